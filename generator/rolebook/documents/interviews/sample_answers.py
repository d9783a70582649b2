"""Sample answers: what candidates said, to be rated first, and the key with the level and the reason."""

from __future__ import annotations

from collections.abc import Iterator

from rolebook.documents.blocks import Block, Callout, Definitions, Folded, Heading, Kind, Paragraph, Run, Target, words
from rolebook.documents.internal_edition import InternalEdition
from rolebook.kit.sample_answers import SampleAnswer
from rolebook.kit.skills import Skill


def sample_answer(
    edition: InternalEdition, skill: Skill, sample: SampleAnswer, title: str, anchor: str
) -> Iterator[Block]:
    """A question, and one answer to it, without its level."""
    asked, said = skill.question(sample.question).text, sample.answer
    yield Heading(title, anchor, 3)
    yield Callout("note", edition.text(asked), (Paragraph(words(edition.text(said))),))


def sample_key(edition: InternalEdition, skill: Skill, sample: SampleAnswer) -> Definitions:
    """The level of an answer, the anchor that gives it, and the reason."""
    _ = edition.gettext
    return Definitions(
        (
            (words(_("Level")), (Run(edition.level(sample.level), strong=True),)),
            (words(_("Anchor")), words(edition.text(skill.anchors.at(sample.level)))),
            (words(_("Reason")), words(edition.text(sample.because))),
        )
    )


def practice(edition: InternalEdition, skill: Skill, *, folded: bool) -> Iterator[Block]:
    """All sample answers of a skill, to be rated before their keys are read.

    Args:
        edition: The kit in a language.
        skill: The skill.
        folded: Whether each answer is folded with its own key, as on a page, or all keys stand together after the last
            answer, as on paper.
    """
    _ = edition.gettext
    if not skill.sample_answers:
        return
    yield Heading(_("Sample answers"), "sample-answers")
    yield Paragraph(words(_("Rate each answer by the anchors at the top before you look at its key.")))
    keys: list[Block] = []
    training = edition.kit.interviewing.training
    for number, sample in enumerate(skill.sample_answers, start=1):
        title, anchor = answer_title(edition, number), f"sample-{sample.id}"
        heading, *answer = sample_answer(edition, skill, sample, title, anchor)
        if training is not None and f"{skill.id}/{sample.id}" in training.samples:
            answer.append(_rated_in_training(edition))
        key = sample_key(edition, skill, sample)
        if folded:
            answer.append(Folded(f"{anchor}-key", _("Key: {answer}", answer=title), (key,)))
            asked = edition.text(skill.question(sample.question).text)
            yield Folded(anchor, title, tuple(answer), apart=False, about=asked, level=3)
        else:
            yield from (heading, *answer)
            keys.extend((Heading(title, f"{anchor}-key", 4), key))
    if keys:
        yield Folded(
            "sample-keys", _("Key to the sample answers: {skill}", skill=edition.text(skill.name)), tuple(keys)
        )


def _rated_in_training(edition: InternalEdition) -> Paragraph:
    """That an answer is one of those that everybody rates in the training."""
    _ = edition.gettext
    return Paragraph(
        (
            Run(_("This answer is rated in the ")),
            Run(_("training for interviewers"), Target(Kind.TRAINING)),
            Run(_(": do not read its key beforehand.")),
        )
    )


def answer_title(edition: InternalEdition, number: int, skill: Skill | None = None) -> str:
    """What a sample answer is called: its number, and its skill where there are several."""
    if skill is None:
        return edition.gettext("Answer {number}", number=number)
    return edition.gettext("Answer {number}: {skill}", number=number, skill=edition.text(skill.name))


def training_first(edition: InternalEdition) -> Paragraph:
    """The way to the training, for whoever has not done it."""
    _ = edition.gettext
    return Paragraph(
        (
            Run(_("Do the ")),
            Run(_("training for interviewers"), Target(Kind.TRAINING)),
            Run(_(": what each level means, and sample answers to rate.")),
        )
    )
