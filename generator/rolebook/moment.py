"""The date and time: now, or the moment that `SOURCE_DATE_EPOCH` names (reproducible-builds.org), in UTC."""

from __future__ import annotations

import os
import re
from datetime import UTC, date, datetime
from typing import Final

_LAST: Final = 253402300799
"""The last second of the year 9999."""


def fixed_moment() -> datetime | None:
    """Return the moment that `SOURCE_DATE_EPOCH` names; None where it is not set, or is not valid."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    return datetime.fromtimestamp(int(epoch), UTC) if _names_a_moment(epoch) else None


def wrong_epoch() -> str | None:
    """Return what `SOURCE_DATE_EPOCH` says, if that is not valid."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    return epoch if epoch and not _names_a_moment(epoch) else None


def today() -> date:
    """Return the day that decides which postings are open: today, or that of `SOURCE_DATE_EPOCH`, in UTC."""
    return (fixed_moment() or datetime.now(UTC)).date()


def _names_a_moment(epoch: str) -> bool:
    return bool(re.fullmatch("[0-9]{1,12}", epoch)) and int(epoch) <= _LAST
