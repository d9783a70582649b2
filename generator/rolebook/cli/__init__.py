"""The command `rolebook`: one module for each verb or two.

Exit status: 0 done, 1 problems in the input (all of them shown), 2 wrong usage.
"""

from __future__ import annotations

import errno
import io
import signal
import sys
import threading
from pathlib import Path
from types import FrameType
from typing import NoReturn

import click

from rolebook.cli.build import build, serve
from rolebook.cli.check import check, schema_command
from rolebook.cli.clean import clean
from rolebook.cli.export import export
from rolebook.cli.init import init
from rolebook.cli.paths import shown
from rolebook.cli.translate import translate
from rolebook.exceptions import RolebookError, UsageError
from rolebook.moment import wrong_epoch
from rolebook.problem import printable


class _Commands(click.Group):
    """The commands. Whatever Rolebook or the system refuses ends as a message and an exit code, never a traceback."""

    def invoke(self, ctx: click.Context) -> object:
        """Run the command that was asked for.

        Raises:
            click.exceptions.Exit: It failed, and the message was shown.
            OSError: Whoever read the output has gone (EPIPE): click ends quietly.
        """
        try:
            return super().invoke(ctx)
        except RolebookError as error:
            _end(ctx, str(error), error.exit_code)
        except OSError as error:
            if error.errno == errno.EPIPE:
                raise
            place = "" if error.filename is None else f"{shown(error.filename)} cannot be written or read: "
            _end(ctx, f"{place}{error.strerror or error}.", UsageError.exit_code)


def _end(ctx: click.Context, message: str, exit_code: int) -> NoReturn:
    """Show an error as click does, and end the command."""
    click.echo(f"Error: {message}", err=True)
    ctx.exit(exit_code)


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="rolebook")
def main() -> None:
    """One roles.yaml becomes a hiring kit: job descriptions, scorecards, interview kits and guides."""
    _look_around()
    if threading.current_thread() is threading.main_thread():
        for name in ("SIGTERM", "SIGHUP"):  # a service manager's wish, a terminal that is closed
            if hasattr(signal, name):
                signal.signal(getattr(signal, name), _stop)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # Windows writes files in an encoding that lacks most letters
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _stop(number: int, frame: FrameType | None) -> NoReturn:
    """End when a signal asks for it, and leave nothing behind in the temporary folder."""
    raise SystemExit(128 + number)


def _look_around() -> None:
    """Check that there is a current folder and a valid date, without which nothing works."""
    try:
        Path.cwd()
    except OSError:
        raise UsageError(
            "The folder that this terminal is in does not exist any more. Change into another one."
        ) from None
    epoch = wrong_epoch()
    if epoch is not None:
        raise UsageError(
            f"SOURCE_DATE_EPOCH is “{printable(epoch)}”. It has to be a whole number, the seconds since 1970, not "
            "after the year 9999; or take it out of the environment."
        )


for command in (init, check, build, serve, export, translate, schema_command, clean):
    main.add_command(command)
