// How a debrief's figures are shown, and how they are written into the record.
import { element, fill, mark, own, table } from "./dom.js";

const shown = (number, digits, language) =>
  number === null ? "–" : new Intl.NumberFormat(language, { minimumFractionDigits: digits, maximumFractionDigits: digits, numberingSystem: "latn" }).format(number);

export class View {
  constructor(rates, words, language, role) {
    Object.assign(this, { rates, words, language, role });
    this.stages = new Map(rates.stages.map((stage) => [stage.id, stage.name]));
    this.choices = new Map(rates.recommendations.map((one) => [one.id, one.name]));
  }

  number(value, digits = 1) {
    return shown(value, digits, this.language);
  }

  stage(card) {
    return this.stages.get(card.stage) ?? (card.stage || this.words.whole);
  }

  choice(card) {
    return this.choices.get(card.recommendation.choice) ?? card.recommendation.choice;
  }

  name(candidate) {
    return candidate.name || this.words.unnamed;
  }

  list(names) {
    return names.map((skill) => skill.name).join(this.words.comma);
  }

  marks(skills) {
    return skills.flatMap((skill) => [" ", mark(skill.name, "warn")]);
  }

  /** All candidates side by side, then each by themselves. */
  all(candidates) {
    const { words } = this;
    return [
      element("h2", { id: "side-by-side" }, `${this.role}${words.colon}${words.sideBySide}`), // on paper, the only place that names the role
      this.comparison(candidates),
      this.weights(),
      ...candidates.flatMap((candidate, index) => this.candidate(candidate, index)),
    ];
  }

  comparison(candidates) {
    const { words } = this;
    const each = (head, cell) => [[head], ...candidates.map((candidate) => cell(candidate))];
    const rows = this.rates.skills.map((skill) => {
      const found = candidates.map(({ skills }) => skills.find((one) => one.skill === skill));
      return [this.skill(skill), ...found.map((one) => [this.number(one.mean), ...this.notes(one)])];
    });
    rows.push(each(element("strong", {}, words.total), ({ total }) => [element("strong", {}, this.number(total, 2))]));
    rows.push(each(words.rated, ({ rated }) => [fill(words.of, { some: rated, all: this.rates.skills.length })]));
    rows.push(each(words.missed, ({ missed }) => missed.length ? this.marks(missed) : [words.none]));
    rows.push(each(words.recommendations, ({ cards }) => [cards.map((card) => this.choice(card)).join(words.comma)]));
    return table(words.sideBySide, [[words.skill], ...candidates.map((candidate) => [own(this.name(candidate))])], rows);
  }

  weights() {
    const { words } = this;
    const reasons = this.rates.skills.filter((skill) => skill.reason);
    if (!reasons.length) return element("p", {}, words.equal);
    const items = reasons.map((skill) => element("li", {}, element("strong", {}, skill.name), ` (${this.weight(skill)})${words.colon}${skill.reason}`));
    return element("div", {}, element("p", {}, words.weights), element("ul", {}, ...items));
  }

  weight(skill) {
    return fill(this.words.weight, { weight: shown(skill.weight, Number.isInteger(skill.weight) ? 0 : 1, this.language) });
  }

  skill(skill) {
    const { words } = this;
    const marks = [
      skill.must_have && mark(words.mustHave, "warn"),
      skill.needed && mark(fill(words.needed, { level: skill.needed })),
      skill.weight !== 1 && mark(this.weight(skill)),
    ];
    return [skill.name, ...marks.filter(Boolean).flatMap((one) => [" ", one])];
  }

  notes(one) {
    const { words } = this;
    const notes = [];
    if (one.apart) notes.push(mark(words.talk, "warn"));
    if (one.below) notes.push(mark(words.below, "warn"));
    if (one.mean === null) notes.push(mark(words.notRated, "muted"));
    return notes.flatMap((note) => [" ", note]);
  }

