"""The text of a document as it came, whatever kind of file it came in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from build_scripts.imports.blocks import Block
from build_scripts.imports.word_text import AsideKind


@dataclass(frozen=True)
class Incoming:
    """A document: its blocks, those of its headers, footers and text boxes, and what is no running text.

    `notes` are in the order of their numbers; `passages` is every paragraph of the file as plain text.
    """

    blocks: tuple[Block, ...]
    heads: tuple[tuple[Block, ...], ...] = ()
    feet: tuple[tuple[Block, ...], ...] = ()
    boxes: tuple[tuple[Block, ...], ...] = ()
    notes: tuple[str, ...] = ()
    aside: Mapping[AsideKind, Sequence[str]] = field(default_factory=lambda: dict.fromkeys(AsideKind, ()))
    passages: tuple[str, ...] = ()
