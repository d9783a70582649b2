"""The duties of a job description: what is done, for what, with which skills, and how much of the time."""

from __future__ import annotations

from collections.abc import Iterator

from rolebook.documents.blocks import Block, Heading, Item, Listing, Mark, Paragraph, Run, words
from rolebook.documents.internal_edition import InternalEdition
from rolebook.kit.job_description import Duty
from rolebook.kit.roles import Role


def duties(edition: InternalEdition, role: Role) -> Iterator[Block]:
    """A role's duties in order, each with its rank, its share of the time, what it serves and what it takes."""
    _ = edition.gettext
    yield Heading(_("Duties"), "duties")
    marginal = sum(not duty.essential for duty in role.duties)
    few = marginal < len(role.duties) / 2
    said = [_("The most important first."), *_essential(edition, marginal, few=few)]
    if role.described and any(duty.share for duty in role.duties):
        said.append(_("The shares of time are those of “{level}”.", level=edition.text(role.described.name)))
    yield Paragraph(words(" ".join(said)))
    yield Listing(
        tuple(
            Item(
                (
                    Run(edition.text(duty.text), strong=duty.essential),
                    *_rank(edition, duty, few_marginal=few),
                    *_share(edition, duty),
                    edition.evidence(duty),
                ),
                (
                    Paragraph(
                        (
                            Run(_("Serves: ")),
                            edition.objective(duty.objective),
                            Run(f" · {_('Takes: ')}"),
                            *edition.listed(edition.skill(skill) for skill in duty.skills),
                        )
                    ),
                ),
                f"duty-{duty.id}",
            )
            for duty in role.duties
        ),
        ordered=True,
    )


def _essential(edition: InternalEdition, marginal: int, *, few: bool) -> Iterator[str]:
    """Which duties are essential, where not each of them is marked."""
    _ = edition.gettext
    if not few:
        yield _("The role would not exist without an essential duty; a marginal one could be given to someone else.")
        return
    yield (
        _("Duties are essential unless marked otherwise: the role would not exist without them.")
        if marginal
        else _("Every duty is essential: the role would not exist without it.")
    )
    if marginal:
        yield _("A marginal one could be given to someone else.")


def _rank(edition: InternalEdition, duty: Duty, *, few_marginal: bool) -> Iterator[Mark]:
    """Whether a duty is essential or marginal; where few are marginal, those alone are marked."""
    if not duty.essential:
        yield Mark(edition.gettext("Marginal"))
    elif not few_marginal:
        yield Mark(edition.gettext("Essential"), "strong")


def _share(edition: InternalEdition, duty: Duty) -> Iterator[Mark]:
    """A duty's share of the time, with a bar as long as that share of a whole one."""
    if duty.share is not None:
        share = edition.language.percent(duty.share)
        yield Mark(edition.gettext("{share} of the time", share=share), "muted", duty.share / 100)
