"""The YAML parser's own errors, told in Swedish for somebody who has never heard of YAML."""

from __future__ import annotations

import re

import yaml

from macros.finding import Finding, Level, Place
from macros.record.source import Source

COLON_IN_VALUE = "kolon-i-värde"

_SYNTAX = (
    (
        "cannot start any token",
        "tabb",
        r"\t",
        "Raden är indragen med en tabb.",
        "byt tabben mot blanksteg; varje nivå dras in två steg.",
    ),
    (
        "found a tab character",
        "tabb",
        r"\t",
        "Raden är indragen med en tabb.",
        "byt tabben mot blanksteg; varje nivå dras in två steg.",
    ),
    (
        "cannot start any token",
        "särskilt-tecken",
        r"[@`%]",
        "Värdet börjar med ett tecken som har en särskild betydelse här.",
        'sätt citattecken om värdet: "...".',
    ),
    (
        "mapping values are not allowed",
        COLON_IN_VALUE,
        "",
        "Ett kolon mitt i värdet gör att raden inte går att läsa.",
        'sätt citattecken om hela värdet: nyckel: "text: mer text".',
    ),
    (
        "could not find expected ':'",
        "kolon-saknas",
        "",
        "En rad saknar kolon efter nyckeln.",
        "skriv nyckel: värde, med kolon och ett blanksteg.",
    ),
    (
        "unexpected end of stream",
        "citat-oavslutat",
        "",
        "Ett citattecken öppnas men stängs aldrig.",
        "sätt ett citattecken till i slutet av värdet.",
    ),
    (
        "found unexpected document indicator",
        "citat-oavslutat",
        "",
        "Ett citattecken öppnas men stängs aldrig.",
        "sätt ett citattecken till i slutet av värdet.",
    ),
    (
        "unknown escape character",
        "bakstreck",
        "",
        "Ett bakstreck (\\) inom citattecken betyder något annat än sig självt.",
        "använd enkla citattecken: '...'.",
    ),
    (
        "did not find expected <document start>",
        "rubrikdel-delad",
        "",
        "Rubrikdelen har en dokumentgräns mitt i.",
        "ta bort raden med ... eller ---.",
    ),
    (
        "did not find expected alphabetic",
        "särskilt-tecken",
        "",
        "Värdet börjar med ett tecken som har en särskild betydelse här.",
        'sätt citattecken om värdet: "...".',
    ),
    (
        "did not find expected comment or line break",
        "särskilt-tecken",
        "",
        "Värdet börjar med ett tecken som har en särskild betydelse här.",
        'sätt citattecken om värdet: "...".',
    ),
    (
        "did not find expected",
        "indrag",
        "",
        "Raden passar inte ihop med raderna före: indrag, citattecken eller hakparentes är fel.",
        "dra in raden lika långt som sina grannar, och se att varje citattecken och [ har sitt par.",
    ),
    (
        "block sequence entries are not allowed",
        "indrag",
        "",
        "En listrad (-) står där ingen lista kan börja.",
        "sätt listan på egna rader under nyckeln, indragen två steg.",
    ),
)
"""(words of libyaml's problem, rule, what the marked place begins with, what is wrong, what to do); the first counts."""


def syntax_finding(source: Source, error: yaml.YAMLError) -> Finding:
    """A Swedish finding for the parser's own error, at its mark."""
    # An open quote is noticed at the end of the header; what helps is the line where it opens.
    opened = "quoted scalar" in str(getattr(error, "context", ""))
    mark = getattr(error, "context_mark" if opened else "problem_mark", None)
    problem = str(getattr(error, "problem", "") or error)
    place = _marked(source, mark.line, mark.column) if mark is not None else source.place(1)
    if "mapping values are not allowed" in problem and (bare := _without_colon(source, place)):
        return bare
    here = place.excerpt[place.column - 1 :]
    for words, rule, start, message, remedy in _SYNTAX:
        if words in problem and re.match(start, here):
            quoted = _quoted(place.excerpt) if rule == COLON_IN_VALUE else None
            return Finding(place, Level.ERROR, rule, message, f"skriv {quoted.strip()}" if quoted else remedy)
    return Finding(
        place,
        Level.ERROR,
        "rubrikdel-form",
        "Rubrikdelen går inte att läsa från den här raden.",
        "jämför raden med en annan fil av samma slag: nyckel, kolon, blanksteg, värde.",
    )


_KEY = re.compile(r"(\s*)[\w-]+(?=:(?:\s|$))")
_BARE = re.compile(r"(\s*)([^\W\d][\w-]*)\s+([^:#]*[^:#\s])\s*")


def _without_colon(source: Source, place: Place) -> Finding | None:
    """The finding for a line without its colon: the parser notices only at the colon of the line after."""
    before = source.lines[place.line - 2] if place.line > source.header_line else ""
    key, bare = _KEY.match(place.excerpt), _BARE.fullmatch(before)
    if key is None or bare is None or key[1] != bare[1] or place.column != key.end() + 1:
        return None
    return Finding(
        source.place(place.line - 1, len(bare[1]) + 1, len(before.strip())),
        Level.ERROR,
        "kolon-saknas",
        "En rad saknar kolon efter nyckeln.",
        f"skriv {bare[2]}: {bare[3]}, eller sätt ihop raden med den före om den hör dit.",
    )


_PLAIN_VALUE_WITH_COLON = re.compile(r"(\s*(?:- +)*[^\s\-#'\"\[{][^:]*: +)([^\s'\"\[{|>&*!%@`].*(?:: .*|:))\s*")


def _quoted(line: str) -> str | None:
    """The line with quotes about its value, where a colon in the value is what lacks them; else None."""
    found = _PLAIN_VALUE_WITH_COLON.fullmatch(line)
    if found is None:
        return None
    value = found[2].rstrip().replace("\\", "\\\\").replace('"', '\\"')
    return f'{found[1]}"{value}"'


def with_quotes(header: str, line: int) -> str | None:
    """The header with quotes about the value on a line (from 0), where `_quoted` knows how; else None."""
    lines = header.split("\n")
    quoted = _quoted(lines[line]) if 0 <= line < len(lines) else None
    return "\n".join([*lines[:line], quoted, *lines[line + 1 :]]) if quoted else None


def _marked(source: Source, line: int, column: int) -> Place:
    """The parser's mark as a place inside the header: a mark after its last line points at that line."""
    last = max(1, source.header.count("\n"))
    if line < last:
        return source.place(line + source.header_line, column + 1)
    return source.place(last + source.header_line - 1)
