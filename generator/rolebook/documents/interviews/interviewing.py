"""How interviews are held: what is the same for every role and every stage."""

from __future__ import annotations

from collections.abc import Iterator

from rolebook.documents.blocks import (
    Block,
    Callout,
    Card,
    Cards,
    Definitions,
    Document,
    Heading,
    Kind,
    Paragraph,
    Run,
    Table,
    Target,
    words,
)
from rolebook.documents.internal_edition import InternalEdition
from rolebook.documents.interviews.rating import technology_heading
from rolebook.documents.interviews.rating_errors import rating_errors
from rolebook.documents.interviews.sample_answers import training_first
from rolebook.documents.process.jurisdictions import prescribed
from rolebook.documents.roles.overview import FEW, family_cards
from rolebook.kit.jurisdictions import Topic
from rolebook.kit.law import held_on
from rolebook.kit.sections import Section


def interviewing(edition: InternalEdition, subject: str) -> Document:
    """How interviews are held. It has no subject."""
    kit, _ = edition.kit, edition.gettext
    rules = kit.interviewing
    return edition.document(
        Kind.INTERVIEWING,
        title=_("How we interview"),
        description=_("Conduct, what not to ask, rating, work samples and logistics."),
        blocks=(
            Paragraph(
                words(
                    _(
                        "The same questions, the same order, the same scale for everyone; ratings from notes, made "
                        "alone, before any discussion."
                    )
                ),
                lead=True,
            ),
            edition.statements(rules.reasons),
            *_training(edition),
            Heading(_("Open a kit"), "kits"),
            _kits(edition),
            Heading(_("Conduct"), "conduct"),
            edition.statements(rules.conduct),
            *_asking(edition),
            Heading(_("What not to ask"), "off-limits"),
            Paragraph(
                words(
                    _(
                        "Some of this is forbidden by law in many countries, and none of it tells you who can do the "
                        "job. This is advice, not legal advice: ask your legal counsel what applies where you hire."
                    )
                )
            ),
            Table(
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
            ),
            *_jurisdictions(edition),
            Heading(_("Rating"), "rating"),
            edition.statements(rules.rating_rules),
            Definitions(
                tuple(
                    (words(edition.level(step.level)), words(edition.text(step.meaning)))
                    for step in kit.about.rating_scale
                )
            ),
            Heading(_("How ratings go wrong"), "rating-errors"),
            rating_errors(edition),
            Heading(_("Overall recommendations"), "recommendations"),
            Definitions(
                tuple(
                    (words(edition.text(choice.name)), words(edition.text(choice.meaning)))
                    for choice in rules.recommendations
                )
            ),
            *_debrief(edition),
            Heading(_("Work samples"), "work-samples"),
            edition.statements(rules.work_samples),
            *_references(edition),
            *_technology(edition),
            Heading(_("Logistics"), "logistics"),
            edition.statements(rules.logistics),
            Callout("note", _("Adjustments"), (Paragraph(words(edition.text(rules.accommodation))),)),
            Callout("note", _("Equal opportunity"), (Paragraph(words(edition.text(rules.equal_opportunity))),)),
            *_development(edition),
        ),
    )


def _development(edition: InternalEdition) -> Iterator[Block]:
    """Where the questions come from, and how many of those in use have been piloted."""
    _ = edition.gettext
    asked = [one for skill in edition.kit.skills for one in skill.questions if one.retired is None]
    piloted = sum(bool(question.pilots) for question in asked)
    yield Heading(_("Where the questions come from"), "development")
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


def _training(edition: InternalEdition) -> Iterator[Block]:
    """The way to the training, if the kit has one."""
    if edition.kit.interviewing.training is not None:
        yield Callout("note", edition.gettext("Before your first interview"), (training_first(edition),))


def _asking(edition: InternalEdition) -> Iterator[Block]:
    """What may be asked beside a stage's questions and probes: screening, neutral probes, the situational follow-up."""
    _, rules = edition.gettext, edition.kit.interviewing
    if rules.screening:
        yield Heading(_("Screening questions"), "screening")
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
    if rules.neutral_probes:
        yield Heading(_("May be asked after any question"), "neutral-probes")
        yield edition.texts(rules.neutral_probes)
    if rules.situational_follow_up is not None:
        yield Heading(_("After every question about a situation"), "situational-follow-up")
        minutes = f" ({edition.minutes(rules.follow_up_minutes)})" if rules.follow_up_minutes else ""
        yield Paragraph(words(f"{edition.text(rules.situational_follow_up)}{minutes}"))


def _references(edition: InternalEdition) -> Iterator[Block]:
    """What referees are asked: on the form of the reference check, where the kit has one."""
    _, kit = edition.gettext, edition.kit
    form = kit.hiring.references
    questions = (*form.skill_questions, *form.questions) if form else kit.interviewing.references
    if not questions:
        return
    yield Heading(_("References"), "references")
    yield Paragraph(words(_("Only with the candidate's consent, after the last stage, and the same for everyone:")))
    yield edition.texts(questions)
    if form:
        yield Paragraph((Run(_("From intake to offer"), Target(Kind.FORMS, "", "roles")),))


def _technology(edition: InternalEdition) -> Iterator[Block]:
    if edition.kit.interviewing.technology:
        yield Heading(technology_heading(edition), "technology")
        yield edition.statements(edition.kit.interviewing.technology)


def _debrief(edition: InternalEdition) -> Iterator[Block]:
    if edition.kit.has(Section.DEBRIEF):
        _ = edition.gettext
        yield Heading(_("The debrief"), "debrief")
        yield edition.statements(edition.kit.interviewing.debrief, ordered=True)
        yield Paragraph((Run(_("Compare sealed scorecards and record the decision"), Target(Kind.DEBRIEF)),))


def _jurisdictions(edition: InternalEdition) -> Iterator[Block]:
    """What the jurisdictions that the kit follows forbid to ask, each with its source."""
    for profile in edition.kit.followed():
        rules = [rule for rule in held_on(profile, edition.kit.today) if rule.topic is Topic.QUESTIONS]
        if rules:
            yield Heading(
                edition.gettext("What may not be asked: {place}", place=edition.in_any_language(profile.name)),
                f"off-limits-{profile.id}",
                3,
            )
            yield prescribed(edition, rules)


def _kits(edition: InternalEdition) -> Cards:
    """The way into each role's kit, or, where there are many, to the roles."""
    roles = edition.kit.roles
    if len(roles) > FEW:
        return family_cards(edition)
    return Cards(
        tuple(
            Card(edition.text(role.title), edition.text(role.summary), Target(Kind.INTERVIEW_KIT, role.id))
            for role in roles
        )
    )
