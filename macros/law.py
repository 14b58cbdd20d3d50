"""The law at the line: the statutes that the program carries out, and references to their sections, read and written.

A reference is written `KL 8:12` (chapter and section), `FL 44 §` or `lag (1930:173) 1-2 §§` (no chapters). Several are parted
by `,` or `;`, and one without a statute is of the same as the one before: `KL 8:12, 13:5; FL 44 §`.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from functools import cache
from itertools import groupby

_MIRROR = dt.date(2025, 5, 26)
"""The day of the mirror of the official register in which the texts were read."""


@dataclass(frozen=True)
class Statute:
    """A statute: its short name in references, its name in running text, and the day whose text was read; None if none was."""

    short: str
    name: str
    read: dt.date | None
    has_chapters: bool = True

    @property
    def number(self) -> str:
        """The number in Svensk författningssamling: "2017:725"."""
        return self.name.partition("(")[2].partition(")")[0]

    @property
    def link(self) -> str:
        """The text in force, in the government's register."""
        return f"https://rkrattsbaser.gov.se/sfst?bet={self.number}"


STATUTES = {
    statute.short: statute
    for statute in (
        Statute("KL", "kommunallagen (2017:725)", _MIRROR),
        Statute("FL", "förvaltningslagen (2017:900)", _MIRROR, has_chapters=False),
        Statute("lag (1930:173)", "lagen (1930:173) om beräkning av lagstadgad tid", _MIRROR, has_chapters=False),
        Statute("lag (1989:253)", "lagen (1989:253) om allmänna helgdagar", _MIRROR, has_chapters=False),
        Statute("TF", "tryckfrihetsförordningen (1949:105)", None),
        Statute("OSL", "offentlighets- och sekretesslagen (2009:400)", None),
        Statute("FOL", "folkbokföringslagen (1991:481)", None, has_chapters=False),
        Statute("lag (2022:1697)", "lagen (2022:1697) om samordningsnummer", None),
    )
}
"""Every statute that a reference may name."""

OTHER_SOURCES = frozenset(
    ("custom", "the body's delegation order", "the body's reglemente", "the body's schedule", "fullmäktige's decision")
)
"""Sources of a rule that are no statute: what stands among references and is none of these is a fault."""

_SECTION = r"\d+(?: [a-z])?"
_PART = re.compile(
    rf"(?:(?P<statute>[A-ZÅÄÖ]+|lag \(\d+:\d+\)) )?(?:(?P<chapter>\d+):)?"
    rf"(?P<first>{_SECTION})(?:-(?P<last>{_SECTION}))?(?P<sign> §§?)?"
)


@dataclass(frozen=True)
class Citation:
    """Sections of one statute, each or each range of them with its chapter ("" in a statute without)."""

    statute: Statute
    sections: tuple[tuple[str, str], ...]

    @property
    def text(self) -> str:
        """As in running text: "8 kap. 12 § och 13 kap. 5 § kommunallagen (2017:725)"."""
        chapters = [
            (chapter, [section for _, section in group])
            for chapter, group in groupby(self.sections, key=lambda one: one[0])
        ]
        places = [
            f"{f'{chapter} kap. ' if chapter else ''}{_row(numbers)} {_sign(numbers)}" for chapter, numbers in chapters
        ]
        return f"{_row(places)} {self.statute.name}"


def _sign(numbers: list[str]) -> str:
    return "§§" if len(numbers) > 1 or "–" in numbers[0] else "§"


def _row(words: list[str]) -> str:
    return " och ".join([*filter(None, [", ".join(words[:-1])]), *words[-1:]])


@cache
def cite(written: str) -> tuple[Citation, ...]:
    """The references, put together by statute; words of `OTHER_SOURCES` among them give none.

    Raises ValueError for an unknown statute, a missing chapter or section, and any other words.
    """
    found: dict[Statute, list[tuple[str, str]]] = {}
    statute = None
    for part in re.split("[,;] ?", written):
        if part in OTHER_SOURCES:
            continue
        parts = _PART.fullmatch(part)
        statute = STATUTES.get(parts["statute"]) if parts and parts["statute"] else statute
        if parts is None or statute is None:
            raise ValueError(f'"{part}" is no reference to a known statute')
        sign = None if statute.has_chapters else " §§" if parts["last"] else " §"
        if (parts["chapter"] is not None, parts["sign"]) != (statute.has_chapters, sign):
            raise ValueError(f'"{part}" is not written as {statute.short} is: chapter:section, or section §')
        numbers = f"{parts['first']}–{parts['last']}" if parts["last"] else parts["first"]
        found.setdefault(statute, []).append((parts["chapter"] or "", numbers))
    return tuple(Citation(statute, tuple(sections)) for statute, sections in found.items())


@cache
def running(written: str) -> str:
    """The references as they stand in running Swedish text."""
    return _row([citation.text for citation in cite(written)])


_NAMED = {
    name: statute
    for statute in STATUTES.values()
    if not statute.short.startswith("lag (")
    for name in (statute.short.casefold(), statute.name.partition(" (")[0])
}
_NAME = "|".join(map(re.escape, sorted(_NAMED, key=len, reverse=True)))
_OF = rf"(?P<{{}}>{_NAME})(?: \((?P<{{}}>\d+:\d+)\))?"
_AS_WRITTEN = re.compile(
    rf"(?:{_OF.format('before', 'own')},? )?(?:(?P<chapter>\d+)(?: ?kap\.? ?|:))?"
    rf"(?P<first>{_SECTION})(?: ?[-–] ?(?P<last>{_SECTION}))?(?: ?§{{1,2}})?"
    rf"(?:,? (?:i )?{_OF.format('after', 'number')})?",
    re.IGNORECASE,
)


@cache
def in_one_form(written: str) -> str:
    """One reference as somebody wrote it ("26 kap 1 § OSL", "OSL 26:1"), as in running text.

    Other words are as they were, and so is a statute of another number: an older law of the same name is not today's.
    """
    found = _AS_WRITTEN.fullmatch(" ".join(written.split()))
    named = found and (found["before"] or found["after"])
    statute = _NAMED[named.casefold()] if named else None
    if not found or not statute or (found["own"] or found["number"] or statute.number) != statute.number:
        return written
    numbers = f"{found['first']}–{found['last']}" if found["last"] else found["first"]
    return Citation(statute, ((found["chapter"] or "", numbers),)).text
