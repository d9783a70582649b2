"""Rules about leadership models: a structure is shown growing."""

from __future__ import annotations

from collections.abc import Iterator

from generator.kit import Kit
from generator.problem import Finding


def one_size(kit: Kit) -> Iterator[Finding]:
    """A leadership model that is shown at one team size only, so that nobody sees how it grows."""
    for number, model in enumerate(kit.leadership_models):
        if len(model.organisations) < 2:
            yield Finding(
                ("leadership_models", number, "organisations"),
                f"“{model.id}” is shown at one team size.",
                "Add an organisation of another size, so that readers see how it grows.",
            )
