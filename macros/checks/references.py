"""Rules of what a header points at: bodies, earlier items, the items that proposed or decided a schedule."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from macros.checks.given import Given, Rule, folder_of
from macros.facts.documents import attachments_of, files_of, flat
from macros.facts.items import MATTERS, ItemName, in_folder, name_in, name_of
from macros.facts.meetings import has_its_day
from macros.finding import Finding
from macros.record import layout
from macros.record.archive import AgendaItem, Body
from macros.record.described import Signed
from macros.record.home import RECORD
from macros.record.item import body_named
from macros.record.schema import Document, Keys
from macros.record.values import did_you_mean


def body_exists(given: Given) -> Iterator[Finding]:
    """A body ("organ") named in "beslutsgång", "andra_diarienummer" or as `organ:id` elsewhere is in the record."""
    for document, keys, body_id in _bodies_named(given):
        if given.archive.body(body_id) is None and not given.is_unread(f"{RECORD}/{body_id}"):
            ids = list(given.archive.body_by_id)
            meant = did_you_mean(body_id, ids)
            yield document.error(
                "okänt-organ",
                keys,
                f'Inget organ har mappen "{body_id}".',
                f"Menade du {meant}?" if meant else f"skriv mappens namn; organen är {', '.join(ids[:20])}.",
            )


def _bodies_named(given: Given) -> Iterator[tuple[Document[Any], Keys, str]]:
    """Every body that a header names by its id: its file, the keys to it, and the id."""
    for item in given.archive.items:
        for n, stop in enumerate(item.header.route):
            yield item.document, ("beslutsgång", n, "organ"), stop.body
        for n, other in enumerate(item.header.other_numbers):
            yield item.document, ("andra_diarienummer", n, "organ"), other.body
    for document, keys, written in _parties(given):
        if (body_id := body_named(written)) is not None:
            yield document, keys, body_id


def _parties(given: Given) -> Iterator[tuple[Document[Any], Keys, str]]:
    """Everyone whom a document or a decision is from or sent to, as written: `organ:id`, or words."""
    for item in given.archive.items:
        yield from _numbered(item.document, ("expedieras_till",), item.header.sent_to)
        yield from _of_signed(item.document, (), item.header)
        for one in flat(item):
            yield from _of_signed(one.document, one.keys, one.header)
    for minuted in given.facts.minutes:
        for keys, paragraph in minuted.paragraphs:
            yield from _numbered(minuted.document, (*keys, "expedieras_till"), paragraph.sent_to)
            for n, sent in enumerate(paragraph.expedited):
                yield minuted.document, (*keys, "expedierat", n, "till"), sent.to
    for meeting in given.archive.meetings:
        for one in (one for document in files_of(meeting) for one in attachments_of(document)):
            yield from _of_signed(one.document, one.keys, one.header)
    for found in (found for body in given.archive.bodies for found in body.lists):
        for n, row in enumerate(found.header.decisions):
            yield from _numbered(found.document, ("beslut", n, "mottagare"), row.recipients)


def _of_signed(document: Document[Any], keys: Keys, signed: Signed) -> Iterator[tuple[Document[Any], Keys, str]]:
    if signed.author:
        yield document, (*keys, "avsändare"), signed.author
    yield from _numbered(document, (*keys, "mottagare"), signed.recipients)


def _numbered(document: Document[Any], keys: Keys, names: Iterable[str]) -> Iterator[tuple[Document[Any], Keys, str]]:
    return ((document, (*keys, n), name) for n, name in enumerate(names))


_PREFIXED = re.compile(r"(\w+)\s*:\s*([a-z0-9-]+)", re.IGNORECASE)


def receiver_is_a_body_or_words(given: Given) -> Iterator[Finding]:
    """A receiver ("expedieras_till", "mottagare") or sender is `organ:id` or words; a slip in the prefix would be shown."""
    ids = given.archive.body_by_id
    for document, keys, written in _parties(given):
        found = _PREFIXED.fullmatch(written)
        if found is None or body_named(written) is not None:
            continue
        if found[2].lower() in ids or did_you_mean(found[1], ("organ",)):
            meant = found[2].lower() if found[2].lower() in ids else did_you_mean(found[2], ids)
            yield document.error(
                "mottagare-form",
                keys,
                f'"{written}" skulle visas så för läsaren: ordet före kolon är inte organ.',
                f"Menade du organ:{meant}?" if meant else "skriv organ: och mappens namn, eller mottagaren i ord.",
            )


def continued_item_exists(given: Given) -> Iterator[Finding]:
    """An item that comes back ("fortsätter") names an earlier meeting's folder and the item's file name without number.

    A matter without a known meeting is named by the folder `arenden` in the meeting's place.
    """
    for body in given.archive.bodies:
        for item in body.items:
            if item.header.continues is None:
                continue
            name = ItemName.read(item.header.continues)
            if name is None:
                yield item.document.error(
                    "okänt-ärende",
                    ("fortsätter",),
                    f'"{item.header.continues}" saknar mapp eller ärende.',
                    "skriv sammanträdets mapp/ärendets filnamn utan nummer och .md, till exempel 2017-09-14/delar-2; "
                    f"för ett ärende utan känt sammanträde {MATTERS}/filnamnet utan .md.",
                )
                continue
            yield from _item_exists(given, body, item.document, ("fortsätter",), name)
            yield from _goes_back(body, item, name)


def _goes_back(body: Body, item: AgendaItem, name: ItemName) -> Iterator[Finding]:
    """The earlier item is earlier: of a meeting before the item's own, and another than the item."""
    if name == name_of(item):
        told, remedy = "Ärendet fortsätter från sig självt.", "peka på det tidigare ärendet, eller ta bort fortsätter."
    else:
        found, own = body.meeting_by_id.get(name.folder), body.meeting_by_id.get(item.meeting_id or "")
        if found is None or own is None or not (has_its_day(found) and has_its_day(own)) or found.order < own.order:
            return
        told = f"Ärendet fortsätter från {found.date}, som inte är före sammanträdet {own.date}."
        remedy = "peka på det tidigare ärendet; det senare pekar tillbaka."
    yield item.document.error("fortsätter-ordning", ("fortsätter",), told, remedy)


