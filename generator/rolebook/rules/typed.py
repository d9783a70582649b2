"""Rules about what was typed and reads otherwise to YAML. `source.misread` finds it, for the kit does not know it."""

from __future__ import annotations

from collections.abc import Iterator

from rolebook.kit import Kit
from rolebook.problem import Finding


def text_cut_off(kit: Kit) -> Iterator[Finding]:
    """A text that ends before a #, or whose first word is taken for a name: the rest is shown to nobody."""
    return iter(())


def stray_quotes(kit: Kit) -> Iterator[Finding]:
    """A text in curly quotes, or with a quote at its end alone: readers would see them."""
    return iter(())


def pay_thousands(kit: Kit) -> Iterator[Finding]:
    """Pay with a point before three digits, such as 48.000: it would be published as 48."""
    return iter(())
