"""Where a field stands in its form: what most files say comes first, the rest is folded under "Fler uppgifter".

A list's rows stand open as long as the page has few fields; what something is told of, and what is new, always does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from build_scripts.editor.form.fields import FormField, Group, Pairs, Rows, Shape, row_shape
from build_scripts.editor.form.state import ROOT, FormState, empty, to_tree

MOST_VISIBLE = 25
"""Fields of a page that stand open: a group of boxes to tick, or a table of members, is one."""

_TEXT_AND_MESSAGE = 2
_ROW_ID = re.compile(r"n?\d+")

_DOCUMENT = ("titel", "fil", "slag", "datum")
_COMMON: dict[str, tuple[str, ...]] = {
    "organ": ("namn", "förkortning", "kommun", "slag", "diarieserie", "sammanträdesdag", "tid", "plats", "enheter"),
    "sammanträdesordning": ("år", "läge", "sammanträden", "steg"),
    "sammanträdesordning.sammanträden": ("datum", "tid", "slag", "anmärkning"),
    "sammanträdesordning.steg": ("namn", "dagar_före", "tid", "slag", "vid_helgdag"),
    "kallelse": ("datum", "tid", "plats", "läge", "kallelsens_datum", "inledande_punkter", "justering"),
    "ärende": ("rubrik", "diarienummer", "slag", "förslag_till_beslut", "handläggare", "bilagor", "expedieras_till"),
    "handling": ("titel", "slag", "datum", "avsändare"),
    "bilagor": _DOCUMENT,
    "delegationsbeslut": ("enhet", "månad", "inkommen", "beslut"),
    "beslut": ("datum", "punkt", "beslut", "diarienummer", "delegat"),
    "protokoll": ("närvarande", "paragrafer", "justeringar"),
    "protokoll.närvarande": ("ordförande", "ledamöter", "tjänstgörande_ersättare", "ersättare", "övriga"),
    "närvarande.övriga": ("befattning",),
    "närvarande.ledamöter": ("namn", "från_paragraf", "till_och_med_paragraf"),
    "tjänstgörande_ersättare": ("namn", "för", "från_paragraf", "till_och_med_paragraf"),
    "närvarande.ersättare": ("namn", "från_paragraf", "till_och_med_paragraf"),
    "protokoll.paragrafer": ("nummer", "ärende", "utfall", "beslut", "votering", "reservationer"),
    "votering": ("ja_betyder", "nej_betyder", "ja", "nej", "avstår", "utfall"),
    "uppdrag": ("vad", "till", "redovisas"),
    "justeringar": ("paragrafer", "justerare", "justerat", "anslag"),
    "anslag": ("rubrik", "protokollfört", "anslaget", "förvaras", "beslut"),
    "justeringar.anslag": ("anslaget", "kommun"),
    "ledamöter": ("förtroendevalda",),
    "förtroendevalda": ("namn", "parti", "uppdrag"),
    "förtroendevalda.uppdrag": ("roll", "från", "till"),
    "delegationsordning": ("gäller_från", "punkter"),
    "delegationsordning.punkter": ("punkt", "text", "lagrum", "delegat"),
}
"""What is common in a kind of file, and in what stands in it; by the longest ending of the way to it that is told here."""

Triple = tuple[FormField, FormState, str]
"""A field with what it holds and its name."""


@dataclass(frozen=True)
class Placed:
    """The fields of a group: the common ones in order, the others, and how many of those hold something."""

    common: tuple[Triple, ...]
    rare: tuple[Triple, ...]

    @property
    def filled(self) -> int:
        """How many of the folded fields hold something."""
        return sum(state != empty(one.shape) for one, state, _ in self.rare)


def placed(kind: str, name: str, fields: Sequence[Triple]) -> Placed:
    """The fields of the group of this name: of a group that no table knows all are common."""
    known = _known(way_of(kind, name))
    if known is None:
        return Placed(tuple(fields), ())
    by_key = {one[0].key: one for one in fields}
    common = tuple(by_key[key] for key in known if key in by_key)
    return Placed(common, tuple(one for one in fields if one not in common))


def way_of(kind: str, name: str) -> tuple[str, ...]:
    """The kind of file and the keys that lead to a field, without the rows' numbers."""
    return (kind, *(part for part in name.split(".")[1:] if not _ROW_ID.fullmatch(part)))


def _known(way: tuple[str, ...]) -> tuple[str, ...] | None:
    if len(way) == 1:
        return _COMMON.get(way[0])
    endings = (".".join(way[n:]) for n in range(len(way)))
    return next((_COMMON[one] for one in endings if one in _COMMON and (one != way[0])), None)


def triples(group: Group, state: FormState, name: str) -> tuple[Triple, ...]:
    """The fields of a group with what they hold and their names."""
    assert isinstance(state, dict)
    return tuple((one, state[one.key], f"{name}.{one.key}") for one in group.fields)


def standing_open(kind: str, fields: Sequence[Triple], root: str = ROOT) -> frozenset[str]:
    """The names of the rows and groups that stand open where nothing is told: new rows, and while `MOST_VISIBLE` fields are seen.

    What comes first in the form comes first here, and what stands deeper last.
    """
    found: set[str] = set()
    waiting = list(placed(kind, root, fields).common)
    left = MOST_VISIBLE - _TEXT_AND_MESSAGE - _plain(waiting)
    while waiting:
        inner: list[Triple] = []
        for one in waiting:
            parts = list(_openable(kind, one))
            forced = {name for name, _, is_new in parts if is_new}
            cost = sum(_plain(within) for _, within, _ in parts)
            opened = {name for name, _, _ in parts} if cost <= left else forced
            left -= sum(_plain(within) for name, within, _ in parts if name in opened)
            found |= opened
            inner += [two for name, within, _ in parts if name in opened for two in within]
        waiting = inner
    return frozenset(found)


def _plain(fields: Sequence[Triple]) -> int:
    """How many fields are seen of these: those in lists and groups are not yet."""
    return sum(not isinstance(one.shape, Group | Rows | Pairs) for one, _, _ in fields)


def _openable(kind: str, one: Triple) -> Iterator[tuple[str, tuple[Triple, ...], bool]]:
    """The rows of a list, or a group itself: its name, what is common in it, and whether it is new."""
    field, state, name = one
    if isinstance(field.shape, Group):
        yield name, placed(kind, name, triples(field.shape, state, name)).common, False
    elif isinstance(field.shape, Rows | Pairs) and isinstance(state, list):
        inner = row_shape(field.shape)
        for n, row in enumerate(state):
            own = f"{name}.{row.id(n)}"
            is_new = row.origin is None or to_tree(inner, row.value) is None
            yield own, within(kind, inner, row.value, own, n), is_new


def within(kind: str, inner: Shape, state: FormState, name: str, number: int) -> tuple[Triple, ...]:
    """What is common in a row; a row that is one text is its own field."""
    if isinstance(inner, Group):
        return placed(kind, name, triples(inner, state, name)).common
    return ((FormField("", f"Rad {number + 1}", "", False, inner), state, name),)
