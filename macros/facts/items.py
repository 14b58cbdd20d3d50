"""Items: what may be told of them, what a reference to one means, and what leads from one to another."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from macros import addresses
from macros.facts.documents import attached
from macros.record import layout
from macros.record.archive import AgendaItem, Archive, Body, Meeting
from macros.record.filed import File
from macros.record.item import ItemKind, body_named
from macros.record.numbers import ItemNumber
from macros.record.schedule import Reference

MATTERS = layout.MATTER.folder
"""What stands in place of a meeting's folder in a reference to a matter without a known meeting."""


@dataclass(frozen=True)
class ItemName:
    """What a text such as `2017-09-14/delar-2` or `arenden/motion-om-bad` names: a folder of the body, and an item in it."""

    folder: str
    slug: str

    @classmethod
    def read(cls, written: str) -> ItemName | None:
        """The name as written; None where it is not of that form."""
        folder, _, slug = written.partition("/")
        return cls(folder, slug) if folder and slug else None

    def __str__(self) -> str:
        return f"{self.folder}/{self.slug}"


def name_of(item: AgendaItem) -> ItemName:
    """What other files of the body call the item."""
    return ItemName(item.meeting_id or MATTERS, item.slug)


def name_in(reference: Reference) -> ItemName:
    """What a schedule calls the item in which it was proposed or decided."""
    return ItemName(reference.meeting.isoformat(), reference.item)


def in_folder(body: Body, folder: str) -> tuple[AgendaItem, ...] | None:
    """The items of a meeting's folder, or the matters without a known meeting; None where the body has no such folder."""
    if folder == MATTERS:
        return body.matters
    meeting = body.meeting_by_id.get(folder)
    return meeting.items if meeting else None


def items_of(meeting: Meeting, slugs: Collection[str]) -> tuple[AgendaItem, ...]:
    """The meeting's items with these names, in the order of the agenda."""
    return tuple(item for item in meeting.items if item.slug in slugs)


def next_number(meeting: Meeting) -> ItemNumber:
    """The number of the next item at the end of the meeting's agenda."""
    return ItemNumber(max((item.number.main for item in meeting.items if item.number), default=0) + 1)


def shown(items: tuple[AgendaItem, ...]) -> tuple[AgendaItem, ...]:
    """The items that may be told of."""
    return tuple(item for item in items if item.is_told)


def holds_lists(item: AgendaItem) -> bool:
    """Whether the meeting's delegation lists are reported under this item."""
    return item.header.kind is ItemKind.DELEGATION


class AllItems:
    """Every item of an archive, by name and by what leads to it."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive

    @cached_property
    def _by_name(self) -> dict[tuple[str, str], AgendaItem]:
        return {(item.body_id, str(name_of(item))): item for item in self._archive.items}

    def named(self, body_id: str, name: ItemName | str | None) -> AgendaItem | None:
        """The item that a name means in the body's record, whether it may be told of or not."""
        return self._by_name.get((body_id, str(name))) if name else None

    def shown(self, body_id: str, name: ItemName | str | None) -> AgendaItem | None:
        """The item that a name means, if it may be told of."""
        found = self.named(body_id, name)
        return found if found and found.is_told else None

    @cached_property
    def _continued(self) -> dict[str, AgendaItem]:
        """Address of an item → the item that continues it."""
        return {
            before.address: item
            for item in self._archive.items
            if item.is_told and (before := self.shown(item.body_id, item.header.continues))
        }

    def continued_by(self, item: AgendaItem) -> AgendaItem | None:
        """The later item that takes this one up again."""
        return self._continued.get(item.address)

    @cached_property
    def _routed(self) -> dict[str, list[AgendaItem]]:
        routed: dict[str, list[AgendaItem]] = defaultdict(list)
        for item in shown(tuple(self._archive.items)):
            for body_id in {stop.body for stop in item.header.route} - {item.body_id}:
                routed[body_id].append(item)
        return routed

    def routed(self, body: Body) -> list[AgendaItem]:
        """Other bodies' items whose route passes this one."""
        return self._routed.get(body.id, [])

    def receiver(self, written: str) -> Body | str:
        """Who gets a decision ("expedieras_till"): a body of the archive, else the words as written."""
        body_id = body_named(written)
        return (self._archive.body(body_id) if body_id else None) or written

    @cached_property
    def _files(self) -> dict[tuple[str, str | None], dict[str, File]]:
        files: dict[tuple[str, str | None], dict[str, File]] = {
            (body.id, None): {file.name: file for file in body.files} for body in self._archive.bodies
        }
        for meeting in self._archive.meetings:
            files[meeting.body_id, meeting.id] = {file.name: file for file in meeting.files}
        return files

    def file(self, body_id: str, meeting_id: str | None, name: str) -> File | None:
        """An attachment's file in the meeting's folder, or in that of the matters without one, if it is there."""
        return self._files[body_id, meeting_id].get(name)

    def published_files(self, waiting: Collection[str]) -> Iterator[tuple[str, str]]:
        """(address, path) of every file that a shown attachment names; one that is also withheld somewhere is left out.

        `waiting` are the paths of minutes that are not approved: their attachments become public with them.
        """
        open_files: dict[tuple[str, str | None, str], File] = {}
        withheld: set[tuple[str, str | None, str]] = set()
        for found in attached(self._archive):
            if found.attachment.file is not None:
                place = (found.body_id, found.meeting_id, found.attachment.file)
                if not found.is_shown:
                    withheld.add(place)
                elif found.document.path not in waiting and (file := self.file(*place)):
                    open_files[place] = file
        for place in sorted(open_files.keys() - withheld, key=lambda place: (place[0], place[1] or "", place[2])):
            yield addresses.attachment(*place), open_files[place].path

    def withdrawn_files(self) -> Mapping[str, dt.date]:
        """Address → day of files that were withdrawn ("tillbakadragen"): no page can stand there to say so, and nothing does."""
        found: dict[str, dt.date] = {}
        for one in attached(self._archive):
            if one.address is not None and one.withdrawn is not None:
                found[one.address] = max(one.withdrawn, found.get(one.address, one.withdrawn))
        return found
