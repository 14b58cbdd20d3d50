"""The hour and the place of a meeting, as calls say them: each after its word, both after one, or in the sentence that calls."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from build_scripts.imports.blocks import whole
from build_scripts.imports.printed_titles import unbroken
from macros.record.loose_dates import ANY_MONTH, ANY_WEEKDAY

_HOUR = re.compile(
    r"\b(?:kl(?:ockan)?\.?\s*)?(?P<hour>[01]?\d|2[0-3])[.:](?P<minute>[0-5]\d)\b|"
    r"\bkl(?:ockan)?\.?\s*(?P<only>[01]?\d|2[0-3])\b(?![.:]\d)",
    re.IGNORECASE,
)
_PLACE = re.compile(r"(?:plats|lokal)\s*:?\s+(?P<venue>\S.*)", re.IGNORECASE)
_TIME = re.compile(
    rf"(?:sammanträdes|mötes)?(?:tid|datum|dag)\b.*|(?:{ANY_WEEKDAY})(?:en)?\s.*\d.*|"
    r".*\bsammanträdet (?:börjar|hålls|öppnas|inleds)\b.*|.*\bkallas till sammanträde\b.*",
    re.IGNORECASE,
)
_THERE = re.compile(r"\s+(?:i|på)\s+(?P<venue>[^\W\d_][^.]{2,60})\.?", re.IGNORECASE)
"""Where a sentence says the place right after the hour."""

_BOTH = re.compile(
    r"(?:(?:sammanträdes)?plats(?:\s*/\s*|,? (?:och )?)(?:sammanträdes)?(?:tid|dag)|"
    r"(?:sammanträdes)?(?:tid|dag)(?:\s*/\s*|,? (?:och )?)(?:sammanträdes)?plats)\s*:?\s+(?P<said>\S.*)",
    re.IGNORECASE,
)
_WHEN = re.compile(
    rf"(?:\b(?:{ANY_WEEKDAY})(?:en)?\b\s*)?(?:\bden\s*)?"
    rf"(?:\b\d{{1,2}}\s+(?:{ANY_MONTH})(?:\s+20\d\d)?\b|\b20\d\d-\d\d-\d\d\b)|"
    r"\b(?:kl(?:ockan)?\.?\s*)?\d{1,2}[.:]\d\d(?:\s*[-–]\s*(?:kl\.?\s*)?\d{1,2}[.:]\d\d)?|\bkl(?:ockan)?\.?\s*\d{1,2}\b",
    re.IGNORECASE,
)
_WORD_ABOVE = re.compile(r"(?:(?:sammanträdes|mötes)?(?:tid|plats|datum|dag)|lokal):?", re.IGNORECASE)
_MOST_LINES = 3
"""Lines that a place and an hour after one word take."""


@dataclass
class HourAndPlace:
    """What was found, the lines that it stands in, and every other line."""

    time: str | None = None
    venue: str | None = None
    read: list[str] = field(default_factory=list)
    rest: list[str] = field(default_factory=list)


def says_when_or_where(line: str) -> bool:
    """Whether a line begins with the word for an hour or a place, or says when the meeting begins."""
    return any(shape.fullmatch(line) for shape in (_BOTH, _TIME, _PLACE))


def hour_and_place(lines: Iterable[str]) -> HourAndPlace:
    """The hour and the place of the lines above an agenda."""
    found = HourAndPlace()
    for line in unbroken(_with_both_whole(list(_beside_their_words(list(lines)))), _TIME):
        if both := _BOTH.fullmatch(line):
            found.time = found.time or _time(both["said"])
            found.venue = found.venue or _without_when(both["said"])
        elif place := _PLACE.fullmatch(line):
            found.venue = place["venue"]
        elif found.time is None and _TIME.fullmatch(line) and (hour := _HOUR.search(line)):
            found.time = _time(line)
            if found.venue is None and (place := _THERE.fullmatch(line, hour.end())):
                found.venue = place["venue"]
        else:
            found.rest.append(line)
            continue
        found.read.append(line)
    return found


def _beside_their_words(lines: Sequence[str]) -> Iterator[str]:
    """The lines, what stands below several words on one line beside each: "Tid", "Plats" above the hour and the place."""
    words: list[str] = []
    for line in lines:
        cells = line.split("\t")
        if words and len(cells) == len(words):
            yield from (f"{word}\t{cell}" for word, cell in zip(words, cells, strict=True))
            words = []
            continue
        yield from ["\t".join(words)] if words else []
        words = cells if len(cells) > 1 and all(map(_WORD_ABOVE.fullmatch, cells)) else []
        yield from [] if words else [line]
    yield from ["\t".join(words)] if words else []


def _with_both_whole(lines: list[str]) -> list[str]:
    """The lines, with that of place and hour whole where the hour stands on one below."""
    at = next((n for n, line in enumerate(lines) if _BOTH.fullmatch(line)), None)
    if at is None or _HOUR.search(lines[at]):
        return lines
    below = lines[at + 1 : at + _MOST_LINES]
    end = next((n for n, line in enumerate(below, at + 2) if _HOUR.search(line)), at + 1)
    return [*lines[:at], whole(lines[at:end]), *lines[end:]]


def _time(text: str) -> str | None:
    hour = _HOUR.search(text)
    return f"{int(hour['hour'] or hour['only']):02}:{hour['minute'] or '00'}" if hour else None


def _without_when(text: str) -> str | None:
    """The place of a text that has the day and the hour too."""
    parts = (_WHEN.sub("", part).strip(" ,;.\t") for part in re.split(r"[,;\t]", text))
    return re.sub(r"^(?:i|på) ", "", ", ".join(filter(None, parts))) or None
