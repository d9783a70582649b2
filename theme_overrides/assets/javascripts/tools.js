// Loads the script of each tool that a page holds: most hold none. Unfolds what an address leads to.

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
  "task-owners",
  "timeline",
];

/** Adds scripts as elements: the page waits for them, as it does not for `import()`. */
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

/** Unfolds what is around the place that the address names, as not all browsers do. */
function unfold() {
  const named = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  for (let folded = named?.closest("details"); folded; folded = folded.parentElement?.closest("details")) {
    folded.open = true;
  }
  if (named?.closest("details")) named.scrollIntoView();
}

for (const event of ["focus", "input"]) {
  document.querySelector(".md-search__input")?.addEventListener(event, () => import("./search-field.js"));
}
unfold();
addEventListener("hashchange", unfold);
load();
globalThis.document$?.subscribe(load); // another page in place of this one, if the theme navigates instantly
