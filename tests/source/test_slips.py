"""What people mistype is told at its place, in plain words, with what to write instead, and nothing else beside it."""

from __future__ import annotations

from itertools import islice
from pathlib import Path

import pytest
from rolebook import report, rules
from rolebook.problem import Problem
from rolebook.source import load
from rolebook.source.load import Loaded
from rolebook.source.slips.guess import Guess, Scene, best, stopped
from rolebook.source.slips.parts import closing, parts

from tests.conftest import FIRST, SMALL
from tests.golden.test_golden import compare
from tests.source.slips import LEVEL, MARK, NOT_WHAT_WAS_TYPED, NOT_YAML, READ_BUT_WRONG, TEXT, TITLE, Slip, lines_of

EVERY = (*NOT_YAML, *READ_BUT_WRONG, *NOT_WHAT_WAS_TYPED)
CODES = {"text-cut-off", "stray-quotes", "pay-thousands", "pay-too-low"}
GOLDEN = Path(__file__).parent.parent / "golden" / "slips.txt"


def told(text: str, path: Path) -> tuple[Problem, ...]:
    """What is said of a kit's text: what is wrong, or, where it can be read, what reads otherwise than it was typed."""
    path.write_text(text, "utf-8")
    loaded = load(path)
    return loaded.problems or misread(loaded)


def misread(loaded: Loaded) -> tuple[Problem, ...]:
    assert loaded.kit is not None
    found = rules.findings(loaded.kit, misread=loaded.misread)
    return tuple(sorted(loaded.problem(one, rule.code, rule.severity) for rule, one in found if rule.code in CODES))


def typed(slip: Slip) -> tuple[str, int, int]:
    """The small kit with a slip, and where its mark has to stand: line and column."""
    assert slip.old in TEXT
    text = TEXT.replace(slip.old, slip.new, 1)
    assert text.count(MARK) == 1
    before = text[: text.index(MARK)]
    return text.replace(MARK, ""), before.count("\n") + 1, len(before) - before.rfind("\n")


@pytest.mark.parametrize("slip", EVERY, ids=lambda slip: slip.name)
def test_a_slip_is_told_at_its_place_and_alone(tmp_path: Path, slip: Slip) -> None:
    text, line, column = typed(slip)
    problems = told(text, tmp_path / "roles.yaml")
    assert len(problems) == 1, problems
    [problem] = problems
    assert (problem.line, problem.column) == (line, column), problem
    assert slip.said in problem.message
    assert slip.hint in problem.hint


@pytest.mark.parametrize("slip", NOT_YAML, ids=lambda slip: slip.name)
def test_no_word_of_the_parser_is_passed_on(tmp_path: Path, slip: Slip) -> None:
    [problem] = told(typed(slip)[0], tmp_path / "roles.yaml")
    for word in (
        "scanning",
        "parsing",
        "token",
        "expected",
        "block",
        "flow",
        "scalar",
        "mapping",
        "cannot be read from",
    ):
        assert word not in f"{problem.message} {problem.hint}"


@pytest.mark.slow
def test_every_slip_is_shown_with_its_line_and_a_mark(tmp_path: Path, request: pytest.FixtureRequest) -> None:
    """As `rolebook check` prints them, for review."""
    shown = []
    for slip in EVERY:
        text = typed(slip)[0]
        said = report.as_text(told(text, tmp_path / "roles.yaml"), {str(tmp_path / "roles.yaml"): text}).replace(
            str(tmp_path / "roles.yaml"), "roles.yaml"
        )
        assert any(line.endswith("^") for line in said.split("\n")), said
        shown.append(f"# {slip.name}\n{said}\n")
    compare(GOLDEN, "\n".join(shown), update=request.config.getoption("--update-golden"))


@pytest.mark.parametrize("path", [FIRST, SMALL], ids=["first", "small"])
def test_a_kit_without_slips_is_left_in_peace(path: Path) -> None:
    assert misread(load(path)) == ()


@pytest.mark.parametrize(
    "line",
    [
        'title: {en: "Baker #1", ar: "خ"} #1',
        "title: {en: Baker, ar: خ} # the union's name",
        'title: {en: "“Baker”", ar: "«خباز»"}',
        "title: {en: Reads “no” as an answer, ar: خ}",
        'title: {en: Screens of 27", ar: خ}',
        "title: {en: “Who are you?”, ar: «من أنت؟»}",
        "title: {en: &baker Baker, ar: *baker}",
        "title: {en: Bakes in C#, ar: خ}",
    ],
)
def test_what_is_meant_as_it_stands_is_left_in_peace(tmp_path: Path, line: str) -> None:
    assert told(TEXT.replace(TITLE, line), tmp_path / "roles.yaml") == ()


