// <rb-guide>: leads through an interview, one step at a time. Nothing is moved or copied: the page shows the parts that
// belong to a step and hides the others, so that notes and ratings go into the stage's own scorecard.
import { buttonOf, dataOf, element, expect, fill, find, findById } from "./dom.js";

/** @import { InterviewGuideData } from "../../../types/tools.d.ts" */

class Guide {
  #step = 0;
  #listening = new AbortController();

  /** @param {HTMLElement} place */
  constructor(place) {
    const { block, words } = /** @type {InterviewGuideData} */ (dataOf(place));
    const { steps } = block;
    this.place = place;
    this.steps = steps;
    this.words = words;
    this.bar = find(place, ".rb-guide__bar", HTMLElement);
    this.title = find(place, ".rb-guide__title", HTMLElement);
    this.start = find(place, "[data-act=start]", HTMLButtonElement);
    this.entry = expect(this.start.parentElement, HTMLElement, "the start button's paragraph");
    this.jump = find(place, "[data-act=jump]", HTMLSelectElement);
    const options = steps.map(({ title }, index) => {
      return new Option(fill(words.step, { number: index + 1, count: steps.length, title }), String(index));
    });
    this.jump.replaceChildren(...options);
    this.form = findById(steps.at(-1)?.shows.at(-1) ?? "").dataset.formEnd ?? ""; // the scorecard that it feeds
    this.foot = this.#foot();
    place.hidden = false;
  }

  listen() {
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    for (const place of [this.place, this.foot]) {
      place.addEventListener("click", (event) => this.#act(buttonOf(event)?.dataset.act), { signal });
    }
    this.jump.addEventListener("change", () => this.#show(Number(this.jump.value)), { signal });
    addEventListener("keydown", (event) => event.key === "Escape" && this.#leave(), { signal });
  }

  stop() {
    this.#leave();
    this.#listening.abort();
  }

  /** The way on, once more, below the last part of a step. */
  #foot() {
    /** @param {"back" | "next"} act */
    const button = (act) => element("button", { type: "button", "data-act": act }, this.words[act]);
    const foot = element("p", { class: "rb-guide__foot", hidden: true }, button("back"), " ", button("next"));
    findById(`${this.form}-end`).after(foot);
    return foot;
  }

  /** @param {string | undefined} act */
  #act(act) {
    if (act === "start") this.#show(0);
    else if (act === "next") this.#show(this.#step + 1);
    else if (act === "back") this.#show(this.#step - 1);
    else if (act === "leave") this.#leave();
  }

  /** @param {number} number */
  #show(number) {
    const step = this.steps[number];
    if (!step) return;
    this.#step = number;
    document.documentElement.toggleAttribute("data-guiding", true);
    this.#clear();
    const scorecard = expect(findById(this.form).closest("rb-scorecard"), HTMLElement, "the form's scorecard");
    const noting = step.notes.map(findById);
    for (const part of [this.place, scorecard, this.foot, ...step.shows.map(findById), ...noting]) {
      part.toggleAttribute("data-guided", true);
    }
    for (const part of noting) part.toggleAttribute("data-noting", true);
    scorecard.toggleAttribute("data-first", number === 0);
    this.entry.hidden = true;
    this.bar.hidden = false;
    this.foot.hidden = false;
    this.title.textContent = step.minutes ? `${step.title} · ${step.minutes}` : step.title;
    this.jump.value = String(number);
    for (const place of [this.place, this.foot]) {
      find(place, "[data-act=back]", HTMLButtonElement).disabled = number === 0;
      find(place, "[data-act=next]", HTMLButtonElement).disabled = number === this.steps.length - 1;
    }
    scrollTo(0, 0);
    this.title.focus({ preventScroll: true });
  }

  #clear() {
    for (const part of document.querySelectorAll("[data-guided]")) {
      part.removeAttribute("data-guided");
      part.removeAttribute("data-noting");
    }
  }

  #leave() {
    if (this.bar.hidden) return;
    this.#clear();
    document.documentElement.toggleAttribute("data-guiding", false);
    this.bar.hidden = true;
    this.foot.hidden = true;
    this.entry.hidden = false;
    this.start.focus();
  }
}

customElements.define(
  "rb-guide",
  class extends HTMLElement {
    /** @type {Guide | undefined} */
    #guide;

    connectedCallback() {
      this.#guide ??= new Guide(this);
      this.#guide.listen();
    }

    disconnectedCallback() {
      this.#guide?.stop();
    }
  },
);
