"""The job description: stable, internal, and the same whoever is hired. A vacancy's place and pay are not in it."""

from __future__ import annotations

from collections.abc import Iterator

from rolebook.documents.blocks import (
    Block,
    Callout,
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
from rolebook.documents.edition import Edition, remembered
from rolebook.kit.coverage import reports, superiors
from rolebook.kit.roles import Need, Role
from rolebook.kit.text import Text


@remembered
def job_description(edition: Edition, subject: str) -> Document:
    """The job description of the role whose id is `subject`."""
    role = edition.kit.role(subject)
    say = edition.say
    return Document(
        Kind.JOB_DESCRIPTION,
        role.id,
        edition.language.tag,
        edition.text(role.title),
        edition.text(role.summary),
        (
            edition.role_documents(role, Kind.JOB_DESCRIPTION),
            Paragraph(edition.backed(role.purpose, role), lead=True),
            *_identity(edition, role),
            *_scope(edition, role),
            *_duties(edition, role),
            *_skills(edition, role),
            *_backgrounds(edition, role),
            *_working(edition, role),
            *_success(edition, role),
            *_growth(edition, role),
            *_process(edition, role),
            *_administration(edition, role),
        ),
        eyebrow=say("Job description"),
        trail=edition.role_trail(role)[:-1],
    )


def _identity(edition: Edition, role: Role) -> Iterator[Block]:
    say = edition.say
    rows: list[tuple[Inlines, Inlines]] = []
    if role.other_titles:
        others = edition.listed(Run(edition.text(title)) for title in role.other_titles)
        rows.append((words(say("Also called")), others))
    rows += [
        (words(say("Job family and level")), words(f"{edition.text(role.family)} · {edition.text(role.level)}")),
        (words(say("Working conditions")), words(edition.text(role.conditions))),
    ]
    if role.tools:
        rows.append((words(say("Tools")), edition.listed(Run(edition.text(tool)) for tool in role.tools)))
    yield Heading(say("At a glance"), "at-a-glance")
    yield Definitions(tuple(rows))
    lines = tuple(_reporting(edition, role))
    if lines:
        yield Table(
            say("Place in each structure"),
            (say("Structure"), say("Reports to"), say("Leads")),
            lines,
        )


def _reporting(edition: Edition, role: Role) -> Iterator[tuple[Inlines, ...]]:
    nobody: Inlines = (Mark(edition.say("nobody"), "muted"),)
    for model in edition.kit.models_with(role.id):
        above = tuple(edition.role(one) for one in superiors(model, role.id))
        below = tuple(edition.role(one) for one in reports(model, role.id))
        outside = (Run(edition.say("an executive outside the team")),)
        yield (edition.model(model.id),), edition.listed(above) or outside, edition.listed(below) or nobody


def _scope(edition: Edition, role: Role) -> Iterator[Block]:
    yield Heading(edition.say("Scope"), "scope")
    yield Definitions(
        (
            (words(edition.say("Decides or owns")), _inline_list(edition, role.scope.within)),
            (words(edition.say("Leaves to others")), _inline_list(edition, role.scope.outside)),
        )
    )


def _inline_list(edition: Edition, texts: tuple[Text, ...]) -> Inlines:
    return words(edition.say("; ").join(edition.text(text) for text in texts))


def _duties(edition: Edition, role: Role) -> Iterator[Block]:
    say = edition.say
    yield Heading(say("Duties"), "duties")
    for objective in edition.kit.objectives:
        duties = [duty for duty in role.duties if duty.objective == objective.id]
        if not duties:
            continue
        yield Heading(edition.text(objective.name), f"duties-{objective.id}", 3)
        yield Listing(
            tuple(
                Item(
                    (
                        Run(edition.text(duty.text), strong=duty.essential),
                        Mark(say("Essential"), "strong") if duty.essential else Mark(say("Marginal"), "muted"),
                        edition.evidence(duty),
                    ),
                    (Paragraph((Run(say("Takes: ")), *edition.listed(edition.skill(skill) for skill in duty.skills))),),
                    f"duty-{duty.id}",
                )
                for duty in duties
            )
        )


def _skills(edition: Edition, role: Role) -> Iterator[Block]:
    say = edition.say
    yield Heading(say("Skills"), "skills")
    yield Paragraph(
        words(
            say(
                "Nobody needs a degree or a number of years. What counts is shown in the interview; the last column "
                "says what shows it without having held such a job."
            )
        )
    )
    ordered = sorted(role.skills, key=lambda need: need.need is Need.PREFERRED)
    yield Table(
        say("Skills for this role"),
        (say("Skill"), say("Need"), say("Level"), say("When"), say("Counts as equivalent")),
        tuple(
            (
                (edition.skill(need.skill), edition.evidence(need)),
                (edition.need(need),),
                words(edition.level(need.level)),
                words(edition.when(need.when)),
                words(edition.text(need.equivalent)),
            )
            for need in ordered
        ),
        tuple(f"skill-{need.skill}" for need in ordered),
    )


def _backgrounds(edition: Edition, role: Role) -> Iterator[Block]:
    yield Heading(edition.say("Backgrounds that we welcome"), "backgrounds")
    yield Listing(
        tuple(
            Item(
                (
                    Run(
                        edition.text(background.name),
                        Target(Kind.SOURCING_GUIDE, role.id, f"background-{background.id}"),
                        strong=True,
                    ),
                    Run(" — "),
                    *edition.backed(background.why, background),
                )
            )
            for background in map(edition.kit.background, role.backgrounds)
        )
    )


def _working(edition: Edition, role: Role) -> Iterator[Block]:
    say = edition.say
    yield Heading(say("Works with"), "works-with")
    yield Table(
        say("Whom the role works with, and on what"),
        (say("Whom"), say("On what")),
        tuple(
            ((edition.party(one),), (Run(edition.text(one.on)), edition.facts(one.source))) for one in role.works_with
        ),
    )


def _success(edition: Edition, role: Role) -> Iterator[Block]:
    say = edition.say
    yield Heading(say("What success looks like"), "success")
    yield Table(
        say("Outcomes and how one can tell"),
        (say("Outcome"), say("Measured by")),
        tuple(
            (edition.backed(outcome.text, outcome), words(edition.text(outcome.measure)))
            for milestone in role.success
            for outcome in milestone.outcomes
        ),
        groups=tuple(_milestones(edition, role)),
    )
    if role.indicators:
        yield Paragraph(
            (
                Run(say("Later on the work is measured by: ")),
                *edition.listed(Run(edition.text(indicator)) for indicator in role.indicators),
            )
        )


def _milestones(edition: Edition, role: Role) -> Iterator[tuple[int, str]]:
    row = 0
    for milestone in role.success:
        yield row, edition.language.count("After {n} day", "After {n} days", milestone.days)
        row += len(milestone.outcomes)


def _growth(edition: Edition, role: Role) -> Iterator[Block]:
    if not role.grows_into:
        return
    yield Heading(edition.say("Grows into"), "grows-into")
    yield Listing(
        tuple(
            Item(
                (
                    edition.role(step.role) if step.role else Run(edition.text(step.title) if step.title else ""),
                    Run(" — "),
                    *edition.backed(step.how, step),
                )
            )
            for step in role.grows_into
        )
    )


def _process(edition: Edition, role: Role) -> Iterator[Block]:
    say = edition.say
    yield Heading(say("How we hire"), "process")
    yield Table(
        say("Stages of the hiring process"),
        (say("Stage"), say("Length"), say("Who interviews"), say("Rates")),
        tuple(
            (
                (Run(edition.text(stage.name), Target(Kind.INTERVIEW_KIT, role.id, f"stage-{stage.id}")),),
                words(edition.minutes(stage.minutes)),
                edition.listed(edition.party(one) for one in stage.interviewers),
                edition.listed(edition.skill(skill) for skill in stage.skills),
            )
            for stage in role.interview
        ),
    )
    interviewing = edition.kit.interviewing
    yield Callout("note", say("Equal opportunity"), (Paragraph(words(edition.text(interviewing.equal_opportunity))),))
    yield Callout("note", say("Adjustments"), (Paragraph(words(edition.text(interviewing.accommodation))),))


def _administration(edition: Edition, role: Role) -> Iterator[Block]:
    say = edition.say
    yield Heading(say("About this description"), "about")
    about = edition.kit.kit
    yield Definitions(
        (
            (words(say("Kept up to date by")), words(edition.text(role.owner))),
            (words(say("Last reviewed")), words(edition.language.date(role.reviewed))),
            (words(say("Version of the kit")), words(f"{about.version} · {edition.language.date(about.updated)}")),
        )
    )
    if role.codes:
        yield Table(
            say("Nearest occupations in public taxonomies"),
            (say("Taxonomy"), say("Code"), say("Occupation"), say("Match")),
            tuple(
                (
                    words(f"{code.taxonomy.value} {code.version}"),
                    words(code.code),
                    words(code.title),
                    words(edition.match(code.match)),
                )
                for code in role.codes
            ),
        )
