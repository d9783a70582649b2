"""Every kind of mistake that the kit's model can raise has words of ours, and each code is explained."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest
from rolebook import report, rules
from rolebook.kit import Kit
from rolebook.source import wording
from rolebook.source.wording.values import dates, figures

from tests.conftest import PROJECT

RAISES = {
    "str": {"string_type", "string_unicode", "string_too_long", "string_pattern_mismatch"},
    "int": {"int_type", "int_from_float", "int_parsing", "int_parsing_size", "greater_than_equal", "less_than_equal"},
    "float": {"float_type", "float_parsing", "finite_number", "greater_than", "less_than_equal"},
    "bool": {"bool_type", "bool_parsing"},
    "date": {"date_type"},  # what is no date does not get that far
    "enum": {"enum"},
    "url": {"url_type", "url_parsing", "url_syntax_violation", "url_scheme", "url_too_long"},
    "tuple": {"tuple_type", "too_short", "too_long"},
    "dict": {"dict_type", "mapping_type"},
    "model": {"model_type", "model_attributes_type"},
    "model-fields": {"missing", "extra_forbidden", "model_type"},
    "nullable": set(),
    "default": set(),
    "definitions": set(),
    "definition-ref": {"recursion_loop"},
    "function-before": set(),
    "function-after": set(),
    "function-plain": set(),
    "function-wrap": set(),
    "chain": set(),
    "literal": set(),  # an empty cell, which is asked for what is empty alone
    "tagged-union": set(),
}
"""The kinds of error that each kind of pydantic's schemas raises, as this model uses them."""


def schemas(schema: Any) -> Iterator[dict[str, Any]]:
    """Every schema inside of a core schema."""
    ahead, seen = [schema], set[int]()
    while ahead:
        here = ahead.pop()
        if id(here) in seen:
            continue
        seen.add(id(here))
        if isinstance(here, dict):
            if here.get("type") == "dataclass":
                continue  # a font's file: a function of ours reads it
            if isinstance(here.get("type"), str) and here["type"] not in ("model-field", "no-info", "with-info"):
                yield here
            ahead.extend(
                value
                for key, value in here.items()
                if key not in ("metadata", "serialization", "cls", "json_schema_input_schema")
            )
        elif isinstance(here, list | tuple):
            ahead.extend(here)


def test_every_kind_of_error_has_words() -> None:
    used = list(schemas(Kit.__pydantic_core_schema__))
    kinds = {schema["type"] for schema in used}
    assert kinds <= set(RAISES), "Say here which errors this kind raises, and in wording.table what is said of them."
    assert not any("min_length" in schema for schema in used if schema["type"] == "str")  # else: string_too_short
    assert {error for kind in kinds for error in RAISES[kind]} <= set(wording.SAY)


def own_errors() -> set[str]:
    """The kinds of error that the model raises by itself."""
    sources = (PROJECT / "generator" / "rolebook" / "kit").glob("*.py")
    return {
        kind for path in sources for kind in re.findall(r'PydanticCustomError\(\s*"(\w+)"', path.read_text("utf-8"))
    }


def test_every_error_of_the_model_has_words() -> None:
    assert len(own_errors()) >= 15
    assert own_errors() <= set(wording.SAY)


def test_no_word_of_pydantic_is_passed_on() -> None:
    error: Any = {"type": "no_such_kind", "loc": ("x",), "msg": "Input should be a valid thing", "input": 1}
    said = wording.words(error, wording.Place("x"))
    assert "Input" not in said.message + said.hint


def codes_in_use() -> set[str]:
    """Every code that stands in the sources as that of a problem."""
    found: set[str] = set()
    for path in (PROJECT / "generator" / "rolebook" / "source").rglob("*.py"):
        text = path.read_text("utf-8")
        found.update(re.findall(r'(?:Words|_fixed|NotReadableError|_stop)\(\s*(?:event, )?"([a-z-]+)"', text))
        found.update(re.findall(r"(?:line|column|problem\.\w+), \"([a-z-]+)\",", text))
    return found


def test_every_code_is_explained() -> None:
    assert {"not-yaml", "duplicate-id", "unknown-id", "too-few", "no-file"} <= codes_in_use()
    assert codes_in_use() <= {*report.FORMS, *rules.CODES}
    for code, form in report.FORMS.items():
        said = report.explained(code)
        assert said is not None
        assert form.title in said
        assert form.meaning in said


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("3", "3"),
        ("48,000", "48000"),
        ("48.000", "48000"),
        ("48 000", "48000"),
        ("48'000", "48000"),
        ("1.200.000", "1200000"),
        ("48.000,50 €", "48000.50"),
        ("48,000.50", "48000.50"),
        ("48,5", "48.5"),
        ("48k", "48000"),
        ("٤٨٠٠٠", "48000"),
        ("45 min", "45"),
        ("2 to 3", None),
        ("many", None),
    ],
)
def test_a_number_is_read_as_people_write_it(text: str, number: str | None) -> None:
    assert figures(text) == number


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("31.12.2026", ["2026-12-31"]),
        ("1.2.2026", ["2026-02-01"]),
        ("12/31/2026", ["2026-12-31"]),
        ("31/12/2026", ["2026-12-31"]),
        ("05/06/2026", ["2026-06-05", "2026-05-06"]),
        ("2026/12/31", ["2026-12-31"]),
        ("31 December 2026", ["2026-12-31"]),
        ("December 31, 2026", ["2026-12-31"]),
        ("٢٠٢٦-١٢-٣١", ["2026-12-31"]),
        ("2026-11-31", []),
        ("soon", []),
        ("December 2026", []),
    ],
)
def test_a_date_is_read_as_people_write_it(text: str, days: list[str]) -> None:
    assert [str(day) for day in dates(text)] == days
