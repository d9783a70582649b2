// The fields of a scorecard on its page. They stand outside of <rb-scorecard> and name its form.
import { sayDay } from "./day-field.js";
import { expect } from "./dom.js";
import { PERSON_FIELDS, ratingOf } from "./scorecard-record.js";

/** @import { RatedSkill, ScorecardForm } from "../../../types/tools.d.ts" */
/** @import { Filled, Gap, ScorecardRecord } from "./scorecard-record.js" */

/** @typedef {HTMLInputElement | HTMLTextAreaElement} Field */
/** @typedef {ScorecardForm["keys"]} Keys The questions that have a key, and how many criteria each has. */

export class Fields {
  /**
   * @param {HTMLFormElement} form
   * @param {readonly RatedSkill[]} skills
   * @param {readonly string[]} screening The ids of what is written down without being rated.
   * @param {Keys} keys
   * @param {readonly string[]} notes What notes are taken on: questions, or an empty string for anything else.
   */
  constructor(form, skills, screening, keys, notes) {
    this.form = form;
    this.skills = skills;
    this.screening = screening;
    this.keys = keys;
    this.notes = notes;
    this.names = new Map(skills.map((skill) => [skill.id, skill.name]));
    this.group = form.id.replace(/-form$/, "");
    this.reason = this.text(`${form.id}-reason`);
  }

  /**
   * A field for text, by its name.
   *
   * @param {string} name
   * @returns {Field}
   */
  text(name) {
    const found = this.form.elements.namedItem(name);
    return found instanceof HTMLTextAreaElement ? found : expect(found, HTMLInputElement, `the field ${name}`);
  }

  /**
   * The radio buttons of a name.
   *
   * @param {string} name
   */
  radios(name) {
    const found = this.form.elements.namedItem(name);
    return [...(found instanceof RadioNodeList ? found : [found])].filter((field) => field instanceof HTMLInputElement);
  }

  /** @param {string} skill */
  ratings(skill) {
    return this.radios(`${this.group}--${skill}`);
  }

  /**
   * @param {string} skill
   * @param {string} question
   */
  answers(skill, question) {
    return this.radios(`${this.group}--${skill}--answer-${question}`);
  }

  /** @param {string} item */
  screened(item) {
    return this.text(`screening-${item}`);
  }

  /** @param {string} question */
  noted(question) {
    return this.text(`notes-${question}`);
  }

  /** Shows once more what is written: notes where their answers are rated, a name where it is read aloud, the date. */
  mirror() {
    sayDay(this.text("date"));
    for (const shown of document.querySelectorAll("[data-field]")) {
      if (!(shown instanceof HTMLElement)) continue;
      shown.dataset.open ??= shown.textContent ?? "";
      shown.textContent = this.text(shown.dataset.field ?? "").value.trim() || shown.dataset.open;
    }
    for (const shown of document.querySelectorAll("[data-noted]")) {
      if (!(shown instanceof HTMLElement)) continue;
      const text = this.noted(shown.dataset.noted ?? "").value.trim();
      shown.textContent = text || (shown.dataset.none ?? "");
      shown.toggleAttribute("data-empty", !text);
    }
  }

  /**
   * Puts notes behind the evidence that is there.
   *
   * @param {string} into The name of the field for the evidence.
   * @param {readonly string[]} questions
   */
  quote(into, questions) {
    const field = this.text(into);
    const notes = questions.map((question) => this.noted(question).value.trim());
    field.value = [field.value.trim(), ...notes].filter(Boolean).join("\n");
    field.focus();
  }

  /**
   * The fields for the points that the criteria of a question's key are given.
   *
   * @param {string} question
   * @param {number} criteria
   */
  points(question, criteria) {
    return Array.from({ length: criteria }, (_, position) =>
      expect(this.form.elements.namedItem(`points-${question}/${position}`), HTMLSelectElement, "a field for points"),
    );
  }

  /** Adds up the points of each key, where all of its criteria have been given theirs. */
  add() {
    for (const [question, criteria] of this.keys) {
      const given = this.points(question, criteria).map((field) => field.value);
      const sum = expect(this.form.elements.namedItem(`points-${question}`), HTMLOutputElement, "the sum of points");
      const total = given.reduce((all, points) => all + Number(points), 0);
      sum.value = given.includes("")
        ? ""
        : total.toLocaleString(document.documentElement.lang, { numberingSystem: "latn" });
    }
  }

