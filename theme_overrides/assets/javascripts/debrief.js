// <rb-debrief>: compares the sealed scorecards of a panel. The files are read here and nowhere else, and nothing is kept.

import { figures } from "./debrief-figures.js";
import { changes, Outdated, Refused, scorecard } from "./debrief-files.js";
import { View } from "./debrief-view.js";
import { buttonOf, count, dataOf, element, fill, find, own } from "./dom.js";
import { download } from "./scorecard-file.js";

/** @import { DebriefData, RatedRole, ScorecardFile } from "../../../types/tools.d.ts" */
/** @import { CandidateFigures } from "./debrief-figures.js" */
/** @import { Schema } from "./schema.js" */

/** @typedef {{ title: string, data: string }} Role Its title, and the address of what it rates. */
/** @typedef {{ name: string, error: Refused }} Refusal A file that was not taken, and why. */

class Debrief {
  /** @type {Map<string, ScorecardFile>} */
  #cards = new Map(); // by id
  /** @type {Refusal[]} */
  #refused = [];
  /** @type {string | null} */
  #role = null;
  /** @type {View | null} */
  #view = null;
  /** @type {CandidateFigures[]} */
  #candidates = [];
  #busy = Promise.resolve();
  #listening = new AbortController();

  /** @param {HTMLElement} place */
  constructor(place) {
    const { block, words } = /** @type {DebriefData} */ (dataOf(place));
    this.place = place;
    this.words = words;
    this.language = block.language;
    this.schema = /** @type {Schema} */ (JSON.parse(block.schema));
    /** @type {Map<string, Role>} */
    this.roles = new Map(block.roles.map(([id, title, page]) => [id, { title, data: `${page}rating.json` }]));
    this.desk = find(place, ".rb-desk", HTMLElement);
    this.files = find(place, "input[type=file]", HTMLInputElement);
    this.form = find(place, "#record-form", HTMLFormElement);
    this.form.addEventListener("submit", (event) => event.preventDefault());
    this.end = this.#handOver();
    find(place, "[data-without-scripts]", HTMLElement).hidden = true;
    this.desk.hidden = false;
  }

  start() {
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    const { files } = this;
    /** @param {FileList | null | undefined} chosen */
    const take = (chosen) => this.#take([...(chosen ?? [])]);
    files.addEventListener(
      "change",
      () => {
        take(files.files);
        files.value = ""; // so that the same file can be chosen again
      },
      { signal },
    );
    addEventListener("dragover", (event) => event.preventDefault(), { signal }); // a file dropped beside it replaces the page else
    addEventListener(
      "drop",
      (event) => {
        event.preventDefault();
        take(event.dataTransfer?.files);
      },
      { signal },
    );
    for (const place of [this.place, this.end])
      place.addEventListener("click", (event) => this.#act(buttonOf(event)), { signal });
    addEventListener("beforeunload", (event) => this.#cards.size && event.preventDefault(), { signal });
    addEventListener("beforeprint", () => this.#unfold(), { signal });
    this.#say(this.words.nothing);
  }

  stop() {
    this.#listening.abort();
  }

  /**
   * Reads files one after the other, also those of a second choice while the first are being read.
   *
   * @param {File[]} files
   */
  #take(files) {
    this.#busy = this.#busy.then(async () => {
      this.#refused = this.#refused.filter(({ error }) => error instanceof Outdated); // those that can still be compared
      for (const file of files) {
        try {
          await this.#add(await scorecard(file, this.schema, this.words));
        } catch (error) {
          this.#refuse(file.name, error);
        }
      }
      this.#show();
    });
  }

