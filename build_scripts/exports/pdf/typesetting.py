"""What sets content in type: Typst, with our two templates and the typefaces beside them, and nothing of the machine's own.

A paper of ours is held to PDF/UA-1 (a tree of tags that readers by ear follow) and PDF/A-2a (whole in itself, to be archived):
Typst refuses to make what does not keep them.
"""

from __future__ import annotations

import datetime as dt
import io
import json
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

import typst
from pypdf import PdfReader

from build_scripts.exports.pdf.article import Node
from build_scripts.exports.pdf.row_heads import with_row_heads
from build_scripts.report import BuildFailed
from macros.one_at_a_time import one_at_a_time

Standard = Literal["ua-1", "a-2a"]
STANDARDS: tuple[Standard, ...] = ("ua-1", "a-2a")
_SIZES = (10.5,)
_SIZES_OF_A_PLAN = (9.5, 8.5, 7.5, 6.5)
_HERE = Path(__file__).parent
_FACES = _HERE / "typsnitt"
_PAPER = "klubbat.typ"
_STAMP = "stampel.typ"


@dataclass(frozen=True)
class Manuscript:
    """A paper before it is set: what it is called, whose and of what day it is, where it stands on the web, and its articles.

    `above` stands at the top of every page. `appended` is how many pages of others follow: then it is no paper of ours alone
    and claims to keep no standard. A `plan` stands on one page, which lies down.
    """

    title: str
    author: str
    date: dt.date
    above: str
    address: str
    articles: Sequence[Sequence[Node]]
    appended: int = 0
    plan: bool = False

    def data(self, size: float) -> str:
        """What the template is told, as JSON; `size` is that of the text in points."""
        told = {
            "title": self.title,
            "author": self.author,
            "date": (self.date.year, self.date.month, self.date.day),
            "above": self.above,
            "address": self.address,
            "articles": self.articles,
            "appended": self.appended,
            "plan": self.plan,
            "size": size,
        }
        return json.dumps(told, ensure_ascii=False).translate(_Signs())


def paper(manuscript: Manuscript) -> bytes:
    """The paper as PDF, the same bytes whenever and wherever it is made. A plan's text is as large as one page allows."""
    standards = () if manuscript.appended else STANDARDS
    sizes = _SIZES_OF_A_PLAN if manuscript.plan else _SIZES
    for size in sizes:
        made = _set(_PAPER, manuscript.data(size), standards)
        if size == sizes[-1] or len(PdfReader(io.BytesIO(made)).pages) == 1:
            break
    return with_row_heads(made, manuscript.articles)


def stamps(places: Sequence[tuple[float, float]], texts: Sequence[str]) -> bytes:
    """A page for each place, of its width and height in points, that is empty but for the text at its foot."""
    pages = [
        {"width": width, "height": height, "text": text} for (width, height), text in zip(places, texts, strict=True)
    ]
    return _set(_STAMP, json.dumps(pages, ensure_ascii=False), ())


# A compiler of Typst refuses whoever asks while it works.
@one_at_a_time
def _set(template: str, data: str, standards: Sequence[Standard]) -> bytes:
    try:
        made = _compiler(template).compile(format="pdf", sys_inputs={"data": data}, pdf_standards=list(standards))
    except typst.TypstError as error:
        raise BuildFailed(f"En PDF kunde inte göras: {error}") from error
    assert isinstance(made, bytes)
    return made


@cache
def _compiler(template: str) -> typst.Compiler:
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[_FACES])
    return typst.Compiler(input=_HERE / template, root=_HERE, font_paths=fonts)


@cache
def _written() -> frozenset[int]:
    """The signs that both typefaces, upright and italic, have: a line for each run of them, by number."""
    runs = (line.partition("-") for line in (_FACES / "tecken.txt").read_text("ascii").split())
    return frozenset(sign for first, _, last in runs for sign in range(int(first, 16), int(last or first, 16) + 1))


class _Signs(dict[int, int | str]):
    """How each sign is written: one that the typeface lacks by its number, since an archived paper may not have an empty box."""

    def __missing__(self, sign: int) -> int | str:
        self[sign] = sign if sign in _written() or sign < 0x20 else _by_number(sign)
        return self[sign]


def _by_number(sign: int) -> str:
    return "" if unicodedata.category(chr(sign)) in ("Cf", "Mn", "Cc") else f"(U+{sign:04X})"
