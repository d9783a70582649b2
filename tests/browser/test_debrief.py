"""The debrief compares sealed scorecards, computes as we and Excel do, and takes nothing that it should not."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jsonschema
import openpyxl
import pytest
from playwright.sync_api import Browser, Page, expect
from rolebook.catalogue import Format, as_file
from rolebook.documents.internal_edition import InternalEdition
from rolebook.documents.interviews.rating import scorecard_schema
from rolebook.documents.interviews.scorecard import scorecard as scorecard_document
from rolebook.kit import Kit
from rolebook.language import Language

from tests.browser.accessibility import IN_LANGUAGES, accessible, fits_a_phone
from tests.browser.conftest import Opened, served
from tests.browser.panel import Card, figures, files, panel, rates, scorecard, sealed
from tests.browser.test_scorecard import PATH, downloaded, fill_by_keyboard, kept
from tests.formats.test_xlsx import FIRST, MEANS, RATINGS, computed, row_of

ROLE = "sales-operations-analyst"
DROP = """files => {
  const data = new DataTransfer();
  for (const [name, text] of files) data.items.add(new File([text], name));
  document.body.dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }));
}"""


def choose(page: Page, paths: list[Path]) -> None:
    page.set_input_files("#rb-files", paths)


def drop(page: Page, cards: list[Card]) -> None:
    page.evaluate(DROP, [[f"{number}.json", json.dumps(card)] for number, card in enumerate(cards)])


def totals(page: Page) -> list[float]:
    page.wait_for_selector("[data-total]")
    return [float(text) for text in page.locator("[data-total]").all_inner_texts()]


def shown(page: Page, candidate: int) -> dict[str, tuple[float | None, int | None]]:
    """Mean and spread of each skill in a candidate's section, by the skill's name."""
    found = {}
    for skill in page.locator(f"section[aria-labelledby=candidate-{candidate}] .rb-proof:has([data-sums])").all():
        numbers = re.findall(r"[\d.]+|–", skill.locator("[data-sums]").text_content() or "")
        mean, spread = [*numbers, None][:2]
        found[skill.locator("h3").text_content() or ""] = (
            None if mean == "–" else float(mean),
            int(spread) if spread else None,
        )
    return found


@pytest.mark.parametrize("tag", ["en", "ar"])
def test_a_scorecard_from_the_page_and_two_others_come_to_what_we_compute(
    opened: Opened, address: str, first: Kit, site: Path, tmp_path: Path, tag: str
) -> None:
    page = opened(f"{tag}/{PATH}", accept_downloads=True)
    fill_by_keyboard(page, "C-17")
    page.locator("[data-act=seal]").click()
    path = downloaded(page, "json", tmp_path)
    rated = rates(site, tag, ROLE)
    others = [
        scorecard(rated, "c-17 ", "Omar", [3, 3, 1, "not-assessed", 2, 2], number=1),
        scorecard(rated, "C-18", "Omar", [5, 4, 4, 4, 4, "not-assessed"], number=2),
    ]
    page.goto(f"{address}{tag}/debrief/")
    choose(page, [path, *files(tmp_path, others)])
    mine = [json.loads(path.read_text("utf-8")), others[0]]
    ours = [figures(rated, mine), figures(rated, others[1:])]
    assert totals(page) == [pytest.approx(one["total"], abs=0.005) for one in ours]
    names = {skill["name"]: skill["id"] for skill in rated["skills"]}
    for number, expected in enumerate(ours, start=1):
        for name, (mean, spread) in shown(page, number).items():
            wanted_mean, wanted_spread = expected["skills"][names[name]]
            assert mean == (None if wanted_mean is None else pytest.approx(wanted_mean, abs=0.05))
            assert spread == wanted_spread
    page.emulate_media(media="print")
    title = first.role(ROLE).title[tag]
    expect(page.locator(".rb-debrief__contents")).to_have_text(
        title, use_inner_text=True
    )  # on paper, it names the role
    expect(page.get_by_text("Evidence 3 of C-17")).to_be_visible()


def test_excel_and_the_debrief_give_the_same_totals(
    browser: Browser, small: Kit, tmp_path: Path, small_pages: Path
) -> None:
    edition = InternalEdition(small, Language("en"))
    rated = rates(small_pages, "en", "baker")
    assert {skill["weight"] for skill in rated["skills"]} == {1, 2}
    cards = panel(rated, 3)
    book = openpyxl.load_workbook(io.BytesIO(as_file(scorecard_document(edition, "baker"), edition, Format.XLSX)))
    for number, card in enumerate(cards):
        candidate, interviewer = divmod(number, 3)
        for row, one in enumerate(card["ratings"]):
            if one["rating"] != "not-assessed":
                sheet = book.worksheets[1 + interviewer]
                sheet.cell(row_of(sheet, rated["skills"][row]["name"]), RATINGS + 2 * candidate, one["rating"])
    book.save(tmp_path / "filled.xlsx")
    summary = computed(tmp_path / "filled.xlsx").worksheets[0]
    theirs = [summary.cell(FIRST + len(rated["skills"]), MEANS + 3 * candidate).value for candidate in range(3)]
    with served(small_pages) as address:
        page = browser.new_page()
        page.goto(f"{address}en/debrief/")
        choose(page, files(tmp_path, cards))
        assert totals(page) == [pytest.approx(total, abs=0.005) for total in theirs]
        expect(page.get_by_text("The bread decides.")).to_be_visible()  # the reason for its weight
        page.close()
        answers_and_screening_reach_the_debrief(browser, address, tmp_path)


def answers_and_screening_reach_the_debrief(browser: Browser, address: str, folder: Path) -> None:
    """Each of two answers that show one skill is rated; what was asked of everyone is written down, and not rated."""
    page = browser.new_page()
    page.goto(f"{address}en/roles/baker/interview-kit/try-out/")

    def step(name: str) -> None:
        page.evaluate("name => { location.hash = name; }", name)

    for name, value in (("candidate", "C-1"), ("interviewer", "Sara"), ("date", "2026-11-24")):
        page.locator(f"[name={name}]").fill(value)
    stage = "stage-try-out"
    for skill in ("baking", "serving"):
        step(f"rate-{skill}")
        page.locator(f"[name={stage}--{skill}][value='3']").check()
        page.locator(f"[name={stage}--{skill}--evidence]").fill("Bread.")
    step("hand-over")
    page.locator(f"[name={stage}-recommendation]").first.check()
    page.locator(f"[name={stage}-form-reason]").fill("Warm.")
    step("ask-screening")
    page.locator("[name=screening-early-start]").fill("From four on")
    step("rate-baking")  # the key of its work sample is at hand while it is rated
    page.locator("#stage-try-out-question-2-key summary").click()
    page.locator("[name='points-baking/knead/0']").select_option("1.5")
    step("hand-over")
    page.locator("[data-act=seal]").click()
    missing = page.locator(".rb-form__missing li")
    expect(missing).to_have_text(
        [f"Baking: a rating for the answer to Question {number}, or “not assessed”" for number in (1, 2)]
    )
    missing.first.locator("a").click()
    expect(page.locator(f"[name={stage}--baking--answer-failed-batch]").first).to_be_focused()
    page.locator(f"[name={stage}--baking--answer-failed-batch][value='2']").check()
    page.locator(f"[name={stage}--baking--answer-knead][value='4']").check()
    step("hand-over")
    page.locator("[data-act=seal]").click()
    table = downloaded(page, "csv", folder).read_text("utf-8-sig")
    assert '"Baking: Question 2","4"' in table
    assert '"Can start at four","From four on"' in table
    path = downloaded(page, "json", folder)
    card = json.loads(path.read_text("utf-8"))
    jsonschema.validate(card, json.loads(scorecard_schema()))
    assert card["ratings"][0]["answers"] == [
        {"question": "failed-batch", "rating": 2},
        {"question": "knead", "rating": 4},
    ]
    assert card["screening"] == [{"item": "early-start", "answer": "From four on"}]
    assert card["points"] == [{"question": "baking/knead", "given": ["1.5", ""]}]
    expect(page.locator("[name='points-baking/knead/0']")).to_be_disabled()  # what is sealed stays as it is
    page.reload()
    expect(page.locator(f"[name={stage}--baking--answer-knead]:checked")).to_have_value("4")
    expect(page.locator("[name=screening-early-start]")).to_have_value("From four on")
    page.goto(f"{address}en/debrief/")
    choose(page, [path])
    page.locator(".rb-debrief__others summary").first.click()  # nothing is to be discussed
    expect(page.get_by_text("Answers: 2, 4").first).to_be_visible()
    page.locator(".rb-debrief__unrated summary").first.click()
    expect(page.locator(".rb-debrief__unrated dd")).to_contain_text("From four on")
    page.close()


def altered(card: Card) -> str:
    return json.dumps(card).replace('"rating": 3', '"rating": 5', 1)


def with_key(card: Card) -> str:
    return json.dumps(card).replace("{", '{"__proto__": {"polluted": true}, ', 1)


REFUSED: dict[str, tuple[Callable[[Card], str], str]] = {
    "altered": (altered, "changed after it was sealed"),
    "too large": (lambda card: json.dumps(card) + " " * 5_000_000, "larger than 1 MB"),
    "not json": (lambda card: "candidate;rating", "not JSON"),
    "no scorecard": (lambda card: "[1, 2, 3]", "not a Rolebook scorecard"),
    "prototype": (with_key, "See “__proto__”"),
    "rating of 9": (lambda card: json.dumps(card).replace('"rating": 3', '"rating": 9', 1), "See “ratings/0/rating”"),
    "unsealed": (lambda card: json.dumps(sealed({**card, "sealed": None})), "was not sealed"),
    "unknown role": (lambda card: json.dumps(sealed({**card, "role": "clown"})), "no role “clown”"),
    "same skill twice": (
        lambda card: json.dumps(sealed({**card, "ratings": [card["ratings"][0], card["ratings"][0]]})),
        "See “ratings”",
    ),
}


@pytest.mark.daily
def test_what_is_no_sealed_and_whole_scorecard_is_refused_with_the_reason(
    opened: Opened, site: Path, tmp_path: Path
) -> None:
    page = opened("en/debrief/")
    good = scorecard(rates(site, "en", ROLE), "C-1", "Sara", [3, 3, 3, 3, 3, 3])
    paths = []
    for name, (spoil, _) in REFUSED.items():
        paths.append(tmp_path / f"{name}.json")
        paths[-1].write_text(spoil(good), "utf-8")
    choose(page, paths)
    items = page.locator(".rb-refused > ul > li")
    expect(items).to_have_count(len(REFUSED))
    for item, (name, (_, reason)) in zip(items.all_inner_texts(), REFUSED.items(), strict=True):
        assert item.startswith(f"{name}.json: ")
        assert reason in item, item
    assert page.locator("[data-total]").count() == 0
    assert page.evaluate("({}).polluted") is None
    choose(page, [*files(tmp_path, [good]), paths[0]])  # what is good beside it is taken
    assert totals(page) == [3]
    expect(items).to_have_count(1)
    theirs = rates(site, "en", "sales-operations-manager")
    other = scorecard(theirs, "C-1", "Omar", [3] * len(theirs["skills"]), number=5)
    drop(page, [other, good])
    expect(items).to_have_text([
        "0.json: It is about another role: Sales Operations Manager. Start over to compare that one.",
        "1.json: It is here already.",
    ])  # fmt: skip
    page.get_by_role("button", name="Start over").click()
    expect(page.locator("#rb-files")).to_be_focused()


def test_another_state_of_the_kit_is_compared_only_when_asked_and_says_what_changed(opened: Opened, site: Path) -> None:
    page = opened("en/debrief/")
    rated = rates(site, "en", ROLE)
    old = scorecard(rated, "C-1", "Sara", [4, 4, 4, 4, 4, 4])
    old["kit"] = {"version": "0.9", "fingerprint": "0" * 16}
    old["ratings"][0]["basis"] |= {"needed": 1, "weight": 3, "must_have": False, "anchors": "0" * 8}
    old["ratings"][5]["skill"] = "juggling"
    drop(page, [sealed(old)])
    said = page.locator(".rb-refused li li")
    first, last = rated["skills"][0]["name"], rated["skills"][5]["name"]
    expect(said).to_have_text([
        "The kit was version 0.9, and is 1.0.",
        f"{first}: level 1 was needed, {rated['skills'][0]['needed']} is now.",
        f"{first}: its weight was 3, and is 1.",
        f"{first}: whether it is a must-have has changed.",
        f"{first}: its anchors have changed.",
        "juggling is no longer rated.",
        f"{last} is rated now, and was not then.",
    ])  # fmt: skip
    page.get_by_role("button", name="Compare anyway").press("Enter")
    expect(page.locator(".rb-desk [role=status]")).to_be_focused()
    assert totals(page) == [4]
    expect(page.get_by_text("Made with another state of the kit")).to_be_visible()
    expect(page.locator(".rb-result")).not_to_contain_text("juggling")


ONE_NAME = ("José", "José\u200b", "\u200fJosé\u200e", "Jo\u00adsé", " JOSÉ ", "Jose\u0301")
LIKE_IT = "Jose"


def test_one_name_is_one_candidate_and_names_that_look_alike_are_pointed_out(opened: Opened, site: Path) -> None:
    rated = rates(site, "en", ROLE)
    names = (*ONE_NAME, LIKE_IT, "Mary", "IŞIL", "ışıl", "أحمد", "احمد")
    ratings: list[int | str] = [3] * len(rated["skills"])
    page = opened("en/debrief/")
    drop(page, [scorecard(rated, name, f"Sara {n}", ratings, number=n) for n, name in enumerate(names, start=1)])
    expect(page.locator("#candidate-6")).to_be_visible()
    expect(page.locator("#candidate-7")).to_have_count(0)
    asked = page.locator(".rb-debrief__names li")
    assert asked.count() == 2
    for item, pair in zip(sorted(asked.all_inner_texts()), ("Jose José", "أحمد احمد"), strict=True):
        assert all(name in item for name in pair.split())
    expect(page.locator("[data-repeated]")).to_have_count(0)


def test_who_hands_over_two_scorecards_of_one_interview_counts_twice_and_it_is_said(opened: Opened, site: Path) -> None:
    rated = rates(site, "en", ROLE)
    ratings: list[int | str] = [3] * len(rated["skills"])
    page = opened("en/debrief/")
    drop(page, [scorecard(rated, "C-1", name, ratings, number=n) for n, name in enumerate(("Sara", "sara ", "Omar"))])
    expect(page.locator("[data-repeated]")).to_have_text(
        "sara , Whole role: several scorecards, and each of them counts. If they are from the same interview, "
        "remove the earlier ones."
    )


def test_hostile_words_are_shown_and_never_run(opened: Opened, site: Path, tmp_path: Path) -> None:
    page = opened("en/debrief/", accept_downloads=True)
    page.on("dialog", lambda dialog: pytest.fail(dialog.message))
    hostile = "<img src=x onerror=alert(1)><script>alert(2)</script>\u202e{{ 7*7 }}"
    card = scorecard(rates(site, "en", ROLE), hostile, hostile, [1, 2, 3, 4, 5, 5])
    for one in card["ratings"]:
        one["evidence"] = hostile
    card["recommendation"]["reason"] = hostile
    card["reopened"] = [{"at": card["changed"], "reason": hostile}]
    drop(page, [sealed(card)])
    totals(page)
    assert page.locator("img[src=x]").count() == 0
    expect(page.get_by_role("heading", name="<img src=x", level=2)).to_be_visible()
    assert page.locator(".rb-said").all_text_contents() == [hostile] * 7
    page.get_by_label("Who took part").fill(hostile)
    page.get_by_label("Who decides").fill("Mona")
    page.get_by_label("Decision", exact=True).fill("We hire nobody yet.")
    page.get_by_label("Reason, in the terms").fill(hostile)
    path = downloaded(page, "record", tmp_path)
    record = page.context.new_page()
    record.on("dialog", lambda dialog: pytest.fail(dialog.message))
    record.goto(path.as_uri())
    assert record.locator("img, script").count() == 0
    expect(record.get_by_text("We hire nobody yet.")).to_be_visible()
    assert record.locator("td", has_text=hostile).count() > 7
    expect(record.get_by_text(f"SHA-256 {sealed(card)['checksum']}")).to_be_visible()


@pytest.mark.parametrize("tag", IN_LANGUAGES)
def test_it_is_accessible_with_errors_and_with_data_and_fits_a_phone(opened: Opened, site: Path, tag: str) -> None:
    page = opened(f"{tag}/debrief/")
    cards = panel(rates(site, tag, ROLE), 3)
    old = sealed({**cards[0], "id": "f" * 24, "kit": {**cards[0]["kit"], "fingerprint": "0" * 16}})
    drop(page, [*cards, {"candidate": "nobody"}, old])
    totals(page)
    accessible(page)
    fits_a_phone(page)


def test_without_scripts_it_can_be_read_and_the_record_written(opened: Opened) -> None:
    page = opened("en/debrief/", java_script_enabled=False)
    assert page.get_by_text("Comparing files needs JavaScript").is_visible()
    assert not page.locator("#rb-files").is_visible()
    page.get_by_label("Decision", exact=True).fill("On paper")
    assert page.get_by_role("heading", name="How the figures are worked out").is_visible()


@pytest.mark.daily
def test_the_record_that_is_signed_takes_over_what_the_debrief_knows_of_a_candidate(
    browser: Browser, small_pages: Path
) -> None:
    rated = rates(small_pages, "en", "baker")
    assert [(skill["name"], skill["must_have"]) for skill in rated["skills"]] == [("Baking", True), ("Serving", False)]
    cards = [
        scorecard(rated, "C-1", "Sara", [3, 2], number=1),
        scorecard(rated, "C-1", "Omar", [4, "not-assessed"], number=2),
        scorecard(rated, "C-2", "Sara", [1, 1], number=3),
    ]
    with served(small_pages) as address, browser.new_context() as context:
        page = context.new_page()
        page.goto(f"{address}en/debrief/")
        drop(page, cards)
        page.get_by_label("Who took part").fill("Sara, Omar")
        first = page.get_by_role("group", name="C-1")
        first.get_by_text("Hand over the keys").click()
        first.get_by_role("textbox").fill("Crisp.")

        def signed(candidate: str) -> Page:
            with context.expect_page() as opened:
                page.get_by_role("group", name=candidate).get_by_role("link").click()
            return opened.value

        record = signed("C-1")
        said = record.locator("rb-fill-in [role=status]")
        expect(said).to_have_text("Filled in for C-1 from the debrief")
        expect(record.get_by_label("Whose bread")).to_have_value("C-1")
        expect(record.get_by_label("Who tasted")).to_have_value("Sara, Omar")
        expect(record.get_by_label("Ratings given: Baking")).to_have_value("4, 3")
        expect(record.get_by_label("Median: Baking")).to_have_value("3.5")
        evidence = "Omar (4): Omar on C-1: Baking\nSara (3): Sara on C-1: Baking"
        expect(record.get_by_label("Evidence: what was said or done: Baking")).to_have_value(evidence)
        expect(record.get_by_label("Ratings given: Serving")).to_have_value("2")
        expect(record.get_by_label("Hand over the keys")).to_be_checked()
        expect(record.get_by_label("Reason, in the terms of the job description")).to_have_value("Crisp.")
        record.get_by_label("Which loaf decided").fill("Rye")
        record.reload()
        expect(said).to_be_empty()  # it was taken over once
        expect(record.get_by_label("Whose bread")).to_have_value("C-1")
        again = signed("C-1")  # the same candidate: what was added stays
        expect(again.get_by_label("Which loaf decided")).to_have_value("Rye")

        other = signed("C-2")
        said = other.locator("rb-fill-in [role=status]")
        expect(said).to_contain_text("already filled in for another candidate")
        expect(other.get_by_label("Whose bread")).to_have_value("C-1")
        other.get_by_role("button", name="Keep what is in the form").click()
        expect(said).to_be_empty()
        expect(other.get_by_label("Which loaf decided")).to_have_value("Rye")
        other = signed("C-2")
        other.get_by_role("button", name="Replace what is in the form").click()
        expect(other.locator("rb-fill-in [role=status]")).to_have_text("Filled in for C-2 from the debrief")
        expect(other.get_by_label("Whose bread")).to_have_value("C-2")
        expect(other.get_by_label("Which loaf decided")).to_have_value("")
        expect(other.get_by_label("Hand over the keys")).not_to_be_checked()
        other.get_by_role("button", name="Undo").click()
        expect(other.get_by_label("Which loaf decided")).to_have_value("Rye")


def test_the_files_stay_on_the_device(opened: Opened, site: Path) -> None:
    """Nothing is asked of the network but what the role rates, and nothing is kept."""
    page = opened("en/debrief/")
    page.wait_for_load_state("networkidle")
    asked: list[Any] = []
    page.on(
        "request", lambda request: asked.append((request.method, request.url.rsplit("/", 1)[-1], request.post_data))
    )
    drop(page, panel(rates(site, "en", ROLE), 2))
    totals(page)
    assert asked == [("GET", "rating.json", None)]
    assert kept(page) == []
