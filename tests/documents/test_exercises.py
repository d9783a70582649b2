"""A stage with exercises as its interviewers get it: what to bring, what to say, and a key that is filled in."""

from __future__ import annotations

import io
import re
from typing import Any
from zipfile import ZipFile

import pytest
from rolebook.audience import Audience, edition_for
from rolebook.catalogue import Format, as_file, links_from
from rolebook.documents.blocks import Copyable, Document, StageSteps, Table
from rolebook.documents.handouts.edition import HandoutEdition
from rolebook.documents.handouts.handout import handout
from rolebook.documents.internal_edition import InternalEdition
from rolebook.documents.interviews.interview_kit import interview_kit, stage_packet
from rolebook.documents.interviews.stage_page import stage_page
from rolebook.documents.roles.coverage import coverage
from rolebook.formats import html, markdown, text
from rolebook.kit import Kit
from rolebook.kit.candidate import candidate_handout
from rolebook.language import Language

from tests.conftest import PROJECT, kit_of, read

ENGLISH = Language("en")


def packet(kit: Kit, tag: str = "en") -> tuple[Document, InternalEdition]:
    edition = InternalEdition(kit, Language(tag))
    return stage_packet(edition, "baker/try-out"), edition


def said(kit: Kit, tag: str = "en") -> str:
    return text.write(packet(kit, tag)[0], Language(tag))


def try_out(data: dict[str, Any]) -> dict[str, Any]:
    stages: list[dict[str, Any]] = data["roles"][0]["interview"]
    return next(stage for stage in stages if stage["id"] == "try-out")


def test_what_to_bring_is_made_from_the_handouts_and_from_who_rates(small_data: dict[str, Any]) -> None:
    printed = said(kit_of(small_data))
    assert "“Four doughs” on paper, 3 copies: one for the candidate and one for each interviewer who rates" in printed
    assert "“Four doughs” as a spreadsheet" in printed
    assert "Timed work: 10 minutes." in printed
    try_out(small_data)["interviewers"][1]["rates"] = False
    assert "“Four doughs” on paper, 2 copies" in said(kit_of(small_data))
    assert "نسختان: واحدة للمرشح" in said(kit_of(small_data), "ar")


def test_a_stage_without_exercises_has_nothing_to_bring(small_data: dict[str, Any]) -> None:
    try_out(small_data)["questions"] = ["baking/failed-batch", "serving/long-queue"]
    small_data["interviewing"]["work_sample_opening"] = {"en": "Here is a page.", "ar": "هذه صفحة."}
    printed = said(kit_of(small_data))
    assert "What to bring" not in printed
    assert "Here is a page." not in printed


def test_who_does_what_and_the_words_that_hand_an_exercise_over_are_printed(small_data: dict[str, Any]) -> None:
    try_out(small_data)["tasks"] = {"en": "The owner keeps the time.", "ar": "المالك يضبط الوقت."}
    small_data["interviewing"]["work_sample_opening"] = {"en": "Here is a page.", "ar": "هذه صفحة."}
    for tag, lines in (
        ("en", ("Who does what: The owner keeps the time.", "Read aloud before you hand over an exercise", "Here is")),
        ("ar", ("توزيع المهام: المالك يضبط الوقت.", "هذه صفحة.")),
    ):
        printed = said(kit_of(small_data), tag)
        assert [line for line in lines if line not in printed] == []


def test_a_key_is_a_form_with_room_for_the_points_given(small: Kit) -> None:
    document, edition = packet(small)
    page = html.write(document, ENGLISH, links_from(document))
    row = re.search(r"<tr>\s*<th scope=\"row\">Finds the dough</th>(.*?)</tr>", page, re.DOTALL)
    assert row is not None
    assert 'class="rb-entry" data-label="Given"' in row[1]
    assert re.search(r"Points: 3\n +Given: …", text.write(document, ENGLISH))
    assert as_file(document, edition, Format.PDF).startswith(b"%PDF")


def test_points_of_model_answers_are_shown_by_criterion(small_data: dict[str, Any]) -> None:
    assert "Points of the model answers" not in tables(kit_of(small_data))
    answers = small_data["skills"][0]["questions"][1]["model_answers"]
    for name, points in (("strong", [3, 2]), ("mixed", [1.5, 1]), ("weak", [0, 0])):
        answers[name]["by_criterion"] = points
    table = tables(kit_of(small_data))["Points of the model answers"]
    shown = [["".join(getattr(part, "text", "") for part in cell) for cell in row] for row in table.rows]
    assert shown == [
        ["Finds the dough", "3", "3", "1.5", "0"],
        ["Says what to do", "2", "2", "1.0", "0"],
        ["Total", "5", "5", "2.5", "0"],
    ]


