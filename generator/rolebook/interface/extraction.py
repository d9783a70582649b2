"""From the code to the catalogues: `make messages` finds the interface's words and brings each catalogue up to date.

Every message says in a comment where it stands and, where the English leaves that open, what it means
(`locale/translators.yaml`). It needs a clone: the theme's templates are looked through, too.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml
from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

_PACKAGE = Path(__file__).parent.parent
_ROOT = _PACKAGE.parent.parent
_LOCALE = _PACKAGE / "locale"
_METHODS = [
    ("kit/kit.py", "rolebook.documents.reference:extract"),
    ("rules/__init__.py", "rolebook.report.page:extract"),
    ("**.py", "python"),
    ("**.html", "jinja2"),
]
"""How messages are found in a file: Babel's extraction methods, the first that fits."""
_KEYWORDS = {"say": None, "_say": None, "count": (1, 2)}
_HEADER = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-8\\n"\n\n'
READERS, MAINTAINERS = "messages", "reference"
_ENDINGS = {READERS: ".po", MAINTAINERS: ".reference.po"}


def templates() -> dict[str, Catalog]:
    """Every message in the code and the templates, by domain. What readers see stands in no other.

    Raises:
        LookupError: A file with messages has no place in `locale/translators.yaml`, or a word there is no message.
    """
    known = yaml.safe_load((_LOCALE / "translators.yaml").read_text("utf-8"))
    places, meanings = known["places"], dict(known["words"])
    found = {READERS: Catalog(fuzzy=False), MAINTAINERS: Catalog(fuzzy=False)}
    for file, message in _messages():
        if file not in places:
            raise LookupError(f"{file} holds messages, and locale/translators.yaml does not say what it is.")
        domain = MAINTAINERS if file in known["maintainers"] else READERS
        found[domain].add(message, auto_comments=[places[file]])
    for message in [one for one in found[READERS] if one.id]:
        found[MAINTAINERS].delete(message.id)
    for catalogue in found.values():
        for message in catalogue:
            meaning = meanings.pop(message.id, None) if isinstance(message.id, str) and message.id else None
            message.auto_comments = [*([meaning] if meaning else []), *sorted(set(message.auto_comments))]
    if meanings:
        raise LookupError(f"locale/translators.yaml explains what no message says: {', '.join(meanings)}.")
    return found


def _messages() -> Iterator[tuple[str, Any]]:
    """Each message with the file that it stands in, as `translators.yaml` names it."""
    for folder in (_PACKAGE, _ROOT / "theme_overrides"):
        for file, _, message, _, _ in extract_from_dir(folder, _METHODS, keywords=_KEYWORDS):
            yield (folder / file).relative_to(_PACKAGE if folder == _PACKAGE else _ROOT).as_posix(), message


def written(catalogue: Catalog, *, header: bool) -> str:
    """A catalogue as a file, in the order of its messages."""
    beside = io.BytesIO()
    write_po(
        beside, catalogue, width=120, no_location=True, omit_header=not header, sort_output=True, ignore_obsolete=True
    )
    return ("" if header else _HEADER) + beside.getvalue().decode("utf-8")


def main() -> None:
    """Write the templates, and bring the catalogues that Rolebook ships up to date."""
    for domain, template in templates().items():
        (_LOCALE / f"{domain}.pot").write_text(written(template, header=False), "utf-8")
        for path in sorted(_LOCALE.glob(f"*{_ENDINGS[domain]}")):
            if path.name.count(".") != _ENDINGS[domain].count("."):
                continue
            with path.open("rb") as file:
                catalogue = read_po(file)
            catalogue.update(template, no_fuzzy_matching=True, update_creation_date=False)
            path.write_text(written(catalogue, header=True), "utf-8")


if __name__ == "__main__":
    main()
