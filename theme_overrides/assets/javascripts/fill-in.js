// <rb-fill-in>: the bar of a form. It says how much is filled in, keeps that on this device, and copies or prints it. The
// form's fields are the page's: without scripts they can be filled in and printed all the same.
import { sayDay } from "./day-field.js";
import { clear, expire } from "./device-store.js";
import { buttonOf, dataOf, element, fill, find, regional } from "./dom.js";
import { headingOf, heldIn, isBox } from "./fill-in-fields.js";
import { keep, read, valuesOf } from "./fill-in-kept.js";
import { letterOf, linesOf } from "./fill-in-text.js";
import { forget, handedOver } from "./handover.js";

/** @import { FillInData } from "../../../types/tools.d.ts" */
/** @import { Field } from "./fill-in-fields.js" */

const DAY = 86_400_000;

class Form {
  #listening = new AbortController();
  /** What was in the fields before they were emptied. @type {Map<string, string> | null} */
  #emptied = null;
  /** What is to be filled in next. @type {Field | undefined} */
  next;

  /** @param {HTMLElement} place */
  constructor(place) {
    const { block, words } = /** @type {FillInData} */ (dataOf(place));
    this.place = place;
    this.block = block;
    this.words = words;
    this.body = find(document, ".rb-body", HTMLElement);
    this.device = find(document, "[data-device=fill-in]", HTMLElement);
    const fields = [...this.body.querySelectorAll("input[name], textarea[name]")];
    /** What says how much of a list is done, with the list. @type {Map<Element, Element>} */
    this.lists = new Map();
    for (const tasks of this.body.querySelectorAll(".rb-tasks")) {
      const line = tasks.querySelector(".rb-tasks__done");
      const before = tasks.previousElementSibling;
      if (line) this.lists.set(line, tasks);
      if (line && before instanceof HTMLHeadingElement) before.append(line); // it says what the list is
    }
    this.fields = fields.filter((one) => one instanceof HTMLInputElement || one instanceof HTMLTextAreaElement);
  }

  listen() {
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    for (const part of this.place.querySelectorAll("[hidden]")) part.removeAttribute("hidden");
    this.device.hidden = false;
    this.body.querySelector(".rb-letter")?.removeAttribute("hidden");
    // What the kit knows, and most fields of a letter, would keep a phone's reader from the rest of the page.
    const long = this.body.querySelectorAll("details:has(> dl), .rb-letter details");
    if (matchMedia("(width < 45em)").matches) for (const part of long) part.removeAttribute("open");
    expire(this.block.days);
    this.#fillIn(read(this.block.id, this.block.language, this.fields, this.body));
    this.#takeOver();
    this.body.addEventListener("input", ({ target }) => this.#change(target), { signal });
    this.place.addEventListener("click", (event) => this.#act(buttonOf(event)), { signal });
    this.device.addEventListener("click", (event) => this.#act(buttonOf(event)), { signal });
  }

  stop() {
    this.#listening.abort();
  }

  /** @param {EventTarget | null} target */
  #change(target) {
    for (const field of this.fields) {
      if (!(target instanceof HTMLInputElement) || field === target || field.name !== target.name) continue;
      // It is the same blank twice in a letter; a choice for it is one of the words that may stand there.
      if (!isBox(field)) field.value = target.value;
      else if (target.type === "text") field.checked = field.value === target.value.trim();
    }
    this.#emptied = null;
    this.#keep();
    this.#show();
  }

  /** @param {HTMLButtonElement | null} button */
  #act(button) {
    const act = button?.dataset.act;
    if (act === "copy") void this.#copy();
    else if (act === "begin") this.#goOn();
    else if (act === "print") print();
    else if (act === "empty") this.#empty();
    else if (act === "delete-all" && button) this.#clear(button);
    else if (act === "take-over") this.#takeOver(true);
    else if (act === "leave") this.#leave();
  }

  /** Fills in what another page has handed over; asks first, if the form is already filled in for somebody else. */
  #takeOver(isSure = false) {
    const handed = handedOver(this.block.id);
    if (!handed) return;
    const { name, values } = handed;
    const before = valuesOf(this.fields);
    const isSame = before.get("candidate") === values.get("candidate");
    if (before.size > 0 && !isSame && !isSure) return this.#ask(name);
    this.#fillIn(new Map([...(isSame ? before : []), ...values]));
    if (before.size > 0) this.#emptied = before; // it can be undone
    forget(this.block.id);
    this.#keep();
    this.#show();
    this.#say(fill(this.words.handed, { name }));
  }

