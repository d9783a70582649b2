"""The folder for other generators: every page and file of the catalogue is in it, and nothing that it must not say."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import lxml.html
import pytest
import yaml
from rolebook.audience import Audience
from rolebook.build.build import BuildError, build
from rolebook.catalogue import Format, artefacts, pages
from rolebook.engine.choice import EngineName
from rolebook.kit import Kit
from rolebook.site.hand_written import front_matter
from rolebook.site.site import site_of

from tests.conftest import FIRST, SMALL, read
from tests.documents.hostile import attacked
from tests.site.test_wall import leaks

SIDES = {Audience.INTERNAL: "site", Audience.PUBLIC: "public"}
Written = Callable[[dict[str, Any]], Path]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory, first: Kit) -> Path:
    """The first kit's folder, without PDF, Word and Excel."""
    out = tmp_path_factory.mktemp("folder")
    for audience in Audience:
        build(first, FIRST, out, audience=audience, engine=EngineName.FOLDER, with_files=False)
    return out / "folder"


def article(content: str) -> str:
    """The words of a page, each line feed and tab among them."""
    return "".join(map(str, lxml.html.fromstring(f"<div>{content}</div>").itertext())).strip()


@pytest.mark.slow
@pytest.mark.parametrize("tag", ["en", "ar"])
@pytest.mark.parametrize("audience", Audience)
def test_every_page_is_there_with_its_words_and_what_a_generator_cannot_read_out_of_it(
    folder: Path, first: Kit, audience: Audience, tag: str
) -> None:
    site = site_of(first, FIRST, audience, tag, with_files=False)
    docs = folder / SIDES[audience] / tag / "docs"
    for artefact in site.pages:
        page = site.page(artefact, {})
        said, body = front_matter((docs / artefact.path / "index.md").read_text("utf-8"))
        assert article(body) == article(page.content), artefact.path
        assert article(said["description"]) == page.document.description
        assert said.get("indexed", False) == page.head.indexed
        assert said.get("structured_data", "") == page.head.structured_data
        [other] = said["alternates"]
        assert (docs / artefact.path / other["href"]).resolve() == (
            docs / ".." / other["language"] / artefact.path
        ).resolve()
        anchors = set(re.findall(r' id="([^"]+)"', body))
        for entry in said.get("contents", ()):
            assert {link["url"][1:] for link in (entry, *entry["children"])} <= anchors


@pytest.mark.parametrize("audience", Audience)
def test_each_page_is_one_block_to_every_dialect_of_markdown(folder: Path, audience: Audience) -> None:
    """A block of HTML ends at an empty line; a line of three backticks would be a fence inside of it."""
    for page in pages(read(FIRST), audience):
        for tag in ("en", "ar"):
            text = (folder / SIDES[audience] / tag / "docs" / page.path / "index.md").read_text("utf-8")
            _, body = front_matter(text)
            assert all(line.startswith("<") for line in body.strip().split("\n")), page.path


def test_the_settings_are_in_the_language_of_the_site(folder: Path) -> None:
    for tag, direction, home in (("en", "ltr", "Home"), ("ar", "rtl", "الرئيسية")):
        project = folder / "site" / tag
        settings = yaml.safe_load((project / "mkdocs.yml").read_text("utf-8"))
        assert (settings["theme"]["language"], settings["theme"]["direction"]) == (tag, direction)
        assert settings["nav"][0] == {home: "index.md"}
        assert [*settings["plugins"][0]] == ["search"]
        assert len(settings["plugins"]) == 1  # what our plugin does for MkDocs has been done
        listed = [settings["nav"]]
        for entry in listed:
            if isinstance(entry, str):
                assert (project / "docs" / entry).is_file()
            else:
                listed.extend(entry.values() if isinstance(entry, dict) else entry)
        for asset in (*settings["extra_css"], *(script["path"] for script in settings["extra_javascript"])):
            assert (project / "docs" / asset).is_file()
        own = yaml.safe_load((project / "properdocs.yml").read_text("utf-8"))
        assert (own["INHERIT"], own["theme"]["name"]) == ("mkdocs.yml", "materialx")


