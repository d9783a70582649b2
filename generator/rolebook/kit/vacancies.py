"""Vacancies: the postings of the kit's roles, each with its address and with the role as it is sought there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from rolebook.kit.kit import Kit
from rolebook.kit.postings import Posting
from rolebook.kit.roles import Role
from rolebook.problem import Path

REQUISITION: Final = r"(?=.{1,60}$)[A-Za-z0-9]+([_-][A-Za-z0-9]+)*"
"""An identifier that can be part of an address, as a regular expression: up to 60 characters."""
RESERVED: Final = frozenset({"candidate-brief"})
"""Addresses beneath a vacancy's that are those of other pages."""


@dataclass(frozen=True)
class Vacancy:
    """A posting of a role.

    Attributes:
        id: Its address beneath `jobs/`, without the last slash: `baker` for a role's first one, else `baker/b-2`.
        role: The role at the level that is sought (`Role.as_sought`).
        posting: The posting.
        keys: The keys that lead from the role to it in the kit's file.
    """

    id: str
    role: Role
    posting: Posting
    keys: Path


def vacancies_of(role: Role) -> Iterator[Vacancy]:
    """Yield the vacancies of a role, open or closed, in the file's order."""
    sought = {one.postings[0].level: one for one in role.as_sought if one.postings}
    for number, posting in enumerate(role.postings):
        address = f"{role.id}/{requisition(posting)}" if number else role.id
        yield Vacancy(address, sought[posting.level], posting, role.posting_key(number))


def open_vacancies(kit: Kit) -> Iterator[Vacancy]:
    """Yield the vacancies of a kit that accept applications on its day."""
    for role in kit.roles:
        yield from (vacancy for vacancy in vacancies_of(role) if vacancy.posting.is_open_on(kit.today))


def requisition(posting: Posting) -> str:
    """Return the part of an address that a posting's identifier makes."""
    return (posting.identifier or "").lower()
