"""Headings of a report: with a style, only looking like one, known by their words, or to the left in a form of two columns."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from build_scripts.imports.blocks import (
    BULLETS,
    Block,
    BlockKind,
    Cell,
    GoesOn,
    ListRow,
    Rows,
    Run,
    Words,
    joined,
    lines_of,
)
from build_scripts.imports.letterhead import label
from build_scripts.imports.people import is_name

_NUMBERED = r"(?:\d{1,2}(?:\.\d{1,2})*\.?\s+)?"
PROPOSAL = re.compile(
    _NUMBERED + r"(?:(?P<who>\S+(?: \S+){0,3}s)\s+)?(?:förslag till (?:beslut|ställningstagande)|beslutsförslag|"
    r"(?:\S+ ){0,2}\S*(?:nämndens|styrelsens|utskottets?|utskotts|förvaltningens|kontorets|presidiets) förslag|"
    r"\S*(?:nämnden|styrelsen|utskottet|fullmäktige) föreslås (?:att )?(?:besluta|fatta följande beslut)(?: att)?)"
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
CHAIRS_PROPOSAL = re.compile(r"ordförande(?:ns )?(?:förslag|utlåtande)(?:\s.*)?", re.IGNORECASE)
_KNOWN = re.compile(
    _NUMBERED + r"(?:sammanfattning|beslut|beslutsplanering|"
    r"bakgrund|ärendet|ärendebeskrivning|beskrivning av ärendet|inledning|ärendets beredning|beredning|"
    r"beslutsunderlag|underlag för beslut|bilagor|bilaga|överväganden|förvaltningens (?:bedömning|överväganden|synpunkter)|"
    r"bedömning|ekonomi|ekonomiska konsekvenser|konsekvenser|barnperspektivet|barnkonsekvenser|jämställdhet|uppföljning|"
    r"slutsats(?:er)?|syfte|tidplan|remissinstanser|juridiska konsekvenser|konsekvenser för barn|noter):?",
    re.IGNORECASE,
)
FROM_OTHERS = re.compile(
    r"(?:(?:sammanträdes)?protokoll(?:sutdrag)?|utdrag ur protokoll|beslut|dom|föreläggande|underrättelse|remiss|yttrande|"
    r"motion|interpellation|medborgarförslag|begäran om yttrande|meddelande)(?:\s+(?:nr\s+)?[\d(§].*)?",
    re.IGNORECASE,
)
"""What stands over letters from others, extracts of minutes, and what members and residents put."""

MINUTES = re.compile(r"(?:sammanträdes)?protokoll\b.*", re.IGNORECASE)
"""What minutes say on top that they are."""

CONTENTS = re.compile(r"innehåll(?:sförteckning)?", re.IGNORECASE)
OFFICE = re.compile(r".*(?:nämnden|förvaltningen|kontoret|styrelsen|kommun|stad)s?", re.IGNORECASE)
"""A line that is nothing but an office's or a body's name."""

DECISION = re.compile(r"beslut:?", re.IGNORECASE)
"""What chairs head their proposals with."""

LONGEST = 100
"""Characters of a bold line that is a heading."""

_TYPED = re.compile(rf"\s*(?:[{BULLETS}*]|[–—-](?=\s))\s*")


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
            is_lower = block.is_bold and not is_known(block.text)
            found.append(Block(BlockKind.HEADING, block.words, min(deepest + 1, 6) if is_lower else max(deepest, 1)))
        elif row := _typed_row(block):
            found.append(Block(BlockKind.LIST, entries=(row,)))
        else:
            found.append(block)
    return joined(found)


def _is_heading(block: Block) -> bool:
    if block.kind is not BlockKind.PARAGRAPH or len(block.lines) != 1:
        return False
    text = block.text
    if is_known(text) and not re.search(r":\s*\S", text):
        return True
    is_line = len(text) <= LONGEST and not text.endswith((".", ",", ";", "!")) and any(sign.isalpha() for sign in text)
    is_one = "\t" not in "".join(run.text for run in block.words)
    return block.is_bold and is_line and is_one and label(text) is None and not is_name(text) and not _TYPED.match(text)


def _parted(block: Block) -> Iterator[Block]:
    """A paragraph whose first line is a known heading, or begins with one and a colon, is a heading and a paragraph."""
    if block.kind is not BlockKind.PARAGRAPH:
        yield block
        return
    heading, *rest = block.lines
    found = next((match for shape in (PROPOSAL, SENT_TO) if (match := shape.fullmatch(heading))), None)
    more = (found["more"] or "").lstrip(": ") if found else ""
    if found and more:
        heading, rest = f"{heading[: found.start('more')]}:", [more, *rest]
    elif not rest or not is_known(heading) or re.search(r":\s*\S", heading):
        yield block
        return
    yield _paragraph([heading])
    yield _paragraph(rest)


def _paragraph(lines: Sequence[str]) -> Block:
    return Block(BlockKind.PARAGRAPH, (Run("\n".join(lines)),))


def _typed_row(block: Block) -> ListRow | None:
    """The row of a list that somebody made with a typed dash or dot."""
    first = next((n for n, run in enumerate(block.words) if run.text.strip()), None)
    if block.kind is not BlockKind.PARAGRAPH or first is None:
        return None
    run, *rest = block.words[first:]
    mark = _TYPED.match(run.text)
    if mark is None or len(block.text) <= len(mark.group().strip()):
        return None
    return ListRow(None, 0, (replace(run, text=run.text[mark.end() :]), *rest))


def unfolded(blocks: Iterable[Block]) -> Iterator[Block]:
    """The blocks, with the rows of such a form as headings and text.

    A table is a form where "Förslag till beslut" stands to the left: "Ekonomi" and "Bilaga" also stand in tables of figures.
    """
    for block in blocks:
        if any(PROPOSAL.fullmatch(_heading(row)) for row in block.rows):
            yield from _parts(block.rows)
        else:
            yield block


def _parts(rows: Rows) -> Iterator[Block]:
    """The letterhead's rows as a table; from the first known heading on, each row as a heading and its text."""
    first = next(n for n, row in enumerate(rows) if is_known(_heading(row)))
    if first:
        yield Block(BlockKind.TABLE, rows=rows[:first])
    for row in rows[first:]:
        heading = _heading(row)
        if heading and label(heading) is None:
            left, right = _filled(row)
            yield Block(BlockKind.HEADING, tuple(run for words in left for run in (*words, Run("\n"))), 1)
            yield from (Block(BlockKind.PARAGRAPH, words) for words in right if lines_of(words))
        else:
            yield Block(BlockKind.TABLE, rows=(row,))


def _filled(row: tuple[Cell, ...]) -> list[tuple[Words, ...]]:
    return [cell for cell in row if not isinstance(cell, GoesOn) and any(map(lines_of, cell))]


def _heading(row: tuple[Cell, ...]) -> str:
    """What stands to the left of a text; empty for a row of any other kind."""
    filled = _filled(row)
    return " ".join(line for words in filled[0] for line in lines_of(words)) if len(filled) == 2 else ""
