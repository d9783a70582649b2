"""The sourcing guide of a role: where to look, what to search for, and what to write."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rolebook.documents.blocks import (
    Blank,
    Block,
    Callout,
    Chooser,
    ChooserEntry,
    Definitions,
    Document,
    Folded,
    Heading,
    Item,
    Kind,
    Listing,
    Message,
    OfVacancy,
    Paragraph,
    Run,
    Table,
    Target,
    Verbatim,
    words,
)
from rolebook.documents.internal_edition import InternalEdition
from rolebook.documents.messages import Known, wording
from rolebook.documents.process.candidate_messages import known_of_role, known_of_vacancy
from rolebook.documents.role_bar import role_bar
from rolebook.kit.backgrounds import Background, Channel
from rolebook.kit.fields import KnownField, MessageText
from rolebook.kit.roles import Role
from rolebook.kit.vacancies import vacancies_of


def sourcing_guide(edition: InternalEdition, subject: str) -> Document:
    """The sourcing guide of the role whose id is `subject`."""
    role = edition.kit.role(subject)
    _ = edition.gettext
    title = edition.text(role.title)
    return edition.document(
        Kind.SOURCING_GUIDE,
        role.id,
        title=_("Sourcing guide: {role}", role=title),
        description=_("Where people for {role} come from, how to find them and how to write to them.", role=title),
        blocks=(
            Paragraph(
                words(
                    _(
                        "Search in at least two of these backgrounds, the most promising first: a list from one source "
                        "is a list of similar people."
                    )
                ),
                lead=True,
            ),
            *_unposted(edition, role),
            *_glance(edition, role),
            _chooser(edition, role),
            *(
                block
                for background in map(edition.kit.background, role.backgrounds)
                for block in _background(edition, role, background)
            ),
            *_how_to_search(edition, role),
            Heading(_("Titles to search for"), "titles"),
            Paragraph(edition.listed((Run(title), *(Run(edition.text(other)) for other in role.other_titles)))),
            *_channels(edition),
            Callout("note", _("Screening"), tuple(Paragraph(words(text)) for text in _screening(edition))),
        ),
        eyebrow=_("Internal"),
        trail=edition.role_trail(),
        bar=role_bar(edition, role, Kind.SOURCING_GUIDE),
    )


def _chooser(edition: InternalEdition, role: Role) -> Chooser:
    backgrounds = map(edition.kit.background, role.backgrounds)
    entries = (ChooserEntry(edition.text(one.name), f"background-{one.id}") for one in backgrounds)
    return Chooser(edition.gettext("Background"), (("", tuple(entries)),))


def _glance(edition: InternalEdition, role: Role) -> Iterator[Block]:
    _ = edition.gettext
    table = Table(
        _("Backgrounds at a glance"),
        (_("Background"), _("Why it fits"), _("The gap to probe")),
        tuple(
            (
                (Run(edition.text(background.name), Target(Kind.SOURCING_GUIDE, "", f"background-{background.id}")),),
                edition.backed(background.why, background),
                words(edition.text(background.gap)),
            )
            for background in map(edition.kit.background, role.backgrounds)
        ),
    )
    yield Folded("glance", _("Backgrounds at a glance"), (table,), apart=False)


def _how_to_search(edition: InternalEdition, role: Role) -> Iterator[Block]:
    """How to use search strings, where some are put together for this role."""
    if not role.search_terms:
        return
    _ = edition.gettext
    yield Heading(_("How to use the search strings"), "how-to-search")
    yield Listing(
        tuple(
            Item(words(line))
            for line in (
                _("Paste a string into the keyword field of a professional network or CV database, and add the place."),
                _(
                    "Run the string for each language: a profile in one language is found by that language's string "
                    "only."
                ),
                _(
                    "Too few people? Remove the last group in brackets and the AND before it. Too many? Add a tool, an "
                    "industry or a skill that the job needs, never a school or an employer."
                ),
                _("Try it before you rely on it: sites differ in the length and the operators that they accept."),
            )
        )
    )


def _channels(edition: InternalEdition) -> Iterator[Block]:
    """Where people of every background are sought."""
    everywhere = [channel for channel in edition.kit.channels if not channel.backgrounds]
    if everywhere:
        yield Heading(edition.gettext("Places for every background"), "channels")
        yield Listing(tuple(_channel(edition, channel) for channel in everywhere))


def _channel(edition: InternalEdition, channel: Channel) -> Item:
    name = Run(edition.text(channel.name), url=str(channel.url or ""), strong=True)
    return Item((name, Run(edition.gettext(": ")), Run(edition.text(channel.text))))


def _screening(edition: InternalEdition) -> tuple[str, ...]:
    _ = edition.gettext
    return (
        _(
            "Screen for what the job description asks for and nothing else: no photo, age, name of school or time out "
            "of work. Keep only what you need, and no longer than your rules for applicants' data allow."
        ),
        _(
            "The question for the first call is asked before somebody applies, to find out together whether the role "
            "fits. It is never rated: in the interviews, everyone is asked the same questions."
        ),
        _(
            "In a community, read the rules before you write: many have a place for jobs, and allow "
            "advertisements nowhere else."
        ),
    )


def _searches(edition: InternalEdition, role: Role, background: Background) -> Iterator[Block]:
    _ = edition.gettext
    for number, (tag, search) in enumerate(background.searches(role.search_terms)):
        if number == 0:
            yield Heading(_step(1, _("Search strings")), f"background-{background.id}-search", 3)
        label = _("For profiles in {language}", language=edition.language.name_of(tag)) if tag else _("Search string")
        yield Verbatim(label, search, tag)


def _step(number: int, title: str) -> str:
    """A heading of what is done in an order."""
    return f"{number}. {title}"


def _background(edition: InternalEdition, role: Role, background: Background) -> Iterator[Block]:
    _ = edition.gettext
    yield Heading(edition.text(background.name), f"background-{background.id}")
    yield Paragraph(edition.backed(background.why, background))
    yield from _searches(edition, role, background)
    yield from _messages(edition, role, background)
    yield Heading(_("Where to look"), f"background-{background.id}-where", 3)
    where = edition.statements(background.where)
    own = (_channel(edition, channel) for channel in edition.kit.channels_for(background.id))
    yield Listing((*where.items, *own))
    if background.signals:
        yield Heading(_("What to look for in a CV"), f"background-{background.id}-signals", 3)
        yield edition.texts(background.signals)
    yield Heading(_("What carries over"), f"background-{background.id}-carries-over", 3)
    yield edition.texts(background.carries_over)
    yield Heading(_("The gap, and the first call"), f"background-{background.id}-gap", 3)
    yield Definitions(
        (
            (words(_("The gap")), words(edition.text(background.gap))),
            (words(_("Ask in the first call")), words(edition.text(background.probe))),
        )
    )


def _messages(edition: InternalEdition, role: Role, background: Background) -> Iterator[Block]:
    """A first message, a second one, and a request for a referral."""
    _, outreach, anchor = edition.gettext, edition.kit.outreach, f"background-{background.id}"
    first, second, referral = background.message, background.follow_up, background.referral
    is_second = any(background.searches(role.search_terms))
    yield Heading(_step(2 if is_second else 1, _("First message")), f"{anchor}-message", 3)
    yield _message(edition, role, f"{anchor}-message-text", outreach.framed(first) if outreach else (first,))
    if second is not None:
        text = _message(edition, role, f"{anchor}-second-text", outreach.framed(second) if outreach else (second,))
        yield Folded(f"{anchor}-second", _("Second message, a week later"), (text,), apart=False)
    if referral is not None:
        parts = outreach.framed_referral(referral) if outreach else (referral,)
        text = _message(edition, role, f"{anchor}-referral-text", parts)
        yield Folded(f"{anchor}-referral", _("Asking for a referral"), (text,), apart=False)


def _open_vacancies(edition: InternalEdition, role: Role) -> list[Known]:
    """What the kit knows of each vacancy for which one can apply."""
    kit, known = edition.kit, known_of_role(edition, role)
    return [
        {**known, **known_of_vacancy(edition, kit.careers, vacancy)}
        for vacancy in vacancies_of(role)
        if kit.careers is not None and vacancy.posting.is_open_on(kit.today)
    ]


def _unposted(edition: InternalEdition, role: Role) -> Iterator[Block]:
    """What to do before writing to anybody about a role that has no open posting."""
    outreach, _ = edition.kit.outreach, edition.gettext
    if role.backgrounds and outreach is not None and outreach.vacancy and not _open_vacancies(edition, role):
        yield Paragraph(words(_("This role has no open posting. Publish one before you send the messages below.")))


def _message(edition: InternalEdition, role: Role, anchor: str, parts: Iterable[MessageText]) -> Message:
    """A message of several paragraphs; what there is to say of a vacancy comes once for each that is open.

    On a page, one of them is chosen. Where none is open, it comes once with everything left to fill in.
    """
    kit, known = edition.kit, known_of_role(edition, role)
    vacancies = _open_vacancies(edition, role)
    titles = [one.get(KnownField.ROLE, "") for one in vacancies]
    are_alike = len(set(titles)) < len(titles)
    joined: list[str | Blank] = []
    said_of: list[OfVacancy] = []
    for part in parts:
        of_vacancies = kit.outreach is not None and part is kit.outreach.vacancy
        for one in (vacancies or [known]) if of_vacancies else [known]:
            said = wording(edition, part, one, to_fill_in=of_vacancies and not vacancies)
            start = len(joined)
            joined.extend((*(("\n\n",) if joined else ()), *said))
            if of_vacancies and len(vacancies) > 1:
                name, number = one.get(KnownField.ROLE, ""), one.get(KnownField.REQUISITION, "")
                said_of.append(OfVacancy(f"{number} · {name}" if are_alike else name, start, len(joined)))
    return Message(anchor, (), tuple(joined), vacancies=tuple(said_of))
