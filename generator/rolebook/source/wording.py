"""What is said about each kind of problem that validation finds.

pydantic names each kind of error and hands over its figures; the words are ours, so they say what a maintainer can
do. An error type that is not listed falls back to pydantic's own sentence.
"""

from __future__ import annotations

import difflib
from collections.abc import Callable
from typing import Any, Final, NamedTuple

from pydantic_core import ErrorDetails

from rolebook.kit.names import FACT_PATTERN, ID_PATTERN


class Words(NamedTuple):
    """A stable code, what is wrong, and what to do."""

    code: str
    message: str
    hint: str


_NOUNS: Final = {
    "facts": "fact",
    "sources": "source",
    "objectives": "objective",
    "skills": "skill",
    "backgrounds": "background",
    "roles": "role",
    "leadership_models": "leadership model",
    "questions": "question",
    "duties": "duty",
    "stages": "stage",
    "organisations": "organisation",
    "glossary": "glossary entry",
    "jurisdictions": "jurisdiction profile",
    "rules": "rule",
    "options": "option",
    "planner": "question of the planner",
}
_ARTICLES: Final = {"dict": "a mapping", "list": "a list", "str": "text", "int": "a number", "float": "a number"}
_FOUND: Final = _ARTICLES | {"bool": "true or false", "NoneType": "nothing"}


LONGEST: Final = 200
"""Characters of a value that are repeated in a message."""


def noun(collection: str) -> str:
    """What one item of a collection is called."""
    return _NOUNS.get(collection, collection)


def found(value: object) -> str:
    """What a value is, in plain words."""
    return _FOUND.get(type(value).__name__, "something else")


def words(error: ErrorDetails, siblings: tuple[str, ...]) -> Words:
    """What to say of one of pydantic's errors.

    Args:
        error: One of `ValidationError.errors()`.
        siblings: The keys, or the names, that are known where the error is, to suggest the one that was meant.
    """
    say = _SAY.get(error["type"])
    if say is None:
        return Words("invalid-value", f"This value does not fit: {error['msg']}.", "")
    return say(error, error.get("ctx", {}), siblings)


_Say = Callable[[ErrorDetails, dict[str, Any], tuple[str, ...]], Words]


def _wrong_type(expected: str) -> _Say:
    def say(error: ErrorDetails, ctx: dict[str, Any], siblings: tuple[str, ...]) -> Words:
        return Words("wrong-type", f"Expected {expected}, but this is {found(error['input'])}.", "")

    return say


def _missing(error: ErrorDetails, ctx: dict[str, Any], siblings: tuple[str, ...]) -> Words:
    return Words("missing-key", f"“{error['loc'][-1]}” is missing here.", f"Add a line “{error['loc'][-1]}: …”.")


def _unknown_key(error: ErrorDetails, ctx: dict[str, Any], siblings: tuple[str, ...]) -> Words:
    key = str(error["loc"][-1])[:LONGEST]
    close = difflib.get_close_matches(key, siblings, n=1, cutoff=0.6)
    hint = f"Did you mean “{close[0]}”?" if close else f"Known here: {', '.join(siblings)}." if siblings else ""
    return Words("unknown-key", f"“{key}” is not known here.", hint)


def _unknown_reference(error: ErrorDetails, ctx: dict[str, Any], siblings: tuple[str, ...]) -> Words:
    one = noun(ctx["collection"])
    close = difflib.get_close_matches(str(ctx["value"])[:LONGEST], siblings, n=1, cutoff=0.6)
    hint = f"Did you mean “{close[0]}”?" if close else f"Use the id of a {one} that this file declares."
    return Words("unknown-id", f"There is no {one} “{str(ctx['value'])[:LONGEST]}”.", hint)


def _missing_translation(error: ErrorDetails, ctx: dict[str, Any], siblings: tuple[str, ...]) -> Words:
    tags = str(ctx["missing"]).split(", ")
    wanted = " and ".join(f"“{tag}: …”" for tag in tags)
    return Words(
        "missing-translation",
        f"This text is missing in: {ctx['missing']}.",
        f"Add {wanted} beside the other languages. To see the pages without it, make {tags[0]} a draft: write "
        f"{{tag: {tags[0]}, draft: true}} under kit.languages.",
    )


def _empty_text(error: ErrorDetails, ctx: dict[str, Any], siblings: tuple[str, ...]) -> Words:
    if "language" in ctx:
        said, hint = f"The {ctx['language']} text is empty.", "Write it, or remove it if the language is a draft."
        return Words("empty-text", said, hint)
    return Words("empty-text", "This text is empty.", "Write the text, or remove the line.")


def _enumeration(error: ErrorDetails, ctx: dict[str, Any], siblings: tuple[str, ...]) -> Words:
    return Words(
        "unknown-value", f"“{str(error['input'])[:LONGEST]}” is not one of the choices.", f"Write {ctx['expected']}."
    )


_PATTERNS: Final = {
    ID_PATTERN: ("bad-id", "id", "Use lower-case letters, digits and hyphens, as in “sales-planning”."),
    FACT_PATTERN: ("bad-id", "fact number", "Use one to three capital letters and digits, as in “F22”."),
}


