"""Pictures drawn from the kit: what they show, and that every format says the same."""

from __future__ import annotations

import re
from typing import Any, TypeVar

from rolebook.documents.blocks import Block, CareerMap, Document, Folded, Ladder, Matrix, Pictured, Profile
from rolebook.documents.internal_edition import InternalEdition
from rolebook.documents.roles.careers import careers
from rolebook.documents.roles.coverage import coverage
from rolebook.documents.roles.job_description import job_description
from rolebook.documents.roles.skills import skill_page
from rolebook.formats import html, markdown
from rolebook.formats.career_lines import Lines
from rolebook.language import Language

from tests.conftest import kit_of

P = TypeVar("P", Matrix, Profile, Ladder, CareerMap)


def pictures(document: Document, kind: type[P]) -> list[P]:
    """The pictures of a kind in a document."""
    shown: list[Block] = []
    for block in document.blocks:
        shown.extend(block.blocks if isinstance(block, Folded) else (block,))
    return [block.picture for block in shown if isinstance(block, Pictured) and isinstance(block.picture, kind)]


def test_the_heat_map_is_darker_for_a_higher_level_and_marks_must_haves(edition: InternalEdition) -> None:
    heat = pictures(coverage(edition, ""), Matrix)[0]
    assert [column.text for column in heat.columns[:-1]] == [edition.text(role.title) for role in edition.kit.roles]
    for skill, (head, cells) in zip(edition.kit.skills, heat.rows[:-1], strict=True):
        assert head.text == edition.text(skill.name)
        for role, cell in zip(edition.kit.roles, cells[:-1], strict=True):
            need = role.need(skill.id)
            assert cell.shade == (need.level if need else 0)
            assert cell.dot is bool(need and need.must_have)
            assert cell.label.startswith(edition.level(need.level) if need else "")


def test_the_grid_of_stages_says_how_many_people_rate(edition: InternalEdition) -> None:
    for role, grid in zip(edition.kit.roles, pictures(coverage(edition, ""), Matrix)[1:], strict=True):
        for need, (_, cells) in zip(role.needs, grid.rows[:-1], strict=True):
            for stage, cell in zip(role.interview, cells[:-1], strict=True):
                rates = sum(one.rates for one in stage.interviewers) if need.skill in stage.skills else 0
                assert cell.text == (edition.language.number(rates) if rates else "")


def test_roles_stand_on_the_rung_that_they_need(edition: InternalEdition) -> None:
    for skill in edition.kit.skills:
        [ladder] = pictures(skill_page(edition, skill.id), Ladder)
        assert [rung.level for rung in ladder.rungs] == [5, 4, 3, 2, 1]
        standing = {(role.text, rung.level) for rung in ladder.rungs for role, *_ in rung.standing}
        assert standing == {(edition.text(role.title), need.level) for role, need in edition.kit.roles_taking(skill.id)}


def test_a_bar_is_hatched_where_the_skill_can_be_learned(edition: InternalEdition) -> None:
    role = edition.kit.roles[-1]
    document = job_description(edition, role.id)
    [profile] = pictures(document, Profile)
    needs = {edition.skill(need.skill).text: need for need in role.skills}
    assert {bar.name.text: (bar.level, bar.later) for bar in profile.bars} == {
        name: (need.level, need.when.value == "learnable") for name, need in needs.items()
    }
    page = html.write(document, edition.language, lambda target: f"#{target.anchor}")
    assert page.count("rb-profile__bar--later") == sum(bar.later for bar in profile.bars) + 1  # and in the legend


def test_every_step_is_an_arrow_that_leads_to_what_it_takes(edition: InternalEdition) -> None:
    document = careers(edition, "")
    [drawn] = pictures(document, CareerMap)
    steps = [(role, step) for role in edition.kit.roles for step in role.grows_into]
    assert len(drawn.steps) == len(steps)
    for arrow, (role, step) in zip(drawn.steps, steps, strict=True):
        assert drawn.places[arrow.start].name.text == edition.text(role.title)
        end = drawn.places[arrow.end]
        assert end.outside is (step.role is None)
        assert end.row < drawn.places[arrow.start].row or not end.outside
    page = html.write(document, edition.language, lambda target: "#")
    assert all(f'id="{arrow.anchor}"' in page and f'href="#{arrow.anchor}"' in page for arrow in drawn.steps)


def test_nothing_of_a_career_map_lies_outside_of_it(edition: InternalEdition) -> None:
    [drawn] = pictures(careers(edition, ""), CareerMap)
    lines = Lines(drawn)
    assert all(0 <= part <= 100 for line in lines.all for part in (line.across, line.down))
    assert all(0 < place.along < 1 for place in drawn.places)
    taken = [(place.row, place.along) for place in drawn.places]
    assert len(set(taken)) == len(taken)
    numbers = [(line.across, line.down) for line in lines.all]
    assert len(set(numbers)) == len(numbers)


def test_arrows_of_a_career_map_begin_and_end_apart_and_those_sideways_do_not_cross(edition: InternalEdition) -> None:
    [drawn] = pictures(careers(edition, ""), CareerMap)
    lines = Lines(drawn).all
    assert len({line.head for line in lines}) == len(lines)
    starts = [re.match(r"M(\S+ [\d.]+)", line.path) for line in lines]
    assert len({start[1] for start in starts if start}) == len(lines)
    ways = {}
    for line in lines:
        if lane := re.fullmatch(r"M(\S+) \S+V\S+Q\S+ (\S+) .*V\S+", line.path):
            ways[line.step.number] = (float(lane[1]), line.head[0], float(lane[2]))
    assert len(ways) > 1
    for number, (x1, x2, low) in ways.items():
        for other, (start, end, depth) in ways.items():
            if number != other:  # neither end of one stands above the other's lane, where that is less deep
                crossed = [x for x in (start, end) if min(x1, x2) < x < max(x1, x2)]
                assert not crossed or depth < low, (number, other)


def test_roles_that_grow_into_each_other_stand_side_by_side(small_data: dict[str, Any]) -> None:
    edition = InternalEdition(kit_of(small_data), Language("en"))
    for drawn in pictures(careers(edition, ""), CareerMap):
        assert max(place.row for place in drawn.places) < len(drawn.rows)


def test_files_of_text_have_the_table_that_says_the_same(edition: InternalEdition) -> None:
    written = markdown.write(coverage(edition, ""), edition.language)
    role = edition.kit.roles[0]
    assert edition.text(role.title) in written
    assert f"| {edition.language.number(role.needs[0].level)}" in written
