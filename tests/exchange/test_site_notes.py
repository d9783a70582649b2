"""`llms.txt` has what a reader of the careers site sees of its open positions, and `security.txt` whom to tell."""

from __future__ import annotations

from typing import Any

import pytest
from rolebook.audience import Audience
from rolebook.catalogue import site_files
from rolebook.exchange.site_notes import SECURITY, llms
from rolebook.kit import Kit

from tests.conftest import kit_of
from tests.exchange.test_feeds import editions


def files(data: dict[str, Any]) -> dict[str, str]:
    made = site_files(Audience.PUBLIC, editions(kit_of(data)))
    return {path: write().decode() for path, write in made.items()}


def test_each_open_position_is_named_in_each_language_with_its_page(first: Kit) -> None:
    lines = llms(editions(first)).decode().splitlines()
    assert lines[0] == "# Careers at Example Company"
    assert lines[2].startswith("> ")
    for edition in editions(first):
        for opening in edition.kit.open:
            [line] = [line for line in lines if f"({edition.address}jobs/{opening.id}/)" in line]
            assert line.startswith(f"- [{edition.text(opening.title)}]")
            assert opening.posting.valid_through is not None
            assert edition.language.date(opening.posting.valid_through) in line
    assert sum(line.startswith("- [") for line in lines) == 2 * len(editions(first)[0].kit.open) + 3


def test_a_closed_position_is_not_named(small_data: dict[str, Any]) -> None:
    small_data["roles"][0]["posting"]["status"] = "closed"
    said = files(small_data)["llms.txt"]
    assert "jobs/baker" not in said
    assert "No open positions" in said


def test_words_that_markdown_would_take_for_a_link_stay_words(small_data: dict[str, Any]) -> None:
    small_data["roles"][0]["title"]["en"] = "Baker](https://evil.example) [x\n# y"
    [line] = [line for line in files(small_data)["llms.txt"].splitlines() if "/en/jobs/baker/" in line]
    assert line.startswith(r"- [Baker\](https://evil.example) \[x # y](https://")


def test_nothing_internal_is_said(small_data: dict[str, Any]) -> None:
    """What programs are told is on the careers site; anchors, questions, and who interviews are not even there."""
    said = files(small_data)["llms.txt"]
    for skill in small_data["skills"]:
        assert all(anchor["en"] not in said for anchor in skill["anchors"].values())
        assert all(question["text"]["en"] not in said for question in skill.get("questions", ()))
    assert all(one["search"] not in said for one in small_data["backgrounds"] if isinstance(one.get("search"), str))


def test_whom_to_tell_of_a_weakness_is_said_only_where_the_kit_says_it(small_data: dict[str, Any]) -> None:
    assert SECURITY not in files(small_data)
    small_data["careers"]["security"] = {"contact": "security@example.com", "expires": "2027-11-01"}
    lines = files(small_data)[SECURITY].splitlines()
    assert lines[0] == "Contact: mailto:security@example.com"
    assert lines[1] == "Expires: 2027-11-01T23:59:59Z"
    assert lines[2] == "Preferred-Languages: en, ar"
    assert lines[3].endswith("/.well-known/security.txt")
    assert len(lines) == 4
    small_data["careers"]["security"]["policy"] = "https://example.com/security"
    assert files(small_data)[SECURITY].endswith("Policy: https://example.com/security\n")


@pytest.mark.parametrize("tag", ["en", "ar"])
def test_pay_and_place_are_those_of_the_posting(first: Kit, tag: str) -> None:
    edition = next(one for one in editions(first) if one.language.tag == tag)
    said = llms([edition]).decode()
    for opening in edition.kit.open:
        assert opening.posting.pay is not None
        assert edition.pay(opening.posting.pay) in said
        assert all(place in said for place in edition.places(opening.posting))
