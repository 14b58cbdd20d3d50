"""Macro calls in texts: `{{ name(literals) }}` and nothing else.

A text is never run as a template: a sandbox bounds neither memory nor time. It is cut with Jinja's lexer, each call is parsed
and must be one function with constant arguments. The call is replaced by a private-use mark, Markdown runs, and then the
value is put in, escaped.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from jinja2 import Environment, TemplateSyntaxError, nodes
from markupsafe import Markup, escape

from macros.finding import Finding, Level, Place
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


_ENVIRONMENT = Environment(keep_trailing_newline=True, autoescape=True)
_OPENING = re.compile(r"\{[{%#]")
_FORM = 'skriv {{ namn("värde") }}: en funktion med värden inom citattecken eller heltal.'
_UNREADABLE = re.compile(rf"\{{\{{[-+]|[-+]\}}\}}|{MARK}")
_UNREADABLE_WORDS = dict.fromkeys(
    "+-", ("Ett plus eller minus intill klamrarna tar bort blanksteg i texten.", "skriv {{ och }} utan tecken intill.")
) | {MARK: ("Tecknet U+E000 används av programmet självt.", "ta bort tecknet.")}
_BLOCKS = {"block_begin": "{%", "comment_begin": "{#", "raw_begin": "{%"}


@lru_cache(maxsize=4096)
def mark(text: str, path: str, first_line: int = 1) -> Marked:
    """The text with every call replaced by a mark; anything else between `{{ }}`, and `{%` or `{#`, is a finding.

    `first_line` is the line of the file that the text begins on. Never raises. Remembered: a letter is read when it is
    checked, when its page is promised and when the page is made.
    """
    if not _OPENING.search(text) and MARK not in text:
        return Marked(text, (), ())
    return _Marker(text, path, first_line).run()


class _Marker:
    """Cuts one text into plain parts and calls, keeping count of where each begins."""

    def __init__(self, text: str, path: str, first_line: int) -> None:
        self.text, self.path, self.first_line = text, path, first_line
        self.lines = text.split("\n")
        self.parts: list[str] = []
        self.calls: list[Call] = []
        self.findings: list[Finding] = []

    def run(self) -> Marked:
        for found in _UNREADABLE.finditer(self.text):
            self.find(found.start(), len(found.group()), *_UNREADABLE_WORDS[found.group().strip("{}")])
        if not self.findings:
            self.cut()
        return Marked("".join(self.parts), tuple(self.calls), tuple(self.findings))

    def cut(self) -> None:
        position, start, expression = 0, 0, ""
        inside = False
        try:
            for _, kind, value in _ENVIRONMENT.lex(self.text):
                if kind == "variable_begin":
                    inside, start, expression = True, position, ""
                elif kind == "variable_end":
                    inside = False
                    self.call(expression, start, position + len(value) - start)
                elif inside:
                    expression += value
                elif kind == "data":
                    self.parts.append(value)
                elif kind in _BLOCKS:
                    self.find(
                        position,
                        len(value),
                        f"{_BLOCKS[kind]} kan inte användas i texter.",
                        f"ta bort den delen, eller {_FORM}",
                    )
                position += len(value)
        except TemplateSyntaxError as error:
            inside, start = True, self._offset(error.lineno)
        if inside:
            self.find(start, 2, "Ett makro börjar här men går inte att läsa.", _FORM)

    def call(self, expression: str, start: int, length: int) -> None:
        call = self.parse(expression, self.place(start, length))
        if call is None:
            self.find(start, length, "Det här är inget anrop av en funktion med fasta värden.", _FORM)
        else:
            self.parts.append(f"{MARK}{len(self.calls)}{MARK}")
            self.calls.append(call)

    def parse(self, expression: str, place: Place) -> Call | None:
        try:
            body = _ENVIRONMENT.parse("{{" + expression + "}}").body
        except TemplateSyntaxError:
            return None
        if len(body) != 1 or not isinstance(body[0], nodes.Output) or len(body[0].nodes) != 1:
            return None
        call = body[0].nodes[0]
        if (
            not isinstance(call, nodes.Call)
            or not isinstance(call.node, nodes.Name)
            or call.kwargs
            or call.dyn_args
            or call.dyn_kwargs
        ):
            return None
        values = [part.value for part in call.args if isinstance(part, nodes.Const) and type(part.value) in (str, int)]
        return Call(call.node.name, tuple(values), place) if len(values) == len(call.args) else None

    def find(self, position: int, length: int, message: str, remedy: str) -> None:
        self.findings.append(Finding(self.place(position, length), Level.ERROR, "makro-form", message, remedy))

    def place(self, position: int, length: int) -> Place:
        line = self.text.count("\n", 0, position)
        column = position - (self.text.rfind("\n", 0, position) + 1)
        return Place(self.path, self.first_line + line, column + 1, length, self.lines[line])

    def _offset(self, line: int) -> int:
        """Where the last opening at or before the line stands: the lexer tells only the line of what it could not read."""
        end = sum(len(row) + 1 for row in self.lines[:line])
        openings = [found.start() for found in _OPENING.finditer(self.text, 0, end)]
        return openings[-1] if openings else 0


def evaluate(marked: Marked, run: Callable[[Call], Value]) -> tuple[list[Value], list[Finding]]:
    """The value of each call, in order; a call that its function refuses is a finding and has an empty value."""
    values: list[Value] = []
    findings: list[Finding] = []
    for call in marked.calls:
        try:
            values.append(run(call))
        except CallFault as fault:
            values.append("")
            findings.append(Finding(call.place, Level.ERROR, "makro-värde", fault.message, fault.remedy))
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
