"""What the pages of the library say: facts under their sources, duties under the objectives that they serve."""

from __future__ import annotations

from collections import Counter
from typing import Any

import lxml.html
from rolebook.documents.blocks import Document
from rolebook.documents.internal_edition import InternalEdition
from rolebook.documents.library.facts import facts
from rolebook.documents.library.glossary import glossary
from rolebook.documents.library.home import home
from rolebook.documents.roles.coverage import coverage
from rolebook.documents.roles.objectives import objectives
from rolebook.documents.roles.overview import roles
from rolebook.formats import html
from rolebook.kit.vacancies import open_vacancies
from rolebook.language import Language

from tests.conftest import kit_of


def on_page(document: Document, edition: InternalEdition) -> lxml.html.HtmlElement:
    """A document as a page's HTML."""
    return lxml.html.fromstring(
        html.write(document, edition.language, lambda to: f"{to.kind}/{to.subject}#{to.anchor}")
    )


def test_each_source_stands_there_once_and_its_facts_stand_under_it_by_number(edition: InternalEdition) -> None:
    page, kit = on_page(facts(edition, ""), edition), edition.kit
    under: dict[str, list[str]] = {}
    for element in page.iter("h2", "div"):
        if element.tag == "h2":
            under[element.get("id")] = []
        elif element.get("id") in {fact.id for fact in kit.facts}:
            assert element.find("dt").text_content() == element.get("id")
            list(under.values())[-1].append(element.get("id"))
    for source in kit.sources:
        said = sorted((fact.id for fact in kit.facts if fact.from_ == source.id), key=lambda number: int(number[1:]))
        assert under.get(f"source-{source.id}", []) == said
        assert page.text_content().count(edition.text(source.title)) == (2 if said else 1)  # the contents name it, too
        assert page.xpath("count(//*[@id=$id])", id=f"source-{source.id}") == 1


def test_the_number_of_a_fact_leads_to_the_fact(edition: InternalEdition) -> None:
    page, fact = on_page(facts(edition, ""), edition), edition.kit.facts[0]
    [link] = page.xpath("//*[@id=$id]/dt/a", id=fact.id)
    assert link.get("href") == f"facts/#{fact.id}"


def test_the_coverage_says_whether_a_skill_that_a_role_needs_is_rated_nowhere(small_data: dict[str, Any]) -> None:
    def told() -> str:
        edition = InternalEdition(kit_of(small_data), Language("en"))
        page = on_page(coverage(edition, ""), edition)
        marked = page.xpath("//a[contains(@class, 'rb-warns')] | //span[contains(@class, 'rb-matrix__cell rb-warns')]")
        return f"{page.xpath('string(//p[@class])').strip()} {' '.join(one.get('title') for one in marked)}".strip()

    assert told() == "Every skill that a role needs is rated in at least one stage of its interview."
    stage = small_data["roles"][0]["interview"][0]
    stage["questions"] = [one for one in stage["questions"] if not one.startswith("serving/")]
    stage["also_rates"] = []
    assert told() == (
        "1 skill that a role needs is rated in no stage: it is marked below. 3 Intermediate, Rated in no stage"
    )


def test_must_haves_that_a_single_stage_rates_stand_below_the_map_and_lead_to_that_stage(
    edition: InternalEdition,
) -> None:
    page, kit = on_page(coverage(edition, ""), edition), edition.kit
    once = {
        (role.id, need.skill): [
            f"stage/{role.id}/{stage.id}#" for stage in role.interview if need.skill in stage.skills
        ]
        for role in kit.roles
        for need in role.needs
        if need.must_have
    }
    expected = {(role, skill, *stages) for (role, skill), stages in once.items() if len(stages) == 1}
    assert expected
    names = {edition.text(skill.name): skill.id for skill in kit.skills}
    shown = {
        (item.xpath("p/a/@href")[0].split("/")[1].strip("#"), names[line.text.partition(":")[0].strip()], stage)
        for item in page.xpath("//h2[@id='single']/following-sibling::ul[1]/li")
        for line in item.findall("ul/li")
        for stage in line.xpath("a/@href")
    }
    assert shown == expected
    [link] = page.xpath("//p[@class='rb-lead']/a")
    assert link.text_content().startswith(str(len(expected)))
    assert [one.get("id") for one in page.iter("h2")][:2] == ["roles", link.get("href").partition("#")[2]]


