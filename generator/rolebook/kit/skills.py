"""Skills: what each is, how each level of it looks, and the questions that show it."""

from __future__ import annotations

from typing import Annotated, Self

from pydantic import Field, ValidationInfo, model_validator
from pydantic_core import PydanticCustomError

from rolebook.kit.item import Item, Part, find
from rolebook.kit.questions import Question
from rolebook.kit.rating_scale import MOST_LEVELS
from rolebook.kit.references import Id, ValidationContext
from rolebook.kit.sample_answers import SampleAnswer
from rolebook.kit.text import Text


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
    sample_answers: tuple[SampleAnswer, ...] = ()
    """Answers to its questions that interviewers rate to practise: three or more, at different levels."""

    @model_validator(mode="after")
    def _samples_answer_its_questions(self) -> Self:
        known = {question.id for question in self.questions}
        for number, sample in enumerate(self.sample_answers):
            if sample.question not in known:
                raise PydanticCustomError(
                    "unknown_sample_question", "{id}", {"id": sample.question, "skill": self.id, "index": number}
                )
        return self

    def question(self, question_id: str) -> Question:
        """Return the question of an id; without one it is a LookupError, as for a sample answer."""
        return find(self.questions, "question", question_id)

    def sample(self, sample_id: str) -> SampleAnswer:
        """Return the sample answer of an id."""
        return find(self.sample_answers, "sample answer", sample_id)
