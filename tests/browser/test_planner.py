"""The planner: one sentence says which structure works and whom to hire first; none that it shows breaks a limit."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from urllib.parse import parse_qs, urlencode, urlsplit

import pypdfium2
import pytest
from playwright.sync_api import Page, expect
from rolebook.audience import Audience
from rolebook.build.build import build
from rolebook.kit import Kit
from rolebook.kit.coverage import duties_in
from rolebook.kit.growth import Team, team_of
from rolebook.kit.planner import Condition, Size
from rolebook.kit.sizing import team_size
from rolebook.kit.structures import LeadershipModel, Span

from tests.browser.accessibility import IN_LANGUAGES, accessible, fits_a_phone
from tests.browser.conftest import Opened, served
from tests.conftest import PROJECT, read

Answers = Mapping[str, int | str | list[str]]
"""By question: a number, the option of a choice, or those of a choice of several; none while it is open."""
SENTENCE = "rb-planner .rb-planner__answer"


@pytest.fixture(scope="module")
def kit() -> Kit:
    """The kit that Rolebook ships: its planner may be told that nobody knows how many will lead."""
    return read(PROJECT / "roles.yaml")


@pytest.fixture(scope="module")
def address(kit: Kit, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where that kit's site is served, in place of the first one's."""
    out: Path = tmp_path_factory.mktemp("planner")
    build(kit, PROJECT / "roles.yaml", out, audience=Audience.INTERNAL, with_files=False)
    with served(out / "site") as where:
        yield where


def asked(tag: str, answers: Answers) -> str:
    return f"{tag}/structures/?{urlencode(answers, doseq=True)}"


ANSWER = """answers => {
  const form = document.querySelector("rb-planner form");
  for (const [name, given] of Object.entries(answers)) {
    for (const field of form.querySelectorAll(`[name="${name}"]`)) {
      if (["checkbox", "radio"].includes(field.type)) field.checked = [given].flat().includes(field.value);
      else field.value = given;
    }
  }
  form.dispatchEvent(new Event("input"));
}"""

SHOWN = """() => {
  const planner = document.querySelector("rb-planner");
  const people = (item) => [...item.querySelectorAll(":scope > .rb-org__place")].reduce((sum, box) =>
    sum + (box.querySelectorAll(".rb-plan__number").length ||
      Number(box.querySelector(".rb-org__count")?.textContent.replace("×", "") ?? 1)), 0);
  const items = [...(planner.querySelector(".rb-plan__team--later")?.querySelectorAll("li") ?? [])];
  return {
    sentence: planner.querySelector(".rb-planner__answer").textContent,
    structures: [...planner.querySelectorAll("[name=structure]")].map((radio) => radio.value),
    people: items.reduce((sum, item) => sum + people(item), 0),
    leaders: items.filter((item) => item.querySelector("ul")).reduce((sum, item) => sum + people(item), 0),
    spans: items.filter((item) => item.querySelector("ul")).map((item) =>
      [...item.querySelector("ul").children].reduce((sum, below) => sum + people(below), 0) / people(item)),
    hires: planner.querySelectorAll(".rb-plan__hires .rb-plan__number").length,
    numbers: planner.querySelectorAll(".rb-org__place--new .rb-plan__number").length,
  };
}"""
"""What the page shows: read from the charts themselves."""


def holds(when: Condition, answers: Answers) -> bool | None:
    """Whether a condition holds, read from the kit rather than from the page; None while its question is open."""
    if when.chosen:
        named = {one.partition("/")[0] for one in when.chosen}
        chosen = {f"{question}/{one}" for question in named for one in options(answers.get(question, []))}
        return bool(chosen & set(when.chosen)) or (None if named - set(answers) else False)
    given = answers.get(when.answer or "")
    if given is None:
        return None
    number = given if isinstance(given, int) else len(options(given))
    low, high = when.at_least, when.at_most
    return (low is None or number >= low) and (high is None or number <= high)


