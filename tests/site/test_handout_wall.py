"""The wall inside the wall: no file that a candidate is given in an interview has anything of what is looked for.

Slow are all files of the shipped kit, after those of the small one, and mypy.
"""

from __future__ import annotations

import copy
import io
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from itertools import count
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
import pytest
from rolebook.audience import Audience, edition_for
from rolebook.catalogue import Format, as_file, localized_artefacts
from rolebook.documents.blocks import DataTable, Document, Kind, Paragraph, words
from rolebook.kit import Kit
from rolebook.kit.questions import Question
from rolebook.kit.text import Text
from rolebook.language import Language
from rolebook.source import load

from tests.conftest import PROJECT, SMALL, kit_of
from tests.site.test_wall import in_paper, normalised, runs, shapes, texts_in
from tests.type_errors import type_errors

SECRET = ("planted", "player", "key", "model_answers", "probes", "listen_for", "text")
"""What of a question only interviewers see; its text is read out, and is not on the handout either."""


def said_in(name: str, data: bytes) -> str:
    """All that a file says to a person or a program: text, metadata, every part of a package."""
    if name.endswith(".pdf"):
        with pypdfium2.PdfDocument(data) as document, pikepdf.open(io.BytesIO(data)) as file:
            pages = [page.get_textpage().get_text_bounded() for page in document]
            streams = [one.read_bytes().decode("latin-1") for one in file.objects if isinstance(one, pikepdf.Stream)]
            about = [*map(str, dict(file.docinfo).values()), str(file.open_metadata()), *map(str, file.objects)]
            return "\n".join([*pages, *about, *streams])
    if name.endswith(".xlsx"):
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            parts = package.namelist()
            return "\n".join([*parts, *(package.read(part).decode("utf-8", "replace") for part in parts)])
    return data.decode("utf-8-sig")


def documents(kit: Kit, tag: str) -> Iterator[tuple[str, Format, Document]]:
    """The address, format and document of every file that candidates are given in an interview."""
    for artefact in localized_artefacts(kit, edition_for(Audience.INTERNAL, kit, Language(tag))):
        if artefact.row.kind is Kind.HANDOUT:
            yield artefact.path, artefact.row.format, artefact.document


def files(kit: Kit) -> Iterator[tuple[str, str, str]]:
    """The language, address and content of every such file."""
    for tag in kit.about.languages:
        edition = edition_for(Audience.INTERNAL, kit, Language(tag))
        for path, form, document in documents(kit, tag):
            yield tag, path, said_in(path, as_file(document, edition, form, confidential=False))


def with_sentinels(data: dict[str, Any]) -> tuple[Kit, set[str]]:
    """A kit in which each text that only interviewers see is a word of its own, and those words."""
    data, numbers, found = copy.deepcopy(data), count(1000), set[str]()

    def marked(part: Any) -> Any:
        if isinstance(part, list):
            return [marked(item) for item in part]
        if isinstance(part, dict) and "en" in part:
            word = "QZX" + "".join("abcdefghij"[int(digit)] for digit in str(next(numbers)))  # in Arabic, digits move
            found.add(word)
            return {tag: f"{word} {text}" for tag, text in part.items()}
        return {key: marked(value) for key, value in part.items()} if isinstance(part, dict) else part

    for skill in data["skills"]:
        for key in ("name", "definition", "anchors"):
            skill[key] = marked(skill[key])
        skill["sample_answers"] = [
            sample | {key: marked(sample[key]) for key in ("answer", "because")}
            for sample in skill.get("sample_answers", [])
        ]
        for question in skill["questions"]:
            question |= {key: marked(question[key]) for key in SECRET if key in question}
    return kit_of(data), found


def role_play(data: dict[str, Any]) -> dict[str, Any]:
    """The small kit, whose work sample is a role-play: it has everything that a question can have."""
    question = data["skills"][0]["questions"][1]
    question |= {"kind": "role-play", "player": [{"en": "You are in a hurry.", "ar": "أنتم على عجل."}]}
    return data


