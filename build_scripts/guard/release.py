"""The guard over a finished site: whatever way a text has taken, nothing of it may be somebody's.

A build asks only for what nobody can approve ("stopp"), and judges a content once; `klubbat granska` asks for everything. Kinds
that depend on the words around were judged where people wrote them: a page sets texts side by side that nobody wrote together.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence, Set
from dataclasses import replace
from functools import partial
from io import FileIO
from pathlib import Path

from build_scripts.guard.findings import about, about_hit, shown_path
from build_scripts.guard.readers.by_ending import READ
from build_scripts.guard.readers.extracted import kind_of
from build_scripts.guard.readers.web_files import MACHINERY, extract_web_file
from build_scripts.kept.memory import Memory
from build_scripts.kept.stamps import digest
from build_scripts.workers import mapped
from macros.finding import Finding, Place
from macros.guard.hit import digest_of_bytes
from macros.guard.kinds import STOPS, Severity
from macros.guard.official import Official
from macros.guard.recognise import recognise

_REMEDY = "rätta källan som sidan kommer ur, eller granska den där, och bygg igen."
_KIND = "granskat"


def judge_release(
    folder: Path, official: Official, let_through: Collection[tuple[str, str]], judged: Collection[str]
) -> list[Finding]:
    """Everything that a site in `folder` shows and may not.

    `let_through` is what a person has approved in a source, as (kind, value); `judged` are digests of attachments that were
    judged as sources.
    """
    names = sorted(file.relative_to(folder).as_posix() for file in folder.rglob("*") if file.is_file())
    return _findings(
        [name for name in names if _is_read(name)],
        partial(_content, folder),
        official,
        Severity.REVIEW,
        let_through,
        judged,
    )


def stops(
    folder: Path,
    contents: Mapping[str, str],
    official: Official,
    memory: Memory,
    own: Callable[[Sequence[str]], Callable[[str, bytes], bytes]] = lambda names: lambda name, content: content,
) -> list[Finding]:
    """What stops the release in `folder` from being shown; `contents` are the digests of its files' contents, by name.

    The memory holds which files were found clean by this version of the guard, with these official details: they are not read.
    `own` gives, of files in this order, what each holds, by name and content, that those before it have not shown.
    """
    told = official.told
    files = {name: digest(name, content).hex() for name, content in sorted(contents.items()) if _is_read(name)}
    clean = frozenset((memory.known(_KIND, told) or "").split())
    fresh = [name for name, file in files.items() if file not in clean]
    part = own(fresh)
    found = _findings(fresh, lambda name: part(name, _content(folder, name)), official, Severity.STOP)
    if not found:
        memory.keep(_KIND, told, "\n".join(sorted(files.values())))
    return found


def _is_read(name: str) -> bool:
    return kind_of(name) not in MACHINERY


def _content(folder: Path, name: str) -> bytes:
    with FileIO(f"{folder}/{name}") as file:
        return file.read()


def _findings(
    names: Sequence[str],
    read: Callable[[str], bytes],
    official: Official,
    least: Severity,
    let_through: Collection[tuple[str, str]] = (),
    judged: Collection[str] = (),
) -> list[Finding]:
    """Each value once, where it was met first, with the number of files that have it."""
    clean: set[str] = set()

    def recognised(name: str) -> list[tuple[tuple[str, str], Finding]]:
        return [*_recognised(name, read(name), official, least, judged, clean)]

    told: dict[tuple[str, str], tuple[Finding, set[str]]] = {}
    for name, found in zip(names, mapped(recognised, names), strict=True):
        for value, finding in found:
            if value not in let_through:
                told.setdefault(value, (finding, set()))[1].add(name)
    return [_counted(finding, len(files)) for finding, files in told.values()]


def _counted(finding: Finding, files: int) -> Finding:
    more = f" I {files} filer." if files > 1 else ""
    return replace(finding, message=finding.message + more, remedy=_REMEDY)


def _recognised(
    name: str, content: bytes, official: Official, least: Severity, judged: Collection[str], clean: set[str]
) -> Iterator[tuple[tuple[str, str], Finding]]:
    """What is recognised in a file, its name included, with kind and value; of attachments that were judged only the name.

    `clean` are values of tags and data in which nothing is: pages share most of theirs, and each is looked at once.
    """
    texts = [name]
    values: Set[str] = frozenset()
    if not (judged and kind_of(name) in READ and digest_of_bytes(content) in judged):
        extracted = extract_web_file(name, content, clean)
        for kind_id, found in extracted.faults:
            if kind_id in STOPS:
                yield (kind_id, name), about(Place(shown_path(name)), kind_id, found)
        texts += [piece.text for piece in extracted.pieces]
        values = extracted.values
    text = "\n\n".join(texts)
    hits = recognise(text, official, contextual=False, least=least)
    for hit in hits:
        yield (hit.kind_id, hit.key), about_hit(Place(shown_path(name)), text, hit, can_review=False)
    if not hits:
        clean |= values
