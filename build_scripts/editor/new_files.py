"""New files that only the forms make: members, a delegation order, and a notice of delegated decisions."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

from build_scripts.new.draft import NewFile, NewFiles, header_of
from build_scripts.new.item import short_slug
from build_scripts.new.rows import Read
from build_scripts.new.writing import Tree, file_text, keys_of
from build_scripts.project import WrongUse
from macros.record import layout
from macros.record.archive import Body
from macros.record.delegation import DelegationOrderHeader, NoticeHeader
from macros.record.members import MembersHeader, Role
from macros.record.schema import Header


def new_members(body: Body, chair: str, party: str, first: dt.date) -> NewFiles:
    """The body's elected representatives, beginning with the chair; the others are added in the form."""
    mandate = {"roll": Role.CHAIR.value, "från": first.isoformat()}
    keys = {"förtroendevalda": [{"namn": chair, "parti": party, "uppdrag": [mandate]}]}
    return _draft(
        layout.MEMBERS.at(body.document.folder),
        header_of(MembersHeader, keys),
        ("Lägg till de andra med Lägg till rad.",),
    )


def new_order(body: Body, since: dt.date, first_point: dict[str, str]) -> NewFiles:
    """An order from a day: the points of the one before, else one point to begin with."""
    before = max((found.header for found in body.orders), key=lambda header: header.since or dt.date.min, default=None)
    points: list[Tree] = [*map(keys_of, before.points)] if before else [dict(first_point)]
    if not before and not all(first_point.values()):
        raise WrongUse(
            "det finns ingen tidigare delegationsordning: skriv den första punkten, vad den gäller och vem som får besluta."
        )
    keys: dict[str, Any] = {"gäller_från": since.isoformat(), "punkter": points}
    told = [f"De {len(points)} punkterna är som i den förra ordningen. Ändra dem som inte stämmer."] if before else []
    return _draft(
        layout.DELEGATION_ORDER.at(body.document.folder, str(since)), header_of(DelegationOrderHeader, keys), told
    )


def new_notice(body: Body, title: str, minuted: dt.date, posted: dt.date, kept_at: str, read: Read) -> NewFiles:
    """A notice of decisions that are not reported to the body (KL 8:10)."""
    if not read.decisions:
        raise WrongUse(
            "\n".join(["inget beslut känns igen. Skriv ett beslut, eller klistra in en tabell.", *read.left_out])
        )
    keys = {
        "rubrik": title,
        "protokollfört": minuted.isoformat(),
        "anslaget": posted.isoformat(),
        "förvaras": kept_at or None,
        "beslut": list(read.decisions),
    }
    slug = short_slug(title)
    if not slug:
        raise WrongUse(f'rubriken "{title}" kan inte bli ett filnamn. Skriv den med bokstäver.')
    header = header_of(NoticeHeader, keys)
    path = layout.NOTICE.at(body.document.folder, f"{posted:%Y-%m}-{slug}")
    return _draft(path, header, read.told, read.left_out)


def _draft(path: str, header: Header, told: Sequence[str], left_out: Sequence[str] = ()) -> NewFiles:
    return NewFiles((NewFile(path, file_text(header)),), told=tuple(told), left_out=tuple(left_out))
