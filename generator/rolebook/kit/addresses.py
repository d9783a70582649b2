"""Addresses on the web and of mailboxes."""

from __future__ import annotations

from typing import Annotated

from pydantic import AfterValidator, AnyHttpUrl, Field
from pydantic_core import PydanticCustomError

from rolebook.kit.text import Plain

Address = Annotated[
    AnyHttpUrl,
    Field(examples=["https://www.example.com/jobs"], json_schema_extra={"pattern": "^[hH][tT][tT][pP][sS]?://"}),
]
"""A web address, with http:// or https:// in front."""


def _email(value: str) -> str:
    name, at, host = value.rpartition("@")
    if not (name and at and "." in host.strip(".")) or any(sign in value for sign in " \t\n<>\"',;:\\?&"):
        raise PydanticCustomError("email", "{value}", {"value": value[:60]})
    return value


Email = Annotated[Plain, AfterValidator(_email), Field(examples=["people@example.com"])]
"""An e-mail address."""
