"""A posting as schema.org's JobPosting, complete by Google's rules for job postings."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from babel.core import get_global

from rolebook.documents.public.edition import PublicEdition
from rolebook.documents.public.posting import advertisement
from rolebook.formats import board
from rolebook.kit.places import Pay, Place
from rolebook.kit.postings import Posting, Workplace
from rolebook.kit.public import Opening
from rolebook.kit.text import Text


def description(edition: PublicEdition, opening: Opening) -> str:
    """What a job board shows of an opening, as HTML of paragraphs and lists."""
    return board.write(advertisement(edition, opening.id), edition.language)


def address(edition: PublicEdition, opening: Opening) -> str:
    """The one address of an opening in a language."""
    return f"{edition.address}jobs/{opening.id}/"


def job_posting(edition: PublicEdition, opening: Opening) -> dict[str, Any]:
    """The structured data of an open position: JSON-LD in the edition's language.

    Fields are required (title, description, datePosted, hiringOrganization, jobLocation or its remote counterpart) or
    recommended by Google; the rest are schema.org's, where the kit knows them.
    """
    text, posting, employer = edition.text, opening.posting, edition.kit.employer(opening)
    careers = edition.kit.careers
    organisation: dict[str, Any] = {
        "@type": "Organization",
        "name": edition.employer(opening),
        "sameAs": str(employer.url),
    }
    if (logo := _logo(edition)) is not None:
        organisation["logo"] = logo
    data: dict[str, Any] = {
        "@context": "https://schema.org/",
        "@type": "JobPosting",
        "title": text(opening.title),
        "description": description(edition, opening),
        "identifier": {"@type": "PropertyValue", "name": organisation["name"], "value": posting.identifier},
        "datePosted": str(posting.posted),
        "validThrough": _end(posting),
        "employmentType": [_screaming(kind.value) for kind in posting.employment_types],
        "hiringOrganization": organisation,
        **_where(edition, posting),
        "url": address(edition, opening),
        "mainEntityOfPage": {
            "@type": "WebPage",
            "@id": address(edition, opening),
            "inLanguage": edition.language.tag,
        },
        "totalJobOpenings": posting.openings,
        "industry": text(employer.activity or careers.employer.activity),
        "responsibilities": " ".join(map(text, _responsibilities(opening))),
        "qualifications": " ".join(map(text, _qualifications(opening))),
        "skills": [text(skill.name) for skill in opening.skills],
    }
    if posting.apply is not None and posting.apply.direct:
        data["directApply"] = True
    if posting.pay is not None:
        data["baseSalary"] = _salary(posting.pay)
    if posting.starts_on is not None:
        data["jobStartDate"] = str(posting.starts_on)
    if posting.contact is not None:
        data["applicationContact"] = {
            "@type": "ContactPoint",
            "name": text(posting.contact.name),
            "contactType": text(posting.contact.title),
            "email": str(posting.contact.email),
        }
    if posting.hours is not None:
        data["workHours"] = text(posting.hours)
    if posting.benefits:
        data["jobBenefits"] = " ".join(f"{text(benefit).removesuffix('.')}." for benefit in posting.benefits)
    if opening.codes:
        data["occupationalCategory"] = [
            {
                "@type": "CategoryCode",
                "codeValue": code.code,
                "name": code.title,
                "inCodeSet": {"@type": "CategoryCodeSet", "name": f"{code.taxonomy.value} {code.version}"},
            }
            for code in opening.codes
        ]
    return data


def _logo(edition: PublicEdition) -> str | None:
    """The address of the organisation's logo: the brand's, which this site has, or one elsewhere."""
    kit, tag = edition.kit, edition.language.tag
    if kit.brand is not None and kit.brand.has_picture:
        path = kit.brand.address(tag, kit.brand.in_full(tag) or kit.brand.mark)
        return f"{edition.address}{path}"
    return str(kit.careers.employer.logo) if kit.careers.employer.logo else None


def _end(posting: Posting) -> str:
    """The moment at which the last day is over, in the time of the place; of several, where it is over last."""
    day = datetime.combine(posting.valid_through or date.max, time(23, 59, 59))
    countries = {place.country for place in posting.places} or set(posting.applicant_countries)
    zones = sorted(zone for zone, country in get_global("zone_territories").items() if country in countries)
    ends = (day.replace(tzinfo=ZoneInfo(zone)) for zone in zones or ["UTC"])
    return min(ends, key=lambda end: end.utcoffset() or timedelta()).isoformat()


def _responsibilities(opening: Opening) -> Iterable[Text]:
    return opening.posting.about_work or (duty.text for duty in opening.duties)


def _qualifications(opening: Opening) -> Iterable[Text]:
    if opening.posting.has_own_text:
        return opening.posting.requirements
    return (skill.equivalent for skill in opening.skills if skill.required)


def as_json(data: dict[str, Any]) -> str:
    """Structured data as it may stand inside a `script` element: nothing in it can end that element."""
    return json.dumps(data, ensure_ascii=False, indent=1).replace("<", "\\u003c").replace("&", "\\u0026")


def _screaming(name: str) -> str:
    return name.upper().replace("-", "_")


def _where(edition: PublicEdition, posting: Posting) -> dict[str, Any]:
    if posting.workplace is Workplace.REMOTE:
        countries = [
            {"@type": "Country", "name": edition.language.country(code)} for code in posting.applicant_countries
        ]
        return {"jobLocationType": "TELECOMMUTE", "applicantLocationRequirements": countries}
    places = [_place(edition, place) for place in posting.places]
    return {"jobLocation": places[0] if len(places) == 1 else places}


def _place(edition: PublicEdition, place: Place) -> dict[str, Any]:
    parts = {
        "streetAddress": place.street and edition.text(place.street),
        "addressLocality": edition.text(place.city),
        "addressRegion": place.region and edition.text(place.region),
        "postalCode": place.postal_code,
        "addressCountry": place.country,
    }
    present = {name: value for name, value in parts.items() if value}
    return {"@type": "Place", "address": {"@type": "PostalAddress", **present}}


def _salary(pay: Pay) -> dict[str, Any]:
    exact = pay.minimum == pay.maximum
    amounts = {"value": pay.minimum} if exact else {"minValue": pay.minimum, "maxValue": pay.maximum}
    value = {"@type": "QuantitativeValue", **amounts, "unitText": pay.unit.value.upper()}
    return {"@type": "MonetaryAmount", "currency": pay.currency, "value": value}
