"""What is folded up on a page is found: its address unfolds it, and the page's contents stay in view."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.browser.accessibility import accessible
from tests.browser.conftest import Opened
from tests.conftest import FIRST, read

KIT = read(FIRST)


@pytest.mark.parametrize("tag", ["en", "ar"])
def test_the_address_of_a_key_unfolds_it_and_a_link_to_another_unfolds_that(opened: Opened, tag: str) -> None:
    page = opened(f"{tag}/guide/reference/#key-posting")
    expect(page.locator("#key-posting dl")).to_be_in_viewport()
    expect(page.locator("#key-place dl")).to_be_hidden()
    page.locator("#key-posting a[href='#key-place']").click()
    expect(page.locator("#key-place dl")).to_be_in_viewport()


@pytest.mark.parametrize("tag", ["en", "ar"])
def test_a_key_is_found_by_its_words_wherever_it_is_folded_up(opened: Opened, tag: str) -> None:
    page = opened(f"{tag}/guide/reference/", viewport={"width": 390, "height": 844})
    field = page.get_by_label("Find a key" if tag == "en" else "البحث عن مفتاح")
    field.fill("posting.pay maximum")
    expect(page.locator("dt:visible")).to_have_text([re.compile("^maximum")])
    expect(page.locator("#key-pay summary")).to_be_in_viewport()
    assert not page.locator("article h2:visible").count()
    field.fill("zzyzx")
    expect(page.get_by_role("status").filter(has_text=re.compile("No key|لا مفتاح"))).to_be_visible()
    field.fill("")
    expect(page.locator("#key-pay dl")).to_be_hidden()
    expect(page.locator("#section-kit")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    accessible(page)


@pytest.mark.parametrize("tag", ["en", "ar"])
def test_a_rule_is_unfolded_from_the_list_of_what_is_left_to_people(opened: Opened, tag: str) -> None:
    page = opened(f"{tag}/readiness/")
    rule = page.locator("#saudi-arabia-platforms")
    expect(rule).to_be_hidden()
    page.locator("a[href='#saudi-arabia-platforms']").click()
    expect(rule).to_be_in_viewport()


@pytest.mark.parametrize("tag", ["en", "ar"])
def test_on_a_phone_a_page_of_the_guide_begins_with_the_task_and_code_keeps_its_indentation(
    opened: Opened, tag: str
) -> None:
    page = opened(f"{tag}/guide/edit/", viewport={"width": 390, "height": 844})
    page.locator("article .rb-task a").first.click()
    expect(page.locator("#change")).to_be_in_viewport()
    contents = page.locator(".rb-contents")
    expect(contents.locator("a")).to_have_count(page.locator("article h2").count())
    contents.locator("summary").click()
    contents.locator("a").last.click()
    expect(page.locator("article h2").last).to_be_in_viewport()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    lines = page.locator("pre > code:has(.nt) > [id]")
    kept = "all => all.filter(one => getComputedStyle(one).whiteSpace !== 'pre-wrap').length"
    assert lines.evaluate_all(kept) == 0
    beyond = "all => all.filter(one => one.scrollWidth > one.clientWidth).length"
    assert page.locator("pre > code").evaluate_all(beyond) == 0
    deeper = """all => all.filter(one => {
        const parts = document.createRange()
        parts.selectNodeContents(one)
        const [first, ...others] = parts.getClientRects()
        return others.some(other => other.top > first.bottom && other.left < first.left + 8)
    }).length"""
    assert lines.evaluate_all(deeper) == 0
    cut = "all => all.filter(one => one.getBoundingClientRect().right > innerWidth - 8 || one.scrollLeft).length"
    assert page.locator("article .highlight").evaluate_all(cut) == 0
    assert page.evaluate("document.fonts.check('12px \"FiraGO in code\"', 'تحويل')")
    page.set_viewport_size({"width": 1440, "height": 900})
    expect(contents).to_be_hidden()


@pytest.mark.parametrize("tag", ["en", "ar"])
def test_code_is_copied_by_a_button_that_covers_no_code(opened: Opened, tag: str) -> None:
    page = opened(f"{tag}/guide/edit/", viewport={"width": 390, "height": 844}, permissions=["clipboard-read"])
    box = page.locator(".highlight:has(.filename)").first
    button, code = box.locator(".md-code__button").bounding_box(), box.locator("code").bounding_box()
    assert button
    assert code
    assert min(button["width"], button["height"]) >= 24
    assert button["y"] + button["height"] <= code["y"] + 1
    box.locator(".md-code__button").click()
    page.wait_for_function("navigator.clipboard.readText().then(text => text.startsWith('    summary:'))")


def test_on_a_phone_the_sections_of_the_reference_stay_in_view(opened: Opened) -> None:
    page = opened("ar/guide/reference/#section-glossary", viewport={"width": 390, "height": 844})
    expect(page.get_by_role("link", name="interviewing", exact=True).first).to_be_in_viewport()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize("tag", ["en", "ar"])
def test_a_question_of_a_skill_is_unfolded_by_a_click_and_printed_without_one(opened: Opened, tag: str) -> None:
    page = opened(f"{tag}/skills/data-analysis/", java_script_enabled=False)
    probes = page.locator("#question-falling-conversion-aids")
    expect(probes).to_be_hidden()
    page.locator("#question-falling-conversion").click()
    expect(probes).to_be_visible()
    page.reload()
    expect(probes).to_be_hidden()
    page.emulate_media(media="print")
    expect(probes).to_be_visible()


@pytest.mark.parametrize("tag", ["en", "ar"])
def test_the_handbook_for_interviewers_is_unfolded_by_an_address(opened: Opened, tag: str) -> None:
    page = opened(f"{tag}/interviewing/", viewport={"width": 1280, "height": 800})
    expect(page.locator("#kits")).to_be_in_viewport()
    topic = page.locator("#off-limits-age")
    expect(topic).to_be_hidden()
    page.evaluate("location.hash = 'off-limits'")
    expect(topic).to_be_visible()
    page.evaluate("scrollTo(0, 0)")  # nothing lies under what stays in sight
    accessible(page)


@pytest.mark.parametrize("tag", ["en", "ar"])
def test_on_a_phone_the_stages_of_a_role_are_named_in_one_row(opened: Opened, tag: str) -> None:
    page = opened(f"{tag}/interviewing/", viewport={"width": 390, "height": 844})
    table = page.locator("#kits ~ .rb-table")
    places = (
        "all => all.map(one => one.getBoundingClientRect()).map(({ x, y, width, height }) => [x, y, width, height])"
    )
    for row in table.locator("tbody tr").all():
        stages = row.locator("td > a")
        assert all(stages.all_inner_texts())
        shown = stages.evaluate_all(places)
        assert len(shown) > 1
        for _, y, _, height in shown:
            assert y == pytest.approx(shown[0][1], abs=1)
            assert height >= 44


@pytest.mark.parametrize("tag", ["en", "ar"])
def test_skills_are_narrowed_down_to_those_of_a_role(opened: Opened, tag: str) -> None:
    page = opened(f"{tag}/skills/", viewport={"width": 390, "height": 844})
    leader = KIT.role("sales-operations-leader")
    page.locator("select[name=place]").select_option(leader.title[tag])
    shown = page.locator(".rb-card:visible .rb-card__title a")
    assert set(shown.all_inner_texts()) == {KIT.skill(need.skill).name[tag] for need in leader.needs}
    skill = KIT.skill(leader.needs[0].skill)
    page.locator("input[name=text]").fill(skill.name[tag])
    assert shown.all_inner_texts() == [skill.name[tag]]
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    accessible(page)


def test_skills_have_a_column_for_each_role_where_there_is_room_and_a_list_of_roles_on_a_phone(opened: Opened) -> None:
    page = opened("en/skills/", viewport={"width": 1280, "height": 900})
    skill, need = KIT.skills[0], KIT.roles_taking(KIT.skills[0].id)[0]
    row = page.locator(".rb-card", has=page.get_by_role("link", name=skill.name["en"], exact=True))
    item = row.get_by_role("listitem").filter(has_text=need[0].title["en"])
    expect(item).to_have_text(re.compile(f"^{need[1].level} "))
    head = page.locator(".rb-cards__heads").get_by_role("link", name=need[0].title["en"]).bounding_box()
    square = item.locator("b").bounding_box()
    assert head
    assert square
    assert square["x"] + square["width"] / 2 == pytest.approx(head["x"] + head["width"] / 2, abs=2)
    page.set_viewport_size({"width": 390, "height": 844})
    name = item.locator("[data-place]").bounding_box()
    assert name
    assert name["width"] > 60
    page.set_viewport_size({"width": 1280, "height": 900})
    page.locator(".rb-cards__heads a").first.click()
    expect(page).to_have_url(re.compile("/roles/"))
