// <rb-scorecard>: a scorecard that is filled in on the page and kept on this device. Its fields stand outside of it and
// name its form; without scripts they can be filled in and printed all the same.
import { element } from "./dom.js";
import { checksum, download, table } from "./scorecard-file.js";
import { concerns, forget, forgetAll, keep, kept, read } from "./scorecard-store.js";
import { Timer } from "./scorecard-timer.js";

const PAUSE = 300; // milliseconds after the last key until it is saved
const now = () => new Date().toISOString();
const newId = () => [...crypto.getRandomValues(new Uint8Array(12))].map((byte) => byte.toString(16).padStart(2, "0")).join("");

customElements.define(
  "rb-scorecard",
  class extends HTMLElement {
    #record;
    #deleted;
    #dirty = false;
    #stored = true; // whether what is on the page is also on the device
    #listening;

    connectedCallback() {
      this.form = this.querySelector("form");
      this.end = document.querySelector(`[data-form-end="${this.form.id}"]`);
      const { block: { skills, plan }, words } = JSON.parse(this.querySelector("[data-knows]").content.textContent);
      this.names = new Map(skills.map((skill) => [skill.id, skill.name]));
      this.bases = new Map(skills.map(({ id, name, ...basis }) => [id, basis]));
      this.words = words;
      this.group = this.form.id.replace(/-form$/, "");
      this.querySelector(".rb-form__bar").hidden = this.end.hidden = false;
      this.timer = plan.length ? new Timer(this.querySelector(".rb-form__timer"), plan, words, () => this.#changed()) : null;

      this.#listening = new AbortController();
      const { signal } = this.#listening;
      const act = (event) => {
        const button = event.target.closest("button[data-act]");
        if (button) this.#act(button.dataset.act, button);
      };
      this.addEventListener("click", act, { signal });
      this.end.addEventListener("click", act, { signal });
      this.#part("open").addEventListener("change", (event) => this.#open(event.target.value), { signal });
      document.addEventListener("input", (event) => event.target.form === this.form && event.target.name && this.#changed(), { signal });
      addEventListener("storage", (event) => this.#heard(event), { signal });
      addEventListener("pagehide", () => this.#flush(), { signal });
      addEventListener("beforeunload", (event) => !this.#stored && event.preventDefault(), { signal });

      this.form.addEventListener("submit", (event) => event.preventDefault(), { signal });
      const [last] = this.#mine();
      this.#show(last ?? this.#blank());
      if (last) this.#say(this.words.restored);
    }

    disconnectedCallback() {
      this.#flush();
      this.timer?.stop();
      this.#listening.abort();
    }

    #part(act) {
      return this.querySelector(`[data-act="${act}"]`) ?? this.end.querySelector(`[data-act="${act}"]`);
    }

    /** The kept scorecards of this role and stage; none where the browser keeps nothing. */
    #mine() {
      const { role, stage } = this.dataset;
      try {
        return kept((record) => record.role === role && record.stage === stage);
      } catch {
        return [];
      }
    }

    #blank() {
      const { role, stage, version, fingerprint, language } = this.dataset;
      return {
        format: "rolebook-scorecard",
        version: 1,
        id: newId(),
        revision: 0,
        kit: { version, fingerprint },
        role,
        stage,
        language,
        candidate: "",
        interviewer: "",
        date: "",
        started: now(),
        changed: now(),
        sealed: null,
        reopened: [],
        seconds: 0,
        ratings: [...this.bases].map(([skill, basis]) => ({ skill, rating: null, evidence: "", basis })),
        recommendation: { choice: null, reason: "" },
      };
    }

    /** A field by its name; a group of radio buttons has a value as well. */
    #field(name) {
      return this.form.elements.namedItem(name);
    }

    #rating(skill) {
      return this.#field(`${this.group}-${skill}`);
    }

    #show(record) {
      clearTimeout(this.#dirty);
      this.#dirty = false;
      this.#record = record;
      for (const name of ["candidate", "interviewer", "date"]) this.#field(name).value = record[name];
      const given = new Map(record.ratings.map((one) => [one.skill, one]));
      for (const skill of this.names.keys()) {
        this.#choose(this.#rating(skill), given.get(skill)?.rating);
        this.#field(`${this.group}-${skill}-evidence`).value = given.get(skill)?.evidence ?? "";
      }
      this.#choose(this.#field(`${this.group}-recommendation`), record.recommendation.choice);
      this.#field(`${this.form.id}-reason`).value = record.recommendation.reason;
      this.timer?.set(record.seconds);
      this.#alert(record.kit.fingerprint === this.dataset.fingerprint ? "" : this.words.outdated);
      this.#showState();
      this.#list();
    }

    #choose(radios, value) {
      for (const radio of radios) radio.checked = radio.value === String(value);
    }

    #read() {
      for (const name of ["candidate", "interviewer", "date"]) this.#record[name] = this.#field(name).value.trim();
      this.#record.kit = { version: this.dataset.version, fingerprint: this.dataset.fingerprint };
      this.#record.ratings = [...this.bases].map(([skill, basis]) => {
        const { value } = this.#rating(skill);
        const rating = /^[1-5]$/.test(value) ? Number(value) : value || null;
        return { skill, rating, evidence: this.#field(`${this.group}-${skill}-evidence`).value.trim(), basis };
      });
      this.#record.recommendation = {
        choice: this.#field(`${this.group}-recommendation`).value || null,
        reason: this.#field(`${this.form.id}-reason`).value.trim(),
      };
      if (this.timer) this.#record.seconds = this.timer.seconds;
    }

    #changed() {
      if (this.#record.sealed) return;
      this.#read(); // at once: when the page is replaced, its fields are gone before this element hears of it
      this.end.querySelector(".rb-form__missing").replaceChildren();
      clearTimeout(this.#dirty);
      this.#dirty = setTimeout(() => this.#flush(), PAUSE);
    }

    /** Saves what has changed since it was saved last. */
    #flush() {
      if (!this.#dirty) return;
      clearTimeout(this.#dirty);
      this.#dirty = false;
      this.#save();
    }

    #save() {
      const there = read(this.#record.id);
      const clash = there && there.revision !== this.#record.revision;
      if (clash) {
        const candidate = this.words.copy.replace("{name}", this.#record.candidate || this.words.unnamed);
        Object.assign(this.#record, { id: newId(), candidate });
        if (this.isConnected) this.#field("candidate").value = candidate;
      }
      this.#record.revision += 1;
      this.#record.changed = now();
      try {
        keep(this.#record);
        this.#stored = true;
        this.#alert(clash ? this.words.elsewhere : "");
        this.#say(this.words.saved);
      } catch (error) {
        this.#stored = false;
        this.#say("");
        this.#alert(error.name === "SecurityError" ? this.words.forbidden : this.words.full);
      }
      this.#list();
    }

    /** Another tab has changed, or deleted, what is shown here. */
    #heard(event) {
      if (!concerns(event, this.#record.id)) return this.#list();
      const there = read(this.#record.id);
      if (there && !this.#dirty) return this.#show(there);
      if (there) return this.#flush();
      if (!this.#dirty) this.#show(this.#mine()[0] ?? this.#blank());
    }

    #list() {
      const records = this.#mine();
      if (!records.some((record) => record.id === this.#record.id)) records.unshift(this.#record);
      const options = records.map((record) => {
        const name = record.candidate || this.words.unnamed;
        const date = record.date ? ` · ${record.date}` : "";
        return new Option(`${name}${date}${record.sealed ? " ✓" : ""}`, record.id, false, record.id === this.#record.id);
      });
      this.#part("open").replaceChildren(...options);
    }

    #open(id) {
      this.#flush();
      const record = read(id);
      if (record) this.#show(record);
      this.#say("");
    }

    #act(act, button) {
      const acts = {
        new: () => this.#new(),
        delete: () => this.#delete(),
        undo: () => this.#undo(),
        "delete-all": () => this.#deleteAll(button),
        seal: () => this.#seal(),
        reopen: () => this.#reopen(),
        json: () => this.#download(),
        csv: () => this.#download("csv"),
        print: () => print(),
        timer: () => this.timer.toggle(),
      };
      if (act !== "delete-all") delete this.#part("delete-all").dataset.sure;
      acts[act]?.();
    }

    #new() {
      this.#flush();
      this.#show(this.#blank());
      this.#say("");
      this.#field("candidate").focus();
    }

    #delete() {
      this.#flush();
      this.#deleted = read(this.#record.id) ?? this.#record;
      forget(this.#record.id);
      this.#show(this.#mine()[0] ?? this.#blank());
      this.#say(this.words.deleted);
      this.#part("undo").hidden = false;
      this.#part("undo").focus();
    }

    #undo() {
      this.#flush();
      this.#show(this.#deleted);
      this.#save();
      this.#part("undo").hidden = true;
      this.#say(this.words.undone);
      this.#part("open").focus();
    }

    #deleteAll(button) {
      if (!button.dataset.sure) {
        button.dataset.sure = "asked";
        return this.#missing([this.words.sure]);
      }
      delete button.dataset.sure;
      clearTimeout(this.#dirty);
      this.#dirty = false;
      forgetAll();
      this.#part("undo").hidden = true;
      this.#show(this.#blank());
      this.#missing([]);
      this.#say(this.words.allDeleted);
      this.#field("candidate").focus();
    }

    /** What has to be filled in before sealing: words, and the field that they are about. */
    #gaps() {
      const { words } = this;
      const gaps = ["candidate", "interviewer", "date"].filter((name) => !this.#record[name]).map((name) => [words[name], this.#field(name)]);
      for (const { skill, rating, evidence } of this.#record.ratings) {
        const named = (text) => text.replace("{skill}", this.names.get(skill));
        if (rating === null) gaps.push([named(words.ratingFor), this.#rating(skill)[0]]);
        if (Number.isInteger(rating) && !evidence) gaps.push([named(words.evidenceFor), this.#field(`${this.group}-${skill}-evidence`)]);
      }
      const { choice, reason } = this.#record.recommendation;
      if (!choice) gaps.push([words.recommendation, this.#field(`${this.group}-recommendation`)[0]]);
      if (!reason) gaps.push([words.reason, this.#field(`${this.form.id}-reason`)]);
      return gaps;
    }

    #seal() {
      this.#read();
      this.#dirty = false;
      const gaps = this.#gaps();
      if (!crypto.subtle) return this.#missing([this.words.insecure]);
      if (gaps.length) {
        this.#missing([this.words.missing], gaps);
        return this.end.querySelector(".rb-form__missing").focus();
      }
      this.timer?.stop();
      this.#record.sealed = now();
      this.#missing([]);
      this.#save();
      this.#showState();
      this.#part("json").focus();
    }

    #reopen() {
      const why = this.end.querySelector("[data-why]");
      if (!why.value.trim()) {
        this.#missing([this.words.reasonNeeded]);
        return why.focus();
      }
      this.#record.reopened.push({ at: now(), reason: why.value.trim() });
      this.#record.sealed = null;
      why.value = "";
      this.#missing([]);
      this.#save();
      this.#showState();
      this.#say(this.words.reopened);
      this.#field("candidate").focus();
    }

    /** Lets nothing be changed that is sealed, and says so. */
    #showState() {
      const sealed = Boolean(this.#record.sealed);
      for (const field of this.form.elements) {
        if (!field.name) continue;
        if (field.type === "radio") field.disabled = sealed && !field.checked;
        else field.readOnly = sealed;
      }
      this.#part("seal").hidden = sealed;
      this.end.querySelector(".rb-form__reopen").hidden = !sealed;
      const button = this.#part("timer");
      if (button) button.disabled = sealed;
      if (!sealed) return;
      const time = new Date(this.#record.sealed).toLocaleString(this.dataset.language, { dateStyle: "long", timeStyle: "short", numberingSystem: "latn" });
      this.#say(this.words.sealed.replace("{time}", time));
    }

    async #download(form = "json") {
      if (!this.#record.sealed) this.#read();
      const { role, stage, candidate } = this.#record;
      const name = ["scorecard", role, stage, candidate.replace(/[^\p{L}\p{N}]+/gu, "-")].filter(Boolean).join("_");
      if (form === "csv") return download(`${name}.csv`, "text/csv", table(this.#record, this.names, this.words));
      const sum = crypto.subtle ? await checksum(this.#record) : null;
      download(`${name}.json`, "application/json", JSON.stringify({ ...this.#record, checksum: sum }, null, 2));
      this.#stored = true; // it is in a file now
    }

    #say(text) {
      this.querySelector(".rb-form__status").textContent = text;
    }

    #alert(text) {
      const place = this.querySelector(".rb-form__alert");
      if (place.textContent !== text) place.textContent = text;
    }

    #missing(lines, gaps = []) {
      const items = gaps.map(([text, field]) => {
        const link = element("a", { href: "#" }, text);
        link.addEventListener("click", (event) => {
          event.preventDefault();
          field.focus();
        });
        return element("li", {}, link);
      });
      const said = lines.map((line) => element("p", {}, line));
      this.end.querySelector(".rb-form__missing").replaceChildren(...said, ...(items.length ? [element("ul", {}, ...items)] : []));
    }
  },
);
