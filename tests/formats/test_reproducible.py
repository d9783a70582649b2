"""The same kit gives the same bytes, in every format, today and another day."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.conftest import PROJECT


@pytest.fixture(scope="module")
def written() -> dict[int, dict[str, str]]:
    """The digest of each file, by format and language, by how many days from now it was written."""
    return {days: _written(days) for days in (0, 2)}


def _written(days: int) -> dict[str, str]:
    command = [sys.executable, "-m", "tests.formats.another_day", str(days)]
    said = subprocess.run(command, capture_output=True, text=True, check=True, cwd=PROJECT).stdout
    return {name: digest for name, _, digest in (line.rpartition(" ") for line in said.splitlines())}


@pytest.mark.parametrize("form", ["pdf", "docx", "xlsx"])
@pytest.mark.parametrize("tag", ["en", "ar"])
def test_a_file_is_the_same_on_another_day(written: dict[int, dict[str, str]], form: str, tag: str) -> None:
    assert written[0][f"{form} {tag}"] == written[2][f"{form} {tag}"]
