"""Fields in the texts of messages: `{role}` is filled in from the kit, `{candidate}` is left for whoever sends it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum
from typing import ClassVar, Final, Self

from pydantic import GetJsonSchemaHandler, model_validator
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError

from rolebook.kit.text import Text


class KnownField(StrEnum):
    """A field that is filled in from the kit when documents are made. Its words carry their unit: “45 minutes”."""

    ORGANISATION = "organisation"
    ROLE = "role"
    REQUISITION = "requisition"
    POSTING_URL = "posting_url"
    BRIEF_URL = "brief_url"
    APPLY_BY = "apply_by"
    PAY = "pay"
    PLACE = "place"
    START = "start"
    STAGE = "stage"
    MINUTES = "minutes"
    INTERVIEWERS = "interviewers"
    NOTICE_DAYS = "notice_days"
    SCREENED_BY = "screened_by"
    ANSWER_DAYS = "answer_days"
    RETENTION = "retention"
    PRIVACY = "privacy"
    CONTACT = "contact"
    SENDER = "sender"
    OFFER_PLACE = "offer_place"


class OpenField(StrEnum):
    """A field that whoever sends the message fills in: the kit cannot know it."""

    CANDIDATE = "candidate"
    INTERVIEWER = "interviewer"
    PHONE = "phone"
    DATE = "date"
    TIME = "time"
    WHERE = "where"
    NAMES = "names"
    OTHER_DATE = "other_date"
    OTHER_TIME = "other_time"
    OLD_DATE = "old_date"
    REPLY_BY = "reply_by"
    ANSWER_BY = "answer_by"
    REASON = "reason"
    STRENGTH = "strength"
    ADVICE = "advice"
    MISSING_SKILL = "missing_skill"
    OFFER_PAY = "offer_pay"
    FIRST_DAY = "first_day"
    MANAGER = "manager"
    SEEN = "seen"
    REFERRER = "referrer"


OF_A_POSTING: Final = frozenset(
    {
        KnownField.REQUISITION,
        KnownField.POSTING_URL,
        KnownField.BRIEF_URL,
        KnownField.APPLY_BY,
        KnownField.PAY,
        KnownField.PLACE,
        KnownField.START,
    }
)
"""What only a posting knows."""
LEFT_OUT: Final = OF_A_POSTING | {KnownField.PRIVACY}
"""Where the kit does not know one of these, the line with it is left out."""
OF_A_STAGE: Final = frozenset({KnownField.STAGE, KnownField.MINUTES, KnownField.INTERVIEWERS})
"""What a stage of the interviews knows."""

MessageField = KnownField | OpenField
NAMES: Final[tuple[str, ...]] = (*KnownField, *OpenField)
"""What may stand between braces."""

_FIELD: Final = re.compile(r"\{([^{}]*)\}")


def split(text: str) -> Iterator[str | MessageField]:
    """Yield the words of a message and its fields, in order; a field of another name stays among the words."""
    end = 0
    for found in _FIELD.finditer(text):
        if (field := _field(found[1])) is not None:
            if found.start() > end:
                yield text[end : found.start()]
            yield field
            end = found.end()
    if end < len(text):
        yield text[end:]


def fields_in(text: str) -> frozenset[MessageField]:
    """Return the fields of a message."""
    return frozenset(part for part in split(text) if isinstance(part, (KnownField, OpenField)))


def _field(name: str) -> MessageField | None:
    if name not in NAMES:
        return None
    return KnownField(name) if name in tuple(KnownField) else OpenField(name)


class MessageText(Text):
    """A text of a message in each language of the kit, with fields in braces."""

    names: ClassVar[tuple[str, ...]] = NAMES
    """The fields that it may have."""

    @model_validator(mode="after")
    def _has_known_fields(self) -> Self:
        for language, words in self.root.items():
            for name in _FIELD.findall(words):
                if name not in self.names:
                    told = {"language": language, "name": name, "names": self.names}
                    raise PydanticCustomError("unknown_field", "{name}", told)
            brace = re.search("[{}]", _FIELD.sub("", words))
            if brace:
                raise PydanticCustomError("lone_brace", "{brace}", {"language": language, "brace": brace.group()})
        return self

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        fields = ", ".join(f"{{{name}}}" for name in cls.names)
        return {
            **super().__get_pydantic_json_schema__(schema, handler),
            "title": "Message text",
            "description": f"A text in each language of the kit, with fields: {fields}.",
            "examples": [{"en": "Your application for {role}", "ar": "طلبكم لوظيفة {role}"}],
        }


class PrivacyText(MessageText):
    """A text about candidates' data in each language of the kit, with fields in braces."""

    names: ClassVar[tuple[str, ...]] = (KnownField.ORGANISATION, KnownField.RETENTION, KnownField.CONTACT)
