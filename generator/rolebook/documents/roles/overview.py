"""The roles: the vacancies that are open, and every role with its documents."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from rolebook.documents.blocks import Block, Card, Cards, Document, Heading, Kind, Mark, Paragraph, Run, Target
from rolebook.documents.internal_edition import InternalEdition
from rolebook.documents.role_bar import state_of
from rolebook.kit.postings import Workplace
from rolebook.kit.roles import Role
from rolebook.kit.sections import Section
from rolebook.kit.vacancies import Vacancy, open_vacancies

FEW = 24
"""Roles that a page beside the list of all may name one by one; of more, it names the families (editorial default)."""


def roles(edition: InternalEdition, subject: str) -> Document:
    """Open vacancies, and all roles side by side, or, where there are many, by job family. It has no subject."""
    _ = edition.gettext
    blocks: list[Block] = [Paragraph(tuple(_summary(edition)), lead=True)]
    if len(edition.kit.roles) <= FEW:
        if sought := tuple(_vacancy(edition, *one) for one in in_order(edition)):
            blocks.extend((Heading(_("Open vacancies"), "vacancies"), Cards(sought), Heading(_("All roles"), "all")))
        blocks.append(role_cards(edition, edition.kit.roles))
    else:
        for anchor, family, members in families(edition, edition.kit.roles):
            blocks.append(Heading(family, anchor))
            blocks.append(role_cards(edition, members, rows=True))
    return edition.document(
        Kind.ROLES,
        title=_("Roles"),
        description=_("All roles of the team, each with its documents."),
        blocks=tuple(blocks),
    )


def _summary(edition: InternalEdition) -> Iterator[Run]:
    """How many roles there are, how many vacancies are open, and when the first of them closes."""
    yield Run(f"{edition.language.ngettext('{n} role', '{n} roles', len(edition.kit.roles))}. ")
    if found := vacancies_in_short(edition):
        count, *ends = found
        yield Run(count, Target(Kind.READINESS) if any(open_vacancies(edition.kit)) else None)
        yield from (Run(f" {end}") for end in ends)


def vacancies_in_short(edition: InternalEdition) -> tuple[str, ...]:
    """A sentence on how many vacancies are open, and one on when the first closes; of a kit without careers, none."""
    _, kit = edition.gettext, edition.kit
    if kit.careers is None:
        return ()
    found = [one.posting for one in open_vacancies(kit)]
    if not found:
        return (_("No vacancy is open."),)
    count = edition.language.ngettext("{n} vacancy is open.", "{n} vacancies are open.", len(found))
    ends = [posting.valid_through for posting in found if posting.valid_through]
    if not ends:
        return (count,)
    day = edition.language.date(min(ends))
    return count, _("It closes on {day}.", day=day) if len(found) == 1 else _("The first closes on {day}.", day=day)


def families(edition: InternalEdition, roles: Iterable[Role]) -> Iterator[tuple[str, str, tuple[Role, ...]]]:
    """Each job family of some roles: an anchor (of all roles: that on their page), its name, and its roles."""
    found: dict[str, list[Role]] = {}
    for role in roles:
        found.setdefault(edition.text(role.family), []).append(role)
    for number, (family, members) in enumerate(found.items(), start=1):
        yield f"family-{number}", family, tuple(members)


def _sought(edition: InternalEdition, role: Role) -> Iterator[Mark]:
    """How many of a role's vacancies are open, if any are."""
    if edition.kit.careers is not None:
        count = sum(one.is_open_on(edition.kit.today) for one in role.postings)
        if count:
            yield Mark(edition.language.ngettext("{n} open vacancy", "{n} open vacancies", count), "good")


def in_order(edition: InternalEdition) -> Iterator[tuple[Vacancy, tuple[Mark, ...]]]:
    """The open vacancies, the one that closes first before the others, and marked if others close later."""
    if edition.kit.careers is None:
        return
    found = sorted(open_vacancies(edition.kit), key=lambda one: one.posting.valid_through or date.max)
    days = [vacancy.posting.valid_through for vacancy in found]
    first = (Mark(edition.gettext("closes first"), "strong"),) if len(set(days)) > 1 else ()
    for vacancy, day in zip(found, days, strict=True):
        yield vacancy, first if day == days[0] else ()


def _vacancy(edition: InternalEdition, vacancy: Vacancy, marks: tuple[Mark, ...]) -> Card:
    posting, role = vacancy.posting, vacancy.role
    level = edition.text(role.sought.name) if role.sought is not None else ""
    terms = [] if posting.workplace is Workplace.REMOTE else [edition.workplace(posting.workplace)]
    return Card(
        edition.text(posting.title or role.title),
        " · ".join(filter(None, (posting.identifier, level))),
        Target(Kind.JOB_DESCRIPTION, role.own_id),
        marks=marks,
        places=edition.places(posting),
        facts=(*terms, edition.employment(posting)),
        pay=edition.pay(posting.pay) if posting.pay is not None else "",
        deadline=state_of(edition, posting)[0],
    )


def role_cards(edition: InternalEdition, members: tuple[Role, ...], *, rows: bool = False) -> Cards:
    """A card for each role, with links to its other documents; as `rows`, a line for each."""
    _ = edition.gettext
    others = [(Kind.INTERVIEW_KIT, _("Interview kit")), (Kind.SCORECARD, _("Scorecard"))]
    if edition.kit.has(Section.SOURCING):
        others.append((Kind.SOURCING_GUIDE, _("Sourcing")))
    others.append((Kind.COPY_SHEET, _("Copy sheet")))
    return Cards(
        tuple(
            Card(
                edition.text(role.title),
                edition.text(role.summary),
                Target(Kind.JOB_DESCRIPTION, role.id),
                eyebrow=" · ".join(map(edition.text, (role.level,) if rows else (role.family, role.level))),
                marks=tuple(_sought(edition, role)),
                links=tuple(Run(name, Target(kind, role.id)) for kind, name in others),
            )
            for role in members
        ),
        rows=rows,
    )
