// The ratings as a picture: for each skill a track of the scale's levels, on which each interviewer is a dot.
import { folded } from "./debrief-names.js";
import { element, own } from "./dom.js";

/** @import { CandidateFigures, SkillFigures } from "./debrief-figures.js" */
/** @import { Said } from "./debrief-words.js" */

/**
 * The picture of all skills, candidates below one another on one axis, with its key. Each dot leads to its evidence.
 *
 * @param {Said} said
 * @param {readonly CandidateFigures[]} candidates
 */
export function plot(said, candidates) {
  const { words } = said;
  const letters = said.initials(candidates);
  /** @param {string} text */
  const column = (text) => element("th", { scope: "col" }, text);
  const axis = said.rates.scale.map(({ level, name }) =>
    element("span", {}, element("b", {}, String(level)), " ", element("span", {}, name)),
  );
  const head = element(
    "tr",
    {},
    column(words.skill),
    column(words.candidateShort),
    element(
      "th",
      { scope: "col", class: "rb-plot__axis" },
      element("span", { class: "rb-hidden" }, words.ratings),
      element("div", { class: "rb-track", "aria-hidden": "true" }, ...axis),
    ),
    column(words.toNote),
  );
  const groups = said.rates.skills.map((skill, place) => {
    const name = element("th", { scope: "rowgroup", rowspan: candidates.length, class: "rb-plot__skill" });
    name.append(skill.name, element("small", {}, said.need(skill)));
    const rows = candidates.map((candidate, index) => {
      const figures = candidate.skills[place];
      if (!figures) return null;
      return element("tr", {}, index ? null : name, ...cells(said, candidate, index, figures, letters));
    });
    return element("tbody", {}, ...rows);
  });
  const caption = element("caption", { class: "rb-hidden" }, words.picture);
  const grid = element("table", { class: "rb-plot" }, caption, element("thead", {}, head), ...groups);
  grid.style.setProperty("--levels", String(said.rates.scale.length));
  return [key(said, candidates, letters), grid];
}

/**
 * @param {Said} said
 * @param {CandidateFigures} candidate
 * @param {number} index
 * @param {SkillFigures} figures
 * @param {Map<string, string>} letters
 */
function cells(said, candidate, index, figures, letters) {
  const { words } = said;
  const unable = candidate.cards.filter((_, place) => figures.entries[place]?.rating === "not-assessed");
  const who = said.list(unable.map((card) => letters.get(folded(card.interviewer)) ?? ""));
  const notes = said.notes(figures).flatMap((note) => [note, " "]);
  if (who && figures.mean !== null) notes.push(element("small", {}, `${words.notAssessed}${words.colon}`, own(who)));
  return [
    element("th", { scope: "row" }, own(said.name(candidate))),
    element(
      "td",
      { class: "rb-plot__track" },
      element("div", { class: "rb-track" }, ...track(said, candidate, index, figures, letters)),
    ),
    element("td", { class: "rb-plot__notes" }, ...notes),
  ];
}

/**
 * A place for each level, with the dots of those who gave it. The bar reaches from the lowest to the highest.
 *
 * @param {Said} said
 * @param {CandidateFigures} candidate
 * @param {number} index
 * @param {SkillFigures} figures
 * @param {Map<string, string>} letters
 */
function track(said, candidate, index, figures, letters) {
  const given = figures.entries.flatMap((entry) => (typeof entry?.rating === "number" ? [entry.rating] : []));
  const levels = said.rates.scale.map(({ level }) => level);
  const places = levels.map((level) => {
    const dots = candidate.cards.flatMap((card, place) => {
      if (figures.entries[place]?.rating !== level) return [];
      const who = `${card.interviewer}${said.words.comma}${said.stage(card.stage)}${said.words.colon}${level}`;
      const kind = kindOf(figures, place);
      return [
        element(
          "a",
          { class: `rb-dot rb-dot--${kind}`, href: `#${anchor(index, figures.skill.id, place)}`, title: who },
          element("b", {}, letters.get(folded(card.interviewer)) ?? "?"),
          element("span", { class: "rb-hidden" }, ` ${who}`),
        ),
      ];
    });
    const { needed } = figures.skill;
    const attributes = {
      "data-level": level,
      "data-enough": needed > 0 && level >= needed,
      "data-needed": level === needed,
    };
    return element("span", { class: "rb-plot__level", ...attributes }, ...dots);
  });
  if (given.length < 2) return places;
  const bar = element("span", { class: "rb-plot__bar", "data-wide": figures.apart });
  const [low, high] = [levels.indexOf(Math.min(...given)), levels.indexOf(Math.max(...given))];
  bar.style.insetInlineStart = `${((low + 0.5) / levels.length) * 100}%`;
  bar.style.inlineSize = `${((high - low) / levels.length) * 100}%`;
  return [bar, ...places];
}

/**
 * How a rating is drawn: under the level of a must-have, not counted towards it, or neither.
 *
 * @param {SkillFigures} figures
 * @param {number} place
 */
export function kindOf(figures, place) {
  if (figures.under[place]) return "under";
  return figures.skill.must_have && !figures.counts[place] ? "aside" : "plain";
}

/**
 * The id of a rating's evidence.
 *
 * @param {number} candidate
 * @param {string} skill
 * @param {number} place
 */
export const anchor = (candidate, skill, place) => `candidate-${candidate + 1}--${skill}--${place + 1}`;

/**
 * Who the letters stand for, and what the signs mean.
 *
 * @param {Said} said
 * @param {readonly CandidateFigures[]} candidates
 * @param {Map<string, string>} letters
 */
function key(said, candidates, letters) {
  const { words } = said;
  const names = new Map(
    candidates.flatMap(({ cards }) => cards.map(({ interviewer }) => [folded(interviewer), interviewer.trim()])),
  );
  /** @param {string} kind @param {string} sign @param {Node | string} text */
  const item = (kind, sign, text) =>
    element("li", {}, element("span", { class: `rb-dot rb-dot--${kind}` }, element("b", {}, sign)), " ", text);
  const figures = candidates.flatMap(({ skills }) => skills);
  /** @param {string} kind */
  const has = (kind) =>
    figures.some((one) =>
      one.entries.some((entry, place) => typeof entry?.rating === "number" && kindOf(one, place) === kind),
    );
  const signs = [
    element("li", {}, element("span", { class: "rb-plot__notch" }), " ", words.neededHere),
    has("under") ? item("under", "", words.underLevel) : null,
    has("aside") ? item("aside", "", words.short) : null,
  ];
  const people = [...names].map(([id, name]) => item("plain", letters.get(id) ?? "?", own(name)));
  return element("ul", { class: "rb-plot__key", "aria-label": words.key }, ...people, ...signs);
}