def options(given: int | str | list[str]) -> list[str]:
    """The options that an answer chooses."""
    return [given] if isinstance(given, str) else given if isinstance(given, list) else []


def leading(team: Team) -> int:
    """How many people of a team lead others."""
    places = zip(team.organisation.positions, team.counts, strict=True)
    return sum(count for position, count in places if position.reports)


def rank(model: LeadershipModel, answers: Answers, span: Span) -> tuple[float, ...] | None:
    """How well a model fits, the smallest best; None where it would break a limit."""
    size = answers["people-in-a-year"]
    assert isinstance(size, int)
    team = team_of(model, size, span)
    answers = {"managers": leading(team), **answers}
    told = [holds(one.when, answers) for one in model.fits if one.when]
    sizes = [holds(one.when, answers) for one in model.fits if one.when and one.when.answer == "people-in-a-year"]
    stops = [one.when for one in model.stops_fitting if one.when]
    too = any(holds(one, answers) for one in stops if one.answer == "people-in-a-year")
    given = answers["managers"]
    assert isinstance(given, int)
    if too or not all(sizes) or sum(team.counts) != size or team.outside(span) or given < leading(team):
        return None
    against = sum(bool(holds(one, answers)) for one in stops)
    return against, told.count(False), -told.count(True) / len(told), -told.count(True)


@pytest.mark.parametrize("step", [pytest.param(1, marks=pytest.mark.slow, id="all"), pytest.param(31, id="some")])
def test_nothing_that_is_shown_breaks_a_limit_of_the_kit_and_the_best_comes_first(
    opened: Opened, kit: Kit, step: int
) -> None:
    """Eight hundred teams, or one of thirty."""
    page = opened("en/structures/")
    names = {model.name["en"]: model for model in kit.leadership_models}
    unknown_or_given: tuple[int | str, ...] = ("", 1, 3)
    choices = itertools.product(
        (0, 7), (*range(1, 19), 28, 33, 34, 60), unknown_or_given, ([], ["analysis", "planning"]), ("", "yes", "no")
    )
    for now, later, leaders, fields, journey in itertools.islice(choices, 0, None, step):
        given: dict[str, int | str | list[str]] = {
            "people-now": now,
            "people-in-a-year": later,
            "managers": leaders,
            "specialisation": fields,
            "journey": journey,
        }
        page.evaluate(ANSWER, given)
        answers: Answers = {name: value for name, value in given.items() if value not in ("", [])}
        ranks = {
            model.id: found for model in names.values() if (found := rank(model, answers, kit.about.span)) is not None
        }
        shown = page.evaluate(SHOWN)
        if not ranks and later < 3:
            assert shown["sentence"].startswith(f"Generalist team, to begin with: {later} of 3 people."), given
            assert shown["people"] == later
            assert shown["hires"] == shown["numbers"] == max(later - now, 0), given
            continue
        if not ranks:
            people = "1 person" if later == 1 else f"{later} people"
            assert shown["sentence"] == f"No structure in this kit works for {people}.", given
            assert page.locator(".rb-plan__limits > li p").count() >= len(names)
            assert page.locator(".rb-plan__help button").count(), given
            continue
        best = names[shown["sentence"].partition(":")[0]]
        assert ranks[best.id] == min(ranks.values()), given
        assert set(shown["structures"] or [best.id]) == set(ranks), given
        assert shown["people"] == later
        assert all(kit.about.span.at_least <= reports <= kit.about.span.at_most for reports in shown["spans"]), given
        assert isinstance(leaders, str) or shown["leaders"] <= leaders
        assert shown["hires"] == shown["numbers"] == max(later - now, 0), given