  /** @param {string} name */
  #ask(name) {
    const { words } = this;
    this.#say(fill(words.ask, { name }));
    const button = (/** @type {string} */ act, /** @type {string} */ label) =>
      element("button", { type: "button", "data-act": act }, label);
    const said = find(this.place, "[role=status]", HTMLElement);
    said.append(" ", button("take-over", words.replace), " ", button("leave", words.leave));
  }

  #leave() {
    forget(this.block.id);
    this.#say("");
  }

  /** Goes to what is to be filled in next; what has been folded up or shown since then counts. */
  #goOn() {
    this.#show();
    this.next?.focus();
  }

  async #copy() {
    try {
      await navigator.clipboard.writeText(this.block.is_letter ? letterOf(this.body) : linesOf(this.body, this.fields));
      this.#say(this.words.copied);
    } catch {
      this.#say(this.words.failed); // no permission, or no secure address
    }
  }

  /** Empties the fields, or fills them in again. */
  #empty() {
    const before = this.#emptied;
    this.#emptied = before ? null : valuesOf(this.fields);
    this.#fillIn(before ?? new Map());
    this.#keep();
  }

  /**
   * Clears the device of everything, if it is asked for twice.
   *
   * @param {HTMLButtonElement} button
   */
  #clear(button) {
    const isSure = button.dataset.sure !== undefined;
    find(this.device, "[role=status]", HTMLElement).textContent = isSure ? this.words.cleared : this.words.sure;
    button.toggleAttribute("data-sure", !isSure);
    if (!isSure) return;
    clear();
    this.#emptied = null;
    this.#fillIn(new Map());
  }

  /** @param {string} text */
  #say(text) {
    find(this.place, "[role=status]", HTMLElement).textContent = text;
  }

  /** @param {ReadonlyMap<string, string>} values */
  #fillIn(values) {
    for (const field of this.fields) {
      const value = values.get(field.name) ?? "";
      if (isBox(field)) field.checked = field.value === value;
      else field.value = value;
      if (field.form) field.dispatchEvent(new Event("input", { bubbles: true })); // a tool of its own listens to it
    }
    this.#show();
  }

  #keep() {
    try {
      keep(this.block.id, this.block.language, this.fields, this.body);
      this.#say("");
    } catch {
      this.#say(this.words.unkept);
    }
  }

  /** Says how much is filled in, what is due, and what a rule proposes. */
  #show() {
    const isCounted = (/** @type {Field} */ field) => (field.type === "checkbox") === this.block.is_plan;
    const counted = this.fields.filter((field) => isCounted(field) && !field.closest("[data-signed]"));
    const all = new Set(counted.map(({ name }) => name));
    const filled = new Set(counted.filter(heldIn).map(({ name }) => name));
    const sentence = this.block.is_plan ? this.words.done : this.words.filled;
    find(this.place, ".rb-fill__count", HTMLElement).textContent = fill(sentence, { n: filled.size, total: all.size });
    this.place.style.setProperty("--part", `${(100 * filled.size) / Math.max(1, all.size)}%`);
    const button = find(this.device, "[data-act=empty]", HTMLButtonElement);
    button.textContent = this.#emptied ? this.words.undo : this.words.empty;
    for (const field of this.fields) if (field.type === "date") sayDay(field, this.words.day);
    this.place.toggleAttribute("data-filled", filled.size > 0);
    this.#showSections(counted);
    this.#showNext(counted);
    this.#showDays();
    this.#propose();
  }

  /**
   * Says at the heading of each section how much of it is filled in; a plan says that of its lists, a letter is one.
   *
   * @param {readonly Field[]} fields
   */
  #showSections(fields) {
    if (this.block.is_plan || this.block.is_letter) return;
    /** @type {Map<Element, { all: Set<string>, filled: Set<string> }>} */
    const sections = new Map();
    for (const field of fields) {
      const heading = headingOf(field, this.body);
      if (!heading) continue;
      const section = sections.get(heading) ?? { all: new Set(), filled: new Set() };
      sections.set(heading, section);
      section.all.add(field.name);
      if (heldIn(field)) section.filled.add(field.name);
    }
    for (const [heading, { all, filled }] of sections) {
      const line = heading.querySelector(".rb-tasks__done") ?? document.createElement("small");
      line.className = "rb-tasks__done";
      line.textContent = fill(this.words.filled, { n: filled.size, total: all.size });
      line.toggleAttribute("data-full", filled.size === all.size);
      heading.append(line);
    }
  }

  /**
   * What is the next thing to do: the first field that is empty, or in a plan the first task that is left. What is folded
   * up is left out.
   *
   * @param {readonly Field[]} fields
   */
  #showNext(fields) {
    this.next = fields.find((field) => !heldIn(field) && !field.closest("[data-away], details:not([open])"));
    const begin = find(this.place, "[data-act=begin]", HTMLButtonElement);
    const isBegun = this.place.hasAttribute("data-filled");
    begin.parentElement?.toggleAttribute("hidden", !this.next);
    find(this.place, "[data-act=copy]", HTMLButtonElement).parentElement?.toggleAttribute("hidden", !isBegun);
    if (!this.block.is_plan) return;
    const button = document.createElement("b");
    const task = document.createElement("span"); // a phone has no room for it
    button.textContent = this.words.next;
    task.textContent = this.next?.closest("label")?.querySelector("span")?.textContent ?? "";
    begin.replaceChildren(button, task);
  }

  /** Says in a plan how much of each list is done, and on which day each thing is due. */
  #showDays() {
    const first = this.fields.find(({ name }) => name === "first-day");
    const start = first instanceof HTMLInputElement ? first.valueAsNumber : Number.NaN;
    const format = new Intl.DateTimeFormat(regional(this.block.language), {
      day: "numeric",
      month: "long",
      timeZone: "UTC",
    });
    const dueOn = (/** @type {number} */ number) => format.format(start + (number - 1) * DAY);
    for (const place of this.body.querySelectorAll("[data-day]")) {
      const number = Number(place.getAttribute("data-day"));
      place.textContent = Number.isNaN(start) ? "" : `· ${dueOn(number)}`;
    }
    for (const [line, tasks] of this.lists) {
      const boxes = [...tasks.querySelectorAll("input")];
      const done = fill(this.words.done, { n: boxes.filter(({ checked }) => checked).length, total: boxes.length });
      const due = line.getAttribute("data-due");
      const sentence = due === "0" ? this.words.before : this.words.by;
      const isDated = due !== null && !Number.isNaN(start);
      line.textContent = isDated ? fill(sentence, { done, day: dueOn(Math.max(1, Number(due))) }) : done;
      line.removeAttribute("hidden");
    }
  }

  /** Marks the option that a rule proposes, once there is a finding for everything that decides. */
  #propose() {
    const findings = [...this.body.querySelectorAll("[data-decides]")].map((group) => {
      const options = [...group.querySelectorAll("input")];
      return { place: options.findIndex(({ checked }) => checked), last: options.length - 1 };
    });
    const isKnown = findings.length > 0 && findings.every(({ place }) => place >= 0);
    const last = findings.filter((one) => one.place === one.last).length;
    const first = (100 * findings.filter(({ place }) => place === 0).length) / findings.length;
    const options = this.fields.filter(({ dataset }) => dataset.last !== undefined);
    const proposed = options.find(({ dataset }) => last <= Number(dataset.last) && first >= Number(dataset.first));
    for (const option of options) {
      const isProposed = isKnown && option === proposed;
      const label = option.closest("label");
      label?.toggleAttribute("data-proposed", isProposed);
      label?.querySelector("small")?.toggleAttribute("hidden", !isProposed);
    }
  }
}

customElements.define(
  "rb-fill-in",
  class extends HTMLElement {
    /** @type {Form | undefined} */
    #form;

    connectedCallback() {
      this.#form ??= new Form(this);
      this.#form.listen();
    }

    disconnectedCallback() {
      this.#form?.stop();
    }
  },
);
