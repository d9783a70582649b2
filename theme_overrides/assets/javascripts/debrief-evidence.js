// A candidate in a debrief: the evidence beside each rating, answers to screening questions, and recommendations.
import { repeated } from "./debrief-figures.js";
import { anchor, kindOf } from "./debrief-plot.js";
import { count, element, mark, own } from "./dom.js";

/** @import { CandidateFigures, Rating, SkillFigures } from "./debrief-figures.js" */
/** @import { Attendance } from "./debrief-panel.js" */
/** @import { Said } from "./debrief-words.js" */
/** @import { Part } from "./dom.js" */

/**
 * @param {Said} said
 * @param {CandidateFigures} candidate
 * @param {number} index
 * @param {readonly Attendance[]} attended
 */
export function candidateSection(said, candidate, index, attended) {
  const id = `candidate-${index + 1}`;
  const talked = candidate.skills.filter((figures) => said.notes(figures).length);
  return element(
    "section",
    { class: "rb-debrief__part rb-debrief__candidate", "aria-labelledby": id },
    element("h2", { id }, own(said.name(candidate))),
    ...facts(said, candidate, attended),
    ...remarks(said, candidate),
    ...talked.map((figures) => evidence(said, candidate, index, figures)),
    ...others(said, candidate, index, talked),
    recommendations(said, candidate),
    ...screening(said, candidate),
  );
}

/**
 * What there is to talk about, in a line or two.
 *
 * @param {Said} said
 * @param {CandidateFigures} candidate
 * @param {readonly Attendance[]} attended
 */
function facts(said, candidate, attended) {
  const { words } = said;
  const missing = attended.filter((one) => one.missing).map((one) => said.stage(one.stage));
  const marks = [
    ...candidate.missed.map(({ name }) => mark(`${words.notMet}${words.colon}${name}`, "warn")),
    ...candidate.discussed.map(({ name }) => mark(`${words.toDiscuss}${words.colon}${name}`, "warn")),
    ...missing.map((stage) => mark(`${words.cardMissing}${words.colon}${stage}`, "warn")),
  ].flatMap((one) => [one, " "]);
  return marks.length ? [element("p", { class: "rb-debrief__facts" }, ...marks)] : [];
}

/**
 * The skills with nothing to talk about, folded up, and what all ratings come to. The mean informs, and decides nothing.
 *
 * @param {Said} said
 * @param {CandidateFigures} candidate
 * @param {number} index
 * @param {readonly SkillFigures[]} talked
 */
function others(said, candidate, index, talked) {
  const { words } = said;
  const rest = candidate.skills.filter((figures) => !talked.includes(figures));
  const total = element("strong", { "data-total": true }, said.number(candidate.total, 2));
  const rated = ` · ${words.rated}${words.colon}${said.coverage(candidate)}`;
  const names = said.list(rest.map(({ skill }) => skill.name));
  const folded = element(
    "details",
    { class: "rb-folded rb-folded--plain", open: talked.length === 0 },
    element("summary", {}, words.others, " ", element("small", {}, names)),
    ...rest.map((figures) => evidence(said, candidate, index, figures)),
  );
  const sum = element("p", { class: "rb-debrief__small" }, `${words.total}${words.colon}`, total, rated);
  return rest.length ? [folded, sum] : [sum];
}

/**
 * A skill with everyone's rating of it and what they wrote.
 *
 * @param {Said} said
 * @param {CandidateFigures} candidate
 * @param {number} index
 * @param {SkillFigures} figures
 */
function evidence(said, candidate, index, figures) {
  const { words } = said;
  const { skill } = figures;
  const given = candidate.cards.flatMap((card, place) => {
    const entry = figures.entries[place];
    if (!entry) return [];
    const kind = typeof entry.rating === "number" ? kindOf(figures, place) : "none";
    const from = [own(card.interviewer), words.comma, said.stage(card.stage), ...answers(said, entry)];
    if (kind === "aside") from.push(" ", mark(words.short, "muted"));
    return [
      element(
        "li",
        { id: anchor(index, skill.id, place) },
        rating(said, entry, kind),
        element(
          "div",
          {},
          written(entry.evidence || words.noEvidence),
          element("p", { class: "rb-proof__from" }, ...from),
        ),
      ),
    ];
  });
  const sums = `${words.mean} ${said.number(figures.mean)}${figures.spread === null ? "" : ` · ${words.spread} ${figures.spread}`}`;
  const notes = said.notes(figures).flatMap((note) => [" ", note]);
  return element(
    "div",
    { class: "rb-proof" },
    element(
      "div",
      {},
      element("h3", {}, skill.name),
      element("p", {}, said.need(skill)),
      element("p", { "data-sums": true }, sums, ...notes),
    ),
    given.length ? element("ul", {}, ...given) : element("p", {}, words.notRated),
  );
}

