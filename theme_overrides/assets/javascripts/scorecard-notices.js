// What a scorecard says: that it is saved, what is wrong, what has to be filled in before it can be sealed.
import { element, fill, find } from "./dom.js";

/** @import { ScorecardFormWords } from "../../../types/tools.d.ts" */
/** @import { Fields } from "./scorecard-form.js" */
/** @import { Gap } from "./scorecard-record.js" */

/**
 * Goes to a field, which may stand in a step of the interview that is not shown now.
 *
 * @param {HTMLElement | undefined} field
 */
export function focus(field) {
  field?.dispatchEvent(new CustomEvent("rb-reveal", { bubbles: true }));
  field?.focus();
}

export class Notices {
  /**
   * @param {HTMLElement} place What holds the status and the alert.
   * @param {HTMLElement} end What closes the form.
   * @param {Fields} fields
   * @param {ScorecardFormWords} words
   */
  constructor(place, end, fields, words) {
    this.fields = fields;
    this.words = words;
    this.statusLine = find(place, ".rb-form__status", HTMLElement);
    this.alertLine = find(place, ".rb-form__alert", HTMLElement);
    this.missing = find(end, ".rb-form__missing", HTMLElement);
    this.count = element("span");
    const whole = document.querySelector(".rb-body:has(> .rb-rating--row)");
    const choice = `#${fields.form.id}-choice`;
    whole?.after(element("p", { class: "rb-rated" }, this.count, element("a", { href: choice }, words.recommendation)));
  }

  /** Says at the foot of a whole role's scorecard how many skills are rated. */
  progress() {
    const { skills } = this.fields;
    const some = skills.filter(({ id }) => this.fields.ratings(id).some((field) => field.checked)).length;
    this.count.textContent = fill(this.words.rated, { some, n: skills.length });
  }

  /**
   * Says how things are.
   *
   * @param {string} text
   */
  status(text) {
    this.statusLine.textContent = text;
  }

  /**
   * Says what is wrong, aloud; nothing where nothing is.
   *
   * @param {string} text
   */
  alert(text) {
    if (this.alertLine.textContent !== text) this.alertLine.textContent = text;
  }

  /**
   * Says at the form's end what is in the way.
   *
   * @param {string} text
   */
  obstacle(text) {
    this.missing.replaceChildren(element("p", {}, text));
  }

  /**
   * Says at the form's end what is missing, with a link to the field of each.
   *
   * @param {readonly Gap[]} gaps
   */
  gaps(gaps) {
    const items = gaps.map((gap) => {
      const link = element("a", { href: "#" }, this.#name(gap));
      link.addEventListener("click", (event) => {
        event.preventDefault();
        focus(this.fields.of(gap));
      });
      return element("li", {}, link);
    });
    this.missing.replaceChildren(element("p", {}, this.words.missing), element("ul", {}, ...items));
    this.missing.focus();
  }

  /** Says nothing at the form's end. */
  clear() {
    this.missing.replaceChildren();
  }

  /**
   * @param {string} skill
   * @param {string} question
   */
  #answer(skill, question) {
    const rated = this.fields.skills.find(({ id }) => id === skill);
    const label = rated?.answers.find((answer) => answer.question === question)?.label ?? question;
    return fill(this.words.answerFor, { skill: rated?.name ?? skill, question: label });
  }

  /** @param {Gap} gap */
  #name(gap) {
    if (gap.field === "answer") return this.#answer(gap.skill, gap.question);
    if (gap.field !== "rating" && gap.field !== "evidence") return this.words[gap.field];
    const sentence = gap.field === "rating" ? this.words.ratingFor : this.words.evidenceFor;
    return fill(sentence, { skill: this.fields.names.get(gap.skill) ?? gap.skill });
  }
}
