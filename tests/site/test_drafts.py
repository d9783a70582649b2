"""A draft language, built whole: what it lacks appears in the first language, marked, and candidates never meet it."""

from __future__ import annotations

import fcntl
import json
import os
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import lxml.html
import openpyxl
import pytest
from lxml.html import HtmlElement
from rolebook.documents.blocks import Paragraph, Run
from rolebook.documents.drafts import in_words
from rolebook.documents.internal_edition import InternalEdition
from rolebook.documents.roles.job_description import job_description
from rolebook.formats import html
from rolebook.kit import Kit
from rolebook.language import Language
from rolebook.source import load

from tests.conftest import SMALL, kit_of
from tests.formats.paper import pdf_facts, pdf_text, squeezed, word_text
from tests.test_cli import run

MARK = "not translated yet"
INTERNAL_MARKS = "\ufdd0\ufdd1\ufdd2"


def drafted(text: str) -> str:
    """The small kit with French as a draft, in which next to nothing is said, and one text lacks in Arabic as well."""
    for old, new in (
        ("languages: [en, ar]", "languages: [en, ar, {tag: fr, draft: true}]"),
        ('title: {en: "Baker", ar: "خباز/ة"}', 'title: {fr: "Boulanger·ère", en: "Baker", ar: "خباز/ة"}'),
    ):
        assert old in text
        text = text.replace(old, new)
    return text


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A kit in three languages of which one is a draft, with both its sites, built once for all workers."""
    base = tmp_path_factory.getbasetemp()
    folder = (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / "drafts"
    folder.mkdir(exist_ok=True)
    with (folder / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (folder / "roles.yaml").exists():
            (folder / "roles.yaml").write_text(drafted(SMALL.read_text("utf-8")), "utf-8")
            result = run("build", folder / "roles.yaml")
            assert result.exit_code == 0, result.output
            assert "fr: 0 of " in result.output
    return folder


def page(path: Path) -> HtmlElement:
    return lxml.html.parse(str(path / "index.html")).getroot()


def test_a_missing_text_appears_in_the_first_language_and_says_so(built: Path) -> None:
    role = page(built / "site/fr/roles/baker")
    assert role.get("lang") == "fr"
    assert role.xpath("//h1")[0].text_content() == "Boulanger·ère"
    [lead] = role.xpath("//p[@class='rb-lead']")
    [stand_in] = lead.xpath("span[@lang]")
    assert (stand_in.text, stand_in.get("lang"), stand_in.get("dir")) == ("Bakes what the shop sells.", "en", "ltr")
    assert stand_in.getnext().text == MARK
    assert role.xpath("//title")[0].text.startswith("Boulanger·ère")
    described = role.xpath("//meta[@name='description']/@content")[0]
    assert described == f"[{MARK}] Bakes."


def test_published_languages_show_no_mark_at_all(built: Path) -> None:
    for tag in ("en", "ar"):
        for path in (built / "site" / tag / "roles").rglob("*.html"):
            assert MARK not in path.read_text("utf-8")


def test_no_page_or_file_shows_how_the_mark_is_kept(built: Path) -> None:
    signs = [sign.encode() for sign in INTERNAL_MARKS]
    for path in (*built.rglob("*.html"), *built.rglob("*.js*"), *built.rglob("*.x*ml"), *built.rglob("*.docx")):
        if path.is_file():
            assert not any(sign in path.read_bytes() for sign in signs), path


def test_scripts_are_told_in_words(built: Path) -> None:
    debrief = page(built / "site/fr/debrief").xpath("//rb-debrief/template")[0]
    roles = json.loads(debrief.text_content())["block"]["roles"]
    assert [role[1] for role in roles] == ["Boulanger·ère", f"[{MARK}] Senior Baker"]
    rating = json.loads((built / "site/fr/roles/baker/scorecard/rating.json").read_text("utf-8"))
    assert rating["skills"][0]["name"].startswith(f"[{MARK}]")


def test_files_say_it_in_words(built: Path) -> None:
    here = built / "site/fr/roles/baker"
    said = squeezed(f"[{MARK}] Bakes what the shop sells.")
    pdf = (here / "job-description.pdf").read_bytes()
    assert said in pdf_text(pdf)
    assert pdf_facts(pdf)["title"] == "Boulanger·ère"
    assert said in word_text((here / "job-description.docx").read_bytes())
    book = openpyxl.load_workbook(here / "scorecard/scorecard.xlsx")
    cells = {str(cell.value) for row in book.worksheets[0].iter_rows() for cell in row}
    assert any(one.startswith(f"[{MARK}] Baking") for one in cells)


def test_the_careers_site_leaves_a_draft_out(built: Path) -> None:
    public = built / "public"
    assert sorted(path.name for path in public.iterdir() if path.is_dir()) == ["ar", "en"]
    for path in public.rglob("*"):
        if path.suffix in (".html", ".xml", ".json", ".atom"):
            assert "/fr/" not in path.read_text("utf-8"), path
    again = run("build", built / "roles.yaml", "--only", "public", "--lang", "fr")
    assert again.exit_code == 2
    assert "fr is a draft, and the careers site contains only complete languages" in again.output


def test_the_internal_site_leads_to_it_and_to_what_is_missing(built: Path) -> None:
    english = page(built / "site/en")
    assert {link.get("hreflang") for link in english.xpath("//a[@rel='alternate']")} == {"ar", "fr"}
    french = page(built / "site/fr")
    notice = french.xpath("//*[contains(@class, 'rb-callout')]//a")[0]
    assert notice.get("href") == "guide/translations/"
    missing = page(built / "site/ar/guide/translations")
    assert [heading.get("id") for heading in missing.xpath("//h2")] == ["language-fr"]
    rows = {row.xpath("th")[0].text_content(): row.xpath("td")[0].text_content() for row in missing.xpath("//tbody/tr")}
    assert rows["baker › purpose"] == "خَبز ما يبيعه المتجر."
    assert "baker › title" not in rows
    assert not any("saudi-arabia" in place for place in rows), "what the kit took over is not its own to translate"
    assert missing.xpath("//nav//a[contains(@href, 'translations') or @href='./']")


def test_check_counts_what_is_missing_and_where(built: Path) -> None:
    result = run("check", built / "roles.yaml")
    assert result.exit_code == 0
    counted = re.search(
        r"note: fr is a draft: (\d+) of (\d+) texts are not translated yet\. \[draft-language\]", result.output
    )
    assert counted is not None, result.output
    assert int(counted[2]) - int(counted[1]) == 1, "one text is there in French"
    assert "They appear in en, marked; the careers site leaves fr out. Lines 5, 6, 7, 15 and so on." in result.output


def test_one_document_can_be_looked_at_in_a_draft(built: Path) -> None:
    for form in ("md", "txt"):
        said = run(
            "export", "job-description", built / "roles.yaml", "--role", "baker", "--lang", "fr", "--format", form
        )
        assert f"[{MARK}" in said.output.replace("\\", "")
        assert not set(INTERNAL_MARKS) & set(said.output)
    shaped = run("export", "ats", built / "roles.yaml", "--lang", "fr", "--format", "lever")
    assert not set(INTERNAL_MARKS) & set(shaped.output)


def test_in_a_page_that_runs_the_other_way_the_text_keeps_its_direction() -> None:
    loaded = load(SMALL)
    assert loaded.root is not None
    data = loaded.root.data()
    data["kit"]["languages"] = ["en", {"tag": "ar", "draft": True}]
    del data["roles"][0]["purpose"]["ar"]
    edition = InternalEdition(kit_of(data), Language("ar"))
    document = job_description(edition, "baker")
    assert '<span class="rb-stand-in" lang="en" dir="ltr">' in html.write(document, edition.language, lambda _: "")
    lead = in_words(document, edition.language).blocks[0]
    assert isinstance(lead, Paragraph)
    assert isinstance(lead.inlines[0], Run)
    assert lead.inlines[0].text == "[لم يُترجم بعد] Bakes what the shop sells.\u200e"


def test_a_document_changes_its_state_when_a_text_is_translated(small_data: dict[str, Any]) -> None:
    small_data["kit"]["languages"] = ["en", {"tag": "ar", "draft": True}]
    whole = job_description(InternalEdition(kit_of(small_data), Language("ar")), "baker")
    del small_data["roles"][0]["purpose"]["ar"]
    lacking = job_description(InternalEdition(kit_of(small_data), Language("ar")), "baker")
    small_data["roles"][0]["purpose"]["ar"] = small_data["roles"][0]["purpose"]["en"]
    same = job_description(InternalEdition(kit_of(small_data), Language("ar")), "baker")
    assert len({whole.digest, lacking.digest, same.digest}) == 3


def test_a_published_language_is_whole(written: Callable[[str], Path]) -> None:
    text = SMALL.read_text("utf-8").replace("languages: [en, ar]", "languages: [en, ar, fr]")
    result = run("check", written(text.replace('title: {en: "Baker", ar: "خباز/ة"}', 'title: {en: "Baker"}')))
    assert result.exit_code == 1
    assert "This text is missing in: ar, fr. [missing-translation]" in result.output
    assert 'Add “ar: "…", fr: "…"” inside the braces: “{en: "…", ar: "…", fr: "…"}”.' in result.output
    assert "{tag: ar, draft: true}" in result.output
    explained = run("check", "--explain", "missing-translation")
    assert explained.exit_code == 0
    assert "A published language is whole" in explained.output


@pytest.mark.parametrize(
    ("languages", "message"),
    [
        ("[{tag: en, draft: true}, ar]", "The first language, en, cannot be a draft."),
        ("[en, {tag: ar, draft: soon}]", "Expected true or false"),
        ("[en, {tag: ar, daft: true}]", "“daft” is not known here."),
        ("[en, {tag: ar, draft: true}, ar]", "“ar” is listed twice."),
        ("[en, ar, {draft: true}]", "“tag” is missing here."),
    ],
)
def test_slips_in_the_list_of_languages(languages: str, message: str, written: Callable[[str], Path]) -> None:
    result = run("check", written(SMALL.read_text("utf-8").replace("languages: [en, ar]", f"languages: {languages}")))
    assert message in result.output


def test_an_empty_text_says_in_which_language(written: Callable[[str], Path]) -> None:
    result = run("check", written(SMALL.read_text("utf-8").replace('ar: "خباز/ة"', 'ar: ""', 1)))
    assert "The text in “ar” is empty. [empty-text]" in result.output


def test_a_kit_whose_first_language_stands_second_in_a_text_keeps_its_order(small_data: dict[str, Any]) -> None:
    title = small_data["roles"][0]["title"]
    small_data["roles"][0]["title"] = dict(reversed(title.items()))
    kit: Kit = kit_of(small_data)
    assert list(kit.roles[0].title.languages()) == ["en", "ar"]
