"""What is counted as ours, and that each message of somebody else's says why it is theirs."""

from __future__ import annotations

from tests.conformance.findings import Checked, Finding, unseen, upstream

AUTOCOMPLETE = "Attribute “autocomplete” is only allowed when the input type is “color”"


def test_a_message_is_ours_unless_it_is_listed_for_its_checker() -> None:
    said = [Finding("index.html", AUTOCOMPLETE), Finding("index.html", "Stray end tag “p”.")]
    assert Checked("vnu-jar 26", 1, said).ours == said[1:]
    assert Checked("vnu-jar 26", 1, said).upstream == said[:1]
    assert Checked("another 1", 1, said).ours == said


def test_what_is_listed_and_no_longer_said_is_named() -> None:
    assert len(unseen([])) == len(upstream())
    assert len(unseen([Checked("vnu-jar 26", 1, [Finding("index.html", AUTOCOMPLETE)])])) == len(upstream()) - 1


def test_each_says_whose_it_is_and_why() -> None:
    assert [reason for _, _, reason in upstream() if ": " not in reason or len(reason) < 40] == []
