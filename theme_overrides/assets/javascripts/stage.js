// <rb-stage>: an interview a step at a time. The step is in the page's address, so that reloading, the browser's way
// back and another language lead to the same one. Without scripts, every step is shown.
import { expect, find } from "./dom.js";

const QUICK = "rb-reveal"; // a field of another step is to be shown

class Stage {
  #listening = new AbortController();
  /** @type {Map<HTMLElement, Comment>} */
  #homes = new Map(); // of what several steps show

  /** @param {HTMLElement} place */
  constructor(place) {
    this.place = place;
    this.steps = [...place.querySelectorAll(".rb-step")].map((step) => expect(step, HTMLElement, ".rb-step"));
    this.clock = find(place, ".rb-clock", HTMLElement);
    this.top = find(place, ".rb-strip__top", HTMLElement);
    for (const foot of place.querySelectorAll(".rb-step__foot")) foot.toggleAttribute("hidden", false);
  }

  listen() {
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    addEventListener("hashchange", () => this.#follow(true), { signal });
    document.addEventListener(QUICK, ({ target }) => target instanceof Element && this.#reveal(target), { signal });
    document.addEventListener("input", () => this.#tick(), { signal });
    document.addEventListener("rb-shown", () => this.#tick(), { signal });
    for (const link of document.querySelectorAll("a[hreflang]")) {
      link.addEventListener("click", () => carryOver(link), { signal });
    }
    this.#follow(location.hash.length > 1);
  }

  stop() {
    this.#listening.abort();
  }

  /**
   * Shows the step that the address names.
   *
   * @param {boolean} moves Whether the reader has gone there: then the step takes the focus.
   */
  #follow(moves) {
    const named = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const step = named?.closest(".rb-step");
    if (!step && named && location.hash) return; // a place outside of the steps
    this.#show(this.steps.find((one) => one === step) ?? this.steps[0], moves);
  }

  /** @param {Element} part */
  #reveal(part) {
    const step = this.steps.find((one) => one.contains(part));
    if (!step || step.hasAttribute("data-current")) return;
    history.pushState(null, "", `#${step.id}`);
    this.#show(step, false);
  }

  /**
   * @param {HTMLElement | undefined} step
   * @param {boolean} moves
   */
  #show(step, moves) {
    if (!step) return;
    const phase = step.dataset.phase ?? "";
    this.place.dataset.phase = phase;
    for (const one of this.steps) one.toggleAttribute("data-current", one === step);
    this.#borrow(step);
    if (phase === "ask") step.querySelector(".rb-step__back")?.after(this.clock);
    const header = /ask|rate/.test(phase) && document.querySelector(".md-header__inner");
    (header || this.place.querySelector(".rb-strip"))?.prepend(this.top);
    for (const link of this.place.querySelectorAll(".rb-strip a")) {
      const isHere = link.getAttribute("href") === `#${step.id}`;
      const isPhase = link instanceof HTMLElement && link.dataset.phase === phase;
      if (isPhase || isHere) link.setAttribute("aria-current", isPhase ? "true" : "step");
      else link.removeAttribute("aria-current");
    }
    this.#tick();
    document.dispatchEvent(new CustomEvent("rb-step", { detail: phase }));
    if (!moves) return;
    this.place.scrollIntoView();
    expect(step.querySelector(".rb-step__title"), HTMLElement, "the step's title").focus({ preventScroll: true });
  }

  /**
   * Moves what several steps show into this one, and everything else back.
   *
   * @param {HTMLElement} step
   */
  #borrow(step) {
    for (const [part, home] of this.#homes) home.after(part);
    for (const slot of step.querySelectorAll("[data-borrows]")) {
      const part = document.getElementById(slot.getAttribute("data-borrows") ?? "");
      if (!part) continue;
      if (!this.#homes.has(part)) {
        const home = document.createComment("");
        part.before(home);
        this.#homes.set(part, home);
      }
      slot.append(part);
    }
  }

  /** Says in the strip which steps something is written in. */
  #tick() {
    for (const step of this.steps) {
      const fields = step.querySelectorAll(".rb-anchors input, .rb-rating__none input, .rb-question textarea");
      const isDone = [...fields].some((field) =>
        field instanceof HTMLInputElement ? field.checked : field instanceof HTMLTextAreaElement && field.value.trim(),
      );
      this.place.querySelector(`.rb-strip__parts a[href="#${step.id}"]`)?.toggleAttribute("data-done", isDone);
    }
  }
}

/**
 * The same step in another language.
 *
 * @param {Element} link
 */
function carryOver(link) {
  if (!(link instanceof HTMLAnchorElement)) return;
  const there = new URL(link.href);
  there.hash = location.hash;
  link.href = there.href;
}

customElements.define(
  "rb-stage",
  class extends HTMLElement {
    /** @type {Stage | undefined} */
    #stage;

    connectedCallback() {
      this.#stage ??= new Stage(this);
      this.#stage.listen();
    }

    disconnectedCallback() {
      this.#stage?.stop();
    }
  },
);
