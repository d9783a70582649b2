"""Training: the hour in which interviewers learn to rate alike, before their first interview."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from rolebook.kit.item import Part, Statement
from rolebook.kit.references import Id, SampleRef
from rolebook.kit.text import Text


class TrainingMaterial(StrEnum):
    """What a part of the training works with."""

    SCALE = "scale"
    ANCHORS = "anchors"
    RATING_ERRORS = "rating-errors"
    SAMPLES = "samples"


class TrainingPart(Part):
    """A part of the training: what is said and done, and for how long."""

    id: Id
    """Its name, unique within the training; the address of its section."""
    title: Text
    """What it is about."""
    minutes: Annotated[int, Field(ge=1, le=120, strict=True)]
    """How long it takes."""
    text: Annotated[tuple[Statement, ...], Field(min_length=1)]
    """What is said and done, in order."""
    shows: tuple[TrainingMaterial, ...] = ()
    """What is printed with it: the rating `scale`, the `anchors` of the samples' skills, the common `rating-errors`,
    or the `samples` themselves. What no part shows stands after the last one."""


class Training(Part):
    """An hour of training with sample answers to rate, for everyone who is going to interview."""

    minutes: Annotated[int, Field(ge=15, le=240, strict=True)] = 60
    """How long it lasts."""
    parts: Annotated[tuple[TrainingPart, ...], Field(min_length=1)]
    """Its parts, in order."""
    samples: Annotated[tuple[SampleRef, ...], Field(min_length=1)]
    """The answers that are rated, in this order, as `skill/sample`: three are usual."""
