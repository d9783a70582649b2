// Elements found in the page, and elements made from data. Texts go in as text nodes and never as markup.

/** @import { Counted, Sentence } from "../../../types/tools.d.ts" */

/** @typedef {string | number | boolean | null | undefined} AttributeValue */
/** @typedef {Node | string} Part What stands in an element: another one, or text. */
/** @typedef {readonly Part[]} Cell What stands in a cell of a table. */

/**
 * The first element of a type that a selector finds: one that the page's template always writes.
 *
 * @template {Element} Found
 * @param {ParentNode} root
 * @param {string} selector
 * @param {new () => Found} type
 * @throws {TypeError} There is none.
 */
export function find(root, selector, type) {
  return expect(root.querySelector(selector), type, selector);
}

/**
 * What was found, if it is of the type that it has to be.
 *
 * @template {Element} Found
 * @param {unknown} found
 * @param {new () => Found} type
 * @param {string} where
 * @throws {TypeError} It is not.
 */
export function expect(found, type, where) {
  if (found instanceof type) return found;
  throw new TypeError(`The page has no ${type.name} at ${where}`);
}

/**
 * What the page's template tells the script of an element: its block, and the words that the script says.
 *
 * @param {Element} element
 * @returns {unknown}
 */
export const dataOf = (element) => JSON.parse(find(element, "[data-knows]", HTMLTemplateElement).content.textContent);

/**
 * The button in which something was clicked, if any.
 *
 * @param {Event} event
 */
export const buttonOf = (event) => (event.target instanceof Element ? event.target.closest("button") : null);

const BOTH_GENDERS = /([\u0621-\u0652]+\/[\u0621-\u0652]+)/;

/**
 * A text in parts: a title for both genders, such as «محلل/ة», is an element, as no line may end at its slash.
 *
 * @param {Part} part
 * @returns {Part[]}
 */
export function whole(part) {
  if (typeof part !== "string" || !part.includes("/") || !BOTH_GENDERS.test(part)) return [part];
  return part.split(BOTH_GENDERS).map((word, place) => {
    if (place % 2 === 0) return word;
    const kept = document.createElement("span");
    kept.className = "rb-whole";
    kept.textContent = word;
    return kept;
  });
}

/**
 * An element with attributes and children; null is no child.
 *
 * @template {keyof HTMLElementTagNameMap} Name
 * @param {Name} name
 * @param {Record<string, AttributeValue>} attributes
 * @param {(Part | null)[]} children
 */
export function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === true) made.setAttribute(key, "");
    else if (value !== false && value !== null && value !== undefined) made.setAttribute(key, String(value));
  }
  made.append(...children.filter((child) => child !== null).flatMap(whole));
  return made;
}

/**
 * What somebody has written, with a direction of its own.
 *
 * @param {string} text
 */
export const own = (text) => element("bdi", {}, text);

/**
 * A label that sorts what it stands beside; `tone` as in `documents.blocks.Mark`.
 *
 * @param {string} text
 */
export const mark = (text, tone = "plain") => element("span", { class: `rb-mark rb-mark--${tone}` }, text);

/**
 * A table as documents have it: the first cell of each row is its head; on a phone, each cell stands behind its
 * column's name.
 *
 * @param {string} caption
 * @param {readonly Cell[]} columns
 * @param {readonly (readonly Cell[])[]} rows
 */
export function table(caption, columns, rows) {
  const names = columns.map((column) => column.map(textOf).join(" "));
  const head = element("tr", {}, ...columns.map((column) => element("th", { scope: "col" }, ...column)));
  const body = rows.map(([first = [], ...others]) => {
    const cells = others.map((cell, index) => element("td", { "data-label": names[index + 1] }, ...cell));
    return element("tr", {}, element("th", { scope: "row" }, ...first), ...cells);
  });
  const grid = element(
    "table",
    { class: "rb-grid" },
    element("caption", { class: "rb-hidden" }, caption),
    element("thead", {}, head),
    element("tbody", {}, ...body),
  );
  return element("div", { class: "rb-table", role: "region", "aria-label": caption, tabindex: "0" }, grid);
}

/** @param {Part} part */
const textOf = (part) => (typeof part === "string" ? part : (part.textContent ?? ""));

/**
 * A sentence with its `{names}` filled in.
 *
 * @template {string} Name
 * @param {Sentence<Name>} sentence
 * @param {Record<NoInfer<Name>, string | number>} values
 */
export function fill(sentence, values) {
  const known = new Map(Object.entries(values));
  return sentence.replace(/\{(\w+)\}/g, (whole, name) => String(known.get(name) ?? whole));
}

/** @type {Intl.PluralRules | undefined} */
let rules; // of the page's language: to make them takes longer than to use them

/**
 * Words for a number of things, `{n}`, in the plural form that the page's language has for it.
 *
 * @template {string} Name
 * @param {Counted<Name>} forms
 * @param {number} n
 * @param {Omit<Record<NoInfer<Name>, string | number>, "n">} values The other names.
 */
export function count(forms, n, values) {
  rules ??= new Intl.PluralRules(document.documentElement.lang);
  /** @type {string} */
  const sentence = forms[rules.select(n)] ?? forms.other;
  return fill(sentence, { ...values, n });
}

/**
 * The language of numbers and dates: figures are Western ones, and dates in English British ones.
 *
 * @param {string} language
 */
export const regional = (language) => `${language === "en" ? "en-GB" : language}-u-nu-latn-ca-gregory`;
