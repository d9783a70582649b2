/** Loads a page of the preview again when the site has changed; the page's version is this script's query. */
const version = new URL(import.meta.url).search.slice(1);
const PAUSE = 500; // milliseconds until a server that does not answer is asked again
const PATIENCE = 50_000; // milliseconds until a connection is given up that something between may have closed

/** @type {AbortController | undefined} */
let visible;

/** Asks for the version until there is another one. @param {AbortSignal} hidden */
async function ask(hidden) {
  while (!hidden.aborted) {
    const request = new AbortController();
    const stop = () => request.abort();
    const timer = setTimeout(stop, PATIENCE);
    hidden.addEventListener("abort", stop);
    try {
      const answer = await fetch(`/livereload?${version}`, { cache: "no-store", signal: request.signal });
      const present = answer.ok ? await answer.text() : "";
      if (present && present !== version) return location.reload();
    } catch {
      // the server has ended; another one may be started
    } finally {
      clearTimeout(timer);
      hidden.removeEventListener("abort", stop);
    }
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
  }
}

/** Only visible pages ask: a browser opens few connections to one server. */
function askWhileVisible() {
  visible?.abort();
  if (document.visibilityState === "visible") {
    visible = new AbortController();
    ask(visible.signal);
  }
}

document.addEventListener("visibilitychange", askWhileVisible);
askWhileVisible();
