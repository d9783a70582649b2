"""The intake form of a role: what is agreed before a posting is written, and the timeline."""

from __future__ import annotations

from collections.abc import Iterator

from rolebook.documents.blocks import (
    Block,
    Callout,
    Definitions,
    Document,
    Fields,
    Folded,
    Heading,
    Kind,
    Mark,
    Paragraph,
    Run,
    Table,
    words,
)
from rolebook.documents.internal_edition import InternalEdition
from rolebook.documents.process.filled import answers, signatures, to_fill_in
from rolebook.documents.process.process_steps import filled_in
from rolebook.documents.process.timeline import timeline
from rolebook.documents.role_bar import role_bar
from rolebook.documents.roles.levels import other_levels
from rolebook.kit import Kit
from rolebook.kit.hiring import Intake
from rolebook.kit.roles import Role


def intake_subjects(kit: Kit) -> tuple[str, ...]:
    """The roles that have such a form: all, or none where the kit has no intake."""
    return tuple(role.id for role in kit.roles_as_sought) if kit.hiring.intake is not None else ()


def intake(edition: InternalEdition, subject: str) -> Document:
    """The intake form of the role whose id is `subject`.

    Raises:
        LookupError: The kit has none.
    """
    form, role, _ = edition.kit.hiring.intake, edition.kit.role(subject), edition.gettext
    if form is None:
        raise LookupError("This kit has no intake form.")
    title = edition.sought(role)
    return edition.document(
        Kind.INTAKE,
        role.id,
        title=_("Intake form: {role}", role=title),
        description=_("What the hiring manager and the recruiter agree on before they look for {role}.", role=title),
        blocks=(
            *other_levels(edition, role, Kind.INTAKE),
            *_blocks(edition, role, form),
        ),
        eyebrow=_("Internal"),
        searchable=False,
        trail=edition.role_trail(),
        bar=role_bar(edition, role, Kind.INTAKE),
        form=filled_in(edition, role, Kind.INTAKE),
    )


def _blocks(edition: InternalEdition, role: Role, form: Intake) -> Iterator[Block]:
    _ = edition.gettext
    yield Paragraph(
        words(
            _(
                "For the hiring manager and the recruiter, in one meeting of {minutes} before anything is published.",
                minutes=edition.minutes(form.minutes),
            )
        ),
        lead=True,
    )
    yield Heading(_("The vacancy"), "vacancy")
    for block in to_fill_in(edition, role, form.fields):
        yield block if isinstance(block, Fields) else _known(edition, block)
    yield Heading(_("What the role requires"), "must-haves")
    yield _must_haves(edition, role)
    if role.levels:
        yield _levels(edition, role)
    yield Heading(_("How candidates are assessed"), "stages")
    yield _stages(edition, role)
    yield from _promises(edition)
    yield Heading(_("For discussion"), "questions")
    yield from answers(edition, form.questions)
    yield from timeline(edition, role)
    yield Heading(_("Approval"), "approval")
    yield signatures(edition, _("Who approves the vacancy"), form.approvals)


def _known(edition: InternalEdition, values: Definitions) -> Folded:
    """What the kit knows of the vacancy, to be checked."""
    title = edition.gettext("From the kit: check these details")
    return Folded("known", title, (values,), apart=False, level=3, begins_open=True)


def _must_haves(edition: InternalEdition, role: Role) -> Table:
    """The must-haves with the level needed and what that looks like, to be agreed on one by one."""
    _, kit = edition.gettext, edition.kit
    needs = [need for need in role.needs if need.must_have]
    return Table(
        _("Must-haves, required on day one"),
        (_("Must-have"), _("Level"), _("What that looks like"), _("Agreed")),
        tuple(
            (
                (edition.skill(need.skill),),
                words(edition.level(need.level)),
                words(edition.text(kit.skill(need.skill).anchors.texts[need.level - 1])),
                (),
            )
            for need in needs
        ),
        entries=(3,),
        room=(16,),
        options=((3, (_("Agreed"),)),),
    )


def _levels(edition: InternalEdition, role: Role) -> Table:
    _ = edition.gettext
    return Table(
        _("Levels of the role"),
        (_("Level"), _("Pay band"), _("Hire at this level")),
        tuple(
            (
                words(edition.text(level.name)),
                (
                    Run(edition.pay(level.pay) if level.pay else "–"),
                    *((Mark(_("Example"), "muted"),) if level.pay and level.pay.example else ()),
                ),
                (),
            )
            for level in role.levels
        ),
        entries=(2,),
        room=(16,),
        options=((2, (_("Hire at this level"),)),),
    )


def _stages(edition: InternalEdition, role: Role) -> Table:
    """The stages, with room for the names of those who interview."""
    _ = edition.gettext
    return Table(
        _("The stages of the interview"),
        (_("Stage"), _("Length"), _("Who interviews"), _("Names")),
        tuple(
            (
                words(edition.text(stage.name)),
                words(edition.minutes(stage.minutes)),
                edition.interviewers(edition.met(stage, role)),
                (),
            )
            for stage in role.interview
        ),
        entries=(3,),
        room=(46,),
    )


def _promises(edition: InternalEdition) -> Iterator[Block]:
    """What candidates are promised, which the timeline has to keep."""
    careers, ngettext = edition.kit.careers, edition.language.ngettext
    if careers is None:
        return
    notice = ngettext(
        "Candidates have the details of an interview at least {n} working day beforehand.",
        "Candidates have the details of an interview at least {n} working days beforehand.",
        careers.notice_working_days,
    )
    answer = ngettext(
        "They hear the outcome within {n} day of the last interview.",
        "They hear the outcome within {n} days of the last interview.",
        careers.answer_days,
    )
    yield Callout("note", edition.gettext("What candidates are promised"), (Paragraph(words(f"{notice} {answer}")),))
