// The fields of a form: what they hold, what they ask, and where they stand.

/** @typedef {HTMLInputElement | HTMLTextAreaElement} Field */

/** @param {Field} field @returns {field is HTMLInputElement} */
export const isBox = (field) => field.type === "radio" || field.type === "checkbox";

/**
 * What a field holds: nothing, if it is neither written in nor chosen.
 *
 * @param {Field} field
 */
export const heldIn = (field) => (isBox(field) && !field.checked ? "" : field.value.trim());

/**
 * What a field is called.
 *
 * @param {Field} field
 */
export const labelOf = (field) =>
  field.ariaLabel ??
  (field.closest("fieldset")?.querySelector("legend") ?? field.closest("label")?.querySelector("span"))?.textContent;

/**
 * What an option says that can be chosen.
 *
 * @param {Field} option
 */
export function optionOf(option) {
  const label = option.closest("label");
  return (label?.querySelector("strong") ?? label?.querySelector("span"))?.textContent ?? "";
}

/**
 * The heading of the section that a field stands in.
 *
 * @param {Element} field
 * @param {Element} body
 */
export function headingOf(field, body) {
  /** @type {Element | null} */
  let part = field;
  while (part && part.parentElement !== body) part = part.parentElement;
  while (part && part.localName !== "h2") part = part.previousElementSibling;
  return part;
}
