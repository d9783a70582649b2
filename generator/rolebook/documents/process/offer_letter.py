"""The offer letter of a role, to be filled in, with what to know before it is sent."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from rolebook.documents.blocks import (
    Block,
    Callout,
    Definitions,
    Document,
    Folded,
    Heading,
    Inlines,
    Item,
    Kind,
    Listing,
    Paragraph,
    Run,
    words,
)
from rolebook.documents.internal_edition import InternalEdition
from rolebook.documents.messages import wording
from rolebook.documents.process.candidate_messages import known_for
from rolebook.documents.process.filled import benefits, fill_in, open_postings, signatures, value_of
from rolebook.documents.process.jurisdictions import prescribed
from rolebook.documents.process.letter_fields import TERM, letter_fields
from rolebook.documents.process.process_steps import filled_in
from rolebook.documents.role_bar import role_bar
from rolebook.documents.roles.levels import other_levels, pay_example
from rolebook.kit import Kit
from rolebook.kit.fields import KnownField, MessageText, OpenField
from rolebook.kit.forms import Fill, OfferTerm
from rolebook.kit.hiring import Offer
from rolebook.kit.jurisdictions import Topic
from rolebook.kit.law import concerns, held_on
from rolebook.kit.roles import Role

_FEW_WORDS: Final = 60
"""Terms of at most so many characters stand in a list, as behind “Place of work”."""
_IN_BRACKETS: Final = re.compile(r"\[([^\]]+)\]")


def offer_letter_subjects(kit: Kit) -> tuple[str, ...]:
    """The roles that have such a letter: all, or none where the kit has no offer."""
    return tuple(role.id for role in kit.roles_as_sought) if kit.hiring.offer is not None else ()


def offer_letter(edition: InternalEdition, subject: str) -> Document:
    """The offer letter of the role whose id is `subject`.

    Raises:
        LookupError: The kit has none.
    """
    offer, role, _ = edition.kit.hiring.offer, edition.kit.role(subject), edition.gettext
    if offer is None:
        raise LookupError("This kit has no offer letter.")
    title, letter = edition.sought(role), tuple(_letter(edition, role, offer))
    return edition.document(
        Kind.OFFER_LETTER,
        role.id,
        title=_("Offer letter: {role}", role=title),
        description=_("An offer of employment for {role}, to be filled in, signed and sent.", role=title),
        blocks=(
            letter_fields(edition, role, offer.terms, letter),
            *letter,
            Folded("notes", _("Before you send it: this page is not part of the letter"), tuple(_notes(edition, role))),
        ),
        searchable=False,
        trail=edition.role_trail(),
        bar=role_bar(edition, role, Kind.OFFER_LETTER),
        form=filled_in(edition, role, Kind.OFFER_LETTER),
    )


def _letter(edition: InternalEdition, role: Role, offer: Offer) -> Iterator[Block]:
    _ = edition.gettext
    yield from _paragraphs(edition, role, "opening", offer.opening)
    yield Heading(_("Terms"), "terms")
    yield from _terms(edition, role, offer.terms)
    if offer.conditions:
        yield Heading(_("What the offer depends on"), "conditions")
        conditions = enumerate(offer.conditions)
        yield Listing(tuple(Item(_with_fields(edition, role, f"condition-{n}", text)) for n, text in conditions))
    yield from _paragraphs(edition, role, "closing", offer.closing)
    yield Heading(_("Acceptance"), "acceptance")
    yield Paragraph(_with_fields(edition, role, "acceptance", offer.acceptance))
    yield signatures(edition, _("Who signs"), offer.signatures)


def _notes(edition: InternalEdition, role: Role) -> Iterator[Block]:
    """What whoever writes the letter should know, and what the jurisdictions that the kit follows ask of offers."""
    offer, _ = edition.kit.hiring.offer, edition.gettext
    yield from other_levels(edition, role, Kind.OFFER_LETTER)
    yield Callout(
        "warning",
        _("Not legal advice"),
        (
            Paragraph(
                words(
                    _(
                        "This letter is a draft for the usual case. Have your legal counsel read it once for each "
                        "country in which you hire."
                    )
                )
            ),
        ),
    )
    if offer and offer.notes:
        yield edition.statements(offer.notes)
    if edition.kit.interviewing.pay_rule:
        yield Paragraph((Run(_("How ratings lead to the pay that is offered")), Run(_(": "))))
        yield edition.statements(edition.kit.interviewing.pay_rule, ordered=True)
        if role.sought in (None, role.described):
            yield from pay_example(edition, role)
    postings = open_postings(edition, role)
    for profile in edition.kit.followed():
        rules = [
            rule
            for rule in held_on(profile, edition.kit.today)
            if rule.topic is Topic.OFFER and (not postings or any(concerns(profile, rule, one) for one in postings))
        ]
        if rules:
            yield Heading(edition.in_any_language(profile.name), f"offer-{profile.id}", 3)
            yield prescribed(edition, rules)


def _paragraphs(edition: InternalEdition, role: Role, part: str, texts: Iterable[MessageText]) -> Iterator[Paragraph]:
    return (Paragraph(_with_fields(edition, role, f"{part}-{n}", text)) for n, text in enumerate(texts))


def _with_fields(edition: InternalEdition, role: Role, place: str, text: MessageText) -> Inlines:
    """A text of the letter: what the kit knows is filled in, the rest stands in brackets to be written over."""
    known = {**known_for(edition, role), KnownField.ROLE: fill_in(edition, role, Fill.ROLE)}
    labels, terms = _labels(edition), _of_terms(edition, role)
    parts = wording(edition, text, known)
    return tuple(
        run
        for number, part in enumerate(parts)
        for run in (
            _bracketed(part, f"{place}-{number}")
            if isinstance(part, str)
            else (_blank(labels.get(part.name, part.label), terms.get(part.name, part.name)),)
        )
    )


def _bracketed(text: str, field: str) -> Iterator[Run]:
    """Words in which brackets, as in “[Arabic or English]”, are blanks as well."""
    for number, part in enumerate(_IN_BRACKETS.split(text)):
        if number % 2:
            yield _blank(part, f"{field}-{number}")
        elif part:
            yield Run(part)


def _blank(label: str, field: str) -> Run:
    return Run(f"[{label}]", strong=True, field=field)


def _terms(edition: InternalEdition, role: Role, terms: Iterable[OfferTerm]) -> Iterator[Block]:
    """The terms of employment: those of a few words in a list, the others as what a letter says after it."""
    short: list[tuple[Inlines, Inlines]] = []
    long: list[Block] = []
    for number, term in enumerate(terms):
        label, value = edition.text(term.label), value_of(edition, role, term)
        if not value:
            short.append((words(label), (_blank(edition.text(term.hint or term.label), f"{TERM}{number}"),)))
        elif len(value) <= _FEW_WORDS:
            short.append((words(label), words(value)))
        else:
            sentences = benefits(edition, role) if term.fill is Fill.BENEFITS else ()
            listed = Listing(tuple(Item(words(sentence)) for sentence in sentences))
            said = listed if sentences else Paragraph(words(value))
            long += [Paragraph((Run(label, strong=True),)), said]
    yield Definitions(tuple(short))
    yield from long


def _of_terms(edition: InternalEdition, role: Role) -> dict[str, str]:
    """The blanks of a letter that one of its terms asks for as well, with the name of that term's blank."""
    offer = edition.kit.hiring.offer
    asked = (
        number
        for number, term in enumerate(offer.terms if offer else ())
        if term.hint_fill is Fill.START and not value_of(edition, role, term)
    )
    first = next(asked, None)
    return {} if first is None else {OpenField.FIRST_DAY: f"{TERM}{first}"}


def _labels(edition: InternalEdition) -> dict[str, str]:
    """What is to be written in place of fields that a letter names otherwise than a message does."""
    _ = edition.gettext
    return {
        OpenField.CANDIDATE: _("name of the candidate"),
        OpenField.DATE: _("date"),
        KnownField.SENDER: _("name and job title of the sender"),
        OpenField.MANAGER: _("name of the manager"),
        OpenField.REPLY_BY: _("last day for the answer"),
        OpenField.OFFER_PAY: _("pay"),
        OpenField.FIRST_DAY: _("first day of work"),
        OpenField.PHONE: _("telephone"),
    }
