"""Messages to the candidates of a vacancy, ready to be sent but for what only their sender knows."""

from __future__ import annotations

from collections.abc import Iterator

from rolebook.documents.blocks import (
    Block,
    Chooser,
    ChooserEntry,
    Document,
    Heading,
    Kind,
    Message,
    Paragraph,
    words,
)
from rolebook.documents.internal_edition import InternalEdition
from rolebook.documents.messages import Known, wording
from rolebook.documents.privacy import privacy, retention
from rolebook.documents.role_bar import role_bar
from rolebook.documents.roles.levels import other_levels
from rolebook.kit import Kit
from rolebook.kit.careers import Careers
from rolebook.kit.fields import OF_A_STAGE, KnownField, fields_in
from rolebook.kit.interviews import Stage
from rolebook.kit.messages import CandidateMessage, MessagePhase
from rolebook.kit.roles import Role
from rolebook.kit.vacancies import Vacancy, vacancies_of


def candidate_messages_subjects(kit: Kit) -> tuple[str, ...]:
    """The roles whose candidates there are messages to: all, if the kit has messages."""
    return tuple(role.id for role in kit.roles_as_sought) if kit.hiring.messages else ()


def candidate_messages(edition: InternalEdition, subject: str) -> Document:
    """The messages to the candidates of the role whose id is `subject`."""
    role, _ = edition.kit.role(subject), edition.gettext
    return edition.document(
        Kind.CANDIDATE_MESSAGES,
        role.id,
        title=_("Messages: {role}", role=edition.sought(role)),
        description=_("What candidates are told from the receipt of their application to the first day of work."),
        blocks=tuple(_blocks(edition, role)),
        eyebrow=_("Internal"),
        trail=edition.role_trail(),
        bar=role_bar(edition, role, Kind.CANDIDATE_MESSAGES),
        searchable=False,
    )


def _blocks(edition: InternalEdition, role: Role) -> Iterator[Block]:
    _ = edition.gettext
    yield from other_levels(edition, role, Kind.CANDIDATE_MESSAGES)
    yield Paragraph(
        words(_("Fill in what is in brackets, then copy the message.")),
        lead=True,
    )
    yield _chooser(edition, role)
    known = known_for(edition, role)
    for message in edition.kit.hiring.messages:
        yield Heading(edition.text(message.name), message.id)
        yield Paragraph(words(edition.text(message.when)))
        notes = (edition.statements(message.notes),) if message.notes else ()
        sender = _contact(edition, role) if message.sent_by_contact else ""
        to_send = tuple(_for_each_stage(edition, message, role, {**known, KnownField.SENDER: sender}))
        yield from (*notes, *to_send) if _is_of_a_stage(edition, message) else (*to_send, *notes)


def _chooser(edition: InternalEdition, role: Role) -> Chooser:
    """The messages by the part of the process that they belong to."""
    return Chooser(
        edition.gettext("Message"),
        tuple((phase, tuple(_entry(edition, one, role) for one in theirs)) for phase, theirs in by_phase(edition)),
    )


def by_phase(edition: InternalEdition) -> Iterator[tuple[str, tuple[CandidateMessage, ...]]]:
    """The messages of each part of the process under its name; those of no part come last, without one."""
    for phase in (*MessagePhase, None):
        theirs = tuple(one for one in edition.kit.hiring.messages if one.phase is phase)
        if theirs:
            yield _phase(edition, phase) if phase else "", theirs


def _phase(edition: InternalEdition, phase: MessagePhase) -> str:
    _ = edition.gettext
    return {
        MessagePhase.APPLICATION: _("Application"),
        MessagePhase.INTERVIEW: _("Interview"),
        MessagePhase.DECISION: _("Decision"),
        MessagePhase.OFFER: _("Offer"),
    }[phase]


def _entry(edition: InternalEdition, message: CandidateMessage, role: Role) -> ChooserEntry:
    stages = role.interview if _is_of_a_stage(edition, message) else ()
    parts = (ChooserEntry(edition.text(stage.name), f"{message.id}-{stage.id}") for stage in stages)
    return ChooserEntry(edition.text(message.name), message.id, tuple(parts))


def _is_of_a_stage(edition: InternalEdition, message: CandidateMessage) -> bool:
    texts = (text for text in (message.subject, message.text) if text is not None)
    return any(fields_in(text.unmarked(edition.language.tag)) & OF_A_STAGE for text in texts)


def _for_each_stage(edition: InternalEdition, message: CandidateMessage, role: Role, known: Known) -> Iterator[Block]:
    """A message, once for each stage if it speaks of one."""
    if not _is_of_a_stage(edition, message):
        yield _block(edition, message, message.id, known)
        return
    for stage in role.interview:
        anchor = f"{message.id}-{stage.id}"
        yield Heading(edition.text(stage.name), anchor, 3)
        yield _block(edition, message, f"{anchor}-text", {**known, **_of_stage(edition, role, stage)})


