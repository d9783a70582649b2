"""Colours: how well one can be read on another (WCAG 2), and a colour's lighter and darker neighbours (OKLCH)."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

HEX: Final = r"#[0-9A-Fa-f]{6}"
"""How a colour is written."""
READABLE: Final = 4.5
"""The least contrast of text (WCAG 2.2, 1.4.3, level AA)."""

_TO_LMS = ((0.4122214708, 0.5363325363, 0.0514459929), (0.2119034982, 0.6806995451, 0.1073969566),
           (0.0883024619, 0.2817188376, 0.6299787005))  # fmt: skip
_TO_LAB = ((0.2104542553, 0.7936177850, -0.0040720468), (1.9779984951, -2.4285922050, 0.4505937099),
           (0.0259040371, 0.7827717662, -0.8086757660))  # fmt: skip
_FROM_LAB = ((1, 0.3963377774, 0.2158037573), (1, -0.1055613458, -0.0638541728), (1, -0.0894841775, -1.2914855480))
_FROM_LMS = ((4.0767416621, -3.3077115913, 0.2309699292), (-1.2684380046, 2.6097574011, -0.3413193965),
             (-0.0041960863, -0.7034186147, 1.7076147010))  # fmt: skip
"""Björn Ottosson's matrices of Oklab (2020), between linear sRGB and how light and how strong a colour looks."""


@dataclass(frozen=True)
class Colour:
    """A colour of sRGB, as `#12394a`."""

    hex: str

    def __post_init__(self) -> None:
        """Refuse what is no colour: a fault of the program."""
        if not re.fullmatch(HEX, self.hex):
            raise ValueError(self.hex)
        object.__setattr__(self, "hex", self.hex.lower())

    def __str__(self) -> str:
        """Say it as CSS does."""
        return self.hex

    @cached_property
    def luminance(self) -> float:
        """How much light it gives, from 0 to 1 (WCAG 2)."""
        red, green, blue = self._linear
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    def contrast(self, other: Colour) -> float:
        """Its contrast with another, from 1 to 21 (WCAG 2)."""
        darker, lighter = sorted((self.luminance, other.luminance))
        return (lighter + 0.05) / (darker + 0.05)

    @cached_property
    def lightness(self) -> float:
        """How light it looks, from 0 to 1."""
        return self._oklch[0]

    def at(self, lightness: float, strongest: float = 1) -> Colour:
        """The same hue, as light as this, and no stronger (chroma) than what a screen and `strongest` allow."""
        _, chroma, hue = self._oklch
        low, high = 0.0, min(chroma, strongest)
        if _within(_linear_of(lightness, high, hue)):
            return _colour(_linear_of(lightness, high, hue))
        for _ in range(24):
            middle = (low + high) / 2
            low, high = (middle, high) if _within(_linear_of(lightness, middle, hue)) else (low, middle)
        return _colour(_linear_of(lightness, low, hue))

    def readable_on(self, ground: Colour, contrast: float = READABLE) -> Colour:
        """The nearest colour of its hue that has a contrast with a ground: itself, or a darker or a lighter one."""
        if self.contrast(ground) >= contrast:
            return self
        end = 0.0 if ground.contrast(BLACK) > ground.contrast(WHITE) else 1.0
        far, near = end, self.lightness
        for _ in range(24):
            middle = (far + near) / 2
            far, near = (middle, near) if self.at(middle).contrast(ground) >= contrast else (far, middle)
        return self.at(far)

    @cached_property
    def _linear(self) -> tuple[float, float, float]:
        red, green, blue = (int(self.hex[place : place + 2], 16) / 255 for place in (1, 3, 5))
        return _linear(red), _linear(green), _linear(blue)

    @cached_property
    def _oklch(self) -> tuple[float, float, float]:
        lightness, a, b = _times(_TO_LAB, [math.cbrt(part) for part in _times(_TO_LMS, self._linear)])
        return lightness, math.hypot(a, b), math.atan2(b, a)


WHITE: Final = Colour("#ffffff")
BLACK: Final = Colour("#000000")


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)


def _times(matrix: Sequence[Sequence[float]], parts: Sequence[float]) -> list[float]:
    return [sum(factor * part for factor, part in zip(row, parts, strict=True)) for row in matrix]


def _linear_of(lightness: float, chroma: float, hue: float) -> list[float]:
    lab = (lightness, chroma * math.cos(hue), chroma * math.sin(hue))
    return _times(_FROM_LMS, [part**3 for part in _times(_FROM_LAB, lab)])


def _within(linear: Sequence[float]) -> bool:
    return all(-0.0005 <= part <= 1.0005 for part in linear)


def _colour(linear: Sequence[float]) -> Colour:
    parts = (min(1.0, max(0.0, part)) for part in linear)
    shown = (12.92 * part if part <= 0.0031308 else 1.055 * part ** (1 / 2.4) - 0.055 for part in parts)
    return Colour("#" + "".join(f"{round(255 * part):02x}" for part in shown))
