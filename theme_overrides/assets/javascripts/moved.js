/** Leads from an old address to the new one, to the same place in the page; the page itself can only lead to its top. */
const { href } = document.querySelector('link[rel="canonical"]');
location.replace(href + location.search + location.hash);
