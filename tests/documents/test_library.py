"""What the pages of the library say: facts under their sources, duties under the objectives that they serve."""

from __future__ import annotations

from typing import Any

import lxml.html
from rolebook.documents.blocks import Document
from rolebook.documents.internal_edition import InternalEdition
from rolebook.documents.library.facts import facts
from rolebook.documents.roles.coverage import coverage
from rolebook.documents.roles.objectives import objectives
from rolebook.formats import html
from rolebook.language import Language

from tests.conftest import kit_of


def on_page(document: Document, edition: InternalEdition) -> lxml.html.HtmlElement:
    """A document as a page's HTML."""
    return lxml.html.fromstring(
        html.write(document, edition.language, lambda to: f"{to.kind}/{to.subject}#{to.anchor}")
    )


def test_each_source_is_named_once_and_its_facts_stand_under_it_by_number(edition: InternalEdition) -> None:
    page, kit = on_page(facts(edition, ""), edition), edition.kit
    under: dict[str, list[str]] = {}
    for element in page.iter("h2", "div"):
        if element.tag == "h2":
            under[element.get("id")] = []
        elif element.get("id") in {fact.id for fact in kit.facts}:
            assert element.find("dt").text_content() == element.get("id")
            list(under.values())[-1].append(element.get("id"))
    for source in kit.sources:
        assert page.text_content().count(edition.text(source.title)) == 1
        said = sorted((fact.id for fact in kit.facts if fact.from_ == source.id), key=lambda number: int(number[1:]))
        assert under.get(f"source-{source.id}", []) == said
        assert page.xpath("count(//*[@id=$id])", id=f"source-{source.id}") == 1


def test_the_number_of_a_fact_leads_to_the_fact(edition: InternalEdition) -> None:
    page, fact = on_page(facts(edition, ""), edition), edition.kit.facts[0]
    [link] = page.xpath("//*[@id=$id]/dt/a", id=fact.id)
    assert link.get("href") == f"facts/#{fact.id}"


def test_the_coverage_says_whether_a_skill_that_a_role_needs_is_rated_nowhere(small_data: dict[str, Any]) -> None:
    def told() -> str:
        edition = InternalEdition(kit_of(small_data), Language("en"))
        return str(on_page(coverage(edition, ""), edition).xpath("string(//p[@class='rb-lead'])"))

    assert told() == "Every skill that a role needs is rated in at least one stage of its interview."
    stage = small_data["roles"][0]["interview"][0]
    stage["questions"] = [one for one in stage["questions"] if not one.startswith("serving/")]
    stage["also_rates"] = []
    assert told() == "1 skill that a role needs is rated in no stage: its row below is empty."


def test_a_circle_has_a_number_only_where_the_stages_differ(small_data: dict[str, Any]) -> None:
    def figures() -> set[str]:
        edition = InternalEdition(kit_of(small_data), Language("en"))
        return set(
            on_page(coverage(edition, ""), edition).xpath(
                "//*[contains(@class, 'circles')]//td//*[@aria-hidden]/text()"
            )
        )

    assert figures() == set()
    small_data["roles"][0]["interview"][0]["interviewers"][0]["rates"] = False
    assert figures() == {"1", "2"}


def test_duties_are_text_in_their_order_under_the_role_that_has_them(edition: InternalEdition) -> None:
    page, kit = on_page(objectives(edition, ""), edition), edition.kit
    lists = page.xpath("//ul[@class='rb-beside']")
    assert len(lists) == len(kit.objectives)
    for objective, found in zip(kit.objectives, lists, strict=True):
        expected = {
            edition.text(role.title): [edition.text(one.text) for one in role.duties if one.objective == objective.id]
            for role in kit.roles
        }
        shown = {
            item.find("a").text: [duty.text.strip() for duty in item.findall("ul/li")] for item in found.findall("li")
        }
        assert shown == {role: duties for role, duties in expected.items() if duties}
        assert not found.xpath(".//li/ul//a[contains(@href, 'job-description')]")
