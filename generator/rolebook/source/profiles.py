"""The jurisdiction profiles that Rolebook ships: data in `generator/rolebook/jurisdictions/`, read like a kit."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from rolebook.kit import Kit
from rolebook.kit.jurisdictions import Jurisdiction
from rolebook.kit.references import ValidationContext
from rolebook.source.compose import compose

_FOLDER = Path(__file__).parent.parent / "jurisdictions"
_LANGUAGES = ("en", "ar")
"""The languages that they are written in. A kit in another one shows their English."""


@cache
def shipped() -> tuple[Jurisdiction, ...]:
    """Return the shipped profiles, by name."""
    return tuple(_read(path) for path in sorted(_FOLDER.glob("*.yaml")))


def _read(path: Path) -> Jurisdiction:
    root, _ = compose(path.read_text("utf-8"))
    return Jurisdiction.model_validate(root.data(), context=ValidationContext(_LANGUAGES))


def with_shipped(kit: Kit) -> Kit:
    """Return a kit with the shipped profiles that it follows and does not declare itself."""
    if kit.careers is None:
        return kit
    own = {profile.id for profile in kit.jurisdictions}
    followed = tuple(profile for profile in shipped() if profile.id in kit.careers.follows and profile.id not in own)
    return kit.with_profiles(followed)
