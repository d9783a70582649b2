// A scorecard as data: how it begins, what it still lacks, what its file is called. It touches no page and no storage.

import { fill } from "./dom.js";

/** @import { RatedSkill, ScorecardFile, ScorecardForm } from "../../../types/tools.d.ts" */

/** @typedef {Omit<ScorecardFile, "checksum">} ScorecardRecord A scorecard as it is kept; its file has a checksum. */
/** @typedef {ScorecardFile["ratings"][number]["rating"]} Rating */
/** @typedef {"candidate" | "interviewer" | "date"} PersonField */
/** @typedef {NonNullable<ScorecardFile["ratings"][number]["answers"]>[number]} Answer */
/** @typedef {NonNullable<ScorecardFile["screening"]>[number]} Answered */
/** @typedef {NonNullable<ScorecardFile["points"]>[number]} Scored */
/** @typedef {NonNullable<ScorecardFile["notes"]>[number]} Noted */

/**
 * @typedef {object} Filled What is written into the fields of a form.
 * @property {string} candidate
 * @property {string} interviewer
 * @property {string} date
 * @property {ReadonlyMap<string, { rating: Rating, evidence: string, answers: Answer[] }>} ratings By skill.
 * @property {Answered[]} screening
 * @property {Scored[]} points
 * @property {Noted[]} notes
 * @property {ScorecardFile["recommendation"]} recommendation
 */

/**
 * @typedef {{ field: PersonField | "recommendation" | "reason" } | { field: "rating" | "evidence", skill: string }
 *   | { field: "answer", skill: string, question: string }} Gap
 *   What has to be filled in before a scorecard can be sealed.
 */

/** @type {PersonField[]} */
export const PERSON_FIELDS = ["candidate", "interviewer", "date"];

/** This moment, as scorecards write it. */
export const now = () => new Date().toISOString();

/** An id that no other scorecard has. */
export const newId = () =>
  [...crypto.getRandomValues(new Uint8Array(12))].map((byte) => byte.toString(16).padStart(2, "0")).join("");

/**
 * A scorecard that nobody has filled in yet.
 *
 * @param {ScorecardForm} form
 * @returns {ScorecardRecord}
 */
export function blank(form) {
  const { role, stage, version, fingerprint, language, skills } = form;
  const begun = now();
  return {
    format: "rolebook-scorecard",
    version: 1,
    id: newId(),
    revision: 0,
    kit: { version, fingerprint },
    role,
    stage,
    language,
    candidate: "",
    interviewer: "",
    date: "",
    started: begun,
    changed: begun,
    sealed: null,
    reopened: [],
    seconds: 0,
    ratings: skills.map((skill) => rated(skill, undefined)),
    ...screened(form, []),
    ...scored(form, []),
    ...noted(form, []),
    recommendation: { choice: null, reason: "" },
  };
}

/**
 * A scorecard with what is now in the fields of its form, rated on the kit that the form is made with.
 *
 * @param {ScorecardRecord} record
 * @param {ScorecardForm} form
 * @param {Filled} filled
 * @returns {ScorecardRecord}
 */
export function updated(record, form, { ratings, screening, points, notes, ...fields }) {
  const { version, fingerprint, skills } = form;
  const { screening: _, points: __, notes: ___, ...others } = record;
  return {
    ...others,
    ...fields,
    kit: { version, fingerprint },
    ratings: skills.map((skill) => rated(skill, ratings.get(skill.id))),
    ...screened(form, screening),
    ...scored(form, points),
    ...noted(form, notes),
  };
}

/**
 * A skill with what it was rated; with a rating of each answer where several show it.
 *
 * @param {RatedSkill} skill
 * @param {{ rating: Rating, evidence: string, answers: Answer[] } | undefined} given
 */
function rated(skill, given) {
  const { rating, evidence, answers } = given ?? { rating: null, evidence: "", answers: [] };
  const whole = { skill: skill.id, rating, evidence, basis: basis(skill) };
  if (!skill.answers.length) return whole;
  const found = new Map(answers.map((answer) => [answer.question, answer.rating]));
  return {
    ...whole,
    answers: skill.answers.map(({ question }) => ({ question, rating: found.get(question) ?? null })),
  };
}

/**
 * What was written down without being rated; nothing where the form asks nothing of the kind.
 *
 * @param {ScorecardForm} form
 * @param {readonly Answered[]} given
 */
function screened(form, given) {
  if (!form.screening.length) return {};
  const found = new Map(given.map(({ item, answer }) => [item, answer]));
  return { screening: form.screening.map(([item]) => ({ item, answer: found.get(item) ?? "" })) };
}