@pytest.mark.daily
@pytest.mark.parametrize("viewport", [{"width": 1280, "height": 800}, {"width": 390, "height": 844}])
@pytest.mark.parametrize("tag", ["en", "ar"])
def test_seven_people_who_are_to_be_fifteen_get_one_sentence_and_hires_with_reasons(
    opened: Opened, kit: Kit, tag: str, viewport: dict[str, int]
) -> None:
    page = opened(f"{tag}/structures/", viewport=viewport)
    page.locator("#plan-people-now").fill("7")
    page.locator("#plan-people-in-a-year").fill("15")
    manager = kit.role("sales-operations-manager").title[tag]
    said = {
        "en": f"Managed sub-teams: 15 people, one leader and 2 managers. Hire first: {manager}.",
        "ar": f"نموذج الفرق الفرعية: 15 شخصًا، منهم رئيس ومديران. التعيين الأول: {manager}.",
    }
    expect(page.locator(SENTENCE)).to_have_text(said[tag])
    hires = page.locator("section > .rb-plan__hires > li")
    expect(hires).to_have_count(3)
    for hire in hires.all():
        assert len(hire.locator(".rb-plan__why").inner_text()) > 20
    assert len({hire.inner_text() for hire in hires.all()}) == 3
    assert page.evaluate(SHOWN)["numbers"] == 8
    today, later = page.locator(".rb-plan__team h3").all_inner_texts()
    assert ("7" in today, "15" in later) == (True, True)
    expect(page.locator(".rb-plan__step")).to_have_text("+8")
    expect(page.locator("rb-planner table").first).not_to_be_visible()


@pytest.mark.parametrize(
    ("later", "tag", "said"),
    [
        (1, "en", "Generalist team, to begin with: 1 of 3 people. Hire first: Sales Operations Manager."),
        (2, "en", "Generalist team, to begin with: 2 of 3 people. Hire first: Sales Operations Manager."),
        (2, "ar", "نواة نموذج الفريق متعدد المهام: شخصان من أصل 3. التعيين الأول: مدير/ة عمليات المبيعات."),
    ],
)
def test_fewer_people_than_a_structure_takes_are_the_beginning_of_the_smallest(
    opened: Opened, later: int, tag: str, said: str
) -> None:
    page = opened(asked(tag, {"people-now": 0, "people-in-a-year": later}))
    expect(page.locator(SENTENCE)).to_have_text(said)
    expect(page.locator(".rb-plan__team--later")).to_contain_text("from 3 people" if tag == "en" else "من 3 أشخاص")
    assert page.evaluate(SHOWN)["people"] == later


def test_hires_of_a_role_for_the_same_reason_are_told_once(opened: Opened) -> None:
    page = opened(asked("en", {"people-now": 3, "people-in-a-year": 5}))
    hire = page.locator(".rb-plan__hires > li")
    expect(hire).to_have_count(1)
    expect(hire).to_contain_text("Sales Operations Specialist × 2")
    assert hire.locator(".rb-plan__number").all_inner_texts() == ["1", "2"]
    page.locator("#plan-people-in-a-year").fill("15")
    assert page.evaluate(SHOWN)["hires"] == 12


def test_a_reason_counts_the_places_of_a_role_in_the_whole_structure(opened: Opened) -> None:
    page = opened(asked("en", {"people-now": 3, "people-in-a-year": 18, "journey": "yes"}))
    reasons = " ".join(page.locator(".rb-plan__why").all_text_contents())
    counted = re.findall(r"The structure has (\d+) places? for this role; (\d+) of them are filled by then", reasons)
    assert counted
    assert all(int(filled) < int(places) for places, filled in counted), counted


def test_a_condition_that_is_not_met_or_not_answered_is_named_beside_the_verdict(opened: Opened) -> None:
    page = opened(asked("en", {"people-in-a-year": 5}))
    bar = page.locator(".rb-plan__bar")
    expect(bar).to_contain_text("2 of 3 conditions met")
    prefers = "The company prefers managers and specialists to highly specialised roles."
    expect(bar.get_by_text(f"not answered: {prefers}")).to_be_visible()
    page = opened(
        asked("en", {"people-in-a-year": 5, "specialisation": ["analysis", "planning"], "structure": "generalist-team"})
    )
    expect(page.locator(".rb-plan__bar").get_by_text(f"not met: {prefers}")).to_be_visible()


