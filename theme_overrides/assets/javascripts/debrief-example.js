// A panel to try the debrief with: made up for a role of the kit, and never taken for scorecards that somebody wrote.

/** @import { DebriefWords, RatedRole, ScorecardFile } from "../../../types/tools.d.ts" */

/** How far from the level that a skill needs the two candidates are rated, skill by skill. */
const OFFSETS = [
  [0, 1, 0, 1, 0, 1],
  [1, 0, 0, 0, 1, -1],
];

/**
 * The scorecards of a panel with two candidates. One of them is missing, and one interviewer rates a must-have of the
 * first candidate under the level that it needs.
 *
 * @param {RatedRole} rates
 * @param {DebriefWords} words
 * @param {string} language
 * @returns {ScorecardFile[]}
 */
export function examplePanel(rates, words, language) {
  const people = [words.person1, words.person2, words.person3, words.person4];
  const stages = rates.stages.length
    ? rates.stages
    : [{ id: "", skills: rates.skills.map(({ id }) => id), counts: [], raters: [], questions: [] }];
  const low = stages.flatMap((stage) => stage.counts.map((skill) => ({ stage: stage.id, skill })))[0];
  const seats = stages.flatMap((stage, place) => {
    const number = Math.min(Math.max(stage.raters.length, 2), people.length);
    return Array.from({ length: number }, (_, seat) => ({
      stage,
      seat,
      who: people[(place + seat) % people.length] ?? "",
    }));
  });
  const cards = [words.candidate1, words.candidate2].flatMap((candidate, index) =>
    seats.map(({ stage, seat, who }) => {
      const isLow = index === 0 && seat === 0 && stage.id === low?.stage;
      const ratings = rates.skills
        .filter(({ id }) => stage.skills.includes(id))
        .map((skill, place) => {
          const offset = isLow && skill.id === low?.skill ? -1 : (OFFSETS[index]?.[(place + seat) % 6] ?? 0);
          return rated(rates, skill, isLow && skill.id !== low?.skill ? 1 : offset, words);
        });
      return {
        ...blank(rates, language),
        stage: stage.id,
        candidate,
        interviewer: who,
        ratings,
        notes: stage.questions.slice(0, 1).map(([question]) => ({ question, text: words.noted })),
        ...recommended(rates, isLow, words),
      };
    }),
  );
  return cards.slice(0, -1).map((card, number) => ({ ...card, id: number.toString(16).padStart(24, "0") }));
}

/**
 * @param {RatedRole} rates
 * @param {RatedRole["skills"][number]} skill
 * @param {number} offset
 * @param {DebriefWords} words
 */
function rated({ scale }, { id, needed, weight, must_have, anchors }, offset, words) {
  const levels = scale.map(({ level }) => level);
  const [lowest = 1, highest = 1] = [levels[0], levels.at(-1)];
  const floor = must_have && offset >= 0 ? needed : lowest;
  const rating = Math.min(highest, Math.max(floor, (needed || 3) + offset));
  const said = [words.said1, words.said2, words.said3, words.said4, words.said5];
  const evidence = said[Math.round(((rating - lowest) / Math.max(1, highest - lowest)) * (said.length - 1))] ?? "";
  return { skill: id, rating, evidence, basis: { needed, weight, must_have, anchors } };
}

/**
 * @param {RatedRole} rates
 * @param {boolean} isLow
 * @param {DebriefWords} words
 */
function recommended({ recommendations }, isLow, words) {
  const choice = recommendations[isLow ? 2 : 1] ?? recommendations[0];
  return { recommendation: { choice: choice?.id ?? null, reason: isLow ? words.exampleNo : words.exampleYes } };
}

/**
 * @param {RatedRole} rates
 * @param {string} language
 */
function blank({ fingerprint, role, version }, language) {
  const moment = new Date().toISOString();
  return {
    format: /** @type {const} */ ("rolebook-scorecard"),
    version: /** @type {const} */ (1),
    revision: 1,
    kit: { version, fingerprint },
    role,
    language,
    date: moment.slice(0, 10),
    started: moment,
    changed: moment,
    sealed: moment,
    reopened: [],
    seconds: 0,
    checksum: null,
  };
}
