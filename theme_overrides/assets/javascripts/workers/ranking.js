/* Which of the pages that have a query's words come first, and what is shown of each: a page whose title says what was
 * asked for before one that mentions it, pages for people who hire before pages about the kit's file, and of a page the
 * few sections that answer, with two lines of their text. Pure functions, used by folded-search.js; no module, since a
 * classic worker loads it, so it sets one global name.
 */

{
  /** What a word is worth in a page's title, in what people call such pages, in a section's heading, and in a text. */
  const [TITLE, CALLED, HEADING, TEXT] = [10, 6, 5, 1];
  /** What is added for a title that says nothing else, and for the query's words side by side in a title or heading. */
  const [WHOLE, PHRASE] = [8, 5];
  /** How a word counts that is there as it was typed, in another form, or only as the beginning of one. */
  const [EXACT, FORM, BEGINNING] = [1, 0.9, 0.7];
  /** What a page about the kit's file counts beside the others. */
  const MAINTAINERS = 0.35;
  /** What a page is worth at least, beside the best one, and a section beside the best of its page: others are left out. */
  const [PAGES, SECTIONS] = [0.1, 0.3];
  /** Sections that are shown at once, and those behind “more on this page”, at most. */
  const [SHOWN, MORE] = [2, 6];
  /** Characters of a snippet (two lines on a desktop), and those before the first word that was found. */
  const [SNIPPET, BEFORE] = [170, 45];

  /** @type {Record<string, string>} */
  const ENTITIES = { amp: "&", lt: "<", gt: ">", quot: '"', nbsp: " " };

  /** @param {string} html Text as the index has it: escaped, perhaps with tags. */
  const plain = (html) =>
    html
      .replace(/<[^>]*>/g, " ")
      .replace(/&(?:#(\d+)|(\w+));/g, (all, code, name) =>
        code ? String.fromCodePoint(code) : (ENTITIES[name] ?? all),
      )
      .replace(/\s+/g, " ")
      .trim();

  /** @param {string} text */
  const escaped = (text) => text.replace(/[&<>"']/g, (character) => `&#${character.codePointAt(0)};`);

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
   * @param {{ word: string, stem: string }} sought
   * @param {Asked} asked
   */
  const likeness = (word, sought, { stem }) => {
    if (word === sought.word) return EXACT;
    if (stem(word) === sought.stem) return FORM;
    return word.startsWith(sought.word) ? BEGINNING : 0;
  };

  /**
   * A text, its words, and how well each of the query's is among them.
   *
   * @param {string} html
   * @param {Asked} asked
   */
  const read = (html, asked) => {
    const text = plain(html);
    const words = wordsOf(text, asked);
    const likenesses = asked.words.map((sought) => words.map(({ word }) => likeness(word, sought, asked)));
    const best = likenesses.map((all) => Math.max(0, ...all));
    const often = likenesses.map((all) => all.filter(Boolean).length);
    const isFound = words.map((_, place) => likenesses.some((all) => all[place]));
    return { text, words, best, often, isFound };
  };

  /** @typedef {ReturnType<typeof read>} Read */

  /**
   * Whether the whole query stands in a title, word for word.
   *
   * @param {Read} title
   * @param {Asked} asked
   */
  const saysAll = (title, asked) =>
    asked.phrase.length > 1 &&
    title.words.some((_, from) =>
      asked.phrase.every((sought, place) => {
        const word = title.words[from + place]?.word;
        return word !== undefined && (word === sought || asked.stem(word) === asked.stem(sought));
      }),
    );

  /** @param {Read} title @returns {number} How much of a title was asked for: all, about half, or little of it. */
  const share = ({ words, isFound }) => {
    const all = new Set(words.map(({ word }) => word));
    const found = new Set(words.filter((_, place) => isFound[place]).map(({ word }) => word));
    return all.size ? Math.round((found.size / all.size) * 2) / 2 : 0;
  };

  /**
   * A text with what was found in it marked, as HTML.
   *
   * @param {Read} read
   * @param {number} from The first word, by number
   * @param {number} to The word after the last
   */
  const marked = ({ text, words, isFound }, from = 0, to = words.length) => {
    let html = "";
    let end = from ? (words[from]?.start ?? 0) : 0;
    for (let place = from; place < to; place++) {
      const word = words[place];
      if (!word || !isFound[place]) continue;
      html += `${escaped(text.slice(end, word.start))}<mark>${escaped(text.slice(word.start, word.stop))}</mark>`;
      end = word.stop;
    }
    return html + escaped(text.slice(end, to < words.length ? words[to - 1]?.stop : text.length));
  };

  /** @param {Read} read @returns {string} Two lines of a text, around what was found in it. */
  const snippet = (read) => {
    const { text, words, isFound } = read;
    if (!text) return "";
    const hit = Math.max(0, isFound.indexOf(true));
    let from = hit;
    const place = words[hit]?.start ?? 0;
    while (from > 0 && place - (words[from - 1]?.start ?? 0) <= BEFORE) from--;
    while (from > 0 && /\S/.test(text[(words[from]?.start ?? 0) - 1] ?? "")) from--; // not in the middle of “page's”
    if (place <= SNIPPET / 2) from = 0;
    const start = words[from]?.start ?? 0;
    let to = from;
    while (to < words.length && (words[to]?.stop ?? 0) - start <= SNIPPET) to++;
    return `<p class="rb-snippet">${from ? "… " : ""}${marked(read, from, Math.max(to, from + 1))}${to < words.length ? " …" : ""}</p>`;
  };

  /**
   * What a text is worth for each word of the query.
   *
   * @param {Read} read
   * @param {number} word
   */
  const inText = ({ best, often }, word) =>
    TEXT * (best[word] ?? 0) * (1 + Math.min(1, Math.log2(Math.max(1, often[word] ?? 0)) / 4));

  /**
   * A page's place among the others, and what is shown of it.
   *
   * @param {FoundPage} page
   * @param {Asked} asked
   */
  const weigh = ({ entries, forMaintainers }, asked) => {
    const total = asked.words.reduce((sum, { weight }) => sum + weight, 0) || 1;
    /** @param {(word: number) => number} value */
    const sum = (value) => asked.words.reduce((all, { weight }, word) => all + weight * value(word), 0) / total;

    const [own, ...others] = entries.map(([location, title, text, called], number) => {
      const [heading, body] = [read(title, asked), read(text, asked)];
      const titles = number ? HEADING : TITLE;
      /** @param {number} word */
      const value = (word) => Math.max(titles * (heading.best[word] ?? 0), inText(body, word));
      const isPhrase = saysAll(heading, asked);
      const worth = sum(value) + (isPhrase ? PHRASE : 0);
      return { location, heading, body, called: called ? read(called, asked) : undefined, value, isPhrase, worth };
    });
    if (!own) return undefined;
    const { called } = own;
    const strongest = Math.max(0, ...others.map(({ worth }) => worth));
    const sections = others
      .filter(({ worth }) => worth > 0 && worth >= strongest * SECTIONS)
      .sort((one, other) => other.worth - one.worth);
    /** @param {number} word */
    const called_ = (word) => CALLED * (called?.best[word] ?? 0);
    /** @param {number} word */
    const value = (word) => Math.max(own.value(word), called_(word), ...sections.map((section) => section.value(word)));
    const covered = sum((word) => Number(value(word) > 0));
    const inTitle = sum((word) => own.heading.best[word] ?? 0);
    const isPhrase = own.isPhrase || (called !== undefined && saysAll(called, asked));
    const phrase = isPhrase ? PHRASE : sections.some((section) => section.isPhrase) ? PHRASE * 0.6 : 0;
    const together = Math.max(own.worth, ...sections.map(({ worth }) => worth), 0) / 4;
    const worth =
      (sum(value) + inTitle * share(own.heading) * WHOLE + phrase + together) *
      covered ** 2 *
      (forMaintainers ? MAINTAINERS : 1);
    const isOwn = inTitle > 0.6 || isPhrase || own.worth >= (sections[0]?.worth ?? 0);
    return { own, sections, worth, isOwn };
  };

  /**
   * The hits for a query, page by page, as the theme's search shows them: of each page first itself, then its sections;
   * those with a lower score than the page wait behind “more on this page”.
   *
   * @param {FoundPage[]} pages
   * @param {Asked} asked
   * @returns {SearchHit[][]}
   */
  globalThis.rankPages = (pages, asked) => {
    const ranked = pages
      .map((page) => weigh(page, asked))
      .filter((page) => page !== undefined)
      .sort((one, other) => other.worth - one.worth); // of the same worth: as the catalogue has them
    return ranked
      .filter(({ worth }) => worth >= (ranked[0]?.worth ?? 0) * PAGES)
      .map(({ own, sections, worth, isOwn }) => {
        /** @param {typeof own} entry @param {number} score @returns {SearchHit} */
        const hit = ({ location, heading, body }, score) => ({
          location,
          title: marked(heading),
          text: snippet(body),
          score,
          terms: {},
        });
        const shown = isOwn ? 0 : SHOWN;
        const strong = sections.slice(0, shown).filter(({ worth: one }) => one >= (sections[0]?.worth ?? 0) * 0.6);
        const rest = sections.slice(strong.length, strong.length + MORE);
        return [hit(own, worth), ...strong.map((one) => hit(one, worth)), ...rest.map((one) => hit(one, worth / 2))];
      });
  };
}
