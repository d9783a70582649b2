"""Rules about sizing: ratios lie within their ranges, and examples say how much there is of everything."""

from __future__ import annotations

from collections.abc import Iterator

from rolebook.kit import Kit
from rolebook.kit.sizing import Share
from rolebook.problem import Finding, Path


def ratio_range(kit: Kit) -> Iterator[Finding]:
    """Find a ratio that lies outside its own range."""
    sizing = kit.function.sizing
    if sizing is None:
        return
    shares: list[tuple[Path, Share]] = [(("ratios", index), ratio) for index, ratio in enumerate(sizing.ratios)]
    if sizing.leading is not None:
        shares.append((("leading",), sizing.leading))
    for path, share in shares:
        if not share.at_least <= share.one_for <= share.at_most:
            yield Finding(
                ("function", "sizing", *path, "one_for"),
                f"{share.one_for} is not between {share.at_least} and {share.at_most}.",
                "Change “one_for”, or the range from “at_least” to “at_most”.",
            )


def sizing_example(kit: Kit) -> Iterator[Finding]:
    """Find an example of a company that does not say how many of something it has."""
    sizing = kit.function.sizing
    if sizing is None:
        return
    for index, example in enumerate(sizing.examples):
        missing = [quantity.id for quantity in sizing.quantities if quantity.id not in example.quantities]
        if missing:
            yield Finding(
                ("function", "sizing", "examples", index, "quantities"),
                f"This example does not say how many it has of {', '.join(f'“{name}”' for name in missing)}.",
                "Give a number for each quantity; 0 if there is none.",
            )
