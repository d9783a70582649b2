// The figures of a debrief. The Excel file of a scorecard computes the same by its formulas.

export const DISAGREEMENT = 2; // levels; as in formats/xlsx.py

const mean = (numbers) => numbers.reduce((sum, one) => sum + one, 0) / numbers.length;
const folded = (name) => name.normalize("NFKC").trim().replace(/\s+/g, " ").toLocaleLowerCase();

/** Each candidate with their scorecards, by name; nobody is put first for their figures. */
function candidates(cards) {
  const found = new Map();
  for (const card of cards) {
    const key = folded(card.candidate);
    if (!found.has(key)) found.set(key, { name: card.candidate.trim(), cards: [] });
    found.get(key).cards.push(card);
  }
  return [...found.values()].sort((one, other) => one.name.localeCompare(other.name));
}

/**
 * What the ratings of each candidate come to.
 *
 * A skill has a rating for each of the candidate's scorecards: 1 to 5, "not-assessed", or undefined where that scorecard
 * does not have the skill.
 */
export function figures(rates, cards) {
  const order = new Map(rates.stages.map((stage, index) => [stage.id, index]));
  const inOrder = (one, other) => (order.get(one.stage) ?? -1) - (order.get(other.stage) ?? -1) || one.interviewer.localeCompare(other.interviewer);
  return candidates(cards).map(({ name, cards: theirs }) => {
    theirs.sort(inOrder);
    const given = theirs.map((card) => new Map(card.ratings.map((one) => [one.skill, one])));
    const skills = rates.skills.map((skill) => {
      const entries = given.map((ratings) => ratings.get(skill.id));
      const numbers = entries.map((entry) => entry?.rating).filter(Number.isInteger);
      const average = numbers.length ? mean(numbers) : null;
      const spread = numbers.length > 1 ? Math.max(...numbers) - Math.min(...numbers) : null;
      return { skill, entries, mean: average, spread, apart: spread >= DISAGREEMENT, below: average !== null && average < skill.needed };
    });
    const rated = skills.filter((one) => one.mean !== null);
    const weights = rated.reduce((sum, { skill }) => sum + skill.weight, 0);
    return {
      name,
      cards: theirs,
      skills: [...skills].sort((one, other) => other.apart - one.apart || (one.apart ? other.spread - one.spread : 0)),
      rated: rated.length,
      total: weights ? rated.reduce((sum, one) => sum + one.skill.weight * one.mean, 0) / weights : null,
      missed: skills.filter((one) => one.below && one.skill.must_have).map((one) => one.skill),
      unrated: skills.filter((one) => one.mean === null).map((one) => one.skill),
    };
  });
}
