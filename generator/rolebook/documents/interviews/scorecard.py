"""The scorecard of a role: every skill that it takes, with anchors for each level."""

from __future__ import annotations

from collections.abc import Iterator

from rolebook.documents.blocks import (
    Block,
    Device,
    Document,
    Folded,
    Heading,
    Kind,
    Mark,
    Paragraph,
    Run,
    ScaleKey,
    Table,
    Target,
    words,
)
from rolebook.documents.internal_edition import InternalEdition
from rolebook.documents.interviews.rating import (
    candidate_fields,
    form_id,
    rating_grids,
    recommendation,
    scorecard_form,
    screening_field,
    screening_items,
    weights_note,
)
from rolebook.documents.role_bar import role_bar
from rolebook.documents.roles.levels import vacancies_sought
from rolebook.kit.roles import Role


def scorecard(edition: InternalEdition, subject: str) -> Document:
    """The scorecard of the role whose id is `subject`."""
    role = edition.kit.role(subject)
    _ = edition.gettext
    title = edition.sought(role)
    return edition.document(
        Kind.SCORECARD,
        role.id,
        title=_("Scorecard: {role}", role=title),
        description=_("What is rated for {role}, with behavioural anchors for every level.", role=title),
        blocks=(
            Paragraph(
                (
                    Run(_("For whoever conducts all stages, and for paper. Others rate on their stage's page: ")),
                    *edition.listed(
                        Run(edition.text(stage.name), Target(Kind.STAGE, f"{role.id}/{stage.id}"))
                        for stage in role.interview
                    ),
                    Run("."),
                ),
                lead=True,
            ),
            *vacancies_sought(edition, role, Kind.SCORECARD),
            scorecard_form(edition, role, "role", (need.skill for need in role.needs)),
            candidate_fields(edition, "role"),
            Folded(
                "how-to-rate",
                _("How to rate"),
                (
                    edition.statements(edition.kit.interviewing.rating_rules),
                    Paragraph((weights_note(edition, role),)),
                ),
                apart=False,
            ),
            Heading(_("Skills"), "skills"),
            ScaleKey(
                _("Rating scale"),
                tuple((step.level, edition.level_name(step.level)) for step in edition.kit.about.rating_scale),
            ),
            *rating_grids(edition, role, (need.skill for need in role.needs), "role", 3),
            *_screening(edition, role),
            *recommendation(edition, "role", 2),
            Folded("stages", _("Which stage rates what"), (_matrix(edition, role),), apart=False, level=2),
            Device(form_id("role"), edition.kit.interviewing.device_days),
        ),
        eyebrow=_("Internal"),
        searchable=False,
        trail=edition.role_trail(),
        bar=role_bar(edition, role, Kind.SCORECARD),
    )


def _screening(edition: InternalEdition, role: Role) -> Iterator[Block]:
    """Where the answers to all screening questions of the role's stages are written down."""
    items = screening_items(edition, role, None)
    if items:
        yield Heading(edition.gettext("Screening questions"), "screening")
        for item in items:
            yield screening_field(edition, item, "role")


def _matrix(edition: InternalEdition, role: Role) -> Table:
    _ = edition.gettext
    rated = Mark(_("rated"), "good")
    return Table(
        _("Skills and the stages that rate them"),
        (_("Skill"), *(edition.text(stage.name) for stage in role.interview)),
        tuple(
            (
                (edition.skill(need.skill), edition.need(need.need)),
                *((rated,) if need.skill in stage.skills else words("–") for stage in role.interview),
            )
            for need in role.needs
        ),
    )
