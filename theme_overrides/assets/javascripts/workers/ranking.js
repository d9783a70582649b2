/* Which of the pages that have a query's words come first: a page whose title says what was asked for before one that
 * mentions it, pages for people who hire before pages about the kit's file; of a page, the few sections that answer; and
 * all pages of a role where its best one stands. Pure; no module, since a classic worker loads it, so it sets one global
 * name.
 */

{
  /** What a word is worth in a page's title, in what people call such pages, in a section's heading, and in a text. */
  const [TITLE, CALLED, HEADING, TEXT] = [10, 6, 5, 1];
  /** What is added for a title that says nothing else, and for the query's words side by side in a title or heading. */
  const [WHOLE, PHRASE] = [8, 5];
  /** What a page about the kit's file counts beside the others, and one of a role that the query names. */
  const [MAINTAINERS, NAMED] = [0.35, 1.3];
  /** What a page is worth at least, beside the best one, and a section beside the best of its page: others are left out. */
  const [PAGES, SECTIONS] = [0.15, 0.3];
  /** Pages for people who hire that are shown whatever they are worth: one that only mentions what is sought may help. */
  const FEW = 6;

  /**
   * How much of the query stands in a title, word for word and side by side: 1 for all of it, 0 for no two words of it.
   *
   * @param {ReadText} title
   * @param {Asked} asked
   */
  const inOneRun = (title, { phrase, stem }) => {
    /** @param {number} place @param {number} sought @returns {number} */
    const run = (place, sought) => {
      const [word, wanted] = [title.words[place]?.word, phrase[sought]];
      if (word === undefined || wanted === undefined) return 0;
      return word === wanted || stem(word) === stem(wanted) ? 1 + run(place + 1, sought + 1) : 0;
    };
    const longest = Math.max(0, ...title.words.flatMap((_, place) => phrase.map((__, sought) => run(place, sought))));
    return longest > 1 ? (longest - 1) / (phrase.length - 1) : 0;
  };

  /**
   * How many words of a page's title say what kind of page it is: “Scorecard: Analyst”.
   *
   * @param {ReadText} title
   * @param {ReadText | undefined} kind
   */
  const ofKind = (title, kind) => {
    const after = kind?.text && title.text.startsWith(kind.text) ? title.text.slice(kind.text.length) : "";
    return /^\s*[:：]/.test(after) ? (kind?.words.length ?? 0) : 0;
  };

  /**
   * A stage that was asked for by its name, as in “Analyst: Work sample”, and the role that it is of.
   *
   * @param {FoundEntry} page
   * @param {boolean} isCalled Whether people call it what was asked for.
   */
  const stageOf = ({ heading, kind, ofKind: before }, isCalled) => {
    const [, whose = "", name = ""] = /^(.+?)\s*[:：]\s*(.+)$/.exec(before ? "" : heading.text) ?? [];
    const from = heading.text.length - name.length;
    const isAsked = isCalled || heading.words.every(({ start }, place) => start < from || heading.isFound[place]);
    return name && isAsked ? { name: `${kind?.text ?? ""}: ${name}`, whose } : undefined;
  };

  /** @param {ReadText} title @returns {number} How much of a title was asked for: all, about half, or little of it. */
  const share = ({ words, isFound }) => {
    const all = new Set(words.map(({ word }) => word));
    const found = new Set(words.filter((_, place) => isFound[place]).map(({ word }) => word));
    return all.size ? Math.round((found.size / all.size) * 2) / 2 : 0;
  };

  /**
   * What a text is worth for each word of the query.
   *
   * @param {ReadText} read
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

    const [own, ...others] = entries.map(([location, title, text, called, kind, said, place], number) => {
      const [heading, body] = [readText(title, asked), readText(text, asked)];
      const titles = number ? HEADING : TITLE;
      /** @param {number} word */
      const value = (word) => Math.max(titles * (heading.best[word] ?? 0), inText(body, word));
      const run = inOneRun(heading, asked);
      const worth = sum(value) + run * PHRASE;
      const [names, sort, description, above] = [called, kind, said, place].map((words) =>
        words ? readText(words, asked) : undefined,
      );
      const before = ofKind(heading, sort);
      const shown = { kind: sort, description, place: above, ofKind: before };
      return { location, heading, body, called: names, ...shown, value, run, worth };
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
    const run = Math.max(own.run, called ? inOneRun(called, asked) : 0);
    const phrase = PHRASE * Math.max(run, ...sections.map((section) => section.run * 0.6));
    const isNamed =
      /^roles\/./.test(own.location) && own.heading.isFound.some((is, place) => is && place >= own.ofKind);
    const together = Math.max(own.worth, ...sections.map(({ worth }) => worth), 0) / 4;
    const worth =
      (sum(value) + inTitle * share(own.heading) * WHOLE + phrase + together) *
      covered ** 2 *
      (forMaintainers ? MAINTAINERS : 1) *
      (isNamed ? NAMED : 1);
    const isOwn = inTitle > 0.6 || run === 1 || own.worth >= (sections[0]?.worth ?? 0);
    const isPhrase = run === 1 || sections.some((section) => section.run === 1);
    const stage = stageOf(own, called !== undefined && inOneRun(called, asked) === 1);
    const subject = own.location.split("/", 2).join("/"); // a role's pages lie in its folder, `roles/ROLE/`
    return { own, subject, sections, worth, isOwn, isPhrase, stage, forMaintainers };
  };

  /**
   * One group of the stages of one name, whatever role they are of, where the first of them stands.
   *
   * @param {Iterable<WeighedGroup>} groups
   */
  const joined = (groups) => {
    /** @type {Map<string, WeighedGroup>} */
    const alike = new Map();
    /** @type {WeighedGroup[]} */
    const found = [];
    for (const group of groups) {
      const name = group[0].stage?.name;
      const known = name === undefined ? undefined : alike.get(name);
      if (name !== undefined && !known) alike.set(name, group);
      if (known) known.push(group[0]);
      const [first, ...others] = known ? group.slice(1).filter(({ stage }) => stage?.name !== name) : group;
      if (first) found.push(known ? [first, ...others] : group);
    }
    return found;
  };

  globalThis.rankPages = (pages, asked) => {
    const ranked = pages
      .map((page) => weigh(page, asked))
      .filter((page) => page !== undefined)
      .sort((one, other) => other.worth - one.worth); // of the same worth: as the catalogue has them
    /** @type {Map<string, WeighedGroup>} */
    const groups = new Map();
    const least = (ranked[0]?.worth ?? 0) * PAGES;
    /** @param {Weighed} page @param {number} place */
    const isShown = ({ worth, forMaintainers }, place) => worth >= least || (place < FEW && !forMaintainers);
    for (const page of ranked.filter(isShown)) {
      const group = groups.get(page.subject);
      if (group) group.push(page);
      else groups.set(page.subject, [page]);
    }
    return joined(groups.values());
  };
}