@pytest.mark.parametrize("structure", ["managed-sub-teams", "generalist-team"])
def test_a_guide_leads_to_the_planner_which_begins_with_its_structure(opened: Opened, kit: Kit, structure: str) -> None:
    page = opened(f"en/structures/{structure}/")
    page.get_by_role("button", name="Try it with my numbers").click()
    page.wait_for_url(f"**/en/structures/?structure={structure}")
    expect(page.locator(SENTENCE)).to_contain_text(kit.model(structure).name["en"])
    expect(page.get_by_text("An example: enter your own numbers.")).to_be_visible()


def test_a_team_of_today_that_a_structure_has_is_drawn_as_it_has_it(opened: Opened) -> None:
    page = opened(asked("en", {"people-in-a-year": 5, "team.sales-operations-manager": 1}))
    drawn = page.locator(".rb-plan__team--today").locator(".rb-org__place")
    expect(drawn).to_have_count(0)
    page.locator("#team-sales-operations-specialist").fill("2")
    expect(drawn).to_have_text(["Sales Operations Manager", "Sales Operations Specialist × 2"])


def test_the_form_and_its_answer_stand_in_the_first_screen(opened: Opened) -> None:
    page = opened(asked("en", {"people-now": 7, "people-in-a-year": 15}), viewport={"width": 1280, "height": 800})
    box = page.locator(SENTENCE).bounding_box()
    assert box is not None
    assert box["y"] + box["height"] < 800


def test_the_team_of_today_by_role_decides_who_changes_role_and_whom_to_hire(opened: Opened) -> None:
    page = opened("en/structures/")
    page.locator("summary", has_text="Today's team by role").click()
    page.get_by_role("button", name="One more: Sales Operations Manager").click()
    for _ in range(5):
        page.get_by_role("button", name="One more: Sales Operations Specialist").click()
    now = page.locator("#plan-people-now")
    expect(now).to_have_value("6")
    assert not now.is_editable()
    page.locator("#plan-people-in-a-year").fill("8")
    page.locator("summary", has_text="More questions").click()
    page.get_by_label("Analysis", exact=True).check()
    page.get_by_label("Planning", exact=True).check()
    expect(page.locator(SENTENCE)).to_contain_text("Individual specialists: 8 people, led by one person.")
    shown = page.evaluate(SHOWN)
    assert (shown["people"], shown["numbers"]) == (8, 2)
    expect(page.locator(".rb-plan__steps")).to_contain_text(
        "Sales Operations Manager: 1 can be promoted to Sales Operations Leader."
    )
    today = page.locator(".rb-plan__team--today")
    expect(today).to_contain_text("Sales Operations Specialist × 5")
    given = parse_qs(urlsplit(page.url).query)
    assert given["team.sales-operations-specialist"] == ["5"]
    page.reload()
    expect(today).to_contain_text("Sales Operations Specialist × 5")
    expect(now).to_have_value("6")


NO_PLACE = {
    "en": "{one}: 1 has no place in this plan, and no other place is open.",
    "ar": "{one}: لا منصب في الخطة لشخص واحد، ولا منصب آخر متاح.",
}
OFFER = {
    "en": "{leader}: 1 has no place in this plan. Before you hire from outside, see whether the open place as"
    " {specialist} would suit that person.",
    "ar": "{leader}: لا منصب في الخطة لشخص واحد. قبل التعيين من الخارج، انظروا هل يناسبه المنصب المتاح: {specialist}.",
}


