"""The folder for other generators: every page as a file, settings that parse, nothing internal for the public."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from markupsafe import escape
from rolebook.audience import Audience
from rolebook.build.build import build
from rolebook.engine.choice import EngineName
from rolebook.kit import Kit
from rolebook.site.site import site_of

from tests.conftest import SMALL


@pytest.fixture(scope="module")
def folder(small: Kit, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Both sites of the small kit."""
    out = tmp_path_factory.mktemp("folder")
    for audience in Audience:
        build(small, SMALL, out, audience=audience, engine=EngineName.FOLDER, with_files=False)
    return out / "folder"


SITES = [("site", Audience.INTERNAL, "en"), ("site", Audience.INTERNAL, "ar"), ("public", Audience.PUBLIC, "ar")]


@pytest.mark.parametrize(("name", "audience", "tag"), SITES)
def test_every_page_is_a_file_with_its_title_above_its_html(
    folder: Path, small: Kit, name: str, audience: Audience, tag: str
) -> None:
    site = site_of(small, SMALL, audience, tag, with_files=False)
    for artefact in site.pages:
        text = (folder / name / tag / "docs" / artefact.path / "index.md").read_text("utf-8")
        _, head, body = text.split("---\n", 2)
        said = yaml.safe_load(head)
        assert said.get("title", "") in (escape(artefact.document.title), "")
        assert body.strip().startswith("<div>\n")
        assert body.strip().endswith("</div>")
        assert "\n\n" not in body.strip(), "an empty line would end the block of HTML"


@pytest.mark.parametrize(("name", "audience", "tag"), SITES)
def test_the_settings_name_the_language_and_pages_that_are_there(
    folder: Path, name: str, audience: Audience, tag: str
) -> None:
    project = folder / name / tag
    settings = yaml.safe_load((project / "mkdocs.yml").read_text("utf-8"))
    assert (settings["theme"]["language"], settings["theme"]["direction"]) == (tag, "rtl" if tag == "ar" else "ltr")
    assert "rolebook" not in [plugin for plugin in settings["plugins"] if isinstance(plugin, str)]
    named = [page for page in _named(settings["nav"]) if page.endswith(".md")]
    assert named
    assert [page for page in named if not (project / "docs" / page).is_file()] == []
    wanted = [*settings["extra_css"], *(one["path"] for one in settings["extra_javascript"])]
    assert [path for path in wanted if not (project / "docs" / path).is_file()] == []


def _named(nav: object) -> list[str]:
    if isinstance(nav, str):
        return [nav]
    parts = nav.values() if isinstance(nav, dict) else nav if isinstance(nav, list) else ()
    return [name for part in parts for name in _named(part)]


def test_nothing_internal_is_in_the_public_folder(folder: Path, small: Kit) -> None:
    secrets = [text for question in small.skills[0].questions for text in question.text.root.values()]
    internal = "".join(path.read_text("utf-8") for path in (folder / "site").rglob("*.md"))
    public = "".join(path.read_text("utf-8") for path in (folder / "public").rglob("*.md"))
    assert secrets
    assert any(secret in internal for secret in secrets)
    assert [secret for secret in secrets if secret in public] == []


def test_it_needs_neither_mkdocs_nor_material() -> None:
    code = (
        "import sys; from rolebook.engine.choice import EngineName, engine; engine(EngineName.FOLDER); "
        "sys.exit(bool({'mkdocs', 'material'} & set(sys.modules)))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
