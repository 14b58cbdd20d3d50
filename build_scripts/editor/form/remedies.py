"""The button that does what a finding advises, where the advice is one value: "skriv PRO/2026:9.", "Menade du Vera Provsson?".

A remedy that gives a value in full is written so in every message. The button writes the value into the form and has it checked;
nothing is saved by it, but by the one that says so.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from urllib.parse import parse_qsl, urlencode

from build_scripts.editor.form.fields import Choice, Lines, Shape
from build_scripts.editor.form.posting import NUMBER, Form
from build_scripts.editor.form.state import ROOT
from build_scripts.editor.form.windows import BODY
from macros.finding import Finding

SET, EXCHANGE, FILLED = "sätt", "byt", "ifyllt"
"""What the button does: gives fields their values, exchanges a piece of the text below the header, or saves without a remark."""

_VALUE = re.compile(r"skriv (\S+?)(?:\.|, eller .*)?|Menade du (.+)\?")
_KEY_AND_VALUE = re.compile(r"skriv ([a-zåäö_]+): ([^,;]+?)(?:\.|, (?:eller|som) .*)?")
_LINE_OF_TEXT = re.compile(r"skriv (#+ .+|- .+)")
_RUNS_ON = frozenset(("med", "och", "i", "om", "eller"))
"""Words by which the advice goes on behind the value, so that the value is not all of it."""

_BY_RULE = {
    "oläst": ("Jag har läst hela texten", {f"{ROOT}.publiceras": "", f"{ROOT}.skäl": ""}),
}
"""Rules whose remedy is several fields: what the button says, and each field with its value."""

_LINE, _COLUMN, _OLD, _NEW = "rad", "kolumn", "från", "till"


@dataclass(frozen=True)
class Remedy:
    """A button: what it says, and what it sends."""

    words: str
    button: str


def remedy(finding: Finding, name: str, fields: Mapping[str, tuple[Shape, str]], body_line: int) -> Remedy | None:
    """The button for a finding that is told at the field `name`; None where the remedy is for a person to work out.

    `fields` are the form's by name, each with its shape and what it holds; `body_line` is the line where the text begins.
    """
    if finding.rule in _BY_RULE:
        words, values = _BY_RULE[finding.rule]
        return Remedy(words, f"{SET} {urlencode(values)}")
    if name == BODY:
        return _in_text(finding, body_line)
    remark = finding.place.excerpt.strip()
    if finding.rule == "fyll-i" and remark.startswith("#"):
        # No field shows a remark of the header: it goes when the writer says that what it asks for is there.
        return Remedy("Det är ifyllt: spara", f"{FILLED} {remark}")
    if not name:
        # What no field shows is mended where it is written.
        return None
    found = _KEY_AND_VALUE.fullmatch(finding.remedy)
    if found:
        at = next((one for one in _near(name, found[1]) if one in fields), "")
        return _in_field(finding, at, found[2], fields)
    value = _value(finding.remedy)
    return _in_field(finding, name, value, fields) if value else None


def carried_out(form: Form) -> Form:
    """The form with what the pressed button writes into it."""
    values = dict(parse_qsl(form.target, keep_blank_values=True))
    if form.button == SET:
        return replace(form, values={**form.values, **values})
    is_whole = {_LINE, _COLUMN, _OLD, _NEW} <= values.keys()
    if form.button == EXCHANGE and is_whole and all(NUMBER.fullmatch(values[key]) for key in (_LINE, _COLUMN)):
        at = (int(values[_LINE]), int(values[_COLUMN]))
        body = _exchanged(form.written(BODY), at, values[_OLD], values[_NEW])
        return replace(form, values={**form.values, BODY: body})
    return form


def without_remark(text: str, remark: str) -> str:
    """The file's text without the line of a remark, wherever it stands now; nothing else goes."""
    lines = text.split("\n") if remark.startswith("#") else []
    at = next((n for n, line in enumerate(lines) if line.strip() == remark), None)
    return text if at is None else "\n".join([*lines[:at], *lines[at + 1 :]])


def _value(written: str) -> str:
    found = _VALUE.fullmatch(written)
    return (found[1] or found[2]) if found else ""


def _near(name: str, key: str) -> tuple[str, ...]:
    """Where the key may stand: the field itself, one beside it, one within it, one of the whole file."""
    home = name.rpartition(".")[0]
    within = name.removesuffix("-rad")
    return (name if name.endswith(f".{key}") else "", f"{home}.{key}", f"{within}.{key}", f"{ROOT}.{key}")


def _in_field(finding: Finding, name: str, value: str, fields: Mapping[str, tuple[Shape, str]]) -> Remedy | None:
    if name not in fields:
        return None
    shape, written = fields[name]
    if value == written or value.startswith('"'):
        # The form holds the value already: what is wrong is how the file writes it.
        return None
    if isinstance(shape, Choice):
        if value not in shape.words:
            return None
    elif not _RUNS_ON.isdisjoint(value.split()) and not finding.remedy.startswith("Menade du"):
        return None
    if isinstance(shape, Lines) and written:
        old = _marked(finding)
        lines = [value if line == old else line for line in written.split("\n")]
        if value not in lines:
            return None
        return Remedy(f"Skriv {value}", f"{SET} {urlencode({name: chr(10).join(lines)})}")
    return Remedy(f"Skriv {value}", f"{SET} {urlencode({name: value})}")


def _in_text(finding: Finding, body_line: int) -> Remedy | None:
    place = finding.place
    if line := _LINE_OF_TEXT.fullmatch(finding.remedy):
        old, value = place.excerpt.strip(), line[1]
    else:
        old, value = _marked(finding), _value(finding.remedy)
    if not value:
        return None
    column = place.column - 1 if not line else len(place.excerpt) - len(place.excerpt.lstrip())
    exchanged = {_LINE: place.line - body_line, _COLUMN: column, _OLD: old, _NEW: value}
    return Remedy(f"Skriv {value}", f"{EXCHANGE} {urlencode(exchanged)}")


def _marked(finding: Finding) -> str:
    place = finding.place
    return place.excerpt[place.column - 1 : place.column - 1 + place.length]


def _exchanged(text: str, at: tuple[int, int], old: str, new: str) -> str:
    """The text with the piece exchanged where it stands; where the lines have moved since, in the only place that has it."""
    lines, (line, column) = text.split("\n"), at
    if line >= len(lines) or not lines[line].startswith(old, column):
        return text.replace(old, new) if text.count(old) == 1 else text
    lines[line] = lines[line][:column] + new + lines[line][column + len(old) :]
    return "\n".join(lines)
