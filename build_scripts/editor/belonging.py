"""What a file rests on goes into git with it: a clone of what is called saved is whole."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

from macros.facts.documents import attached
from macros.facts.items import AllItems
from macros.record.archive import Archive, Body
from macros.record.layout import REVIEW_NOTES
from macros.record.schema import Document


def rests_on(archive: Archive, paths: Iterable[str]) -> frozenset[str]:
    """These files and those that they need in a clone, directly or not, with the reviewers' notes beside them."""
    needs: dict[str, set[str]] = defaultdict(set)
    for path, needed in _pairs(archive):
        needs[path].add(needed)
    found: set[str] = set()
    left = set(paths)
    while left:
        found |= left
        left = {needed for path in left for needed in needs[path]} - found
    return frozenset(found | {f"{path.rpartition('/')[0]}/{REVIEW_NOTES}" for path in found if "/" in path})


def _pairs(archive: Archive) -> Iterator[tuple[str, str]]:
    """A file and one without which a clone of it would have errors, or an item without its documents."""
    items = AllItems(archive)
    for one in attached(archive):
        file = items.file(one.body_id, one.meeting_id, one.attachment.file or "")
        if file is not None:
            yield one.document.path, file.path
    for item in archive.items:
        for paper in item.papers:
            yield paper.document.path, item.document.path
            yield item.document.path, paper.document.path
        if before := items.named(item.body_id, item.header.continues):
            yield item.document.path, before.document.path
    for body in archive.bodies:
        yield from _in_body(body)


def _in_body(body: Body) -> Iterator[tuple[str, str]]:
    """What every file of a body needs: its meeting's call and the body itself; minutes need the agenda and the members too."""
    own: list[Document[Any]] = [*body.schedules, *body.orders, *(notice.document for notice in body.notices)]
    own += [*(meeting.document for meeting in body.meetings), *(matter.document for matter in body.matters)]
    own += [body.members] if body.members else []
    for document in own:
        yield document.path, body.document.path
    for meeting in body.meetings:
        agenda = [item.document.path for item in meeting.items]
        below = [*agenda, *(found.document.path for found in meeting.lists)]
        if meeting.minutes is not None:
            below.append(meeting.minutes.path)
            yield from ((meeting.minutes.path, path) for path in agenda)
            if body.members is not None:
                yield meeting.minutes.path, body.members.path
        for path in below:
            yield path, meeting.document.path
