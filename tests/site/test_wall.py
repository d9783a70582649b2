"""The wall: nothing that only interviewers may know is in the public site, in any file, language, index or metadata.

What is a type error, mypy says: each time anew, which is slow.
"""

from __future__ import annotations

import copy
import gzip
import html
import json
import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, Never, cast

import pikepdf
import pypdfium2
import pytest
from rolebook import catalogue
from rolebook.audience import Audience, WallError, edition_for
from rolebook.build.build import build
from rolebook.catalogue import ROWS, Format, artefacts, as_file, links_from, localized_artefacts
from rolebook.documents.blocks import Kind, Paragraph, Target, words
from rolebook.documents.internal_edition import InternalEdition
from rolebook.documents.public.edition import PublicEdition
from rolebook.formats import html as pages
from rolebook.formats import text
from rolebook.kit import Kit
from rolebook.kit.public import public
from rolebook.kit.roles import Role
from rolebook.kit.text import Text
from rolebook.language import Language
from rolebook.source import load

from tests.conftest import FIRST, kit_of, read
from tests.type_errors import type_errors
from tests.walk import every

BINARY = {".woff2", ".svg", ".png"}
"""The theme's own: no text of a kit is written into these."""
SIGNS = re.compile("[\u0610-\u061a\u0640\u064b-\u065f\u0670\u200b-\u200f\u2066-\u2069]")
ARABIC = re.compile("[\u0621-\u064a]")


def texts_in(part: object) -> Iterator[str]:
    """Every text inside of a part of a kit, in every language."""
    for value in every(part, but=Text):
        if isinstance(value, Text):
            yield from (value[tag] for tag in value.languages())


def normalised(text: str) -> str:
    return " ".join(re.findall(r"\w+", SIGNS.sub("", unicodedata.normalize("NFKC", text)).casefold()))


def searches(kit: Kit, role: Role, background: str) -> list[str]:
    """The search strings for people of a background."""
    return [search for _, search in kit.background(background).searches(role.search_terms)]


def internal(kit: Kit) -> set[str]:
    """All that a kit says and its public side does not."""
    side = public(kit)
    assert side is not None
    said = "\n".join(normalised(text) for text in texts_in(side))
    secret = {
        *texts_in(kit.skills),
        *texts_in(kit.backgrounds),
        *texts_in(kit.leadership_models),
        *texts_in(kit.function),
        *texts_in(kit.objectives),
        *texts_in(kit.interviewing),
        *texts_in(kit.roles),
        *texts_in(kit.facts),
        *texts_in(kit.about.rating_scale),
        *texts_in(kit.channels),
        *(search for role in kit.roles for one in role.backgrounds for search in searches(kit, role, one)),
    }
    return {text for one in secret if len((text := normalised(one)).split()) > 1 and text not in said}


def shapes(text: str) -> list[str]:
    """A text's words, each with its letters in order of the alphabet."""
    return ["".join(sorted(word)) for word in normalised(text).split()]


def runs(shaped: list[str]) -> set[tuple[str, ...]]:
    return {tuple(shaped[start : start + 3]) for start in range(len(shaped) - 2)}


def in_paper(text: str, paper: set[tuple[str, ...]], said: set[tuple[str, ...]]) -> bool:
    """Whether an Arabic text is there, whose letters come out of a PDF in another order.

    It is if most of its runs of three words are, those left aside that what may be said has as well.
    """
    mine = runs(shapes(text)) - said if ARABIC.search(text) else set()
    return len(mine) >= 3 and len(mine & paper) / len(mine) > 0.6


def content(path: Path) -> str:
    """All that a file says to a person, a program or a search engine."""
    data = path.read_bytes()
    if path.suffix == ".gz":
        data = gzip.decompress(data)
    if path.suffix != ".pdf":
        text = data.decode("utf-8")
        return html.unescape(json.dumps(json.loads(text), ensure_ascii=False) if path.suffix == ".json" else text)
    with pypdfium2.PdfDocument(path) as document, pikepdf.open(path) as file:
        pages = [page.get_textpage().get_text_bounded() for page in document]
        return "\n".join([*pages, *map(str, dict(file.docinfo).values()), str(file.open_metadata())])


def leaks(site: Path, kit: Kit) -> dict[str, list[str]]:
    """What of a kit's internal texts is found in which file."""
    secret, found = internal(kit), dict[str, list[str]]()
    said = {run for one in texts_in(public(kit)) for run in runs(shapes(one))}
    for path in sorted(path for path in site.rglob("*") if path.is_file() and path.suffix not in BINARY):
        text = normalised(re.sub(r"\\u([0-9a-f]{4})", lambda code: chr(int(code[1], 16)), content(path)))
        here = [one for one in secret if f" {one} " in f" {text} "]
        if path.suffix == ".pdf":
            paper = runs(shapes(content(path)))
            here += [one for one in secret if in_paper(one, paper, said)]
        if here:
            found[path.relative_to(site).as_posix()] = here
    return found


