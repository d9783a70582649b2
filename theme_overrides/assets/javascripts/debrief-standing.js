// Where each candidate stands, in words: what speaks against them, whose scorecard is missing, how far interviewers agree.
import { count, element, fill, mark, own, table } from "./dom.js";

/** @import { CandidateFigures, SkillFigures } from "./debrief-figures.js" */
/** @import { Attendance } from "./debrief-panel.js" */
/** @import { Said } from "./debrief-words.js" */
/** @import { Part } from "./dom.js" */

/**
 * A line for each candidate, by name: nobody is ranked.
 *
 * @param {Said} said
 * @param {readonly CandidateFigures[]} candidates
 * @param {Map<CandidateFigures, Attendance[]>} present
 */
export function standing(said, candidates, present) {
  const { words } = said;
  const heads = [words.candidateShort, words.toDiscuss, words.handedIn, words.recommendations];
  const rows = candidates.map((candidate, index) => [
    [element("a", { href: `#candidate-${index + 1}` }, own(said.name(candidate)))],
    toDiscuss(said, candidate),
    handedIn(said, candidate, present.get(candidate) ?? []),
    recommended(said, candidate),
  ]);
  const lines = table(
    words.standing,
    heads.map((head) => [head]),
    rows,
  );
  lines.classList.add("rb-standing");
  return lines;
}

/**
 * What to settle before anything is compared: scorecards that are missing, must-haves rated too low.
 *
 * @param {Said} said
 * @param {readonly CandidateFigures[]} candidates
 * @param {Map<CandidateFigures, Attendance[]>} present
 */
export function alarm({ words }, candidates, present) {
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
 * The must-haves that anyone rated under the level needed or that nothing shows yet, and the skills that interviewers
 * rated far apart.
 *
 * @param {Said} said
 * @param {CandidateFigures} candidate
 * @returns {Part[]}
 */
function toDiscuss(said, candidate) {
  const { words } = said;
  const open = candidate.skills.filter(
    (figures) => isLow(figures) || figures.apart || (figures.skill.must_have && !figures.outcome),
  );
  if (!open.length) return [element("p", { class: "rb-standing__none" }, words.noneLow)];
  const items = open.map((figures) => {
    const { name, needed } = figures.skill;
    const who = candidate.cards.flatMap((card, place) =>
      figures.under[place] ? [words.comma, own(card.interviewer), ` ${said.rating(figures.entries[place])}`] : [],
    );
    const level = fill(words.needed, { level: said.level(needed) });
    const apart = figures.apart ? [" · ", count(words.levelsApart, figures.spread ?? 0, {})] : [];
    const about = [...(who.length ? [" · ", ...who.slice(1), " · ", level] : []), ...apart].slice(1);
    const verdict = figures.outcome === "to-discuss" ? null : said.verdict(figures);
    return element(
      "li",
      {},
      element("strong", {}, name),
      " ",
      verdict,
      about.length ? element("small", {}, ...about) : null,
    );
  });
  return [element("ul", { class: "rb-standing__open" }, ...items)];
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
  const there = count(words.ofCards, all, { some: cards.length });
  return items.length ? [there, element("ul", {}, ...items)] : [there];
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
    return times ? [" ", element("span", {}, `${name}${said.words.colon}${times}`)] : [];
  });
  return parts.length ? parts.slice(1) : ["–"];
}