  candidate(candidate, index) {
    const { words } = this;
    const interviewers = candidate.cards.map((card) => [own(card.interviewer), element("small", {}, this.stage(card))]);
    const rows = candidate.skills.map((one) => [
      this.skill(one.skill),
      ...one.entries.map((entry) => [this.rating(entry)]),
      [this.number(one.mean)],
      [one.spread === null ? "–" : String(one.spread)],
      this.notes(one),
    ]);
    rows.push([[words.recommendation], ...candidate.cards.map((card) => [this.choice(card)]), ["–"], ["–"], []]);
    const name = this.name(candidate);
    return [
      element("h2", { id: `candidate-${index + 1}` }, own(name)),
      element("p", {}, `${words.total}${words.colon}`, element("strong", { "data-total": true }, this.number(candidate.total, 2)), ` · ${words.rated}${words.colon}${fill(words.of, { some: candidate.rated, all: this.rates.skills.length })}`),
      candidate.missed.length ? element("p", {}, `${words.missed}${words.colon.trimEnd()}`, ...this.marks(candidate.missed)) : null,
      candidate.unrated.length ? element("p", {}, `${words.unrated} ${this.list(candidate.unrated)}`) : null,
      ...this.remarks(candidate),
      table(name, [[words.skill], ...interviewers, [words.mean], [words.spread], [words.toNote]], rows),
      this.evidence(candidate),
    ].filter(Boolean);
  }

  rating(entry) {
    const { words } = this;
    if (!entry) return element("span", { title: words.notAsked }, "·", element("span", { class: "rb-hidden" }, words.notAsked));
    return Number.isInteger(entry.rating) ? element("strong", {}, String(entry.rating)) : mark(words.notAssessed, "muted");
  }

  remarks(candidate) {
    const { words } = this;
    const said = candidate.cards.flatMap((card) => {
      const remarks = [];
      if (card.kit.fingerprint !== this.rates.fingerprint) remarks.push(words.differs);
      if (card.reopened.length) remarks.push(`${fill(words.reopened, { count: card.reopened.length })}${words.colon}${card.reopened.map((one) => one.reason).join(words.comma)}`);
      return remarks.map((remark) => element("li", {}, own(card.interviewer), words.colon, own(remark)));
    });
    return said.length ? [element("ul", {}, ...said)] : [];
  }

  /** What each interviewer wrote of each skill, those to talk about first. */
  evidence(candidate) {
    const { words } = this;
    const rows = candidate.skills.map((one) => [
      [one.skill.name],
      ...one.entries.map((entry) => (entry ? [this.rating(entry), " ", element("span", { class: "rb-said", dir: "auto" }, entry.evidence || words.noEvidence)] : [this.rating(entry)])),
    ]);
    rows.push([[words.reason], ...candidate.cards.map((card) => [element("span", { class: "rb-said", dir: "auto" }, card.recommendation.reason)])]);
    const columns = [[words.skill], ...candidate.cards.map((card) => [own(card.interviewer), element("small", {}, this.stage(card))])];
    return element("details", { class: "rb-evidence-table" }, element("summary", {}, words.evidence), table(`${words.evidence}${words.colon}${this.name(candidate)}`, columns, rows));
  }

  /** The record as plain text: the decision, then what it rests on. */
  record(candidates, fields) {
    const { words } = this;
    const indented = (text) => text.replace(/\r?\n/g, "\n    ");
    const lines = [`${words.record}${words.colon}${this.role}`, `${this.rates.version} (${this.rates.fingerprint})`, ""];
    for (const [label, value] of fields) lines.push(`${label}${words.colon}${indented(value) || "–"}`);
    for (const candidate of candidates) {
      lines.push("", `${words.candidate}${words.colon}${indented(this.name(candidate))}`);
      lines.push(`  ${words.total}${words.colon}${this.number(candidate.total, 2)}; ${words.rated}${words.colon}${fill(words.of, { some: candidate.rated, all: this.rates.skills.length })}`);
      lines.push(`  ${words.missed}${words.colon}${this.list(candidate.missed) || words.none}`);
      for (const one of candidate.skills) {
        const notes = this.notes(one).map((note) => note.textContent ?? "").filter(Boolean).join(words.comma);
        lines.push(`  ${one.skill.name}${words.colon}${words.mean} ${this.number(one.mean)}; ${words.spread} ${one.spread ?? "–"}${notes ? `; ${notes}` : ""}`);
      }
      for (const card of candidate.cards) lines.push(`  ${words.interviewer}${words.colon}${indented(card.interviewer)}, ${this.stage(card)}${words.colon}${this.choice(card)} (SHA-256 ${card.checksum})`);
    }
    return `\ufeff${lines.join("\r\n")}\r\n`;
  }
}
