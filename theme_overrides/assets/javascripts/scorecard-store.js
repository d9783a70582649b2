// The scorecards that are kept on this device. What the storage does not take is held here until the page is left.
import { CARRIED, clear, keys as keysOf, SCORECARD as PREFIX } from "./device-store.js";
import { isRecord } from "./scorecard-record.js";

/** @import { ScorecardRecord } from "./scorecard-record.js" */

/** @type {Map<string, string>} */
const held = new Map(); // by id: what the storage has not taken yet
/** @type {Set<string>} */
const filed = new Set(); // ids of those that are in a file as they are

addEventListener("beforeunload", (event) => isInDanger() && event.preventDefault());

/** Whether something would be lost with the page: it is neither in the storage nor in a file. */
export const isInDanger = () => [...held.keys()].some((id) => !filed.has(id));

/**
 * The kept scorecards of a role and stage, the one changed last first; none where the browser keeps nothing. One that
 * cannot be read is left out, and left alone.
 *
 * @param {string} role
 * @param {string} stage
 */
export function kept(role, stage) {
  return [...new Set([...held.keys(), ...keys().map((key) => key.slice(PREFIX.length))])]
    .map(read)
    .filter((record) => record !== null)
    .filter((record) => record.role === role && record.stage === stage)
    .sort((one, other) => other.changed.localeCompare(one.changed));
}

/**
 * Whom the kept scorecards of a role are about, of all its stages.
 *
 * @param {string} role
 */
export const candidatesOf = (role) =>
  [...held.keys(), ...keys().map((key) => key.slice(PREFIX.length))]
    .map(read)
    .filter((record) => record?.role === role)
    .map((record) => record?.candidate ?? "");

/** The keys of every scorecard in the storage, of all roles. */
const keys = () => keysOf(PREFIX);

/**
 * A kept scorecard, or null.
 *
 * @param {string} id
 * @returns {ScorecardRecord | null}
 */
export function read(id) {
  try {
    const record = JSON.parse(held.get(id) ?? localStorage.getItem(PREFIX + id) ?? "null");
    return isRecord(record) && record.id === id ? record : null;
  } catch {
    return null;
  }
}

/**
 * Keeps a scorecard, and with it those that were held, as far as there is room.
 *
 * @param {ScorecardRecord} record
 * @throws {DOMException} The browser's storage is full or forbidden: it is held.
 */
export function keep(record) {
  filed.delete(record.id);
  held.set(record.id, JSON.stringify(record));
  /** @type {unknown} */
  let obstacle = null;
  for (const [id, text] of held) {
    try {
      localStorage.setItem(PREFIX + id, text);
      held.delete(id);
    } catch (error) {
      obstacle = error;
    }
  }
  if (held.has(record.id)) throw obstacle;
}

/**
 * Takes note that a scorecard is in a file, as it is now.
 *
 * @param {string} id
 */
export function handedOver(id) {
  filed.add(id);
}

/** @param {string} id */
export function forget(id) {
  held.delete(id);
  if (keys().includes(PREFIX + id)) localStorage.removeItem(PREFIX + id);
}

/** Forgets everything that is kept on this device. */
export function forgetAll() {
  held.clear();
  clear();
}

/**
 * Notes who interviews whom, for the next scorecard to begin with.
 *
 * @param {ScorecardRecord} record
 */
export function carry({ role, candidate, interviewer, changed }) {
  try {
    localStorage.setItem(CARRIED, JSON.stringify({ role, candidate, interviewer, changed }));
  } catch {
    // storage is full or forbidden: the fields stay empty next time
  }
}

/**
 * Who was written into a scorecard last: the interviewer, and the candidate if it was for this role.
 *
 * @param {string} role
 */
export function carried(role) {
  try {
    const last = JSON.parse(localStorage.getItem(CARRIED) ?? "{}");
    /** @param {unknown} value */
    const text = (value) => (typeof value === "string" ? value : "");
    return { interviewer: text(last.interviewer), candidate: last.role === role ? text(last.candidate) : "" };
  } catch {
    return { interviewer: "", candidate: "" };
  }
}

/**
 * Whether a storage event is about this scorecard.
 *
 * @param {StorageEvent} event
 * @param {string} id
 */
export const concerns = (event, id) => event.key === PREFIX + id;
