"""Every mistake in a kit is a problem with its place, all of them at once; nothing that a file holds is raised."""

from __future__ import annotations

import gc
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pymupdf_fonts
import pytest
from rolebook.fonts import for_language
from rolebook.source import load

from tests.conftest import SMALL

SMALL_TEXT = SMALL.read_text("utf-8")
Write = Callable[[dict[str, Any] | str | bytes], Path]


def replaced(old: str, new: str) -> tuple[str, int]:
    """The small kit with one place changed, and the line of that place."""
    assert old in SMALL_TEXT
    start = SMALL_TEXT.index(old)
    return SMALL_TEXT[:start] + new + SMALL_TEXT[start + len(old) :], SMALL_TEXT[:start].count("\n") + 1


@pytest.mark.parametrize(
    ("old", "new", "code", "column", "message", "hint"),
    [
        pytest.param(
            'title: {en: "Baker", ar: "خباز/ة"}', 'title: {en: "Baker"}',
            "missing-translation", 12, "missing in: ar", "Add “ar: \"…\"” inside the braces", id="missing translation",
        ),
        pytest.param(
            "skills: [baking]", "skills: [bakng]",
            "unknown-id", 18, "There is no skill “bakng”.", "Did you mean “baking”?", id="unknown id",
        ),
        pytest.param(
            "level: skilled", "level: skiled",
            "unknown-id", 7, "The role has no level “skiled”.", "Did you mean “skilled”?", id="unknown level",
        ),
        pytest.param(
            "skills: {serving: 3}", "skills: {servng: 3}",
            "unknown-id", 18, "There is no skill “servng”.", "Did you mean “serving”?", id="a level's unknown skill",
        ),
        pytest.param(
            "skills: {serving: 3}", "skills: {serving: 6}",
            "out-of-range", 27, "There is no level 6", "Write a level from 1 to 5", id="beyond the scale",
        ),
        pytest.param(
            "id: skilled", "id: apprentice",
            "duplicate-id", 13, "The level “apprentice” is declared a second time", "another id", id="duplicate level",
        ),
        pytest.param(
            "    level: {en: \"Professional\"", "    levle: {en: \"Professional\"",
            "unknown-key", 5, "“levle” is not known here.", "Did you mean “level”?", id="unknown key",
        ),
        pytest.param(
            "        minutes: 10", "        kind: behavioural\n        minutes: 10",
            "duplicate-key", 9, "“kind” appears here a second time", "Remove one", id="duplicate key",
        ),
        pytest.param(
            "minutes: 45", "minutes: soon",
            "wrong-type", 18, "Expected a whole number, but this is text.", "", id="wrong type",
        ),
        pytest.param(
            "extends: baker", "extends: senior-baker",
            "extends-cycle", 14, "“senior-baker” extends itself", "remove “extends”", id="cycle in extends",
        ),
        pytest.param(
            "title: {en: \"Baker\"", "extends: senior-baker\n    title: {en: \"Baker\"",
            "extends-cycle", 14, "baker → senior-baker → baker", "Remove “extends” from one",
            id="cycle of two in extends",
        ),
        pytest.param(
            "id: baker\n", 'id: " baker"\n',
            "bad-id", 9, "“ baker” is not a valid id.", "Remove the quotes: “id: baker”.",
            id="an id with a space before it",
        ),
        pytest.param(
            "id: serving", "id: baking",
            "duplicate-id", 9, "The skill “baking” is declared a second time", "another id", id="duplicate id",
        ),
        pytest.param(
            "id: baker", "id: ../baker",
            "bad-id", 9, "“../baker” is not a valid id.", "lower-case letters", id="an id that is a path",
        ),
        pytest.param(
            "source: [F1]}\n  opening", "source: [f1]}\n  opening",
            "bad-id", 95, "“f1” is not a valid fact number.", "F22", id="no fact number",
        ),
        pytest.param(
            "need: required", "need: wanted",
            "unknown-value", 15, "wanted", "required", id="unknown choice",
        ),
        pytest.param(
            'en: "Welcome."', 'en: "Wel\\u202Ecome."',
            "forbidden-character", 32, "U+202E", "Delete it", id="bidirectional control",
        ),
        pytest.param(
            "published: 2026-01-10", "url: javascript:alert(1)",
            "bad-address", 10, "http", "https", id="an address that is a script",
        ),
        pytest.param(
            "languages: [en, ar]", "languages: [en, arabic-x]",
            "unknown-language", 19, "arabic-x", "fr or pt-BR", id="no language",
        ),
        pytest.param(
            "languages: [en, ar]", "languages: [en, ar-sa]",
            "unknown-language", 19, "ar-sa", "Write ar-SA.", id="a language in other letters",
        ),
        pytest.param(
            "languages: [en, ar]", "languages: [en-SA, ar]",
            "unknown-language", 15, "en-SA", "Write en-001 or en.", id="a region without data",
        ),
        pytest.param(
            "  span: {at_least: 1}", '  fonts: [{files: [none.ttf]}]',
            "no-font", 20, "there is no such file", "in the kit's folder", id="no font",
        ),
        pytest.param(
            "  span: {at_least: 1}", '  fonts: [{files: [roles.yaml]}]',
            "no-font", 20, "ends with .ttf", "path of a .ttf", id="a file that is no font",
        ),
        pytest.param(
            "  span: {at_least: 1}", '  fonts: [{package: no-such-fonts}]',
            "no-font", 21, "not installed", "pip", id="no package of fonts",
        ),
        pytest.param(
            "  span: {at_least: 1}", '  fonts: [{languages: [jpan]}]',
            "unknown-language", 24, "jpan", "fr or pt-BR", id="no script",
        ),
        pytest.param(
            "  span: {at_least: 1}", "  brand: {mark: https://example.com/logo.svg}",
            "no-picture", 17, "a web address", "in the kit's folder", id="a logo from elsewhere",
        ),
        pytest.param(
            "  span: {at_least: 1}", "  brand: {logo: {fr: brand/logo.svg}}",
            "unknown-language", 17, "no language “fr”", "en, ar", id="a logo in no language of the kit",
        ),
        pytest.param(
            "  span: {at_least: 1}", "  brand: {colours: {primary: navy, accent: '#0b6170'}}",
            "bad-colour", 30, "navy", "in quotes", id="no colour",
        ),
    ],
)  # fmt: skip
def test_a_mistake_is_reported_at_its_place(
    written: Write, old: str, new: str, code: str, column: int, message: str, hint: str
) -> None:
    text, line = replaced(old, new)
    loaded = load(written(text))
    assert loaded.kit is None
    here = [
        problem for problem in loaded.problems if (problem.code, problem.line, problem.column) == (code, line, column)
    ]
    assert here, loaded.problems
    assert message in here[0].message
    assert hint in here[0].hint


