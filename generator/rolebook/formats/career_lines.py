"""Where the arrows of a career map run: lines in a picture that is as wide as its place, however wide that is.

Widths are in hundredths of the picture's, heights in hundredths of a row's. A step up leaves a role at its upper edge
and reaches the other at its lower one. A step sideways or down goes round below, in a lane of its own where others go
the same way. Where several begin or end at an edge, each has its own place on it, in an order that keeps them apart.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property

from rolebook.documents.blocks import CareerMap, CareerStep, Place

_UPPER, _LOWER = 20, 80
"""The edges of a role's box in its row, in hundredths of the row (the stylesheet has the same)."""
_BOX = 86
"""The width of a role's box, in hundredths of its column (the stylesheet has the same)."""
_FIRST, _NEXT = 16, 18
"""How far below a box the first lane of steps sideways runs, and each further one below that."""
_CORNER = (1, 5)
"""How wide and how high the corner of a lane is."""


@dataclass(frozen=True)
class Line:
    """An arrow: its line as an SVG path, where its number stands and where it ends, in hundredths of the picture."""

    path: str
    across: float
    down: float
    head: tuple[float, float]
    step: CareerStep


@dataclass(frozen=True)
class Lines:
    """The arrows of a career map."""

    map: CareerMap

    @cached_property
    def height(self) -> float:
        """The height of the picture, in hundredths of a row."""
        return max(100 * len(self.map.rows), *(low + _FIRST for low in self._lows.values()), 0)

    @cached_property
    def all(self) -> tuple[Line, ...]:
        """Each arrow, in the order of the steps."""
        return tuple(map(self._line, self.map.steps))

    def _places(self, step: CareerStep) -> tuple[Place, Place]:
        return self.map.places[step.start], self.map.places[step.end]

    def _climbs(self, step: CareerStep) -> bool:
        start, end = self._places(step)
        return end.row < start.row

    @cached_property
    def _ends(self) -> dict[tuple[CareerStep, bool], float]:
        """How far along each step begins (False) and ends (True)."""
        at_edge = defaultdict[tuple[int, bool], list[tuple[tuple[int, float], CareerStep, bool]]](list)
        for step in self.map.steps:
            climbs = self._climbs(step)
            for is_end, (own, other) in ((False, (step.start, step.end)), (True, (step.end, step.start))):
                here, there = self.map.places[own].along, self.map.places[other].along
                # Round below, the longest of each side lies in the middle, under the others.
                order = (1 if climbs else 0 if there < here else 2, there if climbs else here - there)
                at_edge[own, climbs and not is_end].append((order, step, is_end))
        found = {}
        for (place, _), ends in at_edge.items():
            for number, (_, step, is_end) in enumerate(sorted(ends, key=lambda end: end[0]), start=1):
                offset = (number / (len(ends) + 1) - 0.5) * _BOX / self.map.columns
                found[step, is_end] = round(100 * self.map.places[place].along + offset, 2)
        return found

    @cached_property
    def _lows(self) -> dict[CareerStep, float]:
        """How far down each step sideways goes: beneath the shorter ones that it passes."""
        spans: dict[CareerStep, tuple[float, float]] = {}
        for step in self.map.steps:
            if not self._climbs(step):
                x1, x2 = self._ends[step, False], self._ends[step, True]
                spans[step] = (min(x1, x2), max(x1, x2))
        lows: dict[CareerStep, float] = {}
        for step, (left, right) in sorted(spans.items(), key=lambda item: item[1][1] - item[1][0]):
            top = 100 * max(place.row for place in self._places(step)) + _LOWER + _FIRST
            passed = [lows[one] for one, (begin, end) in spans.items() if one in lows and begin < right and left < end]
            lows[step] = max([top, *(low + _NEXT for low in passed if low >= top)])
        return lows

    def _line(self, step: CareerStep) -> Line:
        start, end = self._places(step)
        x1, x2 = self._ends[step, False], self._ends[step, True]
        y2 = 100 * end.row + _LOWER
        if self._climbs(step):
            y1, bend = 100 * start.row + _UPPER, 100 * (end.row + 1) + _UPPER
            middle = (bend + y2) / 2
            path = f"M{x1:g} {y1:g}V{bend:g}C{x1:g} {middle:g} {x2:g} {middle:g} {x2:g} {y2:g}"
            share = 0.38  # of the way: nearer to where it begins, where fewer arrows meet
            x, y = _on_curve(share, x1, x1, x2, x2), _on_curve(share, bend, middle, middle, y2)
            if bend < y1:  # it passes other rows: its number stands right above its own
                x, y = x1, 100 * start.row
        else:
            y1, low = 100 * start.row + _LOWER, self._lows[step]
            wide, high = _CORNER[0] if x1 < x2 else -_CORNER[0], _CORNER[1]
            down = f"V{low - high:g}Q{x1:g} {low:g} {x1 + wide:g} {low:g}"
            path = f"M{x1:g} {y1:g}{down}H{x2 - wide:g}Q{x2:g} {low:g} {x2:g} {low - high:g}V{y2:g}"
            x, y = (x1 + x2) / 2, low
        return Line(path, round(x, 2), self._share(y), (x2, self._share(y2)), step)

    def _share(self, down: float) -> float:
        return round(100 * down / self.height, 2)


def _on_curve(share: float, a: float, b: float, c: float, d: float) -> float:
    """A point of a cubic curve, in one dimension."""
    rest = 1 - share
    return rest**3 * a + 3 * rest**2 * share * b + 3 * rest * share**2 * c + share**3 * d
