"""Exceptions: all of Rolebook's share one base, and the command shows any of them as a message."""

from __future__ import annotations

import inspect
import pkgutil
from collections.abc import Iterator
from importlib import import_module
from types import SimpleNamespace

import pytest
import rolebook
import typst
from click.testing import CliRunner
from rolebook.cli import main
from rolebook.exceptions import RolebookError

from tests.conftest import SMALL


def exceptions() -> Iterator[type[BaseException]]:
    """Every exception that one of Rolebook's modules defines."""
    for found in pkgutil.walk_packages(rolebook.__path__, "rolebook."):
        module = import_module(found.name)
        for _, defined in inspect.getmembers(module, inspect.isclass):
            if issubclass(defined, BaseException) and defined.__module__ == module.__name__:
                yield defined


def test_every_exception_has_the_one_base_and_an_exit_code_of_the_contract() -> None:
    found = set(exceptions())
    assert RolebookError in found
    assert len(found) > 5
    for defined in found:
        assert issubclass(defined, RolebookError), defined
        assert defined.exit_code in (1, 2), defined


@pytest.mark.parametrize(
    ("arguments", "exit_code", "said"),
    [
        (("export", "structure-guide", SMALL, "--model", "one-oven", "--format", "pdf"), 1, "Typst gave up"),
        (("export", "posting", SMALL, "--role", "baker", "--format", "xlsx"), 2, "cannot be written as xlsx"),
    ],
)
def test_what_fails_is_a_message_and_an_exit_code(
    monkeypatch: pytest.MonkeyPatch, arguments: tuple[object, ...], exit_code: int, said: str
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise typst.TypstError("Typst gave up")  # type: ignore[call-arg]  # the stub asks for what the library adds

    monkeypatch.setattr("rolebook.formats.pdf._compiler", lambda _: SimpleNamespace(compile=refuse))
    result = CliRunner().invoke(main, [str(argument) for argument in arguments])
    assert isinstance(result.exception, SystemExit), result.exception
    assert result.exit_code == exit_code
    assert result.stdout == ""
    assert result.stderr.startswith("Error: ")
    assert said in result.stderr
    assert "Traceback" not in result.stderr
