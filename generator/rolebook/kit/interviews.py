"""Interviews: the stages of a role, and what holds for every interview of the kit."""

from __future__ import annotations

from functools import cached_property
from typing import Annotated, ClassVar

from pydantic import AfterValidator, Field
from pydantic_core import PydanticCustomError

from rolebook.kit.fields import MessageText
from rolebook.kit.item import Item, Part, Statement
from rolebook.kit.parties import Party
from rolebook.kit.questions import Question, QuestionKind
from rolebook.kit.references import Id, QuestionRef, ScreeningRef, SkillRef
from rolebook.kit.sections import KeysBySection, Section, Sectioned
from rolebook.kit.text import Text
from rolebook.kit.training import Training


class Interviewer(Party):
    """Someone who meets the candidate in a stage: a role of this kit, or anybody else by name."""

    rates: bool = True
    """Whether they fill in a scorecard; `false` for someone who meets the candidate but does not rate."""


class ScreeningItem(Part):
    """Something that has to be settled early: it is asked of everyone and recorded, and never rated."""

    id: Id
    """Its name inside the kit; stages refer to it."""
    name: Text | None = None
    """What it is about in a word or two, as the candidate brief names it; without it the brief is silent."""
    question: Text
    """The words that are read out."""
    record: Text
    """What is written down of the answer: the label of the field on the form."""


def _not_the_whole_kit(stage_id: str) -> str:
    """Check that a stage's packet does not take the name of the file that contains all of them."""
    if stage_id == "interview-kit":
        raise PydanticCustomError("reserved_id", "{value}", {"value": stage_id})
    return stage_id


class Stage(Item):
    """One interview of a role's hiring process."""

    id: Annotated[Id, AfterValidator(_not_the_whole_kit)]
    """Its name, unique within the role; the name of its packet."""
    name: Text
    """Its name, as candidates read it."""
    purpose: Text
    """What it finds out, and what it leaves to the other stages."""
    minutes: Annotated[int, Field(ge=10, le=240, strict=True)]
    """How long it lasts, from opening to close."""
    interviewers: Annotated[tuple[Interviewer, ...], Field(min_length=1)]
    """Who interviews: the same people for every candidate."""
    screening: tuple[ScreeningRef, ...] = ()
    """What is asked and recorded before the questions, without being rated, in this order."""
    screening_minutes: Annotated[int, Field(ge=1, le=60, strict=True)] | None = None
    """How long the screening takes as a whole."""
    questions: Annotated[tuple[QuestionRef, ...], Field(min_length=1)]
    """What is asked, in this order, as `skill/question`. The skills of these questions are rated."""
    also_rates: tuple[SkillRef, ...] = ()
    """Further skills that show in the answers and are rated, too."""
    tasks: Text | None = None
    """Who of the interviewers does what: who asks, who plays a part, who keeps the time and who takes notes."""
    prepare: Text | None = None
    """What the candidate is told to prepare."""
    exercises: tuple[Text, ...] = ()
    """What the candidate will be given to do, as the candidate brief lists it: for each, what it is and how long it
    takes, and nothing of its material or its key."""

    @cached_property
    def skills(self) -> tuple[str, ...]:
        """Return the ids of the skills that this stage rates, in the order in which they come up."""
        asked = (reference.split("/")[0] for reference in self.questions)
        return tuple(dict.fromkeys((*asked, *self.also_rates)))


class Script(Part):
    """A part of every interview that is read out rather than improvised."""

    minutes: Annotated[int, Field(ge=1, le=30, strict=True)]
    """How long it takes."""
    text: MessageText
    """The words, with fields in braces that the kit fills in where it can, such as `{minutes}`, `{answer_days}` and
    `{contact}`."""


class OffLimits(Item):
    """A topic that has no place in an interview."""

    id: Id
    """Its name inside the kit."""
    topic: Text
    """What it is about."""
    examples: Text
    """How it tends to come up."""
    ask_instead: Text
    """What may be asked about the job itself, where there is such a thing."""
    redirect: Text
    """The sentence that leads the talk back when the candidate brings it up."""


class RatingError(Item):
    """A way in which ratings go wrong."""

    id: Id
    """Its name inside the kit."""
    name: Text
    """What it is called."""
    sign: Text
    """How it shows."""
    remedy: Text
    """What to do about it."""


class Recommendation(Part):
    """One of the overall recommendations that an interviewer chooses from."""

    id: Id
    """Its name inside the kit."""
    name: Text
    """Its name."""
    meaning: Text
    """When to choose it."""
    otherwise: bool = False
    """Whether it is the one to choose when none of the others fits, so that there is one for every candidate."""


class Interviewing(Sectioned):
    """What holds for every interview of the kit."""

    of_sections: ClassVar[KeysBySection] = {Section.DEBRIEF: ("debrief",)}

    reasons: tuple[Statement, ...] = ()
    """Why interviews are held this way."""
    opening: Script
    """How an interview begins."""
    candidate_questions: Script
    """How the candidate's own questions are invited, after the last question."""
    closing: Script
    """How it ends."""
    screening: tuple[ScreeningItem, ...] = ()
    """What stages may ask and record without rating it: pay range, notice, place and days, right to work."""
    neutral_probes: tuple[Text, ...] = ()
    """Follow-up questions that may be asked after any question, such as “What was your own part?”."""
    situational_follow_up: Text | None = None
    """What is asked after every situational question: whether the candidate has met such a situation."""
    follow_up_minutes: Annotated[int, Field(ge=1, le=30, strict=True)] | None = None
    """How long that takes, beyond the minutes of the question itself."""
    conduct: tuple[Statement, ...]
    """How interviewers behave."""
    off_limits: tuple[OffLimits, ...]
    """What not to ask."""
    rating_errors: tuple[RatingError, ...]
    """How ratings go wrong."""
    rating_rules: tuple[Statement, ...]
    """How ratings are made."""
    recommendations: Annotated[tuple[Recommendation, ...], Field(min_length=2)]
    """The overall recommendations, from the most to the least favourable."""
    debrief: tuple[Statement, ...]
    """The agenda of the debrief, step by step."""
    work_samples: tuple[Statement, ...]
    """How work samples are given and scored."""
    work_sample_opening: Text | None = None
    """What is read out when an exercise is handed over: what may be used, and when the clock starts."""
    work_sample_notice: Text | None = None
    """The line on every handout that says what becomes of the work: it is used for the rating alone."""
    device_days: Annotated[int, Field(ge=1, le=365, strict=True)] = 30
    """For how many days a browser keeps a scorecard that nobody changes; it is deleted there afterwards."""
    technology: tuple[Statement, ...] = ()
    """What holds for artificial intelligence, note-takers, recording and automated screening, on both sides."""
    training: Training | None = None
    """The hour in which interviewers learn to rate alike, before their first interview."""
    pay_rule: tuple[Statement, ...] = ()
    """How ratings lead to a place in the pay band of a level, step by step."""
    references: tuple[Text, ...] = ()
    """What a referee is asked, after the candidate has agreed, in a kit without the form `hiring.references`."""
    logistics: tuple[Statement, ...]
    """Notice, answers, rooms, connections."""
    accommodation: Text
    """How a candidate asks for an adjustment."""
    equal_opportunity: Text
    """The equal-opportunity statement."""
    development: Text
    """How the questions came about, and how to test new ones."""

    def minutes_for(self, question: Question) -> int:
        """Return how long a question takes with all that is asked after it."""
        follows = question.kind is QuestionKind.SITUATIONAL and self.situational_follow_up is not None
        return question.minutes + (self.follow_up_minutes or 0 if follows else 0)
