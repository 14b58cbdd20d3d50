"""What a header means to YAML and to nobody else, told in Swedish for somebody who has never heard of YAML.

The parser's own errors; words that it takes for something else, so that they would vanish or run together without a sound;
and blanks that look like the plain one, where a header's form hangs on plain ones.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import yaml

from macros.finding import Finding, Place
from macros.record.source import Source

COLON_IN_VALUE = "kolon-i-värde"

_QUOTES = 'sätt citattecken om värdet: "...".'
SPECIAL = ("särskilt-tecken", "Värdet börjar med ett tecken som har en särskild betydelse här.", _QUOTES)
_SYNTAX = (
    (
        "cannot start any token|found a tab character",
        r"\t",
        "tabb",
        "Raden är indragen med en tabb.",
        "byt tabben mot blanksteg; varje nivå dras in två steg.",
    ),
    ("cannot start any token", "[@`%]", *SPECIAL),
    (
        "mapping values are not allowed",
        "",
        COLON_IN_VALUE,
        "Ett kolon mitt i värdet gör att raden inte går att läsa.",
        'sätt citattecken om hela värdet: nyckel: "text: mer text".',
    ),
    (
        "could not find expected ':'",
        "",
        "kolon-saknas",
        "En rad saknar kolon efter nyckeln.",
        "skriv nyckel: värde, med kolon och ett blanksteg.",
    ),
    (
        "unexpected end of stream|found unexpected document indicator",
        "",
        "citat-oavslutat",
        "Ett citattecken öppnas men stängs aldrig.",
        "sätt ett citattecken till i slutet av värdet.",
    ),
    (
        "unknown escape character",
        "",
        "bakstreck",
        "Ett bakstreck (\\) inom citattecken betyder något annat än sig självt.",
        "använd enkla citattecken: '...'.",
    ),
    (
        "did not find expected <document start>",
        "",
        "rubrikdel-delad",
        "Rubrikdelen har en dokumentgräns mitt i.",
        "ta bort raden med ... eller ---.",
    ),
    ("did not find expected (alphabetic|comment or line break)", "", *SPECIAL),
    (
        "did not find expected",
        "",
        "indrag",
        "Raden passar inte ihop med raderna före: indrag, citattecken eller hakparentes är fel.",
        "dra in raden lika långt som sina grannar, och se att varje citattecken och [ har sitt par.",
    ),
    (
        "block sequence entries are not allowed",
        "",
        "indrag",
        "En listrad (-) står där ingen lista kan börja.",
        "sätt listan på egna rader under nyckeln, indragen två steg.",
    ),
)
"""(libyaml's problem, what the marked place begins with, rule, what is wrong, what to do); the first counts."""


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
    if "block sequence entries" in problem and (lone := _lone_dash(source, place)):
        return lone
    for words, start, rule, message, remedy in _SYNTAX:
        if re.search(words, problem) and re.match(start, here):
            quoted = _quoted(place.excerpt) if rule == COLON_IN_VALUE else None
            return place.error(rule, message, f"skriv {quoted.strip()}" if quoted else remedy)
    return place.error(
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
    return source.place(place.line - 1, len(bare[1]) + 1, len(before.strip())).error(
        "kolon-saknas",
        "En rad saknar kolon efter nyckeln.",
        f"skriv {bare[2]}: {bare[3]}, eller sätt ihop raden med den före om den hör dit.",
    )


_DASH_ALONE = re.compile(r"((?: |- )*)([^\W\d][\w-]*): +-\s*(?:#.*)?")


def _lone_dash(source: Source, place: Place) -> Finding | None:
    """The finding for a value that is a dash and nothing more (`parti: -`); None where a list begins below it."""
    dash = _DASH_ALONE.fullmatch(place.excerpt)
    after = source.lines[place.line] if place.line < len(source.lines) else ""
    if dash is None or len(after) - len(after.lstrip()) > len(dash[1]):
        return None
    told = "Ett ensamt streck (-) efter kolon läses som början på en lista."
    return place.error("särskilt-tecken", told, f'skriv {dash[2]}: "-"')


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


def swallowed_comment(source: Source, line: int, column: int) -> Iterator[Finding]:
    """`rubrik: Budget #2` reads as "Budget": the rest is a comment to YAML. `line` and `column` are where the value ends."""
    rest = source.place(line).excerpt[column - 1 :]
    if rest.lstrip().startswith("#"):
        start = column + len(rest) - len(rest.lstrip())
        yield source.place(line, start, len(rest.strip())).warning(
            "kommentar-efter-värde",
            "Det som står efter # läses som en kommentar och kommer inte med.",
            "sätt citattecken om hela värdet om # hör till texten, annars flytta kommentaren till en egen rad.",
        )


def swallowed_row(source: Source, first: int, last: int) -> Iterator[Finding]:
    """A list's row that is indented too far is read as more words of the row before it; `first` to `last` are its lines."""
    for line in range(first + 1, last + 1):
        written = source.place(line).excerpt
        if written.lstrip().startswith("- "):
            yield source.place(line, len(written) - len(written.lstrip()) + 1).error(
                "indrag",
                "Raden är indragen längre än listraden före och läses som en fortsättning på den.",
                "dra in alla rader i listan lika långt.",
            )


_HARD_BLANK = re.compile(r"^((?: |- )*-?(?:[^\W\d][\w-]*:)?)([\u00a0\u2000-\u200a\u202f\u3000]+)", re.MULTILINE)
"""Blanks that Word and web pages write, where a header's form hangs on plain ones: before a row, and after `-` or a key."""


def with_plain_blanks(source: Source) -> tuple[str, list[Finding]]:
    """The header with plain blanks in place of hard ones that would break its form, and an error for each row that had any."""
    found = [
        source.place(
            source.header_line + source.header.count("\n", 0, hard.start()), len(hard[1]) + 1, len(hard[2])
        ).error(
            "hårt-blanksteg",
            "Här står ett hårt blanksteg. Det ser ut som ett vanligt men är ett annat tecken.",
            "radera tecknet och tryck på mellanslag i stället.",
        )
        for hard in _HARD_BLANK.finditer(source.header)
    ]
    plain = _HARD_BLANK.sub(lambda hard: hard[1] + " " * len(hard[2]), source.header) if found else source.header
    return plain, found
