"""What holds for the kit that is shipped whatever it says: whoever edits a sentence of it turns no test red."""

from __future__ import annotations

import json

import jsonschema
from rolebook import rules, schema
from rolebook.documents.public.edition import PublicEdition
from rolebook.documents.public.posting import advertisement
from rolebook.formats import markdown
from rolebook.kit.must_haves import can_show
from rolebook.kit.public import public
from rolebook.language import Language
from rolebook.problem import Severity
from rolebook.source import load
from rolebook.source.compose import compose

from tests.conftest import PROJECT

SHIPPED = PROJECT / "roles.yaml"


def test_it_has_no_errors() -> None:
    loaded = load(SHIPPED)
    assert loaded.kit is not None, loaded.problems
    assert [rule.code for rule, _ in rules.findings(loaded.kit) if rule.severity is Severity.ERROR] == []


def test_what_each_level_of_a_role_must_have_can_be_shown_in_an_interview() -> None:
    """`rolebook check` looks at the level that is sought; a posting may seek another one next time."""
    kit = load(SHIPPED).kit
    assert kit is not None
    beyond = [
        (role.id, level.id, need.skill)
        for role in kit.roles
        for level in role.levels
        for need in role.needs_at(level)
        if need.must_have and not any(can_show(kit, need, stage) for stage in role.interview)
    ]
    assert beyond == []


def test_nobody_passes_the_training_by_giving_every_answer_the_same_rating() -> None:
    """Whoever agrees with the key on two of three answers is ready: so no two are of one level."""
    kit = load(SHIPPED).kit
    assert kit is not None
    assert kit.interviewing.training is not None
    levels = [
        sample.level
        for reference in kit.interviewing.training.samples
        for skill in kit.skills
        for sample in skill.sample_answers
        if f"{skill.id}/{sample.id}" == reference
    ]
    assert len(levels) == len(set(levels)) == 3


def test_it_fits_the_published_schema() -> None:
    root, _ = compose(SHIPPED.read_text("utf-8"))
    validator = jsonschema.Draft202012Validator(json.loads(schema.as_json()))
    assert [error.message for error in validator.iter_errors(json.loads(json.dumps(root.data())))] == []


def test_editors_find_the_schema() -> None:
    beginning = SHIPPED.read_text("utf-8").split("\n")[0]
    assert beginning == "# yaml-language-server: $schema=./roles.schema.json"


def test_no_posting_repeats_a_sentence_of_its_job_description() -> None:
    kit = load(SHIPPED).kit
    assert kit is not None
    side = public(kit)
    assert side is not None
    for tag in kit.about.published:
        edition = PublicEdition(side, Language(tag))
        for opening in side.openings:
            role = kit.role(opening.id.partition("/")[0])
            said = markdown.write(advertisement(edition, opening.id), edition.language)
            described = [role.purpose, role.summary, role.conditions, *(duty.text for duty in role.duties)]
            described += [text for need in role.skills for text in (need.equivalent, kit.skill(need.skill).definition)]
            described += [one.text for milestone in role.success for one in milestone.outcomes]
            assert [text[tag] for text in described if text[tag].rstrip(".") in said] == [], opening.id
