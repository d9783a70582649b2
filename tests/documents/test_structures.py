"""Structure guides and the page on the team: what a head of sales operations reads there."""

from __future__ import annotations

from typing import Any

import pytest
from rolebook.documents.blocks import Folded
from rolebook.documents.internal_edition import InternalEdition
from rolebook.documents.structures.overview import structures
from rolebook.documents.structures.structure_guide import structure_guide
from rolebook.formats import html, markdown
from rolebook.kit import Kit
from rolebook.language import Language

from tests.conftest import kit_of


def both(words: str) -> dict[str, str]:
    return {"en": words, "ar": words}


MOVE: dict[str, Any] = {
    "to": "one-oven",
    "when": both("The oven cools."),
    "weeks": 6,
    "owner": "senior-baker",
    "steps": [
        {"week": 2, "text": both("Buy an oven."), "owner": "baker"},
        {"week": 5, "text": both("Light it.")},
    ],
    "announcement": both("We get a new oven."),
    "frozen": [both("The recipes.")],
    "success": both("Bread is warm."),
    "going_back": both("Light the old one."),
}


def read(kit: Kit, page: str = "one-oven", tag: str = "en") -> str:
    """A guide, or the page on the team, as a reader reads it."""
    edition = InternalEdition(kit, Language(tag))
    document = structures(edition, "") if page == "structures" else structure_guide(edition, page)
    return markdown.write(document, edition.language)


def row(text: str, beginning: str) -> list[str]:
    """The cells of the only line of a table that begins so, without its links."""
    [line] = [line for line in text.splitlines() if line.removeprefix("| ").lstrip("[").startswith(beginning)]
    return [
        cell.strip().partition("](")[0].partition(" \\[")[0].lstrip("[")
        for cell in line.replace("\\.", ".").split("|")[1:-1]
    ]


def test_a_guide_begins_with_when_to_choose_the_structure(small: Kit) -> None:
    headings = [line for line in read(small).splitlines() if line.startswith("## ")]
    assert headings[:3] == ["## When to choose it", "## How it looks", "## Advantages and risks"]
    assert len(headings) <= 8


def test_a_transition_says_who_does_what_in_which_week(small_data: dict[str, Any]) -> None:
    small_data["leadership_models"][0]["moves"] = [MOVE]
    text = read(kit_of(small_data))
    assert row(text, "Week 2 |") == ["Week 2", "Buy an oven.", "Baker"]
    assert row(text, "Week 5 |") == ["Week 5", "Light it.", "Senior Baker"]  # the transition's owner
    for words in ("6 weeks", "We get a new oven.", "The recipes.", "Bread is warm.", "Light the old one."):
        assert words in text


def test_a_transition_of_the_first_shape_is_a_numbered_list(small_data: dict[str, Any]) -> None:
    steps = [both("Buy an oven."), both("Light it.")]
    small_data["leadership_models"][0]["moves"] = [{"to": "one-oven", "when": both("Now."), "steps": steps}]
    text = read(kit_of(small_data))
    assert "1. Buy an oven.\n2. Light it." in text
    for label in ("How long", "Owner of the transition", "does not change", "Sign of success", "Going back"):
        assert label not in text


def test_a_guide_says_who_answers_for_each_service(small: Kit) -> None:
    text = read(small)
    assert row(text, "A cake to order") == ["A cake to order", "Senior Baker", "Senior Baker", "The owner", ""]
    assert row(text, "Rolls for a feast") == ["Rolls for a feast", "Baker", "Senior Baker", "", "The owner"]


def test_a_duty_without_anybody_accountable_is_marked(small_data: dict[str, Any]) -> None:
    for size in small_data["leadership_models"][0]["organisations"]:
        size["top"] = {"role": "baker"}
    del small_data["leadership_models"][0]["raci"]
    text = read(kit_of(small_data))
    _, _, gaps = text.partition("### Duties that nobody answers for\n")
    assert gaps.partition("\n#")[0].count("(Gap)") == 2
    assert "more than one role answers for" not in text


