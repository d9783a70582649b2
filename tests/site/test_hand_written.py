"""Pages written by hand: they hide no generated one, and what is wrong with one is said plainly."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import lxml.html
import pytest
from click.testing import CliRunner, Result
from rolebook.audience import Audience
from rolebook.cli import main
from rolebook.site.hand_written import HandWritten

from tests.conftest import SMALL

pytestmark = pytest.mark.usefixtures("pages_only")
Write = Callable[[dict[str, str | bytes]], Path]


@pytest.fixture
def kit(tmp_path: Path) -> Write:
    """Writes files beside the small kit; says where the kit is."""

    def write(files: dict[str, str | bytes]) -> Path:
        (tmp_path / "roles.yaml").write_bytes(SMALL.read_bytes())
        for name, content in files.items():
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return tmp_path / "roles.yaml"

    return write


def built(path: Path, *options: str) -> Result:
    result = CliRunner().invoke(main, ["build", str(path), *options])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


@pytest.mark.parametrize(
    "name",
    [
        "content/en/index.md",
        "content/public/ar/jobs/baker.md",
        *(
            pytest.param(name, marks=pytest.mark.slow)
            for name in (
                "content/en/README.md",
                "content/en/roles/baker.md",
                "content/en/roles/baker/README.md",
                "content/ar/roles/baker/index.html",
                "content/en/roles/baker/job-description/../index.md",
                "content/public/en/index.html",
            )
        ),
    ],
)
def test_one_cannot_hide_a_generated_page(kit: Write, name: str) -> None:
    path = kit({name: "# Mine"})
    hidden_site = "public" if "public" in name else "site"
    result = built(path, "--only", hidden_site)
    assert result.exit_code == 1
    hiding = (path.parent / name).resolve()
    assert f"{hiding} stands where a generated page belongs. Move or rename it." in result.output
    assert not (path.parent / hidden_site).exists()


@pytest.mark.slow
def test_all_that_hide_something_are_named_at_once(kit: Write) -> None:
    result = built(kit({"content/en/README.md": "# Mine", "content/en/roles/baker.md": "# Mine"}), "--only", "site")
    assert result.output.count("stands where a generated page belongs") == 2


LIVE = "<img src=x onerror=alert(1)>"


@pytest.mark.slow
def test_titles_of_pages_are_text_in_the_menu_of_every_page(kit: Write) -> None:
    path = kit(
        {
            "content/en/team/index.md": f"# Team {LIVE} & more",
            "content/en/team/other.md": f'---\ntitle: "Other {LIVE}"\n---\nx',
            "content/en/notes.md": f"# Notes {LIVE}",
            "content/public/en/about.md": f'---\ntitle: "About {LIVE}"\n---\nx',
        }
    )
    assert built(path, "--lang", "en").exit_code == 0
    for page in ("site/en/index.html", "site/en/roles/baker/index.html", "site/en/team/other/index.html",
                 "public/en/index.html"):  # fmt: skip
        tree = lxml.html.parse(str(path.parent / page)).getroot()
        menus = tree.xpath("//nav | //title | //header")
        assert menus, page
        assert not [image for menu in menus for image in menu.xpath(".//img[@onerror]")], page
        text = " ".join(menu.text_content() for menu in menus)
        assert LIVE in text, page
        assert "&amp;" not in text, page


@pytest.mark.slow
def test_words_of_a_catalogue_are_text_in_the_menu_of_both_sites(kit: Write) -> None:
    header = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'
    words = "".join(
        f'msgid "{word}"\nmsgstr "{word} {LIVE}"\n\n' for word in ("Roles", "Home", "Overview", "Open positions")
    )
    path = kit({"locale/en.po": header + words})
    assert built(path, "--lang", "en").exit_code == 0
    for page in ("site/en/index.html", "site/en/roles/index.html", "public/en/index.html"):
        tree = lxml.html.parse(str(path.parent / page)).getroot()
        assert not tree.xpath("//img[@onerror]"), page
        assert LIVE in tree.text_content(), page


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        (
            "content/en/a.md",
            b"# One\n\nTwo \xff",
            "a.md:3: This page is not UTF-8 text. Save it as UTF-8 in your editor.",
        ),
        ("content/en/a.md", "---\ntemplate: nope.html\n---\n# One", "There is no template “nope.html”."),
        ("content/en/a.md", "# One\n\n[two](two.md)", "two.md"),
        ("content/en/a.md", "---\nhide: 5\n---\n# One", "a.md:1: “hide” at the head of this page has to be a list"),
        ("content/en/a.md", "---\ntemplate: [a]\n---\n# One", "“template” at the head of this page has to be the name"),
        ("content/en/a.md", "---\nsearch: 5\n---\n# One", "“search” at the head of this page has to be a mapping"),
        ("content/en/a\udcff.md", "# One", "The name of this file is not UTF-8. Rename it."),
    ],
    ids=["not text", "template", "link", "hide", "a list of templates", "search", "name"],
)
def test_what_is_wrong_with_one_is_said(kit: Write, name: str, content: str | bytes, said: str) -> None:
    result = built(kit({name: content}), "--only", "site", "--lang", "en")
    assert result.exit_code == 1
    assert said in result.output
    assert "None" not in result.output


def test_a_page_that_markdown_would_read_for_minutes_is_refused(tmp_path: Path) -> None:
    """20,000 brackets in a row, none of which is closed, kept a build busy for more than a minute."""
    folder = tmp_path / "content" / "en"
    folder.mkdir(parents=True)
    (folder / "links.md").write_text("# Links\n\n" + "[one](index.md) \\[ two\n" * 5_000, "utf-8")
    (folder / "lists.md").write_text("- [ ] to do\n\n[ open\n\n" * 5_000, "utf-8")
    by_hand = HandWritten(tmp_path, Audience.INTERNAL, "en")
    assert by_hand.problems() == []
    (folder / "odd.md").write_text("# Odd\n\n" + "[" * 20_000, "utf-8")
    (problem,) = by_hand.problems()
    assert problem.startswith(f"{folder / 'odd.md'}:3: ")
    assert "Close them" in problem


@pytest.mark.parametrize(
    ("page", "line"),
    [
        ("[" * 200, None),
        ("[" * 201, 1),
        ("]" + "[" * 200, None),
        ("[" * 150 + "\n" + "[" * 60, 2),
        ("[" * 150 + "\n\n" + "[" * 60, None),
        ("[" * 150 + "\n  \n" + "[" * 200, None),
    ],
    ids=["200", "201", "one closed before", "in a paragraph", "in two", "a new paragraph begins at none"],
)
def test_brackets_are_counted_in_each_paragraph(tmp_path: Path, page: str, line: int | None) -> None:
    folder = tmp_path / "content" / "en"
    folder.mkdir(parents=True)
    (folder / "page.md").write_text(page, "utf-8")
    said = HandWritten(tmp_path, Audience.INTERNAL, "en").problems()
    assert [problem.partition(": ")[0] for problem in said] == (
        [] if line is None else [f"{folder / 'page.md'}:{line}"]
    )


def test_one_may_link_to_the_old_address_of_a_renamed_role(kit: Write) -> None:
    path = kit({"content/en/notes.md": "# Notes\n\n[the baker](roles/bread-maker/index.md)"})
    renamed = path.read_text("utf-8").replace("  - id: baker\n", "  - id: baker\n    formerly: [bread-maker]\n")
    path.write_text(renamed, "utf-8")
    result = built(path, "--only", "site", "--lang", "en")
    assert result.exit_code == 0, result.output
    assert 'href="../roles/bread-maker/"' in (path.parent / "site" / "en" / "notes" / "index.html").read_text("utf-8")


@pytest.mark.parametrize("name", ["content/en/pipe.md", "content/en/pipe.txt", "content/en/gone.md"])
def test_a_pipe_or_a_link_that_leads_nowhere_is_named_and_never_waited_for(kit: Write, name: str) -> None:
    path = kit({"content/en/notes.md": "# Notes"})
    if "pipe" in name:
        os.mkfifo(path.parent / name)
    else:
        (path.parent / name).symlink_to("nowhere")
    result = built(path, "--only", "site", "--lang", "en")
    assert result.exit_code == 1
    assert f"{name}: This is no file but a pipe, a device or a link" in result.output


@pytest.mark.slow
def test_a_kit_without_a_guide_shows_rolebooks(kit: Write) -> None:
    """In the site's language, or in English, which then says so; a guide of the kit's own takes its place."""
    path = kit({})
    assert built(path, "--only", "site").exit_code == 0
    for tag, words in (("en", "Maintaining the kit"), ("ar", "إدارة الحقيبة")):
        text = (path.parent / "site" / tag / "guide" / "index.html").read_text("utf-8")
        assert "roles.yaml" in text, tag
        assert words in text or tag == "ar"
    path = kit({"content/en/guide/index.md": "# Our own guide"})
    assert built(path, "--only", "site", "--lang", "en").exit_code == 0
    site = path.parent / "site" / "en"
    assert "Our own guide" in (site / "guide" / "index.html").read_text("utf-8")
    assert not (site / "guide" / "publish").exists()
    assert (site / "guide" / "reference" / "index.html").is_file()


@pytest.mark.slow
def test_the_guide_says_that_it_is_english_where_the_site_is_in_another_language(kit: Write) -> None:
    path = kit({})
    draft = path.read_text("utf-8").replace("languages: [en, ar]", "languages: [en, ar, {tag: he, draft: true}]")
    path.write_text(draft, "utf-8")
    assert built(path, "--only", "site").exit_code == 0
    for tag, marked in (("he", True), ("en", False), ("ar", False)):
        tree = lxml.html.parse(str(path.parent / "site" / tag / "guide" / "index.html")).getroot()
        assert bool(tree.xpath("//article/div[@lang='en' and @dir='ltr']")) is marked, tag


def test_a_page_that_the_disk_does_not_give_is_named_with_the_reason(
    kit: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = kit({"content/en/about.md": "# About\n"})
    read_text = Path.read_text

    def fails(place: Path, *arguments: Any, **named: Any) -> str:
        if place.name == "about.md":
            raise PermissionError(errno.EACCES, "Permission denied", str(place))
        return read_text(place, *arguments, **named)

    monkeypatch.setattr(Path, "read_text", fails)
    result = built(path, "--only", "site", "--lang", "en")
    assert result.exit_code == 1
    assert "about.md: This page cannot be read: Permission denied." in result.output
