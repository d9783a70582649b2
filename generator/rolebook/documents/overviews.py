"""The overview pages: objectives, careers, coverage, facts and glossary."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from rolebook.documents.blocks import (
    Block,
    Definitions,
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
from rolebook.documents.roles import FEW, families
from rolebook.kit.evidence import Source
from rolebook.kit.kit import Objective
from rolebook.kit.roles import Role
from rolebook.kit.skills import Skill

COLUMNS = 12
"""Roles that stand side by side in a table at most (editorial default)."""


def objectives(edition: InternalEdition, subject: str) -> Document:
    """What the team is there to achieve, and the duties that serve it. It has no subject."""
    _ = edition.gettext
    serving = _duties_serving if len(edition.kit.roles) <= FEW else _roles_serving
    blocks: list[Block] = []
    for objective in edition.kit.objectives:
        blocks.append(Heading(edition.text(objective.name), objective.id))
        blocks.append(Paragraph(edition.backed(objective.text, objective)))
        blocks.append(edition.statements(objective.ways))
        blocks.append(serving(edition, objective))
    return Document(
        Kind.OBJECTIVES,
        "",
        edition.language.tag,
        _("Objectives"),
        _("What the team is there to achieve, how, and which duties serve it."),
        tuple(blocks),
        trail=(edition.home(),),
    )


def _duties_serving(edition: InternalEdition, objective: Objective) -> Table:
    _ = edition.gettext
    rows: list[tuple[Inlines, ...]] = []
    groups: list[tuple[int, str]] = []
    for role in edition.kit.roles:
        served = [duty for duty in role.duties if duty.objective == objective.id]
        if served:
            groups.append((len(rows), edition.text(role.title)))
        rows.extend(
            (
                (
                    Run(edition.text(duty.text), Target(Kind.JOB_DESCRIPTION, role.id, f"duty-{duty.id}")),
                    edition.evidence(duty),
                ),
                edition.listed(edition.skill(skill) for skill in duty.skills),
            )
            for duty in served
        )
    return Table(_("Duties that serve it"), (_("Duty"), _("Takes")), tuple(rows), groups=tuple(groups))


def _roles_serving(edition: InternalEdition, objective: Objective) -> Table:
    """The roles alone, where there are many: each leads to its duties under this objective."""
    _, rows = edition.gettext, []
    for _anchor, family, members in families(edition, edition.kit.roles):
        serving = [role for role in members if any(duty.objective == objective.id for duty in role.duties)]
        links = (
            Run(edition.text(role.title), Target(Kind.JOB_DESCRIPTION, role.id, f"duties-{objective.id}"))
            for role in serving
        )
        if serving:
            rows.append((words(family), edition.listed(links)))
    return Table(_("Roles whose duties serve it"), (_("Job family"), _("Roles")), tuple(rows))


def coverage(edition: InternalEdition, subject: str) -> Document:
    """Which stage of which role rates which skill. It has no subject."""
    return coverage_of(edition, edition.kit.roles)


def coverage_of(edition: InternalEdition, roles: Sequence[Role]) -> Document:
    """Which stage of some roles rates which skill."""
    _ = edition.gettext
    blocks: list[Block] = [
        Paragraph(
            words(_("Which skill is rated where, so that nothing is forgotten and nothing asked twice.")), lead=True
        ),
        Heading(_("Skills by role"), "roles"),
        *_skills_by_role(edition, roles),
        Heading(_("Skills by stage"), "stages"),
    ]
    for role in roles:
        blocks.append(Heading(edition.text(role.title), f"stages-{role.id}", 3))
        blocks.append(
            Table(
                _("Stages that rate the skills of {role}", role=edition.text(role.title)),
                (_("Skill"), *(edition.text(stage.name) for stage in role.interview), _("Ratings")),
                tuple(
                    (
                        (edition.skill(need.skill),),
                        *(
                            (Mark(_("rated"), "good"),) if need.skill in stage.skills else words("–")
                            for stage in role.interview
                        ),
                        words(
                            edition.language.number(
                                sum(len(stage.interviewers) for stage in role.interview if need.skill in stage.skills)
                            )
                        ),
                    )
                    for need in role.skills
                ),
            )
        )
    return Document(
        Kind.COVERAGE,
        "",
        edition.language.tag,
        _("Coverage"),
        _("Which skill is rated for which role, in which stage, and by how many people."),
        tuple(blocks),
        trail=(edition.home(),),
    )


def _skills_by_role(edition: InternalEdition, roles: Sequence[Role]) -> Iterator[Block]:
    """The level that each role needs: in one table, or, where that is too wide, in one for each family.

    A table of every skill and every role grows with both, and nobody reads a thousand columns.
    """
    kit = edition.kit
    if len(kit.roles) <= COLUMNS:
        yield _levels(edition, edition.gettext("The level that each role needs"), kit.skills, roles)
        return
    for anchor, family, members in families(edition, roles):
        yield Heading(family, f"roles-{anchor}", 3)
        for start in range(0, len(members), COLUMNS):
            some = members[start : start + COLUMNS]
            taken = {need.skill: kit.skill(need.skill) for role in some for need in role.skills}
            yield _levels(edition, edition.gettext("Levels: {family}", family=family), taken.values(), some)


def _levels(edition: InternalEdition, caption: str, skills: Iterable[Skill], roles: Sequence[Role]) -> Table:
    _, number = edition.gettext, edition.language.number
    return Table(
        caption,
        (_("Skill"), *(edition.text(role.title) for role in roles)),
        tuple(
            (
                (edition.skill(skill.id),),
                *(
                    (Run(number(need.level)), Mark(_("Must-have"), "warn"))
                    if (need := role.need(skill.id)) and need.must_have
                    else words(number(need.level) if need else "–")
                    for role in roles
                ),
            )
            for skill in skills
        ),
    )


def careers(edition: InternalEdition, subject: str) -> Document:
    """Who grows into what. It has no subject."""
    return careers_of(edition, edition.kit.roles)


def careers_of(edition: InternalEdition, roles: Sequence[Role]) -> Document:
    """What some roles grow into."""
    _ = edition.gettext
    return Document(
        Kind.CAREERS,
        "",
        edition.language.tag,
        _("Career map"),
        _("What each role leads to, and what makes a person ready for it."),
        (
            Paragraph(
                words(_("What each role leads to. None of these steps is automatic, and none is the only one.")),
                lead=True,
            ),
            *(block for role in roles for block in _steps(edition, role.id)),
        ),
        trail=(edition.home(),),
    )


def _steps(edition: InternalEdition, role_id: str) -> Iterator[Block]:
    _ = edition.gettext
    role = edition.kit.role(role_id)
    yield Heading(edition.text(role.title), role.id)
    come_from = [edition.role(other.id) for other in edition.kit.roles_before(role.id)]
    backgrounds = [Run(edition.text(edition.kit.background(one).name)) for one in role.backgrounds]
    yield Definitions(
        (
            (words(_("Comes from")), edition.listed((*come_from, *backgrounds))),
            (words(_("Job description")), (edition.role(role.id),)),
        )
    )
    if role.grows_into:
        yield Table(
            _("Next steps from {role}", role=edition.text(role.title)),
            (_("Grows into"), _("Ready when")),
            tuple(
                (
                    (edition.role(step.role) if step.role else Run(edition.text(step.title) if step.title else ""),),
                    edition.backed(step.how, step),
                )
                for step in role.grows_into
            ),
        )


def facts(edition: InternalEdition, subject: str) -> Document:
    """Every fact with its number, and every source. It has no subject."""
    _ = edition.gettext
    rows: list[tuple[Inlines, ...]] = []
    groups: list[tuple[int, str]] = []
    topic = ""
    for fact in edition.kit.facts:
        if edition.text(fact.topic) != topic:
            topic = edition.text(fact.topic)
            groups.append((len(rows), topic))
        source = edition.kit.source(fact.from_)
        rows.append(
            (
                (Run(fact.id, strong=True),),
                words(edition.text(fact.text)),
                (Run(edition.text(source.title), Target(Kind.FACTS, "", f"source-{source.id}")),),
            )
        )
    return Document(
        Kind.FACTS,
        "",
        edition.language.tag,
        _("Facts and sources"),
        _("What this kit's statements rest on, by number, with source and date."),
        (
            Paragraph(
                words(
                    _(
                        "A number such as F22 beside a statement leads here. It says that the source says so, not that "
                        "it is true everywhere."
                    )
                ),
                lead=True,
            ),
            Heading(_("Editorial"), "editorial"),
            Paragraph(
                words(
                    _(
                        "Where a statement is marked “editorial”, it is this kit's own advice. Keep it, change it, or "
                        "replace it by what you know of your company."
                    )
                )
            ),
            Heading(_("Facts"), "facts"),
            Table(
                _("Facts by number"),
                (_("Number"), _("What the source says"), _("Source")),
                tuple(rows),
                tuple(fact.id for fact in edition.kit.facts),
                tuple(groups),
            ),
            Heading(_("Sources"), "sources"),
            Listing(tuple(Item(_source(edition, source), (), f"source-{source.id}") for source in edition.kit.sources)),
        ),
        trail=(edition.home(),),
    )


def _source(edition: InternalEdition, source: Source) -> Inlines:
    parts: list[Run] = [Run(edition.text(source.title), url=str(source.url) if source.url else "", strong=True)]
    details = [edition.text(source.author)] if source.author else []
    if source.published:
        details.append(edition.language.date(source.published))
    if details:
        parts.append(Run(" — " + edition.gettext("; ").join(details) + "."))
    if source.about:
        parts.append(Run(" " + edition.text(source.about)))
    return tuple(parts)


def glossary(edition: InternalEdition, subject: str) -> Document:
    """The words of the trade. It has no subject."""
    _ = edition.gettext
    return Document(
        Kind.GLOSSARY,
        "",
        edition.language.tag,
        _("Glossary"),
        _("The words of the trade, explained."),
        (
            Definitions(
                tuple(
                    (words(edition.text(term.name)), edition.backed(term.text, term)) for term in edition.kit.glossary
                ),
                tuple(term.id for term in edition.kit.glossary),
            ),
        ),
        trail=(edition.home(),),
    )
