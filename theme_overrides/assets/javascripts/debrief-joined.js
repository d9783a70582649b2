// The names that somebody has said are of one person, or of two: nothing is joined that nobody has asked for.
import { figures } from "./debrief-figures.js";
import { folded } from "./debrief-names.js";
import { misspellings } from "./debrief-panel.js";

/** @import { RatedRole, ScorecardFile } from "../../../types/tools.d.ts" */
/** @import { Pair } from "./debrief-panel.js" */

/** @param {Pair} pair */
const key = ({ from, to }) => `${folded(from)}\n${folded(to)}`;

export class Joined {
  /** @type {Pair[]} */
  #joined = [];
  /** @type {Set<string>} */
  #apart = new Set();

  /**
   * Does what a button says about two names.
   *
   * @param {string} act Join them, separate them again, or keep them apart.
   * @param {Pair} pair
   */
  act(act, pair) {
    if (act === "join") this.#joined.push(pair);
    else if (act === "separate") this.#joined = this.#joined.filter(({ from }) => folded(from) !== folded(pair.from));
    else this.#apart.add(key(pair));
  }

  clear() {
    this.#joined = [];
    this.#apart.clear();
  }

  /**
   * What scorecards come to with these names, and which of their names may be of one person.
   *
   * @param {RatedRole} rates
   * @param {Iterable<ScorecardFile>} cards
   */
  compared(rates, cards) {
    const named = [...cards].map((card) => ({ ...card, candidate: this.#name(card.candidate) }));
    const candidates = figures(rates, named);
    const alike = misspellings(candidates).filter((pair) => !this.#apart.has(key(pair)));
    return { candidates, alike, joined: this.#joined };
  }

  /**
   * The name that a candidate goes by.
   *
   * @param {string} name
   * @returns {string}
   */
  #name(name) {
    const other = this.#joined.find(({ from }) => folded(from) === folded(name))?.to;
    return other === undefined || folded(other) === folded(name) ? name : this.#name(other);
  }
}
