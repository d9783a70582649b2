"""A page that was rendered before is used again only while everything that it has from its surroundings is the same."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from rolebook.audience import Audience
from rolebook.engine.material.engine import MaterialEngine
from rolebook.kit import Kit
from rolebook.preview.preview import fingerprint
from rolebook.site.site import site_of

from tests.conftest import PROJECT, SMALL


@pytest.fixture
def kit(tmp_path: Path) -> Path:
    """The small kit, with settings and templates of its own, which are Rolebook's."""
    shutil.copy(SMALL, tmp_path / "roles.yaml")
    shutil.copy(PROJECT / "mkdocs.yml", tmp_path)
    shutil.copytree(PROJECT / "theme_overrides", tmp_path / "theme_overrides")
    (tmp_path / "content" / "en").mkdir(parents=True)
    return tmp_path / "roles.yaml"


def change_a_template(folder: Path) -> None:
    """A comment appears on no page."""
    with (folder / "theme_overrides" / "main.html").open("a", encoding="utf-8") as file:
        file.write("{# edited #}")


def change_the_settings(folder: Path) -> None:
    with (folder / "mkdocs.yml").open("a", encoding="utf-8") as file:
        file.write("# edited\n")


def add_a_page(folder: Path) -> None:
    (folder / "content" / "en" / "team.md").write_text("# Team\n", "utf-8")


@pytest.mark.slow
@pytest.mark.parametrize("change", [change_a_template, change_the_settings, add_a_page])
def test_an_edit_around_the_kit_renders_its_pages_anew(
    kit: Path, small: Kit, tmp_path: Path, change: Callable[[Path], None]
) -> None:
    keys = []
    for number, edit in enumerate((None, None, change)):
        if edit is not None:
            edit(kit.parent)
        site = site_of(small, kit, Audience.INTERNAL, "en", with_files=False)
        prepared = MaterialEngine().prepare(site, tmp_path / "out" / str(number))
        assert prepared.renderer is not None, prepared.warnings
        keys.append(prepared.renderer.key)
    assert keys[0] == keys[1] is not None
    assert keys[1] != keys[2]


@pytest.mark.parametrize("change", [change_a_template, change_the_settings, add_a_page])
def test_a_preview_begins_anew_after_an_edit_around_the_kit(kit: Path, change: Callable[[Path], None]) -> None:
    engine = MaterialEngine()
    before = fingerprint(kit, engine)
    assert fingerprint(kit, engine) == before
    change(kit.parent)
    assert fingerprint(kit, engine) != before
