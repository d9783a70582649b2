"""What was made before: kept by what it was made from, so that an edit makes only what it changes.

A key holds everything that a thing depends on: what its document says, what stands on each sheet, the words of its
language, the day that it bears, and the code, fonts and libraries that write it. The folder can be deleted at any time.
Rolebook itself deletes in it only what it has written: files of its own kind of name, in a folder that it has marked.
"""

from __future__ import annotations

import hashlib
import os
import re
import sys
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import NamedTuple

from jinja2 import BytecodeCache, FileSystemBytecodeCache
from jinja2.bccache import Bucket
from platformdirs import user_cache_path

from rolebook import fonts
from rolebook.catalogue import Format
from rolebook.documents.blocks import Document
from rolebook.documents.edition import Edition
from rolebook.moment import fixed_moment
from rolebook.project import PACKAGE

LARGEST = 256 * 1024 * 1024
"""Bytes that are kept at most beside what the last build used (editorial default): ten states of the shipped kit."""
_MADE_WITH = (
    "typst",
    "pymupdf-fonts",
    "python-docx",
    "lxml",
    "XlsxWriter",
    "babel",
    "fonttools",
    "unicodedata2",
    "jinja2",
)
_DIGEST = hashlib.sha256().digest_size
_SUFFIX = ".rolebook"
_TEMPLATES = "%s.rolebook-template"
"""How files are named that Jinja2 keeps beside, given the hash that it names them by."""
_OURS = re.compile(r"[0-9a-f]{64}\.rolebook|[0-9a-f]{40}\.rolebook-template(\w+\.tmp)?|\.\w+\.rolebook-new")
_MARKER = "CACHEDIR.TAG"
"""The file that says to backup programs that a folder is a cache (bford.info/cachedir), and to us that it is ours."""
_MARK = "Signature: 8a477f597d28d172789f06886806bc55\n# This folder is a cache of Rolebook's. It can be deleted.\n"


def folder() -> Path | None:
    """Where things are kept: the folder that `ROLEBOOK_CACHE` names, or this user's own; None where that is `off`.

    A folder that holds anything of somebody else's is left as it is: things are kept in `rolebook`, in that folder.
    """
    named = os.environ.get("ROLEBOOK_CACHE", "")
    if named == "off":
        return None
    place = Path(named) if named else user_cache_path("rolebook", appauthor=False)
    return _own(place) if named or place.is_absolute() else None  # whoever has no home has no folder of their own


@cache
def _own(place: Path) -> Path:
    """The folder itself if it is ours to use, or one in it."""
    if _is_marked(place):
        return place
    try:
        others = any(not _OURS.fullmatch(name) for name in os.listdir(place))
    except OSError:  # there is none yet
        return place
    return place / "rolebook" if others else place


def _is_marked(place: Path) -> bool:
    try:
        return (place / _MARKER).read_text("utf-8", errors="replace") == _MARK
    except OSError:
        return False


def made() -> Path | None:
    """The folder, which is there from now on, and marked as ours; None where it cannot be."""
    place = folder()
    if place is None or _is_marked(place):
        return place
    try:
        place.mkdir(parents=True, exist_ok=True)
        _write(place, _MARKER, _MARK.encode())
    except OSError:
        return None
    return place


def key(document: Document, edition: Edition, form: Format, *beside: str) -> str:
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
        str(fixed_moment() or ""),
        repr(edition.imprint),
        repr(fonts.installed()),
        document.digest,
        *beside,
    )
    return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()


class CompiledTemplates(FileSystemBytecodeCache):
    """What templates compile to, kept in a folder; where that is full or unreadable, they are compiled again."""

    def load_bytecode(self, bucket: Bucket) -> None:
        """Take a template's from the folder, if it is there."""
        with suppress(OSError):
            super().load_bytecode(bucket)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep a template's, if that is possible."""
        with suppress(OSError):
            super().dump_bytecode(bucket)


def compiled_templates() -> BytecodeCache | None:
    """Where an engine may keep what its templates compile to: a fifth of a small build. None where it may not."""
    place = made()
    return None if place is None else CompiledTemplates(str(place), _TEMPLATES)


def find(name: str) -> bytes | None:
    """What is kept under a name; None where nothing is, or where it is damaged."""
    place = folder()
    if place is None:
        return None
    path = place / f"{name}{_SUFFIX}"
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
        return (place / f"{name}{_SUFFIX}").stat().st_size - _DIGEST
    except OSError:
        return None


def keep(name: str, content: bytes) -> None:
    """Keep something under a name; where that cannot be, it is made again next time."""
    place = made()
    if place is None:
        return
    with suppress(OSError):
        _write(place, f"{name}{_SUFFIX}", hashlib.sha256(content).digest() + content)


def _write(place: Path, name: str, content: bytes) -> None:
    """Write a file that appears whole, and leave none behind where that fails."""
    descriptor, beside = tempfile.mkstemp(prefix=".", suffix=f"{_SUFFIX}-new", dir=place)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
        Path(beside).replace(place / name)
    except OSError:
        Path(beside).unlink()
        raise


class Kept(NamedTuple):
    """A file of the cache: when it was last used, in seconds since the epoch, and how many bytes it has."""

    used: float
    size: int
    path: str


def kept() -> list[Kept]:
    """Everything that Rolebook has written into its cache, and may delete; the longest unused first."""
    place = folder()
    return sorted(_written(place)) if place is not None and _is_marked(place) else []


def _written(place: Path) -> Iterator[Kept]:
    with suppress(OSError), os.scandir(place) as entries:
        for entry in entries:
            if _OURS.fullmatch(entry.name):
                with suppress(OSError):
                    if entry.is_dir(follow_symlinks=False):
                        continue
                    status = entry.stat(follow_symlinks=False)
                    yield Kept(status.st_mtime, status.st_size, entry.path)


def trim(since: float, largest: int = LARGEST) -> None:
    """Forget what was not used for longest, until what is kept is no larger than `largest` bytes.

    What was used since `since` (seconds since the epoch) stays in any case: were a kit's files larger than that, each
    build would otherwise forget what the next one asks for first.
    """
    files = kept()
    size = sum(file.size for file in files)
    for file in files:
        if size <= largest or file.used >= since:
            return
        with suppress(OSError):
            Path(file.path).unlink()
            size -= file.size


def clean() -> None:
    """Delete everything that is kept. The folder stays, for what is being built or served meanwhile.

    Raises:
        OSError: Something cannot be deleted.
    """
    for file in kept():
        Path(file.path).unlink(missing_ok=True)


def forget_code() -> None:
    """Look at the code and its templates again: they have been edited while this process runs."""
    _code.cache_clear()


@cache
def _code() -> str:
    """What writes things: this package, its templates and fonts, and the libraries that it hands them to."""
    digest = hashlib.sha256(sys.version.encode())
    for name in _MADE_WITH:
        digest.update(f"{name} {version(name)}\0".encode())
    for path in sorted(PACKAGE.rglob("*")):
        if path.suffix in (".py", ".typ", ".json", ".yaml", ".html") and path.is_file():
            digest.update(f"{path.relative_to(PACKAGE)}\0".encode())
            digest.update(path.read_bytes())
    return digest.hexdigest()
