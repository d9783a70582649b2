// The pictures of a plan: the team of today, and the team as it is to be, with its new places and the hires that fill them.
import { count, element, fill } from "./dom.js";

/** @import { OrgNode, Planner, PlannerWords } from "../../../types/tools.d.ts" */
/** @import { Mix, Place, Team } from "./planner-team.js" */
import { peopleOf, placesOf } from "./planner-team.js";

/**
 * A role's name, or what one of its documents is called, leading there; without a link where there is no such page.
 *
 * @param {string | null | undefined} to
 * @param {string} name
 */
export const linked = (to, name) => (to ? element("a", { href: to }, name) : name);

/**
 * How many people there are, on the same line as the last word before it; nothing for one.
 *
 * @param {number} people
 */
export const times = (people) =>
  people > 1 ? ["\u00a0", element("bdi", { class: "rb-org__count" }, `× ${people}`)] : [];

/**
 * A figure with a heading.
 *
 * @param {"today" | "later"} when
 * @param {string} title
 * @param {(Node | string)[]} tree
 * @param {readonly string[]} notes
 */
function figure(when, title, tree, notes) {
  const heading = element("h3", { class: "rb-plan__title" }, title);
  const body = element("div", { class: "rb-org__scroll", tabindex: "0", role: "region", "aria-label": title }, ...tree);
  const about = notes.map((note) => element("p", { class: "rb-plan__note" }, note));
  const chart = element("div", { class: "rb-org" }, body);
  return element("section", { class: `rb-plan__team rb-plan__team--${when}` }, heading, chart, ...about);
}

/**
 * What stands between the team of today and that of later: an arrow, and how many people come.
 *
 * @param {number} more
 */
export const step = (more) =>
  element("p", { class: "rb-plan__step" }, more ? element("bdi", { dir: "ltr" }, `+${more}`) : null);

/**
 * The team of today: as a structure has it, where that is assumed or the same; else how many there are of each role.
 *
 * @param {Planner} block
 * @param {PlannerWords} words
 * @param {Mix} mix
 * @param {{ team: Team | null, note: string | null }} assumed
 */
export function todayChart(block, words, mix, { team, note }) {
  const people = [...mix.values()].reduce((sum, number) => sum + number, 0);
  const title = fill(words.today, { people: count(words.people, people, {}) });
  if (!people) return figure("today", title, [element("p", { class: "rb-plan__empty" }, words.nobody)], []);
  const notes = note ? [note] : [];
  if (team && peopleOf(team) === people)
    return figure("today", title, [tree(placesOf(team), (place) => [box(place.node, place.people)])], notes);
  const items = block.roles
    .filter(({ id }) => mix.get(id))
    .map(({ id, title: name, to }) => element("li", {}, linked(to, name), ...times(mix.get(id) ?? 0)));
  return figure("today", title, [element("ul", { class: "rb-plan__mix" }, ...items)], notes);
}

/**
 * The team as it is to be.
 *
 * @param {PlannerWords} words
 * @param {readonly Place[]} places
 * @param {readonly string[]} notes
 */
export function laterChart(words, places, notes) {
  const people = places.reduce((sum, place) => sum + place.people, 0);
  const title = fill(words.later, { people: count(words.people, people, {}) });
  return figure(
    "later",
    title,
    [
      tree(places, ({ node, kept, moved, hires }) => {
        const boxes = kept ? [box(node, kept)] : [];
        if (moved.length)
          boxes.push(box(node, moved.length, "moved", element("span", { class: "rb-org__label" }, words.ofToday)));
        if (hires.length) {
          const numbers = hires.map((number) =>
            element(
              "span",
              { class: "rb-plan__number" },
              element("span", { class: "rb-hidden" }, ` ${fill(words.hire, { n: number })} `),
              element("span", { "aria-hidden": "true" }, String(number)),
            ),
          );
          boxes.push(box(node, 1, "new", element("span", { class: "rb-plan__numbers" }, ...numbers)));
        }
        return boxes;
      }),
    ],
    notes,
  );
}

/**
 * Places as nested lists: each box hangs from a line of its own, and whoever reports to several that lead, below them.
 *
 * @param {readonly Place[]} places
 * @param {(place: Place) => HTMLElement[]} boxes
 */
function tree(places, boxes) {
  /**
   * @param {number} index
   * @returns {HTMLLIElement[]}
   */
  const items = (index) => {
    const place = places[index];
    if (!place) return [];
    const here = boxes(place);
    const below = place.below.flatMap(items);
    if (!below.length) return here.map((one) => element("li", {}, one));
    return [element("li", {}, ...here, element("ul", {}, ...below))];
  };
  return element("ul", {}, ...items(0));
}

/**
 * @param {OrgNode} node
 * @param {number} people
 * @param {"" | "new" | "moved"} state
 * @param {HTMLElement | null} more
 */
function box({ title, to, label }, people, state = "", more = null) {
  return element(
    "span",
    { class: `rb-org__place${state ? ` rb-org__place--${state}` : ""}` },
    linked(to, title),
    ...times(people),
    ...(more ? [" ", more] : []),
    label ? element("span", { class: "rb-org__label" }, label) : null,
  );
}
