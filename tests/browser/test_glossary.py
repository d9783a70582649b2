"""The glossary on the first kit's site: terms by topic, and a field that narrows them down."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.accessibility import accessible
from tests.browser.conftest import Opened
from tests.conftest import FIRST, read

KIT = read(FIRST)


@pytest.mark.parametrize(
    ("tag", "words", "found"), [("en", "WORK sam", "work-sample"), ("ar", "عيّنة عمل", "work-sample")]
)
def test_terms_are_narrowed_down_and_a_topic_without_any_is_left_out(
    opened: Opened, tag: str, words: str, found: str
) -> None:
    page = opened(f"{tag}/glossary/", viewport={"width": 390, "height": 844})
    terms, topics = (page.locator(f".rb-body {one}").locator("visible=true") for one in (".rb-definitions > div", "h2"))
    expect(terms).to_have_count(len(KIT.glossary))
    expect(topics).to_have_count(len({repr(term.topic) for term in KIT.glossary}))
    accessible(page)
    field = page.get_by_role("searchbox").locator("visible=true")
    field.fill(words)
    expect(page.locator(f"#{found}")).to_be_visible()
    expect(page.locator("#territory")).to_be_hidden()
    expect(topics).to_have_count(
        len({repr(term.topic) for term in KIT.glossary if page.locator(f"#{term.id}").is_visible()})
    )
    field.fill("xyzzy")
    expect(terms).to_have_count(0)
    expect(page.locator(".rb-filter [role=status]")).not_to_be_empty()


def test_topics_are_listed_beside_the_terms_where_there_is_room(opened: Opened) -> None:
    page = opened("en/glossary/", viewport={"width": 1440, "height": 900})
    page.locator(".md-sidebar--secondary").get_by_role("link", name="Work samples").click()
    expect(page.locator("#work-sample")).to_be_in_viewport()


def test_all_terms_are_there_without_scripts(opened: Opened) -> None:
    page = opened("en/glossary/", java_script_enabled=False)
    expect(page.locator(".rb-definitions > div").locator("visible=true")).to_have_count(len(KIT.glossary))
    expect(page.locator(".rb-filter")).to_be_hidden()


@pytest.mark.parametrize("tag", ["en", "ar"])
def test_facts_are_narrowed_down_by_their_words_and_by_where_they_are_used(opened: Opened, tag: str) -> None:
    page = opened(f"{tag}/facts/", viewport={"width": 390, "height": 844})
    fact, role = KIT.facts[0], KIT.role("sales-operations-leader")
    shown = page.locator(".rb-definitions > div").locator("visible=true")
    expect(shown).to_have_count(len(KIT.facts))
    field = page.get_by_role("searchbox").locator("visible=true")
    field.fill(fact.text[tag])
    expect(shown).to_have_count(1)
    expect(shown).to_have_id(fact.id)
    expect(page.locator(".rb-body h3").locator("visible=true")).to_have_count(1)
    field.fill(role.title[tag])
    expect(shown.first.get_by_role("link", name=role.title[tag])).to_be_visible()
    accessible(page)
