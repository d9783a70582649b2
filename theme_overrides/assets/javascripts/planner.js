// <rb-planner>: says which leadership model fits the answers, and why. Its questions, conditions, charts and hires all
// come with the page, from roles.yaml; the script only looks them up. The answers are kept in the page's address.
import { dataOf, find } from "./dom.js";
import { weighed } from "./planner-conditions.js";
import { PlannerView } from "./planner-view.js";

/** @import { PlannerData, PlannerQuestion } from "../../../types/tools.d.ts" */
/** @import { Answers } from "./planner-conditions.js" */

class Planner {
  #shown = ""; // the model that the reader chose to see, else the best one

  /** @param {HTMLElement} place */
  constructor(place) {
    const { block, words } = /** @type {PlannerData} */ (dataOf(place));
    this.place = place;
    this.block = block;
    this.words = words;
    this.view = new PlannerView(block, words);
    this.form = find(place, "form", HTMLFormElement);
    this.form.hidden = false;
    find(place, "[data-without-scripts]", HTMLElement).hidden = true;
    this.#restore();
    this.form.addEventListener("submit", (event) => event.preventDefault());
    this.form.addEventListener("input", () => this.#plan(true));
    place.addEventListener("change", ({ target }) => {
      if (!(target instanceof HTMLInputElement) || target.name !== "structure") return;
      this.#shown = target.value;
      this.#plan(true);
      find(place, `[name=structure][value="${CSS.escape(this.#shown)}"]`, HTMLElement).focus(); // it was made again
    });
    this.#plan(false);
  }

  #restore() {
    const given = new URLSearchParams(location.search);
    for (const question of this.block.questions) {
      const chosen = given.getAll(question.id);
      for (const field of this.#fields(question)) {
        if (question.options.length) field.checked = chosen.includes(field.value);
        else field.value = chosen[0] ?? String(question.usual);
      }
    }
    this.#shown = given.get("structure") ?? "";
  }

  /** @param {PlannerQuestion} question */
  #fields({ id }) {
    return [...this.form.querySelectorAll(`[name="${id}"]`)].filter((field) => field instanceof HTMLInputElement);
  }

  /** The answers, or null where a number is missing or out of its limits. */
  #answers() {
    /** @type {Answers} */
    const answers = new Map();
    for (const question of this.block.questions) {
      const fields = this.#fields(question);
      if (question.options.length) {
        answers.set(
          question.id,
          fields.filter((field) => field.checked).map((field) => field.value),
        );
        continue;
      }
      const [field] = fields;
      if (!field || field.value === "" || !field.checkValidity()) return null;
      answers.set(question.id, Number(field.value));
    }
    return answers;
  }

  /** @param {boolean} changed Whether the reader has changed something. */
  #plan(changed) {
    const answers = this.#answers();
    const status = find(this.place, "[role=status]", HTMLElement);
    if (!answers) {
      status.textContent = this.words.invalid;
      return;
    }
    const models = weighed(this.block.models, answers);
    const [best] = models;
    if (!best) return;
    const shown = models.find(({ model }) => model.id === this.#shown) ?? best;
    if (changed) this.#remember(answers);
    status.textContent = this.view.verdict(best);
    find(this.place, ".rb-planner__result", HTMLElement).replaceChildren(...this.view.result(models, shown, answers));
  }

  /** @param {Answers} answers */
  #remember(answers) {
    const query = new URLSearchParams();
    for (const [id, given] of answers) for (const value of [given].flat()) query.append(id, String(value));
    if (this.#shown) query.set("structure", this.#shown);
    history.replaceState(history.state, "", `?${query}${location.hash}`);
  }
}

customElements.define(
  "rb-planner",
  class extends HTMLElement {
    /** @type {Planner | undefined} */
    #planner;

    connectedCallback() {
      this.#planner ??= new Planner(this);
    }
  },
);
