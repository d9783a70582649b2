"""The readiness report: what each open posting has and lacks, by jurisdiction and by channel."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

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
    Target,
    words,
)
from rolebook.documents.internal_edition import InternalEdition
from rolebook.kit import readiness as ready
from rolebook.kit.careers import Careers
from rolebook.kit.jurisdictions import Element, Jurisdiction, JurisdictionRule, Reference, Topic, Weight
from rolebook.kit.postings import Posting
from rolebook.kit.roles import Role
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
    kit, careers = edition.kit, edition.kit.careers
    return [vacancy for vacancy in open_vacancies(kit) if careers is not None and _lacks(edition, vacancy, careers)]


def _lacks(edition: InternalEdition, vacancy: Vacancy, careers: Careers) -> bool:
    role, posting = vacancy.role, vacancy.posting
    held = ready.elements(role, posting, careers, edition.kit)
    by_law = any(
        rule.weight is Weight.REQUIRED and missing
        for profile in edition.kit.followed()
        if ready.applies(profile, posting)
        for rule, missing in ready.unmet(profile, held)
    )
    by_channel = any(set(channel.required) - held for channel in ready.CHANNELS)
    return by_law or by_channel or any(ready.broken_limits(role, posting, edition.kit.about.published))


def _blocks(edition: InternalEdition) -> Iterator[Block]:
    _, kit = edition.gettext, edition.kit
    yield Callout(
        "warning",
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
    if kit.careers is None:
        yield Paragraph(words(_("This kit has no careers section, and so no postings.")))
        return
    vacancies = list(open_vacancies(kit))
    if not vacancies:
        yield Paragraph(words(_("No posting is open.")))
    for vacancy in vacancies:
        yield from _posting(edition, kit.careers, vacancy)
    for profile in kit.followed():
        yield from _profile(edition, kit.careers, profile)


def _posting(edition: InternalEdition, careers: Careers, vacancy: Vacancy) -> Iterator[Block]:
    role, posting = vacancy.role, vacancy.posting
    _, held = edition.gettext, ready.elements(role, posting, careers, edition.kit)
    anchor = vacancy.id.replace("/", "-")
    yield Heading(edition.text(posting.title or role.title), anchor)
    copy = Run(_("Text for job boards"), Target(Kind.POSTING_TEXT, role.own_id))
    yield Paragraph((edition.role(role.own_id), Run(f" · {posting.identifier} · "), copy))
    yield Table(
        _("Jurisdictions and channels"),
        (_("Asked for by"), _("Required and missing"), _("Recommended and missing"), _("Limits")),
        (*_by_profile(edition, held, posting), *_by_channel(edition, held, role, posting)),
    )


def _by_profile(edition: InternalEdition, held: frozenset[Element], posting: Posting) -> Iterator[tuple[Inlines, ...]]:
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
    edition: InternalEdition, held: frozenset[Element], role: Role, posting: Posting
) -> Iterator[tuple[Inlines, ...]]:
    _ = edition.gettext
    broken = list(ready.broken_limits(role, posting, edition.kit.about.published))
    for channel in ready.CHANNELS:
        limits = [
            _(
                "{what}: {found} characters, the limit is {limit}",
                what=element_name(edition, breach.what),
                found=breach.found,
                limit=breach.limit,
            )
            for breach in broken
            if breach.channel is channel
        ]
        yield (
            words(channel.name or _("Own site")),
            _missing(edition, channel.required, held),
            _missing(edition, channel.recommended, held),
            (Mark("; ".join(limits), "warn"),) if limits else (Mark(_("kept"), "good"),),
        )


def _missing(
    edition: InternalEdition, wanted: tuple[Element, ...] | list[Element], held: frozenset[Element]
) -> Inlines:
    lacking = [element for element in dict.fromkeys(wanted) if element not in held]
    if not lacking:
        return (Mark(edition.gettext("complete"), "good"),)
    return (Mark(edition.gettext(", ").join(element_name(edition, element) for element in lacking), "warn"),)


def _profile(edition: InternalEdition, careers: Careers, profile: Jurisdiction) -> Iterator[Block]:
    _ = edition.gettext
    yield Heading(edition.in_any_language(profile.name), f"jurisdiction-{profile.id}")
    reviewed = _("Compared with its sources on {day}.", day=edition.language.date(profile.reviewed))
    note = f" {edition.in_any_language(profile.note)}" if profile.note else ""
    yield Paragraph(words(f"{reviewed}{note}"))
    slow = list(ready.too_slow(profile, careers))
    if slow:
        yield Callout(
            "warning",
            _("The kit promises candidates less than is asked for here"),
            (Listing(tuple(Item(words(edition.in_any_language(rule.text))) for rule in slow)),),
        )
    for rule in profile.rules:
        if rule.interviewers:
            yield _panel(edition, rule)
    yield Table(
        _("Rules"),
        (_("About"), _("What is asked for"), _("Checked by"), _("Source")),
        tuple(_rule(edition, rule) for rule in profile.rules),
        tuple(f"{profile.id}-{rule.id}" for rule in profile.rules),
    )


def _panel(edition: InternalEdition, rule: JurisdictionRule) -> Callout:
    """Whether enough people interview in every stage, and what is disputed of the rule that asks for it."""
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
    title = ngettext(
        "Stages with fewer than {n} interviewer, although the rule requires that many",
        "Stages with fewer than {n} interviewers, although the rule requires that many",
        rule.interviewers or 0,
    )
    kept = ngettext(
        "Every stage has at least {n} interviewer, as the rule requires",
        "Every stage has at least {n} interviewers, as the rule requires",
        rule.interviewers or 0,
    )
    text = words(edition.in_any_language(rule.text))
    blocks: list[Block] = [Paragraph((*text, *_disputed(edition, rule)))]
    if few:
        blocks.append(Listing(few))
    return Callout("warning" if few else "note", title if few else kept, tuple(blocks))


def _disputed(edition: InternalEdition, rule: JurisdictionRule) -> Inlines:
    if rule.disputed is None:
        return ()
    return (Mark(edition.gettext("disputed"), "warn"), Run(f" {edition.in_any_language(rule.disputed)}"))


def _rule(edition: InternalEdition, rule: JurisdictionRule) -> tuple[Inlines, ...]:
    _ = edition.gettext
    by = _(", ").join(element_name(edition, element) for element in rule.elements)
    if rule.working_days or rule.days:
        by = _("the careers section")
    if rule.interviewers:
        by = _("the number of interviewers in each stage")
    return (
        (Run(topic_name(edition, rule.topic)),),
        (*words(edition.in_any_language(rule.text)), *_disputed(edition, rule)),
        words(by) if by else (Mark(_("a person"), "muted"),),
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


def element_name(edition: InternalEdition, element: Element) -> str:
    """What an element of a posting is called."""
    _ = edition.gettext
    return {
        Element.TITLE: _("Title"),
        Element.DESCRIPTION: _("Description"),
        Element.EMPLOYER: _("Employer"),
        Element.ACTIVITY: _("Activity"),
        Element.HEAD_OFFICE: _("Head office"),
        Element.PLACE: _("Place"),
        Element.DUTIES: _("Duties"),
        Element.SKILLS: _("Skills"),
        Element.HOURS: _("Working hours"),
        Element.EMPLOYMENT_TYPE: _("Kind of contract"),
        Element.BENEFITS: _("Benefits"),
        Element.PAY: _("Pay"),
        Element.POSTED: _("Date of publication"),
        Element.DEADLINE: _("Last day for applications"),
        Element.APPLY: _("How to apply"),
        Element.APPLY_ONLINE: _("Web address for applications"),
        Element.DIRECT_APPLY: _("Application in one step"),
        Element.IDENTIFIER: _("Identifier"),
        Element.POSTAL_ADDRESS: _("Postal address"),
        Element.LOGO: _("Logo"),
        Element.OCCUPATION: _("Occupation code"),
        Element.PROCESS: _("Hiring process"),
        Element.ADJUSTMENTS: _("Adjustments"),
        Element.EQUAL_OPPORTUNITY: _("Equal opportunity"),
        Element.PRIVACY: _("What happens to the data"),
    }[element]
