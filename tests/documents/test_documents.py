"""What the documents promise, held against every document of the first kit, in both languages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import pytest
from rolebook.catalogue import page_path
from rolebook.documents.blocks import (
    Copyable,
    Definitions,
    Document,
    Evidence,
    Folded,
    Heading,
    Kind,
    OrgChart,
    QuestionCard,
    Run,
    Target,
)
from rolebook.documents.internal_edition import InternalEdition
from rolebook.documents.interviews.interview_kit import interview_kit
from rolebook.documents.library.reference import reference
from rolebook.documents.library.rules import rules_page
from rolebook.documents.roles.job_description import job_description
from rolebook.documents.roles.skills import skill
from rolebook.formats import html
from rolebook.kit import Kit
from rolebook.kit.coverage import duties_in
from rolebook.kit.readiness import CHANNELS
from rolebook.language import Language
from rolebook.rules import RULES

from tests.conftest import documents
from tests.walk import every


def parts(value: Any) -> Iterator[Any]:
    """Everything in a document, but for what is copied elsewhere: links lead nowhere there."""
    return every(value, but=Copyable)


def targets(document: Document) -> set[Target]:
    return {part for part in parts(document) if isinstance(part, Target)}


def test_every_link_leads_to_a_page_of_the_catalogue(edition: InternalEdition) -> None:
    existing = {(document.kind, document.subject) for document in documents(edition)}
    for document in documents(edition):
        for target in targets(document):
            assert (target.kind, target.subject) in existing or target.kind is document.kind, (document.title, target)


def test_every_fact_is_cited_on_a_page(edition: InternalEdition) -> None:
    cited = {
        number
        for document in documents(edition)
        if document.kind is not Kind.FACTS
        for part in parts(document)
        if isinstance(part, Evidence)
        for number, _ in part.facts
    }
    assert cited == {fact.id for fact in edition.kit.facts}


@pytest.mark.slow
def test_heading_anchors_are_the_same_in_all_languages(first: Kit) -> None:
    in_english, in_arabic = (
        {
            (document.kind, document.subject): [part.anchor for part in parts(document) if isinstance(part, Heading)]
            for document in documents(InternalEdition(first, Language(tag)))
        }
        for tag in ("en", "ar")
    )
    assert in_english == in_arabic


def test_no_document_says_two_things_under_one_anchor(edition: InternalEdition) -> None:
    import re

    for document in documents(edition):
        written = html.write(document, edition.language, lambda target: page_path(target))
        ids = re.findall(r'\sid="([^"]+)"', written)
        assert len(ids) == len(set(ids)), (document.title, {one for one in ids if ids.count(one) > 1})


def test_a_duty_leads_to_its_skills_and_says_what_backs_it(edition: InternalEdition) -> None:
    for role in edition.kit.roles:
        document = job_description(edition, role.id)
        linked = {target.subject for target in targets(document) if target.kind is Kind.SKILL}
        assert linked == {need.skill for need in role.skills}
        texts = [part.text for part in parts(document) if isinstance(part, Run)]
        for duty in role.duties:
            assert edition.text(duty.text) in texts


def test_a_skill_leads_to_the_stages_that_ask_its_questions(edition: InternalEdition) -> None:
    for one in edition.kit.skills:
        document = skill(edition, one.id)
        asked_by = {
            (role.id, stage.id)
            for role in edition.kit.roles
            for stage in role.interview
            if any(reference.startswith(f"{one.id}/") for reference in stage.questions)
        }
        linked = {target.subject for target in targets(document) if target.kind is Kind.STAGE}
        assert {f"{role_id}/{stage_id}" for role_id, stage_id in asked_by} <= linked
        assert len([part for part in parts(document) if isinstance(part, QuestionCard)]) == len(one.questions)


def test_screening_questions_come_with_what_the_vacancy_says(small: Kit) -> None:
    edition = InternalEdition(small.in_language("en"), Language("en"))
    page = html.write(interview_kit(edition, "baker"), edition.language, lambda target: "#")
    _, _, told = page.partition("To complete the questions")
    told, _, _ = told.partition("Read aloud")
    assert "Jeddah, Saudi Arabia; Yanbu, Saudi Arabia" in told
    assert "Saudi riyals" in told


def test_the_chart_of_a_structure_counts_its_people(edition: InternalEdition) -> None:
    for model in edition.kit.leadership_models:
        guide = next(one for one in documents(edition) if (one.kind, one.subject) == (Kind.STRUCTURE_GUIDE, model.id))
        charts = [part for part in parts(guide) if isinstance(part, OrgChart)]
        assert len(charts) == len(model.organisations) >= 2
        for chart, size in zip(charts, model.organisations, strict=True):
            people = sum(part.count for part in parts(chart) if type(part).__name__ == "OrgNode")
            assert people == size.people


def test_gaps_and_overlaps_are_named_in_the_guide(edition: InternalEdition) -> None:
    for model in edition.kit.leadership_models:
        guide = next(one for one in documents(edition) if (one.kind, one.subject) == (Kind.STRUCTURE_GUIDE, model.id))
        linked = {target for target in targets(guide) if target.anchor.startswith("duty-")}
        for carried in duties_in(edition.kit, model):
            assert Target(Kind.JOB_DESCRIPTION, carried.owner.id, f"duty-{carried.duty.id}") in linked


def test_an_arabic_document_has_no_english_words_of_the_interface(first: Kit) -> None:
    """Latin letters come only from names: of files, taxonomies, tools, authors, codes."""
    import re

    arabic = InternalEdition(first, Language("ar"))
    from rolebook.documents.blocks import Callout, Table

    for document in documents(arabic):
        if document.kind in (Kind.REFERENCE, Kind.COPY_SHEET):
            continue  # headings of a copy sheet name the screens of systems that are in English
        headings = [part.text for part in parts(document) if isinstance(part, Heading)]
        columns = [column for part in parts(document) if isinstance(part, Table) for column in part.columns]
        callouts = [part.title for part in parts(document) if isinstance(part, Callout)]
        for text in {*headings, *columns, *callouts} - {channel.name for channel in CHANNELS}:
            assert re.search(r"[\u0600-\u06ff]", text), (document.title, text)


def runs_text(runs: Iterable[Any]) -> str:
    """What runs say, without the evidence that they refer to."""
    return "".join(run.text for run in runs if not isinstance(run, Evidence))


@pytest.mark.parametrize("tag", ["en", "ar"])
def test_each_rule_stands_under_how_much_it_weighs_with_its_reason_and_address(first: Kit, tag: str) -> None:
    edition = InternalEdition(first, Language(tag))
    shown = {
        anchor: (runs_text(said[0]), runs_text(why))
        for part in rules_page(edition, "").blocks
        if isinstance(part, Definitions)
        for anchor, said, why in zip(part.anchors, part.items, part.beside, strict=True)
    }
    assert len(shown) == len(RULES)
    for rule in RULES:
        code, why = shown[f"rule-{rule.code}"]
        assert code == rule.code
        assert edition.gettext(rule.reason) in why


def test_the_reference_says_what_kind_of_value_each_key_holds(small: Kit) -> None:
    said = {}
    document = reference(InternalEdition(small, Language("en")), "")
    of = {part.blocks[0]: part.title for part in parts(document) if isinstance(part, Folded)}
    for keys in (part for part in parts(document) if isinstance(part, Definitions)):
        holder = of.get(keys) or keys.anchors[0].removeprefix("key-")
        for ((name, *_), _), value in zip(keys.items, keys.beside, strict=True):
            said[holder, runs_text((name,))] = runs_text(value)
    kinds = {key: text.split(" · in this kit: ")[0] for key, text in said.items()}
    here = {key: text.split(" · in this kit: ")[1] for key, text in said.items() if " · in this kit: " in text}
    assert here["about", "organisation"] == small.about.organisation["en"]
    assert here["role", "id"] == "baker"
    said = kinds
    address = "a web address (as in https://www.example.com/jobs)"
    assert said["about", "edit_url"] == said["source", "url"] == said["careers.employer", "logo"] == address
    assert said["roles.posting.pay", "minimum"] == said["roles.levels.pay", "maximum"] == "a number (above 0)"
    assert said["roles.interview", "minutes"] == "a whole number (10 to 240)"
    assert said["skills.questions", "probes"] == "a list of: text in each language (items: 2 to 4)"
    assert said["about", "rating_scale"] == "a list, each item with the keys of kit.rating_scale (items: 3 to 7)"
    assert said["role", "reviewed"] == "a date (as in 2026-11-23)"
    assert said["fact", "id"] == "text (as in F22)"
    assert said["about", "version"] == "text"
    assert said["kit.fonts", "files"] == "a list of: the path of a file"
