"""Texts that a spreadsheet program would take for formulas, and run, in a table that it opens."""

from __future__ import annotations

import re

from macros.texts.figures import FIGURE

_BEGINS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_NEUTRAL = re.compile(r"'(?=[=+\-@\s＝＋－＠])")


def neutral(cell: str) -> str:
    """The text with a sign before it that makes it text to every program; a number, and the stroke for none, stay as they are.

    As OWASP tells of CSV injection.
    """
    return f"'{cell}" if cell.startswith(_BEGINS) and not FIGURE.fullmatch(cell) else cell


def meant(cell: str) -> str:
    """The text that a neutral one was made of; any other is as it is."""
    return _NEUTRAL.sub("", cell, count=1) if cell.startswith("'") else cell
