"""Blocks of a vacancy's pages: what it comes to at a glance, and the way from applying to an answer."""

from __future__ import annotations

from dataclasses import dataclass

from rolebook.documents.blocks.inlines import Inlines
from rolebook.documents.blocks.tools import OnPage


@dataclass(frozen=True)
class Highlights(OnPage):
    """The few facts that decide whether somebody reads on, at the head of a page whose text has them all."""

    label: str
    items: tuple[str, ...]


@dataclass(frozen=True)
class Station:
    """An interview, as candidates are told of it.

    Attributes:
        name: What it is called.
        length: How long it takes.
        who: Who interviews.
        about: What it is about.
    """

    name: str
    length: str
    who: Inlines
    about: Inlines


@dataclass(frozen=True)
class ProcessLine:
    """The way from an application to its answer; where there are no pictures, its stations are a table.

    Attributes:
        caption: What it shows.
        begin: What comes first, and perhaps until when.
        stations: The interviews.
        end: What comes last, and by when.
    """

    caption: str
    begin: tuple[str, str]
    stations: tuple[Station, ...]
    end: tuple[str, str]
