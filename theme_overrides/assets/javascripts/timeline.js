// <rb-timeline>: works out the day on which each step ends from the day on which the first one begins, as
// `rolebook.kit.timeline` and the Excel file do. Public holidays are not known here.
import { dataOf, fill, find, regional } from "./dom.js";

/** @import { Timeline, TimelineData } from "../../../types/tools.d.ts" */

const DAY = 86_400_000;

/**
 * The day that lies some working days after another; days are counted from 1 January 1970, a Thursday.
 *
 * @param {number} day
 * @param {number} workingDays
 * @param {readonly number[]} weekend
 */
function after(day, workingDays, weekend) {
  let [now, left] = [day, workingDays];
  while (left > 0) {
    now += 1;
    if (!weekend.includes(((now + 3) % 7) + 1)) left -= 1;
  }
  return now;
}

/**
 * The day on which each step ends.
 *
 * @param {Timeline} timeline
 * @param {number} start
 */
export function ends({ steps, weekend }, start) {
  let day = start;
  return steps.map(({ working_days: workingDays, days }) => {
    day = workingDays ? after(day, workingDays, weekend) : after(day + days - 1, 1, weekend);
    return day;
  });
}

customElements.define(
  "rb-timeline",
  class extends HTMLElement {
    connectedCallback() {
      const form = find(this, "form", HTMLFormElement);
      form.hidden = false;
      form.addEventListener("submit", (event) => event.preventDefault());
      form.addEventListener("input", () => this.#show(form));
      this.#show(form); // a browser may have kept the day before a reload
    }

    /** @param {HTMLFormElement} form */
    #show(form) {
      const { block, words } = /** @type {TimelineData} */ (dataOf(this));
      const start = find(form, "[name=start]", HTMLInputElement).valueAsNumber;
      const days = Number.isNaN(start) ? [] : ends(block, start / DAY);
      /** @type {Intl.DateTimeFormatOptions} */
      const parts = { weekday: "short", day: "numeric", month: "short", year: "numeric", timeZone: "UTC" };
      const format = new Intl.DateTimeFormat(regional(block.language), parts);
      const written = days.map((day) => format.format(day * DAY));
      for (const [number] of block.steps.entries()) {
        const field = form.elements.namedItem(`end-${number}`);
        if (field instanceof HTMLOutputElement) field.value = written[number] ?? "";
      }
      const last = written.at(-1);
      find(form, "[role=status]", HTMLElement).textContent = last ? fill(words.first, { day: last }) : words.none;
    }
  },
);
