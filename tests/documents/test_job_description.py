"""A job description: duties in their order, what a skill's level looks like, levels side by side, and no vacancy."""

from __future__ import annotations

import copy
import re
from collections.abc import Iterator
from typing import Any

import pytest
from rolebook.audience import Audience
from rolebook.catalogue import Format, is_confidential, pages
from rolebook.documents.blocks import Kind, Listing, Mark
from rolebook.documents.internal_edition import InternalEdition
from rolebook.documents.process.posting_text import posting_text
from rolebook.documents.roles.job_description import job_description
from rolebook.formats import html, markdown, text
from rolebook.kit import Kit
from rolebook.kit.text import Text
from rolebook.language import Language

from tests.conftest import kit_of
from tests.walk import every


def described(edition: InternalEdition, role: str) -> str:
    return text.write(job_description(edition, role), edition.language).replace("\n", " ")


def squeezed(words: str) -> str:
    return "".join(words.split())


def test_duties_stand_in_the_order_of_the_file(edition: InternalEdition) -> None:
    for role in edition.kit.roles:
        said = squeezed(described(edition, role.id))
        places = [said.index(squeezed(edition.text(duty.text))) for duty in role.duties]
        assert places == sorted(places), role.id


def test_each_skill_stands_with_its_definition_and_the_anchor_of_the_level_needed(edition: InternalEdition) -> None:
    for role in edition.kit.roles:
        said = squeezed(described(edition, role.id))
        for need in role.skills:
            skill = edition.kit.skill(need.skill)
            for words in (skill.definition, skill.anchors.at(need.level), need.equivalent):
                assert squeezed(edition.text(words)) in said, (role.id, need.skill)


def test_shares_languages_reporting_line_levels_and_changes_are_there(small: Kit) -> None:
    said = described(InternalEdition(small, Language("en")), "baker")
    for part in (
        "80% of the time",
        "Levels of the role: Apprentice baker, Skilled baker",
        "Employing unit: The corner shop",
        "Place of work: On site",
        "Reports to: Senior Baker",
        "Arabic: for the shop",
        "15 January 2026: Flour",
    ):
        assert part in said, part
    table = markdown.write(job_description(InternalEdition(small, Language("en")), "baker"), Language("en"))
    for row in (
        "| What changes | Apprentice baker | Skilled baker |",
        "| Duties | Weighs what goes into the dough. | – |",
        "| Measured by | Flour spilt | Loaves left over |",
        "| Baking | 2 Basic | 3 Intermediate |",
        "| Pay band | 25 to 35 Saudi riyals an hour (Example) | 36 to 45 Saudi riyals an hour |",
        "1. Whoever meets every level needed begins in the middle of the band.",
        "**Example**: a skilled baker begins at 40.5 riyals an hour.",
    ):
        assert row in table


def test_a_role_without_levels_says_nothing_of_levels_or_of_pay(small_data: dict[str, Any]) -> None:
    changed = copy.deepcopy(small_data)
    del changed["roles"][0]["levels"], changed["roles"][0]["posting"]["level"]
    edition = InternalEdition(kit_of(changed), Language("en"))
    said = described(edition, "baker")
    assert "What changes" not in said
    assert "pay band" not in said.lower()


def test_a_description_says_which_level_it_is_of(small_data: dict[str, Any]) -> None:
    changed = copy.deepcopy(small_data)
    edition = InternalEdition(kit_of(changed), Language("en"))
    assert "All of these are within the job level “Professional”. The table shows what changes" in described(
        edition, "baker"
    )
    assert "Skilled baker”" not in described(edition, "baker")
    changed["roles"][0]["levels"][1]["skills"] = {}
    said = described(InternalEdition(kit_of(changed), Language("en")), "baker")
    for part in (
        "Everything outside the table describes “Skilled baker”; the table shows what is different",
        "The shares of time are those of “Skilled baker”.",
        "The levels of skill are those that “Skilled baker” needs; the table of levels has the others.",
    ):
        assert part in said, part


def test_a_role_without_levels_has_a_pay_band_of_its_own(small_data: dict[str, Any]) -> None:
    changed = copy.deepcopy(small_data)
    role = changed["roles"][0]
    del role["levels"], role["posting"]["level"]
    role["pay"] = {"currency": "SAR", "unit": "hour", "minimum": 36, "maximum": 45, "example": True}
    said = described(InternalEdition(kit_of(changed), Language("en")), "baker")
    for part in ("36 to 45 Saudi riyals an hour", "Whoever meets every level needed begins", "begins at 40.5 riyals"):
        assert part in said, part


