"""The readiness report: what each open posting has and lacks, by jurisdiction and by channel."""

from __future__ import annotations

from collections.abc import Iterator

from rolebook.documents.blocks import (
    Block,
    Callout,
    Document,
    Heading,
    Inlines,
    Item,
    Kind,
    Listing,
    Mark,
    Paragraph,
    Run,
    Table,
    words,
)
from rolebook.documents.edition import Edition
from rolebook.kit import readiness as ready
from rolebook.kit.careers import Careers
from rolebook.kit.jurisdictions import Element, Jurisdiction, JurisdictionRule, Topic, Weight
from rolebook.kit.postings import Posting
from rolebook.kit.roles import Role


def readiness(edition: Edition, subject: str) -> Document:
    """The readiness report of all open postings. It has no subject."""
    say = edition.say
    return Document(
        Kind.READINESS,
        "",
        edition.language.tag,
        say("Readiness of postings"),
        say("What each open posting has and lacks, for the law of its places and for the boards that read it."),
        tuple(_blocks(edition)),
        trail=(edition.home(),),
        searchable=False,
    )


def _blocks(edition: Edition) -> Iterator[Block]:
    say, kit = edition.say, edition.kit
    yield Callout(
        "warning",
        say("Not legal advice"),
        (
            Paragraph(
                words(
                    say(
                        "The rules below were read in the sources that stand beside them, and on the day that stands "
                        "there. They may be incomplete or out of date. Ask your legal counsel before you rely on them."
                    )
                )
            ),
        ),
    )
    if kit.careers is None:
        yield Paragraph(words(say("This kit has no careers section, and so no postings.")))
        return
    postings = list(ready.open_postings(kit))
    if not postings:
        yield Paragraph(words(say("No posting is open.")))
    for _, role, posting in postings:
        yield from _posting(edition, kit.careers, role, posting)
    for profile in kit.followed():
        yield from _profile(edition, kit.careers, profile)


def _posting(edition: Edition, careers: Careers, role: Role, posting: Posting) -> Iterator[Block]:
    say, held = edition.say, ready.elements(role, posting, careers, edition.kit.interviewing)
    yield Heading(edition.text(role.title), role.id)
    yield Paragraph((edition.role(role.id), Run(f" · {posting.identifier}")))
    yield Table(
        say("Jurisdictions and channels"),
        (say("Asked for by"), say("Required and missing"), say("Recommended and missing"), say("Limits")),
        (*_by_profile(edition, held, posting), *_by_channel(edition, held, role, posting)),
    )


def _by_profile(edition: Edition, held: frozenset[Element], posting: Posting) -> Iterator[tuple[Inlines, ...]]:
    for profile in edition.kit.followed():
        if not ready.applies(profile, posting):
            continue
        lacking: dict[Weight, list[Element]] = {weight: [] for weight in Weight}
        for rule, missing in ready.unmet(profile, held):
            lacking[rule.weight].extend(missing)
        yield (
            words(edition.in_any_language(profile.name)),
            _missing(edition, lacking[Weight.REQUIRED], held),
            _missing(edition, lacking[Weight.RECOMMENDED], held),
            words("–"),
        )


def _by_channel(
    edition: Edition, held: frozenset[Element], role: Role, posting: Posting
) -> Iterator[tuple[Inlines, ...]]:
    say = edition.say
    broken = list(ready.broken_limits(role, posting, edition.kit.kit.published))
    for channel in ready.CHANNELS:
        limits = [
            say(
                "{what}: {found} characters, the limit is {limit}",
                what=element_name(edition, one.what),
                found=one.found,
                limit=one.limit,
            )
            for one in broken
            if one.channel is channel
        ]
        yield (
            words(channel.name or say("Own site")),
            _missing(edition, channel.required, held),
            _missing(edition, channel.recommended, held),
            (Mark("; ".join(limits), "warn"),) if limits else (Mark(say("kept"), "good"),),
        )


def _missing(edition: Edition, wanted: tuple[Element, ...] | list[Element], held: frozenset[Element]) -> Inlines:
    lacking = [element for element in dict.fromkeys(wanted) if element not in held]
    if not lacking:
        return (Mark(edition.say("complete"), "good"),)
    return (Mark(edition.say(", ").join(element_name(edition, one) for one in lacking), "warn"),)


def _profile(edition: Edition, careers: Careers, profile: Jurisdiction) -> Iterator[Block]:
    say = edition.say
    yield Heading(edition.in_any_language(profile.name), f"jurisdiction-{profile.id}")
    reviewed = say("Compared with its sources on {day}.", day=edition.language.date(profile.reviewed))
    note = f" {edition.in_any_language(profile.note)}" if profile.note else ""
    yield Paragraph(words(f"{reviewed}{note}"))
    slow = list(ready.too_slow(profile, careers))
    if slow:
        yield Callout(
            "warning",
            say("The kit promises candidates less than is asked for here"),
            (Listing(tuple(Item(words(edition.in_any_language(rule.text))) for rule in slow)),),
        )
    yield Table(
        say("Rules"),
        (say("About"), say("What is asked for"), say("Seen to by"), say("Source")),
        tuple(_rule(edition, rule) for rule in profile.rules),
        tuple(f"{profile.id}-{rule.id}" for rule in profile.rules),
    )


def _rule(edition: Edition, rule: JurisdictionRule) -> tuple[Inlines, ...]:
    say = edition.say
    by = say(", ").join(element_name(edition, one) for one in rule.elements)
    if rule.working_days or rule.days:
        by = say("the careers section")
    return (
        (Run(topic_name(edition, rule.topic)),),
        words(edition.in_any_language(rule.text)),
        words(by) if by else (Mark(say("a person"), "muted"),),
        (Run(rule.source.title, url=str(rule.source.url or "")),),
    )


def topic_name(edition: Edition, topic: Topic) -> str:
    """What a rule is about."""
    return {
        Topic.ADVERTISEMENT: edition.say("Advertisement"),
        Topic.PAY: edition.say("Pay"),
        Topic.QUESTIONS: edition.say("What may not be asked"),
        Topic.NOTICE: edition.say("Notice"),
        Topic.ANSWER: edition.say("Answer"),
        Topic.PROCESS: edition.say("Procedure"),
    }[topic]


def element_name(edition: Edition, element: Element) -> str:
    """What an element of a posting is called."""
    say = edition.say
    return {
        Element.TITLE: say("Title"),
        Element.DESCRIPTION: say("Description"),
        Element.EMPLOYER: say("Employer"),
        Element.ACTIVITY: say("Activity"),
        Element.HEAD_OFFICE: say("Head office"),
        Element.PLACE: say("Place"),
        Element.DUTIES: say("Duties"),
        Element.SKILLS: say("Skills"),
        Element.HOURS: say("Working hours"),
        Element.EMPLOYMENT_TYPE: say("Kind of contract"),
        Element.BENEFITS: say("Benefits"),
        Element.PAY: say("Pay"),
        Element.POSTED: say("Day of publication"),
        Element.DEADLINE: say("Last day for applications"),
        Element.APPLY: say("How to apply"),
        Element.APPLY_ONLINE: say("Web address for applications"),
        Element.DIRECT_APPLY: say("Application in one step"),
        Element.IDENTIFIER: say("Identifier"),
        Element.POSTAL_ADDRESS: say("Postal address"),
        Element.LOGO: say("Logo"),
        Element.OCCUPATION: say("Occupation code"),
        Element.PROCESS: say("Hiring process"),
        Element.ADJUSTMENTS: say("Adjustments"),
        Element.EQUAL_OPPORTUNITY: say("Equal opportunity"),
    }[element]
