"""Which characters paper can show."""

from __future__ import annotations

from rolebook import fonts


def test_what_the_shipped_languages_use_is_there() -> None:
    assert fonts.missing("Straße, café, ½ – “x” → ☐ ✓ ≥ 35,400 محلِّل/ة، «س»؛ ٪ ؟\n\t") == ()


def test_what_is_missing_is_named_once_in_order() -> None:
    assert fonts.missing("a 😀 漢 😀 b") == ("😀", "漢")
    assert fonts.printable("a 😀") == "a [grinning face]"
    assert fonts.printable("plain") == "plain"


def test_what_only_steers_other_characters_does_not_count() -> None:
    assert fonts.missing("a\u200db\ufe0f") == ()
