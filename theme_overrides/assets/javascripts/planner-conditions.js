// Which conditions of a leadership model the answers meet, and so which model fits best.

/** @import { PlannerCriterion, PlannerModel } from "../../../types/tools.d.ts" */

/** @typedef {Map<string, number | string[]>} Answers By question: a number, or the chosen options. */

/**
 * @typedef {object} WeighedModel
 * @property {PlannerModel} model
 * @property {number} met How many of its conditions are met.
 * @property {number} all How many can be told by the answers.
 * @property {number} against How many of the conditions hold under which it stops fitting.
 * @property {boolean} fits
 * @property {number} share Of its conditions that are met, less one for each that speaks against it.
 */

/**
 * Whether a criterion holds for the answers.
 *
 * @param {PlannerCriterion} criterion
 * @param {Answers} answers
 */
export function holds({ chosen, answer, low, high }, answers) {
  if (chosen.length) {
    return chosen.some((choice) => {
      const { question, option } = parts(choice);
      const given = answers.get(question);
      return Array.isArray(given) && given.includes(option);
    });
  }
  const given = answers.get(answer);
  if (given === undefined) return false;
  const number = Array.isArray(given) ? given.length : given;
  return number >= (low ?? -Infinity) && number <= (high ?? Infinity);
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
 * Every model with how far it fits, the one that fits best first.
 *
 * @param {readonly PlannerModel[]} models
 * @param {Answers} answers
 */
export function weighed(models, answers) {
  return models
    .map((model) => weigh(model, answers))
    .sort((one, other) => Number(other.fits) - Number(one.fits) || other.share - one.share || other.met - one.met);
}

/**
 * @param {PlannerModel} model
 * @param {Answers} answers
 * @returns {WeighedModel}
 */
function weigh(model, answers) {
  const told = model.fits.filter(({ judged }) => !judged);
  const met = told.filter((criterion) => holds(criterion, answers)).length;
  const against = model.stops_fitting.filter((criterion) => !criterion.judged && holds(criterion, answers)).length;
  const fits = told.length > 0 && met === told.length && !against;
  return { model, met, all: told.length, against, fits, share: told.length ? met / told.length - against : 0 };
}
