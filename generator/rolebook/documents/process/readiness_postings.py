"""Of the readiness report: how open postings stand, in a sentence, and posting by posting with what each lacks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from rolebook.documents.blocks import Inline, Item, Kind, Listing, Mark, Paragraph, Run, Target, words
from rolebook.documents.internal_edition import InternalEdition
from rolebook.documents.process.checks import Check, first_due
from rolebook.documents.process.posting_elements import element_name
from rolebook.documents.process.readiness_matrix import Asked
from rolebook.documents.role_bar import public_pages, state_of
from rolebook.kit.jurisdictions import Element
from rolebook.kit.vacancies import Vacancy

Found = Mapping[str, tuple[Asked, ...]]
"""What each of those who ask for something asks of a vacancy, by the vacancy's id."""


def summary(
    edition: InternalEdition, vacancies: Sequence[Vacancy], asked: Found, checks: Sequence[Check]
) -> Iterator[Run]:
    """How many open postings are ready, what the others lack, and what is left to people until when."""
    _, ngettext = edition.gettext, edition.language.ngettext
    if not vacancies:
        yield Run(_("No posting is open."))
        return
    short = [vacancy for vacancy in vacancies if short_of(asked[vacancy.id])]
    ready, every = len(vacancies) - len(short), len(vacancies)
    if not short:
        yield Run(ngettext("The open posting is ready.", "All {n} open postings are ready.", every))
    else:
        said = (
            ngettext("{n} of {all} open postings is ready.", "{n} of {all} open postings are ready.", ready, all=every)
            if ready
            else ngettext("The open posting is not ready.", "None of the {n} open postings is ready.", every)
        )
        yield Run(said)
        yield Run(" ")
        if len(short) == 1:
            lack = _(", ").join(element_name(edition, one) for one in short_of(asked[short[0].id]))
            said = _("Missing from {posting}: {elements}", posting=_title(edition, short[0]), elements=lack)
        else:
            said = ngettext("{n} posting lacks required details", "{n} postings lack required details", len(short))
        yield Run(said, Target(Kind.READINESS, "", "postings"))
        yield Run(".")
    if checks:
        yield Run(" ")
        many, day = len(checks), first_due(checks)
        said = ngettext("{n} check is left to a person", "{n} checks are left to people", many)
        yield Run(said, Target(Kind.READINESS, "", "people"))
        if day is None:
            yield Run(".")
        else:
            on = edition.language.date(day)
            yield Run(_(", due by {day}.", day=on) if many == 1 else _(", the first due by {day}.", day=on))


def postings(edition: InternalEdition, vacancies: Sequence[Vacancy], asked: Found, checks: Sequence[Check]) -> Listing:
    """A line for each posting, the one that closes first before the others; below it what it lacks, if anything."""
    _ = edition.gettext
    items: list[Item] = []
    for vacancy in vacancies:
        short = short_of(asked[vacancy.id])
        state = (
            Mark(edition.language.ngettext("{n} missing", "{n} missing", len(short)), "warn")
            if short
            else Mark(_("Ready"), "good")
        )
        lacking = tuple(_lacking(edition, asked[vacancy.id]))
        head = (
            Run(_title(edition, vacancy), Target(Kind.POSTING_TEXT, vacancy.role.own_id)),
            state,
        )
        state_now = state_of(edition, vacancy.posting)[0]
        known = words(" · ".join(filter(None, (vacancy.posting.identifier or "", state_now))))
        ways_on = tuple(_ways_on(edition, vacancy, checks))
        about = (Paragraph(known), *((Paragraph(ways_on),) if ways_on else ()))
        items.append(
            Item(
                head,
                (*about, Listing(lacking)) if lacking else about,
                state="missing" if short else "done",
            )
        )
    return Listing(tuple(items))


def short_of(asked: Iterable[Asked]) -> tuple[Element, ...]:
    """What is required of a posting and missing, each thing once."""
    return tuple(dict.fromkeys(element for one in asked for element in one.short))


def _title(edition: InternalEdition, vacancy: Vacancy) -> str:
    return edition.text(vacancy.posting.title or vacancy.role.title)


def _ways_on(edition: InternalEdition, vacancy: Vacancy, checks: Sequence[Check]) -> Iterator[Inline]:
    """Where candidates read it, and what is left to people."""
    left = sum(vacancy in check.vacancies for check in checks)
    public = list(public_pages(edition, vacancy))[:1]
    yield from public
    if left and public:
        yield Run(" ")
    if left:
        said = edition.language.ngettext("{n} check is left to a person", "{n} checks are left to people", left)
        yield Run(said, Target(Kind.READINESS, "", "people"))


def _lacking(edition: InternalEdition, asked: Sequence[Asked]) -> Iterator[Item]:
    """What a posting lacks, what is required before what is recommended, each thing once with everybody who asks."""
    _ = edition.gettext
    for element in dict.fromkeys((*short_of(asked), *(element for one in asked for element in one.recommended))):
        required = [one.by.text for one in asked if element in one.short]
        recommended = [one.by.text for one in asked if element in one.recommended]
        limits = [one.limits[element] for one in asked if element in one.limits]
        said = [
            *limits,
            *([_("required by {who}", who=edition.language.join(required))] if required else []),
            *([_("recommended by {who}", who=edition.language.join(recommended))] if recommended else []),
        ]
        name = Run(element_name(edition, element), strong=True)
        yield Item(
            (name, *words(_(": ") + _("; ").join(said))),
            state="missing" if required else "advised",
        )
