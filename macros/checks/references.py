"""Rules of what a header points at: bodies, earlier items, the items that proposed or decided a schedule."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from macros.checks.given import Given, Rule, folder_of, has_its_day
from macros.finding import Finding
from macros.record.archive import AgendaItem, Body
from macros.record.reading import RECORD
from macros.record.schema import Document, Keys
from macros.record.values import did_you_mean

BODY_MARK = "organ:"
"""What stands before a body's id in "expedieras_till"; a receiver without it is any text."""


def body_exists(given: Given) -> Iterator[Finding]:
    """A body ("organ") named in "beslutsgång", "andra_diarienummer" or as `organ:id` in "expedieras_till" is in the record."""
    for item in given.archive.items:
        named: list[tuple[Keys, str]] = [
            (("beslutsgång", n, "organ"), stop.body) for n, stop in enumerate(item.header.route)
        ]
        named += [(("andra_diarienummer", n, "organ"), other.body) for n, other in enumerate(item.header.other_numbers)]
        named += [
            (("expedieras_till", n), receiver.removeprefix(BODY_MARK).strip())
            for n, receiver in enumerate(item.header.sent_to)
            if receiver.startswith(BODY_MARK)
        ]
        for keys, body_id in named:
            if given.archive.body(body_id) is None and not given.is_unread(f"{RECORD}/{body_id}"):
                ids = list(given.archive.body_by_id)
                meant = did_you_mean(body_id, ids)
                yield item.document.error(
                    "okänt-organ",
                    keys,
                    f'Inget organ har mappen "{body_id}".',
                    f"Menade du {meant}?" if meant else f"skriv mappens namn; organen är {', '.join(ids[:20])}.",
                )


def continued_item_exists(given: Given) -> Iterator[Finding]:
    """An item that comes back ("fortsätter") names an earlier meeting's folder and the item's file name without number."""
    for body in given.archive.bodies:
        for item in body.items:
            if item.header.continues is None:
                continue
            meeting_id, slash, slug = item.header.continues.partition("/")
            if not slash:
                yield item.document.error(
                    "okänt-ärende",
                    ("fortsätter",),
                    f'"{meeting_id}" saknar mapp eller ärende.',
                    "skriv sammanträdets mapp/ärendets filnamn utan nummer och .md, till exempel 2017-09-14/delar-2.",
                )
                continue
            yield from _item_exists(given, body, item.document, ("fortsätter",), meeting_id, slug)
            found = body.meeting_by_id.get(meeting_id)
            own = body.meeting_by_id.get(item.meeting_id or "")
            if found is None or own is None or not (has_its_day(found) and has_its_day(own)):
                continue
            if found.date >= own.date:
                yield item.document.error(
                    "fortsätter-ordning",
                    ("fortsätter",),
                    f"Ärendet fortsätter från {found.date}, som inte är före sammanträdet {own.date}.",
                    "peka på det tidigare ärendet; det senare pekar tillbaka.",
                )


def schedule_item_exists(given: Given) -> Iterator[Finding]:
    """The item in which a schedule was proposed ("föreslagen_i") or decided ("beslutad_i") is in the record."""
    for body in given.archive.bodies:
        for schedule in body.schedules:
            for key, reference in (
                ("föreslagen_i", schedule.header.proposed_in),
                ("beslutad_i", schedule.header.decided_in),
            ):
                if reference is not None:
                    yield from _item_exists(
                        given,
                        body,
                        schedule,
                        (key, "ärende"),
                        reference.meeting.isoformat(),
                        reference.item,
                        (key, "sammanträde"),
                    )


def _item_exists(
    given: Given, body: Body, document: Document[Any], keys: Keys, meeting_id: str, slug: str, meeting_keys: Keys = ()
) -> Iterator[Finding]:
    meeting = body.meeting_by_id.get(meeting_id)
    if given.is_missed(body, meeting_id):
        meant = did_you_mean(meeting_id, body.meeting_by_id)
        yield document.error(
            "okänt-ärende",
            meeting_keys or keys,
            f'Organet har inget sammanträde med mappen "{meeting_id}".',
            f"Menade du {meant}?" if meant else "skriv namnet på sammanträdets mapp, till exempel 2017-09-14.",
        )
    elif meeting is None or given.is_unread(folder_of(meeting.document.path)):
        return
    elif not any(item.slug == slug for item in meeting.items):
        meant = _meant(slug, meeting.items)
        yield document.error(
            "okänt-ärende",
            keys,
            f'Sammanträdet {meeting_id} har inget ärende "{slug}".',
            f"Menade du {meant}?" if meant else "skriv ärendets filnamn utan nummer och .md.",
        )


def _meant(slug: str, items: tuple[AgendaItem, ...]) -> str | None:
    slugs = [item.slug for item in items]
    bare = slug.removesuffix(".md").lstrip("0123456789-")
    return bare if bare in slugs else did_you_mean(bare, slugs)


RULES: tuple[Rule, ...] = (body_exists, continued_item_exists, schedule_item_exists)
