// What the search's worker has: the theme's stemmers (lunr), and what its own scripts share.

declare global {
  var foldWords: (text: string) => string;
  var rankPages: (pages: FoundPage[], asked: Asked) => SearchHit[][];
  var lunr: Lunr & Partial<Record<string, Stemming>>;

  /** How to search, as the theme says it when the page was opened. */
  interface SearchSetup {
    readonly config: { readonly lang: readonly string[]; readonly separator: string };
    readonly docs: readonly unknown[];
  }

  /** A page or a section of one: its texts are escaped, and `called` is what people call such pages beside their title. */
  type Entry = [location: string, title: string, text: string, called?: string];

  /** A page that has some of a query's words: its own entry, then those of its sections. */
  interface FoundPage {
    readonly entries: readonly Entry[];
    /** Whether it is about keeping the kit. */
    readonly forMaintainers: boolean;
  }

  /** A query: its words (folded, each once, with what each counts), and the same as they were typed, one after the other. */
  interface Asked {
    readonly words: readonly { readonly word: string; readonly stem: string; readonly weight: number }[];
    readonly phrase: readonly string[];
    readonly separator: string;
    readonly fold: (text: string) => string;
    readonly stem: (word: string) => string;
  }

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
