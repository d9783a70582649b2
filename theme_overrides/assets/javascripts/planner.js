// <rb-planner>: says which leadership model fits the answers, and why. Its questions, conditions, charts and hires all
// come with the page, from roles.yaml; the script only looks them up. The answers stand in the page's address.
import { element, fill, mark, table } from "./dom.js";

/** Whether a criterion holds for the answers: a number, or the chosen options, of each question. */
function holds({ chosen, answer, low, high }, answers) {
  if (chosen.length) {
    return chosen.some((one) => {
      const [question, option] = one.split("/");
      return answers.get(question).includes(option);
    });
  }
  const given = answers.get(answer);
  const number = Array.isArray(given) ? given.length : given;
  return number >= (low ?? -Infinity) && number <= (high ?? Infinity);
}

customElements.define(
  "rb-planner",
  class extends HTMLElement {
    #shown = ""; // the model that the reader chose to see, else the best one

    connectedCallback() {
      const { block, words } = JSON.parse(this.querySelector("[data-knows]").content.textContent);
      Object.assign(this, { block, words });
      this.querySelector("[data-without-scripts]").hidden = true;
      this.form = this.querySelector("form");
      this.form.hidden = false;
      this.roles = new Map(block.roles.map(([id, title, page, kit]) => [id, { title, page, kit }]));
      this.#restore();
      this.form.addEventListener("submit", (event) => event.preventDefault());
      this.form.addEventListener("input", () => this.#plan(true));
      this.addEventListener("change", (event) => {
        if (event.target.name !== "structure") return;
        this.#shown = event.target.value;
        this.#plan(true);
        this.querySelector(`[name=structure][value="${CSS.escape(this.#shown)}"]`).focus(); // it was made anew
      });
      this.#plan(false);
    }

    #restore() {
      const given = new URLSearchParams(location.search);
      for (const { id, options, usual } of this.block.questions) {
        if (options.length) for (const field of this.form.querySelectorAll(`[name="${id}"]`)) field.checked = given.getAll(id).includes(field.value);
        else this.form.elements[id].value = given.get(id) ?? usual;
      }
      this.#shown = given.get("structure") ?? "";
    }

    /** The answers, by question; null where a number is missing or out of its limits. */
    #answers() {
      const answers = new Map();
      for (const { id, options } of this.block.questions) {
        const fields = [...this.form.querySelectorAll(`[name="${id}"]`)];
        if (!options.length && (fields[0].value === "" || !fields[0].checkValidity())) return null;
        answers.set(id, options.length ? fields.filter((field) => field.checked).map((field) => field.value) : Number(fields[0].value));
      }
      return answers;
    }

    #plan(changed) {
      const answers = this.#answers();
      const status = this.querySelector("[role=status]");
      if (!answers) {
        status.textContent = this.words.invalid;
        return;
      }
      const weighed = this.block.models.map((model) => this.#weigh(model, answers));
      weighed.sort((one, other) => other.fits - one.fits || other.share - one.share || other.met - one.met);
      const [best] = weighed;
      const shown = weighed.find(({ model }) => model.id === this.#shown) ?? best;
      if (changed) this.#remember(answers);
      status.textContent = fill(best.fits ? this.words.fits : this.words.nearest, { model: best.model.name });
      this.querySelector(".rb-planner__result").replaceChildren(...this.#result(weighed, shown, answers));
    }

    #weigh(model, answers) {
      const told = model.fits.filter((one) => !one.judged);
      const met = told.filter((one) => holds(one, answers)).length;
      const against = model.stops_fitting.filter((one) => !one.judged && holds(one, answers)).length;
      return { model, met, all: told.length, against, fits: told.length > 0 && met === told.length && !against, share: told.length ? met / told.length - against : 0 };
    }

    #remember(answers) {
      const query = new URLSearchParams();
      for (const [id, given] of answers) for (const one of [given].flat()) query.append(id, one);
      if (this.#shown) query.set("structure", this.#shown);
      history.replaceState(history.state, "", `?${query}${location.hash}`);
    }

    #result(weighed, shown, answers) {
      return [this.#choice(weighed, shown), ...this.#reasons(shown.model, answers), ...this.#team(shown.model, answers)];
    }

    #choice(weighed, shown) {
      const { words } = this;
      const items = weighed.map(({ model, met, all, against, fits }) =>
        element(
          "li",
          {},
          element("label", {}, element("input", { type: "radio", name: "structure", value: model.id, checked: model === shown.model }), ` ${model.name} `),
          mark(fill(words.verdict, { met, all }), fits ? "good" : "plain"),
          ...(against ? [" ", mark(words.against, "warn")] : []),
        ),
      );
      return element("fieldset", { class: "rb-planner__structures" }, element("legend", {}, words.structures), element("ul", {}, ...items));
    }

    #reasons(model, answers) {
      const { words } = this;
      const row = (said, good, bad) => (one) => [
        [one.text, ...(one.judged ? [] : [element("small", {}, this.#threshold(one))])],
        [one.judged ? mark(words.judge, "muted") : holds(one, answers) ? mark(said[0], good) : mark(said[1], bad)],
        this.#source(one),
      ];
      const columns = [[words.condition], [words.result], [words.source]];
      return [
        element("h3", { id: "plan" }, element("a", { href: model.to }, model.name)),
        element("h4", {}, words.fitsWhen),
        table(words.fitsWhen, columns, model.fits.map(row([words.met, words.notMet], "good", "warn"))),
        element("h4", {}, words.stops),
        table(words.stops, columns, model.stops_fitting.map(row([words.holds, words.doesNot], "warn", "good"))),
      ];
    }

    /** The answers for which a criterion holds, in words. */
    #threshold({ chosen, answer, low, high }) {
      const asked = (id) => this.block.questions.find((question) => question.id === id);
      const names = chosen.map((one) => {
        const [question, option] = one.split("/");
        return new Map(asked(question).options).get(option);
      });
      const { atLeast, atMost, between, comma } = this.words;
      const range = low === null ? fill(atMost, { n: high }) : high === null ? fill(atLeast, { n: low }) : fill(between, { low, high });
      const { text } = asked(answer || chosen[0].split("/")[0]);
      return `${text}${/[?؟]$/.test(text) ? "" : ":"} ${chosen.length ? names.join(comma) : range}`;
    }

    #source({ facts, answer }) {
      const { words } = this;
      if (!facts.length) return [words.editorial];
      const links = facts.flatMap(([number, href]) => [element("a", { class: "rb-fact", href }, element("span", { class: "rb-hidden" }, `${words.fact} `), element("bdi", {}, number)), " "]);
      return answer ? [...links, element("small", {}, words.threshold)] : links;
    }

    #team(model, answers) {
      const { words, block } = this;
      if (!block.later) return [];
      const [now, later] = [answers.get(block.now) ?? 0, answers.get(block.later)];
      const [place, counts] = model.teams[later];
      const shape = model.shapes[place];
      const people = counts.reduce((sum, one) => sum + one, 0);
      return [
        this.#chart(model, shape, counts, people),
        ...(people > later ? [element("p", {}, element("strong", {}, fill(words.smallest, { people })))] : []),
        element("h4", {}, words.gaps),
        this.#duties(shape.gaps, words.noGaps),
        element("h4", {}, words.overlaps),
        this.#duties(shape.overlaps, words.noOverlaps),
        element("h4", {}, words.hires),
        ...this.#hires(model, now, later),
      ];
    }

    #chart(model, shape, counts, people) {
      const caption = fill(this.words.chart, { model: model.name, people });
      const left = [...counts];
      const node = ({ title, to, label, reports }) => {
        const count = left.shift();
        const place = element(
          "span",
          { class: "rb-org__place" },
          element("a", { href: to }, title),
          ...(count > 1 ? [" ", element("bdi", { class: "rb-org__count" }, `× ${count}`)] : []),
          ...(label ? [element("span", { class: "rb-org__label" }, label)] : []),
        );
        return element("li", {}, place, reports.length ? element("ul", {}, ...reports.map(node)) : null);
      };
      const scroll = element("div", { class: "rb-org__scroll", tabindex: "0", role: "region", "aria-label": caption }, element("ul", {}, node(shape.root)));
      return element("figure", { class: "rb-org", "aria-label": caption }, scroll, element("figcaption", {}, caption));
    }

    #duties(duties, none) {
      if (!duties.length) return element("p", {}, none);
      const items = duties.map(({ text, to, carriers }) => element("li", {}, element("a", { href: to }, text), carriers.length ? ` (${carriers.join(this.words.comma)})` : null));
      return element("ul", {}, ...items);
    }

    #hires(model, now, later) {
      const { words } = this;
      const hires = model.hires[now];
      if (!hires.length) return [element("p", {}, words.noHires)];
      const why = new Map(model.triggers);
      const items = hires.map((id, index) => {
        const { title, page, kit } = this.roles.get(id);
        const when = now + index < later ? mark(words.within, "good") : mark(words.after, "muted");
        return element("li", {}, element("a", { href: page }, title), " · ", element("a", { href: kit }, words.kit), " ", when, why.has(id) ? element("p", {}, why.get(id)) : null);
      });
      return [element("ol", {}, ...items), element("p", {}, fill(words.hiresWhy, { people: now }))];
    }
  },
);
