"""The screening sheet of a role: a form for one reader of one CV, and what counts in it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from rolebook.documents.blocks import (
    Block,
    Choice,
    Definitions,
    Document,
    Fields,
    Heading,
    Inlines,
    Item,
    Kind,
    Listing,
    Mark,
    NoteSpace,
    Paragraph,
    Run,
    Table,
    Target,
    words,
)
from rolebook.documents.internal_edition import InternalEdition
from rolebook.documents.process.filled import choice, fill_in
from rolebook.documents.process.process_steps import filled_in
from rolebook.documents.role_bar import role_bar
from rolebook.documents.roles.levels import other_levels
from rolebook.kit import Kit
from rolebook.kit.forms import Fill
from rolebook.kit.roles import Role
from rolebook.kit.screening import Screening, SkillSignals
from rolebook.kit.skill_needs import SkillNeed


def screening_sheet_subjects(kit: Kit) -> tuple[str, ...]:
    """The roles that have one: those that say what counts in a CV."""
    return () if kit.hiring.screening is None else tuple(role.id for role in kit.roles_as_sought if role.screening)


def screening_sheet(edition: InternalEdition, subject: str) -> Document:
    """The screening sheet of the role whose id is `subject`.

    Raises:
        LookupError: The role has none.
    """
    role, screening, _ = edition.kit.role(subject), edition.kit.hiring.screening, edition.gettext
    if screening is None or not role.screening:
        raise LookupError(f"The role “{subject}” has no screening sheet.")
    return edition.document(
        Kind.SCREENING_SHEET,
        role.id,
        title=_("Screening sheet: {role}", role=edition.sought(role)),
        description=_("What counts in a CV for {role}, and what does not.", role=edition.sought(role)),
        blocks=tuple(_blocks(edition, role, screening)),
        eyebrow=_("Internal"),
        trail=edition.role_trail(),
        bar=role_bar(edition, role, Kind.SCREENING_SHEET),
        form=filled_in(edition, role, Kind.SCREENING_SHEET),
        searchable=False,
    )


def _blocks(edition: InternalEdition, role: Role, screening: Screening) -> Iterator[Block]:
    _ = edition.gettext
    signals = tuple((need, found) for found in role.screening if (need := role.need(found.skill)) is not None)
    yield from other_levels(edition, role, Kind.SCREENING_SHEET)
    yield Paragraph(
        words(_("One sheet for each CV and each reader. What counts as a signal is below the form.")), lead=True
    )
    yield Fields(
        (_("Applicant (name or code)"), _("Reader"), _("Date"), _("Level sought")),
        values=("", "", "", fill_in(edition, role, Fill.LEVEL)),
        days=(2,),
    )
    if any(finding.meaning for finding in screening.findings):
        yield _key(edition, screening)
    yield _form(edition, role, signals, screening)
    yield from _decision(edition, screening)
    yield Heading(_("How to read"), "how-to-read")
    yield edition.statements(screening.rules, ordered=True)
    yield Heading(_("What counts"), "signals")
    for need, found in signals:
        yield from _skill(edition, need, found)
    yield Heading(_("What does not count"), "no-signals")
    yield Definitions(
        tuple((words(edition.text(one.what)), edition.backed(one.instead, one)) for one in screening.no_signals)
    )


def _marks(edition: InternalEdition, need: SkillNeed) -> Inlines:
    """Whether a skill is a must-have: said quietly, since most of them are."""
    mark = Mark(edition.gettext("Must-have")) if need.must_have else edition.need(need.need)
    return (replace(mark, tone="plain"),)


def _form(
    edition: InternalEdition, role: Role, signals: tuple[tuple[SkillNeed, SkillSignals], ...], screening: Screening
) -> Table:
    """What was found of each skill, the must-haves first: a choice for the finding, and room for the line of the CV."""
    _ = edition.gettext

    def what_counts(need: SkillNeed) -> Run:
        name = edition.text(edition.kit.skill(need.skill).name)
        return Run(name, Target(Kind.SCREENING_SHEET, role.id, f"signals-{need.skill}"))

    findings = tuple(edition.text(finding.name) for finding in screening.findings)
    needs = sorted((need for need, _signals in signals), key=lambda need: not need.must_have)
    decisive = sum(need.must_have for need in needs)
    groups = ((0, _("Must-haves")), (decisive, _("Other skills: noted, but they do not decide")))
    return Table(
        _("What the CV shows"),
        (_("Skill"), " / ".join(findings), _("Where in the CV, in its words")),
        tuple(((what_counts(need),), (), ()) for need in needs),
        groups=groups if 0 < decisive < len(needs) else groups[:1] if decisive else (),
        entries=(1, 2),
        room=(30, 0),
        options=((1, findings),),
        decides=decisive,
    )


def _key(edition: InternalEdition, screening: Screening) -> Definitions:
    """What each finding means."""
    return Definitions(
        tuple(
            (words(edition.text(finding.name)), words(edition.text(finding.meaning)))
            for finding in screening.findings
            if finding.meaning is not None
        )
    )


def _decision(edition: InternalEdition, screening: Screening) -> Iterator[Block]:
    _ = edition.gettext
    decision: Choice = choice(edition, "decision", _("This reader's decision"), screening.decisions)
    rules = (one.proposed_if for one in screening.decisions)
    yield replace(
        decision,
        options=tuple(
            replace(option, rule=(rule.last_at_most, rule.first_at_least) if rule else None)
            for option, rule in zip(decision.options, rules, strict=True)
        ),
    )
    yield NoteSpace(_("Reason, by skill"), 2)
    yield Fields((_("Second reader's decision"), _("Joint decision"), _("The applicant was told on")), days=(2,))


def _skill(edition: InternalEdition, need: SkillNeed, found: SkillSignals) -> Iterator[Block]:
    _ = edition.gettext
    skill = edition.kit.skill(need.skill)
    yield Heading(edition.text(skill.name), f"signals-{skill.id}", 3, _marks(edition, need))
    yield Paragraph(edition.backed(skill.definition, skill))
    yield edition.texts(found.signals)
    also = (Item(words(edition.text(text))) for text in (need.equivalent, *found.also))
    yield Paragraph((Run(_("Also counts:"), strong=True),))
    yield Listing(tuple(also))
