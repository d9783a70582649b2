"""What the tests share: kits, what is built of them, and where."""

from __future__ import annotations

import copy
import fcntl
import os
import signal
import tempfile
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml
from rolebook import fonts
from rolebook.audience import Audience
from rolebook.build import build as builds
from rolebook.build import language as languages
from rolebook.build.build import FOLDERS, build
from rolebook.build.cache import CompiledTemplates
from rolebook.catalogue import Format, localized_artefacts
from rolebook.documents.blocks import Document
from rolebook.documents.internal_edition import InternalEdition
from rolebook.kit import Kit
from rolebook.language import Language
from rolebook.moment import today
from rolebook.source import declarations, load
from rolebook.source.cached import load_cached
from rolebook.source.nodes import Entry, Node
from rolebook.source.profiles import with_shipped

from tests.order import dealt
from tests.processor_time import ProcessorTime

os.environ["SOURCE_DATE_EPOCH"] = "1795478400"  # 24 November 2026: the first kit's postings are open on that day
os.environ["ROLEBOOK_CACHE"] = "off"  # what is tested is made, not remembered
FONT_PACKAGES = fonts.installed()
"""Rolebook's extras with fonts, which the lock has. A test that prints Japanese asks for them (`font_packages`)."""
_patches = pytest.MonkeyPatch()  # for as long as the tests run
_patches.setattr(fonts, "installed", tuple)
PROJECT = Path(__file__).parent.parent
FIRST = Path(__file__).parent / "kits" / "first" / "roles.yaml"
"""The kit that Rolebook shipped first, as it was: every later version checks and builds it."""
SMALL = Path(__file__).parent / "kits" / "small" / "roles.yaml"


class _ThisProcess:
    """In place of a pool of processes: a task is done when it is handed in."""

    def submit(self, task: Callable[..., Any], *given: Any) -> Future[Any]:
        future: Future[Any] = Future()
        try:
            future.set_result(task(*given))
        except Exception as error:
            future.set_exception(error)
        return future


@contextmanager
def in_this_process(_: int, begin: Callable[..., None], *given: Any, fork_further: bool) -> Iterator[_ThisProcess]:
    begin(*given)
    yield _ThisProcess()


# The workers of the tests keep all processors busy. A build that a test calls begins no further processes, each of
# which would read everything anew once Typst has run. Tests of a build's processes start the command.
_patches.setattr(builds, "processes", in_this_process)
_patches.setattr(builds, "processors", lambda: 1)


