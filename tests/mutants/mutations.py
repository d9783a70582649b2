"""Find every place of a source file where one small change makes another program."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass

COMPARISONS = {
    ast.Lt: ("<", "<="),
    ast.LtE: ("<=", "<"),
    ast.Gt: (">", ">="),
    ast.GtE: (">=", ">"),
    ast.Eq: ("==", "!="),
    ast.NotEq: ("!=", "=="),
    ast.Is: ("is", "is not"),
    ast.IsNot: (r"is\s+not", "is"),
    ast.In: ("in", "not in"),
    ast.NotIn: (r"not\s+in", "in"),
}
"""How each comparison is written, and what replaces it: its boundary, or its opposite."""
OPERATORS = {
    ast.Add: (r"\+", "-"),
    ast.Sub: ("-", "+"),
    ast.Mult: (r"\*", "/"),
    ast.Div: ("/", "*"),
    ast.FloorDiv: ("//", "*"),
    ast.Mod: ("%", "*"),
    ast.BitOr: (r"\|", "&"),
    ast.BitAnd: ("&", "|"),
}
LARGE = 1_000
"""A number from here on is a limit, and one more makes no difference that anybody could see."""
CALLS = {"any": "all", "all": "any", "min": "max", "max": "min", "startswith": "endswith", "endswith": "startswith"}
"""Functions and methods that have an opposite."""


@dataclass(frozen=True, order=True)
class Mutation:
    """The change of one piece of a file: from byte `start` to byte `end` there stands `text` instead."""

    start: int
    end: int
    text: str

    def applied(self, source: bytes) -> bytes:
        """Return the file with the change made."""
        return source[: self.start] + self.text.encode() + source[self.end :]


def mutations(source: bytes) -> list[Mutation]:
    """List every change of a file, each of which leaves it a valid Python file."""
    tree = ast.parse(source)
    finder = _Finder(source)
    finder.visit(tree)
    return sorted(each for each in set(finder.found) if _is_another_program(each.applied(source), tree))


def _is_another_program(changed: bytes, tree: ast.Module) -> bool:
    try:
        return ast.dump(ast.parse(changed)) != ast.dump(tree)
    except SyntaxError:
        return False


class _Finder(ast.NodeVisitor):
    """Collects the changes. Annotations, docstrings and what only type checkers read are no part of the program."""

    def __init__(self, source: bytes) -> None:
        self.source = source
        self.lines = [0]
        for line in source.splitlines(keepends=True):
            self.lines.append(self.lines[-1] + len(line))
        self.found: list[Mutation] = []

    def span(self, node: ast.expr | ast.stmt) -> tuple[int, int]:
        assert node.end_lineno is not None
        assert node.end_col_offset is not None
        return self.lines[node.lineno - 1] + node.col_offset, self.lines[node.end_lineno - 1] + node.end_col_offset

    def replace(self, node: ast.expr | ast.stmt, text: str) -> None:
        self.found.append(Mutation(*self.span(node), text))

    def between(self, left: ast.expr, right: ast.expr, written: str, text: str) -> None:
        """Replace the operator that stands between two operands."""
        begin, end = self.span(left)[1], self.span(right)[0]
        if found := re.search(rf"(?<!\w){written}(?!\w)".encode(), self.source[begin:end]):
            self.found.append(Mutation(begin + found.start(), begin + found.end(), text))

    def negate(self, condition: ast.expr) -> None:
        begin, end = self.span(condition)
        self.replace(condition, f"(not ({self.source[begin:end].decode()}))")

    def visit_If(self, node: ast.If) -> None:
        if isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING":
            return
        self.negate(node.test)
        self.generic_visit(node)

    def visit_While(self, node: ast.While) -> None:
        if not isinstance(node.test, ast.Constant):
            self.negate(node.test)
        self.generic_visit(node)

    def visit_IfExp(self, node: ast.IfExp) -> None:
        self.negate(node.test)
        self.generic_visit(node)

    def visit_comprehension(self, node: ast.comprehension) -> None:
        for condition in node.ifs:
            self.negate(condition)
        self.generic_visit(node)

    def visit_Compare(self, node: ast.Compare) -> None:
        for left, operator, right in zip([node.left, *node.comparators], node.ops, node.comparators, strict=False):
            self.between(left, right, *COMPARISONS[type(operator)])
        self.generic_visit(node)

    def visit_BoolOp(self, node: ast.BoolOp) -> None:
        written, text = ("and", "or") if isinstance(node.op, ast.And) else ("or", "and")
        if len(node.values) == 2:
            self.between(node.values[0], node.values[1], written, text)
        else:  # in a longer chain an operand is left out: the other operator would bind differently
            for value in node.values:
                self.replace(value, "True" if isinstance(node.op, ast.And) else "False")
        self.generic_visit(node)

    def visit_BinOp(self, node: ast.BinOp) -> None:
        if change := OPERATORS.get(type(node.op)):
            self.between(node.left, node.right, *change)
        self.generic_visit(node)

    def visit_UnaryOp(self, node: ast.UnaryOp) -> None:
        if isinstance(node.op, ast.Not):
            begin, end = self.span(node.operand)
            self.replace(node, f"({self.source[begin:end].decode()})")
        self.generic_visit(node)

    def visit_Constant(self, node: ast.Constant) -> None:
        if isinstance(node.value, bool):
            self.replace(node, str(not node.value))
        elif isinstance(node.value, int) and node.value < LARGE:
            self.replace(node, str(node.value + 1))

    def visit_JoinedStr(self, node: ast.JoinedStr) -> None:
        """Leave texts with values in them alone: before Python 3.12 their parts do not say where they stand."""

    def visit_Call(self, node: ast.Call) -> None:
        name = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
        if name in CALLS:
            end = self.span(node.func)[1]
            self.found.append(Mutation(end - len(name), end, CALLS[name]))
        self.generic_visit(node)

    def visit_Expr(self, node: ast.Expr) -> None:
        if isinstance(node.value, ast.Constant):
            return  # a docstring
        self.replace(node, "pass")
        self.generic_visit(node)

    def visit_Raise(self, node: ast.Raise) -> None:
        self.replace(node, "pass")

    def visit_Return(self, node: ast.Return) -> None:
        if node.value is not None and not (isinstance(node.value, ast.Constant) and node.value.value in (None, False)):
            self.replace(node, "return None")
        self.generic_visit(node)

    def visit_Continue(self, node: ast.Continue) -> None:
        self.replace(node, "break")

    def visit_Break(self, node: ast.Break) -> None:
        self.replace(node, "continue")

    def visit_Assign(self, node: ast.Assign) -> None:
        if any(isinstance(target, ast.Attribute | ast.Subscript) for target in node.targets):
            self.replace(node, "pass")
        self.generic_visit(node)

    def visit_AugAssign(self, node: ast.AugAssign) -> None:
        self.replace(node, "pass")
        self.generic_visit(node)

    def visit_AnnAssign(self, node: ast.AnnAssign) -> None:
        if node.value is not None:
            self.visit(node.value)

    def visit_keyword(self, node: ast.keyword) -> None:
        """Leave `frozen` and `strict` alone: they refuse what a type checker, or nothing, would ever do."""
        if node.arg not in ("frozen", "strict"):
            self.visit(node.value)

    def visit_FunctionDef(self, node: ast.FunctionDef) -> None:
        for each in self.of_function(node.args):
            self.visit(each)
        for statement in node.body:
            self.visit(statement)

    def of_function(self, arguments: ast.arguments) -> Iterator[ast.expr]:
        """The defaults of arguments."""
        yield from arguments.defaults
        yield from (default for default in arguments.kw_defaults if default is not None)
