// The clock of an interview: how long it has run, and which part of the time plan that is.

export class Timer {
  #running;

  /** `place` holds an output, a button and a line; `plan` is a list of minutes and names; `ticked` is told each second. */
  constructor(place, plan, words, ticked) {
    Object.assign(this, { place, plan, words, ticked, seconds: 0 });
    this.button = place.querySelector("button");
    this.start = this.button.textContent;
  }

  set(seconds) {
    this.stop();
    this.seconds = seconds;
    this.#show();
  }

  toggle() {
    if (this.#running) return this.stop();
    const begun = Date.now() - this.seconds * 1000; // a tab in the background ticks late
    this.#running = setInterval(() => {
      this.seconds = Math.floor((Date.now() - begun) / 1000);
      this.#show();
      this.ticked();
    }, 1000);
    this.button.textContent = this.button.dataset.stop;
  }

  stop() {
    clearInterval(this.#running);
    this.#running = undefined;
    this.button.textContent = this.start;
  }

  #show() {
    const [minutes, seconds] = [Math.floor(this.seconds / 60), this.seconds % 60];
    this.place.querySelector("[data-timer]").textContent = `${minutes}:${String(seconds).padStart(2, "0")}`;
    let end = 0;
    const part = this.plan.find(([length]) => (end += length) * 60 > this.seconds);
    this.place.querySelector("[data-part]").textContent = part ? this.words.until.replace("{part}", part[1]).replace("{end}", end) : this.words.over;
  }
}
