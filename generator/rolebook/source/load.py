"""Reading a kit: the one way from a file to a `Kit`."""

from __future__ import annotations

import gc
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial
from itertools import chain, islice
from pathlib import Path as FilePath
from stat import S_ISDIR, S_ISREG
from typing import Any, Final

from pydantic import ValidationError

from rolebook import moment
from rolebook.kit import Kit
from rolebook.kit.references import ValidationContext
from rolebook.kit.roles import Role
from rolebook.problem import Finding, Path, Problem, Severity
from rolebook.source import declarations, inheritance, mistakes, postings, renames, repetitions, wording
from rolebook.source.compose import MAX_BYTES, DuplicateKey, NotReadableError, NotYamlError, compose
from rolebook.source.misread import misread
from rolebook.source.nodes import Node
from rolebook.source.profiles import with_shipped
from rolebook.source.shape import all_keys
from rolebook.source.slips import slips

MAX_PROBLEMS: Final = 1_000
"""Problems that are shown of one file: as many as anybody would read."""
MANY_ERRORS: Final = 20_000
"""Mistakes of form whose details are all looked at."""
FIRST_ITEMS: Final = 25
"""Items of each list that are looked at where there are more mistakes than that."""
LONGEST_CYCLE: Final = 20
"""Roles of a cycle that are named."""


@dataclass(frozen=True)
class Loaded:
    """The result of reading a file: a kit, or the problems that kept it from being one.

    Attributes:
        file: The file's name as it was given.
        kit: The kit, or None when there are problems.
        problems: Everything that is wrong, in the order of the file.
        root: The file's tree, for positions; None when it is no YAML.
        text: What the file says, for showing an offending line.
        misread: What YAML reads otherwise than it was typed, by the codes of rules (`source.misread`).
    """

    file: str
    kit: Kit | None
    problems: tuple[Problem, ...]
    root: Node | None
    text: str
    misread: Mapping[str, Sequence[Finding]] = field(default_factory=dict)

    def problem(self, finding: Finding, code: str, severity: Severity) -> Problem:
        """Return the problem that a rule's finding is, at its place in the file."""
        line, column = finding.place or self._place(finding.path)
        lines = dict.fromkeys(str(self._place(path)[0]) for path in finding.places)
        where = f"Line{'s' * (len(lines) > 1)} {', '.join(lines)} and so on." if lines else ""
        return Problem(self.file, line, column, code, finding.message, f"{finding.hint} {where}".strip(), severity)

    def _place(self, path: Path) -> tuple[int, int]:
        return self.root.locate(path) if self.root else (1, 1)


def load(path: FilePath, today: date | None = None) -> Loaded:
    """Read a kit from a file, and find every problem of form in it.

    Never raises for what the file holds, is, or lacks: whatever keeps it from being a kit is a problem.

    Args:
        path: The file.
        today: The day that decides which postings are open; None for the present one.
    """
    here = FilePath.cwd()
    file = str(path.relative_to(here) if path.is_relative_to(here) else path)
    text = ""
    try:
        text = _read(path)
        with _no_garbage_collection():
            return _load(file, text, path.parent, today or moment.today())
    except NotYamlError:
        problems = tuple(Problem(file, *slip[:2], "not-yaml", *slip[2:]) for slip in slips(text, all_keys()))
    except NotReadableError as error:
        problems = (Problem(file, error.line, error.column, error.code, error.message, error.hint),)
    return Loaded(file, None, problems, None, text)


def _read(path: FilePath) -> str:
    try:
        mode = path.stat().st_mode
        if S_ISDIR(mode):
            raise NotReadableError("not-readable", "This is a folder.", f"Name the file in it: {path / 'roles.yaml'}.")
        if not S_ISREG(mode):  # a pipe may never say anything, and a device never end
            hint = "Save the kit as a file, and name that."
            raise NotReadableError("not-readable", "This is a pipe or a device, not a file.", hint)
        with path.open("rb") as file:
            content = file.read(MAX_BYTES + 1)
        if len(content) > MAX_BYTES:
            raise NotReadableError("too-large", f"The file is larger than {MAX_BYTES // 2**20} MB.", "Split the kit.")
        return content.decode("utf-8-sig")
    except FileNotFoundError:
        raise NotReadableError(
            "no-file",
            "There is no such file.",
            "Name a kit's file or its folder; `rolebook init my-kit` writes a new one.",
        ) from None
    except UnicodeDecodeError as error:
        lines = error.object[: error.start].split(b"\n")
        raise NotReadableError(
            "not-text",
            "The file is not UTF-8 text.",
            "Save it as UTF-8 in your editor.",
            len(lines),
            len(lines[-1]) + 1,
        ) from None
    except (OSError, ValueError) as error:  # ValueError: a name with NUL
        said = error.strerror if isinstance(error, OSError) else str(error)
        raise NotReadableError("not-readable", f"The file cannot be read: {said}.", "") from None


