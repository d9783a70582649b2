// The scorecards that are kept on this device: in the browser's own storage, each under a key of its own. Nothing leaves
// the device but what its owner downloads.
const PREFIX = "rolebook.scorecard.1."; // 1: the version of what is kept

/** Every kept scorecard that matches, the one changed last first. One that cannot be read is left out, and left alone. */
export function kept(matches = () => true) {
  const records = [];
  for (let index = 0; index < localStorage.length; index++) {
    const key = localStorage.key(index);
    if (!key.startsWith(PREFIX)) continue;
    const record = read(key.slice(PREFIX.length));
    if (record && matches(record)) records.push(record);
  }
  return records.sort((one, other) => other.changed.localeCompare(one.changed));
}

/** A kept scorecard, or null. */
export function read(id) {
  try {
    const record = JSON.parse(localStorage.getItem(PREFIX + id));
    return record?.format === "rolebook-scorecard" && Array.isArray(record.ratings) ? record : null;
  } catch {
    return null;
  }
}

/** Keeps a scorecard. Throws what the browser throws when its storage is full or forbidden. */
export function keep(record) {
  localStorage.setItem(PREFIX + record.id, JSON.stringify(record));
}

export function forget(id) {
  localStorage.removeItem(PREFIX + id);
}

/** Forgets every scorecard on this device, of all roles. */
export function forgetAll() {
  for (const key of Object.keys(localStorage)) if (key.startsWith(PREFIX)) localStorage.removeItem(key);
}

/** Whether a storage event is about this scorecard. */
export const concerns = (event, id) => event.key === PREFIX + id;
