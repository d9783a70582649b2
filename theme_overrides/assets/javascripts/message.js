// <rb-message>: fills in the blanks of a message, and the same blanks of the other messages on the page; says of which
// vacancy it speaks; and opens it in the mail program.
import { find } from "./dom.js";

/** Characters of an address that every mail program takes; in one that is longer, the text is pasted. */
const LONGEST = 1900;

customElements.define(
  "rb-message",
  class extends HTMLElement {
    connectedCallback() {
      const blanks = this.querySelector(".rb-message__blanks");
      blanks?.removeAttribute("hidden");
      blanks?.addEventListener("input", ({ target }) => {
        if (target instanceof HTMLInputElement) fillIn(target.dataset.blank ?? "", target.value);
        else if (target instanceof HTMLSelectElement) choose(target.value);
      });
      if (this.querySelector("[data-vacancies]")) choose("0");
      const mail = this.querySelector(".rb-message__mail");
      if (mail instanceof HTMLAnchorElement) {
        mail.href = "mailto:"; // without scripts, it is no link
        mail.addEventListener("click", () => this.#address(mail));
      }
    }

    /**
     * Has a link open the message in the mail program: with its text, or with the text copied where it is too long.
     *
     * @param {HTMLAnchorElement} mail
     */
    #address(mail) {
      const said = (/** @type {string} */ form) => find(this, `[data-form=${form}]`, HTMLElement).textContent;
      const subject = `mailto:?subject=${encodeURIComponent(said("subject"))}`;
      const whole = `${subject}&body=${encodeURIComponent(said("text").replace(/\n/g, "\r\n"))}`;
      mail.href = whole.length <= LONGEST ? whole : subject;
      if (mail.href === whole) return;
      void navigator.clipboard?.writeText(said("text")).then(() => {
        find(this, "[role=status]", HTMLElement).textContent = mail.dataset.pasted ?? "";
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

/**
 * Has the messages of the page speak of one vacancy.
 *
 * @param {string} number
 */
function choose(number) {
  for (const said of document.querySelectorAll("rb-message [data-vacancy]")) {
    said.toggleAttribute("hidden", said.getAttribute("data-vacancy") !== number);
  }
  for (const one of document.querySelectorAll("rb-message [data-vacancies]")) {
    if (one instanceof HTMLSelectElement) one.value = number;
  }
}
