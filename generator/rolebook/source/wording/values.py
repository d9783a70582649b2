"""The wording for single values: numbers, dates, addresses, ids, codes and choices, with what to write instead."""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from typing import Any, Final

import pycountry
from babel.core import Locale
from pydantic_core import ErrorDetails

from rolebook.kit.references import FACT_PATTERN, ID_PATTERN
from rolebook.source.wording.place import Place, Say, Words, closest, found, line, quote, shown

_MONTHS: Final = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]


def wrong_type(expected: str) -> Say:
    """Describe a value of another type than its key takes."""

    def say(error: ErrorDetails, ctx: dict[str, Any], place: Place) -> Words:
        value = error["input"]
        if value is None and place.key:
            return Words("wrong-type", f"“{place.key}” is empty; expected {expected}.", "Write it, or remove the line.")
        return Words(
            "wrong-type", f"Expected {expected}, but this is {found(value)}.", _instead(expected, value, place)
        )

    return say


def _instead(expected: str, value: object, place: Place) -> str:
    """Return what to write instead, where that can be told."""
    typed = place.word
    if expected == "text" and isinstance(value, int | float):
        return f"Put it in double quotes: {line(place.key, quote(typed or value))}."
    if expected == "a list" and isinstance(value, str):
        items = [item.strip(" \"'") for item in re.split("[,،;؛]", value) if item.strip(" \"'")]
        listed = f"[{', '.join(items)}]"
        return f"Write it in square brackets: {line(place.key, shown(listed))}."
    if expected == "a list":
        return "Begin each item on a line of its own, with a dash and a space: “- …”."
    if expected == "a mapping":
        return f"Write keys and values below “{place.key}:”, each on a line of its own." if place.key else ""
    if expected == "true or false":
        return f"Write {line(place.key, 'true')} or {line(place.key, 'false')}, without quotes."
    if "number" in expected:
        return _number(value, place, whole="whole" in expected)
    return ""


def _number(value: object, place: Place, *, whole: bool) -> str:
    """Return the number that a text means, such as "3", 48,000 or 45 min."""
    if isinstance(value, float) and whole:
        return f"Write it without a point: {line(place.key, f'{value:.0f}')}."
    if not isinstance(value, str):
        return f"Write a number, as in {line(place.key, '3')}."
    text = value.strip()
    figure = figures(text)
    if figure is None:
        return f"Write a number, as in {line(place.key, '3')}."
    if text == figure:
        return f"Remove the quotes: {line(place.key, figure)}."
    return f"Write the figures alone: {line(place.key, figure)}."


def figures(text: str) -> str | None:
    """Return the number in a text as YAML writes it: 48000 for “48,000” and “٤٨٠٠٠”, 48000.50 for “48.000,50 €”."""
    found_number = re.search(r"\d(?:[\d.,'’٬٫\u00a0 _]*\d)?", text)
    if not found_number or re.search(r"\d", text[found_number.end() :]):
        return None
    number = "".join(str(int(digit)) if digit.isdecimal() else digit for digit in found_number.group())
    whole, sign, rest = number, "", ""
    last = re.search(r"[.,٫](?=\d+$)", number)
    signs = set(re.findall(r"[.,'’٬٫]", number))
    if last and (len(number) - last.end() != 3 or (len(signs) > 1 and number.count(last.group()) == 1)):
        whole, sign, rest = number[: last.start()], ".", number[last.end() :]
    digits = re.sub(r"\D", "", whole)
    factor = "000" if re.match(r"\s*k\b", text[found_number.end() :], re.IGNORECASE) and not sign else ""
    return f"{digits}{factor}{sign}{rest}"


def out_of_range(error: ErrorDetails, ctx: dict[str, Any], place: Place) -> Words:
    """Describe a number beyond its limits."""
    key = f"“{place.key}”" if place.key else "This"
    limits = {"ge": "at least {}", "gt": "more than {}", "le": "at most {}"}
    said = next((words.format(f"{ctx[name]:g}") for name, words in limits.items() if name in ctx), "a plain number")
    return Words("out-of-range", f"{key} is {shown(error['input'])}; it has to be {said}.", "Write another number.")


