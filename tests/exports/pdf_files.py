"""PDF files as independent programs read them: the tree of tags and the claims by pikepdf, the words by pdfium."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from functools import cached_property
from typing import Any

import pikepdf
import pypdfium2

from build_scripts.exports.pdf.elements import Element, tree


class ReadPdf:
    """A PDF file."""

    def __init__(self, content: bytes) -> None:
        self.content = content
        self.file = pikepdf.open(io.BytesIO(content))

    @cached_property
    def pages(self) -> list[str]:
        """The words of each page, in the order in which they are drawn."""
        return [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(self.content)]

    def text(self, above: str) -> str:
        """All words, as `bare` writes them, without the foot of every page and what stands `above` each but the first."""
        pages = [re.sub(r"https?://\S+\s+Sida \d+ av \d+\s*$", "", page) for page in self.pages]
        return bare("".join([pages[0], *(page.removeprefix(above) for page in pages[1:])]))

    @cached_property
    def tags(self) -> list[str]:
        """The kinds of all elements, in the order of a reader by ear."""
        return [kind for kind, _ in self.elements()]

    def elements(self) -> Iterator[tuple[str, Any]]:
        """Every element of the tree of tags, with its kind."""
        return self._elements(self.file.Root.StructTreeRoot)

    @cached_property
    def drawn(self) -> dict[int, list[int]]:
        """By page: the numbers of what is drawn there, in the order of a reader by ear."""
        pages = {page.obj.objgen: number for number, page in enumerate(self.file.pages)}
        found: dict[int, list[int]] = {}
        for page, number in _numbers(self.file.Root.StructTreeRoot, None):
            found.setdefault(pages[page.objgen], []).append(number)
        return found

    @property
    def claims(self) -> set[str]:
        """The standards that the file says it keeps."""
        about = self.file.Root.Metadata.read_bytes().decode()
        told = dict(re.findall(r"<(pdf(?:ua|a)id:\w+)>(\w+)<", about))
        ua = {f"UA-{told['pdfuaid:part']}"} if "pdfuaid:part" in told else set()
        return ua | ({f"A-{told['pdfaid:part']}{told['pdfaid:conformance']}"} if "pdfaid:part" in told else set())

    @cached_property
    def bookmarks(self) -> list[str]:
        """The titles of the outline, in order."""
        with self.file.open_outline() as outline:
            return [*_titles(outline.root)]

    def _elements(self, element: Any) -> Iterator[tuple[str, Any]]:
        for kid in _kids(element):
            if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
                yield str(kid.S).lstrip("/"), kid
                yield from self._elements(kid)


def _numbers(element: Any, page: Any) -> Iterator[tuple[Any, int]]:
    """Page and number of everything that is drawn in an element and those below it."""
    page = element.get("/Pg", page)
    for kid in _kids(element):
        if isinstance(kid, int):
            yield page, kid
        elif kid.get("/Type") == "/MCR":
            yield kid.get("/Pg", page), int(kid.MCID)
        else:
            yield from _numbers(kid, page)


def _kids(element: Any) -> Iterator[Any]:
    kids = element.get("/K")
    if kids is None:
        return
    yield from kids if isinstance(kids, pikepdf.Array) else [kids]


def _titles(items: Any) -> Iterator[str]:
    for item in items:
        yield item.title
        yield from _titles(item.children)


_NOT_WORDS = re.compile(r"[\s\d.\-–\u00ad\u00a0\u2060\ufffe\x02]+")


def bare(text: str) -> str:
    """The words alone, without blanks, hyphens, numbers and marks of lists: those of a page are not in its text."""
    return _NOT_WORDS.sub("", text)


def words_of(html: str) -> str:
    """What an article says on paper, as `bare` writes it."""
    return bare("".join(_texts(tree(html))))


_LEFT_OUT = frozenset(("k-ej-utskrift", "k-grannar", "k-brodsmulor", "k-dag", "k-historik", "visuellt-dold"))


def _texts(element: Element) -> Iterator[str]:
    for child in element.children:
        if isinstance(child, str):
            yield child
        elif not (child.classes & _LEFT_OUT or child.attributes.get("id") in ("begar-ut", "prenumerera")):
            yield from _texts(child)
