"""Addresses on the web and of mailboxes."""

from __future__ import annotations

from typing import Annotated

from pydantic import AfterValidator, AnyHttpUrl, Field
from pydantic_core import PydanticCustomError

from rolebook.kit.text import Plain


def _without_password(value: AnyHttpUrl) -> AnyHttpUrl:
    """Let no name and password be published: whoever reads a page could use them."""
    if value.username is not None or value.password is not None:
        raise PydanticCustomError("address_with_password", "{host}", {"host": value.host or ""})
    return value


def _of_a_site(value: AnyHttpUrl) -> AnyHttpUrl:
    """Let other addresses follow behind it."""
    if value.query is not None or value.fragment is not None:
        shown = str(value).partition("#")[0].partition("?")[0]
        raise PydanticCustomError("address_of_page", "{value}", {"value": shown})
    return value


Address = Annotated[
    AnyHttpUrl,
    AfterValidator(_without_password),
    Field(examples=["https://www.example.com/jobs"], json_schema_extra={"pattern": "^[hH][tT][tT][pP][sS]?://"}),
]
"""A web address, with http:// or https:// in front."""

SiteAddress = Annotated[Address, AfterValidator(_of_a_site)]
"""The address of a whole site: those of its pages begin with it."""


def _email(value: str) -> str:
    name, at, host = value.rpartition("@")
    if not (name and at and "." in host.strip(".")) or any(sign in value for sign in " \t\n<>\"',;:\\?&"):
        raise PydanticCustomError("email", "{value}", {"value": value[:60]})
    return value


Email = Annotated[Plain, AfterValidator(_email), Field(examples=["people@example.com"])]
"""An e-mail address."""
