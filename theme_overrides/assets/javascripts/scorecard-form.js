// The fields of a scorecard on its page. They stand outside of <rb-scorecard> and name its form.
import { expect } from "./dom.js";
import { PERSON_FIELDS, ratingOf } from "./scorecard-record.js";

/** @import { RatedSkill } from "../../../types/tools.d.ts" */
/** @import { Filled, Gap, ScorecardRecord } from "./scorecard-record.js" */

/** @typedef {HTMLInputElement | HTMLTextAreaElement} Field */

export class Fields {
  /**
   * @param {HTMLFormElement} form
   * @param {readonly RatedSkill[]} skills
   */
  constructor(form, skills) {
    this.form = form;
    this.skills = skills;
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
    return this.radios(`${this.group}-${skill}`);
  }

  /** @param {string} skill */
  evidence(skill) {
    return this.text(`${this.group}-${skill}-evidence`);
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
    for (const { id } of this.skills) {
      choose(this.ratings(id), given.get(id)?.rating);
      this.evidence(id).value = given.get(id)?.evidence ?? "";
    }
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
    const ratings = this.skills.map(({ id }) => {
      const rated = { rating: ratingOf(chosen(this.ratings(id))), evidence: this.evidence(id).value.trim() };
      return /** @type {const} */ ([id, rated]);
    });
    return {
      candidate: text("candidate"),
      interviewer: text("interviewer"),
      date: text("date"),
      ratings: new Map(ratings),
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
