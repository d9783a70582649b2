/* The theme's search worker, with the spellings of an Arabic word folded into one, in the index and in the query; and
 * with what is searched fetched as a reader searches, not with every page: first the lists of the query's words, then the
 * texts of the pages that have them (engine/material/search_index.py writes both). The theme's search is given these
 * texts alone. It ranks them, and marks what was found.
 */

/** @import { SearchDocument, SearchSetup, Token } from "../../../../types/worker.d.ts" */

{
  self.importScripts("../fold.js");
  const fold = self.foldArabic;

  // The theme's messages.
  const [SETUP, READY, QUERY] = [0, 1, 2];
  const SEARCH = new URL("../../../search/", self.location.href);
  /** Pages that are shown for a query at most: nobody reads on, and each one's texts are fetched. */
  const PAGES = 40;
  /** What a page is worth for a word in a title or in a text, and for the word itself rather than one that begins with it. */
  const [TITLE, TEXT, WHOLE] = [6, 1, 2];

  /** @typedef {Record<string, number[]>} WordLists For each word, the steps from one place that has it to the next. */
  /** @typedef {[location: string, title: string, text: string]} Entry */

  /** @type {SearchSetup} */
  let setup = { config: { lang: [], separator: " " }, docs: [] }; // until the theme says it, as the page is opened
  let isSetUp = false;
  let newest = 0; // the number of the last query
  let indexed = () => {};

  /** @type {Map<string, Promise<unknown>>} */
  const fetched = new Map();

  /**
   * A file of the search, which is fetched once.
   *
   * @template Content
   * @param {string} path
   * @param {Content} otherwise What it is where there is none.
   */
  const fetchOnce = (path, otherwise) => {
    const known = fetched.get(path);
    if (known) return /** @type {Promise<Content>} */ (known);
    /** @type {Promise<Content>} */
    const answer = fetch(new URL(path, SEARCH)).then((found) => (found.ok ? found.json() : otherwise));
    fetched.set(path, answer);
    answer.catch(() => fetched.delete(path)); // the network may be back at the next letter
    return answer;
  };

  /** @param {{ type: number, data: unknown, ready?: boolean }} message */
  const say = (message) => self.dispatchEvent(new MessageEvent("message", { data: message }));

  const post = self.postMessage.bind(self);
  let isReady = false;
  /** @param {{ type: number }} message */
  self.postMessage = (message) => {
    if (message.type !== READY) return post(message);
    if (!isReady) post(message);
    isReady = true;
    indexed();
  };

  /** @param {string} word */
  const stem = (word) => {
    const stems = [lunr.stemmer, ...setup.config.lang.map((tag) => lunr[tag]?.stemmer)];
    const token = stems.reduce((stemmed, step) => step?.(stemmed) ?? stemmed, new lunr.Token(word, {}));
    return token.toString();
  };

  /**
   * What each page is worth for one word of a query: pages by number.
   *
   * @param {string} word
   */
  const worth = async (word) => {
    const lists = await fetchOnce(`words/${word.codePointAt(0)}.json`, /** @type {WordLists} */ ({}));
    /** @type {Map<number, number>} */
    const found = new Map();
    const stemmed = stem(word);
    for (const [other, steps] of Object.entries(lists)) {
      if (!other.startsWith(word) && stem(other) !== stemmed) continue;
      let number = 0;
      for (const step of steps) {
        number += step;
        const value = (number % 2 ? TITLE : TEXT) * (other === word ? WHOLE : 1);
        const page = number >> 1;
        found.set(page, Math.max(value, found.get(page) ?? 0));
      }
    }
    return found;
  };

  /**
   * The numbers of the pages that fit a query best: those with the most of its words, then those worth the most.
   *
   * @param {string} query
   */
  const best = async (query) => {
    const words = fold(query.toLowerCase()).split(new RegExp(setup.config.separator, "u")).filter(Boolean);
    /** @type {Map<number, { count: number, sum: number }>} */
    const pages = new Map();
    for (const found of await Promise.all([...new Set(words)].map(worth))) {
      for (const [page, value] of found) {
        const { count, sum } = pages.get(page) ?? { count: 0, sum: 0 };
        pages.set(page, { count: count + 1, sum: sum + value });
      }
    }
    return [...pages]
      .sort(([one, a], [other, b]) => b.count - a.count || b.sum - a.sum || one - other)
      .slice(0, PAGES)
      .map(([page]) => page);
  };

  /**
   * The entries of pages, in the order in which the theme takes them: by page.
   *
   * @param {number[]} pages
   * @returns {Promise<SearchDocument[]>}
   */
  const entries = async (pages) => {
    const { texts } = await fetchOnce("words.json", { texts: /** @type {number[]} */ ([]) });
    const parts = pages
      .sort((one, other) => one - other)
      .map(async (page) => {
        const file = texts.findLastIndex((first) => first <= page);
        const content = await fetchOnce(`texts/${file}.json`, /** @type {Entry[][]} */ ([]));
        return content[page - (texts[file] ?? 0)] ?? [];
      });
    return (await Promise.all(parts)).flat().map(([location, title, text]) => ({ location, title, text }));
  };

  /** @param {string} query */
  const answer = async (query) => {
    const number = ++newest;
    const docs = await best(query)
      .then(entries)
      .catch((error) => {
        console.warn(error);
        return [];
      });
    if (number !== newest) return; // somebody types on
    /** @type {Promise<void>} */
    const done = new Promise((resolve) => {
      indexed = resolve;
    });
    say({ type: SETUP, data: { ...setup, docs } });
    await done;
    if (number !== newest) return;
    say({ type: QUERY, data: fold(query), ready: true });
  };

  // Heard before the theme's own listener, which then searches for the folded query among the entries that it was given.
  addEventListener("message", (event) => {
    const { type, data, ready } = event.data;
    if (type === SETUP && !isSetUp) {
      setup = data;
      isSetUp = true;
    }
    if (type !== QUERY || ready || typeof data !== "string" || !data.trim()) return;
    event.stopImmediatePropagation();
    answer(data);
  });

  // Which worker it is stands in our own address, so that a new version of the theme is found by its name.
  const worker = self.location.search.slice(1);
  if (!/^search\.[0-9a-f]+\.min\.js$/.test(worker)) throw new Error(`This is no search worker: ${worker}`);
  self.importScripts(worker);

  // The theme sets up each index with `b(0)`: the one place to add to its pipeline.
  /** @param {Token} token */
  const foldToken = (token) => token.update(fold);
  lunr.Pipeline.registerFunction(foldToken, "foldArabic");
  const { b } = lunr.Builder.prototype;
  lunr.Builder.prototype.b = function (number) {
    this.pipeline.add(foldToken);
    return b.call(this, number);
  };
}
