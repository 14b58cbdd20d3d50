"""A page's article as content to set in type: the same elements in the same order, without what only a screen needs.

The content is data, and never source of the typesetter: a text with `#`, `$`, `\\` or `@` is a string like any other. A node is a
string, or a dict with its kind under `k` and its children under `c`:

- blocks: `h` (heading, `level`), `p`, `ul`, `ol` (`start`), `dl` (pairs under `rows`), `quote`, `pre`, `hr`, `box` (`class`),
  `table` (`columns`, `caption`, and `head` and `rows` of cells), `chart` (`alt`, `caption`, and `rows` of a name or of a bar),
  `wheel` (`svg`), `signatures` (a line to sign on above each)
- words: `a` (`to`, or a place `within`), `strong`, `em`, `del`, `ins`, `sup`, `code`, `br`, `state`, `meta`, `note` (a footnote:
  its `id`, and `c` where it is named first)
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from build_scripts.exports.pdf.drawings import bars_of, svg_of
from build_scripts.exports.pdf.elements import Element, text_of, tree
from macros.words import words

Node = str | dict[str, Any]
Address = Callable[[str], str]
"""Makes the whole address of a link as it is written on the page."""

_BLOCKS = frozenset(words("h p ul ol dl table quote pre hr box chart wheel signatures"))
_ONLY_ON_SCREEN = frozenset(words("k-ej-utskrift k-grannar k-brodsmulor k-dag k-historik k-filtrera visuellt-dold"))
_NOT_IN_PRINT = frozenset(("begar-ut", "prenumerera"))
"""Sections that are about the page itself."""

_BOXES = {"k-ruta": "note", "k-forslag": "decision"}
_WORDS = {"strong": "strong", "em": "em", "del": "del", "ins": "ins", "sup": "sup", "code": "code", "b": "strong"}
_BLANKS = re.compile(r"[ \t\n\r\f]+")
_HEADINGS = {f"h{level}": level for level in range(1, 7)}


def content(html: str, address: Address, prefix: str = "") -> list[Node]:
    """The article as blocks. `prefix` tells its places apart from those of other articles in the same document."""
    return _Article(tree(html), address, prefix).blocks()


class _Article:
    """One article on its way to content: what it leads to within itself, and its footnotes."""

    def __init__(self, root: Element, address: Address, prefix: str) -> None:
        self._root = root
        self._address = address
        self._prefix = prefix
        self._notes = {one.attributes["id"]: one for one in root.all("li") if "id" in one.attributes}
        self._named: set[str] = set()
        self._places = {one.attributes["id"] for one in root.all("section") if "id" in one.attributes}
        self._place: str | None = None
        self._level = 0

    def blocks(self) -> list[Node]:
        """The whole article."""
        return self._blocks(self._root.children)

    def _blocks(self, children: Iterable[Element | str]) -> list[Node]:
        """Blocks, with the words that stand between them as paragraphs."""
        made: list[Node] = []
        loose: list[Node] = []
        for node in self._nodes(children):
            if isinstance(node, dict) and node["k"] in _BLOCKS:
                made += [*_paragraph(loose), node]
                loose = []
            else:
                loose.append(node)
        return [*made, *_paragraph(loose)]

    def _nodes(self, children: Iterable[Element | str]) -> Iterator[Node]:
        for child in children:
            if isinstance(child, str):
                yield _BLANKS.sub(" ", child)
            elif not self._is_left_out(child):
                yield from self._element(child)

    def _is_left_out(self, one: Element) -> bool:
        return (
            one.tag == "nav"
            or bool(one.classes & _ONLY_ON_SCREEN)
            or one.attributes.get("id") in _NOT_IN_PRINT
            or "footnote-backref" in one.classes
            or (one.tag == "section" and "footnotes" in one.classes)
            or (one.tag == "ol" and self._holds_notes(one))
        )

    @staticmethod
    def _holds_notes(one: Element) -> bool:
        items = [child for child in one.children if isinstance(child, Element)]
        return bool(items) and all("id" in item.attributes for item in items)

    def _element(self, one: Element) -> Iterator[Node]:
        made = _MAKERS.get(one.tag, _Article._transparent)(self, one)
        yield from made

    def _transparent(self, one: Element) -> Iterator[Node]:
        """What only groups: its content, as a box where it stands in one on the page."""
        if one.tag == "section" and "id" in one.attributes:
            self._place = one.attributes["id"]
        kind = next((box for name, box in _BOXES.items() if name in one.classes), None)
        if kind is None:
            yield from self._nodes(one.children)
        elif blocks := self._blocks(one.children):
            yield {"k": "box", "class": kind, "c": blocks}

    def _heading(self, one: Element) -> Iterator[Node]:
        """No level is left out, so that readers by ear can trust them."""
        self._level = min(_HEADINGS[one.tag], self._level + 1)
        place, self._place = self._place, None
        if inline := self._inline(one.children):
            yield {"k": "h", "level": self._level, "id": f"{self._prefix}{place}" if place else None, "c": inline}

    def _paragraph(self, one: Element) -> Iterator[Node]:
        kind = next((box for name, box in _BOXES.items() if name in one.classes), None)
        small = (
            "meta" if one.classes & {"k-meta", "k-laget", "k-overrad"} else "lead" if "k-ingress" in one.classes else ""
        )
        for made in _paragraph(list(self._nodes(one.children))):
            assert isinstance(made, dict)
            shown = made | {"class": small} if small else made
            yield {"k": "box", "class": kind, "c": [shown]} if kind else shown

    def _list(self, one: Element) -> Iterator[Node]:
        items = [child for child in one.children if isinstance(child, Element) and not self._is_left_out(child)]
        if "k-rader" in one.classes:
            yield {"k": "dl", "class": "agenda", "rows": [self._agenda_row(item) for item in items]}
        elif "k-underskrifter" in one.classes:
            yield {"k": "signatures", "c": [self._inline(item.children) for item in items]}
        elif items:
            start = int(one.attributes.get("start", "1"))
            yield {"k": one.tag, "start": start, "c": [self._blocks_or_words(item.children) for item in items]}

    def _agenda_row(self, item: Element) -> list[list[Node]]:
        number = next(found for found in item.all("span") if "k-rader__nummer" in found.classes)
        rest = [child for child in item.children if child is not number]
        return [self._inline(number.children), self._blocks_or_words(rest)]

    def _terms(self, one: Element) -> Iterator[Node]:
        rows: list[list[list[Node]]] = []
        for child in one.children:
            if isinstance(child, Element) and child.tag == "dt":
                rows.append([self._inline(child.children), []])
            elif isinstance(child, Element) and rows:
                rows[-1][1] += self._blocks_or_words(child.children)
        if rows:
            yield {"k": "dl", "class": "facts", "rows": rows}

    def _table(self, one: Element) -> Iterator[Node]:
        caption = next(one.all("caption"), None)
        told = self._inline([caption]) if caption and not self._is_left_out(caption) else []
        rows = [self._row(row) for row in one.all("tr")]
        is_head = [all(cell["head"] != "row" and cell["head"] for cell in row) for row in rows]
        heads = next((place for place, head in enumerate(is_head) if not head), len(rows))
        width = max(map(len, rows), default=0)
        if width:
            rows = [[*row, *({"head": "", "right": False, "c": []} for _ in range(width - len(row)))] for row in rows]
            yield {"k": "table", "columns": width, "caption": told, "head": rows[:heads], "rows": rows[heads:]}

    def _row(self, row: Element) -> list[dict[str, Any]]:
        cells = [cell for cell in row.children if isinstance(cell, Element)]
        in_head = any(cell.attributes.get("scope") == "col" for cell in cells)
        return [
            {
                "head": cell.attributes.get("scope", "") or ("col" if in_head else ""),
                "right": "k-siffra" in cell.classes,
                "c": self._blocks_or_words(cell.children),
            }
            for cell in cells
        ]

    def _figure(self, one: Element) -> Iterator[Node]:
        """The year's wheel as it is drawn, which the table beside it tells too; or a picture of numbers.

        Of the latter names and bars are drawn, and its words in other form are for those who cannot see it.
        """
        if "k-hjul" in one.classes:
            (drawing,) = one.all("svg")
            yield {"k": "wheel", "svg": svg_of(drawing, xmlns="http://www.w3.org/2000/svg")}
            return
        said = next((text_of(found) for found in one.all("p") if "visuellt-dold" in found.classes), "")
        caption = next((self._inline(found.children) for found in one.all("figcaption")), [])
        picture = next((found for found in one.all("div") if "k-diagram__bild" in found.classes), None)
        if picture is not None:
            yield {"k": "chart", "alt": said, "caption": caption, "rows": bars_of(picture)}
            yield from self._nodes(child for child in one.children if isinstance(child, Element) and child.tag == "p")

    def _quote(self, one: Element) -> Iterator[Node]:
        yield {"k": "quote", "c": self._blocks(one.children)}

    def _preformatted(self, one: Element) -> Iterator[Node]:
        yield {"k": "pre", "c": [text_of(one).rstrip("\n")]}

    def _rule(self, one: Element) -> Iterator[Node]:
        yield {"k": "hr"}

    def _break(self, one: Element) -> Iterator[Node]:
        yield {"k": "br"}

    def _word(self, one: Element) -> Iterator[Node]:
        named = next(one.all("a"), None) if one.tag == "sup" else None
        note = named.attributes.get("href", "").removeprefix("#") if named else ""
        if note in self._notes:
            yield self._note(note)
        else:
            yield {"k": _WORDS[one.tag], "c": self._inline(one.children)}

    def _note(self, note: str) -> Node:
        """A footnote where it is named: with its text the first time."""
        made: dict[str, Any] = {"k": "note", "id": f"{self._prefix}{note}"}
        if note in self._named:
            return made
        self._named.add(note)
        return made | {"c": self._blocks_or_words(self._notes[note].children)}

    def _link(self, one: Element) -> Iterator[Node]:
        to, inline = one.attributes.get("href", ""), self._inline(one.children)
        if not to or not inline or "k-ord" in one.classes:
            yield from inline
        elif to.startswith("#") and to[1:] in self._places:
            yield {"k": "a", "within": f"{self._prefix}{to[1:]}", "c": inline}
        else:
            yield {"k": "a", "to": self._address(to), "c": inline}

    def _span(self, one: Element) -> Iterator[Node]:
        kind = "state" if "k-lage" in one.classes else "meta" if one.classes & {"k-meta", "k-lista__meta"} else None
        if kind is None:
            yield from self._nodes(one.children)
        elif inline := self._inline(one.children):
            yield {"k": kind, "c": inline}

    def _inline(self, children: Sequence[Element | str]) -> list[Node]:
        """Words without blanks at their ends."""
        return _trimmed(list(self._nodes(children)))

    def _blocks_or_words(self, children: Sequence[Element | str]) -> list[Node]:
        """What stands in a cell or an item: its first words are no paragraph of their own, and so stand beside its number."""
        blocks = self._blocks(children)
        if blocks and isinstance(blocks[0], dict) and blocks[0]["k"] == "p" and "class" not in blocks[0]:
            return [*blocks[0]["c"], *blocks[1:]]
        return blocks


_MAKERS: dict[str, Callable[[_Article, Element], Iterator[Node]]] = {
    **dict.fromkeys(_HEADINGS, _Article._heading),
    **dict.fromkeys(_WORDS, _Article._word),
    "p": _Article._paragraph,
    "ul": _Article._list,
    "ol": _Article._list,
    "dl": _Article._terms,
    "table": _Article._table,
    "figure": _Article._figure,
    "blockquote": _Article._quote,
    "pre": _Article._preformatted,
    "hr": _Article._rule,
    "br": _Article._break,
    "a": _Article._link,
    "span": _Article._span,
}


def _paragraph(loose: list[Node]) -> list[Node]:
    inline = _trimmed(loose)
    return [{"k": "p", "c": inline}] if inline else []


def _trimmed(inline: list[Node]) -> list[Node]:
    """Words without blanks at the ends or after a new line, and without line breaks there."""
    made: list[Node] = []
    for node in inline:
        after_break = not made or (isinstance(made[-1], dict) and made[-1]["k"] == "br")
        text = node.lstrip(" ") if isinstance(node, str) and after_break else node
        if text and not (after_break and text == {"k": "br"}):
            made.append(text)
    while made and (made[-1] == {"k": "br"} or (isinstance(made[-1], str) and not made[-1].strip(" "))):
        made.pop()
    if made and isinstance(made[-1], str):
        made[-1] = made[-1].rstrip(" ")
    return made
