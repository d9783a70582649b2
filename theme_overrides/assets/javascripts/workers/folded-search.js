/* The theme's search worker, with the spellings of an Arabic word folded into one, in the index and in the query; and
 * with what is searched fetched as a reader searches, not with every page: first the lists of the query's words, then the
 * texts of the pages that have them (generator/rolebook/publish/search_index.py writes both). The theme's search is given these
 * texts alone. It ranks them, and marks what was found.
 */
"use strict";

self.importScripts("../fold.js");
const fold = self.foldArabic;

// The theme's messages.
const [SETUP, READY, QUERY] = [0, 1, 2];
const SEARCH = new URL("../../../search/", self.location);
/** Pages that are shown for a query at most: nobody reads on, and each one's texts are fetched. */
const PAGES = 40;
/** What a page is worth for a word in a title or in a text, and for the word itself rather than one that begins with it. */
const [TITLE, TEXT, WHOLE] = [6, 1, 2];

let setup; // what the theme said as the page was opened: how to search, and no entries
let newest = 0; // the number of the last query
let indexed = () => {};

const fetched = new Map();
const fetchOnce = (path, otherwise) => {
  if (!fetched.has(path)) {
    const answer = fetch(new URL(path, SEARCH)).then((found) => (found.ok ? found.json() : otherwise));
    fetched.set(path, answer);
    answer.catch(() => fetched.delete(path)); // the network may be back at the next letter
  }
  return fetched.get(path);
};

const say = (type, data) => self.dispatchEvent(new MessageEvent("message", { data: { type, data } }));

const post = self.postMessage.bind(self);
let ready = false;
self.postMessage = (message) => {
  if (message.type !== READY) post(message);
  else {
    if (!ready) post(message);
    ready = true;
    indexed();
  }
};

const stem = (word) => {
  const stems = [lunr.stemmer, ...setup.config.lang.map((tag) => lunr[tag]?.stemmer)].filter(Boolean);
  return stems.reduce((token, one) => one(token), new lunr.Token(word, {})).toString();
};

/** What each page is worth for one word of a query: pages by number. */
const worth = async (word) => {
  const lists = await fetchOnce(`words/${word.codePointAt(0)}.json`, {});
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

/** The numbers of the pages that fit a query best: those with the most of its words, then those worth the most. */
const best = async (query) => {
  const words = fold(query.toLowerCase()).split(new RegExp(setup.config.separator, "u")).filter(Boolean);
  const pages = new Map();
  for (const found of await Promise.all([...new Set(words)].map(worth))) {
    for (const [page, value] of found) {
      const [count, sum] = pages.get(page) ?? [0, 0];
      pages.set(page, [count + 1, sum + value]);
    }
  }
  const order = ([one, [oneCount, oneSum]], [other, [otherCount, otherSum]]) =>
    otherCount - oneCount || otherSum - oneSum || one - other;
  return [...pages].sort(order).slice(0, PAGES).map(([page]) => page);
};

/** The entries of pages, in the order in which the theme takes them: by page. */
const entries = async (pages) => {
  const { texts } = await fetchOnce("words.json", { texts: [] });
  const parts = pages.sort((one, other) => one - other).map(async (page) => {
    const file = texts.findLastIndex((first) => first <= page);
    return (await fetchOnce(`texts/${file}.json`, []))[page - texts[file]] ?? [];
  });
  return (await Promise.all(parts)).flat().map(([location, title, text]) => ({ location, title, text }));
};

const answer = async (query) => {
  const number = ++newest;
  const docs = await best(query).then(entries).catch((error) => {
    console.warn(error);
    return [];
  });
  if (number !== newest) return; // somebody types on
  const done = new Promise((resolve) => (indexed = resolve));
  say(SETUP, { ...setup, docs });
  await done;
  if (number !== newest) return;
  self.dispatchEvent(new MessageEvent("message", { data: { type: QUERY, data: fold(query), ready: true } }));
};

// Heard before the theme's own listener, which then searches for the folded query among the entries that it was given.
self.addEventListener("message", (event) => {
  const { type, data } = event.data;
  if (type === SETUP) setup ??= data;
  if (type !== QUERY || event.data.ready || typeof data !== "string" || !data.trim()) return;
  event.stopImmediatePropagation();
  answer(data);
});

// Which worker it is stands in our own address, so that a new version of the theme is found by its name.
const worker = self.location.search.slice(1);
if (!/^search\.[0-9a-f]+\.min\.js$/.test(worker)) throw new Error(`This is no search worker: ${worker}`);
self.importScripts(worker);

// The theme sets up each index with `b(0)`: the one place to add to its pipeline.
const foldToken = (token) => token.update(fold);
lunr.Pipeline.registerFunction(foldToken, "foldArabic");
const { b } = lunr.Builder.prototype;
lunr.Builder.prototype.b = function (number) {
  this.pipeline.add(foldToken);
  return b.call(this, number);
};
