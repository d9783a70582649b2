// Elements made from data. Texts go in as text nodes and never as markup.

/** An element with attributes and children; a string is a child as well, null is none. */
export function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === true) made.setAttribute(key, "");
    else if (value !== false && value !== null && value !== undefined) made.setAttribute(key, value);
  }
  made.append(...children.filter((child) => child !== null));
  return made;
}

/** What somebody has written, with a direction of its own. */
export const own = (text) => element("bdi", {}, text);

/** A label that sorts what it stands beside; `tone` as in `documents.blocks.Mark`. */
export const mark = (text, tone = "plain") => element("span", { class: `rb-mark rb-mark--${tone}` }, text);

/** A table as documents have it: the first cell of each row is its head; on a phone, each cell stands behind its column's name. */
export function table(caption, columns, rows) {
  const head = element("tr", {}, ...columns.map((column) => element("th", { scope: "col" }, ...column)));
  const names = columns.map((column) => column.map((part) => part.textContent ?? part).join(" "));
  const body = rows.map((cells) =>
    element("tr", {}, ...cells.map((cell, index) => (index ? element("td", { "data-label": names[index] }, ...cell) : element("th", { scope: "row" }, ...cell)))),
  );
  const grid = element("table", { class: "rb-grid" }, element("caption", { class: "rb-hidden" }, caption), element("thead", {}, head), element("tbody", {}, ...body));
  return element("div", { class: "rb-table", role: "region", "aria-label": caption, tabindex: "0" }, grid);
}

/** A sentence with its `{names}` filled in. */
export const fill = (sentence, values) => sentence.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
