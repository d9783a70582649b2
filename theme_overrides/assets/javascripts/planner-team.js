// A team of the planner: who is at which place, who is there today, and so whom to hire, in which order and why.

/** @import { OrgNode, Planner, PlannerShape } from "../../../types/tools.d.ts" */

/**
 * @typedef {object} Team
 * @property {PlannerShape} shape
 * @property {readonly number[]} counts How many people there are at each place, from the top down.
 * @property {number} outside How many report to someone for whom that is too many or too few; else 0.
 */

/** @typedef {Map<string, number>} Mix How many people there are of each role. */

/**
 * A place in a team.
 *
 * @typedef {object} Place
 * @property {number} index
 * @property {OrgNode} node
 * @property {string} role
 * @property {number} people
 * @property {number[]} below The places that report to it.
 * @property {number} kept How many of them are there today.
 * @property {string[]} moved The roles from which others come.
 * @property {number[]} hires The numbers of the hires that fill the rest.
 */

/**
 * People of today whose role has fewer places than there are of them.
 *
 * @typedef {object} Displaced
 * @property {string} from Their role.
 * @property {Place | null} to An open place that they may be offered; null where there is none.
 * @property {boolean} up Whether their role leads to the one of that place.
 */

/**
 * @typedef {object} Hire
 * @property {number} number
 * @property {Place} place
 * @property {number} reports How many people will report to whoever is hired; 0 where nobody will.
 * @property {number} otherwise How many would report to one person if nobody else led; 0 where that is no reason.
 * @property {number} places How many places the structure has for the role.
 * @property {number} before How many people have the role by then.
 */

/** @param {Team} team */
export const peopleOf = ({ counts }) => counts.reduce((sum, number) => sum + number, 0);

/** @param {Team} team */
export const leadersOf = (team) =>
  placesOf(team)
    .filter(({ below }) => below.length)
    .reduce((sum, { people }) => sum + people, 0);

/**
 * Every place of a team, from the top down.
 *
 * @param {Team} team
 */
export function placesOf({ shape, counts }) {
  /** @type {Place[]} */
  const places = [];
  /** @param {OrgNode} node */
  const add = (node) => {
    const index = places.length;
    const role = shape.roles[index] ?? "";
    /** @type {Place} */
    const place = { index, node, role, people: counts[index] ?? 0, below: [], kept: 0, moved: [], hires: [] };
    places.push(place);
    for (const below of node.reports) place.below.push(add(below));
    return index;
  };
  add(shape.root);
  return places;
}

/**
 * How many people of each role a team has.
 *
 * @param {Team} team
 */
export function mixOf(team) {
  /** @type {Mix} */
  const mix = new Map();
  for (const { role, people } of placesOf(team)) mix.set(role, (mix.get(role) ?? 0) + people);
  return mix;
}

/**
 * The first people of a team, from the top down: as it may begin.
 *
 * @param {Team} team
 * @param {number} people
 */
export function beginning(team, people) {
  /** @type {Mix} */
  const mix = new Map();
  let left = people;
  for (const { role, people: here } of placesOf(team)) {
    const taken = Math.min(here, left);
    if (taken) mix.set(role, (mix.get(role) ?? 0) + taken);
    left -= taken;
  }
  return mix;
}

/**
 * How a team comes about from the one of today: who stays, who has to be talked with, whom to hire in which order.
 *
 * @param {Planner} block
 * @param {Team} team
 * @param {Mix} today
 */
export function growth(block, team, today) {
  const places = placesOf(team);
  const left = new Map(today);
  for (const place of places) {
    place.kept = Math.min(left.get(place.role) ?? 0, place.people);
    left.set(place.role, (left.get(place.role) ?? 0) - place.kept);
  }
  const open = ordered(places, team.shape.grows);
  const displaced = offered(block, open, left);
  return { places, displaced, hires: numbered(block, places, open, today) };
}

/**
 * The places to be filled, one for each person, in order: first those who lead, then roles that nobody has, then as the
 * structure grows.
 *
 * @param {Place[]} places
 * @param {readonly string[]} grows
 */
function ordered(places, grows) {
  const missing = new Map(places.map((place) => [place, place.people - place.kept]));
  /** @type {Place[]} */
  const found = [];
  /** @param {Place} place */
  const take = (place) => {
    found.push(place);
    missing.set(place, (missing.get(place) ?? 0) - 1);
  };
  for (const place of places) {
    while (place.below.length && missing.get(place)) take(place);
  }
  const others = places.filter(({ below }) => !below.length);
  const order = [...new Set([...grows, ...others.map(({ role }) => role)])];
  const nobodyHas = order.filter((role) => others.every((place) => place.role !== role || !place.kept));
  /** @param {string} role */
  const takeOne = (role) => {
    const of = others.filter((place) => place.role === role && missing.get(place));
    const [first] = of.sort((one, other) => (missing.get(other) ?? 0) - (missing.get(one) ?? 0));
    if (first) take(first);
  };
  nobodyHas.forEach(takeOne);
  const turns = grows.length ? [...grows, ...order.filter((role) => !grows.includes(role))] : order;
  while (others.some((place) => missing.get(place))) turns.forEach(takeOne);
  return found;
}

/**
 * Everyone without a place of their own, with the open place that they may be offered: where they can one that their role
 * leads to, else one of the last that do not lead. Takes those places out of `open`.
 *
 * @param {Planner} block
 * @param {Place[]} open
 * @param {Mix} left How many there are of each role without a place.
 */
function offered(block, open, left) {
  /** @type {Displaced[]} */
  const found = [];
  const waiting = [...left].flatMap(([from, people]) => Array.from({ length: people }, () => from));
  const grown = new Map(block.roles.map(({ id, grows_into }) => [id, grows_into]));
  /** @param {string} from @param {Place} place */
  const leadsTo = (from, place) => grown.get(from)?.includes(place.role) ?? false;
  for (const suits of [
    leadsTo,
    (/** @type {string} */ _, /** @type {Place} */ place) => !place.below.length,
    () => true,
  ]) {
    for (const from of waiting.splice(0)) {
      const to = open.findLast((place) => suits(from, place));
      if (!to) {
        waiting.push(from);
        continue;
      }
      open.splice(open.lastIndexOf(to), 1);
      to.moved.push(from);
      found.push({ from, to, up: leadsTo(from, to) });
    }
  }
  return [...found, ...waiting.map((from) => ({ from, to: null, up: false }))];
}

/**
 * @param {Planner} block
 * @param {Place[]} places
 * @param {Place[]} open
 * @param {Mix} today
 */
function numbered(block, places, open, today) {
  const [, most] = block.span;
  /** @param {Place} place */
  const under = ({ below }) => below.reduce((sum, index) => sum + (places[index]?.people ?? 0), 0);
  const others = places.filter(({ below }) => !below.length).reduce((sum, { people }) => sum + people, 0);
  const has = new Map(today);
  for (const { role, moved } of places) {
    has.set(role, (has.get(role) ?? 0) + moved.length);
    for (const from of moved) has.set(from, (has.get(from) ?? 0) - 1);
  }
  return open.map((place, index) => {
    const before = has.get(place.role) ?? 0;
    has.set(place.role, before + 1);
    place.hires.push(index + 1);
    const reports = Math.ceil(under(place) / Math.max(place.people, 1));
    /** @type {Hire} */
    const hire = {
      number: index + 1,
      place,
      reports,
      otherwise: reports && index === 0 && others > most ? others : 0,
      places: places.reduce((sum, { role, people }) => sum + (role === place.role ? people : 0), 0),
      before,
    };
    return hire;
  });
}