def tables(kit: Kit) -> dict[str, Table]:
    """The tables of an interview kit, by caption."""
    document = interview_kit(InternalEdition(kit, ENGLISH), "baker")
    found: dict[str, Table] = {}

    def walk(blocks: Any) -> None:
        for block in blocks:
            if isinstance(block, Table):
                found[block.caption] = block
            walk(getattr(block, "blocks", ()))

    walk(document.blocks)
    return found


@pytest.mark.parametrize(
    ("words", "limits"),
    [
        (60, {"en": "at most 60 words", "ar": "60 كلمة على الأكثر"}),
        ({"en": 90, "ar": 70}, {"en": "at most 90 words", "ar": "70 كلمة على الأكثر"}),
    ],
)
def test_a_written_answer_has_a_limit_in_each_language(
    small_data: dict[str, Any], words: object, limits: dict[str, str]
) -> None:
    small_data["skills"][0]["questions"][1]["handout"]["words"] = words
    kit = kit_of(small_data)
    given = candidate_handout(kit, "baker", "try-out", "knead")
    for tag, limit in limits.items():
        edition = HandoutEdition(given, Language(tag))
        assert limit in text.write(handout(edition), edition.language)


def test_columns_of_numbers_stand_at_the_right_on_pages_and_in_word(small: Kit) -> None:
    given = candidate_handout(small, "baker", "try-out", "knead")
    for tag, at_the_right in (("en", True), ("ar", False)):  # a right-to-left paragraph begins there anyway
        edition = HandoutEdition(given, Language(tag))
        document = handout(edition)
        page = html.write(document, edition.language, links_from(packet(small, tag)[0]))
        cells = re.findall(r"<td( class=\"rb-number\")? data-label=\"[^\"]*\">([^<]*)</td>", page)
        assert {is_number != "" for is_number, cell in cells if cell in ("320", "1,400", "325")} == {True}
        assert {is_number != "" for is_number, cell in cells if cell in ("Rye", "شيلم")} == {False}
        word = ZipFile(io.BytesIO(as_file(document, edition, Format.DOCX))).read("word/document.xml").decode("utf-8")
        paragraph = re.search(r"<w:p>(?:(?!<w:p>).)*?>1,400<", word)
        assert paragraph is not None
        assert ('<w:jc w:val="right"/>' in paragraph[0]) is at_the_right
        assert "| ---: |" in markdown.write(document, edition.language)


def test_what_is_copied_of_a_stage_is_its_questions_and_probes_and_nothing_that_an_interviewer_plays() -> None:
    kit = read(PROJECT / "roles.yaml")
    for tag in kit.about.languages:
        edition = edition_for(Audience.INTERNAL, kit, Language(tag))
        assert isinstance(edition, InternalEdition)
        for role in kit.roles:
            for stage in role.interview:
                page = stage_page(edition, f"{role.id}/{stage.id}")
                [steps] = [block for block in page.blocks if isinstance(block, StageSteps)]
                [copy] = [one for step in steps.steps for one in step.blocks if isinstance(one, Copyable)]
                copied = text.write(copy.document, edition.language)
                for reference in stage.questions:
                    _, question = kit.question(reference)
                    assert question.text[tag] in copied
                    assert [probe[tag] for probe in question.probes if probe[tag] not in copied] == []
                    played = re.findall(r"[“«]([^”»]{12,})[”»]", " ".join(line[tag] for line in question.player))
                    secret = [line[tag] for line in (*question.player, *question.planted)]
                    assert [line for line in (*played, *secret) if line in copied] == []


def test_coverage_counts_only_those_who_rate(small_data: dict[str, Any]) -> None:
    def ratings() -> list[str]:
        edition = InternalEdition(kit_of(small_data), ENGLISH)
        return re.findall(r"Ratings in all: (\d+)", text.write(coverage(edition, ""), ENGLISH))

    before = [int(number) for number in ratings()]
    try_out(small_data)["interviewers"][1]["rates"] = False
    after = [int(number) for number in ratings()]
    assert len(before) == len(after)
    assert sum(before) > sum(after)
    assert all(one - other in (0, 1) for one, other in zip(before, after, strict=True))
