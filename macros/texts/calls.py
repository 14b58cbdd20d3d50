"""Macro calls in texts: `{{ name("text", 12) }}` and nothing else.

A text is never run as a template: a sandbox bounds neither memory nor time. What stands between `{{` and `}}` is parsed as
Python and must be one function with constant arguments. The call is replaced by a private-use mark, Markdown runs, and then the
value is put in, escaped.
"""

from __future__ import annotations

import ast
import re
from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from markupsafe import Markup, escape

from macros.finding import Finding, Place
from macros.record.source import MARK

Literal = str | int
Value = str | Markup


@dataclass(frozen=True)
class Call:
    """A function's name, its constant arguments, and where it stands in the file."""

    name: str
    arguments: tuple[Literal, ...]
    place: Place


class CallFault(Exception):
    """A function was given what it cannot use; carries what is wrong and what to do, in Swedish."""

    def __init__(self, message: str, remedy: str) -> None:
        super().__init__(message)
        self.message = message
        self.remedy = remedy


@dataclass(frozen=True)
class Marked:
    """A text whose calls are replaced by marks, the calls in the order of their marks, and what could not be read."""

    text: str
    calls: tuple[Call, ...]
    findings: tuple[Finding, ...]


_OPENING = re.compile(r"\{[{%#]")
_END = {"{%": "%}", "{#": "#}"}
_ESCAPE = r"""\\[\\'"abfnrtvxuUN]"""
_INSIDE = rf"""[^"'(){{}}#\\]|(?<!\w)"(?:[^"\\\n]|{_ESCAPE})*+"|(?<!\w)'(?:[^'\\\n]|{_ESCAPE})*+'"""
"""Letters before a text's quotes, escapes that Python only warns of, and comments are no part of a call."""

_BETWEEN = re.compile(rf"\{{\{{((?:{_INSIDE}|\((?:{_INSIDE})*+\))*+)\}}\}}")
_LONGEST = 1000
"""Characters of a call: Python's parser is given no text that could nest deeply."""

_SINGLE = re.compile(r"\{?\{([^{}\n]{1,200})\}?\}")
_PLAIN_QUOTES = str.maketrans("”“„’‘", '"""\'\'')


def _meant(written: str) -> str:
    """What to write for a call with a brace too few, or with Word's quotes; in other cases how a call is written."""
    meant = _SINGLE.match(written)
    plain = meant[1].translate(_PLAIN_QUOTES).strip() if meant else ""
    return f"skriv {{{{ {plain} }}}}" if plain and called(plain) else _FORM


_FORM = 'skriv {{ namn("värde") }}: en funktion med värden inom citattecken eller heltal.'
_UNREADABLE = re.compile(rf"\{{\{{[-+]|[-+]\}}\}}|{MARK}")
_UNREADABLE_WORDS = dict.fromkeys(
    "+-", ("Ett plus eller minus intill klamrarna tar bort blanksteg i texten.", "skriv {{ och }} utan tecken intill.")
) | {MARK: ("Tecknet U+E000 används av programmet självt.", "ta bort tecknet.")}


class _Places:
    """Where positions of a text stand in the file that it begins on a line of."""

    def __init__(self, text: str, path: str, first_line: int) -> None:
        self._path, self._first_line = path, first_line
        self._lines, self._starts = text.split("\n"), [0, *(end.end() for end in re.finditer("\n", text))]

    def place(self, position: int, length: int) -> Place:
        line = bisect_right(self._starts, position) - 1
        return Place(self._path, self._first_line + line, position - self._starts[line] + 1, length, self._lines[line])

    def misread(self, position: int, length: int, message: str, remedy: str = _FORM) -> Finding:
        return self.place(position, length).error("makro-form", message, remedy)


@lru_cache(maxsize=4096)
def mark(text: str, path: str, first_line: int = 1) -> Marked:
    """The text with every call replaced by a mark; anything else between `{{ }}`, and `{%` or `{#`, is a finding.

    `first_line` is the line of the file that the text begins on. Never raises. Remembered: a letter is read when it is
    checked, when its page is promised and when the page is made.
    """
    if not _OPENING.search(text) and MARK not in text:
        return Marked(text, (), ())
    places = _Places(text, path, first_line)
    findings = [
        places.misread(found.start(), len(found.group()), *_UNREADABLE_WORDS[found.group().strip("{}")])
        for found in _UNREADABLE.finditer(text)
    ]
    if findings:
        return Marked("", (), tuple(findings))
    parts: list[str] = []
    calls: list[Call] = []
    end = 0
    while opening := _OPENING.search(text, end):
        start, sign = opening.start(), opening.group()
        parts.append(text[end:start])
        end = start
        if sign in _END:
            findings.append(
                places.misread(start, 2, f"{sign} kan inte användas i texter.", f"ta bort den delen, eller {_FORM}")
            )
            closed = text.find(_END[sign], start + 2)
            if closed < 0:
                break
            end = closed + 2
        elif between := _BETWEEN.match(text, start):
            end = between.end()
            if read := called(between[1]):
                parts.append(f"{MARK}{len(calls)}{MARK}")
                calls.append(Call(*read, places.place(start, end - start)))
            else:
                findings.append(
                    places.misread(
                        start,
                        end - start,
                        "Det här är inget anrop av en funktion med fasta värden.",
                        _meant(text[start:]),
                    )
                )
        else:
            findings.append(
                places.misread(start, 2, "Ett makro börjar här men går inte att läsa.", _meant(text[start:]))
            )
            break
    return Marked("".join([*parts, text[end:]]), tuple(calls), tuple(findings))


def called(written: str) -> tuple[str, tuple[Literal, ...]] | None:
    """The function's name and its arguments, where nothing else is written."""
    if len(written) > _LONGEST:
        return None
    try:
        call = ast.parse(written.strip(), mode="eval").body
    except (SyntaxError, ValueError, MemoryError, RecursionError):
        return None
    if not isinstance(call, ast.Call) or not isinstance(call.func, ast.Name) or call.keywords:
        return None
    values = [one.value for one in call.args if isinstance(one, ast.Constant)]
    literals = [value for value in values if isinstance(value, str | int) and not isinstance(value, bool)]
    return (call.func.id, tuple(literals)) if len(literals) == len(call.args) else None


def evaluate(marked: Marked, run: Callable[[Call], Value]) -> tuple[list[Value], list[Finding]]:
    """The value of each call, in order; a call that its function refuses is a finding and has an empty value."""
    values: list[Value] = []
    findings: list[Finding] = []
    for call in marked.calls:
        try:
            values.append(run(call))
        except CallFault as fault:
            values.append("")
            findings.append(call.place.error("makro-värde", fault.message, fault.remedy))
    return values, findings


_MARKS = re.compile(rf"(<p>\s*)?{MARK}(\d+){MARK}(?(1)\s*</p>)")


def fill(html: str, values: Sequence[Value]) -> Markup:
    """The finished HTML with values in the place of their marks: texts escaped, ready HTML as it is.

    Ready HTML that stands alone in a paragraph takes the paragraph's place.
    """

    def put(found: re.Match[str]) -> str:
        value = values[int(found[2])]
        if isinstance(value, Markup):
            return value
        return f"<p>{escape(value)}</p>" if found[1] else str(escape(value))

    return Markup(_MARKS.sub(put, html))
