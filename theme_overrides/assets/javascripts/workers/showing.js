/* How the pages that a search found are shown, as the theme's list takes them: of each the title, what kind of page it is,
 * and two lines of its text with the words that were sought marked; of a role with several pages, the best one so, and
 * the others by name below it. Pure; no module, since a classic worker loads it, so it sets one global name.
 */

{
  /** Sections of a page, and other pages of its role, that are shown at once; and of each with those behind “more”. */
  const [SECTIONS, OTHERS, ALL] = [2, 5, 10];
  /** Characters of a snippet (two lines on a desktop), and those before the first word that was found. */
  const [SNIPPET, BEFORE] = [170, 45];
  /** What a section is worth at least, beside the best one of its page, to be shown at once. */
  const STRONG = 0.6;
  /** A title for both genders, such as «محلل/ة»: no line ends at its slash. */
  const BOTH_GENDERS = /[\u0621-\u0652]+\/[\u0621-\u0652]+/g;

  /** @param {string} text Where a part of it ends without a full stop, a dot stands before the next one. */
  const escaped = (text) =>
    text
      .replace(/([.:;,!?…؟؛،]?)\n/g, (_, end) => (end ? `${end} ` : " · "))
      .replace(/[&<>"']/g, (character) => `&#${character.codePointAt(0)};`);

  /**
   * A text with what was found in it marked, as HTML: words side by side are one mark, and so are both genders.
   *
   * @param {ReadText} read
   * @param {number} from The first word, by number
   * @param {number} to The word after the last
   */
  const marked = ({ text, words, isFound }, from = 0, to = words.length) => {
    /** @param {number} place */
    const start = (place) => words[place]?.start ?? text.length;
    /** @param {number} place */
    const stop = (place) => words[place]?.stop ?? text.length;
    /** @param {number} place @returns {string} What stands between a word and the next one. */
    const gap = (place) => text.slice(stop(place), start(place + 1));
    /** @param {number} place */
    const isMarked = (place) =>
      isFound[place] || (gap(place) === "/" && isFound[place + 1]) || (gap(place - 1) === "/" && isFound[place - 1]);

    let html = "";
    let end = from ? start(from) : 0;
    for (let place = from; place < to; place++) {
      if (!isMarked(place)) continue;
      html += escaped(text.slice(end, start(place)));
      const first = start(place);
      while (place + 1 < to && isMarked(place + 1) && /^[ /]$/.test(gap(place))) place++;
      end = stop(place);
      html += `<mark>${escaped(text.slice(first, end))}</mark>`;
    }
    html += escaped(text.slice(end, to < words.length ? stop(to - 1) : text.length));
    return html.replace(BOTH_GENDERS, '<span class="rb-whole">$&</span>');
  };

  /** @param {ReadText} read @returns {string} Two lines of a text, around what was found in it. */
  const snippet = (read) => {
    const { text, words, isFound } = read;
    if (!text) return "";
    const hit = Math.max(0, isFound.indexOf(true));
    const place = words[hit]?.start ?? 0;
    /** @param {number} word @returns {string} What stands before a word. */
    const before = (word) => text.slice(words[word - 1]?.stop ?? 0, words[word]?.start ?? 0);
    /** @param {number} word */
    const begins = (word) => word === 0 || /\n|[.!?؟] $/.test(before(word));
    let from = hit;
    while (!begins(from) && place - (words[from - 1]?.start ?? 0) <= BEFORE) from--;
    while (!begins(from) && !/\s/.test(before(from))) from--; // not in the middle of “page's”
    if (place <= SNIPPET / 2) from = 0;
    const start = words[from]?.start ?? 0;
    let to = from;
    while (to < words.length && (words[to]?.stop ?? 0) - start <= SNIPPET) to++;
    const [opening, closing] = [begins(from) ? "" : "… ", to < words.length ? " …" : ""];
    return `<span class="rb-snippet">${opening}${marked(read, from, Math.max(to, from + 1))}${closing}</span>`;
  };

  /** @param {FoundEntry} page @returns {string} Its title, and behind it what kind of page it is, in place of before. */
  const titled = (page) => {
    const kind = page.kind ? ` <span class="rb-kind">${marked(page.kind)}</span>` : "";
    return marked(page.heading, page.ofKind) + kind;
  };

  /**
   * What another page of a role is called below the first one: what its title says that the other's does not.
   *
   * @param {FoundEntry} page
   * @param {FoundEntry} first
   */
  const calledBeside = (page, first) => {
    const [from, there] = [page.ofKind, first.ofKind];
    const title = page.heading.words.slice(from).map(({ word }) => word);
    const same = title.findIndex((word, place) => word !== first.heading.words[there + place]?.word);
    const rest = same < 0 ? "" : marked(page.heading, from + same);
    if (!page.kind || (rest && !from)) return rest || marked(page.heading);
    return rest ? `${marked(page.kind)} – ${rest}` : marked(page.kind);
  };

  globalThis.showPages = (groups) =>
    groups.map(([first, ...others]) => {
      const { own, sections, worth, isOwn } = first;
      /** @param {FoundEntry} entry @param {string} title @param {string} text @returns {SearchHit} */
      const hit = ({ location }, title, text) => ({ location, title, text, score: worth, terms: {} });
      const best = sections[0]?.worth ?? 0;
      const strong = isOwn ? [] : sections.slice(0, SECTIONS).filter((section) => section.worth >= best * STRONG);
      const parts = sections
        .slice(0, ALL)
        .map((section) => hit(section, marked(section.heading), snippet(section.body)));
      const beside = others
        .slice(0, ALL)
        .map(({ own: other }) => hit(other, `<span class="rb-beside">${calledBeside(other, own)}</span>`, ""));
      const later = [...parts.slice(strong.length), ...beside.slice(OTHERS)];
      // The list shows the text of a page only where nothing stands below it.
      const isAlone = !strong.length && !others.length;
      const title = titled(own) + (strong.length || isAlone ? "" : snippet(own.body));
      return [
        hit(own, title, snippet(own.body)),
        ...parts.slice(0, strong.length),
        ...beside.slice(0, OTHERS),
        ...later.map((one) => ({ ...one, score: worth / 2 })), // which keeps them behind “more”
      ];
    });
}
