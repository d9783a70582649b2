"""Fields in the texts of messages: which there are, and what is said of one that there is not."""

from __future__ import annotations

import pytest
from pydantic import ValidationError
from rolebook.kit.fields import KnownField, MessageText, OpenField, fields_in, split
from rolebook.kit.references import ValidationContext
from rolebook.source import wording

LANGUAGES = ValidationContext(languages=("en", "ar"))


def said_of(english: str) -> wording.Words:
    """What a maintainer is told of a message."""
    with pytest.raises(ValidationError) as raised:
        MessageText.model_validate({"en": english, "ar": "مرحبًا"}, context=LANGUAGES)
    [error] = raised.value.errors()
    return wording.words(error, wording.Place("text", languages=("en", "ar")))


def test_a_message_is_words_and_fields_in_order() -> None:
    assert list(split("Dear {candidate}, the {role}!")) == [
        "Dear ",
        OpenField.CANDIDATE,
        ", the ",
        KnownField.ROLE,
        "!",
    ]
    assert list(split("{role}")) == [KnownField.ROLE]
    assert list(split("")) == []


def test_fields_of_a_message() -> None:
    text = MessageText.model_validate({"en": "{role}: {date}", "ar": "{role}: {date}"}, context=LANGUAGES)
    assert fields_in(text["ar"]) == {KnownField.ROLE, OpenField.DATE}


def test_no_field_is_both_known_and_open() -> None:
    assert not {field.value for field in KnownField} & {field.value for field in OpenField}


@pytest.mark.parametrize("name", ["candidte", "Candidate", " candidate "])
def test_a_field_that_is_not_known_is_named_with_the_one_that_was_meant(name: str) -> None:
    said = said_of(f"Dear {{{name}}},")
    assert said.code == "unknown-field"
    assert f"{{{name}}}" in said.message
    assert said.hint == "Did you mean “{candidate}”?"
    assert said.inside == ("en",)


def test_where_nothing_comes_near_all_fields_are_listed() -> None:
    assert "{candidate}" in said_of("{xyzzy}").hint


@pytest.mark.parametrize(("text", "brace"), [("Dear {candidate", "{"), ("Dear candidate}", "}")])
def test_a_brace_without_its_other_half_is_found(text: str, brace: str) -> None:
    said = said_of(text)
    assert said.code == "unknown-field"
    assert f"has “{brace}” without" in said.message