def test_a_cell_of_the_coverage_leads_to_where_the_skill_is_rated_for_the_role(edition: InternalEdition) -> None:
    page, kit = on_page(coverage(edition, ""), edition), edition.kit
    [heat] = page.xpath("//div[contains(@class, 'rb-matrix--heat')]")
    for skill, row in zip(kit.skills, heat.xpath(".//tbody/tr"), strict=False):
        needing = [role.id for role in kit.roles if role.need(skill.id)]
        assert row.xpath("td/a/@href") == [f"scorecard/{role}#role--{skill.id}" for role in needing]
        assert row.xpath("string(td[last()]/span/span[1])") == str(len(needing))
    sums = heat.xpath(".//tbody/tr[last()]/td/span/span[1]/text()")
    assert sums == [str(len(role.needs)) for role in kit.roles]


def test_each_fact_says_where_it_is_used_and_which_are_not(small_data: dict[str, Any]) -> None:
    small_data["facts"].append(small_data["facts"][0] | {"id": "F99"})
    edition = InternalEdition(kit_of(small_data), Language("en"))
    page = on_page(facts(edition, ""), edition)
    used = {
        fact.id: page.xpath("//div[@id=$id]/dd[@class='rb-definitions__beside']//a/text()", id=fact.id)
        for fact in edition.kit.facts
    }
    assert used["F99"] == []
    [mark] = page.xpath("//div[@id='F99']//span[contains(@class, 'rb-mark--warn')]")
    assert mark.text == "used nowhere"
    assert "1 is used nowhere." in page.xpath("string(//p[@class='rb-lead'])")
    arabic = InternalEdition(edition.kit, Language("ar"))
    assert "وواحدة منها غير مستخدمة." in html.write(facts(arabic, ""), arabic.language, lambda target: "#")
    role = small_data["roles"][0]
    role["duties"][0]["source"] = ["F99"]
    edition = InternalEdition(kit_of(small_data), Language("en"))
    page = on_page(facts(edition, ""), edition)
    assert page.xpath("//div[@id='F99']/dd[last()]/a/text()") == [role["title"]["en"]]
    small_data["skills"][0]["source"] = small_data["objectives"][0]["source"] = ["F99"]
    edition = InternalEdition(kit_of(small_data), Language("en"))
    page = on_page(facts(edition, ""), edition)
    assert len(page.xpath("//div[@id='F99']/dd[last()]/details/a")) == 3
    assert page.xpath("string(//div[@id='F99']//summary)") == "on 3 pages: F99"
    assert {head.text for head in page.find_class("rb-definitions__head")} == {"Used on"}


def test_sources_are_folded_up_before_the_facts_each_with_how_many_it_has(edition: InternalEdition) -> None:
    body = on_page(facts(edition, ""), edition)
    counts = Counter(fact.from_ for fact in edition.kit.facts)
    links = body.xpath("//rb-card-filter/following-sibling::details[1]/ul/li/a")
    assert [link.get("href").rpartition("#source-")[2] for link in links] == [
        source.id for source in edition.kit.sources if counts[source.id]
    ]
    many = edition.language.ngettext("{n} fact", "{n} facts", counts[edition.kit.sources[0].id])
    assert links[0].tail == f" · {many}"


def test_the_title_of_a_source_leads_to_it(small_data: dict[str, Any]) -> None:
    small_data["sources"][0]["url"] = "https://example.com/source"
    edition = InternalEdition(kit_of(small_data), Language("en"))
    page = on_page(facts(edition, ""), edition)
    [link] = page.xpath("//h2/a")
    assert (link.get("href"), link.text) == ("https://example.com/source", edition.text(edition.kit.sources[0].title))


def test_a_term_stands_beside_what_the_other_languages_call_it(edition: InternalEdition) -> None:
    page = on_page(glossary(edition, ""), edition)
    other = next(tag for tag in edition.kit.about.languages if tag != edition.language.tag)
    for term in edition.kit.glossary:
        [said] = page.xpath("//div[@id=$id]/dd[@class]/bdi", id=term.id)
        assert (said.get("lang"), said.text) == (other, term.name[other])


def test_a_circle_has_a_number_only_where_the_stages_differ(small_data: dict[str, Any]) -> None:
    def figures() -> set[str]:
        edition = InternalEdition(kit_of(small_data), Language("en"))
        return set(
            on_page(coverage(edition, ""), edition).xpath(
                "//*[contains(@class, 'circles')]//td/a/*[@aria-hidden]/text()"
            )
        )

    assert figures() == set()
    small_data["roles"][0]["interview"][0]["interviewers"][0]["rates"] = False
    assert figures() == {"1", "2"}