def pytest_configure(config: pytest.Config) -> None:
    """Let Ctrl-C reach what tests start: a shell that runs them in the background has it ignored, by children, too.

    And keep what templates compile to for as long as the tests run: Jinja2 compares it with the template's text. And
    measure what the tests take.
    """
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)
    folder = tempfile.TemporaryDirectory(prefix="rolebook-tests-")
    config.add_cleanup(folder.cleanup)
    config.pluginmanager.register(ProcessorTime())
    _patches.setattr(languages, "compiled_templates", lambda: CompiledTemplates(folder.name))


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="Rewrite the golden files.")


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers(config: pytest.Config) -> int:
    """As many workers as there are cores, and four on fewer: browsers and servers keep tests waiting."""
    return max(4, os.cpu_count() or 1)


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put the tests into the order in which several workers are done soonest."""
    if workers := int(os.environ.get("PYTEST_XDIST_WORKER_COUNT", "0")):
        items[:] = dealt(items, workers)


def read(path: Path) -> Kit:
    """The kit of a file that has no errors; nobody changes it, so it is read once."""
    loaded = load_cached(path)
    assert loaded.kit is not None, loaded.problems
    return loaded.kit


def kit_of(data: dict[str, Any]) -> Kit:
    """The kit of plain data that has no errors."""
    known, _ = declarations.collect(_tree(data))
    return with_shipped(Kit.model_validate(data, context=replace(known, today=today())))


def _tree(data: Any) -> Node:
    """What a file with this data is read into, but for its lines and columns."""
    if isinstance(data, dict):
        return Node(1, 1, {key: Entry(1, 1, _tree(value)) for key, value in data.items()})
    return Node(1, 1, [_tree(item) for item in data] if isinstance(data, list | tuple) else data)


@pytest.fixture(scope="session")
def first() -> Kit:
    return read(FIRST)


@pytest.fixture(scope="session")
def small() -> Kit:
    return read(SMALL)


@pytest.fixture(scope="session", params=["en", "ar"])
def edition(request: pytest.FixtureRequest, first: Kit) -> InternalEdition:
    """The first kit, in each of its languages."""
    return InternalEdition(first, Language(request.param))


@pytest.fixture
def small_data() -> dict[str, Any]:
    """The small kit as plain data, to change at will."""
    loaded = load(SMALL)
    assert loaded.root is not None
    return copy.deepcopy(loaded.root.data())


@pytest.fixture
def written(tmp_path: Path) -> Callable[[dict[str, Any] | str | bytes], Path]:
    """Writes a kit into a folder of its own, and says where."""

    def write(content: dict[str, Any] | str | bytes) -> Path:
        path = tmp_path / "roles.yaml"
        if isinstance(content, dict):
            content = yaml.dump(content, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False, width=10_000)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    return write


def documents(edition: InternalEdition) -> Iterator[Document]:
    """Every document of an edition."""
    for artefact in localized_artefacts(edition.kit, edition):
        if artefact.row.format is Format.PAGE:
            yield artefact.document


@pytest.fixture
def font_packages(monkeypatch: pytest.MonkeyPatch) -> None:
    """Lets the packages of fonts be there."""
    monkeypatch.setattr(fonts, "installed", lambda: FONT_PACKAGES)


def in_languages(data: dict[str, Any], tags: Sequence[str]) -> dict[str, Any]:
    """A kit's data in other languages: what it says in Arabic for each of Arabic's tags, in English for all others."""

    def said(part: Any) -> Any:
        if isinstance(part, dict) and set(part) == {"en", "ar"}:
            return {tag: part["ar" if tag.startswith("ar") else "en"] for tag in tags}
        if isinstance(part, dict):
            return {key: said(one) for key, one in part.items()}
        return [said(one) for one in part] if isinstance(part, list) else part

    return {**said(data), "kit": {**said(data["kit"]), "languages": list(tags)}}


@pytest.fixture
def pages_only(monkeypatch: pytest.MonkeyPatch) -> None:
    """Leaves PDF, Word and Excel out of what a test builds: most of a build's time."""
    monkeypatch.setenv("ROLEBOOK_FILES", "false")


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory, first: Kit) -> Path:
    """The first kit's site, built once for all workers."""
    return _built_once(tmp_path_factory, first, FIRST, Audience.INTERNAL)


@pytest.fixture(scope="session")
def public_site(tmp_path_factory: pytest.TempPathFactory, first: Kit) -> Path:
    """The first kit's public site, built once for all workers."""
    return _built_once(tmp_path_factory, first, FIRST, Audience.PUBLIC)


@pytest.fixture(scope="session")
def small_pages(tmp_path_factory: pytest.TempPathFactory, small: Kit) -> Path:
    """The small kit's site, its pages alone, built once for all workers; nothing lies beside it."""
    return _built_once(tmp_path_factory, small, SMALL, Audience.INTERNAL, with_files=False)


def _built_once(
    factory: pytest.TempPathFactory, kit: Kit, path: Path, audience: Audience, *, with_files: bool = True
) -> Path:
    base = factory.getbasetemp()
    out = (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / path.parent.name
    with out.with_name(f"{out.name}-{audience}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)  # a worker that comes second finds it built
        if not (out / FOLDERS[audience]).exists():
            build(kit, path, out, audience=audience, with_files=with_files)
    return out / FOLDERS[audience]
