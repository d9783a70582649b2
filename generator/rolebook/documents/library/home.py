"""The home page: what each of those who come here does next, in one step; then the roles, and what holds for all."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from typing import Final

from rolebook.documents.blocks import (
    Block,
    Callout,
    Cards,
    Document,
    Item,
    Kind,
    Listing,
    Mark,
    Paragraph,
    PlanEntry,
    Run,
    Target,
    words,
)
from rolebook.documents.blocks.planner import PlannerQuestion
from rolebook.documents.internal_edition import InternalEdition
from rolebook.documents.interviews.interviewing import in_a_sentence
from rolebook.documents.process.forms import form_subjects
from rolebook.documents.process.readiness import incomplete
from rolebook.documents.role_bar import state_of
from rolebook.documents.roles.overview import FEW, families, in_order, role_cards, vacancies_in_short
from rolebook.kit.planner import Size
from rolebook.kit.sections import Section
from rolebook.kit.vacancies import Vacancy, open_vacancies

GUIDE: Final = "guide/"
"""Where the pages for maintainers begin, from the home page."""
SOONEST: Final = 4
"""Vacancies that the home page names: those that close first (editorial default)."""


def home(edition: InternalEdition, subject: str) -> Document:
    """The kit's home page. It has no subject."""
    about = edition.kit.about
    return edition.document(
        Kind.HOME,
        title=edition.text(about.name),
        description=edition.text(about.summary),
        blocks=(
            Paragraph((Run(edition.text(about.summary)),), lead=True),
            *_draft(edition),
            *_vacancies(edition),
            _interviews(edition),
            *_decisions(edition),
            *_planning(edition),
            _upkeep(edition),
            _roles(edition),
            _rules(edition),
            _mission(edition),
            *_elsewhere(edition),
        ),
        eyebrow=edition.text(about.organisation),
        trail=(),
        files_last=True,
    )


def _vacancies(edition: InternalEdition) -> Iterator[Callout]:
    """For recruiters: how many vacancies are open; if none is, the form that one begins with."""
    _, kit = edition.gettext, edition.kit
    said = vacancies_in_short(edition)
    if not said:
        return
    step = Run(_("See the vacancies"), Target(Kind.READINESS))
    if not any(open_vacancies(kit)) and Kind.INTAKE in form_subjects(kit):
        step = Run(_("Fill in the intake form"), Target(Kind.FORM, Kind.INTAKE.value))
    elif len(kit.roles) <= FEW:
        step = Run(_("See the vacancies"), Target(Kind.ROLES))
    soonest = tuple(_vacancy(edition, *one) for one in islice(in_order(edition), SOONEST))
    named = (Listing(soonest, beside=True),) if soonest else ()
    yield _panel(_("Open vacancies"), "vacancies", said[0], step, _("For recruiters"), named)


def _vacancy(edition: InternalEdition, vacancy: Vacancy, marks: tuple[Mark, ...]) -> Item:
    """A vacancy, and until when it is open."""
    role, posting = vacancy.role, vacancy.posting
    title = Run(edition.text(posting.title or role.title), Target(Kind.JOB_DESCRIPTION, role.own_id))
    return Item((title,), (Paragraph((Run(state_of(edition, posting)[0]), *marks)),))


def _interviews(edition: InternalEdition) -> Callout:
    """For interviewers: their stage."""
    _ = edition.gettext
    said = _(
        "Your stage's page takes you from preparing to handing over your scorecard: "
        "questions first, ratings afterwards."
    )
    step = Run(_("Find your stage"), Target(Kind.INTERVIEWING))
    return _panel(_("My next interview"), "interviews", said, step, _("For interviewers"))


def _decisions(edition: InternalEdition) -> Iterator[Callout]:
    """For hiring managers: the debrief, or else the record of the decision."""
    _, kit = edition.gettext, edition.kit
    title, about = _("Decide"), _("For hiring managers")
    if kit.has(Section.DEBRIEF):
        said = _("See where the interviewers agree, and what to discuss before you decide.")
        yield _panel(title, "decide", said, Run(_("Compare scorecards"), Target(Kind.DEBRIEF)), about)
    elif Kind.DECISION_RECORD in form_subjects(kit):
        said = _("Record what was decided, and why.")
        step = Run(_("Decision record"), Target(Kind.FORM, Kind.DECISION_RECORD.value))
        yield _panel(title, "decide", said, step, about)


