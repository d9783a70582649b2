// Loads the script of each tool that a page holds: most pages hold none. Unfolds what an address leads to. Tells the
// search of words that no key wrote.

const TOOLS = [
  "card-filter",
  "chooser",
  "closing",
  "copy",
  "debrief",
  "fill-in",
  "message",
  "planner",
  "scorecard",
  "sources",
  "stage",
  "stage-cards",
  "timeline",
];

/** Adds scripts as elements, which the page waits for until it counts as loaded; `import()` it would not wait for. */
function load() {
  for (const tool of TOOLS) {
    const name = `rb-${tool}`;
    if (!document.querySelector(name) || customElements.get(name)) continue;
    const script = document.createElement("script");
    script.type = "module"; // the same one is not run twice
    script.src = new URL(`${tool}.js`, import.meta.url).href;
    document.head.append(script);
  }
}

/** Opens what is folded up around the place that the address names: browsers do so for some places, and not all do. */
function unfold() {
  const named = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  for (let folded = named?.closest("details"); folded; folded = folded.parentElement?.closest("details")) {
    folded.open = true;
  }
  if (named?.closest("details")) named.scrollIntoView();
}

// The theme's search hears keys alone: what is pasted, dictated or chosen from a list is a query as well.
addEventListener("input", ({ target }) => {
  if (target instanceof Element && target.matches(".md-search__input")) target.dispatchEvent(new Event("keyup"));
});

unfold();
addEventListener("hashchange", unfold);
load();
globalThis.document$?.subscribe(load); // the theme puts another page in place of this one, if it navigates instantly
