// The record of a debrief on the page: what applies to all candidates, and a decision with its reason for each of them.
import { folded } from "./debrief-names.js";
import { element, fill, own } from "./dom.js";

/** @import { Debrief, DebriefWords } from "../../../types/tools.d.ts" */
/** @import { CandidateFigures } from "./debrief-figures.js" */

/** @typedef {HTMLInputElement | HTMLTextAreaElement} Field */
/** @typedef {{ name: string, decision: string, reason: string }} Decision What was decided about a candidate, and why. */
/** @typedef {{ label: string, field: Field }} Gap What is not filled in yet. */

/** @typedef {{ name: string, set: HTMLFieldSetElement, choices: Field[], reason: HTMLTextAreaElement }} Entry */

export class DecisionRecord {
  /** @type {Map<string, Entry>} */
  #entries = new Map(); // by the candidate's name: what is written stays when further scorecards come
  /** @type {Entry[]} */
  #shown = [];

  /**
   * @param {HTMLFormElement} form Its fields stand outside of it, in the document.
   * @param {Debrief["outcomes"]} outcomes
   * @param {DebriefWords} words
   * @param {(date: string) => string} day How a date is written: a browser writes those of fields in its own language.
   */
  constructor(form, outcomes, words, day) {
    this.form = form;
    this.outcomes = outcomes;
    this.words = words;
    this.day = day;
    form.addEventListener("submit", (event) => event.preventDefault());
    for (const name of ["decision", "reason"]) this.#field(name)?.closest("label")?.remove(); // each candidate has their own
    this.decisions = element("div", { class: "rb-decisions" });
    this.missing = element("div", { class: "rb-form__missing", role: "alert", tabindex: "-1" });
    /** @param {string} act @param {string} label */
    const button = (act, label) => element("button", { type: "button", "data-act": act }, label);
    const buttons = element("p", {}, button("print", words.print), " ", button("record", words.download));
    this.end = element("div", { class: "rb-form__actions rb-form__end" }, this.missing, buttons);
    this.common.at(-1)?.field.closest(".rb-fields")?.after(this.decisions, this.end);
    this.#today();
    this.common[0]?.field.addEventListener("input", () => this.#sayDate());
  }

  /** @param {string} name */
  #field(name) {
    const field = this.form.elements.namedItem(name);
    return field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement ? field : null;
  }

  /** What applies to all candidates: the fields and their labels. */
  get common() {
    return ["date", "present", "decided-by"].flatMap((name) => {
      const field = this.#field(name);
      return field ? [{ label: field.closest("label")?.firstElementChild?.textContent ?? "", field }] : [];
    });
  }

  #today() {
    const [first] = this.common;
    const [day, month, year] = new Date().toLocaleDateString("en-GB").split("/");
    if (first) first.field.value = `${year}-${month}-${day}`;
    this.#sayDate();
  }

  /** Writes the date beside its field, for paper. */
  #sayDate() {
    const field = this.common[0]?.field;
    const label = field?.closest("label");
    if (label) label.dataset.said = field?.value ? this.day(field.value) : "";
  }

  /** @param {readonly CandidateFigures[]} candidates */
  show(candidates) {
    this.#shown = candidates.map(({ name }) => {
      const key = folded(name);
      const entry = this.#entries.get(key) ?? this.#entry(name, this.#entries.size + 1);
      this.#entries.set(key, entry);
      return entry;
    });
    this.decisions.replaceChildren(...this.#shown.map(({ set }) => set));
    this.missing.replaceChildren();
  }

  /**
   * @param {string} name
   * @param {number} number
   * @returns {Entry}
   */
  #entry(name, number) {
    const { words } = this;
    const form = this.form.id;
    const who = name || words.unnamed;
    const reason = element("textarea", { form, name: `reason-${number}`, rows: 3 });
    const notes = element("label", { class: "rb-notes" }, element("span", {}, words.reasonInTerms), reason);
    notes.style.setProperty("--lines", "4");
    const choices = this.#choices(`decision-${number}`);
    const items = choices.map(({ field, label }) => element("li", {}, element("label", {}, field, label)));
    const legend = element("legend", { class: "rb-choice__legend" }, own(who));
    const set = element("fieldset", { class: "rb-choice" }, legend, element("ul", {}, ...items), notes);
    return { name: who, set, choices: choices.map(({ field }) => field), reason };
  }

  /**
   * The options to decide between, or a field where the kit has none.
   *
   * @param {string} name
   */
  #choices(name) {
    const form = this.form.id;
    if (!this.outcomes.length) {
      const field = element("input", {
        type: "text",
        form,
        name,
        autocomplete: "off",
        "aria-label": this.words.decision,
      });
      return [{ field, label: element("span", {}) }];
    }
    return this.outcomes.map(([outcome, meaning]) => ({
      field: element("input", { type: "radio", class: "rb-box", form, name, value: outcome }),
      label: element("span", {}, element("strong", {}, outcome), " ", meaning),
    }));
  }

  /** What was decided about each candidate that is shown. */
  get decided() {
    return this.#shown.map(({ name, choices, reason }) => {
      return { name, decision: value(choices), reason: reason.value.trim() };
    });
  }

  /** @param {CandidateFigures} candidate */
  entryOf({ name }) {
    return this.#entries.get(folded(name));
  }

  /**
   * What the record still lacks.
   *
   * @returns {Gap[]}
   */
  get gaps() {
    const { words } = this;
    const gaps = this.common.filter(({ field }) => !field.value.trim());
    for (const { name, choices, reason } of this.#shown) {
      const [field] = choices;
      if (field && !value(choices)) gaps.push({ label: fill(words.decisionFor, { name }), field });
      if (!reason.value.trim()) gaps.push({ label: fill(words.reasonFor, { name }), field: reason });
    }
    return gaps;
  }

  /** Whether nothing is missing; says what is, with a link to the field of each. */
  isComplete() {
    const { gaps, words } = this;
    this.missing.replaceChildren();
    if (!gaps.length) return true;
    const items = gaps.map(({ label, field }) => {
      const link = element("a", { href: "#" }, label);
      link.addEventListener("click", (event) => {
        event.preventDefault();
        field.focus();
      });
      return element("li", {}, link);
    });
    this.missing.append(element("p", {}, words.recordLacks), element("ul", {}, ...items));
    this.missing.focus();
    return false;
  }

  clear() {
    this.form.reset();
    this.#entries.clear();
    this.show([]);
    this.#today();
  }
}

/** @param {readonly Field[]} choices */
export function value(choices) {
  const chosen = choices.find(
    (field) => field.type !== "radio" || (field instanceof HTMLInputElement && field.checked),
  );
  return chosen?.value.trim() ?? "";
}
