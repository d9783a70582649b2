// <rb-stage-cards>: the stages on the cover of an interview kit. Below them, a link for the calendar opens its stage,
// with the candidate's code if there is one: it stands behind the #, which no browser sends to a server.
import { buttonOf, find } from "./dom.js";

const SIGNS = "23456789ABCDEFGHJKMNPQRSTVWXYZ"; // none that is easily taken for another

customElements.define(
  "rb-stage-cards",
  class extends HTMLElement {
    connectedCallback() {
      if (forward()) return;
      find(this, ".rb-stages__send", HTMLElement).hidden = false;
      this.addEventListener("click", (event) => this.#act(buttonOf(event)));
    }

    get #code() {
      return find(this, "[name=code]", HTMLInputElement);
    }

    /** @param {HTMLButtonElement | null} button */
    #act(button) {
      if (button?.dataset.act === "code") this.#code.value = suggested();
      else if (button?.dataset.act === "link") void this.#copy(button);
    }

    /** @param {HTMLButtonElement} button */
    async #copy(button) {
      const card = button.closest("li");
      if (!card) return;
      const status = find(card, "[role=status]", HTMLElement);
      const address = new URL(card.dataset.to ?? "", location.href);
      const code = this.#code.value.trim();
      if (code) address.hash = `candidate=${encodeURIComponent(code)}`;
      const title = document.querySelector(".rb-role__title")?.textContent?.trim() ?? "";
      status.textContent = "";
      try {
        await navigator.clipboard.writeText(`${title} – ${button.dataset.name ?? ""}\n${address.href}`);
        status.textContent = this.dataset.copied ?? "";
      } catch {
        status.textContent = this.dataset.failed ?? ""; // no permission, or no secure address
      }
    }
  },
);

/** A code that says nothing about anybody. */
function suggested() {
  const signs = [...crypto.getRandomValues(new Uint8Array(4))].map((byte) => SIGNS[byte % SIGNS.length]);
  return `C-${signs.join("")}`;
}

/** Leads an address of old, when every stage stood on this page, to the stage's own page. */
function forward() {
  const place = decodeURIComponent(location.hash.slice(1));
  const cards = [...document.querySelectorAll("rb-stage-cards li[id]")];
  const card = cards.find(({ id }) => place === id || place.startsWith(`${id}-`));
  if (!(card instanceof HTMLElement)) return false;
  const rest = place === card.id ? "" : `#${place}`;
  location.replace(new URL((card.dataset.to ?? "") + rest, location.href));
  return true;
}
