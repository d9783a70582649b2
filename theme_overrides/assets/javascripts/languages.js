// Sends the reader to the language that they like best of those there are; to the first one where none is liked.
{
  const tags = document.currentScript.dataset.languages.split(" ");
  const wanted = navigator.languages.flatMap((tag) => [tag, tag.split("-")[0]]).find((tag) => tags.includes(tag));
  location.replace(`${wanted ?? tags[0]}/`);
}
