"""A brand's mark in pixels, for telephones and for whoever keeps a site on a device: not all show what is drawn."""

from __future__ import annotations

import multiprocessing
from collections.abc import Mapping
from functools import lru_cache
from multiprocessing.connection import Connection
from typing import Final

from rolebook.formats import pdf
from rolebook.kit.brand import FOLDER, Brand
from rolebook.pictures import Picture

TOUCH: Final = 180
"""Pixels of the icon that a telephone shows among its applications (Apple)."""
KEPT: Final = (192, 512)
"""Pixels of those that a web manifest names."""


def icon_path(side: int) -> str:
    """Where the icon of so many pixels lies in a language's site."""
    return f"{FOLDER}/icon-{side}.png"


def icons(brand: Brand | None) -> Mapping[str, bytes]:
    """The icons of a brand that has a mark, by path."""
    return _drawn(brand.mark) if brand is not None and brand.mark is not None else {}


@lru_cache(maxsize=4)
def _drawn(mark: Picture) -> Mapping[str, bytes]:
    """Drawn by a process of its own, where this one may still be forked: what draws them begins threads."""
    if pdf.has_started() or "fork" not in multiprocessing.get_all_start_methods():
        return _draw(mark)
    context = multiprocessing.get_context("fork")
    here, there = context.Pipe(duplex=False)
    process = context.Process(target=_send, args=(mark, there))
    process.start()
    there.close()
    try:
        found: Mapping[str, bytes] = here.recv()
    finally:
        process.join()
    return found


def _send(mark: Picture, there: Connection) -> None:
    there.send(_draw(mark))


def _draw(mark: Picture) -> Mapping[str, bytes]:
    return {icon_path(side): pdf.icon(mark, side) for side in (TOUCH, *KEPT)}
