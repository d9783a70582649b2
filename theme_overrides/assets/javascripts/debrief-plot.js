// The ratings as a picture: for each skill a track of the scale's levels, on which each interviewer is a dot.
import { folded } from "./debrief-names.js";
import { element, own } from "./dom.js";

/** @import { ScorecardFile, WeighedSkill } from "../../../types/tools.d.ts" */
/** @import { CandidateFigures, SkillFigures } from "./debrief-figures.js" */
/** @import { Said } from "./debrief-words.js" */
/** @import { Part } from "./dom.js" */

/**
 * What is unfolded with a click, and on paper.
 *
 * @param {string} name The class of what it is.
 * @param {Part[]} summary
 * @param {Part[]} parts
 */
export const folds = (name, summary, parts) =>
  element("details", { class: `rb-folded rb-folded--plain ${name}` }, element("summary", {}, ...summary), ...parts);

/**
 * The picture of all skills with its key: first those to talk about; those on which interviewers agree are folded up.
 * Each dot leads to its evidence.
 */
class Plot {
  /**
   * @param {Said} said
   * @param {readonly CandidateFigures[]} candidates
   */
  constructor(said, candidates) {
    this.said = said;
    this.candidates = candidates;
    this.letters = said.initials(candidates);
    this.isNumbered = false; // whether a sign has the number of a stage
  }

