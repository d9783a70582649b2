"""The bar at the head of each of a role's pages: whose they are, who is sought, and where each document is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from rolebook.documents.blocks.inlines import Run
from rolebook.documents.blocks.targets import Target


@dataclass(frozen=True)
class RoleDocument:
    """A document of a role, or a place in one, as the bar names it."""

    name: str
    to: Target
    is_current: bool = False


@dataclass(frozen=True)
class Phase:
    """A phase of hiring with its documents, at least one."""

    name: str
    documents: tuple[RoleDocument, ...]

    @property
    def is_current(self) -> bool:
        """Whether the page is one of its documents."""
        return any(document.is_current for document in self.documents)


@dataclass(frozen=True)
class VacancyState:
    """What has become of a vacancy of the role, and where candidates read of it."""

    state: str
    tone: Literal["good", "plain", "muted"]
    which: str = ""
    """Which of the role's vacancies it is: its title, where that is not the role's, and its number."""
    links: tuple[Run, ...] = ()
    """Its pages on the public site."""


@dataclass(frozen=True)
class RoleBar:
    """The bar of a role, for pages alone; the files that a page offers belong to it as well."""

    label: str
    """What the links in it are called, for those who cannot see them."""
    role: Run
    """The role's title; on every page but its job description, a link to that."""
    vacancies: tuple[VacancyState, ...]
    phases: tuple[Phase, ...]
    in_short: VacancyState | None = None
    """What a phone shows of the vacancies beside the title: the state of the one that is open, or how many are."""
    levels: tuple[Run, ...] = ()
    """The same document for the other levels that are sought."""
    is_slim: bool = False
    """Whether a phone shows its title alone: during an interview, space is for that."""

    @property
    def name(self) -> str:
        """What the page is called beside the role's title."""
        return next(one.name for phase in self.phases for one in phase.documents if one.is_current)

    @property
    def phase(self) -> Phase:
        """The phase that the page belongs to."""
        return next(phase for phase in self.phases if phase.is_current)
