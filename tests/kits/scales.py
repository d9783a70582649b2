"""A kit's data on a rating scale of another length."""

from __future__ import annotations

import copy
from typing import Any

Data = dict[str, Any]
LENGTHS = (3, 4, 7)
"""The shortest scale, the longest, and one without a level in the middle."""


def on_a_scale(data: Data, levels: int) -> Data:
    """The same kit with so many levels: anchors that it lacks are written, and no role needs more than there is."""
    scaled = copy.deepcopy(data)
    scaled["kit"]["rating_scale"] = [
        {"level": level, "name": _said("Step", level), "meaning": _said("Meaning", level)}
        for level in range(1, levels + 1)
    ]
    for skill in scaled["skills"]:
        anchors = {str(level): text for level, text in skill["anchors"].items()}
        skill["anchors"] = {
            str(level): anchors.get(str(level), _said(f"Act of {skill['id']}", level)) for level in range(1, levels + 1)
        }
        for question in skill["questions"]:
            if "key" in question:
                points = question["key"]["levels"]
                question["key"]["levels"] = {level: few for level, few in points.items() if int(level) <= levels}
    for role in scaled["roles"]:
        for need in role["skills"]:
            need["level"] = min(need["level"], levels)
    return scaled


def _said(what: str, level: int) -> dict[str, str]:
    return {"en": f"{what} {level}", "ar": f"{level} {what}"}
