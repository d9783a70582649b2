// A scorecard as a file: JSON with a checksum, described by schemas/scorecard.schema.json, and a table for spreadsheets.

/** @import { ScorecardFile, ScorecardForm, ScorecardFormWords } from "../../../types/tools.d.ts" */
/** @import { ScorecardRecord } from "./scorecard-record.js" */

/**
 * JSON with the keys of every object in order, so that the same content has the same checksum.
 *
 * @param {unknown} value
 * @returns {string}
 */
export function canonical(value) {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (value === null || typeof value !== "object") return JSON.stringify(value);
  const entries = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
  return `{${entries.map(([key, part]) => `${JSON.stringify(key)}:${canonical(part)}`).join(",")}}`;
}

/**
 * The SHA-256 of a scorecard without its checksum, in hexadecimal. Browsers compute it on https pages alone.
 *
 * @param {ScorecardRecord & Partial<ScorecardFile>} card
 */
export async function checksum({ checksum: _, ...content }) {
  const hash = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(canonical(content)));
  return [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

/**
 * A scorecard as the file that is handed over.
 *
 * @param {ScorecardRecord} record
 */
export async function json(record) {
  const sum = crypto.subtle ? await checksum(record) : null;
  return JSON.stringify({ ...record, checksum: sum }, null, 2);
}

// Where a spreadsheet would begin a formula: at the beginning of a cell, and behind what other programs separate cells
// and rows by. A dash that begins a line is left alone, as it begins the items of a list.
const FORMULA = /^[=+\-@\t\r]|(?<=[;\t])[=+\-@]|(?<=[\r\n])[=+@]/g;

/**
 * A row of a CSV file. What a spreadsheet would take for a formula is marked as text.
 *
 * @param {(string | number)[]} cells
 */
const row = (cells) => cells.map((cell) => `"${String(cell).replace(FORMULA, "'$&").replaceAll('"', '""')}"`).join(",");

/**
 * A scorecard as CSV in UTF-8, with the mark by which Excel knows that.
 *
 * @param {ScorecardRecord} record
 * @param {ScorecardForm} form What skills, answers and screening are called.
 * @param {ScorecardFormWords} words
 */
export function csv(record, form, words) {
  const skills = new Map(form.skills.map((skill) => [skill.id, skill]));
  const screening = new Map(form.screening);
  /** @param {ScorecardRecord["ratings"][number]["rating"]} rating */
  const said = (rating) => (rating === "not-assessed" ? words.notAssessed : (rating ?? ""));
  const answers = [...(record.screening ?? [])].map(({ item, answer }) => [screening.get(item) ?? item, answer]);
  const taken = new Map(record.notes?.map(({ question, text }) => [question, text]));
  const notes = form.notes.map(([question, name]) => [
    `${words.notes}${words.colon}${name}`,
    taken.get(question) ?? "",
  ]);
  if (notes.length) notes.push([]);
  const rows = [
    [words.candidate, record.candidate],
    [words.interviewer, record.interviewer],
    [words.date, record.date],
    [],
    [words.skill, words.rating, words.evidence],
    ...record.ratings.flatMap(({ skill, rating, evidence, answers: each = [] }) => [
      [skills.get(skill)?.name ?? skill, said(rating), evidence],
      ...each.map((one) => {
        const label = skills.get(skill)?.answers.find(({ question }) => question === one.question)?.label;
        return [`${skills.get(skill)?.name ?? skill}${words.colon}${label ?? one.question}`, said(one.rating)];
      }),
    ]),
    [],
    ...(answers.length ? [...answers, []] : []),
    ...notes,
    [words.recommendation, record.recommendation.choice ?? ""],
    [words.reason, record.recommendation.reason],
  ];
  return `\ufeff${rows.map(row).join("\r\n")}\r\n`;
}

/**
 * What the device can share: a file, or null where it shares none.
 *
 * @param {string} name
 * @param {string} type
 * @param {string} content
 * @returns {ShareData | null}
 */
export function shareable(name, type, content) {
  const data = { files: [new File([content], name, { type })] };
  return navigator.canShare?.(data) ? data : null;
}

/**
 * Hands a file to the reader's downloads.
 *
 * @param {string} name
 * @param {string} type
 * @param {string} content
 */
export function download(name, type, content) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([content], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
