"""The web manifest of a site names it in its language, with the mark as the kit has it."""

from __future__ import annotations

import json
import struct
from pathlib import Path
from typing import Any

from rolebook.documents.internal_edition import InternalEdition
from rolebook.formats.pdf import raster
from rolebook.language import Language
from rolebook.site.manifest import manifest

from tests.brand import branded, drawn
from tests.conftest import kit_of


def edition(data: dict[str, Any], folder: Path, **brand: Any) -> InternalEdition:
    kit = kit_of(data)
    about = kit.about.model_copy(update={"brand": branded(folder, **brand) if brand else None})
    return InternalEdition(kit.model_copy(update={"about": about}), Language("ar"))


def test_a_mark_of_pixels_is_named_with_its_size(small_data: dict[str, Any], tmp_path: Path) -> None:
    drawn(tmp_path)
    mark = branded(tmp_path, mark="brand/mark.svg").mark
    assert mark is not None
    (tmp_path / "mark.png").write_bytes(drawing := raster(mark, 180))
    assert struct.unpack(">II", drawing[16:24]) == (180, 180)
    made = edition(small_data, tmp_path, mark="mark.png")
    path = "assets/images/brand/mark.png"
    first, *_others = json.loads(manifest(made))["icons"]
    assert first == {"src": path, "type": "image/png", "sizes": "180x180"}


def test_a_kit_without_a_brand_has_a_manifest_without_icon_and_colour(
    small_data: dict[str, Any], tmp_path: Path
) -> None:
    said = json.loads(manifest(edition(small_data, tmp_path)))
    assert said["name"] == small_data["kit"]["name"]["ar"]
    assert (said["lang"], said["dir"], said["short_name"]) == ("ar", "rtl", small_data["kit"]["organisation"]["ar"])
    assert not {"icons", "theme_color"} & set(said)
