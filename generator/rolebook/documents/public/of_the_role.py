"""What a posting without words of its own says: the purpose, duties and skills of the job description."""

from __future__ import annotations

from collections.abc import Iterator

from rolebook.documents.blocks import Block, Heading, Item, Listing, Paragraph, Run, words
from rolebook.documents.public.edition import PublicEdition
from rolebook.kit.public import Opening, PublicSkill


def of_the_role(edition: PublicEdition, opening: Opening) -> Iterator[Block]:
    """What the job description says of an opening's role."""
    yield Heading(edition.gettext("Why this position exists"), "purpose")
    yield Paragraph(words(edition.text(opening.purpose)))
    yield from _duties(edition, opening)
    yield from _skills(edition, opening)


def _duties(edition: PublicEdition, opening: Opening) -> Iterator[Block]:
    _ = edition.gettext
    groups = (
        (_("What you would do"), "duties", [duty for duty in opening.duties if duty.essential]),
        (_("You may also"), "further-duties", [duty for duty in opening.duties if not duty.essential]),
    )
    for title, anchor, duties in groups:
        if duties:
            yield Heading(title, anchor)
            yield edition.texts(duty.text for duty in duties)
    if opening.tools:
        tools = edition.listed(Run(edition.text(tool)) for tool in opening.tools)
        yield Paragraph((Run(_("Tools"), strong=True), Run(_(": ")), *tools))


def _skills(edition: PublicEdition, opening: Opening) -> Iterator[Block]:
    _ = edition.gettext
    yield Heading(_("What it takes"), "skills")
    yield Paragraph(
        words(
            _(
                "You don't need a particular degree or a set number of years' experience. If you can show what "
                "is listed here, or its equivalent, please apply."
            )
        )
    )
    required = [skill for skill in opening.skills if skill.required]
    preferred = [skill for skill in opening.skills if not skill.required]
    yield Listing(tuple(_skill(edition, skill) for skill in required))
    if preferred:
        yield Heading(_("Nice to have"), "preferred", 3)
        yield Listing(tuple(_skill(edition, skill) for skill in preferred))
    if opening.backgrounds:
        names = edition.listed(Run(edition.text(name)) for name in opening.backgrounds)
        yield Paragraph((Run(_("Backgrounds that we welcome"), strong=True), Run(_(": ")), *names))


def _skill(edition: PublicEdition, skill: PublicSkill) -> Item:
    _, text = edition.gettext, edition.text
    said = [text(skill.definition)]
    if not skill.on_day_one:
        said.append(_("It can be learned here."))
    said.append(_("Also counts: {equivalent}", equivalent=text(skill.equivalent)))
    return Item((Run(text(skill.name), strong=True), Run(_(": ")), Run(" ".join(said))))
