"""How well colours can be read on each other, and which colour comes nearest to one that cannot."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rolebook.colours import READABLE, WHITE, Colour
from rolebook.kit.palette import NIGHT, PALE, palette

from tests.brand import branded

colours = st.integers(0, 0xFFFFFF).map(lambda number: Colour(f"#{number:06x}"))


@pytest.mark.parametrize(
    ("one", "other", "contrast"),
    [("#000000", "#ffffff", 21), ("#ffffff", "#ffffff", 1), ("#767676", "#ffffff", 4.54), ("#777777", "#ffffff", 4.48)],
)
def test_contrast_is_that_of_wcag(one: str, other: str, contrast: float) -> None:
    assert Colour(one).contrast(Colour(other)) == Colour(other).contrast(Colour(one))
    assert Colour(one).contrast(Colour(other)) == pytest.approx(contrast, abs=0.005)


@settings(deadline=None)
@given(colours)
def test_the_nearest_readable_colour_is_readable_and_no_darker_than_need_be(colour: Colour) -> None:
    near = colour.readable_on(WHITE)
    assert near.contrast(WHITE) >= READABLE
    assert near == colour or near.contrast(WHITE) < READABLE + 0.1


@settings(deadline=None)
@given(colours)
def test_a_colour_is_itself_at_its_own_lightness(colour: Colour) -> None:
    there = colour.at(colour.lightness)
    parts = (slice(1, 3), slice(3, 5), slice(5, 7))
    assert all(abs(int(there.hex[part], 16) - int(colour.hex[part], 16)) <= 1 for part in parts)


@settings(deadline=None)
@given(colours, colours)
def test_whatever_two_colours_pass_all_that_follows_from_them_can_be_read(primary: Colour, accent: Colour) -> None:
    primary, accent = primary.readable_on(WHITE), accent.readable_on(PALE)
    found = palette(branded(colours={"primary": primary.hex, "accent": accent.hex}))
    assert found is not None
    day, night = found.day, found.night
    white, paper, dark = WHITE, Colour("#f3f7f8"), Colour("#121a1f")
    pairs = [
        *((text, ground) for text in (day.ink, day.accent) for ground in (white, paper)),
        (day.ink, day.tint),
        *((white, ground) for ground in (day.bar, day.foot, night.bar, night.foot, *day.shades[3:])),
        *((Colour("#12303d"), shade) for shade in day.shades[:3]),
        *((text, ground) for text in (night.ink, night.accent, night.hover) for ground in (dark, NIGHT)),
        (night.ink, night.tint),
        *((Colour("#f0f6f8"), shade) for shade in night.shades[:3]),
        *((Colour("#0b2129"), shade) for shade in night.shades[3:]),
    ]
    weak = [(str(text), str(ground)) for text, ground in pairs if text.contrast(ground) < READABLE]
    assert weak == []
