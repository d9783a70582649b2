"""What the drafts among a kit's languages still lack, by section of `roles.yaml`: a page for whoever translates."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from rolebook.documents.blocks import Block, Document, Heading, Inlines, Kind, Paragraph, Run, Table, Target, words
from rolebook.documents.internal_edition import InternalEdition
from rolebook.kit.text import Text
from rolebook.kit.walk import walk
from rolebook.problem import Path

_SHOWN = 100
"""Texts of a section that are listed: as many as anybody translates before looking again."""


def translations(edition: InternalEdition, subject: str) -> Document:
    """What is not translated yet. It has no subject."""
    _ = edition.gettext
    drafts = edition.kit.untranslated()
    of_kit = _(
        "A draft shows what it lacks in the kit's first language, marked. It is on this site alone: the careers site "
        "shows whole languages."
    )
    of_roles = _("A role that is a draft in a language has no pages in it, on either site, until it is translated.")
    lead = of_kit if edition.kit.about.drafts else of_roles
    return edition.document(
        Kind.TRANSLATIONS,
        title=_("Translations"),
        description=_("What the drafts among the kit's languages still lack, and where it stands in roles.yaml."),
        blocks=(
            Paragraph(words(lead if drafts else _("Every language of this kit is whole.")), lead=True),
            *(block for tag, missing in drafts.items() for block in _language(edition, tag, missing)),
        ),
        trail=(edition.home(), Run(_("Reference of roles.yaml"), Target(Kind.REFERENCE))),
    )


def _language(edition: InternalEdition, tag: str, missing: Sequence[Path]) -> Iterator[Block]:
    _, number = edition.gettext, edition.language.number
    parts = dict(walk(edition.kit.whole))
    texts = sum(1 for _ in edition.kit.draft_texts(tag))
    roles = [role for role in edition.kit.whole.roles if tag in role.drafts]
    yield Heading(f"{edition.language.name_of(tag)} ({tag})", f"language-{tag}")
    if roles:
        yield Paragraph((Run(_("Roles that are drafts: ")), *edition.listed(edition.role(role.id) for role in roles)))
    if not missing:
        yield Paragraph(words(_("Every text is translated. Take “draft” away to publish it.")))
        return
    said = _("{number} of {all} texts are not translated yet.", number=number(len(missing)), all=number(texts))
    yield Paragraph(words(said))
    for section, paths in groupby(missing, key=lambda path: path[0]):
        found = list(paths)
        yield Heading(f"{section} ({number(len(found))})", f"language-{tag}-{section}", 3)
        rows = tuple((_place(parts, path), _text(edition, parts[path])) for path in found[:_SHOWN])
        yield Table(_("Not translated yet: {section}", section=section), (_("Where"), _("Text")), rows)
        if len(found) > _SHOWN:
            yield Paragraph(words(_("And {number} more.", number=number(len(found) - _SHOWN))))


def _text(edition: InternalEdition, part: object) -> Inlines:
    return words(edition.text(part)) if isinstance(part, Text) else ()


def _place(parts: Mapping[Path, object], path: Path) -> tuple[Run, ...]:
    """The way to a text: keys, and the ids or numbers of items."""
    steps = []
    for length in range(2, len(path) + 1):
        step, part = path[length - 1], parts.get(path[:length])
        steps.append(str(getattr(part, "id", None) or (step + 1 if isinstance(step, int) else step)))
    return (Run(" › ".join(steps)),)
