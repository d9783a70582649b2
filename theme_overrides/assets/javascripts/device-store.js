// What is kept on this device: in the browser's own storage, each thing under a key of its own, with the time of its last
// change. Nothing leaves the device but what its owner downloads, copies or prints.

export const SCORECARD = "rolebook.scorecard.1."; // 1: the version of what is kept
export const FORM = "rolebook.form.1.";
export const HANDED = "rolebook.handed.1."; // what a form is to be filled in with, by the form
export const CARRIED = "rolebook.carried.1"; // who was written into a scorecard last

/**
 * The keys of what is kept, of all roles; none where storage is forbidden.
 *
 * @param {readonly string[]} kinds
 */
export function keys(...kinds) {
  try {
    return Object.keys(localStorage).filter((key) => kinds.some((kind) => key.startsWith(kind)));
  } catch {
    return [];
  }
}

/** Whether nothing is kept, of any role. */
export const isEmpty = () => keys(SCORECARD, FORM, HANDED, CARRIED).length === 0;

/** Forgets everything: scorecards and forms, of all roles, and who was written into one last. */
export function clear() {
  for (const key of keys(SCORECARD, FORM, HANDED, CARRIED)) localStorage.removeItem(key);
}

/**
 * Forgets what nobody has changed for some days.
 *
 * @param {number} days
 */
export function expire(days) {
  const last = new Date(Date.now() - days * 86_400_000).toISOString();
  for (const key of keys(SCORECARD, FORM, HANDED, CARRIED)) {
    try {
      const { changed } = JSON.parse(localStorage.getItem(key) ?? "{}") ?? {};
      if (typeof changed === "string" && changed < last) localStorage.removeItem(key);
    } catch {
      // it is none of ours: it is left alone
    }
  }
}
