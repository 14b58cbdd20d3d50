"""How far the papers of an item have come before its meeting: what they lack, and whether somebody has read them."""

from __future__ import annotations

import enum

from macros.record.archive import AgendaItem
from macros.record.item import ItemKind


class Readiness(enum.Enum):
    """How far an item's papers have come."""

    STRUCK = enum.auto()
    DRAFT = enum.auto()
    WITHHELD = enum.auto()
    LACKING = enum.auto()
    UNREVIEWED = enum.auto()
    READY = enum.auto()


def lacking(item: AgendaItem) -> list[str]:
    """What a public item lacks before it is called to: its text, and a matter to decide its proposal."""
    if not item.is_public:
        return []
    text = [] if item.document.body.strip() else ["text"]
    decides = item.header.kind is ItemKind.DECISION and not item.header.proposals
    return [*text, "förslag till beslut"] if decides else text


def readiness(item: AgendaItem, is_reviewed: bool) -> Readiness:
    """How far an item's papers have come; `is_reviewed` says whether somebody has read what the guard asks about in them."""
    if item.header.struck is not None:
        return Readiness.STRUCK
    if item.is_draft:
        return Readiness.DRAFT
    if not item.is_public:
        return Readiness.WITHHELD
    if lacking(item):
        return Readiness.LACKING
    return Readiness.READY if is_reviewed else Readiness.UNREVIEWED
