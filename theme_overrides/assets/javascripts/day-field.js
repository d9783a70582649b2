// A day in a field, said in the page's language: a browser writes it in its own, whatever language the page has.
import { regional } from "./dom.js";

/**
 * A day as a field holds it, in words.
 *
 * @param {string} date
 */
export function dayOf(date) {
  /** @type {Intl.DateTimeFormatOptions} */
  const parts = { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" };
  return new Date(date).toLocaleDateString(regional(document.documentElement.lang), parts);
}

/**
 * Says in the place of what the browser writes which day a field holds, or how one is written.
 *
 * @param {HTMLInputElement | HTMLTextAreaElement} field
 */
export function sayDay(field, empty = "") {
  const label = field.closest("label");
  if (!label) return;
  field.toggleAttribute("data-empty", !field.value);
  label.dataset.said = field.value ? dayOf(field.value) : empty;
}
