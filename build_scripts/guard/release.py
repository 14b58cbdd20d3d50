"""The guard over a finished site: whatever way a text has taken, nothing of it may be somebody's.

A build asks only for what nobody can approve ("stopp"), and judges a file once; `klubbat granska` asks for everything. Kinds
that depend on the words around were judged where people wrote them: a page sets texts side by side that nobody wrote together.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Set
from dataclasses import fields, replace
from io import FileIO
from pathlib import Path

from build_scripts.guard.findings import about, about_hit, shown_path
from build_scripts.guard.readers.by_ending import READ
from build_scripts.guard.readers.extracted import kind_of
from build_scripts.guard.readers.web_files import MACHINERY, extract_web_file
from build_scripts.kept.memory import Memory
from build_scripts.kept.stamps import digest
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
    names = (file.relative_to(folder).as_posix() for file in folder.rglob("*") if file.is_file())
    files = ((name, _content(folder, name)) for name in sorted(names) if _is_read(name))
    return _findings(files, official, Severity.REVIEW, let_through, judged)


def stops(
    folder: Path,
    keys: Mapping[str, str],
    official: Official,
    memory: Memory,
    own: Callable[[str, bytes], bytes] = lambda name, content: content,
) -> list[Finding]:
    """What stops the release in `folder` from being shown; `keys` tell what each of its files was made from, by name.

    `own` gives what a file, by name and content, holds that those before it have not shown. The memory holds which files were
    found clean by this version of the guard, with these official details.
    """
    told = tuple("\n".join(sorted(getattr(official, field.name))) for field in fields(official))
    before = dict(line.split(" ") for line in (memory.known(_KIND, told) or "").splitlines())
    clean: dict[str, str] = {}
    fresh = ((name, own(name, content)) for name, content in _fresh(folder, keys, before, clean))
    found = _findings(fresh, official, Severity.STOP)
    if not found:
        memory.keep(_KIND, told, "\n".join(f"{made_from} {content}" for made_from, content in sorted(clean.items())))
    return found


def _fresh(
    folder: Path, keys: Mapping[str, str], before: Mapping[str, str], clean: dict[str, str]
) -> Iterator[tuple[str, bytes]]:
    """The files that are not known; all are told to `clean`: what each was made from, with the digest of its content.

    Two ways to know a file: an unchanged one is not even read, and one that was made anew with the same content is not judged.
    """
    contents = frozenset(before.values())
    for name, key in sorted(keys.items()):
        if not _is_read(name):
            continue
        made_from = digest(name, key).hex()
        told = before.get(made_from)
        if told is None:
            content = _content(folder, name)
            told = digest(name, content).hex()
            if told not in contents:
                yield name, content
        clean[made_from] = told


def _is_read(name: str) -> bool:
    return kind_of(name) not in MACHINERY


def _content(folder: Path, name: str) -> bytes:
    with FileIO(f"{folder}/{name}") as file:
        return file.read()


def _findings(
    files: Iterable[tuple[str, bytes]],
    official: Official,
    least: Severity,
    let_through: Collection[tuple[str, str]] = (),
    judged: Collection[str] = (),
) -> list[Finding]:
    """Each value once, where it was met first, with the number of files that have it."""
    clean: set[str] = set()
    told: dict[tuple[str, str], tuple[Finding, set[str]]] = {}
    for name, content in files:
        for value, finding in _recognised(name, content, official, least, judged, clean):
            if value not in let_through:
                told.setdefault(value, (finding, set()))[1].add(name)
    return [_counted(finding, len(names)) for finding, names in told.values()]


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
    if kind_of(name) not in READ or digest_of_bytes(content) not in judged:
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
