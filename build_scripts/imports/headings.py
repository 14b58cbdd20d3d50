"""Headings of a report: with a style, only looking like one, known by their words, or to the left in a form of two columns."""

from __future__ import annotations

import copy
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from bs4 import Tag

from build_scripts.imports.blocks import Block, BlockKind, ListRow, element, lines_of
from build_scripts.imports.letterhead import label
from build_scripts.imports.people import is_name

_NUMBERED = r"(?:\d{1,2}(?:\.\d{1,2})*\.?\s+)?"
PROPOSAL = re.compile(
    _NUMBERED + r"(?:(?P<who>\S+(?: \S+){0,3}s)\s+)?(?:förslag till (?:beslut|ställningstagande)|beslutsförslag)"
    r"(?P<where>\s+(?:i|för|till)\s+[^:]{3,60})?(?P<more>\s*:.*)?",
    re.IGNORECASE,
)
SENT_TO = re.compile(
    _NUMBERED
    + r"(?:beslutet\s+)?(?:ska\s+)?(?:expedieras|skickas|delges|sänds|expediering|sändlista|kopia|kopia på beslutet)"
    r"(?:\s+(?:till|för kännedom))?(?P<more>\s*:.*)?",
    re.IGNORECASE,
)
DOCUMENT = re.compile(
    r"(?:tjänste(?:skrivelse|utlåtande)|promemoria|pm|missiv|skrivelse|ordförandeförslag|beslutsunderlag)"
    r"(?:\s+[\d(\[/ )\]av-]*)?",
    re.IGNORECASE,
)
_KNOWN = re.compile(
    _NUMBERED
    + r"(?:sammanfattning|bakgrund|ärendet|ärendebeskrivning|beskrivning av ärendet|inledning|ärendets beredning|beredning|"
    r"beslutsunderlag|underlag för beslut|bilagor|bilaga|överväganden|förvaltningens (?:bedömning|överväganden|synpunkter)|"
    r"bedömning|ekonomi|ekonomiska konsekvenser|konsekvenser|barnperspektivet|barnkonsekvenser|jämställdhet|uppföljning|"
    r"slutsats(?:er)?|syfte|tidplan|remissinstanser|juridiska konsekvenser|konsekvenser för barn|noter):?",
    re.IGNORECASE,
)
LONGEST = 100
"""Characters of a bold line that is a heading."""

_TYPED = re.compile(r"\s*(?:[•·▪●○◦‣*]|[–—-](?=\s))\s*")


def is_known(text: str) -> bool:
    """Whether a line is a heading that reports usually have."""
    return any(shape.fullmatch(text) for shape in (_KNOWN, PROPOSAL, SENT_TO))


def recognised(blocks: Iterable[Block]) -> list[Block]:
    """The blocks with headings where there are any: known words, and bold lines; typed dashes and dots become lists."""
    parted = [one for block in blocks for one in _parted(block)]
    deepest = max((block.level for block in parted if block.kind is BlockKind.HEADING), default=0)
    found: list[Block] = []
    for block in parted:
        if _is_heading(block):
            found.append(
                Block(
                    BlockKind.HEADING,
                    block.markup,
                    min(deepest + 1, 6) if block.is_bold and not is_known(block.text) else max(deepest, 1),
                )
            )
            continue
        row = _typed_row(block)
        if row is None:
            found.append(block)
        elif found and found[-1].kind is BlockKind.LIST:
            found[-1] = replace(found[-1], entries=(*found[-1].entries, row))
        else:
            found.append(Block(BlockKind.LIST, block.markup, entries=(row,)))
    return found


def _is_heading(block: Block) -> bool:
    if block.kind is not BlockKind.PARAGRAPH or len(block.lines) != 1:
        return False
    text = block.text
    if is_known(text) and not re.search(r":\s*\S", text):
        return True
    is_line = len(text) <= LONGEST and not text.endswith((".", ",", ";", "!")) and any(sign.isalpha() for sign in text)
    return block.is_bold and is_line and label(text) is None and not is_name(text) and not _TYPED.match(text)


def _parted(block: Block) -> Iterator[Block]:
    """A paragraph whose first line is a known heading, or begins with one and a colon, is a heading and a paragraph."""
    if block.kind is not BlockKind.PARAGRAPH:
        yield block
        return
    lines = block.lines
    if len(lines) > 1 and is_known(lines[0]) and not re.search(r":\s*\S", lines[0]):
        yield _paragraph([lines[0]])
        yield _paragraph(lines[1:])
        return
    found = next((match for shape in (PROPOSAL, SENT_TO) if (match := shape.fullmatch(lines[0]))), None)
    more = (found["more"] or "").strip() if found else ""
    if found and more.strip(": "):
        yield _paragraph([lines[0][: found.start("more")] + ":"])
        yield _paragraph([more.lstrip(": "), *lines[1:]])
        return
    yield block


def _paragraph(lines: list[str]) -> Block:
    made = element("p", lines[0])
    for line in lines[1:]:
        made.extend([element("br"), line])
    return Block(BlockKind.PARAGRAPH, made)


def _typed_row(block: Block) -> ListRow | None:
    """The row of a list that somebody made with a typed dash or dot."""
    if block.kind is not BlockKind.PARAGRAPH:
        return None
    first = next((piece for piece in block.markup.find_all(string=True) if piece.strip()), None)
    mark = None if first is None else _TYPED.match(first)
    if first is None or mark is None or len(block.text) <= len(mark.group().strip()):
        return None
    made = copy.copy(block.markup)
    piece = next(piece for piece in made.find_all(string=True) if piece.strip())
    piece.replace_with(str(piece)[mark.end() :])
    return ListRow(None, 0, made)


def unfolded(blocks: Iterable[Block]) -> Iterator[Block]:
    """The blocks, with the rows of such a form as headings and text.

    A table is a form where "Förslag till beslut" stands to the left: "Ekonomi" and "Bilaga" also stand in tables of figures.
    """
    for block in blocks:
        rows = block.markup.find_all("tr") if block.kind is BlockKind.TABLE else []
        if any(PROPOSAL.fullmatch(_heading(row)) for row in rows):
            yield from _parts(rows)
        else:
            yield block


def _parts(rows: list[Tag]) -> Iterator[Block]:
    """The letterhead's rows as a table; from the first known heading on, each row as a heading and its text."""
    first = next(n for n, row in enumerate(rows) if is_known(_heading(row)))
    if first:
        yield _table(rows[:first])
    for row in rows[first:]:
        if _heading(row) and label(_heading(row)) is None:
            left, right = _filled(row)
            yield Block(BlockKind.HEADING, left, 1)
            yield from (Block(BlockKind.PARAGRAPH, words) for words in right.find_all("p") if lines_of(words))
        else:
            yield _table([row])


def _table(rows: list[Tag]) -> Block:
    return Block(BlockKind.TABLE, element("table", *map(copy.copy, rows)))


def _filled(row: Tag) -> list[Tag]:
    return [cell for cell in row.find_all(["td", "th"]) if lines_of(cell)]


def _heading(row: Tag) -> str:
    """What stands to the left of a text; empty for a row of any other kind."""
    filled = _filled(row)
    return " ".join(lines_of(filled[0])) if len(filled) == 2 else ""
