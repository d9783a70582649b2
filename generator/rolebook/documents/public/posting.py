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
    title, say = edition.text(opening.title), edition.say
    if not opening.is_open:
        return Document(
            Kind.POSTING,
            opening.id,
            edition.language.tag,
            title,
            say("This position is closed."),
            (
                Callout("note", say("This position is closed."), (Paragraph(words(say("Applications are over."))),)),
                Paragraph((edition.home(),)),
            ),
            eyebrow=edition.employer(opening),
            trail=(edition.home(),),
            indexed=False,
        )
    brief = Run(say("What to expect of our interviews"), Target(Kind.CANDIDATE_BRIEF, opening.id))
    return replace(
        advertisement(edition, subject),
        blocks=(*_opening(edition, opening), Paragraph((brief,)), *_body(edition, opening)),
    )


def advertisement(edition: PublicEdition, subject: str) -> Document:
    """An open posting as it is read elsewhere, on paper and on job boards: all of it, and no links into the site."""
    opening = edition.kit.opening(subject)
    return Document(
        Kind.POSTING,
        opening.id,
        edition.language.tag,
        edition.text(opening.title),
        edition.text(opening.summary),
        (*_opening(edition, opening), *_body(edition, opening)),
        eyebrow=edition.employer(opening),
        trail=(edition.home(),),
    )


def _opening(edition: PublicEdition, opening: Opening) -> Iterator[Block]:
    """What a reader wants to know first, and how to apply."""
    if opening.posting.introduction is not None:
        yield Paragraph(words(edition.text(opening.posting.introduction)), lead=True)
    yield Definitions(tuple(_facts(edition, opening)))
    yield from _apply(edition, opening)


def _body(edition: PublicEdition, opening: Opening) -> Iterator[Block]:
    say, text, vacancy = edition.say, edition.text, opening.posting
    yield Heading(say("Why this position exists"), "purpose")
    yield Paragraph(words(text(opening.purpose)))
    yield from _duties(edition, opening)
    yield from _skills(edition, opening)
    if vacancy.benefits:
        yield Heading(say("What we offer"), "offer")
        yield edition.texts(vacancy.benefits)
    yield from _process(edition, opening)
    yield from _employer(edition, opening)


def _facts(edition: PublicEdition, opening: Opening) -> Iterator[tuple[Inlines, Inlines]]:
    say, text, vacancy = edition.say, edition.text, opening.posting
    yield words(say("Place")), words(say("; ").join(edition.places(vacancy)))
    yield words(say("Kind of work")), words(f"{edition.employment(vacancy)} · {edition.workplace(vacancy.workplace)}")
    if vacancy.pay is not None:
        note = f". {text(vacancy.pay.note)}" if vacancy.pay.note else ""
        yield words(say("Pay")), (Run(edition.pay(vacancy.pay), strong=True), Run(note))
    if vacancy.hours is not None:
        yield words(say("Working hours")), words(text(vacancy.hours))
    yield words(say("Working conditions")), words(text(opening.conditions))
    if vacancy.start is not None:
        yield words(say("Start")), words(text(vacancy.start))
    if vacancy.openings > 1:
        yield words(say("People sought")), words(edition.language.number(vacancy.openings))
    if vacancy.valid_through is not None:
        yield words(say("Apply until")), (Run(edition.language.date(vacancy.valid_through), strong=True),)
    if vacancy.posted is not None:
        yield words(say("Published on")), words(edition.language.date(vacancy.posted))
    if vacancy.identifier is not None:
        yield words(say("Reference")), words(vacancy.identifier)


def _apply(edition: PublicEdition, opening: Opening) -> Iterator[Block]:
    apply, say = opening.posting.apply, edition.say
    if apply is None:
        return
    if apply.email is not None:
        yield Action(say("Apply by e-mail to {address}", address=apply.email), apply.address, "")
    else:
        yield Action(say("Apply now"), apply.address, apply.address)