@pytest.mark.parametrize("tag", ["en", "ar"])
def test_who_has_no_place_in_a_smaller_team_is_named_and_nobody_is_moved_down(
    opened: Opened, kit: Kit, tag: str
) -> None:
    titles = {one: kit.role(f"sales-operations-{one}").title[tag] for one in ("leader", "manager", "specialist")}
    talks = ".rb-plan__steps > ul > li"
    page = opened(asked(tag, today(leader=1, manager=2, specialist=5)))
    expect(page.locator(talks)).to_have_text([NO_PLACE[tag].format(one=title) for title in titles.values()])
    page = opened(asked(tag, today(leader=1, manager=1, specialist=3)))
    expect(page.locator(talks)).to_have_text([OFFER[tag].format(**titles)])


def today(**people: int) -> Answers:
    """A team of today that is to have five people."""
    return {"people-in-a-year": 5} | {f"team.sales-operations-{role}": number for role, number in people.items()}


def test_the_work_is_sized_as_the_kit_sizes_it(opened: Opened, kit: Kit) -> None:
    page = opened("en/structures/")
    sizing = kit.function.sizing
    assert sizing is not None
    companies = [example.quantities for example in sizing.examples]
    for quantities in (*companies, {"reps": 90}, {"tools": 18}, {"deals": 500, "languages": 3}, {"languages": 1}):
        page.evaluate(ANSWER, {f"work.{one.id}": quantities.get(one.id, "") for one in sizing.quantities})
        need = team_size(sizing, quantities)
        people = "1 person" if need.usual.people == 1 else f"{need.usual.people} people"
        said = f"The work takes {people} ({need.fewest.people} to {need.most.people})."
        expect(page.locator(".rb-planner__sized")).to_contain_text(said)
    page.evaluate(ANSWER, {"work.reps": 100, "work.tools": 14, "work.deals": 350, "work.languages": 2})
    page.locator("summary", has_text="Work out how many you need").click()
    page.get_by_role("button", name="Plan for 7 people").click()
    expect(page.locator(SENTENCE)).to_contain_text("7 people")
    page.locator("summary", has_text="The work, on your figures").click()
    expect(page.locator("rb-planner tr").filter(has_text="Quotes, orders and clean data")).to_contain_text("1.8")


def test_where_none_works_it_says_what_stops_each_and_offers_what_would_help(opened: Opened) -> None:
    page = opened(asked("en", {"people-now": 7, "people-in-a-year": 15, "managers": 1}))
    expect(page.locator(SENTENCE)).to_have_text("No structure in this kit works for 15 people.")
    stopped = page.locator(".rb-plan__limits > li")
    expect(stopped.filter(has_text="Managed sub-teams")).to_contain_text("It needs 3 people who lead; you have 1.")
    expect(stopped.filter(has_text="Generalist team")).to_contain_text("The team has at most six people.")
    page.get_by_role("button", name="Plan with 3 people who lead").click()
    expect(page.locator(SENTENCE)).to_contain_text("Managed sub-teams: 15 people")
    expect(page.locator("#plan-managers")).to_have_value("3")
    page.locator("#plan-managers").select_option("1")
    page.get_by_role("button", name="Plan for 9 people").click()
    expect(page.locator(SENTENCE)).to_contain_text("Individual specialists: 9 people, led by one person.")


@pytest.mark.parametrize(("later", "structure"), [(5, "generalist-team"), (9, "individual-specialists"), (14, None)])
def test_the_duties_are_those_of_the_size(opened: Opened, kit: Kit, later: int, structure: str | None) -> None:
    page = opened(asked("ar", {"people-in-a-year": later, "managers": 1 if structure else ""}))
    model = kit.model(structure or "managed-sub-teams")
    expect(page.locator(SENTENCE)).to_contain_text(model.name["ar"])
    shown = page.locator("rb-planner [data-part=duties] a").all_text_contents()
    for duty in duties_in(kit, model, team_of(model, later, kit.about.span).organisation):
        assert (duty.duty.text["ar"] in shown) is (duty.is_gap or duty.is_overlap)


