"""An interviewer's way through a stage: from a link in the calendar to the file that is handed over."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from playwright.sync_api import Browser, Page, ViewportSize, expect
from rolebook.build.build import build
from rolebook.kit import Kit
from rolebook.kit.interviews import Stage

from tests.browser.accessibility import IN_LANGUAGES, accessible, fits_a_phone
from tests.browser.conftest import Opened, served
from tests.browser.test_scorecard import KIT, SCHEMA, checksum, downloaded, kept
from tests.conftest import kit_of

ROLE, STAGE = "sales-operations-analyst", "skills-interview"
PATH = f"{KIT}{STAGE}/"
SIZES: list[ViewportSize] = [{"width": 1440, "height": 900}, {"width": 390, "height": 844}]

AGED = """days => {
  for (const key of Object.keys(localStorage).filter(key => key.startsWith("rolebook."))) {
    const changed = new Date(Date.now() - days * 86400000).toISOString();
    localStorage[key] = JSON.stringify({ ...JSON.parse(localStorage[key]), changed });
  }
}"""


@pytest.fixture
def stage(first: Kit) -> Stage:
    return next(one for one in first.role(ROLE).interview if one.id == STAGE)


def go(page: Page, step: str) -> None:
    page.evaluate("step => { location.hash = step; }", step)
    expect(page.locator(".rb-step[data-current]")).to_have_id(step)


def written(page: Page, words: str) -> None:
    """Wait until what was written is kept."""
    page.wait_for_function("words => Object.values(localStorage).some(text => text.includes(words))", arg=words)


def fill_in(page: Page, stage: Stage, interviewer: str) -> None:
    go(page, "prepare")
    page.locator("input[name=candidate]").fill("C-17")
    page.locator("input[name=interviewer]").fill(interviewer)
    for skill in stage.skills:
        go(page, f"rate-{skill}")
        step = page.locator(".rb-step[data-current]")
        for line in step.locator("fieldset").all():
            line.locator("input").nth(2).check()
        step.locator(".rb-rating textarea").fill(f"{interviewer} heard it.")
    go(page, "hand-over")
    page.locator(".rb-choice input").nth(1).check()
    page.locator(".rb-choice textarea").fill("It fits the duties.")


@pytest.mark.daily
@pytest.mark.parametrize("size", SIZES, ids=["desktop", "phone"])
@pytest.mark.parametrize("tag", ["en", "ar"])
def test_one_tap_leads_from_the_calendar_to_the_first_question(
    opened: Opened, first: Kit, stage: Stage, tag: str, size: ViewportSize
) -> None:
    page = opened(f"{tag}/{KIT}", viewport=size, permissions=["clipboard-read", "clipboard-write"])
    page.locator("[name=code]").fill("C-17")
    button = page.locator(f"#stage-{STAGE} .rb-button")
    expect(button).to_contain_text(stage.name[tag])  # among several, each says which stage it opens
    line = page.locator(f".rb-stages__send li[data-to='{STAGE}/']")
    line.locator("[data-act=link]").click()
    expect(line.locator("[role=status]")).not_to_be_empty()
    title, _, link = page.evaluate("navigator.clipboard.readText()").partition("\n")
    assert stage.name[tag] in title
    page.goto(link)
    expect(page.locator("input[name=candidate]")).to_have_value("C-17")
    assert "C-17" not in page.url  # nobody sees it over a shoulder, or in a shared screen
    _, question = first.question(stage.questions[0])
    plan = page.locator(".rb-timebar details").nth(1)
    expect(plan.get_by_text(question.text[tag])).to_be_hidden()
    plan.locator("summary").click()  # read beforehand, where the time plan has it
    expect(plan.get_by_text(question.text[tag])).to_be_in_viewport()
    go(page, "ask-1")
    expect(page.locator(".rb-question:visible .rb-question__text")).to_have_text(question.text[tag])
    assert page.locator(".rb-rating:visible").count() == 0  # nothing is rated while one asks
    expect(page.locator("[data-timer]")).not_to_have_text("0:00")  # the clock has begun by itself


@pytest.mark.daily
@pytest.mark.parametrize("tag", IN_LANGUAGES)
def test_notes_and_the_step_survive_reloading_the_way_back_and_another_language(opened: Opened, tag: str) -> None:
    page = opened(f"{tag}/{PATH}#ask-2")
    page.locator(".rb-question:visible textarea").fill("Found “duplicates” twice")
    written(page, "Found “duplicates” twice")
    page.reload()
    expect(page.locator(".rb-step[data-current]")).to_have_id("ask-2")
    expect(page.locator(".rb-question:visible textarea")).to_have_value("Found “duplicates” twice")
    running = page.locator("[data-act=timer]")
    assert running.inner_text() == running.get_attribute("data-stop")  # the clock runs on
    page.locator(".rb-step[data-current] .rb-step__foot .rb-button").click()
    expect(page.locator(".rb-step[data-current]")).to_have_id("ask-3")
    expect(page.locator(".rb-step[data-current] h2")).to_be_focused()
    page.go_back()
    expect(page.locator(".rb-step[data-current]")).to_have_id("ask-2")
    page.locator("a[hreflang]:visible").first.click()
    other = {"en": "ar", "ar": "en"}[tag]
    page.wait_for_url(f"**/{other}/{PATH}#ask-2")
    expect(page.locator(".rb-question:visible textarea")).to_have_value("Found “duplicates” twice")


def test_notes_stand_beside_the_anchors_and_can_be_the_evidence(opened: Opened, stage: Stage) -> None:
    page = opened(f"en/{PATH}#ask-1")
    page.locator(".rb-question:visible textarea").fill("Asked the rep first")
    skill = stage.questions[0].split("/")[0]
    go(page, f"rate-{skill}")
    assert "Asked the rep first" in page.locator(".rb-noted:visible").inner_text()
    assert page.locator(".rb-rating:visible .rb-anchors li").count() == 5
    page.locator("[data-act=quote]:visible").click()
    expect(page.locator(".rb-rating:visible textarea")).to_have_value("Asked the rep first")
    written(page, "Asked the rep first")
    [record] = kept(page)
    assert {"question": stage.questions[0], "text": "Asked the rep first"} in record["notes"]


@pytest.mark.parametrize("tag", IN_LANGUAGES)
def test_the_level_needed_is_told_once_a_rating_is_chosen(opened: Opened, stage: Stage, tag: str) -> None:
    skill = stage.skills[0]
    for path, rating in (
        (f"{tag}/{PATH}#rate-{skill}", page_rating(f"stage-{STAGE}", skill)),
        (f"{tag}/roles/{ROLE}/scorecard/", page_rating("role", skill)),
    ):
        page = opened(path)
        beside, told = (
            page.locator(f"{rating} {one}") for one in (".rb-anchors__minimum .rb-mark", ".rb-rating__told")
        )
        expect(beside).to_be_hidden()
        expect(told).to_be_hidden()
        page.locator(f"{rating} .rb-anchors input").first.check()
        expect(beside).to_be_visible()
        expect(told).to_be_visible()


def page_rating(prefix: str, skill: str) -> str:
    """Where a skill is rated."""
    return f"[id={prefix}--{skill}]"


@pytest.mark.parametrize("tag", IN_LANGUAGES)
def test_sealing_ends_with_what_comes_next_and_two_files_never_share_a_name(
    opened: Opened, stage: Stage, tmp_path: Path, tag: str
) -> None:
    names = []
    for interviewer in ("Sara", "Sara."):
        page = opened(f"{tag}/{PATH}", accept_downloads=True)
        fill_in(page, stage, interviewer)
        page.locator("[data-act=seal]").click()
        told = page.locator(".rb-form__sealed")
        expect(told).to_be_focused()
        assert interviewer in told.inner_text()
        box = told.bounding_box()
        assert box is not None
        assert 0 < box["y"] < page.evaluate("innerHeight")  # where the button was
        path = downloaded(page, "json", tmp_path)
        file: dict[str, Any] = json.loads(path.read_text("utf-8"))
        jsonschema.validate(file, SCHEMA)
        assert (file["stage"], file["checksum"]) == (STAGE, checksum(file))
        names.append(path.name)
    assert names[0] != names[1]
    assert all("_C-17_Sara" in name for name in names)


SHARING = """refusal => {
  navigator.canShare = ({ files }) => files.length === 1;
  navigator.share = async ({ files: [file], title, text }) => {
    if (refusal) throw new DOMException("", refusal);
    window.sharedAs = { name: file.name, type: file.type, card: await file.text(), title, text };
  };
}"""
"""A device that shares files, or why it does not."""
SAID = {
    "en": ("Sealed scorecard: C-17, rated by Sara", "Download it, and send it to the recruiter."),
    "ar": ("بطاقة تقييم مقفلة: C-17، المُحاوِر/ة: Sara", "نزّلوا الملف وأرسلوه إلى مسؤول التوظيف."),
}


def sealed(opened: Opened, stage: Stage, tag: str, refusal: str) -> Page:
    """A sealed scorecard on a device that shares files."""
    page = opened("")
    page.add_init_script(f"({SHARING})({json.dumps(refusal)})")
    page.goto(f"{page.url.split('/en/')[0].split('/ar/')[0].rstrip('/')}/{tag}/{PATH}")
    fill_in(page, stage, "Sara")
    assert not page.locator("[data-act=share]").is_visible()  # nobody hands over what is not sealed
    page.locator("[data-act=seal]").click()
    page.locator("[data-act=share]").click()
    return page


@pytest.mark.parametrize("tag", IN_LANGUAGES)
def test_a_sealed_scorecard_is_shared_as_the_file_that_the_debrief_reads(
    opened: Opened, stage: Stage, tag: str
) -> None:
    page = sealed(opened, stage, tag, "")
    page.wait_for_function("window.sharedAs")
    shared = page.evaluate("window.sharedAs")
    card = json.loads(shared["card"])
    jsonschema.validate(card, SCHEMA)
    assert card["checksum"] == checksum(card)
    assert (shared["type"], shared["title"], shared["text"]) == ("application/json", SAID[tag][0], SAID[tag][0])
    assert shared["name"].startswith(f"scorecard_{ROLE}_{STAGE}_C-17_Sara_")
    assert shared["name"].endswith(".json")


@pytest.mark.parametrize("tag", IN_LANGUAGES)
@pytest.mark.parametrize(("why", "told"), [("NotAllowedError", True), ("AbortError", False)])
def test_a_device_that_does_not_share_says_what_to_do_and_a_change_of_mind_says_nothing(
    opened: Opened, stage: Stage, tag: str, why: str, *, told: bool
) -> None:
    page = sealed(opened, stage, tag, why)
    missing = page.locator(".rb-form__missing")
    if told:
        expect(missing).to_contain_text(SAID[tag][1])
    page.locator("[data-act=json]").click()
    assert (missing.inner_text() != "") is told


@pytest.fixture
def small_site(small_data: dict[str, Any], written: Callable[[dict[str, Any]], Path], tmp_path: Path) -> Iterator[str]:
    """Where a kit is served whose opening has the interviewer's name."""
    opening = {"en": "I am {interviewer}, and we have {minutes}.", "ar": "أنا {interviewer}، ولدينا {minutes}."}
    small_data["interviewing"]["opening"]["text"] = opening
    build(kit_of(small_data), written(small_data), tmp_path, with_files=False)
    with served(tmp_path / "site") as where:
        yield where


