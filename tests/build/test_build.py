"""The built site, as files: complete, linked, in its languages, and the same each time."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any

import lxml.html
import pytest
from rolebook.audience import Audience
from rolebook.build.build import BuildError, build
from rolebook.build.language import BuildResult, Job, build_language
from rolebook.build.staging import ForeignFolderError
from rolebook.catalogue import pages
from rolebook.engine.choice import EngineName
from rolebook.kit import Kit
from rolebook.moment import today

from tests.conftest import SMALL, kit_of
from tests.folders import manifest
from tests.kits import synthetic
from tests.links import broken_links, html_files

FILES = {".pdf", ".docx", ".xlsx"}
EDIT = "https://git.example.com/hiring-kit/edit/main/roles.yaml"


def test_every_artefact_has_a_page_in_every_language(site: Path, first: Kit) -> None:
    for tag in first.about.languages:
        for artefact in pages(first, Audience.INTERNAL):
            page = site / tag / artefact.path / "index.html"
            tree = lxml.html.parse(str(page)).getroot()
            assert tree.get("lang") == tag
            assert tree.body.get("dir") == ("rtl" if tag == "ar" else "ltr")
            assert len(tree.xpath("//h1")) == 1


def test_every_file_of_the_contract_lies_beside_its_page(site: Path, first: Kit) -> None:
    for tag in first.about.languages:
        expected = {"handbook.pdf"}
        for role in first.roles:
            here = f"roles/{role.id}"
            expected |= {f"{here}/job-description.pdf", f"{here}/job-description.docx", f"{here}/handbook.pdf"}
            expected |= {f"{here}/scorecard/scorecard.pdf", f"{here}/scorecard/scorecard.xlsx"}
            expected |= {f"{here}/sourcing/sourcing-guide.pdf", f"{here}/interview-kit/interview-kit.pdf"}
            expected |= {f"{here}/interview-kit/{stage.id}.pdf" for stage in role.interview}
        expected |= {f"structures/{model.id}/structure-guide.pdf" for model in first.leadership_models}
        folder = site / tag
        found = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.suffix in FILES}
        assert found == expected
        assert all((folder / path).read_bytes()[:4] in (b"%PDF", b"PK\x03\x04") for path in found)


def test_a_page_offers_its_files_with_type_and_size(site: Path) -> None:
    page = site / "en" / "roles" / "sales-operations-analyst" / "scorecard"
    links = lxml.html.parse(str(page / "index.html")).getroot().xpath("//ul[@class='rb-downloads']//a")
    assert [link.get("href") for link in links] == ["scorecard.pdf", "scorecard.xlsx"]
    for link in links:
        size = round((page / link.get("href")).stat().st_size / 1000)
        kind = link.get("href").rpartition(".")[2].upper()
        assert " ".join(link.text_content().split()).endswith(f"{kind} · {size} kB")


def test_every_internal_link_and_anchor_resolves(site: Path) -> None:
    assert broken_links(site) == []


def test_nothing_is_asked_of_another_origin(site: Path) -> None:
    for page in html_files(site):
        tree = lxml.html.parse(str(page)).getroot()
        loaded = tree.xpath("//link/@href | //script/@src | //img/@src | //iframe/@src | //source/@src")
        assert [address for address in loaded if re.match(r"(https?:)?//", address)] == []


def test_every_generated_page_can_be_edited_in_roles_yaml(site: Path, first: Kit) -> None:
    for tag in first.about.languages:
        for artefact in pages(first, Audience.INTERNAL):
            tree = lxml.html.parse(str(site / tag / artefact.path / "index.html")).getroot()
            assert tree.xpath("//a[@rel='edit']/@href") == [EDIT]


def test_the_switch_leads_to_the_same_page(site: Path, first: Kit) -> None:
    for page in html_files(site / "en"):
        [link] = lxml.html.parse(str(page)).getroot().xpath("//a[@rel='alternate']/@href")
        assert (page.parent / link).resolve() == site / "ar" / page.parent.relative_to(site / "en")


def searched(site: Path, tag: str) -> list[dict[str, str]]:
    """Every entry of the search's index."""
    texts = sorted((site / tag / "search" / "texts").iterdir(), key=lambda path: int(path.stem))
    pages = [page for path in texts for page in json.loads(path.read_text("utf-8"))]
    assert len(pages) == json.loads((site / tag / "search" / "words.json").read_text("utf-8"))["pages"]
    return [dict(zip(("location", "title", "text"), entry, strict=False)) for page in pages for entry in page]


def test_an_index_holds_the_pages_of_its_own_language_alone(site: Path) -> None:
    arabic = re.compile(r"[\u0600-\u06ff]")
    for tag, belongs in (("en", False), ("ar", True)):
        docs = searched(site, tag)
        strange = [doc["title"] for doc in docs if bool(arabic.search(doc["title"])) is not belongs]
        assert [title for title in strange if not re.fullmatch(r"[A-Za-z_.]+", title)] == []  # keys of roles.yaml
        assert len(docs) > 300


