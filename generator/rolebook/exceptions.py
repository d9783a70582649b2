"""The base of Rolebook's exceptions. The command line catches it in one place, and ends with its exit code."""

from __future__ import annotations

from typing import ClassVar


class RolebookError(Exception):
    """Something that was asked for cannot be done; the message tells whoever asked why.

    Attributes:
        exit_code: What the command ends with: 1 for a problem in the input, 2 for wrong usage.
    """

    exit_code: ClassVar[int] = 1


class UsageError(RolebookError):
    """What was asked for cannot be done in the way it was asked; the message says what can."""

    exit_code: ClassVar[int] = 2
