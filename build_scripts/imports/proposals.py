"""The proposal ("förslag till beslut") as sentences, one for each decision."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from build_scripts.imports.blocks import Block, BlockKind, lines_of

_MARK = re.compile(r"(?:\d{1,2}[.)]|[a-zåäö][.)]|[•·▪–—-])\s+(?=\S)", re.IGNORECASE)
_JOIN = re.compile(r"[,;]?\s+(?P<word>samt|och|dels)[,;]?$|[,;]$")
"""How a sentence of a list goes on into the next."""

_ENDS_OPEN = re.compile(r"(?::|\batt|följande)$", re.IGNORECASE)


@dataclass(frozen=True)
class Proposals:
    """The sentences, and the signs before them and words between them that the list's order replaces."""

    sentences: tuple[str, ...]
    marks: tuple[str, ...]


@dataclass(frozen=True)
class _Line:
    text: str
    depth: int = 0
    opens: bool = False


def proposals(blocks: Iterable[Block], lead: str = "") -> Proposals:
    """The sentences of a proposal's paragraphs and lists.

    Words that open a list ("Nämnden beslutar att") stand before each of its rows, so that each says who decides what.
    `lead` is what the heading said about where, and stands first in all.
    """
    marks: list[str] = []
    sentences: list[str] = []
    opening = ""
    for line in _lines(list(blocks)):
        mark = _MARK.match(line.text)
        text = line.text[mark.end() :] if mark else line.text
        if mark:
            marks.append(mark.group().strip())
        if line.opens:
            opening = text
        elif line.depth and sentences:
            sentences[-1] = f"{sentences[-1]} – {text}"
        else:
            sentences.append(_opened(opening, text))
    if opening and not any(sentence.startswith(opening.rstrip(":")) for sentence in sentences):
        sentences.append(opening)
    for n, sentence in enumerate(sentences):
        if join := _JOIN.search(sentence):
            sentences[n] = sentence[: join.start()]
            marks += filter(None, [join["word"]])
    return Proposals(tuple(f"{lead}{sentence}" for sentence in sentences), tuple(marks))


def _lines(blocks: list[Block]) -> Iterator[_Line]:
    for n, block in enumerate(blocks):
        is_last = n + 1 == len(blocks)
        if block.kind is BlockKind.LIST:
            yield from (_Line(" ".join(lines_of(row.words)), row.depth) for row in block.entries)
            continue
        lines = block.lines
        if len(lines) > 1 and (all(_MARK.match(line) or line.startswith("att ") for line in lines[1:])):
            yield from (_Line(line, opens=k == 0 and _opens(line, before_list=True)) for k, line in enumerate(lines))
            continue
        text = " ".join(lines)
        follows = None if is_last else blocks[n + 1]
        goes_on = follows is not None and follows.text.lower().startswith("att ")
        yield _Line(
            text,
            opens=not is_last and _opens(text, goes_on or (follows is not None and follows.kind is BlockKind.LIST)),
        )


def _opens(text: str, before_list: bool) -> bool:
    if _MARK.match(text) or text.lower().startswith("att "):
        return False
    return bool(_ENDS_OPEN.search(text)) or (before_list and not text.endswith("."))


def _opened(opening: str, text: str) -> str:
    if not opening:
        return text
    if opening.lower().endswith(" att"):
        return f"{opening} {text.removeprefix('att ')}"
    if text.lower().startswith("att "):
        return f"{opening.rstrip(':')} {text}"
    return f"{opening} {text}" if opening.endswith(":") else f"{opening}: {text}"
