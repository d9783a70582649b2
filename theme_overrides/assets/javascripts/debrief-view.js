// How a debrief's figures are shown, and how they are written into the record.
import { alike, repeated } from "./debrief-figures.js";
import { count, element, fill, mark, own, table } from "./dom.js";

/** @import { DebriefWords, RatedRole, ScorecardFile, WeighedSkill } from "../../../types/tools.d.ts" */
/** @import { CandidateFigures, Rating, SkillFigures } from "./debrief-figures.js" */
/** @import { Cell, Part } from "./dom.js" */

export class View {
  /**
   * @param {RatedRole} rates What the role's scorecards rate.
   * @param {DebriefWords} words
   * @param {string} language
   * @param {string} role Its title.
   */
  constructor(rates, words, language, role) {
    this.rates = rates;
    this.words = words;
    this.language = language;
    this.role = role;
    this.stages = new Map(rates.stages.map((stage) => [stage.id, stage.name]));
    this.choices = new Map(rates.recommendations.map((choice) => [choice.id, choice.name]));
  }

  /** @param {number | null} value */
  number(value, digits = 1) {
    if (value === null) return "–";
    const form = { minimumFractionDigits: digits, maximumFractionDigits: digits, numberingSystem: "latn" };
    return new Intl.NumberFormat(this.language, form).format(value);
  }

  /** @param {ScorecardFile} card */
  stage(card) {
    return this.stages.get(card.stage) ?? (card.stage || this.words.whole);
  }

  /** @param {ScorecardFile} card */
  choice({ recommendation: { choice } }) {
    return this.choices.get(choice ?? "") ?? choice ?? "";
  }

  /** @param {CandidateFigures} candidate */
  name(candidate) {
    return candidate.name || this.words.unnamed;
  }

  /** @param {readonly WeighedSkill[]} skills */
  list(skills) {
    return skills.map((skill) => skill.name).join(this.words.comma);
  }

  /** @param {readonly WeighedSkill[]} skills */
  marks(skills) {
    return skills.flatMap((skill) => [" ", mark(skill.name, "warn")]);
  }

  /** @param {CandidateFigures} candidate */
  coverage({ rated }) {
    return fill(this.words.of, { some: rated, all: this.rates.skills.length });
  }

  /**
   * All candidates side by side, then each by themselves.
   *
   * @param {readonly CandidateFigures[]} candidates
   */
  all(candidates) {
    const { words } = this;
    return [
      // on paper, the only place that names the role
      element("h2", { id: "side-by-side" }, `${this.role}${words.colon}${words.sideBySide}`),
      ...this.alike(candidates),
      this.comparison(candidates),
      this.weights(),
      ...candidates.flatMap((candidate, index) => this.candidate(candidate, index)),
    ];
  }

  /**
   * Says which names may be of one person: each is a candidate of its own.
   *
   * @param {readonly CandidateFigures[]} candidates
   */
  alike(candidates) {
    const groups = alike(candidates);
    if (!groups.length) return [];
    /** @param {string} name */
    const named = (name, index = 0) => [index ? this.words.comma : "", own(name)];
    const items = groups.map((names) => element("li", {}, ...names.flatMap(named)));
    return [element("div", { "data-alike": true }, element("p", {}, this.words.alike), element("ul", {}, ...items))];
  }

  /** @param {readonly CandidateFigures[]} candidates */
  comparison(candidates) {
    const { words } = this;
    /**
     * @param {Part} head
     * @param {(candidate: CandidateFigures) => Cell} cell
     * @returns {Cell[]}
     */
    const row = (head, cell) => [[head], ...candidates.map(cell)];
    const rows = this.rates.skills.map((skill) => [
      this.skill(skill),
      ...candidates.map(({ skills }) => this.meanOf(skill, skills)),
    ]);
    rows.push(
      row(element("strong", {}, words.total), ({ total }) => [element("strong", {}, this.number(total, 2))]),
      row(words.rated, (candidate) => [this.coverage(candidate)]),
      row(words.missed, ({ missed }) => (missed.length ? this.marks(missed) : [words.none])),
      row(words.discussed, ({ discussed }) => (discussed.length ? this.marks(discussed) : [words.none])),
      row(words.recommendations, ({ cards }) => [cards.map((card) => this.choice(card)).join(words.comma)]),
    );
    const columns = [[words.skill], ...candidates.map((candidate) => [own(this.name(candidate))])];
    return table(words.sideBySide, columns, rows);
  }

  /**
   * @param {WeighedSkill} skill
   * @param {readonly SkillFigures[]} skills
   * @returns {Cell}
   */
  meanOf(skill, skills) {
    return skills.filter((one) => one.skill === skill).flatMap((one) => [this.number(one.mean), ...this.notes(one)]);
  }

