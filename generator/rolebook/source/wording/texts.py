"""The wording for texts by language: missing, empty, cut off by a comma, or no text at all."""

from __future__ import annotations

import re
from typing import Any, Final

from pydantic_core import ErrorDetails

from rolebook import tags
from rolebook.source.wording.place import Place, Words, closest, found, line, quote, shown

_FORM: Final = "…"


def _braces(languages: tuple[str, ...]) -> str:
    return "{" + ", ".join(f'{tag}: "{_FORM}"' for tag in languages) + "}"


def missing_translation(error: ErrorDetails, ctx: dict[str, Any], place: Place) -> Words:
    """Describe a language of the kit in which a text is not said."""
    missing = str(ctx["missing"]).split(", ")
    message = f"This text is missing in: {ctx['missing']}."
    if isinstance(error["input"], str):
        first = place.languages[0] if place.languages else "en"
        others = "".join(f", {tag}: {quote(_FORM)}" for tag in missing)
        said = error["input"] if len(error["input"]) <= 60 and '"' not in error["input"] else _FORM
        whole = f"{{{first}: {quote(said)}{others}}}"
        hint = f"Write {line(place.key, whole)}."
    elif place.in_braces:
        inside = ", ".join(f"{tag}: {quote(_FORM)}" for tag in missing)
        whole = ", ".join(f"{tag}: {quote(_FORM)}" for tag in (*map(str, error["input"]), *missing))
        hint = f"Add “{inside}” inside the braces: “{{{whole}}}”."
    else:
        wanted = " and ".join(f"“{tag}: {_FORM}”" for tag in missing)
        hint = f"Add {'a line' if len(missing) == 1 else 'lines'} {wanted} below the other languages."
    if missing[0] in place.languages[1:]:  # the first language is never a draft
        draft = f"“{{tag: {missing[0]}, draft: true}}” under kit.languages"
        hint += f" To see the pages without it, make {missing[0]} a draft: {draft}."
    return Words("missing-translation", message, hint)


def unknown_language(error: ErrorDetails, ctx: dict[str, Any], place: Place) -> Words:
    """Describe a key of a text that is no language of the kit."""
    data = error["input"]
    key = next((str(tag) for tag in data if tag not in place.languages), "") if isinstance(data, dict) else ""
    squeezed = re.fullmatch(r"([\w-]+):(.+)", key)
    if squeezed and squeezed[1] in place.languages:
        fixed = f"{squeezed[1]}: {squeezed[2]}"
        return Words("not-yaml", f"A space is missing behind “{squeezed[1]}:”.", f"Write “{shown(fixed)}”.", (key,))
    if not re.match(tags.PATTERN, key):
        meant = closest(key.lower(), place.languages, 0.6)
        if meant:
            message = f"“{shown(key)}” is not a language tag."
            return Words("unknown-language", message, f"Did you mean “{meant}”?", (key,))
        whole = f"{key}: {data[key]}" if isinstance(data.get(key), str) else f"{key}: {_FORM}"
        return Words(
            "needs-quotes",
            f"“{shown(key)}” is read as a language here, since “: ” follows it.",
            f"A text with “: ” in it has to stand in double quotes: “{quote(shown(whole))}”.",
            (key,),
        )
    listed = ", ".join(place.languages)
    return Words(
        "unknown-language",
        f"The kit does not name the language {shown(key)}.",
        f"It names: {listed}. Add “{shown(key)}” under kit.languages, or remove this text.",
        (key,),
    )


def no_text(error: ErrorDetails, ctx: dict[str, Any], place: Place) -> Words:
    """Describe something else where a text is expected."""
    value = error["input"]
    if value is None:
        what = f"“{place.key}” is empty." if place.key else "This text is empty."
        return Words("empty-text", what, f"Write {line(place.key, _braces(place.languages))}, or remove the line.")
    message = f"Expected text, or text by language, but this is {found(value)}."
    if isinstance(value, list):
        return Words("wrong-type", message, f"Write {line(place.key, _braces(place.languages))}.")
    return Words("wrong-type", message, f"Put it in double quotes: {line(place.key, quote(place.word or value))}.")


