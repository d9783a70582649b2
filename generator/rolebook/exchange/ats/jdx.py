"""Job descriptions and postings as JDX JobSchema+ (HR Open), in JSON-LD whose texts are maps by language.

Terms: `jdxTerms.ttl` of jobdataexchange/Data-Modeling, whose version 1.0.0 calls itself a draft. A description and its
posting are two things there, as here.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from rolebook.documents.internal_edition import InternalEdition
from rolebook.kit import Kit
from rolebook.kit.places import Pay, Place
from rolebook.kit.postings import Posting, Workplace
from rolebook.kit.roles import Role
from rolebook.kit.skill_needs import Need, SkillNeed, When
from rolebook.kit.text import Text
from rolebook.kit.vacancies import requisition

_CONTEXT = {
    "@vocab": "https://terms.hropenstandards.org/jdx/",
    "schema": "https://schema.org/",
    "title": {"@container": "@language"},
    "description": {"@container": "@language"},
}


def shape(edition: InternalEdition, roles: tuple[Role, ...]) -> dict[str, Any]:
    """A graph with a job description for each role, and its postings."""
    graph: list[dict[str, Any]] = []
    for role in roles:
        graph.append(_description(edition.kit, role))
        for number, posting in enumerate(role.postings):
            name = f"urn:rolebook:{role.id}:posting" + (f":{requisition(posting)}" if number else "")
            graph.append(_posting(edition.kit, role, posting, name))
    return {"@context": _CONTEXT, "@graph": graph}


def _map(text: Text) -> dict[str, str]:
    return {tag: text[tag] for tag in text.languages()}


def _maps(texts: Iterable[Text]) -> list[dict[str, str]]:
    return [_map(text) for text in texts]


def _languages(kit: Kit, role: Role) -> list[str]:
    """The languages that are whole."""
    return [tag for tag in kit.about.published if tag not in role.drafts]


def _description(kit: Kit, role: Role) -> dict[str, Any]:
    return {
        "@type": "JobDescription",
        "@id": f"urn:rolebook:{role.id}",
        "identifier": role.id,
        "inLanguage": _languages(kit, role),
        "title": _map(role.title),
        "description": _map(role.purpose),
        "dateModified": str(role.reviewed),
        "hiringOrganization": {"@type": "schema:Organization", "name": _map(kit.about.organisation)},
        "responsibility": _maps(duty.text for duty in role.duties if duty.essential),
        "task": _maps(duty.text for duty in role.duties if not duty.essential),
        "skill": [_skill(kit, need) for need in role.skills],
        "technology": _maps(role.tools),
        "qualificationSummary": _maps(need.equivalent for need in role.skills if need.need is Need.REQUIRED),
        "requiredAssessment": [
            {
                "@type": "AssessmentProfile",
                "title": _map(stage.name),
                "description": _map(stage.purpose),
                "areaAssessed": _maps(kit.skill(skill_id).name for skill_id in stage.skills),
            }
            for stage in role.interview
        ],
        "industryCode": [
            {"codeSet": f"{code.taxonomy.value} {code.version}", "code": code.code, "title": code.title}
            for code in role.codes
        ],
    }


def _skill(kit: Kit, need: SkillNeed) -> dict[str, Any]:
    skill = kit.skill(need.skill)
    return {
        "@type": "AnnotatedDefinedTerm",
        "identifier": skill.id,
        "title": _map(skill.name),
        "description": _map(skill.definition),
        "required": need.need is Need.REQUIRED,
        "preferred": need.need is Need.PREFERRED,
        "requiredAtHiring": need.when is When.DAY_ONE,
        "acquiredInternally": need.when is When.LEARNABLE,
        "scaleCategory": {"level": need.level, "description": _map(skill.anchors.at(need.level))},
    }


def _posting(kit: Kit, role: Role, posting: Posting, name: str) -> dict[str, Any]:
    given = {
        "datePosted": posting.posted and str(posting.posted),
        "validThrough": posting.valid_through and str(posting.valid_through),
        "postingID": posting.identifier,
        "jobStartDate": posting.starts_on and str(posting.starts_on),
        "responsibility": _maps(posting.about_work),
        "qualificationSummary": _maps(posting.requirements),
        "technology": _maps(posting.tools),
        "baseSalary": posting.pay and _pay(posting.pay),
        "jobBenefit": _maps(posting.benefits),
        "workHours": posting.hours and _map(posting.hours),
        "employerOverview": kit.careers and _map(kit.careers.employer.about),
        "formattedDescription": posting.introduction and _map(posting.introduction),
        "applicantLocationRequirement": list(posting.applicant_countries),
        "jobLocation": [_place(place) for place in posting.places],
    }
    return {
        "@type": "JobPosting",
        "@id": name,
        "derivedFrom": f"urn:rolebook:{role.id}",
        "inLanguage": _languages(kit, role),
        "title": _map(posting.title or role.title),
        "description": _map(posting.summary or role.summary),
        "totalJobOpenings": posting.openings,
        "employmentType": [kind.value for kind in posting.employment_types],
        "jobLocationType": "TELECOMMUTE" if posting.workplace is Workplace.REMOTE else posting.workplace.value,
        **{name: value for name, value in given.items() if value},
    }


def _pay(pay: Pay) -> dict[str, Any]:
    return {
        "currency": pay.currency,
        "minValue": pay.minimum,
        "maxValue": pay.maximum,
        "unitText": pay.unit.value.upper(),
    }


def _place(place: Place) -> dict[str, Any]:
    optional = {"addressRegion": place.region and _map(place.region), "postalCode": place.postal_code}
    return {
        "addressLocality": _map(place.city),
        "addressCountry": place.country,
        **{name: value for name, value in optional.items() if value},
    }
