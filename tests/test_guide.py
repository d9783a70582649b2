"""The guide's examples fit: of its tasks, the kit that comes with Rolebook; of all else, the one that `init` writes."""

from __future__ import annotations

import re
import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.conftest import PROJECT
from tests.test_cli import run

GUIDE = Path(__file__).parent.parent / "content"
EXAMPLE = re.compile(r"^```yaml\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def examples(page: Path, heading: str = "") -> list[str]:
    """The YAML of a page of the guide, from a heading's anchor to the next heading."""
    text = page.read_text("utf-8")
    if heading:
        _, _, text = text.partition(f"{{ #{heading} }}")
        text = re.split(r"\n##+ ", text)[0]
    return EXAMPLE.findall(text)


class Loader(yaml.SafeLoader):
    """Reads `on` and `off` as the words that they are in roles.yaml."""


Loader.yaml_implicit_resolvers = {
    first: [(tag, form) for tag, form in forms if first not in "oOnNyY" or not tag.endswith(":bool")]
    for first, forms in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def loaded(text: str) -> Any:
    """What a piece of roles.yaml says."""
    return yaml.load(text, Loader)


def merged(kit: Any, example: Any) -> Any:
    """A kit with an example in it: items of the same id become one, and others are added."""
    if isinstance(kit, dict) and isinstance(example, dict):
        return {**kit, **{key: merged(kit.get(key), value) for key, value in example.items()}}
    if (
        isinstance(kit, list)
        and isinstance(example, list)
        and all(isinstance(one, dict) and "id" in one for one in example)
    ):
        items = {one["id"]: one for one in kit}
        return list({**items, **{one["id"]: merged(items.get(one["id"]), one) for one in example}}.values())
    return example


@pytest.mark.slow
@pytest.mark.parametrize("language", ["en", "ar"])
def test_every_example_fits_a_new_kit(tmp_path: Path, language: str) -> None:
    given = ("--name", "K", "--organisation", "O", "--team", "T", "--languages", "en,ar")
    assert (
        run("init", tmp_path, *given, "--install", "https://example.com/rolebook-1.0-py3-none-any.whl").exit_code == 0
    )
    pages = GUIDE / language / "guide"
    found = [
        *examples(pages / "questions.md"),
        *examples(pages / "edit.md", "bends"),
        *examples(pages / "forms.md"),
    ]
    assert len(found) == 11
    path = tmp_path / "roles.yaml"
    kit = loaded(path.read_text("utf-8"))
    for example in found:
        kit = merged(kit, loaded(example))
        path.write_text(yaml.safe_dump(kit, allow_unicode=True, sort_keys=False), "utf-8")
        assert run("check", tmp_path).output == "0 errors, 0 warnings.\n", example


@pytest.mark.parametrize("name", ["questions.md", "edit.md", "forms.md"])
def test_both_languages_have_the_same_sections(name: str) -> None:
    anchors = [
        re.findall(r"\{ #([\w-]+) \}", (GUIDE / tag / "guide" / name).read_text("utf-8")) for tag in ("en", "ar")
    ]
    assert anchors[0] == anchors[1]


STEP = re.compile(r'^( *)```yaml title="[^"]+"(?: hl_lines="[-\d]+")?\n(.*?)^ *```$', re.MULTILINE | re.DOTALL)
MESSAGE = re.compile(
    r"^( *)```text\n((?:error|warning|note|\s+error|\s+warning|\s+note): .*?)^ *```$", re.MULTILINE | re.DOTALL
)
TASKS = ("change", "add-role", "pay", "close", "add-language", "translations")
SUMMARY = "Turns sales data into insights that reps and leaders act on."
MISTAKES = {
    "translation-stale": (SUMMARY, SUMMARY.replace("insights", "answers")),
    "not-yaml": (SUMMARY, "Turns sales data into answers: reps and leaders act on them."),
    "unknown-id": ("\nroles:\n", "\nroles:\n  - id: sales-data-engineer\n    extends: sales-analyst\n"),
    "duty-gap": (
        "\nroles:\n",
        "\nroles:\n  - id: sales-data-engineer\n    extends: sales-operations-analyst\n"
        '    title: {en: "Sales Data Engineer", ar: "مهندس/ة بيانات المبيعات"}\n',
    ),
    "wrong-type": ("minimum: 14000\n          maximum: 19000", "minimum: 14000\n          maximum: 20,000"),
    "posting-outside-band": ("minimum: 14000\n          maximum: 19000", "minimum: 14000\n          maximum: 20000"),
    "unknown-value": ("- status: open\n        level: mid", "- status: close\n        level: mid"),
    "draft-language": ("languages: [en, ar]\n", "languages: [en, ar, {tag: fr, draft: true}]\n"),
    "missing-translation": ("languages: [en, ar]\n", "languages: [en, ar, fr]\n"),
}
"""What brings about each message that the tasks show: what stands in the kit, and what somebody makes of it."""


def task(language: str, anchor: str) -> str:
    """What the guide says of a task."""
    text = (GUIDE / language / "guide" / "edit.md").read_text("utf-8")
    return text.partition(f"{{ #{anchor} }}")[2].partition("\n## ")[0]


@pytest.fixture
def shipped(tmp_path: Path) -> Path:
    """A copy of the kit that comes with Rolebook."""
    for name in ("roles.yaml", "roles.translated"):
        shutil.copy(PROJECT / name, tmp_path)
    shutil.copytree(PROJECT / "brand", tmp_path / "brand")
    return tmp_path / "roles.yaml"


def done(text: str, language: str, anchors: Sequence[str]) -> str:
    """What becomes of a kit by whoever does some tasks as they are written."""
    for anchor in anchors:
        steps = [
            "".join(line.removeprefix(indent) for line in found.splitlines(keepends=True))
            for indent, found in STEP.findall(task(language, anchor))
        ]
        assert steps, anchor
        for before, after in zip(steps[::2], steps[1::2], strict=True):
            assert f"\n{before}" in text, (anchor, before)
            text = text.replace(f"\n{before}", f"\n{after}", 1)
    return text


@pytest.mark.parametrize("language", ["en", "ar"])
def test_every_task_can_be_done_as_it_is_written(shipped: Path, language: str) -> None:
    kit = shipped.read_text("utf-8")
    *tasks, last = TASKS
    changed = kit.replace(*MISTAKES["translation-stale"], 1)
    for text, said in ((done(kit, language, tasks), "0 errors"), (done(changed, language, [last]), "0 warnings")):
        shipped.write_text(text, "utf-8")
        assert said in run("check", shipped.parent).output


@pytest.mark.slow
def test_what_the_tasks_say_of_mistakes_is_what_check_says(shipped: Path) -> None:
    kit = shipped.read_text("utf-8")
    messages = {
        language: [message for anchor in TASKS for _, message in MESSAGE.findall(task(language, anchor))]
        for language in ("en", "ar")
    }
    assert set(map(without_indent, messages["en"])) == set(map(without_indent, messages["ar"]))
    for message in set(map(without_indent, messages["en"])):
        code = message.partition("[")[2].partition("]")[0]
        before, after = MISTAKES[code]
        assert before in kit, code
        shipped.write_text(kit.replace(before, after, 1), "utf-8")
        said = without_counts(run("check", shipped.parent).output)
        assert all(line in said for line in without_counts(message).splitlines()), (code, said)


def without_indent(text: str) -> str:
    """A text whose lines begin with their first word."""
    return "\n".join(line.strip() for line in text.splitlines())


def without_counts(text: str) -> str:
    """A text without the numbers that grow with the kit."""
    return re.sub(r"\d+ of \d+", "", text)
