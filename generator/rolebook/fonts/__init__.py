"""The fonts that paper is set in, and which characters they have. They come from packages and the kit, never from the
system, so that the same kit gives the same bytes everywhere.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable, Iterable, Sequence
from functools import cache, lru_cache
from importlib.metadata import PackageNotFoundError, version
from itertools import groupby
from multiprocessing.util import Finalize
from pathlib import Path
from typing import Final, Protocol

import pymupdf_fonts
import typst

from rolebook import tags
from rolebook.fonts import files
from rolebook.fonts.characters import clusters, is_ignorable, is_letter, is_space, name, script
from rolebook.fonts.files import FontFile

__all__ = ["Choice", "FontFile", "FontSet", "for_language", "name"]

_SHIPPED: Final = ("figo", "figbo", "figit", "symbol1", "symbol2", "math")
_FAMILIES: Final = ("FiraGO", "Noto Sans Symbols", "Noto Sans Symbols2", "Noto Sans Math")
"""What Rolebook always has: text first, then what has further signs."""
EXTRAS: Final = {"scripts": "manimgx-fonts", "cjk": "manimgx-fonts-cjk"}
"""Rolebook's extras that bring fonts, and the package of each: once that is installed, its fonts are used."""
_CJK: Final = {"Jpan": "JP", "Kore": "KR", "Hans": "SC", "Hant": "TC"}
"""How a family's name ends that draws Chinese characters as they are drawn in a script."""
_SCRIPTS_OF: Final = {
    "cjk": frozenset({"Hani", "Hira", "Kana", "Hang", "Bopo"}),
    "scripts": frozenset(
        [
            "Armn",
            "Beng",
            "Ethi",
            "Gujr",
            "Guru",
            "Knda",
            "Khmr",
            "Laoo",
            "Mlym",
            "Mymr",
            "Orya",
            "Sinh",
            "Taml",
            "Telu",
        ],
    ),
}
"""The scripts that an extra brings and Rolebook does not have without it (ISO 15924, a character's own)."""
_NEVER: Final = frozenset("\0\ufeff\ufffe")
"""What PDF allows in no text, whatever font has it."""
_MOST: Final = 0.9
"""The share of a language's own letters that fonts need to have for documents to be set in it (editorial default)."""

Describe = Callable[[Sequence[str], int], str]
"""Says in a document's language what stands for so many letters of scripts (ISO 15924) that no font has."""


class Choice(Protocol):
    """Fonts that a kit names."""

    @property
    def languages(self) -> tuple[str, ...]:
        """Which languages (`ja`) or scripts (`Jpan`) they are for; none means all."""

    @property
    def fonts(self) -> tuple[FontFile, ...]:
        """Their files."""


class FontSet:
    """The fonts of printed documents in one language, by preference.

    Args:
        book: Every font there is, as Typst has read them.
        families: The names of the families, the first that has a character draws it.
    """

    def __init__(self, book: typst.Fonts, families: Sequence[str]) -> None:
        self.book, self.families = book, tuple(families)
        self._faces: dict[str, list[tuple[str, int]]] = {family: [] for family in families}
        for face in book.fonts():
            if face.family in self._faces and face.path is not None:
                self._faces[face.family].append((face.path, face.index))

    @cache  # noqa: B019 - there are a handful of sets, kept as long as the process lives
    def _characters(self, family: str) -> frozenset[str]:
        """Return the characters that every font of a family has: a text is bold in one place and not in another."""
        each = (files.characters(Path(path), number) for path, number in self._faces[family])
        return frozenset.intersection(*each) - _NEVER

    def missing(self, text: str) -> tuple[str, ...]:
        """Return the characters of a text that cannot be drawn, each once, in order.

        Those that only steer how others look (joiners, variation selectors, spaces) do not count.
        """
        lacking = (character for character, drawn in self._looked_at(text) if not drawn)
        return tuple(
            dict.fromkeys(character for character in lacking if not is_ignorable(character) and not is_space(character))
        )

    def printable(self, text: str, describe: Describe) -> str:
        """Return a text in which all can be drawn: what cannot is described in brackets, in its place.

        Letters are counted, by their script; a sign is called by its name.
        """
        parts = self._looked_at(text)
        if not parts:
            return text
        return "".join(
            "".join(character for character, _ in group)
            if drawn
            else _described("".join(character for character, _ in group), describe)
            for drawn, group in groupby(parts, lambda part: part[1])
        )

    def can_set(self, letters: str) -> bool:
        """Tell whether it has most of the letters that a language cannot do without."""
        return len(self.missing(letters)) <= (1 - _MOST) * len(letters)

    def _looked_at(self, text: str) -> Sequence[tuple[str, bool]]:
        """Return the parts of a text with whether they can be drawn; nothing if all of it can, as nearly always."""
        used = set(text) - {"\t", "\n"}
        if text.isascii() or any(used <= self._characters(family) for family in self.families):
            return ()
        return [part for cluster in clusters(text) for part in self._cluster(cluster)]

    def _cluster(self, cluster: str) -> Iterable[tuple[str, bool]]:
        """Return a cluster whole, where one family has all of it; else what the first family that has its base has."""
        if cluster in ("\t", "\n"):
            return [(cluster, True)]
        has = [self._characters(family) for family in self.families if cluster[0] in self._characters(family)]
        if any(all(character in characters for character in cluster) for characters in has):
            return [(cluster, True)]
        return [(character, bool(has) and character in has[0]) for character in cluster]


