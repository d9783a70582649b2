// <rb-copy>: buttons that copy a text, plain or as HTML. Without scripts, the text is there to be selected.
import { buttonOf, find } from "./dom.js";

customElements.define(
  "rb-copy",
  class extends HTMLElement {
    connectedCallback() {
      find(this, ".rb-copyable__actions", HTMLElement).hidden = false;
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
        await navigator.clipboard.writeText(find(this, `[data-form=${form}]`, HTMLElement).textContent);
        status.textContent = this.dataset.done ?? "";
      } catch {
        status.textContent = this.dataset.failed ?? ""; // no permission, or no secure address
      }
    }
  },
);
