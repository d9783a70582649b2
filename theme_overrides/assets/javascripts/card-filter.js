// <rb-card-filter>: narrows a list of cards down by text and place, or the items of its page that its data names by text;
// what they are folded up in is unfolded meanwhile. Without scripts, the whole list is there.
import "./fold.js";
import { isOver } from "./closing.js";
import { find } from "./dom.js";

/** @param {string} text */
const folded = (text) => globalThis.foldWords(text.toLocaleLowerCase());

customElements.define(
  "rb-card-filter",
  class extends HTMLElement {
    /** What was unfolded before something was sought. @type {Set<Element> | undefined} */
    #unfolded;

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
      /** @type {Set<Element>} */
      const around = new Set();
      let isEmpty = true;
      for (const card of cards) {
        if (!(card instanceof HTMLElement)) continue;
        const fold = card.closest(".rb-folded");
        const says = folded(`${fold?.querySelector("summary")?.firstChild?.textContent ?? ""} ${card.textContent}`);
        const fits = words.every((word) => says.includes(word)) && (!place || isAt(card, place));
        card.hidden = !fits;
        if (fits) isEmpty = false;
        if (fits && fold) around.add(fold);
      }
      this.#unfold(list, words.length ? around : undefined);
      const status = find(this, "[role=status]", HTMLElement);
      const nothing = cards.length > 0 ? status.dataset.none : status.dataset.over;
      status.textContent = isEmpty ? (nothing ?? "") : "";
    }

    /**
     * @param {Element} list
     * @param {Set<Element> | undefined} around What holds what was found; nothing where nothing is sought.
     */
    #unfold(list, around) {
      const folds = [...list.querySelectorAll("details.rb-folded")].filter((one) => one instanceof HTMLDetailsElement);
      this.toggleAttribute("data-narrowed", around !== undefined);
      if (around) this.#unfolded ??= new Set(folds.filter(({ open }) => open));
      const open = around ?? this.#unfolded;
      if (!around) this.#unfolded = undefined;
      for (const fold of open ? folds : []) {
        fold.open = open?.has(fold) ?? false;
        fold.hidden = around !== undefined && !around.has(fold);
      }
    }
  },
);

/**
 * @param {HTMLElement} card
 * @param {string} place
 */
const isAt = (card, place) =>
  [...card.querySelectorAll("[data-place]")].some((item) => item.getAttribute("data-place") === place);
