"""The wording for each of pydantic's error types."""

from __future__ import annotations

import re
from typing import Any, Final

from pydantic_core import ErrorDetails

from rolebook.source.wording import texts, values
from rolebook.source.wording.place import Place, Say, Words, a, closest, line, noun, shown

_FEW: Final = 12
"""Names that are listed where none of them comes near."""
_KEYS_ALIKE: Final = 0.6
"""How much a key resembles the one that is suggested for it (difflib); an id has to come nearer."""
_IDS_ALIKE: Final = 0.75


def words(error: ErrorDetails, place: Place) -> Words:
    """Choose the wording for one of pydantic's errors.

    Args:
        error: One of `ValidationError.errors()`.
        place: Where it is.
    """
    say = SAY.get(error["type"])
    if say is None:  # a kind that is not in the table, which a test keeps whole
        return Words(
            "invalid-value", "This value does not fit here.", "The page “Reference of roles.yaml” says what may."
        )
    return say(error, error.get("ctx", {}), place)


def _missing(error: ErrorDetails, ctx: dict[str, Any], place: Place) -> Words:
    key = str(error["loc"][-1])
    message = f"“{key}” is missing here."
    hint = f"Add “{key}: …” inside the braces." if place.in_braces else f"Add a line “{key}: …”."
    return Words("missing-key", message, hint)


def _unknown_key(error: ErrorDetails, ctx: dict[str, Any], place: Place) -> Words:
    key, value = str(error["loc"][-1]), error["input"]
    squeezed = re.fullmatch(r"([\w-]+):(.+)", key)
    if squeezed and squeezed[1] in place.near and value is None:
        fixed = f"{squeezed[1]}: {squeezed[2]}"
        return Words("not-yaml", f"A space is missing behind “{squeezed[1]}:”.", f"Write “{shown(fixed)}”.")
    if re.fullmatch(r"\d{3}", key) and value is None:
        message = f"The comma ends the number: “{key}” is read as a key of its own."
        return Words("bad-number", message, "Write the figures without a sign between them, as in “48000”.")
    message = f"“{shown(key)}” is not known here."
    close = closest(key, place.near, _KEYS_ALIKE)
    if close:
        return Words("unknown-key", message, f"Did you mean “{close}”?")
    if value is None and (" " in key or len(key) > 30):
        return Words("needs-quotes", message, "In braces, a text with a comma in it has to stand in double quotes.")
    return Words("unknown-key", message, f"Known here: {', '.join(place.near)}." if place.near else "")


def _unknown_reference(error: ErrorDetails, ctx: dict[str, Any], place: Place) -> Words:
    collection, value = str(ctx["collection"]), str(ctx["value"])
    kind = noun(collection)
    message = f"There is no {kind} “{shown(value)}”."
    close = closest(value, place.near, _IDS_ALIKE)
    if close:
        return Words("unknown-id", message, f"Did you mean “{close}”?")
    owner = value.partition("/")[0]
    near = tuple(name for name in place.near if name.startswith(f"{owner}/")) or place.near
    if not near:
        return Words("unknown-id", message, f"This file declares no {kind} yet.")
    if len(near) <= _FEW:
        return Words("unknown-id", message, f"There {'is' if len(near) == 1 else 'are'}: {', '.join(near)}.")
    return Words("unknown-id", message, f"Use the id of {a(kind)} that this file declares.")


def _fixed(code: str, message: str, hint: str = "") -> Say:
    def say(error: ErrorDetails, ctx: dict[str, Any], place: Place) -> Words:
        filled = {"input": shown(error["input"])[:60], "key": place.key, **ctx}
        return Words(code, message.format(**filled), hint.format(**filled))

    return say


def _one_of(error: ErrorDetails, ctx: dict[str, Any], place: Place) -> Words:
    names = str(ctx["names"]).split(", ")
    data = error["input"] if isinstance(error["input"], dict) else {}
    there = [name for name in names if data.get(name)]
    listed = " or ".join(f"“{name}”" for name in names)
    if there:
        rest = "the other" if len(there) == 2 else "the others"
        return Words("one-of", f"Only one of {listed} may stand here.", f"Keep one and remove {rest}.")
    number = "one of the two" if len(names) == 2 else "one of them"
    return Words("one-of", f"Here must stand {listed}: {number}.", f"Add a line {line(names[0], '…')}.")


