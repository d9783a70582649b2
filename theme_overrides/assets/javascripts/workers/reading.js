/* What a text has of a query: its words, each with its place, and how well each of the query's is among them. Pure; no
 * module, since a classic worker loads it, so it sets one global name.
 */

{
  /** How a word counts that is there as it was typed, in another form, or only as the beginning of one. */
  const [EXACT, FORM, BEGINNING] = [1, 0.9, 0.7];
  /** Characters from which on a word of several may be the beginning of another: “a” is none of “analyst”. */
  const SHORT = 3;

  /** @type {Record<string, string>} */
  const ENTITIES = { amp: "&", lt: "<", gt: ">", quot: '"', nbsp: " " };

  /** @param {string} html Text as the index has it: escaped, and a line for each paragraph, item or cell. */
  const plain = (html) =>
    html
      .replace(/&(?:#(\d+)|(\w+));/g, (all, code, name) =>
        code ? String.fromCodePoint(code) : (ENTITIES[name] ?? all),
      )
      .replace(/\n–(?=\n)/g, "") // a cell with nothing in it
      .replace(/ (?=[,.;)،؛])/g, ""); // where a tag was

  /**
   * The words of a text, each with its place.
   *
   * @param {string} text
   * @param {Asked} asked
   */
  const wordsOf = (text, { separator, fold }) => {
    const between = new RegExp(separator, "gu");
    const found = [];
    let start = 0;
    for (let stop = 0; stop <= text.length; ) {
      const match = between.exec(text);
      stop = match ? match.index : text.length;
      if (start < stop) found.push({ start, stop, word: fold(text.slice(start, stop).toLowerCase()) });
      if (!match) break;
      start = match.index + match[0].length;
      if (!match[0]) between.lastIndex++;
    }
    return found;
  };

  /**
   * How well a word of a text is one of the query: 0 for not at all.
   *
   * @param {string} word
   * @param {{ word: string, stem: string, alone?: boolean | undefined }} sought Alone: no beginning of another word
   * @param {Asked} asked
   */
  const likeness = (word, sought, { stem, words }) => {
    if (word === sought.word) return EXACT;
    if (stem(word) === sought.stem) return FORM;
    const mayBegin = !sought.alone && (sought.word.length >= SHORT || words.length === 1);
    return mayBegin && word.startsWith(sought.word) ? BEGINNING : 0;
  };

  globalThis.readText = (html, asked) => {
    const text = plain(html);
    const words = wordsOf(text, asked);
    const likenesses = asked.words.map((sought) => words.map(({ word }) => likeness(word, sought, asked)));
    return {
      text,
      words,
      best: likenesses.map((all) => Math.max(0, ...all)),
      often: likenesses.map((all) => all.filter(Boolean).length),
      isFound: words.map((_, place) => likenesses.some((all) => all[place])),
    };
  };
}