def number_of_items(error: ErrorDetails, ctx: dict[str, Any], place: Place) -> Words:
    """Describe a list that is too short or too long."""
    few = error["type"] == "too_short"
    limit, actual = ctx["min_length" if few else "max_length"], ctx["actual_length"]
    key = f"“{place.key}”" if place.key else "This list"
    there = "there is none" if actual in (0, None) else f"there {'is' if actual == 1 else 'are'} {actual}"
    wanted = f"needs at least {limit}" if few else f"takes at most {limit}"
    return Words(
        "too-few" if few else "too-many",
        f"{key} {wanted} {'item' if limit == 1 else 'items'}; {there}.",
        "Add what is missing, each with “- ” before it." if few else "Remove some, or join them.",
    )


def no_date(error: ErrorDetails, ctx: dict[str, Any], place: Place) -> Words:
    """Describe something that is no date as the file writes them."""
    value = str(ctx["value"])
    days = dates(value)
    message = f"“{shown(value)}” is not a date."
    if re.fullmatch("[0-9]{4}-[0-9]{2}-[0-9]{2}", value):
        return Words("bad-date", f"There is no such day as {value}.", "Look at the month's last day.")
    if len(days) == 1:
        return Words("bad-date", message, f"Write year-month-day: {line(place.key, str(days[0]))}.")
    if days:
        said = " or ".join(f"“{day}” for {day.day} {day:%B}" for day in days)
        return Words("bad-date", message, f"Write year-month-day: {said}.")
    return Words("bad-date", message, "Write year-month-day, as in “2026-11-23”.")


def dates(text: str) -> list[date]:
    """Return the days that a text may mean, written in another way: 31.12.2026, 12/31/2026, 31 December 2026."""
    text = "".join(str(int(digit)) if digit.isdecimal() else digit for digit in text)
    named = re.fullmatch(r"(?:(\d{1,2})\.? )?([A-Za-z]{3})[a-z]*\.? ?(?:(\d{1,2}),? )?(\d{4})", text.strip())
    if named and named[2].lower() in _MONTHS and (named[1] or named[3]):
        return _days((int(named[4]), _MONTHS.index(named[2].lower()) + 1, int(named[1] or named[3])))
    numbers = re.findall(r"\d+", text)
    if len(numbers) != 3 or not re.fullmatch(r"\s*\d+\s*[./\s-]\s*\d+\s*[./\s-]\s*\d+\s*", text):
        return []
    if len(numbers[0]) == 4:
        return _days((int(numbers[0]), int(numbers[1]), int(numbers[2])))
    if len(numbers[2]) != 4:
        return []
    day, month, year = (int(number) for number in numbers)
    return _days((year, month, day)) if "." in text else _days((year, month, day), (year, day, month))


def _days(*wanted: tuple[int, int, int]) -> list[date]:
    days: dict[date, None] = {}
    for year, month, day in wanted:
        try:
            days[date(year, month, day)] = None
        except ValueError:
            continue
    return list(days)


def no_address(error: ErrorDetails, ctx: dict[str, Any], place: Place) -> Words:
    """Describe something that is no web address."""
    value = str(error["input"]).strip()
    if re.fullmatch(r"(?:www\.)?[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}(?:[/?#]\S*)?", value):
        hint = f"Write it with https:// in front: {line(place.key, f'https://{shown(value)}')}."
    else:
        hint = "Write it with https:// in front, as in “https://www.example.com/jobs”."
    if error["type"] == "url_scheme":
        return Words("bad-address", f"“{shown(value)}” does not begin with http:// or https://.", hint)
    return Words("bad-address", f"“{shown(value)}” is not a web address.", hint)


_PATTERNS: Final = {
    ID_PATTERN: ("bad-id", "id", "Use lower-case letters, digits and hyphens, as in “sales-planning”."),
    FACT_PATTERN: ("bad-id", "fact number", "Use one to three capital letters and digits, as in “F22”."),
}


def wrong_pattern(error: ErrorDetails, ctx: dict[str, Any], place: Place) -> Words:
    """Describe an id, a fact's number or a language tag that is not written as one."""
    value, (code, what, hint) = str(error["input"]), _PATTERNS[ctx["pattern"]]
    message = f"“{shown(value)[:80]}” is not a valid {what}."
    comma = _foreign_comma(value)
    if comma:
        return Words(code, *comma)
    parts = value.split()
    if ctx["pattern"] == ID_PATTERN and len(parts) > 1 and all(re.fullmatch(ID_PATTERN, part) for part in parts):
        one, several = "-".join(parts), ", ".join(parts)
        return Words(
            code, message, f"If these are several, a comma is missing between them: “{several}”. If it is one: “{one}”."
        )
    plain = value.strip(" “”„«»‘’\"'")
    if plain != value and re.fullmatch(ctx["pattern"], plain):
        return Words(code, message, f"Remove the quotes: {line(place.key, plain)}.")
    meant = _meant(plain, ctx["pattern"])
    return Words(code, message, f"{hint} Perhaps “{meant}”?" if meant else hint)


