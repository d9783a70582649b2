/* The spellings of an Arabic word folded into one: «محلل», «المحلل», «للمحلِّل» become the same word. The rules are those
 * of Lucene's Arabic analyser (orthographic normalisation, and the definite article with its prepositions), and touch
 * Arabic letters only. Used by the search's worker and by pages, so it is no module and sets one global name.
 */
{
  const WORD = /[\u0600-\u06ff\ufb50-\ufdff\ufe70-\ufefc]+/g;
  /** Vowel signs, the hamza above or below its carrier, and the stroke that only stretches a word. */
  const SIGNS = /[\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed]/g;
  /** The article, alone or with “and”, “by”, “so”, “like”, “to”, before a word of three letters or more. */
  const ARTICLE = /^(?:وال|بال|فال|كال|لل|ال)(?=.{3})/;

  /** @param {string} word */
  const foldWord = (word) => {
    const plain = word.normalize("NFKD").replace(SIGNS, "");
    let folded = plain.replace(/ٱ/g, "ا").replace(/ء/g, "").replace(/ى/g, "ي").replace(/ة/g, "ه");
    for (let before = ""; before !== folded; ) {
      before = folded;
      folded = folded.replace(ARTICLE, "");
    }
    return folded || word;
  };

  globalThis.foldArabic = (text) => text.replace(WORD, foldWord);
}
