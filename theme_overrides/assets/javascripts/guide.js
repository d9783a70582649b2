// <rb-guide>: leads through an interview, one step at a time. Nothing is moved or copied: the page shows the parts that
// belong to a step and hides the others, so that notes and ratings go into the stage's own scorecard.
import { element, fill } from "./dom.js";

customElements.define(
  "rb-guide",
  class extends HTMLElement {
    #step = 0;
    #listening;

    connectedCallback() {
      const { block, words } = JSON.parse(this.querySelector("[data-knows]").content.textContent);
      Object.assign(this, { steps: block.steps, words });
      this.hidden = false;
      this.bar = this.querySelector(".rb-guide__bar");
      this.start = this.querySelector("[data-act=start]");
      this.jump = this.querySelector("[data-act=jump]");
      this.jump.replaceChildren(...this.steps.map(({ title }, index) => new Option(fill(words.step, { number: index + 1, count: this.steps.length, title }), index)));
      this.form = document.getElementById(this.steps.at(-1).shows.at(-1)).dataset.formEnd; // the scorecard that it feeds
      this.foot ??= this.#foot();

      this.#listening = new AbortController();
      const { signal } = this.#listening;
      for (const place of [this, this.foot]) place.addEventListener("click", (event) => this.#act(event.target.closest("button")?.dataset.act), { signal });
      this.jump.addEventListener("change", () => this.#show(Number(this.jump.value)), { signal });
      addEventListener("keydown", (event) => event.key === "Escape" && !this.bar.hidden && this.#leave(), { signal });
    }

    disconnectedCallback() {
      this.#leave();
      this.#listening.abort();
    }

    /** The way on, once more, below the last part of a step. */
    #foot() {
      const button = (act) => element("button", { type: "button", "data-act": act }, this.words[act]);
      const foot = element("p", { class: "rb-guide__foot", hidden: true }, button("back"), " ", button("next"));
      document.getElementById(`${this.form}-end`).after(foot);
      return foot;
    }

    #act(act) {
      if (act === "start") this.#show(0);
      else if (act === "next") this.#show(this.#step + 1);
      else if (act === "back") this.#show(this.#step - 1);
      else if (act === "leave") this.#leave();
    }

    #show(step) {
      this.#step = step;
      const { title, minutes, shows } = this.steps[step];
      document.documentElement.toggleAttribute("data-guiding", true);
      this.#clear();
      const parts = shows.map((id) => document.getElementById(id));
      const scorecard = document.getElementById(this.form).closest("rb-scorecard");
      for (const part of [this, scorecard, this.foot, ...parts]) part.toggleAttribute("data-guided", true);
      scorecard.toggleAttribute("data-first", step === 0);
      this.start.parentElement.hidden = true;
      this.bar.hidden = this.foot.hidden = false;
      this.querySelector(".rb-guide__title").textContent = minutes ? `${title} · ${minutes}` : title;
      this.jump.value = step;
      for (const place of [this, this.foot]) {
        place.querySelector("[data-act=back]").disabled = step === 0;
        place.querySelector("[data-act=next]").disabled = step === this.steps.length - 1;
      }
      scrollTo(0, 0);
      this.querySelector(".rb-guide__title").focus({ preventScroll: true });
    }

    #clear() {
      for (const part of document.querySelectorAll("[data-guided]")) part.removeAttribute("data-guided");
    }

    #leave() {
      if (this.bar.hidden) return;
      this.#clear();
      document.documentElement.removeAttribute("data-guiding");
      this.bar.hidden = this.foot.hidden = true;
      this.start.parentElement.hidden = false;
      this.start.focus();
    }
  },
);
