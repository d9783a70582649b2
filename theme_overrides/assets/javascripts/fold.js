/* Spellings of one word become one: «محلل», «للمحلِّل»; “équipe”, “equipe”. Arabic by the rules of Lucene's analyser. No
 * module, since the search's worker uses it as well: it sets one global name.
 */
{
  const ARABIC = /[\u0600-\u06ff\ufb50-\ufdff\ufe70-\ufefc]+/g;
  /** Vowel signs, the hamza above or below its carrier, and the stroke that stretches a word. */
  const SIGNS = /[\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed]/g;
  /** The article, alone or behind a particle, before a word of three letters or more. */
  const ARTICLE = /^(?:وال|بال|فال|كال|لل|ال)(?=.{3})/;
  const LATIN = /[\u00c0-\u024f\u1e00-\u1eff][\u0300-\u036f]*|(?<=[a-z])[\u0300-\u036f]+/g;
  const ACCENTS = /[\u0300-\u036f]/g;
  /** Letters that are two, or have a stroke, which is no accent to Unicode. @type {Record<string, string>} */
  const LETTERS = { æ: "ae", œ: "oe", ß: "ss", ø: "o", ł: "l", đ: "d", ı: "i" };

  /** @param {string} word */
  const foldArabic = (word) => {
    const plain = word.normalize("NFKD").replace(SIGNS, "");
    let folded = plain.replace(/ٱ/g, "ا").replace(/ء/g, "").replace(/ى/g, "ي").replace(/ة/g, "ه");
    for (let before = ""; before !== folded; ) {
      before = folded;
      folded = folded.replace(ARTICLE, "");
    }
    return folded || word;
  };

  /** @param {string} letter */
  const foldLatin = (letter) => LETTERS[letter] ?? letter.normalize("NFKD").replace(ACCENTS, "");

  globalThis.foldWords = (text) => text.replace(ARABIC, foldArabic).replace(LATIN, foldLatin);
}
