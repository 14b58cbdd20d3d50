"""The ledgers of what has been released ("utgivet"): addresses, notices and approved paragraphs, in `meetings/utgivet/`.

A ledger only grows. A line is a key with the edition ("utgåva") of it: 1 when it was released first, one more for every
change that was told. Lines are sorted by key when they are written and their order means nothing when they are read, so
that what two branches have added can be put together in any way.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from macros.finding import Finding, Place
from macros.record.home import RECORD
from macros.record.layout import RELEASED

COMMAND = "klubbat skicka"
"""What writes the lines, on the way to everybody."""


@dataclass(frozen=True)
class Ledger:
    """A ledger: its file's name, what its keys are and what else is said of each, as the columns are called."""

    name: str
    key: str
    about: str

    @property
    def file(self) -> str:
        """The file from the project's root."""
        return f"{RECORD}/{RELEASED}/{self.name}.tsv"

    @property
    def head(self) -> str:
        """The first line."""
        return "\t".join((self.key, "utgåva", "utgiven", "avtryck", self.about, "ändring"))


ADDRESSES = Ledger("adresser", "adress", "fil")
NOTICES = Ledger("anslag", "anslag", "sista_dag")
PARAGRAPHS = Ledger("paragrafer", "paragraf", "justerat")
LEDGERS = (ADDRESSES, NOTICES, PARAGRAPHS)

HIDDEN = "sha256:"
"""What stands before the digest of an address that must not be told."""

_CONFLICT = re.compile(r"(?:<{7}|={7}|>{7}|\|{7})(?: |$)")
_DIGEST = re.compile(r"(?:[1-9][0-9]*:[0-9a-f]{64})?")
_VERSION = "1:"
"""The version of how digests are taken here; a later program may have another."""


def digest_of(content: bytes) -> str:
    """The digest of bytes that never change, with the version of how it is taken."""
    return f"{_VERSION}{hashlib.sha256(content).hexdigest()}"


@dataclass(frozen=True)
class ReleasedRow:
    """A line: the key, its edition, the day it was released, a digest with the version of what it was made of, the rest.

    `about` is the file that gave an address, a notice's last day, or the day a paragraph was approved. `change` is why there
    is a later edition than the first.
    """

    key: str
    edition: int
    day: dt.date
    digest: str = ""
    about: str = ""
    change: str = ""
    place: Place = field(default=Place(""), compare=False)

    @property
    def is_hidden(self) -> bool:
        """Whether the address itself must not be told: its digest stands in its place."""
        return self.key.startswith(HIDDEN)

    @property
    def hidden(self) -> ReleasedRow:
        """The same line for an address that must not be told: a digest of it, and no file."""
        return replace(self, key=f"{HIDDEN}{hashlib.sha256(self.key.encode()).hexdigest()}", about="")

    def __str__(self) -> str:
        return "\t".join((self.key, str(self.edition), str(self.day), self.digest, self.about, self.change))


@dataclass(frozen=True)
class ReleasedRows:
    """What a ledger holds, in any order."""

    all: tuple[ReleasedRow, ...] = ()

    @cached_property
    def latest(self) -> Mapping[str, ReleasedRow]:
        """The latest edition of each key."""
        return {row.key: row for row in sorted(self.all, key=lambda row: row.edition)}

    @cached_property
    def first(self) -> Mapping[str, ReleasedRow]:
        """The first edition of each key."""
        return {row.key: row for row in sorted(self.all, key=lambda row: -row.edition)}

    def with_rows(self, more: Iterable[ReleasedRow]) -> ReleasedRows:
        """These and more, each once."""
        return ReleasedRows(tuple(dict.fromkeys((*self.all, *more))))


@dataclass(frozen=True)
class Released:
    """All that has been released.

    `source` is what git calls the version that everybody has, where one is known: what is lost here can be had there.
    `sources` has, by path, an earlier version for what that one has lost too.
    """

    addresses: ReleasedRows = ReleasedRows()
    notices: ReleasedRows = ReleasedRows()
    paragraphs: ReleasedRows = ReleasedRows()
    source: str = ""
    sources: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def of_each(cls, rows: Callable[[Ledger], ReleasedRows], source: str = "") -> Released:
        """What `rows` gives for each ledger."""
        return cls(rows(ADDRESSES), rows(NOTICES), rows(PARAGRAPHS), source)

    def source_of(self, path: str) -> str:
        """What git calls the latest known version that has the file, or files in the folder; empty where none is known."""
        below = (version for file, version in self.sources.items() if file.startswith(f"{path}/"))
        return self.sources.get(path) or next(below, self.source)

    def of(self, ledger: Ledger) -> ReleasedRows:
        """What one ledger holds."""
        return {ADDRESSES: self.addresses, NOTICES: self.notices, PARAGRAPHS: self.paragraphs}[ledger]


