"""Signs as parts of patterns: dashes, spaces and line ends of every kind between digits."""

from __future__ import annotations

import html
import re

DASH = "\\-\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d"
PLUS = "+\uff0b"
SPACE = " \t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
"""Parts of a character class: `[` + part + `]`."""

GAP = rf"[{SPACE}]{{0,3}}(?:\r?\n[{SPACE}>]{{0,12}})?"
"""Nothing, some spaces, or a line's end with the next line's indent or quote marks."""

_HIDING = "\u00ad\u200b-\u200d\u2060\ufeff\\\\*_`"
_ENTITY = "[#a-zA-Z0-9]{2,8};"
_BETWEEN_DIGITS = re.compile(
    f"[&{_HIDING}](?<=[0-9\uff10-\uff19+\u2010-\u2015-].)(?:(?<=&){_ENTITY}|(?<!&))(?:[{_HIDING}]+|&{_ENTITY})*"
)
"""The hiding sign stands first, and the digit before it after: so the text is passed over fast."""

_EMPHASISED = re.compile(r"([*_](?<![\w*_\\].)[*_]{0,2})[A-ZÅÄÖÉÜ][\w-]*(?:[ \u00a0][\w-]+){0,3}[:,.]?(\1)(?!\w)")
"""A few words in Markdown's emphasis, of which the first begins with a capital: `*Anna*`, `**Sökande:**`."""


def plain(text: str) -> tuple[str, list[int] | None]:
    """The text without what hides in it, and for each of its characters the offset in the text as written.

    Between digits zero-width signs, Markdown's escapes and emphasis, and entities (`850709&ndash;9805`); around a few words
    that begin with a capital Markdown's emphasis. None when nothing was hidden.
    """
    hidden = [(*found.span(), _shown(found.group())) for found in _BETWEEN_DIGITS.finditer(text)]
    hidden += [(*found.span(n), "") for found in _EMPHASISED.finditer(text) for n in (1, 2)]
    if not hidden:
        return text, None
    signs: list[str] = []
    offsets: list[int] = []
    done = 0
    for start, end, shown in sorted(hidden):
        if start < done:
            continue
        signs += [text[done:start], shown]
        offsets += [*range(done, start), *[start] * len(shown)]
        done = end
    offsets += range(done, len(text) + 1)
    return "".join([*signs, text[done:]]), offsets


def _shown(hiding: str) -> str:
    return re.sub(f"[{_HIDING}]", "", html.unescape(hiding) if "&" in hiding else "")


CELL = "/.|:;,·~=)"
"""Signs that may part the date from the rest of a personal number, as cells of a table do, and part other things as often."""

_AS_ZERO = bytes(ord("0") if chr(byte) in "0123456789?" else byte for byte in range(256))
_SIGNS = f"[-+(\\r>\u00a0 \t{CELL}]{{0,36}}+"
_MANY = re.compile(f"0(?:{_SIGNS}(?:\n(?!\n){_SIGNS}){{0,2}}+0){{9,}}+".encode("latin-1"))


def runs_of_digits(text: str) -> list[tuple[int, int]]:
    """Where there may be ten digits or more with nothing but signs between, and no blank line.

    Most texts have none but in dates, and one sort of digit in one byte is looked for in half the time: signs that are not in
    Latin-1 count as digits, so that all that is asked for lies within.
    """
    return [found.span() for found in _MANY.finditer(text.encode("latin-1", "replace").translate(_AS_ZERO))]