@pytest.mark.parametrize(
    ("content", "code"),
    [
        pytest.param(b"", "empty-file", id="empty"),
        pytest.param(b"# a comment\n", "empty-file", id="only a comment"),
        pytest.param(b"kit: [", "not-yaml", id="no YAML"),
        pytest.param(b"\x89PNG\r\n\x1a\n\x00", "not-text", id="binary"),
        pytest.param(b"kit: a\x00b\n", "not-yaml", id="NUL"),
        pytest.param(b"- one\n- two\n", "wrong-type", id="a list"),
        pytest.param(b"just words", "wrong-type", id="a word"),
        pytest.param(b"[" * 5000, "too-deep", id="deep nesting"),
        pytest.param(b"a: &a [x,x,x,x,x,x,x,x,x,x]\n" + b"".join(
            b"%c: &%c [%s]\n" % (c, c, b",".join([b"*%c" % (c - 1)] * 10)) for c in range(ord("b"), ord("k"))
        ), "too-large", id="alias bomb"),
        pytest.param(b"kit: !!python/object/apply:os.system ['true']\n", "tag", id="a tag that calls"),
        pytest.param(b"kit: &a [*a]\n", "endless-alias", id="an alias in what it repeats"),
        pytest.param(b"kit: *a\n", "unknown-alias", id="an alias of nothing"),
        pytest.param(b"kit: {}\n---\nkit: {}\n", "several-documents", id="two documents"),
    ],
)  # fmt: skip
def test_a_file_that_is_no_kit_is_one_clear_problem(written: Write, content: bytes, code: str) -> None:
    loaded = load(written(content))
    assert loaded.kit is None
    assert code in {problem.code for problem in loaded.problems}, loaded.problems
    assert all(problem.line >= 1 and problem.column >= 1 for problem in loaded.problems)


def test_a_missing_file_and_a_folder_are_problems(tmp_path: Path) -> None:
    assert [problem.code for problem in load(tmp_path / "none.yaml").problems] == ["no-file"]
    assert [problem.code for problem in load(tmp_path).problems] == ["not-readable"]


def test_all_problems_come_at_once_in_the_order_of_the_file(written: Write) -> None:
    text = SMALL_TEXT.replace("id: serving", "id: Serving").replace("minutes: 45", "minutes: -1")
    text = text.replace('title: {en: "Baker", ar: "خباز/ة"}', "title: {en: Baker}")
    problems = load(written(text)).problems
    assert {"bad-id", "out-of-range", "missing-translation"} <= {problem.code for problem in problems}
    assert list(problems) == sorted(problems)