def test_what_is_read_aloud_says_who_interviews(browser: Browser, small_site: str) -> None:
    page = browser.new_page()
    for tag, said in (("en", "I am {}, and we have"), ("ar", "أنا {}، ولدينا")):
        page.goto(f"{small_site}{tag}/roles/baker/interview-kit/try-out/")
        script = page.locator("#ask-opening .rb-callout--script")
        page.locator("input[name=interviewer]").fill("")
        expect(script).to_contain_text(said.format("…"))
        page.locator("input[name=interviewer]").fill("Sara")
        expect(script).to_contain_text(said.format("Sara"))
        written(page, "Sara")
        page.reload()
        expect(script).to_contain_text(said.format("Sara"))
    page.close()


@pytest.mark.parametrize(
    ("tag", "codes"), [("en", ["Candidate A", "Candidate B"]), ("ar", ["المرشح/ة أ", "المرشح/ة ب"])]
)
def test_a_code_is_suggested_that_no_other_candidate_has(opened: Opened, tag: str, codes: list[str]) -> None:
    page = opened(f"{tag}/{PATH}")
    field, offer = page.locator("input[name=candidate]"), page.locator("[data-act=code]")
    for code in codes:
        expect(offer).to_contain_text(code)
        offer.click()
        expect(field).to_have_value(code)
        expect(field).to_be_focused()
        expect(offer).to_be_hidden()
        written(page, code)
        page.locator("[data-act=new]").click()
    field.fill("C-17")
    expect(offer).to_be_hidden()


