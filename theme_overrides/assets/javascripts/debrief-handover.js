// What a debrief hands over to the decision record that is signed: a candidate's ratings with their evidence, and what was
// decided. The fields of that form have the same names.
import { median } from "./debrief-figures.js";
import { value } from "./debrief-record.js";
import { element } from "./dom.js";
import { leave } from "./handover.js";

/** @import { CandidateFigures, SkillFigures } from "./debrief-figures.js" */
/** @import { DecisionRecord } from "./debrief-record.js" */
/** @import { Debated } from "./debrief-view.js" */
/** @import { Said } from "./debrief-words.js" */
/** @import { Handover } from "./handover.js" */

/**
 * Leads from each candidate's decision to the form, in a new tab; it takes over what is known when the link is followed.
 * Where storage is full or forbidden, it opens as it is.
 *
 * @param {Said} said
 * @param {Debated} debated
 * @param {DecisionRecord} record
 * @param {string} href The form's address.
 */
export function leadToForms(said, { candidates, isExample }, record, href) {
  for (const candidate of candidates) {
    const set = record.entryOf(candidate)?.set;
    const link = element("a", { href, target: "_blank" }, said.words.sign);
    link.addEventListener("click", () => {
      try {
        leave(`decision-record/${said.rates.role}`, handoverOf(said, candidate, record, isExample));
      } catch {
        // the form opens all the same
      }
    });
    set?.querySelector(".rb-decisions__sign")?.remove();
    set?.append(element("p", { class: "rb-decisions__sign" }, link, " ", element("small", {}, said.words.signHint)));
  }
}

/**
 * What is known of a candidate, by the names of the form's fields.
 *
 * @param {Said} said
 * @param {CandidateFigures} candidate
 * @param {DecisionRecord} record
 * @param {boolean} isExample
 * @returns {Handover}
 */
function handoverOf(said, candidate, record, isExample) {
  const name = said.name(candidate);
  const { choices = [], reason } = record.entryOf(candidate) ?? {};
  const outcome = record.outcomes.findIndex(([outcome]) => outcome === value(choices)) + 1;
  const values = new Map([
    ["candidate", isExample ? `${name} (${said.words.example})` : name],
    ...record.common.map(({ field }) => /** @type {const} */ ([field.name, field.value.trim()])),
    ["mean", candidate.total === null ? "" : `${said.number(candidate.total, 2)} (${said.coverage(candidate)})`],
    ["outcome", outcome ? String(outcome) : ""],
    ["reason", reason?.value.trim() ?? ""],
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
