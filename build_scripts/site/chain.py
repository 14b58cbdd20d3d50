"""The log of all that was ever shown ("kedjan"): a row for each release, bound to the row before it.

Two files of a published site lie outside what they tell of, below `bevis/`:

- `filer.txt`: the SHA-256 of every other file, as `sha256sum --check` reads it;
- `logg.tsv`: a row for each release with its time, its version in git and the SHA-256 of `filer.txt`; then the digest of the
  row before, and last its own. A withdrawal ("tillbakadragande") is a row of its own: that a text is gone is then no tampering.

Whoever keeps the last row's own digest, the head ("huvud"), can tell later whether anything before it was changed. The log is
no part of git: a rewritten past of git does not rewrite it.
"""

from __future__ import annotations

import datetime as dt
import enum
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from build_scripts.kept.listing import content_digest
from macros.addresses import PROOF
from macros.record.moments import STOCKHOLM

LOG = f"{PROOF}logg.tsv"
FILES = f"{PROOF}filer.txt"

HEAD = "huvud"
"""The file beside the releases with the log's head as it was last published: who changes what is shown does not reach it."""

NONE = "0" * 64
"""The digest of the row before the first."""

_COLUMNS = ["nummer", "tid", "slag", "version", "avtryck", "förra", "rad"]
_HEAD = "\t".join(_COLUMNS)
_TIME = "%Y-%m-%dT%H:%M:%SZ"
_SHAPES = (r"[1-9]\d{0,8}", r"[-\d]+T[:\d]+Z", r"[a-z]+", r"[0-9a-f]{40,64}", r"[0-9a-f]{32,64}")
_DIGEST = re.compile(r"[0-9a-f]{64}")


def is_digest(written: str) -> bool:
    """Whether it has the form of a SHA-256, as the log and its head are written."""
    return _DIGEST.fullmatch(written) is not None


def time_of(moment: dt.datetime) -> str:
    """A moment as the log tells it: in UTC, to the second."""
    return moment.astimezone(dt.UTC).strftime(_TIME)


def _is_time(written: str) -> bool:
    try:
        return dt.datetime.strptime(written, _TIME).strftime(_TIME) == written  # noqa: DTZ007 (its Z says UTC)
    except ValueError:
        return False


class RowKind(enum.Enum):
    """What happened."""

    RELEASE = "utgivning"
    BACK = "backning"
    WITHDRAWAL = "tillbakadragande"


@dataclass(frozen=True)
class Row:
    """One row: `time` in UTC (ÅÅÅÅ-MM-DDTHH:MM:SSZ), `version` of git, and the digest of what was shown or withdrawn."""

    number: int
    time: str
    kind: RowKind
    version: str
    digest: str
    before: str

    @property
    def moment(self) -> dt.datetime:
        """When it was, in Stockholm."""
        return dt.datetime.fromisoformat(self.time).astimezone(STOCKHOLM)

    @property
    def own(self) -> str:
        """The digest of the row, which the next one tells."""
        return content_digest(self._told.encode())

    @property
    def _told(self) -> str:
        return "\t".join((str(self.number), self.time, self.kind.value, self.version, self.digest, self.before))

    def __str__(self) -> str:
        return f"{self._told}\t{self.own}"


