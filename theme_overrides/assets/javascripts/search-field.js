// Says that the search is at work until the answer to what stands in its field is there: one to fewer letters is none.
// Loaded as somebody comes to the field, with what the search needs first.

const field = document.querySelector(".md-search__input");
const result = document.querySelector(".md-search-result");
const meta = result?.querySelector(".md-search-result__meta");
const words = document.querySelector("[data-rb-searching]")?.getAttribute("data-rb-searching");

if (field instanceof HTMLInputElement && result && meta && words) {
  let answered = field.value;

  const show = () => {
    const isSearching = field.value.trim() !== answered.trim();
    result.toggleAttribute("data-rb-searching-on", isSearching);
    if (isSearching) meta.textContent = words;
  };

  const ask = () => field.dispatchEvent(new Event("keyup")); // the theme hears keys, and no pasting
  field.addEventListener("input", ask);
  field.addEventListener("input", show);
  // An answer to other words opens nothing.
  field.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || !result.hasAttribute("data-rb-searching-on")) return;
    event.preventDefault();
    event.stopPropagation();
  });
  globalThis.component$?.subscribe(({ ref, query }) => {
    if (ref !== result || query === undefined) return;
    answered = query;
    show();
  });
  ask(); // what was typed until now
  fetch(new URL("../../search/words.json", import.meta.url)).catch(() => {}); // the search says if it cannot be had
}
