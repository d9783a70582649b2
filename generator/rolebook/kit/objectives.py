"""Objectives: what the team is there to achieve."""

from __future__ import annotations

from rolebook.kit.item import Item, Statement
from rolebook.kit.references import Id
from rolebook.kit.text import Text


class Objective(Item):
    """What the team is there to achieve; every duty serves one."""

    id: Id
    """Its name inside the kit."""
    name: Text
    """Its name, beginning with a verb."""
    text: Text
    """What it means."""
    ways: tuple[Statement, ...] = ()
    """How the team goes about it."""
