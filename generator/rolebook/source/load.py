"""Reading a kit: the one way from a file to a `Kit`."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import cache, partial
from itertools import chain, islice
from pathlib import Path as FilePath
from typing import Any, Final

from pydantic import BaseModel, ValidationError

from rolebook.kit import Kit
from rolebook.kit.names import Names
from rolebook.kit.roles import Role
from rolebook.problem import Finding, Path, Problem, Severity
from rolebook.source import inheritance, names, postings, renames, wording
from rolebook.source.compose import MAX_BYTES, DuplicateKey, NotReadableError, compose
from rolebook.source.nodes import Node
from rolebook.source.profiles import with_shipped

MAX_PROBLEMS: Final = 1_000
"""Problems that are shown of one file: as many as anybody would read."""
MANY_ERRORS: Final = 20_000
"""Mistakes of form whose details are all looked at."""
FIRST_ITEMS: Final = 25
"""Items of each list that are looked at where there are more mistakes than that."""
COMPARISONS: Final = 60_000
"""Ids that unknown ones are compared with, all together, to suggest what was meant: about a second's work."""
LONGEST_CYCLE: Final = 20
"""Roles of a cycle that are named."""


@dataclass(frozen=True)
class Loaded:
    """What reading a file gave: a kit, or the problems that kept it from being one.

    Attributes:
        file: The file's name as it was given.
        kit: The kit, or None when there are problems.
        problems: Everything that is wrong, in the order of the file.
        root: The file's tree, for positions; None when it is no YAML.
        text: What the file says, for showing an offending line.
    """

    file: str
    kit: Kit | None
    problems: tuple[Problem, ...]
    root: Node | None
    text: str

    def problem(self, finding: Finding, code: str, severity: Severity) -> Problem:
        """The problem that a rule's finding is, at its place in the file."""
        line, column = self._place(finding.path)
        lines = dict.fromkeys(str(self._place(path)[0]) for path in finding.places)
        where = f"Line{'s' * (len(lines) > 1)} {', '.join(lines)} and so on." if lines else ""
        return Problem(self.file, line, column, code, finding.message, f"{finding.hint} {where}".strip(), severity)

    def _place(self, path: Path) -> tuple[int, int]:
        return self.root.locate(path) if self.root else (1, 1)


def load(path: FilePath) -> Loaded:
    """Read a kit from a file, and find every problem of form in it.

    Never raises for what the file holds, is, or lacks: whatever keeps it from being a kit is a problem.
    """
    here = FilePath.cwd()
    file = str(path.relative_to(here) if path.is_relative_to(here) else path)
    try:
        text = _read(path)
        with _no_garbage_collection():
            return _load(file, text, path.parent)
    except NotReadableError as error:
        problem = Problem(file, error.line, error.column, error.code, error.message, error.hint)
        return Loaded(file, None, (problem,), None, "")


def _read(path: FilePath) -> str:
    try:
        if path.stat().st_size > MAX_BYTES:
            raise NotReadableError("too-large", f"The file is larger than {MAX_BYTES // 2**20} MB.", "Split the kit.")
        return path.read_bytes().decode("utf-8-sig")
    except FileNotFoundError:
        raise NotReadableError("no-file", "There is no such file.", "Name a kit's file, like roles.yaml.") from None
    except UnicodeDecodeError as error:
        lines = error.object[: error.start].split(b"\n")
        raise NotReadableError(
            "not-text",
            "The file is not UTF-8 text.",
            "Save it as UTF-8 in your editor.",
            len(lines),
            len(lines[-1]) + 1,
        ) from None
    except OSError as error:
        raise NotReadableError("not-readable", f"The file cannot be read: {error.strerror}.", "") from None