def test_the_search_takes_an_arabic_noun_with_or_without_its_article(folder: Path) -> None:
    settings = yaml.safe_load((folder / "site" / "ar" / "mkdocs.yml").read_text("utf-8"))
    separator = settings["plugins"][0]["search"]["separator"]
    for text in ("المحلل", "محلل", "للمحلل", "والمحلل", "قال المحلل"):
        assert re.split(separator, text)[-1] == "محلل"
    assert re.split(separator, "الى") == ["الى"]  # not enough is left


@pytest.mark.slow
def test_titles_are_escaped_and_numbers_stay_text(written: Written, tmp_path: Path) -> None:
    path = written(attacked())
    build(read(path), path, tmp_path, engine=EngineName.FOLDER, with_files=False)
    for page in tmp_path.rglob("docs/**/index.md"):
        said, _ = front_matter(page.read_text("utf-8"))
        assert not {"<", ">", '"'} & set(f"{said.get('title', '')}{said.get('description', '')}"), page
    settings = yaml.safe_load((tmp_path / "folder" / "site" / "en" / "mkdocs.yml").read_text("utf-8"))
    assert "<" not in settings["site_name"]


@pytest.mark.slow
def test_a_title_that_yaml_might_take_for_something_else_is_quoted(small_data: dict[str, Any], tmp_path: Path) -> None:
    small_data["roles"][0]["title"] = {"en": "Baker", "ar": "A number"}
    text = yaml.dump(small_data, allow_unicode=True, sort_keys=False, width=10_000).replace("A number", '"1e3"')
    path = tmp_path / "roles.yaml"
    path.write_text(text, "utf-8")
    build(read(path), path, tmp_path, engine=EngineName.FOLDER, with_files=False)
    [role] = (tmp_path / "folder" / "site" / "ar" / "docs" / "roles" / small_data["roles"][0]["id"]).glob("index.md")
    assert '\n"title": "1e3"\n' in role.read_text("utf-8")


def test_hand_written_pages_go_along_and_none_hides_a_generated_one(
    small_data: dict[str, Any], written: Written, tmp_path: Path
) -> None:
    path = written(small_data)
    own = path.parent / "content" / "en"
    own.mkdir(parents=True)
    (own / "faq.md").write_text("---\ntitle: A & B\n---\n\n# Questions\n", "utf-8")
    (own / ".hidden.md").write_text("# Nobody reads this\n", "utf-8")
    build(read(path), path, tmp_path, engine=EngineName.FOLDER, with_files=False)
    docs = tmp_path / "folder" / "site" / "en" / "docs"
    said, body = front_matter((docs / "faq.md").read_text("utf-8"))
    assert (said["title"], body) == ("A &amp; B", "# Questions\n")
    assert said["alternates"][0]["href"] == "../../ar/"  # there is none in Arabic: its home
    assert not (docs / ".hidden.md").exists()
    (own / "roles.md").write_text("# Mine\n", "utf-8")
    with pytest.raises(BuildError, match=r"roles\.md stands where a generated page belongs"):
        build(read(path), path, tmp_path, engine=EngineName.FOLDER, with_files=False)
    assert (docs / "faq.md").is_file()  # the last good folder


@pytest.mark.slow
def test_a_guide_in_another_language_says_so(small_data: dict[str, Any], written: Written, tmp_path: Path) -> None:
    text = re.sub(r"\bar:", "de:", yaml.dump(small_data, allow_unicode=True)).replace("- ar\n", "- de\n")
    data = yaml.safe_load(text)
    path = written(data)
    build(read(path), path, tmp_path, engine=EngineName.FOLDER, language="de", with_files=False)
    said, _ = front_matter((tmp_path / "folder" / "site" / "de" / "docs" / "guide" / "edit.md").read_text("utf-8"))
    assert (said["language"], said["direction"]) == ("en", "ltr")


