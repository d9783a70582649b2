"""Questions: what candidates are asked, in the same words, and what interviewers listen for."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Annotated, Final

from pydantic import Discriminator, Field, Tag

from rolebook.kit.evidence import Day
from rolebook.kit.handouts import Handout
from rolebook.kit.item import Item, Part
from rolebook.kit.keys import Key, ModelAnswers
from rolebook.kit.rating_scale import Level
from rolebook.kit.references import DutyRef, Id
from rolebook.kit.text import Text


class QuestionKind(StrEnum):
    """How a question finds out: from what was done, from what would be done, or from doing it."""

    BEHAVIOURAL = "behavioural"
    SITUATIONAL = "situational"
    WORK_SAMPLE = "work-sample"
    ROLE_PLAY = "role-play"


class ListenFor(Part):
    """What a strong, a middling and a weak answer sound like."""

    strong: Text
    """Heard in a strong answer."""
    mixed: Text
    """Heard in an answer that is neither strong nor weak."""
    weak: Text
    """Heard in a weak answer."""


class ReadsAs(Part):
    """The level that each kind of answer comes close to: how what is listened for leads to a rating."""

    strong: Level
    """The level that a strong answer comes close to."""
    mixed: Level
    """The level that a mixed answer comes close to."""
    weak: Level
    """The level that a weak answer comes close to."""


PRACTICAL: Final = frozenset({QuestionKind.WORK_SAMPLE, QuestionKind.ROLE_PLAY})
"""The kinds in which the candidate does the work instead of telling of it."""


def _sort(value: object) -> str:
    """Return whether a handout is one for the candidate, or a text, as a tag (`source.mistakes` removes it)."""
    is_handout = isinstance(value, Handout) or (
        isinstance(value, Mapping) and bool(value.keys() & Handout.model_fields)
    )
    return "(handout)" if is_handout else "(text)"


class Pilot(Part):
    """A trial of a question, before candidates are asked it: who answered it, and what came of that."""

    on: Day
    """The day on which it was answered."""
    by: Text
    """Who answered it, by their work and not by name: people who do the work, and who did not write the question."""
    learnt: Text
    """What their answers showed: what it tells apart, how long it took, what was misunderstood."""
    changed: Text | None = None
    """What was changed in the question since; without it, nothing was."""


class RetirementReason(StrEnum):
    """Why a question is no longer asked."""

    LEAKED = "leaked"
    DOES_NOT_SEPARATE = "does-not-separate"
    OUT_OF_DATE = "out-of-date"
    REPLACED = "replaced"


class Retirement(Part):
    """When a question was retired, and why."""

    on: Day
    """The day on which it was retired."""
    because: RetirementReason
    """`leaked` where candidates know it, `does-not-separate` where everyone answers alike, `out-of-date` where the work
    has changed, `replaced` where a better one has taken its place."""


class Question(Item):
    """A question of a skill's bank, asked in the same words to every candidate."""

    id: Id
    """Its name, unique within the skill; stages refer to it as `skill/question`."""
    kind: QuestionKind
    """How it finds out."""
    minutes: Annotated[int, Field(ge=2, le=90, strict=True)]
    """How long question, answer and probes take."""
    text: Text
    """The words that are read out."""
    handout: (
        Annotated[Annotated[Handout, Tag("(handout)")] | Annotated[Text, Tag("(text)")], Discriminator(_sort)] | None
    ) = None
    """What the candidate is given to work on, for a work sample or a role-play. A text alone is a note to interviewers
    on the material to prepare: the candidate gets nothing."""
    planted: tuple[Text, ...] = ()
    """What is hidden in the handout, with its rows and figures, for interviewers only."""
    player: tuple[Text, ...] = ()
    """The part that an interviewer plays in a role-play: what they know, want and say, and when they give way."""
    key: Key | None = None
    """How the answer is scored, for interviewers only."""
    model_answers: ModelAnswers | None = None
    """What answers look like and what the key gives for them, for interviewers only."""
    probes: Annotated[tuple[Text, ...], Field(min_length=2, max_length=4)]
    """The follow-up questions that may be asked, and no others."""
    fallback: Text | None = None
    """What is asked of people who have not come across the situation that a behavioural question asks about."""
    listen_for: ListenFor
    """What the answers sound like, as an aid to rating."""
    reads_as: ReadsAs | None = None
    """The level that a strong, a mixed and a weak answer come close to; not needed where a key has levels."""
    reaches: Level | None = None
    """The highest level that an answer to this question and its probes can show; without it, any level."""
    duties: Annotated[tuple[DutyRef, ...], Field(max_length=4)] = ()
    """The duties that it samples, as `role/duty`: up to four."""
    pilots: tuple[Pilot, ...] = ()
    """When it was piloted, the latest first, and what was learnt."""
    retired: Retirement | None = None
    """When it was retired, and why. It is no longer asked, but its skill's page still shows it, at the end."""

    @property
    def candidate_handout(self) -> Handout | None:
        """Return what the candidate is given; None where there is nothing, or only a note to interviewers."""
        return self.handout if isinstance(self.handout, Handout) else None

    @property
    def material(self) -> Text | None:
        """Return the note to interviewers on the material to prepare, where a text stands for the handout."""
        return self.handout if isinstance(self.handout, Text) else None
