// The files of a debrief: each is a whole, sealed, unchanged scorecard, or refused with the reason.
import { fill } from "./dom.js";
import { mismatch } from "./schema.js";
import { checksum } from "./scorecard-file.js";

const LARGEST = 1_000_000; // bytes; a full scorecard has some 10,000

/** Why a file is not taken: words for the person who chose it. */
export class Refused extends Error {}

/** The scorecard in a file. Throws Refused. */
export async function scorecard(file, schema, words) {
  if (file.size > LARGEST) throw new Refused(words.tooLarge);
  let card;
  try {
    card = JSON.parse((await file.text()).replace(/^\ufeff/, ""));
  } catch {
    throw new Refused(words.notJson);
  }
  const where = mismatch(card, schema);
  if (where !== null) throw new Refused(fill(words.notScorecard, { where: where.slice(0, 80) || "…" }));
  const skills = card.ratings.map((rating) => rating.skill);
  if (new Set(skills).size < skills.length) throw new Refused(fill(words.notScorecard, { where: "ratings" }));
  if (card.sealed === null) throw new Refused(words.unsealed);
  if (!crypto.subtle) throw new Refused(words.insecure);
  if (card.checksum !== (await checksum(card))) throw new Refused(words.altered);
  return card;
}

/** What has changed in the kit since a scorecard was made: sentences, none where nothing has. */
export function changes(card, rates, words) {
  if (card.kit.fingerprint === rates.fingerprint) return [];
  const said = [];
  if (card.kit.version !== rates.version) said.push(fill(words.versionWas, { old: card.kit.version, new: rates.version }));
  const now = new Map(rates.skills.map((skill) => [skill.id, skill]));
  for (const { skill: id, basis } of card.ratings) {
    const skill = now.get(id);
    if (!skill) {
      said.push(fill(words.dropped, { skill: id }));
      continue;
    }
    const named = (sentence, old, current) => said.push(fill(sentence, { skill: skill.name, old, new: current }));
    if (basis.needed !== skill.needed) named(words.levelWas, basis.needed, skill.needed);
    if (basis.weight !== skill.weight) named(words.weightWas, basis.weight, skill.weight);
    if (basis.must_have !== skill.must_have) named(words.mustHaveWas);
    if (basis.anchors !== skill.anchors) named(words.anchorsWere);
  }
  const stage = rates.stages.find((one) => one.id === card.stage);
  const rated = new Set(card.ratings.map((one) => one.skill));
  for (const id of stage ? stage.skills : now.keys()) {
    if (!rated.has(id)) said.push(fill(words.added, { skill: now.get(id)?.name ?? id }));
  }
  return said.length ? said : [words.otherwise];
}
