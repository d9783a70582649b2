"""What each jurisdiction that the kit follows asks for: its rules, who sees to them, and where they were read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rolebook.documents.blocks import (
    Block,
    Callout,
    Folded,
    Inlines,
    Item,
    Kind,
    Listing,
    Mark,
    Paragraph,
    Run,
    Table,
    Target,
    words,
)
from rolebook.documents.internal_edition import InternalEdition
from rolebook.documents.process.posting_elements import element_name
from rolebook.kit import readiness as ready
from rolebook.kit.careers import Careers
from rolebook.kit.jurisdictions import Jurisdiction, JurisdictionRule, Reference, Topic


def unkept(edition: InternalEdition, careers: Careers) -> Iterator[Callout]:
    """What the kit itself does not keep of the rules, whatever its postings say."""
    _ = edition.gettext
    for profile in edition.kit.followed():
        slow = list(ready.too_slow(profile, careers))
        if slow:
            name = edition.in_any_language(profile.name)
            yield Callout(
                "warning",
                _("{name}: candidates are promised shorter notice or a later answer than the rules allow", name=name),
                (Listing(tuple(Item(words(edition.in_any_language(rule.text))) for rule in slow)),),
            )
        for rule in profile.rules:
            yield from _understaffed(edition, rule)


def _understaffed(edition: InternalEdition, rule: JurisdictionRule) -> Iterator[Callout]:
    """The stages in which fewer people interview than a rule asks for, and what is disputed of it."""
    ngettext, separator = edition.language.ngettext, edition.gettext(", ")
    few = tuple(
        Item(
            (
                edition.role(role.id, Kind.INTERVIEW_KIT),
                Run(edition.gettext(": ") + separator.join(edition.text(stage.name) for stage in stages)),
            )
        )
        for role, stages in ready.understaffed(edition.kit, rule)
    )
    if few:
        title = ngettext(
            "Stages with fewer than {n} interviewer, although the rule requires that many",
            "Stages with fewer than {n} interviewers, although the rule requires that many",
            rule.interviewers or 0,
        )
        text = Paragraph((*words(edition.in_any_language(rule.text)), *_disputed(edition, rule)))
        yield Callout("warning", title, (text, Listing(few)))


def left_to_people(edition: InternalEdition, profiles: Iterable[Jurisdiction]) -> Listing:
    """What no posting shows, by the person who sees to it; each rule leads to its source."""
    by_person: dict[str, list[Item]] = {}
    for profile in profiles:
        where = edition.in_any_language(profile.name)
        for rule in filter(ready.is_left_to_a_person, profile.rules):
            to = Run(where, Target(Kind.READINESS, "", f"{profile.id}-{rule.id}"))
            text = Run(f"{edition.in_any_language(rule.text)} ")
            by_person.setdefault(_who(edition, rule.topic), []).append(Item((text, to)))
    return Listing(
        tuple(Item((Run(who, strong=True),), (Listing(tuple(rules)),)) for who, rules in by_person.items()), beside=True
    )


def _who(edition: InternalEdition, topic: Topic) -> str:
    """Who usually sees to what no posting shows (editorial default)."""
    _ = edition.gettext
    match topic:
        case Topic.QUESTIONS:
            return _("Interviewers")
        case Topic.PAY | Topic.OFFER:
            return _("People partner")
        case _:
            return _("Recruiter")


def rules_of(edition: InternalEdition, profile: Jurisdiction) -> Iterator[Block]:
    """The rules of a profile, folded up under its name: how many there are, and where each was read."""
    _, ngettext = edition.gettext, edition.language.ngettext
    reviewed = _("Compared with its sources on {day}.", day=edition.language.date(profile.reviewed))
    note = f" {edition.in_any_language(profile.note)}" if profile.note else ""
    many = ngettext("{n} rule", "{n} rules", len(profile.rules))
    table = Table(
        _("Rules"),
        (_("About"), _("What is asked for"), _("Checked by"), _("Source")),
        tuple(_rule(edition, rule) for rule in profile.rules),
        tuple(f"{profile.id}-{rule.id}" for rule in profile.rules),
    )
    title = _("{name}: {rules}", name=edition.in_any_language(profile.name), rules=many)
    yield Folded(f"jurisdiction-{profile.id}", title, (Paragraph(words(f"{reviewed}{note}")), table), apart=False)


def _disputed(edition: InternalEdition, rule: JurisdictionRule) -> Inlines:
    if rule.disputed is None:
        return ()
    return (Mark(edition.gettext("disputed"), "warn"), Run(f" {edition.in_any_language(rule.disputed)}"))


def _rule(edition: InternalEdition, rule: JurisdictionRule) -> tuple[Inlines, ...]:
    _ = edition.gettext
    by = _(", ").join(element_name(edition, element) for element in rule.elements)
    if rule.working_days or rule.days:
        by = _("Periods promised to candidates")
    if rule.interviewers:
        by = _("Number of interviewers in each stage")
    return (
        (Run(topic_name(edition, rule.topic)),),
        (*words(edition.in_any_language(rule.text)), *_disputed(edition, rule)),
        words(by) if by else (Mark(_who(edition, rule.topic)),),
        reference(edition, rule.source),
    )


def reference(edition: InternalEdition, source: Reference) -> Inlines:
    """Where a rule was read: the publication, and what to know of it."""
    title = Run(source.title, url=str(source.url or ""))
    if source.note is None:
        return (title,)
    return (title, Run(edition.gettext(", ") + edition.in_any_language(source.note)))


def prescribed(edition: InternalEdition, rules: Iterable[JurisdictionRule]) -> Listing:
    """What a jurisdiction prescribes, each rule with where it was read."""
    return Listing(
        tuple(
            Item((Run(f"{edition.in_any_language(rule.text)} ("), *reference(edition, rule.source), Run(")")))
            for rule in rules
        )
    )


def topic_name(edition: InternalEdition, topic: Topic) -> str:
    """What a rule is about."""
    return {
        Topic.ADVERTISEMENT: edition.gettext("Advertisement"),
        Topic.PAY: edition.gettext("Pay"),
        Topic.QUESTIONS: edition.gettext("What may not be asked"),
        Topic.NOTICE: edition.gettext("Notice"),
        Topic.ANSWER: edition.gettext("Answer"),
        Topic.PROCESS: edition.gettext("Procedure"),
        Topic.OFFER: edition.gettext("Offer"),
        Topic.DATA: edition.gettext("Candidates' data"),
    }[topic]
