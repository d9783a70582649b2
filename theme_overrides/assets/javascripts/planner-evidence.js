// What a plan rests on: the conditions of its structure with their sources, and the duties that it leaves open or shared.
import { element, fill, mark, table } from "./dom.js";
import { holds, parts } from "./planner-conditions.js";

/** @import { Planner, PlannerCriterion, PlannerDuty, PlannerShape, PlannerWords } from "../../../types/tools.d.ts" */
/** @import { Cell } from "./dom.js" */
/** @import { WeighedModel } from "./planner-conditions.js" */

export class PlannerEvidence {
  /**
   * @param {Planner} block
   * @param {PlannerWords} words
   */
  constructor(block, words) {
    this.block = block;
    this.words = words;
    this.questions = new Map(block.questions.map((question) => [question.id, question]));
  }

  /** @param {WeighedModel} weighed */
  conditions({ model, answers }) {
    const { words } = this;
    /**
     * @param {readonly PlannerCriterion[]} criteria
     * @param {HTMLElement} yes The mark of those that hold.
     * @param {HTMLElement} no
     * @returns {Cell[][]}
     */
    const rows = (criteria, yes, no) =>
      criteria.map((criterion) => {
        const found = criterion.judged ? null : holds(criterion, answers);
        const open = mark(found === null ? words.judge : words.unanswered, "muted");
        return [
          [criterion.text, ...(criterion.judged ? [] : [element("small", {}, this.#threshold(criterion))])],
          [found === true ? yes.cloneNode(true) : found === false ? no.cloneNode(true) : open],
          ...this.#source(criterion),
        ];
      });
    const sourced = model.fits.every(({ facts }) => facts !== null);
    const columns = [[words.condition], [words.result], ...(sourced ? [[words.source]] : [])];
    const fits = rows(model.fits, mark(words.met, "good"), mark(words.notMet, "warn"));
    const stops = rows(model.stops_fitting, mark(words.applies, "warn"), mark(words.doesNot, "good"));
    return [
      element("h4", {}, words.fitsWhen),
      table(words.fitsWhen, columns, fits),
      element("h4", {}, words.stops),
      table(words.stops, columns, stops),
    ];
  }

  /** @param {PlannerShape} shape */
  duties({ gaps, overlaps }) {
    const { words } = this;
    return [
      element("h4", {}, words.gaps),
      this.#listed(gaps, words.noGaps),
      element("h4", {}, words.overlaps),
      this.#listed(overlaps, words.noOverlaps),
    ];
  }

  /**
   * The answers for which a criterion holds, in words.
   *
   * @param {PlannerCriterion} criterion
   */
  #threshold({ chosen, answer, low, high }) {
    const id = answer || parts(chosen[0] ?? "").question;
    const text = this.questions.get(id)?.text ?? "";
    const colon = /[?؟]$/.test(text) ? "" : ":";
    const said = chosen.length
      ? chosen.map((choice) => this.#option(choice)).join(this.words.comma)
      : this.#range(low, high);
    return `${text}${colon} ${said}`;
  }

  /** @param {string} choice */
  #option(choice) {
    const { question, option } = parts(choice);
    return new Map(this.questions.get(question)?.options).get(option) ?? "";
  }

  /**
   * @param {number | null} low
   * @param {number | null} high
   */
  #range(low, high) {
    const { atLeast, atMost, between } = this.words;
    if (low === null) return fill(atMost, { n: high ?? "" });
    return high === null ? fill(atLeast, { n: low }) : fill(between, { low, high });
  }

  /**
   * What a criterion rests on, in a cell; none where the kit does not show sources.
   *
   * @param {PlannerCriterion} criterion
   * @returns {Cell[]}
   */
  #source({ facts, answer }) {
    const { words } = this;
    if (facts === null) return [];
    if (!facts.length) return [[words.editorial]];
    const links = facts.flatMap(([number, href]) => {
      const hidden = element("span", { class: "rb-hidden" }, `${words.fact} `);
      return [element("a", { class: "rb-fact", href }, hidden, element("bdi", {}, number)), " "];
    });
    return [answer ? [...links, element("small", {}, words.threshold)] : links];
  }

  /**
   * @param {readonly PlannerDuty[]} duties
   * @param {string} none What is said where there are none.
   */
  #listed(duties, none) {
    if (!duties.length) return element("p", {}, none);
    const items = duties.map(({ text, to, accountable }) => {
      const who = accountable.length ? ` (${accountable.join(this.words.comma)})` : null;
      return element("li", {}, element("a", { href: to }, text), who);
    });
    return element("ul", {}, ...items);
  }
}
