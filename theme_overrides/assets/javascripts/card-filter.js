// <rb-card-filter>: narrows a list of cards down by text and place, or the items of its page that its data names by text.
// Without scripts, the whole list is there.
import "./fold.js";
import { isOver } from "./closing.js";
import { find } from "./dom.js";

/** @param {string} text */
const folded = (text) => globalThis.foldWords(text.toLocaleLowerCase());

customElements.define(
  "rb-card-filter",
  class extends HTMLElement {
    connectedCallback() {
      const form = find(this, "form", HTMLFormElement);
      form.hidden = false;
      for (const card of this.querySelectorAll("[data-until]")) if (isOver(card)) card.remove();
      form.addEventListener("submit", (event) => event.preventDefault());
      form.addEventListener("input", () => this.#apply());
      this.#apply(); // a browser may have kept what was written before a reload
    }

    #apply() {
      const words = folded(this.querySelector("input")?.value ?? "")
        .split(/\s+/)
        .filter(Boolean);
      const place = this.querySelector("select")?.value;
      const list = this.dataset.items ? (this.parentElement ?? this) : this;
      const cards = list.querySelectorAll(this.dataset.items ?? ".rb-card");
      let isEmpty = true;
      for (const card of cards) {
        if (!(card instanceof HTMLElement)) continue;
        const says = folded(card.textContent);
        const fits = words.every((word) => says.includes(word)) && (!place || isAt(card, place));
        card.hidden = !fits;
        if (fits) isEmpty = false;
      }
      const status = find(this, "[role=status]", HTMLElement);
      const nothing = cards.length > 0 ? status.dataset.none : status.dataset.over;
      status.textContent = isEmpty ? (nothing ?? "") : "";
    }
  },
);

/**
 * @param {HTMLElement} card
 * @param {string} place
 */
const isAt = (card, place) =>
  [...card.querySelectorAll("[data-place]")].some((item) => item.getAttribute("data-place") === place);
