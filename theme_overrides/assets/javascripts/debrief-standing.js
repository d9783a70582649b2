// Where each candidate stands, in words: what speaks against them, whose scorecard is missing, how far interviewers agree.
import { DISAGREEMENT } from "./debrief-figures.js";
import { count, element, fill, mark, own, table } from "./dom.js";

/** @import { CandidateFigures, SkillFigures } from "./debrief-figures.js" */
/** @import { Attendance } from "./debrief-panel.js" */
/** @import { Said } from "./debrief-words.js" */
/** @import { Part } from "./dom.js" */

/**
 * What to settle first, and then a line for each candidate, by name: nobody is ranked.
 *
 * @param {Said} said
 * @param {readonly CandidateFigures[]} candidates
 * @param {Map<CandidateFigures, Attendance[]>} present
 */
export function standing(said, candidates, present) {
  const { words } = said;
  const heads = [words.candidateShort, words.lowShort, words.cardsTitle, words.agreement, words.recommendations];
  const rows = candidates.map((candidate, index) => [
    [element("a", { href: `#candidate-${index + 1}` }, own(said.name(candidate)))],
    low(said, candidate),
    handedIn(said, candidate, present.get(candidate) ?? []),
    agreement(said, candidate),
    recommended(said, candidate),
  ]);
  const lines = table(
    words.standing,
    heads.map((head) => [head]),
    rows,
  );
  lines.classList.add("rb-standing");
  return [...first(said, candidates, present), lines];
}

/**
 * What to settle before anything is compared: scorecards that are missing, must-haves rated too low.
 *
 * @param {Said} said
 * @param {readonly CandidateFigures[]} candidates
 * @param {Map<CandidateFigures, Attendance[]>} present
 */
function first({ words }, candidates, present) {
  const missing = [...present.values()].flat().reduce((total, one) => total + one.missing, 0);
  const under = candidates.flatMap(({ skills }) => skills.filter(isLow)).length;
  const sentences = [
    missing ? element("p", { "data-missing": missing }, count(words.cardsMissing, missing, {})) : null,
    under ? element("p", {}, count(words.ratedLow, under, {})) : null,
  ].filter((sentence) => sentence !== null);
  return sentences.length ? [element("div", { class: "rb-debrief__alarm" }, ...sentences)] : [];
}

/** @param {SkillFigures} figures */
const isLow = ({ under }) => under.some(Boolean);

/**
 * The must-haves that anyone rated under the level needed, and those that nothing shows yet.
 *
 * @param {Said} said
 * @param {CandidateFigures} candidate
 * @returns {Part[]}
 */
function low(said, candidate) {
  const { words } = said;
  const open = candidate.skills.filter((figures) => isLow(figures) || (figures.skill.must_have && !figures.outcome));
  if (!open.length) return [words.noneLow];
  const items = open.map((figures) => {
    const { name, needed } = figures.skill;
    const who = candidate.cards.flatMap((card, place) =>
      figures.under[place] ? [words.comma, own(card.interviewer), ` ${said.rating(figures.entries[place])}`] : [],
    );
    const level = fill(words.needed, { level: said.level(needed) });
    const small = who.length ? element("small", {}, ...who.slice(1), " · ", level) : null;
    return element("li", {}, element("strong", {}, name), " ", said.verdict(figures), small);
  });
  return [element("ul", {}, ...items)];
}

/**
 * @param {Said} said
 * @param {CandidateFigures} candidate
 * @param {readonly Attendance[]} attended
 * @returns {Part[]}
 */
function handedIn(said, { cards }, attended) {
  const { words } = said;
  const items = attended.flatMap(({ stage, missing, absent, raters }) => {
    if (!missing) return [];
    const who = said.list(absent.length ? absent : raters);
    const where = `${said.stage(stage)}${who ? `${words.colon}${who}` : ""}`;
    return [element("li", {}, mark(count(words.missing, missing, {}), "warn"), element("small", {}, own(where)))];
  });
  const all = cards.length + attended.reduce((total, { missing }) => total + missing, 0);
  const there = fill(words.of, { some: cards.length, all });
  return items.length ? [there, element("ul", {}, ...items)] : [there];
}

/**
 * How far apart interviewers are at most, and on which skills that is worth talking about.
 *
 * @param {Said} said
 * @param {CandidateFigures} candidate
 * @returns {Part[]}
 */
function agreement({ words }, { skills }) {
  const spreads = skills.flatMap(({ spread }) => (spread === null ? [] : [spread]));
  if (!spreads.length) return [words.oneEach];
  const widest = Math.max(...spreads);
  if (widest < DISAGREEMENT) return [widest ? words.close : words.same];
  const items = skills.flatMap(({ apart, skill, spread }) =>
    apart
      ? [
          element(
            "li",
            {},
            element("strong", {}, skill.name),
            element("small", {}, count(words.levelsApart, spread ?? 0, {})),
          ),
        ]
      : [],
  );
  return [element("ul", {}, ...items)];
}

/**
 * How many recommend what, in the order of the kit.
 *
 * @param {Said} said
 * @param {CandidateFigures} candidate
 * @returns {Part[]}
 */
function recommended(said, { cards }) {
  const given = cards.map((card) => said.choice(card)).filter(Boolean);
  const names = new Set([...said.choices.values(), ...given]);
  const parts = [...names].flatMap((name) => {
    const times = given.filter((one) => one === name).length;
    return times ? [" · ", element("span", {}, `${name}${said.words.colon}${times}`)] : [];
  });
  return parts.length ? parts.slice(1) : ["–"];
}
