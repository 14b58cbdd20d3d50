"""Rules of notices that were released ("anslag.tsv"): none disappears or changes before its time is over."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from macros import addresses
from macros.facts.notices import Posted, notices
from macros.finding import Finding, Level, Place
from macros.record.archive import Archive
from macros.record.layout import RECORD


@dataclass(frozen=True)
class ReleasedNotice:
    """A notice as it was released: its address, its day of posting, its last day, the digest of what it said, its place."""

    address: str
    posted: dt.date
    last: dt.date
    digest: str
    place: Place


def released_notices(
    archive: Archive, today: dt.date, released: Iterable[ReleasedNotice], faulty: Collection[str] = ()
) -> Iterator[Finding]:
    """A released notice stays as it was until its last day; one that is new on the official board was posted that very day.

    A notice whose time is over is judged no more, nor one that an error of its own files may have changed: `faulty` are the
    paths with errors that are told. Where the site is not the official board ("anslagstavla: officiell"), the day
    of posting is the official board's and may be earlier than the release.
    Source: KL 8:12, 13:5.
    """
    now = {notice.address: notice for notice in notices(archive)}
    known = set()
    for entry in released:
        known.add(entry.address)
        notice = now.get(entry.address)
        if entry.last >= today and not any(_gives(path, entry.address) for path in faulty):
            yield from _changed(entry, notice)
    for notice in now.values():
        if notice.address not in known and notice.is_up(today):
            yield from _late(notice, today)


def _gives(path: str, address: str) -> bool:
    """Whether the path is that of the record, or lies in the folder of the body whose notice has the address."""
    record, _, inside = path.partition("/")
    body_id = inside.partition("/")[0]
    return record == RECORD and (not body_id or address.startswith(f"{addresses.NOTICE_BOARD}{body_id}-"))


def _changed(entry: ReleasedNotice, notice: Posted | None) -> Iterator[Finding]:
    if notice is None:
        yield Finding(
            entry.place,
            Level.ERROR,
            "anslag-borttaget",
            f"Anslaget /{entry.address} sattes upp {entry.posted} och ska sitta uppe till och med {entry.last}, "
            "men finns inte längre.",
            "lägg tillbaka anslaget som det var; tas det bort tidigare slutar tiden för överklagande att löpa "
            "(KL 8:12, 13:5).",
        )
    elif notice.digest != entry.digest:
        yield notice.document.error(
            "anslag-ändrat",
            notice.keys,
            f"Anslaget /{entry.address} sattes upp {entry.posted} och sitter uppe till och med {entry.last}, "
            "men säger nu något annat.",
            "återställ paragrafer, rubriker, dagar och plats; ett fel i anslaget rättas med en ny justering och ett nytt anslag.",
        )


def _late(notice: Posted, today: dt.date) -> Iterator[Finding]:
    board = notice.body.header.notice_board
    if board is not None and board.official and notice.posted != today:
        yield notice.document.error(
            "anslag-utgivning",
            notice.keys,
            f"Anslaget säger {notice.posted} men sätts upp i dag, {today}; den här webbplatsen är den officiella anslagstavlan.",
            f"skriv anslaget: {today}.",
        )
