"""Open postings in the shape of Lever's postings API (fields: the README of lever/postings-api).

Made from the kit's public side, as the postings on the site are.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from markupsafe import escape

from rolebook.documents.internal_edition import InternalEdition
from rolebook.documents.public.edition import PublicEdition
from rolebook.exchange.job_posting import address
from rolebook.kit.places import Pay, PayUnit
from rolebook.kit.postings import Posting
from rolebook.kit.public import Opening, public
from rolebook.kit.roles import Role

_INTERVALS = {
    PayUnit.HOUR: "per-hour-wage",
    PayUnit.DAY: "per-day-wage",
    PayUnit.WEEK: "per-week-salary",
    PayUnit.MONTH: "per-month-salary",
    PayUnit.YEAR: "per-year-salary",
}


def shape(edition: InternalEdition, roles: tuple[Role, ...]) -> list[dict[str, Any]]:
    """A posting for each open vacancy of the roles."""
    kit = public(edition.kit)
    if kit is None:
        return []
    speaking = PublicEdition(kit, edition.language)
    wanted = {role.id for role in roles}
    return [_posting(speaking, opening) for opening in kit.open if opening.id.partition("/")[0] in wanted]


def _posting(edition: PublicEdition, opening: Opening) -> dict[str, Any]:
    text, posting = edition.text, opening.posting
    places = list(edition.places(posting))
    introduction = [text(posting.introduction)] if posting.introduction else []
    about = posting.team if posting.has_own_text else opening.purpose
    body = [text(about)] if about else []
    return {
        "id": posting.identifier,
        "text": text(opening.title),
        "categories": {
            "location": places[0],
            "commitment": edition.employment(posting),
            "team": text(opening.family),
            "department": text(opening.family),
            "allLocations": places,
        },
        "country": _country(posting),
        **_both("opening", introduction),
        **_both("description", introduction + body),
        **_both("descriptionBody", body),
        "lists": [
            *_work(edition, opening),
            _list(edition.gettext("What we offer"), map(text, posting.benefits)),
        ],
        **_both("additional", [text(edition.kit.equal_opportunity), text(edition.kit.accommodation)]),
        "hostedUrl": address(edition, opening),
        "applyUrl": posting.apply.address if posting.apply else address(edition, opening),
        "workplaceType": posting.workplace.value,
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


def _both(name: str, paragraphs: list[str]) -> dict[str, str]:
    """A text as HTML, and as plain text under the name that Lever gives it."""
    return {
        name: "".join(f"<p>{escape(paragraph)}</p>" for paragraph in paragraphs),
        f"{name}Plain": "\n\n".join(paragraphs),
    }


def _list(title: str, lines: Iterable[str]) -> dict[str, str]:
    return {"text": title, "content": "".join(f"<li>{escape(line)}</li>" for line in lines)}


def _country(posting: Posting) -> str:
    return posting.places[0].country if posting.places else posting.applicant_countries[0]


def _pay(edition: PublicEdition, pay: Pay) -> dict[str, Any]:
    return {
        "salaryRange": {
            "currency": pay.currency,
            "interval": _INTERVALS[pay.unit],
            "min": pay.minimum,
            "max": pay.maximum,
        },
        **_both("salaryDescription", [edition.pay(pay), *([edition.text(pay.note)] if pay.note else [])]),
    }
