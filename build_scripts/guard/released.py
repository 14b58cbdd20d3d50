"""The guard over a release before it is shown: what nobody can approve ("stopp") stands in none of its files.

A file is judged once: the memory holds which were judged and found clean by this version of the guard, with these official
details. What a person may approve is asked about where people write, by `klubbat granska`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields
from io import FileIO
from pathlib import Path

from build_scripts.guard.glance import may_stop
from build_scripts.guard.readers.attachments import kind_of
from build_scripts.guard.readers.web_files import MACHINERY
from build_scripts.guard.release import judge_file, once
from build_scripts.site.memory import Memory, digest
from macros.finding import Finding
from macros.guard.kinds import STOPS
from macros.guard.official import Official

_KIND = "granskat"
_NOTHING: frozenset[str] = frozenset()


def stops(folder: Path, keys: Mapping[str, str], official: Official, memory: Memory) -> list[Finding]:
    """What stops the release in `folder` from being shown; `keys` tell what each of its files was made from, by name."""
    told = tuple("\n".join(sorted(getattr(official, field.name))) for field in fields(official))
    clean = _Clean(memory.known(_KIND, told) or "")
    found = once(_found(folder, keys, official, clean))
    memory.keep(_KIND, told, clean.as_text())
    return found


class _Clean:
    """Files without anything that stops: what each was made from, with the digest of its content.

    Two ways to know a file: an unchanged one is not even read, and one that was made anew with the same content is not judged.
    """

    def __init__(self, kept: str) -> None:
        rows = (line.partition(" ") for line in kept.split("\n") if line)
        self._before = {made_from: content for made_from, _, content in rows}
        self._contents = frozenset(self._before.values())
        self._now: dict[str, str] = {}

    def knows(self, made_from: str) -> bool:
        """Whether the file is as it was when it was judged; it is then kept."""
        content = self._before.get(made_from)
        if content is not None:
            self._now[made_from] = content
        return content is not None

    def holds(self, content: str) -> bool:
        """Whether a file with this content was judged."""
        return content in self._contents

    def add(self, made_from: str, content: str) -> None:
        """The file was judged."""
        self._now[made_from] = content

    def as_text(self) -> str:
        """What is known now, to be kept."""
        return "\n".join(f"{made_from} {content}" for made_from, content in sorted(self._now.items()))


def _found(
    folder: Path, keys: Mapping[str, str], official: Official, clean: _Clean
) -> Iterator[tuple[str, tuple[str, str], Finding]]:
    for name, key in sorted(keys.items()):
        made_from = digest(name, key).hex()
        if kind_of(name) in MACHINERY or clean.knows(made_from):
            continue
        with FileIO(f"{folder}/{name}") as file:
            content = file.read()
        judged = digest(name, content).hex()
        if not clean.holds(judged) and may_stop(name, content):
            found = [one for one in judge_file(name, content, official, _NOTHING) if one[0][0] in STOPS]
            yield from ((name, value, told) for value, told in found)
            if found:
                continue
        clean.add(made_from, judged)