def test_a_quote_that_is_open_where_the_file_ends_is_closed_in_its_line(tmp_path: Path) -> None:
    lines = TEXT.rstrip().split("\n")
    assert lines[-1].endswith('"}')
    lines[-1] = lines[-1].removesuffix('"}')
    [problem] = told("\n".join(lines), tmp_path / "roles.yaml")
    assert (problem.line, problem.column) == (len(lines), len(lines[-1]) + 1)


def test_several_slips_are_told_at_once(tmp_path: Path) -> None:
    text = TEXT.replace(LEVEL, f"\t{LEVEL.strip()}").replace("need: required", "need:required")
    text = text.replace('version: "0.1"', 'version: "0.1').replace(
        "\nroles:\n", "\n<<<<<<< HEAD\nroles:\n=======\n>>>>>>> x\n"
    )
    said = [problem.message for problem in told(text, tmp_path / "roles.yaml")]
    for part in ("quote that closes", "in two versions", "with a tab", "missing after this colon"):
        assert any(part in message for message in said), said
    assert len(said) == 4


def test_lines_with_the_same_slip_are_told_once(tmp_path: Path) -> None:
    text = TEXT.replace(LEVEL, f"\t{LEVEL.strip()}").replace('    summary: {en: "Bakes."', '\tsummary: {en: "Bakes."')
    [problem] = told(text, tmp_path / "roles.yaml")
    [second] = lines_of('    summary: {en: "Bakes."')
    assert problem.message.startswith(f"This line is indented with a tab (also in line {second}).")


def test_what_follows_from_a_removed_item_is_told_with_it(tmp_path: Path) -> None:
    _, _, *later = lines_of("serving")
    [problem] = told(TEXT.replace("  - id: serving\n", "  - id: waiting\n"), tmp_path / "roles.yaml")
    lines = ", ".join(map(str, later))
    assert problem.message == f"There is no skill “serving”. {len(later)} more places name it: lines {lines}."
    assert problem.hint == "There are: baking, waiting."
    text = FIRST.read_text("utf-8").replace("  - id: sales-planning\n", "  - id: other\n", 1)
    [problem] = told(text, tmp_path / "roles.yaml")
    assert problem.message.startswith("There is no skill “sales-planning”. ")
    assert " more places name it: lines " in problem.message


def test_a_role_that_extends_one_which_extends_nobody_is_not_told_of_what_it_lacks(tmp_path: Path) -> None:
    third = "  - id: head-baker\n    extends: senior-baker\n    title: {en: Head, ar: رئيس}\n\nplanner:"
    text = TEXT.replace("extends: baker", "extends: bakr").replace("planner:", third, 1)
    assert [problem.code for problem in told(text, tmp_path / "roles.yaml")] == ["unknown-id"]


@pytest.mark.parametrize(
    "line", ["\u00a0", "- \u3000: [", "{\x0b}", "\x85a: “", '"', "'", "- - -", "[{,}]", "a: \x1f#"]
)
def test_a_line_is_read_to_its_end(line: str) -> None:
    """One that ended in a blank of another kind was read for ever."""
    for depth in (0, 1):
        ends = [part.end for part in islice(parts(line, depth), len(line) + 2)]
        assert ends == sorted(set(ends))
        assert all(end <= len(line) for end in ends)


@pytest.mark.parametrize(
    ("line", "end"),
    [("'the day''s bread'", 18), ("'it''s' and", 7), ("'''' :", 4), ("'never", 0), ('"a \\" b" c', 8), ("'a\\' b", 4)],
)
def test_a_quote_closes_where_yaml_closes_it(line: str, end: int) -> None:
    """In single quotes two of them stand for one; in double ones a backslash does."""
    assert closing(line, 0) == end


def test_of_two_guesses_that_lead_as_far_the_first_is_said() -> None:
    lines = ['a: "x" y', "b: 2", 'c: "z" w', "d: 4"]
    stop = stopped("\n".join(lines))
    assert stop is not None
    first, second = (Guess(0, 0, said, {0: line}, "") for said, line in (("first", 'a: "x y"'), ("second", "a: x y")))
    assert best(Scene(lines, stop, frozenset()), [lambda _: iter((first, second))]) is first
