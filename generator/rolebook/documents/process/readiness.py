"""The readiness report: whether each open posting has what jurisdictions and job boards ask for."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from rolebook.documents.blocks import (
    Block,
    Callout,
    Document,
    Folded,
    Heading,
    Kind,
    Paragraph,
    Run,
    Table,
    Target,
    words,
)
from rolebook.documents.internal_edition import InternalEdition
from rolebook.documents.process.checks import checks, left_to_people
from rolebook.documents.process.jurisdictions import coming_rules, rules_of, unkept
from rolebook.documents.process.posting_elements import element_name
from rolebook.documents.process.readiness_matrix import asked_of, askers, matrix
from rolebook.documents.process.readiness_postings import Found, postings, summary
from rolebook.kit.jurisdictions import JurisdictionRule, Weight
from rolebook.kit.law import asked_of as asked_of_posting
from rolebook.kit.readiness import is_left_to_a_person
from rolebook.kit.vacancies import Vacancy, open_vacancies


def readiness(edition: InternalEdition, subject: str) -> Document:
    """The readiness report of all open postings. It has no subject."""
    _ = edition.gettext
    return edition.document(
        Kind.READINESS,
        title=_("Readiness of postings"),
        description=_(
            "What each open posting has and lacks, by the law where the job is and by the rules of job boards."
        ),
        blocks=tuple(_blocks(edition)),
        searchable=False,
    )


def incomplete(edition: InternalEdition) -> list[Vacancy]:
    """The open vacancies that lack something that a jurisdiction or a channel requires."""
    if edition.kit.careers is None:
        return []
    found = askers(edition)
    return [one for one in open_vacancies(edition.kit) if any(asked_of(edition, one, asker).short for asker in found)]


def _blocks(edition: InternalEdition) -> Iterator[Block]:
    _, kit = edition.gettext, edition.kit
    vacancies = tuple(sorted(open_vacancies(kit), key=lambda one: one.posting.valid_through or date.max))
    found, asked = checks(edition, vacancies), {}
    if kit.careers is None:
        yield Paragraph(words(_("This kit has no careers section, and so no postings.")))
    else:
        asked = {one.id: tuple(asked_of(edition, one, asker) for asker in askers(edition)) for one in vacancies}
        yield Paragraph(tuple(summary(edition, vacancies, asked, found)), lead=True)
        yield from unkept(edition, kit.careers)
        if vacancies:
            yield Heading(_("Open postings"), "postings")
            yield postings(edition, vacancies, asked, found)
    yield from left_to_people(edition, found, vacancies)
    if kit.careers is not None:
        yield from coming_rules(edition, vacancies)
    yield Heading(_("Rules and their sources"), "rules")
    if vacancies and asked:
        yield _requirements(edition, vacancies, asked)
        yield from _until_the_last_day(edition, vacancies)
    for profile in kit.followed():
        yield from rules_of(edition, profile)
    yield Callout(
        "note",
        _("Not legal advice"),
        (
            Paragraph(
                words(
                    _(
                        "These rules are taken from the sources named beside them, as read on the date given there. "
                        "They may be incomplete or out of date. Ask your legal counsel before you rely on them."
                    )
                )
            ),
        ),
    )


def _requirements(edition: InternalEdition, vacancies: tuple[Vacancy, ...], asked: Found) -> Folded:
    """What is asked for in each posting, and whether it is there."""
    _ = edition.gettext
    complete = not any(one.short or one.recommended for each in asked.values() for one in each)
    about = _("Nothing missing") if complete else _("What is missing, and who asks for it")
    shown = matrix(edition, vacancies, asked)
    return Folded("matrix", _("Requirements and recommendations"), (shown,), apart=False, about=about, level=3)


def _until_the_last_day(edition: InternalEdition, vacancies: tuple[Vacancy, ...]) -> Iterator[Block]:
    """What the law asks of each posting until its last day, folded up; what nothing shows is counted."""
    _, kit = edition.gettext, edition.kit
    columns = (_("By the law of"), _("Required"), _("Recommended"), _("Left to people"))
    blocks: list[Block] = []
    for vacancy in vacancies:
        posting = vacancy.posting
        asked = [(profile, asked_of_posting(profile, posting, kit.today)) for profile in kit.followed()]
        rows = tuple(
            (
                (Run(edition.in_any_language(profile.name), Target(Kind.READINESS, "", f"jurisdiction-{profile.id}")),),
                words(_elements(edition, rules, Weight.REQUIRED)),
                words(_elements(edition, rules, Weight.RECOMMENDED)),
                words(edition.language.number(sum(map(is_left_to_a_person, rules)))),
            )
            for profile, rules in asked
            if rules
        )
        if rows:
            title = edition.text(posting.title or vacancy.role.title)
            last = edition.language.date(posting.valid_through) if posting.valid_through else "–"
            name = _("{posting}: last day {day}", posting=title, day=last)
            blocks += [Paragraph((Run(name, strong=True),)), Table(name, columns, rows)]
    if blocks:
        title = _("What each posting needs until its last day")
        about = edition.language.ngettext("{n} posting", "{n} postings", len(blocks) // 2)
        yield Folded("needs", title, tuple(blocks), apart=False, about=about, level=3)


def _elements(edition: InternalEdition, rules: tuple[JurisdictionRule, ...], weight: Weight) -> str:
    """What rules of a weight ask a posting for, each thing once; what is required is not recommended as well."""
    required = {element for rule in rules if rule.weight is Weight.REQUIRED for element in rule.elements}
    asked = dict.fromkeys(element for rule in rules if rule.weight is weight for element in rule.elements)
    shown = (one for one in asked if weight is Weight.REQUIRED or one not in required)
    return edition.gettext(", ").join(element_name(edition, element) for element in shown) or "–"
