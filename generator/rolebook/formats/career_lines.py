"""Where the arrows of a career map run: curves in a picture that is as wide as its place, however wide that is.

Widths are in hundredths of the picture's, heights in hundredths of a row's. A step up leaves a role at its upper edge
and reaches the other at its lower one; a step sideways or down goes round below.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from rolebook.documents.blocks import CareerMap, CareerStep, Place

_UPPER, _LOWER = 24, 76
"""The edges of a role's box in its row, in hundredths of the row (the stylesheet has the same)."""
_BELOW = 34
"""How far a step sideways dips."""


@dataclass(frozen=True)
class Line:
    """An arrow: its curve as an SVG path, and where its number stands, in hundredths of the picture."""

    path: str
    across: float
    down: float
    step: CareerStep


@dataclass(frozen=True)
class Lines:
    """The arrows of a career map."""

    map: CareerMap

    @cached_property
    def height(self) -> int:
        """The height of the picture, in hundredths of a row."""
        sideways = any(not self._climbs(step) for step in self.map.steps)
        return 100 * len(self.map.rows) + (_BELOW // 2 if sideways else 0)

    @cached_property
    def all(self) -> tuple[Line, ...]:
        """Each arrow, in the order of the steps."""
        return tuple(map(self._line, self.map.steps))

    @cached_property
    def heads(self) -> tuple[tuple[float, float], ...]:
        """Where arrows end, once for each role that any reaches."""
        ends = dict.fromkeys(step.end for step in self.map.steps)
        reached = [self.map.places[end] for end in ends]
        return tuple((round(100 * place.along, 2), self._share(100 * place.row + _LOWER)) for place in reached)

    def _places(self, step: CareerStep) -> tuple[Place, Place]:
        return self.map.places[step.start], self.map.places[step.end]

    def _climbs(self, step: CareerStep) -> bool:
        start, end = self._places(step)
        return end.row < start.row

    def _line(self, step: CareerStep) -> Line:
        start, end = self._places(step)
        x1, x2 = 100 * start.along, 100 * end.along
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
            y1 = 100 * start.row + _LOWER
            low = max(y1, y2) + _BELOW
            path = f"M{x1:g} {y1:g}C{x1:g} {low:g} {x2:g} {low:g} {x2:g} {y2:g}"
            x, y = _on_curve(0.5, x1, x1, x2, x2), _on_curve(0.5, y1, low, low, y2)
        return Line(path, round(x, 2), self._share(y), step)

    def _share(self, down: float) -> float:
        return round(100 * down / self.height, 2)


def _on_curve(share: float, a: float, b: float, c: float, d: float) -> float:
    """A point of a cubic curve, in one dimension."""
    rest = 1 - share
    return rest**3 * a + 3 * rest**2 * share * b + 3 * rest * share**2 * c + share**3 * d
