/* The search worker: it finds and ranks, and the theme's search field and list show what it answers. What is searched is
 * fetched as a reader searches, not with every page: first the lists of the query's words, then the texts of the pages
 * that have them (engine/material/search_index.py writes both). Spellings of a word are folded into one, in the lists and
 * in the query (fold.js); ranking.js puts the pages in order, and showing.js says what is shown of them. Of the theme's
 * own worker we use the stemmers.
 */

{
  self.importScripts("../fold.js", "reading.js", "ranking.js", "showing.js");
  const fold = self.foldWords;

  // The theme's messages.
  const [SETUP, QUERY, RESULT] = [0, 2, 3];
  const SEARCH = new URL("../../../search/", self.location.href);
  /** Pages that are shown for a query at most: nobody reads on, and each one's texts are fetched. */
  const PAGES = 40;
  /** Milliseconds without another letter, after which a query is worth an answer (editorial default). */
  const PAUSE = 60;
  /** What a page is worth for a word in a title or in a text, and for the word itself rather than one that begins with it. */
  const [TITLE, TEXT, WHOLE] = [6, 1, 2];

  /** @typedef {Record<string, number[]>} WordLists For each word, the steps from one place that has it to the next. */
  /** @typedef {{ texts: number[], pages: number, maintainers: number[] }} Contents What words.json says. */

  /** @type {SearchSetup} */
  let setup = { config: { lang: [], separator: " " }, docs: [] }; // until the theme says it, as the page is opened
  let newest = 0; // the number of the last query

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

  /** The feminine, the dual and the plurals of «محلل»: the theme has no stemmer for Arabic that is on by itself. */
  const ARABIC_ENDING = /(?<=[\u0621-\u064a]{3})(?:ات|ون|ين|ان|ها|ه)$/;
  /** @type {Map<string, string>} */
  const stems = new Map();

  /** @param {string} word */
  const stem = (word) => {
    const known = stems.get(word);
    if (known !== undefined) return known;
    const steps = [lunr.stemmer, ...setup.config.lang.map((tag) => lunr[tag]?.stemmer)];
    const token = steps.reduce((stemmed, step) => step?.(stemmed) ?? stemmed, new lunr.Token(word, {}));
    const stemmed = token.toString().replace(ARABIC_ENDING, "");
    stems.set(word, stemmed);
    return stemmed;
  };

  /** @param {string} word In Arabic, three letters begin words of another meaning: «عمليات» is no «عمل». */
  const isAlone = (word) => /^[\u0621-\u064a]{3}$/.test(word);

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
    const alone = isAlone(word) && word in lists;
    for (const [other, steps] of Object.entries(lists)) {
      if (stem(other) !== stemmed && (alone || !other.startsWith(word))) continue;
      let number = 0;
      for (const step of steps) {
        number += step;
        const value = (number % 2 ? TITLE : TEXT) * (other === word ? WHOLE : 1);
        const page = number >> 1;
        found.set(page, Math.max(value, found.get(page) ?? 0));
      }
    }
    return { found, alone };
  };

  const contents = () => fetchOnce("words.json", /** @type {Contents} */ ({ texts: [], pages: 0, maintainers: [] }));

  /**
   * The pages that fit a query best, by number (those with the most of its words, then those worth the most), and how
   * much each word counts: one that half of the pages have says little of what is sought, in any language.
   *
   * @param {string[]} words
   */
  const best = async (words) => {
    const [{ pages: count }, ...each] = await Promise.all([contents(), ...words.map(worth)]);
    const found = each.map((one) => one.found);
    const weights = found.map(({ size }) => (size ? 0.1 + Math.log2(1 + count / size) : 0.1));
    /** @type {Map<number, { covered: number, sum: number }>} */
    const pages = new Map();
    for (const [word, values] of found.entries()) {
      const weight = weights[word] ?? 0;
      for (const [page, value] of values) {
        const { covered, sum } = pages.get(page) ?? { covered: 0, sum: 0 };
        pages.set(page, { covered: covered + weight, sum: sum + value * weight });
      }
    }
    const numbers = [...pages]
      .sort(([one, a], [other, b]) => b.covered - a.covered || b.sum - a.sum || one - other)
      .slice(0, PAGES)
      .map(([page]) => page)
      .sort((one, other) => one - other);
    return { numbers, weights, alone: each.map((one) => one.alone) };
  };

  /**
   * The entries of a page.
   *
   * @param {number} page
   * @returns {Promise<FoundPage>}
   */
  const entries = async (page) => {
    const { texts, maintainers } = await contents();
    const file = texts.findLastIndex((first) => first <= page);
    const content = await fetchOnce(`texts/${file}.json`, /** @type {Entry[][]} */ ([]));
    return { entries: content[page - (texts[file] ?? 0)] ?? [], forMaintainers: maintainers.includes(page) };
  };

  /**
   * @param {string} query
   * @param {() => boolean} isNewest Asked before what takes long: an older query is not ranked.
   */
  const hits = async (query, isNewest) => {
    const { separator } = setup.config;
    const phrase = query.toLowerCase().split(new RegExp(separator, "u")).filter(Boolean).map(fold);
    const words = [...new Set(phrase)];
    const { numbers, weights, alone } = await best(words);
    const sought = words.map((word, number) => ({
      word,
      stem: stem(word),
      weight: weights[number] ?? 0,
      alone: alone[number],
    }));
    const asked = { words: sought, phrase, separator, fold, stem };
    const pages = isNewest() ? await Promise.all(numbers.map(entries)) : [];
    return isNewest() ? self.showPages(self.rankPages(pages, asked)) : [];
  };

  /** @param {string} query */
  const answer = async (query) => {
    const number = ++newest;
    const isNewest = () => number === newest; // else somebody types on
    if (query.trim()) await new Promise((resolve) => setTimeout(resolve, PAUSE));
    if (!isNewest()) return;
    const found = query.trim() ? hits(query, isNewest) : Promise.resolve([]); // an empty field fetches nothing
    const items = await found.catch((error) => {
      console.warn(error);
      return [];
    });
    if (isNewest()) self.postMessage({ type: RESULT, data: { items, query } }); // the page tells by it what is answered
  };

  // Heard before the theme's own listener, which is left to set itself up, with nothing to search in.
  addEventListener("message", (event) => {
    const { type, data } = event.data;
    if (type === SETUP) setup = data;
    if (type !== QUERY) return;
    event.stopImmediatePropagation();
    answer(typeof data === "string" ? data : "");
  });

  // Which worker it is stands in our own address, so that a new version of the theme is found by its name.
  const worker = self.location.search.slice(1);
  if (!/^search\.[0-9a-f]+\.min\.js$/.test(worker)) throw new Error(`This is no search worker: ${worker}`);
  self.importScripts(worker);
}
