"""A header as a tree of texts with places. Nothing is guessed: `18:00`, `no`, `010` and `2018-02-30` stay as written.

The parser's *events* are walked, never composed by the C library: it crashes the process on deep nesting.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import Protocol

import yaml
from yaml.events import (
    AliasEvent,
    CollectionEndEvent,
    CollectionStartEvent,
    DocumentStartEvent,
    Event,
    MappingStartEvent,
    NodeEvent,
    ScalarEvent,
    SequenceStartEvent,
)

from macros.finding import Finding
from macros.record.source import Source, hidden_finding, hidden_sign
from macros.record.syntax import (
    COLON_IN_VALUE,
    swallowed_comment,
    swallowed_row,
    swallowed_word,
    syntax_finding,
    with_plain_blanks,
    with_quotes,
)

DEEPEST = 20
MOST_ALIASES = 100
MOST_NODES = 50_000
"""A list of sixty decisions has about 700 nodes; aliases that double themselves pass this at once."""


@dataclass(slots=True)
class Node:
    """One value of the header: a text, a list or a map, and where it stands (line and column in the file, from 1).

    `keys` holds the nodes of a map's keys, so that a finding can point at a key.
    """

    value: str | list[Node] | dict[str, Node]
    line: int
    column: int
    end_line: int
    end_column: int
    keys: dict[str, Node] | None = None

    def plain(self) -> object:
        """The value without places: texts, lists and dicts."""
        if isinstance(self.value, str):
            return self.value
        if isinstance(self.value, list):
            return [node.plain() for node in self.value]
        return {key: node.plain() for key, node in self.value.items()}


class _Unreadable(Exception):
    """The header cannot be read further; carries the finding."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(finding.message)
        self.finding = finding


def parse(source: Source) -> tuple[Node | None, list[Finding]]:
    """The header's tree, or None with the finding that says why it cannot be read. Never raises.

    A key written twice keeps its first value, and a value that lacks its quotes is read as if it had them: both are
    errors, so nothing of it is published, but the rest is judged in the same run.
    """
    text, told = with_plain_blanks(source)
    while True:
        reader = _Reader(source, text)
        try:
            root = reader.read()
            reader.findings += swallowed_word(
                source, {name: (node.line, node.column) for name, node in reader.unused.items()}
            )
            break
        except _Unreadable as refused:
            return None, [*told, *reader.findings, refused.finding]
        except yaml.YAMLError as error:
            told.append(syntax_finding(source, error))
            mended = with_quotes(text, told[-1].place.line - source.header_line)
            if told[-1].rule != COLON_IN_VALUE or mended is None:
                return None, [*told, *reader.findings]
            text = mended
    reader.findings += told
    if root is None or not isinstance(root.value, dict):
        return None, [
            *reader.findings,
            source.place(1).error(
                "rubrikdel-tom",
                "Rubrikdelen innehåller inga nycklar.",
                "skriv minst en rad av formen nyckel: värde mellan raderna ---.",
            ),
        ]
    return root, reader.findings


class _Mark(Protocol):
    """A parser's mark, of its C or its Python form: line and column from 0."""

    @property
    def line(self) -> int: ...

    @property
    def column(self) -> int: ...


