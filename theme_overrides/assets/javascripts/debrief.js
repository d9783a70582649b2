// <rb-debrief>: compares the sealed scorecards of a panel. The files are read here and nowhere else, and nothing is kept.
import { changes, Refused, scorecard } from "./debrief-files.js";
import { figures } from "./debrief-figures.js";
import { View } from "./debrief-view.js";
import { element, fill, own } from "./dom.js";
import { download } from "./scorecard-file.js";

customElements.define(
  "rb-debrief",
  class extends HTMLElement {
    #cards = new Map(); // by id
    #refused = []; // name, reason, and for another state of the kit the changes and the scorecard
    #role = null;
    #view = null;
    #busy = Promise.resolve();
    #listening;

    connectedCallback() {
      const { block: { schema, roles }, words } = JSON.parse(this.querySelector("[data-knows]").content.textContent);
      this.words = words;
      this.schema = JSON.parse(schema);
      this.roles = new Map(roles.map(([id, title, scorecard]) => [id, { title, data: `${scorecard}rating.json` }]));
      this.querySelector("[data-without-scripts]").hidden = true;
      this.desk = this.querySelector(".rb-desk");
      this.desk.hidden = false;
      this.form = this.querySelector("#record-form");
      this.form.addEventListener("submit", (event) => event.preventDefault());
      this.end ??= this.#handOver();

      this.#listening = new AbortController();
      const { signal } = this.#listening;
      this.desk.querySelector("input").addEventListener("change", (event) => {
        this.#take([...event.target.files]);
        event.target.value = ""; // so that the same file can be chosen again
      }, { signal });
      addEventListener("dragover", (event) => event.preventDefault(), { signal }); // a file dropped beside it replaces the page else
      addEventListener("drop", (event) => {
        event.preventDefault();
        this.#take([...event.dataTransfer.files]);
      }, { signal });
      for (const place of [this, this.end]) place.addEventListener("click", (event) => this.#act(event.target.closest("button")), { signal });
      addEventListener("beforeunload", (event) => this.#cards.size && event.preventDefault(), { signal });
      addEventListener("beforeprint", () => this.#unfold(), { signal });
      this.#say(this.words.nothing);
    }

    disconnectedCallback() {
      this.#listening.abort();
    }

    /** Reads files one after the other, also those of a second choice while the first are being read. */
    #take(files) {
      this.#busy = this.#busy.then(async () => {
        this.#refused = this.#refused.filter((one) => one.card); // those that can still be compared anyway
        for (const file of files) {
          try {
            await this.#add(await scorecard(file, this.schema, this.words));
          } catch (error) {
            if (!(error instanceof Refused)) throw error;
            this.#refused.push({ name: file.name, reason: error.message, ...error.cause });
          }
        }
        this.#show();
      });
    }

    async #add(card) {
      const { words } = this;
      const role = this.roles.get(card.role);
      if (!role) throw new Refused(fill(words.unknownRole, { role: card.role }));
      if (this.#role && this.#role !== card.role) throw new Refused(fill(words.otherRole, { role: role.title }));
      if (this.#view?.rates.role !== card.role) this.#view = new View(await this.#rates(role), words, this.dataset.language, role.title);
      const said = changes(card, this.#view.rates, words);
      if (said.length) throw new Refused(words.outdated, { cause: { said, card } });
      this.#keep(card);
    }

    #keep(card) {
      const there = this.#cards.get(card.id);
      if (there && there.revision >= card.revision) throw new Refused(this.words.twice);
      this.#role = card.role;
      this.#cards.set(card.id, card);
      if (there) throw new Refused(this.words.replaced);
    }

    async #rates(role) {
      try {
        return await (await fetch(new URL(role.data, location.href))).json();
      } catch {
        throw new Refused(this.words.unreadable);
      }
    }

    #act(button) {
      if (!button) return;
      if (button.dataset.anyway) this.#anyway(Number(button.dataset.anyway));
      else if (button.dataset.act === "clear") this.#clear();
      else if (button.dataset.act === "print") print();
      else if (button.dataset.act === "record") this.#download();
    }

    #anyway(index) {
      const [{ name, card }] = this.#refused.splice(index, 1);
      try {
        if (this.#role && this.#role !== card.role) throw new Refused(fill(this.words.otherRole, { role: this.roles.get(card.role).title }));
        this.#keep(card);
      } catch (error) {
        this.#refused.push({ name, reason: error.message });
      }
      this.#show();
      this.querySelector("[role=status]").focus(); // the button is gone
    }

    #clear() {
      this.#cards.clear();
      this.#refused = [];
      this.#role = this.#view = null;
      this.form.reset();
      this.#show();
      this.desk.querySelector("input").focus();
    }

    #show() {
      const { words } = this;
      const cards = [...this.#cards.values()];
      this.candidates = cards.length ? figures(this.#view.rates, cards) : [];
      this.#say(cards.length ? fill(words.read, { cards: cards.length, candidates: this.candidates.length, role: this.roles.get(this.#role).title }) : words.nothing);
      this.desk.querySelector(".rb-form__actions").hidden = !cards.length && !this.#refused.length;
      this.querySelector(".rb-refused").replaceChildren(...this.#refusals());
      this.querySelector(".rb-result").replaceChildren(...(cards.length ? this.#view.all(this.candidates) : []));
      this.end.hidden = !cards.length;
    }

    #refusals() {
      if (!this.#refused.length) return [];
      const items = this.#refused.map(({ name, reason, said, card }, index) =>
        element("li", {}, own(name), `${this.words.colon}${reason}`, ...(card ? [element("ul", {}, ...said.map((one) => element("li", {}, one))), element("button", { type: "button", "data-anyway": index }, this.words.anyway)] : [])),
      );
      return [element("p", {}, this.words.refused), element("ul", {}, ...items)];
    }

    /** What closes the record: it stands after its last field. */
    #handOver() {
      const { words } = this;
      const button = (act, label) => element("button", { type: "button", "data-act": act }, label);
      const bar = element("p", { class: "rb-form__actions rb-form__end", hidden: true }, button("print", words.print), " ", button("record", words.download));
      [...this.form.elements].at(-1).closest("label").after(bar);
      return bar;
    }

    #download() {
      const fields = [...this.form.elements].map((field) => [field.closest("label").firstElementChild.textContent, field.value.trim()]);
      download(`debrief_${this.#role}.txt`, "text/plain;charset=utf-8", this.#view.record(this.candidates, fields));
    }

    #unfold() {
      for (const details of this.querySelectorAll("details")) details.open = true;
    }

    #say(text) {
      this.querySelector("[role=status]").textContent = text;
    }
  },
);
