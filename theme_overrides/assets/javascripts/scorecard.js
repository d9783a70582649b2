// <rb-scorecard>: a scorecard that is filled in on the page and kept on this device. Its fields stand outside of it and
// name its form; without scripts they can be filled in and printed all the same.
import { buttonOf, dataOf, fill, find } from "./dom.js";
import { Postponed } from "./postponed.js";
import { canonical, csv, download, json } from "./scorecard-file.js";
import { Fields } from "./scorecard-form.js";
import { Notices } from "./scorecard-notices.js";
import { blank, fileName, gaps, newId, now, updated } from "./scorecard-record.js";
import { concerns, forget, forgetAll, handedOver, isInDanger, keep, kept, read } from "./scorecard-store.js";
import { Timer } from "./scorecard-timer.js";

/** @import { ScorecardFormData } from "../../../types/tools.d.ts" */
/** @import { ScorecardRecord } from "./scorecard-record.js" */

const PAUSE = 300; // milliseconds after the last key until it is saved

class Scorecard {
  /** @type {ScorecardRecord} */
  #record;
  /** @type {ScorecardRecord | null} */
  #deleted = null;
  #saving = new Postponed(() => this.#save(), PAUSE);
  #trouble = ""; // why something could not be kept
  #listening = new AbortController();

