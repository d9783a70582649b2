// A scorecard as a file: JSON with a checksum, described by schemas/scorecard.schema.json, and a table for spreadsheets.

/** JSON with the keys of every object in order, so that the same content has the same checksum. */
export function canonical(value) {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (value && typeof value === "object") {
    const fields = Object.keys(value).sort().map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`);
    return `{${fields.join(",")}}`;
  }
  return JSON.stringify(value);
}

/** The SHA-256 of a scorecard without its checksum, in hexadecimal. Browsers compute it on https pages alone. */
export async function checksum({ checksum: _, ...content }) {
  const hash = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(canonical(content)));
  return [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** A row of a CSV file. What a spreadsheet would take for a formula is marked as text. */
const row = (cells) =>
  cells.map((cell) => `"${String(cell).replace(/^[=+\-@\t\r]/, "'$&").replaceAll('"', '""')}"`).join(",");

/** A scorecard as CSV in UTF-8, with the mark by which Excel knows that; `names` says what each skill is called. */
export function table(record, names, words) {
  const rows = [
    [words.candidate, record.candidate],
    [words.interviewer, record.interviewer],
    [words.date, record.date],
    [],
    [words.skill, words.rating, words.evidence],
    ...record.ratings.map(({ skill, rating, evidence }) => [
      names.get(skill) ?? skill,
      rating === "not-assessed" ? words.notAssessed : (rating ?? ""),
      evidence,
    ]),
    [],
    [words.recommendation, record.recommendation.choice ?? ""],
    [words.reason, record.recommendation.reason],
  ];
  return `\ufeff${rows.map(row).join("\r\n")}\r\n`;
}

/** Hands a file to the reader's downloads. */
export function download(name, type, content) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([content], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
