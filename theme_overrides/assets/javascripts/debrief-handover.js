// What a debrief hands over to the decision record that is signed: a candidate's ratings with their evidence, and what was
// decided. The fields of that form have the same names.
import { median } from "./debrief-figures.js";

/** @import { CandidateFigures, SkillFigures } from "./debrief-figures.js" */
/** @import { DecisionRecord } from "./debrief-record.js" */
/** @import { Said } from "./debrief-words.js" */
/** @import { Handover } from "./handover.js" */

/**
 * @param {Said} said
 * @param {CandidateFigures} candidate
 * @param {DecisionRecord} record
 * @param {boolean} isExample
 * @returns {Handover}
 */
export function handoverOf(said, candidate, record, isExample) {
  const name = said.name(candidate);
  const { decision, reason } = record.of(candidate);
  const outcome = record.outcomes.findIndex(([outcome]) => outcome === decision) + 1;
  const values = new Map([
    ["candidate", isExample ? `${name} (${said.words.example})` : name],
    ...record.common.map(({ field }) => /** @type {const} */ ([field.name, field.value.trim()])),
    ["mean", candidate.total === null ? "" : `${said.number(candidate.total, 2)} (${said.coverage(candidate)})`],
    ["outcome", outcome ? String(outcome) : ""],
    ["reason", reason],
    ...candidate.skills.flatMap((figures) => ratings(said, candidate, figures)),
  ]);
  for (const [field, value] of values) if (!value) values.delete(field);
  return { name, values };
}

/**
 * A skill's row: of a must-have, the ratings that count, and their median; and what was said or done, by whom it was rated.
 *
 * @param {Said} said
 * @param {CandidateFigures} candidate
 * @param {SkillFigures} figures
 * @returns {[string, string][]}
 */
function ratings(said, { cards }, { skill, entries, counts }) {
  const given = cards.flatMap((card, place) => {
    const rating = entries[place]?.rating;
    const isAside = skill.must_have && !counts[place];
    return typeof rating === "number" ? [{ card, rating, isAside, evidence: entries[place]?.evidence }] : [];
  });
  const levels = given.filter(({ isAside }) => !isAside).map(({ rating }) => rating);
  const middle = levels.length ? median(levels) : null;
  const lines = given.map(({ card, rating, isAside, evidence }) => {
    const level = isAside ? `${rating}${said.words.comma}${said.words.short}` : rating;
    return `${card.interviewer} (${level})${said.words.colon}${evidence || said.words.noEvidence}`;
  });
  return [
    [`${skill.id}/ratings`, said.list(levels.map(String))],
    [`${skill.id}/median`, middle === null ? "" : said.number(middle, Number.isInteger(middle) ? 0 : 1)],
    [`${skill.id}/evidence`, lines.join("\n")],
  ];
}
