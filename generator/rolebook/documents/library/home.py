"""The home page: what each of those who come here does next, then where else the site leads."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from rolebook.documents.blocks import (
    Block,
    Callout,
    Card,
    Cards,
    Document,
    Inline,
    Inlines,
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
from rolebook.documents.interviews.next_interview import interviews
from rolebook.documents.process.forms import form_subjects, forms_subjects
from rolebook.documents.process.readiness import incomplete
from rolebook.documents.role_bar import public_pages, state_of
from rolebook.documents.roles.overview import FEW, families
from rolebook.kit.planner import Size
from rolebook.kit.postings import Workplace
from rolebook.kit.sections import Section
from rolebook.kit.vacancies import Vacancy, open_vacancies

MOST: Final = 8
"""Vacancies that the page lists; of more, it leads to the list (editorial default)."""
GUIDE: Final = "guide/"
"""Where the pages for maintainers begin, from the home page."""


def home(edition: InternalEdition, subject: str) -> Document:
    """The kit's home page. It has no subject."""
    kit = edition.kit
    panels = (
        *_vacancies(edition),
        *_interviews(edition),
        *_decisions(edition),
        *_planning(edition),
        _upkeep(edition),
    )
    return edition.document(
        Kind.HOME,
        title=edition.text(kit.about.name),
        description=edition.text(kit.about.summary),
        blocks=(
            Paragraph((Run(edition.text(kit.about.summary)),), lead=True),
            Listing(tuple(Item((Run(panel.title, Target(Kind.HOME, "", panel.anchor)),)) for panel in panels)),
            *_draft(edition),
            *panels,
            _roles(edition),
            _objectives(edition),
            _library(edition),
            *_elsewhere(edition),
        ),
        eyebrow=edition.text(kit.about.organisation),
        trail=(),
        files_last=True,
    )


def _vacancies(edition: InternalEdition) -> Iterator[Callout]:
    """For recruiters: the open vacancies, and where a new one begins."""
    _, kit = edition.gettext, edition.kit
    if kit.careers is None:
        return
    found = list(open_vacancies(kit))
    blocks: list[Block] = []
    if found:
        blocks.append(Cards(tuple(_vacancy(edition, vacancy) for vacancy in found[:MOST]), rows=True))
    else:
        blocks.append(Paragraph(words(_("No posting is open."))))
    further = []
    if len(found) > MOST:
        every = edition.language.ngettext("All {n} open vacancy", "All {n} open vacancies", len(found))
        further.append(Run(every, Target(Kind.READINESS)))
    if Kind.INTAKE in form_subjects(kit):
        further.append(Run(_("Open a vacancy: intake form"), Target(Kind.FORM, Kind.INTAKE.value)))
    if forms_subjects(kit):
        further.append(Run(_("Every document from intake to offer"), Target(Kind.FORMS)))
    yield _panel(_("Open vacancies"), "vacancies", (*blocks, *_further(further)), _("For recruiters"))


def _vacancy(edition: InternalEdition, vacancy: Vacancy) -> Card:
    _, posting, role = edition.gettext, vacancy.posting, vacancy.role
    cities = [] if posting.workplace is Workplace.REMOTE else [edition.text(place.city) for place in posting.places]
    state, tone = state_of(edition, posting)
    public = public_pages(edition, vacancy)
    outside = [Run(name, url=page.url) for name, page in zip((_("See posting"), _("Brief")), public, strict=False)]
    inside = [Run(_("Job boards"), Target(Kind.POSTING_TEXT, role.own_id))]
    if edition.kit.hiring.messages:
        inside.append(Run(_("Messages"), Target(Kind.CANDIDATE_MESSAGES, role.id)))
    return Card(
        edition.text(posting.title or role.title),
        " · ".join(filter(None, (*cities, edition.workplace(posting.workplace), posting.identifier))),
        Target(Kind.JOB_DESCRIPTION, role.own_id),
        marks=(Mark(state, tone),),
        links=(*outside, *inside),
    )


def _interviews(edition: InternalEdition) -> Iterator[Callout]:
    """For interviewers: the stages of each role that people are interviewed for."""
    _ = edition.gettext
    further = [Run(_("All interview kits, and how we interview"), Target(Kind.INTERVIEWING))]
    blocks: tuple[Block, ...] = (interviews(edition), *_further(further))
    yield _panel(_("My next interview"), "interviews", blocks, _("For interviewers"))


