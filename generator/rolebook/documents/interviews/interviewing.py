"""How interviews are held: what is the same for every role and every stage, by when it is needed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from rolebook.documents.blocks import (
    Block,
    Callout,
    Definitions,
    Document,
    Folded,
    Heading,
    Item,
    Kind,
    Listing,
    Paragraph,
    Run,
    Table,
    Target,
    words,
)
from rolebook.documents.internal_edition import InternalEdition
from rolebook.documents.interviews.next_interview import interviews, lists_every_role
from rolebook.documents.interviews.rating import technology_heading
from rolebook.documents.interviews.rating_errors import rating_errors
from rolebook.documents.process.jurisdictions import prescribed
from rolebook.kit.item import Statement
from rolebook.kit.jurisdictions import Topic
from rolebook.kit.law import held_on
from rolebook.kit.sections import Section
from rolebook.kit.text import Text

_NAMED: Final = 4
"""Things that the line beneath a title names at most."""
_SENTENCE: Final = re.compile(r"(?<=[.!?؟。])\s")
"""Where a sentence ends and another begins."""


def interviewing(edition: InternalEdition, subject: str) -> Document:
    """How interviews are held, for paper: all of the handbook. It has no subject."""
    blocks: list[Block] = []
    for title, anchor, chapters in _parts(edition):
        blocks.append(Heading(title, anchor))
        for chapter in chapters:
            blocks.extend((Heading(chapter.title, chapter.anchor, 3), *chapter.blocks))
    return _document(edition, blocks)


def interviewing_page(edition: InternalEdition, subject: str) -> Document:
    """The page of how interviews are held: what an interviewer does next, then the handbook, folded."""
    blocks: list[Block] = [_next(edition)]
    for title, anchor, chapters in _parts(edition):
        blocks.append(Heading(title, anchor))
        blocks.extend(replace(chapter, apart=False, level=3) for chapter in chapters)
    return _document(edition, blocks)


def in_a_sentence(edition: InternalEdition) -> str:
    """What all rules for interviews come down to."""
    return edition.gettext(
        "The same questions, the same order, the same scale for everyone; ratings from notes, made alone, before any "
        "discussion."
    )


def _document(edition: InternalEdition, blocks: Iterable[Block]) -> Document:
    _ = edition.gettext
    return edition.document(
        Kind.INTERVIEWING,
        title=_("How we interview"),
        description=_("Conduct, what not to ask, rating, work samples and logistics."),
        blocks=(Paragraph(words(in_a_sentence(edition)), lead=True), *blocks),
    )


def _next(edition: InternalEdition) -> Callout:
    """What an interviewer does next: an interview, and before the first one, the training; then comes the debrief."""
    _, kit = edition.gettext, edition.kit
    training, links = kit.interviewing.training, list[Run]()
    if training is not None:
        minutes = edition.minutes(training.minutes)
        first = _("Before your first interview: training ({minutes})", minutes=minutes)
        links.append(Run(first, Target(Kind.TRAINING)))
    if kit.has(Section.DEBRIEF):
        links.append(Run(_("After the interviews: debrief"), Target(Kind.DEBRIEF)))
    if not lists_every_role(edition):
        links.append(Run(_("All roles"), Target(Kind.ROLES)))
    title = _("My next interview")
    blocks = (interviews(edition, title), *((_links(links),) if links else ()))
    return Callout("panel", title, blocks, "kits", _("For interviewers"))


def _links(runs: Iterable[Run]) -> Listing:
    return Listing(tuple(Item((run,)) for run in runs))


def _parts(edition: InternalEdition) -> Iterator[tuple[str, str, tuple[Folded, ...]]]:
    """The handbook by when it is needed: the title and the anchor of each part, and its chapters."""
    _ = edition.gettext
    for title, anchor, chapters in (
        (_("Before the interview"), "before", _before(edition)),
        (_("In the interview"), "during", _during(edition)),
        (_("After the interview"), "after", _after(edition)),
        (_("Why we interview like this"), "background", _background(edition)),
    ):
        yield (
            title,
            anchor,
            tuple(Folded(anchor, title, tuple(said), about=about) for title, anchor, about, said in chapters),
        )


_Chapters = Iterator[tuple[str, str, str, Iterable[Block]]]
"""The title of each chapter, its anchor, what it comes down to in a line, and what it says."""


def _first(edition: InternalEdition, texts: Iterable[Text]) -> str:
    """The first sentence of the first text: the rule that comes before the others."""
    return next((_SENTENCE.split(edition.text(text), maxsplit=1)[0] for text in texts), "")


def _some(edition: InternalEdition, names: Sequence[Text]) -> str:
    """The first names, and how many more there are."""
    said = [edition.text(name) for name in names[:_NAMED]]
    if more := len(names) - len(said):
        said.append(edition.language.ngettext("{n} more", "{n} more", more))
    return " · ".join(said)


def _before(edition: InternalEdition) -> _Chapters:
    _, rules = edition.gettext, edition.kit.interviewing

    def chapter(title: str, anchor: str, rules: Sequence[Statement]) -> tuple[str, str, str, Iterable[Block]]:
        return title, anchor, _first(edition, (rule.text for rule in rules)), (edition.statements(rules),)

    yield chapter(_("Logistics"), "logistics", rules.logistics)
    yield chapter(_("Work samples"), "work-samples", rules.work_samples)
    if rules.technology:
        yield chapter(technology_heading(edition), "technology", rules.technology)
    everyone = (rules.equal_opportunity, rules.accommodation)
    said = tuple(Paragraph(words(edition.text(text))) for text in everyone)
    yield _("Equal opportunity and adjustments"), "equal-opportunity", _first(edition, everyone), said


def _during(edition: InternalEdition) -> _Chapters:
    _, rules = edition.gettext, edition.kit.interviewing
    conduct = _first(edition, (rule.text for rule in rules.conduct))
    yield _("Conduct"), "conduct", conduct, (edition.statements(rules.conduct),)
    topics = _some(edition, [one.topic for one in rules.off_limits])
    yield _("What not to ask"), "off-limits", topics, _off_limits(edition)
    if rules.screening:
        many = edition.language.ngettext("{n} question", "{n} questions", len(rules.screening))
        yield _("Screening questions"), "screening", many, _screening(edition)
    if rules.neutral_probes:
        probes = edition.texts(rules.neutral_probes)
        yield _("May be asked after any question"), "neutral-probes", edition.text(rules.neutral_probes[0]), (probes,)
    if rules.situational_follow_up is not None:
        minutes = f" ({edition.minutes(rules.follow_up_minutes)})" if rules.follow_up_minutes else ""
        asked = f"{edition.text(rules.situational_follow_up)}{minutes}"
        about = _first(edition, (rules.situational_follow_up,))
        yield _("After every question about a situation"), "situational-follow-up", about, (Paragraph(words(asked)),)


def _after(edition: InternalEdition) -> _Chapters:
    _, kit = edition.gettext, edition.kit
    rules = kit.interviewing
    scale = ((words(edition.level(step.level)), words(edition.text(step.meaning))) for step in kit.about.rating_scale)
    rating = _first(edition, (rule.text for rule in rules.rating_rules))
    yield _("Rating"), "rating", rating, (edition.statements(rules.rating_rules), Definitions(tuple(scale)))
    errors = _some(edition, [error.name for error in rules.rating_errors])
    yield _("How ratings go wrong"), "rating-errors", errors, (rating_errors(edition),)
    choices = ((words(edition.text(one.name)), words(edition.text(one.meaning))) for one in rules.recommendations)
    named = _some(edition, [one.name for one in rules.recommendations])
    yield _("Overall recommendations"), "recommendations", named, (Definitions(tuple(choices)),)
    if kit.has(Section.DEBRIEF):
        compare = Paragraph((Run(_("Compare sealed scorecards and record the decision"), Target(Kind.DEBRIEF)),))
        begin = _first(edition, (rule.text for rule in rules.debrief))
        yield _("The debrief"), "debrief", begin, (edition.statements(rules.debrief, ordered=True), compare)
    form = kit.hiring.references
    questions = (*form.skill_questions, *form.questions) if form else rules.references
    if questions:
        many = edition.language.ngettext("{n} question", "{n} questions", len(questions))
        yield _("References"), "references", many, _references(edition, edition.texts(questions))


def _background(edition: InternalEdition) -> _Chapters:
    _, rules = edition.gettext, edition.kit.interviewing
    if rules.reasons:
        reason = _first(edition, (rule.text for rule in rules.reasons))
        yield _("What research says"), "reasons", reason, (edition.statements(rules.reasons),)
    begin = _first(edition, (rules.development,))
    yield _("Where the questions come from"), "development", begin, _development(edition)


def _off_limits(edition: InternalEdition) -> Iterator[Block]:
    _, rules = edition.gettext, edition.kit.interviewing
    yield Paragraph(
        words(
            _(
                "Some of this is forbidden by law in many countries, and none of it tells you who can do the "
                "job. This is advice, not legal advice: ask your legal counsel what applies where you hire."
            )
        )
    )
    yield Table(
        _("Topics that have no place in an interview"),
        (_("Topic"), _("How it comes up"), _("What may be asked"), _("How to redirect")),
        tuple(
            (
                edition.backed(topic.topic, topic),
                words(edition.text(topic.examples)),
                words(edition.text(topic.ask_instead)),
                words(edition.text(topic.redirect)),
            )
            for topic in rules.off_limits
        ),
        tuple(f"off-limits-{topic.id}" for topic in rules.off_limits),
    )
    yield from _jurisdictions(edition)


def _screening(edition: InternalEdition) -> Iterator[Block]:
    _, rules = edition.gettext, edition.kit.interviewing
    yield Paragraph(
        words(
            _(
                "Everyone is asked these in the stages that name them, and the answers are written down. They are "
                "not rated."
            )
        )
    )
    yield Table(
        _("What screening asks and records"),
        (_("Question"), _("What is written down")),
        tuple((words(edition.text(item.question)), words(edition.text(item.record))) for item in rules.screening),
        tuple(f"screening-{item.id}" for item in rules.screening),
    )


def _references(edition: InternalEdition, questions: Listing) -> Iterator[Block]:
    """What referees are asked, and the form of the reference check, where the kit has one."""
    _ = edition.gettext
    yield Paragraph(words(_("Only with the candidate's consent, after the last stage, and the same for everyone:")))
    yield questions
    if edition.kit.hiring.references:
        yield Paragraph((Run(_("From intake to offer"), Target(Kind.FORMS)),))


def _development(edition: InternalEdition) -> Iterator[Block]:
    """How many of the questions in use have been piloted."""
    _ = edition.gettext
    asked = [one for skill in edition.kit.skills for one in skill.questions if one.retired is None]
    piloted = sum(bool(question.pilots) for question in asked)
    yield Paragraph(words(edition.text(edition.kit.interviewing.development)))
    if not piloted:
        yield Paragraph(words(_("No pilot of a question has been recorded yet.")))
        return
    yield Paragraph(
        words(
            _(
                "Questions in use that have been piloted: {piloted} of {total}. What was learnt is under each of them, "
                "on the page of its skill.",
                piloted=str(piloted),
                total=str(len(asked)),
            )
        )
    )


def _jurisdictions(edition: InternalEdition) -> Iterator[Block]:
    """What the jurisdictions that the kit follows forbid to ask, each with its source."""
    for profile in edition.kit.followed():
        rules = [rule for rule in held_on(profile, edition.kit.today) if rule.topic is Topic.QUESTIONS]
        if rules:
            yield Heading(
                edition.gettext("What may not be asked: {place}", place=edition.in_any_language(profile.name)),
                f"off-limits-{profile.id}",
                4,
            )
            yield prescribed(edition, rules)