def test_answers_given_by_keyboard_stand_in_the_address_that_is_shared(opened: Opened) -> None:
    page = opened("en/structures/")
    page.locator("#plan-people-now").focus()
    page.keyboard.press("Control+A")
    page.keyboard.type("9")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Control+A")
    page.keyboard.type("14")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")  # one more
    page.keyboard.press("Tab")
    page.keyboard.type("3")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")  # more questions
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    for _ in range(3):
        page.keyboard.press("Tab")
    page.keyboard.press("ArrowRight")  # from “Not sure” round to “Yes”
    expect(page.locator(SENTENCE)).to_contain_text("Customer-journey teams: 15 people")
    page.locator("[name=structure]:checked").focus()
    page.keyboard.press("ArrowDown")
    expect(page.locator(SENTENCE)).to_contain_text("Managed sub-teams: 15 people")
    expect(page.locator("[name=structure][value=managed-sub-teams]")).to_be_focused()
    given = parse_qs(urlsplit(page.url).query)
    assert given == {
        "people-now": ["9"],
        "people-in-a-year": ["15"],
        "managers": ["3"],
        "specialisation": ["analysis"],
        "journey": ["yes"],
        "structure": ["managed-sub-teams"],
    }
    shared = page.context.new_page()
    shared.goto(page.url)
    assert shared.locator("rb-planner").inner_text() == page.locator("rb-planner").inner_text()


def test_the_page_in_the_other_language_has_the_same_answers(opened: Opened) -> None:
    page = opened(asked("en", {"people-now": 7, "people-in-a-year": 15, "journey": "yes"}))
    page.locator("#plan-people-in-a-year").fill("16")
    link = page.locator("a[hreflang=ar]").first
    link.evaluate("link => link.click()")
    page.wait_for_url("**/ar/structures/?**")
    expect(page.locator("#plan-people-in-a-year")).to_have_value("16")
    expect(page.locator(SENTENCE)).to_contain_text("نموذج فرق رحلة العميل: 16 شخصًا")


@pytest.mark.parametrize("tag", ["en", "ar"])
def test_a_plan_with_many_hires_is_one_sheet(opened: Opened, tmp_path: Path, tag: str) -> None:
    page = opened(asked(tag, {"people-now": 3, "people-in-a-year": 18, "journey": "yes"}))
    page.pdf(path=tmp_path / "plan.pdf", format="A4")
    with pypdfium2.PdfDocument(tmp_path / "plan.pdf") as printed:
        assert len(printed) == 1


def test_paper_has_the_answers_and_not_the_form(opened: Opened) -> None:
    page = opened(asked("en", {"people-now": 7, "people-in-a-year": 15}))
    given = page.locator(".rb-plan__given")
    expect(given).not_to_be_visible()
    page.emulate_media(media="print")
    expect(page.locator("rb-planner form")).not_to_be_visible()
    expect(given).to_be_visible()
    rows = dict(zip(given.locator("dt").all_inner_texts(), given.locator("dd").all_inner_texts(), strict=True))
    assert rows["People today"] == "7"
    assert rows["People in a year"] == "15"
    assert rows["Does selling follow the steps of a customer journey?"] == "not answered"
    assert page.locator(".rb-plan__why").nth(7).evaluate("why => why.checkVisibility({contentVisibilityAuto: true})")


def test_the_answer_stands_above_the_questions_and_stays_in_view_on_a_phone(opened: Opened) -> None:
    page = opened(asked("en", {"people-in-a-year": 15}), viewport={"width": 390, "height": 844})
    answer = page.locator(SENTENCE)
    work = page.locator("summary", has_text="Work out how many you need")
    expect(work).to_be_hidden()
    page.locator("summary", has_text="Optional").click()
    work.click()
    for field in ("#plan-people-now", "#plan-managers", "[name='work.languages']"):
        page.locator(field).scroll_into_view_if_needed()
        expect(answer).to_be_in_viewport(ratio=1)
        above, below = answer.bounding_box(), page.locator(field).bounding_box()
        assert above, field
        assert below, field
        assert above["y"] + above["height"] <= below["y"], field