/**
 * The points that the criteria of each key were given; nothing where the form has no key.
 *
 * @param {ScorecardForm} form
 * @param {readonly Scored[]} given
 */
function scored(form, given) {
  if (!form.keys.length) return {};
  const found = new Map(given.map((one) => [one.question, one.given]));
  return {
    points: form.keys.map(([question, criteria]) => {
      return { question, given: found.get(question) ?? Array.from({ length: criteria }, () => "") };
    }),
  };
}

/**
 * The notes on each question and on anything else; nothing where the form has no room for them.
 *
 * @param {ScorecardForm} form
 * @param {readonly Noted[]} given
 */
function noted(form, given) {
  if (!form.notes.length) return {};
  const found = new Map(given.map(({ question, text }) => [question, text]));
  return { notes: form.notes.map(([question]) => ({ question, text: found.get(question) ?? "" })) };
}

/**
 * What the kit says of a skill as it is rated.
 *
 * @param {RatedSkill} skill
 */
function basis({ anchors, must_have, needed, weight }) {
  return { anchors, must_have, needed, weight };
}

/**
 * A rating as a form's field has it.
 *
 * @param {string} value
 * @returns {Rating}
 */
export function ratingOf(value) {
  if (/^[1-9]$/.test(value)) return Number(value);
  return value === "not-assessed" ? value : null;
}

/**
 * Whether a value from the storage is a scorecard that this script can show: somebody else may have written there.
 *
 * @param {any} value
 * @returns {value is ScorecardRecord}
 */
export function isRecord(value) {
  const texts = ["id", "role", "stage", "candidate", "interviewer", "date", "changed"];
  /**
   * @param {any} items
   * @param {(item: any) => boolean} isItem
   */
  const lists = (items, isItem) =>
    Array.isArray(items) && items.every((item) => typeof item === "object" && isItem(item));
  return (
    value?.format === "rolebook-scorecard" &&
    texts.every((name) => typeof value[name] === "string") &&
    Number.isInteger(value.revision) &&
    Number.isFinite(value.seconds) &&
    typeof value.kit?.fingerprint === "string" &&
    (value.sealed === null || typeof value.sealed === "string") &&
    lists(value.reopened, (one) => typeof one?.reason === "string") &&
    lists(value.ratings, (one) => typeof one?.skill === "string" && lists(one.answers ?? [], (answer) => answer)) &&
    lists(value.screening ?? [], (one) => typeof one?.answer === "string") &&
    lists(value.points ?? [], (one) => Array.isArray(one?.given)) &&
    lists(value.notes ?? [], (one) => typeof one?.text === "string") &&
    typeof value.recommendation?.reason === "string"
  );
}

/**
 * What has to be filled in before a scorecard can be sealed, in the order of its fields.
 *
 * @param {ScorecardRecord} record
 */
export function gaps(record) {
  /** @type {Gap[]} */
  const found = PERSON_FIELDS.filter((name) => !record[name]).map((field) => ({ field }));
  for (const { skill, rating, evidence, answers = [] } of record.ratings) {
    if (rating === null) found.push({ field: "rating", skill });
    for (const answer of answers) {
      if (answer.rating === null) found.push({ field: "answer", skill, question: answer.question });
    }
    if (typeof rating === "number" && !evidence) found.push({ field: "evidence", skill });
  }
  if (!record.recommendation.choice) found.push({ field: "recommendation" });
  if (!record.recommendation.reason) found.push({ field: "reason" });
  return found;
}

/**
 * The name of a scorecard's file, without its ending. It ends with a piece of the scorecard's id: two interviewers never
 * hand over files of one name, even if their own names read alike.
 *
 * @param {ScorecardRecord} record
 */
export function fileName({ id, role, stage, candidate, interviewer }) {
  const people = [candidate, interviewer].map((name) => name.replace(/[^\p{L}\p{N}]+/gu, "-"));
  return ["scorecard", role, stage, ...people, id.slice(0, 6)].filter(Boolean).join("_");
}

/**
 * A code that says nothing about anybody: the first letter that no other candidate has, or a number after the last.
 *
 * @param {string} code With `{letter}` in it.
 * @param {string} letters
 * @param {readonly string[]} taken
 */
export function freeCode(code, letters, taken) {
  const used = new Set(taken.map((name) => name.trim().toLowerCase()));
  const signs = [...letters, ...taken.map((_, index) => String([...letters].length + index + 1)), "1"];
  const codes = signs.map((letter) => fill(code, { letter }));
  return codes.find((one) => !used.has(one.toLowerCase())) ?? "";
}

/** Today as a date field has it, by the clock of the device. */
export const today = () => new Date(Date.now() - new Date().getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
