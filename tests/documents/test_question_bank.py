"""A skill's question bank and sample answers, and the training in which interviewers rate them, as readers see them."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from rolebook.audience import Audience
from rolebook.catalogue import Format, as_file, pages
from rolebook.documents.blocks import (
    Block,
    Copyable,
    Document,
    Folded,
    Heading,
    Kind,
    QuestionCard,
    Run,
    Target,
    TimePlan,
)
from rolebook.documents.internal_edition import InternalEdition
from rolebook.documents.interviews.interview_kit import interview_kit
from rolebook.documents.interviews.interviewing import interviewing, interviewing_page
from rolebook.documents.interviews.stage_page import stage_page
from rolebook.documents.library.handbook import handbook
from rolebook.documents.process.training import training, training_page
from rolebook.documents.roles.skills import skill, skill_page
from rolebook.formats import html, text
from rolebook.kit import Kit
from rolebook.language import Language
from rolebook.site.hand_written import HandWritten
from rolebook.site.navigation import navigation

from tests.conftest import FIRST, PROJECT, SMALL, kit_of
from tests.formats.paper import pdf_sheets, squeezed
from tests.rules.test_rules import KNEAD, LOAF, PARALLEL, PILOT, at, path
from tests.test_cli import run
from tests.walk import every

PARALLEL_SAID = "can ask any one of them in place of another."


def english(kit: Kit) -> InternalEdition:
    return InternalEdition(kit, Language("en"))


def titles(document: Document) -> list[str]:
    """The headings of a document, and the titles of what is folded, in order."""
    return [
        block.title if isinstance(block, Folded) else block.text
        for block in document.blocks
        if isinstance(block, Folded | Heading)
    ]


def said(blocks: tuple[Block, ...], edition: InternalEdition) -> str:
    document = edition.document(Kind.SKILL, title="", description="", blocks=blocks)
    return text.write(document, edition.language)


def leads_to(part: object) -> set[Target]:
    return {run.to for run in every(part) if isinstance(run, Run) and run.to is not None}


def changed(data: dict[str, Any], where: str, value: object) -> Kit:
    *way, last = path(where)
    at(data, tuple(way))[last] = value
    return kit_of(data)


def test_questions_stand_by_kind_and_those_that_are_retired_last(small: Kit) -> None:
    page = skill_page(english(small), "baking")
    bank = titles(page)[titles(page).index("Question bank") :]
    asked = {question.text["en"] for question in small.skill("baking").questions}
    kinds = [title for title in bank if title not in asked][:4]
    assert kinds == ["Question bank", "Past behaviour", "Work sample", "Retired questions, no longer asked"]
    retired = next(block for block in page.blocks if isinstance(block, Folded) and block.anchor == "questions-retired")
    assert "Retired on 1 October 2026: candidates know it" in said(retired.blocks, english(small))
    assert [block.anchor for block in retired.blocks if isinstance(block, Folded)] == ["question-burnt-loaf"]
    shown = [one.anchor for one in page.blocks if isinstance(one, Folded) and one.anchor.startswith("question-")]
    assert shown == ["question-failed-batch", "question-knead"]
    paper = skill(english(small), "baking")
    assert [one.anchor for one in paper.blocks if isinstance(one, QuestionCard)] == shown


@pytest.mark.parametrize(("minutes", "parallel"), [(10, True), (8, False)])
def test_parallel_questions_are_said_to_be(small_data: dict[str, Any], minutes: int, parallel: bool) -> None:
    edition = english(changed(small_data, LOAF, PARALLEL | {"minutes": minutes}))
    assert (PARALLEL_SAID in said(skill_page(edition, "baking").blocks, edition)) is parallel


def test_a_single_question_is_parallel_to_none(small: Kit) -> None:
    assert PARALLEL_SAID not in said(skill_page(english(small), "baking").blocks, english(small))


def test_a_question_leads_to_the_duties_that_it_samples(small: Kit) -> None:
    page = skill_page(english(small), "baking")
    assert Target(Kind.JOB_DESCRIPTION, "baker", "duty-bake-bread") in leads_to(page)
    assert "Samples: Bake the day's bread. (Baker)" in said(page.blocks, english(small))


def piloted(data: dict[str, Any]) -> Kit:
    """The small kit with one question that two people have answered, twice, and changed after the first time."""
    bakers = {"en": "two bakers", "ar": "خبّازين"}
    first = {
        "on": "2026-09-12",
        "by": bakers,
        "learnt": {"en": "Nobody finished in time.", "ar": "لم ينته أحد في الوقت."},
    }
    second = PILOT | {"by": bakers, "learnt": {"en": "It tells them apart.", "ar": "يميّز بينهم."}}
    return changed(
        data, f"{KNEAD}.pilots", [second, first | {"changed": {"en": "Ten minutes more.", "ar": "عشر دقائق أخرى."}}]
    )


def test_a_question_says_who_piloted_it_and_what_came_of_that(small_data: dict[str, Any]) -> None:
    edition = english(piloted(small_data))
    page = said(skill_page(edition, "baking").blocks, edition)
    assert (
        "Piloted on 12 September 2026 by two bakers: Nobody finished in time. Changed since: Ten minutes more." in page
    )
    assert "Piloted on 24 November 2026 by two bakers: It tells them apart. Changed since: nothing" in page
    assert "two bakers" not in said(interview_kit(edition, "baker").blocks, edition)


def test_how_interviews_are_held_says_how_many_questions_have_been_piloted(small_data: dict[str, Any]) -> None:
    before, after = english(kit_of(small_data)), english(piloted(small_data))
    assert "No pilot of a question has been recorded yet." in said(interviewing(before, "").blocks, before)
    assert "Questions in use that have been piloted: 1 of 3." in said(interviewing(after, "").blocks, after)


def test_a_duty_of_a_role_without_a_page_is_not_led_to(small_data: dict[str, Any]) -> None:
    small_data["roles"][1]["drafts"] = ["ar"]
    small_data["skills"][0]["questions"][0]["duties"] = ["baker/bake-bread", "senior-baker/bake-bread"]
    kit = kit_of(small_data)
    arabic = InternalEdition(kit.in_language("ar"), Language("ar"))
    subjects = {target.subject for target in leads_to(skill_page(arabic, "baking"))}
    assert "senior-baker" not in subjects
    assert "senior-baker" in {target.subject for target in leads_to(skill_page(english(kit), "baking"))}


def test_an_interview_kit_names_the_duties_of_its_own_role_alone(small: Kit) -> None:
    def named(role_id: str) -> list[str]:
        blocks = interview_kit(english(small), role_id).blocks
        asides = [aside for block in blocks if isinstance(block, QuestionCard) for aside in block.asides]
        return [words for label, words in asides if label == "Duties that it samples"]

    assert named("baker") == ["Bake the day's bread."] * 3
    assert named("senior-baker") == []


def test_a_page_folds_each_key_under_its_answer_and_paper_has_them_last(small: Kit) -> None:
    page, paper = skill_page(english(small), "baking"), skill(english(small), "baking")
    answers = titles(page)[titles(page).index("Sample answers") :]
    assert answers == ["Sample answers", "Answer 1", "Answer 2"]
    folded = [titles(replace(page, blocks=block.blocks)) for block in page.blocks[-2:] if isinstance(block, Folded)]
    assert folded == [["Key: Answer 1"], ["Key: Answer 2"]]
    answers = titles(paper)[titles(paper).index("Sample answers") :]
    assert answers == ["Sample answers", "Answer 1", "Answer 2", "Key to the sample answers: Baking"]
    start = paper.blocks.index(Heading("Sample answers", "sample-answers"))
    *answered, key = paper.blocks[start:]
    assert isinstance(key, Folded)
    read = said(key.blocks, english(small))
    for words in ("2 Basic", "Follows a recipe.", "Level 3 would have needed a batch baked alone."):
        assert words in read
        assert words not in said(tuple(answered), english(small))


def test_a_page_warns_of_the_keys_of_what_is_rated_in_the_training(small_data: dict[str, Any]) -> None:
    small_data["interviewing"]["training"]["samples"] = ["baking/wet-flour"]
    edition = english(kit_of(small_data))
    for document in (skill_page(edition, "baking"), skill(edition, "baking")):
        first, second = said(document.blocks, edition).split("Answer 2", 1)
        warning = "This answer is rated in the training for interviewers: do not read its key beforehand."
        assert warning not in " ".join(first.split())
        assert warning in " ".join(second.split())


def test_what_is_asked_after_a_situation_has_its_minutes(small: Kit, small_data: dict[str, Any]) -> None:
    def times(kit: Kit) -> tuple[str, list[tuple[int, int]]]:
        blocks = interview_kit(english(kit), "baker").blocks
        [card] = [block for block in blocks if isinstance(block, QuestionCard) and "queue" in block.text]
        [plan] = [block for block in blocks if isinstance(block, TimePlan)]
        return card.minutes, [(start, end) for start, end, _ in plan.rows]

    assert times(small) == ("10 minutes", [(0, 2), (2, 5), (5, 15), (15, 30), (30, 40), (40, 43), (43, 44), (44, 45)])
    small_data["interviewing"]["situational_follow_up"] = None
    assert times(kit_of(small_data))[0] == "8 minutes"


def test_questions_to_copy_have_what_else_may_be_asked(small: Kit) -> None:
    page = stage_page(english(small), f"baker/{small.role('baker').interview[0].id}")
    [copied] = [one for one in every(page) if isinstance(one, Copyable)]
    read = said(copied.document.blocks, english(small))
    assert "If they have not had this experience: Tell me about a meal that failed." in read
    assert read.count("Then ask: Has this happened to you?") == 1
    assert read.index("What do you say to the last one?") < read.index("Then ask: ")
    assert "Names the cause." not in read


def test_a_skill_without_answers_or_retired_questions_has_neither_section(small: Kit) -> None:
    assert not {"Sample answers", "Retired questions, no longer asked"} & {
        *titles(skill_page(english(small), "serving"))
    }


def test_the_training_has_its_times_its_material_and_its_key(small: Kit) -> None:
    document = training(english(small), "")
    plan = next(block for block in document.blocks if isinstance(block, TimePlan))
    assert [(start, end, run.text) for start, end, (run, *_) in plan.rows if isinstance(run, Run)] == [
        (0, 12, "What a level means"),
        (12, 25, "Rate two answers"),
        (25, 30, "In reserve, for questions"),
    ]
    shown = titles(document)
    anchors = shown.index("What a person at each level says and does")
    assert shown.index("The rating scale") < anchors < shown.index("Rate two answers")
    assert shown.index("Rate two answers") < shown.index("Answer 1: Baking") < shown.index("Answer 2: Baking")
    assert shown[-2:] == ["Material", "Key: open it once everyone has rated"]  # no part shows the rating errors
    assert "Rate one skill at a time." in said(document.blocks, english(small))


def test_the_page_of_the_training_is_a_step_for_each_part_and_has_its_key_where_answers_are_compared(
    small_data: dict[str, Any],
) -> None:
    def steps(kit: Kit) -> tuple[list[Folded], list[str]]:
        page = training_page(english(kit), "")
        return [one for one in page.blocks if isinstance(one, Folded) and one.step], titles(page)

    found, shown = steps(kit_of(small_data))
    assert [(one.step, one.title, one.about) for one in found] == [
        (1, "What a level means", "minutes 0–12"),
        (2, "Rate two answers", "2 answers to rate · minutes 12–25"),
    ]
    assert Target(Kind.TRAINING, "", found[1].anchor) in leads_to(found[0])
    key = "Key: open it once everyone has rated"
    assert shown[-1] == key  # nothing follows the rating
    last = {"en": "Compare", "ar": "المقارنة"}
    part = {"id": "compare", "title": last, "minutes": 5, "text": [{"text": last}]}
    small_data["interviewing"]["training"]["parts"].append(part)
    found, shown = steps(kit_of(small_data))
    assert [one.title for one in found[2].blocks if isinstance(one, Folded)] == [key]
    assert key not in shown


def test_the_page_of_how_we_interview_begins_with_the_next_interview_and_folds_all_that_paper_has(small: Kit) -> None:
    edition = english(small)
    page, paper = interviewing_page(edition, ""), interviewing(edition, "")
    _lead, panel, *handbook_ = page.blocks
    stages = {Target(Kind.STAGE, f"baker/{stage.id}") for stage in small.role("baker").interview}
    assert stages <= leads_to(panel)
    assert all(isinstance(block, Heading | Folded) for block in handbook_)
    folded = [one.anchor for one in handbook_ if isinstance(one, Folded)]
    assert folded == [one.anchor for one in paper.blocks if isinstance(one, Heading) and one.level == 3]
    assert [heading.anchor for heading in html.headings(page)] == [
        one.anchor for one in handbook_ if isinstance(one, Heading | Folded)
    ]


def test_the_key_of_the_training_is_on_a_sheet_of_its_own(small: Kit) -> None:
    edition = english(small)
    sheets = pdf_sheets(as_file(training(edition, ""), edition, Format.PDF))

    def on(words: str) -> list[int]:
        return [number for number, sheet in enumerate(sheets) if squeezed(words) in sheet]

    assert on("a recipe is followed") == on("steps are named, and none is taken") == [len(sheets) - 1]
    assert max(on("Ours failed, I don't know why.")) < len(sheets) - 1


def test_interviewers_are_led_to_the_training(small: Kit) -> None:
    edition = english(small)
    for document in (interviewing_page(edition, ""), interview_kit(edition, "baker")):
        assert Target(Kind.TRAINING) in leads_to(document)
    assert "Training for interviewers" in [part.title for part in handbook(edition, "").parts]
    by_hand = HandWritten(PROJECT / "content", Audience.INTERNAL, "en")
    tabs = {title: pages for tab in navigation(small, edition.language, by_hand) for title, pages in tab.items()}
    assert {"Training for interviewers": "training/index.md"} in tabs["Interview"]


def test_a_kit_without_a_training_has_nothing_of_it(small_data: dict[str, Any]) -> None:
    kit = changed(small_data, "interviewing.training", None)
    edition = english(kit)
    assert Kind.TRAINING not in {page.row.kind for page in pages(kit, Audience.INTERNAL)}
    for document in (interviewing_page(edition, ""), interview_kit(edition, "baker"), handbook(edition, "")):
        assert Target(Kind.TRAINING) not in leads_to(replace(document, parts=()))
    assert "Training for interviewers" not in [part.title for part in handbook(edition, "").parts]
    with pytest.raises(LookupError, match="This kit has no training"):
        training(edition, "")


def test_an_exported_skill_has_its_key_last() -> None:
    exported = run("export", "skill", SMALL, "--skill", "baking")
    assert exported.exit_code == 0
    assert "Key to the sample answers: Baking" in exported.output
    assert "Key: Answer 1" not in exported.output


def test_no_training_can_be_exported_of_a_kit_that_has_none() -> None:
    exported = run("export", "training", FIRST)
    assert exported.exit_code == 2
    assert "This kit has no training." in exported.output


def test_an_exported_training_is_that_for_paper() -> None:
    exported = run("export", "training", SMALL)
    assert exported.exit_code == 0
    assert "Agenda" in exported.output
    assert "this page" not in exported.output  # nor does it lead from step to step
    assert exported.output.index("Key: open it once") > exported.output.index("Rate one skill at a time.")
