"""Write the small kit's scorecard in each format as if it were another day: `python -m tests.formats.another_day 2`.

It is a process of its own, so that nothing has been remembered from today. What asks the clock asks `time` or
`datetime`, under whatever name it has imported these.
"""

from __future__ import annotations

import argparse
import datetime
import hashlib
import os
import sys
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

from rolebook.catalogue import Format, as_file
from rolebook.documents.internal_edition import InternalEdition
from rolebook.documents.interviews.scorecard import scorecard
from rolebook.language import Language
from rolebook.source import load

KIT = Path(__file__).parent.parent / "kits" / "small" / "roles.yaml"
_REAL = datetime.datetime
_DAY = 24 * 60 * 60


class _Type(type):
    """The type of a class that every moment is an instance of."""

    def __instancecheck__(cls, instance: object) -> bool:
        return isinstance(instance, _REAL)


class _Moment(_REAL, metaclass=_Type):
    """A `datetime` whose now is some days off."""

    days = 0

    @classmethod
    def now(cls, tz: datetime.tzinfo | None = None) -> Any:
        return _REAL.now(tz) + datetime.timedelta(cls.days)

    @classmethod
    def today(cls) -> Any:
        return cls.now()

    @classmethod
    def utcnow(cls) -> Any:
        return cls.now(datetime.UTC).replace(tzinfo=None)


def turn_the_clock(days: int) -> None:
    """Let it be so many days later for all that has been imported."""
    _Moment.days = days
    seconds, localtime = time.time, time.localtime

    def now() -> float:
        return seconds() + days * _DAY

    def local(moment: float | None = None) -> time.struct_time:
        return localtime(now() if moment is None else moment)

    later: dict[int, object] = {id(_REAL): _Moment, id(seconds): now, id(localtime): local}
    for module in [other for other in sys.modules.values() if other is not sys.modules[__name__]]:
        names = vars(module) if hasattr(module, "__dict__") else {}
        for name, value in list(names.items()):
            if id(value) in later:
                setattr(module, name, later[id(value)])


def digests() -> Iterator[str]:
    """The format, language and digest of each file."""
    kit = load(KIT).kit
    assert kit is not None
    for tag in kit.about.languages:
        edition = InternalEdition(kit, Language(tag))
        document = scorecard(edition, "baker")
        for form in (Format.PDF, Format.DOCX, Format.XLSX):
            yield f"{form} {tag} {hashlib.sha256(as_file(document, edition, form)).hexdigest()}"


def main() -> None:
    """Print the digests."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("days", type=int)
    os.environ.pop("SOURCE_DATE_EPOCH", None)
    turn_the_clock(parser.parse_args().days)
    sys.stdout.write("".join(map(partial("{}\n".format), digests())))


if __name__ == "__main__":
    main()
