"""The catalogue keeps the contract: what stands where, and for whom."""

from __future__ import annotations

import re

from rolebook.audience import Audience
from rolebook.catalogue import ROWS, Format, artefacts, links_from, page_path
from rolebook.documents.blocks import Kind, Target
from rolebook.documents.internal_edition import InternalEdition
from rolebook.documents.interviews.scorecard import scorecard
from rolebook.kit import Kit
from rolebook.language import Language

ROLES = [
    "sales-operations-leader",
    "sales-operations-manager",
    "sales-operations-analyst",
    "sales-planning-specialist",
    "sales-operations-technology-specialist",
    "sales-operations-specialist",
]
MODELS = ["individual-specialists", "managed-sub-teams", "customer-journey-teams", "generalist-team"]


def test_the_first_kit_stands_where_people_link_to(first: Kit) -> None:
    paths = {artefact.path for artefact in artefacts(first, Audience.INTERNAL)}
    expected = {"", "roles/", "structures/", "coverage/", "careers/", "facts/", "debrief/"}
    expected |= {f"roles/{role}/{rest}" for role in ROLES for rest in ("", "scorecard/", "interview-kit/", "sourcing/")}
    expected |= {f"structures/{model}/" for model in MODELS}
    expected |= {f"skills/{skill.id}/" for skill in first.skills}
    assert expected <= paths


def test_no_two_artefacts_share_a_path(first: Kit) -> None:
    paths = [artefact.path for artefact in artefacts(first, Audience.INTERNAL)]
    assert len(paths) == len(set(paths))
    assert all(re.fullmatch(r"([a-z0-9-]+/)*([a-z0-9-]+\.(pdf|docx|xlsx|json))?", path) for path in paths)


def test_every_kind_of_document_is_published() -> None:
    rows = [row for table in ROWS.values() for row in table]
    assert {row.kind for row in rows} == set(Kind)
    assert all(
        row.path.endswith((".pdf", ".docx", ".xlsx", ".csv", ".json", ".png")) is (row.format is not Format.PAGE)
        for row in rows
    )


def test_links_are_relative_to_the_page_that_they_stand_on(first: Kit) -> None:
    edition = InternalEdition(first, Language("en"))
    href = links_from(scorecard(edition, "sales-operations-analyst"))
    assert href(Target(Kind.HOME)) == "../../../"
    assert href(Target(Kind.SKILL, "data-analysis", "levels")) == "../../../skills/data-analysis/#levels"
    assert href(Target(Kind.SCORECARD, "sales-operations-analyst", "top")) == "#top"
    assert page_path(Target(Kind.STRUCTURE_GUIDE, "generalist-team")) == "structures/generalist-team/"