@pytest.mark.parametrize(("typed", "quoted"), [("true", '"true"'), ("12", '"12"')])
def test_what_yaml_reads_as_something_else_than_text_is_quoted_as_it_was_typed(
    written: Write, typed: str, quoted: str
) -> None:
    text, _ = replaced('en: "What did you bake together?"', f"en: {typed}")
    [problem] = load(written(text)).problems
    assert f"en: {quoted}" in problem.hint


def test_a_list_with_a_mistake_inside_is_not_called_too_short(written: Write) -> None:
    text, _ = replaced('text: {en: "Please knead this dough."', 'txt: {en: "Please knead this dough."')
    assert {problem.code for problem in load(written(text)).problems} == {"unknown-key", "missing-key"}


def test_values_are_read_as_yaml_1_2(written: Write, small_data: dict[str, Any]) -> None:
    text = SMALL_TEXT.replace('{en: "Deck oven", ar: "فرن حجري"}', "{en: no, ar: 12:30}")
    kit = load(written(text)).kit
    assert kit is not None
    assert (kit.roles[0].tools[0]["en"], kit.roles[0].tools[0]["ar"]) == ("no", "12:30")


def test_extends_takes_over_what_a_role_does_not_say(written: Write) -> None:
    kit = load(written(SMALL_TEXT)).kit
    assert kit is not None
    baker, senior = kit.roles
    assert senior.duties == baker.duties
    assert senior.title["en"] == "Senior Baker"
    assert senior.grows_into == ()


def test_a_mistake_in_an_inherited_value_is_reported_where_it_is_written(written: Write) -> None:
    text, line = replaced("objective: fresh-bread", "objective: fresh-bred")
    found = [problem for problem in load(written(text)).problems if problem.code == "unknown-id"]
    assert {problem.line for problem in found} == {line}


def test_a_scale_that_lacks_a_level_is_no_scale(written: Write) -> None:
    """It made a build fail with a traceback: a skill's anchors are named after the levels."""
    [problem] = load(written(SMALL_TEXT.replace("{level: 5, name:", "{level: 4, name:"))).problems
    assert problem.code == "missing-level"
    assert problem.message == "The scale has no level 5."
    assert SMALL_TEXT.split("\n")[problem.line - 2].strip() == "rating_scale:"


def test_a_wrong_tag_is_one_problem_and_not_one_for_each_text(written: Write) -> None:
    text = SMALL_TEXT.replace("languages: [en, ar]", "languages: [en-SA, ar]")
    text = re.sub(r"\ben: ", "en-SA: ", text)
    assert [problem.code for problem in load(written(text)).problems] == ["unknown-language"]


def test_a_kit_names_fonts_that_lie_beside_it(written: Write) -> None:
    named = '  version: "0.1"\n  fonts: [{languages: [ta], files: [f/a.ttf]}]'
    path = written(SMALL_TEXT.replace('  version: "0.1"', named))
    (path.parent / "f").mkdir()
    (path.parent / "f" / "a.ttf").write_bytes(b"no font at all")
    assert [problem.code for problem in load(path).problems] == ["no-font"]
    (path.parent / "f" / "a.ttf").write_bytes(pymupdf_fonts.myfont("notos"))
    kit = load(path).kit
    assert kit is not None
    assert for_language("ta", kit.about.fonts).families[0] == "Noto Sans"


def test_a_colour_without_quotes_is_a_comment_to_yaml(written: Write) -> None:
    brand = "  brand:\n    colours:\n      accent: '#0b6170'\n      primary: #12394a\n"
    [problem] = load(written(SMALL_TEXT.replace("  span: {at_least: 1}\n", brand, 1))).problems
    assert problem.code == "bad-colour"
    assert "in quotes" in problem.hint


def test_a_language_that_is_not_listed_is_one_mistake_however_many_texts_are_in_it(written: Write) -> None:
    text = SMALL.read_text("utf-8").replace("languages: [en, ar]", "languages: [en]")
    [problem] = load(written(text)).problems
    assert re.fullmatch(r"\d+ texts are in ar, which is not listed here\.", problem.message)
    assert "“languages: [en, ar]”" in problem.hint


def test_an_id_with_capitals_is_one_mistake_wherever_it_is_named(written: Write) -> None:
    text = SMALL.read_text("utf-8").replace("  - id: senior-baker", "  - id: Senior-Baker")
    [problem] = load(written(text)).problems
    assert "Perhaps “senior-baker”?" in problem.hint


@pytest.mark.parametrize("text", [SMALL.read_text("utf-8"), "kit: [", ""], ids=["a kit", "no YAML", "empty"])
def test_garbage_is_collected_afterwards_as_before(tmp_path: Path, text: str) -> None:
    path = tmp_path / "roles.yaml"
    path.write_text(text, "utf-8")
    assert gc.isenabled()
    load(path)
    assert gc.isenabled()
    gc.disable()
    try:
        load(path)
        assert not gc.isenabled()
    finally:
        gc.enable()
