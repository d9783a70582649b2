"""The organisation's brand on a site: its colours as CSS has them, by day and in dark mode, and its pictures."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from rolebook.documents.edition import Edition
from rolebook.kit.palette import Palette, Scheme, palette
from rolebook.site.icons import TOUCH, icon_path

STYLESHEET: Final = "assets/stylesheets/documents.css"
"""The last stylesheet that has Rolebook's own colours; those of a brand stand at its end, and win."""
TOOLS: Final = "assets/stylesheets/tools.css"
"""The stylesheet of the large tools, which few pages have."""


@dataclass(frozen=True)
class SiteBrand:
    """What a site shows of a brand.

    Attributes:
        symbol: The path of the picture in the header: the mark, or else the logo; None for Rolebook's own.
        icon: The path of the one in a browser's tab.
        touch_icon: The path of the one that a telephone shows (see `icons`).
        logo: The path of the logo, or of the mark where there is no logo.
        footer: The organisation's own line at the foot of pages.
        credit: Whether the foot says what made the pages.
        colours: What a stylesheet says of the brand's colours.
        pictures: The pictures, by path.
    """

    symbol: str | None = None
    icon: str | None = None
    touch_icon: str | None = None
    logo: str | None = None
    footer: str = ""
    credit: bool = True
    colours: str = ""
    pictures: tuple[tuple[str, bytes], ...] = ()


def site_brand(edition: Edition) -> SiteBrand:
    """What the site of an edition shows of the organisation's brand."""
    brand, tag = edition.imprint.brand, edition.language.tag
    if brand is None:
        return SiteBrand()
    own = palette(brand)
    return SiteBrand(
        symbol=brand.address(tag, brand.mark or brand.in_full(tag)),
        icon=brand.address(tag, brand.mark),
        touch_icon=icon_path(TOUCH) if brand.mark else None,
        logo=brand.address(tag, brand.in_full(tag) or brand.mark),
        footer=edition.unmarked(brand.footer) if brand.footer else "",
        credit=brand.credit,
        colours=_css(own) if own else "",
        pictures=tuple((path, picture.content) for path, picture in brand.published(tag)),
    )


def _css(own: Palette) -> str:
    return "\n".join(
        (
            "",
            "/* The organisation's colours (kit.brand). */",
            *_rule(':root,[data-md-color-scheme="default"]', _of_scheme(own.day)),
            *_rule('[data-md-color-primary="custom"]', _of_bar(own.day)),
            *_rule('[data-md-color-accent="custom"]', _of_accent(own.day, "#fff")),
            "@media screen{",
            *_rule('[data-md-color-scheme="slate"]', _of_scheme(own.night)),
            *_rule('[data-md-color-scheme="slate"][data-md-color-primary="custom"]', _of_bar(own.night)),
            *_rule('[data-md-color-scheme="slate"][data-md-color-accent="custom"]', _of_accent(own.night, "#121a1f")),
            "}",
            "",
        )
    )


def _rule(selector: str, properties: Mapping[str, object]) -> Iterator[str]:
    yield f"{selector}{{"
    yield from (f"--{name}:{value};" for name, value in properties.items())
    yield "}"


def _of_scheme(scheme: Scheme) -> Mapping[str, object]:
    return {
        "rb-ink": scheme.ink,
        "rb-accent": scheme.accent,
        "rb-strong-soft": scheme.tint,
        "md-typeset-a-color": scheme.accent,
        "md-footer-bg-color--dark": scheme.foot,
        **{f"rb-shade-{number}": shade for number, shade in enumerate(scheme.shades, start=1)},
    }


def _of_bar(scheme: Scheme) -> Mapping[str, object]:
    return {
        "md-primary-fg-color": scheme.bar,
        "md-primary-fg-color--light": scheme.bar_light,
        "md-primary-fg-color--dark": scheme.foot,
        "md-primary-bg-color--light": "#fff",
    }


def _of_accent(scheme: Scheme, ground: str) -> Mapping[str, object]:
    return {
        "md-accent-fg-color": scheme.hover,
        "md-accent-fg-color--transparent": f"{scheme.accent}1c",
        "md-accent-bg-color": ground,
    }
