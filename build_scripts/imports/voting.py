"""A vote ("votering") of old minutes: what yes and no meant, and how many or who were on each side."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from typing import Any

from build_scripts.imports.blocks import Grid, whole
from build_scripts.imports.sentences import PEOPLE, as_sentence, known, sentences

SIDES = ("ja", "nej", "avstår")

_MEANS = (
    r"(?:den|de) som (?:vill |önskar )?(?P<means>[^.;:]{{3,160}}?),? (?:ska )?röstar? [\"”“']?{side}\b",
    r"\b{side}(?:-?\s?röst)?\s*(?:=|för|innebär|betyder)\s*:?\s*(?P<means>[^.;,]{{3,160}})",
)
_STATED = r"(?P<count>\d{{1,3}})\s+(?:ledamöter\s+)?(?:röst(?:er|ar|ade)\s+(?:för\s+)?)?{side}(?:-?\s?röst(?:er)?)?\b"
_SAID = {"ja": "ja", "nej": "nej", "avstår": r"(?:avst[åo]r|som avst[åo]r|nedlagda|avstående)"}
_NAMED = (
    r"(?:(?:vid omröstningen )?(?:följande (?:ledamöter )?(?:röstar|röstade)|(?:röstar|röstade) följande(?: ledamöter)?) )?"
    r"[\"”]?{side}[\"”]?(?:-?\s?röst(?:er)?)?(?:\s*\(\d+\))?\s*:\s*"
    rf"(?-i:{PEOPLE})\.?",
    rf"(?-i:{PEOPLE})" + r" (?:röstar |röstade )?{side}\.?",
)
_ABSTAINED = r"(?:avst[åo]r(?: från att rösta)?|lägger ned sin röst)"


def vote_of(lines: Sequence[str], grids: Sequence[Grid], present: Collection[str]) -> dict[str, Any] | None:
    """The one vote that a text tells of, as a vote's keys; None where what was put or the result is not surely told."""
    text = whole(lines)
    means = [_one(_MEANS, side, text) for side in ("ja", "nej")]
    stated = {side: _stated(side, text) for side in SIDES}
    named = _by_table(grids, present) if grids else _by_name(lines, present)
    if None in means or named is None or None in stated.values():
        return None
    counts = {side: len(named[side]) or int(stated[side] or 0) for side in SIDES}
    is_whole = all(not stated[side] or int(stated[side] or 0) == counts[side] for side in SIDES)
    is_told = all(named[side] or stated[side] for side in ("ja", "nej"))
    is_told = is_told and bool(counts["avstår"] or not re.search(r"\bavst[åo]", text, re.IGNORECASE) or grids)
    if not is_whole or not is_told or counts["ja"] == counts["nej"]:
        return None
    sides: dict[str, Any] = {side: named[side] for side in SIDES if named[side]}
    sides |= {f"antal_{side}": str(counts[side]) for side in SIDES if counts[side] or side != "avstår"}
    return {
        "ja_betyder": as_sentence(means[0] or ""),
        "nej_betyder": as_sentence(means[1] or ""),
        **sides,
        "utfall": "ja" if counts["ja"] > counts["nej"] else "nej",
    }


def _one(shapes: Sequence[str], side: str, text: str) -> str | None:
    """What a side means: the one thing that is said of it."""
    for shape in shapes:
        found = {one["means"] for one in re.finditer(shape.format(side=side), text, re.IGNORECASE)}
        if found:
            # Of "den som vill anta förslaget röstar ja, den som vill avslå det röstar nej" each has its own part.
            parts = {re.split(r"\b(?:den|de) som (?:vill |önskar )?", one, flags=re.IGNORECASE)[-1] for one in found}
            return parts.pop() if len(parts) == 1 else None
    return None


def _stated(side: str, text: str) -> str | None:
    """How many of a side were read out, "" where it is not said; None where it is said in two ways."""
    shape = _STATED.format(side=_SAID[side])
    found = {one["count"] for one in re.finditer(shape, text, re.IGNORECASE)}
    return None if len(found) > 1 else next(iter(found), "")


def _by_name(lines: Sequence[str], present: Collection[str]) -> dict[str, list[str]] | None:
    """Who voted what, where sentences say it by name; None where one names somebody who was not there, or twice."""
    named: dict[str, list[str]] = {side: [] for side in SIDES}
    for sentence in sentences(lines):
        for side in SIDES:
            found = _says(sentence, _ABSTAINED if side == "avstår" else side)
            if found is None:
                continue
            people = known(found, present)
            if people is None:
                return None
            named[side] += people
    everybody = [name for people in named.values() for name in people]
    return named if len(everybody) == len(set(everybody)) else None


def _says(sentence: str, side: str) -> str | None:
    for shape in _NAMED:
        if found := re.fullmatch(shape.replace("{side}", side), sentence, re.IGNORECASE):
            return found["names"]
    return None


def _by_table(grids: Sequence[Grid], present: Collection[str]) -> dict[str, list[str]] | None:
    """Who voted what, where one table has a column for each side and a mark for each member."""
    rows = [[whole(cell).strip() for cell in row] for grid in grids for row in grid if any(row)]
    heads = [re.sub(r"\W", "", cell.casefold()) for cell in rows[0]] if rows else []
    at = {side: next((n for n, head in enumerate(heads) if re.fullmatch(_SAID[side], head)), None) for side in SIDES}
    named: dict[str, list[str]] = {side: [] for side in SIDES}
    if at["ja"] is None or at["nej"] is None:
        return None
    for row in rows[1:]:
        marked = [side for side, n in at.items() if n is not None and n < len(row) and row[n]]
        if re.match(r"(?:summa|totalt|resultat|antal)\b", row[0], re.IGNORECASE):
            continue
        people = known(row[0], present)
        if people is None or len(marked) != 1:
            return None
        named[marked[0]] += people
    return named


def rows_of(grids: Sequence[Grid]) -> Iterator[str]:
    """The rows of tables as they are told."""
    for grid in grids:
        yield from (" | ".join(filter(None, map(whole, row))) for row in grid)
