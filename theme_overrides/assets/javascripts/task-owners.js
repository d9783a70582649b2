// <rb-task-owners>: of a plan, the tasks of one person alone; a section that has none of them is left out.
import { find } from "./dom.js";

customElements.define(
  "rb-task-owners",
  class extends HTMLElement {
    connectedCallback() {
      this.hidden = false;
      this.addEventListener("input", () => this.#narrow(find(this, "select", HTMLSelectElement).value));
    }

    /** @param {string} owner Nobody for everyone's tasks. */
    #narrow(owner) {
      const isOthers = (/** @type {Element} */ task) =>
        owner !== "" && task.querySelector(".rb-tasks__about")?.textContent?.trim() !== owner;
      /** @type {Element[]} */
      let section = [];
      const close = () => {
        const tasks = section.flatMap((part) => [...part.querySelectorAll(".rb-tasks li")]);
        for (const task of tasks) task.toggleAttribute("data-away", isOthers(task));
        const isAway = owner !== "" && tasks.every(isOthers);
        for (const part of section) part.toggleAttribute("data-away", isAway);
      };
      for (let part = this.nextElementSibling; part; part = part.nextElementSibling) {
        if (/^H[23]$/.test(part.tagName) && section.length > 0) {
          close();
          section = [];
        }
        section.push(part);
      }
      close();
    }
  },
);
