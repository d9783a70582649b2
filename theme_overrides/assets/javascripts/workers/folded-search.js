/* The theme's search worker, with the spellings of an Arabic word folded into one, in the index and in the query.
 * «محلل», «المحلل», «للمحلِّل» become the same word. The rules are those of Lucene's Arabic analyser (orthographic
 * normalisation, and the definite article with its prepositions), and touch Arabic letters only.
 */
"use strict";

const WORD = /[\u0600-\u06ff\ufb50-\ufdff\ufe70-\ufefc]+/g;
/** Vowel signs, the hamza above or below its carrier, and the stroke that only stretches a word. */
const SIGNS = /[\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed]/g;
/** The article, alone or with “and”, “by”, “so”, “like”, “to”, before a word of three letters or more. */
const ARTICLE = /^(?:وال|بال|فال|كال|لل|ال)(?=.{3})/;

function foldWord(word) {
  let folded = word.normalize("NFKD").replace(SIGNS, "").replace(/ٱ/g, "ا").replace(/ء/g, "").replace(/ى/g, "ي").replace(/ة/g, "ه");
  for (let before = ""; before !== folded; ) {
    before = folded;
    folded = folded.replace(ARTICLE, "");
  }
  return folded || word;
}

function fold(text) {
  return text.replace(WORD, foldWord);
}

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
