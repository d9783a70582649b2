"""Languages are data: plural forms, direction, numbers, dates and words come from catalogues and CLDR."""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from string import Formatter

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po
from rolebook.interface.extraction import python, templates
from rolebook.language import SHIPPED, Language


def test_arabic_has_six_plural_forms() -> None:
    arabic = Language("ar")
    said = [arabic.ngettext("{n} minute", "{n} minutes", n) for n in (0, 1, 2, 3, 11, 100)]
    assert said == ["0 دقيقة", "دقيقة واحدة", "دقيقتان", "3 دقائق", "11 دقيقة", "100 دقيقة"]
    assert arabic.ngettext("After {n} day", "After {n} days", 30) == "بعد 30 يومًا"


@pytest.mark.parametrize(
    ("size", "said"),
    [(0, "1 kB"), (1_499, "1 kB"), (1_500, "2 kB"), (999_499, "999 kB"), (1_000_000, "1 MB"), (2_460_000, "2.5 MB")],
)
def test_the_size_of_a_file_is_said_in_kilobytes_or_megabytes(size: int, said: str) -> None:
    assert Language("en").size(size) == said


def test_scripts_get_each_plural_form_by_its_category() -> None:
    forms = Language("ar").plural_forms("{n} role", "{n} roles")
    assert [forms[name] for name in ("zero", "one", "two")] == ["لا وظائف", "وظيفة واحدة", "وظيفتان"]
    assert [forms[name] for name in ("few", "many", "other")] == ["{n} وظائف", "{n} وظيفة", "{n} وظيفة"]
    assert Language("en").plural_forms("{n} role", "{n} roles") == {"one": "{n} role", "other": "{n} roles"}
    assert Language("ja").plural_forms("{n} role", "{n} roles") == {"other": "{n} roles"}
    assert Language("fr").plural_forms("{n} role", "{n} roles")["one"] == "{n} role"


def test_direction_numbers_and_dates_come_from_cldr() -> None:
    assert (Language("ar").direction, Language("fr").direction) == ("rtl", "ltr")
    assert Language("en").number(35400) == "35,400"
    assert Language("fr").date(date(2026, 11, 23)) == "23 novembre 2026"
    assert Language("ar").date(date(2026, 11, 23)) == "23 نوفمبر 2026"
    assert Language("ar").name == "العربية"
    assert Language("fr").join(["a", "b", "c"]) == "a, b et c"
    assert Language("en").choice(["Riyadh", "Dubai"]) == "Riyadh or Dubai"


def test_numbers_that_are_read_together_have_the_same_number_of_decimals() -> None:
    assert Language("en").numbers([4.0, 3.6, 1200, 8.25]) == ["4.00", "3.60", "1,200.00", "8.25"]
    assert Language("ar").numbers([12.0, 10.2]) == ["12.0", "10.2"]
    assert Language("fr").numbers([8.0, 8.1]) == ["8,0", "8,1"]
    assert Language("en").numbers([8.0, 35400]) == ["8", "35,400"]
    assert Language("en").numbers([]) == []


def write_catalogue(path: Path, message: str, translation: str) -> None:
    header = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n'
    path.write_text(f'{header}\nmsgid "{message}"\nmsgstr "{translation}"\n', "utf-8")


def test_dates_numbers_and_names_are_those_of_a_region() -> None:
    day = date(2026, 11, 20)
    assert [Language(tag).date(day) for tag in ("en", "en-US")] == ["20 November 2026", "November 20, 2026"]
    assert Language("de-CH").number(35400) == "35’400"
    names = [Language(tag).name for tag in ("en-GB", "pt-BR", "zh-Hant", "de-CH", "no")]
    assert names == ["British English", "Português (Brasil)", "繁體中文", "Schweizer Hochdeutsch", "Norsk"]
    assert [Language(tag).script for tag in ("ar-SA", "sr-Latn", "sr", "he")] == ["Arab", "Latn", "Cyrl", "Hebr"]


def test_words_of_a_language_serve_its_regions_and_no_other_script(tmp_path: Path) -> None:
    assert Language("ar-SA").gettext("Roles") == "الوظائف"
    write_catalogue(tmp_path / "ar.po", "Roles", "الأدوار")
    assert Language("ar-SA", (tmp_path, SHIPPED)).gettext("Roles") == "الأدوار"
    write_catalogue(tmp_path / "ar-SA.po", "Roles", "وظائفنا")
    assert Language("ar-SA", (tmp_path, SHIPPED)).gettext("Roles") == "وظائفنا"
    assert Language("ar-SA", (tmp_path, SHIPPED)).gettext("Skills") == Language("ar").gettext("Skills")
    write_catalogue(tmp_path / "zh.po", "Roles", "职位")
    assert Language("zh-Hant", (tmp_path, SHIPPED)).gettext("Roles") == "Roles"
    assert Language("zh-Hans", (tmp_path, SHIPPED)).gettext("Roles") == "职位"


