"""A kit's file is read again when it has changed, and for another day."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from rolebook.moment import today
from rolebook.source.cached import load_cached

from tests.conftest import SMALL


def test_it_is_read_once_for_each_day(tmp_path: Path) -> None:
    path = tmp_path / "roles.yaml"
    path.write_bytes(SMALL.read_bytes())
    before = date(2026, 1, 20)
    loaded, again, now = load_cached(path, before), load_cached(path, before), load_cached(path)
    assert loaded is again
    assert loaded.kit is not None
    assert now.kit is not None
    assert (loaded.kit.today, now.kit.today) == (before, today())
    path.write_text(SMALL.read_text("utf-8").replace("Bakery Hiring Kit", "Another Kit"), "utf-8")
    changed = load_cached(path).kit
    assert changed is not None
    assert changed.about.name.root["en"] == "Another Kit"
