"""Rules about what is said to candidates, and about what counts in their CVs."""

from __future__ import annotations

from collections.abc import Iterator

from rolebook.kit import Kit
from rolebook.kit.fields import MessageText, fields_in
from rolebook.kit.skill_needs import Need
from rolebook.kit.walk import walk
from rolebook.problem import Finding
from rolebook.rules import paths


def message_fields(kit: Kit) -> Iterator[Finding]:
    """Find a message that has other fields in one language than in another."""
    for path, text in walk(kit):
        if not isinstance(text, MessageText):
            continue
        first, *others = text.languages()
        for tag in others:
            lost = sorted(f"{{{field}}}" for field in fields_in(text[first]) ^ fields_in(text[tag]))
            if lost:
                yield Finding(
                    (*path, tag),
                    f"Not in both “{first}” and “{tag}”: {', '.join(lost)}.",
                    "Write the field in every language, or in none.",
                )


def screening_gap(kit: Kit) -> Iterator[Finding]:
    """Find a role whose screening says nothing of a skill that is required."""
    for path, role in paths.roles(kit):
        named = {signals.skill for signals in role.screening}
        missing = [need.skill for need in role.skills if need.need is Need.REQUIRED and need.skill not in named]
        if role.screening and missing:
            yield Finding(
                (*path, "screening"),
                f"“{role.id}” requires {', '.join(missing)}, but does not say what shows it in a CV.",
                "Add the skill with its “signals”.",
            )


def screening_stray(kit: Kit) -> Iterator[Finding]:
    """Find signals of a skill that the role does not take."""
    for path, role in paths.roles(kit):
        for index, signals in enumerate(role.screening):
            if role.need(signals.skill) is None:
                yield Finding(
                    (*path, "screening", index, "skill"),
                    f"“{role.id}” does not take the skill “{signals.skill}”: its signals are not shown.",
                    "Remove them, or add the skill to the role's “skills”.",
                )
