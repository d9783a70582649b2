"""On the narrowest screen, too, «محلل/ة» stands on one line, and is selected as it was written."""

from __future__ import annotations

import pytest

from tests.browser.conftest import Opened

BROKEN = """() => {
  const found = [];
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const { data, parentElement: parent } = texts.currentNode;
    if (!/[\u0621-\u0652]\\/\u0629/.test(data)) continue;
    if (parent.closest("script, style, template, pre, option, textarea, title")) continue;
    const kept = parent.closest(".rb-whole");
    if (!kept || kept.getClientRects().length > 1) found.push(data);
  }
  return found;
}"""


@pytest.mark.parametrize(
    "path",
    [
        "roles/sales-operations-analyst/scorecard/",
        "roles/",
        "structures/",
        "readiness/",
        "coverage/",
        "careers/",
        "guide/interview/",
        "404.html",
    ],
)
def test_no_line_ends_at_the_slash_of_a_title(opened: Opened, path: str) -> None:
    page = opened(f"ar/{path}", viewport={"width": 320, "height": 700})
    page.wait_for_load_state()
    assert page.locator(".rb-whole").count()
    assert page.evaluate(BROKEN) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_a_title_is_selected_as_it_was_written(opened: Opened) -> None:
    page = opened("ar/roles/sales-operations-analyst/")
    assert page.evaluate("getSelection().selectAllChildren(document.querySelector('h1')) ?? `${getSelection()}`") == (
        "محلل/ة عمليات المبيعات"
    )
