"""Sizing: how many people a team needs, worked out from what it serves by ratios that the kit gives.

The ratios are data. This module knows none.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Annotated

from pydantic import Field

from rolebook.kit.item import Item, Part, Statement
from rolebook.kit.references import Id, QuantityRef, RoleRef
from rolebook.kit.text import Text

PerPerson = Annotated[int, Field(ge=1, le=100_000, strict=True)]
Number = Annotated[int, Field(ge=0, le=100_000, strict=True)]


class Quantity(Part):
    """Something that makes work, and is counted."""

    id: Id
    """Its name; ratios and examples refer to it."""
    name: Text
    """What is counted, such as “Sales reps” or “Deals a month”."""


class Share(Item):
    """How much of something keeps one person busy. Without a source it is an editorial default: change it to yours."""

    text: Text
    """The work."""
    role: RoleRef
    """The role that does this work. Where a structure has no such role, another does it."""
    one_for: PerPerson
    """How many of the quantity keep one person busy."""
    at_least: PerPerson
    """The fewest that can keep one person busy, where the work is demanding."""
    at_most: PerPerson
    """The most that one person can see to, where the work is easy."""


class Ratio(Share):
    """How many of a quantity keep one person busy."""

    quantity: QuantityRef
    """What is counted."""
    beyond: Number = 0
    """How many of the quantity make no work of their own, such as the first language."""


class SizingExample(Part):
    """A company of a typical size."""

    name: Text
    """What it is, in a few words."""
    quantities: Mapping[QuantityRef, Number]
    """How many it has of each quantity."""


class Sizing(Part):
    """How many people the team needs: what is counted, what one person sees to, and companies of typical sizes."""

    notes: tuple[Statement, ...] = ()
    """What to know before using the figures."""
    quantities: Annotated[tuple[Quantity, ...], Field(min_length=1)]
    """What is counted."""
    ratios: Annotated[tuple[Ratio, ...], Field(min_length=1)]
    """What one person sees to."""
    leading: Share | None = None
    """How many people keep one person busy with leading them."""
    examples: tuple[SizingExample, ...] = ()
    """Companies of typical sizes. The first is worked out line by line."""


@dataclass(frozen=True)
class Need:
    """The work to be done, in full-time people.

    Attributes:
        shares: The work of each ratio in the kit's order, and last that of leading, if the kit sizes it.
        people: How many people that takes altogether: the work rounded to whole people, one at least.
    """

    shares: tuple[Fraction, ...]
    people: int


@dataclass(frozen=True)
class TeamSize:
    """How many people a team needs: usually, where the work is easy, and where it is demanding."""

    usual: Need
    fewest: Need
    most: Need


def team_size(sizing: Sizing, quantities: Mapping[str, int]) -> TeamSize:
    """Return how many people a team needs that serves so many of each quantity. One that is not named counts as none.

    Each ratio gives work in full-time people: the quantity, less what makes no work of its own, by how many keep one
    person busy. Leading is worked out in the same way from the sum. Only the total is rounded, half a person upwards.
    """

    def need(per_person: Callable[[Share], int]) -> Need:
        shares = [
            Fraction(max(0, quantities.get(ratio.quantity, 0) - ratio.beyond), per_person(ratio))
            for ratio in sizing.ratios
        ]
        if sizing.leading is not None:
            shares.append(sum(shares, Fraction()) / per_person(sizing.leading))
        total = sum(shares, Fraction())
        return Need(tuple(shares), max(int(total + Fraction(1, 2)), 1))

    return TeamSize(
        need(lambda share: share.one_for), need(lambda share: share.at_most), need(lambda share: share.at_least)
    )