def schedule_item_exists(given: Given) -> Iterator[Finding]:
    """The item in which a schedule was proposed ("föreslagen_i") or decided ("beslutad_i") is in the record."""
    for body in given.archive.bodies:
        for schedule in body.schedules:
            for key, reference in (
                ("föreslagen_i", schedule.header.proposed_in),
                ("beslutad_i", schedule.header.decided_in),
            ):
                if reference is not None:
                    keys = ((key, "ärende"), (key, "sammanträde"))
                    yield from _item_exists(given, body, schedule, keys[0], name_in(reference), keys[1])


def _item_exists(
    given: Given, body: Body, document: Document[Any], keys: Keys, name: ItemName, folder_keys: Keys = ()
) -> Iterator[Finding]:
    items = in_folder(body, name.folder)
    if items is None and given.is_missed(body, name.folder):
        meant = did_you_mean(name.folder, (*body.meeting_by_id, MATTERS))
        yield document.error(
            "okänt-ärende",
            folder_keys or keys,
            f'Organet har inget sammanträde med mappen "{name.folder}".',
            f"Menade du {meant}?" if meant else "skriv namnet på sammanträdets mapp, till exempel 2017-09-14.",
        )
    elif items is None or given.is_unread(f"{folder_of(body.document.path)}/{name.folder}"):
        return
    elif given.facts.items.named(body.id, name) is None:
        meant = _meant(name.slug, items)
        where = f"Mappen {MATTERS}" if name.folder == MATTERS else f"Sammanträdet {name.folder}"
        yield document.error(
            "okänt-ärende",
            keys,
            f'{where} har inget ärende "{name.slug}".',
            f"Menade du {meant}?" if meant else "skriv ärendets filnamn utan nummer och .md.",
        )


def _meant(slug: str, items: tuple[AgendaItem, ...]) -> str | None:
    slugs = [item.slug for item in items]
    bare = layout.bare_slug(slug)
    return bare if bare in slugs else did_you_mean(bare, slugs)


def one_title_of_a_case(given: Given) -> Iterator[Finding]:
    """The items of a case ("diarienummer") give it one title ("ärendemening"): the first that is written names it everywhere."""
    for case in given.facts.cases.all:
        for item in case.titled[1:]:
            first = case.titled[0]
            if item.header.case_title != case.title:
                yield item.document.warning(
                    "ärendemening-olika",
                    ("ärendemening",),
                    f'{case.number} heter redan "{case.title}" ({first.document.place("ärendemening")}).',
                    "ta bort raden, eller rätta den första; ärendemeningen skrivs bara i det första ärendet.",
                )


RULES: tuple[Rule, ...] = (
    body_exists,
    receiver_is_a_body_or_words,
    continued_item_exists,
    schedule_item_exists,
    one_title_of_a_case,
)