class _Reader:
    """Builds the tree from events with a stack of its own, counting depth, nodes and aliases as it goes."""

    def __init__(self, source: Source, text: str) -> None:
        self.source = source
        self.text = text
        self.may_have_comments = "#" in text
        self.findings: list[Finding] = []
        self.anchors: dict[str, Node] = {}
        self.unused: dict[str, Node] = {}
        self.aliases = 0
        self.nodes = 0

    def read(self) -> Node | None:
        loader = yaml.CSafeLoader(self.text)
        try:
            return self._document(loader)
        finally:
            loader.dispose()

    def _document(self, loader: yaml.CSafeLoader) -> Node | None:
        root: Node | None = None
        stack: list[tuple[Node, Node | None]] = []
        while (event := loader.get_event()) is not None:
            if not isinstance(event, NodeEvent):
                if isinstance(event, CollectionEndEvent):
                    self._end(event, *stack.pop())
                elif isinstance(event, DocumentStartEvent) and root is not None:
                    raise self._refuse(
                        event,
                        "rubrikdel-delad",
                        "Rubrikdelen har en dokumentgräns mitt i.",
                        "ta bort raden med ... eller ---.",
                    )
                continue
            node = self._node(event)
            if stack:
                parent, key = stack[-1]
                stack[-1] = (parent, self._put(parent, key, node))
            elif root is None:
                root = node
            if isinstance(event, SequenceStartEvent | MappingStartEvent):
                if len(stack) == DEEPEST:
                    raise self._refuse(
                        event,
                        "för-djupt",
                        f"Listor i listor går djupare än {DEEPEST} nivåer.",
                        "skriv om: ett värde i rubrikdelen behöver högst fyra nivåer.",
                    )
                stack.append((node, None))
        return root

    def _end(self, event: CollectionEndEvent, done: Node, key: Node | None) -> None:
        """A list or map ends; `key` is one that still waits for its value."""
        done.end_line, done.end_column = self._at(event.end_mark)
        if key is not None:
            raise self._refuse(
                event, "nyckel-form", "Något står här utan att höra till en nyckel.", "skriv nyckel: värde."
            )

    def _at(self, mark: _Mark | None) -> tuple[int, int]:
        """A parser's mark as line and column of the file, from 1."""
        assert mark is not None
        return mark.line + self.source.header_line, mark.column + 1

    def _node(self, event: NodeEvent) -> Node:
        self.nodes += 1
        if self.nodes > MOST_NODES:
            raise self._refuse(
                event,
                "för-många-värden",
                f"Rubrikdelen har fler än {MOST_NODES} värden.",
                "dela upp innehållet på flera filer.",
            )
        if isinstance(event, AliasEvent):
            return self._alias(event)
        assert isinstance(event, ScalarEvent | CollectionStartEvent)
        if event.tag is not None and event.tag != "!":
            raise self._refuse(
                event,
                "yaml-tagg",
                "Ett värde börjar med utropstecken, som har en särskild betydelse här.",
                'sätt citattecken om värdet: "!..."',
            )
        line, column = self._at(event.start_mark)
        end_line, end_column = self._at(event.end_mark)
        if isinstance(event, ScalarEvent):
            node = Node(self._text(event), line, column, end_line, end_column)
            if self.may_have_comments:
                self.findings += swallowed_comment(self.source, end_line, end_column)
            if end_line > line and not event.style:
                self.findings += swallowed_row(self.source, line, end_line)
        elif isinstance(event, SequenceStartEvent):
            node = Node([], line, column, end_line, end_column)
        else:
            node = Node({}, line, column, end_line, end_column, {})
        if event.anchor is not None:
            self.anchors[event.anchor] = self.unused[event.anchor] = node
        return node

    def _text(self, event: ScalarEvent) -> str:
        """The value; within double quotes a backslash can write what the file's own text may not hold ("\\u202e")."""
        if event.style != '"':
            return event.value
        text = unicodedata.normalize("NFC", event.value)
        if sign := hidden_sign(text):
            self.findings.append(hidden_finding(self.source.place(*self._at(event.start_mark)), sign))
        return text

    def _alias(self, event: AliasEvent) -> Node:
        self.aliases += 1
        if self.aliases > MOST_ALIASES:
            raise self._refuse(
                event,
                "för-många-alias",
                f"Rubrikdelen hänvisar till sig själv (*) fler än {MOST_ALIASES} gånger.",
                "skriv ut värdena i stället för hänvisningar.",
            )
        node = self.anchors.get(event.anchor or "")
        self.unused.pop(event.anchor or "", None)
        if node is None:
            raise self._refuse(
                event,
                "okänt-alias",
                f"*{event.anchor} hänvisar till något som inte finns.",
                'om texten ska börja med en stjärna: sätt citattecken om den, "*...".',
            )
        if not isinstance(node.value, str):
            raise self._refuse(
                event, "alias-form", f"*{event.anchor} hänvisar till en lista.", "skriv ut listan här också."
            )
        return Node(node.value, *self._at(event.start_mark), *self._at(event.end_mark))

    def _put(self, parent: Node, key: Node | None, node: Node) -> Node | None:
        """Puts a value into a list or map; returns the key that now waits for its value."""
        if isinstance(parent.value, list):
            parent.value.append(node)
            return None
        if key is None:
            if not isinstance(node.value, str):
                raise _Unreadable(
                    self.source.place(node.line, node.column).error(
                        "nyckel-form", "En nyckel måste vara ett ord, inte en lista.", "skriv nyckel: värde."
                    )
                )
            return node
        assert isinstance(parent.value, dict)
        assert isinstance(key.value, str)
        assert parent.keys is not None
        if key.value in parent.value:
            first = parent.keys[key.value].line
            self.findings.append(
                self.source.place(key.line, key.column, len(key.value)).error(
                    "dubbel-nyckel",
                    f"Nyckeln {key.value} står två gånger; första gången på rad {first}.",
                    "behåll den rad som gäller och ta bort den andra.",
                )
            )
        else:
            parent.value[key.value] = node
            parent.keys[key.value] = key
        return None

    def _refuse(self, event: Event, rule: str, message: str, remedy: str) -> _Unreadable:
        place = self.source.place(*self._at(event.start_mark))
        return _Unreadable(place.error(rule, message, remedy))
