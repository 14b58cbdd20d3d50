"""What was done at a paragraph of old minutes: yrkanden, votes, dissents, statements and bias, where it is surely told.

What becomes a key is told whole beside the file; what is not surely told stays in the text, and that it does is told.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from build_scripts.imports.blocks import Block, BlockKind, grid_of, whole
from build_scripts.imports.sentences import PEOPLE, as_sentence, known, sentences
from build_scripts.imports.voting import rows_of, vote_of

Rows = list[dict[str, Any]]

_HEADINGS = {
    "yrkanden": r"(?:(?:förslag|tilläggs-?|ändrings-?) ?(?:och )?)?yrkanden?(?: på sammanträdet)?|"
    r"förslag till beslut på sammanträdet|förslag på sammanträdet",
    "propositionsordning": r"propositions(?:ordning)?|proposition(?:er)?|beslutsgång|propositionsordning och beslutsgång",
    "votering": r"votering(?:s(?:resultat|proposition|ordning))?|omröstning(?:s(?:resultat|proposition))?",
    "reservationer": r"(?:skriftliga? )?reservation(?:er)?(?: mot beslutet)?",
    "särskilda_yttranden": r"särskil(?:t|da) yttranden?",
    "anteckningar": r"(?:protokolls)?anteckning(?:ar)?(?: till protokollet)?",
    "jäv": r"jäv(?:sanmälan)?|anmälan av jäv",
    "deltar_inte": r"(?:ej|inte) deltagande i beslutet|deltar inte i beslutet",
}
"""What stands over each, by the paragraph's key that it becomes."""

ACTS = tuple(_HEADINGS)
"""The keys, in the order that they stand in."""

_HEADING = {key: re.compile(rf"(?:{words})\s*:?", re.IGNORECASE) for key, words in _HEADINGS.items()}
_MOVES = re.compile(rf"{PEOPLE},? (?:yrkar|yrkade|föreslår|föreslog)\s+(?P<what>\S.*)")
_JOINS = re.compile(rf"{PEOPLE},? instämm(?:er|de)(?: i (?:yrkandet|detta|förslaget))?\.?")
_DISSENTS = re.compile(rf"{PEOPLE},? reserver(?:ar|ade) sig(?P<more>.*)")
_PLAIN = re.compile(r"(?: muntligt)?(?: mot beslutet)?\.?")
_STATES = re.compile(
    rf"{PEOPLE},? (?:lämnar|lämnade|avger|avgav|anmäler|anmälde|har lämnat|har avgett)(?: ett| en| följande| skriftligt| till)*"
    r" (?:särskil(?:t|da) yttranden?|protokollsanteckning|anteckning till protokollet)(?: enligt följande)?\s*:?(?P<more>.*)"
)
_BIASED = (
    re.compile(rf"{PEOPLE},? (?:anmäler|anmälde|har anmält) jäv\b[^.]*\.?"),
    re.compile(rf"[Pp]å grund av jäv (?:deltar|deltog) inte {PEOPLE}(?: i [^.]*)?\.?"),
    re.compile(rf"{PEOPLE},? (?:deltar|deltog) inte[^.]* på grund av jäv\.?"),
)
_STANDS_ASIDE = re.compile(
    rf"{PEOPLE},? (?:(?:deltar|deltog) (?:inte|ej) i beslutet|avst[åo]r från att delta i beslutet)\.?"
)
_ROW = re.compile(r"(?:\d{1,2}[.)]|att|[-–•])\s")


@dataclass
class Acts:
    """The paragraph's keys, the blocks that became none, the lines of those that did, and the headings of what stays text."""

    keys: dict[str, Any] = field(default_factory=dict)
    kept: list[Block] = field(default_factory=list)
    read: list[str] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)


def over_acts(text: str) -> str | None:
    """The key of what stands below a line that is such a heading."""
    return next((key for key, shape in _HEADING.items() if shape.fullmatch(text)), None)


def is_act(text: str) -> bool:
    """Whether a line says who dissented or took no part, and so is no decision."""
    return any(shape.fullmatch(text) for shape in (_DISSENTS, _STANDS_ASIDE, *_BIASED))


def acts_of(blocks: Sequence[Block], present: Collection[str]) -> Acts:
    """What the blocks of a paragraph tell of; `present` are the names of those who were there."""
    acts = Acts()
    for key, section in _sections(blocks):
        heading, below = (section[:1], section[1:]) if key else ([], section)
        if key is None:
            _loose(below, present, acts)
            continue
        grids = [grid_of(block.rows) for block in below if block.kind is BlockKind.TABLE]
        lines = [line for block in below if block.kind is not BlockKind.TABLE for line in block.lines]
        if _taken(key, lines, [*grids], present, acts):
            acts.read += (line for block in heading for line in block.lines)
            acts.read += (*lines, *rows_of(grids))
        else:
            acts.kept += section
            acts.unread += (block.text for block in heading)
    return acts


