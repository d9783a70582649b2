// A candidate in a debrief: evidence and notes beside each rating, recommendations, and what was not rated.
import { repeated } from "./debrief-figures.js";
import { anchor, folds, kindOf } from "./debrief-plot.js";
import { count, element, mark, own } from "./dom.js";

/** @import { ScorecardFile } from "../../../types/tools.d.ts" */
/** @import { CandidateFigures, Rating, SkillFigures } from "./debrief-figures.js" */
/** @import { Said } from "./debrief-words.js" */
/** @import { Part } from "./dom.js" */

/**
 * Everything about a candidate, in the order in which it is talked about.
 *
 * @param {Said} said
 * @param {CandidateFigures} candidate
 * @param {number} index
 * @param {boolean} isLong Whether there are so many candidates that each is folded up.
 */
export function candidateSection(said, candidate, index, isLong) {
  const id = `candidate-${index + 1}`;
  const talked = candidate.skills.filter((figures) => said.notes(figures).length);
  const name = element("h2", { id }, own(said.name(candidate)));
  const parts = () => [
    ...remarks(said, candidate),
    ...talked.map((figures) => evidence(said, candidate, index, figures)),
    ...others(said, candidate, index, talked),
    recommendations(said, candidate),
    ...unrated(said, candidate),
  ];
  return element(
    "section",
    { class: "rb-debrief__part rb-debrief__candidate", "aria-labelledby": id },
    ...(isLong ? [filledLater(folds("rb-debrief__person", [name], []), parts)] : [name, ...parts()]),
  );
}

/** @type {WeakMap<Element, () => Part[]>} */
const later = new WeakMap(); // what is folded up and not made yet

/**
 * @param {HTMLDetailsElement} details
 * @param {() => Part[]} parts
 */
function filledLater(details, parts) {
  later.set(details, parts);
  return details;
}

/**
 * Makes what is folded up, when somebody unfolds or prints it: of a long panel, most is never looked at.
 *
 * @param {HTMLDetailsElement} details
 */
export function fillUp(details) {
  const parts = later.get(details);
  later.delete(details);
  details.append(...(parts?.() ?? []));
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
  const shown = rest.map((figures) => evidence(said, candidate, index, figures));
  const quiet = folds("rb-debrief__others", [words.others, " ", element("small", {}, names)], shown);
  const sum = element("p", { class: "rb-debrief__small" }, `${words.total}${words.colon}`, total, rated);
  return rest.length ? [quiet, sum] : [sum];
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
          ...notes(said, card, skill.id),
        ),
      ),
    ];
  });
  const sums = `${words.mean} ${said.number(figures.mean)}${figures.spread === null ? "" : ` · ${words.spread} ${figures.spread}`}`;
  const marks = said.notes(figures).flatMap((note) => [" ", note]);
  return element(
    "div",
    { class: "rb-proof" },
    element(
      "div",
      {},
      element("h3", {}, skill.name),
      element("p", {}, said.need(skill)),
      element("p", { "data-sums": true }, sums, ...marks),
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
 * What an interviewer noted under the questions of a skill, folded up. On paper, the evidence stands for it.
 *
 * @param {Said} said
 * @param {ScorecardFile} card
 * @param {string} skill
 */
function notes(said, card, skill) {
  const taken = (card.notes ?? []).filter(({ question, text }) => text && question.startsWith(`${skill}/`));
  if (!taken.length) return [];
  const parts = taken.flatMap(({ question, text }) => [
    element("p", { class: "rb-proof__from" }, said.question(question)),
    written(text),
  ]);
  return [element("details", { class: "rb-taken" }, element("summary", {}, said.words.taken), ...parts)];
}

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
      element(
        "p",
        {},
        mark(said.choice(card), "strong"),
        " ",
        element("span", { class: "rb-proof__from" }, own(card.interviewer), words.comma, said.stage(card.stage)),
      ),
      written(card.recommendation.reason),
    ),
  );
  const title = element("div", {}, element("h3", {}, words.recommendations));
  return element("div", { class: "rb-proof rb-proof--plain" }, title, element("ul", {}, ...items));
}

/**
 * What was written down without being rated, folded up: the answers to each screening question, and further notes.
 *
 * @param {Said} said
 * @param {CandidateFigures} candidate
 */
function unrated({ rates, words }, { cards }) {
  /** @param {(card: ScorecardFile) => string | undefined} find */
  const by = (find) =>
    cards.flatMap((card) => {
      const text = find(card);
      return text ? [written(text), element("p", { class: "rb-proof__from" }, own(card.interviewer))] : [];
    });
  const answered = rates.screening.flatMap(([id, label]) => {
    const given = by(({ screening }) => screening?.find(({ item }) => item === id)?.answer);
    return given.length ? [element("dt", {}, label), element("dd", {}, ...given)] : [];
  });
  const further = by(({ notes }) => notes?.find(({ question }) => !question)?.text);
  return [
    ...(answered.length ? [folds("rb-debrief__unrated", [words.screening], [element("dl", {}, ...answered)])] : []),
    ...(further.length ? [folds("rb-debrief__unrated", [words.further], further)] : []),
  ];
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
