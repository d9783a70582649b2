"""What Lever takes: a feedback template for each stage of an interview, and a draft for each open posting.

Each is the body of one request (`POST /v1/feedback_templates`, `POST /v1/postings`; fields: Lever's API documentation,
https://hire.lever.co/developer/documentation). Rolebook sends nothing. Postings are made from the kit's public side, as
those on the site are.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from markupsafe import escape

from rolebook.documents.internal_edition import InternalEdition
from rolebook.documents.interviews.form_texts import anchored_levels, question_texts, recommendation_texts
from rolebook.documents.public.edition import PublicEdition
from rolebook.kit.interviews import Stage
from rolebook.kit.places import Pay, PayUnit
from rolebook.kit.postings import Workplace
from rolebook.kit.public import Opening, public
from rolebook.kit.roles import Role

_INTERVALS = {
    PayUnit.HOUR: "per-hour-wage",
    PayUnit.DAY: "per-day-wage",
    PayUnit.WEEK: "per-week-salary",
    PayUnit.MONTH: "per-month-salary",
    PayUnit.YEAR: "per-year-salary",
}
_WORKPLACES = {Workplace.ON_SITE: "onsite", Workplace.HYBRID: "hybrid", Workplace.REMOTE: "remote"}


def shape(edition: InternalEdition, roles: tuple[Role, ...]) -> dict[str, list[dict[str, Any]]]:
    """The bodies of all requests, by what they are sent to; roles that are a draft in this language have none."""
    shown = [role for role in roles if edition.kit.shows(role.id)]
    return {
        "feedback_templates": [_template(edition, role, stage) for role in shown for stage in role.interview],
        "postings": list(_postings(edition, {role.id for role in shown})),
    }


def _template(edition: InternalEdition, role: Role, stage: Stage) -> dict[str, Any]:
    """The form that interviewers fill in after a stage.

    Only the recommendation is required: whoever heard nothing about a skill leaves it out rather than guess. The level
    needed stays unsaid, as on the scorecard of a stage, since it would pull ratings towards it.
    """
    _, text = edition.gettext, edition.text
    colon = _(": ")
    return {
        "text": f"{text(role.title)}{colon}{text(stage.name)}",
        "instructions": "\n\n".join((text(stage.purpose), *question_texts(edition, stage))),
        "fields": [
            *_screening(edition, stage),
            *(field for skill_id in stage.skills for field in _skill(edition, skill_id)),
            {
                "type": "score-system",
                "text": _("Overall recommendation"),
                "description": "\n".join(recommendation_texts(edition)),
                "required": True,
            },
        ],
    }


def _screening(edition: InternalEdition, stage: Stage) -> Iterator[dict[str, Any]]:
    """A line for each thing that is asked of everyone and written down."""
    for item in edition.kit.screening(stage):
        yield {
            "type": "text",
            "text": edition.text(item.record),
            "description": edition.text(item.question),
            "required": False,
        }


def _skill(edition: InternalEdition, skill_id: str) -> Iterator[dict[str, Any]]:
    """The rating of a skill, each level with its anchor, and what was heard of it."""
    _, text, skill = edition.gettext, edition.text, edition.kit.skill(skill_id)
    name = text(skill.name)
    yield {
        "type": "multiple-choice",
        "text": name,
        "description": text(skill.definition),
        "required": False,
        "options": [{"text": level} for level in anchored_levels(edition, skill_id)],
    }
    yield {"type": "textarea", "text": _("Evidence for {skill}", skill=name), "description": "", "required": False}


def _postings(edition: InternalEdition, wanted: set[str]) -> Iterator[dict[str, Any]]:
    """A posting for each open vacancy of the roles."""
    kit = public(edition.kit)
    if kit is not None:
        speaking = PublicEdition(kit, edition.language)
        yield from (_posting(speaking, one) for one in kit.open if one.id.partition("/")[0] in wanted)


def _posting(edition: PublicEdition, opening: Opening) -> dict[str, Any]:
    text, posting = edition.text, opening.posting
    places = list(edition.places(posting))
    introduction = [text(posting.introduction)] if posting.introduction else []
    about = posting.team if posting.has_own_text else opening.purpose
    offered = [_list(edition.gettext("What we offer"), map(text, posting.benefits))] if posting.benefits else []
    return {
        "text": text(opening.title),
        "state": "draft",
        "categories": {
            "team": text(opening.family),
            "department": text(opening.family),
            "location": places[0],
            "commitment": edition.employment(posting),
            "allLocations": places,
        },
        "tags": [posting.identifier] if posting.identifier else [],
        "content": {
            "descriptionHtml": _paragraphs([*introduction, *([text(about)] if about else [])]),
            "lists": [*_work(edition, opening), *offered],
            "closingPostingHtml": _paragraphs([text(edition.kit.equal_opportunity), text(edition.kit.accommodation)]),
        },
        "workplaceType": _WORKPLACES[posting.workplace],
        **(_pay(edition, posting.pay) if posting.pay else {}),
    }


def _work(edition: PublicEdition, opening: Opening) -> Iterator[dict[str, str]]:
    """What the work is and takes, in the posting's own words, or in those of the job description."""
    _, text, posting = edition.gettext, edition.text, opening.posting
    if posting.has_own_text:
        yield _list(_("What you'll do"), map(text, posting.about_work))
        if posting.requirements:
            yield _list(_("What you'll bring"), map(text, posting.requirements))
        return
    colon = _(": ")
    yield _list(_("What you would do"), (text(duty.text) for duty in opening.duties))
    yield _list(_("What it takes"), (f"{text(skill.name)}{colon}{text(skill.definition)}" for skill in opening.skills))


def _paragraphs(texts: Iterable[str]) -> str:
    return "".join(f"<p>{escape(text)}</p>" for text in texts)


def _list(title: str, lines: Iterable[str]) -> dict[str, str]:
    return {"text": title, "content": "".join(f"<li>{escape(line)}</li>" for line in lines)}


def _pay(edition: PublicEdition, pay: Pay) -> dict[str, Any]:
    return {
        "salaryRange": {
            "currency": pay.currency,
            "interval": _INTERVALS[pay.unit],
            "min": pay.minimum,
            "max": pay.maximum,
        },
        "salaryDescriptionHtml": _paragraphs([edition.pay(pay), *([edition.text(pay.note)] if pay.note else [])]),
    }
