"""A role's copy sheets for Greenhouse and Ashby, which nothing can be sent to: what to paste, field by field.

The fields stand in the order of the screens that their makers describe: Greenhouse in “System default fields”,
“Configure a scorecard for a new job” and “Configure interview kits” (support.greenhouse.io), Ashby in “Creating &
opening jobs”, “Job postings” and “Feedback forms and interviews” (docs.ashbyhq.com).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rolebook.documents.blocks import (
    Block,
    Chooser,
    ChooserEntry,
    Copyable,
    Document,
    Heading,
    Kind,
    Paragraph,
    Run,
    Target,
    Verbatim,
    words,
)
from rolebook.documents.internal_edition import InternalEdition
from rolebook.documents.interviews.form_texts import anchored_levels, question_texts, recommendation_texts
from rolebook.documents.public.edition import PublicEdition
from rolebook.documents.public.posting import advertisement
from rolebook.documents.role_bar import role_bar
from rolebook.documents.roles.levels import other_levels
from rolebook.kit.interviews import Stage
from rolebook.kit.public import Opening, public
from rolebook.kit.roles import Role

ASHBY_SOCIAL = 200
"""How many characters Ashby takes for a posting's social description."""


def copy_sheet(edition: InternalEdition, subject: str) -> Document:
    """The copy sheets of the role whose id is `subject`."""
    role, _ = edition.kit.role(subject), edition.gettext
    said = _("What to paste into Greenhouse or Ashby, field by field, in the order of their screens.")
    return edition.document(
        Kind.COPY_SHEET,
        role.id,
        title=_("Copy sheet: {role}", role=edition.sought(role)),
        description=said,
        blocks=(
            *other_levels(edition, role, Kind.COPY_SHEET),
            Paragraph(words(said), lead=True),
            Paragraph(
                words(
                    _(
                        "Neither lets another program create jobs with their stages and forms, so this takes a person. "
                        "Each button copies one field, which is named as in their documentation."
                    )
                )
            ),
            Chooser(_("System"), (("", (ChooserEntry("Greenhouse", "greenhouse"), ChooserEntry("Ashby", "ashby"))),)),
            Heading("Greenhouse", "greenhouse"),
            *_greenhouse(edition, role),
            Heading("Ashby", "ashby"),
            *_ashby(edition, role),
        ),
        eyebrow=_("Internal"),
        searchable=False,
        trail=edition.role_trail(),
        bar=role_bar(edition, role, Kind.COPY_SHEET),
    )


def _greenhouse(edition: InternalEdition, role: Role) -> Iterator[Block]:
    """Job details, scorecard, interview plan with its kits, and a job post for each open vacancy."""
    _, text = edition.gettext, edition.text
    openings = _openings(edition, role)
    yield _screen(edition, "Job Info", "greenhouse-job")
    yield _field(edition, "Internal Job Name", edition.sought(role))
    yield _field(edition, "Department", text(role.family))
    for opening in openings:
        yield from _vacancy(edition, opening, "Requisition ID", "Employment Type", "Office")
    yield _screen(edition, "Scorecard", "greenhouse-scorecard")
    yield Paragraph(
        words(
            _(
                "Make one category for all of them. Attributes have no room for levels, which are in the interview "
                "prep below."
            )
        )
    )
    yield _field(edition, "Category", _("Skills"))
    for skill_id in dict.fromkeys(skill for stage in role.interview for skill in stage.skills):
        yield _field(edition, "Attribute", text(edition.kit.skill(skill_id).name))
    yield _screen(edition, "Interview Plan", "greenhouse-plan")
    for number, stage in enumerate(role.interview, 1):
        yield Heading(_stage_name(edition, number, stage), f"greenhouse-{stage.id}", 4)
        yield _field(edition, "Stage", text(stage.name))
        skills = (
            "\n".join((text(edition.kit.skill(skill).name), *anchored_levels(edition, skill))) for skill in stage.skills
        )
        yield _field(edition, "Interview Prep", "\n\n".join((text(stage.purpose), *skills)))
        for question in (*question_texts(edition, stage), *_records(edition, stage)):
            yield _field(edition, "Question", question)
    yield from _posts(edition, role, openings, "Job Post", "greenhouse")


