// The record of a debrief as a file: a page that any browser or word processor opens, with the evidence and no scripts.
import { attendance } from "./debrief-panel.js";
import { count, element, fill, own, table } from "./dom.js";

/** @import { CandidateFigures } from "./debrief-figures.js" */
/** @import { DecisionRecord, Decision } from "./debrief-record.js" */
/** @import { Debated } from "./debrief-view.js" */
/** @import { Said } from "./debrief-words.js" */
/** @import { Cell } from "./dom.js" */

const STYLE =
  "body{font:11pt/1.5 system-ui,sans-serif;margin:2em auto;max-width:60em;padding:0 1em}table{border-collapse:collapse;" +
  "width:100%}caption{font-weight:700;padding:.8em 0 .3em;text-align:start}th,td{border:1px solid #999;padding:.3em .5em;" +
  "text-align:start;vertical-align:top;white-space:pre-wrap}dt{font-weight:700}dd{margin:0 0 .5em;white-space:pre-wrap}" +
  "tr,dl{break-inside:avoid}h2{break-after:avoid;margin-top:2em}small{overflow-wrap:anywhere}";

/**
 * @param {Said} said
 * @param {Debated} debated
 * @param {DecisionRecord} record
 */
export function recordFile(said, debated, record) {
  const { words } = said;
  const { candidates, joined, isExample } = debated;
  const title = `${words.record}${words.colon}${said.role}`;
  const file = document.implementation.createHTMLDocument(title);
  file.documentElement.lang = document.documentElement.lang;
  file.documentElement.dir = getComputedStyle(document.body).direction;
  file.head.prepend(element("meta", { charset: "utf-8" }));
  file.head.append(element("style", {}, STYLE));
  const common = record.common.map(({ label, field }) => {
    return /** @type {const} */ ([label, field.type === "date" ? said.day(field.value) : field.value.trim()]);
  });
  const names = joined.map(({ from, to }) => element("p", {}, fill(words.joined, { from, to })));
  const present = attendance(said.rates, candidates);
  file.body.append(
    element("h1", {}, title),
    ...(isExample
      ? [element("p", {}, element("strong", {}, `${words.example} ${fill(words.exampleIs, { role: said.role })}`))]
      : []),
    definitions(common),
    ...candidates.flatMap((candidate, index) => {
      const missing = (present.get(candidate) ?? []).filter((one) => one.missing);
      const absent = missing.map((one) => `${said.stage(one.stage)} (${count(words.missing, one.missing, {})})`);
      return about(said, candidate, record.decided[index], said.list(absent));
    }),
    ...names,
    element("p", {}, element("small", {}, `${said.rates.version} (${said.rates.fingerprint})`)),
  );
  return `<!doctype html>\n${file.documentElement.outerHTML}\n`;
}

/** @param {readonly (readonly [string, string])[]} pairs Terms and what they mean. */
const definitions = (pairs) =>
  element(
    "dl",
    {},
    ...pairs.flatMap(([term, text]) => [element("dt", {}, term), element("dd", { dir: "auto" }, text || "–")]),
  );

/**
 * A candidate: the decision, then what it rests on.
 *
 * @param {Said} said
 * @param {CandidateFigures} candidate
 * @param {Decision | undefined} decided
 * @param {string} absent Stages from which scorecards are missing.
 */
function about(said, candidate, decided, absent) {
  const { words } = said;
  /** @param {CandidateFigures["missed"]} skills */
  const names = (skills) => said.list(skills.map(({ name }) => name)) || words.none;
  const name = said.name(candidate);
  return [
    element("h2", {}, own(name)),
    definitions([
      [words.decision, decided?.decision ?? ""],
      [words.reasonInTerms, decided?.reason ?? ""],
      [words.missed, names(candidate.missed)],
      [words.discussed, names(candidate.discussed)],
      [words.cardMissing, absent || words.none],
      [words.total, `${said.number(candidate.total, 2)} (${words.rated}${words.colon}${said.coverage(candidate)})`],
    ]),
    ratings(said, candidate),
    recommendations(said, candidate),
  ];
}

/**
 * Every rating with its evidence.
 *
 * @param {Said} said
 * @param {CandidateFigures} candidate
 */
function ratings(said, candidate) {
  const { words } = said;
  /** @type {Cell[][]} */
  const rows = candidate.skills.flatMap((figures) => {
    const notes = said.list(said.notes(figures).map((note) => note.textContent ?? ""));
    return candidate.cards.flatMap((card, place) => {
      const entry = figures.entries[place];
      if (!entry) return [];
      const skill = [figures.skill.name, notes ? ` (${notes})` : ""];
      const aside = typeof entry.rating === "number" && figures.skill.must_have && !figures.counts[place];
      const rating = `${said.rating(entry)}${aside ? ` (${words.short})` : ""}`;
      const who = `${card.interviewer}${words.comma}${said.stage(card.stage)}`;
      return [[skill, [said.need(figures.skill)], [rating], [own(who)], [own(entry.evidence || words.noEvidence)]]];
    });
  });
  const heads = [[words.skill], [words.levelNeeded], [words.rating], [words.interviewer], [words.evidence]];
  return table(`${words.ratings}${words.colon}${said.name(candidate)}`, heads, rows);
}

/**
 * What each interviewer recommends, and by which checksum their scorecard can be known again.
 *
 * @param {Said} said
 * @param {CandidateFigures} candidate
 */
function recommendations(said, candidate) {
  const { words } = said;
  /** @type {Cell[][]} */
  const rows = candidate.cards.map((card) => [
    [own(card.interviewer)],
    [said.stage(card.stage)],
    [said.choice(card)],
    [own(card.recommendation.reason)],
    [element("small", {}, card.checksum ? `SHA-256 ${card.checksum}` : "–")],
  ]);
  const heads = [[words.interviewer], [words.stage], [words.recommendation], [words.reason], [words.checksum]];
  return table(`${words.recommendations}${words.colon}${said.name(candidate)}`, heads, rows);
}
