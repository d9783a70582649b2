// The files of a debrief: each is a whole, sealed, unchanged scorecard, or refused with the reason.
import { fill } from "./dom.js";
import { mismatch } from "./schema.js";
import { checksum } from "./scorecard-file.js";

/** @import { DebriefWords, RatedRole, ScorecardFile } from "../../../types/tools.d.ts" */
/** @import { Schema } from "./schema.js" */

const LARGEST = 1_000_000; // bytes; a full scorecard has some 10,000

/** Why a file is not taken: words for the person who chose it. */
export class Refused extends Error {}

/** A scorecard that was made with another state of the kit, which can be compared all the same. */
export class Outdated extends Refused {
  /**
   * @param {string} message
   * @param {string[]} changes What has changed in the kit since: sentences.
   * @param {ScorecardFile} card
   */
  constructor(message, changes, card) {
    super(message);
    this.changes = changes;
    this.card = card;
  }
}

/**
 * The scorecard in a file.
 *
 * @param {File} file
 * @param {Schema} schema
 * @param {DebriefWords} words
 * @throws {Refused} It is none, or it is not sealed, or it was changed since.
 */
export async function scorecard(file, schema, words) {
  if (file.size > LARGEST) throw new Refused(words.tooLarge);
  const card = scorecardIn(await file.text(), schema, words);
  const skills = card.ratings.map((rating) => rating.skill);
  if (new Set(skills).size < skills.length) throw new Refused(fill(words.notScorecard, { where: "ratings" }));
  if (card.sealed === null) throw new Refused(words.unsealed);
  if (!crypto.subtle) throw new Refused(words.insecure);
  if (card.checksum !== (await checksum(card))) throw new Refused(words.altered);
  return card;
}

/**
 * @param {string} text
 * @param {Schema} schema
 * @param {DebriefWords} words
 */
function scorecardIn(text, schema, words) {
  const value = parsed(text, words);
  const where = mismatch(value, schema);
  if (where !== null) throw new Refused(fill(words.notScorecard, { where: where.slice(0, 80) || "…" }));
  return /** @type {ScorecardFile} */ (value); // it is as its schema says
}

/**
 * @param {string} text
 * @param {DebriefWords} words
 * @returns {unknown}
 */
function parsed(text, words) {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ""));
  } catch {
    throw new Refused(words.notJson);
  }
}

/**
 * What has changed in the kit since a scorecard was made: sentences, none where nothing has.
 *
 * @param {ScorecardFile} card
 * @param {RatedRole} rates
 * @param {DebriefWords} words
 */
export function changes(card, rates, words) {
  if (card.kit.fingerprint === rates.fingerprint) return [];
  const said = [];
  if (card.kit.version !== rates.version)
    said.push(fill(words.versionWas, { old: card.kit.version, new: rates.version }));
  const now = new Map(rates.skills.map((skill) => [skill.id, skill]));
  for (const { skill: id, basis } of card.ratings) {
    const skill = now.get(id);
    if (!skill) {
      said.push(fill(words.dropped, { skill: id }));
      continue;
    }
    const { name, needed, weight } = skill;
    if (basis.needed !== needed) said.push(fill(words.levelWas, { skill: name, old: basis.needed, new: needed }));
    if (basis.weight !== weight) said.push(fill(words.weightWas, { skill: name, old: basis.weight, new: weight }));
    if (basis.must_have !== skill.must_have) said.push(fill(words.mustHaveWas, { skill: name }));
    if (basis.anchors !== skill.anchors) said.push(fill(words.anchorsWere, { skill: name }));
  }
  const stage = rates.stages.find(({ id }) => id === card.stage);
  const rated = new Set(card.ratings.map(({ skill }) => skill));
  for (const id of stage ? stage.skills : now.keys()) {
    if (!rated.has(id)) said.push(fill(words.added, { skill: now.get(id)?.name ?? id }));
  }
  return said.length ? said : [words.otherwise];
}
