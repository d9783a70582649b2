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
from rolebook.documents.edition import Edition
from rolebook.documents.roles import FEW, families
from rolebook.kit.evidence import Source
from rolebook.kit.kit import Objective
from rolebook.kit.roles import Role
from rolebook.kit.skills import Skill

COLUMNS = 12
"""Roles that stand side by side in a table at most (editorial default)."""


def objectives(edition: Edition, subject: str) -> Document:
    """What the team is there to achieve, and the duties that serve it. It has no subject."""
    say = edition.say
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
        say("Objectives"),
        say("What the team is there to achieve, how, and which duties serve it."),
        tuple(blocks),
        trail=(edition.home(),),
    )


def _duties_serving(edition: Edition, objective: Objective) -> Table:
    say = edition.say
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
    return Table(say("Duties that serve it"), (say("Duty"), say("Takes")), tuple(rows), groups=tuple(groups))


def _roles_serving(edition: Edition, objective: Objective) -> Table:
    """The roles alone, where there are many: each leads to its duties under this objective."""
    say, rows = edition.say, []
    for _, family, members in families(edition, edition.kit.roles):
        serving = [role for role in members if any(duty.objective == objective.id for duty in role.duties)]
        links = (
            Run(edition.text(role.title), Target(Kind.JOB_DESCRIPTION, role.id, f"duties-{objective.id}"))
            for role in serving
        )
        if serving:
            rows.append((words(family), edition.listed(links)))
    return Table(say("Roles whose duties serve it"), (say("Job family"), say("Roles")), tuple(rows))


def coverage(edition: Edition, subject: str) -> Document:
    """Which stage of which role rates which skill. It has no subject."""
    return coverage_of(edition, edition.kit.roles)


