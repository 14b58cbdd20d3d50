"""What RFC 5545 asks of a calendar, held by hand against its bytes: for what no parser complains of."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

_STATUS = {"TENTATIVE", "CONFIRMED", "CANCELLED"}
_ONCE = (
    "UID",
    "DTSTAMP",
    "DTSTART",
    "DTEND",
    "SUMMARY",
    "SEQUENCE",
    "STATUS",
    "TRANSP",
    "URL",
    "LOCATION",
    "DESCRIPTION",
)


def faults(content: bytes) -> list[str]:
    """Everything that is wrong."""
    return [*_of_lines(content), *_of_calendar(content)]


def lines_of(content: bytes) -> list[str]:
    """The content lines, unfolded (3.1)."""
    return content.decode("utf-8").replace("\r\n ", "").removesuffix("\r\n").split("\r\n")


def _of_lines(content: bytes) -> Iterator[str]:
    if not content.endswith(b"\r\n") or content.replace(b"\r\n", b"").translate(None, b"\r\n\0") != content.replace(
        b"\r\n", b""
    ):
        yield "a line that does not end with CRLF"
    for line in content.split(b"\r\n"):
        if len(line) > 75:
            yield f"more than 75 octets: {line!r}"
        line.decode("utf-8")


def _of_calendar(content: bytes) -> Iterator[str]:
    lines = lines_of(content)
    nested: list[str] = []
    event: list[tuple[str, str, str]] = []
    uids: Counter[str] = Counter()
    calendar: Counter[str] = Counter()
    components = 0
    for line in lines:
        found = re.fullmatch(r"([A-Z-]+)((?:;[A-Z-]+=[^:;,]+)*):(.*)", line)
        if found is None:
            yield f"no content line: {line}"
            continue
        name, parameters, value = found.groups()
        if name == "BEGIN":
            nested.append(value)
            components += len(nested) == 2
            event = []
        elif name == "END":
            if nested.pop() != value:
                yield f"END:{value} ends something else"
            if value == "VEVENT":
                yield from _of_event(event)
                uids.update(one[2] for one in event if one[0] == "UID")
        elif nested[-1:] == ["VEVENT"]:
            event.append((name, parameters, value))
        elif nested == ["VCALENDAR"]:
            calendar[name] += 1
    if nested or not components or calendar["PRODID"] != 1 or calendar["VERSION"] != 1:
        yield "no whole VCALENDAR with one PRODID and one VERSION and a component (3.6)"
    yield from (f"UID twice: {uid}" for uid, count in uids.items() if count > 1)
    if b"TZID=Europe/Stockholm" in content and "TZID:Europe/Stockholm" not in lines:
        yield "a TZID without its VTIMEZONE (3.2.19)"


def _of_event(event: list[tuple[str, str, str]]) -> Iterator[str]:
    counted = Counter(name for name, _, _ in event)
    said = {name: value for name, _, value in event}
    told = {name: parameters for name, parameters, _ in event}
    if any(counted[name] != 1 for name in ("UID", "DTSTAMP", "DTSTART")) or any(counted[name] > 1 for name in _ONCE):
        yield f"not once: {counted} (3.6.1)"
    if not re.fullmatch(r"\d{8}T\d{6}Z", said["DTSTAMP"]) or not re.fullmatch(r"\d+", said["SEQUENCE"]):
        yield f"DTSTAMP is not UTC or SEQUENCE no number: {said}"
    if said["STATUS"] not in _STATUS or said["TRANSP"] not in ("OPAQUE", "TRANSPARENT"):
        yield f"STATUS or TRANSP: {said}"
    if not said["URL"].startswith("https://"):
        yield f"URL is not whole: {said}"
    if "DTEND" in said and (told["DTEND"] != told["DTSTART"] or said["DTEND"] <= said["DTSTART"]):
        yield f"DTEND is of another kind or not after DTSTART: {said} (3.8.2.2)"
    form = r"\d{8}" if told["DTSTART"] == ";VALUE=DATE" else r"\d{8}T\d{6}"
    if not re.fullmatch(form, said["DTSTART"]):
        yield f"DTSTART: {said}"
    if re.search(r"(?<!\\)(?:\\\\)*[,;]", said["SUMMARY"]):
        yield f"a comma or semicolon without a backslash: {said} (3.3.11)"
