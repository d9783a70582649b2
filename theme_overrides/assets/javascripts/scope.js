// The names by which the theme's bundle reads and keeps what a reader has chosen, such as the colours. Kept entries are
// named after the site's folder, so that two sites of one origin do not share them. Colours are those of all its languages,
// and only kept where they are not the system's: else they change with it.
{
  const COLOURS = "__palette";
  const scope = new URL(document.currentScript?.dataset.scope ?? "", location.href);
  /**
   * @param {string} key
   * @param {URL} folder
   */
  const named = (key, folder) => `${(key === COLOURS ? new URL("..", folder) : folder).pathname}.${key}`;

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
      else storage.setItem(named(key, folder), JSON.stringify(value));
    } catch {
      // storage may be full or forbidden: the choice then holds for this page alone
    }
  };
}
