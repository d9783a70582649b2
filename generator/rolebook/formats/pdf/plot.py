"""Where everything on a chart stands: the scale, and each value as a fraction of the chart's height."""

from __future__ import annotations

import math
from typing import Any, Final

from rolebook.documents.blocks import Chart
from rolebook.formats.phrases import value_texts
from rolebook.language import Language

_STEPS: Final = 5
"""Lines of the scale that are aimed at."""
_SAID: Final = 12
"""Bars over which their values are written, at most: more would run into each other."""


def plot(chart: Chart, language: Language) -> dict[str, Any]:
    """A chart as Typst's template draws it: labels and values as texts, heights from 0 (bottom) to 1 (top)."""
    values = [value for _, series in chart.series for value in series]
    low, high, step = _scale(min(values), max(values), from_zero=chart.kind == "bar")
    span = high - low
    ticks = [round(low + number * step, 9) for number in range(round(span / step) + 1)]
    said = value_texts(chart, language)
    return {
        "kind": chart.kind,
        "caption": chart.caption,
        "description": chart.description,
        "unit": chart.unit,
        "labels": chart.labels,
        "zero": (max(low, 0) - low) / span,
        "said": chart.kind == "bar" and len(values) <= _SAID,
        "ticks": [{"text": text, "at": number * step / span} for number, text in enumerate(language.numbers(ticks))],
        "series": [
            {
                "name": name,
                "values": [
                    {"text": text, "at": (value - low) / span} for text, value in zip(texts, series, strict=True)
                ],
            }
            for (name, series), texts in zip(chart.series, said, strict=True)
        ],
        "columns": (chart.unit, *(name for name, _ in chart.series)),
        "rows": [list(row) for row in zip(chart.labels, *said, strict=True)],
    }


def _scale(low: float, high: float, *, from_zero: bool) -> tuple[float, float, float]:
    """The lowest and highest line of a scale for values, and the step between two: 1, 2 or 5 of a power of ten."""
    if from_zero or 0 < low < high / 2:  # a line that stays far from zero need not begin there
        low, high = min(low, 0.0), max(high, 0.0)
    wanted = (high - low or abs(high) or 1) / _STEPS
    power = 10 ** math.floor(math.log10(wanted))
    step = next(factor * power for factor in (1, 2, 5, 10) if factor * power >= wanted * 0.999)
    first, last = math.floor(low / step), math.ceil(high / step)
    return first * step, max(last, first + 1) * step, step
