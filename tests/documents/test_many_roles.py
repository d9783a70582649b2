"""A kit of many teams: what is said of it grows with it and no faster, and no table is too wide to be read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import pytest
from rolebook.audience import Audience
from rolebook.catalogue import artefacts, localized_artefacts
from rolebook.documents.blocks import Callout, Cards, Document, Folded, Kind, Pictured, Run, Table
from rolebook.documents.internal_edition import InternalEdition
from rolebook.documents.roles.coverage import COLUMNS
from rolebook.documents.structures.structure_guide import structure_guide
from rolebook.kit import Kit
from rolebook.kit.coverage import covered
from rolebook.language import Language

from tests.conftest import documents, read
from tests.kits import synthetic
from tests.kits.synthetic import TEAM_SIZE
from tests.walk import every

FEWER, MORE = 2 * TEAM_SIZE, 6 * TEAM_SIZE


@pytest.fixture(scope="module")
def kits(tmp_path_factory: pytest.TempPathFactory) -> tuple[Kit, Kit]:
    """A kit of two teams, and one of six."""
    folder = tmp_path_factory.mktemp("many")
    for count in (FEWER, MORE):
        synthetic.write(folder / f"{count}.yaml", count)
    return read(folder / f"{FEWER}.yaml"), read(folder / f"{MORE}.yaml")


def size(kit: Kit) -> int:
    """How much there is to say of a kit in all its pages."""
    edition = InternalEdition(kit, Language("en"))
    return sum(len(repr(document)) for document in documents(edition))


@pytest.mark.slow
def test_what_is_said_grows_with_the_roles_and_no_faster(kits: tuple[Kit, Kit]) -> None:
    fewer, more = map(size, kits)
    assert more / MORE < 1.02 * fewer / FEWER


def shown(kit: Kit, kind: Kind) -> Document:
    edition = InternalEdition(kit, Language("en"))
    [document] = [document for document in documents(edition) if document.kind is kind]
    return document


def tables(document: Document) -> Iterator[Table]:
    folded = (inner for block in document.blocks if isinstance(block, Folded) for inner in block.blocks)
    shown = (block.table if isinstance(block, Pictured) else block for block in (*document.blocks, *folded))
    return (block for block in shown if isinstance(block, Table))


@pytest.mark.slow
def test_the_coverage_is_a_table_for_each_family_and_names_every_role(kits: tuple[Kit, Kit]) -> None:
    _, more = kits
    levels = [table for table in tables(shown(more, Kind.COVERAGE)) if table.caption.startswith("Levels: ")]
    assert max(len(table.columns) for table in levels) <= COLUMNS + 1
    named = {title for table in levels for title in table.columns[1:-1]}
    assert named == {role.title["en"] for role in more.roles}


@pytest.mark.slow
def test_the_home_page_leads_to_families_and_the_list_of_roles_names_each(kits: tuple[Kit, Kit]) -> None:
    _, more = kits
    [panel] = [one for one in shown(more, Kind.HOME).blocks if isinstance(one, Callout) and one.anchor == "roles"]
    home = [one.to for one in every(panel) if isinstance(one, Run) and one.to is not None]
    assert {target.kind for target in home} == {Kind.ROLES}
    anchors = {heading.anchor for heading in shown(more, Kind.ROLES).blocks if hasattr(heading, "anchor")}
    assert {target.anchor for target in home} == anchors
    cards = [card for block in shown(more, Kind.ROLES).blocks if isinstance(block, Cards) for card in block.items]
    assert {card.to.subject for card in cards} == {role.id for role in more.roles}


@pytest.mark.slow
def test_the_objectives_lead_to_every_role_that_serves_them(kits: tuple[Kit, Kit]) -> None:
    _, more = kits
    linked = {
        run.to.subject
        for table in tables(shown(more, Kind.OBJECTIVES))
        for _, roles in table.rows
        for run in roles
        if isinstance(run, Run) and run.to is not None
    }
    assert linked == {role.id for role in more.roles}


def test_a_structure_says_who_answers_for_what_in_the_team_that_it_covers_alone(kits: tuple[Kit, Kit]) -> None:
    _, more = kits
    model = more.leadership_models[3]
    document = structure_guide(InternalEdition(more, Language("ar")), model.id)
    [duties] = [table for table in tables(document) if table.caption == "المهام ومن يُسأل عنها"]
    team = tuple(covered(more, model))
    assert [role.id for role in team] == list(model.covers)
    assert [title for _, title in duties.groups] == [role.title["ar"] for role in team]
    assert len(duties.rows) == sum(len(role.duties) for role in team)


def test_a_structure_that_names_no_roles_covers_every_one(small: Kit) -> None:
    assert tuple(covered(small, small.leadership_models[0])) == small.roles


def test_what_roles_take_over_is_kept_once(kits: tuple[Kit, Kit]) -> None:
    for model in kits:
        first = model.role("team-0-planning-1")
        assert model.role("team-0-planning-2").extends == first.id
        assert model.role("team-0-planning-2").duties[0] is first.duties[0]


def test_every_artefact_of_a_large_kit_has_an_address_of_its_own(kits: tuple[Kit, Kit]) -> None:
    for audience in Audience:
        paths = [artefact.path for artefact in artefacts(kits[1], audience)]
        assert len(paths) == len(set(paths))


@pytest.mark.slow
def test_the_handbooks_of_a_large_kit_hold_every_role_structure_and_skill_once(kits: tuple[Kit, Kit]) -> None:
    kit = kits[1]
    edition = InternalEdition(kit, Language("en"))
    volumes = [one.document for one in localized_artefacts(kit, edition) if one.row.kind is Kind.HANDBOOK]
    held = Counter((part.kind, part.subject) for volume in volumes for part in volume.parts if part.subject)
    kinds = (Kind.JOB_DESCRIPTION, Kind.SOURCING_GUIDE, Kind.INTERVIEW_KIT, Kind.SCORECARD)
    wanted = {(kind, role.id) for kind in kinds for role in kit.roles}
    wanted |= {(Kind.STRUCTURE_GUIDE, model.id) for model in kit.leadership_models}
    wanted |= {(Kind.SKILL, skill.id) for skill in kit.skills}
    assert set(held) == wanted
    assert set(held.values()) == {1}
    assert len({volume.title for volume in volumes}) == len(volumes)


def test_a_small_kit_has_one_volume_and_a_handbook_for_each_role(small: Kit) -> None:
    found = [one.path for one in artefacts(small, Audience.INTERNAL) if one.row.kind is Kind.HANDBOOK]
    assert found == ["handbook.pdf", *(f"roles/{role.id}/handbook.pdf" for role in small.roles)]
