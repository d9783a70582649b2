"""Blocks that show an organisation."""

from __future__ import annotations

from dataclasses import dataclass

from rolebook.documents.blocks.targets import Target


@dataclass(frozen=True)
class OrgNode:
    """A place in an organisation chart, with those who report to it."""

    title: str
    to: Target | None
    count: int
    label: str
    reports: tuple[OrgNode, ...]


@dataclass(frozen=True)
class OrgChart:
    """An organisation as a tree, with the same said in words."""

    caption: str
    root: OrgNode
    description: str
