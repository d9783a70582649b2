// What the theme's search worker has: lunr, as far as folded-search.js takes it.

declare global {
  var foldArabic: (text: string) => string;
  var lunr: Lunr & Partial<Record<string, Stemming>>;
}

/** Lunr without its languages, each of which is a property named by its tag. */
interface Lunr {
  readonly Token: new (text: string, metadata: object) => Token;
  readonly Pipeline: { registerFunction(step: Step, name: string): void };
  readonly Builder: { prototype: Builder };
  readonly stemmer: Step;
}

export interface Token {
  update(change: (text: string) => string): Token;
  toString(): string;
}

type Step = (token: Token) => Token;

/** A language's own stemmer, where it has one. */
interface Stemming {
  readonly stemmer?: Step;
}

interface Builder {
  readonly pipeline: { add(step: Step): void };
  b(number: number): void;
}

/** How to search, as the theme says it when the page was opened. */
export interface SearchSetup {
  readonly config: { readonly lang: readonly string[]; readonly separator: string };
  readonly docs: readonly SearchDocument[];
}

/** What is searched, as the theme takes it: a page, or a part of one. */
export interface SearchDocument {
  readonly location: string;
  readonly title: string;
  readonly text: string;
}