@pytest.mark.parametrize("width", [320, *(pytest.param(n, marks=pytest.mark.slow) for n in (360, 390)), 820])
@pytest.mark.parametrize("tag", ["en", "ar"])
def test_no_word_of_the_steps_is_cut(opened: Opened, first: Kit, tag: str, width: int) -> None:
    for stage in first.role(ROLE).interview:
        page = opened(f"{tag}/{KIT}{stage.id}/#ask-1", viewport={"width": width, "height": 844})
        assert page.locator(".rb-strip__phases a").count() == 4
        cut = page.locator(".rb-strip a:visible").evaluate_all(
            "links => links.filter(link => link.scrollWidth > link.clientWidth).map(link => link.innerText)"
        )
        assert cut == []
        fits_a_phone(page)


def test_while_one_asks_the_page_says_whose_interview_it_is_and_its_footer_is_away(opened: Opened) -> None:
    page = opened(f"en/{PATH}", viewport={"width": 1440, "height": 900})
    who, footer = page.locator(".rb-strip__who"), page.locator(".md-footer")
    expect(footer).to_be_visible()
    expect(who).to_be_hidden()
    page.locator("input[name=candidate]").fill("C-17")
    page.locator("#prepare .rb-action a").click()
    expect(who).to_have_text(re.compile(r"Interview: .+ C-17"))
    expect(who).to_be_in_viewport()
    expect(footer).to_be_hidden()


