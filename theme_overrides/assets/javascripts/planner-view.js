// How the planner shows what follows from the answers: the models, why one fits, its team, who to hire next.
import { count, element, fill, mark, table } from "./dom.js";
import { holds, parts } from "./planner-conditions.js";

/** @import { OrgNode, Planner, PlannerCriterion, PlannerDuty, PlannerModel, PlannerShape, PlannerWords } from "../../../types/tools.d.ts" */
/** @import { Cell } from "./dom.js" */
/** @import { Answers, WeighedModel } from "./planner-conditions.js" */

/**
 * A role's name, or what one of its documents is called, leading there; without a link where there is no such page.
 *
 * @param {string | null | undefined} to
 * @param {string} name
 */
const linked = (to, name) => (to ? element("a", { href: to }, name) : name);

export class PlannerView {
  /**
   * @param {Planner} block
   * @param {PlannerWords} words
   */
  constructor(block, words) {
    this.block = block;
    this.words = words;
    this.questions = new Map(block.questions.map((question) => [question.id, question]));
    this.roles = new Map(block.roles.map(([id, title, page, kit]) => [id, { title, page, kit }]));
  }

  /**
   * Which model fits, or comes nearest.
   *
   * @param {WeighedModel} best
   */
  verdict({ fits, model }) {
    return fill(fits ? this.words.fits : this.words.nearest, { model: model.name });
  }

  /**
   * @param {readonly WeighedModel[]} weighed
   * @param {WeighedModel} shown
   * @param {Answers} answers
   */
  result(weighed, shown, answers) {
    return [this.#choice(weighed, shown), ...this.#reasons(shown.model, answers), ...this.#team(shown.model, answers)];
  }

  /**
   * @param {readonly WeighedModel[]} weighed
   * @param {WeighedModel} shown
   */
  #choice(weighed, shown) {
    const { words } = this;
    const items = weighed.map(({ model, met, all, against, fits }) => {
      const checked = model === shown.model;
      const radio = element("input", { type: "radio", name: "structure", value: model.id, checked });
      const verdict = mark(count(words.verdict, all, { met }), fits ? "good" : "plain");
      const warning = against ? [" ", mark(words.against, "warn")] : [];
      return element("li", {}, element("label", {}, radio, ` ${model.name} `), verdict, ...warning);
    });
    const legend = element("legend", {}, words.structures);
    return element("fieldset", { class: "rb-planner__structures" }, legend, element("ul", {}, ...items));
  }

  /**
   * @param {PlannerModel} model
   * @param {Answers} answers
   */
  #reasons(model, answers) {
    const { words } = this;
    /**
     * @param {readonly PlannerCriterion[]} criteria
     * @param {HTMLElement} yes The mark of those that hold.
     * @param {HTMLElement} no
     * @returns {Cell[][]}
     */
    const rows = (criteria, yes, no) =>
      criteria.map((criterion) => [
        [criterion.text, ...(criterion.judged ? [] : [element("small", {}, this.#threshold(criterion))])],
        [criterion.judged ? mark(words.judge, "muted") : (holds(criterion, answers) ? yes : no).cloneNode(true)],
        ...this.#source(criterion),
      ]);
    const sourced = model.fits.every(({ facts }) => facts !== null);
    const columns = [[words.condition], [words.result], ...(sourced ? [[words.source]] : [])];
    const fits = rows(model.fits, mark(words.met, "good"), mark(words.notMet, "warn"));
    const stops = rows(model.stops_fitting, mark(words.applies, "warn"), mark(words.doesNot, "good"));
    return [
      element("h3", { id: "plan" }, element("a", { href: model.to }, model.name)),
      element("h4", {}, words.fitsWhen),
      table(words.fitsWhen, columns, fits),
      element("h4", {}, words.stops),
      table(words.stops, columns, stops),
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
   * @param {PlannerModel} model
   * @param {Answers} answers
   */
  #team(model, answers) {
    const { words } = this;
    const now = this.#number(this.block.now, answers) ?? 0;
    const later = this.#number(this.block.later, answers);
    const [place, counts = []] = model.teams[later ?? -1] ?? [-1];
    const shape = model.shapes[place];
    if (later === undefined || !shape) return [];
    const people = counts.reduce((sum, number) => sum + number, 0);
    const smallest = element("strong", {}, count(words.smallest, people, {}));
    return [
      this.#chart(model, shape, counts, people),
      ...(people > later ? [element("p", {}, smallest)] : []),
      element("h4", {}, words.gaps),
      this.#duties(shape.gaps, words.noGaps),
      element("h4", {}, words.overlaps),
      this.#duties(shape.overlaps, words.noOverlaps),
      element("h4", {}, words.hires),
      ...this.#hires(model, now, later),
    ];
  }

  /**
   * @param {string} question
   * @param {Answers} answers
   */
  #number(question, answers) {
    const given = answers.get(question);
    return typeof given === "number" ? given : undefined;
  }

  /**
   * @param {PlannerModel} model
   * @param {PlannerShape} shape
   * @param {readonly number[]} counts How many people there are at each place, from the top down.
   * @param {number} people
   */
  #chart(model, shape, counts, people) {
    const caption = count(this.words.chart, people, { model: model.name });
    const left = counts.values();
    /**
     * @param {OrgNode} node
     * @returns {HTMLLIElement}
     */
    const item = ({ title, to, label, reports }) => {
      const number = left.next().value ?? 1;
      const place = element(
        "span",
        { class: "rb-org__place" },
        linked(to, title),
        ...(number > 1 ? [" ", element("bdi", { class: "rb-org__count" }, `× ${number}`)] : []),
        ...(label ? [element("span", { class: "rb-org__label" }, label)] : []),
      );
      return element("li", {}, place, reports.length ? element("ul", {}, ...reports.map(item)) : null);
    };
    const tree = element("ul", {}, item(shape.root));
    const region = { class: "rb-org__scroll", tabindex: "0", role: "region", "aria-label": caption };
    const figure = { class: "rb-org", "aria-label": caption };
    return element("figure", figure, element("div", region, tree), element("figcaption", {}, caption));
  }

  /**
   * @param {readonly PlannerDuty[]} duties
   * @param {string} none What is said where there are none.
   */
  #duties(duties, none) {
    if (!duties.length) return element("p", {}, none);
    const items = duties.map(({ text, to, accountable }) => {
      const who = accountable.length ? ` (${accountable.join(this.words.comma)})` : null;
      return element("li", {}, element("a", { href: to }, text), who);
    });
    return element("ul", {}, ...items);
  }

  /**
   * @param {PlannerModel} model
   * @param {number} now How many people there are.
   * @param {number} later How many there are to be within the year.
   */
  #hires(model, now, later) {
    const { words } = this;
    const hires = model.hires[now] ?? [];
    if (!hires.length) return [element("p", {}, words.noHires)];
    const triggers = new Map(model.triggers);
    const items = hires.map((id, index) => {
      const role = this.roles.get(id);
      const when = now + index < later ? mark(words.within, "good") : mark(words.after, "muted");
      const why = triggers.get(id);
      return element(
        "li",
        {},
        linked(role?.page, role?.title ?? id),
        " ",
        ...(role?.kit ? ["· ", linked(role.kit, words.kit), " "] : []),
        when,
        why === undefined ? null : element("p", {}, why),
      );
    });
    return [element("ol", {}, ...items), element("p", {}, count(words.hiresWhy, now, {}))];
  }
}