  /**
   * @param {string} name
   * @param {unknown} error
   */
  #refuse(name, error) {
    if (!(error instanceof Refused)) throw error;
    this.#refused.push({ name, error });
  }

  /** @param {ScorecardFile} card */
  async #add(card) {
    const view = await this.#viewOf(card);
    const changed = changes(card, view.rates, this.words);
    if (changed.length) throw new Outdated(this.words.outdated, changed, card);
    this.#keep(card);
  }

  /**
   * The view of what a scorecard rates.
   *
   * @param {ScorecardFile} card
   */
  async #viewOf(card) {
    const role = this.roles.get(card.role);
    if (!role) throw new Refused(fill(this.words.unknownRole, { role: card.role }));
    this.#expectRole(card, role);
    if (this.#view?.rates.role !== card.role) {
      this.#view = new View(await this.#rates(role), this.words, this.language, role.title);
    }
    return this.#view;
  }

  /**
   * @param {ScorecardFile} card
   * @param {Role} role
   */
  #expectRole(card, role) {
    if (this.#role && this.#role !== card.role) throw new Refused(fill(this.words.otherRole, { role: role.title }));
  }

  /** @param {ScorecardFile} card */
  #keep(card) {
    const there = this.#cards.get(card.id);
    if (there && there.revision >= card.revision) throw new Refused(this.words.twice);
    this.#role = card.role;
    this.#cards.set(card.id, card);
    if (there) throw new Refused(this.words.replaced);
  }

  /**
   * @param {Role} role
   * @returns {Promise<RatedRole>}
   */
  async #rates(role) {
    try {
      return await (await fetch(new URL(role.data, location.href))).json();
    } catch {
      throw new Refused(this.words.unreadable);
    }
  }

  /** @param {HTMLButtonElement | null} button */
  #act(button) {
    if (!button) return;
    if (button.dataset.anyway) this.#anyway(Number(button.dataset.anyway));
    else if (button.dataset.act === "clear") this.#clear();
    else if (button.dataset.act === "print") print();
    else if (button.dataset.act === "record") this.#download();
  }

  /** @param {number} index */
  #anyway(index) {
    for (const { name, error: outdated } of this.#refused.splice(index, 1)) {
      try {
        if (outdated instanceof Outdated) this.#compare(outdated.card);
      } catch (error) {
        this.#refuse(name, error);
      }
    }
    this.#show();
    find(this.place, "[role=status]", HTMLElement).focus(); // the button is gone
  }

  /** @param {ScorecardFile} card */
  #compare(card) {
    const role = this.roles.get(card.role);
    if (role) this.#expectRole(card, role);
    this.#keep(card);
  }

  #clear() {
    this.#cards.clear();
    this.#refused = [];
    this.#role = null;
    this.#view = null;
    this.form.reset();
    this.#show();
    this.files.focus();
  }

  #show() {
    const { place } = this;
    const view = this.#cards.size ? this.#view : null;
    this.#candidates = view ? figures(view.rates, [...this.#cards.values()]) : [];
    this.#say(view ? this.#summary(view) : this.words.nothing);
    find(this.desk, ".rb-form__actions", HTMLElement).hidden = !view && !this.#refused.length;
    find(place, ".rb-refused", HTMLElement).replaceChildren(...this.#refusals());
    find(place, ".rb-result", HTMLElement).replaceChildren(...(view ? view.all(this.#candidates) : []));
    this.end.hidden = !view;
  }

  /** @param {View} view */
  #summary({ role }) {
    const { words } = this;
    const cards = count(words.cards, this.#cards.size, {});
    const candidates = count(words.candidates, this.#candidates.length, {});
    return fill(words.read, { role, cards, candidates });
  }

  #refusals() {
    if (!this.#refused.length) return [];
    const { words } = this;
    const items = this.#refused.map(({ name, error }, index) => {
      const changed = error instanceof Outdated ? error.changes.map((change) => element("li", {}, change)) : [];
      const anyway = () => element("button", { type: "button", "data-anyway": index }, words.anyway);
      const others = changed.length ? [element("ul", {}, ...changed), anyway()] : [];
      return element("li", {}, own(name), `${words.colon}${error.message}`, ...others);
    });
    return [element("p", {}, words.refused), element("ul", {}, ...items)];
  }

  /** What closes the record: it stands after its last field. */
  #handOver() {
    const { words } = this;
    /**
     * @param {string} act
     * @param {string} label
     */
    const button = (act, label) => element("button", { type: "button", "data-act": act }, label);
    const buttons = [button("print", words.print), " ", button("record", words.download)];
    const bar = element("p", { class: "rb-form__actions rb-form__end", hidden: true }, ...buttons);
    this.#fields().at(-1)?.label.after(bar);
    return bar;
  }

  /** The fields of the record. They stand outside of the element, and name its form. */
  #fields() {
    return [...this.form.elements].flatMap((field) => {
      const label = field.closest("label");
      const isText = field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement;
      return label && isText ? [{ field, label }] : [];
    });
  }

  #download() {
    if (!this.#view) return;
    /** @type {[string, string][]} */
    const fields = this.#fields().map(({ field, label }) => [
      label.firstElementChild?.textContent ?? "",
      field.value.trim(),
    ]);
    const record = this.#view.record(this.#candidates, fields);
    download(`debrief_${this.#role}.txt`, "text/plain;charset=utf-8", record);
  }

  #unfold() {
    for (const details of this.place.querySelectorAll("details")) details.open = true;
  }

  /** @param {string} text */
  #say(text) {
    find(this.place, "[role=status]", HTMLElement).textContent = text;
  }
}

customElements.define(
  "rb-debrief",
  class extends HTMLElement {
    /** @type {Debrief | undefined} */
    #debrief;

    connectedCallback() {
      this.#debrief ??= new Debrief(this);
      this.#debrief.start();
    }

    disconnectedCallback() {
      this.#debrief?.stop();
    }
  },
);