@pytest.mark.slow
def test_settings_of_a_kit_of_its_own_are_kept(
    small_data: dict[str, Any], written: Written, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = written(small_data)
    (path.parent / "mkdocs.yml").write_text(
        "site_name: x\nsite_url: !ENV [ROLEBOOK_TEST_URL, '']\ncopyright: Ours\ntheme: material\n"
        "plugins: [rolebook, glightbox]\nmarkdown_extensions:\n  - pymdownx.emoji:\n"
        "      emoji_index: !!python/name:material.extensions.emoji.twemoji\n",
        "utf-8",
    )
    monkeypatch.setenv("ROLEBOOK_TEST_URL", "https://kit.example.com")
    build(read(path), path, tmp_path, engine=EngineName.FOLDER, language="en", with_files=False)
    text = (tmp_path / "folder" / "site" / "en" / "mkdocs.yml").read_text("utf-8")
    assert "!!python/name:material.extensions.emoji.twemoji" in text
    settings = yaml.safe_load(text.replace("!!python/name:", ""))
    assert (settings["copyright"], settings["site_url"]) == ("Ours", "https://kit.example.com/en/")
    assert settings["plugins"][1:] == [{"glightbox": None}]
    (path.parent / "mkdocs.yml").write_text("INHERIT: other.yml\n", "utf-8")
    with pytest.raises(BuildError, match="inherits from another file"):
        build(read(path), path, tmp_path, engine=EngineName.FOLDER, language="en", with_files=False)


def test_nothing_internal_is_in_the_public_folder(folder: Path, first: Kit) -> None:
    assert leaks(folder / "public", first) == {}


@pytest.mark.slow
def test_files_old_addresses_and_what_a_site_has_once_go_along(
    small_data: dict[str, Any], written: Written, tmp_path: Path
) -> None:
    small_data["roles"][0]["formerly"] = ["old-name"]
    path = written(small_data)
    kit = read(path)
    build(kit, path, tmp_path, engine=EngineName.FOLDER, language="en")
    docs = tmp_path / "folder" / "site" / "en" / "docs"
    files = [artefact for artefact in artefacts(kit, Audience.INTERNAL) if artefact.row.format is not Format.PAGE]
    assert files
    assert all((docs / artefact.path).is_file() for artefact in files)
    assert f"../{small_data['roles'][0]['id']}/" in (docs / "roles" / "old-name" / "index.html").read_text("utf-8")
    assert (tmp_path / "folder" / "site" / "index.html").is_file()


@pytest.mark.slow
def test_the_command_builds_it_and_says_what_to_run_next(tmp_path: Path) -> None:
    command = [sys.executable, "-c", "from rolebook.cli import main; main()", "build", str(SMALL)]
    command += ["--engine", "folder", "--only", "site", "--lang", "ar", "--out", str(tmp_path), "--pages-only"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    project = tmp_path / "folder" / "site" / "ar"
    assert f"properdocs build -f {project / 'properdocs.yml'}" in done.stdout
    assert f"zensical build -f {project / 'mkdocs.yml'}" in done.stdout
    assert [path.name for path in (tmp_path / "folder").iterdir() if path.is_dir()] == ["site"]
    assert not (tmp_path / "folder" / "site" / "en").exists()


@pytest.mark.slow
def test_neither_mkdocs_nor_material_is_needed(tmp_path: Path) -> None:
    script = f"""
import sys
sys.modules["mkdocs"] = sys.modules["material"] = None
from pathlib import Path
from rolebook.build.build import build
from rolebook.engine.choice import EngineName
from rolebook.source import load
kit = Path({str(SMALL)!r})
build(load(kit).kit, kit, Path({str(tmp_path)!r}), engine=EngineName.FOLDER, with_files=False)
"""
    subprocess.run([sys.executable, "-c", script], check=True)
    assert (tmp_path / "folder" / "site" / "en" / "docs" / "index.md").is_file()