@pytest.mark.parametrize("size", SIZES, ids=["desktop", "phone"])
@pytest.mark.parametrize(("tag", "way"), [("en", "Leave the interview"), ("ar", "مغادرة المقابلة")])
def test_while_one_asks_and_rates_nothing_leads_elsewhere_but_the_way_out_and_it_loses_no_answer(
    opened: Opened, address: str, stage: Stage, tag: str, way: str, size: ViewportSize
) -> None:
    page = opened(f"{tag}/{PATH}#ask-1", viewport=size)
    page.locator(".rb-question:visible textarea").fill("Asked the rep first")
    written(page, "Asked the rep first")
    seen = """links => links.filter(link => link.checkVisibility({visibilityProperty: true})).map(
        link => link.getAttribute("href"))"""
    for step in ("ask-1", f"rate-{stage.skills[0]}"):
        go(page, step)
        expect(
            page.locator(
                ":is(.md-tabs, .rb-role, .md-search, .rb-brand, label[for=__drawer], label[for=__search]):visible"
            )
        ).to_have_count(0)
        leading = page.locator("header a, nav a").evaluate_all(seen)
        other = {"en": "ar", "ar": "en"}[tag]
        away = [link for link in leading if not link.startswith("#") and f"/{other}/" not in link]
        assert away == ["../"], away
        accessible(page)
    page.get_by_role("link", name=way).click()
    page.wait_for_url(f"{address}{tag}/{KIT}")
    expect(page.locator(".rb-role")).to_be_visible()
    page.goto(f"{address}{tag}/{PATH}#ask-1")
    expect(page.locator(".rb-question:visible textarea")).to_have_value("Asked the rep first")
    go(page, "prepare")
    expect(page.locator(".rb-role")).to_be_visible()  # before and after it, the site is there
    expect(page.get_by_role("link", name=way)).to_be_hidden()


