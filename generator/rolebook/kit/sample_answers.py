"""Sample answers: answers to a skill's questions that interviewers rate to practise, and the level that each shows."""

from __future__ import annotations

from rolebook.kit.item import Part
from rolebook.kit.rating_scale import Level
from rolebook.kit.references import Id
from rolebook.kit.text import Text


class SampleAnswer(Part):
    """An answer as a candidate would say it, with the level that the anchors give it, for interviewers only."""

    id: Id
    """Its name, unique within the skill; it says what the answer tells of, and gives no level away."""
    question: Id
    """The question of this skill that it answers."""
    level: Level
    """The level that the anchors give it."""
    answer: Text
    """The answer as a candidate would say it, what is said to the probes included: about 120 words."""
    because: Text
    """Why it is at that level, by the anchors: what was shown, and what the next level would have needed."""
