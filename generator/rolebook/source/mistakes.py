"""Mistakes of form: the errors of validation become problems, causes before what follows from them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from rolebook import tags
from rolebook.kit.references import ValidationContext
from rolebook.problem import Path, Problem
from rolebook.source import causes, wording
from rolebook.source.declarations import Duplicate, listed_languages
from rolebook.source.nodes import Node
from rolebook.source.shape import keys_at
from rolebook.source.slips import begins_with_wide_blanks, wide_blanks
from rolebook.source.slips.parts import lines_of

COMPARISONS: Final = 60_000
"""Ids that unknown ones are compared with, all together, to suggest what was meant: about a second's work."""

FEW: Final = 5
"""Texts in a language that is not listed, up to which each of them is taken for the mistake."""


def _is_in_another_language(detail: ErrorDetails) -> bool:
    """Tell whether a text has words in a language, well named, that the kit does not list."""
    return detail["type"] == "unknown_language" and all(map(tags.is_known, detail["ctx"]["unknown"].split(", ")))


def _untagged(detail: ErrorDetails) -> ErrorDetails:
    """Remove from an error's path what names the sort of a value that may be of several, such as “(number)”."""
    path = tuple(step for step in detail["loc"] if not (isinstance(step, str) and step.startswith("(")))
    return {**detail, "loc": path}


@dataclass(frozen=True)
class Form:
    """A file's text and tree, and the names that it declares, for telling what is wrong with its form."""

    file: str
    text: str
    root: Node
    known: ValidationContext

    def problems(self, error: ValidationError | None, twice: Sequence[Duplicate]) -> Iterator[Problem]:
        """Yield the problems of what validation found, and of the ids that are declared twice.

        Args:
            error: What validation raised, or None.
            twice: The ids that are declared twice.
        """
        if error is None and not twice:
            return
        details = [_untagged(detail) for detail in error.errors(include_url=False)] if error else []
        unknown_keys = [str(detail["loc"][-1]) for detail in details if detail["type"] == "extra_forbidden"]
        if any(map(begins_with_wide_blanks, unknown_keys)):  # the line belongs elsewhere: all else may follow from that
            for slip in wide_blanks(self.text):
                yield Problem(self.file, slip.line, slip.column, "not-yaml", slip.message, slip.hint)
            return
        told = [detail for detail in causes.caused(details, self.root) if self._counts(detail)]
        references = [detail for detail in told if detail["type"] == "unknown_reference"]
        unknown = causes.unknown_ids(references, self.known, lambda detail: self._locate(detail["loc"]))
        explained = causes.renamed(twice, unknown)
        for index, again in enumerate(twice):
            problem = self._declared_twice(again)
            missing = explained.get(index)
            yield causes.with_renamed(problem, missing, wording.noun(again.collection)) if missing else problem
        inside = {detail["loc"][:length] for detail in details for length in range(len(detail["loc"]))}
        foreign = [detail for detail in told if _is_in_another_language(detail)]
        if len(foreign) > FEW:
            yield self._languages_left_out(foreign)
            folded = set(map(id, foreign))
            told = [detail for detail in told if id(detail) not in folded]
        for detail in told:
            if detail["type"] == "too_short" and detail["loc"] in inside:
                continue  # pydantic counts the items that are well formed: what is wrong is reported inside of them
            if detail["type"] != "unknown_reference":
                yield self._problem(detail)
        comparisons = COMPARISONS
        for unknown_id in unknown:
            if unknown_id not in explained.values():
                near = tuple(sorted(self.known.ids.get(unknown_id.collection, ()))) if comparisons > 0 else ()
                comparisons -= len(near)
                yield self._unknown_id(unknown_id, near)

    def _languages_left_out(self, details: Sequence[ErrorDetails]) -> Problem:
        """Find many texts in a language that the kit does not list: that it is not listed is the mistake."""
        named = sorted({tag for detail in details for tag in detail["ctx"]["unknown"].split(", ")})
        line, column = self.root.locate(("kit", "languages"))
        listed = ", ".join((*self.known.languages, *named))
        return Problem(
            self.file, line, column, "unknown-language",
            f"{len(details)} texts are in {' and '.join(named)}, which is not listed here.",
            f"Write “languages: [{listed}]”, or remove these texts.",
        )  # fmt: skip

    def _counts(self, detail: ErrorDetails) -> bool:
        """Tell whether to report an error: while a language's tag is misspelt, errors about languages mislead."""
        follows = detail["type"] in ("missing_translation", "unknown_language") or (
            detail["type"] == "language_tag" and detail["loc"][:2] != ("kit", "languages")
        )
        return not follows or self._languages_are_known

    @cached_property
    def _languages_are_known(self) -> bool:
        """Tell whether the kit lists its languages, all of them correctly."""
        listed = [tag for _, tag, _ in listed_languages(self.root)]
        return bool(listed) and all(map(tags.is_known, listed))

    def _declared_twice(self, again: Duplicate) -> Problem:
        return Problem(
            self.file, again.node.line, again.node.column, "duplicate-id",
            f"The {wording.noun(again.collection)} “{wording.shown(again.name)}” is declared a second time; the first "
            f"is on line {again.first_line}.",
            "Give one of the two another id.",
        )  # fmt: skip

    def _problem(self, detail: ErrorDetails) -> Problem:
        path: Path = detail["loc"]
        is_key = detail["type"] == "extra_forbidden"
        said = wording.words(detail, self._place(path, keys_at(path) if is_key else ()))
        at_key = is_key or bool(said.inside) or detail["type"] in ("too_short", "too_long")
        line, column = self._locate((*path, *said.inside), key=at_key)
        return Problem(self.file, line, column, said.code, said.message, said.hint)

    def _locate(self, path: Path, *, key: bool = False) -> tuple[int, int]:
        """Find the line and column of a value or, if told so or if pydantic names it, of its key."""
        is_key = path[-1:] == ("[key]",)
        return self.root.locate(path[:-1] if is_key else path, key=key or is_key)

    def _unknown_id(self, unknown: causes.Unknown, near: tuple[str, ...]) -> Problem:
        said = wording.words(unknown.detail, self._place(unknown.detail["loc"], near))
        hint = said.hint
        if unknown.detail["loc"][-1:] == ("extends",):
            hint += " What this role would take over is not looked at until then."
        line, column = unknown.places[0]
        return Problem(self.file, line, column, said.code, f"{said.message}{unknown.others}", hint)

    def _place(self, path: Path, near: tuple[str, ...]) -> wording.Place:
        line, column = self._locate(path)
        typed = self._lines[line - 1][column - 1 :] if line <= len(self._lines) else ""
        there = self.root.existing(path)
        key = there[-1] if there and isinstance(there[-1], str) else ""
        return wording.Place(key, near, self.known.languages, typed)

    @cached_property
    def _lines(self) -> list[str]:
        return lines_of(self.text)
