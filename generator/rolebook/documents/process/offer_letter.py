"""The offer letter of a role, to be filled in, with what to know before it is sent."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rolebook.documents.blocks import (
    Block,
    Callout,
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
from rolebook.documents.process.filled import fill_in, filled, open_postings, signatures
from rolebook.documents.process.jurisdictions import prescribed
from rolebook.documents.role_bar import role_bar
from rolebook.documents.roles.levels import other_levels, pay_example
from rolebook.kit import Kit
from rolebook.kit.fields import KnownField, MessageText, OpenField
from rolebook.kit.forms import Fill
from rolebook.kit.hiring import Offer
from rolebook.kit.jurisdictions import Topic
from rolebook.kit.law import concerns, held_on
from rolebook.kit.roles import Role


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
    title = edition.sought(role)
    return edition.document(
        Kind.OFFER_LETTER,
        role.id,
        title=_("Offer letter: {role}", role=title),
        description=_("An offer of employment for {role}, to be filled in, signed and sent.", role=title),
        blocks=(
            *_letter(edition, role, offer),
            Folded("notes", _("Before you send it: this page is not part of the letter"), tuple(_notes(edition, role))),
        ),
        searchable=False,
        trail=edition.role_trail(),
        bar=role_bar(edition, role, Kind.OFFER_LETTER),
    )


def _letter(edition: InternalEdition, role: Role, offer: Offer) -> Iterator[Block]:
    _ = edition.gettext
    yield from _paragraphs(edition, role, offer.opening)
    yield Heading(_("Terms"), "terms")
    yield filled(edition, role, offer.terms)
    if offer.conditions:
        yield Heading(_("What the offer depends on"), "conditions")
        yield Listing(tuple(Item(_with_fields(edition, role, text)) for text in offer.conditions))
    yield from _paragraphs(edition, role, offer.closing)
    yield Heading(_("Acceptance"), "acceptance")
    yield Paragraph(_with_fields(edition, role, offer.acceptance))
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


def _paragraphs(edition: InternalEdition, role: Role, texts: Iterable[MessageText]) -> Iterator[Paragraph]:
    return (Paragraph(_with_fields(edition, role, text)) for text in texts)


def _with_fields(edition: InternalEdition, role: Role, text: MessageText) -> Inlines:
    """A text of the letter: what the kit knows is filled in, the rest stands in brackets to be written over."""
    known = {**known_for(edition, role), KnownField.ROLE: fill_in(edition, role, Fill.ROLE)}
    labels = _labels(edition)
    return tuple(
        Run(part) if isinstance(part, str) else Run(f"[{labels.get(part.name, part.label)}]", strong=True)
        for part in wording(edition, text, known)
    )


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