def test_no_word_for_interviewers_is_in_any_file_for_candidates(small_data: dict[str, Any]) -> None:
    kit, secret = with_sentinels(role_play(small_data))
    assert len(secret) > 30
    seen = {}
    for tag, path, said in files(kit):
        assert not [word for word in secret if word in said], (tag, path)
        seen[tag, path.rpartition(".")[2]] = said
    assert set(seen) == {(tag, ending) for tag in kit.about.languages for ending in ("pdf", "xlsx", "csv")}
    assert "Four doughs" in seen["en", "pdf"]
    assert "Spelt, fine" in seen["en", "xlsx"]
    assert "Spelt, fine" in seen["en", "csv"]


@pytest.mark.parametrize("form", [Format.PDF, Format.XLSX, Format.CSV])
def test_a_planted_leak_is_found_in_each_format(small_data: dict[str, Any], form: Format) -> None:
    kit, _ = with_sentinels(role_play(small_data))
    question = kit.skills[0].questions[1]
    assert question.key is not None
    for tag in kit.about.languages:
        edition = edition_for(Audience.INTERNAL, kit, Language(tag))
        path, document = next((path, document) for path, one, document in documents(kit, tag) if one is form)
        for secret in (question.planted[0], question.player[0], question.key.criteria[0].full, question.probes[1]):
            leak = secret[tag]
            rows = tuple(
                replace(block, rows=(*block.rows, (leak,) * len(block.columns)))
                for block in document.blocks
                if isinstance(block, DataTable)
            )
            leaking = replace(document, blocks=(*rows, Paragraph(words(leak))))
            said = said_in(path, as_file(leaking, edition, form, confidential=False))
            assert leak.split()[0] in said, (tag, leak)


def secrets_of(question: Question) -> list[Text]:
    """The texts of a question that only interviewers see."""
    key, answers = question.key, question.model_answers
    return [
        *question.planted,
        *question.player,
        *question.probes,
        *(text for one in (key.criteria if key else ()) for text in (one.full, one.half)),
        *(key.wrong_turns if key else ()),
        *((answers.strong.text, answers.mixed.text, answers.weak.text) if answers else ()),
        question.listen_for.strong,
        question.listen_for.mixed,
        question.listen_for.weak,
    ]


@pytest.mark.parametrize(
    "path",
    [pytest.param(PROJECT / "roles.yaml", id="shipped", marks=pytest.mark.slow), pytest.param(SMALL, id="small")],
)
def test_nothing_for_interviewers_is_in_the_files_of_a_kit(path: Path) -> None:
    kit = load(path).kit
    assert kit is not None
    questions = [question for skill in kit.skills for question in skill.questions]
    given = {run for one in questions for text in texts_in(one.handout) for run in runs(shapes(text))}
    said = "\n".join(normalised(text) for one in questions for text in texts_in(one.handout))
    secret = {
        text
        for one in questions
        for each in (*secrets_of(one), *(anchor for skill in kit.skills for anchor in skill.anchors.texts))
        for tag in each.languages()
        if len((text := normalised(each[tag])).split()) > 2 and text not in said
    }
    for tag, address, content in files(kit):
        text = f" {normalised(content)} "
        assert not [one for one in secret if f" {one} " in text], (tag, address)
        if address.endswith(".pdf"):
            paper = runs(shapes(content))
            assert not [one for one in secret if in_paper(one, paper, given)], (tag, address)


@pytest.mark.slow
def test_a_handout_cannot_be_made_from_a_key(tmp_path: Path) -> None:
    """By type: what a handout's document is made from does not know of one."""
    changes = {"given.notice) if": "given.key) if"}
    found = type_errors(tmp_path, "documents/handouts/handout.py", changes, "rolebook.documents")
    assert any('"CandidateHandout" has no attribute "key"' in error for error in found), found
