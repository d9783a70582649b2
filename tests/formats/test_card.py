"""A posting's card, the picture that messengers show of its page."""

from __future__ import annotations

import struct
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from rolebook.audience import Audience, edition_for
from rolebook.catalogue import localized_artefacts
from rolebook.catalogue.files import as_file
from rolebook.language import Language
from rolebook.source import load


@pytest.mark.parametrize("long", ["the title", "the employer"])
def test_words_without_end_still_make_one_picture(
    written: Callable[[dict[str, Any]], Path], small_data: dict[str, Any], long: str
) -> None:
    words = "Word " * 300
    if long == "the title":
        small_data["roles"][0]["title"]["en"] = words.strip()
    else:
        small_data["kit"]["organisation"]["en"] = words.strip()
    kit = load(written(small_data)).kit
    assert kit is not None
    edition = edition_for(Audience.PUBLIC, kit, Language("en"))
    card = next(one for one in localized_artefacts(kit, edition) if one.path.endswith("/card.png"))
    picture = as_file(card.document, edition, card.row.format)
    assert picture.startswith(b"\x89PNG")
    assert struct.unpack(">II", picture[16:24]) == (1200, 630)