@contextmanager
def _no_garbage_collection() -> Iterator[None]:
    """Pause garbage collection: it takes two thirds of the time of reading a large kit, and finds nothing."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def _load(file: str, text: str, folder: FilePath, today: date) -> Loaded:
    root, noticed = compose(text)
    cycles = inheritance.inherit(root)
    known, twice = declarations.collect(root)
    known = replace(known, folder=folder, today=today)
    kit, error = _validated(root, known)
    form = mistakes.Form(file, text, root, known)
    every = chain(
        (_duplicate_key(file, duplicate) for duplicate in noticed.duplicates if not _is_thousands(duplicate)),
        (_extends_cycle(file, cycle) for cycle in cycles),
        _languages_twice(file, root),
        postings.problems(file, root),
        renames.problems(file, root),
        repetitions.problems(file, root),
        form.problems(error, twice),
    )
    problems = tuple(sorted(set(islice(every, MAX_PROBLEMS))))
    more = next(every, None)
    if more is not None:
        said = f"There are more than these {len(problems):,} problems."
        problems += (
            Problem(file, *root.locate(()), "more-problems", said, "Correct the first ones, and check again."),
        )
    if problems or kit is None:
        return Loaded(file, None, problems, root, text)
    return Loaded(file, kit, (), root, text, misread(text, root, noticed.odd))


def _is_thousands(twice: DuplicateKey) -> bool:
    """Tell whether a key is the end of a number such as 48,000, of which validation says more."""
    return len(twice.key) == 3 and twice.key.isdigit()


def _duplicate_key(file: str, twice: DuplicateKey) -> Problem:
    return Problem(
        file, twice.line, twice.column, "duplicate-key",
        f"“{wording.shown(twice.key)}” appears here a second time; the first is on line {twice.first_line}.",
        "If this begins another item of the list, it needs a dash in front: “- id: …”. Otherwise remove one of the two."
        if twice.key == "id" else "Remove one of the two, or join them.",
    )  # fmt: skip


def _extends_cycle(file: str, cycle: inheritance.Cycle) -> Problem:
    shown = cycle.names if len(cycle.names) <= LONGEST_CYCLE else (*cycle.names[: LONGEST_CYCLE - 1], "…")
    said = f"These roles extend each other in a circle: {' → '.join(shown)}."
    if len(cycle.names) == 2:
        said = f"The role “{wording.shown(cycle.names[0])}” extends itself."
    return Problem(
        file, cycle.node.line, cycle.node.column, "extends-cycle", said,
        "Name another role, or remove “extends”." if len(cycle.names) == 2 else
        "Remove “extends” from one of them.",
    )  # fmt: skip


def _validated(root: Node, known: ValidationContext) -> tuple[Kit | None, ValidationError | None]:
    """Validate the tree: return the kit, or what keeps it from being one."""
    data = inheritance.data(root, partial(Role.model_validate, context=known))
    try:
        return with_shipped(Kit.model_validate(data, context=known)), None
    except ValidationError as error:
        found = error
    if found.error_count() > MANY_ERRORS:  # their details would fill the memory: look at the beginning of each list
        try:
            Kit.model_validate(_beginning(data), context=known)
        except ValidationError as error:
            found = error
    return None, found


def _beginning(data: Any) -> Any:
    """Cut each list of the data to its first items."""
    if isinstance(data, dict):
        return {key: _beginning(value) for key, value in data.items()}
    return [_beginning(item) for item in data[:FIRST_ITEMS]] if isinstance(data, list) else data


def _languages_twice(file: str, root: Node) -> Iterator[Problem]:
    seen: set[str] = set()
    for node, tag, _ in declarations.listed_languages(root):
        if tag in seen:
            yield Problem(file, node.line, node.column, "duplicate-id", f"“{tag}” is listed twice.", "Remove one.")
        seen.add(tag)
