"""Odd files, folders that are gone and moments that are none end in plain words: at once, and without a traceback."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from rolebook import report
from rolebook.cli import main

from tests.conftest import PROJECT, SMALL

ROLEBOOK = [sys.executable, "-c", "from rolebook.cli import main; main()"]
PATIENCE = 120
"""Seconds after which a command hangs."""


def run(*arguments: object, cwd: Path | None = None, **environment: str) -> subprocess.CompletedProcess[str]:
    """The command, in a process of its own: it must not be able to stop the tests."""
    return subprocess.run(
        [*ROLEBOOK, *map(str, arguments)],
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        cwd=cwd,
        env=os.environ | {"PYTHONPATH": str(PROJECT / "generator")} | environment,
    )


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    kit = tmp_path / "roles.yaml"
    os.mkfifo(kit)
    ran = run("check", kit)
    assert ran.returncode == 1
    assert "This is a pipe or a device, not a file. [not-readable]" in ran.stdout


def test_a_device_is_not_read_to_its_end() -> None:
    ran = run("check", "/dev/zero")
    assert ran.returncode == 1
    assert "Save the kit as a file, and name that." in ran.stdout


@pytest.mark.slow
def test_accepted_translations_in_a_pipe_are_none(tmp_path: Path) -> None:
    kit = tmp_path / "roles.yaml"
    kit.write_bytes(SMALL.read_bytes())
    os.mkfifo(tmp_path / "roles.translated")
    assert "0 errors" in run("check", kit).stdout


def test_a_folder_that_is_gone(tmp_path: Path) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()
    code = f"import os; os.rmdir({str(gone)!r}); from rolebook.cli import main; main(['check'])"
    environment = os.environ | {"PYTHONPATH": str(PROJECT / "generator")}
    ran = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, cwd=gone, timeout=PATIENCE, env=environment
    )
    assert ran.returncode == 2
    assert "does not exist any more" in ran.stderr
    assert "Traceback" not in ran.stderr


REFERENCE = """
from rolebook.documents.internal_edition import InternalEdition
from rolebook.documents.library.reference import reference
from rolebook.formats import text
from rolebook.language import Language
from rolebook.source import load
from tests.conftest import SMALL

edition = InternalEdition(load(SMALL).kit, Language("en"))
print(text.write(reference(edition, ""), edition.language))
"""


@pytest.mark.slow
def test_the_reference_is_whole_where_python_runs_without_docstrings() -> None:
    environment = os.environ | {"PYTHONPATH": os.pathsep.join((str(PROJECT / "generator"), str(PROJECT)))}
    shown = [
        subprocess.run([sys.executable, *options, "-c", REFERENCE], capture_output=True, check=True, env=environment)
        for options in ((), ("-OO",))
    ]
    assert b"A hiring kit: everything that" in shown[0].stdout
    assert shown[1].stdout == shown[0].stdout


INTERRUPTED = """
import sys

class Interrupting:
    \"\"\"Somebody presses Ctrl+C while click is loaded.\"\"\"

    def find_spec(self, name, path=None, target=None):
        if name == "click":
            raise KeyboardInterrupt

sys.meta_path.insert(0, Interrupting())
from rolebook.__main__ import main
main()
"""


def test_who_interrupts_the_command_before_it_has_begun_sees_no_traceback() -> None:
    environment = os.environ | {"PYTHONPATH": str(PROJECT / "generator")}
    ran = subprocess.run(
        [sys.executable, "-c", INTERRUPTED], capture_output=True, text=True, timeout=PATIENCE, env=environment
    )
    assert (ran.returncode, ran.stdout, ran.stderr) == (130, "", "")


def here(*arguments: object, **environment: str) -> Result:
    """The command in this process, where nothing is odd but what it is told."""
    return CliRunner().invoke(main, [str(argument) for argument in arguments], env=environment)


@pytest.mark.parametrize("epoch", ["²", "1.5", "-1", "253402300800", "9" * 400, "soon"])
def test_a_moment_that_is_none(epoch: str) -> None:
    ran = here("check", SMALL, SOURCE_DATE_EPOCH=epoch)
    assert ran.exit_code == 2
    assert f"SOURCE_DATE_EPOCH is “{epoch}”" in ran.stderr
    assert isinstance(ran.exception, SystemExit)


def test_the_first_and_the_last_moment() -> None:
    for epoch in ("0", "253402300799"):
        assert here("check", SMALL, SOURCE_DATE_EPOCH=epoch).exit_code == 0


def test_a_mistake_of_form_is_explained_with_an_example_as_a_rule_is() -> None:
    said = here("check", "--explain", "missing-translation").stdout
    assert "missing-translation (error)" in said
    assert 'title: {en: "Baker", ar: "خباز/ة"}' in said
    assert "To allow it for one item" in here("check", "--explain", "duty-gap").stdout
    wrong = here("check", "--explain", "missing-translations")
    assert wrong.exit_code == 2
    assert "Did you mean “missing-translation”?" in wrong.stderr


def test_every_example_of_a_form_is_one_that_can_be_read() -> None:
    for code, form in report.FORMS.items():
        assert form.title.endswith(".")
        assert form.meaning.endswith("."), code