def test_before_anyone_answers_the_plan_is_called_an_example(opened: Opened) -> None:
    page = opened("en/structures/")
    example = page.get_by_text("An example: enter your own numbers.")
    expect(example).to_be_visible()
    page.locator("#plan-people-now").fill("7")
    expect(example).not_to_be_visible()


def test_paper_has_nothing_but_the_plan_once_something_was_answered(opened: Opened) -> None:
    page = opened("en/structures/")
    page.emulate_media(media="print")
    others = page.locator("rb-planner ~ *").first
    expect(others).to_be_visible()
    page.goto(f"{page.url}?people-now=7&people-in-a-year=15")
    expect(page.locator(SENTENCE)).to_be_visible()
    expect(others).not_to_be_visible()


def test_the_background_is_folded_until_a_link_leads_there(opened: Opened, kit: Kit) -> None:
    page = opened("en/structures/")
    service = kit.function.services[0]
    row = page.locator(f"#service-{service.id}")
    expect(page.get_by_role("heading", name="What the team does")).to_be_visible()
    expect(row).not_to_be_visible()
    page = opened(f"en/structures/#service-{service.id}")
    expect(page.locator(f"#service-{service.id}")).to_be_visible()


def test_what_is_no_answer_in_the_address_is_left_out_and_said(opened: Opened) -> None:
    page = opened(
        "en/structures/?people-now=%3Cimg%20src=x%20onerror=alert(1)%3E&journey=maybe&structure=none"
        "&managers=many&team.nobody=4&work.reps=-1"
    )
    expect(page.locator(SENTENCE)).to_have_text("Fill in each number, within its limits.")
    page.get_by_label("People today", exact=True).fill("3")
    expect(page.locator(SENTENCE)).to_contain_text("Generalist team: 5 people, led by one person.")
    page.get_by_label("People in a year", exact=True).fill("1000")
    expect(page.locator(SENTENCE)).to_have_text("Fill in each number, within its limits.")


def test_each_condition_says_what_it_rests_on(opened: Opened) -> None:
    page = opened("en/structures/")
    page.locator("summary", has_text="Conditions, and what they rest on").click()
    row = page.locator("rb-planner tr").filter(has_text="the sales operations manager leads the team")
    expect(row).to_contain_text("at most 1")
    expect(row).to_contain_text("threshold: editorial default")
    row.get_by_role("link", name="Fact F86").click()
    expect(page.locator(":target")).to_contain_text("F86")


PLANS: list[Answers] = [
    {"people-now": 7, "people-in-a-year": 15, "journey": "no", "work.reps": 100},
    {"people-in-a-year": 12, "team.sales-operations-manager": 1, "team.sales-operations-specialist": 5},
    {"people-in-a-year": 15, "managers": 1},
]


@pytest.mark.parametrize("tag", IN_LANGUAGES)
@pytest.mark.parametrize("answers", PLANS)
def test_a_plan_is_accessible_and_fits_a_phone(opened: Opened, answers: Answers, tag: str) -> None:
    page = opened(asked(tag, answers))
    unfold(page)
    accessible(page)
    fits_a_phone(page)


def unfold(page: Page) -> None:
    page.evaluate(
        "() => document.querySelectorAll('rb-planner details').forEach((details) => { details.open = true; })"
    )


def test_without_scripts_the_structures_are_compared(opened: Opened) -> None:
    page = opened("en/structures/", java_script_enabled=False)
    assert page.get_by_text("The planner needs JavaScript").is_visible()
    assert page.get_by_role("heading", name="Side by side").is_visible()


def test_the_kit_asks_for_what_the_planner_has_to_know(kit: Kit) -> None:
    sizes = [question.number.size for question in kit.planner if question.number]
    assert set(sizes) == set(Size)
