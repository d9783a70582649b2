"""Structured data against schema.org's own vocabulary: each property is one of its type, each value in its range."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import lxml.html

from tests.conformance.findings import HERE, Checked, Finding

LITERALS: dict[type, frozenset[str]] = {
    bool: frozenset({"Boolean"}),
    int: frozenset({"Integer", "Number"}),
    float: frozenset({"Number"}),
    str: frozenset({"Text", "URL", "Date", "DateTime", "Time"}),
}
"""What a value of JSON can be to schema.org. A text may also name one of an enumeration's members."""


@cache
def vocabulary() -> dict[str, Any]:
    data: dict[str, Any] = json.loads((HERE / "schemaorg.jsonld").read_text("utf-8"))
    return {"release": data["release"], **{entry["@id"].removeprefix("schema:"): entry for entry in data["@graph"]}}


def named(entry: dict[str, Any], key: str) -> set[str]:
    return {one["@id"].removeprefix("schema:") for one in entry.get(key, ())}


def above(kind: str) -> set[str]:
    """A type, and all types above it."""
    entry = vocabulary().get(kind)
    return {kind}.union(*(above(parent) for parent in named(entry, "rdfs:subClassOf"))) if entry else {kind}


def check(pages: Sequence[Path]) -> Checked:
    """Compare the structured data of pages with the vocabulary."""
    checked = Checked(f"schema.org {vocabulary()['release']}", len(pages))
    for file in pages:
        for script in lxml.html.parse(str(file)).getroot().xpath("//script[@type='application/ld+json']"):
            checked.findings += [Finding(str(file), said) for said in objections(json.loads(script.text))]
    return checked


def objections(node: dict[str, Any]) -> Iterator[str]:
    """What schema.org's vocabulary has against an object."""
    kind = node["@type"]
    if kind not in vocabulary():
        yield f"{kind} is no type that the vocabulary of this test has"
        return
    for name, values in node.items():
        if name.startswith("@"):
            continue
        entry = vocabulary().get(name)
        if entry is None or not named(entry, "schema:domainIncludes") & above(kind):
            yield f"{kind} has no property {name}"
            continue
        ranges = named(entry, "schema:rangeIncludes")
        for value in values if isinstance(values, list) else [values]:
            if isinstance(value, dict):
                if not above(value["@type"]) & ranges:
                    yield f"{kind}.{name}: {value['@type']} is none of {', '.join(sorted(ranges))}"
                yield from objections(value)
            elif not LITERALS[type(value)] & ranges:
                yield f"{kind}.{name}: {value!r} is none of {', '.join(sorted(ranges))}"