def _unknown_level(error: ErrorDetails, ctx: dict[str, Any], place: Place) -> Words:
    value, near = str(ctx["value"]), tuple(ctx["near"])
    message = f"The role has no level “{shown(value)}”."
    if not near:
        return Words("unknown-id", message, "Describe its levels under “levels”, or remove the line.", ("level",))
    close = closest(value, near, _IDS_ALIKE)
    hint = f"Did you mean “{close}”?" if close else f"There {'is' if len(near) == 1 else 'are'}: {', '.join(near)}."
    return Words("unknown-id", message, hint, ("level",))


def _row_length(error: ErrorDetails, ctx: dict[str, Any], place: Place) -> Words:
    cells, columns = int(ctx["cells"]), int(ctx["columns"])
    return Words(
        "row-length",
        f"This row has {_number(cells, 'cell')}; the table has {_number(columns, 'column')}.",
        "Write one cell for each column, with commas between them; a text with a comma in it needs double quotes.",
        ("rows", int(ctx["index"])),
    )


def _series_length(error: ErrorDetails, ctx: dict[str, Any], place: Place) -> Words:
    values, labels = int(ctx["values"]), int(ctx["labels"])
    return Words(
        "row-length",
        f"This series has {_number(values, 'value')}; the chart has {_number(labels, 'label')}.",
        "Write one value for each label.",
        ("series", int(ctx["index"]), "values"),
    )


def _unknown_sample_question(error: ErrorDetails, ctx: dict[str, Any], place: Place) -> Words:
    message = f"“{shown(ctx['skill'])}” has no question “{shown(ctx['id'])}”."
    hint = "Write the id of the question of this skill that is answered, without the skill before it."
    return Words("unknown-id", message, hint, ("sample_answers", int(ctx["index"]), "question"))


def _repeated_table(error: ErrorDetails, ctx: dict[str, Any], place: Place) -> Words:
    message = f"The handout has another table “{shown(ctx['id'])}” above."
    hint = "Give one of the two another id: sheets and files are called by it."
    return Words("duplicate-id", message, hint, ("blocks", int(ctx["index"]), "table", "id"))


