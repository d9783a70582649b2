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
  /** Characters that are alike in snippets that say the same. */
  const ALIKE = 50;
  /** A title for both genders, such as «محلل/ة»: no line ends at its slash. */
  const BOTH_GENDERS = /[\u0621-\u0652]+\/[\u0621-\u0652]+/g;

  /** @param {ReadText} read @param {number} [from] The first word, by number. @returns {string} A text, nothing marked. */
  const named = ({ text, words }, from = 0) =>
    escaped(from ? text.slice(words[from]?.start ?? text.length) : text).replace(
      BOTH_GENDERS,
      '<span class="rb-whole">$&</span>',
    );

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
   * @param {boolean} runs Whether words by themselves are not marked, since a title has all that was sought.
   */
  const marked = ({ text, words, isFound }, from = 0, to = words.length, runs = false) => {
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
      const [first, alone] = [start(place), place];
      while (place + 1 < to && isMarked(place + 1) && /^[ /]$/.test(gap(place))) place++;
      end = stop(place);
      const said = escaped(text.slice(first, end));
      html += runs && place === alone ? said : `<mark>${said}</mark>`;
    }
    html += escaped(text.slice(end, to < words.length ? stop(to - 1) : text.length));
    return html.replace(BOTH_GENDERS, '<span class="rb-whole">$&</span>');
  };

  /**
   * Whether a part of a text reads as one: at least half of it stands in sentences, and less in a table's cells.
   *
   * @param {string} text
   * @param {number} start
   * @param {number} stop
   */
  const reads = (text, start, stop) => {
    const lines = text.slice(text.lastIndexOf("\n", start - 1) + 1).split("\n");
    let [left, inSentences] = [stop - start, 0];
    for (const line of lines) {
      if (left <= 0) break;
      if (/\D[.!?؟…](?:\s|$)|.{40}:$/.test(line)) inSentences += Math.min(left, line.length);
      left -= line.length + 1;
    }
    return inSentences * 2 >= stop - start;
  };

  /**
   * Two lines of a text, around what was found in it; nothing where they do not read.
   *
   * @param {ReadText} read
   * @param {boolean} runs Whether words by themselves are not marked
   * @param {number} hit The word that they are around
   */
  const snippet = (read, runs, hit = Math.max(0, read.isFound.indexOf(true))) => {
    const { text, words } = read;
    if (!words.length) return "";
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
    if (!reads(text, start, words[to - 1]?.stop ?? 0)) return "";
    const [opening, closing] = [begins(from) ? "" : "… ", to < words.length ? " …" : ""];
    return `<span class="rb-snippet">${opening}${marked(read, from, Math.max(to, from + 1), runs)}${closing}</span>`;
  };

  /** @param {FoundEntry} page @returns {string} Its title, what kind of page it is (there, not before it), and where. */
  const titled = ({ heading, kind, ofKind, place }) => {
    const parts = [`<span class="rb-found">${marked(heading, ofKind)}</span>`];
    if (kind) parts.push(`<span class="rb-kind">${named(kind)}</span>`);
    if (place) parts.push(`<span class="rb-place">${named(place)}</span>`);
    return parts.join(" ");
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
    const rest = same < 0 ? "" : named(page.heading, from + same);
    if (!page.kind || (rest && !from)) return rest || named(page.heading);
    return rest ? `${named(page.kind)} – ${rest}` : named(page.kind);
  };

  /** @param {Weighed} page @param {Weighed} first @returns {string} Of a stage of another role, whose it is. */
  const calledInGroup = (page, first) =>
    page.stage && page.stage.name === first.stage?.name && page.subject !== first.subject
      ? escaped(page.stage.whose).replace(BOTH_GENDERS, '<span class="rb-whole">$&</span>')
      : calledBeside(page.own, first.own);

  /** @param {string} html @returns {string} How a snippet begins. */
  const beginning = (html) => html.replace(/<[^>]*>/g, "").slice(0, ALIKE);

  /** @param {Weighed} page @returns {readonly FoundEntry[]} Its sections that are shown at once. */
  const strongest = ({ sections, isOwn }) => {
    const best = sections[0]?.worth ?? 0;
    return isOwn ? [] : sections.slice(0, SECTIONS).filter(({ worth }) => worth >= best * STRONG);
  };

  /**
   * What is said of each page and section that is shown at once: nothing where what was found begins as it does elsewhere,
   * such as words that stand on every page of a kind.
   *
   * @param {WeighedGroup[]} groups
   */
  const snippetsOf = (groups) => {
    const shown = groups.flatMap(([page]) => [page.own, ...strongest(page)].map((entry) => ({ entry, page })));
    const found = new Map(shown.map(({ entry, page }) => [entry, snippet(entry.body, page.isPhrase)]));
    /** @type {Map<string, number>} */
    const often = new Map();
    for (const html of found.values()) often.set(beginning(html), (often.get(beginning(html)) ?? 0) + 1);
    /** @param {FoundEntry} entry */
    return (entry) => {
      const html = found.get(entry) ?? "";
      return often.get(beginning(html)) === 1 ? html : "";
    };
  };

  globalThis.showPages = (groups) => {
    const said = snippetsOf(groups);
    /** @type {Set<string>} */
    const described = new Set();
    /** @param {Weighed} page @returns {string} What it is there for, unless that was said of another one. */
    const description = ({ own: { description: read }, isPhrase }) => {
      const html = read ? snippet(read, isPhrase, 0) : "";
      if (described.has(html)) return "";
      described.add(html);
      return html;
    };
    return groups.map(([first, ...others]) => {
      const { own, sections, worth } = first;
      /** @param {FoundEntry} entry @param {string} title @param {string} text @returns {SearchHit} */
      const hit = ({ location }, title, text) => ({ location, title, text, score: worth, terms: {} });
      // A heading that says nothing of what was asked for, and nothing below it, is no answer.
      const strong = strongest(first).filter((section) => said(section) || section.heading.isFound.includes(true));
      const parts = strong.map((section) => hit(section, marked(section.heading), said(section)));
      const weaker = sections
        .filter((section) => !strong.includes(section))
        .slice(0, ALL - strong.length)
        .map((section) => hit(section, marked(section.heading), snippet(section.body, first.isPhrase)));
      const beside = others
        .slice(0, ALL)
        .map((other) => hit(other.own, `<span class="rb-also">${calledInGroup(other, first)}</span>`, ""));
      const later = [...weaker, ...beside.slice(OTHERS)];
      // The list shows the text of a page only where nothing stands below it.
      const isAlone = !strong.length && !others.length;
      const isSaid = parts.some(({ text }) => text);
      const below = isSaid ? "" : said(own) || description(first);
      const title = titled(own) + (isAlone ? "" : below);
      return [
        hit(own, title, below),
        ...parts,
        ...beside.slice(0, OTHERS),
        ...later.map((one) => ({ ...one, score: worth / 2 })), // which keeps them behind “more”
      ];
    });
  };
}