def _meant(value: str, pattern: str) -> str:
    """Return what comes near to a value and is written correctly."""
    if pattern == ID_PATTERN:
        meant = re.sub(r"[^a-z0-9]+", "-", value.lower()).strip("-")
        return meant if meant and len(meant) <= 60 and value.isascii() and "/" not in value else ""
    meant = re.sub(r"[^A-Z0-9]", "", value.upper())
    return meant if re.fullmatch(pattern, meant) else ""


def no_language(error: ErrorDetails, ctx: dict[str, Any], place: Place) -> Words:
    """Describe something that is no language tag that there is data for."""
    tag = str(ctx["tag"])
    comma = _foreign_comma(tag)
    if comma:
        return Words("unknown-language", *comma)
    by_name = _language_names().get(tag.strip(" “”„«»‘’\"'").lower())
    known = (by_name,) if by_name else tuple(ctx["known"])
    hint = f"Write {' or '.join(known)}." if known else "Write one like en, ar, fr or pt-BR."
    return Words("unknown-language", f"“{shown(tag)}” is not a language code that Rolebook knows.", hint)


def _foreign_comma(value: str) -> tuple[str, str] | None:
    """What is said of several items with another script's comma between them."""
    if not re.search("[،，、]", value):
        return None
    items = ", ".join(item.strip() for item in re.split("[،，、]", value))
    message = f"“{shown(value)}” has another script's comma in it; between two items there must be “,”."
    return message, f"Write “{shown(items)}”."


@cache
def _language_names() -> dict[str, str]:
    """Return the tags of languages by their English names, in lower case."""
    return {name.lower(): tag for tag, name in Locale("en").languages.items() if re.fullmatch("[a-z]{2,3}", tag)}


def no_choice(error: ErrorDetails, ctx: dict[str, Any], place: Place) -> Words:
    """Describe something that is not one of the choices."""
    value = str(error["input"])
    choices = re.findall(r"'([^']*)'", str(ctx["expected"]))
    meant = closest(value.lower().replace("_", "-").replace(" ", "-"), choices, 0.7)
    named = ", ".join(f"“{choice}”" for choice in choices[:-1])
    hint = f"Did you mean “{meant}”? " if meant else ""
    hint += f"Write {named} or “{choices[-1]}”." if named else f"Write “{choices[-1]}”."
    return Words("unknown-value", f"“{shown(value)}” is not one of the choices.", hint)


def no_country(error: ErrorDetails, ctx: dict[str, Any], place: Place) -> Words:
    """Describe something that is not a country's code."""
    usual = "Write its two capital letters (ISO 3166-1), as SA."
    return _code("unknown-country", "a country's", ctx, place, _country(str(ctx["value"])), usual)


def no_currency(error: ErrorDetails, ctx: dict[str, Any], place: Place) -> Words:
    """Describe something that is not a currency's code."""
    usual = "Write its three capital letters (ISO 4217), as SAR."
    return _code("unknown-currency", "a currency's", ctx, place, _currency(str(ctx["value"])), usual)


def _code(code: str, whose: str, ctx: dict[str, Any], place: Place, meant: str | None, usual: str) -> Words:
    hint = f"Write {line(place.key, meant)}." if meant else usual
    return Words(code, f"“{shown(ctx['value'])}” is not {whose} code.", hint)


def _country(value: str) -> str | None:
    meant = {"UK": "GB", "KSA": "SA", "UAE": "AE"}.get(value.upper().replace(".", ""))
    try:
        return meant or str(pycountry.countries.lookup(value).alpha_2)
    except LookupError:
        return None


def _currency(value: str) -> str | None:
    meant = {"€": "EUR", "EURO": "EUR", "$": "USD", "£": "GBP", "SR": "SAR", "DHS": "AED"}.get(value.upper())
    try:
        return meant or str(pycountry.currencies.lookup(value).alpha_3)
    except LookupError:
        return None