def vacancy(part: object) -> Iterator[Text]:
    return (value for value in every(part, but=Text) if isinstance(value, Text))


def test_nothing_of_a_vacancy_is_in_it(edition: InternalEdition) -> None:
    role = edition.kit.role("sales-operations-analyst")
    [posting] = role.postings
    said = squeezed(described(edition, role.id))
    sentences = [one for one in vacancy(posting) if len(one["en"].split()) > 2]
    assert len(sentences) >= 6
    interviewing = edition.kit.interviewing
    sentences += [interviewing.equal_opportunity, interviewing.accommodation]
    found = [one["en"] for one in sentences if squeezed(edition.text(one)) in said]
    assert found == []
    assert posting.identifier is not None
    assert posting.identifier not in said


def test_its_pay_bands_and_anchors_are_marked_as_internal_on_paper() -> None:
    assert is_confidential(Kind.JOB_DESCRIPTION, Format.PDF)
    assert is_confidential(Kind.JOB_DESCRIPTION, Format.DOCX)


def test_an_open_posting_can_be_copied_on_a_page_of_its_own(first: Kit) -> None:
    copied = {page.subject for page in pages(first, Audience.INTERNAL) if page.row.kind is Kind.POSTING_TEXT}
    assert copied == {role.id for role in first.roles if any(one.is_open_on(first.today) for one in role.postings)}
    assert len(copied) == 3
    for tag in first.about.languages:
        edition = InternalEdition(first, Language(tag))
        page = html.write(posting_text(edition, "sales-operations-analyst"), edition.language, lambda target: "")
        assert page.count("SO-2026-02") == 4  # in the bar of the role, as a board shows it, as text, and as HTML
        assert '<details class="rb-copyable" open>' in page
    with pytest.raises(LookupError, match="no open posting"):
        posting_text(InternalEdition(first, Language("en")), "sales-planning-specialist")


@pytest.mark.parametrize(
    ("essential", "marked", "told"),
    [
        ((True, True, False), ["Marginal"], "Duties are essential unless marked otherwise"),
        ((True, True, True), [], "Every duty is essential"),
        ((True, False, False), ["Essential", "Marginal", "Marginal"], "a marginal one could be given to someone else"),
    ],
)
def test_of_duties_that_are_nearly_all_essential_the_marginal_ones_alone_are_marked(
    small_data: dict[str, Any], essential: tuple[bool, ...], marked: list[str], told: str
) -> None:
    role = small_data["roles"][0]
    duty = {key: value for key, value in role["duties"][0].items() if key != "share"}
    ids = (duty["id"], "second", "third")
    role["duties"] = [{**duty, "id": id_, "essential": so} for id_, so in zip(ids, essential, strict=True)]
    edition = InternalEdition(kit_of(small_data), Language("en"))
    described = job_description(edition, "baker")
    items = [item for block in described.blocks if isinstance(block, Listing) for item in block.items]
    duties = [item for item in items if item.anchor.startswith("duty-")]
    assert [part.text for item in duties for part in item.inlines if isinstance(part, Mark)] == marked
    assert told in text.write(described, edition.language).replace("\n", " ")


def test_a_duty_has_a_bar_as_long_as_its_share_and_what_few_need_is_folded(small_data: dict[str, Any]) -> None:
    changed = copy.deepcopy(small_data)
    for duty, share in zip(changed["roles"][0]["duties"], (80, 20), strict=False):
        duty["share"] = share
    edition = InternalEdition(kit_of(changed), Language("en"))
    page = html.write(job_description(edition, "baker"), edition.language, lambda target: "")
    assert 'style="--part: 0.80">80% of the time' in page
    assert 'style="--part: 0.20">20% of the time' in page
    shown = re.sub(r"<details.*?</details>", "", page, flags=re.DOTALL)
    for anchor in ("duties", "scope", "skills", "success"):
        assert f'id="{anchor}"' in shown
    for anchor in ("levels", "conditions", "works-with", "process", "about"):
        assert f'id="{anchor}"' not in shown
        assert f'id="{anchor}"' in page
