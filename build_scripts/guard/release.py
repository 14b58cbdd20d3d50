"""A finished site, judged once more: whatever way a text has taken, nothing of it may be somebody's."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

<<<<<<< HEAD:build_scripts/desk/release.py
from build_scripts.desk.attachments import READERS, extract, kind_of
from build_scripts.guard.findings import about, about_hit, shown_path
from build_scripts.desk.website import MACHINERY, texts
=======
from build_scripts.guard.findings import about, about_hit, shown_path
from build_scripts.guard.readers.attachments import READERS, extract, kind_of
from build_scripts.guard.readers.web_files import MACHINERY, texts
>>>>>>> 501ccb3 (Move the guard over files to a room of its own, with its readers of files in one below):build_scripts/guard/release.py
from macros.finding import Finding, Place
from macros.guard.context import digest_of_bytes
from macros.guard.kinds import STOPS
from macros.guard.official import Official
from macros.guard.recognise import recognise

_REMEDY = "rätta källan som sidan kommer ur, eller granska den där, och bygg igen."

Found = tuple[tuple[str, str], Finding]
"""Kind and value of something recognised, and what is said of it."""


def judge_release(
    folder: Path, official: Official, let_through: frozenset[tuple[str, str]] | set[tuple[str, str]], known: set[str]
) -> list[Finding]:
    """What a site in `folder` shows that it may not. `known` are digests of attachments that were judged as sources.

    Kinds that depend on the words around were judged where people wrote them: a page sets texts side by side that nobody
    wrote together.
    """
    found = (
        (name, key, finding)
        for name in sorted(file.relative_to(folder).as_posix() for file in folder.rglob("*") if file.is_file())
        if kind_of(name) not in MACHINERY
        for key, finding in judge_file(name, (folder / name).read_bytes(), official, known)
        if key not in let_through
    )
    return once(found)


def once(found: Iterable[tuple[str, tuple[str, str], Finding]]) -> list[Finding]:
    """Each value once, where it was met first, with the number of files that have it."""
    told: dict[tuple[str, str], tuple[Finding, set[str]]] = {}
    for name, key, finding in found:
        told.setdefault(key, (finding, set()))[1].add(name)
    return [_counted(finding, len(names)) for finding, names in told.values()]


def _counted(finding: Finding, files: int) -> Finding:
    more = f" I {files} filer." if files > 1 else ""
    return replace(finding, message=finding.message + more, remedy=_REMEDY)


def judge_file(name: str, content: bytes, official: Official, known: set[str] | frozenset[str]) -> Iterator[Found]:
    """Everything that is recognised in a file of the site, its name included; of attachments that are `known` only the name."""
    place = Place(shown_path(name))
    kind = kind_of(name)
    found_in: list[str] = []
    if kind not in READERS:
        found_in = list(texts(name, content))
    elif digest_of_bytes(content) not in known:
        extracted = extract(name, content)
        yield from (
            ((kind_id, name), about(place, kind_id, found)) for kind_id, found in extracted.faults if kind_id in STOPS
        )
        found_in = [piece.text for piece in extracted.pieces]
    for text in (name, "\n\n".join(found_in)):
        for hit in recognise(text, official, contextual=False):
            yield (hit.kind_id, hit.key), about_hit(place, text, hit, can_review=False)
