"""The block at the head of a vacancy's page: what it comes to at a glance."""

from __future__ import annotations

from dataclasses import dataclass

from rolebook.documents.blocks.tools import OnPage


@dataclass(frozen=True)
class Highlights(OnPage):
    """The few facts that decide whether somebody reads on, at the head of a page."""

    label: str
    items: tuple[str, ...]
