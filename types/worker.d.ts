// What the search's worker has: the theme's stemmers (lunr), and what its own scripts share.

declare global {
  var foldWords: (text: string) => string;
  var readText: (html: string, asked: Asked) => ReadText;
  var rankPages: (pages: FoundPage[], asked: Asked) => WeighedGroup[];
  var showPages: (groups: WeighedGroup[]) => SearchHit[][];
  var lunr: Lunr & Partial<Record<string, Stemming>>;

  /** How to search, as the theme says it when the page was opened. */
  interface SearchSetup {
    readonly config: { readonly lang: readonly string[]; readonly separator: string };
    readonly docs: readonly unknown[];
  }

  /**
   * A page or a section of one: its texts are escaped; `called` is what people call such pages beside their title, `kind`
   * what kind of page it is, `said` what the page is there for, where its text begins with something else, and `place`
   * where it stands.
   */
  type Entry = [
    location: string,
    title: string,
    text: string,
    called?: string,
    kind?: string,
    said?: string,
    place?: string,
  ];

  /** A page that has some of a query's words: its own entry, then those of its sections. */
  interface FoundPage {
    readonly entries: readonly Entry[];
    /** Whether it is about keeping the kit. */
    readonly forMaintainers: boolean;
  }

  /** A query: its words (folded, each once, with what each counts), and the same as they were typed, one after the other. */
  interface Asked {
    readonly words: readonly {
      readonly word: string;
      readonly stem: string;
      readonly weight: number;
      readonly alone?: boolean | undefined;
    }[];
    readonly phrase: readonly string[];
    readonly separator: string;
    readonly fold: (text: string) => string;
    readonly stem: (word: string) => string;
  }

  /** A text without markup, a line for each part; its words, and how well each of the query's is among them. */
  interface ReadText {
    readonly text: string;
    readonly words: readonly { readonly start: number; readonly stop: number; readonly word: string }[];
    /** For each word of the query, how well it is there, and how often. */
    readonly best: readonly number[];
    readonly often: readonly number[];
    /** For each of the text's words, whether it is one of the query. */
    readonly isFound: readonly boolean[];
  }

  /** A page or a section of one, read for a query. */
  interface FoundEntry {
    readonly location: string;
    readonly heading: ReadText;
    readonly body: ReadText;
    readonly kind: ReadText | undefined;
    /** What the page is there for, in a sentence; nothing for a section. */
    readonly description: ReadText | undefined;
    /** Where the page stands, by the names of what is above it. */
    readonly place: ReadText | undefined;
    /** How many words of its title say what kind of page it is. */
    readonly ofKind: number;
    readonly worth: number;
  }

  /** A page that was found, with its sections that answer, best first; and whether it answers itself, rather than they. */
  interface Weighed {
    readonly own: FoundEntry;
    /** What it is about, as the folder of its pages: those of a role have one. */
    readonly subject: string;
    readonly sections: readonly FoundEntry[];
    readonly worth: number;
    readonly isOwn: boolean;
    /** Whether a title or a heading of it has the whole query, side by side: single words in its texts say little then. */
    readonly isPhrase: boolean;
    /** What several roles have under one name, such as a stage, where it is what was asked for; and whose it is. */
    readonly stage: { readonly name: string; readonly whose: string } | undefined;
    readonly forMaintainers: boolean;
  }

  /** The pages of one subject that were found, best first. */
  type WeighedGroup = [Weighed, ...Weighed[]];

  /** What is shown of a page or a section, as the theme's list takes it: titles and texts are HTML. */
  interface SearchHit {
    readonly location: string;
    readonly title: string;
    readonly text: string;
    readonly score: number;
    readonly terms: Record<string, boolean>;
  }
}

/** Lunr without its languages, each of which is a property named by its tag. */
interface Lunr {
  readonly Token: new (text: string, metadata: object) => Token;
  readonly stemmer: Step;
}

interface Token {
  toString(): string;
}

type Step = (token: Token) => Token;

/** A language's own stemmer, where it has one. */
interface Stemming {
  readonly stemmer?: Step;
}

export {};