NOTHING_RELEASED = Released()


def text_of(ledger: Ledger, rows: ReleasedRows) -> str:
    """The ledger's file: its head, and each line once, by key and edition."""
    lines = sorted({(row.key, row.edition, str(row)) for row in rows.all})
    return "".join(f"{line}\n" for line in (ledger.head, *(written for _, _, written in lines)))


def keys_of(content: bytes) -> bytes:
    """The keys of a ledger, a line each: all of it that people have named; the rest is days and digests."""
    return b"\n".join(line.partition(b"\t")[0] for line in content.split(b"\n"))


def read_ledger(ledger: Ledger, content: bytes | None) -> tuple[ReleasedRows, list[Finding]]:
    """The lines of a ledger, and what cannot be read; without content nothing was released."""
    if content is None:
        return ReleasedRows(), []
    try:
        head, *lines = content.decode("utf-8-sig").replace("\r\n", "\n").rstrip("\n").split("\n")
    except UnicodeDecodeError:
        return ReleasedRows(), [_broken(ledger, Place(ledger.file), "Filen är inte sparad som UTF-8.")]
    if head != ledger.head:
        return ReleasedRows(), [_broken(ledger, _place(ledger, 1, head), "Första raden är inte kolumnernas namn.")]
    rows: list[ReleasedRow] = []
    findings: list[Finding] = []
    for number, line in enumerate(lines, 2):
        place = _place(ledger, number, line)
        try:
            rows.append(row := _row(line, place))
            if row.digest and not row.digest.startswith(_VERSION):
                findings.append(_newer(row))
        except ValueError:
            if _CONFLICT.match(line):
                return ReleasedRows(tuple(rows)), [*findings, _in_conflict(ledger, place)]
            said = f"Raden är inte {ledger.head.replace(chr(9), ', ')} med tabb emellan."
            findings.append(_broken(ledger, place, said))
    return ReleasedRows(tuple(rows)), [*findings, *_twice(ledger, rows)]


def _row(line: str, place: Place) -> ReleasedRow:
    key, edition, day, digest, about, change = line.split("\t")
    if not re.fullmatch(r"[1-9]\d{0,5}", edition, re.ASCII) or not _DIGEST.fullmatch(digest):
        raise ValueError(line)
    return ReleasedRow(key, int(edition), dt.date.fromisoformat(day), digest, about, change, place)


def _twice(ledger: Ledger, rows: list[ReleasedRow]) -> Iterable[Finding]:
    """An edition of a key is one line; the same line twice is what two branches have added alike."""
    editions: dict[tuple[str, int], list[ReleasedRow]] = defaultdict(list)
    for row in dict.fromkeys(rows):
        editions[row.key, row.edition].append(row)
    for same in editions.values():
        # Two branches may release the same thing on different days: it is the same thing.
        if len({row.digest for row in same}) > 1:
            said = f"Två rader säger olika om {ledger.key} {same[0].key}, utgåva {same[0].edition}."
            yield _broken(ledger, same[1].place, said)


def _place(ledger: Ledger, number: int, line: str) -> Place:
    return Place(ledger.file, number, 1, max(1, len(line)), line)


def _in_conflict(ledger: Ledger, place: Place) -> Finding:
    return place.error(
        "utgivet-lista",
        "Två ändringar av listan har mötts och git kunde inte foga ihop dem.",
        "behåll alla rader från båda och ta bort raderna som börjar med <<<<<<<, ======= och >>>>>>>; ordningen är utan "
        f"betydelse. Kör sedan git add {ledger.file}.",
    )


def _newer(row: ReleasedRow) -> Finding:
    return row.place.error(
        "utgivet-lista",
        f"Raden om {row.key} är skriven av ett nyare program: avtryckets version är {row.digest.partition(':')[0]}.",
        f"hämta det programmet (klubbat hämta); har någon ändrat raden för hand, ta bort den och kör {COMMAND}.",
    )


def _broken(ledger: Ledger, place: Place, message: str) -> Finding:
    return place.error(
        "utgivet-lista",
        message,
        f"kör {COMMAND}, som skriver tillbaka det som är publicerat; finns ingen plats att skicka till: git restore "
        f"{ledger.file}.",
    )
