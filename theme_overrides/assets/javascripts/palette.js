// Sets the colours that the reader has chosen, or those of their system, before anything is painted; and leaves out what
// statements rest on, unless they asked for it (sources.js). Without scripts, it is there.
{
  const dark = document.currentScript?.dataset.dark;
  document.documentElement.classList.add("rb-scripted");
  document.documentElement.classList.toggle("rb-unsourced", !globalThis.__md_get("__sources"));
  const chosen = globalThis.__md_get("__palette");
  if (chosen?.color) {
    const { color } = chosen;
    if (color.media === "(prefers-color-scheme)") {
      const wanted = matchMedia("(prefers-color-scheme: light)").matches ? "light" : "dark";
      const input = document.querySelector(`[data-md-color-media='(prefers-color-scheme: ${wanted})']`);
      for (const key of /** @type {const} */ (["media", "scheme", "primary", "accent"])) {
        color[key] = input?.getAttribute(`data-md-color-${key}`) ?? "";
      }
    }
    for (const [key, value] of Object.entries(color)) document.body.setAttribute(`data-md-color-${key}`, value);
  } else if (dark && matchMedia("(prefers-color-scheme: dark)").matches) {
    document.body.dataset.mdColorScheme = dark;
  }
}
