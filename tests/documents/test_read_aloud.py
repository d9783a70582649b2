"""What is read aloud in an interview knows the stage and the vacancy."""

from __future__ import annotations

from typing import Any

import pytest
from rolebook.documents.internal_edition import InternalEdition
from rolebook.documents.interviews.interview_kit import stage_packet
from rolebook.documents.interviews.stage_page import stage_page
from rolebook.formats import html, markdown
from rolebook.language import Language

from tests.conftest import PROJECT, kit_of, read


@pytest.mark.parametrize(("tag", "within"), [("en", "within 14 days"), ("ar", "خلال 14 يومًا")])
def test_the_shipped_scripts_say_minutes_days_and_address(tag: str, within: str) -> None:
    kit = read(PROJECT / "roles.yaml")
    edition = InternalEdition(kit, Language(tag))
    for role in kit.roles:
        for stage in role.interview:
            page = html.write(stage_page(edition, f"{role.id}/{stage.id}"), edition.language, lambda _: "")
            packet = markdown.write(stage_packet(edition, f"{role.id}/{stage.id}"), edition.language)
            for said in (page, packet):
                assert edition.minutes(stage.minutes) in said
                assert within in said
                assert "{" not in "".join(line for line in said.splitlines() if within in line)


def test_what_nobody_knows_stays_open(small_data: dict[str, Any]) -> None:
    small_data["interviewing"]["opening"]["text"] = {
        "en": "I am {sender}: {minutes}.",
        "ar": "أنا {sender}: {minutes}.",
    }
    edition = InternalEdition(kit_of(small_data), Language("en"))
    said = markdown.write(stage_packet(edition, "baker/try-out"), edition.language)
    assert "I am …: " in said
    assert "minutes}" not in said