  /** @param {HTMLElement} place */
  constructor(place) {
    const { block, words } = /** @type {ScorecardFormData} */ (dataOf(place));
    this.place = place;
    this.block = block;
    this.words = words;
    this.form = find(place, "form", HTMLFormElement);
    this.end = find(document, `[data-form-end="${this.form.id}"]`, HTMLElement);
    this.saved = find(place, "[data-act=open]", HTMLSelectElement);
    this.fields = new Fields(
      this.form,
      block.skills,
      block.screening.map(([item]) => item),
      block.keys,
    );
    this.notices = new Notices(place, this.end, this.fields, words);
    this.timer = block.plan.length
      ? new Timer(find(place, ".rb-form__timer", HTMLElement), block.plan, words, () => this.#changed())
      : null;
    this.#record = blank(block);
    find(place, ".rb-form__bar", HTMLElement).hidden = false;
    this.end.hidden = false;
  }

  start() {
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    for (const place of [this.place, this.end]) {
      place.addEventListener("click", (event) => this.#act(buttonOf(event)), { signal });
    }
    this.saved.addEventListener("change", () => this.#open(this.saved.value), { signal });
    document.addEventListener(
      "input",
      ({ target }) => {
        const isText = target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
        const isField = isText || target instanceof HTMLSelectElement;
        if (isField && target.form === this.form && target.name) this.#changed();
      },
      { signal },
    );
    addEventListener("storage", (event) => this.#heard(event), { signal });
    addEventListener("pagehide", () => this.#saving.flush(), { signal });
    this.form.addEventListener("submit", (event) => event.preventDefault(), { signal });
    const [last] = this.#mine();
    if (last) {
      this.#show(last);
      this.notices.status(this.words.restored);
    } else this.#takeUp();
  }

  stop() {
    this.#saving.flush();
    this.timer?.stop();
    this.#listening.abort();
  }

  /** @param {string} act */
  #button(act) {
    const place = this.place.querySelector(`[data-act="${act}"]`) ? this.place : this.end;
    return find(place, `[data-act="${act}"]`, HTMLButtonElement);
  }

  /** The kept scorecards of this role and stage. */
  #mine() {
    return kept(this.block.role, this.block.stage);
  }

  /** @param {ScorecardRecord} record */
  #show(record) {
    this.#saving.drop();
    this.#record = record;
    this.timer?.set(record.seconds);
    const isOutdated = record.kit.fingerprint !== this.block.fingerprint;
    this.notices.alert(isInDanger() ? this.#trouble : isOutdated ? this.words.outdated : "");
    this.fields.show(record);
    this.#showState();
    this.#list();
  }

  /** Begins a scorecard with what somebody has written while this script was still on its way. */
  #takeUp() {
    const empty = blank(this.block);
    const record = updated(empty, this.block, this.fields.read());
    this.#show(record);
    if (canonical(record) !== canonical(empty)) this.#saving.ask();
  }

  /** Takes what is in the fields into the record. */
  #read() {
    this.#record = updated(this.#record, this.block, this.fields.read());
    if (this.timer) this.#record.seconds = this.timer.seconds;
  }

  #changed() {
    if (this.#record.sealed) return;
    this.fields.add();
    this.#read(); // at once: when the page is replaced, its fields are gone before this element hears of it
    this.notices.clear();
    this.#saving.ask();
  }

  #save() {
    const there = read(this.#record.id);
    const clashes = there !== null && there.revision !== this.#record.revision;
    if (clashes) {
      const candidate = fill(this.words.copy, { name: this.#record.candidate || this.words.unnamed });
      Object.assign(this.#record, { id: newId(), candidate });
      if (this.place.isConnected) this.fields.text("candidate").value = candidate;
    }
    this.#record.revision += 1;
    this.#record.changed = now();
    try {
      keep(this.#record);
      this.notices.alert(clashes ? this.words.elsewhere : "");
      this.notices.status(this.words.saved);
    } catch (error) {
      this.notices.status("");
      const isForbidden = error instanceof DOMException && error.name === "SecurityError";
      this.#trouble = isForbidden ? this.words.forbidden : this.words.full;
      this.notices.alert(this.#trouble);
    }
    this.#list();
  }

  /**
   * Another tab has changed, or deleted, what is shown here.
   *
   * @param {StorageEvent} event
   */
  #heard(event) {
    if (!concerns(event, this.#record.id)) return this.#list();
    const there = read(this.#record.id);
    if (there && this.#saving.isDue) return this.#saving.flush();
    if (!this.#saving.isDue) this.#show(there ?? this.#mine()[0] ?? blank(this.block));
  }

  #list() {
    const records = this.#mine();
    if (!records.some((record) => record.id === this.#record.id)) records.unshift(this.#record);
    const options = records.map((record) => {
      const name = record.candidate || this.words.unnamed;
      const date = record.date ? ` · ${record.date}` : "";
      return new Option(`${name}${date}${record.sealed ? " ✓" : ""}`, record.id, false, record.id === this.#record.id);
    });
    this.saved.replaceChildren(...options);
  }

  /** @param {string} id */
  #open(id) {
    this.#saving.flush();
    const record = read(id);
    if (record) this.#show(record);
    this.notices.status("");
  }

  /** @param {HTMLButtonElement | null} button */
  #act(button) {
    const act = button?.dataset.act;
    if (!button || !act) return;
    const isSure = button.dataset.sure !== undefined;
    delete this.#button("delete-all").dataset.sure;
    if (act === "new") this.#new();
    else if (act === "delete") this.#delete();
    else if (act === "undo") this.#undo();
    else if (act === "delete-all") this.#deleteAll(button, isSure);
    else if (act === "seal") this.#seal();
    else if (act === "reopen") this.#reopen();
    else if (act === "json") this.#downloadJson();
    else if (act === "csv") this.#downloadCsv();
    else if (act === "print") print();
    else if (act === "timer") this.timer?.toggle();
  }

  #new() {
    this.#saving.flush();
    this.#begin();
    this.notices.status("");
    this.fields.text("candidate").focus();
  }

  #begin() {
    this.#show(blank(this.block));
  }

  #delete() {
    this.#saving.flush();
    this.#deleted = read(this.#record.id) ?? this.#record;
    forget(this.#record.id);
    this.#show(this.#mine()[0] ?? blank(this.block));
    this.notices.status(this.words.deleted);
    const undo = this.#button("undo");
    undo.hidden = false;
    undo.focus();
  }

  #undo() {
    this.#saving.flush();
    if (this.#deleted) this.#show(this.#deleted);
    this.#save();
    this.#button("undo").hidden = true;
    this.notices.status(this.words.undone);
    this.saved.focus();
  }

  /**
   * @param {HTMLButtonElement} button
   * @param {boolean} isSure Whether it was pressed once already.
   */
  #deleteAll(button, isSure) {
    if (!isSure) {
      button.dataset.sure = "asked";
      return this.notices.obstacle(this.words.sure);
    }
    this.#saving.drop();
    forgetAll();
    this.#button("undo").hidden = true;
    this.#begin();
    this.notices.clear();
    this.notices.status(this.words.allDeleted);
    this.fields.text("candidate").focus();
  }

  #seal() {
    this.#read();
    if (!crypto.subtle) return this.notices.obstacle(this.words.insecure);
    const missing = gaps(this.#record);
    if (missing.length) return this.notices.gaps(missing);
    this.timer?.stop();
    this.#saving.drop();
    this.#record.sealed = now();
    this.notices.clear();
    this.#save();
    this.#showState();
    this.#button("json").focus();
  }

  #reopen() {
    const why = find(this.end, "[data-why]", HTMLInputElement);
    const reason = why.value.trim();
    if (!reason) {
      this.notices.obstacle(this.words.reasonNeeded);
      return why.focus();
    }
    this.#record.reopened.push({ at: now(), reason });
    this.#record.sealed = null;
    why.value = "";
    this.notices.clear();
    this.#save();
    this.#showState();
    this.notices.status(this.words.reopened);
    this.fields.text("candidate").focus();
  }

  /** Shows whether it is sealed: what can be changed, and what can be done. */
  #showState() {
    const { sealed } = this.#record;
    this.fields.lock(sealed !== null);
    this.#button("seal").hidden = sealed !== null;
    find(this.end, ".rb-form__reopen", HTMLElement).hidden = sealed === null;
    if (this.timer) this.timer.button.disabled = sealed !== null;
    if (sealed === null) return;
    const time = new Date(sealed).toLocaleString(this.block.language, {
      dateStyle: "long",
      timeStyle: "short",
      numberingSystem: "latn",
    });
    this.notices.status(fill(this.words.sealed, { time }));
  }

  async #downloadJson() {
    if (!this.#record.sealed) this.#read();
    download(`${fileName(this.#record)}.json`, "application/json", await json(this.#record));
    handedOver(this.#record.id);
  }

  #downloadCsv() {
    if (!this.#record.sealed) this.#read();
    download(`${fileName(this.#record)}.csv`, "text/csv", csv(this.#record, this.block, this.words));
  }
}

customElements.define(
  "rb-scorecard",
  class extends HTMLElement {
    /** @type {Scorecard | undefined} */
    #scorecard;

    connectedCallback() {
      this.#scorecard ??= new Scorecard(this);
      this.#scorecard.start();
    }

    disconnectedCallback() {
      this.#scorecard?.stop();
    }
  },
);
