// <rb-sources>: a button that shows what the statements of a page rest on, the numbers of facts and the marks of editorial
// advice, or leaves them out again. The choice holds for every page; palette.js puts it into effect before a page is seen.

const CHOSEN = "__sources";

customElements.define(
  "rb-sources",
  class extends HTMLElement {
    connectedCallback() {
      this.hidden = false;
      this.#show(Boolean(globalThis.__md_get(CHOSEN)));
      this.firstElementChild?.addEventListener("click", ({ currentTarget }) => {
        const shown = /** @type {Element} */ (currentTarget).getAttribute("aria-pressed") !== "true";
        globalThis.__md_set(CHOSEN, shown);
        this.#show(shown);
      });
    }

    /** @param {boolean} shown */
    #show(shown) {
      this.firstElementChild?.setAttribute("aria-pressed", String(shown));
      document.documentElement.classList.toggle("rb-unsourced", !shown);
    }
  },
);