def test_nothing_internal_is_in_any_public_file(public_site: Path, first: Kit) -> None:
    assert len(internal(first)) > 1500
    assert {path.suffix for path in public_site.rglob("*")} >= {".html", ".json", ".xml", ".atom", ".pdf", ".txt"}
    assert leaks(public_site, first) == {}


def test_nothing_internal_is_set_on_public_paper(first: Kit) -> None:
    """What a PDF says, before it is set: short Arabic texts are not to be told in what comes back out of one."""
    kit = with_more_to_hide()
    secret = internal(kit)
    assert secret > internal(first)
    for tag in kit.about.languages:
        edition = edition_for(Audience.PUBLIC, kit, Language(tag))
        for artefact in localized_artefacts(kit, edition):
            said = f" {normalised(text.write(artefact.document, edition.language))} "
            assert [one for one in secret if f" {one} " in said] == []


def with_more_to_hide() -> Kit:
    """The first kit, in which one skill weighs more, for a reason; with a sample answer, and a training."""
    root = load(FIRST).root
    assert root is not None
    data = copy.deepcopy(root.data())
    reason = {
        "en": "Whoever fails at this one fails at the whole of the position.",
        "ar": "من يخفق في هذه المهارة يخفق في الوظيفة كلها منذ البداية.",
    }
    data["roles"][2]["skills"][0] |= {"weight": 3, "weight_reason": reason}
    skill, asked = data["skills"][0], data["skills"][0]["questions"][0]
    asked["duties"] = ["sales-operations-analyst/find-bottlenecks"]
    skill["questions"].append(asked | {"id": "once-asked", "retired": {"on": "2026-11-01", "because": "leaked"}})
    sample = {
        "id": "warm-vans",
        "question": asked["id"],
        "level": 2,
        "answer": {
            "en": "Our vans were warm on Mondays, and the milk was sour by noon.",
            "ar": "كانت شاحناتنا دافئة أيام الاثنين وكان الحليب يفسد قبل الظهر.",
        },
        "because": {
            "en": "Read the thermometer, and never asked who had switched it off.",
            "ar": "قرأ ميزان الحرارة ولم يسأل أبدًا من الذي أوقف التبريد.",
        },
    }
    skill["sample_answers"] = [sample]
    said = {"en": "Underline each word that shows a van.", "ar": "ضعوا خطًا تحت كل كلمة تدل على شاحنة بعينها."}
    part = {"id": "rate", "title": said, "minutes": 60, "text": [{"text": said}]}
    data["interviewing"]["training"] = {"parts": [part], "samples": [f"{skill['id']}/warm-vans"]}
    return kit_of(data)


def secrets(kit: Kit) -> dict[str, Text]:
    """One internal text of each sort that must never be read by candidates."""
    skill, model, background = kit.skills[0], kit.leadership_models[0], kit.backgrounds[0]
    training = kit.interviewing.training
    assert training is not None
    question, [weight] = skill.questions[0], [need.weight_reason for need in kit.roles[2].skills if need.weight_reason]
    return {
        "question": question.text,
        "probe": max((probe for one in skill.questions for probe in one.probes), key=lambda text: len(text["ar"])),
        "listen-for": max((one.listen_for.weak for one in skill.questions), key=lambda text: len(text["ar"])),
        "anchor": skill.anchors.at(3),
        "weight": weight,
        "sourcing": background.message,
        "structure": model.description,
        "off-limits": kit.interviewing.off_limits[0].ask_instead,
        "sample-answer": skill.sample_answers[0].answer,
        "reason": skill.sample_answers[0].because,
        "training": training.parts[0].title,
    }


SORTS = [
    *("question", "probe", "listen-for", "anchor", "weight", "sourcing", "structure", "off-limits"),
    *("sample-answer", "reason", "training"),
]


@pytest.mark.slow
def test_a_planted_leak_is_found_in_pages_on_paper_and_in_an_index(tmp_path: Path) -> None:
    """A leak of each sort, in each language, into the candidate brief: found in its page, its PDF and an index."""
    kit = with_more_to_hide()
    planted = secrets(kit)
    assert sorted(planted) == sorted(SORTS)
    for tag in kit.about.languages:
        edition = edition_for(Audience.PUBLIC, kit, Language(tag))
        document = catalogue.document(Kind.CANDIDATE_BRIEF, edition, "sales-operations-analyst")
        for sort in SORTS:
            secret = planted[sort][tag]
            leaking = replace(document, blocks=(*document.blocks, Paragraph(words(secret))))
            here = tmp_path / tag / sort
            here.mkdir(parents=True)
            (here / "brief.pdf").write_bytes(as_file(leaking, edition, Format.PDF))
            (here / "brief.html").write_text(pages.write(leaking, edition.language, links_from(leaking)), "utf-8")
            (here / "index.json").write_text(json.dumps({"text": secret}), "utf-8")
    found = leaks(tmp_path, kit)
    for tag in kit.about.languages:
        for sort in SORTS:
            for name in ("brief.html", "brief.pdf", "index.json"):
                assert normalised(planted[sort][tag]) in found.get(f"{tag}/{sort}/{name}", []), (tag, sort, name)


RANKS = ("Underling", "Overlord")
BANDS = {"apprentice": (7123457, 8234569), "skilled": (8345671, 9456783)}


