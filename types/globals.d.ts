// The names that scripts which are no modules set for all pages.

declare global {
  /** The spellings of each word folded into one: see fold.js. */
  var foldWords: (text: string) => string;

  /** The theme's own names, which scope.js sets: how what a reader has chosen is kept. */
  var __md_scope: URL;
  var __md_hash: (text: string) => number;
  var __md_get: {
    (key: "__palette", storage?: Storage, folder?: URL): Palette | null;
    (key: "__sources", storage?: Storage, folder?: URL): boolean | null;
  };
  var __md_set: (key: string, value: unknown, storage?: Storage, folder?: URL) => void;

  /** The theme's own: tells of each page that it puts in place. Another theme has none. */
  var document$: { subscribe(told: () => void): void } | undefined;

  /** The theme's own: tells what each part of the page is given, such as the search's list the answer to a query. */
  var component$: { subscribe(told: (given: { ref: Element; query?: string }) => void): void } | undefined;
}

/** The colours that a reader has chosen, as the theme keeps them. */
interface Palette {
  color?: Record<"media" | "scheme" | "primary" | "accent", string>;
}

export {};