def test_duties_are_text_in_their_order_under_the_role_that_has_them(edition: InternalEdition) -> None:
    page, kit = on_page(objectives(edition, ""), edition), edition.kit
    lists = page.xpath("//ul[@class='rb-beside']")
    assert len(lists) == len(kit.objectives)
    [matrix] = page.xpath("//div[contains(@class, 'rb-matrix--heat')]//tbody")
    totals = [
        sum(one.objective == objective.id for role in kit.roles for one in role.duties) for objective in kit.objectives
    ]
    assert matrix.xpath("tr[last()]/td/*/span[1]/text()") == list(map(str, (*totals, sum(totals))))
    assert all(
        "job-description/" in href and "#duty-" in href for href in matrix.xpath("tr[position() < last()]/td/a/@href")
    )
    assert page.xpath("string(//p[@class='rb-lead'])").startswith(str(sum(totals)))
    for objective, found in zip(kit.objectives, lists, strict=True):
        expected = {
            edition.text(role.title): [edition.text(one.text) for one in role.duties if one.objective == objective.id]
            for role in kit.roles
        }
        shown = {
            item.find("p/a").text: [duty.text.strip() for duty in item.findall("ul/li")] for item in found.findall("li")
        }
        assert shown == {role: duties for role, duties in expected.items() if duties}
        assert not found.xpath(".//li/ul//a[contains(@href, 'job-description')]")


def test_the_page_of_roles_begins_with_open_vacancies_and_what_each_offers(small_data: dict[str, Any]) -> None:
    edition = InternalEdition(kit_of(small_data), Language("en"))
    page = on_page(roles(edition, ""), edition)
    vacancies, every = page.xpath("//ul[starts-with(@class, 'rb-cards')]")
    [vacancy] = [" ".join(card.text_content().split()) for card in vacancies]
    for said in ("Baker", "B-1", "Jeddah, Saudi Arabia", "40 Saudi riyals an hour", "Open until 31 December 2026"):
        assert said in vacancy
    assert [link.text for link in vacancies.iter("a")] == ["Baker"]
    titles = [card.xpath("string(.//a)") for card in every]
    assert titles == [edition.text(role.title) for role in edition.kit.roles]


def test_of_vacancies_that_close_on_different_days_those_that_close_first_are_marked(edition: InternalEdition) -> None:
    kit = edition.kit
    days = sorted(one.posting.valid_through for one in open_vacancies(kit) if one.posting.valid_through)
    assert days[0] < days[-1]
    mark = edition.gettext("closes first")
    expected = [mark if day == days[0] else "" for day in days]
    for document, rows in ((roles, "//ul[contains(@class, '--openings')]/li"), (home, "//ul[@class='rb-beside']/li")):
        page = on_page(document(edition, ""), edition)
        assert [row.xpath("string(.//*[@class='rb-mark rb-mark--strong'])") for row in page.xpath(rows)] == expected


def test_the_home_page_names_the_four_vacancies_that_close_first(small_data: dict[str, Any]) -> None:
    posting = small_data["roles"][0]["posting"]
    small_data["roles"][0]["postings"] = [
        {
            **posting,
            "identifier": f"B-{day}",
            "title": dict.fromkeys(("en", "ar"), day),
            "valid_through": f"2026-12-{day}",
        }
        for day in ("15", "14", "13", "12", "11")
    ]
    del small_data["roles"][0]["posting"]
    edition = InternalEdition(kit_of(small_data), Language("en"))
    panel = on_page(home(edition, ""), edition).xpath("//section[contains(@class, 'rb-panel--vacancies')]")[0]
    assert panel.xpath(".//li//p/a/text()") == ["11", "12", "13", "14"]
    assert "5 vacancies are open." in panel.text_content()


def test_a_kit_without_open_vacancies_shows_its_roles_at_once(small_data: dict[str, Any]) -> None:
    for role in small_data["roles"]:
        if "posting" in role:
            role["posting"]["status"] = "closed"
    edition = InternalEdition(kit_of(small_data), Language("en"))
    page = on_page(roles(edition, ""), edition)
    assert not page.xpath("//h2")
    assert len(page.xpath("//ul[starts-with(@class, 'rb-cards')]")) == 1
