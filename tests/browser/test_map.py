"""The site's map: every page is near, the home page leads on, and a role's bar says where one is and what is next.

Each page is opened to follow its links: on a phone and in Arabic, where the links are the same, that is slow.
"""

from __future__ import annotations

import base64
import hashlib
import re
from pathlib import Path
from urllib.parse import urldefrag

import pytest
from playwright.sync_api import Browser, Page, Route, expect
from rolebook.audience import Audience
from rolebook.catalogue import pages
from rolebook.kit import Kit
from rolebook.project import PROJECT

from tests.browser.accessibility import accessible
from tests.browser.conftest import Opened, served
from tests.conftest import FIRST, read

KIT = read(FIRST)
DESK, PHONE = {"width": 1280, "height": 800}, {"width": 390, "height": 844}
ROLE = "roles/sales-operations-analyst/"
STAGE = "skills-interview"
SEEN = """links => links.filter(link => link.checkVisibility({visibilityProperty: true})).map(link => link.href)"""
MENU = ".md-header label[for=__drawer]"


def links(page: Page, within: str = "body") -> set[str]:
    """The addresses that visible links of a page lead to."""
    return {urldefrag(href).url for href in page.locator(f"{within} a[href]").evaluate_all(SEEN)}


@pytest.mark.parametrize(
    ("tag", "size"),
    [
        pytest.param("en", DESK, id="en-desk"),
        pytest.param("en", PHONE, id="en-phone", marks=pytest.mark.slow),
        pytest.param("ar", DESK, id="ar-desk", marks=pytest.mark.slow),
        pytest.param("ar", PHONE, id="ar-phone", marks=pytest.mark.slow),
    ],
)
def test_every_page_is_two_clicks_from_home(opened: Opened, address: str, tag: str, size: dict[str, int]) -> None:
    """By links that can be seen; opening the menu is a click."""
    top = f"{address}{tag}/"
    page = opened(f"{tag}/", viewport=size)
    near = {link for link in links(page) if link.startswith(top)}
    reached = {top, *near}
    if page.locator(MENU).is_visible():
        page.locator(MENU).click()
        expect(page.locator(".rb-menu")).to_be_visible()
        reached |= links(page, ".rb-menu")
    for link in sorted(near):
        if "." not in link.rpartition("/")[2]:
            page.goto(link)
            reached |= links(page)
    far = {f"{top}{one.path}" for one in pages(KIT, Audience.INTERNAL)} - reached
    assert far == set()


@pytest.mark.parametrize("size", [DESK, PHONE], ids=["desk", "phone"])
@pytest.mark.parametrize("tag", ["en", "ar"])
def test_each_of_those_who_come_has_one_step_and_the_first_of_them_stands_out(
    opened: Opened, tag: str, size: dict[str, int]
) -> None:
    page = opened(f"{tag}/", viewport=size)
    filled = []
    for name in ("vacancies", "interviews", "decide", "planning", "upkeep"):
        steps = page.locator(f".rb-panel--{name} > :last-child :is(a, button)")
        expect(steps).to_have_count(1)
        box = steps.bounding_box()
        assert box
        assert box["height"] >= 43
        if size is DESK:
            assert box["y"] + box["height"] <= DESK["height"], name
        filled.append(steps.evaluate("step => getComputedStyle(step).backgroundColor") != "rgba(0, 0, 0, 0)")
    assert filled == [True, False, False, False, False]
    assert page.locator(".md-sidebar--secondary").is_hidden()
    assert page.evaluate("document.documentElement.scrollWidth") <= size["width"]
    accessible(page)


def test_the_home_page_leads_to_the_planner_with_the_answers(opened: Opened, address: str) -> None:
    page = opened("en/", viewport=DESK)
    now, later, *_ = page.locator(".rb-plan-entry input").all()
    now.fill("7")
    later.fill("15")
    page.locator(".rb-plan-entry").get_by_role("button").click()
    page.wait_for_url(f"{address}en/structures/?people-now=7&people-in-a-year=15**")


