"""A Word file as read: its running text as blocks, and everything else in it with where it stood."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from xml.etree.ElementTree import Element

from build_scripts.imports.blocks import Block, joined
from build_scripts.imports.incoming import Incoming
from build_scripts.imports.received import Package, open_package, refuse_tracked
from build_scripts.imports.styles import read_numbering, read_styles
from build_scripts.imports.word_text import Aside, AsideKind, Simplifier
from build_scripts.imports.wordml import W, clean, is_on, local, own_text, said, seen

_CHART_WORDS = frozenset(("t", "v"))


def read_word(content: bytes) -> Incoming:
    """The document of a file's bytes; raises NotImported where it cannot be read."""
    return word_pages(content)[0]


def word_pages(content: bytes) -> tuple[Incoming, list[tuple[Block, ...]]]:
    """The document, and its running text page by page, as far as pages are broken on purpose."""
    package = open_package(content)
    refuse_tracked(package)
    styles, numbering = (
        read_styles(package.related("styles").values()),
        read_numbering([*package.related("numbering").values()]),
    )
    aside = Aside()

    def read(tree: Element, part: str = "") -> tuple[Block, ...]:
        return tuple(joined(Simplifier(styles, numbering, aside, package.relations(part)).blocks(tree)))

    pages = [read(page, package.main) for page in _broken(package.parts[package.main])]
    blocks = tuple(joined(block for page in pages for block in page))
    notes = _notes(package, aside)
    heads, feet = (
        _once(read(tree, name) for name, tree in package.related(kind).items()) for kind in ("header", "footer")
    )
    # A box in a box is set aside while the outer one is read, and so has its turn.
    boxes = _once(read(box) for box in aside.boxes)
    comments = (one for tree in package.related("comments").values() for one in tree.iter(f"{W}comment"))
    aside.texts[AsideKind.COMMENT] += map(said, comments)
    aside.texts[AsideKind.CHART] += (
        _chart(tree) for folder in ("charts", "diagrams") for tree in package.below(folder)
    )
    aside.texts[AsideKind.EMBEDDED] += [""] * package.embedded
    whole = Incoming(blocks, heads, feet, boxes, notes, aside.texts, tuple(_passages(package)))
    return whole, [page for page in pages if page]


def _broken(document: Element) -> Iterator[Element]:
    """The document's text as one element for each page; where no page is broken on purpose, the document itself."""
    body = document.find(f"{W}body")
    page = Element(f"{W}body")
    for element in () if body is None else body:
        before, after = _breaks(element)
        if before and len(page):
            yield page
            page = Element(f"{W}body")
        page.append(element)
        if after:
            yield page
            page = Element(f"{W}body")
    yield page if body is not None else document


def _breaks(element: Element) -> tuple[bool, bool]:
    """Whether a new page begins before and after an element of the running text."""
    if local(element) != "p":
        return False, False
    looks = element.find(f"{W}pPr")
    before = is_on(looks, "pageBreakBefore") is True
    after = looks is not None and looks.find(f"{W}sectPr") is not None
    text = ""
    for part in element.iter():
        if local(part) == "br" and part.get(f"{W}type") == "page":
            before, after = before or not text.strip(), after or bool(text.strip())
        text += own_text(part) if local(part) == "t" else ""
    return before, after


def _once(parts: Iterable[tuple[Block, ...]]) -> tuple[tuple[Block, ...], ...]:
    """Parts that say the same, such as the headers of the first and the other pages, count once."""
    return tuple({tuple(block.text for block in part): part for part in parts if part}.values())


def _notes(package: Package, aside: Aside) -> tuple[str, ...]:
    """The notes that the text points at; the others are set aside."""
    found = {
        (kind, one.get(f"{W}id", "")): said(one)
        for kind in ("footnote", "endnote")
        for tree in package.related(f"{kind}s").values()
        for one in tree.iter(f"{W}{kind}")
    }
    aside.texts[AsideKind.LOOSE_NOTE] += (text for note, text in found.items() if note not in aside.notes)
    return tuple(found.get(note, "") for note in aside.notes)


def _chart(tree: Element) -> str:
    words = (clean(one.text or "") for one in tree.iter() if local(one) in _CHART_WORDS)
    return " ".join(" ".join(words).split())


def _passages(package: Package) -> Iterator[str]:
    kinds = ("header", "footer", "comments", "footnotes", "endnotes")
    for tree in (package.parts[package.main], *(tree for kind in kinds for tree in package.related(kind).values())):
        yield from (found for line in "".join(seen(tree)).split("\n") if (found := " ".join(line.split())))
