"""Every rule id that the code can give, found in the code itself: a rule without a page or a case cannot slip in.

A finding is made by `Finding(place, level, rule, ...)` or, inside a value's validator, `PydanticCustomError(rule, ...)`.
A function that hands its own argument on as the rule is a maker too, and so on. A rule must be a literal, or a
module's constant, where it enters that chain.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from macros.guard.kinds import BY_ID
from macros.record.syntax import _SYNTAX
from tests.modules import ROOT, SOURCES, tree_of

MAKERS = {"Finding": 2, "PydanticCustomError": 0}
"""Name of what makes a finding, and which of its arguments is the rule."""

EVERYWHERE = frozenset(("error", "warning", "wrong", "refuse", "twice"))
"""Makers that other modules call: `document.error(...)`, `wrong(...)`, `walker.refuse(...)`, `twice(...)`."""

FROM_TABLES = {
    ("macros/record/syntax.py", "syntax_finding"): frozenset(row[2] for row in _SYNTAX),
    ("macros/record/misread.py", "_finding"): frozenset[str](),
    ("build_scripts/guard/findings.py", "about_hit"): frozenset(BY_ID),
}
"""Functions whose rule is no literal: one reads a table, the other passes on what `wrong(...)` was given."""


@dataclass(frozen=True)
class Made:
    """A call that makes a finding: its rule, or None where it is no literal; `handed_on` is the argument that it comes from."""

    path: str
    function: str
    line: int
    rules: frozenset[str]
    handed_on: int | None


Call = tuple[ast.FunctionDef | None, ast.Call]
"""A call with the function that it stands in."""


@cache
def _read(path: Path) -> tuple[tuple[Call, ...], dict[str, ast.expr]]:
    """The calls of a module, and what its own names stand for."""
    tree = tree_of(path)
    return tuple(_calls(tree)), _constants(tree)


def _calls(tree: ast.Module) -> Iterator[Call]:
    def inside(node: ast.AST, function: ast.FunctionDef | None) -> Iterator[Call]:
        for child in ast.iter_child_nodes(node):
            if isinstance(child, ast.Call):
                yield function, child
            yield from inside(child, child if isinstance(child, ast.FunctionDef) else function)

    return inside(tree, None)


def _name(call: ast.Call) -> str:
    return (
        call.func.id
        if isinstance(call.func, ast.Name)
        else call.func.attr
        if isinstance(call.func, ast.Attribute)
        else ""
    )


def _constants(tree: ast.Module) -> dict[str, ast.expr]:
    """What the module's own names stand for."""
    return {
        target.id: node.value
        for node in tree.body
        if isinstance(node, ast.Assign)
        for target in node.targets
        if isinstance(target, ast.Name)
    }


def _literals(node: ast.expr, constants: dict[str, ast.expr]) -> frozenset[str]:
    if isinstance(node, ast.IfExp):
        return _literals(node.body, constants) | _literals(node.orelse, constants)
    if isinstance(node, ast.Name) and node.id in constants:
        return _literals(constants[node.id], {})
    return frozenset((node.value,)) if isinstance(node, ast.Constant) and isinstance(node.value, str) else frozenset()


def _made(path: Path, makers: dict[str, int]) -> Iterator[Made]:
    shown = path.relative_to(ROOT).as_posix()
    calls, constants = _read(path)
    for function, call in calls:
        position = makers.get(_name(call))
        if (
            position is None
            or position >= len(call.args)
            or any(isinstance(part, ast.Starred) for part in call.args[: position + 1])
        ):
            continue
        rule = call.args[position]
        arguments = [argument.arg for argument in function.args.args if argument.arg != "self"] if function else []
        handed_on = arguments.index(rule.id) if isinstance(rule, ast.Name) and rule.id in arguments else None
        yield Made(shown, function.name if function else "", call.lineno, _literals(rule, constants), handed_on)


@cache
def made() -> tuple[Made, ...]:
    """Every call that makes a finding, in all of the code; worked out once, since it takes seconds."""
    general = dict(MAKERS)
    while True:
        found, more = [], dict(general)
        for path in SOURCES:
            here = dict(general)
            while True:
                calls = list(_made(path, here))
                makers = {call.function: call.handed_on for call in calls if call.handed_on is not None}
                if makers.items() <= here.items():
                    break
                here |= makers
            found += calls
            more |= {name: position for name, position in here.items() if name in EVERYWHERE}
        if more == general:
            return tuple(found)
        general = more


def rule_ids() -> frozenset[str]:
    """Every rule id of the code."""
    written = {rule for call in made() for rule in call.rules}
    return frozenset(written).union(*FROM_TABLES.values())
