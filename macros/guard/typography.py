"""Signs as parts of patterns: dashes, spaces and line ends of every kind between digits."""

from __future__ import annotations

import html
import re

DASH = (
    "\\-\u02d7\u058a\u05be\u1806\u2010-\u2015\u2043\u2053"
    "\u207b\u208b\u2212\u2500\u2501\u2e3a\u2e3b\u301c\u30fc\ufe58\ufe63\uff0d\uff70"
)
PLUS = "+\uff0b"
SPACE = " \t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
"""Parts of a character class: `[` + part + `]`."""

GAP = rf"[{SPACE}]{{0,3}}(?:\r?\n[{SPACE}>]{{0,12}})?"
"""Nothing, some spaces, or a line's end with the next line's indent or quote marks."""

_INVISIBLE = (
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u20e3\u3164\ufe00-\ufe0f\ufeff\uffa0"
    "\U000e0000-\U000e0fff"
)
"""Signs that are shown as nothing, as a soft hyphen within a line is (Default_Ignorable_Code_Point), and a digit's frame."""

RAISED = (
    "\u00b2\u00b3\u00b9\u2070\u2074-\u2079\u2080-\u2089\u2460-\u2468\u2474-\u247c\u2488-\u2490\u24ea\u24f5-\u24fd\u24ff"
    "\u2776-\u277e\u2780-\u2788\u278a-\u2792"
)
"""Digits that are raised, lowered or ringed. They are none to `\\d`."""

_MARKS = "\u0300-\u036f\\\\*_`~\\[\\]"
_NUMERIC = f"0-9\uff10-\uff19+{DASH}"
_ENTITY = "(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,30});"
_TAG = r"(?:/?[a-zA-Z][^<>\n]{0,200}|!--[^<>]{0,200}--)>"
_LINK = r"\([^()\n]{0,300}\)"
_FOOTNOTE = r"\^[\w-]{1,20}\]"
_HIDDEN = re.compile(
    f"[&<{_INVISIBLE}{_MARKS}](?:(?<=[{_INVISIBLE}])|(?<=&){_ENTITY}|(?<=[{_NUMERIC}].)"
    rf"(?:(?<=<){_TAG}|(?<=\[){_FOOTNOTE}|(?<=\]){_LINK}|(?<=[{_MARKS}]))"
    rf"(?:<{_TAG}|\[{_FOOTNOTE}|\]{_LINK}|[{_MARKS}{_INVISIBLE}])*(?=[{_NUMERIC}&]))"
)
"""The hiding sign stands first, and the digit before it after: so the text is passed over fast."""

_LINE_TAG = re.compile(r"</?(?:br|dd|div|dt|h[1-6]|hr|li|p|td|th|tr)\b")

_EMPHASISED = re.compile(r"([*_](?<![\w*_\\].)[*_]{0,2})[A-ZÅÄÖÉÜ][\w-]*(?:[ \u00a0][\w-]+){0,3}[:,.]?(\1)(?!\w)")
"""A few words in Markdown's emphasis, of which the first begins with a capital: `*Anna*`, `**Sökande:**`."""


def plain(text: str) -> tuple[str, list[int] | None]:
    """The text without what hides in it, and for each of its characters the offset in the text as written.

    Signs that nobody sees, and entities (`850709&ndash;9805`); between digits Markdown's escapes, emphasis, links and notes, and
    tags; around a few words that begin with a capital Markdown's emphasis. None when nothing was hidden.
    """
    hidden = [(*found.span(), _shown(found.group())) for found in _HIDDEN.finditer(text)]
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
    if hiding.startswith("&"):
        return html.unescape(hiding)
    return "\n" if _LINE_TAG.search(hiding) else ""


CELL = "/.|:;,·~=()\"'"
"""Signs that may part the date from the rest of a personal number, as cells of a table do, and part other things as often."""

_AS_ZERO = bytes(ord("0") if chr(byte) in "0123456789?" else byte for byte in range(256))
_SIGNS = f"[-+\\r>\u00a0 \t{CELL}]{{0,36}}+"
_MANY = re.compile(f"0(?:{_SIGNS}(?:\n(?!\n){_SIGNS}){{0,2}}+0){{9,}}+".encode("latin-1"))


def runs_of_digits(text: str) -> list[tuple[int, int]]:
    """Where there may be ten digits or more with nothing but signs between, and no blank line.

    Most texts have none but in dates, and one sort of digit in one byte is looked for in half the time: signs that are not in
    Latin-1 count as digits, so that all that is asked for lies within.
    """
    return [found.span() for found in _MANY.finditer(text.encode("latin-1", "replace").translate(_AS_ZERO))]
