// The clock of an interview: how long it has run, and which part of the time plan that is.
import { fill, find } from "./dom.js";

/** @import { ScorecardForm, ScorecardFormWords } from "../../../types/tools.d.ts" */

export class Timer {
  /** @type {ReturnType<typeof setInterval> | undefined} */
  #running;

  /**
   * @param {HTMLElement} place What holds an output, a button and a line.
   * @param {ScorecardForm["plan"]} plan
   * @param {ScorecardFormWords} words
   * @param {() => void} ticked Called each second.
   */
  constructor(place, plan, words, ticked) {
    this.plan = plan;
    this.words = words;
    this.ticked = ticked;
    this.seconds = 0;
    this.output = find(place, "[data-timer]", HTMLElement);
    this.part = find(place, "[data-part]", HTMLElement);
    this.button = find(place, "button", HTMLButtonElement);
    this.startLabel = this.button.textContent;
  }

  /** @param {number} seconds */
  set(seconds) {
    this.stop();
    this.seconds = seconds;
    this.#show();
  }

  toggle() {
    if (this.#running) return this.stop();
    const begun = Date.now() - this.seconds * 1000; // a tab in the background ticks late
    this.#running = setInterval(() => {
      this.seconds = Math.floor((Date.now() - begun) / 1000);
      this.#show();
      this.ticked();
    }, 1000);
    this.button.textContent = this.button.dataset.stop ?? "";
  }

  stop() {
    clearInterval(this.#running);
    this.#running = undefined;
    this.button.textContent = this.startLabel;
  }

  #show() {
    const [minutes, seconds] = [Math.floor(this.seconds / 60), this.seconds % 60];
    this.output.textContent = `${minutes}:${String(seconds).padStart(2, "0")}`;
    this.part.textContent = this.#currentPart();
  }

  /** Which part of the plan it is now, and until when. */
  #currentPart() {
    let end = 0;
    for (const [length, part] of this.plan) {
      end += length;
      if (end * 60 > this.seconds) return fill(this.words.until, { part, end });
    }
    return this.words.over;
  }
}