def _sections(blocks: Sequence[Block]) -> Iterator[tuple[str | None, list[Block]]]:
    """The blocks under each heading, with the key of what stands below it; those of one vote under one."""
    key: str | None = None
    section: list[Block] = []
    for block in blocks:
        found = over_acts(block.text) if block.kind is not BlockKind.TABLE else None
        is_next = found is not None or block.kind is BlockKind.HEADING
        if is_next and not (key == found == "votering"):
            yield key, section
            key, section = found, []
        section.append(block)
    yield key, section


def _loose(blocks: Sequence[Block], present: Collection[str], acts: Acts) -> None:
    """Sentences that stand under no heading of theirs: each block that says nothing but who dissented or took no part."""
    for block in blocks:
        keys = {"reservationer": _dissents, "jäv": _biased, "deltar_inte": _aside}
        says = block.kind is BlockKind.PARAGRAPH and all(map(is_act, sentences(block.lines)))
        lines = block.lines if says else []
        found = next(((key, value) for key, of in keys.items() if lines and (value := of(lines, present))), None)
        if found is None:
            acts.kept.append(block)
            continue
        acts.keys.setdefault(found[0], []).extend(found[1])
        acts.read += lines


def _taken(key: str, lines: Sequence[str], grids: list[Any], present: Collection[str], acts: Acts) -> bool:
    """Whether all of a section became the key, or several."""
    vote = vote_of(lines, grids, present) if key in ("votering", "propositionsordning") else None
    if key == "propositionsordning" and lines and not grids and key not in acts.keys:
        acts.keys[key] = whole(lines)
        acts.keys.setdefault("votering", []).extend([vote] if vote else [])
        return True
    if key == "votering":
        acts.keys.setdefault(key, []).extend([vote] if vote else [])
        return vote is not None
    value = _READERS[key](lines, present) if key in _READERS and lines and not grids else None
    acts.keys.setdefault(key, []).extend(value or [])
    return bool(value)


def _moves(lines: Sequence[str], present: Collection[str]) -> Rows | None:
    """Who proposed what; None where a sentence is none, or of somebody who was not there."""
    rows: Rows = []
    for sentence in sentences(lines):
        found = _MOVES.fullmatch(sentence)
        people = known(found["names"], present) if found else None
        if found and people:
            rows.append({"av": people, "yrkande": found["what"]})
        elif rows and (joins := _JOINS.fullmatch(sentence)) and (others := known(joins["names"], present)):
            rows[-1]["av"] += others
        elif rows and not found and _ROW.match(sentence):
            rows[-1]["yrkande"] += f" {sentence}"
        else:
            return None
    return [{**row, "yrkande": as_sentence(row["yrkande"])} for row in rows]


def _dissents(lines: Sequence[str], present: Collection[str]) -> Rows | None:
    """Who dissented, with what they say of it where it is more than that they do."""
    return _with_texts(lines, present, _DISSENTS, needs_text=False)


def _states(lines: Sequence[str], present: Collection[str]) -> Rows | None:
    """Who left a statement or a note, and its text."""
    return _with_texts(lines, present, _STATES, needs_text=True)


def _with_texts(
    lines: Sequence[str], present: Collection[str], shape: re.Pattern[str], needs_text: bool
) -> Rows | None:
    rows: list[tuple[list[str], list[str]]] = []
    for sentence in sentences(lines):
        found = shape.fullmatch(sentence)
        if found:
            people = known(found["names"], present)
            if people is None:
                return None
            more = found["more"].strip()
            own = [more] if needs_text else [] if _PLAIN.fullmatch(found["more"]) else [sentence]
            rows.append((people, [one for one in own if re.search(r"\w", one)]))
        elif rows:
            rows[-1][1].append(sentence)
        else:
            return None
    if needs_text and not all(texts for _, texts in rows):
        return None
    return [{"av": people, **({"text": " ".join(texts).strip()} if texts else {})} for people, texts in rows]


def _biased(lines: Sequence[str], present: Collection[str]) -> list[str] | None:
    return _who(lines, present, _BIASED)


def _aside(lines: Sequence[str], present: Collection[str]) -> list[str] | None:
    return _who(lines, present, (_STANDS_ASIDE,))


def _who(lines: Sequence[str], present: Collection[str], shapes: Sequence[re.Pattern[str]]) -> list[str] | None:
    """The people of whom every sentence says the same thing."""
    names: list[str] = []
    for sentence in sentences(lines):
        found = next((match for shape in shapes if (match := shape.fullmatch(sentence))), None)
        people = known(found["names"], present) if found else None
        if people is None:
            return None
        names += people
    return names


_READERS: dict[str, Callable[[Sequence[str], Collection[str]], list[Any] | None]] = {
    "yrkanden": _moves,
    "reservationer": _dissents,
    "särskilda_yttranden": _states,
    "anteckningar": _states,
    "jäv": _biased,
    "deltar_inte": _aside,
}
