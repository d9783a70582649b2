// <rb-copy>: buttons that copy a text, plain or as HTML. Without scripts, the text is there to be selected.
import { buttonOf, find } from "./dom.js";

customElements.define(
  "rb-copy",
  class extends HTMLElement {
    connectedCallback() {
      for (const part of this.querySelectorAll(".rb-copyable__actions, [data-copy]")) part.removeAttribute("hidden");
      this.addEventListener("click", (event) => {
        const form = buttonOf(event)?.dataset.copy;
        if (form) this.#copy(form);
      });
    }

    /** @param {string} form */
    async #copy(form) {
      const status = find(this, "[role=status]", HTMLElement);
      status.textContent = ""; // so that the same words are announced a second time
      try {
        const source = find(this, `[data-form=${form}]`, HTMLElement).cloneNode(true);
        if (!(source instanceof HTMLElement)) return;
        for (const left of source.querySelectorAll("[hidden]")) left.remove(); // another vacancy was chosen
        await navigator.clipboard.writeText(source.textContent);
        const open = source.querySelector("[data-empty]") && this.dataset.open; // a message with blanks in it
        status.textContent = open || (this.dataset.done ?? "");
      } catch {
        status.textContent = this.dataset.failed ?? ""; // no permission, or no secure address
      }
    }
  },
);
