"""What was made before: kept by what it was made from, so that an edit makes anew what it changes alone.

A key holds everything that a thing depends on: what its document says, what stands on each sheet, the words of its
language, the day that it bears, and the code, fonts and libraries that write it. The folder can be deleted at any time.
"""

from __future__ import annotations

import hashlib
import os
import sys
import tempfile
from contextlib import suppress
from functools import cache
from importlib.metadata import version
from pathlib import Path

from rolebook.catalogue import Format
from rolebook.documents.blocks import Document
from rolebook.documents.speech import Speech

LARGEST = 256 * 1024 * 1024
"""Bytes that are kept at most beside what the last build used (editorial default): ten states of the shipped kit."""
_PACKAGE = Path(__file__).parent.parent
_MADE_WITH = ("typst", "pymupdf-fonts", "python-docx", "lxml", "XlsxWriter", "babel", "fonttools", "jinja2")
_DIGEST = hashlib.sha256().digest_size


def folder() -> Path | None:
    """Where things are kept: `ROLEBOOK_CACHE`, or the user's own cache; None where that is `off`."""
    named = os.environ.get("ROLEBOOK_CACHE", "")
    if named == "off":
        return None
    if named:
        return Path(named)
    base = os.environ.get("XDG_CACHE_HOME") or os.environ.get("LOCALAPPDATA")
    with suppress(RuntimeError):  # nobody's home
        return (Path(base) if base else Path.home() / ".cache") / "rolebook"
    return None


def key(document: Document, edition: Speech, form: Format, *beside: str) -> str:
    """The name under which something made of a document is kept.

    Args:
        document: What it says.
        edition: The kit in the document's language, for its words and what stands on each sheet.
        form: How it is written.
        beside: What else it depends on.
    """
    parts = (
        _code(),
        form.value,
        edition.language.tag,
        edition.language.catalogue_hash,
        os.environ.get("SOURCE_DATE_EPOCH", ""),
        repr(edition.imprint),
        document.digest,
        *beside,
    )
    return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()


def find(name: str) -> bytes | None:
    """What is kept under a name; None where nothing is, or where it is damaged."""
    place = folder()
    if place is None:
        return None
    path = place / name
    try:
        whole = path.read_bytes()
    except OSError:
        return None
    digest, content = whole[:_DIGEST], whole[_DIGEST:]
    if hashlib.sha256(content).digest() != digest:
        return None
    with suppress(OSError):
        os.utime(path)  # it is in use: others are forgotten before it
    return content


def size(name: str) -> int | None:
    """How many bytes are kept under a name; None where nothing is."""
    place = folder()
    if place is None:
        return None
    try:
        return (place / name).stat().st_size - _DIGEST
    except OSError:
        return None


def keep(name: str, content: bytes) -> None:
    """Keep something under a name; where that cannot be, it is made anew next time."""
    place = folder()
    if place is None:
        return
    with suppress(OSError):
        place.mkdir(parents=True, exist_ok=True)
        descriptor, beside = tempfile.mkstemp(dir=place)
        try:
            with os.fdopen(descriptor, "wb") as file:
                file.write(hashlib.sha256(content).digest())
                file.write(content)
            Path(beside).replace(place / name)
        except OSError:
            Path(beside).unlink(missing_ok=True)


def trim(since: float, largest: int = LARGEST) -> None:
    """Forget what was not used for longest, until what is kept is no larger than `largest` bytes.

    What was used since `since` (seconds since the epoch) stays in any case: were a kit's files larger than that, each
    build would otherwise forget what the next one asks for first.
    """
    place = folder()
    if place is None:
        return
    files = []
    with suppress(OSError), os.scandir(place) as entries:
        for entry in entries:
            with suppress(OSError):
                status = entry.stat()
                files.append((status.st_mtime, status.st_size, entry.path))
    size = sum(one for _, one, _ in files)
    for used, one, path in sorted(files):
        if size <= largest or used >= since:
            return
        with suppress(OSError):
            Path(path).unlink()
            size -= one


def forget_code() -> None:
    """Look at the code and its templates anew: they have been edited while this process runs."""
    _code.cache_clear()


@cache
def _code() -> str:
    """What writes things: this package, its templates and fonts, and the libraries that it hands them to."""
    digest = hashlib.sha256(sys.version.encode())
    for name in _MADE_WITH:
        digest.update(f"{name} {version(name)}\0".encode())
    for path in sorted(_PACKAGE.rglob("*")):
        if path.suffix in (".py", ".typ", ".json", ".yaml", ".html") and path.is_file():
            digest.update(f"{path.relative_to(_PACKAGE)}\0".encode())
            digest.update(path.read_bytes())
    return digest.hexdigest()
