// Something that is done a moment after it was last asked for, so that it is not done at every key.

export class Postponed {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;

  /**
   * @param {() => void} act
   * @param {number} pause Milliseconds.
   */
  constructor(act, pause) {
    this.act = act;
    this.pause = pause;
  }

  /** Whether it is still to be done. */
  get isDue() {
    return this.#timer !== undefined;
  }

  /** Asks for it, once more or for the first time. */
  ask() {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.flush(), this.pause);
  }

  /** Does it at once, if it is still to be done. */
  flush() {
    if (!this.isDue) return;
    this.drop();
    this.act();
  }

  /** Does without it. */
  drop() {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }
}
