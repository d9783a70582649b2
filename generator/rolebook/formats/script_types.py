"""What pages tell the site's scripts, as TypeScript declarations: `make types` writes `types/tools.d.ts`.

A script reads JSON that a macro of `templates/html/tools.html` has written: a block, and the words that it says. With
these declarations, `tsc` finds a script that reads a field, a word or a placeholder that is no longer there.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from importlib.resources import files
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from jinja2 import Environment, nodes

from rolebook.documents import blocks
from rolebook.documents.blocks.targets import Target
from rolebook.documents.interviews.rating import scorecard_schema
from rolebook.formats.rating import RatedRole

_HEAD = """\
// What pages tell the site's scripts. `make types` writes this file: do not edit it.

/** Words with `{names}` that are still to be filled in. */
export type Sentence<Name extends string> = string & { readonly names?: Name };

/** Words that count something, `{n}`, by the language's plural categories. */
export type Counted<Name extends string> = { readonly other: Sentence<Name> } & {
  readonly [category in Intl.LDMLPluralRule]?: Sentence<Name>;
};
"""
_PLAIN = {str: "string", int: "number", float: "number", bool: "boolean", NoneType: "null", Target: "string"}
"""Types as they are in JSON; a target has become an address."""
_JSON_TYPES = {"string": "string", "integer": "number", "number": "number", "boolean": "boolean", "null": "null"}
_PLACEHOLDER = re.compile(r"\{(\w+)\}")


def declarations() -> str:
    """The declarations of every tool's data, of what a debrief fetches, and of the file that a scorecard becomes.

    Raises:
        TypeError: A block has a field of a type that has no form in JSON.
    """
    macros = {macro.name: macro for macro in _template().find_all(nodes.Macro)}
    told = {name: macro for name, macro in macros.items() if any(_calls(macro, "data"))}
    interfaces: dict[type, str] = {}
    for name in told:
        _declare(getattr(blocks, name), interfaces)
    _declare(RatedRole, interfaces)
    parts = [_HEAD, *interfaces.values(), _scorecard_file()]
    for name, macro in told.items():
        parts.append(_interface(f"{name}Words", "", _words(macro, macros)))
        about = f"What a page tells the script of its {name}."
        parts.append(_interface(f"{name}Data", about, {"block": name, "words": f"{name}Words"}))
    return "\n".join(parts)


def _template() -> nodes.Template:
    source = files("rolebook").joinpath("templates/html/tools.html").read_text("utf-8")
    return Environment(autoescape=True).parse(source)


def _calls(node: nodes.Node, method: str) -> Iterator[nodes.Call]:
    """The calls of a method of the page."""
    for call in node.find_all(nodes.Call):
        if isinstance(call.node, nodes.Getattr) and call.node.attr == method:
            yield call


def _words(macro: nodes.Macro, macros: dict[str, nodes.Macro]) -> dict[str, str]:
    """The words that a macro writes beside its block, or a constant one does for it, with the type of each."""
    pairs = [pair for table in macro.find_all(nodes.Dict) for pair in table.items]
    tables = [pair.value for pair in pairs if pair.key.as_const() == "words" and isinstance(pair.value, nodes.Dict)]
    for call in _calls(macro, "constant"):
        constants = (name.name for name in call.args if isinstance(name, nodes.Name))
        tables += [table for name in constants for table in macros[name].find_all(nodes.Dict)]
    return {pair.key.as_const(): _type_of_words(pair.value) for table in tables for pair in table.items}


def _type_of_words(call: nodes.Expr) -> str:
    texts = [str(text.value) for text in call.find_all(nodes.Const)]
    names = dict.fromkeys(name for text in texts for name in _PLACEHOLDER.findall(text))
    kind = "Counted" if len(texts) > 1 else "Sentence"
    return f"{kind}<{' | '.join(map(json.dumps, names))}>" if names else "string"


def _declare(block: type, interfaces: dict[type, str]) -> str:
    """The name of a dataclass's interface, which is declared with all that it is made of."""
    if block not in interfaces:
        interfaces[block] = ""  # it may hold others of its kind
        hints = get_type_hints(block)
        types = {field.name: _type(hints[field.name], interfaces) for field in fields(block)}
        interfaces[block] = _interface(block.__name__, (block.__doc__ or "").partition("\n")[0], types)
    return block.__name__


def _type(hint: Any, interfaces: dict[type, str]) -> str:
    if hint in _PLAIN:
        return _PLAIN[hint]
    if is_dataclass(hint) and isinstance(hint, type):
        return _declare(hint, interfaces)
    arguments = get_args(hint)
    if get_origin(hint) in (Union, UnionType):
        return " | ".join(_type(argument, interfaces) for argument in arguments)
    if get_origin(hint) is tuple and arguments[-1] is ...:
        return f"readonly {_inside(_type(arguments[0], interfaces))}[]"
    if get_origin(hint) is tuple:
        return f"readonly [{', '.join(_type(argument, interfaces) for argument in arguments)}]"
    raise TypeError(f"A script cannot be told {hint}: it has no form in JSON.")


def _inside(type_: str) -> str:
    return f"({type_})" if " " in type_ else type_


def _interface(name: str, about: str, types: dict[str, str]) -> str:
    lines = [f"/** {about} */"] if about else []
    lines += [f"export interface {name} {{", *(f"  readonly {key}: {type_};" for key, type_ in types.items()), "}", ""]
    return "\n".join(lines)


def _scorecard_file() -> str:
    """The file in which a scorecard is handed over, by its published schema. Scripts write it: nothing is read-only."""
    schema = json.loads(scorecard_schema())

    def written(part: dict[str, Any], depth: int) -> str:
        if "$ref" in part:
            return written(schema["$defs"][part["$ref"].rpartition("/")[2]], depth)
        if "anyOf" in part:
            return " | ".join(dict.fromkeys(written(choice, depth) for choice in part["anyOf"]))
        if "const" in part:
            return json.dumps(part["const"])
        if part["type"] == "array":
            return f"{written(part['items'], depth)}[]"
        if part["type"] == "object":
            indent = "  " * depth
            keys = (
                f"{indent}  {key}{'' if key in part['required'] else '?'}: {written(value, depth + 1)};\n"
                for key, value in part["properties"].items()
            )
            return f"{{\n{''.join(keys)}{indent}}}"
        return _JSON_TYPES[part["type"]]

    return f"/** {schema['title']}. */\nexport interface ScorecardFile {written(schema, 0)}\n"


if __name__ == "__main__":
    print(declarations(), end="")
