// <rb-planner>: which structure works for a team, how it comes about from the one of today, and whom to hire first. Its
// questions, conditions, teams and ratios all come with the page, from roles.yaml; the script knows no rule about any of
// them. The answers are kept in the page's address, also when the reader changes the language.
import { buttonOf, count, dataOf, element, fill, find, whole } from "./dom.js";
import { begun, remedies, weighed } from "./planner-conditions.js";
import { teamSize } from "./planner-sizing.js";
import { beginning, growth, mixOf } from "./planner-team.js";
import { PlannerView } from "./planner-view.js";

/** @import { PlannerData } from "../../../types/tools.d.ts" */
/** @import { Answers, WeighedModel } from "./planner-conditions.js" */
/** @import { Mix } from "./planner-team.js" */

/** @param {HTMLElement} field */
const unfold = (field) => field.closest("details")?.setAttribute("open", "");

const LANGUAGES = "a[hreflang][rel~=alternate]";

class Planner {
  #shown = ""; // the model that the reader chose to see, else the best one

  /** @param {HTMLElement} place */
  constructor(place) {
    const { block, words } = /** @type {PlannerData} */ (dataOf(place));
    this.place = place;
    this.block = block;
    this.words = words;
    this.view = new PlannerView(block, words);
    this.form = find(place, "form", HTMLFormElement);
    find(place, ".rb-planner__desk", HTMLElement).hidden = false;
    find(place, "[data-without-scripts]", HTMLElement).hidden = true;
    this.#restore();
    this.form.addEventListener("submit", (event) => event.preventDefault());
    this.form.addEventListener("input", () => this.#plan(true));
    place.addEventListener("click", (event) => this.#press(event));
    place.addEventListener("change", ({ target }) => {
      if (!(target instanceof HTMLInputElement) || target.name !== "structure") return;
      this.#shown = target.value;
      this.#plan(true);
      find(place, `[name=structure][value="${CSS.escape(this.#shown)}"]`, HTMLElement).focus(); // it was made again
    });
    this.#plan(false);
  }

  #restore() {
    const given = new URLSearchParams(location.search);
    this.#shown = given.get("structure") ?? "";
    const sizes = this.block.models.find(({ id }) => id === this.#shown)?.shapes.map(({ people }) => people) ?? [];
    const begin = sizes.length ? Math.min(...sizes) : 0;
    for (const question of this.block.questions) {
      const chosen = given.getAll(question.id);
      for (const field of this.#fields(question.id)) {
        if (!(field instanceof HTMLInputElement)) field.value = chosen[0] ?? "";
        else if (!question.options.length) {
          field.value = chosen[0] ?? String((question.id === this.block.later && begin) || (question.usual ?? ""));
        } else if (chosen.length) {
          field.checked = chosen.includes(field.value);
          unfold(field);
        }
      }
    }
    for (const field of this.form.querySelectorAll("input")) {
      const value = /^(?:team|work)\./.test(field.name) ? given.get(field.name) : null;
      if (value === null) continue;
      field.value = value;
      unfold(field);
    }
  }

  /** @param {string} name */
  #fields(name) {
    const found = [...this.form.querySelectorAll(`[name="${CSS.escape(name)}"]`)];
    return found.filter((field) => field instanceof HTMLInputElement || field instanceof HTMLSelectElement);
  }

  /** @param {Event} event */
  #press(event) {
    const button = buttonOf(event);
    if (!button) return;
    const { step, answer } = button.dataset;
    if (step) {
      const field = find(button.parentElement ?? this.form, "input", HTMLInputElement);
      field.value = String(
        Math.min(Math.max(Number(field.value) + Number(step), Number(field.min)), Number(field.max)),
      );
      this.#plan(true);
    }
    if (answer) {
      for (const field of this.#fields(answer)) field.value = button.value;
      this.#plan(true);
      find(this.place, "[role=status]", HTMLElement).scrollIntoView({ block: "nearest" });
    }
  }

  /**
   * The numbers of one part of the form, by id; what is not given is left out.
   *
   * @param {"team" | "work"} part
   */
  #numbers(part) {
    /** @type {Mix} */
    const found = new Map();
    for (const field of this.form.querySelectorAll(`input[name^="${part}."]`)) {
      if (field instanceof HTMLInputElement && field.checkValidity() && Number(field.value)) {
        found.set(field.name.slice(part.length + 1), Number(field.value));
      }
    }
    return found;
  }

