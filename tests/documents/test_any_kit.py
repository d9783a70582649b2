"""Any kit of the model's shape becomes pages whose text is the kit's text, as it was written."""

from __future__ import annotations

import copy
from typing import Any

import lxml.html
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from rolebook.catalogue import links_from, localized_artefacts
from rolebook.documents.blocks import Kind
from rolebook.documents.internal_edition import InternalEdition
from rolebook.formats import html
from rolebook.kit.rating_scale import FEWEST_LEVELS, MOST_LEVELS
from rolebook.kit.text import forbidden
from rolebook.language import Language
from rolebook.source import load

from tests.conftest import SMALL, documents, kit_of
from tests.documents.hostile import MESSAGES
from tests.kits.scales import on_a_scale
from tests.thoroughness import TIMES

texts = st.text(st.characters(exclude_categories=("Cc", "Cs", "Cn", "Co")), min_size=1, max_size=40).filter(
    lambda text: bool(text.strip()) and not forbidden(text)
)


def every_text(part: Any, tags: set[str]) -> list[dict[str, str]]:
    """Every text by language in a kit's data, to be changed in place."""
    found = []
    for value in part.values() if isinstance(part, dict) else part if isinstance(part, list) else ():
        words = isinstance(value, dict) and value and all(isinstance(one, str) for one in value.values())
        if words and set(value) <= tags:
            found.append(value)
        else:
            found.extend(every_text(value, tags))
    return found


def small() -> dict[str, Any]:
    loaded = load(SMALL)
    assert loaded.root is not None
    return copy.deepcopy(loaded.root.data())


def squeezed(text: str) -> str:
    return "".join(text.split())


PUBLIC = ("careers", "jurisdictions", "kit")
"""Sections whose texts stand on the public site, on the readiness page, or in the page's frame."""
plain = texts.map(lambda text: text.translate({ord("{"): "(", ord("}"): ")"}))


@pytest.mark.slow
@settings(max_examples=25 * TIMES, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_the_texts_of_any_kit_are_on_its_pages(data: st.DataObject) -> None:
    kit_data, tags = on_a_scale(small(), data.draw(st.integers(FEWEST_LEVELS, MOST_LEVELS))), {"en", "ar"}
    for role in kit_data["roles"]:
        role.pop("posting", None)
    for item in kit_data["interviewing"]["screening"]:
        item.pop("name")  # candidates are told it: see `PUBLIC`
    wanted = [
        (text, plain if section in MESSAGES else texts)
        for section in kit_data
        if section not in PUBLIC
        for text in every_text(kit_data[section], tags)
        if "{" not in text["en"]
    ]
    for text, drawn in wanted:
        if data.draw(st.integers(0, 3)) == 0:
            text.update({tag: data.draw(drawn) for tag in tags})
    kit = kit_of(kit_data)
    edition = InternalEdition(kit, Language("en"))
    shown = []
    for document in documents(edition):
        tree = lxml.html.fragment_fromstring(html.write(document, edition.language, links_from(document)), "div")
        assert not tree.xpath("//script | //*[@onclick or @onerror or @onload]")
        shown.append(squeezed(tree.text_content()))
    for artefact in localized_artefacts(kit, edition):
        if artefact.row.kind is Kind.HANDOUT:  # a file for the candidate, without a page
            page = html.write(artefact.document, edition.language, lambda target: "")
            shown.append(squeezed(lxml.html.fragment_fromstring(page, "div").text_content()))
    everything = "\n".join(shown)
    for text, _ in wanted:
        assert squeezed(text["en"].strip()) in everything, text["en"]
