"""Open postings against those who ask for something: which of it is there, as a picture and as a table."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from rolebook.documents.blocks import (
    Cell,
    Inlines,
    Kind,
    Mark,
    Matrix,
    Pictured,
    Run,
    Table,
    Target,
    words,
)
from rolebook.documents.internal_edition import InternalEdition
from rolebook.documents.process.posting_elements import element_name
from rolebook.kit import law
from rolebook.kit import readiness as ready
from rolebook.kit.jurisdictions import Element, Jurisdiction, Weight
from rolebook.kit.readiness import Channel
from rolebook.kit.vacancies import Vacancy, open_vacancies

_THERE, _RECOMMENDED, _SHORT = 1, 2, 3
"""What the shades of the picture mean."""


@dataclass(frozen=True)
class Asked:
    """What somebody asks of a posting.

    Attributes:
        by: Who asks.
        applies: Whether they ask anything of this one.
        short: What they require and it lacks, or has in a length that they do not take.
        recommended: What they recommend and it lacks.
        limits: The lengths that they do not take, in words.
    """

    by: Run
    applies: bool = True
    short: tuple[Element, ...] = ()
    recommended: tuple[Element, ...] = ()
    limits: Mapping[Element, str] = field(default_factory=dict)


def askers(edition: InternalEdition) -> tuple[Jurisdiction | Channel, ...]:
    """Who asks something of an open posting: jurisdictions, then job boards and the organisation's own site."""
    vacancies = list(open_vacancies(edition.kit))
    profiles = (one for one in edition.kit.followed() if any(law.applies(one, each.posting) for each in vacancies))
    return (*profiles, *ready.CHANNELS)


def asked_of(edition: InternalEdition, vacancy: Vacancy, asker: Jurisdiction | Channel) -> Asked:
    """What one of them asks of a posting."""
    if edition.kit.careers is None:
        raise LookupError("A kit without a careers section has no postings.")
    held = ready.elements(vacancy.role, vacancy.posting, edition.kit.careers, edition.kit)
    if isinstance(asker, Jurisdiction):
        return _by_law(edition, vacancy, asker, held)
    limits = {
        breach.what: edition.gettext("{found} characters (limit: {limit})", found=breach.found, limit=breach.limit)
        for breach in ready.broken_limits(vacancy.role, vacancy.posting, edition.kit.about.published)
        if breach.channel is asker
    }
    lacking = (element for element in asker.required if element not in held)
    return Asked(
        Run(asker.name or edition.gettext("Own site")),
        short=tuple(dict.fromkeys((*lacking, *limits))),
        recommended=tuple(element for element in asker.recommended if element not in held),
        limits=limits,
    )


def _by_law(edition: InternalEdition, vacancy: Vacancy, profile: Jurisdiction, held: frozenset[Element]) -> Asked:
    by = Run(edition.in_any_language(profile.name), Target(Kind.READINESS, "", f"jurisdiction-{profile.id}"))
    if not law.applies(profile, vacancy.posting):
        return Asked(by, applies=False)
    lacking: dict[Weight, dict[Element, None]] = {weight: {} for weight in Weight}
    for rule, missing in ready.unmet(law.asked_of(profile, vacancy.posting, edition.kit.today), held):
        lacking[rule.weight].update(dict.fromkeys(missing))
    return Asked(by, True, tuple(lacking[Weight.REQUIRED]), tuple(lacking[Weight.RECOMMENDED]))


def matrix(
    edition: InternalEdition, vacancies: tuple[Vacancy, ...], asked: Mapping[str, tuple[Asked, ...]]
) -> Pictured:
    """Each posting against each of those who ask: a tick, or how much is missing."""
    _ = edition.gettext
    caption = _("What the law and job boards ask for in each posting, and whether it is there")
    columns = tuple(one.by for one in asked[vacancies[0].id])
    heads = tuple(
        Run(
            edition.text(vacancy.posting.title or vacancy.role.title),
            Target(Kind.POSTING_TEXT, vacancy.role.own_id),
        )
        for vacancy in vacancies
    )
    legend = (
        Cell(_THERE, "✓", _("Nothing missing")),
        Cell(_SHORT, "1", _("Required but missing")),
        Cell(_RECOMMENDED, "1", _("Recommended but missing")),
        Cell(0, "–", _("Does not apply")),
    )
    shown = {_cell(edition, one).shade for each in asked.values() for one in each}
    rows = tuple(
        (head, tuple(_cell(edition, one) for one in asked[vacancy.id]))
        for head, vacancy in zip(heads, vacancies, strict=True)
    )
    table = Table(
        caption,
        (_("Posting"), *(column.text for column in columns)),
        tuple(
            ((head,), *(_in_words(edition, one) for one in asked[vacancy.id]))
            for head, vacancy in zip(heads, vacancies, strict=True)
        ),
    )
    return Pictured(
        caption, Matrix("ticks", _("Posting"), columns, rows, tuple(one for one in legend if one.shade in shown)), table
    )


def _cell(edition: InternalEdition, asked: Asked) -> Cell:
    _, number = edition.gettext, edition.language.number
    if not asked.applies:
        return Cell(0, "–", _("Does not apply"))
    if asked.short:
        return Cell(_SHORT, number(len(asked.short)), _names(edition, _("Required but missing"), asked.short))
    if asked.recommended:
        named = _names(edition, _("Recommended but missing"), asked.recommended)
        return Cell(_RECOMMENDED, number(len(asked.recommended)), named)
    return Cell(_THERE, "✓", _("complete"))


def _names(edition: InternalEdition, what: str, elements: tuple[Element, ...]) -> str:
    _ = edition.gettext
    return what + _(": ") + _(", ").join(element_name(edition, element) for element in elements)


def _in_words(edition: InternalEdition, asked: Asked) -> Inlines:
    if not asked.applies:
        return words("–")
    cell = _cell(edition, asked)
    return (Mark(cell.label, "warn" if asked.short else "plain" if asked.recommended else "good"),)
