// Leads from an old address to the new one, to the same place in the page; the page itself can only lead to its top.
{
  const canonical = document.querySelector('link[rel="canonical"]');
  if (canonical instanceof HTMLLinkElement) location.replace(canonical.href + location.search + location.hash);
}