  parts() {
    const { skills } = this.said.rates;
    const all = this.candidates.flatMap((candidate) => candidate.skills);
    const talked = new Set(all.filter((figures) => this.said.notes(figures).length).map(({ skill }) => skill));
    const [open, rest] = [skills.filter((skill) => talked.has(skill)), skills.filter((skill) => !talked.has(skill))];
    const isTalk = rest.length > 0 && all.some((figures) => figures.mean !== null && talked.has(figures.skill));
    /** @type {Part[]} */
    const shown = [this.#picture(isTalk ? open : skills)];
    if (isTalk) {
      const names = element("small", {}, this.said.list(rest.map(({ name }) => name)));
      shown.push(folds("rb-debrief__agreed", [this.said.words.others, " ", names], [this.#picture(rest)]));
    }
    return [this.#key(), ...shown];
  }

  /**
   * The ratings of some skills, candidates below one another on one axis.
   *
   * @param {readonly WeighedSkill[]} skills
   */
  #picture(skills) {
    const { candidates, said } = this;
    const { words } = said;
    /** @param {string} text */
    const column = (text) => element("th", { scope: "col" }, text);
    const axis = said.rates.scale.map(({ level, name }) =>
      element("span", {}, element("b", {}, String(level)), " ", element("span", {}, name)),
    );
    const head = element(
      "tr",
      {},
      column(words.skill),
      column(words.candidateShort),
      element(
        "th",
        { scope: "col", class: "rb-plot__axis" },
        element("span", { class: "rb-hidden" }, words.ratings),
        element("div", { class: "rb-track", "aria-hidden": "true" }, ...axis),
      ),
      column(words.toNote),
    );
    const groups = skills.map((skill) => {
      const name = element("th", { scope: "rowgroup", rowspan: candidates.length, class: "rb-plot__skill" });
      name.append(skill.name, element("small", {}, said.need(skill)));
      const rows = candidates.map((candidate, index) => {
        const figures = candidate.skills.find((one) => one.skill === skill);
        if (!figures) return null;
        return element("tr", {}, index ? null : name, ...this.#cells(candidate, index, figures));
      });
      return element("tbody", {}, ...rows);
    });
    const caption = element("caption", { class: "rb-hidden" }, words.picture);
    const grid = element("table", { class: "rb-plot" }, caption, element("thead", {}, head), ...groups);
    grid.style.setProperty("--levels", String(said.rates.scale.length));
    return grid;
  }

  /**
   * @param {CandidateFigures} candidate
   * @param {number} index
   * @param {SkillFigures} figures
   */
  #cells(candidate, index, figures) {
    const { letters, said } = this;
    const { words } = said;
    const unable = candidate.cards.filter((_, place) => figures.entries[place]?.rating === "not-assessed");
    const who = said.list(unable.map((card) => letters.get(folded(card.interviewer)) ?? ""));
    const notes = said.notes(figures).flatMap((note) => [note, " "]);
    if (who && figures.mean !== null) notes.push(element("small", {}, `${words.notAssessed}${words.colon}`, own(who)));
    return [
      element("th", { scope: "row" }, own(said.name(candidate))),
      element(
        "td",
        { class: "rb-plot__track" },
        element("div", { class: "rb-track" }, ...this.#track(candidate, index, figures)),
      ),
      element("td", { class: "rb-plot__notes" }, ...notes),
    ];
  }

  /**
   * A place for each level, with the dots of those who gave it. The bar reaches from the lowest to the highest.
   *
   * @param {CandidateFigures} candidate
   * @param {number} index
   * @param {SkillFigures} figures
   */
  #track(candidate, index, figures) {
    const { said } = this;
    const given = figures.entries.flatMap((entry) => (typeof entry?.rating === "number" ? [entry.rating] : []));
    const levels = said.rates.scale.map(({ level }) => level);
    const places = levels.map((level) => {
      const dots = candidate.cards.flatMap((card, place) => {
        if (figures.entries[place]?.rating !== level) return [];
        const who = `${card.interviewer}${said.words.comma}${said.stage(card.stage)}${said.words.colon}${level}`;
        const kind = kindOf(figures, place);
        return [
          element(
            "a",
            { class: `rb-dot rb-dot--${kind}`, href: `#${anchor(index, figures.skill.id, place)}`, title: who },
            element("b", {}, this.#sign(candidate, figures, card)),
            element("span", { class: "rb-hidden" }, ` ${who}`),
          ),
        ];
      });
      const { needed } = figures.skill;
      const attributes = {
        "data-level": level,
        "data-enough": needed > 0 && level >= needed,
        "data-needed": level === needed,
      };
      return element("span", { class: "rb-plot__level", ...attributes }, ...dots);
    });
    if (given.length < 2) return places;
    const bar = element("span", { class: "rb-plot__bar", "data-wide": figures.apart });
    const [low, high] = [levels.indexOf(Math.min(...given)), levels.indexOf(Math.max(...given))];
    bar.style.insetInlineStart = `${((low + 0.5) / levels.length) * 100}%`;
    bar.style.inlineSize = `${((high - low) / levels.length) * 100}%`;
    return [bar, ...places];
  }

  /**
   * The letters of whoever filled in a scorecard, with the stage's number if they have rated the skill in another one.
   *
   * @param {CandidateFigures} candidate
   * @param {SkillFigures} figures
   * @param {ScorecardFile} card
   */
  #sign({ cards }, { entries }, card) {
    const who = folded(card.interviewer);
    const rated = cards.filter(
      (one, place) => folded(one.interviewer) === who && typeof entries[place]?.rating === "number",
    );
    const letters = this.letters.get(who) ?? "?";
    const number = 1 + this.said.rates.stages.findIndex(({ id }) => id === card.stage);
    if (!number || rated.length < 2) return letters;
    this.isNumbered = true;
    return `${letters}·${number}`;
  }

  /** Who the letters stand for, and what the signs mean. */
  #key() {
    const { candidates, letters } = this;
    const { rates, words } = this.said;
    const names = new Map(
      candidates.flatMap(({ cards }) => cards.map(({ interviewer }) => [folded(interviewer), interviewer.trim()])),
    );
    /** @param {string} kind @param {string} sign @param {Node | string} text */
    const item = (kind, sign, text) =>
      element("dd", {}, element("span", { class: `rb-dot rb-dot--${kind}` }, element("b", {}, sign)), " ", text);
    /** @param {string} name @param {(HTMLElement | null)[]} items */
    const group = (name, items) => element("div", {}, element("dt", {}, name), ...items);
    const figures = candidates.flatMap(({ skills }) => skills);
    /** @param {string} kind */
    const has = (kind) =>
      figures.some((one) =>
        one.entries.some((entry, place) => typeof entry?.rating === "number" && kindOf(one, place) === kind),
      );
    const signs = [
      element("dd", {}, element("span", { class: "rb-plot__notch" }), " ", words.neededHere),
      has("under") ? item("under", "", words.underLevel) : null,
      has("aside") ? item("aside", "", words.short) : null,
    ];
    const people = [...names].map(([id, name]) => item("plain", letters.get(id) ?? "?", own(name)));
    const stages = rates.stages.map(({ name }, place) =>
      element("dd", {}, element("b", {}, `·${place + 1}`), " ", name),
    );
    return element(
      "dl",
      { class: "rb-plot__key" },
      group(words.interviewer, people),
      group(words.key, signs),
      this.isNumbered ? group(words.stage, stages) : null,
    );
  }
}

/**
 * @param {Said} said
 * @param {readonly CandidateFigures[]} candidates
 */
export const plot = (said, candidates) => new Plot(said, candidates).parts();

/**
 * How a rating is drawn: under the level of a must-have, not counted towards it, or neither.
 *
 * @param {SkillFigures} figures
 * @param {number} place
 */
export function kindOf(figures, place) {
  if (figures.under[place]) return "under";
  return figures.skill.must_have && !figures.counts[place] ? "aside" : "plain";
}

/**
 * The id of a rating's evidence.
 *
 * @param {number} candidate
 * @param {string} skill
 * @param {number} place
 */
export const anchor = (candidate, skill, place) => `candidate-${candidate + 1}--${skill}--${place + 1}`;
