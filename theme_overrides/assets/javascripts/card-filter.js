// <rb-card-filter>: narrows a list of cards down by text and place. Without scripts, the whole list is there.
import "./fold.js";

const folded = (text) => globalThis.foldArabic(text.toLocaleLowerCase());

customElements.define(
  "rb-card-filter",
  class extends HTMLElement {
    connectedCallback() {
      const form = this.querySelector("form");
      form.hidden = false;
      form.addEventListener("submit", (event) => event.preventDefault());
      form.addEventListener("input", () => this.#apply());
      this.#apply(); // a browser may have kept what was written before a reload
    }

    #apply() {
      const { text, place } = this.querySelector("form").elements;
      const words = folded(text.value).split(/\s+/).filter(Boolean);
      let shown = 0;
      for (const card of this.querySelectorAll(".rb-card")) {
        const says = folded(card.textContent);
        const places = [...card.querySelectorAll("[data-place]")].map((item) => item.dataset.place);
        card.hidden = !(words.every((word) => says.includes(word)) && (!place.value || places.includes(place.value)));
        shown += !card.hidden;
      }
      const status = this.querySelector("[role=status]");
      status.textContent = shown ? "" : status.dataset.none;
    }
  },
);
