// What a debrief shows once scorecards are there: first what is missing and where each candidate stands, then the ratings.
import { scorecards } from "./debrief-cards.js";
import { candidateSection } from "./debrief-evidence.js";
import { attendance } from "./debrief-panel.js";
import { plot } from "./debrief-plot.js";
import { alarm, standing } from "./debrief-standing.js";
import { element, own } from "./dom.js";

/** @import { CandidateFigures } from "./debrief-figures.js" */
/** @import { Pair } from "./debrief-panel.js" */
/** @import { Said } from "./debrief-words.js" */
/** @import { Part } from "./dom.js" */

/**
 * @typedef {object} Debated What a debrief is about.
 * @property {CandidateFigures[]} candidates
 * @property {readonly Pair[]} alike Names that may be of one person.
 * @property {readonly Pair[]} joined Names that somebody has said are of one person.
 * @property {boolean} isExample Whether all of it is made up.
 */

/** Candidates up to which each is unfolded, and stands among the page's contents. */
const FEW = 3;

/**
 * Everything that is shown between the files and the record.
 *
 * @param {Said} said
 * @param {Debated} debated
 */
export function result(said, debated) {
  const { words } = said;
  const { candidates } = debated;
  const present = attendance(said.rates, candidates);
  const isLong = candidates.length > FEW;
  return [
    ...alarm(said, candidates, present),
    contents(said, isLong ? [] : candidates, debated.isExample),
    ...names(said, debated),
    section(words.standing, "standing", standing(said, candidates, present), scorecards(said, candidates, present)),
    section(words.picture, "side-by-side", ...plot(said, candidates), weights(said)),
    ...candidates.map((candidate, index) => candidateSection(said, candidate, index, isLong)),
  ];
}

/**
 * @param {string} title
 * @param {string} id
 * @param {Part[]} parts
 */
const section = (title, id, ...parts) =>
  element("section", { class: "rb-debrief__part", "aria-labelledby": id }, element("h2", { id }, title), ...parts);

/**
 * The role and what the page contains of its panel: its parts come and go with the scorecards.
 *
 * @param {Said} said
 * @param {readonly CandidateFigures[]} candidates Those that are named.
 * @param {boolean} isExample
 */
function contents({ role, words }, candidates, isExample) {
  /** @param {string} id @param {Part} text */
  const link = (id, text) => element("li", {}, element("a", { href: `#${id}` }, text));
  const links = element(
    "ul",
    {},
    link("standing", words.standingShort),
    link("side-by-side", words.pictureShort),
    ...candidates.map(({ name }, index) => link(`candidate-${index + 1}`, own(name || words.unnamed))),
    link("record", words.record),
  );
  return element(
    "nav",
    { class: "rb-debrief__contents", "aria-label": words.contents },
    element("p", {}, element("strong", { "data-example": isExample && words.example }, role)),
    links,
  );
}

/**
 * Names that may be of one person, offered to be joined, and those that were.
 *
 * @param {Said} said
 * @param {Debated} debated
 */
function names({ words }, { alike, joined }) {
  /** @param {string} act @param {Pair} pair @param {string} label */
  const button = (act, { from, to }, label) =>
    element("button", { type: "button", "data-name-act": act, "data-from": from, "data-to": to }, label);
  const asked = alike.map((pair) =>
    element(
      "li",
      {},
      ...around(words.alike, pair),
      element("br"),
      button("join", pair, words.join),
      " ",
      button("apart", pair, words.keepApart),
    ),
  );
  const done = joined.map((pair) =>
    element("li", {}, ...around(words.joined, pair), " ", button("separate", pair, words.separate)),
  );
  if (!asked.length && !done.length) return [];
  const title = asked.length ? [element("p", { class: "rb-callout__title" }, words.alikeTitle)] : [];
  return [element("div", { class: "rb-callout rb-debrief__names" }, ...title, element("ul", {}, ...asked, ...done))];
}

/**
 * A sentence about two names, each with a direction of its own.
 *
 * @param {string} sentence
 * @param {Pair} pair
 */
const around = (sentence, { from, to }) =>
  sentence.split(/(\{from\}|\{to\})/).map((part) => (part === "{from}" ? own(from) : part === "{to}" ? own(to) : part));

/** @param {Said} said */
function weights(said) {
  const { words } = said;
  const reasons = said.rates.skills.filter((skill) => skill.reason);
  if (!reasons.length) return element("p", { class: "rb-debrief__small" }, words.equal);
  const items = reasons.map((skill) => {
    const reason = ` (${said.weight(skill)})${words.colon}${skill.reason}`;
    return element("li", {}, element("strong", {}, skill.name), reason);
  });
  return element("div", { class: "rb-debrief__small" }, element("p", {}, words.weights), element("ul", {}, ...items));
}
