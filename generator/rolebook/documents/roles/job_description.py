"""The job description: stable, internal, and the same whoever is hired. A vacancy's place and pay are not in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain

from rolebook.documents.blocks import (
    Bar,
    Block,
    Definitions,
    Document,
    Folded,
    Heading,
    Inlines,
    Item,
    Kind,
    Listing,
    Mark,
    Paragraph,
    Pictured,
    Profile,
    Run,
    Table,
    Target,
    words,
)
from rolebook.documents.internal_edition import InternalEdition
from rolebook.documents.role_bar import role_bar
from rolebook.documents.roles.duties import duties
from rolebook.documents.roles.identity import at_a_glance, names, terms
from rolebook.documents.roles.levels import levels, pay
from rolebook.kit.roles import Role
from rolebook.kit.skill_needs import Need, SkillNeed, When
from rolebook.kit.text import Text


def job_description(edition: InternalEdition, subject: str) -> Document:
    """The job description of the role whose id is `subject`."""
    _, text, kit = edition.gettext, edition.text, edition.kit
    role = kit.role(subject)
    return edition.document(
        Kind.JOB_DESCRIPTION,
        role.id,
        title=edition.text(role.title),
        description=edition.text(role.summary),
        blocks=(
            Paragraph(edition.backed(role.purpose, role), lead=True),
            *at_a_glance(edition, role),
            *duties(edition, role),
            *_scope(edition, role),
            *_skills(edition, role),
            *_success(edition, role),
            *_folded(chain(levels(edition, role), pay(edition, role)), (text(level.name) for level in role.levels)),
            *_folded(_backgrounds(edition, role), (text(kit.background(one).name) for one in role.backgrounds)),
            *_folded(terms(edition, role), (text(role.conditions),)),
            *_folded(_working(edition, role), (edition.party(partner).text for partner in role.works_with)),
            *_folded(_growth(edition, role)),
            *_folded(_process(edition, role), (text(stage.name) for stage in role.interview)),
            *_folded(_administration(edition, role), (text(role.owner), edition.language.date(role.reviewed))),
        ),
        eyebrow=_("Job description"),
        trail=edition.role_trail(),
        bar=role_bar(edition, role, Kind.JOB_DESCRIPTION),
    )


def _folded(blocks: Iterable[Block], about: Iterable[str] = ()) -> Iterator[Block]:
    """A section that not everybody needs, folded up: its heading, and what it is about; nothing where there is none."""
    found = list(blocks)
    if found and isinstance(found[0], Heading):
        first = found[0]
        said = " · ".join(about)
        yield Folded(first.anchor, first.text, tuple(found[1:]), apart=False, about=said, level=first.level)


def _scope(edition: InternalEdition, role: Role) -> Iterator[Block]:
    yield Heading(edition.gettext("Scope"), "scope")
    yield Definitions(
        (
            (words(edition.gettext("Decides or owns")), _inline_list(edition, role.scope.within)),
            (words(edition.gettext("Out of scope")), _inline_list(edition, role.scope.outside)),
        )
    )


def _inline_list(edition: InternalEdition, texts: tuple[Text, ...]) -> Inlines:
    return words(edition.gettext("; ").join(edition.text(text) for text in texts))


def _skills(edition: InternalEdition, role: Role) -> Iterator[Block]:
    _ = edition.gettext
    yield Heading(_("Skills"), "skills")
    said = [
        _(
            "No particular degree or set number of years' experience is needed: what counts is what candidates show "
            "in the interview."
        )
    ]
    if role.described:
        said.append(
            _(
                "The levels of skill are those that “{level}” needs; the table of levels has the others.",
                level=edition.text(role.described.name),
            )
        )
    yield Paragraph(words(" ".join(said)))
    ordered = sorted(role.skills, key=lambda need: need.need is Need.PREFERRED)
    yield _profile(edition, role, ordered)
    full = Listing(tuple(_skill(edition, need) for need in ordered))
    yield Folded("skills-in-full", _("Each skill in full"), (full,), apart=False, level=3)


def _profile(edition: InternalEdition, role: Role, needs: Sequence[SkillNeed]) -> Pictured:
    """The skills at a glance: a bar for each, filled where it is needed on day one."""
    _ = edition.gettext
    caption = _("Skills at a glance")
    bars = tuple(
        Bar(
            Run(edition.skill(need.skill).text, Target(Kind.JOB_DESCRIPTION, role.id, f"skill-{need.skill}")),
            need.level,
            edition.level(need.level),
            () if need.need is Need.REQUIRED else (edition.need(need.need),),
            need.when is When.LEARNABLE,
        )
        for need in needs
    )
    table = Table(
        caption,
        (_("Skill"), _("Level"), _("When needed")),
        tuple(
            (words(bar.name.text), words(bar.label), words(edition.when(need.when)))
            for bar, need in zip(bars, needs, strict=True)
        ),
    )
    return Pictured(caption, Profile(bars, (edition.when(When.DAY_ONE), edition.when(When.LEARNABLE))), table)


def _skill(edition: InternalEdition, need: SkillNeed) -> Item:
    _, text, skill = edition.gettext, edition.text, edition.kit.skill(need.skill)
    colon, anchor = _(": "), text(skill.anchors.at(need.level))
    return Item(
        (
            replace(edition.skill(need.skill), strong=True),
            edition.need(need.need),
            Mark(edition.when(need.when), "muted"),
            edition.evidence(need),
        ),
        (
            Paragraph(words(text(skill.definition))),
            Paragraph((Run(edition.level(need.level), strong=True), Run(f"{colon}{anchor}"))),
            Paragraph((Run(_("Equivalent experience"), strong=True), Run(f"{colon}{text(need.equivalent)}"))),
        ),
        f"skill-{need.skill}",
    )


def _backgrounds(edition: InternalEdition, role: Role) -> Iterator[Block]:
    if not role.backgrounds:
        return
    yield Heading(edition.gettext("Backgrounds that we welcome"), "backgrounds")
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


def _working(edition: InternalEdition, role: Role) -> Iterator[Block]:
    _ = edition.gettext
    yield Heading(_("Works with"), "works-with")
    yield Table(
        _("Who the role works with, and on what"),
        (_("Who"), _("On what")),
        tuple(
            ((edition.party(partner),), (Run(edition.text(partner.on)), edition.facts(partner.source)))
            for partner in role.works_with
        ),
    )


def _success(edition: InternalEdition, role: Role) -> Iterator[Block]:
    _ = edition.gettext
    yield Heading(_("What success looks like"), "success")
    yield Table(
        _("Outcomes, and how to tell"),
        (_("Outcome"), _("Measured by")),
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
                Run(_("Later on the work is measured by: ")),
                *edition.listed(Run(edition.text(indicator)) for indicator in role.indicators),
            )
        )


def _milestones(edition: InternalEdition, role: Role) -> Iterator[tuple[int, str]]:
    row = 0
    for milestone in role.success:
        yield row, edition.language.ngettext("After {n} day", "After {n} days", milestone.days)
        row += len(milestone.outcomes)


def _growth(edition: InternalEdition, role: Role) -> Iterator[Block]:
    before = [edition.role(other.id) for other in edition.kit.roles_before(role.id)]
    if role.grows_into:
        yield Heading(edition.gettext("Grows into"), "grows-into")
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
    if before:
        yield Heading(edition.gettext("Roles that lead here"), "comes-from", 3 if role.grows_into else 2)
        yield Paragraph(edition.listed(before))


def _process(edition: InternalEdition, role: Role) -> Iterator[Block]:
    _ = edition.gettext
    yield Heading(_("How we hire"), "process")
    yield Table(
        _("Stages of the hiring process"),
        (_("Stage"), _("Length"), _("Who interviews"), _("Rates")),
        tuple(
            (
                (Run(edition.text(stage.name), Target(Kind.STAGE, f"{role.id}/{stage.id}")),),
                words(edition.minutes(stage.minutes)),
                edition.interviewers((edition.party(one), one.rates) for one in stage.interviewers),
                edition.listed(edition.skill(skill) for skill in stage.skills),
            )
            for stage in role.interview
        ),
    )


def _administration(edition: InternalEdition, role: Role) -> Iterator[Block]:
    _ = edition.gettext
    yield Heading(_("About this description"), "about")
    about = edition.kit.about
    rows = [(words(_("Owner")), words(edition.text(role.owner)))]
    if role.reviewers:
        rows.append((words(_("Reviewed with")), edition.listed(Run(edition.text(one)) for one in role.reviewers)))
    yield Definitions(
        (
            *rows,
            *names(edition, role),
            (words(_("Last reviewed")), words(edition.language.date(role.reviewed))),
            (words(_("Version of the kit")), words(f"{about.version} · {edition.language.date(about.updated)}")),
        )
    )
    if role.codes:
        yield Table(
            _("Nearest occupations in public taxonomies"),
            (_("Taxonomy"), _("Code"), _("Occupation"), _("Match")),
            tuple(
                (
                    words(f"{code.taxonomy.value} {code.version}"),
                    words(code.code),
                    (edition.foreign(code.title, "en"),),
                    words(edition.match(code.match)),
                )
                for code in role.codes
            ),
        )
    if role.changes:
        yield Heading(_("Changes"), "changes", 3)
        yield Definitions(
            tuple((words(edition.language.date(one.on)), words(edition.text(one.what))) for one in role.changes)
        )