@pytest.mark.parametrize("tag", ["en", "ar"])
def test_below_the_tabs_stand_the_pages_of_the_current_one_and_nothing_beside_the_text(
    opened: Opened, tag: str
) -> None:
    page = opened(f"{tag}/coverage/", viewport=DESK)
    assert page.locator(".rb-pages [aria-current=page]").all_inner_texts() == [page.locator("h1").inner_text()]
    assert page.locator(".rb-pages a").count() == 6
    assert page.locator(".md-tabs [aria-current=true]").count() == 1
    expect(page.locator(".md-sidebar:visible, .rb-trail:visible")).to_have_count(0)
    accessible(page)


@pytest.mark.parametrize("tag", ["en", "ar"])
def test_on_a_phone_the_pages_of_the_current_tab_are_one_line_that_begins_where_one_is(
    opened: Opened, tag: str
) -> None:
    page = opened(f"{tag}/glossary/", viewport=PHONE)  # the last of six
    line = page.locator(".rb-pages ul")
    assert line.evaluate("one => one.scrollWidth > one.clientWidth && one.clientHeight < 60")
    expect(page.locator(".rb-pages [aria-current=page]")).to_be_in_viewport(ratio=1)
    expect(page.locator(".rb-trail:visible")).to_have_count(0)
    page.locator(".rb-pages a").first.click()
    expect(page.locator(".rb-pages a").first).to_have_attribute("aria-current", "page")


def test_a_page_below_one_of_its_tab_marks_that(opened: Opened) -> None:
    page = opened("en/skills/data-analysis/", viewport=DESK)
    assert page.locator(".rb-pages [aria-current=true]").all_inner_texts() == ["Skills"]


def test_pages_that_would_fill_several_lines_have_the_way_back_in_their_place(opened: Opened) -> None:
    page = opened("en/guide/edit/", viewport=DESK)
    expect(page.locator(".rb-pages")).to_have_count(0)
    expect(page.locator(".rb-trail a").last).to_have_text("Maintaining the kit")
    expect(page.locator(".rb-trail a").last).to_be_visible()


@pytest.mark.parametrize("document", ["", "sourcing/", "scorecard/"])
def test_a_role_has_the_sites_tabs_and_its_own_bar_and_no_other_menu(opened: Opened, document: str) -> None:
    page = opened(f"en/{ROLE}{document}", viewport=DESK)
    expect(page.locator(":is(.rb-pages, .rb-menu, .rb-trail):visible")).to_have_count(0)
    expect(page.locator(".md-tabs [aria-current=true]")).to_have_text("Roles")
    expect(page.locator(".rb-role [aria-current=page]:visible")).to_have_count(1)


START = "element => { const box = element.getBoundingClientRect(); return document.dir === 'rtl' ? box.right : box.x }"


@pytest.mark.parametrize("tag", ["en", "ar"])
def test_every_page_begins_below_the_tabs_and_its_contents_stand_at_the_end(opened: Opened, tag: str) -> None:
    page = opened(f"{tag}/glossary/", viewport={"width": 1600, "height": 900})
    for path in (
        "glossary/",
        "roles/",
        "objectives/",
        "guide/edit/",
        ROLE,
        f"{ROLE}scorecard/",
        "structures/managed-sub-teams/",
    ):
        page.goto(re.sub(rf"/{tag}/.*", f"/{tag}/{path}", page.url))
        start = page.locator(".md-tabs__link").first.evaluate(START)
        title = page.locator("article").evaluate(START)
        assert title == pytest.approx(start, abs=1), path
    page.goto(re.sub(rf"/{tag}/.*", f"/{tag}/guide/edit/", page.url))
    contents = page.locator(".md-sidebar--secondary").bounding_box()
    header = page.locator(".md-header__inner").bounding_box()
    assert contents
    assert header
    end = header["x"] if tag == "ar" else header["x"] + header["width"]
    assert (contents["x"] if tag == "ar" else contents["x"] + contents["width"]) == pytest.approx(end, abs=16)
    assert page.locator("article p").first.evaluate("text => text.offsetWidth") < 760


