"""A kit's own settings of the rules: which matter more or less in it, and which an item may break."""

from __future__ import annotations

import difflib
from collections.abc import Collection, Iterator
from typing import Any

from rolebook.kit import Kit
from rolebook.kit.about import RuleSeverity
from rolebook.kit.item import Allowance
from rolebook.kit.walk import walk
from rolebook.problem import Finding, Path, Severity


def severity_of(kit: Kit, code: str, usual: Severity) -> Severity | None:
    """Return how much a rule's findings matter in a kit; None where the kit silences it."""
    for setting in kit.about.rules:
        if setting.rule == code:
            return None if setting.severity is RuleSeverity.OFF else Severity(setting.severity.value)
    return usual


def is_allowed(kit: Kit, code: str, path: Path) -> bool:
    """Tell whether the item at a path, or one that contains it, may break a rule."""
    here: Any = kit
    for step in path:
        if any(allowance.rule == code for allowance in getattr(here, "allow", ())):
            return True
        try:
            here = here[step] if isinstance(step, int) else getattr(here, f"{step}_" if step == "from" else step)
        except (AttributeError, IndexError, TypeError, KeyError):
            return False
    return any(allowance.rule == code for allowance in getattr(here, "allow", ()))


def unknown_rule(kit: Kit, known: Collection[str]) -> Iterator[Finding]:
    """Find a rule that the kit silences or allows, and that there is not."""
    named = [(("kit", "rules", index, "rule"), setting.rule) for index, setting in enumerate(kit.about.rules)]
    for path, code in (*named, *_allowed(kit)):
        if code not in known:
            close = difflib.get_close_matches(code, known, n=1)
            yield Finding(
                path,
                f"There is no rule “{code}”.",
                f"Did you mean “{close[0]}”?" if close else "The code stands in square brackets behind each message.",
            )


def _allowed(kit: Kit) -> Iterator[tuple[Path, str]]:
    """Yield every code under an `allow`, with its path."""
    return (((*path, "rule"), part.rule) for path, part in walk(kit) if isinstance(part, Allowance))