def _ashby(edition: InternalEdition, role: Role) -> Iterator[Block]:
    """The job, a feedback form and an interview for each stage, and a posting for each open vacancy."""
    _, text = edition.gettext, edition.text
    openings = _openings(edition, role)
    yield _screen(edition, "Job Information", "ashby-job")
    yield _field(edition, "Title", edition.sought(role))
    yield _field(edition, "Department", text(role.family))
    for opening in openings:
        yield from _vacancy(edition, opening, "Requisition ID", "Employment Type", "Location")
    yield _screen(edition, "Feedback Forms", "ashby-forms")
    yield Paragraph(words(_("Every skill is a Multiple Choice with these options; give it its description as help.")))
    for one in edition.kit.about.rating_scale:
        yield _field(edition, "Option", edition.level(one.level))
    for number, stage in enumerate(role.interview, 1):
        yield Heading(_stage_name(edition, number, stage), f"ashby-form-{stage.id}", 4)
        yield _field(edition, "Title", f"{edition.sought(role)}{_(': ')}{text(stage.name)}")
        for record in _records(edition, stage):
            yield _field(edition, "Short Answer", record)
        for skill_id in stage.skills:
            name = text(edition.kit.skill(skill_id).name)
            yield _field(edition, "Multiple Choice", name)
            yield _field(edition, "Description", "\n".join(anchored_levels(edition, skill_id)))
            yield _field(edition, "Long Formattable Answer", _("Evidence for {skill}", skill=name))
        yield _field(edition, "Multiple Choice", _("Overall recommendation"))
        for recommendation in recommendation_texts(edition):
            yield _field(edition, "Option", recommendation)
    yield _screen(edition, "Interviews", "ashby-interviews")
    for number, stage in enumerate(role.interview, 1):
        yield Heading(_stage_name(edition, number, stage), f"ashby-{stage.id}", 4)
        yield _field(edition, "Title", text(stage.name))
        yield _field(edition, "Instructions", "\n\n".join((text(stage.purpose), *question_texts(edition, stage))))
    yield from _posts(edition, role, openings, "Job Posting", "ashby")


def _screen(edition: InternalEdition, name: str, anchor: str) -> Heading:
    """A heading that is a screen by its maker's name, which is English."""
    return Heading(name, anchor, 3, language=edition.foreign(name, "en").language)


def _field(edition: InternalEdition, name: str, content: str) -> Verbatim:
    """A field by its maker's name, which is English, with what goes there."""
    return Verbatim(name, content, edition.language.tag, edition.foreign(name, "en").language)


def _stage_name(edition: InternalEdition, number: int, stage: Stage) -> str:
    return f"{edition.language.number(number)}. {edition.text(stage.name)}"


def _records(edition: InternalEdition, stage: Stage) -> Iterator[str]:
    """What is asked of everyone in a stage and written down."""
    for item in edition.kit.screening(stage):
        yield f"{edition.text(item.record)}\n{edition.text(item.question)}"


def _openings(edition: InternalEdition, role: Role) -> tuple[Opening, ...]:
    """The open vacancies of a role at the level that the sheet is for."""
    kit = public(edition.kit, role.own_id)
    if kit is None:
        return ()
    sought = {one.posting.identifier for one in kit.open} & {one.identifier for one in role.vacancies_sought()}
    return tuple(one for one in kit.open if one.posting.identifier in sought)


def _vacancy(edition: InternalEdition, opening: Opening, requisition: str, kind: str, where: str) -> Iterator[Block]:
    posting = opening.posting
    yield _field(edition, requisition, posting.identifier or "")
    yield _field(edition, kind, edition.employment(posting))
    for place in edition.places(posting):
        yield _field(edition, where, place)


def _posts(
    edition: InternalEdition, role: Role, openings: Iterable[Opening], screen: str, prefix: str
) -> Iterator[Block]:
    """What each open vacancy is announced with; the description also as HTML."""
    _, kit = edition.gettext, public(edition.kit, role.own_id)
    if kit is None or not openings:
        return
    speaking = PublicEdition(kit, edition.language)
    yield _screen(edition, screen, f"{prefix}-post")
    for opening in openings:
        title = edition.text(opening.title)
        if prefix == "ashby":
            summary = edition.text(opening.summary)
            if len(summary) <= ASHBY_SOCIAL:
                yield _field(edition, "Social Description", summary)
        yield _field(edition, "Title", title)
        yield Copyable(f"Description{_(': ')}{title}", advertisement(speaking, opening.id), is_open=True)
    yield Paragraph((Run(_("The same text for other job boards"), Target(Kind.POSTING_TEXT, role.own_id)),))
