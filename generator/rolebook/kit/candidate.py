"""What a candidate is given in an interview: the wall inside the wall.

A question knows what is hidden in its handout, how it is scored and how answers to it read. The handout itself is
copied out of it here, field by field; the files that a candidate gets are made from a `CandidateHandout`, and so can't
reach a key, a planted fault, an anchor, a probe or a model answer.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from rolebook.kit.about import Paper
from rolebook.kit.brand import Brand
from rolebook.kit.fonts import Fonts
from rolebook.kit.handouts import Handout, HandoutBlock, WordLimit
from rolebook.kit.interviews import Stage
from rolebook.kit.kit import Kit
from rolebook.kit.text import Text


@dataclass(frozen=True, kw_only=True)
class CandidateHandout:
    """What a candidate is given to work on, and what stands on each sheet of it.

    Attributes:
        title: Its title.
        minutes: How long the candidate works on it.
        words: The most words that a written answer may have, if there is such a limit.
        notice: The kit's own sentence on what the work is for; None for the usual one.
        blocks: What is on it.
        role: The title of the role.
        stage: The name of the interview, as candidates read it.
        organisation: Who hires.
        version: The kit's version, and the day of it.
        updated: That day.
        paper: The paper that it is printed on.
        fonts: The fonts of the kit's own that it is set in.
        drafts: The tags of the languages in which texts may be missing.
    """

    title: Text
    minutes: int
    words: WordLimit | None
    notice: Text | None
    blocks: tuple[HandoutBlock, ...]
    role: Text
    stage: Text
    organisation: Text
    version: str
    updated: date
    paper: Paper
    fonts: tuple[Fonts, ...]
    brand: Brand | None
    drafts: tuple[str, ...]


def candidate_handout(kit: Kit, role_id: str, stage_id: str, name: str) -> CandidateHandout:
    """Return what the candidate for a role is given in a stage.

    Args:
        kit: The kit.
        role_id: The role.
        stage_id: The stage.
        name: The name of the handout's files, as `handouts` has it.

    Raises:
        KeyError: There is no such handout.
    """
    role, about = kit.role(role_id), kit.about
    stage = {stage.id: stage for stage in role.interview}[stage_id]
    handout = handouts(kit, stage)[name]
    return CandidateHandout(
        title=handout.title,
        minutes=handout.minutes,
        words=handout.words,
        notice=kit.interviewing.work_sample_notice,
        blocks=handout.blocks,
        role=role.title,
        stage=stage.name,
        organisation=about.organisation,
        version=about.version,
        updated=about.updated,
        paper=about.paper,
        fonts=about.fonts,
        brand=about.brand,
        drafts=about.drafts,
    )


def handouts(kit: Kit, stage: Stage) -> Mapping[str, Handout]:
    """Return the handouts of a stage by the name of their files, which is their question's, in the order of asking."""
    asked = ((reference, kit.question(reference)[1].candidate_handout) for reference in stage.questions)
    return {handout_name(stage, reference): handout for reference, handout in asked if handout is not None}


def handout_name(stage: Stage, reference: str) -> str:
    """Return the name of a handout's files: the question's, and its skill's before it where two are called the same."""
    skill_id, question_id = reference.split("/")
    alike = {other for other in stage.questions if other.endswith(f"/{question_id}")}
    return question_id if len(alike) == 1 else f"{skill_id}--{question_id}"
