"""What kits become, as checkers that others wrote see it: those that are quick.

`make conformance` shows all of them what the shipped kit becomes.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from rolebook.catalogue import Format, as_file
from rolebook.documents.internal_edition import InternalEdition
from rolebook.documents.interviews.interview_kit import interview_kit
from rolebook.documents.interviews.scorecard import scorecard
from rolebook.documents.process.forms import form, form_subjects
from rolebook.documents.roles.job_description import job_description
from rolebook.documents.structures.structure_guide import structure_guide
from rolebook.language import Language

from tests.conformance import csp, feeds, google_jobs, open_xml, pdf_ua, vocabulary, writer
from tests.conformance.findings import Checked
from tests.conftest import PROJECT, SMALL, read


def written(edition: InternalEdition, folder: Path) -> Iterator[Path]:
    """A few files of each kind: with grids, charts, tables and forms."""
    kit, role = edition.kit, edition.kit.roles[0].id
    documents = [job_description(edition, role), scorecard(edition, role), interview_kit(edition, role)]
    documents += [structure_guide(edition, kit.leadership_models[0].id), form(edition, form_subjects(kit)[0])]
    for number, document in enumerate(documents):
        path = folder / f"{edition.language.tag}-{number}.pdf"
        path.write_bytes(as_file(document, edition, Format.PDF))
        yield path
    for number, (document, format_) in enumerate(((documents[0], Format.DOCX), (documents[1], Format.XLSX))):
        path = folder / f"{edition.language.tag}-{number}.{format_.value}"
        path.write_bytes(as_file(document, edition, format_))
        yield path


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    folder = tmp_path_factory.mktemp("files")
    return [path for tag in ("en", "ar") for path in written(InternalEdition(read(SMALL), Language(tag)), folder)]


def postings(folder: Path) -> list[Path]:
    return [page for page in sorted(folder.glob("*/jobs/*/index.html")) if "ld+json" in page.read_text("utf-8")]


def said(checked: Checked) -> list[str]:
    return [f"{finding.where}: {finding.message}" for finding in checked.ours]


def test_pdf_is_what_pdf_ua_asks_for(files: list[Path]) -> None:
    checked = pdf_ua.check([file for file in files if file.suffix == ".pdf"])
    assert (checked.files, said(checked)) == (10, [])


def test_a_pdf_without_its_title_is_found(files: list[Path], tmp_path: Path) -> None:
    with pikepdf.open(files[0]) as document:
        del document.Root.ViewerPreferences
        document.save(tmp_path / "broken.pdf")
    assert any("DisplayDocTitle" in one for one in said(pdf_ua.check([tmp_path / "broken.pdf"])))


def test_structured_data_is_made_of_schema_orgs_words(public_site: Path) -> None:
    checked = vocabulary.check(postings(public_site))
    assert (checked.files, said(checked)) == (6, [])


@pytest.mark.parametrize(
    ("change", "found"),
    [
        (lambda data: data.update(jobTitle="Baker"), "JobPosting has no property jobTitle"),
        (lambda data: data.update(hiringOrganization=7), "JobPosting.hiringOrganization: 7 is none of"),
        (lambda data: data["hiringOrganization"].update({"@type": "Country"}), "Country is none of"),
    ],
)
def test_a_word_that_schema_org_does_not_have_is_found(
    public_site: Path, change: Callable[[dict[str, Any]], None], found: str
) -> None:
    text = postings(public_site)[0].read_text("utf-8")
    data = json.loads(text.partition('<script type="application/ld+json">')[2].partition("</script>")[0])
    assert list(vocabulary.objections(data)) == []
    change(data)
    assert any(found in one for one in vocabulary.objections(data))


def test_readers_of_feeds_read_ours(public_site: Path) -> None:
    assert said(feeds.check(public_site)) == []


@pytest.mark.parametrize("name", ["jobs.atom", "jobs.json"])
def test_a_feed_that_lacks_what_it_has_to_have_is_found(public_site: Path, tmp_path: Path, name: str) -> None:
    shutil.copytree(public_site, tmp_path / "public")
    feed = tmp_path / "public" / name
    lacking = feed.read_text("utf-8").replace("<id>", "<x>").replace("</id>", "</x>").replace('"id":', '"x":')
    feed.write_text(lacking, "utf-8")
    assert said(feeds.check(tmp_path / "public"))


@pytest.mark.slow
def test_word_and_excel_files_keep_to_the_schema(files: list[Path]) -> None:
    """Each file is looked at by a program of its own: slow."""
    checked = open_xml.check([file for file in files if file.suffix != ".pdf"])
    assert (checked.files, said(checked)) == (4, [])


@pytest.mark.slow
def test_postings_are_what_google_asks_for(public_site: Path, tmp_path: Path) -> None:
    checked = google_jobs.check(postings(public_site))
    assert (checked.files, said(checked)) == (6, [])
    broken = tmp_path / "index.html"
    broken.write_text(postings(public_site)[0].read_text("utf-8").replace('"datePosted"', '"posted"'), "utf-8")
    assert any("datePosted" in one for one in said(google_jobs.check([broken])))


@pytest.mark.slow
def test_policies_of_the_shipped_configuration_have_no_known_hole(tmp_path: Path) -> None:
    checked = csp.check(sorted((PROJECT / "deploy" / "nginx").glob("*.conf")))
    assert (checked.files, said(checked)) == (4, [])
    weak = tmp_path / "weak.conf"
    weak.write_text("""add_header Content-Security-Policy "script-src 'unsafe-inline'" always;""", "utf-8")
    assert said(csp.check([weak]))


def test_a_word_is_broken_where_neither_part_of_it_is_one() -> None:
    assert list(writer.joined("how it is achie", "ved by then", {"achieved"})) == ["achieved"]
    assert list(writer.joined("how it is known", "s of it", {"known", "knowns"})) == []


def test_a_page_that_has_its_head_alone_is_empty() -> None:
    assert writer.empty(["OfferExampleCompany", "ExampleCompanyTerms", "ExampleCompany", "ExampleCompanyBefore"]) == [3]
    assert writer.empty(["Alone"]) == []