def _described(lacking: str, describe: Describe) -> str:
    """Return what is printed for characters that no font has."""
    said = ""
    for letters, group in groupby(lacking, is_letter):
        run = "".join(group)
        scripts = dict.fromkeys(map(script, run))
        scripts.pop("Zinh", None)
        if letters and scripts:
            said += describe(tuple(scripts), len(run))
        else:
            said += "".join(
                " " if is_space(character) else "" if is_ignorable(character) else f"[{name(character)}]"
                for character in run
            )
    return said


def for_language(tag: str, own: tuple[Choice, ...] = ()) -> FontSet:
    """Return the fonts of documents in a language: those that the kit names, Rolebook's, and installed packages.

    Args:
        tag: The language.
        own: What the kit names (`kit.fonts`).
    """
    return _for_language(tag, own, installed())


@lru_cache(maxsize=32)
def _for_language(tag: str, own: tuple[Choice, ...], packages: tuple[str, ...]) -> FontSet:
    chosen = [choice for choice in own if _is_for(choice, tag)]
    others = [choice for choice in own if choice not in chosen]
    further = tuple(file for package in packages for file in files.of_package(package.partition(" ")[0]))
    book = _book(tuple(dict.fromkeys(file for choice in own for file in choice.fonts)), further)
    families = (
        *_families(book, (file for choice in chosen for file in choice.fonts)),
        *_FAMILIES,
        *_families(book, (file for choice in others for file in choice.fonts)),
        *(family for family in _families(book, further) if _draws_as_in(family, tag)),
    )
    return FontSet(book, tuple(dict.fromkeys(families)))


def package_for(letters: str) -> str:
    """Return the package that has fonts for letters, as `manimgx-fonts-cjk` for Chinese; or an empty string."""
    needed = set(map(script, letters))
    return next((EXTRAS[extra] for extra, has in _SCRIPTS_OF.items() if needed & has), "")


@cache
def installed() -> tuple[str, ...]:
    """Return the packages of fonts that are installed, with their versions: what is printed depends on them."""
    found = []
    for package in EXTRAS.values():
        try:
            found.append(f"{package} {version(package)}")
        except PackageNotFoundError:
            continue
    return tuple(found)


def _is_for(choice: Choice, tag: str) -> bool:
    named = choice.languages
    return (
        not named
        or tags.script(tag) in named
        or any(tag == language or tag.startswith(f"{language}-") for language in named)
    )


def _draws_as_in(family: str, tag: str) -> bool:
    """Tell whether a family draws as a language does; those for Chinese characters come once for each way to draw."""
    return " CJK " not in family or family.endswith(f" {_CJK.get(tags.script(tag), 'SC')}")


def _families(book: typst.Fonts, wanted: Iterable[FontFile]) -> tuple[str, ...]:
    """Return the families in files, as Typst calls them, in the files' order."""
    order = {}
    for number, file in enumerate(wanted):
        order[str(file.path.resolve())] = order[_name(file)] = number
    places = [(face, str(face.path)) for face in book.fonts()]
    found = [(order.get(path, order.get(Path(path).name)), face.index, face.family) for face, path in places]
    return tuple(family for _, _, family in sorted(ranked for ranked in found if ranked[0] is not None))


@lru_cache(maxsize=8)
def _book(own: tuple[FontFile, ...], packages: tuple[FontFile, ...]) -> typst.Fonts:
    """Return every available font, read by Typst."""
    places = [_shipped(), *dict.fromkeys(file.path.parent for file in packages)]
    if own:
        places.append(folder := _folder())
        for file in own:
            _lay(file, folder / _name(file))
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[*map(str, places)])


def _name(file: FontFile) -> str:
    return f"{file.digest}{file.path.suffix.lower()}"


def _lay(file: FontFile, place: Path) -> None:
    """Put a font's file into a folder: by a link where that is possible, for they are large."""
    if place.exists():
        return
    try:
        place.symlink_to(file.path)
    except (OSError, NotImplementedError):
        shutil.copyfile(file.path, place)


@cache
def _shipped() -> Path:
    """Return a folder with the fonts that Rolebook always has: they come as bytes, and Typst reads files.

    Raises:
        OSError: The temporary folder cannot be written.
    """
    try:
        folder = _folder()
        for family in _SHIPPED:
            (folder / f"{family}.ttf").write_bytes(pymupdf_fonts.myfont(family))
    except OSError as error:
        said = f"The temporary folder cannot be written ({error.strerror}); TMPDIR names another one"
        raise OSError(error.errno, said) from None
    return folder


def _folder() -> Path:
    """Return a folder that exists as long as this process, forked or not.

    `atexit` is not asked when a forked process ends; and what is forked from this one leaves the folder alone.
    """
    folder = tempfile.mkdtemp(prefix="rolebook-fonts-")
    Finalize(None, shutil.rmtree, (folder, True), exitpriority=0)
    return Path(folder)
