"""Other generators build the folder that Rolebook writes for them: `make engines`.

The shipped kit is built with Material and as a folder, which ProperDocs with MaterialX, and Zensical, build: each
language, each audience. Every page then says the same as Material's, its links lead somewhere, its language and
direction are right, and the search knows the analyst. Each generator has an environment of its own.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import venv
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urldefrag

import lxml.html

PROJECT = Path(__file__).parent.parent.parent
GENERATORS = {"properdocs": "properdocs.yml", "zensical": "mkdocs.yml"}
"""By name, the settings that each reads."""
SEARCHED = {"en": "Analyst", "ar": "محلل"}
OF_THE_THEME = ("md-content__button", "headerlink", "rb-edit", "rb-trail", "rb-contents")
"""The classes of what Material shows in an article beside its words."""
DIRECTIONS = {"en": "ltr", "ar": "rtl"}


def installed(name: str) -> Path:
    """The generator's command, in an environment with the pinned versions."""
    folder = PROJECT / f".venv-{name}"
    pins = Path(__file__).with_name(f"{name}.txt")
    command, stamp = folder / "bin" / name, folder / "ready"
    if not stamp.is_file() or stamp.read_text("utf-8") != pins.read_text("utf-8"):
        venv.create(folder, with_pip=True, clear=True)
        pip = [str(folder / "bin" / "pip"), "install", "-q", "--disable-pip-version-check", "-r", str(pins)]
        subprocess.run(pip, check=True)
        stamp.write_text(pins.read_text("utf-8"), "utf-8")
    return command


def pages(site: Path) -> dict[str, lxml.html.HtmlElement]:
    """The pages of a built site, by their paths; not what is shown in place of one that is missing."""
    files = (path for path in sorted(site.rglob("*.html")) if path.name == "index.html")
    return {path.relative_to(site).as_posix(): lxml.html.document_fromstring(path.read_bytes()) for path in files}


def text(page: lxml.html.HtmlElement) -> str:
    """What an article says; links to edit it, the way back from a guide's page and its contents list are Material's."""
    found = page.xpath("//article")
    article = found[0] if found else page
    for beside in article.xpath(f".//*[{' or '.join(f'contains(@class, {name!r})' for name in OF_THE_THEME)}]"):
        beside.drop_tree()
    return " ".join("".join(article.itertext()).split())


def wrong_links(site: Path, every: dict[str, lxml.html.HtmlElement]) -> Iterator[str]:
    """The links of pages to files or anchors of the same language that are not there."""
    anchors = {path: set(page.xpath("//@id | //a/@name")) for path, page in every.items()}
    for path, page in every.items():
        for href in page.xpath("//article//a/@href"):
            target, anchor = urldefrag(unquote(str(href)))
            if ":" in target or target.startswith(("//", "/")):
                continue
            place = (site / path).parent / target if target else site / path
            file = (place / "index.html" if target.endswith(("/", ".")) else place).resolve()
            if not file.is_relative_to(site.resolve()):
                continue  # another language, or what a site has once
            if not file.is_file():
                yield f"{path}: {href}"
            elif (
                anchor
                and file.suffix == ".html"
                and anchor not in anchors.get(file.relative_to(site.resolve()).as_posix(), {anchor})
            ):
                yield f"{path}: {href} (no such place)"


def wrong(reference: Path, site: Path, tag: str) -> Iterator[str]:
    """What a generator's site does otherwise than Material's."""
    expected, found = pages(reference), pages(site)
    yield from (f"no page {path}" for path in expected if path not in found)
    for path in expected.keys() & found.keys():
        if text(expected[path]) != text(found[path]):
            yield f"{path} says something else"
        language, direction = found[path].get("lang"), found[path].xpath("string((/html/@dir | //body/@dir)[1])")
        if (language, direction) != (tag, DIRECTIONS[tag]):
            yield f"{path} has lang={language} dir={direction}"
    yield from wrong_links(site, found)
    titles = [str(entry.get("title")) for entry in _search_entries(site)]
    if not any(SEARCHED[tag] in title for title in titles):
        yield f"the search knows no “{SEARCHED[tag]}” among {len(titles)} entries"


def _search_entries(site: Path) -> list[dict[str, object]]:
    for name in ("search/search_index.json", "search.json"):
        if (site / name).is_file():
            index = json.loads((site / name).read_text("utf-8"))
            return list(index.get("docs") or index.get("items") or [])
    return []


def main() -> int:
    """Build and compare everything; returns how many sites differ."""
    failed = 0
    with tempfile.TemporaryDirectory() as folder:
        rolebook = [sys.executable, "-c", "from rolebook.cli import main; main()"]
        for engine in ("material", "folder"):
            arguments = ["build", str(PROJECT / "roles.yaml"), "--pages-only", "--out", folder, "--engine", engine]
            subprocess.run([*rolebook, *arguments], check=True, stdout=subprocess.DEVNULL)
        for name, settings in GENERATORS.items():
            command = installed(name)
            for audience in ("site", "public"):
                for tag in SEARCHED:
                    project = Path(folder) / "folder" / audience / tag
                    run = [str(command), "build", "-f", str(project / settings)]
                    subprocess.run(run, check=True, capture_output=True, cwd=project)
                    problems = list(wrong(Path(folder) / audience / tag, project / "site", tag))
                    failed += bool(problems)
                    count = len(pages(project / "site"))
                    print(f"{name} {audience}/{tag}: {count} pages, {len(problems)} differences")
                    for problem in problems[:10]:
                        print(f"  {problem}")
    return failed


if __name__ == "__main__":
    sys.exit(min(main(), 1))
