"""What a screen reader is told of a PDF's tables and lists, and what its charts connect."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

import pikepdf
import pypdfium2
from rolebook.catalogue import Format, as_file
from rolebook.documents.blocks import Document
from rolebook.documents.internal_edition import InternalEdition
from rolebook.documents.interviews.scorecard import scorecard
from rolebook.documents.process.forms import forms
from rolebook.documents.roles.job_description import job_description
from rolebook.documents.structures.structure_guide import structure_guide
from rolebook.kit import Kit
from rolebook.language import Language

LINE = 2
"""Points that a line is less wide than."""
NEAR = 1
"""Points between what touches, at most."""


def documents(edition: InternalEdition) -> Iterator[Document]:
    yield job_description(edition, edition.kit.roles[2].id)
    yield scorecard(edition, edition.kit.roles[2].id)
    yield forms(edition, "")
    yield structure_guide(edition, edition.kit.leadership_models[1].id)


def tables(part: Any) -> Iterator[Any]:
    """Each table of a tree of tags."""
    if isinstance(part, pikepdf.Array):
        for one in part:
            yield from tables(one)
    elif isinstance(part, pikepdf.Dictionary):
        if part.get("/S") == "/Table":
            yield part
        yield from tables(part.get("/K"))


def kinds(part: Any) -> list[str]:
    """The kinds of tags in one, in reading order."""
    if isinstance(part, pikepdf.Array):
        return [kind for one in part for kind in kinds(one)]
    if isinstance(part, pikepdf.Dictionary) and "/S" in part:
        return [str(part["/S"]), *kinds(part.get("/K"))]
    return []


def test_every_table_begins_with_the_heads_of_its_columns(edition: InternalEdition) -> None:
    for document in documents(edition):
        with pikepdf.open(io.BytesIO(as_file(document, edition, Format.PDF))) as read:
            for table in tables(read.Root.StructTreeRoot.K):
                assert kinds(table)[1:4] == ["/THead", "/TR", "/TH"], document.title


Box = tuple[float, float, float, float]


def touch(one: Box, other: Box) -> bool:
    """Whether two boxes (left, bottom, right, top) meet."""
    return all(one[side] <= other[side + 2] + NEAR and other[side] <= one[side + 2] + NEAR for side in (0, 1))


def is_in(one: Box, other: Box) -> bool:
    return all(other[side] < one[side] and one[side + 2] < other[side + 2] for side in (0, 1))


def test_no_line_of_an_organisation_chart_ends_in_the_air(edition: InternalEdition) -> None:
    """Each of its lines meets something at both of its ends: a place, or another line."""
    guide = structure_guide(edition, edition.kit.leadership_models[1].id)
    read = pypdfium2.PdfDocument(as_file(guide, edition, Format.PDF))
    drawn: list[Box] = [one.get_bounds() for one in read[0].get_objects() if one.type == 2]
    read.close()
    charts = [box for box in drawn if box[2] - box[0] > 400 and box[3] - box[1] > 40]
    assert charts
    within = [box for box in drawn if any(is_in(box, chart) for chart in charts)]
    lines = [box for box in within if min(box[2] - box[0], box[3] - box[1]) < LINE]
    assert lines
    for left, bottom, right, top in lines:
        for end in ((left, bottom, left, bottom), (right, top, right, top)):
            assert [box for box in within if box != (left, bottom, right, top) and touch(end, box)], (left, bottom)


def languages(part: Any) -> set[str]:
    """The languages that the tags of a tree name."""
    if isinstance(part, pikepdf.Array):
        return {tag for one in part for tag in languages(one)}
    if isinstance(part, pikepdf.Dictionary) and "/S" in part:
        return {str(part["/Lang"])} if "/Lang" in part else languages(part.get("/K"))
    return set()


def test_an_english_title_is_read_out_in_english_on_an_arabic_page(first: Kit) -> None:
    edition = InternalEdition(first, Language("ar"))
    document = job_description(edition, first.roles[2].id)
    with pikepdf.open(io.BytesIO(as_file(document, edition, Format.PDF))) as read:
        assert "en" in languages(read.Root.StructTreeRoot.K)