  weights() {
    const { words } = this;
    const reasons = this.rates.skills.filter((skill) => skill.reason);
    if (!reasons.length) return element("p", {}, words.equal);
    const items = reasons.map((skill) => {
      const reason = ` (${this.weight(skill)})${words.colon}${skill.reason}`;
      return element("li", {}, element("strong", {}, skill.name), reason);
    });
    return element("div", {}, element("p", {}, words.weights), element("ul", {}, ...items));
  }

  /** @param {WeighedSkill} skill */
  weight({ weight }) {
    return fill(this.words.weight, { weight: this.number(weight, Number.isInteger(weight) ? 0 : 1) });
  }

  /**
   * @param {WeighedSkill} skill
   * @returns {Cell}
   */
  skill(skill) {
    const { words } = this;
    const marks = [
      skill.must_have ? mark(words.mustHave, "warn") : null,
      skill.needed ? mark(fill(words.needed, { level: skill.needed })) : null,
      skill.weight !== 1 ? mark(this.weight(skill)) : null,
    ];
    return [skill.name, ...marks.filter((made) => made !== null).flatMap((made) => [" ", made])];
  }

  /** @param {SkillFigures} skill */
  notes({ apart, mean, outcome, skill }) {
    const { words } = this;
    const notes = [];
    if (apart) notes.push(mark(words.apart, "warn"));
    if (outcome === "not-met") notes.push(mark(words.notMet, "warn"));
    if (outcome === "to-discuss") notes.push(mark(words.toDiscuss, "warn"));
    if (mean === null) notes.push(mark(words.notRated, "muted"));
    else if (skill.must_have && outcome === null) notes.push(mark(words.notCounted, "muted"));
    return notes.flatMap((note) => [" ", note]);
  }

  /**
   * @param {CandidateFigures} candidate
   * @param {number} index
   */
  candidate(candidate, index) {
    const { words } = this;
    const { missed, discussed, unrated } = candidate;
    /** @type {Cell[][]} */
    const rows = candidate.skills.map((one) => [
      this.skill(one.skill),
      ...one.entries.map((entry, place) => [
        this.rating(entry),
        ...this.answers(entry),
        ...(one.skill.must_have && !one.counts[place] ? this.short(entry) : []),
      ]),
      [this.number(one.mean)],
      [one.spread === null ? "–" : String(one.spread)],
      this.notes(one),
    ]);
    rows.push([[words.recommendation], ...candidate.cards.map((card) => [this.choice(card)]), ["–"], ["–"], []]);
    const columns = [[words.skill], ...this.interviewers(candidate), [words.mean], [words.spread], [words.toNote]];
    const name = this.name(candidate);
    return [
      element("h2", { id: `candidate-${index + 1}` }, own(name)),
      element(
        "p",
        {},
        `${words.total}${words.colon}`,
        element("strong", { "data-total": true }, this.number(candidate.total, 2)),
        ` · ${words.rated}${words.colon}${this.coverage(candidate)}`,
      ),
      ...(missed.length ? [element("p", {}, `${words.missed}${words.colon.trimEnd()}`, ...this.marks(missed))] : []),
      ...(discussed.length
        ? [element("p", {}, `${words.discussed}${words.colon.trimEnd()}`, ...this.marks(discussed))]
        : []),
      ...(unrated.length ? [element("p", {}, `${words.unrated} ${this.list(unrated)}`)] : []),
      ...this.remarks(candidate),
      ...this.screening(candidate),
      table(name, columns, rows),
      this.evidence(candidate),
    ];
  }

  /** @param {CandidateFigures} candidate */
  interviewers({ cards }) {
    return cards.map((card) => [own(card.interviewer), element("small", {}, this.stage(card))]);
  }

  /**
   * Says that a rating does not count towards a must-have.
   *
   * @param {Rating | undefined} entry
   */
  short(entry) {
    return typeof entry?.rating === "number" ? [" ", mark(this.words.short, "muted")] : [];
  }

  /** @param {Rating | undefined} entry */
  rating(entry) {
    const { words } = this;
    if (!entry) {
      const hidden = element("span", { class: "rb-hidden" }, words.notAsked);
      return element("span", { title: words.notAsked }, "·", hidden);
    }
    if (typeof entry.rating === "number") return element("strong", {}, String(entry.rating));
    return mark(words.notAssessed, "muted");
  }

  /**
   * The ratings of the answers that a skill's rating rests on, where several questions were asked of it.
   *
   * @param {Rating | undefined} entry
   */
  answers(entry) {
    const { words } = this;
    if (!entry?.answers?.length) return [];
    const given = entry.answers.map(({ rating }) => (typeof rating === "number" ? String(rating) : "–"));
    return [" ", element("small", {}, `${words.answers}${words.colon}${given.join(words.comma)}`)];
  }

