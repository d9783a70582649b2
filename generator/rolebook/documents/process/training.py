"""The training of interviewers: an hour in which they rate sample answers before they see the key."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import assert_never

from rolebook.documents.blocks import (
    Block,
    Definitions,
    Document,
    Folded,
    Heading,
    Inlines,
    Kind,
    Mark,
    Paragraph,
    RatingGrid,
    Run,
    Table,
    Target,
    TimePlan,
    words,
)
from rolebook.documents.internal_edition import InternalEdition
from rolebook.documents.interviews.rating_errors import rating_errors
from rolebook.documents.interviews.sample_answers import answer_title, sample_answer, sample_key
from rolebook.kit import Kit
from rolebook.kit.sample_answers import SampleAnswer
from rolebook.kit.skills import Skill
from rolebook.kit.training import Training, TrainingMaterial, TrainingPart

_SIDE_BY_SIDE = 3
"""Skills that find room beside each other on a sheet."""


def training_subjects(kit: Kit) -> tuple[str, ...]:
    """The one training of a kit; none where it has no such section."""
    return ("",) if kit.interviewing.training is not None else ()


def training(edition: InternalEdition, subject: str) -> Document:
    """The training of interviewers, for paper: its key stands on sheets of its own. It has no subject.

    Raises:
        LookupError: The kit has none.
    """
    return _document(edition, _sheets)


def training_page(edition: InternalEdition, subject: str) -> Document:
    """The page of the training: a step for each part, of which one is unfolded at a time, the first to begin with."""
    return replace(_document(edition, _steps), files_last=True)


def _document(edition: InternalEdition, write: Callable[[InternalEdition, Training], Iterator[Block]]) -> Document:
    hour, _ = edition.kit.interviewing.training, edition.gettext
    if hour is None:
        raise LookupError("This kit has no training.")
    return edition.document(
        Kind.TRAINING,
        title=_("Training for interviewers"),
        description=_("What to do before a first interview: learn what the levels mean, and rate sample answers."),
        blocks=tuple(write(edition, hour)),
        eyebrow=_("Internal"),
        trail=(edition.home(), Run(_("How we interview"), Target(Kind.INTERVIEWING))),
        searchable=False,
    )


def _sheets(edition: InternalEdition, hour: Training) -> Iterator[Block]:
    _ = edition.gettext
    yield Paragraph(
        words(
            _(
                "For everyone who is going to interview, in a group if possible. Everyone rates the sample answers "
                "alone. The key is at the end, on sheets of its own: open it when everyone has rated."
            )
        ),
        lead=True,
    )
    yield Heading(_("Agenda"), "agenda")
    yield TimePlan(_("Agenda, in minutes from the start"), tuple(_agenda(edition, hour)))
    for part, materials in _parts(hour):
        minutes = Mark(edition.minutes(part.minutes), "muted")
        yield Heading(edition.text(part.title), f"part-{part.id}", marks=(minutes,))
        yield edition.statements(part.text, ordered=True)
        for material in materials:
            yield from _material(edition, hour, material)
    yield from _left(edition, hour)
    yield Folded("key", _("Key: open it once everyone has rated"), tuple(_key(edition, hour)))


def _steps(edition: InternalEdition, hour: Training) -> Iterator[Block]:
    _ = edition.gettext
    length, key = (
        edition.minutes(hour.minutes),
        Folded("key", _("Key: open it once everyone has rated"), tuple(_key(edition, hour))),
    )
    yield Paragraph(
        words(
            _(
                "{minutes}, in a group if possible. One of you keeps the time. Everyone rates alone, before anyone "
                "opens the key. All you need is this page, and paper for notes.",
                minutes=length,
            )
        ),
        lead=True,
    )
    start, rated = 0, False
    for number, (part, materials) in enumerate(_parts(hour), start=1):
        blocks: list[Block] = [edition.statements(part.text, ordered=True)]
        for material in materials:
            blocks.extend(_material(edition, hour, material))
        if rated:
            blocks.append(key)
        rated = TrainingMaterial.SAMPLES in materials
        if number < len(hour.parts):
            following = hour.parts[number]
            said = _("Next: {step}", step=edition.text(following.title))
            blocks.append(Paragraph((Run(said, Target(Kind.TRAINING, "", f"part-{following.id}")),)))
        end = start + part.minutes
        about = [_("minutes {start}–{end}", start=edition.language.number(start), end=edition.language.number(end))]
        if rated:
            about.insert(0, edition.language.ngettext("{n} answer to rate", "{n} answers to rate", len(hour.samples)))
        yield Folded(
            f"part-{part.id}",
            edition.text(part.title),
            tuple(blocks),
            apart=False,
            about=" · ".join(about),
            begins_open=number == 1,
            level=2,
            step=number,
            minutes=(start, end, hour.minutes),
        )
        start = end
    yield from _left(edition, hour)
    if rated or not any(TrainingMaterial.SAMPLES in part.shows for part in hour.parts):
        yield key


def _parts(hour: Training) -> Iterator[tuple[TrainingPart, tuple[TrainingMaterial, ...]]]:
    """Each part with its material: what two parts work with stands with the first of them."""
    shown = set[TrainingMaterial]()
    for part in hour.parts:
        yield part, tuple(material for material in dict.fromkeys(part.shows) if material not in shown)
        shown.update(part.shows)


def _left(edition: InternalEdition, hour: Training) -> Iterator[Block]:
    """The material that no part works with."""
    shown = {material for part in hour.parts for material in part.shows}
    left = [material for material in TrainingMaterial if material not in shown]
    if left:
        yield Heading(edition.gettext("Material"), "material")
    for material in left:
        yield from _material(edition, hour, material)


def _agenda(edition: InternalEdition, hour: Training) -> Iterator[tuple[int, int, Inlines]]:
    start = 0
    for part in hour.parts:
        yield (
            start,
            start + part.minutes,
            (Run(edition.text(part.title), Target(Kind.TRAINING, "", f"part-{part.id}")),),
        )
        start += part.minutes
    if start < hour.minutes:
        yield start, hour.minutes, words(edition.gettext("In reserve, for questions"))


def _material(edition: InternalEdition, hour: Training, material: TrainingMaterial) -> Iterator[Block]:
    """What a part of the training works with."""
    _ = edition.gettext
    match material:
        case TrainingMaterial.SCALE:
            yield Heading(_("The rating scale"), "scale", 3)
            yield Definitions(
                tuple(
                    (words(edition.level(step.level)), words(edition.text(step.meaning)))
                    for step in edition.kit.about.rating_scale
                )
            )
        case TrainingMaterial.ANCHORS:
            skills = tuple({skill.id: skill for skill, _sample in _samples(edition, hour)}.values())
            yield Heading(_("What a person at each level says and does"), "anchors", 3)
            for begin in range(0, len(skills), _SIDE_BY_SIDE):
                yield _anchors(edition, skills[begin : begin + _SIDE_BY_SIDE])
        case TrainingMaterial.RATING_ERRORS:
            yield rating_errors(edition)
        case TrainingMaterial.SAMPLES:
            for number, (skill, sample) in enumerate(_samples(edition, hour), start=1):
                anchor = f"sample-{number}"
                yield from sample_answer(edition, skill, sample, answer_title(edition, number, skill), anchor)
                yield RatingGrid(
                    f"{anchor}-rating",
                    edition.skill(skill.id),
                    edition.text(skill.definition),
                    (),
                    edition.anchors(skill),
                )
        case _:
            assert_never(material)


def _anchors(edition: InternalEdition, skills: tuple[Skill, ...]) -> Table:
    """The anchors of some skills side by side, a row for each level."""
    _ = edition.gettext
    return Table(
        _("What a person at each level says and does"),
        (_("Level"), *(edition.text(skill.name) for skill in skills)),
        (
            (words(_("What it is")), *(edition.backed(skill.definition, skill) for skill in skills)),
            *(
                (
                    words(edition.level(step.level)),
                    *(words(edition.text(skill.anchors.texts[step.level - 1])) for skill in skills),
                )
                for step in edition.kit.about.rating_scale
            ),
        ),
    )


def _samples(edition: InternalEdition, hour: Training) -> tuple[tuple[Skill, SampleAnswer], ...]:
    return tuple(map(edition.kit.sample_answer, hour.samples))


def _key(edition: InternalEdition, hour: Training) -> Iterator[Block]:
    for number, (skill, sample) in enumerate(_samples(edition, hour), start=1):
        yield Heading(answer_title(edition, number, skill), f"key-{number}", 3)
        yield sample_key(edition, skill, sample)
