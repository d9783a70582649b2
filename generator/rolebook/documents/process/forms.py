"""From intake to offer: every document of the hiring process in order, with who uses it and when."""

from __future__ import annotations

from collections.abc import Iterator

from rolebook.documents.blocks import (
    Block,
    Card,
    Cards,
    Document,
    Heading,
    Item,
    Kind,
    Listing,
    Mark,
    Paragraph,
    Run,
    Target,
)
from rolebook.documents.blocks import words as in_words
from rolebook.documents.internal_edition import InternalEdition
from rolebook.documents.process.hiring_line import hiring_line
from rolebook.documents.process.process_steps import ProcessStep, process_steps
from rolebook.documents.process.role_chooser import role_by_role
from rolebook.documents.role_bar import vacancy_states
from rolebook.kit import Kit
from rolebook.kit.roles import Role


def forms_subjects(kit: Kit) -> tuple[str, ...]:
    """The one page of a kit that has any of the documents around the interview."""
    hiring = kit.hiring
    return (
        ("",)
        if any((hiring.intake, hiring.references, hiring.decision, hiring.offer, hiring.screening, hiring.messages))
        else ()
    )


def form_subjects(kit: Kit) -> tuple[str, ...]:
    """The forms that each role has of its own, by the names of their kinds."""
    hiring = kit.hiring
    there = {
        Kind.INTAKE: hiring.intake,
        Kind.REFERENCE_CHECK: hiring.references,
        Kind.DECISION_RECORD: hiring.decision,
        Kind.OFFER_LETTER: hiring.offer,
        Kind.SCREENING_SHEET: hiring.screening if all(role.screening for role in kit.roles) else None,
        Kind.ONBOARDING_PLAN: hiring.onboarding if all(role.onboarding for role in kit.roles) else None,
    }
    return tuple(kind.value for kind, form in there.items() if form is not None)


def form(edition: InternalEdition, subject: str) -> Document:
    """One form of the process: who uses it, when, and where each role's is. `subject` is the name of its kind.

    Raises:
        StopIteration: The kit has no such form.
    """
    _ = edition.gettext
    step = next(step for step in process_steps(edition) if step.kind == subject)
    return edition.document(
        Kind.FORM,
        subject,
        title=step.name,
        description=_("{who}. {when}.", who=step.who, when=step.when),
        blocks=(
            Paragraph(in_words(_("{who}. {when}.", who=step.who, when=step.when)), lead=True),
            Cards(tuple(_row(edition, role, step) for role in edition.kit.roles_as_sought), rows=True),
        ),
        eyebrow=_("Internal"),
        searchable=False,
        trail=(edition.home(), Run(_("From intake to offer"), Target(Kind.FORMS))),
    )


def _row(edition: InternalEdition, role: Role, step: ProcessStep) -> Card:
    """A role's own copy of a form, with what has become of its vacancies."""
    states = tuple(vacancy_states(edition, role, at_every_level=False))
    marks = tuple(Mark(one.state, one.tone) for one in states)
    return Card(edition.sought(role), "", Target(step.kind, role.id), marks=marks)


def forms(edition: InternalEdition, subject: str) -> Document:
    """From intake to offer. It has no subject."""
    _ = edition.gettext
    return edition.document(
        Kind.FORMS,
        title=_("From intake to offer"),
        description=_("Every document of the hiring process in order: who uses it, and when."),
        blocks=tuple(_blocks(edition)),
        eyebrow=_("Internal"),
    )


def _blocks(edition: InternalEdition) -> Iterator[Block]:
    """The documents of the role that is chosen, in order."""
    _, kit, steps = edition.gettext, edition.kit, tuple(process_steps(edition))
    yield Paragraph(
        in_words(
            _("Choose a role, then open the form for your current step. What the kit knows is already filled in.")
        ),
        lead=True,
    )
    yield from role_by_role(edition, lambda role: hiring_line(edition, role, steps))
    shared = [Run(step.name, Target(Kind.FORM, step.kind.value)) for step in steps if step.kind in form_subjects(kit)]
    if kit.hiring.messages:
        shared.append(Run(_("Messages to candidates"), Target(Kind.MESSAGES)))
    yield Heading(_("One form, for every role"), "forms")
    yield Listing(tuple(Item((one,)) for one in shared))