def test_where_every_duty_has_one_to_answer_for_it_one_sentence_says_so(small: Kit) -> None:
    text = read(small)
    assert "Every duty has exactly one role or person who answers for it" in text
    assert "### Duties that" not in text


def test_the_long_parts_of_a_guide_are_folded_under_their_headings(small: Kit) -> None:
    guide = structure_guide(InternalEdition(small, Language("en")), "one-oven")
    folded = {block.anchor for block in guide.blocks if isinstance(block, Folded)}
    assert folded >= {"services", "all-duties"}
    assert {"services", "all-duties"} <= {heading.anchor for heading in html.headings(guide)}
    assert "<details" not in markdown.write(guide, Language("en"))


def test_who_is_consulted_on_duties_has_a_column_only_where_somebody_is(small_data: dict[str, Any]) -> None:
    model = small_data["leadership_models"][0]
    del small_data["function"]["services"], model["raci"]
    assert "| Consulted |" not in read(kit_of(small_data))
    model["raci"] = [{"duties": ["baker/bake-bread"], "consulted": [{"who": both("The mill")}]}]
    text = read(kit_of(small_data))
    assert "| Duty | Responsible | Accountable | Consulted |" in text
    assert "The mill" in text


@pytest.mark.parametrize(("tag", "people"), [("en", "2 (1 to 3)"), ("ar", "2 (من 1 إلى 3)")])
def test_the_page_says_how_many_people_companies_of_typical_sizes_need(small: Kit, tag: str, people: str) -> None:
    text = read(small, "structures", tag)
    name = {"en": "One street", "ar": "شارع واحد"}[tag]
    # 150 loaves : 100, the second oven : 4, and a fifth of both for leading are 2.1 people
    assert row(text, f"{name} |")[:4] == [name, "150", "2", people]


def test_one_company_is_worked_out_line_by_line(small: Kit) -> None:
    text = read(small, "structures")
    figures = {work: row(text, f"{work}")[-1] for work in ("Baking", "Cleaning", "Leading", "Total")}
    assert figures == {"Baking": "1.50", "Cleaning": "0.25", "Leading": "0.35", "Total": "2.10"}
    assert row(text, "Cleaning")[2:4] == ["4 (3 to 6)", "Ovens: 2, less 1"]
    assert "Rounded: 2 people." in text


def test_without_an_example_the_ratios_are_listed(small_data: dict[str, Any]) -> None:
    del small_data["function"]["sizing"]["examples"]
    text = read(kit_of(small_data), "structures")
    assert row(text, "Baking")[2:] == ["100 (80 to 150)", "Loaves a day"]
    assert "Rounded" not in text


def test_the_page_lists_services_with_their_working_days(small: Kit) -> None:
    text = read(small, "structures")
    assert row(text, "A cake to order")[3:] == ["2 working days", "Senior Baker"]
    assert row(text, "Rolls for a feast")[3:] == ["1 working day", "Baker"]


def test_a_line_says_where_a_transition_leads_and_when(small_data: dict[str, Any]) -> None:
    small_data["leadership_models"][0]["moves"] = [MOVE]
    kit = kit_of(small_data)
    guide = structure_guide(InternalEdition(kit, Language("en")), "one-oven")
    [move] = [block for block in guide.blocks if isinstance(block, Folded) and block.anchor.startswith("move-")]
    assert (move.title, move.about) == ("To: One oven", "The oven cools.")


def test_the_sizes_of_each_structure_are_a_bar_on_one_axis(small_data: dict[str, Any]) -> None:
    edition = InternalEdition(kit_of(small_data), Language("en"))
    page = html.write(structures(edition, ""), edition.language, lambda target: "")
    _, _, picture = page.partition('<ul class="rb-ranges"')
    assert picture.startswith(' aria-label="Leadership models compared" style="--end: 4">')
    assert '2 to 4 people<span class="rb-ranges__track" aria-hidden="true"><i style="--low: 2; --high: 4">' in picture
