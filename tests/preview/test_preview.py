"""A preview makes what somebody asks for and nothing else, and lets its engine run again only when it has to.

With an engine of a few lines: what MkDocs does in a preview, `test_serve` shows.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from rolebook.audience import Audience
from rolebook.preview.preview import Preview
from rolebook.problem import Problem
from rolebook.source import load

from tests.conftest import SMALL
from tests.plain_engine import PlainEngine

TEXT = SMALL.read_text("utf-8")
BAKES = "Bakes what the shop sells."


@pytest.fixture
def kit(tmp_path: Path) -> Path:
    path = tmp_path / "roles.yaml"
    path.write_text(TEXT, "utf-8")
    return path


@pytest.fixture
def engine() -> PlainEngine:
    return PlainEngine()


@pytest.fixture
def preview(kit: Path, engine: PlainEngine, tmp_path: Path) -> Preview:
    shown = Preview(kit, Audience.INTERNAL, engine, tmp_path, print)
    update(shown, kit)
    return shown


def update(preview: Preview, kit: Path) -> None:
    read = load(kit).kit
    assert read is not None
    preview.update(read)


def page(preview: Preview, path: str = "en/roles/baker/") -> str:
    assert preview.ensure(path)
    return (preview.folder / path / "index.html").read_text("utf-8")


def test_what_nobody_asks_for_is_not_made(preview: Preview, engine: PlainEngine) -> None:
    assert engine.prepared == 0
    assert BAKES in page(preview)
    assert engine.prepared == 1
    made = [path.relative_to(preview.folder).as_posix() for path in preview.folder.rglob("*") if path.is_file()]
    assert made == ["en/roles/baker/index.html"]


@pytest.mark.parametrize("path", ["en/roles/nobody/", "fr/", "en/../../roles.yaml", "roles.yaml", "en/roles/baker/x"])
def test_what_the_site_does_not_have_is_not_there(preview: Preview, path: str) -> None:
    assert not preview.ensure(path)


@pytest.mark.parametrize(
    ("path", "file"),
    [
        ("", "index.html"),
        ("en/roles/baker", "en/roles/baker/index.html"),
        ("en/roles/baker/job-description.pdf", "en/roles/baker/job-description.pdf"),
        ("schemas/scorecard.schema.json", "schemas/scorecard.schema.json"),
        ("en/search.txt", "en/search.txt"),
    ],
)
def test_what_the_site_has_is_there_once_asked_for(preview: Preview, path: str, file: str) -> None:
    preview.ensure(path)
    assert (preview.folder / file).stat().st_size > 0


def test_an_edited_text_is_shown_without_the_engine(preview: Preview, kit: Path, engine: PlainEngine) -> None:
    page(preview)
    kit.write_text(TEXT.replace(BAKES, "Bakes in two ovens."), "utf-8")
    update(preview, kit)
    assert "Bakes in two ovens." in page(preview)
    assert BAKES not in page(preview)
    assert engine.prepared == 1


def save_page(kit: Path) -> None:
    (kit.parent / "content" / "en").mkdir(parents=True)
    (kit.parent / "content" / "en" / "team.md").write_text("# Our team\n", "utf-8")


def save_catalogue(kit: Path) -> None:
    (kit.parent / "locale").mkdir()
    header = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n\n'
    (kit.parent / "locale" / "en.po").write_text(f'{header}msgid "Roles"\nmsgstr "Jobs of ours"\n', "utf-8")


def rename_the_kit(kit: Path) -> None:
    kit.write_text(TEXT.replace("Bakery Hiring Kit", "Hiring at the bakery"), "utf-8")


@pytest.mark.slow
@pytest.mark.parametrize("save", [save_page, save_catalogue, rename_the_kit])
def test_what_all_pages_show_lets_the_engine_run_again(
    preview: Preview, kit: Path, engine: PlainEngine, save: Callable[[Path], None]
) -> None:
    page(preview)
    save(kit)
    update(preview, kit)
    page(preview)
    assert engine.prepared == 2


@pytest.mark.slow
def test_words_of_the_interface_that_are_saved_are_on_the_page(preview: Preview, kit: Path) -> None:
    assert "Jobs of ours" not in page(preview, "en/")
    save_catalogue(kit)
    update(preview, kit)
    assert "Jobs of ours" in page(preview, "en/")


def test_while_the_kit_has_problems_the_last_good_pages_stay(preview: Preview, kit: Path) -> None:
    problem = Problem("roles.yaml", 3, 1, "missing", "Something is missing.")
    preview.set_problems([problem])
    assert preview.problems == [problem]
    assert BAKES in page(preview)
    update(preview, kit)
    assert preview.problems == []
