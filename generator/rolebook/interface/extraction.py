"""From the code to the catalogues: `make messages` finds the interface's words and brings each catalogue up to date.

Every message says in a comment where it stands and, where the English leaves that open, what it means
(`locale/translators.yaml`). It needs a clone: the theme's templates are looked through, too.
"""

from __future__ import annotations

import ast
import io
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import IO, Any

import yaml
from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import write_po

from rolebook.interface import catalogue, template
from rolebook.interface.catalogue import Catalogue
from rolebook.interface.template import ENDINGS, MAINTAINERS, READERS

_PACKAGE = Path(__file__).parent.parent
_ROOT = _PACKAGE.parent.parent
_LOCALE = _PACKAGE / "locale"
_METHODS = [
    ("kit/kit.py", "rolebook.documents.library.reference:extract"),
    ("rules/table.py", "rolebook.documents.library.rules:extract"),
    ("**.py", "rolebook.interface.extraction:python"),
    ("**.html", "jinja2"),
]
"""How messages are found in a file: Babel's extraction methods, the first that fits."""
_KEYWORDS = {"_": None, "gettext": None, "_gettext": None, "ngettext": (1, 2), "plural_forms": (1, 2)}
_HEADER = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-8\\n"\n\n'


def templates() -> dict[str, Catalog]:
    """Return every message in the code and the templates, by domain. What readers see stands in no other.

    Raises:
        LookupError: A file with messages has no place in `locale/translators.yaml`, or a word there is no message.
    """
    known = yaml.safe_load((_LOCALE / "translators.yaml").read_text("utf-8"))
    places, meanings = known["places"], dict(known["words"])
    found = {READERS: Catalog(fuzzy=False), MAINTAINERS: Catalog(fuzzy=False)}
    for file, message in _messages():
        if file not in places:
            raise LookupError(f"{file} holds messages, and locale/translators.yaml does not say what it is.")
        domain = found[MAINTAINERS if file in known["maintainers"] else READERS]
        domain.add(message, auto_comments=[places[file]])
    for message in [entry for entry in found[READERS] if entry.id]:
        found[MAINTAINERS].delete(message.id)
    for domain in found.values():
        for message in domain:
            meaning = meanings.pop(message.id, None) if isinstance(message.id, str) and message.id else None
            message.auto_comments = [*([meaning] if meaning else []), *sorted(set(message.auto_comments))]
    if meanings:
        raise LookupError(f"locale/translators.yaml explains what no message says: {', '.join(meanings)}.")
    return found


def _messages() -> Iterator[tuple[str, Any]]:
    """Yield each message with the file that it stands in, as `translators.yaml` names it."""
    for folder in (_PACKAGE, _ROOT / "theme_overrides"):
        for file, _, message, _, _ in extract_from_dir(folder, _METHODS, keywords=_KEYWORDS):
            yield (folder / file).relative_to(_PACKAGE if folder == _PACKAGE else _ROOT).as_posix(), message


def python(
    file: IO[bytes], keywords: Any, comment_tags: Any, options: Any
) -> Iterator[tuple[int, str, list[Any], list[str]]]:
    """Yield the calls of a Python file, for Babel: its own method passes over formatted strings.

    Yields:
        Line, function, arguments, comments: what Babel asks of an extraction method.
    """
    for node in ast.walk(ast.parse(file.read())):
        if isinstance(node, ast.Call):
            name = getattr(node.func, "attr", getattr(node.func, "id", ""))
            if name in keywords:
                literals = (argument.value if isinstance(argument, ast.Constant) else None for argument in node.args)
                yield node.lineno, name, [literal if isinstance(literal, str) else None for literal in literals], []


def as_template(domain: Catalog) -> str:
    """Write the messages to translate as a PO template, in the order of the messages."""
    beside = io.BytesIO()
    write_po(beside, domain, width=120, no_location=True, omit_header=True, sort_output=True)
    return _HEADER + beside.getvalue().decode("utf-8")


def main() -> None:
    """Write the templates, and bring the catalogues that Rolebook ships up to date."""
    for domain, found in templates().items():
        (_LOCALE / f"{domain}.pot").write_text(as_template(found), "utf-8")
    for tag in sorted({path.name.partition(".")[0] for path in _LOCALE.glob("*.po")}):
        paths = {domain: _LOCALE / f"{tag}{ending}" for domain, ending in ENDINGS.items()}
        known = {domain: catalogue.read(path, tag) for domain, path in paths.items() if path.is_file()}
        for domain, path in paths.items():
            path.write_text(template.written(tag, domain, _of(domain, known)), "utf-8")


def _of(domain: str, known: Mapping[str, Catalogue]) -> Catalogue:
    """Collect what is known of a domain's messages, even if they belonged to the other one; others are dropped."""
    wanted = {"", *template.messages(domain)}
    mine, *others = sorted(known, key=lambda other: other != domain)
    entries = (entry for name in (mine, *others) for entry in known[name].entries)
    first = {entry.message: entry for entry in reversed(tuple(entries)) if entry.parts and entry.message in wanted}
    return replace(known[mine], entries=tuple(first.values()))


if __name__ == "__main__":
    main()
