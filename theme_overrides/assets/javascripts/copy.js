// <rb-copy>: buttons that copy a text, plain or as HTML. Without scripts, the text is there to be selected.
customElements.define(
  "rb-copy",
  class extends HTMLElement {
    connectedCallback() {
      this.querySelector(".rb-copyable__actions").hidden = false;
      this.addEventListener("click", (event) => {
        const button = event.target.closest("[data-copy]");
        if (button) this.#copy(button.dataset.copy);
      });
    }

    async #copy(form) {
      const said = this.querySelector("[role=status]");
      said.textContent = ""; // so that the same words are announced a second time
      try {
        await navigator.clipboard.writeText(this.querySelector(`[data-form=${form}]`).textContent);
        said.textContent = this.dataset.done;
      } catch {
        said.textContent = this.dataset.failed; // no permission, or no secure address
      }
    }
  },
);