@pytest.mark.parametrize("tag", ["en", "ar"])
def test_the_menu_of_a_phone_is_one_list_that_the_keyboard_opens(opened: Opened, address: str, tag: str) -> None:
    page = opened(f"{tag}/", viewport=PHONE)
    expect(page.locator(".rb-menu")).to_be_hidden()
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    entries = page.locator(".rb-menu__group a")
    expect(entries.first).to_be_visible()
    assert all(height >= 43.5 for height in entries.evaluate_all(HEIGHTS))
    page.locator(".rb-menu").get_by_role("link").nth(4).click()
    assert page.url != f"{address}{tag}/"


HEIGHTS = "links => links.map(link => link.getBoundingClientRect().height)"
CUT = """element => element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1"""


@pytest.mark.parametrize("tag", ["en", "ar"])
def test_the_sites_name_is_not_cut_on_a_phone(opened: Opened, tag: str) -> None:
    page = opened(f"{tag}/", viewport=PHONE)
    assert page.locator(".rb-brand").evaluate(CUT) is False
    box, header = page.locator(".rb-brand span").bounding_box(), page.locator(".md-header").bounding_box()
    assert box
    assert header
    assert box["height"] <= header["height"]


@pytest.mark.parametrize("tag", ["en", "ar"])
@pytest.mark.parametrize(
    ("document", "most"),
    [("", 100), ("interview-kit/", 92), ("scorecard/", 92), ("sourcing/", 92), (f"interview-kit/{STAGE}/", 50)],
)
def test_a_roles_bar_leaves_a_phone_to_its_page(opened: Opened, tag: str, document: str, most: int) -> None:
    page = opened(f"{tag}/{ROLE}{document}", viewport=PHONE)
    bar = page.locator(".rb-role").bounding_box()
    assert bar
    assert bar["height"] <= most
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    current = page.locator(".rb-role__documents [aria-current=page]")
    page.locator(".rb-role__button").click()
    expect(current).to_be_in_viewport(ratio=0.9)
    expect(current).to_have_count(1)
    expect(page.locator(".rb-role__name[aria-current]")).to_have_count(1)
    for link in page.locator(":is(.rb-role__button, .rb-role nav a)").locator("visible=true").all():
        box = link.bounding_box()
        assert box
        assert box["height"] >= 43, link.inner_text()
    accessible(page)


@pytest.mark.parametrize("tag", ["en", "ar"])
def test_a_phone_shows_the_state_of_a_role_and_its_posting_at_once(opened: Opened, tag: str) -> None:
    page = opened(f"{tag}/{ROLE}", viewport=PHONE)
    expect(page.locator(".rb-role__short a")).to_be_in_viewport(ratio=1)
    expect(page.locator(".rb-role__short a")).to_have_attribute("href", _public(KIT, tag))


@pytest.mark.parametrize(("tag", "name"), [("en", "Text for job boards"), ("ar", "نص لمواقع التوظيف")])
def test_a_phone_reaches_every_document_of_a_role_by_its_bar(opened: Opened, address: str, tag: str, name: str) -> None:
    page = opened(f"{tag}/{ROLE}scorecard/", viewport=PHONE)
    page.locator(".rb-role__button").click()
    documents = page.locator(".rb-role__documents a")
    assert all(documents.evaluate_all("links => links.map(link => link.checkVisibility())"))
    page.locator(".rb-role__documents").get_by_role("link", name=name).click()
    page.wait_for_url(f"{address}{tag}/{ROLE}posting/")


@pytest.mark.parametrize("tag", ["en", "ar"])
def test_a_long_title_does_not_lie_over_the_button_of_a_bar(opened: Opened, tag: str) -> None:
    page = opened(f"{tag}/{ROLE}scorecard/", viewport=PHONE)
    title = page.locator(".rb-role__title a")
    title.evaluate("link => { link.textContent = `${link.textContent} `.repeat(4) }")
    name, button = title.bounding_box(), page.locator(".rb-role__button").bounding_box()
    assert name
    assert button
    assert name["y"] + name["height"] <= button["y"] + 1
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]


