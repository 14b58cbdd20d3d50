"""A report ("tjänsteskrivelse") in its parts: letterhead, title, text, proposal with its sentences, receivers, signatures."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import zip_longest

from build_scripts.imports.blocks import BULLETS, Block, BlockKind, Run, lines_of
from build_scripts.imports.headings import DECISION, DOCUMENT, PROPOSAL, SENT_TO, is_known
from build_scripts.imports.letterhead import fields, label
from build_scripts.imports.people import Employee, person_of, signature
from macros.dates.written import capital

LONGEST_TITLE = 180
LONGEST_RECEIVER = 120
_FRONT_PROSE = 12
"""Words of a paragraph above the title that is prose and no letterhead."""


_FORWARDED = re.compile(r"(?:(?:vb|sv|re|fwd?)\s*:\s*)+", re.IGNORECASE)
"""What mail programs put before the subject of a letter that is sent on or answered."""


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


_PROPOSED = "Förslag till beslut"
_RULE = re.compile(r"[\W_]+")


def parted(blocks: Sequence[Block]) -> Report:
    """The parts of a report's blocks, with headings already recognised.

    Where no heading says that a proposal follows, "Beslut" does: so chairs head their proposals.
    """
    headings = [block for block in blocks if block.kind is BlockKind.HEADING]
    decision = None
    if not any(PROPOSAL.fullmatch(block.text) for block in headings):
        decision = next((block for block in headings if DECISION.fullmatch(block.text)), None)
        blocks = [replace(block, words=(Run(_PROPOSED),)) if block is decision else block for block in blocks]
    parts = Report()
    at = _title(blocks, parts)
    for block in blocks[: at or 0]:
        (parts.text if _is_prose(block) else parts.front).append(block)
    _read_on(blocks if at is None else blocks[at + 1 :], parts)
    if decision is not None and _PROPOSED in parts.labels:
        # What is told is the heading that stood there.
        parts.labels[parts.labels.index(_PROPOSED)] = decision.text
    return parts


def _title(blocks: Sequence[Block], parts: Report) -> int | None:
    """Finds the title; returns its place, or None where nothing looks like one."""
    known = (n for n, block in enumerate(blocks) if block.kind is BlockKind.HEADING and is_known(block.text))
    above = blocks[: next(known, len(blocks))]
    found = [
        (by, n)
        for by, kind in (("dokumentets titel", BlockKind.TITLE), ("första rubriken", BlockKind.HEADING))
        for n, block in enumerate(above)
        if block.kind is kind and _can_be_title(block)
    ]
    labelled = next((lines for key, lines in fields(above) if key == "rubrik"), None)
    if not found and labelled is not None:
        parts.title, parts.title_by = _FORWARDED.sub("", " ".join(labelled)), "brevhuvudets ärende"
        at = next((n for n, block in enumerate(blocks) if labelled[0] in block.text), 0)
        parts.front.append(blocks[at])
        return at
    if not found and len(above) < len(blocks):
        lines = (n for n, block in reversed([*enumerate(above)]) if _is_line(block))
        found = [("raden före den första rubriken", n) for n in lines]
    if not found:
        return None
    parts.title_by, at = found[0]
    text = blocks[at].text
    key, rest = label(text) or ("", "")
    parts.title = rest if key == "rubrik" and rest else text
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
    has_date = re.search(r"\d{4}-\d\d", block.text)
    return is_short and label(block.text) is None and person_of(block.lines) is None and not has_date


def _is_prose(block: Block) -> bool:
    """Whether what stands above the title is text: a letterhead has no sentences."""
    if block.kind is BlockKind.LIST:
        return True
    if block.kind is BlockKind.TABLE:
        return not fields([block]) and len(block.text) > 400
    return len(block.text.split()) > _FRONT_PROSE and block.text.endswith((".", "?", "!"))


def _read_on(blocks: Sequence[Block], parts: Report) -> None:
    """Sorts what stands after the title."""
    part, n = parts.text, 0
    while n < len(blocks):
        block = blocks[n]
        if block.kind is BlockKind.PARAGRAPH and _RULE.fullmatch(block.text):
            # A line drawn to write a name on.
            n += 1
            continue
        persons, taken = signature(blocks[n:]) or ((), 0)
        parts.signatures += persons
        parts.signed += [line for one in blocks[n : n + taken] for line in one.lines]
        n += taken or 1
        if taken:
            continue
        if block.kind in (BlockKind.HEADING, BlockKind.TITLE):
            part = _begins(block, parts)
        elif _is_letterhead(block, parts):
            parts.front.append(block)
        elif part is parts.proposal and block.kind is BlockKind.TABLE:
            parts.text.append(block)
        else:
            if part is parts.sent_to and max(map(len, block.lines), default=0) > LONGEST_RECEIVER:
                part = parts.text
            part.append(block)


def _begins(block: Block, parts: Report) -> list[Block]:
    """The part that goes on below the heading."""
    text = block.text
    proposal, sent_to = PROPOSAL.fullmatch(text), SENT_TO.fullmatch(text)
    if not (proposal or sent_to or (DOCUMENT.fullmatch(text) and not is_known(text))):
        parts.text.append(Block(BlockKind.HEADING, block.words, block.level or 1))
        return parts.text
    parts.labels.append(text)
    if proposal is None:
        return parts.sent_to if sent_to else parts.text
    if parts.proposed_by is None and (who := proposal["who"]):
        parts.proposed_by = capital(who).removesuffix("s")
    parts.proposed_where = (proposal["where"] or "").strip()
    return parts.proposal


def _is_letterhead(block: Block, parts: Report) -> bool:
    """A table with the letterhead's words that stands before any text, or a line of them."""
    if parts.text or parts.proposal:
        return False
    if block.kind is BlockKind.TABLE:
        return any(key in ("diarienummer", "handlingens_datum", "handläggare") for key, _ in fields([block]))
    return block.kind is BlockKind.PARAGRAPH and all(label(line) is not None for line in block.lines)


