// How many people a team needs, worked out from what it serves by the kit's ratios.

/** @import { Planner, PlannerRatio } from "../../../types/tools.d.ts" */

/** @typedef {Map<string, number>} Quantities How many there are of what is counted; what is not given is none. */

/**
 * @typedef {object} Need
 * @property {number[]} shares The work of each ratio, in full-time people.
 * @property {number} people The whole of it, rounded: one at least.
 */

/**
 * The work as it usually is, where it is easy, and where it is demanding.
 *
 * @param {Planner} block
 * @param {Quantities} quantities
 */
export function teamSize({ ratios }, quantities) {
  /**
   * @param {(ratio: PlannerRatio) => number} perPerson
   * @returns {Need}
   */
  const need = (perPerson) => {
    /** @type {number[]} */
    const shares = [];
    for (const ratio of ratios) {
      const counted = ratio.quantity ? (quantities.get(ratio.quantity) ?? 0) : sum(shares);
      shares.push(Math.max(0, counted - ratio.beyond) / perPerson(ratio));
    }
    return { shares, people: Math.max(Math.floor(sum(shares) + 0.5 + 1e-9), 1) }; // 1e-9: halves that binary cannot write
  };
  return {
    usual: need(({ one_for }) => one_for),
    fewest: need(({ at_most }) => at_most),
    most: need(({ at_least }) => at_least),
  };
}

/** @param {readonly number[]} numbers */
export const sum = (numbers) => numbers.reduce((total, number) => total + number, 0);
