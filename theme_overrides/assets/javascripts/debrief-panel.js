// Whose scorecards are there, and whose are missing: each interviewer of a stage rates every candidate.
import { folded, likely, looksSame } from "./debrief-names.js";

/** @import { RatedRole, ScorecardFile } from "../../../types/tools.d.ts" */
/** @import { CandidateFigures } from "./debrief-figures.js" */

/**
 * @typedef {object} Attendance Who has handed in a scorecard of a candidate from a stage, and who has not.
 * @property {string} stage Its id, or an empty string for the whole role.
 * @property {readonly string[]} raters Who should have, by function; none where the kit does not say.
 * @property {ScorecardFile[]} cards
 * @property {number} missing How many scorecards are missing.
 * @property {string[]} absent Interviewers who have rated another candidate in this stage, and not this one.
 */

/** @typedef {{ from: string, to: string }} Pair A name that may be another one misspelt, and that one. */

/** @param {readonly ScorecardFile[]} cards */
const people = (cards) => new Map(cards.map((card) => [folded(card.interviewer), card.interviewer.trim()]));

/**
 * The columns of a panel: the stages of the role, and the whole role where a scorecard rates it.
 *
 * @param {RatedRole} rates
 * @param {readonly CandidateFigures[]} candidates
 */
export function columns({ stages }, candidates) {
  const cards = candidates.flatMap((candidate) => candidate.cards);
  const isOfStage = cards.some((card) => stages.some(({ id }) => id === card.stage));
  const others = new Set(cards.map(({ stage }) => stage).filter((id) => !stages.some((stage) => stage.id === id)));
  return [...(isOfStage ? stages.map(({ id }) => id) : []), ...others];
}

/**
 * For each candidate, who has handed in from each stage.
 *
 * @param {RatedRole} rates
 * @param {readonly CandidateFigures[]} candidates
 * @returns {Map<CandidateFigures, Attendance[]>}
 */
export function attendance(rates, candidates) {
  const stages = columns(rates, candidates);
  return new Map(
    candidates.map((candidate) => [
      candidate,
      stages.map((stage) => {
        const raters = rates.stages.find(({ id }) => id === stage)?.raters ?? [];
        /** @param {CandidateFigures} one */
        const of = (one) => one.cards.filter((card) => card.stage === stage);
        const [cards, all] = [of(candidate), people(candidates.flatMap(of))];
        const here = people(cards);
        const expected = raters.length || all.size;
        const missing = Math.max(0, expected - here.size);
        const others = [...all].filter(([key]) => !here.has(key)).map(([, name]) => name);
        return { stage, raters, cards, missing, absent: missing ? others : [] };
      }),
    ]),
  );
}

/**
 * Candidates that may be one person with a misspelt name. Two whom one interviewer has rated in one stage are two,
 * unless their names look the same.
 *
 * @param {readonly CandidateFigures[]} candidates
 * @returns {Pair[]}
 */
export function misspellings(candidates) {
  /** @type {Pair[]} */
  const found = [];
  candidates.forEach((one, place) => {
    for (const other of candidates.slice(place + 1)) {
      if (!likely(one.name, other.name)) continue;
      if (areTwo(one, other) && !looksSame(one.name, other.name)) continue;
      const [from, to] = one.cards.length < other.cards.length ? [one, other] : [other, one];
      found.push({ from: from.name, to: to.name });
    }
  });
  return found;
}

/**
 * @param {CandidateFigures} one
 * @param {CandidateFigures} other
 */
function areTwo(one, other) {
  /** @param {ScorecardFile} card */
  const interview = ({ interviewer, stage }) => `${stage} ${folded(interviewer)}`;
  const theirs = new Set(one.cards.map(interview));
  return other.cards.some((card) => theirs.has(interview(card)));
}
