/* The theme's search worker, with the spellings of an Arabic word folded into one, in the index and in the query;
 * and with the index fetched as a reader begins to search, not with every page.
 */
"use strict";

self.importScripts("../fold.js");
const fold = self.foldArabic;

// The theme's messages.
const [SETUP, READY, QUERY] = [0, 1, 2];
const ENTRIES = new URL("../../../search/entries.json", self.location);

let setup; // what the theme said as the page was opened: how to search, and no entries yet
let entries; // a promise that they are indexed, once a reader has begun to search
let indexed = () => {};

const say = (type, data) => self.dispatchEvent(new MessageEvent("message", { data: { type, data } }));

const post = self.postMessage.bind(self);
self.postMessage = (message) => {
  if (message.type === READY) indexed();
  post(message);
};

const load = async () => {
  const docs = await (await fetch(ENTRIES)).json();
  const done = new Promise((resolve) => (indexed = resolve));
  say(SETUP, { ...setup, docs });
  await done;
};

// Heard before the theme's own listener, which then searches for the folded query among all entries.
self.addEventListener("message", (event) => {
  const { type, data } = event.data;
  if (type === SETUP) setup ??= data;
  if (type !== QUERY || event.data.ready) return;
  if (!entries && !String(data).trim()) return; // the theme asks for nothing as each page is opened
  event.stopImmediatePropagation();
  entries ??= load().catch((error) => {
    entries = undefined; // the network may be back at the next letter
    console.warn(error);
  });
  entries.then(() => {
    const query = typeof data === "string" ? fold(data) : data;
    self.dispatchEvent(new MessageEvent("message", { data: { type: QUERY, data: query, ready: true } }));
  });
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
