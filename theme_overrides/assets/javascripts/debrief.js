// <rb-debrief>: compares the sealed scorecards of a panel. The files are read here and nowhere else, and nothing is kept.

import { fillUp } from "./debrief-evidence.js";
import { recordFile } from "./debrief-file.js";
import { changes, Outdated, Refused, scorecard } from "./debrief-files.js";
import { Joined } from "./debrief-joined.js";
import { DecisionRecord } from "./debrief-record.js";
import { refusals } from "./debrief-refused.js";
import { result } from "./debrief-view.js";
import { calendar, Said } from "./debrief-words.js";
import { buttonOf, count, dataOf, element, fill, find } from "./dom.js";
import { download } from "./scorecard-file.js";

/** @import { DebriefData, RatedRole, ScorecardFile } from "../../../types/tools.d.ts" */
/** @import { Pair } from "./debrief-panel.js" */
/** @import { Refusal } from "./debrief-refused.js" */
/** @import { Debated } from "./debrief-view.js" */
/** @import { Schema } from "./schema.js" */

/** @typedef {{ title: string, data: string }} Role Its title, and the address of what it rates. */

class Debrief {
  /** @type {Map<string, ScorecardFile>} */
  #cards = new Map(); // by id
  /** @type {Refusal[]} */
  #refused = [];
  /** @type {string | null} */
  #role = null;
  /** @type {Said | null} */
  #said = null;
  #isExample = false;
  #isShown = false; // whether what is shown is about the scorecards that are there
  #joined = new Joined();
  /** @type {Debated} */
  #debated = { candidates: [], alike: [], joined: [], isExample: false };
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
    this.records = block.records;
    this.desk = find(place, ".rb-desk", HTMLElement);
    this.files = find(place, "input[type=file]", HTMLInputElement);
    this.record = new DecisionRecord(
      find(place, "#record-form", HTMLFormElement),
      block.outcomes,
      words,
      calendar(block.language),
    );
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
    for (const place of [this.place, this.record.end])
      place.addEventListener("click", (event) => this.#act(buttonOf(event)), { signal });
    this.place.addEventListener("click", ({ target }) => target instanceof Element && unfold(target), { signal });
    for (const kind of ["dragenter", "dragleave", "drop"])
      addEventListener(kind, () => this.desk.toggleAttribute("data-over", kind === "dragenter"), { signal });
    addEventListener("beforeprint", () => this.place.querySelectorAll("details").forEach(fillUp), { signal });
    this.place.addEventListener("toggle", ({ target }) => target instanceof HTMLDetailsElement && fillUp(target), {
      capture: true, // it does not bubble
      signal,
    });
    addEventListener("beforeunload", (event) => this.#cards.size && !this.#isExample && event.preventDefault(), {
      signal,
    });
    this.#show();
  }

  stop() {
    this.#listening.abort();
  }

  /**
   * Takes files in their order, also those of a second choice while the first are being read.
   *
   * @param {File[]} files
   */
  #take(files) {
    this.#busy = this.#busy.then(async () => {
      if (files.length && this.#isExample) this.#forget();
      this.#refused = this.#refused.filter(({ error }) => error instanceof Outdated); // those that can still be compared
      const read = files.map((file) => ({ name: file.name, card: scorecard(file, this.schema, this.words) }));
      await Promise.allSettled(read.map(({ card }) => card)); // together: none of them waits for another one
      for (const { name, card } of read) {
        try {
          await this.#add(await card);
        } catch (error) {
          this.#refuse(name, error);
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
    const role = this.roles.get(card.role);
    if (!role) throw new Refused(fill(this.words.unknownRole, { role: card.role }));
    this.#expectRole(card, role);
    const { rates } = await this.#saidOf(card.role, role);
    const changed = changes(card, rates, this.words);
    if (changed.length) throw new Outdated(this.words.outdated, changed, card);
    this.#keep(card);
  }

  /**
   * How the scorecards of a role are spoken of.
   *
   * @param {string} id
   * @param {Role} role
   */
  async #saidOf(id, role) {
    if (this.#said?.rates.role !== id) {
      this.#said = new Said(await this.#rates(role), this.words, this.language, role.title);
    }
    return this.#said;
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
    this.#isShown = false;
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
    const { act, anyway, away, nameAct, from = "", to = "" } = button.dataset;
    if (anyway) this.#anyway(Number(anyway));
    else if (away) this.#takeAway(away);
    else if (nameAct) this.#name(nameAct, { from, to });
    else if (act === "clear") this.#clear();
    else if (act === "example") this.#example();
    else if (act === "print" && this.record.isComplete()) print();
    else if (act === "record" && this.record.isComplete()) this.#download();
  }

  /** Shows a panel that is made up for the first role. */
  #example() {
    const [first] = this.roles;
    if (!first) return;
    const [id, role] = first;
    this.#busy = this.#busy.then(async () => {
      try {
        const { rates } = await this.#saidOf(id, role);
        const { examplePanel } = await import("./debrief-example.js");
        this.#forget();
        this.#isExample = true;
        this.#role = id;
        for (const card of examplePanel(rates, this.words, this.language)) this.#keep(card);
      } catch (error) {
        this.#refuse(this.words.example, error);
      }
      this.#show();
      this.#status.focus(); // the button is gone
    });
  }

  /**
   * @param {string} act
   * @param {Pair} pair
   */
  #name(act, pair) {
    this.#joined.act(act, pair);
    this.#isShown = false;
    this.#show();
    this.#status.focus();
  }

  /** @param {string} id */
  #takeAway(id) {
    this.#cards.delete(id);
    this.#isShown = false;
    if (!this.#cards.size) this.#forget();
    this.#show();
    this.#status.focus();
  }

  /** @param {number} index */
  #anyway(index) {
    for (const { name, error: outdated } of this.#refused.splice(index, 1)) {
      try {
        if (outdated instanceof Outdated) this.#keepOutdated(outdated.card);
      } catch (error) {
        this.#refuse(name, error);
      }
    }
    this.#show();
    this.#status.focus(); // the button is gone
  }

  /** @param {ScorecardFile} card */
  #keepOutdated(card) {
    const role = this.roles.get(card.role);
    if (role) this.#expectRole(card, role);
    this.#keep(card);
  }

  #clear() {
    this.#forget();
    this.#show();
    this.files.focus();
  }

  #forget() {
    this.#cards.clear();
    this.#refused = [];
    this.#role = null;
    this.#isExample = false;
    this.#isShown = false;
    this.#joined.clear();
    this.record.clear();
  }

  #show() {
    const { desk, place } = this;
    const isEmpty = !this.#cards.size;
    if (!this.#isShown) this.#compare();
    const away = find(desk, "[data-act=clear]", HTMLElement);
    away.hidden = isEmpty && !this.#refused.length;
    away.textContent = this.#isExample ? this.words.removeExample : this.words.startOver;
    find(place, ".rb-refused", HTMLElement).replaceChildren(...refusals(this.#refused, this.words));
  }

  /** Shows what the scorecards that are there come to. */
  #compare() {
    const { desk, place } = this;
    const said = this.#cards.size ? this.#said : null;
    if (said) {
      const compared = this.#joined.compared(said.rates, this.#cards.values());
      this.#debated = { ...compared, isExample: this.#isExample };
    }
    const { candidates } = this.#debated;
    place.toggleAttribute("data-empty", !said);
    place.toggleAttribute("data-example", this.#isExample);
    this.#status.replaceChildren(...(said ? this.#summary(said, candidates.length) : []));
    find(desk, ".rb-drop__example", HTMLElement).hidden = Boolean(said);
    find(place, ".rb-result", HTMLElement).replaceChildren(...(said ? result(said, this.#debated) : []));
    this.record.show(said ? candidates : []);
    if (said) void this.#leadToForms();
    this.#isShown = true;
  }

  get #status() {
    return find(this.place, "[role=status]", HTMLElement);
  }

  /**
   * @param {Said} said
   * @param {number} candidates
   */
  #summary({ role }, candidates) {
    const { words } = this;
    const cards = count(words.cards, this.#cards.size, {});
    const read = fill(words.read, { role, cards, candidates: count(words.candidates, candidates, {}) });
    if (!this.#isExample) return [read];
    return [read, " ", element("strong", {}, words.example), " ", fill(words.exampleIs, { role })];
  }

  /** Leads from each candidate to the form that is signed. */
  async #leadToForms() {
    const [, href] = this.records.find(([role]) => role === this.#role) ?? [];
    if (!href) return;
    const { leadToForms } = await import("./debrief-handover.js");
    if (this.#said) leadToForms(this.#said, this.#debated, this.record, href);
  }

  #download() {
    if (!this.#said) return;
    const [date] = this.record.common;
    const name = ["debrief", this.#role, date?.field.value, this.#isExample ? "example" : ""].filter(Boolean).join("_");
    download(`${name}.html`, "text/html;charset=utf-8", recordFile(this.#said, this.#debated, this.record));
  }
}

/**
 * Unfolds what a link leads to, and all that it stands in: a rating's evidence is part of its candidate.
 *
 * @param {Element} clicked
 */
function unfold(clicked) {
  const id = clicked.closest("a")?.hash.slice(1) ?? "";
  for (const part of [id.split("--")[0] ?? "", id]) {
    for (let at = document.getElementById(part)?.closest("details"); at; at = at.parentElement?.closest("details")) {
      fillUp(at);
      at.open = true;
    }
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
