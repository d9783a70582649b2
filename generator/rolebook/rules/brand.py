"""Rules about the organisation's brand: its colours can be read, and its logo is said once."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from rolebook.colours import READABLE, WHITE, Colour
from rolebook.kit import Kit
from rolebook.kit.palette import PALE
from rolebook.problem import Finding

_PAIRS: Final = (
    ("primary", WHITE, "White text on the primary colour {colour}, as in the header of the sites,"),
    ("accent", PALE, "Text in the accent colour {colour} on pale grey ({ground}), such as a link,"),
)
"""What is read on what: the key of a colour, the colour that it meets, and where that is."""


def brand_contrast(kit: Kit) -> Iterator[Finding]:
    """Find a brand colour with too little contrast: text in it, or on it, is hard to read."""
    colours = kit.about.brand.colours if kit.about.brand else None
    if colours is None:
        return
    for key, ground, where in _PAIRS:
        colour: Colour = getattr(colours, key)
        contrast = colour.contrast(ground)
        if contrast < READABLE:
            said = where.format(colour=colour, ground=ground)
            nearest = colour.readable_on(ground)
            yield Finding(
                ("kit", "brand", "colours", key),
                f"{said} has a contrast of {_rounded(contrast)} to 1. Text needs {READABLE} to 1.",
                f'The nearest colour that is dark enough is "{nearest}" ({_rounded(nearest.contrast(ground))} to 1).',
            )


def superseded_logo(kit: Kit) -> Iterator[Finding]:
    """Find a logo for job boards alone, in a kit whose brand has one."""
    careers, brand = kit.careers, kit.about.brand
    if careers is not None and careers.employer.logo is not None and brand is not None and brand.has_picture:
        yield Finding(
            ("careers", "employer", "logo"),
            "Job boards are given the logo or mark of kit.brand; this one is not used.",
            "Remove this line.",
        )


def _rounded(contrast: float) -> float:
    """A contrast to one decimal place, never up: 4.49 is not enough."""
    return int(contrast * 10) / 10
