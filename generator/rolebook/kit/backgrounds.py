"""Backgrounds: where good candidates come from, and how to reach them."""

from __future__ import annotations

from rolebook.kit.item import Item, Statement
from rolebook.kit.references import Id
from rolebook.kit.text import Plain, Text


class Background(Item):
    """A kind of career that leads into one of the kit's roles."""

    id: Id
    """Its name inside the kit."""
    name: Text
    """What people of this background are called."""
    why: Text
    """Why it fits."""
    where: tuple[Statement, ...]
    """Where such people are found."""
    search: Plain
    """A search string for professional networks and CV databases; the same in every language."""
    carries_over: tuple[Text, ...]
    """What such a person already brings."""
    gap: Text
    """What such a person often lacks."""
    probe: Text
    """The question that looks into the gap in a first call."""
    message: Text
    """A first message, in the first person, without flattery."""
