"""Where work is done and what it pays: places, countries and currencies, by their ISO codes."""

from __future__ import annotations

from enum import StrEnum
from functools import cache
from typing import Annotated

import pycountry
from pydantic import AfterValidator, Field, ValidationInfo, field_validator
from pydantic_core import PydanticCustomError

from rolebook.kit.item import Part
from rolebook.kit.references import Id
from rolebook.kit.text import Plain, Text


@cache
def _countries() -> frozenset[str]:
    return frozenset(country.alpha_2 for country in pycountry.countries)


@cache
def _subdivisions() -> frozenset[str]:
    return frozenset(part.code for part in pycountry.subdivisions)


@cache
def _currencies() -> frozenset[str]:
    return frozenset(currency.alpha_3 for currency in pycountry.currencies)


def _country(value: str) -> str:
    if value not in _countries():
        raise PydanticCustomError("unknown_country", "{value}", {"value": value})
    return value


def _region(value: str) -> str:
    if value not in _countries() and value not in _subdivisions():
        raise PydanticCustomError("unknown_region", "{value}", {"value": value})
    return value


def _subdivision(value: str) -> str:
    if value not in _subdivisions():
        raise PydanticCustomError("unknown_region", "{value}", {"value": value})
    return value


def _currency(value: str) -> str:
    if value not in _currencies():
        raise PydanticCustomError("unknown_currency", "{value}", {"value": value})
    return value


Country = Annotated[str, AfterValidator(_country), Field(examples=["SA"])]
"""A country by its two letters in ISO 3166-1, as `SA`."""
Region = Annotated[str, AfterValidator(_region), Field(examples=["IT", "US-CO"])]
"""A country by its two letters in ISO 3166-1, or a part of one by its code in ISO 3166-2."""
Subdivision = Annotated[str, AfterValidator(_subdivision), Field(examples=["US-CO"])]
"""A part of a country by its code in ISO 3166-2, as `US-CO`."""
Currency = Annotated[str, AfterValidator(_currency), Field(examples=["SAR"])]
"""A currency by its three letters in ISO 4217, as `SAR`."""


class Place(Part):
    """An address, as much of it as is published."""

    id: Id
    """Its name, which never changes: job boards know the vacancy at this place by it."""
    city: Text
    """The city or town."""
    country: Country
    """The country, by its two letters in ISO 3166-1 (`SA`, `AE`, `DE`, `US`)."""
    region: Text | None = None
    """The province, emirate or state."""
    subdivision: Subdivision | None = None
    """Its code in ISO 3166-2 (`US-CO`), for laws of some states alone. Without it, any state's may hold."""
    postal_code: Plain | None = None
    """The postal code."""
    street: Text | None = None
    """Street and number."""


class PayUnit(StrEnum):
    """The time that pay is for."""

    HOUR = "hour"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"


Amount = Annotated[float, Field(gt=0, le=1e12, strict=True, examples=[48000])]


class PayRange(Part):
    """A range of pay, before tax."""

    currency: Currency
    """The currency, by its three letters in ISO 4217 (`SAR`, `AED`, `EUR`, `USD`)."""
    unit: PayUnit
    """What it is paid for: `hour`, `day`, `week`, `month` or `year`."""
    minimum: Amount
    """The lower end."""
    maximum: Amount
    """The upper end; the same as the lower one where there is no range."""

    @field_validator("maximum")
    @classmethod
    def _not_below_the_minimum(cls, value: float, info: ValidationInfo) -> float:
        minimum = info.data.get("minimum")
        if minimum is not None and value < minimum:
            raise PydanticCustomError("pay_range", "{maximum}", {"minimum": f"{minimum:g}", "maximum": f"{value:g}"})
        return value

    def is_like(self, other: PayRange) -> bool:
        """Tell whether the figures of two ranges can be compared: they are of one currency, for the same time."""
        return (self.currency, self.unit) == (other.currency, other.unit)


class Pay(PayRange):
    """What a vacancy pays: a range, before tax."""

    note: Text | None = None
    """What comes on top of it, or decides within it."""
