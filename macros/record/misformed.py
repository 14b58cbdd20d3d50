"""A header's line that the parser stumbles on, where the line itself tells what it lacks: a blank, a colon, an indent, quotes."""

from __future__ import annotations

import re

from macros.finding import Finding, Place
from macros.record.meant import TIGHT, parted, requoted
from macros.record.source import Source
from macros.record.values import shorten

COLON_MISSING = "kolon-saknas"
OPEN_QUOTE = "citat-oavslutat"


def misformed_line(source: Source, place: Place, problem: str) -> Finding | None:
    """The finding for the line at or before the parser's mark; `problem` is what libyaml says."""
    return (
        _without_blank(source, place, problem)
        or _without_colon(source, place, problem)
        or _too_far_in(source, place, problem)
        or _quoted_in_part(place, problem)
        or _lone_dash(source, place, problem)
        or _dash_before_key(source, place, problem)
        or _without_key(source, place, problem)
    )


_KEY = re.compile(r"(\s*)[\w-]+(?=:(?:\s|$))")
_BEGUN = re.compile(rf"{_KEY.pattern}|\s*- ")
_BARE = re.compile(r"(\s*)([^\W\d][\w-]*)\s+((?:[^:#]|:(?=\S))*[^:#\s])\s*")


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


def _lone_dash(source: Source, place: Place, problem: str) -> Finding | None:
    """The finding for a value that is a dash and nothing more (`parti: -`); None where a list begins below it."""
    if "block sequence entries" not in problem:
        return None
    dash = _DASH_ALONE.fullmatch(place.excerpt)
    after = source.lines[place.line] if place.line < len(source.lines) else ""
    if dash is None or len(after) - len(after.lstrip()) > len(dash[1]):
        return None
    told = "Ett ensamt streck (-) efter kolon läses som början på en lista."
    return place.error("särskilt-tecken", told, f'skriv {dash[2]}: "-"')


_DASHED_KEY = re.compile(r"( *)- +([^\W\d][\w-]*:(?: .*)?)")


def _dash_before_key(source: Source, place: Place, problem: str) -> Finding | None:
    """The finding for a key with a dash before it among keys that have none."""
    found = _DASHED_KEY.fullmatch(place.excerpt) if problem.startswith("did not find expected") else None
    before = _KEY.match(source.lines[place.line - 2]) if place.line > source.header_line else None
    if found is None or before is None or before[1] != found[1]:
        return None
    told = "Ett streck (-) står före nyckeln, fast ingen lista har börjat."
    return source.place(place.line, len(found[1]) + 1).error("indrag", told, f"skriv {found[2]}")


def _without_key(source: Source, place: Place, problem: str) -> Finding | None:
    """The finding for a line of words alone: more of the line before, or the value of the key before."""
    if "could not find expected ':'" not in problem:
        return None
    # The parser notices at the line after, but where the header ends.
    first, last = max(source.header_line + 1, place.line - 1), place.line
    line = next((n for n in range(first, last + 1) if not _BEGUN.match(source.lines[n - 1])), None)
    words = source.lines[line - 1].strip() if line else ""
    if line is None or not words:
        return None
    above, where = source.lines[line - 2], source.place(line, 1, len(source.lines[line - 1]))
    is_of_a_line = _BEGUN.match(above)
    if words.startswith("<!--"):
        return where.error(COLON_MISSING, "Raden har ingen nyckel.", "ta bort raden; en kommentar här börjar med #.")
    if not is_of_a_line:
        return None
    written = above.rstrip()
    if written.endswith(":"):
        remedy = f"skriv {shorten(f'{written.strip()} {words}')}, eller om det är en lista, indraget två steg: - {shorten(words)}"
    else:
        remedy = f"sätt ihop den med raden före: {shorten(f'{written.strip()} {words}')}"
        bare = _BARE.fullmatch(words)
        remedy += f". Är dess första ord en nyckel: skriv {shorten(f'{bare[2]}: {bare[3]}')}" if bare else ""
    return where.error(COLON_MISSING, "Raden har ingen nyckel.", remedy)