@contextmanager
def _no_garbage_collection() -> Iterator[None]:
    """Two thirds of the time of reading a large kit is the collector looking at what is all still in use."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def _load(file: str, text: str, folder: FilePath) -> Loaded:
    root, duplicates = compose(text)
    cycles = inheritance.inherit(root)
    known, twice = names.collect(root)
    known = replace(known, folder=folder)
    kit, mistakes = _validated(file, root, known)
    every = chain(
        (_duplicate_key(file, one) for one in duplicates),
        (_extends_cycle(file, one) for one in cycles),
        (_declared_twice(file, one) for one in twice),
        _languages_twice(file, root),
        postings.problems(file, root),
        renames.problems(file, root),
        mistakes,
    )
    problems = tuple(sorted(set(islice(every, MAX_PROBLEMS))))
    more = next(every, None)
    if more is not None:
        said = f"There are more than these {len(problems):,} problems."
        problems += (Problem(file, *root.locate(()), "more-problems", said, "Mend the first ones, and check again."),)
    return Loaded(file, None if problems else kit, problems, root, text)


def _duplicate_key(file: str, twice: DuplicateKey) -> Problem:
    return Problem(
        file, twice.line, twice.column, "duplicate-key",
        f"“{twice.key[:wording.LONGEST]}” stands here a second time; the first is on line {twice.first_line}.",
        "Remove one of the two, or join them.",
    )  # fmt: skip


def _extends_cycle(file: str, cycle: inheritance.Cycle) -> Problem:
    shown = cycle.names if len(cycle.names) <= LONGEST_CYCLE else (*cycle.names[: LONGEST_CYCLE - 1], "…")
    return Problem(
        file, cycle.node.line, cycle.node.column, "extends-cycle",
        f"These roles extend each other in a circle: {' → '.join(shown)}.",
        "Take “extends” away from one of them.",
    )  # fmt: skip


def _declared_twice(file: str, again: names.Twice) -> Problem:
    return Problem(
        file, again.node.line, again.node.column, "duplicate-id",
        f"The {wording.noun(again.collection)} “{again.name[:wording.LONGEST]}” is declared a second time; the first "
        f"is on line {again.first_line}.",
        "Give one of the two another id.",
    )  # fmt: skip


def _validated(file: str, root: Node, known: Names) -> tuple[Kit | None, Iterator[Problem]]:
    """The kit that the tree is, or None and what keeps it from being one."""
    data = inheritance.data(root, partial(Role.model_validate, context=known))
    try:
        return with_shipped(Kit.model_validate(data, context=known)), iter(())
    except ValidationError as error:
        found = error
    if found.error_count() > MANY_ERRORS:  # their details would fill the memory: look at the beginning of each list
        try:
            Kit.model_validate(_beginning(data), context=known)
        except ValidationError as error:
            found = error
    return None, _validation_problems(file, root, found, known)


def _beginning(data: Any) -> Any:
    """The data with each list cut to its first items."""
    if isinstance(data, dict):
        return {key: _beginning(value) for key, value in data.items()}
    return [_beginning(one) for one in data[:FIRST_ITEMS]] if isinstance(data, list) else data


def _languages_twice(file: str, root: Node) -> Iterator[Problem]:
    seen: set[str] = set()
    for node, tag, _ in names.listed_languages(root):
        if tag in seen:
            yield Problem(file, node.line, node.column, "duplicate-id", f"“{tag}” is listed twice.", "Remove one.")
        seen.add(tag)


def _validation_problems(file: str, root: Node, error: ValidationError, known: Names) -> Iterator[Problem]:
    details = error.errors(include_url=False)
    inside = {detail["loc"][:length] for detail in details for length in range(len(detail["loc"]))}
    comparisons = COMPARISONS
    for detail in details:
        path: Path = detail["loc"]
        if path and not known.languages and detail["type"] == "missing_translation":
            continue
        if detail["type"] == "too_short" and path in inside:
            continue  # pydantic counts the items that are well formed: what is wrong is reported inside of them
        near: tuple[str, ...] = ()
        if detail["type"] == "extra_forbidden":
            near = _siblings(tuple(step for step in path if isinstance(step, str)))
        elif detail["type"] == "unknown_reference" and comparisons > 0:
            near = tuple(sorted(known.ids.get(detail["ctx"]["collection"], ())))
            comparisons -= len(near)
        said = wording.words(detail, near)
        line, column = root.locate(path, key=detail["type"] == "extra_forbidden")
        yield Problem(file, line, column, said.code, said.message, said.hint)


@cache
def _siblings(keys: tuple[str, ...]) -> tuple[str, ...]:
    """The keys that the model knows at the place of the last of `keys`, which lead there from the kit on."""
    model: Any = Kit
    for step in keys[:-1]:
        field = _fields(model).get(step)
        if field is None:
            return ()
        model = field
    return tuple(_fields(model))


@cache
def _fields(model: Any) -> dict[str, Any]:
    """The keys of a model and, for each, the model inside its type, if there is one."""
    if not (isinstance(model, type) and issubclass(model, BaseModel)):
        return {}
    return {field.alias or name: _inner_model(field.annotation) for name, field in model.model_fields.items()}


def _inner_model(annotation: Any) -> Any:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    for argument in getattr(annotation, "__args__", ()):
        inner = _inner_model(argument)
        if inner is not None:
            return inner
    return None
