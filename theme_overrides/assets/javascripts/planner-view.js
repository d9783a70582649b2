// How the planner shows what follows from the answers: one sentence, the team today and later, whom to hire and why; and
// beneath, folded, what that rests on.
import { count, element, fill, mark, table } from "./dom.js";
import { laterChart, linked, step, times, todayChart } from "./planner-chart.js";
import { holds } from "./planner-conditions.js";
import { PlannerEvidence } from "./planner-evidence.js";
import { leadersOf, peopleOf } from "./planner-team.js";

/** @import { Planner, PlannerWords } from "../../../types/tools.d.ts" */
/** @import { Answers, Limit, WeighedModel } from "./planner-conditions.js" */
/** @import { Need } from "./planner-sizing.js" */
/** @import { Displaced, Hire, Mix, Place, Team } from "./planner-team.js" */

/**
 * A plan: the model that is shown, and how its team comes about.
 *
 * @typedef {object} Plan
 * @property {WeighedModel} shown
 * @property {Mix} today
 * @property {{ team: Team | null, note: string | null }} assumed
 * @property {{ places: Place[], displaced: Displaced[], hires: Hire[] }} growth
 * @property {Need | null} need The work by the reader's figures.
 */

/** How many hires are named at once; the others are folded. */
const FIRST = 3;

export class PlannerView {
  /**
   * @param {Planner} block
   * @param {PlannerWords} words
   */
  constructor(block, words) {
    this.block = block;
    this.words = words;
    this.evidence = new PlannerEvidence(block, words);
    this.roles = new Map(block.roles.map((role) => [role.id, role]));
  }

  /** @param {number} people */
  people = (people) => count(this.words.people, people, {});

  /**
   * The answer in one sentence, and what to do first.
   *
   * @param {Plan} plan
   * @returns {[string, string]}
   */
  sentence({ shown: { model, team, whole }, growth: { hires } }) {
    const { words } = this;
    const people = this.people(peopleOf(team));
    const leaders = leadersOf(team);
    const [first] = hires;
    const what = whole
      ? count(words.begun, peopleOf(team), { model: model.name, whole })
      : leaders === 0
        ? fill(words.alone, { model: model.name, people })
        : fill(words.answer, {
            model: model.name,
            people,
            leading: leaders === 1 ? words.oneLeader : count(words.leading, leaders - 1, {}),
          });
    return [what, first ? fill(words.first, { role: first.place.node.title }) : words.nobodyToHire];
  }

  /**
   * What is shown where a structure is possible.
   *
   * @param {readonly WeighedModel[]} weighed
   * @param {Plan} plan
   * @param {Answers} answers
   */
  plan(weighed, plan, answers) {
    const { words } = this;
    const { model, team, limits, whole } = plan.shown;
    const others = weighed.filter((one) => one.limits.length && one.model !== model);
    const notes = limits.map((limit) => this.#limit(limit, answers));
    return [
      this.#given(answers, plan.today, plan.assumed.note === null),
      this.#choice(weighed, plan.shown),
      element(
        "div",
        { class: "rb-plan" },
        todayChart(this.block, words, plan.today, plan.assumed),
        step(plan.growth.hires.length),
        laterChart(words, plan.growth.places, notes),
        this.#hires(plan),
      ),
      element(
        "div",
        { class: "rb-plan__folds" },
        this.#fold("evidence", words.evidence, this.evidence.conditions(plan.shown)),
        others.length ? this.#fold("others", words.others, [this.#limits(others)]) : null,
        whole ? null : this.#fold("duties", words.duties, this.evidence.duties(team.shape)),
        plan.need ? this.#fold("figures", words.workTable, [this.#work(plan, plan.need)]) : null,
      ),
    ];
  }

  /**
   * What is shown where no structure is possible: what stops each, and what would help.
   *
   * @param {readonly WeighedModel[]} weighed
   * @param {{ people: number | undefined, leaders: number | undefined }} remedies
   * @param {Answers} answers
   */
  impossible(weighed, { people, leaders }, answers) {
    const { words, block } = this;
    /**
     * @param {string} question
     * @param {number} value
     * @param {string} text
     */
    const button = (question, value, text) =>
      element("button", { type: "button", class: "rb-plan__button", "data-answer": question, value }, text);
    return [
      this.#given(answers, new Map(), false),
      element("h3", { class: "rb-plan__title rb-plan__help" }, words.help),
      element(
        "p",
        { class: "rb-plan__help" },
        leaders === undefined ? null : button(block.leaders, leaders, count(words.planLeaders, leaders, {})),
        " ",
        people === undefined ? null : button(block.later, people, count(words.planFor, people, {})),
      ),
      element("h3", { class: "rb-plan__title" }, words.limits),
      this.#limits(weighed),
    ];
  }

  /**
   * @param {readonly WeighedModel[]} weighed
   * @param {WeighedModel} shown
   */
  #choice(weighed, shown) {
    const { words } = this;
    const possible = weighed.filter(({ limits }) => !limits.length);
    const items = possible.map((one, index) => {
      const radio = element("input", { type: "radio", name: "structure", value: one.model.id, checked: one === shown });
      const name = element(
        "span",
        {},
        one.model.name,
        ...(index === 0 && possible.length > 1 ? [" ", mark(words.recommended, "strong")] : []),
      );
      return element("label", {}, radio, name);
    });
    const guide = element("a", { href: shown.model.to }, words.guide);
    const legend = element("legend", { class: "rb-hidden" }, words.choose);
    const choice = possible.length > 1 ? element("fieldset", { class: "rb-plan__choice" }, legend, ...items) : null;
    const verdict = count(words.verdict, shown.all, { met: shown.met });
    const marks = [
      shown.all ? mark(verdict, shown.met === shown.all && !shown.against ? "good" : "plain") : "",
      ...(shown.against ? [" ", mark(words.against, "warn")] : []),
    ];
    const open = shown.model.fits.flatMap((one) => {
      const held = one.judged || holds(one, shown.answers);
      if (held) return [];
      const state = held === false ? words.notMet : words.unanswered;
      return [element("p", { class: "rb-plan__open" }, `${state}${words.colon}${one.text}`)];
    });
    return element("div", { class: "rb-plan__bar" }, choice, element("p", {}, ...marks, " ", guide), ...open);
  }

