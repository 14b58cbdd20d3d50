"""A report ("tjänsteskrivelse") in its parts: letterhead, title, text, proposal, who gets the decision, and signatures."""

from __future__ import annotations

import enum
import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from build_scripts.imports.blocks import Block, BlockKind
from build_scripts.imports.headings import DOCUMENT, PROPOSAL, SENT_TO, is_known
from build_scripts.imports.letterhead import fields, label
from build_scripts.imports.people import Employee, person_of, signature

LONGEST_TITLE = 180
LONGEST_RECEIVER = 120
_FRONT_PROSE = 12
"""Words of a paragraph above the title that is prose and no letterhead."""


_FORWARDED = re.compile(r"(?:(?:vb|sv|re|fwd?)\s*:\s*)+", re.IGNORECASE)
"""What mail programs put before the subject of a letter that is sent on or answered."""


class _Part(enum.Enum):
    TEXT = "text"
    PROPOSAL = "förslag"
    SENT_TO = "expedieras"


@dataclass
class Report:
    """The parts of a report. What is in one is in no other; `labels` are headings that became keys."""

    title: str | None = None
    title_by: str = ""
    front: list[Block] = field(default_factory=list)
    text: list[Block] = field(default_factory=list)
    proposal: list[Block] = field(default_factory=list)
    sent_to: list[Block] = field(default_factory=list)
    labels: list[str] = field(default_factory=list)
    signatures: list[Employee] = field(default_factory=list)
    signed: list[str] = field(default_factory=list)
    proposed_by: str | None = None
    proposed_where: str = ""


def parted(blocks: Sequence[Block]) -> Report:
    """The parts of a report's blocks, with headings already recognised."""
    parts = Report()
    at = _title(blocks, parts)
    for block in blocks[: at or 0]:
        (parts.text if _is_prose(block) else parts.front).append(block)
    _read_on(blocks if at is None else blocks[at + 1 :], parts)
    return parts


def _title(blocks: Sequence[Block], parts: Report) -> int | None:
    """Finds the title; returns its place, or None where nothing looks like one."""
    first_known = next(
        (n for n, block in enumerate(blocks) if block.kind is BlockKind.HEADING and is_known(block.text)), len(blocks)
    )
    for by, kind in (("dokumentets titel", BlockKind.TITLE), ("första rubriken", BlockKind.HEADING)):
        at = next(
            (n for n, block in enumerate(blocks[:first_known]) if block.kind is kind and _can_be_title(block)), None
        )
        if at is not None:
            return _found(blocks, at, by, parts)
    labelled = next((one for one in fields(blocks[:first_known]) if one.key == "rubrik"), None)
    if labelled is not None:
        parts.title, parts.title_by = _FORWARDED.sub("", " ".join(labelled.lines)), "brevhuvudets ärende"
        at = next((n for n, block in enumerate(blocks) if labelled.lines[0] in block.text), 0)
        parts.front.append(blocks[at])
        return at
    lines = [n for n, block in enumerate(blocks[:first_known]) if _is_line(block)]
    return (
        _found(blocks, lines[-1], "raden före den första rubriken", parts)
        if lines and first_known < len(blocks)
        else None
    )


def _found(blocks: Sequence[Block], at: int, by: str, parts: Report) -> int:
    text = blocks[at].text
    labelled = label(text)
    parts.title_by = by
    parts.title = labelled[1] if labelled is not None and labelled[0] == "rubrik" and labelled[1] else text
    if parts.title != text:
        parts.labels.append(text)
    return at


def _can_be_title(block: Block) -> bool:
    text = block.text
    labelled = label(text)
    return (
        len(text) <= LONGEST_TITLE
        and not DOCUMENT.fullmatch(text)
        and not is_known(text)
        and (labelled is None or labelled[0] == "rubrik")
        and any(sign.isalpha() for sign in text)
    )


def _is_line(block: Block) -> bool:
    """Whether a paragraph can be a title without looking like one: a line of its own that is no part of a letterhead."""
    if block.kind is not BlockKind.PARAGRAPH or len(block.lines) != 1 or not _can_be_title(block):
        return False
    is_short = len(block.text.split()) <= _FRONT_PROSE and not block.text.endswith(".")
    return (
        is_short
        and label(block.text) is None
        and person_of(block.lines) is None
        and not re.search(r"\d{4}-\d\d", block.text)
    )


def _is_prose(block: Block) -> bool:
    """Whether what stands above the title is text: a letterhead has no sentences."""
    if block.kind is BlockKind.LIST:
        return True
    if block.kind is BlockKind.TABLE:
        return not fields([block]) and len(block.text) > 400
    return len(block.text.split()) > _FRONT_PROSE and block.text.endswith((".", "?", "!"))


def _read_on(blocks: Sequence[Block], parts: Report) -> None:
    """Sorts what stands after the title."""
    part, n = _Part.TEXT, 0
    while n < len(blocks):
        block = blocks[n]
        signed = signature(blocks[n:])
        if signed is not None:
            parts.signatures += signed.persons
            parts.signed += [line for one in blocks[n : n + signed.blocks] for line in one.lines]
            n += signed.blocks
            continue
        n += 1
        if block.kind in (BlockKind.HEADING, BlockKind.TITLE):
            part = _begins(block, parts)
        elif _is_letterhead(block, parts):
            parts.front.append(block)
        elif part is _Part.PROPOSAL and block.kind is not BlockKind.TABLE:
            parts.proposal.append(block)
        elif part is _Part.SENT_TO and max(map(len, block.lines), default=0) <= LONGEST_RECEIVER:
            parts.sent_to.append(block)
        else:
            part = _Part.TEXT if part is _Part.SENT_TO else part
            parts.text.append(block)


def _begins(block: Block, parts: Report) -> _Part:
    text = block.text
    proposal, sent_to = PROPOSAL.fullmatch(text), SENT_TO.fullmatch(text)
    if proposal is not None:
        parts.labels.append(text)
        if parts.proposed_by is None and proposal["who"]:
            parts.proposed_by = _nominative(proposal["who"])
        parts.proposed_where = (proposal["where"] or "").strip()
        return _Part.PROPOSAL
    if sent_to is not None:
        parts.labels.append(text)
        return _Part.SENT_TO
    if DOCUMENT.fullmatch(text) and not is_known(text):
        parts.labels.append(text)
    else:
        parts.text.append(Block(BlockKind.HEADING, block.markup, block.level or 1))
    return _Part.TEXT


def _nominative(who: str) -> str:
    return (who[0].upper() + who[1:]).removesuffix("s")


def _is_letterhead(block: Block, parts: Report) -> bool:
    """A table with the letterhead's words that stands before any text, or a line of them."""
    if parts.text or parts.proposal:
        return False
    if block.kind is BlockKind.TABLE:
        return any(one.key in ("diarienummer", "handlingens_datum", "handläggare") for one in fields([block]))
    return block.kind is BlockKind.PARAGRAPH and all(label(line) is not None for line in block.lines)
