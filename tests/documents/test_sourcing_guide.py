"""Sourcing guides: messages say all that the kit knows, and nothing of a posting that nobody can apply to."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from rolebook.documents.blocks import Block, Document, Folded, Message, Paragraph, Run, Verbatim
from rolebook.documents.blocks.message import plain
from rolebook.documents.internal_edition import InternalEdition
from rolebook.documents.process.filled import open_postings
from rolebook.documents.roles.sourcing_guide import sourcing_guide
from rolebook.kit import Kit
from rolebook.kit.fields import OF_A_POSTING, KnownField
from rolebook.kit.sections import Section
from rolebook.language import Language
from rolebook.source import load

from tests.conftest import PROJECT, kit_of


def messages(document: Document) -> dict[str, Message]:
    def found(blocks: tuple[Block, ...]) -> Iterator[Message]:
        for block in blocks:
            if isinstance(block, Message):
                yield block
            elif isinstance(block, Folded):
                yield from found(block.blocks)

    return {message.anchor: message for message in found(document.blocks)}


def shipped() -> Kit:
    kit = load(PROJECT / "roles.yaml").kit
    assert kit is not None
    return kit


@pytest.mark.parametrize("language", ["en", "ar"])
def test_no_message_has_a_field_open_that_the_kit_knows(language: str) -> None:
    kit = shipped()
    edition = InternalEdition(kit, Language(language))
    for role in kit.roles:
        found = messages(sourcing_guide(edition, role.id))
        assert len(found) == 3 * len(role.backgrounds)
        for anchor, message in found.items():
            text = plain(message.text)
            to_fill_in = {KnownField.SENDER} | (set() if open_postings(edition, role) else OF_A_POSTING)
            assert not {blank.name for blank in message.blanks} & (set(KnownField) - to_fill_in), anchor
            assert not {"…", "{"} & set(text), anchor
            assert edition.text(role.title) in text, anchor
            assert {blank.name for blank in message.blanks} >= {"sender"}, anchor


@pytest.mark.parametrize("language", ["en", "ar"])
def test_messages_show_the_posting_as_long_as_one_can_apply(small_data: dict[str, Any], language: str) -> None:
    edition = InternalEdition(kit_of(small_data), Language(language))
    anchor = "background-home-bakers-message-text"
    opened = plain(messages(sourcing_guide(edition, "baker"))[anchor].text)
    assert f"/{language}/jobs/baker/" in opened
    small_data["roles"][0]["posting"]["status"] = "closed"
    edition = InternalEdition(kit_of(small_data), Language(language))
    message = messages(sourcing_guide(edition, "baker"))[anchor]
    closed = plain(message.text)
    assert "/jobs/" not in closed
    assert {blank.name for blank in message.blanks} >= {"requisition", "pay", "posting_url"}
    assert "\n\n\n" not in closed
    assert closed.split("\n\n")[:2] == opened.split("\n\n")[:2]
    assert closed.split("\n\n")[-1] == opened.split("\n\n")[-1]


def test_a_guide_says_when_its_role_has_no_open_posting(small_data: dict[str, Any]) -> None:
    def says() -> bool:
        document = sourcing_guide(InternalEdition(kit_of(small_data), Language("en")), "baker")
        return any(
            "no open posting" in "".join(run.text for run in block.inlines if isinstance(run, Run))
            for block in document.blocks
            if isinstance(block, Paragraph)
        )

    assert not says()
    small_data["roles"][0]["posting"]["status"] = "closed"
    assert says()


def test_a_message_names_every_vacancy_that_is_open(small_data: dict[str, Any]) -> None:
    role = small_data["roles"][0]
    one = role.pop("posting")
    other = one | {"identifier": "B-2", "title": {"en": "Night baker", "ar": "خباز/ة ليلي/ة"}}
    role["postings"] = [one, other, other | {"identifier": "B-3", "status": "closed"}]
    document = sourcing_guide(InternalEdition(kit_of(small_data), Language("en")), "baker")
    for message in messages(document).values():
        text = plain(message.text)
        assert text.count("Posting: ") == 2
        assert text.index("Baker, B-1") < text.index("Night baker, B-2")
        assert "/jobs/baker/b-2/" in text
        assert "B-3" not in text


def test_a_kit_of_the_first_shape_shows_its_message_and_its_search_string_as_they_are(
    small_data: dict[str, Any],
) -> None:
    background = small_data["backgrounds"][0]
    for key in ("titles", "signals", "follow_up", "referral"):
        del background[key]
    background |= {"message": {"en": "Hello …, bake!", "ar": "مرحبًا …، اخبزوا!"}, "search": "(baker OR خباز)"}
    for key in ("channels", "outreach"):
        del small_data[key]
    small_data["roles"][0].pop("search_terms")
    document = sourcing_guide(InternalEdition(kit_of(small_data), Language("en")), "baker")
    assert [plain(message.text) for message in messages(document).values()] == ["Hello …, bake!"]
    assert [block.text for block in document.blocks if isinstance(block, Verbatim)] == ["(baker OR خباز)"]


def test_where_sourcing_is_switched_off_nothing_of_it_is_left(small_data: dict[str, Any]) -> None:
    small_data["kit"]["sections"] = {"sourcing": False}
    kit = kit_of(small_data)
    assert not kit.has(Section.SOURCING)
    assert (kit.backgrounds, kit.channels, kit.outreach, kit.roles[0].search_terms) == ((), (), None, ())
