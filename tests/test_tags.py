"""Language tags: which are known, what is meant by others, and what stands in for what lacks."""

from __future__ import annotations

import pytest
from rolebook import tags

KNOWN = "en en-GB pt-BR sr-Latn ar-SA ar-001 no nb ja zh-Hant zh-TW zh-Hant-HK de-CH es-419 ca-ES-valencia"


@pytest.mark.parametrize("tag", KNOWN.split())
def test_what_cldr_has_data_for_is_known(tag: str) -> None:
    assert tags.is_known(tag)


@pytest.mark.parametrize(
    ("tag", "meant"),
    [
        ("EN-gb", ("en-GB",)),
        ("en_GB", ("en-GB",)),
        ("NO", ("no",)),
        ("iw", ("he",)),
        ("sh", ("sr-Latn",)),
        ("en-SA", ("en-001", "en")),
        ("fr-XX", ("fr",)),
        ("ru-Latn", ("ru",)),
        ("de-1996", ("de",)),
        ("xx", ()),
        ("english", ()),
        ("und", ()),
        ("x-mine", ()),
        ("", ()),
        ("../en", ()),
    ],
)
def test_what_is_not_known_may_have_a_suggestion(tag: str, meant: tuple[str, ...]) -> None:
    assert not tags.is_known(tag)
    assert tags.suggestions(tag) == meant


@pytest.mark.parametrize(
    ("tag", "script", "fallbacks"),
    [
        ("ar-SA", "Arab", ("ar-SA", "ar")),
        ("en-GB", "Latn", ("en-GB", "en-001", "en")),
        ("es-MX", "Latn", ("es-MX", "es-419", "es")),
        ("nb", "Latn", ("nb", "no")),
        ("sr-Latn", "Latn", ("sr-Latn",)),
        ("zh-TW", "Hant", ("zh-TW", "zh-Hant-TW", "zh-Hant")),
        ("zh", "Hans", ("zh",)),
        ("uz-Arab", "Arab", ("uz-Arab",)),
        ("he", "Hebr", ("he",)),
    ],
)
def test_words_of_another_region_stand_in_but_not_of_another_script(
    tag: str, script: str, fallbacks: tuple[str, ...]
) -> None:
    assert tags.script(tag) == script
    assert tags.fallbacks(tag) == fallbacks