  /**
   * What was asked and written down without being rated, by interviewer.
   *
   * @param {CandidateFigures} candidate
   */
  screening(candidate) {
    const { words } = this;
    const items = this.rates.screening.flatMap(([id, label]) =>
      candidate.cards.flatMap((card) => {
        const answer = card.screening?.find(({ item }) => item === id)?.answer;
        return answer ? [element("li", {}, label, words.colon, own(answer))] : [];
      }),
    );
    return items.length ? [element("p", {}, element("strong", {}, words.screening)), element("ul", {}, ...items)] : [];
  }

  /** @param {CandidateFigures} candidate */
  remarks(candidate) {
    const { words } = this;
    const { cards } = candidate;
    const items = cards.flatMap((card) => {
      const remarks = [];
      if (card.kit.fingerprint !== this.rates.fingerprint) remarks.push(words.differs);
      if (card.reopened.length) {
        const reasons = card.reopened.map(({ reason }) => reason).join(words.comma);
        remarks.push(`${count(words.reopened, card.reopened.length, {})}${words.colon}${reasons}`);
      }
      return remarks.map((remark) => element("li", {}, own(card.interviewer), words.colon, own(remark)));
    });
    for (const card of repeated(candidate)) {
      const who = [own(card.interviewer), words.comma, own(this.stage(card)), words.colon];
      items.push(element("li", { "data-repeated": true }, ...who, words.repeated));
    }
    return items.length ? [element("ul", {}, ...items)] : [];
  }

  /**
   * What each interviewer wrote of each skill, those to talk about first.
   *
   * @param {CandidateFigures} candidate
   */
  evidence(candidate) {
    const { words } = this;
    /** @param {string} text */
    const said = (text) => element("span", { class: "rb-said", dir: "auto" }, text);
    /**
     * @param {Rating | undefined} entry
     * @returns {Cell}
     */
    const cell = (entry) => [this.rating(entry), ...(entry ? [" ", said(entry.evidence || words.noEvidence)] : [])];
    /** @type {Cell[][]} */
    const rows = candidate.skills.map(({ skill, entries }) => [[skill.name], ...entries.map(cell)]);
    rows.push([[words.reason], ...candidate.cards.map((card) => [said(card.recommendation.reason)])]);
    const caption = `${words.evidence}${words.colon}${this.name(candidate)}`;
    return element(
      "details",
      { class: "rb-evidence-table" },
      element("summary", {}, words.evidence),
      table(caption, [[words.skill], ...this.interviewers(candidate)], rows),
    );
  }

  /**
   * The record as plain text: the decision, then what it rests on.
   *
   * @param {readonly CandidateFigures[]} candidates
   * @param {readonly (readonly [string, string])[]} fields What was written into the decision: labels and texts.
   */
  record(candidates, fields) {
    const { words } = this;
    const lines = [
      `${words.record}${words.colon}${this.role}`,
      `${this.rates.version} (${this.rates.fingerprint})`,
      "",
      ...fields.map(([label, value]) => `${label}${words.colon}${indented(value) || "–"}`),
      ...candidates.flatMap((candidate) => ["", ...this.lines(candidate)]),
    ];
    return `\ufeff${lines.join("\r\n")}\r\n`;
  }

  /** @param {CandidateFigures} candidate */
  lines(candidate) {
    const { words } = this;
    const total = `${words.total}${words.colon}${this.number(candidate.total, 2)}`;
    return [
      `${words.candidate}${words.colon}${indented(this.name(candidate))}`,
      `  ${total}; ${words.rated}${words.colon}${this.coverage(candidate)}`,
      `  ${words.missed}${words.colon}${this.list(candidate.missed) || words.none}`,
      `  ${words.discussed}${words.colon}${this.list(candidate.discussed) || words.none}`,
      ...candidate.skills.map((skill) => `  ${this.skillLine(skill)}`),
      ...candidate.cards.map((card) => `  ${this.cardLine(card)}`),
    ];
  }

  /** @param {SkillFigures} figures */
  skillLine(figures) {
    const { words } = this;
    const notes = this.notes(figures).flatMap((note) => (typeof note === "string" ? [] : [note.textContent]));
    const mean = `${words.mean} ${this.number(figures.mean)}; ${words.spread} ${figures.spread ?? "–"}`;
    return `${figures.skill.name}${words.colon}${mean}${notes.length ? `; ${notes.join(words.comma)}` : ""}`;
  }

  /** @param {ScorecardFile} card */
  cardLine(card) {
    const { words } = this;
    const who = `${words.interviewer}${words.colon}${indented(card.interviewer)}, ${this.stage(card)}`;
    return `${who}${words.colon}${this.choice(card)} (SHA-256 ${card.checksum})`;
  }
}

/** @param {string} text */
const indented = (text) => text.replace(/\r?\n/g, "\n    ");