def _planning(edition: InternalEdition) -> Iterator[Callout]:
    """For heads of the function: the planner, or the structures where the kit asks nothing."""
    _, kit = edition.gettext, edition.kit
    if not kit.has(Section.STRUCTURES):
        return
    asked = tuple(
        PlannerQuestion(
            question.id,
            edition.text(question.text),
            (),
            False,
            question.number.at_least,
            question.number.at_most,
            question.number.usual,
        )
        for question in kit.planner
        if question.number is not None and question.number.size in (Size.NOW, Size.LATER)
    )
    said = _("Which structure fits, and whom to hire next.")
    title, about = _("Plan the team"), _("For the head of the team")
    step: Run | PlanEntry = Run(_("Compare the structures"), Target(Kind.STRUCTURES))
    if asked:
        step = PlanEntry(Target(Kind.STRUCTURES), asked, _("See the answer"))
    yield _panel(title, "planning", said, step, about)


def _upkeep(edition: InternalEdition) -> Callout:
    """For maintainers: what the postings lack; if they lack nothing, where the kit is changed."""
    _, kit = edition.gettext, edition.kit
    title, about = _("Maintain the kit"), _("For maintainers")
    if kit.careers is not None and (lacking := len(incomplete(edition))):
        said = edition.language.ngettext("{n} posting is incomplete.", "{n} postings are incomplete.", lacking)
        return _panel(title, "upkeep", said, Run(_("See what is missing"), Target(Kind.READINESS)), about)
    said = _("Every page comes from one file. Change a sentence there, and it changes wherever it is used.")
    return _panel(title, "upkeep", said, Run(_("Change the kit"), url=GUIDE), about)


def _roles(edition: InternalEdition) -> Callout:
    """Every role with its documents; where there are many, every job family."""
    _, kit = edition.gettext, edition.kit
    lines = (replace(card, text="", eyebrow="") for card in role_cards(edition, kit.roles).items)
    blocks: tuple[Block, ...] = (Cards(tuple(lines), rows=True),)
    if len(kit.roles) > FEW:
        named = families(edition, kit.roles)
        blocks = (Listing(tuple(Item((Run(name, Target(Kind.ROLES, "", anchor)),)) for anchor, name, _roles in named)),)
    return Callout("panel", _("Roles"), blocks, "roles")


def _rules(edition: InternalEdition) -> Callout:
    """What holds for every interview."""
    _ = edition.gettext
    return _panel(
        _("How we interview"),
        "rules",
        in_a_sentence(edition),
        Run(_("Rules for interviews"), Target(Kind.INTERVIEWING)),
    )


def _mission(edition: InternalEdition) -> Callout:
    """What the team is there for."""
    _, mission = edition.gettext, edition.kit.function.mission
    step = Run(_("The team's objectives"), Target(Kind.OBJECTIVES))
    blocks = (Paragraph(edition.backed(mission.text, mission)), _link(step))
    return Callout("panel", _("What the team is there for"), blocks, "objectives")


def _elsewhere(edition: InternalEdition) -> Iterator[Callout]:
    """Pages of the organisation's own."""
    for number, group in enumerate(edition.kit.about.menu, start=1):
        links = tuple(Item((Run(edition.text(link.title), url=str(link.url)),)) for link in group.links)
        yield Callout("panel", edition.text(group.title), (Listing(links),), f"elsewhere-{number}")


def _panel(
    title: str, anchor: str, said: str, step: Run | PlanEntry, about: str = "", named: tuple[Block, ...] = ()
) -> Callout:
    """What there is to know, and one step."""
    blocks = (Paragraph(words(said)), *named, step if isinstance(step, PlanEntry) else _link(step))
    return Callout("panel", title, blocks, anchor, about)


def _link(step: Run) -> Listing:
    return Listing((Item((step,)),))


def _draft(edition: InternalEdition) -> Iterator[Block]:
    """What a reader of an unfinished language should know."""
    if edition.is_draft:
        _ = edition.gettext
        missing = Run(_("What is not translated yet"), Target(Kind.TRANSLATIONS))
        said = Run(_("Texts that are not translated yet appear in another language, marked. "))
        yield Callout("note", _("This language is a draft"), (Paragraph((said, missing)),))
