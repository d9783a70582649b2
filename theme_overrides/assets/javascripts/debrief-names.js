// The names on scorecards: which are one name, which may be the same name misspelt, and which letters stand for one.

/**
 * A name as it is compared: without capitals, in whatever language the browser speaks, and without signs that nobody
 * sees, such as the marks of direction that come along when a name is copied.
 *
 * @param {string} name
 */
export const folded = (name) =>
  name
    .normalize("NFKC")
    .replace(/\p{Default_Ignorable_Code_Point}/gu, "")
    .trim()
    .replace(/\s+/g, " ")
    .toLowerCase()
    .replace(/i\u0307|ı/g, "i"); // of İ and ı

/** Letters of Cyrillic, Greek and Arabic, and which other ones they look like. */
const LIKE = new Map([..."аеорсухіјѕοιυνىةکی"].map((sign, place) => [sign, [..."aeopcyxijsoiuvيهكي"][place]]));

/**
 * What of a text catches the eye: letters and figures without accents.
 *
 * @param {string} text
 */
const silhouette = (text) =>
  [...folded(text).normalize("NFKD")]
    .filter((sign) => /[\p{L}\p{N}]/u.test(sign))
    .map((sign) => LIKE.get(sign) ?? sign)
    .join("");

/**
 * The words of a name, each as its silhouette.
 *
 * @param {string} name
 */
const wordsOf = (name) =>
  folded(name)
    .split(/[\s._-]+/)
    .map(silhouette)
    .filter(Boolean);

/**
 * How many letters have to be changed, added, left out or exchanged with their neighbour to turn one word into another.
 *
 * @param {string} one
 * @param {string} other
 */
function distance(one, other) {
  const [from, to] = [[...one], [...other]];
  /** @type {number[][]} */
  const rows = [Array.from({ length: to.length + 1 }, (_, index) => index)];
  /** @param {number} row @param {number} column */
  const at = (row, column) => rows[row]?.[column] ?? Number.POSITIVE_INFINITY;
  for (let row = 1; row <= from.length; row++) {
    rows[row] = [row];
    for (let column = 1; column <= to.length; column++) {
      const changed = Number(from[row - 1] !== to[column - 1]);
      const swapped = from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1];
      const cell = Math.min(
        at(row - 1, column) + 1,
        at(row, column - 1) + 1,
        at(row - 1, column - 1) + changed,
        swapped ? at(row - 2, column - 2) + 1 : Number.POSITIVE_INFINITY,
      );
      rows[row]?.push(cell);
    }
  }
  return at(from.length, to.length);
}

/**
 * Whether one word may be another one misspelt. Figures and the letters of a code are not: C-17 is not C-18.
 *
 * @param {string} one
 * @param {string} other
 */
function misspelt(one, other) {
  if (one === other) return true;
  const shorter = Math.min([...one].length, [...other].length);
  if (shorter < 4 || /\p{N}/u.test(one + other)) return false;
  return distance(one, other) <= (shorter < 8 ? 1 : 2);
}

/**
 * Whether two names look the same to whoever reads them.
 *
 * @param {string} one
 * @param {string} other
 */
export const looksSame = (one, other) => silhouette(one) !== "" && silhouette(one) === silhouette(other);

/**
 * Whether two names that are not the same may be of one person: they look alike, one is misspelt, or one leaves out a
 * word of the other.
 *
 * @param {string} one
 * @param {string} other
 */
export function likely(one, other) {
  if (looksSame(one, other)) return true;
  const [fewer, more] = [wordsOf(one), wordsOf(other)].sort((first, second) => first.length - second.length);
  if (!fewer?.length || !more) return false;
  if (fewer.length === more.length) return fewer.every((word, place) => misspelt(word, more[place] ?? ""));
  const isName = fewer.every((word) => [...word].length > 2 && !/\p{N}/u.test(word));
  return isName && fewer[0] === more[0] && fewer.every((word) => more.includes(word));
}

/**
 * The names of people with the letters that stand for them, which no two of them share.
 *
 * @param {readonly string[]} names
 */
export function initials(names) {
  /** @type {Map<string, string>} */
  const found = new Map();
  /** @type {Map<string, number>} */
  const times = new Map();
  for (const name of names) {
    const key = folded(name);
    if (found.has(key)) continue;
    const letters = firstLetters(name);
    const before = times.get(letters) ?? 0;
    times.set(letters, before + 1);
    found.set(key, before ? `${letters}${before + 1}` : letters);
  }
  return found;
}

/** @param {string} name */
function firstLetters(name) {
  const words = name
    .normalize("NFC")
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter((word) => word && !/^(al|el|ال)$/iu.test(word))
    .map((word) => (/^ال\p{L}{3}/u.test(word) ? word.slice(2) : word)); // nearly every Arabic family name has the article
  const [first = "?", last = ""] = words.length > 1 ? [words[0], words.at(-1)] : words;
  /** @param {string} word */
  const letter = (word) => [...word.toUpperCase()].slice(0, 1).join("");
  // Arabic letters would join into what looks like a word
  return [letter(first), letter(last)].filter(Boolean).join(/\p{Script=Arabic}/u.test(first) ? "\u200c" : "");
}