def _block(edition: InternalEdition, message: CandidateMessage, anchor: str, known: Known) -> Message:
    subject = wording(edition, message.subject, known) if message.subject else ()
    return Message(f"message-{anchor}", subject, wording(edition, message.text, known), spoken=not subject)


def _of_stage(edition: InternalEdition, role: Role, stage: Stage) -> Known:
    planned = stage.interviewers
    met = [one.posting.interviewers(stage.id, planned) for one in _vacancies(edition, role)] or [planned]
    people = {edition.language.join([edition.party(party).text for party in parties]) for parties in met}
    return {
        KnownField.STAGE: edition.text(stage.name),
        KnownField.MINUTES: edition.minutes(stage.minutes),
        KnownField.INTERVIEWERS: people.pop() if len(people) == 1 else "",
    }


def known_of_role(edition: InternalEdition, role: Role) -> dict[KnownField, str]:
    """What the kit knows of a role, whatever its vacancies."""
    text, ngettext, careers = edition.text, edition.language.ngettext, edition.kit.careers
    known = {KnownField.ORGANISATION: text(edition.kit.about.organisation), KnownField.ROLE: text(role.title)}
    if careers is not None:
        known |= {
            KnownField.NOTICE_DAYS: ngettext("{n} working day", "{n} working days", careers.notice_working_days),
            KnownField.ANSWER_DAYS: ngettext("{n} day", "{n} days", careers.answer_days),
            KnownField.CONTACT: careers.contact,
            KnownField.RETENTION: retention(edition, careers),
        }
    return known


def known_for(edition: InternalEdition, role: Role) -> Known:
    """What the kit knows of a role and of its vacancies at the level sought: nothing where several of them differ."""
    known, careers = known_of_role(edition, role), edition.kit.careers
    if careers is None:
        return known
    said = [known_of_vacancy(edition, careers, one) for one in _vacancies(edition, role)]
    for field in {field for values in said for field in values}:
        values = {values.get(field, "") for values in said}
        known[field] = values.pop() if len(values) == 1 else ""
    organisation = known[KnownField.ORGANISATION] or edition.text(edition.kit.about.organisation)
    told = privacy(edition, careers, organisation, known[KnownField.CONTACT] or careers.contact)
    if told:
        known[KnownField.PRIVACY] = " ".join(told)
    return known


def _vacancies(edition: InternalEdition, role: Role) -> list[Vacancy]:
    """The vacancies at the level sought: those that are open or, if none is, all of them."""
    theirs = [one for one in vacancies_of(edition.kit.role(role.own_id)) if one.role.id == role.id]
    return [one for one in theirs if one.posting.is_open_on(edition.kit.today)] or theirs


def _contact(edition: InternalEdition, role: Role) -> str:
    """The name of whoever answers questions about the vacancies; empty where there is nobody, or more than one."""
    contacts = (one.posting.contact for one in _vacancies(edition, role))
    names = {edition.text(contact.name) if contact is not None else "" for contact in contacts}
    return names.pop() if len(names) == 1 else ""


def known_of_vacancy(edition: InternalEdition, careers: Careers, vacancy: Vacancy) -> Known:
    """What the kit knows of one vacancy."""
    posting, published = vacancy.posting, edition.kit.about.published
    language = edition.language.tag if edition.language.tag in published else published[0]
    page = f"{str(careers.url).rstrip('/')}/{language}/jobs/{vacancy.id}/"
    named = posting.employer.name if posting.employer else None
    values = {
        KnownField.ORGANISATION: edition.text(named) if named else "",
        KnownField.ROLE: edition.text(posting.title) if posting.title else "",
        KnownField.REQUISITION: posting.identifier or "",
        KnownField.POSTING_URL: page,
        KnownField.BRIEF_URL: f"{page}candidate-brief/" if posting.is_under_way_on(edition.kit.today) else "",
        KnownField.APPLY_BY: edition.language.date(posting.valid_through) if posting.valid_through else "",
        KnownField.SCREENED_BY: edition.language.date(posting.screened_by) if posting.screened_by else "",
        KnownField.PAY: edition.pay(posting.pay) if posting.pay else "",
        KnownField.PLACE: edition.language.choice(edition.places(posting)),
        KnownField.OFFER_PLACE: edition.places(posting)[0] if posting.has_one_place else "",
        KnownField.START: edition.start(posting),
        KnownField.CONTACT: posting.contact.email if posting.contact else "",
    }
    return {field: value for field, value in values.items() if value}
