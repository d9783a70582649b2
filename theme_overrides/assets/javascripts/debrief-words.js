// How what a debrief compares is said: numbers and days in the page's language, stages, levels, candidates.
import { initials } from "./debrief-names.js";
import { fill, mark, regional } from "./dom.js";

/** @import { DebriefWords, RatedRole, ScorecardFile, WeighedSkill } from "../../../types/tools.d.ts" */
/** @import { CandidateFigures, Rating, SkillFigures } from "./debrief-figures.js" */

/**
 * Writes dates, as scorecards and fields have them, in a language.
 *
 * @param {string} language
 */
export function calendar(language) {
  /** @type {Intl.DateTimeFormatOptions} */
  const parts = { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" };
  const format = new Intl.DateTimeFormat(regional(language), parts);
  /** @param {string} date */
  return (date) => {
    const day = new Date(`${date}T00:00:00Z`);
    return Number.isNaN(day.getTime()) ? date : format.format(day);
  };
}

export class Said {
  /**
   * @param {RatedRole} rates What the role's scorecards rate.
   * @param {DebriefWords} words
   * @param {string} language
   * @param {string} role Its title.
   */
  constructor(rates, words, language, role) {
    this.rates = rates;
    this.words = words;
    this.language = regional(language);
    this.days = calendar(language);
    this.role = role;
    /** @type {Map<number, Intl.NumberFormat>} */
    this.numbers = new Map(); // by digits: to make one takes longer than to use it
    this.stages = new Map(rates.stages.map((stage) => [stage.id, stage.name]));
    this.questions = new Map(rates.stages.flatMap(({ questions }) => questions));
    this.choices = new Map(rates.recommendations.map((choice) => [choice.id, choice.name]));
    this.levels = new Map(rates.scale.map(({ level, name }) => [level, name]));
  }

  /** @param {number | null} value */
  number(value, digits = 1) {
    if (value === null) return "–";
    const form = { minimumFractionDigits: digits, maximumFractionDigits: digits };
    const format = this.numbers.get(digits) ?? new Intl.NumberFormat(this.language, form);
    this.numbers.set(digits, format);
    return format.format(value);
  }

  /** @param {string} date As a scorecard has it. */
  day(date) {
    return this.days(date);
  }

  /** @param {string} id A stage, or nothing for the whole role. */
  stage(id) {
    return this.stages.get(id) ?? (id || this.words.whole);
  }

  /** @param {string} id As `skill/question`. */
  question(id) {
    return this.questions.get(id) ?? id;
  }

  /** @param {number} level As “3 Intermediate”. */
  level(level) {
    return `${level} ${this.levels.get(level) ?? ""}`.trim();
  }

  /** @param {ScorecardFile} card */
  choice({ recommendation: { choice } }) {
    return this.choices.get(choice ?? "") ?? choice ?? "";
  }

  /** @param {{ name: string }} candidate */
  name(candidate) {
    return candidate.name || this.words.unnamed;
  }

  /** @param {readonly string[]} parts */
  list(parts) {
    return parts.join(this.words.comma);
  }

  /** @param {CandidateFigures} candidate */
  coverage({ rated }) {
    return fill(this.words.of, { some: rated, all: this.rates.skills.length });
  }

  /**
   * The level that a skill needs, and whether it is a must-have: words, not marks, as it is no news.
   *
   * @param {WeighedSkill} skill
   */
  need(skill) {
    const { words } = this;
    const parts = [
      skill.must_have ? words.mustHave : "",
      skill.needed ? fill(words.needed, { level: this.level(skill.needed) }) : "",
      skill.weight === 1 ? "" : this.weight(skill),
    ];
    return parts.filter(Boolean).join(" · ");
  }

  /** @param {WeighedSkill} skill */
  weight({ weight }) {
    return fill(this.words.weight, { weight: this.number(weight, Number.isInteger(weight) ? 0 : 1) });
  }

  /** @param {Rating | undefined} entry */
  rating(entry) {
    return typeof entry?.rating === "number" ? String(entry.rating) : this.words.notAssessed;
  }

  /**
   * What the ratings of a must-have come to, where that is not as it should be.
   *
   * @param {SkillFigures} skill
   */
  verdict({ mean, outcome, skill }) {
    const { words } = this;
    if (outcome === "not-met") return mark(words.notMet, "warn");
    if (outcome === "to-discuss") return mark(words.toDiscuss, "warn");
    if (mean === null) return mark(words.notRated, "muted");
    return skill.must_have && outcome === null ? mark(words.notCounted, "muted") : null;
  }

  /**
   * What there is to talk about in the ratings of a skill: a must-have that is too low says it all.
   *
   * @param {SkillFigures} skill
   */
  notes(skill) {
    const isTold = skill.outcome === "not-met" || skill.outcome === "to-discuss";
    const apart = skill.apart && !isTold ? mark(this.words.apart, "warn") : null;
    return [this.verdict(skill), apart].filter((note) => note !== null);
  }

  /**
   * The letters that stand for each interviewer of a panel.
   *
   * @param {readonly CandidateFigures[]} candidates
   */
  initials(candidates) {
    return initials(candidates.flatMap(({ cards }) => cards.map(({ interviewer }) => interviewer)));
  }
}
