"""Sheets of paper: how many a document takes, how full the last one is, and what stands on each.

To set every document of the shipped kit is slow.
"""

from __future__ import annotations

import io
import re

import pypdfium2
import pytest
from rolebook.audience import Audience, edition_for
from rolebook.catalogue import Format, as_file, localized_artefacts
from rolebook.documents.internal_edition import InternalEdition
from rolebook.documents.interviews.interview_kit import interview_kit, stage_packet
from rolebook.documents.library.handbook import handbook
from rolebook.formats import text
from rolebook.kit import Kit
from rolebook.language import Language

from tests.conftest import PROJECT, read
from tests.formats.paper import pdf_facts, pdf_sheets, squeezed

MARGIN = 57
"""Points from the edge of a sheet to what stands on it: 20 mm."""


@pytest.fixture(scope="module")
def shipped() -> Kit:
    return read(PROJECT / "roles.yaml")


def last_sheet(pdf: bytes) -> float:
    """How far down its last sheet a PDF is written on, as a part of what is between the margins."""
    document = pypdfium2.PdfDocument(io.BytesIO(pdf))
    sheet = document[len(document) - 1]
    height, text = sheet.get_size()[1], sheet.get_textpage()
    lowest = min(bottom for bottom in (text.get_rect(number)[1] for number in range(text.count_rects())) if bottom > 48)
    document.close()
    return float((height - MARGIN - lowest) / (height - 2 * MARGIN))


@pytest.mark.slow
@pytest.mark.parametrize("tag", ["en", "ar"])
def test_no_document_ends_on_a_nearly_empty_sheet(shipped: Kit, tag: str) -> None:
    edition = edition_for(Audience.INTERNAL, shipped, Language(tag))
    role, short = shipped.roles[2].id, []
    for artefact in localized_artefacts(shipped, edition):
        if artefact.row.format is not Format.PDF or "handbook" in artefact.path:
            continue
        if artefact.path.startswith("roles/") and not artefact.path.startswith(f"roles/{role}/"):
            continue
        pdf = as_file(artefact.document, edition, Format.PDF)
        if pdf_facts(pdf)["pages"] > 1 and last_sheet(pdf) < 0.28:  # its last line is a third of the way down
            short.append(artefact.path)
    assert short == []


@pytest.mark.parametrize("tag", ["en", "ar"])
def test_a_stages_packet_takes_four_sheets_and_each_says_whose_it_is(shipped: Kit, tag: str) -> None:
    edition = InternalEdition(shipped, Language(tag))
    _ = edition.gettext
    labels = [squeezed(label) for label in (_("Candidate (code or name)"), _("Interviewer"), _("Date"))]
    for stage in ("first-conversation", "skills-interview"):
        sheets = pdf_sheets(as_file(stage_packet(edition, f"sales-operations-analyst/{stage}"), edition, Format.PDF))
        assert len(sheets) <= 4
        assert all(sheet.startswith(squeezed(edition.text(shipped.about.organisation))) for sheet in sheets)
        if tag == "en":  # a reader of PDFs gets Arabic letters in another order
            assert all(label in sheet for sheet in sheets for label in labels)


@pytest.mark.slow
@pytest.mark.parametrize("tag", ["en", "ar"])
def test_the_keys_of_a_packet_stand_together_behind_the_scorecard_with_the_rules_once(shipped: Kit, tag: str) -> None:
    edition = InternalEdition(shipped, Language(tag))
    document = stage_packet(edition, "sales-operations-analyst/work-sample")
    sheets = pdf_sheets(as_file(document, edition, Format.PDF))
    assert len(sheets) <= 9
    said = text.write(document, edition.language)
    _ = edition.gettext
    assert said.count(_("How to score")) == 1
    scorecard = said.index(_("Scorecard of this stage"))
    keys = [place.start() for place in re.finditer(re.escape(_("Scoring key")), said)]
    assert len(keys) == 3
    assert scorecard < min(keys)
    if tag == "en":
        [played] = [sheet for sheet in sheets if squeezed(_("The part you play")) in sheet]
        assert not any(squeezed(_(secret)) in played for secret in ("What is hidden in the material", "Scoring key"))
        for role in shipped.roles:  # room for notes stands under its question
            for stage in role.interview:
                packet = as_file(stage_packet(edition, f"{role.id}/{stage.id}"), edition, Format.PDF)
                assert all(sheet.count("Listenfor") == sheet.count("Notes") for sheet in pdf_sheets(packet))


def test_model_answers_are_in_the_interview_kit_behind_each_stage(shipped: Kit) -> None:
    edition = InternalEdition(shipped, Language("en"))
    role = shipped.role("sales-operations-analyst")
    kit = text.write(interview_kit(edition, role.id), edition.language)
    packets = [text.write(stage_packet(edition, f"{role.id}/{one.id}"), edition.language) for one in role.interview]
    assert kit.count("Model answers") == 3
    assert not any("Model answers" in packet for packet in packets)


def test_the_handbook_leaves_out_the_planner(shipped: Kit) -> None:
    edition = InternalEdition(shipped, Language("en"))
    overview = next(part for part in handbook(edition, "").parts if part.title == "Team structures")
    [first, *_others] = pdf_sheets(as_file(overview, edition, Format.PDF))
    assert squeezed("The structures side by side") in first
    assert squeezed("Plan your team") not in first
    assert squeezed("People in a year") not in first