@pytest.mark.parametrize("size", [*SIZES, {"width": 820, "height": 1180}], ids=["desktop", "phone", "tablet"])
@pytest.mark.parametrize(("tag", "part"), [("en", "Opening, until minute 4"), ("ar", "الافتتاح، حتى الدقيقة 4")])
def test_the_way_on_and_the_clock_stand_at_the_foot_of_the_screen(
    opened: Opened, tag: str, part: str, size: ViewportSize
) -> None:
    page = opened(f"{tag}/{PATH}", viewport=size)
    start = page.locator("#prepare a[href='#ask-opening'].rb-button")
    expect(start).to_have_count(1)
    expect(start).to_be_in_viewport()
    expect(page.locator(".rb-role nav").first).to_have_count(1)
    start.click()
    for step in ("ask-opening", "ask-2"):
        go(page, step)
        foot = page.locator(".rb-step[data-current] .rb-step__foot")
        for one in (foot.locator(".rb-button"), foot.locator("[role=timer]"), foot.locator("[data-act=timer]")):
            expect(one).to_be_in_viewport(ratio=1)
        box = foot.bounding_box()
        assert box is not None
        assert box["y"] > 0.75 * size["height"]
    expect(foot.locator("[data-part]")).to_have_text(part)
    page.evaluate("scrollTo(0, 0)")
    expect(page.locator(".rb-role nav a:visible")).to_have_count(0)  # what leads elsewhere is away


def test_what_is_missing_is_found_in_its_step(opened: Opened, stage: Stage) -> None:
    page = opened(f"en/{PATH}#hand-over")
    page.locator("[data-act=seal]").click()
    page.locator(".rb-form__missing a").filter(has_text="Evidence").or_(
        page.locator(".rb-form__missing a").filter(has_text="A rating for")
    ).first.click()
    expect(page.locator(".rb-step[data-current]")).to_have_id(f"rate-{stage.skills[0]}")
    expect(page.locator(".rb-rating:visible input").first).to_be_focused()
    page.go_back()
    expect(page.locator(".rb-step[data-current]")).to_have_id("hand-over")


def test_the_next_stage_begins_with_candidate_interviewer_and_today(opened: Opened, first: Kit) -> None:
    page = opened(f"en/{PATH}")
    page.locator("input[name=candidate]").fill("C-17")
    page.locator("input[name=interviewer]").fill("Sara")
    written(page, "Sara")
    other = next(one.id for one in first.role(ROLE).interview if one.id != STAGE)
    page.goto(page.url.split("#")[0].replace(STAGE, other))
    expect(page.locator("input[name=candidate]")).to_have_value("C-17")
    expect(page.locator("input[name=interviewer]")).to_have_value("Sara")
    today = page.evaluate("new Date().toLocaleDateString('sv')")
    assert page.locator("input[name=date]").input_value() == today
    page.locator("[data-act=delete-all]").click()
    page.locator("[data-act=delete-all]").click()
    assert page.evaluate("Object.keys(localStorage).filter(key => key.startsWith('rolebook.')).length") == 0


