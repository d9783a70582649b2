"""Messages to candidates say what the kit knows; open is only what nobody but their sender can know."""

from __future__ import annotations

import re
from typing import Any

import pytest
from rolebook.documents.blocks import Blank, Heading, Message
from rolebook.documents.blocks.message import plain
from rolebook.documents.internal_edition import InternalEdition
from rolebook.documents.messages import label
from rolebook.documents.process.candidate_messages import candidate_messages
from rolebook.formats import html, text
from rolebook.kit import Kit
from rolebook.kit.fields import KnownField, OpenField
from rolebook.language import Language

from tests.conftest import PROJECT, kit_of, read

MAY_BE_OPEN = {*OpenField, KnownField.SENDER, KnownField.OFFER_PLACE}
"""What the sender fills in: some of it only where the kit cannot tell, as of a vacancy with several places."""


@pytest.fixture(scope="module")
def shipped() -> Kit:
    return read(PROJECT / "roles.yaml")


def shown(kit: Kit, role: str, language: str = "en") -> tuple[Message, ...]:
    """The messages of a role."""
    written = candidate_messages(InternalEdition(kit.in_language(language), Language(language)), role)
    return tuple(block for block in written.blocks if isinstance(block, Message))


@pytest.mark.parametrize("language", ["en", "ar"])
def test_what_the_kit_knows_is_never_left_open(shipped: Kit, language: str) -> None:
    for role in shipped.roles_as_sought:
        if not role.postings:
            continue
        blanks = {blank.name for message in shown(shipped, role.id, language) for blank in message.blanks}
        assert blanks <= MAY_BE_OPEN, role.id
        assert blanks >= {"candidate", "sender", "date"}


@pytest.mark.parametrize("language", ["en", "ar"])
def test_a_role_without_a_posting_has_messages_that_read_whole(shipped: Kit, language: str) -> None:
    [role, *_] = [role for role in shipped.roles if not role.postings]
    for message in shown(shipped, role.id, language):
        assert {blank.name for blank in message.blanks} <= MAY_BE_OPEN | {KnownField.SCREENED_BY}
        words = plain(message.text)
        assert "https://" not in words
        assert "\n\n\n" not in words
        assert not re.search(r": *\n(?!\n)", words)
        assert not re.search("[{}]", words)


def test_a_message_names_role_vacancy_and_addresses(small: Kit) -> None:
    [thanks, *_] = shown(small, "baker")
    assert plain(thanks.subject) == "Your dough: Baker"
    assert "Thank you from Corner Bakery." in plain(thanks.text)
    assert "The oven is at Jeddah, Saudi Arabia" in plain(thanks.text)
    assert "https://jobs.bakery.example/en/jobs/baker/candidate-brief/" in plain(thanks.text)


@pytest.mark.parametrize(("language", "place"), [("en", "at Jeddah, Saudi Arabia or Yanbu"), ("ar", "أو ينبع")])
def test_of_several_places_a_candidate_is_offered_one(small: Kit, language: str, place: str) -> None:
    assert any(place in plain(message.text) for message in shown(small, "baker", language))


def test_a_line_that_only_a_posting_can_fill_is_left_out_without_one(small: Kit) -> None:
    [thanks, *_] = shown(small, "senior-baker")
    assert plain(thanks.text) == "Dear [Candidate's name],\n\nThank you from Corner Bakery.\n\n[Your name]"


@pytest.mark.parametrize(("until", "is_named"), [("2026-11-24", True), ("2026-11-23", False)])
def test_the_brief_of_a_closed_posting_is_named_until_its_interviews_are_over(
    small_data: dict[str, Any], until: str, is_named: bool
) -> None:
    small_data["roles"][0]["posting"] |= {"status": "closed", "interviews": {"from": "2026-11-20", "until": until}}
    [thanks, *_] = shown(kit_of(small_data), "baker")
    assert ("candidate-brief" in plain(thanks.text)) is is_named
    assert "The oven is at Jeddah" in plain(thanks.text)


def test_a_message_about_an_interview_is_there_for_each_stage(shipped: Kit) -> None:
    role = shipped.role("sales-operations-analyst")
    edition = InternalEdition(shipped.in_language("en"), Language("en"))
    blocks = candidate_messages(edition, role.id).blocks
    start = next(i for i, block in enumerate(blocks) if isinstance(block, Heading) and block.anchor == "invitation")
    names = [block.text for block in blocks[start + 1 :] if isinstance(block, Heading)][: len(role.interview)]
    assert names == [stage.name["en"] for stage in role.interview]
    lengths = [plain(message.text) for message in shown(shipped, role.id) if "-invitation-" in message.anchor]
    for stage, words in zip(role.interview, lengths, strict=True):
        assert f"{stage.minutes} minutes" in words


def test_every_field_has_a_name_in_every_language(small: Kit) -> None:
    for language in ("en", "ar"):
        edition = InternalEdition(small.in_language(language), Language(language))
        names = [label(edition, field) for field in (*KnownField, *OpenField)]
        assert len(set(names)) == len(names)


def test_without_scripts_a_page_shows_the_message_whole_and_no_empty_form(small: Kit) -> None:
    edition = InternalEdition(small.in_language("en"), Language("en"))
    page = html.write(candidate_messages(edition, "baker"), edition.language, lambda target: "#")
    assert 'Dear <mark class="rb-blank" data-blank="candidate" data-empty>[Candidate&#39;s name]</mark>,' in page
    assert '<fieldset class="rb-message__blanks" hidden>' in page
    assert 'data-form="subject">Your dough: Baker</strong>' in page


def test_text_puts_what_is_open_in_brackets(small: Kit) -> None:
    edition = InternalEdition(small.in_language("ar"), Language("ar"))
    written = text.write(candidate_messages(edition, "baker"), edition.language)
    assert "الموضوع: عجينكم: خباز/ة" in written
    assert "[اسمكم]" in written


def test_a_blank_is_filled_in_once_however_often_it_stands_there() -> None:
    name = Blank("candidate", "Name")
    assert Message("m", (name,), ("Dear ", name, ",\n", name)).blanks == (name,)
