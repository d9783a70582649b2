// Which of the models are possible for the answers, and which of those fits best. A model whose size or span of
// control would be broken is not possible, however many of its other conditions are met.
import { leadersOf, peopleOf } from "./planner-team.js";

/** @import { Planner, PlannerCriterion, PlannerModel } from "../../../types/tools.d.ts" */
/** @import { Team } from "./planner-team.js" */

/** @typedef {Map<string, number | string[]>} Answers By question: a number, or the chosen options; none while it is open. */

/**
 * What makes a model impossible: a condition on its size; too few or too many people for those it is shown with; too
 * few or too many who would report to one person; more people who lead than there are.
 *
 * @typedef {{ is: "size", criterion: PlannerCriterion } | { is: "small" | "large" | "span" | "leaders", n: number }} Limit
 */

/**
 * @typedef {object} WeighedModel
 * @property {PlannerModel} model
 * @property {Team} team Its team at the size asked for.
 * @property {Limit[]} limits What makes it impossible: none where it is possible.
 * @property {Answers} answers The answers, and how many people lead where that is left to the planner.
 * @property {number} met How many of its conditions are met.
 * @property {number} missed How many are not.
 * @property {number} all How many can be told by answers.
 * @property {number} against How many of the conditions hold under which it stops fitting.
 * @property {number} whole How many people it takes, where its team is only the beginning of one; else 0.
 */

/**
 * Whether a criterion holds for the answers; undefined while its question is open.
 *
 * @param {PlannerCriterion} criterion
 * @param {Answers} answers
 */
export function holds({ chosen, answer, low, high }, answers) {
  if (chosen.length) {
    const asked = chosen.map(parts);
    if (asked.some(({ question, option }) => chosenFor(question, answers).includes(option))) return true;
    return asked.every(({ question }) => answers.has(question)) ? false : undefined;
  }
  const given = answers.get(answer);
  if (given === undefined) return undefined;
  const number = Array.isArray(given) ? given.length : given;
  return number >= (low ?? -Infinity) && number <= (high ?? Infinity);
}

/**
 * @param {string} question
 * @param {Answers} answers
 */
function chosenFor(question, answers) {
  const given = answers.get(question);
  return Array.isArray(given) ? given : [];
}

/**
 * The two ids of an option, which is named `question/option`.
 *
 * @param {string} choice
 */
export function parts(choice) {
  const [question = "", option = ""] = choice.split("/");
  return { question, option };
}

/**
 * Every model for a team of so many people: the possible ones first, and of those the one that fits best.
 *
 * @param {Planner} block
 * @param {Answers} answers
 * @param {number} size
 */
export function weighed(block, answers, size) {
  return block.models
    .map((model) => weigh(block, model, answers, size))
    .sort(
      (one, other) =>
        Number(one.limits.length > 0) - Number(other.limits.length > 0) ||
        one.against - other.against ||
        one.missed - other.missed ||
        share(other) - share(one) ||
        other.met - one.met,
    );
}

/** @param {WeighedModel} weighed */
const share = ({ met, all }) => (all ? met / all : 0);

/**
 * @param {Planner} block
 * @param {PlannerModel} model
 * @param {Answers} given
 * @param {number} size
 * @returns {WeighedModel}
 */
function weigh(block, model, given, size) {
  const [shape = 0, counts = [], outside = 0] = model.teams[size] ?? [];
  const team = { shape: expectShape(model, shape), counts, outside };
  const answers = new Map(given);
  if (block.later) answers.set(block.later, size);
  if (block.leaders && !answers.has(block.leaders)) answers.set(block.leaders, leadersOf(team));
  const told = model.fits.filter(({ judged }) => !judged);
  const stops = model.stops_fitting.filter(({ judged }) => !judged);
  const found = told.map((criterion) => holds(criterion, answers));
  return {
    model,
    team,
    limits: limitsOf(block, { told, stops }, team, answers, size),
    answers,
    met: found.filter((one) => one === true).length,
    missed: found.filter((one) => one === false).length,
    all: told.length,
    against: stops.filter((criterion) => holds(criterion, answers)).length,
    whole: 0,
  };
}

/**
 * @param {PlannerModel} model
 * @param {number} place
 */
function expectShape(model, place) {
  const shape = model.shapes[place];
  if (!shape) throw new RangeError(`${model.id} has no shape ${place}`);
  return shape;
}

/**
 * @param {Planner} block
 * @param {{ told: PlannerCriterion[], stops: PlannerCriterion[] }} criteria
 * @param {Team} team
 * @param {Answers} answers
 * @param {number} size
 * @returns {Limit[]}
 */
function limitsOf(block, { told, stops }, team, answers, size) {
  const people = peopleOf(team);
  const leaders = leadersOf(team);
  const given = answers.get(block.leaders);
  /** @param {PlannerCriterion} criterion */
  const isOfSize = ({ answer }) => answer !== "" && answer === block.later;
  const sizes = [
    ...told.filter((criterion) => isOfSize(criterion) && holds(criterion, answers) === false),
    ...stops.filter((criterion) => isOfSize(criterion) && holds(criterion, answers)),
  ];
  /** @type {Limit[]} */
  const limits = sizes.slice(0, 1).map((criterion) => ({ is: "size", criterion }));
  if (people > size) limits.push({ is: "small", n: people });
  if (people < size) limits.push({ is: "large", n: people });
  if (team.outside) limits.push({ is: "span", n: team.outside });
  if (typeof given === "number" && given < leaders) limits.push({ is: "leaders", n: leaders });
  return limits;
}

/**
 * The beginning of a team, for fewer people than any structure works with: of the smallest that does, where everyone
 * reports to one person, as many as there are.
 *
 * @param {Planner} block
 * @param {Answers} answers
 * @param {number} size
 * @returns {WeighedModel | undefined}
 */
export function begun(block, answers, size) {
  const question = block.questions.find(({ id }) => id === block.later);
  for (let people = 1; people <= (question?.high ?? 0); people++) {
    const [best] = weighed(block, answers, people);
    if (!best || best.limits.length) continue;
    const now = weighed(block, answers, size).find(({ model }) => model === best.model);
    if (!now || people <= size || leadersOf(best.team) !== 1) return undefined;
    let left = size;
    const counts = best.team.counts.map((number) => {
      const here = Math.min(number, left);
      left -= here;
      return here;
    });
    return { ...now, team: { ...best.team, counts }, whole: people };
  }
  return undefined;
}

/**
 * What would make a structure possible: the next size that one works at, and how many people have to lead at this one.
 *
 * @param {Planner} block
 * @param {Answers} answers
 * @param {number} size
 */
export function remedies(block, answers, size) {
  const question = block.questions.find(({ id }) => id === block.later);
  const low = Math.max(question?.low ?? 1, 1);
  const high = question?.high ?? 0;
  /** @param {number} people */
  const works = (people) => people >= low && people <= high && weighed(block, answers, people)[0]?.limits.length === 0;
  let people;
  for (let away = 1; people === undefined && away <= high; away++) {
    people = [size + away, size - away].find(works);
  }
  const open = new Map(answers);
  open.delete(block.leaders);
  const [best] = weighed(block, open, size);
  const leaders = best && !best.limits.length && answers.has(block.leaders) ? leadersOf(best.team) : undefined;
  return { people, leaders };
}
