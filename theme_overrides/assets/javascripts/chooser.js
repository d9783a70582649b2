// <rb-chooser>: of the sections that it lists, one is shown at a time. The one that is shown is in the address, so that a
// link, a reload and the way back lead to it. Without scripts, the list leads to the sections, which are all there.
import { find } from "./dom.js";

class Chooser extends HTMLElement {
  /** The headings of what is listed, in order. @type {HTMLElement[]} */
  #headings = [];

  connectedCallback() {
    if (this.querySelector(".rb-chooser__shown")) return; // put back into the page
    const shown = document.createElement("div");
    shown.className = "rb-chooser__shown";
    for (const link of this.#links()) {
      const heading = document.getElementById(anchorOf(link));
      if (heading) this.#headings.push(heading);
    }
    for (const heading of this.#headings) if (heading.localName === "h2") shown.append(sectionOf(heading, "h2"));
    for (const heading of this.#headings) if (heading.localName === "h3") sectionOf(heading, "h2, h3");
    this.append(shown);
    this.#select().addEventListener("change", ({ target }) => {
      if (target instanceof HTMLSelectElement) this.#open(target.value);
    });
    find(this, "nav", HTMLElement).addEventListener("click", (event) => {
      const link = event.target instanceof Element ? event.target.closest("a") : null;
      if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return; // that opens another tab
      event.preventDefault();
      this.#open(anchorOf(link));
    });
    this.classList.add("rb-chooser--on");
    window.addEventListener("hashchange", this.#follow);
    this.#follow();
  }

  disconnectedCallback() {
    window.removeEventListener("hashchange", this.#follow);
  }

  #links = () => [...this.querySelectorAll("nav a")].filter((link) => link instanceof HTMLAnchorElement);

  #select = () => find(this, "select", HTMLSelectElement);

  /** @param {string} anchor */
  #open(anchor) {
    if (location.hash !== `#${anchor}`) history.pushState(history.state, "", `#${anchor}`);
    this.#show(anchor);
    if (this.getBoundingClientRect().top < 0) this.scrollIntoView();
  }

  /** Shows what the address names: a section, or the one that contains it; without any, the first. */
  #follow = () => {
    const target = document.getElementById(location.hash.slice(1));
    const all = this.#headings.filter((heading) => heading.parentElement?.contains(target));
    const innermost = all.at(-1);
    if (innermost) this.#show(innermost.id);
    else if (!target || !this.querySelector("[aria-current]")) this.#show(this.#headings[0]?.id ?? "");
    if (innermost && target !== innermost) target?.scrollIntoView();
  };

  /** @param {string} anchor */
  #show(anchor) {
    const heading = document.getElementById(anchor);
    const inside = this.#headings.find((one) => one !== heading && heading?.parentElement?.contains(one));
    const chosen = inside ?? heading;
    for (const one of this.#headings) {
      const section = one.parentElement;
      if (section) section.hidden = !section.contains(chosen);
    }
    for (const link of this.#links()) {
      if (anchorOf(link) === chosen?.id) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    }
    this.#select().value = chosen?.id ?? "";
    for (const link of document.querySelectorAll("a[hreflang]")) {
      if (link instanceof HTMLAnchorElement) link.hash = chosen?.id ?? ""; // the same is chosen in any language
    }
  }
}

/** @param {HTMLAnchorElement} link */
const anchorOf = (link) => link.hash.slice(1);

/**
 * A heading, with what follows it up to the next one of these kinds, in a section of their own in its place.
 *
 * @param {HTMLElement} heading
 * @param {string} until
 */
function sectionOf(heading, until) {
  const section = document.createElement("section");
  heading.replaceWith(section);
  section.append(heading);
  for (let next = section.nextElementSibling; next && !next.matches(until); ) {
    section.append(next);
    next = section.nextElementSibling;
  }
  return section;
}

customElements.define("rb-chooser", Chooser);
