"""What a build takes: of 6, 100 and 1,000 roles, from nothing, with nothing changed, and after one role's edit."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from functools import partial
from itertools import count
from pathlib import Path

from tests.benchmarks.command import ROLEBOOK, Cost, run
from tests.benchmarks.figures import PROJECT, Figure, median
from tests.kits import synthetic

SHIPPED = 6
LARGE = 1000
MEMORY, GROWTH, EDIT, PAGE, CORES = 1024.0, 1.2, 20.0, 3.0, 1.7
"""Targets: MB; a page at 1,000 roles to one at 100; a cold build to an edit; ms a page; two processors to one."""
PAGES_ROLES = 292
"""Roles whose internal site has 2,400 pages in two languages."""
_TITLE = re.compile(
    r"^- id: team-\d+-analysis-4\n  extends: .*\n  title: \{en: '?|^  - id: .*-analyst\n    title: \{en: \"",
    re.MULTILINE,
)


def kit_of(folder: Path, roles: int) -> Path:
    """The file of a kit with so many roles: the shipped one, or a synthetic one."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "roles.yaml"
    if roles == SHIPPED:
        shutil.copy(PROJECT / "roles.yaml", path)
        shutil.copytree(PROJECT / "brand", path.parent / "brand", dirs_exist_ok=True)
        shutil.copytree(PROJECT / "content", folder / "content", dirs_exist_ok=True)
    else:
        synthetic.write(path, roles)
    return path


def edited(kit: Path, number: int) -> None:
    """Change the title of one role, in English."""
    text = kit.read_text("utf-8")
    found = list(_TITLE.finditer(text))
    place = found[len(found) // 2].end()
    kit.write_text(f"{text[:place]}{number} {text[place:]}", "utf-8")


def build(
    kit: Path, out: Path, cache: str, *, files: bool = True, language: str = "", processors: int | None = None
) -> Cost:
    """What building the internal site takes."""
    only = ["--only", "site", *(["--lang", language] if language else [])]
    command = [ROLEBOOK, "build", str(kit), "--out", str(out), *only]
    return run(command, processors=processors, ROLEBOOK_CACHE=cache, ROLEBOOK_FILES=str(files).lower())


def pages_alone(kit: Path, out: Path, language: str = "", processors: int | None = None) -> float:
    """The seconds that the pages take, from nothing."""
    return build(kit, out, "off", files=False, language=language, processors=processors).seconds


def sizes(folder: Path, every: tuple[int, ...]) -> Iterator[Figure]:
    """The figures of each size of kit."""
    for roles in every:
        yield from _Size(folder, roles).figures()


class _Size:
    """One size of kit, built again and again."""

    def __init__(self, folder: Path, roles: int) -> None:
        self._roles, self._name = roles, f"{roles:,} roles"
        self._kit = kit_of(folder / str(roles), roles)
        self._out, self._cache = folder / f"out-{roles}", folder / f"cache-{roles}"
        self._memory = 0.0
        self._numbers = count(1)

    def figures(self) -> Iterator[Figure]:
        """Cold, warm, edited; what came out, and how large it is."""
        cold, name = median(self._cold), self._name
        found = [path for path in self._out.rglob("*") if path.is_file()]
        pages = sum(path.name == "index.html" for path in found)
        files = sum(path.suffix in (".pdf", ".docx", ".xlsx") for path in found)
        yield Figure(f"{name}, cold: {pages:,} pages and {files:,} files", cold)
        yield Figure(f"{name}, cold: pages and files a second", (pages + files) / cold, "1/s")
        yield Figure(f"{name}, cold: memory of all processes", self._memory, "MB", MEMORY)
        yield Figure(f"{name}: size of the site", sum(path.stat().st_size for path in found) / 1e6, "MB")
        yield Figure(f"{name}: nothing changed", median(self._again))
        edit = median(self._edit)
        yield Figure(f"{name}: one role edited", edit)
        target = EDIT if self._roles == LARGE else None
        yield Figure(f"{name}: a cold build to one after an edit", cold / edit, "x", target, at_least=True)

    def _cold(self) -> float:
        for place in (self._cache, self._out):
            shutil.rmtree(place, ignore_errors=True)
        cost = build(self._kit, self._out, str(self._cache))
        self._memory = max(self._memory, cost.memory)
        return cost.seconds

    def _again(self) -> float:
        return build(self._kit, self._out, str(self._cache)).seconds

    def _edit(self) -> float:
        edited(self._kit, next(self._numbers))
        return self._again()


def pages(folder: Path) -> Iterator[Figure]:
    """Pages alone: what one costs, and how that grows."""
    each, out = {}, folder / "pages-out"
    for roles in (100, LARGE):
        kit = kit_of(folder / f"pages-{roles}", roles)
        seconds = median(partial(pages_alone, kit, out, "en", 1))
        each[roles] = seconds * 1000 / sum(1 for _ in out.rglob("index.html"))
        shutil.rmtree(out)
        yield Figure(f"pages alone, one processor, {roles:,} roles: a page", each[roles], "ms")
    yield Figure("pages alone: a page at 1,000 roles to one at 100", each[LARGE] / each[100], "x", GROWTH)
    seconds = median(partial(pages_alone, kit_of(folder / "pages", PAGES_ROLES), out))
    number = sum(1 for _ in out.rglob("index.html"))
    shutil.rmtree(out)
    yield Figure(f"pages alone, all processors, {number:,} pages: a page", seconds * 1000 / number, "ms", PAGE)


def processors(folder: Path) -> Iterator[Figure]:
    """Two processors against one: a whole site, and one language of it."""
    kit = kit_of(folder / "processors", 25)
    for language, name in (("", "two languages"), ("en", "one language")):
        one, two = (median(partial(_whole, kit, folder / "processors-out", language, number)) for number in (1, 2))
        yield Figure(f"25 roles with all files, {name}: one processor to two", one / two, "x", CORES, at_least=True)


def _whole(kit: Path, out: Path, language: str, number: int) -> float:
    return build(kit, out, "off", language=language, processors=number).seconds