def test_a_browser_forgets_what_nobody_has_changed_for_thirty_days(opened: Opened) -> None:
    page = opened(f"en/{PATH}")
    page.locator("input[name=candidate]").fill("C-17")
    written(page, "C-17")
    assert "30 days after its last change" in page.locator(".rb-device").inner_text()
    for days, left in ((29, 1), (31, 0)):
        page.evaluate(AGED, days)
        page.goto(f"{page.url.split('en/')[0]}en/roles/{ROLE}/scorecard/")  # on any page with a scorecard
        expect(page.locator(".rb-device")).to_be_visible()
        assert len(kept(page)) == left
    page.goto(f"{page.url.split('en/')[0]}en/{PATH}")
    expect(page.locator("input[name=candidate]")).to_have_value("")


def test_old_addresses_lead_to_the_stage(opened: Opened) -> None:
    page = opened(f"en/{KIT}#stage-{STAGE}-question-2")
    page.wait_for_url(f"**/{PATH}#stage-{STAGE}-question-2")
    expect(page.locator(".rb-step[data-current]")).to_have_id("ask-2")


def test_print_prints_the_scorecard_that_it_stands_beside(opened: Opened) -> None:
    page = opened(f"en/{PATH}#hand-over")
    page.evaluate("window.print = () => { window.printing = document.documentElement.dataset.printing; }")
    page.locator("[data-act=print]").click()
    page.emulate_media(media="print")
    assert page.evaluate("window.printing") == "scorecard"
    assert page.locator("input[name=candidate]").is_visible()
    assert page.locator(".rb-rating").first.is_visible()
    assert not page.locator(".rb-question").first.is_visible()


@pytest.mark.parametrize("tag", IN_LANGUAGES)
def test_each_step_is_accessible_and_fits_a_phone(opened: Opened, stage: Stage, tag: str) -> None:
    page = opened(f"{tag}/{PATH}")
    for step in ("prepare", "ask-1", f"rate-{stage.skills[0]}", "hand-over"):
        go(page, step)
        accessible(page)
        fits_a_phone(page)
        page.set_viewport_size(SIZES[0])


def test_a_question_set_is_copied_as_text_and_as_html(opened: Opened, first: Kit, stage: Stage) -> None:
    page = opened(f"en/{PATH}", permissions=["clipboard-read", "clipboard-write"])
    _, question = first.question(stage.questions[0])
    page.get_by_text("Copy these questions").click()
    page.locator("[data-copy=text]:visible").click()
    expect(page.locator("rb-copy [role=status]:visible")).to_have_text("Copied")
    text = page.evaluate("navigator.clipboard.readText()")
    assert f"1. {question.text['en']}\n\n- {question.probes[0]['en']}\n" in text
    page.locator("[data-copy=html]:visible").click()
    expect(page.locator("rb-copy [role=status]:visible")).to_have_text("Copied")
    page.wait_for_function("navigator.clipboard.readText().then(text => text.startsWith('<p>'))")


@pytest.mark.parametrize(("tag", "direction"), [("en", "ltr"), ("ar", "rtl")])
def test_a_question_set_reads_in_its_language_s_direction(opened: Opened, tag: str, direction: str) -> None:
    page = opened(f"{tag}/{PATH}")
    for form, expected in (("text", direction), ("html", "ltr")):
        expect(page.locator(f"pre[data-form={form}]").first).to_have_css("direction", expected)


def test_without_scripts_a_stage_reads_and_prints_whole(opened: Opened, stage: Stage) -> None:
    page = opened(f"en/{PATH}", java_script_enabled=False)
    for media in ("screen", "print"):
        page.emulate_media(media=media)
        assert page.locator(".rb-question:visible").count() == len(stage.questions)
        assert page.locator(".rb-rating:visible").count() == len(stage.skills)
        assert page.get_by_role("button", name="Seal the scorecard").count() == 0
