"""Google's rules for job postings as a JSON Schema: what is required, what is recommended, and how each is written.

Written from its documentation of the JobPosting type (design: field.md, D1).
"""

from __future__ import annotations

from typing import Any

import pycountry

TEXT = {"type": "string", "minLength": 1}
ADDRESS = {
    "type": "object",
    "required": ["@type", "addressCountry"],
    "properties": {
        "@type": {"const": "PostalAddress"},
        "addressCountry": {"enum": [country.alpha_2 for country in pycountry.countries]},
    },
}
PLACE = {
    "type": "object",
    "required": ["@type", "address"],
    "properties": {"@type": {"const": "Place"}, "address": ADDRESS},
}
"""One place is an object, as in Google's examples; several are a list."""
SCHEMA: dict[str, Any] = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "type": "object",
    "required": [
        "@context", "@type", "title", "description", "datePosted", "hiringOrganization",
        "employmentType", "identifier", "validThrough", "baseSalary",
        "skills", "responsibilities", "qualifications", "occupationalCategory", "mainEntityOfPage",
    ],
    "anyOf": [
        {"required": ["jobLocation"], "not": {"required": ["jobLocationType"]}},
        {"required": ["applicantLocationRequirements", "jobLocationType"], "not": {"required": ["jobLocation"]}},
    ],
    "properties": {
        "@context": {"enum": ["https://schema.org/", "https://schema.org"]},
        "@type": {"const": "JobPosting"},
        "title": {"type": "string", "minLength": 2, "pattern": r"^[^!*<>#]+$"},
        "description": {"type": "string", "minLength": 200, "pattern": "<p>"},
        "datePosted": {"type": "string", "pattern": r"^\d{4}-\d\d-\d\d$"},
        "validThrough": {"type": "string", "pattern": r"^\d{4}-\d\d-\d\dT23:59:59[+-]\d\d:\d\d$"},
        "hiringOrganization": {
            "type": "object",
            "required": ["@type", "name", "sameAs", "logo"],
            "properties": {"@type": {"const": "Organization"}, "name": TEXT, "sameAs": {"pattern": "^https?://"}},
        },
        "identifier": {
            "type": "object",
            "required": ["@type", "name", "value"],
            "properties": {"@type": {"const": "PropertyValue"}, "name": TEXT, "value": TEXT},
        },
        "jobLocation": {"oneOf": [PLACE, {"type": "array", "minItems": 2, "items": PLACE}]},
        "jobLocationType": {"const": "TELECOMMUTE"},
        "applicantLocationRequirements": {
            "type": "array",
            "minItems": 1,
            "items": {
                "type": "object",
                "required": ["@type", "name"],
                "properties": {"@type": {"enum": ["Country", "State", "City"]}, "name": TEXT},
            },
        },
        "employmentType": {
            "type": "array",
            "minItems": 1,
            "items": {
                "enum": [
                    "FULL_TIME", "PART_TIME", "CONTRACTOR", "TEMPORARY", "INTERN", "VOLUNTEER", "PER_DIEM", "OTHER",
                ]
            },
        },
        "baseSalary": {
            "type": "object",
            "required": ["@type", "currency", "value"],
            "properties": {
                "@type": {"const": "MonetaryAmount"},
                "currency": {"enum": [currency.alpha_3 for currency in pycountry.currencies]},
                "value": {
                    "type": "object",
                    "required": ["@type", "unitText"],
                    "anyOf": [{"required": ["value"]}, {"required": ["minValue", "maxValue"]}],
                    "properties": {
                        "@type": {"const": "QuantitativeValue"},
                        "unitText": {"enum": ["HOUR", "DAY", "WEEK", "MONTH", "YEAR"]},
                        "value": {"type": "number", "exclusiveMinimum": 0},
                        "minValue": {"type": "number", "exclusiveMinimum": 0},
                        "maxValue": {"type": "number", "exclusiveMinimum": 0},
                    },
                },
            },
        },
        "directApply": {"const": True},
        "skills": {"type": "array", "minItems": 1, "items": TEXT},
        "mainEntityOfPage": {"type": "object", "required": ["@type", "@id", "inLanguage"]},
    },
}  # fmt: skip
