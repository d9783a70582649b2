"""Onboarding: from the signed offer to the end of the probation period."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from rolebook.kit.forms import FormOption
from rolebook.kit.item import Item, Part, Statement
from rolebook.kit.text import Text

Days = Annotated[int, Field(ge=1, le=365, strict=True)]


class OnboardingStep(Part):
    """Something to be done for a new colleague, and by whom."""

    text: Text
    """What is done."""
    owner: Text
    """Who does it."""


class CheckIn(Item):
    """A conversation about how things are going."""

    days: Days
    """Days since the start."""
    minutes: Annotated[int, Field(ge=10, le=240, strict=True)] = 45
    """How long it takes."""
    questions: Annotated[tuple[Text, ...], Field(min_length=1)]
    """What the manager asks."""
    review: Annotated[tuple[Text, ...], Field(min_length=1)]
    """What the two look at together."""


class Onboarding(Part):
    """What holds for every new colleague, whatever the role."""

    before: Annotated[tuple[OnboardingStep, ...], Field(min_length=1)]
    """What is done before the first day."""
    first_day: Annotated[tuple[OnboardingStep, ...], Field(min_length=1)]
    """What happens on the first day."""
    first_week: tuple[OnboardingStep, ...] = ()
    """What happens in the first week beside that."""
    access: tuple[Text, ...] = ()
    """Accounts and rights that everyone gets."""
    meetings: tuple[Text, ...] = ()
    """What a new colleague asks the people whom they are going to work with."""
    check_ins: Annotated[tuple[CheckIn, ...], Field(min_length=1)]
    """The conversations: 30, 60 and 90 days are usual."""
    probation: tuple[Statement, ...] = ()
    """What holds for the probation period and its review."""
    outcomes: tuple[FormOption, ...] = ()
    """What the probation review can end with."""


class Learning(Part):
    """Something that is learned or done in the first months."""

    text: Text
    """What is learned or done; for what is learned, from whom or how."""
    days: Days
    """By which day since the start."""


class RoleOnboarding(Part):
    """What a new colleague in this role gets, learns and does first, beside what holds for everyone."""

    access: Annotated[tuple[Text, ...], Field(min_length=1)]
    """Accounts, rights and data that the work takes."""
    learning: Annotated[tuple[Learning, ...], Field(min_length=1)]
    """What is learned, in order."""
    tasks: Annotated[tuple[Learning, ...], Field(min_length=1)]
    """The first pieces of work, from small to whole, in order."""