def coverage_of(edition: Edition, roles: Sequence[Role]) -> Document:
    """Which stage of some roles rates which skill."""
    say = edition.say
    blocks: list[Block] = [
        Paragraph(
            words(say("Which skill is rated where, so that nothing is forgotten and nothing asked twice.")), lead=True
        ),
        Heading(say("Skills by role"), "roles"),
        *_skills_by_role(edition, roles),
        Heading(say("Skills by stage"), "stages"),
    ]
    for role in roles:
        blocks.append(Heading(edition.text(role.title), f"stages-{role.id}", 3))
        blocks.append(
            Table(
                say("Stages that rate the skills of {role}", role=edition.text(role.title)),
                (say("Skill"), *(edition.text(stage.name) for stage in role.interview), say("Ratings")),
                tuple(
                    (
                        (edition.skill(need.skill),),
                        *(
                            (Mark(say("rated"), "good"),) if need.skill in stage.skills else words("–")
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
        say("Coverage"),
        say("Which skill is rated for which role, in which stage, and by how many people."),
        tuple(blocks),
        trail=(edition.home(),),
    )


def _skills_by_role(edition: Edition, roles: Sequence[Role]) -> Iterator[Block]:
    """The level that each role needs: in one table, or, where that is too wide, in one for each family.

    A table of every skill and every role grows with both, and nobody reads a thousand columns.
    """
    kit = edition.kit
    if len(kit.roles) <= COLUMNS:
        yield _levels(edition, edition.say("The level that each role needs"), kit.skills, roles)
        return
    for anchor, family, members in families(edition, roles):
        yield Heading(family, f"roles-{anchor}", 3)
        for start in range(0, len(members), COLUMNS):
            some = members[start : start + COLUMNS]
            taken = {need.skill: kit.skill(need.skill) for role in some for need in role.skills}
            yield _levels(edition, edition.say("Levels: {family}", family=family), taken.values(), some)


def _levels(edition: Edition, caption: str, skills: Iterable[Skill], roles: Sequence[Role]) -> Table:
    say, number = edition.say, edition.language.number
    return Table(
        caption,
        (say("Skill"), *(edition.text(role.title) for role in roles)),
        tuple(
            (
                (edition.skill(skill.id),),
                *(
                    (Run(number(need.level)), Mark(say("Must-have"), "warn"))
                    if (need := role.need(skill.id)) and need.must_have
                    else words(number(need.level) if need else "–")
                    for role in roles
                ),
            )
            for skill in skills
        ),
    )


def careers(edition: Edition, subject: str) -> Document:
    """Who grows into what. It has no subject."""
    return careers_of(edition, edition.kit.roles)


def careers_of(edition: Edition, roles: Sequence[Role]) -> Document:
    """What some roles grow into."""
    say = edition.say
    return Document(
        Kind.CAREERS,
        "",
        edition.language.tag,
        say("Career map"),
        say("What each role leads to, and what makes a person ready for it."),
        (
            Paragraph(
                words(say("What each role leads to. None of these steps is automatic, and none is the only one.")),
                lead=True,
            ),
            *(block for role in roles for block in _steps(edition, role.id)),
        ),
        trail=(edition.home(),),
    )


def _steps(edition: Edition, role_id: str) -> Iterator[Block]:
    say = edition.say
    role = edition.kit.role(role_id)
    yield Heading(edition.text(role.title), role.id)
    come_from = [edition.role(other.id) for other in edition.kit.roles_before(role.id)]
    backgrounds = [Run(edition.text(edition.kit.background(one).name)) for one in role.backgrounds]
    yield Definitions(
        (
            (words(say("Comes from")), edition.listed((*come_from, *backgrounds))),
            (words(say("Job description")), (edition.role(role.id),)),
        )
    )
    if role.grows_into:
        yield Table(
            say("Next steps from {role}", role=edition.text(role.title)),
            (say("Grows into"), say("Ready when")),
            tuple(
                (
                    (edition.role(step.role) if step.role else Run(edition.text(step.title) if step.title else ""),),
                    edition.backed(step.how, step),
                )
                for step in role.grows_into
            ),
        )


def facts(edition: Edition, subject: str) -> Document:
    """Every fact with its number, and every source. It has no subject."""
    say = edition.say
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
        say("Facts and sources"),
        say("What this kit's statements rest on, by number, with source and date."),
        (
            Paragraph(
                words(
                    say(
                        "A number such as F22 beside a statement leads here. It says that the source says so, not that "
                        "it is true everywhere."
                    )
                ),
                lead=True,
            ),
            Heading(say("Editorial"), "editorial"),
            Paragraph(
                words(
                    say(
                        "Where a statement is marked “editorial”, it is this kit's own advice. Keep it, change it, or "
                        "replace it by what you know of your company."
                    )
                )
            ),
            Heading(say("Facts"), "facts"),
            Table(
                say("Facts by number"),
                (say("Number"), say("What the source says"), say("Source")),
                tuple(rows),
                tuple(fact.id for fact in edition.kit.facts),
                tuple(groups),
            ),
            Heading(say("Sources"), "sources"),
            Listing(tuple(Item(_source(edition, source), (), f"source-{source.id}") for source in edition.kit.sources)),
        ),
        trail=(edition.home(),),
    )


def _source(edition: Edition, source: Source) -> Inlines:
    parts: list[Run] = [Run(edition.text(source.title), url=str(source.url) if source.url else "", strong=True)]
    details = [edition.text(source.author)] if source.author else []
    if source.published:
        details.append(edition.language.date(source.published))
    if details:
        parts.append(Run(" — " + edition.say("; ").join(details) + "."))
    if source.about:
        parts.append(Run(" " + edition.text(source.about)))
    return tuple(parts)


def glossary(edition: Edition, subject: str) -> Document:
    """The words of the trade. It has no subject."""
    say = edition.say
    return Document(
        Kind.GLOSSARY,
        "",
        edition.language.tag,
        say("Glossary"),
        say("The words of the trade, explained."),
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
