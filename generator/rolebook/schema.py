"""The JSON Schema of a kit, generated from the model, so that editors complete and check `roles.yaml`."""

from __future__ import annotations

import json
import re
from typing import Any

from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core.core_schema import ModelSchema

from rolebook.kit import Kit
from rolebook.kit.descriptions import descriptions
from rolebook.kit.sections import Section, Sectioned

_INHERITED = frozenset({"id", "extends"})


class _WithDescriptions(GenerateJsonSchema):
    """Pydantic's schema, with what the source says of each key."""

    def model_schema(self, schema: ModelSchema) -> JsonSchemaValue:
        model = schema["cls"]
        written = super().model_schema(schema)
        for name, text in descriptions(model).items():
            written["properties"][model.model_fields[name].alias or name]["description"] = text
        return written


def as_json() -> str:
    """Return the schema (draft 2020-12) as indented JSON in UTF-8, ending with a line break."""
    schema: dict[str, Any] = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **Kit.model_json_schema(by_alias=True, schema_generator=_WithDescriptions, mode="validation"),
        "title": "A hiring kit (roles.yaml)",
    }
    _let_sections_be_off(schema)
    _let_roles_inherit(schema["$defs"]["Role"])
    for name, model in schema["$defs"].items():
        model["title"] = _words(name)
        for key in model.get("properties", {}).values():
            key.pop("title", None)  # the key's name again, in capitals
    for key in schema["properties"].values():
        key.pop("title", None)
    written = json.dumps(schema, ensure_ascii=False, indent=2)
    return written.replace('"oneOf":', '"anyOf":') + "\n"  # a day in a table's cell is a text as well


def _let_sections_be_off(schema: dict[str, Any]) -> None:
    """Let a kit leave out what belongs to a section that it switches off."""
    schema["allOf"] = [
        {"anyOf": [{"required": [key]}, _switched_off(section)]}
        for section, keys in Kit.of_sections.items()
        for key in keys
        if key in schema["required"]
    ]
    for part in Sectioned.__subclasses__():
        model = schema if part is Kit else schema["$defs"][part.__name__]
        optional = {key for keys in part.of_sections.values() for key in keys}
        model["required"] = [key for key in model["required"] if key not in optional]


def _switched_off(section: Section) -> dict[str, Any]:
    switch = {"properties": {section.value: {"const": False}}, "required": [section.value]}
    about = {"properties": {"sections": switch}, "required": ["sections"]}
    return {"properties": {"kit": about}, "required": ["kit"]}


def _words(name: str) -> str:
    """Return a class's name as words: “Skill need”."""
    return re.sub(r"(?<!^)(?=[A-Z])", " ", name).capitalize()


def _let_roles_inherit(role: dict[str, Any]) -> None:
    """Let a role that extends another leave out what it takes over."""
    needed = role.pop("required")
    role["required"] = ["id"]
    role["anyOf"] = [{"required": ["extends"]}, {"required": [name for name in needed if name not in _INHERITED]}]