def no_text_in_language(error: ErrorDetails, ctx: dict[str, Any], place: Place) -> Words:
    """Describe something else where the words of one language are expected."""
    language, data = str(ctx["language"]), error["input"]
    key = next((tag for tag in data if str(tag) == language), language)
    value = data[key]
    if language not in place.languages and value is None:
        return _cut_at_a_comma(str(key), data, place)
    if value is None:
        hint = f"Write it: {line(language, quote(_FORM))}."
        return Words("empty-text", f"The text in “{language}” is empty.", hint, (language,))
    typed = str(value).lower() if isinstance(value, bool) else value
    if isinstance(value, dict | list):
        return Words(
            "wrong-type",
            f"The text in “{language}” is {found(value)} instead of text.",
            f"Put it in double quotes: {line(language, quote(_FORM))}.",
            (language,),
        )
    return Words(
        "wrong-type",
        f"The text in “{language}” is read as {found(value)}, not as text.",
        f"Put it in double quotes: {line(language, quote(typed))}.",
        (language,),
    )


def _cut_at_a_comma(key: str, data: dict[str, Any], place: Place) -> Words:
    """Describe a text cut off by a comma: in {…} it ends the text, and what follows is read as the next key."""
    squeezed = re.fullmatch(r"([\w-]+):(.+)", key)
    if squeezed and squeezed[1] in place.languages:
        fixed = f"{squeezed[1]}: {squeezed[2]}"
        return Words("not-yaml", f"A space is missing behind “{squeezed[1]}:”.", f"Write “{shown(fixed)}”.", (key,))
    before = ""
    whole: list[str] = []
    for tag, value in data.items():
        if value is not None:
            before, whole = str(tag), [str(value)]
        elif before:
            whole.append(str(tag))
        if str(tag) == key:
            break
    text = re.sub(r'["“”]', "", ", ".join(whole))
    return Words(
        "needs-quotes",
        f"The text in “{before}” ends at the comma: “{shown(key)}” is not part of it."
        if before
        else f"“{shown(key)}” is read as a key here.",
        "In braces, a text with a comma in it has to stand in double quotes as a whole: "
        f"{line(before or place.languages[0], quote(shown(text) if before else _FORM))}.",
        (key,),
    )


def empty_text(error: ErrorDetails, ctx: dict[str, Any], place: Place) -> Words:
    """Describe a text without words."""
    language = str(ctx.get("language", ""))
    if language:
        hint = f"Write it: {line(language, quote(_FORM))}; or remove it, if the language is a draft."
        return Words("empty-text", f"The text in “{language}” is empty.", hint, (language,))
    return Words("empty-text", "This text is empty.", "Write the text, or remove the line.")


def forbidden_character(error: ErrorDetails, ctx: dict[str, Any], place: Place) -> Words:
    """Describe a text with a character that cannot be seen, and changes how it reads."""
    language = str(ctx.get("language", ""))
    text = f"The text in “{language}”" if language else "This text"
    return Words(
        "forbidden-character",
        f"{text} holds the invisible character {ctx['name']}.",
        "Delete it: retype the text by hand instead of pasting it.",
        (language,) if language else (),
    )


def unknown_field(error: ErrorDetails, ctx: dict[str, Any], place: Place) -> Words:
    """Describe a field of a message, in braces, that there is not."""
    language, name = str(ctx["language"]), str(ctx["name"])
    message = f"The text in “{language}” has the field “{{{shown(name)}}}”, which is not known."
    names = tuple(ctx["names"])
    meant = closest(name.strip().lower().replace(" ", "_").replace("-", "_"), names, 0.6)
    listed = ", ".join(f"{{{known}}}" for known in names)
    hint = f"Did you mean “{{{meant}}}”?" if meant else f"Fields are: {listed}."
    return Words("unknown-field", message, hint, _inside(error, language))


def lone_brace(error: ErrorDetails, ctx: dict[str, Any], place: Place) -> Words:
    """Describe a brace in a message that does not belong to a field."""
    language, brace = str(ctx["language"]), str(ctx["brace"])
    other = "}" if brace == "{" else "{"
    message = f"The text in “{language}” has “{brace}” without “{other}”."
    return Words("unknown-field", message, "Write fields as “{candidate}”.", _inside(error, language))


def _inside(error: ErrorDetails, language: str) -> tuple[str, ...]:
    """Return the way to the words in a language; a text that is not by language has none."""
    return (language,) if isinstance(error["input"], dict) else ()
