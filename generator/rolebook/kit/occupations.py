"""Occupations of public taxonomies, by whose codes others find a role."""

from __future__ import annotations

from enum import StrEnum

from rolebook.kit.item import Part
from rolebook.kit.text import Plain


class Match(StrEnum):
    """How well a public occupation fits (SKOS mapping relations)."""

    EXACT = "exact"
    CLOSE = "close"
    BROAD = "broad"


class Taxonomy(StrEnum):
    """The public occupation taxonomies that codes are taken from."""

    ONET = "O*NET-SOC"
    ISCO = "ISCO-08"
    ESCO = "ESCO"


class Code(Part):
    """The code of a public occupation that is near this role."""

    taxonomy: Taxonomy
    """Which taxonomy."""
    version: Plain
    """Its version, as the publisher names it."""
    code: Plain
    """The code in it."""
    title: Plain
    """The occupation's title in the taxonomy, in English."""
    match: Match
    """How well it fits: `exact`, `close` or `broad`."""