def _pattern(error: ErrorDetails, ctx: dict[str, Any], siblings: tuple[str, ...]) -> Words:
    code, what, hint = _PATTERNS[ctx["pattern"]]
    return Words(code, f"“{str(error['input'])[:60]}” is not a valid {what}.", hint)


def _language_tag(error: ErrorDetails, ctx: dict[str, Any], siblings: tuple[str, ...]) -> Words:
    hint = f"Write {' or '.join(ctx['known'])}." if ctx["known"] else "Write one like en, ar, fr or pt-BR."
    return Words("unknown-language", f"“{ctx['tag'][:LONGEST]}” is not a language tag that there is data for.", hint)


def _fixed(code: str, message: str, hint: str = "") -> _Say:
    def say(error: ErrorDetails, ctx: dict[str, Any], siblings: tuple[str, ...]) -> Words:
        values = {"input": str(error["input"])[:60], **ctx}
        return Words(code, message.format(**values), hint.format(**values))

    return say


_SAY: Final[dict[str, _Say]] = {
    "missing": _missing,
    "extra_forbidden": _unknown_key,
    "unknown_reference": _unknown_reference,
    "missing_translation": _missing_translation,
    "unknown_language": _fixed(
        "unknown-language", "The kit does not name the language {unknown}.", "Add it under kit.languages, or remove it."
    ),
    "language_tag": _language_tag,
    "font_file": _fixed(
        "no-font", "“{name}” is no font: {why}.", "Name a .ttf or .otf file by its path from the kit's folder on."
    ),
    "font_package": _fixed(
        "no-font", "“{name}” is no package of fonts: {why}.", "Install it with pip, or name the fonts' files instead."
    ),
    "enum": _enumeration,
    "string_pattern_mismatch": _pattern,
    "string_type": _wrong_type("text"),
    "int_type": _wrong_type("a whole number"),
    "int_from_float": _wrong_type("a whole number"),
    "bool_type": _wrong_type("true or false"),
    "bool_parsing": _wrong_type("true or false"),
    "tuple_type": _wrong_type("a list"),
    "dict_type": _wrong_type("a mapping"),
    "model_type": _wrong_type("a mapping"),
    "text_type": _wrong_type("text, or text by language"),
    "text_word_type": _fixed(
        "wrong-type", "The {language} text is not text.", "Put it in double quotes if it is a number, true or null."
    ),
    "reserved_id": _fixed("reserved-id", "“{value}” is the name of all stages together.", "Give it another id."),
    "empty_text": _empty_text,
    "first_is_draft": _fixed(
        "first-is-draft",
        "The first language, {tag}, cannot be a draft.",
        "What a draft lacks appears in the first language: put another language first, or take “draft” away.",
    ),
    "forbidden_character": _fixed(
        "forbidden-character",
        "This text holds the invisible character {name}.",
        "Delete it: retype the text by hand instead of pasting it.",
    ),
    "iso_date": _fixed("bad-date", "“{value}” is not a date.", "Write year-month-day, as in 2026-11-23."),
    "url_parsing": _fixed("bad-address", "“{input}” is not a web address.", "Write it with https:// in front."),
    "url_scheme": _fixed(
        "bad-address", "“{input}” does not begin with http:// or https://.", "Write it with https:// in front."
    ),
    "url_type": _wrong_type("a web address"),
    "greater_than_equal": _fixed("out-of-range", "{input} is too small.", "The smallest number here is {ge}."),
    "less_than_equal": _fixed("out-of-range", "{input} is too large.", "The largest number here is {le}."),
    "too_short": _fixed("too-few", "There are too few items here: {actual_length}.", "The least is {min_length}."),
    "too_long": _fixed("too-many", "There are too many items here: {actual_length}.", "The most is {max_length}."),
    "string_too_long": _fixed("too-long", "This is too long.", "At most {max_length} characters are possible."),
    "email": _fixed("bad-address", "“{value}” is not an e-mail address.", "Write it as name@example.com."),
    "unknown_country": _fixed(
        "unknown-country", "“{value}” is not a country's code.", "Write its two capital letters (ISO 3166-1), as SA."
    ),
    "unknown_currency": _fixed(
        "unknown-currency",
        "“{value}” is not a currency's code.",
        "Write its three capital letters (ISO 4217), as SAR.",
    ),
    "pay_range": _fixed(
        "bad-range", "The maximum, {maximum}, is below the minimum, {minimum}.", "Swap the two, or mend the wrong one."
    ),
    "date_order": _fixed(
        "bad-range",
        "The posting would end on {value}, before it begins on {posted}.",
        "Write a later day, or mend “posted”.",
    ),
    "open_posting": _fixed(
        "missing-key", "An open posting needs also: {missing}.", "Add them, or write “status: closed”."
    ),
    "greater_than": _fixed("out-of-range", "{input} is too small.", "Write a number above {gt}."),
    "finite_number": _fixed("out-of-range", "{input} is not a figure.", "Write a plain number."),
    "float_type": _wrong_type("a number"),
    "missing_level": _fixed(
        "missing-level", "The scale has no level {level}.", "Give each of the five levels a number of its own, 1 to 5."
    ),
    "one_of": _fixed("one-of", "Exactly one of these keys is needed: {names}.", "Keep one and remove the others."),
}
