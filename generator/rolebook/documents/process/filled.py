"""What the kit fills into a form for a role: what it knows of the role, and of the vacancies that are open for it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from rolebook.documents.blocks import Choice, Definitions, Fields, NoteSpace, Option, Table, words
from rolebook.documents.internal_edition import InternalEdition
from rolebook.kit.forms import EntryField, Fill, FormField, FormOption
from rolebook.kit.job_description import WorkLanguage
from rolebook.kit.postings import Posting, Workplace
from rolebook.kit.roles import Role
from rolebook.kit.skill_needs import Need
from rolebook.kit.text import Text


def to_fill_in(edition: InternalEdition, role: Role, asked: Iterable[EntryField]) -> Iterator[Fields | Definitions]:
    """The fields that are still to be filled in, and after them what the kit knows."""
    fields = [(field, edition.text(field.label), value_of(edition, role, field)) for field in asked]
    empty = [(field, label) for field, label, value in fields if not value]
    known = tuple((words(label), words(value)) for _field, label, value in fields if value)
    if empty:
        days = tuple(number for number, (field, _label) in enumerate(empty) if field.date)
        names = tuple(field.name for field, _label in empty)
        yield Fields(tuple(label for _field, label in empty), names if any(names) else (), days=days, stacked=True)
    if known:
        yield Definitions(known)


def answers(edition: InternalEdition, questions: Iterable[Text], lines: int = 3) -> tuple[NoteSpace, ...]:
    """Questions, each with room for the answer."""
    return tuple(NoteSpace(edition.text(question), lines) for question in questions)


def choice(
    edition: InternalEdition, name: str, legend: str, options: Iterable[FormOption], *, several: bool = False
) -> Choice:
    """Options to choose one of, or to tick."""
    return Choice(
        name,
        legend,
        tuple(
            Option(str(number), edition.text(option.name), edition.text(option.meaning) if option.meaning else "")
            for number, option in enumerate(options, start=1)
        ),
        several=several,
    )


def signatures(edition: InternalEdition, caption: str, who: Iterable[Text]) -> Table:
    """Room to sign for each of some people."""
    _ = edition.gettext
    return Table(
        caption,
        (_("Who"), _("Name"), _("Date"), _("Signature")),
        tuple((edition.texts((one,)).items[0].inlines, (), (), ()) for one in who),
        entries=(1, 2, 3),
        room=(42, 26, 42),
        options=((3, ()),),
        days=(2,),
    )


def open_postings(edition: InternalEdition, role: Role) -> tuple[Posting, ...]:
    """The vacancies that are open for a role, at the level that it stands for."""
    kit = edition.kit
    return tuple(
        posting for posting in role.vacancies_sought() if kit.careers is not None and posting.is_open_on(kit.today)
    )


def value_of(edition: InternalEdition, role: Role, field: FormField) -> str:
    """What stands in a field from the start."""
    if field.text is not None:
        return edition.text(field.text)
    return fill_in(edition, role, field.fill) if field.fill is not None else ""


def fill_in(edition: InternalEdition, role: Role, fill: Fill) -> str:
    """What the kit knows of a role or of its open vacancies; an empty text where it does not."""
    of_role = _OF_ROLE.get(fill)
    return of_role(edition, role) if of_role else _of_vacancies(edition, role, _OF_VACANCY[fill])


def _of_vacancies(edition: InternalEdition, role: Role, said: Callable[[InternalEdition, Posting], str]) -> str:
    """What the open vacancies say: once where they agree, and otherwise each with its requisition."""
    said_by = [(posting, said(edition, posting)) for posting in open_postings(edition, role)]
    found = [(posting, text) for posting, text in said_by if text]
    if len({text for _, text in found}) <= 1:
        return found[0][1] if found else ""
    colon = edition.gettext(": ")
    return _joined(edition, (f"{posting.identifier or '–'}{colon}{text}" for posting, text in found))


def _joined(edition: InternalEdition, parts: Iterable[str]) -> str:
    return edition.gettext("; ").join(parts)


def _job_title(edition: InternalEdition, role: Role) -> str:
    """The title that the open vacancies have in common, as in their postings; otherwise that of the role."""
    titles = {edition.text(posting.title or role.title) for posting in open_postings(edition, role)}
    return titles.pop() if len(titles) == 1 else edition.text(role.title)


def _employer(edition: InternalEdition, role: Role) -> str:
    """Who employs the person: where that depends on the place of work, what the vacancies say of it."""

    def said(_: InternalEdition, posting: Posting) -> str:
        named = posting.employer.name if posting.employer else None
        own = posting.in_forms.employed_by or posting.employed_by
        return edition.text(own or named or edition.kit.about.organisation)

    return _of_vacancies(edition, role, said) or edition.text(edition.kit.about.organisation)


def _level(edition: InternalEdition, role: Role) -> str:
    levels = role.levels if role.sought is None else (role.sought,)
    return _joined(edition, (edition.text(level.name) for level in levels)) or edition.text(role.level)


def _pay(edition: InternalEdition, role: Role) -> str:
    """The pay of the vacancies; where none is open, the band of the level sought, or the bands of all levels."""
    offered = _of_vacancies(edition, role, lambda _, posting: edition.pay(posting.pay) if posting.pay else "")
    if offered or role.sought_band is not None:
        return offered or (edition.pay(role.sought_band) if role.sought_band else "")
    colon = edition.gettext(": ")
    return _joined(
        edition, (f"{edition.text(level.name)}{colon}{edition.pay(level.pay)}" for level in role.levels if level.pay)
    )


def _languages(edition: InternalEdition, role: Role) -> str:
    """The languages of a role, each with its level and whether it is required."""

    def said(one: WorkLanguage) -> str:
        words = {"language": edition.text(one.name), "level": edition.text(one.level)}
        if one.need is Need.REQUIRED:
            return edition.gettext("{language} ({level}; required)", **words)
        return edition.gettext("{language} ({level}; preferred)", **words)

    return _joined(edition, map(said, role.languages))


def _places(edition: InternalEdition, posting: Posting) -> str:
    """Where the work is done; remote work says so in its place."""
    places = _joined(edition, edition.places(posting))
    if posting.workplace is Workplace.REMOTE:
        return places
    return f"{places} ({edition.workplace(posting.workplace)})"


def places_offered(edition: InternalEdition, role: Role) -> tuple[str, ...]:
    """The places that open vacancies name, each as it stands in a form."""
    said = {
        place if posting.workplace is Workplace.REMOTE else f"{place} ({edition.workplace(posting.workplace)})": None
        for posting in open_postings(edition, role)
        for place in edition.places(posting)
    }
    return tuple(said)


def _own(edition: InternalEdition, text: Text | None) -> str:
    return edition.text(text) if text is not None else ""


def _benefits(edition: InternalEdition, posting: Posting) -> str:
    return " ".join(_sentences(edition, posting))


def _sentences(edition: InternalEdition, posting: Posting) -> tuple[str, ...]:
    """A sentence for each benefit, since they begin as sentences do."""
    return tuple(f"{edition.text(benefit).removesuffix('.')}." for benefit in posting.benefits)


def benefits(edition: InternalEdition, role: Role) -> tuple[str, ...]:
    """The benefits one by one, where all open vacancies offer the same; none where they differ."""
    offered = {_sentences(edition, posting) for posting in open_postings(edition, role)}
    return offered.pop() if len(offered) == 1 else ()


_OF_ROLE: dict[Fill, Callable[[InternalEdition, Role], str]] = {
    Fill.ORGANISATION: lambda edition, _: edition.text(edition.kit.about.organisation),
    Fill.EMPLOYER: _employer,
    Fill.ROLE: _job_title,
    Fill.REPORTS_TO: lambda edition, role: edition.party(role.reports_to).text if role.reports_to else "",
    Fill.LEVEL: _level,
    Fill.PAY: _pay,
    Fill.LANGUAGES: _languages,
}
_OF_VACANCY: dict[Fill, Callable[[InternalEdition, Posting], str]] = {
    Fill.REQUISITION: lambda _, posting: posting.identifier or "",
    Fill.OPENINGS: lambda edition, posting: edition.language.number(posting.openings),
    Fill.CONTRACT: lambda edition, posting: edition.employment(posting),
    Fill.PLACE: _places,
    Fill.OFFER_PLACE: lambda edition, posting: _places(edition, posting) if posting.has_one_place else "",
    Fill.HOURS: lambda edition, posting: edition.text(posting.hours) if posting.hours else "",
    Fill.START: lambda edition, posting: _own(edition, posting.in_forms.start) or edition.start(posting),
    Fill.PROBATION: lambda edition, posting: edition.text(posting.probation) if posting.probation else "",
    Fill.RELOCATION: lambda edition, posting: _own(edition, posting.in_forms.relocation or posting.relocation),
    Fill.BENEFITS: _benefits,
}
