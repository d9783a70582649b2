// <rb-closing>: what can be done until a day. A page is built while a posting is open, and may be read later: then it says
// that applications are closed. Without scripts, the page says so after the next build.

/**
 * Whether the last day of something is over: by UTC, as for the build and in the structured data.
 *
 * @param {Element} element
 */
export const isOver = (element) => Date.now() > Date.parse(`${element.getAttribute("data-until")}T23:59:59Z`);

class Closing extends HTMLElement {
  connectedCallback() {
    if (!isOver(this)) return;
    this.remove();
    const notice = this.querySelector(".rb-callout");
    if (!(notice instanceof HTMLElement)) return; // the page says it already
    document.querySelector("h1")?.after(notice); // what is read first
    notice.hidden = false;
    const robots = document.createElement("meta");
    Object.assign(robots, { name: "robots", content: "noindex" });
    document.head.append(robots);
  }
}

if (!customElements.get("rb-closing")) customElements.define("rb-closing", Closing);
