"""The files that code hosts run: pinned, with least permissions, the same for the project's kit as for any other."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.conftest import PROJECT

STARTER = PROJECT / "generator" / "rolebook" / "templates" / "kit"
PUBLISH = PROJECT / ".github" / "workflows" / "publish.yml"
WORKFLOWS = [*sorted((PROJECT / ".github" / "workflows").glob("*.yml")), STARTER / "publish.yml"]
INSTALLS = re.compile(r"python -m pip install -r requirements\.txt|make \.venv/ready.*|export PATH=.*")


def workflow(path: Path) -> dict[Any, Any]:
    read: dict[Any, Any] = yaml.safe_load(path.read_text("utf-8"))
    return read


def test_every_action_is_pinned_by_commit_and_everywhere_the_same() -> None:
    used = {line.strip("- ") for path in WORKFLOWS for line in path.read_text("utf-8").splitlines() if "uses:" in line}
    assert len(used) == 6
    assert [
        line for line in used if not re.fullmatch(r"uses: actions/[a-z-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", line)
    ] == []
    assert len({line.partition("@")[0] for line in used}) == len(used)


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_a_workflow_may_do_no_more_than_it_does(path: Path) -> None:
    read = workflow(path)
    assert read["permissions"] == {"contents": "read"}
    assert read["concurrency"]
    for name, job in read["jobs"].items():
        assert job["timeout-minutes"] <= 120
        may_write = {scope for scope, level in job.get("permissions", {}).items() if level == "write"}
        assert may_write == ({"pages", "id-token"} if name == "deploy" else set())
        checkouts = [step["with"] for step in job["steps"] if step.get("uses", "").startswith("actions/checkout@")]
        assert all(step["persist-credentials"] is False for step in checkouts)


def test_any_kit_is_published_daily_and_no_test_is_in_its_way() -> None:
    for path in (PUBLISH, STARTER / "publish.yml"):
        read = workflow(path)
        assert read[True]["schedule"], "YAML reads “on” as true"
        build = read["jobs"]["build"]
        assert build["steps"][0]["with"]["fetch-depth"] == 0
        assert not re.search("pytest|make (test|quick)", path.read_text("utf-8"))
    assert "needs: []" in (PROJECT / ".gitlab-ci.yml").read_text("utf-8")


def test_the_projects_kit_is_published_as_anybodys_is() -> None:
    """But for how Rolebook is installed: there it is the clone itself."""

    def lines(path: Path) -> list[str]:
        return [line for line in path.read_text("utf-8").splitlines() if not INSTALLS.search(line)]

    assert lines(PUBLISH) == lines(STARTER / "publish.yml")
    own, starter = workflow(PROJECT / ".gitlab-ci.yml"), workflow(STARTER / "gitlab-ci.yml")
    assert own.pop("tests")["script"] == ["make test-all"]
    own["pages"].pop("needs")
    for pipeline in (own, starter):
        commands = pipeline["default"]["before_script"]
        pipeline["default"]["before_script"] = [line for line in commands if not INSTALLS.search(line)]
    assert own == starter
