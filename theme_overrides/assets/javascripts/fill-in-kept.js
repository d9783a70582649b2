// What a browser keeps of a form, on this device. Fields are named by their places, which change as the form does: what
// was written goes to the field that asks the same, and an option that was chosen is found by its words.
import { FORM } from "./device-store.js";
import { headingOf, heldIn, labelOf, optionOf } from "./fill-in-fields.js";

/** @import { Field } from "./fill-in-fields.js" */
/** @typedef {Record<string, string>} Words */
/** @typedef {{ changed: string, values: Words, language: string, asked: Words, chosen: Words }} Kept */

/**
 * What the fields hold, by their names.
 *
 * @param {readonly Field[]} fields
 */
export const valuesOf = (fields) =>
  new Map(fields.filter((field) => heldIn(field)).map((field) => [field.name, heldIn(field)]));

/**
 * What each field asks, by its name, with the section and what it is folded up in.
 *
 * @param {readonly Field[]} fields
 * @param {Element} body
 */
function askedIn(fields, body) {
  /** @type {Map<string, string>} */
  const asked = new Map();
  for (const field of fields) {
    if (asked.has(field.name)) continue;
    const within = [headingOf(field, body)?.id, field.closest("details[id]")?.id];
    asked.set(field.name, [...within, labelOf(field)].join("\n"));
  }
  return asked;
}

/**
 * Keeps what the fields hold; raises where storage is full or forbidden.
 *
 * @param {string} id
 * @param {string} language
 * @param {readonly Field[]} fields
 * @param {Element} body
 */
export function keep(id, language, fields, body) {
  const values = Object.fromEntries(valuesOf(fields));
  if (Object.keys(values).length === 0) return localStorage.removeItem(FORM + id);
  const asked = [...askedIn(fields, body)].filter(([name]) => name in values);
  const chosen = fields.filter((field) => field.type === "radio" && heldIn(field));
  /** @type {Kept} */
  const kept = {
    changed: new Date().toISOString(),
    values,
    language,
    asked: Object.fromEntries(asked),
    chosen: Object.fromEntries(chosen.map((field) => [field.name, optionOf(field)])),
  };
  return localStorage.setItem(FORM + id, JSON.stringify(kept));
}

/**
 * What is kept of a form, by the names that its fields have now.
 *
 * @param {string} id
 * @param {string} language
 * @param {readonly Field[]} fields
 * @param {Element} body
 * @returns {Map<string, string>}
 */
export function read(id, language, fields, body) {
  try {
    const kept = /** @type {Partial<Kept>} */ (JSON.parse(localStorage.getItem(FORM + id) ?? "{}"));
    const values = Object.entries(kept.values ?? {}).map(([name, value]) => [name, String(value)]);
    if (kept.language !== language) return new Map(/** @type {[string, string][]} */ (values)); // its words are others
    return placed(/** @type {Kept} */ (kept), fields, askedIn(fields, body));
  } catch {
    return new Map(); // it is none of ours, or storage is forbidden
  }
}

/**
 * @param {Kept} kept
 * @param {readonly Field[]} fields
 * @param {ReadonlyMap<string, string>} asked
 */
function placed({ values, asked: before, chosen }, fields, asked) {
  /** @type {Map<string, string>} */
  const names = new Map();
  for (const [name, question] of asked) names.set(question, names.has(question) ? "" : name);
  const claimed = new Set(Object.values(before));
  /** @type {Map<string, string>} */
  const found = new Map();
  for (const [name, value] of Object.entries(values)) {
    const now = asked.get(name) ?? "";
    // Its own place; the one of the same question; or its own place again, where that is worded anew.
    const place = now === before[name] ? name : names.get(before[name] ?? "") || (claimed.has(now) ? "" : name);
    const option = fields.find((one) => one.name === place && one.type === "radio" && optionOf(one) === chosen[name]);
    if (place && (!chosen[name] || option)) found.set(place, option?.value ?? value);
  }
  return found;
}
