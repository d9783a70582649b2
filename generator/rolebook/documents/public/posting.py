"""The posting: what candidates read of a vacancy, for as long as it is open."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from rolebook.documents.blocks import (
    Action,
    Block,
    Callout,
    Definitions,
    Document,
    Heading,
    Inlines,
    Item,
    Kind,
    Listing,
    Paragraph,
    Run,
    Table,
    Target,
    words,
)
from rolebook.documents.public.edition import PublicEdition
from rolebook.kit.public import Opening, PublicSkill


def posting(edition: PublicEdition, subject: str) -> Document:
    """The posting of the role whose id is `subject`; if it is closed, a page that says so and no more."""
    opening = edition.kit.opening(subject)
    title, _ = edition.text(opening.title), edition.gettext
    if not opening.is_open:
        return edition.document(
            Kind.POSTING,
            opening.id,
            title=title,
            description=_("This position is closed."),
            blocks=(
                Callout("note", _("This position is closed."), (Paragraph(words(_("Applications are closed."))),)),
                Paragraph((edition.home(),)),
            ),
            eyebrow=edition.employer(opening),
            indexed=False,
        )
    brief = Run(_("What to expect of our interviews"), Target(Kind.CANDIDATE_BRIEF, opening.id))
    return replace(
        advertisement(edition, subject),
        blocks=(*_opening(edition, opening), Paragraph((brief,)), *_body(edition, opening)),
    )


def advertisement(edition: PublicEdition, subject: str) -> Document:
    """An open posting as it is read elsewhere, on paper and on job boards: all of it, and no links into the site."""
    opening = edition.kit.opening(subject)
    return edition.document(
        Kind.POSTING,
        opening.id,
        title=edition.text(opening.title),
        description=edition.text(opening.summary),
        blocks=(*_opening(edition, opening), *_body(edition, opening)),
        eyebrow=edition.employer(opening),
    )


def _opening(edition: PublicEdition, opening: Opening) -> Iterator[Block]:
    """What a reader wants to know first, and how to apply."""
    if opening.posting.introduction is not None:
        yield Paragraph(words(edition.text(opening.posting.introduction)), lead=True)
    yield Definitions(tuple(_facts(edition, opening)))
    yield from _apply(edition, opening)


def _body(edition: PublicEdition, opening: Opening) -> Iterator[Block]:
    _, text, vacancy = edition.gettext, edition.text, opening.posting
    yield Heading(_("Why this position exists"), "purpose")
    yield Paragraph(words(text(opening.purpose)))
    yield from _duties(edition, opening)
    yield from _skills(edition, opening)
    if vacancy.benefits:
        yield Heading(_("What we offer"), "offer")
        yield edition.texts(vacancy.benefits)
    yield from _process(edition, opening)
    yield from _employer(edition, opening)


def _facts(edition: PublicEdition, opening: Opening) -> Iterator[tuple[Inlines, Inlines]]:
    _, text, vacancy = edition.gettext, edition.text, opening.posting
    yield words(_("Place")), words(_("; ").join(edition.places(vacancy)))
    if opening.sought is not None:
        yield words(_("Level")), words(text(opening.sought))
    yield words(_("Kind of work")), words(f"{edition.employment(vacancy)} · {edition.workplace(vacancy.workplace)}")
    if vacancy.pay is not None:
        note = f". {text(vacancy.pay.note)}" if vacancy.pay.note else ""
        yield words(_("Pay")), (Run(edition.pay(vacancy.pay), strong=True), Run(note))
    if vacancy.hours is not None:
        yield words(_("Working hours")), words(text(vacancy.hours))
    yield words(_("Working conditions")), words(text(opening.conditions))
    if vacancy.start is not None:
        yield words(_("Start")), words(text(vacancy.start))
    if vacancy.openings > 1:
        yield words(_("Number of positions")), words(edition.language.number(vacancy.openings))
    if vacancy.valid_through is not None:
        yield words(_("Apply by")), (Run(edition.language.date(vacancy.valid_through), strong=True),)
    if vacancy.posted is not None:
        yield words(_("Published on")), words(edition.language.date(vacancy.posted))
    if vacancy.identifier is not None:
        yield words(_("Reference")), words(vacancy.identifier)


def _apply(edition: PublicEdition, opening: Opening) -> Iterator[Block]:
    apply, _ = opening.posting.apply, edition.gettext
    if apply is None:
        return
    if apply.email is not None:
        yield Action(_("Apply by e-mail to {address}", address=apply.email), apply.address, "")
    else:
        yield Action(_("Apply now"), apply.address, apply.address)


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


def _process(edition: PublicEdition, opening: Opening) -> Iterator[Block]:
    _, careers = edition.gettext, edition.kit.careers
    yield Heading(_("How we decide"), "process")
    yield stages(edition, opening)
    yield Paragraph(
        words(
            edition.language.ngettext(
                "You hear the outcome within {n} day of the last interview, whatever it is.",
                "You hear the outcome within {n} days of the last interview, whatever it is.",
                careers.answer_days,
            )
        )
    )
    yield Callout("note", _("Adjustments"), tuple(adjustments(edition)))


def adjustments(edition: PublicEdition) -> Iterator[Block]:
    """How candidates ask for an adjustment, and where."""
    contact = edition.kit.careers.contact
    yield Paragraph(words(edition.text(edition.kit.accommodation)))
    yield Paragraph((Run(edition.gettext("Write to: ")), Run(contact, url=f"mailto:{contact}")))


def stages(edition: PublicEdition, opening: Opening) -> Table:
    """The stages of the hiring process, as candidates are told of them."""
    _, text = edition.gettext, edition.text
    return Table(
        _("Stages of the hiring process"),
        (_("Stage"), _("Length"), _("Who interviews"), _("What it is about")),
        tuple(
            (
                words(text(stage.name)),
                words(edition.minutes(stage.minutes)),
                edition.listed(Run(text(name)) for name in stage.interviewers),
                edition.listed(Run(text(name)) for name in stage.skills),
            )
            for stage in opening.stages
        ),
    )


def _employer(edition: PublicEdition, opening: Opening) -> Iterator[Block]:
    _, text, employer = edition.gettext, edition.text, edition.kit.employer(opening)
    name, head_office = edition.employer(opening), edition.kit.careers.employer.head_office
    yield Heading(_("Who we are"), "employer")
    if employer.about is not None:
        yield Paragraph(words(text(employer.about)))
    rows: list[tuple[Inlines, Inlines]] = [
        (words(_("Employer")), (Run(name, url=str(employer.url)) if employer.url else Run(name),)),
        (words(_("Head office")), words(edition.address_of(head_office))),
    ]
    if employer.activity is not None:
        rows.insert(1, (words(_("Activity")), words(text(employer.activity))))
    yield Definitions(tuple(rows))
    yield Callout("note", _("Equal opportunity"), (Paragraph(words(text(edition.kit.equal_opportunity))),))
