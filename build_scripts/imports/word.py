"""A Word file as read: its running text as blocks, and everything else in it with where it stood."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from build_scripts.imports.blocks import Block, joined
from build_scripts.imports.received import Package, open_package, refuse_tracked
from build_scripts.imports.simplify import Aside, Simplifier
from build_scripts.imports.styles import read_numbering, read_styles
from build_scripts.imports.wordml import W, clean, local, said, seen

_CHART_WORDS = frozenset(("t", "v"))


@dataclass(frozen=True)
class WordFile:
    """A document: its blocks, those of its headers, footers and text boxes, and what is no running text.

    `notes` are in the order of their numbers; `passages` is every paragraph of the file as plain text.
    """

    blocks: tuple[Block, ...]
    heads: tuple[tuple[Block, ...], ...]
    feet: tuple[tuple[Block, ...], ...]
    boxes: tuple[tuple[Block, ...], ...]
    comments: tuple[str, ...]
    notes: tuple[str, ...]
    loose_notes: tuple[str, ...]
    charts: tuple[str, ...]
    aside: Aside
    embedded: int
    passages: tuple[str, ...]


def read_word(content: bytes) -> WordFile:
    """The document of a file's bytes; raises NotImported where it cannot be read."""
    package = open_package(content)
    refuse_tracked(package)
    styles = read_styles(next(package.related("styles"), None))
    numbering = read_numbering(next(package.related("numbering"), None))
    aside = Aside()

    def read(tree: Element, part: str) -> tuple[Block, ...]:
        return tuple(joined(Simplifier(styles, numbering, aside, package.relations(part)).blocks(tree)))

    blocks = read(package.body, package.main)
    notes, loose = _notes(package, aside)
    heads, feet = (
        tuple(found for part in package.names(kind) if (found := read(package.parts[part], part)))
        for kind in ("header", "footer")
    )
    boxes: list[tuple[Block, ...]] = []
    while len(boxes) < len(aside.boxes):
        boxes.append(read(aside.boxes[len(boxes)], ""))
    return WordFile(
        blocks,
        _once(heads),
        _once(feet),
        _once(tuple(filter(None, boxes))),
        tuple(text for tree in package.related("comments") for one in tree.iter(f"{W}comment") if (text := said(one))),
        notes,
        loose,
        tuple(text for folder in ("charts", "diagrams") for tree in package.below(folder) if (text := _chart(tree))),
        aside,
        package.embedded,
        tuple(_passages(package)),
    )


def _once(parts: tuple[tuple[Block, ...], ...]) -> tuple[tuple[Block, ...], ...]:
    """Parts that say the same, such as the headers of the first and the other pages, count once."""
    return tuple({tuple(block.text for block in part): part for part in parts}.values())


def _notes(package: Package, aside: Aside) -> tuple[tuple[str, ...], tuple[str, ...]]:
    found = {
        (kind, one.get(f"{W}id", "")): said(one)
        for kind in ("footnote", "endnote")
        for tree in package.related(f"{kind}s")
        for one in tree.iter(f"{W}{kind}")
    }
    texts = tuple(found.get(note, "") for note in aside.notes)
    return texts, tuple(text for note, text in found.items() if text and note not in aside.notes)


def _chart(tree: Element) -> str:
    words = (clean(one.text or "") for one in tree.iter() if local(one) in _CHART_WORDS)
    return " ".join(" ".join(words).split())


def _passages(package: Package) -> Iterator[str]:
    kinds = ("header", "footer", "comments", "footnotes", "endnotes")
    for tree in (package.body, *(tree for kind in kinds for tree in package.related(kind))):
        yield from (found for line in "".join(seen(tree)).split("\n") if (found := " ".join(line.split())))


_WORD = re.compile(r"[^\W_]+")


def words_in(text: str) -> list[str]:
    """The words and numbers of a text in small letters."""
    return _WORD.findall(text.casefold())
