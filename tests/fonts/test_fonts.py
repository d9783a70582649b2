"""Which characters paper can show, what stands for those that it cannot, and whose fonts come first."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from rolebook.fonts import FontSet, files, for_language
from rolebook.kit.fonts import Fonts
from rolebook.kit.references import ValidationContext
from rolebook.language import Language

TAMIL = next(file.path for file in files.of_package("manimgx-fonts") if "Tamil" in file.path.name)


def describe(scripts: Sequence[str], count: int) -> str:
    return f"[{count} {'+'.join(scripts)}]"


@pytest.fixture
def english() -> FontSet:
    return for_language("en")


def test_what_the_shipped_languages_use_is_there(english: FontSet) -> None:
    assert english.missing("Straße, café, ½ – “x” → ☐ ✓ ≥ 35,400 محلِّل/ة، «س»؛ ٪ ؟\n\t") == ()


def test_what_is_missing_is_named_once_in_order(english: FontSet) -> None:
    assert english.missing("a 😀 漢 😀 b") == ("😀", "漢")
    assert english.printable("a 😀", describe) == "a [grinning face]"
    assert english.printable("plain", describe) == "plain"


def test_letters_are_counted_and_signs_are_named(english: FontSet) -> None:
    assert english.printable("山田さん (한국어)", describe) == "[4 Hani+Hira] ([3 Hang])"
    assert english.printable("漢\u0301", describe) == "[2 Hani]"
    assert english.printable("☃\u064b", describe) == "☃[arabic fathatan]"


def test_what_only_steers_other_characters_does_not_count(english: FontSet) -> None:
    assert english.missing("a\u200db\ufe0f") == ()
    assert english.printable("a\ufeffb\ufe0f", describe) == "ab"


def test_what_unicode_has_no_name_for_is_numbered_and_new_signs_are_known(english: FontSet) -> None:
    said = english.printable("\uf0b7 \u0378 \U0001fa77", describe)
    assert said == "[U+F0B7] [U+0378] [pink heart]"


@pytest.mark.parametrize("tag", ["en-GB", "vi", "ru", "el", "he", "fa", "ur", "hi", "th", "ka", "sr-Latn"])
def test_most_languages_can_be_set_with_what_rolebook_has(tag: str) -> None:
    assert for_language(tag).can_set(Language(tag).letters)


def test_a_language_without_a_font_cannot_be_set(monkeypatch: pytest.MonkeyPatch) -> None:
    assert not for_language("ja").can_set(Language("ja").letters)
    assert not for_language("hy").can_set(Language("hy").letters)


@pytest.mark.usefixtures("font_packages")
@pytest.mark.parametrize(
    ("tag", "family"),
    [("ja", "JP"), ("ko", "KR"), ("zh", "SC"), ("zh-Hant", "TC"), ("zh-TW", "TC"), ("en", "SC")],
)
def test_chinese_characters_are_drawn_as_in_the_language(tag: str, family: str) -> None:
    found = for_language(tag)
    assert [one for one in found.families if "CJK" in one] == [f"Noto Sans CJK {family}"]
    assert found.can_set(Language(tag).letters)


@pytest.mark.usefixtures("font_packages")
@pytest.mark.parametrize("tag", ["hy", "am", "bn", "my", "ta", "km", "lo", "te", "si"])
def test_the_other_package_has_the_other_scripts(tag: str) -> None:
    assert for_language(tag).can_set(Language(tag).letters)


def own(folder: Path, **entry: Any) -> Fonts:
    return Fonts.model_validate(entry, context=ValidationContext(folder=folder))


def test_the_kits_own_fonts_come_first_in_their_languages_and_last_in_others(tmp_path: Path) -> None:
    shutil.copy(TAMIL, tmp_path / "tamil.ttf")
    for named in ("ta", "Taml"):
        fonts = (own(tmp_path, languages=[named], files=["tamil.ttf"]),)
        assert for_language("ta", fonts).families[0] == "Noto Sans Tamil"
        assert for_language("en", fonts).families[0] == "FiraGO"
        assert for_language("en", fonts).missing("தமிழ்") == ()
    everywhere = (own(tmp_path, package="manimgx-fonts-cjk"),)
    assert for_language("en", everywhere).families[0] == "Noto Sans CJK JP"


def test_a_kits_font_is_known_by_what_it_holds(tmp_path: Path) -> None:
    shutil.copy(TAMIL, tmp_path / "a.ttf")
    shutil.copy(TAMIL, tmp_path / "b.ttf")
    first, second = (own(tmp_path, files=[name]) for name in ("a.ttf", "b.ttf"))
    assert first == second
    assert str(tmp_path) not in repr(first)
