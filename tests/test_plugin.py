"""MkDocs alone, as any of its users runs it, for one language at a time."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import FIRST, PROJECT


def mkdocs(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "mkdocs", *arguments],
        cwd=PROJECT,
        env=os.environ | {"NO_MKDOCS_2_WARNING": "1", "ROLEBOOK_KIT": str(FIRST)} | environment,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.usefixtures("pages_only")
@pytest.mark.parametrize(
    ("language", "title"),
    [("", "Sales Operations Hiring Kit"), pytest.param("ar", "حقيبة التوظيف", marks=pytest.mark.slow)],
)
def test_mkdocs_build_publishes_one_language(tmp_path: Path, language: str, title: str) -> None:
    result = mkdocs("build", "--strict", "-d", str(tmp_path), ROLEBOOK_LANGUAGE=language)
    assert result.returncode == 0, result.stderr
    assert "WARNING" not in result.stderr
    assert title in (tmp_path / "index.html").read_text("utf-8")
    assert (tmp_path / "roles" / "sales-operations-analyst" / "scorecard" / "index.html").is_file()


@pytest.mark.slow
def test_mkdocs_names_every_problem_of_the_kit_in_one_go(tmp_path: Path) -> None:
    kit = tmp_path / "roles.yaml"
    text = FIRST.read_text("utf-8").replace("skill: coaching", "skill: couching").replace("days: 90", "days: ninety")
    kit.write_text(text, "utf-8")
    result = mkdocs("build", "-d", str(tmp_path / "out"), ROLEBOOK_KIT=str(kit))
    assert result.returncode != 0
    assert "There is no skill “couching”. Line 1846 names it, too. Did you mean “coaching”?" in result.stderr
    assert "Expected a whole number, but this is text." in result.stderr
    assert "Traceback" not in result.stderr
    assert not (tmp_path / "out").exists()


@pytest.mark.slow
def test_mkdocs_says_which_languages_there_are(tmp_path: Path) -> None:
    result = mkdocs("build", "-d", str(tmp_path / "out"), ROLEBOOK_LANGUAGE="fr")
    assert "has no language “fr”; it has en, ar." in result.stderr
    assert "Traceback" not in result.stderr
