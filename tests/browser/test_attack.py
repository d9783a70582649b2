"""A kit whose every text is an attack: each page type shows them as text, and nothing of them runs."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import partial
from typing import Any

import pytest
from playwright.sync_api import Browser, Dialog
from rolebook.audience import Audience
from rolebook.build.build import build
from rolebook.catalogue import pages

from tests.browser.conftest import served
from tests.browser.test_navigation import search
from tests.conftest import kit_of
from tests.documents.hostile import ATTACKS, attacked

LOOK = """() => [
  window.attacked ?? null,
  document.querySelectorAll("img[src='x'], iframe, object, embed, base, [onerror], [onclick], [onload]").length,
  [...document.links].filter(link => /^(javascript|data|vbscript):/i.test(link.getAttribute("href"))).length,
]"""


@pytest.fixture(scope="module")
def attack(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Any, dict[Audience, str]]]:
    """The attacking kit, and where each of its sites is served."""
    folder = tmp_path_factory.mktemp("attack")
    data = attacked()
    kit = kit_of(data)
    (folder / "roles.yaml").write_text(json.dumps(data, ensure_ascii=False), "utf-8")
    for audience in Audience:
        build(kit, folder / "roles.yaml", folder, audience=audience, with_files=False)
    with served(folder / "site") as internal, served(folder / "public") as public:
        yield kit, {Audience.INTERNAL: internal, Audience.PUBLIC: public}


def dismissed(wrong: list[str], dialog: Dialog) -> None:
    wrong.append(f"dialog: {dialog.message}")
    dialog.dismiss()


@pytest.mark.daily
@pytest.mark.parametrize(
    ("audience", "each"),
    [
        pytest.param(Audience.INTERNAL, False, id="types of the internal site", marks=pytest.mark.slow),
        pytest.param(Audience.INTERNAL, True, id="internal", marks=pytest.mark.slow),
        pytest.param(Audience.PUBLIC, True, id="public"),
    ],
)
def test_attacks_are_shown_as_text_and_nothing_runs(
    browser: Browser, attack: tuple[Any, dict[Audience, str]], audience: Audience, each: bool
) -> None:
    kit, addresses = attack
    page = browser.new_page()
    wrong: list[str] = []
    page.on("dialog", partial(dismissed, wrong))
    page.on("console", lambda message: wrong.append(message.text) if message.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: wrong.append(str(error)))
    seen: set[str] = set()
    every = [f"{tag}/{artefact.path}" for tag in ("en", "ar") for artefact in pages(kit, audience)]
    types = {artefact.row.kind: artefact.path for artefact in pages(kit, audience)}
    for path in every if each else [f"{('en', 'ar')[n % 2]}/{path}" for n, path in enumerate(types.values())]:
        page.goto(f"{addresses[audience]}{path}")
        page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true })")
        assert page.evaluate(LOOK) == [None, 0, 0], path
        text = page.locator("body").inner_text() + "".join(
            page.evaluate("[...document.querySelectorAll('option, [title]')].map(one => one.title + one.textContent)")
        )
        seen |= {attack for attack in ATTACKS if attack in text}
    page.close()
    assert wrong == []
    assert seen == set(ATTACKS), "an attack was not shown as it was written"


def test_what_the_tools_make_of_attacks_is_text(browser: Browser, attack: tuple[Any, dict[Audience, str]]) -> None:
    _, addresses = attack
    page = browser.new_page()
    wrong: list[str] = []
    page.on("dialog", partial(dismissed, wrong))
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.goto(f"{addresses[Audience.INTERNAL]}en/structures/?structure=%3Cimg%20src=x%20onerror=alert(1)%3E")
    assert any(attack in page.locator("rb-planner").inner_text() for attack in ATTACKS)
    page.goto(f"{addresses[Audience.INTERNAL]}en/roles/baker/interview-kit/try-out/")
    page.locator(".rb-step[data-current] a.rb-button[href='#ask-opening']").click()
    for _ in ("screening", "the first question, named for its skill"):
        page.locator(".rb-step[data-current] .rb-step__foot .rb-button").click()
    assert any(attack in page.locator(".rb-step__title:visible").inner_text() for attack in ATTACKS)
    page.goto(f"{addresses[Audience.INTERNAL]}en/")
    assert search(page, "alert")
    assert page.evaluate(LOOK) == [None, 0, 0]
    page.close()
    assert wrong == []
