"""The colours of pages and paper that follow from the organisation's two: by day, and in dark mode."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Final

from rolebook.colours import WHITE, Colour
from rolebook.kit.brand import Brand

PALE: Final = Colour("#f3f7f8")
"""The palest grey of pages: tables' heads, boxes."""
NIGHT: Final = Colour("#1b282f")
"""The same in dark mode."""
_SURE: Final = 7
"""The contrast of what is worked out and not chosen (WCAG 2.2, 1.4.6, level AAA)."""
_BY_DAY: Final = ((0.945, 0.02), (0.86, 0.045), (0.73, 0.07), (0.54, 0.1), (0.37, 0.08))
_BY_NIGHT: Final = ((0.31, 0.04), (0.38, 0.06), (0.47, 0.08), (0.72, 0.1), (0.91, 0.06))
"""How light and how strong the shades of the five levels are, in pictures: the last two bear text of the other kind."""


@dataclass(frozen=True)
class Scheme:
    """The colours of a scheme, by what they are for.

    Attributes:
        bar: The header.
        bar_light: A lighter one beside it.
        foot: The foot of the page.
        ink: Headings.
        accent: Links and buttons.
        hover: The same where the pointer is.
        tint: The ground of what stands out.
        on_bar: Quiet text on the colour of the header.
        shades: Those of levels in pictures, from the lowest level to the highest.
    """

    bar: Colour
    bar_light: Colour
    foot: Colour
    ink: Colour
    accent: Colour
    hover: Colour
    tint: Colour
    on_bar: Colour
    shades: tuple[Colour, ...]


@dataclass(frozen=True)
class Palette:
    """The colours of pages, by day (and on paper) and in dark mode."""

    day: Scheme
    night: Scheme


OWN: Final = Scheme(
    bar=Colour("#12394a"),
    bar_light=Colour("#1c5468"),
    foot=Colour("#0d2b38"),
    ink=Colour("#12303d"),
    accent=Colour("#0b6170"),
    hover=Colour("#0b6170"),
    tint=Colour("#dcecef"),
    on_bar=Colour("#c9dbe2"),
    shades=(),
)
"""Rolebook's own by day: those of paper where the kit has no colours. Pages have theirs in their stylesheets."""


def palette(brand: Brand | None) -> Palette | None:
    """Return what follows from a brand's colours; None where it has none."""
    colours = brand.colours if brand else None
    return _palette(colours.primary, colours.accent) if colours else None


@cache
def _palette(primary: Colour, accent: Colour) -> Palette:
    dark_accent = accent.at(max(accent.lightness, 0.8), 0.11).readable_on(NIGHT, _SURE)
    by_day = tuple(accent.at(*shade) for shade in _BY_DAY)
    return Palette(
        day=Scheme(
            bar=primary,
            bar_light=primary.at(min(primary.lightness + 0.1, 1)),
            foot=primary.at(min(primary.lightness, 0.27), 0.06),
            ink=primary.at(min(primary.lightness, 0.31), 0.09).readable_on(WHITE, _SURE),
            accent=accent,
            hover=accent,
            tint=accent.at(0.93, 0.02),
            on_bar=primary.at(0.88, 0.03).readable_on(primary),
            shades=(*by_day[:3], *(shade.readable_on(WHITE) for shade in by_day[3:])),
        ),
        night=Scheme(
            bar=primary.at(min(primary.lightness, 0.3), 0.07),
            bar_light=primary.at(0.36, 0.07),
            foot=primary.at(0.18, 0.02),
            ink=primary.at(0.94, 0.012),
            accent=dark_accent,
            hover=dark_accent.at(0.87, 0.09),
            tint=accent.at(0.36, 0.06),
            on_bar=WHITE,
            shades=tuple(accent.at(*shade) for shade in _BY_NIGHT),
        ),
    )
