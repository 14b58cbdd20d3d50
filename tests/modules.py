"""The program's own modules as trees, each read once by whoever asks: parsing all of them takes seconds."""

from __future__ import annotations

import ast
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[1]
SOURCES = sorted(file for folder in ("macros", "build_scripts") for file in (ROOT / folder).rglob("*.py"))


@cache
def tree_of(path: Path) -> ast.Module:
    """What a module is written as."""
    return ast.parse(path.read_text("utf-8"))


@cache
def nodes_of(path: Path) -> tuple[ast.AST, ...]:
    """Every part of it."""
    return tuple(ast.walk(tree_of(path)))
