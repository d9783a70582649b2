"""The screening of CVs: what counts in one, what does not, and how two readers decide."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from rolebook.kit.forms import FormOption
from rolebook.kit.item import Item, Part, Statement
from rolebook.kit.references import SkillRef
from rolebook.kit.text import Text


class NoSignal(Item):
    """Something in a CV that says nothing about the work, and is left out of account."""

    what: Text
    """What it is."""
    instead: Text
    """Why it does not count, or what to look at instead."""


class ProposalRule(Part):
    """When a decision is proposed, by what a reader has found of the must-haves."""

    last_at_most: Annotated[int, Field(ge=0, strict=True)] = 99
    """Of how many of them the last of the findings may have been chosen, such as “None”."""
    first_at_least: Annotated[int, Field(ge=0, le=100, strict=True)] = 0
    """Of how many in a hundred of them the first of the findings has to have been chosen, such as “Clear”."""


class ScreeningDecision(FormOption):
    """What a reader can decide of an applicant."""

    proposed_if: ProposalRule | None = None
    """When the page of the sheet proposes it, once a finding is chosen for every must-have. Of several decisions whose
    conditions hold, it is the first. Without any condition (`{}`), it is proposed where none before it is."""


class Screening(Part):
    """How CVs are read, whatever the role."""

    rules: Annotated[tuple[Statement, ...], Field(min_length=1)]
    """How they are read, step by step."""
    findings: Annotated[tuple[FormOption, ...], Field(min_length=2)]
    """What a reader can find of a skill in a CV, the clearest first."""
    no_signals: Annotated[tuple[NoSignal, ...], Field(min_length=1)]
    """What does not count."""
    decisions: Annotated[tuple[ScreeningDecision, ...], Field(min_length=2)]
    """What a reader can decide, and when."""


class SkillSignals(Part):
    """What in a CV shows a skill, in this role."""

    skill: SkillRef
    """Which skill: one of the role's own."""
    signals: Annotated[tuple[Text, ...], Field(min_length=1)]
    """What in a CV shows it: something that the person did, and what came of it."""
    also: tuple[Text, ...] = ()
    """What counts as well, beside the equivalent that the role's skill names."""