@pytest.mark.parametrize("tag", ["en", "ar"])
def test_a_phone_opens_and_closes_the_rest_of_a_bar_without_scripts(opened: Opened, tag: str) -> None:
    page = opened(f"{tag}/{ROLE}interview-kit/{STAGE}/", viewport=PHONE, java_script_enabled=False)
    posting = page.locator(".rb-role__vacancies a").first
    expect(posting).to_be_hidden()
    page.locator(".rb-role__button").press("Enter")
    expect(posting).to_be_in_viewport()
    expect(page.locator(".rb-role__phases")).to_be_visible()
    page.keyboard.press("Escape")
    expect(posting).to_be_hidden()
    page.set_viewport_size({"width": 1280, "height": 800})
    expect(posting).to_be_visible()
    expect(page.locator(".rb-role__button")).to_be_hidden()


@pytest.mark.daily
@pytest.mark.parametrize("tag", ["en", "ar"])
def test_a_recruiter_reaches_posting_brief_and_board_text_from_home(opened: Opened, address: str, tag: str) -> None:
    """Those on the public site are not opened here."""
    page = opened(f"{tag}/")
    named = page.locator(".rb-panel--vacancies .rb-beside a").evaluate_all("links => links.map(link => link.href)")
    page.locator(".rb-panel--vacancies > :last-child a").click()
    page.wait_for_url(f"{address}{tag}/roles/")
    listed = page.locator(".rb-cards--openings .rb-card__title a")
    assert named == listed.evaluate_all("links => links.map(link => link.href)")
    listed.and_(page.locator(f"[href$='{ROLE.removeprefix('roles/')}']")).first.click()
    page.wait_for_url(f"{address}{tag}/{ROLE}")
    for part in ("", "candidate-brief/"):
        expect(page.locator(f".rb-role__vacancies a[href='{_public(KIT, tag)}{part}']")).to_be_visible()
    assert f"{address}{tag}/{ROLE}posting/" in page.locator(".rb-role a").evaluate_all(
        "links => links.map(link => link.href)"
    )


def test_a_roles_files_are_unfolded_without_scripts_and_say_what_they_are(opened: Opened) -> None:
    page = opened(f"en/{ROLE}", java_script_enabled=False)
    files = page.locator(".rb-role__files")
    expect(files.locator("a").first).to_be_hidden()
    files.locator("summary").click()
    expect(files.locator("a").first).to_be_visible()
    assert files.locator("a").first.inner_text().startswith("Job description PDF")


def test_a_page_that_is_not_there_is_whole_at_any_address(opened: Opened, address: str) -> None:
    page = opened("ar/")
    body = page.request.get(f"{address}ar/404.html").text()
    page.route("**/no/such/**", lambda route: route.fulfill(body=body, content_type="text/html", status=200))
    page.goto(f"{address}ar/no/such/page/")
    expect(page.locator("h1")).to_have_css("font-weight", "700")
    offered = page.locator("article .rb-missing__pages a")
    assert offered.count() > 10  # every page of the menu
    assert all(page.request.get(link.evaluate("one => one.href")).ok for link in offered.all())
    page.locator("article").get_by_role("link", name="الوظائف").click()
    page.wait_for_url(f"{address}ar/roles/")


def test_a_page_that_is_not_there_has_the_language_switch_and_on_a_phone_a_wide_field(
    opened: Opened, address: str
) -> None:
    page = opened("ar/404.html", viewport={"width": 390, "height": 844})
    form = page.locator("article form")
    field, button = (form.get_by_role(role).bounding_box() for role in ("searchbox", "button"))
    assert field
    assert button
    assert field["y"] + field["height"] == pytest.approx(button["y"] + button["height"], abs=1)
    assert field["width"] + button["width"] > 330
    page.set_viewport_size({"width": 1280, "height": 800})
    edges = "all => all.map(one => one.getBoundingClientRect().right)"
    said, label, field = page.locator("article").locator("h1, label, input").evaluate_all(edges)
    assert said == label == field  # one line from title to field
    page.locator(".md-header").get_by_role("link", name="English").click()
    page.wait_for_url(f"{address}en/")