def _decisions(edition: InternalEdition) -> Iterator[Callout]:
    """For hiring managers: from the scorecards to the decision."""
    _, kit = edition.gettext, edition.kit
    links = []
    if kit.has(Section.DEBRIEF):
        links.append(Run(_("Compare scorecards"), Target(Kind.DEBRIEF)))
    for kind, name in ((Kind.DECISION_RECORD, _("Decision record")), (Kind.OFFER_LETTER, _("Offer letter"))):
        if kind in form_subjects(kit):
            links.append(Run(name, Target(Kind.FORM, kind.value)))
    if links:
        yield _panel(_("Decide"), "decide", tuple(_further(links)), _("For hiring managers"))


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
    compared = Run(_("Compare the structures"), Target(Kind.STRUCTURES))
    entry = PlanEntry(Target(Kind.STRUCTURES), asked, _("Plan the team"))
    blocks = (entry,) if asked else tuple(_further([compared]))
    yield _panel(_("Plan the team"), "planning", blocks, _("For the head of the team"))


def _upkeep(edition: InternalEdition) -> Callout:
    """For maintainers: where the kit is changed, and what its postings lack."""
    _, kit, ngettext = edition.gettext, edition.kit, edition.language.ngettext
    items: list[Inlines] = [(Run(_("Change the kit"), url=GUIDE),)]
    if kit.careers is not None:
        readiness: list[Inline] = [Run(_("Readiness of postings"), Target(Kind.READINESS))]
        if lacking := len(incomplete(edition)):
            said = ngettext("{n} posting lacks something", "{n} postings lack something", lacking)
            readiness.append(Mark(said, "warn"))
        items.append(tuple(readiness))
    items.append((Run(_("Rules of a good kit"), Target(Kind.RULES)),))
    return _panel(_("Maintain the kit"), "upkeep", (Listing(tuple(map(Item, items))),), _("For maintainers"))


def _roles(edition: InternalEdition) -> Callout:
    """Every role; where there are many, every job family."""
    _, kit = edition.gettext, edition.kit
    items: list[Inlines] = []
    if len(kit.roles) > FEW:
        for anchor, family, _members in families(edition, kit.roles):
            items.append((Run(family, Target(Kind.ROLES, "", anchor)),))
    else:
        for role in kit.roles:
            items.append((edition.role(role.id),))
        items.append((Run(_("All roles, with their documents"), Target(Kind.ROLES)),))
    return _panel(_("Roles"), "roles", (Listing(tuple(map(Item, items))),))


def _objectives(edition: InternalEdition) -> Callout:
    """What the team is there for."""
    function = edition.kit.function
    objectives = tuple(Item((edition.objective(objective.id),)) for objective in edition.kit.objectives)
    blocks = (Paragraph(edition.backed(function.mission.text, function.mission)), Listing(objectives))
    return _panel(edition.gettext("What the team is there for"), "objectives", blocks)


def _library(edition: InternalEdition) -> Callout:
    """Where to look things up."""
    _, kit = edition.gettext, edition.kit
    pages = (
        (_("Skills"), Kind.SKILLS, None),
        (_("Coverage"), Kind.COVERAGE, Section.COVERAGE),
        (_("Career map"), Kind.CAREERS, Section.CAREERS_MAP),
        (_("Objectives"), Kind.OBJECTIVES, None),
        (_("Facts and sources"), Kind.FACTS, Section.FACTS),
        (_("Glossary"), Kind.GLOSSARY, Section.GLOSSARY),
    )
    there = (Run(name, Target(kind)) for name, kind, section in pages if section is None or kit.has(section))
    return _panel(_("Library"), "library", (Listing(tuple(Item((run,)) for run in there)),))


def _elsewhere(edition: InternalEdition) -> Iterator[Callout]:
    """Pages of the organisation's own."""
    for number, group in enumerate(edition.kit.about.menu, start=1):
        links = tuple(Item((Run(edition.text(link.title), url=str(link.url)),)) for link in group.links)
        yield _panel(edition.text(group.title), f"elsewhere-{number}", (Listing(links),))


def _panel(title: str, anchor: str, blocks: tuple[Block, ...], about: str = "") -> Callout:
    return Callout("panel", title, blocks, anchor, about)


def _further(links: list[Run]) -> Iterator[Listing]:
    """Where a panel leads beside its rows."""
    if links:
        yield Listing(tuple(Item((link,)) for link in links))


def _draft(edition: InternalEdition) -> Iterator[Block]:
    """What a reader of an unfinished language should know."""
    if edition.is_draft:
        _ = edition.gettext
        missing = Run(_("What is not translated yet"), Target(Kind.TRANSLATIONS))
        said = Run(_("Texts that are not translated yet appear in another language, marked. "))
        yield Callout("note", _("This language is a draft"), (Paragraph((said, missing)),))
