"""What people have written and put in folders: texts, attachments and file names, judged and held against the reviews."""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from build_scripts.guard.findings import about, about_hit, place_in, shown_path
from build_scripts.guard.readers.by_ending import READ, TEXTS, as_text, extract
from build_scripts.guard.readers.extracted import kind_of
from build_scripts.guard.reviews import ReviewQuestion, Reviews
from build_scripts.kept.memory import Memory
from build_scripts.project import CONTENT, SETTINGS
from macros.finding import Finding, Level, Place
from macros.guard.hit import Hit, block, digest_of_bytes, digest_of_text
from macros.guard.kinds import BY_ID, Severity
from macros.guard.notes import FILE
from macros.guard.official import Official, of_all, official_of
from macros.guard.recognise import recognise
from macros.record.archive import Archive
from macros.record.home import RECORD
from macros.record.ledgers import LEDGERS, keys_of
from macros.record.walking import is_hidden

SOURCES = (RECORD, CONTENT, SETTINGS, FILE)
"""Folders and files of the project's root: what the settings say stands on every page."""

_SECRECY = frozenset(("sekretessmärke", "sekretess-i-text"))
_IN_THE_RECORD = "namn-på-enskild"
"""Looked for where the secretary writes: attachments are read whole by somebody, and the site's own pages name nobody else."""

_WHOLE = "hela filen"
_CLEAN = "granskad bilaga"


@dataclass
class JudgedSources:
    """What was found in sources.

    `open` are the questions that nobody has answered, `let_through` what somebody has as (kind, value), `digests` the
    attachments that were judged and `files` the paths that were looked at.
    """

    findings: list[Finding] = field(default_factory=list)
    open: list[ReviewQuestion] = field(default_factory=list)
    let_through: set[tuple[str, str]] = field(default_factory=set)
    digests: set[str] = field(default_factory=set)
    files: list[str] = field(default_factory=list)


def _files_below(given: Iterable[Path]) -> Iterator[Path]:
    """Every visible file of the given files and folders, in order; links are not followed, as in the record."""
    for start in given:
        if start.is_file() and not start.is_symlink():
            yield start
        for folder, below, names in os.walk(start):
            below[:] = sorted(name for name in below if not is_hidden(name))
            files = (Path(folder, name) for name in sorted(names) if not is_hidden(name))
            yield from (file for file in files if file.is_file() and not file.is_symlink())


def judge_sources(root: Path, archive: Archive, given: Iterable[Path] | None = None) -> JudgedSources:
    """Judges the files below `given`, or all of the record, `content` and the settings, with the notes beside them."""
    files = list(_files_below(given if given is not None else [root / one for one in SOURCES]))
    notes = (file for file in {file.parent / FILE for file in files} if file.is_file())
    return judge_files(
        archive,
        ((_path(root, file), file.read_bytes()) for file in files),
        ((_path(root, file), file.read_bytes()) for file in notes),
        is_all=given is None,
    )


def stopped_attachments(root: Path, archive: Archive, paths: Iterable[str], memory: Memory) -> list[Finding]:
    """What stops attachments from being shown: that nobody has read them, or what nobody can approve.

    The memory holds which of them, with these bytes and these notes beside them, were found clean.
    """
    official = of_all(archive.bodies).told
    asked: dict[str, tuple[str, ...]] = {}
    for path in paths:
        notes = (root / path).parent / FILE
        beside = notes.read_bytes() if notes.is_file() else b""
        asked[path] = (path, *official, digest_of_bytes((root / path).read_bytes()), digest_of_bytes(beside))
    fresh = [path for path, made_from in asked.items() if memory.known(_CLEAN, made_from) is None]
    findings = judge_sources(root, archive, [root / path for path in fresh]).findings if fresh else []
    stops = [finding for finding in findings if finding.level is Level.ERROR]
    for path in fresh if not stops else ():
        memory.keep(_CLEAN, asked[path], "")
    return stops


