"""The JSON Schema of a kit, generated from the model, so that editors complete and check `roles.yaml`."""

from __future__ import annotations

import json
import re
from typing import Any

from rolebook.kit import Kit

_INHERITED = frozenset({"id", "extends"})


def as_json() -> str:
    """Return the schema (draft 2020-12) as indented JSON in UTF-8, ending with a line break."""
    schema: dict[str, Any] = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **Kit.model_json_schema(by_alias=True, mode="validation"),
        "title": "A hiring kit (roles.yaml)",
    }
    _let_roles_inherit(schema["$defs"]["Role"])
    for name, model in schema["$defs"].items():
        model["title"] = _words(name)
        for key in model.get("properties", {}).values():
            key.pop("title", None)  # the key's name again, in capitals
    for key in schema["properties"].values():
        key.pop("title", None)
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def _words(name: str) -> str:
    """Return a class's name as words: “Skill need”."""
    return re.sub(r"(?<!^)(?=[A-Z])", " ", name).capitalize()


def _let_roles_inherit(role: dict[str, Any]) -> None:
    """Let a role that extends another leave out what it takes over."""
    needed = role.pop("required")
    role["required"] = ["id"]
    role["anyOf"] = [{"required": ["extends"]}, {"required": [name for name in needed if name not in _INHERITED]}]