def test_a_word_without_translation_is_said_in_english(tmp_path: Path) -> None:
    assert Language("fr").gettext("Scorecard") == "Scorecard"
    write_catalogue(tmp_path / "fr.po", "Scorecard", "Grille d’évaluation")
    french = Language("fr", (tmp_path, SHIPPED))
    assert french.gettext("Scorecard") == "Grille d’évaluation"
    assert french.gettext("Interview kit") == "Interview kit"


def test_the_kits_own_catalogue_wins_and_what_it_lacks_the_shipped_one_says(tmp_path: Path) -> None:
    write_catalogue(tmp_path / "ar.po", "Roles", "الأدوار")
    arabic = Language("ar", (tmp_path, SHIPPED))
    assert arabic.gettext("Roles") == "الأدوار"
    assert arabic.gettext("Scorecard") == "بطاقة التقييم"
    assert arabic.gettext("A fact that no item cites") == Language("ar").gettext("A fact that no item cites") != ""


@pytest.fixture(scope="module")
def wanted() -> dict[str, Catalog]:
    """Every message in the code and the templates, as `make messages` finds them."""
    return templates()


def shipped(path: Path) -> list[Message]:
    with path.open("rb") as file:
        return [message for message in read_po(file) if message.id]


def test_readers_words_stand_apart_from_those_of_maintainers(wanted: dict[str, Catalog]) -> None:
    readers, maintainers = ({message.id for message in one if message.id} for one in wanted.values())
    assert {"Scorecard", "Home", ("{n} minute", "{n} minutes")} <= readers
    assert {"Its question bank.", "A fact that no item cites", "Find a key"} <= maintainers
    assert not readers & maintainers


def test_each_message_says_where_it_stands_and_an_ambiguous_one_what_it_means() -> None:
    messages = {message.id: message.auto_comments for message in shipped(SHIPPED / "ar.po")}
    assert all(messages.values())
    assert messages["Marginal"][0].startswith("Kind of duty")
    assert "Job description" in messages["Marginal"]
    assert all(message.auto_comments for message in shipped(SHIPPED / "ar.reference.po"))


@pytest.mark.parametrize("path", sorted(SHIPPED.glob("*.po*")), ids=lambda path: path.name)
def test_a_catalogue_is_complete_and_current(path: Path, wanted: dict[str, Catalog]) -> None:
    messages = {message.id: message for message in shipped(path)}
    template = wanted["reference" if "reference" in path.name else "messages"]
    assert {(message.id, *message.auto_comments) for message in messages.values()} == {
        (message.id, *message.auto_comments) for message in template if message.id
    }, "run `make messages`"
    if path.suffix == ".pot":
        return
    for message in messages.values():
        original, translations = forms(message.id), forms(message.string)
        assert all(translations), f"not translated: {message.id}"
        for translation in translations:
            assert placeholders(translation) <= placeholders(*original), message.id
            if len(original) == 1:
                assert placeholders(translation) == placeholders(*original), message.id
                assert translation[-1:].isspace() == original[0][-1:].isspace(), message.id


def forms(text: str | Sequence[str] | None) -> tuple[str, ...]:
    """A text of a catalogue, in each of its plural forms."""
    return (text or "",) if isinstance(text, str | None) else tuple(text)


def placeholders(*texts: str) -> set[str]:
    return {name for text in texts for _, name, _, _ in Formatter().parse(text) if name}


def test_arabic_words_use_arabic_punctuation() -> None:
    for message in (*shipped(SHIPPED / "ar.po"), *shipped(SHIPPED / "ar.reference.po")):
        for text in forms(message.string):
            assert not re.search(r"[\u0600-\u06ff][,;?]|[,;?]\s*[\u0600-\u06ff]", text), text


def test_words_in_formatted_strings_are_found() -> None:
    code = "f'{self._gettext(\"In a string\")}'; text.count('x'); language.ngettext('{n} day', '{n} days', 3)"
    keywords = {"_gettext": None, "ngettext": (1, 2)}
    found = [arguments for _, _, arguments, _ in python(io.BytesIO(code.encode()), keywords, (), {})]
    assert ["In a string"] in found
    assert ["{n} day", "{n} days", None] in found
    assert len(found) == 2
