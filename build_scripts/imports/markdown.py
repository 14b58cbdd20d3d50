"""Blocks as Markdown that shows exactly their words: markdownify for their looks, rules of our own for tables and lists."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from bs4 import BeautifulSoup, Tag
from markdownify import MarkdownConverter

from build_scripts.imports.blocks import Block, BlockKind, ListRow
from build_scripts.imports.wordml import MOST_COLUMNS
from build_scripts.new.writing import markdown as plain
from macros.checks import words
from macros.checks.texts import OMITTED
from macros.texts.prose import uncleaned

HIGHEST = 2
"""The level of a text's first headings; a page's own title stands above."""

_SIGNS = re.compile(r"([\\`*_\[\]<>|~#])")
_ENTITY = re.compile(r"&(?=#?\w+;)")
_NUMBER_FIRST = re.compile(r"^(\s*\d+)([.)])", re.MULTILINE)
_SIGN_FIRST = re.compile(r"^(\s*)([-+=])", re.MULTILINE)


class _Words(MarkdownConverter):
    """Bold, italics, struck words, links and line breaks; every other sign stands for itself."""

    def escape(self, text: str, parent_tags: set[str]) -> str:
        return _ENTITY.sub(r"\\&", _SIGNS.sub(r"\\\1", text))


_words = _Words(newline_style="backslash", autolinks=False)


def inline(tag: Tag, one_line: bool = False) -> str:
    """The words of a paragraph, row or cell with their looks."""
    copy = BeautifulSoup(str(tag), "html.parser")
    for look in copy.find_all(["strong", "em", "s", "sup", "sub"]):
        if look.name in ("sup", "sub") or not look.get_text(strip=True) or _inside_word(look):
            look.unwrap()
    copy.smooth()
    whole = copy.find(True)
    if isinstance(whole, Tag):
        whole.name = "span"
    text: str = _words.convert_soup(copy)
    lines = [" ".join(line.split()) for line in text.split("\n")]
    lines = [line for line in lines if line.strip("\\ ")]
    if lines and lines[-1].endswith("\\") and not lines[-1].endswith("\\\\"):
        lines[-1] = lines[-1][:-1].rstrip()
    if one_line:
        return " ".join(line.removesuffix("\\").rstrip() if not line.endswith("\\\\") else line for line in lines)
    return _escaped_first("\n".join(lines))


def _inside_word(look: Tag) -> bool:
    """Whether a look begins or ends in the middle of a word, where Markdown would show its signs."""
    text = look.get_text()
    before = look.find_previous(string=True)
    after = [piece for piece in look.find_all_next(string=True) if look not in piece.parents][:1]
    joined_before = before is not None and before[-1:].isalnum() and not text[:1].isspace()
    joined_after = bool(after) and after[0][:1].isalnum() and not text[-1:].isspace()
    return joined_before or joined_after


def _escaped_first(text: str) -> str:
    return _SIGN_FIRST.sub(r"\1\\\2", _NUMBER_FIRST.sub(r"\1\\\2", text))


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
    return OMITTED not in page and words.same(text, page)


def _markdown(block: Block, highest: int) -> str:
    if block.kind is BlockKind.LIST:
        return "\n".join(_rows(block.entries))
    if block.kind is BlockKind.TABLE:
        return _pipe_table(block.markup)
    if block.kind is BlockKind.HEADING:
        level = min(HIGHEST + block.level - highest, 6)
        return f"{'#' * level} {inline(block.markup, one_line=True).strip('*')}"
    return inline(block.markup)


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


def _pipe_table(table: Tag) -> str:
    """The table's rows. A table of one column is paragraphs."""
    rows = [row for row in _cells(table) if any(cell is not None for cell in row)]
    texts = [["" if cell is None else _in_cell(cell) for cell in row] for row in rows]
    filled = [row for row in texts if any(row)]
    width = max((len(row) for row in filled), default=0)
    used = [n for n in range(width) if any(n < len(row) and row[n] for row in filled)]
    if len(used) == 1 or len(filled) == 1:
        return "\n\n".join(text for row in filled for text in row if text)
    full = [[row[n] if n < len(row) else "" for n in used] for row in filled]
    lines = [f"| {' | '.join(row)} |" for row in full]
    return "\n".join([*lines[:1], f"|{'---|' * len(used)}", *lines[1:]])


def _in_cell(cell: Tag) -> str:
    parts = cell.find_all(["p", "li"]) or [cell]
    return " ".join(text for part in parts if (text := inline(part, one_line=True)))


def _cells(table: Tag) -> list[list[Tag | None]]:
    """Rows of places: the cell that begins there, or None where one above or to the left goes on."""
    places: list[list[Tag | None]] = []
    held: dict[tuple[int, int], bool] = {}
    for y, row in enumerate(table.find_all("tr")):
        line: list[Tag | None] = []
        for cell in row.find_all(["td", "th"]):
            while (y, len(line)) in held:
                line.append(None)
            wide, high = _span(cell, "colspan"), _span(cell, "rowspan")
            held.update({(y + down, len(line) + right): True for down in range(1, high) for right in range(wide)})
            line += [cell, *[None] * (wide - 1)]
        places.append(line)
    return places


def _span(cell: Tag, name: str) -> int:
    given = str(cell.get(name, "1"))
    return max(1, min(int(given), MOST_COLUMNS if name == "colspan" else 2000)) if given.isdigit() else 1


def merged(table: Tag) -> int:
    """How many cells of the table reach over several places."""
    return sum(1 for cell in table.find_all(["td", "th"]) if _span(cell, "colspan") > 1 or _span(cell, "rowspan") > 1)