  /** @param {Plan} plan */
  #hires({ growth: { hires, displaced }, shown, need }) {
    const { words } = this;
    const seen = new Set();
    /** @type {{ hires: Hire[], kind: string, why: string }[]} */
    const alike = [];
    for (const hire of hires) {
      const { kind, why } = this.#why(hire, need);
      const last = alike.at(-1);
      if (last?.kind === kind && last.hires[0]?.place.role === hire.place.role) last.hires.push(hire);
      else alike.push({ hires: [hire], kind, why });
    }
    const items = alike.map(({ hires: some, why }) => {
      const role = some[0]?.place.role ?? "";
      const sign = seen.has(role) ? undefined : new Map(shown.model.triggers).get(role);
      seen.add(role);
      return this.#hire(some, why, sign);
    });
    const first = alike.slice(0, FIRST).reduce((sum, { hires: some }) => sum + some.length, 0);
    const rest = items.slice(FIRST);
    const more = element("ol", { start: first + 1, class: "rb-plan__hires" }, ...rest);
    const talks = this.#displaced(displaced);
    return element(
      "section",
      { class: "rb-plan__steps" },
      element("h3", { class: "rb-plan__title" }, words.hires),
      items.length
        ? element("ol", { class: "rb-plan__hires" }, ...items.slice(0, FIRST))
        : element("p", {}, words.nobodyToHire),
      rest.length ? this.#fold("hires", count(words.more, hires.length - first, {}), [more]) : null,
      talks.length ? element("h3", { class: "rb-plan__title" }, words.talks) : null,
      talks.length ? element("ul", {}, ...talks) : null,
    );
  }

  /**
   * What to settle with people of today whose role has fewer places: one line for all of whom the same is true.
   *
   * @param {readonly Displaced[]} displaced
   */
  #displaced(displaced) {
    const { words } = this;
    /** @type {Map<string, Displaced[]>} */
    const alike = new Map();
    for (const one of displaced) {
      const same = `${one.from}/${one.to?.role ?? ""}`;
      alike.set(same, [...(alike.get(same) ?? []), one]);
    }
    return [...alike.values()].map((people) => {
      const [{ from, to, up } = { from: "", to: null, up: false }] = people;
      const role = this.roles.get(from)?.title ?? from;
      const said = to
        ? count(up ? words.rise : words.offer, people.length, { from: role, to: to.node.title })
        : count(words.without, people.length, { from: role });
      return element("li", {}, said);
    });
  }

  /**
   * Hires of a role, one after the other and for the same reason.
   *
   * @param {readonly Hire[]} hires
   * @param {string} why
   * @param {string | undefined} sign What calls for the role, with the first of it.
   */
  #hire(hires, why, sign) {
    const { words } = this;
    const place = hires[0]?.place;
    const role = this.roles.get(place?.role ?? "");
    const numbers = hires.map(({ number }) => element("span", { class: "rb-plan__number" }, String(number)));
    return element(
      "li",
      {},
      element("span", { class: "rb-plan__numbers", "aria-hidden": "true" }, ...numbers),
      element(
        "div",
        {},
        element(
          "p",
          { class: "rb-plan__role" },
          element("strong", {}, linked(role?.to, place?.node.title ?? ""), ...times(hires.length)),
          ...(role?.kit ? [" ", linked(role.kit, words.kit)] : []),
        ),
        element("p", { class: "rb-plan__why" }, why),
        sign ? element("p", { class: "rb-plan__sign" }, `${words.sign} ${sign}`) : null,
      ),
    );
  }

  /**
   * Why somebody is hired, and what kind of reason it is: hires for reasons of one kind are told together.
   *
   * @param {Hire} hire
   * @param {Need | null} need
   * @returns {{ kind: string, why: string }}
   */
  #why({ place, reports, otherwise, places, before }, need) {
    const { words, block } = this;
    const [, high] = block.span;
    if (reports) {
      const area = place.node.label;
      const leads = area ? count(words.leadsArea, reports, { area }) : count(words.leads, reports, {});
      const why = otherwise ? `${leads} ${count(words.otherwise, otherwise, { high })}` : leads;
      return { kind: why, why };
    }
    const ratios = block.ratios.flatMap((ratio, index) =>
      ratio.role === place.role && ratio.quantity ? [{ ratio, index }] : [],
    );
    const work = ratios[0]?.ratio.work;
    const full = ratios.reduce((sum, { index }) => sum + (need?.shares[index] ?? 0), 0);
    if (work && full > before)
      return { kind: "figures", why: fill(words.figures, { work, need: this.#number(full), have: before }) };
    if (!before) return { kind: "nobody", why: work ? fill(words.nobodyDoes, { work }) : words.nobodyHas };
    if (before === 1) return { kind: "cover", why: words.cover };
    return { kind: "filled", why: count(words.filled, places, { have: before }) };
  }

  /** @param {number} number */
  #number(number) {
    const { lang } = document.documentElement;
    return new Intl.NumberFormat(lang, { maximumFractionDigits: 1, numberingSystem: "latn" }).format(number);
  }

  /** @param {readonly WeighedModel[]} weighed */
  #limits(weighed) {
    const items = weighed.map(({ model, limits, answers }) =>
      element(
        "li",
        {},
        element("strong", {}, element("a", { href: model.to }, model.name)),
        ...limits.map((limit) => element("p", {}, this.#limit(limit, answers))),
      ),
    );
    return element("ul", { class: "rb-plan__limits" }, ...items);
  }

  /**
   * @param {Limit} limit
   * @param {Answers} answers
   */
  #limit(limit, answers) {
    const { words, block } = this;
    const [low, high] = block.span;
    if (limit.is === "size") return `${words.outside}${words.colon}${limit.criterion.text}`;
    if (limit.is === "small") return count(words.small, limit.n, {});
    if (limit.is === "large") return count(words.large, limit.n, { high });
    if (limit.is === "span") return count(words.span, limit.n, { low, high });
    return count(words.leaders, limit.n, { given: String(answers.get(block.leaders) ?? "") });
  }

  /**
   * The work of each ratio beside the people who are planned for it.
   *
   * @param {Plan} plan
   * @param {Need} need
   */
  #work({ shown }, need) {
    const { words, block } = this;
    const planned = new Map();
    shown.team.shape.roles.forEach((role, place) => {
      planned.set(role, (planned.get(role) ?? 0) + (shown.team.counts[place] ?? 0));
    });
    const rows = block.ratios.map((ratio, index) => [
      [ratio.work],
      [this.roles.get(ratio.role)?.title ?? ""],
      [this.#number(need.shares[index] ?? 0)],
      [String(planned.get(ratio.role) ?? 0)],
    ]);
    const total = need.shares.reduce((sum, share) => sum + share, 0);
    rows.push([[words.total], [""], [this.#number(total)], [String(peopleOf(shown.team))]]);
    return table(words.workTable, [[words.work], [words.role], [words.fullTime], [words.planned]], rows);
  }

  /**
   * What was answered: on paper, where there is no form.
   *
   * @param {Answers} answers
   * @param {Mix} today
   * @param {boolean} known Whether the team of today was given by role.
   */
  #given(answers, today, known) {
    const { words, block } = this;
    const rows = block.questions.flatMap(({ id, text, options }) => {
      const given = answers.get(id);
      const names = new Map(options);
      const said = Array.isArray(given) ? given.map((option) => names.get(option) ?? "").join(words.comma) : given;
      return [element("dt", {}, text), element("dd", {}, said === undefined ? words.unanswered : String(said))];
    });
    const mix = known
      ? block.roles.flatMap(({ id, title }) =>
          today.get(id) ? [element("dt", {}, title), element("dd", {}, String(today.get(id)))] : [],
        )
      : [];
    return element(
      "section",
      { class: "rb-plan__given" },
      element("h3", {}, words.answers),
      element("dl", {}, ...rows, ...mix),
    );
  }

  /**
   * @param {string} name By which it is known whether it was open.
   * @param {string} title
   * @param {Node[]} content
   */
  #fold(name, title, content) {
    return element(
      "details",
      { class: "rb-planner__more", "data-part": name },
      element("summary", {}, title),
      ...content,
    );
  }
}
