/* The theme's search worker, with the spellings of an Arabic word folded into one, in the index and in the query. */
"use strict";

self.importScripts("../fold.js");
const fold = self.foldArabic;

// Heard before the theme's own listener, which then searches for the folded query. 2: the theme's “query” message.
self.addEventListener("message", ({ data }) => {
  if (data.type === 2 && typeof data.data === "string") data.data = fold(data.data);
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