def judge_files(
    archive: Archive, files: Iterable[tuple[str, bytes]], notes: Iterable[tuple[str, bytes]], is_all: bool = False
) -> JudgedSources:
    """Judges files, path and content, with the notes that lie beside them; `is_all` says that there are no others."""
    judged, reviews = JudgedSources(), Reviews()
    official, everybody = {body.id: official_of(body) for body in archive.bodies}, of_all(archive.bodies)
    items = [item for item in archive.items if not item.is_draft]
    withheld = {item.document.path for item in items if not item.is_public}
    withheld |= {paper.document.path for item in items for paper in item.papers if paper.header.withdrawn}
    for path, content in notes:
        reviews.read(path, content)
    for path, content in files:
        judged.files.append(path)
        folder, *below = path.split("/")
        # What is official is the body's own, and for texts of no body everybody's.
        own = official.get(below[0], Official()) if folder == RECORD and len(below) > 1 else everybody
        looker = _Looker(path, own, judged, reviews)
        looker.name()
        if path in _LEDGERS:
            looker.text(keys_of(content), is_withheld=False)
        elif path == SETTINGS or path.endswith(".md") or path.rpartition("/")[2] == FILE:
            looker.text(content, path in withheld)
        elif folder == RECORD or kind_of(path) in READ:
            # What else lies in `content` are parts of the theme; they are read in the finished site.
            looker.attachment(content, is_received=folder == RECORD)
    judged.findings += [*reviews.findings, *reviews.unneeded(None if is_all else judged.files)]
    return judged


def _path(root: Path, file: Path) -> str:
    return unicodedata.normalize("NFC", file.relative_to(root).as_posix())


_LEDGERS = frozenset(ledger.file for ledger in LEDGERS)


def recognise_sent(text: str, official: Official) -> list[Hit]:
    """What is asked about in a text of an attachment: it is others' work, and is not held to how the record is written."""
    return [hit for hit in recognise(text, official) if hit.kind_id != _IN_THE_RECORD]


@dataclass(frozen=True)
class _Looker:
    """Looks at one file."""

    path: str
    official: Official
    judged: JudgedSources
    reviews: Reviews

    def name(self) -> None:
        """The file's name becomes an address."""
        name = self.path.rpartition("/")[2]
        for hit in recognise(name, self.official, contextual=False):
            finding = about_hit(Place(shown_path(self.path)), name, hit, "filens namn")
            self._tell(hit, digest_of_text(name), "filens namn", finding)

    def text(self, content: bytes, is_withheld: bool) -> None:
        """A text that people write, with line and column of everything."""
        text = unicodedata.normalize("NFC", as_text(content).replace("\r\n", "\n"))
        is_record = self.path.startswith(f"{RECORD}/")
        hits = recognise(text, self.official)
        for hit in hits:
            is_elsewhere = hit.kind_id == _IN_THE_RECORD and not (is_record and self.path.endswith(".md"))
            if is_elsewhere or (hit.kind_id in _SECRECY and is_withheld):
                continue
            place = place_in(self.path, text, hit, hits)
            first, last = block(text, hit.start, hit.end)
            digest = digest_of_text(text[first:last])
            self._tell(hit, digest, f"rad {place.line}", about_hit(place, text, hit))

    def attachment(self, content: bytes, is_received: bool) -> None:
        """A file that is published as it is; a review of it is of exactly these bytes.

        `is_received`: of the record, so that somebody must have read it; not a picture of the site's own pages.
        """
        digest = digest_of_bytes(content)
        self.judged.digests.add(digest)
        extracted = extract(self.path, content)
        whole = Place(shown_path(self.path))
        faults = list(extracted.faults)
        if is_received and all(BY_ID[kind].severity is Severity.REVIEW for kind, _ in faults):
            author = "; filens egenskaper nämner en upphovsman" if extracted.has_author else ""
            faults.append(("inkommen-bilaga", author))
        for kind_id, found in faults:
            self._tell(Hit(0, 0, kind_id, found), digest, _WHOLE, about(whole, kind_id, found))
        is_text = kind_of(self.path) in TEXTS
        for piece in extracted.pieces:
            hits = recognise_sent(piece.text, self.official)
            for hit in hits:
                place = place_in(self.path, piece.text, hit, hits) if is_text else whole
                where = f"rad {place.line}" if is_text else piece.where
                finding = about_hit(place, piece.text, hit, "" if is_text else where)
                self._tell(hit, digest, where, finding)

    def _tell(self, hit: Hit, digest: str, where: str, finding: Finding) -> None:
        if hit.kind.severity is Severity.REVIEW:
            question = ReviewQuestion(self.path, hit.kind_id, digest, where)
            if self.reviews.answer(question):
                self.judged.let_through.add((hit.kind_id, hit.key))
                return
            if question not in self.judged.open:
                self.judged.open.append(question)
        self.judged.findings.append(finding)
