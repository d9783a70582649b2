// What is filled into a form, as text to be copied elsewhere: a letter as it reads, any other form field by field.
import { dayOf } from "./day-field.js";
import { labelOf, optionOf } from "./fill-in-fields.js";

/** @import { Field } from "./fill-in-fields.js" */

/**
 * What a field says, in words; nothing where it is empty.
 *
 * @param {Field} field
 */
function saidIn(field) {
  if (field.type === "checkbox") return field instanceof HTMLInputElement && field.checked ? "\u2713" : "";
  if (field.type === "date") return field.value && dayOf(field.value);
  if (field.type !== "radio") return field.value.trim();
  return field instanceof HTMLInputElement && field.checked ? optionOf(field) : "";
}

/**
 * The fields that are filled in, a line for each, under the headings of their sections.
 *
 * @param {HTMLElement} body
 * @param {readonly Field[]} fields
 */
export function linesOf(body, fields) {
  const title = [".rb-role__title", "h1"]
    .map((one) => document.querySelector(one)?.textContent?.trim())
    .join(" \u2013 ");
  const lines = [title];
  let heading = "";
  for (const part of body.querySelectorAll("h2, h3, input[name], textarea[name]")) {
    if (part instanceof HTMLHeadingElement) {
      heading = part.firstChild?.textContent?.trim() ?? "";
      continue;
    }
    const field = fields.find((one) => one === part);
    const said = field ? saidIn(field) : "";
    if (!field || !said) continue;
    if (heading) lines.push("", heading);
    heading = "";
    const isTask = field.type === "checkbox" && !field.ariaLabel;
    lines.push(
      isTask ? `${said} ${field.closest("label")?.querySelector("span")?.textContent}` : `${labelOf(field)}: ${said}`,
    );
  }
  return `${lines.join("\n")}\n`;
}

/**
 * A letter with its blanks filled in; those that are empty stay in brackets. What is folded up is no part of it.
 *
 * @param {HTMLElement} body
 */
export const letterOf = (body) =>
  said(body)
    .trim()
    .replace(/\n{3,}/g, "\n\n");

/**
 * @param {Element} part
 * @param {string} selector
 */
const is = (part, selector) => part.matches(selector);

/**
 * @param {Node} node
 * @returns {string}
 */
function said(node) {
  if (node instanceof Text) return node.data.replace(/\s+/g, " ");
  if (node instanceof HTMLInputElement) return node.value.trim() || node.placeholder;
  if (node instanceof HTMLTextAreaElement) return node.value.trim();
  if (!(node instanceof HTMLElement)) return "";
  /** @type {HTMLElement} */
  const part = node;
  if (is(part, "details, thead, caption, .rb-letter, .rb-field > span")) return "";
  const text = [...part.childNodes].map(said).join("");
  if (is(part, "li")) return `- ${text.trim()}\n`;
  if (is(part, "dt")) return `${text.trim()}: `;
  if (is(part, "th, td")) return text.trim() ? `${text.trim()}  ` : "";
  if (is(part, "dl > div, tr")) return `${text.trim()}\n`;
  return is(part, "p, h2, h3, ul, dl, table") ? `${text.trim()}\n\n` : text;
}
