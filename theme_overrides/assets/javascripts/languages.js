// Sends the reader to the language that they like best of those there are, if need be as another region writes it; to the
// first one where none is liked.
{
  const tags = (document.currentScript?.dataset.languages ?? "").split(" ");
  /** @param {string} tag */
  const language = (tag) => tag.split("-", 1).join().toLowerCase();
  /** @param {string} liked */
  const closest = (liked) =>
    tags.find((tag) => tag.toLowerCase() === liked.toLowerCase()) ??
    tags.find((tag) => tag === language(liked)) ??
    tags.find((tag) => language(tag) === language(liked));
  location.replace(`${navigator.languages.map(closest).find(Boolean) ?? tags[0]}/`);
}