/**
 * What somebody wrote, with its lines and a direction of its own.
 *
 * @param {string} text
 */
const written = (text) => element("p", { class: "rb-said", dir: "auto" }, text);

/**
 * @param {Said} said
 * @param {Rating} entry
 * @param {string} kind
 */
function rating({ words }, entry, kind) {
  if (typeof entry.rating === "number") {
    return element("span", { class: `rb-dot rb-dot--${kind}` }, element("b", {}, String(entry.rating)));
  }
  return element(
    "span",
    { class: "rb-dot rb-dot--none", title: words.notAssessed },
    element("b", { "aria-hidden": "true" }, "–"),
    element("span", { class: "rb-hidden" }, words.notAssessed),
  );
}

/**
 * The ratings of the answers that a skill's rating rests on, where several questions were asked of it.
 *
 * @param {Said} said
 * @param {Rating} entry
 */
function answers({ words }, entry) {
  if (!entry.answers?.length) return [];
  const given = entry.answers.map((one) => (typeof one.rating === "number" ? String(one.rating) : "–"));
  return [` · ${words.answers}${words.colon}${given.join(words.comma)}`];
}

/**
 * @param {Said} said
 * @param {CandidateFigures} candidate
 */
function recommendations(said, { cards }) {
  const { words } = said;
  const items = cards.map((card) =>
    element(
      "li",
      {},
      mark(said.choice(card), "strong"),
      element(
        "div",
        {},
        written(card.recommendation.reason),
        element("p", { class: "rb-proof__from" }, own(card.interviewer), words.comma, said.stage(card.stage)),
      ),
    ),
  );
  const title = element("div", {}, element("h3", {}, words.recommendations));
  return element("div", { class: "rb-proof rb-proof--recommended" }, title, element("ul", {}, ...items));
}

/**
 * What was asked and written down without being rated, by interviewer.
 *
 * @param {Said} said
 * @param {CandidateFigures} candidate
 */
function screening({ rates, words }, { cards }) {
  const items = rates.screening.flatMap(([id, label]) =>
    cards.flatMap((card) => {
      const answer = card.screening?.find(({ item }) => item === id)?.answer;
      return answer ? [element("li", {}, label, words.colon, own(answer))] : [];
    }),
  );
  if (!items.length) return [];
  const title = element("div", {}, element("h3", {}, words.screening));
  return [element("div", { class: "rb-proof rb-proof--plain" }, title, element("ul", {}, ...items))];
}

/**
 * What is out of the ordinary about scorecards.
 *
 * @param {Said} said
 * @param {CandidateFigures} candidate
 */
function remarks(said, candidate) {
  const { words } = said;
  const items = candidate.cards.flatMap((card) => {
    const remarks = [];
    if (card.kit.fingerprint !== said.rates.fingerprint) remarks.push(words.differs);
    if (card.reopened.length) {
      const reasons = said.list(card.reopened.map(({ reason }) => reason));
      remarks.push(`${count(words.reopened, card.reopened.length, {})}${words.colon}${reasons}`);
    }
    return remarks.map((remark) => element("li", {}, own(card.interviewer), words.colon, own(remark)));
  });
  for (const card of repeated(candidate)) {
    /** @type {Part[]} */
    const who = [own(card.interviewer), words.comma, own(said.stage(card.stage)), words.colon];
    items.push(element("li", { "data-repeated": true }, ...who, words.repeated));
  }
  return items.length ? [element("ul", { class: "rb-debrief__remarks" }, ...items)] : [];
}
