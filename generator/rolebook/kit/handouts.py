"""Handouts: what a candidate is given to work on in a work sample or a role-play, and nothing that gives it away."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from typing import Annotated, Final, Literal, Self

from pydantic import BeforeValidator, Discriminator, Field, Tag, model_validator
from pydantic_core import PydanticCustomError

from rolebook.kit.evidence import Day
from rolebook.kit.item import Part
from rolebook.kit.references import ID_PATTERN, Language
from rolebook.kit.text import Plain, Text

_DAY: Final = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}")
Number = Annotated[float, Field(strict=True, allow_inf_nan=False)]
Empty = Annotated[Literal[""], BeforeValidator(lambda value: value or "")]
"""A cell with nothing in it, such as the date of what has not happened yet: an empty text, or null."""


def _sort(value: object) -> str:
    """Return the sort of a table's cell, as a tag of the union that it is read by (`source.mistakes` removes it)."""
    match value:
        case bool():
            return "(text)"
        case None | "":
            return "(empty)"
        case int():
            return "(whole)"
        case float():
            return "(number)"
        case date():
            return "(day)"
        case str():
            return "(day)" if _DAY.fullmatch(value) else "(plain)"
    return "(text)"


Cell = Annotated[
    Annotated[int, Field(strict=True), Tag("(whole)")]
    | Annotated[Number, Tag("(number)")]
    | Annotated[Day, Tag("(day)")]
    | Annotated[Empty, Tag("(empty)")]
    | Annotated[Plain, Tag("(plain)")]
    | Annotated[Text, Tag("(text)")],
    Discriminator(_sort),
]
"""What stands in a cell: a number, a date, nothing, a text that is the same in all languages, or a text by language."""


def _label(value: object) -> str:
    """Return the sort of a label, as `_sort` does that of a cell."""
    return "(plain)" if isinstance(value, str) else "(text)"


Label = Annotated[Annotated[Plain, Tag("(plain)")] | Annotated[Text, Tag("(text)")], Discriminator(_label)]
"""A label that is the same in every language, or a text by language."""


class DataTable(Part):
    """A table of a handout."""

    id: Annotated[str, Field(pattern=ID_PATTERN, max_length=31, examples=["deals"])]
    """Its name, unique in the handout; the name of its sheet in Excel and of its CSV file."""
    title: Text
    """What it shows."""
    data: bool = False
    """Whether the candidate gets it as Excel and CSV, too."""
    columns: Annotated[tuple[Text, ...], Field(min_length=1, max_length=12)]
    """The names of its columns."""
    rows: Annotated[tuple[tuple[Cell, ...], ...], Field(min_length=1, max_length=1000)]
    """Its rows: for each column a number, a date as in 2026-03-01, a text that is the same in every language, a text
    in each language, or an empty text: a dash on paper, and an empty cell in Excel and CSV."""

    @model_validator(mode="after")
    def _as_wide_as_its_columns(self) -> Self:
        for number, row in enumerate(self.rows):
            if len(row) != len(self.columns):
                raise PydanticCustomError(
                    "row_length", "{index}", {"index": number, "cells": len(row), "columns": len(self.columns)}
                )
        return self


class ChartKind(StrEnum):
    """How a chart is drawn."""

    BAR = "bar"
    LINE = "line"


class Series(Part):
    """The values of a chart that belong together."""

    name: Text
    """What they are."""
    values: Annotated[tuple[Number, ...], Field(min_length=1)]
    """One for each label."""


class Chart(Part):
    """A chart of a handout."""

    title: Text
    """What it shows."""
    kind: ChartKind
    """How it is drawn."""
    unit: Text | None = None
    """What the values are counted in."""
    labels: Annotated[tuple[Label, ...], Field(min_length=1, max_length=24)]
    """What the values belong to, such as months: a text that is the same in every language, or a text in each."""
    series: Annotated[tuple[Series, ...], Field(min_length=1, max_length=4)]
    """What is drawn: one line, or one colour of bars, for each."""

    @model_validator(mode="after")
    def _a_value_for_each_label(self) -> Self:
        for number, series in enumerate(self.series):
            if len(series.values) != len(self.labels):
                raise PydanticCustomError(
                    "series_length",
                    "{index}",
                    {"index": number, "values": len(series.values), "labels": len(self.labels)},
                )
        return self


class HandoutBlock(Part):
    """A part of a handout: exactly one of these keys."""

    heading: Text | None = None
    """A heading."""
    text: Text | None = None
    """A paragraph."""
    points: Annotated[tuple[Text, ...] | None, Field(alias="list", min_length=1)] = None
    """A list, point by point."""
    table: DataTable | None = None
    """A table."""
    chart: Chart | None = None
    """A chart."""

    @model_validator(mode="after")
    def _one_of_them(self) -> Self:
        if sum(value is not None for value in vars(self).values()) != 1:
            raise PydanticCustomError("one_of", "{names}", {"names": "heading, text, list, table, chart"})
        return self


Words = Annotated[int, Field(ge=10, le=1000, strict=True)]


def _limit(value: object) -> str:
    """Return the sort of a limit, as `_sort` does that of a cell."""
    return "(whole)" if isinstance(value, int) else "(languages)"


WordLimit = Annotated[
    Annotated[Words, Tag("(whole)")] | Annotated[Mapping[Language, Words], Tag("(languages)")], Discriminator(_limit)
]
"""The most words of a text: one number, or one for each language, since languages say the same in more or fewer."""


def most_words(limit: WordLimit, tag: str) -> int:
    """Return the limit for a language; for one that a limit does not name, the widest of its limits."""
    return limit if isinstance(limit, int) else limit.get(tag, max(limit.values()))


class Handout(Part):
    """What the candidate is given to work on. Nothing in it gives away what is looked for."""

    title: Text
    """Its title, as the candidate reads it."""
    minutes: Annotated[int, Field(ge=1, le=90, strict=True)]
    """How long the candidate works on it: less than the whole question takes."""
    words: WordLimit | None = None
    """The most words that a written answer may have: one number, or one for each language, as in `{en: 90, ar: 70}`.
    Arabic says in 70 words what takes about 90 in English."""
    blocks: Annotated[tuple[HandoutBlock, ...], Field(min_length=1)]
    """What is on it, from top to bottom."""

    @model_validator(mode="after")
    def _tables_have_names_of_their_own(self) -> Self:
        seen: set[str] = set()
        for number, block in enumerate(self.blocks):
            if block.table is not None and block.table.id in seen:
                raise PydanticCustomError("repeated_table", "{id}", {"id": block.table.id, "index": number})
            seen.update({block.table.id} if block.table else ())
        return self

    @property
    def data(self) -> tuple[DataTable, ...]:
        """Return the tables that the candidate gets as Excel and CSV, too."""
        return tuple(block.table for block in self.blocks if block.table is not None and block.table.data)
