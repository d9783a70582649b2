// How the theme's bundle keeps what a reader chose: by the site's folder, since sites may share an origin. Colours are
// those of all languages, and are kept only where the reader chose them against the system's: else they follow it.
{
  const COLOURS = "__palette";
  const scope = new URL(document.currentScript?.dataset.scope ?? "", location.href);
  /**
   * @param {string} key
   * @param {URL} folder
   */
  const named = (key, folder) => `${(key === COLOURS ? new URL("..", folder) : folder).pathname}.${key}`;

  let chosen = false;
  document.addEventListener("change", ({ target }) => (chosen = Object(target).name === COLOURS), true);
  const follow = () =>
    [...document.getElementsByName(COLOURS)]
      .find((one) => matchMedia(one.dataset.mdColorMedia ?? "").matches)
      ?.dispatchEvent(new Event("change"));

  globalThis.__md_scope = scope;
  globalThis.__md_hash = (text) => {
    let hash = 0;
    for (const sign of text) hash = ((hash << 5) - hash + sign.charCodeAt(0)) | 0;
    return hash;
  };
  globalThis.__md_get = (key, storage = localStorage, folder = scope) => {
    try {
      return JSON.parse(storage.getItem(named(key, folder)) ?? "null");
    } catch {
      return null; // storage may be forbidden
    }
  };
  globalThis.__md_set = (key, value, storage = localStorage, folder = scope) => {
    try {
      if (key === COLOURS && matchMedia(Object(value).color.media).matches) storage.removeItem(named(key, folder));
      else if (key !== COLOURS || chosen) storage.setItem(named(key, folder), JSON.stringify(value));
      else if (!globalThis.__md_get(key)) setTimeout(follow); // when the system changes, the theme shows what was before
      chosen = false;
    } catch {
      // storage may be full or forbidden: the choice then holds for this page alone
    }
  };
}
