"""The guide's examples of questions, exercises, scales and terms: each fits the kit that `rolebook init` writes."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.test_cli import run

GUIDE = Path(__file__).parent.parent / "content"
EXAMPLE = re.compile(r"^```yaml\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def examples(page: Path, heading: str = "") -> list[str]:
    """The YAML of a page of the guide, from a heading's anchor to the next heading."""
    text = page.read_text("utf-8")
    if heading:
        text = text.partition(f"{{ #{heading} }}")[2].partition("\n## ")[0]
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
