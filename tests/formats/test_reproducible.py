"""The same kit gives the same bytes, in every format, today and another day."""

from __future__ import annotations

import time

import pytest
from rolebook.catalogue import Format, as_file
from rolebook.documents.internal_edition import InternalEdition
from rolebook.documents.interviews.scorecard import scorecard
from rolebook.kit import Kit
from rolebook.language import Language

TWO_DAYS = 2 * 24 * 60 * 60


@pytest.mark.parametrize("form", [Format.PDF, Format.DOCX, Format.XLSX])
@pytest.mark.parametrize("tag", ["en", "ar"])
def test_a_file_is_the_same_on_another_day(small: Kit, monkeypatch: pytest.MonkeyPatch, form: Format, tag: str) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH")
    edition = InternalEdition(small, Language(tag))
    document = scorecard(edition, "baker")
    today = as_file(document, edition, form)
    now, localtime = time.time, time.localtime
    monkeypatch.setattr(time, "time", lambda: now() + TWO_DAYS)
    monkeypatch.setattr(
        time, "localtime", lambda moment=None: localtime(now() + TWO_DAYS if moment is None else moment)
    )
    assert as_file(document, edition, form) == today
