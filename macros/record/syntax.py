"""What a header means to YAML and to nobody else, told in Swedish for somebody who has never heard of YAML.

The parser's own errors, and words that it takes for something else, so that they would vanish or run together without a sound.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import yaml

from macros.finding import Finding, Place
from macros.record.meant import (
    ALONE_BY_WORD,
    QUOTED_BY_WORD,
    closed,
    in_quotes,
    parted,
    quoted,
    signed,
)
from macros.record.misformed import COLON_MISSING, OPEN_QUOTE, misformed_line
from macros.record.source import Source
from macros.record.values import shorten

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
        COLON_MISSING,
        "En rad saknar kolon efter nyckeln.",
        "skriv nyckel: värde, med kolon och ett blanksteg.",
    ),
    (
        "unexpected end of stream|found unexpected document indicator",
        "",
        OPEN_QUOTE,
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
    ("mapping keys are not allowed", "", *SPECIAL),
    ("did not find expected (alphabetic|comment or line break|whitespace or line break)", "", *SPECIAL),
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
        "ta bort strecket om det är en text. Är det en lista: sätt den på egna rader under nyckeln, indragen två steg.",
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
    if lacking := misformed_line(source, place, problem):
        return lacking
    here = place.excerpt[place.column - 1 :]
    for words, start, rule, message, remedy in _SYNTAX:
        if re.search(words, problem) and re.match(start, here):
            meant = _MEANT[rule](place.excerpt) if rule in _MEANT else None
            return place.error(rule, message, f"skriv {meant.strip()}" if meant else remedy)
    return place.error(
        "rubrikdel-form",
        "Rubrikdelen går inte att läsa från den här raden.",
        "jämför raden med en annan fil av samma slag: nyckel, kolon, blanksteg, värde.",
    )


_MEANT = {COLON_IN_VALUE: quoted, OPEN_QUOTE: closed, SPECIAL[0]: signed}
"""Rule → the line as it was meant, where that can be told."""


MENDED = (COLON_IN_VALUE, COLON_MISSING, OPEN_QUOTE)
"""Rules of lines that are read on as they were meant, where that can be told."""


def mended(header: str, line: int) -> str | None:
    """The header with a line (from 0) as it was meant, where that can be told."""
    lines = header.split("\n")
    meant = (parted(lines[line]) or quoted(lines[line]) or closed(lines[line])) if 0 <= line < len(lines) else None
    return "\n".join([*lines[:line], meant, *lines[line + 1 :]]) if meant else None


def _marked(source: Source, line: int, column: int) -> Place:
    """The parser's mark as a place inside the header: a mark after its last line points at that line."""
    last = max(1, source.header.count("\n"))
    if line < last:
        return source.place(line + source.header_line, column + 1)
    return source.place(last + source.header_line - 1)


_PLAIN_VALUE = re.compile(r"(\s*(?:- +)*(?:[^\W\d][\w-]*: +)?)([^\s'\"\[{|>&*!%@`].*)")


def swallowed_comment(source: Source, line: int, column: int) -> Iterator[Finding]:
    """`rubrik: Budget #2` reads as "Budget": the rest is a comment to YAML. `line` and `column` are where the value ends.

    A sign with a word close behind it belongs to the text; with a blank behind it somebody may have meant a comment.
    """
    excerpt = source.place(line).excerpt
    rest = excerpt[column - 1 :]
    if not rest.lstrip().startswith("#"):
        return
    place = source.place(line, column + len(rest) - len(rest.lstrip()), len(rest.strip()))
    plain = _PLAIN_VALUE.fullmatch(excerpt.rstrip())
    if plain and re.match(r"\s*#\w", rest):
        yield place.error(
            "nummertecken",
            f"{shorten(rest.strip())} skulle falla bort: det som står efter blanksteg och # läses som en kommentar.",
            f"skriv {plain[1].lstrip()}{in_quotes(plain[2])}",
        )
    else:
        yield place.warning(
            "kommentar-efter-värde",
            "Det som står efter # läses som en kommentar och kommer inte med.",
            "sätt citattecken om hela värdet om # hör till texten, annars flytta kommentaren till en egen rad.",
        )


def comments(header: str) -> Iterator[tuple[int, int, str]]:
    """The comments of a header: line and column (from 0) and the comment, with its sign.

    From where the header cannot be read on, whatever stands behind a sign with a blank before it counts as one.
    """
    end = 0
    try:
        for event in yaml.parse(header, yaml.CSafeLoader):
            if event.start_mark and event.end_mark:
                yield from _signs(header, re.compile(r"#.*"), end, event.start_mark.index)
                end = max(end, event.end_mark.index)
    except yaml.YAMLError:
        yield from _signs(header, re.compile(r"(?m)(?<!\S)#.*"), end, len(header))


def _signs(header: str, shape: re.Pattern[str], first: int, last: int) -> Iterator[tuple[int, int, str]]:
    for found in shape.finditer(header, first, last):
        start = found.start()
        yield header.count("\n", 0, start), start - header.rfind("\n", 0, start) - 1, found[0]


def quoted_by_word(source: Source, value: str, line: int, column: int) -> Iterator[Finding]:
    """Word's quotes about a whole value are part of it: the page would show them. Within plain quotes they are meant.

    About a key they make it another one, which is told.
    """
    if source.place(line).excerpt[column - 1 + len(value) :].startswith(":"):
        return
    found = QUOTED_BY_WORD.fullmatch(value)
    if found is not None:
        yield source.place(line, column, len(value)).warning(
            "citattecken-i-värde",
            "Citattecknen är Words egna och skulle synas på sidan.",
            f"skriv {shorten(found[1])} utan dem. Ska de synas: skriv {in_quotes(shorten(value))}",
        )
    elif alone := ALONE_BY_WORD.fullmatch(value):
        yield source.place(line, column, len(value)).warning(
            "citattecken-i-värde",
            "Ett av Words citattecken står utan sitt par och skulle synas på sidan.",
            f"skriv {shorten(alone[1] or alone[2])} utan det, eller sätt det andra där det fattas.",
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
