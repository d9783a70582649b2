// The scorecards that are kept on this device: in the browser's own storage, each under a key of its own. Nothing leaves
// the device but what its owner downloads.

/** @import { ScorecardRecord } from "./scorecard-record.js" */

const PREFIX = "rolebook.scorecard.1."; // 1: the version of what is kept

/**
 * The kept scorecards of a role and stage, the one changed last first; none where the browser keeps nothing. One that
 * cannot be read is left out, and left alone.
 *
 * @param {string} role
 * @param {string} stage
 */
export function kept(role, stage) {
  return keys()
    .map((key) => read(key.slice(PREFIX.length)))
    .filter((record) => record !== null)
    .filter((record) => record.role === role && record.stage === stage)
    .sort((one, other) => other.changed.localeCompare(one.changed));
}

/** The keys of every kept scorecard, of all roles. */
function keys() {
  try {
    return Object.keys(localStorage).filter((key) => key.startsWith(PREFIX));
  } catch {
    return []; // storage is forbidden
  }
}

/**
 * A kept scorecard, or null.
 *
 * @param {string} id
 * @returns {ScorecardRecord | null}
 */
export function read(id) {
  try {
    const record = JSON.parse(localStorage.getItem(PREFIX + id) ?? "null");
    return record?.format === "rolebook-scorecard" && Array.isArray(record.ratings) ? record : null;
  } catch {
    return null;
  }
}

/**
 * Keeps a scorecard.
 *
 * @param {ScorecardRecord} record
 * @throws {DOMException} The browser's storage is full or forbidden.
 */
export function keep(record) {
  localStorage.setItem(PREFIX + record.id, JSON.stringify(record));
}

/** @param {string} id */
export function forget(id) {
  localStorage.removeItem(PREFIX + id);
}

/** Forgets every scorecard on this device, of all roles. */
export function forgetAll() {
  for (const key of keys()) localStorage.removeItem(key);
}

/**
 * Whether a storage event is about this scorecard.
 *
 * @param {StorageEvent} event
 * @param {string} id
 */
export const concerns = (event, id) => event.key === PREFIX + id;