def _number(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


SAY: Final[dict[str, Say]] = {
    "missing": _missing,
    "extra_forbidden": _unknown_key,
    "unknown_reference": _unknown_reference,
    "missing_translation": texts.missing_translation,
    "unknown_language": texts.unknown_language,
    "text_type": texts.no_text,
    "text_word_type": texts.no_text_in_language,
    "empty_text": texts.empty_text,
    "forbidden_character": texts.forbidden_character,
    "unknown_field": texts.unknown_field,
    "lone_brace": texts.lone_brace,
    "language_tag": values.no_language,
    "font_file": _fixed(
        "no-font",
        "“{name}” is not a font: {why}.",
        "Give the path of a .ttf or .otf file in the kit's folder, such as fonts/House.ttf.",
    ),
    "picture_file": _fixed(
        "no-picture",
        "“{name}” cannot be used as a logo or mark: {why}.",
        "Give the path of an .svg or .png file in the kit's folder, such as brand/logo.svg.",
    ),
    "logo_language": _fixed("unknown-language", "The kit has no language “{tag}”.", "It has: {known}."),
    "colour": _fixed(
        "bad-colour",
        "“{value}” is not a colour.",
        'Write # and six digits or letters from a to f, in quotes: "#12394a".',
    ),
    "colour_unquoted": _fixed(
        "bad-colour",
        "There is no colour here: YAML takes # and what follows it for a comment.",
        'Put the colour in quotes: "#12394a".',
    ),
    "font_package": _fixed(
        "no-font", "“{name}” is no package of fonts: {why}.", "Install it with pip, or name the fonts' files instead."
    ),
    "enum": values.no_choice,
    "string_pattern_mismatch": values.wrong_pattern,
    "string_type": values.wrong_type("text"),
    "string_unicode": values.wrong_type("text"),
    "int_type": values.wrong_type("a whole number"),
    "int_from_float": values.wrong_type("a whole number"),
    "int_parsing": values.wrong_type("a whole number"),
    "int_parsing_size": values.wrong_type("a whole number"),
    "float_type": values.wrong_type("a number"),
    "float_parsing": values.wrong_type("a number"),
    "bool_type": values.wrong_type("true or false"),
    "bool_parsing": values.wrong_type("true or false"),
    "tuple_type": values.wrong_type("a list"),
    "dict_type": values.wrong_type("a mapping"),
    "mapping_type": values.wrong_type("a mapping"),
    "model_type": values.wrong_type("a mapping"),
    "model_attributes_type": values.wrong_type("a mapping"),
    "date_type": values.wrong_type("a date"),
    "recursion_loop": _fixed("endless-alias", "This stands inside of what it repeats.", "Write it out."),
    "reserved_id": _fixed("reserved-id", "“{value}” is the name of all stages together.", "Give it another id."),
    "iso_date": values.no_date,
    "url_type": values.no_address,
    "url_parsing": values.no_address,
    "url_syntax_violation": values.no_address,
    "url_scheme": values.no_address,
    "url_too_long": _fixed("too-long", "This address is too long.", "At most {max_length} characters are possible."),
    "greater_than": values.out_of_range,
    "greater_than_equal": values.out_of_range,
    "less_than_equal": values.out_of_range,
    "finite_number": values.out_of_range,
    "too_short": values.number_of_items,
    "too_long": values.number_of_items,
    "string_too_long": _fixed("too-long", "“{key}” is too long.", "At most {max_length} characters are possible."),
    "address_with_password": _fixed(
        "bad-address",
        "This address has a name or password in it, which every reader would see.",
        "Leave out what stands before the @ in front of “{host}”.",
    ),
    "address_of_page": _fixed(
        "bad-address",
        "The address of a site has neither ? nor #: those of its pages begin with it.",
        "Write it as “{value}”.",
    ),
    "email": _fixed("bad-address", "“{value}” is not an e-mail address.", "Write it as name@example.com."),
    "first_is_draft": _fixed(
        "first-is-draft",
        "The first language, {tag}, cannot be a draft.",
        "What a draft lacks appears in the first language: put another language first, or take “draft” away.",
    ),
    "unknown_country": values.no_country,
    "unknown_region": _fixed(
        "unknown-country",
        "“{value}” is the code of no country, and of no part of one.",
        "Write a country as SA (ISO 3166-1), a part of one as US-CO (ISO 3166-2).",
    ),
    "unknown_currency": values.no_currency,
    "pay_range": _fixed(
        "bad-range",
        "The maximum, {maximum}, is below the minimum, {minimum}.",
        "Swap the two, or correct the wrong one.",
    ),
    "date_order": _fixed(
        "bad-range",
        "The posting would end on {value}, before it begins on {posted}.",
        "Write a later day, or correct “posted”.",
    ),
    "rule_dates": _fixed(
        "bad-range",
        "The rule would end on {until}, before it begins on {begin}.",
        "Write a later day, or correct “from”.",
    ),
    "period_order": _fixed(
        "bad-range",
        "The interviews would end on {value}, before they begin on {begin}.",
        "Write a later day, or correct “from”.",
    ),
    "posting_without_level": _fixed(
        "missing-key",
        "Some postings of this role name a level, and others do not.",
        "Write “level:” in each of them, so that scorecards know what to rate for. There are: {names}.",
    ),
    "open_posting": _fixed(
        "missing-key", "An open posting also needs {missing}.", "Add them, or write “status: closed”."
    ),
    "missing_level": _fixed(
        "missing-level",
        "The scale has no level {level}.",
        "Give each of the {highest} levels a number of its own, 1 to {highest}.",
    ),
    "beyond_scale": _fixed(
        "out-of-range",
        "There is no level {level}: the rating scale ends at level {highest}.",
        "Write a level from 1 to {highest}, or add levels to “rating_scale”.",
    ),
    "missing_anchor": _fixed(
        "missing-key",
        "The rating scale has {highest} levels; there is no anchor for level {level}.",
        "Add a line “{level}: …”.",
    ),
    "anchor_beyond_scale": _fixed(
        "unknown-key",
        "There is an anchor for level {level}, but the rating scale ends at level {highest}.",
        "Remove the anchor, or add levels to “rating_scale”.",
    ),
    "one_of": _one_of,
    "no_working_day": _fixed(
        "out-of-range", "The weekend has all seven days: no day is left to work on.", "Name the days off alone."
    ),
    "unknown_level": _unknown_level,
    "row_length": _row_length,
    "series_length": _series_length,
    "repeated_table": _repeated_table,
    "unknown_sample_question": _unknown_sample_question,
    "multiple_of": _fixed(
        "out-of-range", "“{key}” is {input}; only whole and half points are given.", "Write another number."
    ),
}