  /** @param {string} skill */
  evidence(skill) {
    return this.text(`${this.group}--${skill}--evidence`);
  }

  get choices() {
    return this.radios(`${this.group}-recommendation`);
  }

  /**
   * The field that something missing belongs into.
   *
   * @param {Gap} gap
   */
  of(gap) {
    if (gap.field === "rating") return this.ratings(gap.skill)[0];
    if (gap.field === "answer") return this.answers(gap.skill, gap.question)[0];
    if (gap.field === "evidence") return this.evidence(gap.skill);
    if (gap.field === "recommendation") return this.choices[0];
    return gap.field === "reason" ? this.reason : this.text(gap.field);
  }

  /**
   * Fills the fields in.
   *
   * @param {ScorecardRecord} record
   */
  show(record) {
    for (const name of PERSON_FIELDS) this.text(name).value = record[name];
    const given = new Map(record.ratings.map((rating) => [rating.skill, rating]));
    for (const { id, answers } of this.skills) {
      choose(this.ratings(id), given.get(id)?.rating);
      this.evidence(id).value = given.get(id)?.evidence ?? "";
      const each = new Map(given.get(id)?.answers?.map(({ question, rating }) => [question, rating]));
      for (const { question } of answers) choose(this.answers(id, question), each.get(question));
    }
    const written = new Map(record.screening?.map(({ item, answer }) => [item, answer]));
    for (const item of this.screening) this.screened(item).value = written.get(item) ?? "";
    const points = new Map(record.points?.map(({ question, given: theirs }) => [question, theirs]));
    for (const [question, criteria] of this.keys) {
      for (const [position, field] of this.points(question, criteria).entries()) {
        field.value = points.get(question)?.[position] ?? "";
      }
    }
    const notes = new Map(record.notes?.map(({ question, text }) => [question, text]));
    for (const question of this.notes) this.noted(question).value = notes.get(question) ?? "";
    this.mirror();
    this.add();
    choose(this.choices, record.recommendation.choice);
    this.reason.value = record.recommendation.reason;
  }

  /**
   * What is in the fields.
   *
   * @returns {Filled}
   */
  read() {
    /** @param {string} name */
    const text = (name) => this.text(name).value.trim();
    const ratings = this.skills.map(({ id, answers }) => {
      const rated = {
        rating: ratingOf(chosen(this.ratings(id))),
        evidence: this.evidence(id).value.trim(),
        answers: answers.map(({ question }) => ({ question, rating: ratingOf(chosen(this.answers(id, question))) })),
      };
      return /** @type {const} */ ([id, rated]);
    });
    return {
      candidate: text("candidate"),
      interviewer: text("interviewer"),
      date: text("date"),
      ratings: new Map(ratings),
      screening: this.screening.map((item) => ({ item, answer: this.screened(item).value.trim() })),
      points: this.keys.map(([question, criteria]) => {
        return { question, given: this.points(question, criteria).map((field) => field.value) };
      }),
      notes: this.notes.map((question) => ({ question, text: this.noted(question).value.trim() })),
      recommendation: { choice: chosen(this.choices) || null, reason: this.reason.value.trim() },
    };
  }

  /**
   * Lets nothing be changed that is sealed.
   *
   * @param {boolean} sealed
   */
  lock(sealed) {
    for (const field of this.form.elements) {
      if (field instanceof HTMLInputElement && field.type === "radio") field.disabled = sealed && !field.checked;
      else if (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) field.readOnly = sealed;
      else if (field instanceof HTMLSelectElement && field.name.startsWith("points-")) field.disabled = sealed;
    }
  }
}

/**
 * @param {readonly HTMLInputElement[]} radios
 * @param {string | number | null | undefined} value
 */
function choose(radios, value) {
  for (const radio of radios) radio.checked = radio.value === String(value);
}

/** @param {readonly HTMLInputElement[]} radios */
const chosen = (radios) => radios.find((radio) => radio.checked)?.value ?? "";
