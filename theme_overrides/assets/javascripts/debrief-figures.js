// The figures of a debrief. The Excel file of a scorecard computes the same by its formulas.
import { folded } from "./debrief-names.js";

/** @import { RatedRole, ScorecardFile, WeighedSkill } from "../../../types/tools.d.ts" */

/** @typedef {ScorecardFile["ratings"][number]} Rating */

/** @typedef {"met" | "to-discuss" | "not-met" | null} Outcome */

/**
 * @typedef {object} SkillFigures What a candidate's ratings of one skill come to.
 * @property {WeighedSkill} skill
 * @property {(Rating | undefined)[]} entries By scorecard; undefined where that one does not have the skill.
 * @property {number | null} mean
 * @property {number | null} spread Levels between the highest and the lowest; null where fewer than two rated it.
 * @property {boolean} apart Whether interviewers are so far apart that they have to talk about it.
 * @property {Outcome} outcome What a must-have comes to; null where it is none, or where no rating counts.
 * @property {boolean[]} counts By scorecard: whether its rating counts: the stage can show the level that is needed.
 * @property {boolean[]} under By scorecard: whether its rating counts and is under the level that a must-have needs.
 */

/**
 * @typedef {object} CandidateFigures What the ratings of one candidate come to.
 * @property {string} name
 * @property {ScorecardFile[]} cards
 * @property {SkillFigures[]} skills In the role's order, which is the same for every candidate.
 * @property {number} rated How many skills somebody rated.
 * @property {number | null} total The weighted mean of the skills.
 * @property {WeighedSkill[]} missed Must-haves that are not met.
 * @property {WeighedSkill[]} discussed Must-haves to discuss.
 */

const DISAGREEMENT = 2; // levels; as in formats/xlsx.py

/** @param {number[]} numbers */
const sum = (numbers) => numbers.reduce((total, number) => total + number, 0);

/** @param {readonly number[]} numbers At least one. */
export function median(numbers) {
  const sorted = [...numbers].sort((one, other) => one - other);
  const middle = sorted.slice(Math.floor((sorted.length - 1) / 2), Math.floor(sorted.length / 2) + 1);
  return sum(middle) / middle.length;
}

/**
 * What the ratings that count come to against the level that a must-have needs.
 *
 * @param {number} needed
 * @param {readonly number[]} counting
 * @returns {Outcome}
 */
export function outcome(needed, counting) {
  if (!counting.length) return null;
  if (median(counting) < needed) return "not-met";
  return Math.min(...counting) < needed ? "to-discuss" : "met";
}

/**
 * The scorecards of an interviewer who has handed over several of one candidate and stage: one of each such group.
 *
 * @param {CandidateFigures} candidate
 */
export function repeated({ cards }) {
  /** @param {ScorecardFile} card */
  const key = ({ interviewer, stage }) => `${stage} ${folded(interviewer)}`;
  const seen = new Map(cards.map((card) => [key(card), card]));
  return [...seen.values()].filter((card) => cards.filter((other) => key(other) === key(card)).length > 1);
}

/**
 * Each candidate with their scorecards, by name; nobody is put first for their figures.
 *
 * @param {readonly ScorecardFile[]} cards
 */
function candidates(cards) {
  /** @type {Map<string, { name: string, cards: ScorecardFile[] }>} */
  const found = new Map();
  for (const card of cards) {
    const key = folded(card.candidate);
    const candidate = found.get(key) ?? { name: card.candidate.trim(), cards: [] };
    candidate.cards.push(card);
    found.set(key, candidate);
  }
  return [...found.values()].sort((one, other) => one.name.localeCompare(other.name));
}

/**
 * What the ratings of each candidate come to.
 *
 * @param {RatedRole} rates
 * @param {readonly ScorecardFile[]} cards
 * @returns {CandidateFigures[]}
 */
export function figures(rates, cards) {
  const order = new Map(rates.stages.map((stage, index) => [stage.id, index]));
  /** @param {ScorecardFile} card */
  const place = (card) => order.get(card.stage) ?? -1;
  const counts = new Map(rates.stages.map((stage) => [stage.id, new Set(stage.counts)]));
  return candidates(cards).map(({ name, cards: theirs }) => {
    theirs.sort((one, other) => place(one) - place(other) || one.interviewer.localeCompare(other.interviewer));
    const given = theirs.map((card) => new Map(card.ratings.map((rating) => [rating.skill, rating])));
    const skills = rates.skills.map((skill) =>
      skillFigures(
        skill,
        given.map((ratings) => ratings.get(skill.id)),
        theirs.map((card) => counts.get(card.stage)?.has(skill.id) ?? true),
      ),
    );
    return {
      name,
      cards: theirs,
      skills,
      ...weighted(skills),
      missed: skills.filter((one) => one.outcome === "not-met").map((one) => one.skill),
      discussed: skills.filter((one) => one.outcome === "to-discuss").map((one) => one.skill),
    };
  });
}

/**
 * @param {WeighedSkill} skill
 * @param {(Rating | undefined)[]} entries
 * @param {boolean[]} counts
 * @returns {SkillFigures}
 */
function skillFigures(skill, entries, counts) {
  const given = entries.map((entry) => entry?.rating);
  const levels = given.filter((rating) => typeof rating === "number");
  const counting = given.filter((_, index) => counts[index]).filter((rating) => typeof rating === "number");
  const mean = levels.length ? sum(levels) / levels.length : null;
  const spread = levels.length > 1 ? Math.max(...levels) - Math.min(...levels) : null;
  return {
    skill,
    entries,
    mean,
    spread,
    apart: spread !== null && spread >= DISAGREEMENT,
    outcome: skill.must_have ? outcome(skill.needed, counting) : null,
    counts,
    under: given.map((one, index) => skill.must_have && Boolean(counts[index]) && isUnder(one, skill.needed)),
  };
}

/**
 * @param {Rating["rating"] | undefined} rating
 * @param {number} needed
 */
const isUnder = (rating, needed) => typeof rating === "number" && rating < needed;

/** @param {readonly SkillFigures[]} skills */
function weighted(skills) {
  const rated = skills.flatMap(({ skill, mean }) => (mean === null ? [] : [{ weight: skill.weight, mean }]));
  const weights = sum(rated.map(({ weight }) => weight));
  const total = weights ? sum(rated.map(({ weight, mean }) => weight * mean)) / weights : null;
  return { rated: rated.length, total };
}
