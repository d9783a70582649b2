// What one page hands over to a form on another: what its fields are to be filled in with. It waits on this device until
// that form has been opened.
import { HANDED } from "./device-store.js";

/** @typedef {{ name: string, values: Map<string, string> }} Handover Whom it is about, and what belongs in which field. */

/**
 * Leaves something for a form; raises where storage is full or forbidden.
 *
 * @param {string} form Its id.
 * @param {Handover} handover
 */
export function leave(form, { name, values }) {
  const kept = { changed: new Date().toISOString(), name, values: Object.fromEntries(values) };
  localStorage.setItem(HANDED + form, JSON.stringify(kept));
}

/**
 * What waits for a form, or null.
 *
 * @param {string} form
 * @returns {Handover | null}
 */
export function handedOver(form) {
  try {
    const { name, values } = JSON.parse(localStorage.getItem(HANDED + form) ?? "null");
    const texts = Object.entries(values).map(([field, value]) => /** @type {const} */ ([field, String(value)]));
    return { name: String(name), values: new Map(texts) };
  } catch {
    return null; // there is none, it is none of ours, or storage is forbidden
  }
}

/** @param {string} form */
export const forget = (form) => localStorage.removeItem(HANDED + form);