@pytest.mark.parametrize(
    ("asked", "liked", "spoken"),
    [("ar/no/such/page/", "en-GB", "ar"), ("en/no/such/page/", "ar-SA", "en"), ("nothing", "ar-SA", "ar")],
)
def test_a_host_with_one_page_for_what_is_not_there_shows_the_language_that_was_asked_for(
    browser: Browser, site: Path, asked: str, liked: str, spoken: str
) -> None:
    """GitHub Pages shows the first language's at any address; where that names none, the reader's language counts."""
    with served(site) as address, browser.new_context(locale=liked) as context:
        page = context.new_page()
        body = (site / "404.html").read_text("utf-8")
        page.route(f"{address}{asked}", lambda route: route.fulfill(body=body, content_type="text/html", status=404))
        page.goto(f"{address}{asked}")
        expect(page.locator("html")).to_have_attribute("lang", spoken)
        expect(page.locator("h1")).to_have_css("font-weight", "700")
        assert page.url == f"{address}{asked}"
        page.locator("article").get_by_role("link", name={"ar": "الوظائف", "en": "Roles"}[spoken]).click()
        page.wait_for_url(f"{address}{spoken}/roles/")


@pytest.mark.parametrize("asked", ["404.html", "no/such/page/"])
def test_a_page_that_is_not_there_is_whole_beneath_a_folder_of_another_site(
    browser: Browser, site: Path, asked: str
) -> None:
    """A server of plain files has the site in a folder, and shows this page for whatever it lacks there."""
    with served(site) as address, browser.new_context() as context:
        page = context.new_page()
        beneath = f"{address}hiring/"

        def from_folder(route: Route) -> None:
            path = route.request.url.removeprefix(beneath)
            wanted = f"{address}ar/404.html" if path == f"ar/{asked}" else f"{address}{path}"
            route.fulfill(response=route.fetch(url=wanted))

        page.route(f"{beneath}**", from_folder)
        page.goto(f"{beneath}ar/{asked}")
        expect(page.locator("h1")).to_have_css("font-weight", "700")
        assert page.url == f"{beneath}ar/{asked}"
        links = page.locator("a[href]").evaluate_all("links => links.map(link => link.href)")
        assert len(links) > 10
        assert [link for link in links if not link.startswith((beneath, "https://"))] == []
        page.locator("article").get_by_role("searchbox").fill("التغطية")
        page.locator("article").get_by_role("button").click()
        page.wait_for_url(f"{beneath}ar/?q=**")
        expect(page.locator(".md-search-result__item").first).to_be_visible()


def test_the_script_of_the_page_that_is_not_there_is_the_one_that_the_servers_policy_names(site: Path) -> None:
    [script] = re.findall(
        r"<script data-home=[^>]*>(.*?)</script>", (site / "en/404.html").read_text("utf-8"), re.DOTALL
    )
    named = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    for policy in ("internal", "public"):
        assert f"'sha256-{named}'" in (PROJECT / f"deploy/nginx/{policy}.conf").read_text("utf-8")


def test_the_way_past_the_header_can_be_seen_and_works_on_a_page_without_sections(opened: Opened) -> None:
    page = opened("en/")
    page.keyboard.press("Tab")
    skip = page.locator(".md-skip:focus")
    expect(skip).to_be_visible()
    assert skip.evaluate("link => parseFloat(getComputedStyle(link).outlineWidth)") >= 2
    page.keyboard.press("Enter")
    assert page.url.endswith("#top")


def _public(kit: Kit, tag: str) -> str:
    assert kit.careers is not None
    return f"{str(kit.careers.url).rstrip('/')}/{tag}/jobs/sales-operations-analyst/"
