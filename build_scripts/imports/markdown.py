"""Blocks as Markdown that shows exactly their words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, zip_longest
from operator import attrgetter

from build_scripts.imports.blocks import Block, BlockKind, Cell, GoesOn, ListRow, Rows, Run, text_of
from build_scripts.new.writing import escaped
from build_scripts.new.writing import markdown as plain
from macros.checks import lost_words
from macros.texts.prose import OMITTED, uncleaned

HIGHEST = 2
"""The level of a text's first headings; a page's own title stands above."""

_NUMBER_FIRST = re.compile(r"^(\s*\d+)([.)])", re.MULTILINE)
_SIGN_FIRST = re.compile(r"^(\s*)([-+=])", re.MULTILINE)

_LOOKS = {"address": "[{text}]({look})", "bold": "**{text}**", "italic": "*{text}*", "struck": "~~{text}~~"}
"""How a look of a run is written, the outermost first."""


def inline(runs: Iterable[Run], one_line: bool = False) -> str:
    """The words of a paragraph, row or cell with their looks; every other sign stands for itself."""
    lines = filter(None, (" ".join(line.split()) for line in _dressed(runs, tuple(_LOOKS)).split("\n")))
    if one_line:
        return " ".join(lines)
    return _SIGN_FIRST.sub(r"\1\\\2", _NUMBER_FIRST.sub(r"\1\\\2", "\\\n".join(lines)))


def _dressed(runs: Iterable[Run], looks: Sequence[str], before: str = "", after: str = "") -> str:
    """The runs' text with the signs of their looks close around it.

    Where a look begins or ends in the middle of a word Markdown would show its signs, so there, and around spaces, are none.
    """
    if not looks:
        return escaped(text_of(runs))
    first, *inner = looks
    groups = [(look, list(group)) for look, group in groupby(runs, attrgetter(first))]
    texts = [before, *(text_of(group) for _, group in groups), after]
    made = ""
    for (look, group), left, text, right in zip(groups, texts, texts[1:], texts[2:], strict=False):
        whole = _dressed(group, inner, left, right)
        begins_inside = left[-1:].isalnum() and not text[:1].isspace()
        ends_inside = right[:1].isalnum() and not text[-1:].isspace()
        is_seen = look and text.strip() and (first == "address" or not (begins_inside or ends_inside))
        made += whole.replace(whole.strip(), _LOOKS[first].format(text=whole.strip(), look=look)) if is_seen else whole
    return made


def written(blocks: Iterable[Block]) -> str:
    """The blocks as one text. A block that Markdown would show otherwise is written with its words only."""
    kept = list(blocks)
    highest = min((block.level for block in kept if block.kind is BlockKind.HEADING), default=1)
    parts = (_checked(block, highest) for block in kept)
    return "\n\n".join(part for part in parts if part)


def _checked(block: Block, highest: int) -> str:
    text = _markdown(block, highest)
    if shows_itself(text):
        return text
    bare = "\n\n".join(filter(None, (plain(line) for line in block.lines)))
    if block.kind is BlockKind.HEADING:
        return f"{'#' * HIGHEST} {' '.join(bare.split())}"
    return bare


def shows_itself(text: str) -> bool:
    """Whether the page shows the text's words, all of them and no others."""
    page = uncleaned(text)
    return OMITTED not in page and lost_words.same(text, page)


def _markdown(block: Block, highest: int) -> str:
    if block.kind is BlockKind.LIST:
        return "\n".join(_rows(block.entries))
    if block.kind is BlockKind.TABLE:
        return _pipe_table(block.rows)
    if block.kind is BlockKind.HEADING:
        level = min(HIGHEST + block.level - highest, 6)
        return f"{'#' * level} {inline(block.words, one_line=True).strip('*')}"
    return inline(block.words)


def _rows(entries: Iterable[ListRow]) -> Iterator[str]:
    """The rows of a list. Where numbers do not follow on each other a new list begins, with the other sign after its numbers."""
    open_lists: list[tuple[int, int | None, str]] = []
    for entry in entries:
        del open_lists[entry.depth + 1 :]
        depth = min(entry.depth, len(open_lists))
        indent = sum(width for width, _, _ in open_lists[:depth])
        before = open_lists[depth] if depth < len(open_lists) else None
        sign = _sign(entry, before)
        mark = "-" if entry.number is None else f"{entry.number}{sign}"
        width = len(mark) + 1
        if before is None and depth and entry.number not in (None, 1):
            yield ""
        del open_lists[depth:]
        open_lists.append((width, entry.number, sign))
        lines = inline(entry.words).split("\n")
        yield f"{' ' * indent}{mark} {lines[0]}"
        yield from (f"{' ' * (indent + width)}{line}" for line in lines[1:])


def _sign(entry: ListRow, before: tuple[int, int | None, str] | None) -> str:
    if before is None or before[1] is None:
        return "."
    follows = entry.number is not None and entry.number == before[1] + 1
    return before[2] if follows or entry.number is None else ")" if before[2] == "." else "."


def _pipe_table(rows: Rows) -> str:
    """The table's rows. A table of one column is paragraphs."""
    texts = [[_in_cell(cell) for cell in row] for row in rows]
    filled = [row for row in texts if any(row)]
    columns = [column for column in zip_longest(*filled, fillvalue="") if any(column)]
    if len(columns) <= 1 or len(filled) == 1:
        return "\n\n".join(text for row in filled for text in row if text)
    lines = [f"| {' | '.join(row)} |" for row in zip(*columns, strict=True)]
    return "\n".join([*lines[:1], f"|{'---|' * len(columns)}", *lines[1:]])


def _in_cell(cell: Cell) -> str:
    if isinstance(cell, GoesOn):
        return ""
    return " ".join(text for words in cell if (text := inline(words, one_line=True)))


def merged(rows: Rows) -> int:
    """How many cells of a table reach over several places."""
    return sum(
        not isinstance(cell, GoesOn) and (row[x + 1 : x + 2] == (GoesOn.LEFT,) or below[x : x + 1] == (GoesOn.ABOVE,))
        for row, below in zip(rows, (*rows[1:], ()), strict=True)
        for x, cell in enumerate(row)
    )