@dataclass(frozen=True)
class Chain:
    """The log."""

    rows: tuple[Row, ...] = ()

    @property
    def head(self) -> str:
        """The last row's own digest."""
        return self.rows[-1].own if self.rows else NONE

    @property
    def shown(self) -> Row | None:
        """The row of what is shown."""
        return next((row for row in reversed(self.rows) if row.kind is not RowKind.WITHDRAWAL), None)

    @property
    def newest(self) -> Row | None:
        """The latest release of what was new then: what has been gone back from ("backning") since, if anything."""
        return next((row for row in reversed(self.rows) if row.kind is RowKind.RELEASE), None)

    @property
    def withdrawals(self) -> Mapping[str, Row]:
        """The rows of what was withdrawn, by its digest."""
        return {row.digest: row for row in self.rows if row.kind is RowKind.WITHDRAWAL}

    def has(self, head: str) -> bool:
        """Whether the log has had this head."""
        return any(row.own == head for row in self.rows)

    def with_row(self, time: str, kind: RowKind, version: str, digest: str) -> Chain:
        """The log with one row more."""
        return replace(self, rows=(*self.rows, Row(len(self.rows) + 1, time, kind, version, digest, self.head)))

    def with_release(
        self, time: str, kind: RowKind, version: str, gone: Iterable[str], contents: Mapping[str, str]
    ) -> tuple[Chain, dict[str, bytes]]:
        """The log with a row for each new withdrawal and one for the release of these contents; and both files of the proof."""
        log = self
        for one in sorted(set(gone) - self.withdrawals.keys()):
            log = log.with_row(time, RowKind.WITHDRAWAL, version, one)
        files = files_text(contents)
        log = log.with_row(time, kind, version, content_digest(files))
        return log, {FILES: files, LOG: log.as_bytes()}

    def as_bytes(self) -> bytes:
        """The log as a file."""
        return "".join(f"{line}\n" for line in (_HEAD, *self.rows)).encode()


class BrokenChain(Exception):
    """A log that is not as it was written; carries the line and what is wrong with it."""

    def __init__(self, line: int, what: str) -> None:
        super().__init__(f"rad {line}: {what}")
        self.line = line
        self.what = what


def read_chain(content: bytes) -> Chain:
    """The log in a file. Raises `BrokenChain` at the first row that is not what was written there."""
    lines = content.decode("utf-8", "replace").split("\n")
    if lines[0] != _HEAD:
        raise BrokenChain(1, "Loggens första rad är ändrad.")
    if lines[-1]:
        raise BrokenChain(len(lines), "Loggen slutar mitt i en rad.")
    rows: list[Row] = []
    for number, line in enumerate(lines[1:-1], 2):
        rows.append(_row(rows[-1].own if rows else NONE, number, line))
    return Chain(tuple(rows))


def _row(head: str, number: int, line: str) -> Row:
    """The row of a line, which must follow on the row whose own digest is `head`."""
    *told, before, own = parts if len(parts := line.split("\t")) == len(_COLUMNS) else [""] * len(_COLUMNS)
    shaped = all(re.fullmatch(shape, value, re.ASCII) for shape, value in zip(_SHAPES, told, strict=True))
    if not shaped or not _is_time(told[1]) or not is_digest(own):
        raise BrokenChain(number, "Raden har inte den form som en rad i loggen har.")
    if told[2] not in [kind.value for kind in RowKind]:
        raise BrokenChain(number, f"Raden har ett okänt slag: {told[2]}.")
    row = Row(int(told[0]), told[1], RowKind(told[2]), told[3], told[4], before)
    if str(row) != line:
        raise BrokenChain(number, f"Raden är ändrad: dess eget avtryck är {row.own[:12]}, men där står {own[:12]}.")
    if row.number != number - 1 or row.before != head:
        raise BrokenChain(number, "Raden följer inte på den före: en rad är borttagen, tillagd eller flyttad.")
    return row


def files_text(contents: Mapping[str, str]) -> bytes:
    """The list of all files, of the SHA-256 of each by name, in order of name."""
    return "".join(f"{content}  {name}\n" for name, content in sorted(contents.items())).encode()


def read_files(content: bytes) -> Mapping[str, str]:
    """Name → SHA-256 of a list of files; lines of another form are left out: the list's own digest tells of them."""
    return dict(_listed(content.decode("utf-8", "replace")))


def _is_below(name: str) -> bool:
    """Whether it names a file of a site, and nothing outside it or what would change a reader's terminal."""
    return name.isprintable() and not {"", ".", ".."} & set(name.split("/"))


def _listed(text: str) -> Iterator[tuple[str, str]]:
    for line in text.split("\n"):
        content, blanks, name = line.partition("  ")
        if blanks and _is_below(name) and is_digest(content):
            yield name, content
