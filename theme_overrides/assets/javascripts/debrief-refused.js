// What a debrief says of files that it has not taken: which ones, and why.
import { Outdated } from "./debrief-files.js";
import { element, own } from "./dom.js";

/** @import { DebriefWords } from "../../../types/tools.d.ts" */
/** @import { Refused } from "./debrief-files.js" */

/** @typedef {{ name: string, error: Refused }} Refusal A file that was not taken, and why. */

/**
 * The files with the reason of each; one that is only of another state of the kit can be compared all the same.
 *
 * @param {readonly Refusal[]} refused
 * @param {DebriefWords} words
 */
export function refusals(refused, words) {
  if (!refused.length) return [];
  const items = refused.map(({ name, error }, index) => {
    const changed = error instanceof Outdated ? error.changes.map((change) => element("li", {}, change)) : [];
    const anyway = () => element("button", { type: "button", "data-anyway": index }, words.anyway);
    const others = changed.length ? [element("ul", {}, ...changed), anyway()] : [];
    return element("li", {}, own(name), `${words.colon}${error.message}`, ...others);
  });
  return [element("p", {}, words.refused), element("ul", {}, ...items)];
}