def test_scorecards_and_kits_are_found_by_name_without_their_bodies(site: Path) -> None:
    docs = searched(site, "en")
    kit = [doc for doc in docs if doc["location"].startswith("roles/sales-operations-analyst/interview-kit/")]
    assert {doc["location"].count("/") for doc in kit} == {3, 4}  # the cover and the stages
    assert "Interview kit: Sales Operations Analyst" in [doc["title"] for doc in kit]
    assert not any("What couldn't you tell from the data?" in doc["text"] for doc in kit)


def test_the_front_page_leads_to_each_language_without_scripts(site: Path) -> None:
    tree = lxml.html.parse(str(site / "index.html")).getroot()
    links = {link.get("href"): (link.get("lang"), link.get("dir"), link.text_content()) for link in tree.iter("a")}
    assert links["en/"][0] == "en"
    assert links["ar/"][:2] == ("ar", "rtl")


@pytest.mark.slow
@pytest.mark.long
def test_the_same_kit_gives_the_same_bytes(small: Kit, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Files by themselves are compared by `test_reproducible`, without a build."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    digests = []
    for name in ("one", "two"):
        build(small, SMALL, tmp_path / name)
        digests.append(manifest(tmp_path / name))
    assert digests[0] == digests[1]


@pytest.mark.usefixtures("pages_only")
def test_one_language_alone_leaves_the_others(small: Kit, small_pages: Path, tmp_path: Path) -> None:
    shutil.copytree(small_pages, tmp_path / "site")
    before = (tmp_path / "site" / "ar" / "index.html").stat().st_mtime_ns
    environment = dict(os.environ)
    (tmp_path / "site" / "en" / "index.html").write_text("old", "utf-8")
    build(small, SMALL, tmp_path, language="en", with_files=False)
    assert "Bakery Hiring Kit" in (tmp_path / "site" / "en" / "index.html").read_text("utf-8")
    assert (tmp_path / "site" / "ar" / "index.html").stat().st_mtime_ns == before
    assert dict(os.environ) == environment


@pytest.mark.slow
@pytest.mark.usefixtures("pages_only")
def test_a_warning_of_mkdocs_stops_the_build_and_leaves_the_old_site(
    small_data: dict[str, Any], written: Callable[[dict[str, Any]], Path]
) -> None:
    path, kit = written(small_data), kit_of(small_data)
    build(kit, path, path.parent, with_files=False)
    before = (path.parent / "site" / "en" / "index.html").read_bytes()
    page = path.parent / "content" / "en" / "notes" / "index.md"
    page.parent.mkdir(parents=True)
    page.write_text("# Notes\n\n[nowhere](missing.md)\n", "utf-8")
    with pytest.raises(BuildError, match=r"missing\.md") as raised:
        build(kit, path, path.parent, with_files=False)
    assert str(raised.value).startswith("Nothing was published, for these reasons:\n")
    assert (path.parent / "site" / "en" / "index.html").read_bytes() == before
    assert [entry.name for entry in path.parent.iterdir() if entry.name.startswith(".site")] == []


def in_french(part: Any) -> Any:
    """A kit's data with a French text beside each English one."""
    if isinstance(part, dict):
        if "en" in part and set(part) <= {"en", "ar"}:
            french = [f"FR {one}" for one in part["en"]] if isinstance(part["en"], list) else f"FR {part['en']}"
            return {**part, "fr": french}
        return {key: in_french(value) for key, value in part.items()}
    return [in_french(one) for one in part] if isinstance(part, list) else part


@pytest.mark.slow
@pytest.mark.usefixtures("pages_only")
def test_a_third_language_is_added_in_data_alone(
    small_data: dict[str, Any], written: Callable[[dict[str, Any]], Path]
) -> None:
    data = in_french(small_data)
    data["kit"]["languages"].append("fr")
    path = written(data)
    (path.parent / "locale").mkdir()
    french = Path(__file__).parent.parent / "kits" / "french" / "fr.po"
    (path.parent / "locale" / "fr.po").write_bytes(french.read_bytes())
    build(kit_of(data), path, path.parent, with_files=False)
    page = lxml.html.parse(str(path.parent / "site" / "fr" / "roles" / "baker" / "scorecard" / "index.html")).getroot()
    assert (page.get("lang"), page.body.get("dir")) == ("fr", "ltr")
    assert " ".join(page.xpath("//h1")[0].text_content().split()) == "Grille d’évaluation"
    assert page.find_class("rb-role__title")[0].text_content() == "FR Baker"
    assert "30 minutes" not in page.text_content()
    assert {link.get("hreflang") for link in page.xpath("//a[@rel='alternate']")} == {"en", "ar"}
    assert 'href="fr/"' in (path.parent / "site" / "index.html").read_text("utf-8")


HOSTILE = "<b>*x*</b> {{ 1 + 1 }} :smile: [a](b) { .c } `d` &amp; ![e](f) <!-- g -->"


@pytest.mark.slow
@pytest.mark.usefixtures("pages_only")
def test_any_text_of_the_kit_appears_on_the_page_as_written(
    small_data: dict[str, Any], written: Callable[[dict[str, Any]], Path]
) -> None:
    for where in (
        small_data["kit"],
        small_data["roles"][0],
        small_data["skills"][0],
        small_data["leadership_models"][0],
    ):
        for key in ("name", "title", "summary", "purpose", "definition", "description"):
            if key in where:
                where[key] = {"en": HOSTILE, "ar": HOSTILE}
    path = written(small_data)
    build(kit_of(small_data), path, path.parent, with_files=False)
    site = path.parent / "site" / "en"
    for name in ("", "roles/", "roles/baker/", "roles/baker/scorecard/", "skills/baking/", "structures/one-oven/"):
        tree = lxml.html.parse(str(site / name / "index.html")).getroot()
        assert HOSTILE in " ".join(tree.text_content().split()), name
        assert HOSTILE in tree.xpath("//title")[0].text_content(), name
        assert not tree.xpath(
            "//b[text()='*x*'] | //img[@src='f'] | //*[contains(@class, 'twemoji')][contains(., 'smile')]"
        )
        described = tree.xpath("//meta[@name='description']/@content")
        assert described


def test_a_site_holds_its_languages_and_what_they_share(site: Path) -> None:
    assert {path.name for path in site.iterdir()} == {
        "en",
        "ar",
        "index.html",
        "404.html",
        "robots.txt",
        "schemas",
        ".rolebook",
    }


@pytest.mark.nightly
@pytest.mark.usefixtures("pages_only")
@pytest.mark.long
def test_however_many_processors_the_pages_are_the_same(tmp_path: Path) -> None:
    """One language alone is spread over the processors, by processes that are forked; with one, it is not."""
    kit = tmp_path / "roles.yaml"
    synthetic.write(kit, 30)
    every = sorted(os.sched_getaffinity(0))
    found = []
    for count in (1, max(2, len(every))):
        command = [str(Path(sys.executable).parent / "rolebook"), "build", str(kit), "--only", "site", "--lang", "ar"]
        subprocess.run(
            [*command, "--out", str(tmp_path / str(count))],
            check=True,
            capture_output=True,
            preexec_fn=partial(os.sched_setaffinity, 0, every[:count]),
        )
        files = sorted(path for path in (tmp_path / str(count)).rglob("*") if path.is_file())
        found.append({path.relative_to(tmp_path / str(count)): path.read_bytes() for path in files})
    assert len(found[0]) > 150
    assert found[0] == found[1]


@pytest.mark.slow
@pytest.mark.usefixtures("pages_only")
def test_a_build_says_how_far_it_is_and_what_it_has_made_and_makes_the_same_again(
    small: Kit, small_pages: Path, tmp_path: Path
) -> None:
    steps: list[int] = []
    reported: list[BuildResult] = []

    @contextmanager
    def progress(total: int) -> Iterator[Callable[[int], None]]:
        steps.append(total)
        yield steps.append

    build(small, SMALL, tmp_path, with_files=False, progress=progress, report=reported.append)
    total, *_, last = steps
    assert last == total
    assert max(steps) == total
    made = {tag: len(list((tmp_path / "site" / tag).rglob("index.html"))) for tag in ("en", "ar")}
    assert {result.name.rpartition("/")[2]: result.pages for result in reported} == made
    assert manifest(tmp_path / "site") == manifest(small_pages)


@pytest.mark.usefixtures("pages_only")
def test_a_folder_that_is_not_ours_is_left_alone_unless_it_is_asked_for(small: Kit, tmp_path: Path) -> None:
    kept = tmp_path / "site" / "diary.txt"
    kept.parent.mkdir()
    kept.write_text("Monday", "utf-8")
    with pytest.raises(ForeignFolderError):
        build(small, SMALL, tmp_path, with_files=False)
    assert kept.read_text("utf-8") == "Monday"


def test_a_kit_that_breaks_while_its_languages_are_built_is_a_reason_not_to_publish(tmp_path: Path) -> None:
    kit = tmp_path / "roles.yaml"
    kit.write_text("kit: [", "utf-8")
    job = Job(kit, Audience.INTERNAL, "en", today(), tmp_path / "out", "site/en", EngineName.MATERIAL, with_files=False)
    [warning] = build_language(job).warnings
    assert "is no kit any more" in warning
