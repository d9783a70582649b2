"""What each jurisdiction that the kit follows asks for: its rules, who sees to them, and where they were read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from rolebook.documents.blocks import (
    Block,
    Callout,
    Folded,
    Heading,
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
from rolebook.documents.process.checks import who_checks
from rolebook.documents.process.posting_elements import element_name
from rolebook.kit import readiness as ready
from rolebook.kit.careers import Careers
from rolebook.kit.jurisdictions import Jurisdiction, JurisdictionRule, Reference, Topic
from rolebook.kit.law import coming, held_on, will_concern
from rolebook.kit.vacancies import Vacancy


def unkept(edition: InternalEdition, careers: Careers) -> Iterator[Callout]:
    """What the kit itself does not keep of the rules, whatever its postings say."""
    _ = edition.gettext
    for profile in edition.kit.followed():
        rules = held_on(profile, edition.kit.today)
        slow = list(ready.too_slow(rules, careers))
        if slow:
            name = edition.in_any_language(profile.name)
            yield Callout(
                "warning",
                _("{name}: candidates are promised shorter notice or a later answer than the rules allow", name=name),
                (Listing(tuple(Item(words(edition.in_any_language(rule.text))) for rule in slow)),),
            )
        for rule in rules:
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


def rules_of(edition: InternalEdition, profile: Jurisdiction) -> Iterator[Block]:
    """The rules of a profile, folded up under its name: how many there are, and where each was read."""
    _, ngettext = edition.gettext, edition.language.ngettext
    said = [_("Compared with its sources on {day}.", day=edition.language.date(profile.reviewed))]
    due = len(profile.due_on(edition.kit.today))
    if due:
        said.append(
            ngettext(
                "The day for comparing {n} rule again is over.", "The day for comparing {n} rules again is over.", due
            )
        )
    if profile.note:
        said.append(edition.in_any_language(profile.note))
    many = ngettext("{n} rule", "{n} rules", len(profile.rules))
    name = edition.in_any_language(profile.name)
    table = Table(
        _("{name}: {rules}", name=name, rules=_("Rules")),
        (_("About"), _("What is asked for"), _("Where and when"), _("Checked by"), _("Source")),
        tuple(_rule(edition, rule) for rule in profile.rules),
        tuple(f"{profile.id}-{rule.id}" for rule in profile.rules),
    )
    title = _("{name}: {rules}", name=name, rules=many)
    yield Folded(f"jurisdiction-{profile.id}", title, (Paragraph(words(" ".join(said))), table), apart=False)


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
        words(where_and_when(edition, rule) or "–"),
        words(by) if by else (Mark(who_checks(edition, rule.topic)),),
        (*reference(edition, rule.source), *((Mark(_("official"), "good"),) if rule.source.official else ())),
    )


def where_and_when(edition: InternalEdition, rule: JurisdictionRule) -> str:
    """Where in a jurisdiction a rule holds, and on which days: nothing where that is everywhere, and already."""
    _, day = edition.gettext, edition.language.date
    said = [edition.language.join([edition.language.country(code) for code in rule.places])] if rule.places else []
    if rule.planned:
        said.append(_("planned for {day}", day=day(rule.from_)) if rule.from_ else _("planned"))
    elif rule.from_ is not None:
        begun = rule.from_ <= edition.kit.today
        said.append(_("since {day}", day=day(rule.from_)) if begun else _("from {day}", day=day(rule.from_)))
    if rule.until is not None:
        said.append(_("until {day}", day=day(rule.until)))
    return _(", ").join(said)


def coming_rules(edition: InternalEdition, vacancies: Sequence[Vacancy]) -> Iterator[Block]:
    """The rules that are still to come, the soonest first, and the open postings that will still be open then."""
    _, kit = edition.gettext, edition.kit
    later = [(rule, profile) for profile in kit.followed() for rule in coming(profile, kit.today)]
    if not later:
        return
    items: list[Item] = []
    is_concerned = False
    for rule, profile in sorted(later, key=lambda one: one[0].from_ or date.max):
        concerned = [one for one in vacancies if will_concern(profile, rule, one.posting)]
        is_concerned = is_concerned or bool(concerned)
        place = Run(edition.in_any_language(profile.name), Target(Kind.READINESS, "", f"{profile.id}-{rule.id}"))
        text = (*words(edition.in_any_language(rule.text)), *_disputed(edition, rule))
        about = (
            place,
            *((Mark(_("planned")),) if rule.planned else ()),
            *(Mark(edition.text(one.posting.title or one.role.title), "warn") for one in concerned),
        )
        day = Run(edition.language.date(rule.from_) if rule.from_ else _("No date yet"), strong=True)
        items.append(Item((day,), (Listing((Item(text, (Paragraph(about),)),)),)))
    yield Heading(_("What comes into force next"), "coming")
    if is_concerned:
        yield Paragraph(words(_("The postings named beside a rule will still be open when it takes effect.")))
    elif vacancies:
        yield Paragraph(words(_("None of these rules is due to apply to an open posting before it closes.")))
    yield Listing(tuple(items), beside=True)


def staffing(edition: InternalEdition, level: int = 2) -> Iterator[Folded]:
    """What the jurisdictions that the kit follows ask of who may be employed: a condition of every structure."""
    _, kit = edition.gettext, edition.kit
    found = [
        (profile, rule)
        for profile in kit.followed()
        for rule in held_on(profile, kit.today)
        if rule.topic is Topic.STAFFING
    ]
    if found:
        items = tuple(
            Item(
                (
                    Run(f"{edition.in_any_language(rule.text)} ("),
                    *reference(edition, rule.source),
                    Run(") "),
                    *_disputed(edition, rule),
                )
            )
            for _profile, rule in found
        )
        note = Run(f"{_('Not legal advice: these rules were read in the sources named.')} ")
        about = Paragraph((note, Run(_("All rules that the kit follows"), Target(Kind.READINESS, "", "rules"))))
        yield Folded("law", _("What the law asks of the team"), (Listing(items), about), apart=False, level=level)


def reference(edition: InternalEdition, source: Reference) -> Inlines:
    """Where a rule was read: the publication, and what to know of it."""
    title = edition.foreign(source.title, source.language, str(source.url or ""))
    if source.note is None:
        return (title,)
    return (title, Run(edition.gettext(", ") + edition.in_any_language(source.note)))


def automation(edition: InternalEdition) -> Iterator[Block]:
    """That figures are added up and nobody is ranked, and what the followed jurisdictions ask of machines that rank."""
    _, kit = edition.gettext, edition.kit
    found = [
        (profile, rule)
        for profile in kit.followed()
        for rule in (*held_on(profile, kit.today), *coming(profile, kit.today))
        if rule.topic is Topic.AI
    ]
    yield Paragraph(
        words(
            _(
                "These figures are added up from ratings that people gave. No artificial intelligence takes part, and "
                "no candidate is ranked or rejected by a figure."
            )
        )
    )
    if found:
        yield Listing(
            tuple(
                Item(
                    (
                        Run(
                            _("{place}, {when}: ", place=edition.in_any_language(profile.name), when=when)
                            if (when := where_and_when(edition, rule))
                            else edition.in_any_language(profile.name) + _(": ")
                        ),
                        Run(edition.in_any_language(rule.text), Target(Kind.READINESS, "", f"{profile.id}-{rule.id}")),
                    )
                )
                for profile, rule in found
            )
        )
        yield Paragraph(words(_("Not legal advice: these rules were read in the sources named.")))


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
        Topic.STAFFING: edition.gettext("Who may be employed"),
        Topic.AI: edition.gettext("Artificial intelligence"),
    }[topic]
