"""Reading a kit: the one way from a file to a `Kit`."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path as FilePath
from typing import Any

from pydantic import BaseModel, ValidationError

from generator.kit import Kit
from generator.kit.names import Names
from generator.problem import Finding, Path, Problem, Severity
from generator.source import inheritance, names, postings, wording
from generator.source.nodes import MAX_BYTES, Node, NotReadableError, compose
from generator.source.profiles import with_shipped


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
        line, column = self.root.locate(finding.path) if self.root else (1, 1)
        return Problem(self.file, line, column, code, finding.message, finding.hint, severity)


def load(path: FilePath) -> Loaded:
    """Read a kit from a file, and find every problem of form in it.

    Never raises for what the file holds, is, or lacks: whatever keeps it from being a kit is a problem.
    """
    here = FilePath.cwd()
    file = str(path.relative_to(here) if path.is_relative_to(here) else path)
    try:
        text = _read(path)
        with _no_garbage_collection():
            return _load(file, text)
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


def _load(file: str, text: str) -> Loaded:
    root, duplicates = compose(text)
    problems = [
        Problem(
            file, twice.line, twice.column, "duplicate-key",
            f"“{twice.key}” stands here a second time; the first is on line {twice.first_line}.",
            "Remove one of the two, or join them.",
        )
        for twice in duplicates
    ]  # fmt: skip
    for cycle in inheritance.inherit(root):
        problems.append(
            Problem(
                file, cycle.node.line, cycle.node.column, "extends-cycle",
                f"These roles extend each other in a circle: {' → '.join(cycle.names)}.",
                "Take “extends” away from one of them.",
            )
        )  # fmt: skip
    known, twice_declared = names.collect(root)
    for again in twice_declared:
        problems.append(
            Problem(
                file, again.node.line, again.node.column, "duplicate-id",
                f"The {wording.noun(again.collection)} “{again.name}” is declared a second time; the first is on "
                f"line {again.first_line}.",
                "Give one of the two another id.",
            )
        )  # fmt: skip
    problems.extend(_unknown_languages(file, root))
    problems.extend(postings.problems(file, root))
    kit: Kit | None = None
    try:
        kit = with_shipped(Kit.model_validate(root.data(), context=known))
    except ValidationError as error:
        problems.extend(_validation_problems(file, root, error, known))
    unique = tuple(sorted(set(problems)))
    return Loaded(file, None if unique else kit, unique, root, text)


def _unknown_languages(file: str, root: Node) -> Iterator[Problem]:
    about = root.child("kit")
    listed = about.child("languages") if about else None
    seen: set[str] = set()
    for node in listed.items() if listed else []:
        tag = node.text()
        if tag is None:
            continue
        if tag in seen:
            yield Problem(file, node.line, node.column, "duplicate-id", f"“{tag}” is listed twice.", "Remove one.")
        elif not names.known_language(tag):
            yield Problem(
                file, node.line, node.column, "unknown-language",
                f"“{tag}” is not a language tag.", "Write one like en, ar, fr or pt-BR.",
            )  # fmt: skip
        seen.add(tag)


def _validation_problems(file: str, root: Node, error: ValidationError, known: Names) -> Iterator[Problem]:
    details = error.errors(include_url=False)
    inside = {detail["loc"][:length] for detail in details for length in range(len(detail["loc"]))}
    for detail in details:
        path: Path = detail["loc"]
        if path and not known.languages and detail["type"] == "missing_translation":
            continue
        if detail["type"] == "too_short" and path in inside:
            continue  # pydantic counts the items that are well formed: what is wrong is reported inside of them
        said = wording.words(detail, _siblings(path))
        line, column = root.locate(path, key=detail["type"] == "extra_forbidden")
        yield Problem(file, line, column, said.code, said.message, said.hint)


def _siblings(path: Path) -> tuple[str, ...]:
    """The keys that the model knows at the place of the last step of `path`."""
    model: Any = Kit
    for step in path[:-1]:
        if isinstance(step, int):
            continue
        field = _fields(model).get(str(step))
        if field is None:
            return ()
        model = field
    return tuple(_fields(model))


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
