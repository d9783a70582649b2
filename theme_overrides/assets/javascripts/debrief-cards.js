// Which scorecards are there, and which are missing, by candidate and stage.
import { columns } from "./debrief-panel.js";
import { folds } from "./debrief-plot.js";
import { count, element, fill, mark, own, table } from "./dom.js";

/** @import { CandidateFigures } from "./debrief-figures.js" */
/** @import { Attendance } from "./debrief-panel.js" */
/** @import { Said } from "./debrief-words.js" */
/** @import { Cell } from "./dom.js" */

/**
 * The scorecards by candidate and stage, folded up, in a table from which one can be taken away again.
 *
 * @param {Said} said
 * @param {readonly CandidateFigures[]} candidates
 * @param {Map<CandidateFigures, Attendance[]>} present
 */
export function scorecards(said, candidates, present) {
  const { words } = said;
  const stages = columns(said.rates, candidates);
  const rows = candidates.map((candidate) => [
    /** @type {Cell} */ ([own(said.name(candidate))]),
    ...(present.get(candidate) ?? []).map((one) => handedIn(said, candidate, one)),
  ]);
  const heads = [[words.candidateShort], ...stages.map((stage) => [said.stage(stage)])];
  const title = element("span", { id: "scorecards" }, words.cardsByStage);
  return folds("", [title], [table(words.cardsTitle, heads, rows)]);
}

/**
 * @param {Said} said
 * @param {CandidateFigures} candidate
 * @param {Attendance} attended
 * @returns {Cell}
 */
function handedIn(said, candidate, { cards, missing, raters, absent, stage }) {
  const { words } = said;
  const items = cards.map((card) => {
    const what = said.list([card.interviewer, said.stage(stage), said.name(candidate)]);
    const away = {
      type: "button",
      class: "rb-debrief__away",
      "data-away": card.id,
      "aria-label": fill(words.takeAway, { what }),
    };
    return element(
      "li",
      {},
      own(card.interviewer),
      " ",
      element("span", {}, element("small", {}, said.day(card.date)), element("button", away, "×")),
    );
  });
  if (missing) {
    const who = absent.length
      ? fill(words.absent, { names: said.list(absent) })
      : raters.length
        ? fill(words.expected, { names: said.list(raters) })
        : "";
    items.push(element("li", {}, mark(count(words.missing, missing, {}), "warn"), element("small", {}, who)));
  }
  return [element("ul", { class: "rb-debrief__cards" }, ...items)];
}
