"""Files that were made before: kept by what they were made from, so that an edit makes anew what it changes alone.

A key holds everything that a file depends on: what its document says, what stands on each sheet, the words of its
language, the day that it bears, and the code, fonts and libraries that write it. The folder can be deleted at any time.
"""

from __future__ import annotations

import hashlib
import os
import sys
import tempfile
from collections.abc import Callable
from contextlib import suppress
from functools import cache
from importlib.metadata import version
from pathlib import Path

from generator.catalogue import Format
from generator.documents.blocks import Document
from generator.documents.speech import Speech

LARGEST = 256 * 1024 * 1024
"""Bytes that are kept at most: some ten states of the shipped kit, or one of 500 roles (editorial default)."""
_PACKAGE = Path(__file__).parent.parent
_MADE_WITH = ("typst", "pymupdf-fonts", "python-docx", "lxml", "XlsxWriter", "babel", "fonttools")
_DIGEST = hashlib.sha256().digest_size


def folder() -> Path | None:
    """Where files are kept: `ROLEBOOK_CACHE`, or the user's own cache; None where that is `off`."""
    named = os.environ.get("ROLEBOOK_CACHE", "")
    if named == "off":
        return None
    if named:
        return Path(named)
    base = os.environ.get("XDG_CACHE_HOME") or os.environ.get("LOCALAPPDATA")
    with suppress(RuntimeError):  # nobody's home
        return (Path(base) if base else Path.home() / ".cache") / "rolebook"
    return None


def kept(document: Document, edition: Speech, form: Format, make: Callable[[], bytes]) -> bytes:
    """The file that a document becomes: from the cache if it is there, else made and kept."""
    path = _path(document, edition, form)
    if path is None:
        return make()
    content = _read(path)
    if content is None:
        content = make()
        _write(path, content)
    return content


def found(document: Document, edition: Speech, form: Format) -> bytes | None:
    """The file that a document becomes, if it is in the cache."""
    path = _path(document, edition, form)
    return _read(path) if path is not None else None


def _path(document: Document, edition: Speech, form: Format) -> Path | None:
    place = folder()
    return place / f"{_key(document, edition, form)}.{form}" if place is not None else None


def _key(document: Document, edition: Speech, form: Format) -> str:
    parts = (
        _code(),
        form.value,
        edition.language.tag,
        edition.language.catalogue_hash,
        os.environ.get("SOURCE_DATE_EPOCH", ""),
        repr(edition.imprint),
        repr(document),
    )
    return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()


@cache
def _code() -> str:
    """What writes files: this package, its templates and fonts, and the libraries that it hands them to."""
    digest = hashlib.sha256(sys.version.encode())
    for name in _MADE_WITH:
        digest.update(f"{name} {version(name)}\0".encode())
    for path in sorted(_PACKAGE.rglob("*")):
        if path.suffix in (".py", ".typ", ".json", ".yaml", ".html") and path.is_file():
            digest.update(f"{path.relative_to(_PACKAGE)}\0".encode())
            digest.update(path.read_bytes())
    return digest.hexdigest()


def _read(path: Path) -> bytes | None:
    """What is kept there; None where nothing is, or where it is damaged."""
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


def _write(path: Path, content: bytes) -> None:
    """Keep a file; where that cannot be, it is made anew next time."""
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        descriptor, beside = tempfile.mkstemp(dir=path.parent)
        try:
            with os.fdopen(descriptor, "wb") as file:
                file.write(hashlib.sha256(content).digest() + content)
            Path(beside).replace(path)
        except OSError:
            Path(beside).unlink(missing_ok=True)


def trim(largest: int = LARGEST) -> None:
    """Forget what was not used for longest, until what is kept is no larger than `largest` bytes."""
    place = folder()
    if place is None:
        return
    files = []
    for path in place.glob("*"):
        with suppress(OSError):
            status = path.stat()
            files.append((status.st_mtime, status.st_size, path))
    size = sum(one for _, one, _ in files)
    for _, one, path in sorted(files):
        if size <= largest:
            return
        with suppress(OSError):
            path.unlink()
            size -= one