_MARK = re.compile(rf"(?:\d{{1,2}}[.)]|[a-zåäö][.)]|[{BULLETS}–—-])\s+(?=\S)", re.IGNORECASE)
_JOIN = re.compile(r"[,;]?\s+(?P<word>samt|och|dels)[,;]?$|[,;]$")
"""How a sentence of a list goes on into the next."""

_BY_OFFICIALS = re.compile(
    r"(?!.*(?:nämnd|styrelse|utskott|fullmäktige)\w* föreslår)(?:\S+ ){1,5}föreslår att (?=(?:\S+ ){1,6}besluta[rd]?\b)",
    re.IGNORECASE,
)
"""Who proposes to the body that decides."""

_ENDS_OPEN = re.compile(r"(?::|\batt|följande)$", re.IGNORECASE)


def proposals(blocks: Iterable[Block], lead: str = "") -> tuple[list[str], list[str]]:
    """The sentences of a proposal's paragraphs and lists, and the signs and words between that the list's order replaces.

    Words that open a list ("Nämnden beslutar att") stand before each of its rows, so that each says who decides what.
    `lead` is what the heading said about where, and stands first in all.
    """
    marks: list[str] = []
    sentences: list[str] = []
    opening = ""
    lines = [line for block in blocks for line in _lines(block)]
    for (line, depth, is_row), follows in zip_longest(lines, lines[1:]):
        mark = _MARK.match(line)
        text = line[mark.end() :] if mark else line
        if mark:
            marks.append(mark.group().strip())
        if by_officials := _BY_OFFICIALS.match(text):
            marks.append(by_officials.group().strip())
            text = text[by_officials.end()].upper() + text[by_officials.end() + 1 :]
        if follows is not None and not is_row and not mark and _opens(text, before_row=follows[2]):
            opening = text
        elif depth and sentences:
            sentences[-1] = f"{sentences[-1]} – {text}"
        else:
            sentences.append(_opened(opening, text))
    if opening and not any(sentence.startswith(opening.rstrip(":")) for sentence in sentences):
        sentences.append(opening)
    for n, sentence in enumerate(sentences):
        if join := _JOIN.search(sentence):
            sentences[n] = sentence[: join.start()]
            marks += filter(None, [join["word"]])
    return [f"{lead}{sentence}" for sentence in sentences], marks


def _lines(block: Block) -> list[tuple[str, int, bool]]:
    """The lines that can be sentences: text, how deep each stands, and whether it is a row of a list by place or words."""
    lines = block.lines
    if block.kind is BlockKind.LIST:
        return [(" ".join(lines_of(row.words)), row.depth, True) for row in block.entries]
    if len(lines) == 1 or not all(_MARK.match(line) or line.startswith("att ") for line in lines[1:]):
        lines = [block.text]
    return [(line, 0, n > 0 or line.lower().startswith("att ")) for n, line in enumerate(lines)]


def _opens(text: str, before_row: bool) -> bool:
    return bool(_ENDS_OPEN.search(text)) or (before_row and not text.endswith("."))


def _opened(opening: str, text: str) -> str:
    if not opening:
        return text
    if opening.lower().endswith(" att"):
        return f"{opening} {text.removeprefix('att ')}"
    if text.lower().startswith("att "):
        return f"{opening.rstrip(':')} {text}"
    return f"{opening} {text}" if opening.endswith(":") else f"{opening}: {text}"
