"""Parts of a report that become keys of the item: its attachments, the matter's way through the bodies, and its movers."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import takewhile

from build_scripts.imports.blocks import Block, BlockKind, grid_of
from build_scripts.imports.headings import OFFICE
from build_scripts.imports.letterhead import first_date
from build_scripts.imports.people import is_name, is_office, is_signed
from build_scripts.imports.printed_titles import unbroken
from build_scripts.imports.telling import Account

_ATTACHMENTS = re.compile(r"(?:\d{1,2}[.)]?\s+)?bilag(?:a|or)(?: till \w+)?:?", re.IGNORECASE)
_ROUTE = re.compile(r"(?:\d{1,2}[.)]?\s+)?(?:besluts(?:planering|gång|process)|ärendets (?:gång|väg)):?", re.IGNORECASE)
_MARK = re.compile(r"^(?:bilaga\s*[\dA-Z]{0,2}\s*[.:–-]?\s+|\d{1,2}[.)]\s+|[•·▪–—-]\s+)", re.IGNORECASE)
_MOVED = re.compile(r"väckt(?:a|s)?\s+av\s+(?P<names>.+)", re.IGNORECASE)
_MOVER = re.compile(r"[A-ZÅÄÖÉ][\w-]+(?:\s+(?:[A-ZÅÄÖÉ][\w-]+|von|af|de))+\s*\([A-ZÅÄÖ][A-ZÅÄÖa-zåäö]{0,3}\)")
LONGEST_NAME = 160
"""Characters of a line that is the title of an attachment."""

_BASIS = re.compile(r"beslutsunderlag:?", re.IGNORECASE)
_MOST_LISTED = 11
_SHORTEST = len("Karta")
_OWN = re.compile(
    r"bilagor?\b|(?:ordförandeförslag|missiv|tjänste(?:skrivelse|utlåtande))\b[\s,]*(?:daterad|den|\d|$)", re.IGNORECASE
)
"""What a list names besides attachments: its own report."""


def listed_titles(lines: Sequence[str], headings: Collection[int] = ()) -> Iterator[str]:
    """The titles of attachments that lines list below such a heading: to the next one, or as long as rows have marks.

    `headings` are the places of the lines that are headings.
    """
    for at, line in enumerate(lines):
        if not (_ATTACHMENTS.fullmatch(line) or _BASIS.fullmatch(line)):
            continue
        last = at + 1 + _MOST_LISTED
        end = next((n for n in range(at + 1, min(last, len(lines))) if n in headings), last)
        below = list(unbroken(lines[at + 1 : end]))
        rows = list(takewhile(_MARK.match, below)) or list(takewhile(_is_title, below))
        yield from (title for title in map(_title, rows) if len(title) >= _SHORTEST and not _OWN.match(title))


def _is_title(line: str) -> bool:
    return "\t" not in line and not OFFICE.fullmatch(line) and not is_office(line) and not is_name(line)


def _title(line: str) -> str:
    return _MARK.sub("", line).strip()


def read_attachments(blocks: Sequence[Block], told: Account) -> list[Block]:
    """The text without the section that lists the attachments, where it does nothing else; they become "bilagor"."""
    at = _section(blocks, _ATTACHMENTS)
    if at is None:
        return list(blocks)
    listed = list(takewhile(lambda block: not any(map(is_signed, block.lines)), blocks[at.start + 1 : at.stop]))
    lines = [line for block in listed for line in block.lines]
    titles = list(map(_title, lines))
    if not titles or any(not title or len(title) > LONGEST_NAME or title.endswith(".") for title in titles):
        return list(blocks)
    told.keys["bilagor"] = [{"titel": title} for title in titles]
    told.read_as += (("bilagor", title, "ur listan; filen läggs i bilagor") for title in titles)
    told.leave_out("Listan över bilagor, som blev nyckeln bilagor", [blocks[at.start].text, *lines])
    return [*blocks[: at.start], *blocks[at.start + 1 + len(listed) :]]


def read_route(blocks: Sequence[Block], bodies: Mapping[str, str], told: Account) -> list[Block]:
    """The text without the section that says which bodies take the matter up, where all of them are in the record."""
    at = _section(blocks, _ROUTE)
    if at is None:
        return list(blocks)
    lines = [line for block in blocks[at.start + 1 : at.stop] for line in rows_of(block)]
    stops = [_stop(line, bodies) for line in lines]
    if not stops or None in stops:
        told.look_at.append("Beslutsplaneringen nämner organ som inte finns i arkivet, och står kvar i texten.")
        return list(blocks)
    told.keys["beslutsgång"] = [stop for stop in stops if stop]
    told.read_as += (("beslutsgång", " ".join(stop.values()), "") for stop in stops if stop)
    told.leave_out("Beslutsplaneringen, som blev nyckeln beslutsgång", [blocks[at.start].text, *lines])
    return [*blocks[: at.start], *blocks[at.stop :]]


def rows_of(block: Block) -> list[str]:
    """The lines of a block, of a table its rows."""
    if block.kind is not BlockKind.TABLE:
        return block.lines
    return [" ".join(line for cell in row for line in cell) for row in grid_of(block.rows)]


def _section(blocks: Sequence[Block], shape: re.Pattern[str]) -> range | None:
    """Where a section stands that begins with such a heading: to the next one."""
    for n, block in enumerate(blocks):
        if block.kind is BlockKind.HEADING and shape.fullmatch(block.text):
            inside = takewhile(lambda one: one.kind is not BlockKind.HEADING, blocks[n + 1 :])
            return range(n, n + 1 + len(list(inside)))
    return None


def _stop(line: str, bodies: Mapping[str, str]) -> dict[str, str] | None:
    found = first_date([line], whole_only=True)
    name = re.sub(r"[\s,:–-]+$", "", line.replace(found[1], "") if found else line).strip()
    body = bodies.get(name.casefold())
    if body is None:
        return None
    return {"organ": body, **({"datum": found[0].isoformat()} if found else {})}


def read_movers(title: str, told: Account) -> None:
    """Those who put the motion or the initiative, named with their party behind the title's "väckt av"."""
    found = _MOVED.search(title)
    movers = _MOVER.findall(found["names"]) if found else []
    if movers:
        told.read("motionärer", movers, "ur rubriken")
