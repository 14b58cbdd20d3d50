"""The reviewers' notes (`granskning.yml`): which they are, what they cover, and how a new one is written."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from pathlib import Path

import yaml

from macros.finding import Finding
from macros.guard.kinds import REVIEWED, STOPS
from macros.guard.notes import FILE, Notes, Reviewed, read_notes
from macros.record.values import did_you_mean


@dataclass(frozen=True, order=True)
class ReviewQuestion:
    """What a reviewer is asked: the kind, in which file, and the digest of what must be read. `where` helps to find it."""

    path: str
    kind_id: str
    digest: str
    where: str = field(compare=False)


@dataclass
class Reviews:
    """All notes that were read, and which of them were needed."""

    notes: dict[str, Notes] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)
    used: set[tuple[str, int]] = field(default_factory=set)

    def read(self, path: str, content: bytes) -> None:
        """Takes in one `granskning.yml`; an empty one says nothing."""
        if not content.strip():
            return
        notes, findings = read_notes(path, content)
        self.findings += findings
        if notes is not None:
            self.notes[path.removesuffix(FILE)] = notes

    def answer(self, question: ReviewQuestion) -> Reviewed | None:
        """The note that answers the question, if a named person has looked at exactly this."""
        folder, slash, name = question.path.rpartition("/")
        notes = self.notes.get(folder + slash)
        for n, row in enumerate(notes.header.reviewed if notes else ()):
            if (row.file, row.kind, row.digest) == (name, question.kind_id, question.digest):
                self.used.add((folder + slash, n))
                return row
        return None

    def unneeded(self, looked_at: Iterable[str] | None) -> list[Finding]:
        """Notes that answer nothing: the text has changed or is gone, or the kind cannot be let through.

        Only those about the files that were looked at; None means all.
        """
        seen = None if looked_at is None else set(looked_at)
        found = []
        for folder, notes in self.notes.items():
            for n, row in enumerate(notes.header.reviewed):
                was_looked_at = seen is None or folder + row.file in seen or row.kind not in REVIEWED
                if (folder, n) not in self.used and was_looked_at:
                    found.append(_unneeded(notes, n, row))
        return found


def _unneeded(notes: Notes, n: int, row: Reviewed) -> Finding:
    if row.kind in STOPS:
        message = f"{row.kind} kan ingen godkänna."
        remedy = "ta bort uppgiften ur filen och raderna här."
    elif row.kind not in REVIEWED:
        meant = did_you_mean(row.kind, REVIEWED)
        message = f'"{row.kind}" är ingen regel som granskas.'
        remedy = f"Menade du {meant}?" if meant else "ta bort raderna."
    else:
        message = f"Det som granskades i {row.file} ({row.where}) finns inte kvar så som det stod."
        remedy = "ta bort raderna; är texten ändrad frågar granskningen om den på nytt."
    return notes.place("granskat", n, "slag").warning("granskning-inaktuell", message, remedy)


def noted(root: Path, questions: Iterable[ReviewQuestion], by: str, reason: str, today: dt.date) -> dict[str, bytes]:
    """Each `granskning.yml` beside the questions' files, by path, as it will be with a note for each question last in it.

    Raises ValueError when what stands in one of them cannot be added to.
    """
    contents: dict[str, bytes] = {}
    by_folder: dict[str, list[ReviewQuestion]] = {}
    for question in questions:
        folder, slash, _ = question.path.rpartition("/")
        by_folder.setdefault(folder + slash, []).append(question)
    for folder, asked in by_folder.items():
        rows = [
            {
                "fil": question.path.removeprefix(folder),
                "slag": question.kind_id,
                "plats": question.where,
                "kontrollsumma": question.digest,
                "av": by,
                "datum": today,
                "skäl": reason,
            }
            for question in asked
        ]
        path = f"{folder}{FILE}"
        contents[path] = _appended(root / path, path, rows)
    return contents


def _appended(file: Path, path: str, rows: list[dict[str, object]]) -> bytes:
    content = file.read_bytes() if file.exists() else b""
    known = read_notes(path, content)[0] if content.strip() else None
    if content.strip() and known is None:
        raise ValueError(path)
    old = known.source.text if known else ""
    head = old.rstrip("\n") + "\n" if old.strip() else "granskat:\n"
    added = yaml.safe_dump(rows, allow_unicode=True, sort_keys=False, width=1000)
    new = head + "".join(f"  {line}\n" for line in added.splitlines())
    notes, findings = read_notes(path, new.encode())
    before = len(known.header.reviewed) if known else 0
    if notes is None or findings or len(notes.header.reviewed) != before + len(rows):
        raise ValueError(path)
    return new.encode()


def without(path: str, content: bytes, files: Collection[str]) -> bytes | None:
    """A `granskning.yml` without its notes about these files beside it; None where none is left.

    Raises ValueError where it cannot be read.
    """
    notes = read_notes(path, content)[0]
    if notes is None:
        raise ValueError(path)
    rows = notes.header.reviewed
    if all(row.file in files for row in rows):
        return None
    lines = notes.source.text.split("\n")
    starts = [notes.place("granskat", n).line - 1 for n in range(len(rows))]
    ends = [*starts[1:], len(lines)]
    gone = {
        line
        for row, start, end in zip(rows, starts, ends, strict=True)
        if row.file in files
        for line in range(start, end)
    }
    kept = "\n".join(line for n, line in enumerate(lines) if n not in gone)
    return f"{kept.rstrip(chr(10))}\n".encode()
