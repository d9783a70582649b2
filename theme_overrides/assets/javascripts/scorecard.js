// <rb-scorecard>: a scorecard that is filled in on the page and kept on this device. Its fields stand outside of it and
// name its form; without scripts they can be filled in and printed all the same.
import { dayOf } from "./day-field.js";
import { expire, isEmpty } from "./device-store.js";
import { buttonOf, dataOf, expect, fill, find, regional } from "./dom.js";
import { Postponed } from "./postponed.js";
import { canonical, csv, download, json, shareable } from "./scorecard-file.js";
import { Fields } from "./scorecard-form.js";
import { focus, Notices } from "./scorecard-notices.js";
import { blank, fileName, freeCode, gaps, newId, now, PERSON_FIELDS, today, updated } from "./scorecard-record.js";
import {
  candidatesOf,
  carried,
  carry,
  concerns,
  forget,
  forgetAll,
  handedOver,
  isInDanger,
  keep,
  kept,
  read,
} from "./scorecard-store.js";
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
    this.device = find(document, `[data-device="${this.form.id}"]`, HTMLElement);
    this.code = find(document, `[data-code-of="${this.form.id}"]`, HTMLElement);
    this.bar = find(place, ".rb-form__bar", HTMLElement);
    this.people = expect(document.getElementById(`${this.form.id}-fields`), HTMLElement, "who is rated");
    this.saved = find(place, "[data-act=open]", HTMLSelectElement);
    this.fields = new Fields(
      this.form,
      block.skills,
      block.screening.map(([item]) => item),
      block.keys,
      block.notes.map(([question]) => question),
    );
    this.notices = new Notices(place, this.end, this.fields, words);
    const clock = document.querySelector(`[data-timer-of="${this.form.id}"]`);
    this.timer = clock instanceof HTMLElement ? new Timer(clock, block.plan, words, () => this.#changed()) : null;
    this.#record = blank(block);
    this.bar.hidden = false;
    this.end.hidden = false;
    this.device.hidden = false;
    for (const quotes of document.querySelectorAll("[data-quotes]")) quotes.toggleAttribute("hidden", false);
    this.#button("share").hidden = shareable("card.json", "application/json", "{}") === null;
  }

  start() {
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    document.addEventListener("click", (event) => this.#act(buttonOf(event)), { signal });
    document.addEventListener("rb-step", (event) => event instanceof CustomEvent && this.#step(event.detail), {
      signal,
    });
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
    expire(this.block.days);
    const last = this.#last();
    if (last) {
      this.#show(last);
      this.notices.status(this.words.restored);
    } else this.#takeUp();
    const stage = this.place.closest("rb-stage");
    this.#step(stage instanceof HTMLElement ? stage.dataset.phase : undefined);
  }

  stop() {
    this.#saving.flush();
    this.timer?.pause();
    this.#listening.abort();
  }

  /** @param {string} act */
  #button(act) {
    const places = [this.bar, this.end, this.device, this.code];
    const place = places.find((one) => one.querySelector(`[data-act="${act}"]`)) ?? this.end;
    return find(place, `[data-act="${act}"]`, HTMLButtonElement);
  }

  /** What is said beside the buttons that delete. */
  get #told() {
    return find(this.device, "[role=status]", HTMLElement);
  }

  /** The kept scorecards of this role and stage. */
  #mine() {
    return kept(this.block.role, this.block.stage);
  }

  /**
   * The scorecard to go on with: that of the candidate whom a link names, or else the last one. One that was sealed on
   * another day is done with.
   */
  #last() {
    const code = /^#candidate=(.+)$/.exec(location.hash)?.[1];
    if (!code) return this.#mine().find(({ sealed }) => !sealed || sealed.slice(0, 10) === now().slice(0, 10));
    history.replaceState(null, "", location.pathname + location.search);
    this.named = decodeURIComponent(code);
    return this.#mine().find(({ candidate }) => candidate === this.named);
  }

  /**
   * A scorecard that begins with what is known: who interviews, whom, and today's date.
   *
   * @param {boolean} isAnother Whether it is for another candidate than the last.
   */
  #begun(isAnother) {
    const last = carried(this.block.role);
    const isDone = !this.block.stage || this.#mine().some(({ candidate }) => candidate === last.candidate);
    const candidate = isAnother ? "" : (this.named ?? (isDone ? "" : last.candidate));
    return { ...blank(this.block), candidate, interviewer: last.interviewer, date: today() };
  }

  /**
   * Which candidate it is, and what has been saved, stands below the fields for that, where those are shown.
   *
   * @param {string | undefined} phase
   */
  #step(phase) {
    if (phase === "ask" || phase === "rate") this.form.append(this.bar);
    else this.people.after(this.bar);
    this.#enter(phase);
  }

  /**
   * The clock begins with the first thing that is asked, and stops when rating begins.
   *
   * @param {string | undefined} phase
   */
  #enter(phase) {
    if (this.#record.sealed) return;
    if (phase === "ask") this.timer?.begin();
    else if (phase === "rate" || phase === "hand-over") this.timer?.stop();
  }

  /** @param {ScorecardRecord} record */
  #show(record) {
    this.#saving.drop();
    this.#record = record;
    this.timer?.set(record.id, record.seconds);
    const isOutdated = record.kit.fingerprint !== this.block.fingerprint;
    this.notices.alert(isInDanger() ? this.#trouble : isOutdated ? this.words.outdated : "");
    this.fields.show(record);
    this.notices.progress();
    document.dispatchEvent(new CustomEvent("rb-shown"));
    this.#showState();
    this.#suggest();
    this.#list();
  }

  /** Offers a code, as long as nothing says who the candidate is. */
  #suggest() {
    this.code.hidden = this.fields.text("candidate").value !== "";
    if (this.code.hidden) return;
    const button = this.#button("code");
    button.value = freeCode(this.words.code, this.words.letters, candidatesOf(this.block.role));
    button.textContent = fill(this.words.useCode, { code: button.value });
  }

  /** @param {string} code */
  #takeCode(code) {
    const field = this.fields.text("candidate");
    field.value = code;
    this.#changed();
    field.focus();
  }

  /** Begins a scorecard with what somebody has written while this script was still on its way. */
  #takeUp() {
    const begun = this.#begun(false);
    const record = updated(begun, this.block, this.fields.read());
    for (const name of PERSON_FIELDS) record[name] ||= begun[name];
    this.#show(record);
    if (canonical(record) !== canonical(begun)) this.#saving.ask();
  }

  /** Takes what is in the fields into the record. */
  #read() {
    this.#record = updated(this.#record, this.block, this.fields.read());
    if (this.timer) this.#record.seconds = this.timer.seconds;
  }

  #changed() {
    if (this.#record.sealed) return;
    this.fields.add();
    this.fields.mirror();
    this.notices.progress();
    this.#suggest();
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
      carry(this.#record);
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
    if (!this.#saving.isDue) this.#show(there ?? this.#mine()[0] ?? this.#begun(true));
  }

  #list() {
    const records = this.#mine();
    if (!records.some((record) => record.id === this.#record.id)) records.unshift(this.#record);
    const options = records.map((record) => {
      const name = record.candidate || this.words.unnamed;
      const date = record.date && record.date !== today() ? ` · ${dayOf(record.date)}` : "";
      return new Option(`${name}${date}${record.sealed ? " ✓" : ""}`, record.id, false, record.id === this.#record.id);
    });
    this.saved.replaceChildren(...options);
    const isOnlyOne = records.length === 1 && this.#record.revision === 0;
    for (const part of this.bar.querySelectorAll(".rb-form__choose, .rb-form__actions")) {
      part.toggleAttribute("data-needless", isOnlyOne);
    }
    this.#button("delete").hidden = isOnlyOne;
    this.#button("delete-all").hidden = isOnlyOne && isEmpty();
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
    if (act === "quote") return this.#quote(button);
    if (!this.#isMine(button)) return;
    delete this.#button("delete-all").dataset.sure;
    if (act === "new") this.#new();
    else if (act === "code") this.#takeCode(button.value);
    else if (act === "delete") this.#delete();
    else if (act === "undo") this.#undo();
    else if (act === "delete-all") this.#deleteAll(button, isSure);
    else if (act === "seal") this.#seal();
    else if (act === "reopen") this.#reopen();
    else if (act === "json") this.#downloadJson();
    else if (act === "share") this.#share();
    else if (act === "csv") this.#downloadCsv();
    else if (act === "print") this.#print();
    else if (act === "timer") this.timer?.toggle();
  }

  /** @param {HTMLButtonElement} button */
  #isMine(button) {
    return [this.bar, this.end, this.device, this.code, this.timer?.place].some((place) => place?.contains(button));
  }

  /** @param {HTMLButtonElement} button */
  #quote(button) {
    if (this.#record.sealed) return;
    this.fields.quote(button.dataset.into ?? "", (button.dataset.from ?? "").split(" "));
    this.#changed();
  }

  /** Prints what it stands beside: the scorecard, not the questions and what to prepare. */
  #print() {
    document.documentElement.dataset.printing = "scorecard";
    addEventListener("afterprint", () => delete document.documentElement.dataset.printing, { once: true });
    print();
  }

  #new() {
    this.#saving.flush();
    this.timer?.stop();
    this.#show(this.#begun(true));
    this.notices.status("");
    focus(this.fields.text("candidate"));
  }

  #delete() {
    this.#saving.flush();
    this.#deleted = read(this.#record.id) ?? this.#record;
    forget(this.#record.id);
    this.#show(this.#mine()[0] ?? this.#begun(true));
    this.#told.textContent = this.words.deleted;
    const undo = this.#button("undo");
    undo.hidden = false;
    undo.focus();
  }

  #undo() {
    this.#saving.flush();
    if (this.#deleted) this.#show(this.#deleted);
    this.#save();
    this.#button("undo").hidden = true;
    this.#told.textContent = this.words.undone;
    this.#button("delete").focus();
  }

  /**
   * @param {HTMLButtonElement} button
   * @param {boolean} isSure Whether it was pressed once already.
   */
  #deleteAll(button, isSure) {
    this.#told.textContent = isSure ? this.words.allDeleted : this.words.sure;
    if (!isSure) {
      button.dataset.sure = "asked";
      return;
    }
    this.#saving.drop();
    this.timer?.stop();
    forgetAll();
    this.#button("undo").hidden = true;
    this.#show(this.#begun(true));
    this.notices.clear();
    this.notices.status(this.words.allDeleted);
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
    find(this.end, ".rb-form__sealed", HTMLElement).focus();
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
    this.#button("seal").focus();
  }

  /** Shows whether it is sealed: what can be changed, and what can be done. */
  #showState() {
    const { sealed } = this.#record;
    this.fields.lock(sealed !== null);
    this.#button("seal").hidden = sealed !== null;
    this.#button("share").toggleAttribute("data-off", sealed === null);
    this.end.toggleAttribute("data-sealed", sealed !== null);
    find(this.end, ".rb-form__sealed", HTMLElement).hidden = sealed === null;
    find(this.end, ".rb-form__reopen", HTMLElement).hidden = sealed === null;
    if (this.timer) this.timer.button.disabled = sealed !== null;
    if (sealed === null) return;
    const time = new Date(sealed).toLocaleString(regional(this.block.language), {
      dateStyle: "long",
      timeStyle: "short",
    });
    const told = fill(this.words.sealed, { time, name: this.#record.interviewer });
    find(this.end, "[data-sealed]", HTMLElement).textContent = told;
    this.notices.status(told);
  }

  async #share() {
    const data = shareable(`${fileName(this.#record)}.json`, "application/json", await json(this.#record));
    if (!data) return;
    const { candidate, interviewer } = this.#record;
    const text = fill(this.words.shareText, { candidate, interviewer });
    this.notices.clear();
    try {
      await navigator.share({ ...data, title: text, text });
      handedOver(this.#record.id);
      this.notices.status(this.words.shared);
    } catch (error) {
      const isOff = error instanceof DOMException && error.name === "AbortError"; // the reader has thought better of it
      if (!isOff) this.notices.obstacle(this.words.notShared);
    }
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
