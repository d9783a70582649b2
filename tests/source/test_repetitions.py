"""What would be rated, counted or published twice is a problem with its place; so is an address that cannot be one."""

from __future__ import annotations

import copy
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from rolebook.source import load

LISTS = {
    "roles.0.skills": "baking",
    "roles.0.backgrounds": "home-bakers",
    "roles.0.duties.0.skills": "baking",
    "roles.0.source": "F1",
    "roles.0.interview.0.questions": "baking/failed-batch",
    "roles.0.interview.0.screening": "early-start",
    "careers.follows": "saudi-arabia",
    "interviewing.recommendations": "yes-hire",
    "interviewing.off_limits": "age",
    "interviewing.rating_errors": "halo",
    "interviewing.training.parts": "levels",
    "interviewing.training.samples": "baking/cold-oven",
    "skills.0.questions.0.duties": "baker/bake-bread",
}


def at(data: Any, path: str) -> Any:
    for step in path.split("."):
        data = data[int(step) if step.isdigit() else step]
    return data


@pytest.mark.parametrize("path", LISTS)
def test_nothing_stands_in_a_list_twice(
    small_data: dict[str, Any], written: Callable[[dict[str, Any]], Path], path: str
) -> None:
    listed = at(small_data, path)
    listed.append(copy.deepcopy(listed[0]))
    file = written(small_data)
    found = [problem for problem in load(file).problems if problem.code == "duplicate-id"]
    assert [problem.message.split(";")[0] for problem in found] == [
        f"“{LISTS[path]}” stands in this list a second time"
    ]
    assert LISTS[path] in file.read_text("utf-8").split("\n")[found[0].line - 1]


def test_a_table_may_say_the_same_twice(small_data: dict[str, Any], written: Callable[[dict[str, Any]], Path]) -> None:
    for block in at(small_data, "skills.0.questions.1.handout.blocks"):
        if "table" in block:
            block["table"]["rows"].append(["A-1", *block["table"]["rows"][0][1:]])
        if "chart" in block:
            block["chart"]["labels"][-1] = copy.deepcopy(block["chart"]["labels"][0])
    assert load(written(small_data)).problems == ()


@pytest.mark.parametrize(
    ("key", "address", "said"),
    [
        ("url", "https://user:secret@jobs.bakery.example/", "a name or password"),
        ("url", "https://user@jobs.bakery.example/", "a name or password"),
        ("url", "https://jobs.bakery.example/?x=1", "“https://jobs.bakery.example/”"),
        ("url", "https://jobs.bakery.example/a#b", "“https://jobs.bakery.example/a”"),
        ("employer.url", "https://user:secret@bakery.example/", "a name or password"),
    ],
)
def test_an_address_that_is_published_is_one_that_can_be(
    small_data: dict[str, Any], written: Callable[[dict[str, Any]], Path], key: str, address: str, said: str
) -> None:
    part = small_data["careers"]
    *way, last = key.split(".")
    for step in way:
        part = part[step]
    part[last] = address
    (problem,) = load(written(small_data)).problems
    assert problem.code == "bad-address"
    assert said in f"{problem.message} {problem.hint}"
    assert "secret" not in f"{problem.message} {problem.hint}"
