// <rb-message>: fills in the blanks of a message, and the same blanks of the other messages on the page.
import { find } from "./dom.js";

customElements.define(
  "rb-message",
  class extends HTMLElement {
    connectedCallback() {
      if (!this.querySelector("input[data-blank]")) return;
      find(this, ".rb-message__blanks", HTMLFieldSetElement).hidden = false;
      this.addEventListener("input", ({ target }) => {
        if (target instanceof HTMLInputElement) fillIn(target.dataset.blank ?? "", target.value);
      });
    }
  },
);

/**
 * @param {string} name
 * @param {string} words
 */
function fillIn(name, words) {
  for (const blank of document.querySelectorAll("rb-message [data-blank]")) {
    if (!(blank instanceof HTMLElement) || blank.dataset.blank !== name) continue;
    if (!(blank instanceof HTMLInputElement)) show(blank, words.trim());
    else if (blank.value !== words) blank.value = words; // not where somebody types: the cursor would jump
  }
}

/**
 * @param {HTMLElement} blank
 * @param {string} words
 */
function show(blank, words) {
  blank.dataset.label ??= blank.textContent ?? "";
  blank.textContent = words || blank.dataset.label;
  blank.toggleAttribute("data-empty", !words);
}