  /** @param {Mix} mix */
  #total(mix) {
    const total = [...mix.values()].reduce((sum, number) => sum + number, 0);
    for (const field of this.#fields(this.block.now)) {
      if (!(field instanceof HTMLInputElement)) continue;
      field.readOnly = mix.size > 0;
      for (const button of field.parentElement?.querySelectorAll("button") ?? []) button.disabled = field.readOnly;
      if (mix.size) field.value = String(total);
    }
  }

  /** The answers without the open ones, or null where a number is missing or out of its limits. */
  #answers() {
    /** @type {Answers} */
    const answers = new Map();
    for (const { id, options, usual } of this.block.questions) {
      const fields = this.#fields(id);
      const [field] = fields;
      if (options.length) {
        const chosen = fields.filter((one) => one instanceof HTMLInputElement && one.checked && one.value);
        if (chosen.length)
          answers.set(
            id,
            chosen.map((one) => one.value),
          );
      } else if (!field || (field.value === "" && usual !== null) || !field.checkValidity()) return null;
      else if (field.value !== "") answers.set(id, Number(field.value));
    }
    return answers;
  }

  /** @param {boolean} changed Whether the reader has changed something. */
  #plan(changed) {
    const mix = this.#numbers("team");
    this.#total(mix);
    const answers = this.#answers();
    const status = find(this.place, "[role=status]", HTMLElement);
    const result = find(this.place, ".rb-planner__result", HTMLElement);
    if (changed && answers) this.#remember(answers, mix);
    const given = new URLSearchParams(location.search);
    const isExample = !this.block.questions.some(({ id }) => given.has(id));
    find(this.place, ".rb-planner__example", HTMLElement).hidden = !isExample;
    this.#lead();
    this.#size();
    const size = answers?.get(this.block.later);
    if (!answers || (this.block.later && typeof size !== "number")) {
      status.textContent = this.words.invalid;
      result.replaceChildren();
      return;
    }
    const people = typeof size === "number" ? size : 0;
    const models = weighed(this.block, answers, people);
    const possible = models.filter(({ limits }) => !limits.length);
    const shown =
      possible.find(({ model }) => model.id === this.#shown) ?? possible[0] ?? begun(this.block, answers, people);
    if (!shown) {
      status.replaceChildren(...whole(fill(this.words.none, { people: this.view.people(people) })));
      this.#show(result, this.view.impossible(models, remedies(this.block, answers, people), answers));
      return;
    }
    const assumed = mix.size ? { mix, team: this.#alike(mix), note: null } : this.#assumed(answers, shown);
    const plan = {
      shown,
      today: assumed.mix,
      assumed,
      growth: growth(this.block, shown.team, assumed.mix),
      need: this.#need()?.usual ?? null,
    };
    const [what, next] = this.view.sentence(plan);
    status.replaceChildren(...whole(what), " ", element("span", {}, ...whole(next)));
    this.#show(result, this.view.plan(models, plan, answers));
  }

  /**
   * The team of today where only its size is known: as the structure has it that works best at this size.
   *
   * @param {Answers} answers
   * @param {WeighedModel} shown
   */
  #assumed(answers, shown) {
    const now = Number(answers.get(this.block.now) ?? 0);
    const open = new Map(answers);
    open.delete(this.block.leaders);
    const [best] = weighed(this.block, open, now);
    if (!now || !best || best.limits.length) {
      return { mix: beginning(shown.team, now), team: null, note: now ? this.words.assumedOnly : null };
    }
    return { mix: mixOf(best.team), team: best.team, note: fill(this.words.assumed, { model: best.model.name }) };
  }

  /**
   * The team of a structure that has the very people of today; null where none has.
   *
   * @param {Mix} mix
   */
  #alike(mix) {
    const people = [...mix.values()].reduce((sum, number) => sum + number, 0);
    const teams = weighed(this.block, new Map(), people).map(({ team }) => team);
    /** @param {Mix} other */
    const isSame = (other) => other.size === mix.size && [...mix].every(([role, number]) => other.get(role) === number);
    return teams.find((team) => isSame(mixOf(team))) ?? null;
  }

  /** The work by the figures that were given; null where there are none. */
  #need() {
    const quantities = this.#numbers("work");
    return quantities.size ? teamSize(this.block, quantities) : null;
  }

  /** Says how many people the work takes, and offers to plan for them. */
  #size() {
    const place = this.place.querySelector(".rb-planner__sized");
    if (!place) return;
    const need = this.#need();
    if (!need) {
      place.textContent = "";
      return;
    }
    const { usual, fewest, most } = need;
    const text = fill(this.words.sized, {
      people: this.view.people(usual.people),
      low: fewest.people,
      high: most.people,
    });
    const button = document.createElement("button");
    button.type = "button";
    button.dataset.answer = this.block.later;
    button.value = String(usual.people);
    button.textContent = count(this.words.planFor, usual.people, {});
    place.replaceChildren(text, " ", ...(this.block.later ? [button] : []));
  }

  /**
   * Puts a result in place of the one before; what was unfolded in that stays so.
   *
   * @param {HTMLElement} result
   * @param {Node[]} parts
   */
  #show(result, parts) {
    const open = [...result.querySelectorAll("details[open]")].map((details) => details.getAttribute("data-part"));
    result.replaceChildren(...parts);
    for (const details of result.querySelectorAll("details")) details.open = open.includes(details.dataset.part ?? "");
  }

  /**
   * @param {Answers} answers
   * @param {Mix} mix
   */
  #remember(answers, mix) {
    const query = new URLSearchParams();
    for (const [id, given] of answers) for (const value of [given].flat()) query.append(id, String(value));
    for (const [id, people] of mix) query.set(`team.${id}`, String(people));
    for (const [id, number] of this.#numbers("work")) query.set(`work.${id}`, String(number));
    if (this.#shown) query.set("structure", this.#shown);
    history.replaceState(history.state, "", `?${query}${location.hash}`);
  }

  /** Takes the answers along to the page in other languages. */
  #lead() {
    for (const link of document.querySelectorAll(LANGUAGES)) {
      if (link instanceof HTMLAnchorElement) link.search = location.search;
    }
  }

  /** Leaves the page: links to other languages belong to the next one. */
  leave() {
    for (const link of document.querySelectorAll(LANGUAGES)) {
      if (link instanceof HTMLAnchorElement) link.search = "";
    }
  }
}

customElements.define(
  "rb-planner",
  class extends HTMLElement {
    /** @type {Planner | undefined} */
    #planner;

    connectedCallback() {
      this.#planner ??= new Planner(this);
    }

    disconnectedCallback() {
      this.#planner?.leave();
    }
  },
);
