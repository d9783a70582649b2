// The clock of an interview: how long it has run, and which part of the time plan that is. It begins with the first step
// in which something is asked, runs on while the page is reloaded, and stops when rating begins.
import { fill, find } from "./dom.js";

/** @import { ScorecardForm, ScorecardFormWords } from "../../../types/tools.d.ts" */

const RUNNING = "rolebook.clock.1"; // kept until the tab is closed

export class Timer {
  /** @type {ReturnType<typeof setInterval> | undefined} */
  #running;

  /**
   * @param {HTMLElement} place What contains an output, a button and a line.
   * @param {ScorecardForm["plan"]} plan
   * @param {ScorecardFormWords} words
   * @param {() => void} ticked Called each second.
   */
  constructor(place, plan, words, ticked) {
    this.place = place;
    this.plan = plan;
    this.words = words;
    this.ticked = ticked;
    this.seconds = 0;
    this.total = 60 * plan.reduce((sum, [minutes]) => sum + minutes, 0);
    this.output = find(place, "[data-timer]", HTMLElement);
    this.part = find(place, "[data-part]", HTMLElement);
    this.button = find(place, "button", HTMLButtonElement);
    this.startLabel = this.button.textContent;
    place.hidden = false;
  }

  /**
   * Shows the clock of a scorecard, and lets it run on if it was running when the page was left.
   *
   * @param {string} card The scorecard's id.
   * @param {number} seconds
   */
  set(card, seconds) {
    clearInterval(this.#running);
    this.#running = undefined;
    this.button.textContent = this.startLabel;
    this.card = card;
    this.seconds = seconds;
    this.#show();
    const begun = begunAt(card);
    if (begun !== null) this.#run(begun);
  }

  /** Begins, unless it has begun already. */
  begin() {
    if (!this.#running && this.seconds === 0) this.toggle();
  }

  toggle() {
    if (this.#running) return this.stop();
    this.#run(Date.now() - this.seconds * 1000); // a tab in the background ticks late
  }

  stop() {
    this.pause();
    note(null);
  }

  /** Stops on this page: it runs on when the page is opened again. */
  pause() {
    clearInterval(this.#running);
    this.#running = undefined;
    this.button.textContent = this.startLabel;
  }

  /** @param {number} begun */
  #run(begun) {
    note({ card: this.card ?? "", begun });
    const tick = () => {
      this.seconds = Math.max(0, Math.floor((Date.now() - begun) / 1000));
      this.#show();
      this.ticked();
    };
    this.#running = setInterval(tick, 1000);
    this.button.textContent = this.button.dataset.stop ?? "";
  }

  #show() {
    const [minutes, seconds] = [Math.floor(this.seconds / 60), this.seconds % 60];
    this.output.textContent = `${minutes}:${String(seconds).padStart(2, "0")}`;
    this.part.textContent = this.#currentPart();
    const stage = this.place.closest("rb-stage");
    const elapsed = this.total ? Math.min(1, this.seconds / this.total) : 0;
    if (stage instanceof HTMLElement) stage.style.setProperty("--elapsed", `${(100 * elapsed).toFixed(1)}%`);
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

/** @param {{ card: string, begun: number } | null} running */
function note(running) {
  try {
    if (running) sessionStorage.setItem(RUNNING, JSON.stringify(running));
    else sessionStorage.removeItem(RUNNING);
  } catch {
    // storage is forbidden: the clock stops with the page
  }
}

/**
 * When the clock of a scorecard was begun that is still running, or null.
 *
 * @param {string} card
 */
function begunAt(card) {
  try {
    const running = JSON.parse(sessionStorage.getItem(RUNNING) ?? "null");
    return running?.card === card && Number.isFinite(running.begun) ? Number(running.begun) : null;
  } catch {
    return null;
  }
}
