// The pictures of a plan: the team of today, and the team as it is to be, with its new places and the hires that fill them.
import { count, element, fill, mark } from "./dom.js";

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

/** @param {number} people */
const times = (people) => (people > 1 ? [" ", element("bdi", { class: "rb-org__count" }, `× ${people}`)] : []);

/**
 * A figure with a heading.
 *
 * @param {string} title
 * @param {(Node | string)[]} tree
 * @param {string | null} note
 * @param {number} more How many people come to those of today.
 */
function figure(title, tree, note, more = 0) {
  const heading = element("h3", { class: "rb-plan__title" }, title, ...(more ? [" ", mark(`+${more}`, "strong")] : []));
  const body = element("div", { class: "rb-org__scroll", tabindex: "0", role: "region", "aria-label": title }, ...tree);
  const about = note ? element("p", { class: "rb-plan__note" }, note) : null;
  return element(
    "section",
    { class: "rb-plan__team" },
    heading,
    element("div", { class: "rb-org rb-org--tree" }, body),
    about,
  );
}

/**
 * The team of today, as it is known: how many there are of each role; or as a structure has it, where it is assumed.
 *
 * @param {Planner} block
 * @param {PlannerWords} words
 * @param {Mix} mix
 * @param {{ team: Team | null, note: string | null }} assumed
 */
export function todayChart(block, words, mix, { team, note }) {
  const people = [...mix.values()].reduce((sum, number) => sum + number, 0);
  const title = fill(words.today, { people: count(words.people, people, {}) });
  if (!people) return figure(title, [element("p", { class: "rb-plan__empty" }, words.nobody)], null);
  if (team && peopleOf(team) === people)
    return figure(title, [tree(placesOf(team), (place) => [box(place.node, place.people)])], note);
  const items = block.roles
    .filter(({ id }) => mix.get(id))
    .map(({ id, title: name, to }) =>
      element("li", {}, element("span", { class: "rb-org__place" }, linked(to, name), ...times(mix.get(id) ?? 0))),
    );
  return figure(title, [element("ul", { class: "rb-plan__mix" }, ...items)], note);
}

/**
 * The team as it is to be.
 *
 * @param {PlannerWords} words
 * @param {readonly Place[]} places
 */
export function laterChart(words, places) {
  const people = places.reduce((sum, place) => sum + place.people, 0);
  const title = fill(words.later, { people: count(words.people, people, {}) });
  return figure(
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
    null,
    places.reduce((sum, { hires }) => sum + hires.length, 0),
  );
}

/**
 * Places as nested lists; those of one place that differ stand side by side, and whoever reports there below them.
 *
 * @param {readonly Place[]} places
 * @param {(place: Place) => HTMLElement[]} boxes
 */
function tree(places, boxes) {
  /**
   * @param {Place | undefined} place
   * @returns {HTMLLIElement | null}
   */
  const item = (place) => {
    if (!place) return null;
    const below = place.below.map((index) => item(places[index]));
    return element(
      "li",
      {},
      element("span", { class: "rb-plan__place" }, ...boxes(place)),
      below.length ? element("ul", {}, ...below) : null,
    );
  };
  return element("ul", {}, item(places[0]));
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
