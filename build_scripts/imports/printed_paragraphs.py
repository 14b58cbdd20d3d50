"""The paragraphs of old minutes ("protokoll") as they are printed: where each begins, and which of its blocks is what."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise, zip_longest

from build_scripts.imports.acts import is_act, over_acts
from build_scripts.imports.blocks import Block, BlockKind, Run
from build_scripts.imports.columns import only_number
from build_scripts.imports.headings import SENT_TO
from build_scripts.imports.letterhead import without_number
from build_scripts.imports.received import NotImported

PARAGRAPH = re.compile(r"(?:[A-ZÅÄÖ][A-Za-zÅÄÖåäö]{1,4}\.?\s)?§\s*(?P<number>\d{1,4})\.?(?:\s+(?P<title>\S.*))?")
_LONGEST_GAP = 9
"""Numbers that minutes may leave out in a row: a higher one names something else, such as a law's paragraph."""

_LINES = (BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.TITLE)
_DECISION = re.compile(
    r"(?:\S+(?: \S+){0,3}s\s+)?"
    r"(?:beslut(?: i .{3,40}?)?|förslag till (?:kommun|region)?(?:fullmäktige|styrelsen)(?:s beslut)?):?",
    re.IGNORECASE,
)
"""What a body decides; one that prepares a matter for another decides what to propose."""

DECIDES = re.compile(r"(?:\S+ ){1,4}(?:beslutar|beslutade)(?: att)?:?", re.IGNORECASE)
"""What stands over a decision, and opens each of its sentences that begins with "att"."""


_PAUSE = re.compile(r"(?:(?:sammanträdet|mötet) ajournera|ajournering)", re.IGNORECASE)


@dataclass
class PrintedParagraph:
    """A paragraph as it stands: its number and title, its decision, who gets it, and every other block."""

    number: int
    title: str
    case_number: str | None = None
    decision: list[Block] = field(default_factory=list)
    sent_to: list[Block] = field(default_factory=list)
    text: list[Block] = field(default_factory=list)


def parted(blocks: Iterable[Block], series: Sequence[str]) -> tuple[list[Block], list[PrintedParagraph]]:
    """What stands before the first paragraph, and the paragraphs; raises NotImported where there is none."""
    front: list[Block] = []
    paragraphs: list[PrintedParagraph] = []
    part: list[Block] = front
    met: list[Block] = []
    for block in (one for several in blocks for one in _each(several)):
        lines = block.lines
        if not any(sign.isalnum() for line in lines for sign in line):
            continue
        found = PARAGRAPH.fullmatch(lines[0]) if lines and block.kind in _LINES else None
        if found and _begins_anew(int(found["number"]), block, paragraphs):
            front, paragraphs = met.copy(), []
        met.append(block)
        if found and _follows(int(found["number"]), block, paragraphs):
            title = " ".join([found["title"] or "", *lines[1:]]).strip()
            own = only_number(title, series)
            title, number = ("", own) if own else without_number(title, series)
            paragraphs.append(PrintedParagraph(int(found["number"]), title, number))
            part = paragraphs[-1].text
        elif not paragraphs:
            front.append(block)
        else:
            part = _sorted(block, paragraphs[-1], part, series)
    if not paragraphs:
        raise NotImported('ingen rad börjar med "§" och ett nummer, så paragraferna går inte att se.')
    return front, paragraphs


def _each(block: Block) -> Iterator[Block]:
    """The block, parted where several of its lines are paragraphs of their own, as in a table of contents; a row of a table
    that begins with a paragraph's number is its heading."""
    if len(block.rows) == 1 and PARAGRAPH.fullmatch(block.lines[0]):
        yield Block(BlockKind.HEADING, (Run(" ".join(block.lines)),), 1)
        return
    starts = [n for n, line in enumerate(block.lines) if PARAGRAPH.fullmatch(line)]
    if len(starts) < 2 or starts[0] or block.kind not in _LINES:
        yield block
        return
    for first, after in pairwise([*starts, len(block.lines)]):
        yield replace(block, words=(Run("\n".join(block.lines[first:after]), bold=block.is_bold),))


def _begins_anew(number: int, block: Block, paragraphs: Sequence[PrintedParagraph]) -> bool:
    """Whether the paragraphs so far were a table of contents: the first comes again as a heading, and none has a decision."""
    is_first = len(paragraphs) > 1 and number == paragraphs[0].number
    return is_first and _heads(block) and not any(one.decision for one in paragraphs)


def _follows(number: int, block: Block, paragraphs: Sequence[PrintedParagraph]) -> bool:
    """Whether a paragraph begins: the next number, or as a heading a later one, for a secret paragraph may be left out."""
    after = number - paragraphs[-1].number if paragraphs else 1
    return not paragraphs or after == 1 or (_heads(block) and 1 < after <= _LONGEST_GAP + 1)


def _heads(block: Block) -> bool:
    return block.kind in (BlockKind.HEADING, BlockKind.TITLE) or block.is_bold


def gaps(paragraphs: Sequence[PrintedParagraph]) -> Iterator[str]:
    """Numbers that are left out, and lines with a number of their own that did not begin a paragraph."""
    for one, after in zip_longest(paragraphs, paragraphs[1:]):
        for block in (*one.decision, *one.sent_to, *one.text):
            if found := PARAGRAPH.match(block.text):
                yield f"§ {one.number} har en rad som börjar med § {found['number']}. Är det en egen paragraf: gör den till en."
        if after and after.number != one.number + 1:
            yield f"§ {one.number} följs av § {after.number}."


def _sorted(block: Block, one: PrintedParagraph, part: list[Block], series: Sequence[str]) -> list[Block]:
    """Puts a block where it belongs in its paragraph; gives what the next one goes on."""
    text = block.text
    if not one.title and not one.decision and not one.text:
        one.title, number = without_number(text, series)
        one.case_number = one.case_number or number
    elif one.case_number is None and (number := only_number(text, series)):
        one.case_number = number
        one.text.append(block)
    elif _DECISION.fullmatch(text):
        return one.decision
    elif DECIDES.fullmatch(text):
        one.decision.append(Block(BlockKind.PARAGRAPH, block.words))
        return one.decision
    elif SENT_TO.fullmatch(text):
        return one.sent_to
    elif _heads(block) or over_acts(text):
        one.text.append(replace(block, kind=BlockKind.HEADING, level=2))
        return one.text
    elif _PAUSE.match(text) or is_act(text):
        one.text.append(block)
    else:
        part.append(block)
    return part
