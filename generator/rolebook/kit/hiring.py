"""The documents around the interview: from the intake form to the onboarding plan."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from rolebook.kit.fields import MessageText
from rolebook.kit.forms import EntryField, FormOption, OfferTerm, Questions, RecordField
from rolebook.kit.item import Part, Statement
from rolebook.kit.messages import CandidateMessage
from rolebook.kit.onboarding import Onboarding
from rolebook.kit.screening import Screening
from rolebook.kit.text import Text
from rolebook.kit.timeline import Timeline


class Intake(Part):
    """The form with which hiring begins: what the manager and the recruiter agree on before a posting is written."""

    minutes: Annotated[int, Field(ge=10, le=240, strict=True)] = 45
    """How long the meeting lasts."""
    fields: Annotated[tuple[EntryField, ...], Field(min_length=1)]
    """What is put down about the vacancy."""
    questions: Questions
    """What the two talk about, each with room for what was agreed."""
    approvals: Annotated[tuple[Text, ...], Field(min_length=1)]
    """Who approves the vacancy, in order."""


class ReferenceCheck(Part):
    """The form for talking to a referee. It asks about the must-haves of the role, after the candidate has agreed."""

    rules: tuple[Statement, ...] = ()
    """What holds for every check: when it takes place, whom one asks, what is not asked."""
    fields: Annotated[tuple[EntryField, ...], Field(min_length=1)]
    """What is put down about the candidate, the referee and the conversation."""
    consent: Annotated[tuple[FormOption, ...], Field(min_length=1)]
    """What has to be true before anyone is called: ticked off by whoever calls."""
    opening: Text
    """How the conversation begins: read out, and the referee agrees to notes."""
    skill_questions: Questions
    """What is asked about each must-have that the panel has chosen."""
    findings: Annotated[tuple[FormOption, ...], Field(min_length=2)]
    """What the answer on a must-have comes to, beside the panel's ratings."""
    questions: Questions
    """What is asked of every referee beside that."""
    closing: Text
    """How the conversation ends."""


class DecisionRecord(Part):
    """The record of the debrief and of the decision, to print and to sign."""

    rules: tuple[Statement, ...] = ()
    """How it is written."""
    fields: Annotated[tuple[RecordField, ...], Field(min_length=1)]
    """What is put down about the candidate and the debrief."""
    outcomes: Annotated[tuple[FormOption, ...], Field(min_length=2)]
    """What can be decided."""
    questions: Questions
    """What is put down about the decision beside its reason: pay, conditions, what the candidate is told."""
    checks: tuple[FormOption, ...] = ()
    """What is ticked off before anyone signs."""
    signatures: Annotated[tuple[Text, ...], Field(min_length=1)]
    """Who signs."""


class Offer(Part):
    """The offer letter, to be filled in, and what to know before it is sent."""

    opening: Annotated[tuple[MessageText, ...], Field(min_length=1)]
    """The paragraphs before the terms, the salutation first."""
    terms: Annotated[tuple[OfferTerm, ...], Field(min_length=1)]
    """The terms of employment, each with what the kit knows of it."""
    conditions: tuple[MessageText, ...] = ()
    """What the offer depends on."""
    closing: Annotated[tuple[MessageText, ...], Field(min_length=1)]
    """The paragraphs after the terms, the farewell last."""
    acceptance: MessageText
    """The sentence that the candidate signs."""
    signatures: Annotated[tuple[Text, ...], Field(min_length=1)]
    """Who signs: the employer's side first, the candidate last."""
    notes: tuple[Statement, ...] = ()
    """What whoever writes the letter should know; no part of the letter."""


class Hiring(Part):
    """The documents around the interview, from the request to the offer. Each is there if its key is."""

    timeline: Timeline | None = None
    """How long hiring takes, step by step, from the request to the first day. It stands in the intake form."""
    intake: Intake | None = None
    """The form with which hiring begins."""
    references: ReferenceCheck | None = None
    """The form for talking to referees."""
    decision: DecisionRecord | None = None
    """The record of the debrief and of the decision."""
    offer: Offer | None = None
    """The offer letter."""
    screening: Screening | None = None
    """How CVs are read. A role says what counts in them under `screening`."""
    messages: tuple[CandidateMessage, ...] = ()
    """Messages to candidates, in the order in which they are needed."""
    onboarding: Onboarding | None = None
    """What holds for every new colleague. A role says what is particular to it under `onboarding`."""
