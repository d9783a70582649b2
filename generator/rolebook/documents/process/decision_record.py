"""The decision record of a role: each must-have with its evidence, the decision, its reason, and who decided."""

from __future__ import annotations

from collections.abc import Iterator

from rolebook.documents.blocks import (
    Block,
    Document,
    Heading,
    Inlines,
    Kind,
    NoteSpace,
    Paragraph,
    Run,
    Table,
    Target,
    words,
)
from rolebook.documents.internal_edition import InternalEdition
from rolebook.documents.process.filled import answers, choice, signatures, to_fill_in
from rolebook.documents.process.process_steps import filled_in
from rolebook.documents.role_bar import role_bar
from rolebook.documents.roles.levels import other_levels
from rolebook.kit import Kit
from rolebook.kit.hiring import DecisionRecord
from rolebook.kit.must_haves import counting
from rolebook.kit.roles import Role
from rolebook.kit.sections import Section
from rolebook.kit.skill_needs import SkillNeed


def decision_record_subjects(kit: Kit) -> tuple[str, ...]:
    """The roles that have such a record: all, or none where the kit has no decision record."""
    return tuple(role.id for role in kit.roles_as_sought) if kit.hiring.decision is not None else ()


def decision_record(edition: InternalEdition, subject: str) -> Document:
    """The decision record of the role whose id is `subject`.

    Raises:
        LookupError: The kit has none.
    """
    form, role, _ = edition.kit.hiring.decision, edition.kit.role(subject), edition.gettext
    if form is None:
        raise LookupError("This kit has no decision record.")
    title = edition.sought(role)
    return edition.document(
        Kind.DECISION_RECORD,
        role.id,
        title=_("Decision record: {role}", role=title),
        description=_("The evidence on each must-have, the decision and its reason, to be signed: {role}.", role=title),
        blocks=(
            *other_levels(edition, role, Kind.DECISION_RECORD),
            *_blocks(edition, role, form),
        ),
        eyebrow=_("Internal"),
        searchable=False,
        trail=edition.role_trail(),
        bar=role_bar(edition, role, Kind.DECISION_RECORD),
        form=filled_in(edition, role, Kind.DECISION_RECORD),
    )


def _blocks(edition: InternalEdition, role: Role, form: DecisionRecord) -> Iterator[Block]:
    _ = edition.gettext
    yield Paragraph(
        words(
            _(
                "One record for each finalist, written on the day of the decision, in the terms of the job "
                "description, and kept with the scorecards."
            )
        ),
        lead=True,
    )
    if edition.kit.has(Section.DEBRIEF):
        yield Paragraph(
            (
                Run(_("The debrief page works out the figures, and can fill in this record"), Target(Kind.DEBRIEF)),
                Run("."),
            )
        )
    yield from to_fill_in(edition, role, form.fields)
    yield Heading(_("Must-haves"), "must-haves")
    yield _ratings(edition, role, [need for need in role.needs if need.must_have], _("Must-haves and their evidence"))
    others = [need for need in role.needs if not need.must_have]
    if others:
        yield Heading(_("Other skills"), "other-skills")
        yield _ratings(edition, role, others, _("Other skills and their evidence"))
    yield Heading(_("The decision"), "decision")
    if form.rules:
        yield edition.statements(form.rules)
    yield choice(edition, "outcome", _("Decision"), form.outcomes)
    yield NoteSpace(_("Reason, in the terms of the job description"), 5, "reason")
    yield from answers(edition, form.questions, lines=2)
    if form.checks:
        yield choice(edition, "checks", _("Before anyone signs"), form.checks, several=True)
    yield signatures(edition, _("Who signs"), form.signatures)


def _ratings(edition: InternalEdition, role: Role, needs: list[SkillNeed], caption: str) -> Table:
    """A row for each skill: the stages whose ratings count, and room for the ratings, their median and the evidence."""
    _ = edition.gettext
    return Table(
        caption,
        (_("Skill"), _("Level"), _("Rated in"), _("Ratings given"), _("Median"), _("Evidence: what was said or done")),
        tuple(
            (
                (edition.skill(need.skill),),
                words(edition.level(need.level)),
                _stages(edition, role, need),
                (),
                (),
                (),
            )
            for need in needs
        ),
        entries=(3, 4, 5),
        names=tuple((f"{need.skill}/ratings", f"{need.skill}/median", f"{need.skill}/evidence") for need in needs),
        room=(20, 14, 0),
    )


def _stages(edition: InternalEdition, role: Role, need: SkillNeed) -> Inlines:
    """The stages that rate a skill; of a must-have, those whose questions can show the level that is needed."""
    rating = [
        stage
        for stage in role.interview
        if (need.skill in counting(edition.kit, role, stage) if need.must_have else need.skill in stage.skills)
    ]
    return words(edition.gettext(", ").join(edition.text(stage.name) for stage in rating) or "–")
