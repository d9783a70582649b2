"""Sections of a kit that can be switched off: nothing of them appears anywhere, and their data need not be there."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated, Any, ClassVar, Self, TypeVar

from pydantic import Field, ValidationInfo, model_validator
from pydantic_core import PydanticKnownError

from rolebook.kit.item import Part
from rolebook.kit.references import ValidationContext

T = TypeVar("T")


class Section(StrEnum):
    """A part of a kit that it can do without, by its key under `kit.sections`."""

    SOURCING = "sourcing"
    STRUCTURES = "structures"
    CAREERS_MAP = "careers_map"
    COVERAGE = "coverage"
    FACTS = "facts"
    GLOSSARY = "glossary"
    DEBRIEF = "debrief"
    HIRING = "hiring"


KeysBySection = Mapping[Section, tuple[str, ...]]
"""The keys of a part that belong to each section."""


Switch = Annotated[bool, Field(strict=True)]


class Sections(Part):
    """The sections that can be switched off with `false`. Their pages, links and files then do not exist."""

    sourcing: Switch = True
    """Sourcing guides, and the backgrounds that candidates come from."""
    structures: Switch = True
    """Leadership models with their guides, organisation charts and planner, and the page on the team as a whole."""
    careers_map: Switch = True
    """The map of next steps from role to role. Job descriptions still name a role's own next steps."""
    coverage: Switch = True
    """The tables that show which stage rates which skill."""
    facts: Switch = True
    """Facts and sources, and the marks beside statements that lead there."""
    glossary: Switch = True
    """The terms of the field."""
    debrief: Switch = True
    """The page that compares a panel's scorecards, and the steps of the debrief."""
    hiring: Switch = True
    """The documents around the interview: from the intake form to the offer letter."""

    def has(self, section: Section) -> bool:
        """Tell whether a section is on."""
        return bool(getattr(self, section.value))

    @property
    def off(self) -> tuple[Section, ...]:
        """Return the sections that are switched off."""
        return tuple(section for section in Section if not self.has(section))


@dataclass(frozen=True)
class AtLeastOne:
    """Checks that a list has an item, unless its section is switched off."""

    section: Section
    min_length: int = 1

    def __call__(self, items: tuple[T, ...], info: ValidationInfo) -> tuple[T, ...]:
        """Return the items."""
        if not items and self.section not in ValidationContext.of(info).switched_off:
            context = {"field_type": "Tuple", "min_length": self.min_length, "actual_length": 0}
            raise PydanticKnownError("too_short", context)
        return items


class Sectioned(Part):
    """A part of a kit some keys of which belong to sections that can be switched off."""

    of_sections: ClassVar[KeysBySection] = {}
    """The keys that belong to each section: they may be missing where it is switched off."""

    @model_validator(mode="before")
    @classmethod
    def _may_lack_sections(cls, data: Any, info: ValidationInfo) -> Any:
        off = ValidationContext.of(info).switched_off
        if not off or not isinstance(data, Mapping):
            return data
        return {**cls._without_data(Section(section) for section in off), **data}

    def without(self, off: Iterable[Section]) -> Self:
        """Return the same part without what belongs to some sections."""
        left_out = self._without_data(off)
        return self.model_copy(update=left_out) if left_out else self

    @classmethod
    def _without_data(cls, off: Iterable[Section]) -> dict[str, Any]:
        """Return what stands for the keys of some sections: what they have by default, or else an empty list."""
        keys = (key for section in off for key in cls.of_sections.get(section, ()))
        fields = {key: cls.model_fields[key] for key in keys}
        return {key: () if field.is_required() else field.get_default() for key, field in fields.items()}
