"""Fingerprints of what interviewers rate: they tell with which state of a kit a scorecard was filled in."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable

from rolebook.kit.kit import Kit
from rolebook.kit.roles import Role


def rating_fingerprint(kit: Kit, role: Role) -> str:
    """Return sixteen hexadecimal digits that change with what a role's interviewers rate, and with nothing else.

    These are the role's skills with their levels and weights, their anchors, the scale, and the recommendations. An
    edited sourcing note does not set a scorecard apart from those of the panel's other members.
    """
    return _known(kit, ("role", role.id), lambda: _digest(_rating(kit, role))[:16])


def anchors_fingerprint(kit: Kit, skill_id: str) -> str:
    """Return eight hexadecimal digits that change with a skill's anchors and with the rating scale."""
    return _known(kit, ("skill", skill_id), lambda: _digest(_anchors(kit, skill_id))[:8])


def _known(kit: Kit, what: tuple[str, str], work_out: Callable[[], str]) -> str:
    """Return a fingerprint, computed once: several documents of a role carry the same ones."""
    known = kit.fingerprints
    if what not in known:
        known[what] = work_out()
    return known[what]


def _rating(kit: Kit, role: Role) -> object:
    return [
        [need.model_dump(mode="json", exclude={"source", "equivalent", "allow"}) for need in role.needs],
        [_skill(kit, need.skill, {"id", "name", "anchors"}) for need in role.needs],
        [level.model_dump(mode="json") for level in kit.about.rating_scale],
        [one.model_dump(mode="json", exclude={"otherwise"}) for one in kit.interviewing.recommendations],
    ]


def _anchors(kit: Kit, skill_id: str) -> object:
    return [_skill(kit, skill_id, {"anchors"}), [level.model_dump(mode="json") for level in kit.about.rating_scale]]


def _skill(kit: Kit, skill_id: str, keys: set[str]) -> object:
    """Return what a skill says under some keys, without the anchors of levels that the scale does not have."""
    return kit.skill(skill_id).model_dump(mode="json", include=keys, exclude_none=True)


def _digest(parts: object) -> str:
    return hashlib.sha256(json.dumps(parts, ensure_ascii=False, sort_keys=True).encode()).hexdigest()
