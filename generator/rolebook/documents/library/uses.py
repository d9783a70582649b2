"""Where each fact is used: the pages with statements that rest on it."""

from __future__ import annotations

from collections.abc import Mapping

from rolebook.documents.blocks import Kind, Run, Target
from rolebook.documents.internal_edition import InternalEdition
from rolebook.kit.item import Item
from rolebook.kit.sections import Section
from rolebook.kit.walk import walk
from rolebook.problem import Path


def uses(edition: InternalEdition) -> Mapping[str, tuple[Run, ...]]:
    """The pages on which each fact is used, by its number, in the order of the kit."""
    found: dict[str, dict[Run, None]] = {fact.id: {} for fact in edition.kit.facts}
    for path, part in walk(edition.kit):
        if isinstance(part, Item) and part.source and (page := _page(edition, path)):
            for number in part.source:
                found[number][page] = None
    return {number: tuple(pages) for number, pages in found.items()}


def _page(edition: InternalEdition, path: Path) -> Run | None:
    """The page that shows what stands at a place of the kit's file."""
    _, kit = edition.gettext, edition.kit
    match path:
        case ("objectives", int(number), *_rest):
            return edition.objective(kit.objectives[number].id)
        case ("skills", int(number), *_rest):
            return edition.skill(kit.skills[number].id)
        case ("roles", int(number), *_rest):
            return edition.role(kit.roles[number].id)
        case ("leadership_models", int(number), *_rest):
            return edition.model(kit.leadership_models[number].id)
        case ("glossary", int(number), *_rest):
            term = kit.glossary[number]
            return Run(edition.text(term.name), Target(Kind.GLOSSARY, "", term.id))
        case ("interviewing", *_rest):
            return Run(_("How we interview"), Target(Kind.INTERVIEWING))
        case ("function", *_rest) if kit.has(Section.STRUCTURES):
            return Run(_("Team structures"), Target(Kind.STRUCTURES))
        case _:
            return None
