"""An article's HTML as a tree of elements."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

from macros.words import words

_VOID = frozenset(words("br hr input meta link img wbr"))


@dataclass
class Element:
    """An element of HTML as it was written."""

    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    children: list[Element | str] = field(default_factory=list)

    @property
    def classes(self) -> frozenset[str]:
        """Its classes."""
        return frozenset(self.attributes.get("class", "").split())

    def all(self, tag: str) -> Iterator[Element]:
        """Every element of a kind below this one, in order."""
        for child in self.children:
            if isinstance(child, Element):
                if child.tag == tag:
                    yield child
                yield from child.all(tag)


class _ArticleParser(HTMLParser):
    """The tree of an article. Ours are whole: every element that begins also ends."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Element("div")
        self._open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        made = Element(tag, {name: value or "" for name, value in attrs})
        self._open[-1].children.append(made)
        if tag not in _VOID:
            self._open.append(made)

    def handle_endtag(self, tag: str) -> None:
        if tag not in _VOID and len(self._open) > 1:
            self._open.pop()

    def handle_data(self, data: str) -> None:
        self._open[-1].children.append(data)


def tree(html: str) -> Element:
    """The article's elements."""
    reader = _ArticleParser()
    reader.feed(html)
    reader.close()
    return reader.root


def text_of(one: Element) -> str:
    """The words of an element and of all below it."""
    return "".join(child if isinstance(child, str) else text_of(child) for child in one.children)
