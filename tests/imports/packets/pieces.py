"""Pieces of a document as the typesetter takes them: text, headings, lines and tables."""

from __future__ import annotations

import json
from collections.abc import Sequence

from tests.imports.packets.hagsjo import Look

Blocks = list[str]


def said(text: str) -> str:
    return f"#{json.dumps(text, ensure_ascii=False)}"


def heading(look: Look, text: str, level: int = 2) -> str:
    size = {1: 1.5, 2: 1.0 if look.is_bold else 1.2}[level] * look.size
    weight = 700 if look.is_bold or level == 1 else 400
    return f"#block(above: 1.6em, below: 1em, text(size: {size}pt, weight: {weight}, [{said(text)}]))"


def paragraph(text: str) -> str:
    return f"#block(above: 1em, below: 1em, [{said(text)}])"


def lines(*texts: str) -> str:
    return "#block([" + " #linebreak() ".join(said(text) for text in texts) + "])"


def apart(*texts: str) -> str:
    return "#block(width: 100%, [" + " #h(1fr) ".join(said(text) for text in texts) + "])"


def table(rows: Sequence[Sequence[str]], widths: str = "") -> str:
    cells = ", ".join(f"[{said(cell)}]" for row in rows for cell in row)
    return f"#table(columns: {widths or len(rows[0])}, stroke: 0.5pt, {cells})"
