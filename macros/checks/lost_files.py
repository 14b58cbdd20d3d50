"""The rule of files that have been released and are gone: they, or the folder around them, come back under the same name."""

from __future__ import annotations

import difflib
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from pathlib import PurePosixPath
from typing import Any

from macros import addresses
from macros.addresses import CASES
from macros.checks.given import Given, Rule, folder_of, restoring
from macros.facts.documents import attached
from macros.finding import Finding, Place
from macros.record import layout
from macros.record.layout import ATTACHMENTS
from macros.record.ledgers import ReleasedRow


def released_file_is_there(given: Given) -> Iterator[Finding]:
    """A file that gave a released address is there, but for an attachment that was withdrawn.

    A file, or a folder, that is gone is told once, with all that it gave. So is an attachment that no item names any more,
    unless one names a file that is not there and may mean it.
    """
    there = FilesThere(given)
    gone: dict[str, list[ReleasedRow]] = defaultdict(list)
    for row in given.release.lost() if given.archive.bodies else ():
        if row.about and row.about not in there.paths and not given.was_refused(row.about):
            gone[there.highest_gone(row.about)].append(row)
        elif (
            f"/{ATTACHMENTS}/" in row.about and not given.is_in_doubt(row.about) and not _may_be_meant(row.about, given)
        ):
            remedy = f"låt ärendet nämna filen igen: {restoring(given, home_of(row.about))}.{withdrawing(row.about)}"
            yield lost(Place(row.about), [row], remedy)
    for path, rows in gone.items():
        # An empty folder is nothing to git: where one file was all that it held, that file is gone.
        path = rows[0].about if len({row.about for row in rows}) == 1 else path
        yield _brought_back(path, rows, there, given)


def home_of(path: str) -> str:
    """The folder of the items that an attachment belongs to."""
    return folder_of(folder_of(path))


def _may_be_meant(path: str, given: Given) -> bool:
    """Whether something beside the attachment names a file that is not there."""
    beside = (
        one.attachment.file for one in attached(given.archive) if one.document.path.startswith(f"{home_of(path)}/")
    )
    return any(name is not None and f"{folder_of(path)}/{name}" not in given.release.files for name in beside)


@dataclass(frozen=True)
class FilesThere:
    """The files that are there, and the files of addresses that were never released."""

    given: Given

    @cached_property
    def paths(self) -> frozenset[str]:
        """The files of the record and those that reading refused."""
        return self.given.release.files | self.given.unread

    @cached_property
    def folders(self) -> frozenset[str]:
        """The folders around them."""
        nearest = {PurePosixPath(folder_of(path)) for path in self.paths}
        return frozenset(str(folder) for place in nearest for folder in (place, *place.parents))

    @cached_property
    def fresh(self) -> dict[str, str]:
        """Address → file, of those that were never released."""
        known = self.given.archive.released.addresses.latest
        return {address: path for address, path in self.given.release.given.items() if address not in known}

    def highest_gone(self, path: str) -> str:
        """The file, or the highest folder around it that is gone too."""
        folders = [path, *map(str, PurePosixPath(path).parents)]
        return next(one for one, above in pairwise(folders) if above in self.folders)

    def fresh_file(self, row: ReleasedRow) -> str | None:
        """The file whose own address is new and most like the lost one: a moved file keeps most of its address."""
        alike = [address for address in self.fresh if address.startswith(CASES) == row.key.startswith(CASES)]
        near = difflib.get_close_matches(row.key, alike, 1, cutoff=0.6)
        return self.fresh[near[0]] if near else None


def lost(place: Place, rows: list[ReleasedRow], remedy: str) -> Finding:
    """The address that is lost; of a file the one that was its own, and how many more there were."""
    first = min(rows, key=lambda row: (row.key.startswith((CASES, addresses.NOTICE_BOARD)), len(row.key)))
    more = f" och {len(rows) - 1} till" if len(rows) > 1 else ""
    verb = "är utgivna" if len(rows) > 1 else "är utgiven"
    return place.error(
        "adress-försvunnen",
        f"Adressen /{first.key}{more} {verb} sedan {min(row.day for row in rows)} men finns inte längre.",
        remedy,
    )


_WITHDRAW: dict[layout.Kind[Any] | None, str] = {
    **dict.fromkeys(
        (layout.ITEM, layout.MATTER),
        "behåll filnamnet och skriv tillbakadragen: ÅÅÅÅ-MM-DD, publiceras: nej och skäl i filen",
    ),
    layout.DELEGATION_LIST: "behåll filnamnet och skriv tillbakadragen: ÅÅÅÅ-MM-DD och skäl i filen",
    None: "behåll bilagans rad fil och skriv tillbakadragen: ÅÅÅÅ-MM-DD, publiceras: nej och skäl under den",
}
"""Kind of file, None for an attachment → what is done with one that is to be withdrawn."""


def _brought_back(path: str, rows: list[ReleasedRow], there: FilesThere, given: Given) -> Finding:
    """A file or a folder that is gone comes back under its old name, or out of git."""
    moved = next((file for row in rows if (file := there.fresh_file(row))), None)
    is_file = path == rows[0].about
    now = moved if is_file or moved is None else moved.rpartition("/")[0]
    if now is None:
        return lost(Place(path), rows, f"ta tillbaka {path}: {restoring(given, path)}.{withdrawing(path)}")
    what = "filen" if is_file else "mappen"
    return lost(Place(now), rows, f"byt tillbaka namnet på {what} till {path}.{withdrawing(path)}")


def withdrawing(path: str) -> str:
    """What is done where the document itself is to go."""
    kind = layout.kind_of(path)
    is_attachment = f"/{ATTACHMENTS}/" in path
    how = _WITHDRAW.get(None if is_attachment else kind) if is_attachment or kind else None
    return f" Ska handlingen dras tillbaka: {how}." if how else ""


RULES: tuple[Rule, ...] = (released_file_is_there,)