def _duties(edition: PublicEdition, opening: Opening) -> Iterator[Block]:
    say = edition.say
    groups = (
        (say("What you would do"), "duties", [one for one in opening.duties if one.essential]),
        (say("What may come with it"), "further-duties", [one for one in opening.duties if not one.essential]),
    )
    for title, anchor, duties in groups:
        if duties:
            yield Heading(title, anchor)
            yield edition.texts(duty.text for duty in duties)
    if opening.tools:
        tools = edition.listed(Run(edition.text(tool)) for tool in opening.tools)
        yield Paragraph((Run(say("Tools"), strong=True), Run(say(": ")), *tools))


def _skills(edition: PublicEdition, opening: Opening) -> Iterator[Block]:
    say = edition.say
    yield Heading(say("What it takes"), "skills")
    yield Paragraph(
        words(
            say(
                "You need no particular degree and no number of years. If you can show what stands here, or what "
                "counts as its equivalent, apply."
            )
        )
    )
    required = [skill for skill in opening.skills if skill.required]
    preferred = [skill for skill in opening.skills if not skill.required]
    yield Listing(tuple(_skill(edition, skill) for skill in required))
    if preferred:
        yield Heading(say("Good to have"), "preferred", 3)
        yield Listing(tuple(_skill(edition, skill) for skill in preferred))
    names = edition.listed(Run(edition.text(name)) for name in opening.backgrounds)
    yield Paragraph((Run(say("Backgrounds that we welcome"), strong=True), Run(say(": ")), *names))


def _skill(edition: PublicEdition, skill: PublicSkill) -> Item:
    say, text = edition.say, edition.text
    said = [text(skill.definition)]
    if not skill.on_day_one:
        said.append(say("It can be learned here."))
    said.append(say("Counts as well: {equivalent}", equivalent=text(skill.equivalent)))
    return Item((Run(text(skill.name), strong=True), Run(say(": ")), Run(" ".join(said))))


def _process(edition: PublicEdition, opening: Opening) -> Iterator[Block]:
    say, careers = edition.say, edition.kit.careers
    yield Heading(say("How we decide"), "process")
    yield stages(edition, opening)
    yield Paragraph(
        words(
            edition.language.count(
                "You hear the outcome within {n} day of the last interview, whatever it is.",
                "You hear the outcome within {n} days of the last interview, whatever it is.",
                careers.answer_days,
            )
        )
    )
    yield Callout("note", say("Adjustments"), tuple(adjustments(edition)))


def adjustments(edition: PublicEdition) -> Iterator[Block]:
    """How candidates ask for an adjustment, and where."""
    contact = edition.kit.careers.contact
    yield Paragraph(words(edition.text(edition.kit.accommodation)))
    yield Paragraph((Run(edition.say("Write to: ")), Run(contact, url=f"mailto:{contact}")))


def stages(edition: PublicEdition, opening: Opening) -> Table:
    """The stages of the hiring process, as candidates are told of them."""
    say, text = edition.say, edition.text
    return Table(
        say("Stages of the hiring process"),
        (say("Stage"), say("Length"), say("Who interviews"), say("What it is about")),
        tuple(
            (
                words(text(stage.name)),
                words(edition.minutes(stage.minutes)),
                edition.listed(Run(text(one)) for one in stage.interviewers),
                edition.listed(Run(text(one)) for one in stage.skills),
            )
            for stage in opening.stages
        ),
    )


def _employer(edition: PublicEdition, opening: Opening) -> Iterator[Block]:
    say, text, employer = edition.say, edition.text, edition.kit.employer(opening)
    name, head_office = edition.employer(opening), edition.kit.careers.employer.head_office
    yield Heading(say("Who we are"), "employer")
    if employer.about is not None:
        yield Paragraph(words(text(employer.about)))
    rows: list[tuple[Inlines, Inlines]] = [
        (words(say("Employer")), (Run(name, url=str(employer.url)) if employer.url else Run(name),)),
        (words(say("Head office")), words(edition.address_of(head_office))),
    ]
    if employer.activity is not None:
        rows.insert(1, (words(say("Activity")), words(text(employer.activity))))
    yield Definitions(tuple(rows))
    yield Callout("note", say("Equal opportunity"), (Paragraph(words(text(edition.kit.equal_opportunity))),))