def with_secret_levels(data: dict[str, Any]) -> dict[str, Any]:
    """The small kit, in which all that its levels say can be told from the rest."""
    baker = data["roles"][0]
    for number, level in enumerate(baker["levels"]):
        level["name"] = {"en": f"{RANKS[number]} of the oven", "ar": f"{RANKS[number]} الفرن"}
        level["autonomy"] = {"en": f"Whispers to ovens {number}", "ar": f"الهمس إلى الأفران {number}"}
        level["duties"] = [{"en": f"Counts the raisins {number}", "ar": f"عدّ حبات الزبيب {number}"}]
        level["pay"]["minimum"], level["pay"]["maximum"] = BANDS[level["id"]]
    baker["changes"][0]["what"] = {"en": "The cat moved out", "ar": "رحيل القطة عن المخبز"}
    return data


def test_the_public_learns_the_name_of_the_level_that_is_sought_and_no_more(
    small_data: dict[str, Any], written: Callable[[dict[str, Any]], Path]
) -> None:
    path = written(with_secret_levels(small_data))
    build(read(path), path, path.parent, audience=Audience.PUBLIC)
    site = path.parent / "public"
    files = [path for path in site.rglob("*") if path.is_file() and path.suffix not in BINARY]
    inside = re.compile("Whispers to ovens|Counts the raisins|The cat moved out|Underling|الهمس|الزبيب|رحيل القطة")
    said = {path.relative_to(site).as_posix(): content(path) for path in files}
    for name, text_of_file in said.items():
        digits = re.sub(r"[,.\s\u066b\u066c\u00a0\u202f]", "", unicodedata.normalize("NFKC", text_of_file))
        assert [amount for band in BANDS.values() for amount in band if str(amount) in digits] == [], name
        assert inside.findall(text_of_file) == [], name
    for name in (
        "en/jobs/baker/index.html",
        "ar/jobs/baker/index.html",
        "en/jobs/baker/job-description.pdf",
        "jobs.json",
    ):
        assert "Overlord" in said[name], name


def test_a_public_edition_is_shown_public_documents_alone(first: Kit) -> None:
    everything, edition = InternalEdition(first, Language("en")), edition_for(Audience.PUBLIC, first, Language("en"))
    shown = {artefact.path for artefact in localized_artefacts(first, edition)}
    assert shown == {artefact.path for artefact in artefacts(first, Audience.PUBLIC)}
    for row in ROWS[Audience.INTERNAL]:
        with pytest.raises(LookupError, match="This audience is shown nothing"):
            catalogue.document(row.kind, edition, "")
    for row in ROWS[Audience.PUBLIC]:
        with pytest.raises(LookupError, match="This audience is shown nothing"):
            catalogue.document(row.kind, everything, "")


def test_an_internal_document_has_nothing_to_be_made_from_on_the_public_side(first: Kit) -> None:
    """Were somebody to get round the types: the public side does not have what an internal document says."""
    edition = edition_for(Audience.PUBLIC, first, Language("en"))
    assert type(edition) is PublicEdition
    for row in ROWS[Audience.INTERNAL]:
        if row.kind in (Kind.REFERENCE, Kind.RULES):
            continue  # they say what any kit may hold, and nothing of this one
        for subject in row.subjects.ids(first):
            with pytest.raises((AttributeError, TypeError)):
                row.document(cast(Never, edition), subject)


FEEDS = "from rolebook.exchange import feeds, site_notes\n"
DEBRIEF = "from rolebook.documents.interviews.debrief import debrief\n"


@pytest.mark.slow
@pytest.mark.parametrize(
    ("file", "changes"),
    [
        (
            "catalogue/public.py",
            {FEEDS: FEEDS + DEBRIEF, "Row(Kind.OPENINGS, openings,": "Row(Kind.OPENINGS, debrief,"},
        ),
        (
            "catalogue/internal.py",
            {
                DEBRIEF: DEBRIEF + "from rolebook.documents.public.openings import openings\n",
                "Row(Kind.HOME, home,": "Row(Kind.HOME, openings,",
            },
        ),
        (
            "catalogue/artefacts.py",
            {"_localized(public.ROWS": "_localized(internal.ROWS"},
        ),
        ("catalogue/artefacts.py", {"_first(public.ROWS": "_first(internal.ROWS"}),
    ],
    ids=["internal document, public table", "public document, internal table", "wrong table", "wrong row"],
)
def test_a_wrong_edition_is_a_type_error(file: str, changes: dict[str, str], tmp_path: Path) -> None:
    found = type_errors(tmp_path, file, changes, "rolebook.catalogue")
    assert {error.partition(":")[0] for error in found} == {Path(file).stem}, found


def test_no_public_page_leads_to_an_internal_one(first: Kit) -> None:
    edition = edition_for(Audience.PUBLIC, first, Language("en"))
    for artefact in localized_artefacts(first, edition):
        href = links_from(artefact.document)
        with pytest.raises(WallError, match="was to lead to"):
            href(Target(Kind.SCORECARD, "sales-operations-analyst"))
