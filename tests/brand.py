"""A brand to try things with."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from rolebook.kit.brand import Brand
from rolebook.kit.references import ValidationContext

_SVG = 'svg xmlns="http://www.w3.org/2000/svg"'
LOGO = f'<{_SVG} viewBox="0 0 40 20"><rect width="40" height="20" fill="#00a36c"/></svg>'
MARK = f'<{_SVG} viewBox="0 0 20 20"><circle cx="10" cy="10" r="9" fill="#00a36c"/></svg>'
FILES = {"logo.svg": LOGO, "logo-ar.svg": LOGO.replace("rect", "rect id='ar'"), "mark.svg": MARK}
BRAND: dict[str, Any] = {
    "logo": {"en": "brand/logo.svg", "ar": "brand/logo-ar.svg"},
    "mark": "brand/mark.svg",
    "colours": {"primary": "#5b0e2d", "accent": "#a31621"},
    "footer": {"en": "The bakery, registered in Riyadh", "ar": "المخبز، مسجّل في الرياض"},
    "letterhead": [{"en": "1 Oven Street", "ar": "1 شارع الفرن"}],
    "credit": False,
}


def branded(folder: Path = Path(), **keys: Any) -> Brand:
    """The brand that these keys say, with its files in a folder."""
    return Brand.model_validate(keys, context=ValidationContext(("en", "ar"), folder=folder))


def drawn(folder: Path) -> None:
    """Write the files of `BRAND` beside a kit."""
    (folder / "brand").mkdir(parents=True, exist_ok=True)
    for name, content in FILES.items():
        (folder / "brand" / name).write_text(content, "utf-8")
