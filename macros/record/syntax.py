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
    TIGHT,
    closed,
    in_quotes,
    parted,
    quoted,
    requoted,
    signed,
)
from macros.record.source import Source
from macros.record.values import shorten

COLON_IN_VALUE = "kolon-i-värde"
COLON_MISSING = "kolon-saknas"
OPEN_QUOTE = "citat-oavslutat"

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
    lacking = (
        _without_blank(source, place, problem)
        or _without_colon(source, place, problem)
        or _too_far_in(source, place, problem)
        or _quoted_in_part(place, problem)
    )
    if lacking:
        return lacking
    here = place.excerpt[place.column - 1 :]
    if "block sequence entries" in problem and (lone := _lone_dash(source, place)):
        return lone
    for words, start, rule, message, remedy in _SYNTAX:
        if re.search(words, problem) and re.match(start, here):
            meant = _MEANT[rule](place.excerpt) if rule in _MEANT else None
            return place.error(rule, message, f"skriv {meant.strip()}" if meant else remedy)
    return place.error(
        "rubrikdel-form",
        "Rubrikdelen går inte att läsa från den här raden.",
        "jämför raden med en annan fil av samma slag: nyckel, kolon, blanksteg, värde.",
    )


_KEY = re.compile(r"(\s*)[\w-]+(?=:(?:\s|$))")
_BARE = re.compile(r"(\s*)([^\W\d][\w-]*)\s+([^:#]*[^:#\s])\s*")


def _without_blank(source: Source, place: Place, problem: str) -> Finding | None:
    """The finding for a line without a blank after its colon, which the parser notices there or on the line after."""
    if not re.search("mapping values are not allowed|could not find expected ':'", problem):
        return None
    for line in (place.line - 1, place.line):
        tight = TIGHT.fullmatch(source.lines[line - 1]) if line >= source.header_line else None
        if tight and (mended := parted(tight[0])):
            where = source.place(line, len(tight[1]) + 1, len(tight[0].strip()) - len(tight[1].lstrip()))
            told = "Det saknas ett blanksteg efter kolonet."
            return where.error(COLON_MISSING, told, f"skriv {mended.strip()}")
    return None


def _without_colon(source: Source, place: Place, problem: str) -> Finding | None:
    """The finding for a line without its colon: the parser notices only at the colon of the line after."""
    if "mapping values are not allowed" not in problem:
        return None
    before = source.lines[place.line - 2] if place.line > source.header_line else ""
    key, bare = _KEY.match(place.excerpt), _BARE.fullmatch(before)
    if key is None or bare is None or key[1] != bare[1] or place.column != key.end() + 1:
        return None
    return source.place(place.line - 1, len(bare[1]) + 1, len(before.strip())).error(
        COLON_MISSING,
        "En rad saknar kolon efter nyckeln.",
        f"skriv {bare[2]}: {bare[3].lstrip('=- ')}, eller sätt ihop raden med den före om den hör dit.",
    )


_WITH_VALUE = re.compile(r"((?: |- )*)[^\W\d][\w-]*: +[^\s#\"'\[{|>&].*")


def _too_far_in(source: Source, place: Place, problem: str) -> Finding | None:
    """The finding for a key that is indented below one that has its value already: it is read as more words of that."""
    if "mapping values are not allowed" not in problem:
        return None
    before = source.lines[place.line - 2] if place.line > source.header_line else ""
    key, above = _KEY.match(place.excerpt), _WITH_VALUE.fullmatch(before)
    if key is None or above is None or place.column != key.end() + 1 or len(key[1]) <= len(above[1]):
        return None
    return source.place(place.line, len(key[1]) + 1, key.end() - len(key[1])).error(
        "indrag",
        "Raden är längre indragen än den före, som redan har sitt värde, och läses som en fortsättning på det.",
        f"börja raden {f'med {len(above[1])} blanksteg' if above[1] else 'längst till vänster'}: {place.excerpt.strip()}",
    )


def _quoted_in_part(place: Place, problem: str) -> Finding | None:
    """The finding for quotes that end before the value does."""
    meant = requoted(place.excerpt) if problem.startswith("did not find expected") else None
    if meant is None:
        return None
    told = "Citattecknen slutar mitt i värdet, så att resten inte går att läsa."
    return place.error(OPEN_QUOTE, told, f"skriv {meant.strip()}")


_DASH_ALONE = re.compile(r"((?: |- )*)([^\W\d][\w-]*): +-\s*(?:#.*)?")


def _lone_dash(source: Source, place: Place) -> Finding | None:
    """The finding for a value that is a dash and nothing more (`parti: -`); None where a list begins below it."""
    dash = _DASH_ALONE.fullmatch(place.excerpt)
    after = source.lines[place.line] if place.line < len(source.lines) else ""
    if dash is None or len(after) - len(after.lstrip()) > len(dash[1]):
        return None
    told = "Ett ensamt streck (-) efter kolon läses som början på en lista."
    return place.error("särskilt-tecken", told, f'skriv {dash[2]}: "-"')


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
    """Word's quotes about a whole value are part of it: the page would show them. Within plain quotes they are meant."""
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
