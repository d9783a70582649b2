"""The readiness report: whether each open posting has what jurisdictions and job boards ask for."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from rolebook.documents.blocks import (
    Block,
    Callout,
    Card,
    Cards,
    Document,
    Folded,
    Heading,
    Inlines,
    Kind,
    Mark,
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
from rolebook.documents.process.readiness_matrix import Asked, asked_of, askers, matrix
from rolebook.documents.role_bar import public_pages, state_of
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
    found = checks(edition, vacancies)
    if kit.careers is None:
        yield Paragraph(words(_("This kit has no careers section, and so no postings.")))
    else:
        asked = {one.id: tuple(asked_of(edition, one, asker) for asker in askers(edition)) for one in vacancies}
        yield Paragraph(tuple(_summary(edition, vacancies, asked, len(found))), lead=True)
        yield from unkept(edition, kit.careers)
        if any(map(_lacks, asked.values())):
            yield Heading(_("What is missing"), "missing")
            yield _missing(edition, vacancies, asked)
        if vacancies:
            yield Heading(_("Open postings"), "postings")
            yield Cards(tuple(_cards(edition, vacancies, asked)), rows=True)
    yield from left_to_people(edition, found, vacancies)
    if kit.careers is not None:
        if vacancies:
            yield from _requirements(edition, vacancies, asked)
            yield from _until_the_last_day(edition, vacancies)
        yield from coming_rules(edition, vacancies)
    yield Heading(_("Rules and their sources"), "rules")
    yield Callout(
        "note",
        _("Not legal advice"),
        (
            Paragraph(
                words(
                    _(
                        "The rules below were read in the sources named beside them, on the date given there. "
                        "They may be incomplete or out of date. Ask your legal counsel before you rely on them."
                    )
                )
            ),
        ),
    )
    for profile in kit.followed():
        yield from rules_of(edition, profile)


def _requirements(
    edition: InternalEdition, vacancies: tuple[Vacancy, ...], asked: dict[str, tuple[Asked, ...]]
) -> Iterator[Block]:
    """What is asked for in each posting, and whether it is there: folded where nothing is missing."""
    title, shown = edition.gettext("Requirements and recommendations"), matrix(edition, vacancies, asked)
    if any(map(_lacks, asked.values())):
        yield Heading(title, "matrix")
        yield shown
    else:
        yield Folded("matrix", title, (shown,), apart=False, about=edition.gettext("Nothing missing"), level=2)


def _lacks(asked: tuple[Asked, ...]) -> bool:
    return any(one.short or one.recommended for one in asked)


def _summary(
    edition: InternalEdition, vacancies: tuple[Vacancy, ...], asked: dict[str, tuple[Asked, ...]], left: int
) -> Iterator[Run]:
    """How many postings are open, how many of them lack something, and what is left to people, in a line."""
    _, ngettext = edition.gettext, edition.language.ngettext
    if not vacancies:
        yield Run(_("No posting is open."))
        return
    short = sum(any(one.short for one in each) for each in asked.values())
    yield Run(f"{ngettext('{n} posting is open.', '{n} postings are open.', len(vacancies))} ")
    if short:
        lack = ngettext("{n} lacks something that is required.", "{n} lack something that is required.", short)
        yield Run(lack, Target(Kind.READINESS, "", "missing"))
        yield Run(" ")
    else:
        yield Run(f"{_('Nothing that is required is missing.')} ")
    if left:
        many = ngettext("{n} check is left to a person.", "{n} checks are left to people.", left)
        yield Run(many, Target(Kind.READINESS, "", "people"))


def _cards(
    edition: InternalEdition, vacancies: tuple[Vacancy, ...], asked: dict[str, tuple[Asked, ...]]
) -> Iterator[Card]:
    """A line for each posting, the one that closes first before the others: what it lacks, and where it can be read."""
    _, ngettext = edition.gettext, edition.language.ngettext
    first = vacancies[0].posting.valid_through if len({one.posting.valid_through for one in vacancies}) > 1 else None
    for vacancy in vacancies:
        posting = vacancy.posting
        lacking = len({element for one in asked[vacancy.id] for element in one.short})
        missing = (Mark(ngettext("{n} missing", "{n} missing", lacking), "warn"),) if lacking else ()
        soon = (Mark(_("closes first"), "strong"),) if first is not None and posting.valid_through == first else ()
        yield Card(
            edition.text(posting.title or vacancy.role.title),
            " · ".join(filter(None, (posting.identifier or "", state_of(edition, posting)[0]))),
            _to(edition, vacancy),
            marks=(*missing, *soon),
            links=(
                *list(public_pages(edition, vacancy))[:1],
                Run(_("Job description"), Target(Kind.JOB_DESCRIPTION, vacancy.role.own_id)),
            ),
        )


def _to(edition: InternalEdition, vacancy: Vacancy) -> Target:
    return Target(Kind.POSTING_TEXT, vacancy.role.own_id)


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
        yield Folded("needs", title, tuple(blocks), apart=False, about=about, level=2)


def _elements(edition: InternalEdition, rules: tuple[JurisdictionRule, ...], weight: Weight) -> str:
    """What rules of a weight ask a posting for, each thing once; what is required is not recommended as well."""
    required = {element for rule in rules if rule.weight is Weight.REQUIRED for element in rule.elements}
    asked = dict.fromkeys(element for rule in rules if rule.weight is weight for element in rule.elements)
    shown = (one for one in asked if weight is Weight.REQUIRED or one not in required)
    return edition.gettext(", ").join(element_name(edition, element) for element in shown) or "–"


def _missing(edition: InternalEdition, vacancies: tuple[Vacancy, ...], asked: dict[str, tuple[Asked, ...]]) -> Table:
    """What each posting lacks, element by element, so that each is added once, and who asks for it."""
    _ = edition.gettext
    rows: list[tuple[Inlines, ...]] = []
    groups: list[tuple[int, str]] = []
    for vacancy in vacancies:
        each = asked[vacancy.id]
        lacking = dict.fromkeys(element for one in each for element in (*one.short, *one.recommended))
        if lacking:
            groups.append((len(rows), edition.text(vacancy.posting.title or vacancy.role.title)))
        for element in lacking:
            limits = [one.limits[element] for one in each if element in one.limits]
            name = element_name(edition, element)
            rows.append(
                (
                    words(f"{name}{_(': ')}{_('; ').join(limits)}" if limits else name),
                    words(_(", ").join(one.by.text for one in each if element in one.short) or "–"),
                    words(_(", ").join(one.by.text for one in each if element in one.recommended) or "–"),
                )
            )
    columns = (_("Missing"), _("Required by"), _("Recommended by"))
    return Table(_("What is missing"), columns, tuple(rows), groups=tuple(groups))
