"""Skills: what each is, how each level of it looks, and the questions that show it."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Annotated, Final, Self

from pydantic import AfterValidator, Discriminator, Field, Tag, ValidationInfo, model_validator
from pydantic_core import PydanticCustomError

from rolebook.kit.handouts import Handout
from rolebook.kit.item import Item, Part
from rolebook.kit.keys import Key, ModelAnswers
from rolebook.kit.references import Id, ValidationContext
from rolebook.kit.text import Text

FEWEST_LEVELS: Final = 3
"""With two levels a scale says yes or no, and tells candidates apart no further."""
MOST_LEVELS: Final = 7
"""With more levels, raters no longer tell neighbouring ones apart."""

ScaleLevel = Annotated[int, Field(ge=1, le=MOST_LEVELS, strict=True)]
"""The number of a level on some rating scale."""


def _on_the_scale(level: int, info: ValidationInfo) -> int:
    """Check that the kit's rating scale has a level."""
    highest = ValidationContext.of(info).highest_level
    if highest is not None and level > highest:
        raise PydanticCustomError("beyond_scale", "{level}", {"level": level, "highest": highest})
    return level


Level = Annotated[ScaleLevel, AfterValidator(_on_the_scale)]
"""The number of a level on the kit's own rating scale."""


class RatingLevel(Part):
    """One level of the kit's rating scale."""

    level: ScaleLevel
    """Its number; 1 is the lowest."""
    name: Text
    """Its name."""
    meaning: Text
    """What a rating at this level says of a candidate, whatever the skill."""


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
    """What is asked of people who have not met the situation that a behavioural question asks about."""
    listen_for: ListenFor
    """What the answers sound like, as an aid to rating."""
    reads_as: ReadsAs | None = None
    """The level that a strong, a mixed and a weak answer come close to; not needed where a key has levels."""
    reaches: Level | None = None
    """The highest level that an answer to this question and its probes can show; without it, any level."""

    @property
    def candidate_handout(self) -> Handout | None:
        """Return what the candidate is given; None where there is nothing, or only a note to interviewers."""
        return self.handout if isinstance(self.handout, Handout) else None

    @property
    def material(self) -> Text | None:
        """Return the note to interviewers on the material to prepare, where a text stands for the handout."""
        return self.handout if isinstance(self.handout, Text) else None


class Anchors(Part):
    """What a person at each level of one skill says and does: one anchor for each level of the rating scale."""

    level_1: Annotated[Text, Field(alias="1")]
    """What a person at level 1 says and does."""
    level_2: Annotated[Text, Field(alias="2")]
    """What a person at level 2 says and does."""
    level_3: Annotated[Text, Field(alias="3")]
    """What a person at level 3 says and does."""
    level_4: Annotated[Text | None, Field(alias="4")] = None
    """What a person at level 4 says and does, on a scale that has it."""
    level_5: Annotated[Text | None, Field(alias="5")] = None
    """What a person at level 5 says and does, on a scale that has it."""
    level_6: Annotated[Text | None, Field(alias="6")] = None
    """What a person at level 6 says and does, on a scale that has it."""
    level_7: Annotated[Text | None, Field(alias="7")] = None
    """What a person at level 7 says and does, on a scale that has it."""

    @model_validator(mode="after")
    def _one_for_each_level(self, info: ValidationInfo) -> Self:
        highest = ValidationContext.of(info).highest_level
        if highest is None:
            return self
        written = {level for level in range(1, MOST_LEVELS + 1) if self._text(level) is not None}
        missing, beyond = set(range(1, highest + 1)) - written, written - set(range(1, highest + 1))
        if missing:
            raise PydanticCustomError("missing_anchor", "{level}", {"level": min(missing), "highest": highest})
        if beyond:
            raise PydanticCustomError("anchor_beyond_scale", "{level}", {"level": min(beyond), "highest": highest})
        return self

    def _text(self, level: int) -> Text | None:
        text: Text | None = getattr(self, f"level_{level}")
        return text

    @property
    def texts(self) -> tuple[Text, ...]:
        """Return the anchors of all levels, the lowest first."""
        texts = (self._text(level) for level in range(1, MOST_LEVELS + 1))
        return tuple(text for text in texts if text is not None)

    def at(self, level: int) -> Text:
        """Return the anchor of a level, counted from 1."""
        return self.texts[level - 1]


class Skill(Item):
    """Something a person can show in an interview and do at work."""

    id: Id
    """Its name; the address of its page."""
    name: Text
    """Its name, as people say it."""
    definition: Text
    """What it is, in one to three sentences."""
    anchors: Anchors
    """A behavioural anchor for each level of the rating scale."""
    questions: Annotated[tuple[Question, ...], Field(min_length=1)]
    """Its question bank."""

    def question(self, question_id: str) -> Question:
        """Find the question of an id.

        Raises:
            LookupError: The bank has none of that id.
        """
        for question in self.questions:
            if question.id == question_id:
                return question
        raise LookupError(f"The skill “{self.id}” has no question “{question_id}”.")
