"""A header as a tree of texts with places. Nothing is guessed: `18:00`, `no`, `010` and `2018-02-30` stay as written.

The parser's *events* are walked, never composed by the C library: it crashes the process on deep nesting.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import yaml
from yaml.events import (
    AliasEvent,
    CollectionStartEvent,
    DocumentStartEvent,
    Event,
    NodeEvent,
    ScalarEvent,
    SequenceStartEvent,
)

from macros.finding import Finding, Place
from macros.record.meant import signed
from macros.record.plain_signs import with_plain_signs
from macros.record.source import Source, hidden_finding, hidden_sign
from macros.record.syntax import (
    MENDED,
    SPECIAL,
    mended,
    quoted_by_word,
    swallowed_comment,
    swallowed_row,
    syntax_finding,
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

    A key written twice keeps its first value, and a line that lacks its quotes or a blank is read as if it had them: these
    are errors, so nothing of it is published, but the rest is judged in the same run.
    """
    text, told = with_plain_signs(source)
    while True:
        reader = _Reader(source, text)
        try:
            root = reader.read()
            for name, node in reader.unused.items():
                # `rubrik: &Co AB` reads as "AB": a first word after `&` names the value, and nobody calls it by its name.
                reader.findings.append(source.place(node.line, node.column, len(name) + 1).error(*SPECIAL))
            break
        except _Unreadable as refused:
            return None, [*told, *reader.findings, refused.finding]
        except yaml.YAMLError as error:
            told.append(syntax_finding(source, error))
            meant = mended(text, told[-1].place.line - source.header_line) if told[-1].rule in MENDED else None
            if meant is None:
                return None, [*told, *reader.findings]
            text = meant
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


class _Reader:
    """Builds the tree from events, counting depth, nodes and aliases as it goes."""

    def __init__(self, source: Source, text: str) -> None:
        self.source = source
        self.loader: Any = yaml.CSafeLoader(text)
        self.may_have_comments = "#" in text
        self.findings: list[Finding] = []
        self.anchors: dict[str, Node] = {}
        self.unused: dict[str, Node] = {}
        self.aliases = 0
        self.nodes = 0

    def read(self) -> Node | None:
        try:
            return self._document()
        finally:
            self.loader.dispose()

    def _document(self) -> Node | None:
        root: Node | None = None
        while (event := self.loader.get_event()) is not None:
            if isinstance(event, NodeEvent):
                root = self._node(event)
                self._fill(root, event, 0)
            elif isinstance(event, DocumentStartEvent) and root is not None:
                raise self._refuse(
                    event,
                    "rubrikdel-delad",
                    "Rubrikdelen har en dokumentgräns mitt i.",
                    "ta bort raden med ... eller ---.",
                )
        return root

    def _fill(self, node: Node, start: Event, depth: int) -> None:
        """Reads what is in a list or a map; a parser gives every key a value, if only an empty text."""
        if isinstance(node.value, str):
            return
        if depth == DEEPEST:
            raise self._refuse(
                start,
                "för-djupt",
                f"Listor i listor går djupare än {DEEPEST} nivåer.",
                "skriv om: ett värde i rubrikdelen behöver högst fyra nivåer.",
            )
        while isinstance(event := self.loader.get_event(), NodeEvent):
            inner = self._node(event)
            if isinstance(node.value, list):
                node.value.append(inner)
            else:
                key = inner
                if not isinstance(key.value, str):
                    raise self._refuse(
                        event, "nyckel-form", "En nyckel måste vara ett ord, inte en lista.", "skriv nyckel: värde."
                    )
                event = self.loader.get_event()
                inner = self._node(event)
                self._put(node, key, inner)
            self._fill(inner, event, depth + 1)
        node.end_line, node.end_column = self._at(event.end_mark)

    def _at(self, mark: Any) -> tuple[int, int]:
        """A parser's mark, of its C or its Python form, as line and column of the file, from 1."""
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
            written = signed(self.source.place(self._at(event.start_mark)[0]).excerpt)
            raise self._refuse(
                event,
                "yaml-tagg",
                "Ett värde börjar med utropstecken, som har en särskild betydelse här.",
                f"skriv {written.strip()}" if written else 'sätt citattecken om värdet: "!..."',
            )
        line, column = self._at(event.start_mark)
        end_line, end_column = self._at(event.end_mark)
        if isinstance(event, ScalarEvent):
            node = Node(self._text(event), line, column, end_line, end_column)
            if self.may_have_comments:
                self.findings += swallowed_comment(self.source, end_line, end_column)
            if not event.style and end_line > line:
                self.findings += swallowed_row(self.source, line, end_line)
            elif not event.style:
                self.findings += quoted_by_word(self.source, event.value, line, column)
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

    def _put(self, parent: Node, key: Node, node: Node) -> None:
        """Puts a value into a map."""
        assert isinstance(parent.value, dict)
        assert isinstance(key.value, str)
        assert parent.keys is not None
        if key.value not in parent.value:
            parent.value[key.value] = node
            parent.keys[key.value] = key
            return
        first = parent.keys[key.value].line
        self.findings.append(
            self.source.place(key.line, key.column, len(key.value)).error(
                "dubbel-nyckel",
                f"Nyckeln {key.value} står två gånger; första gången på rad {first}.",
                "behåll den rad som gäller och ta bort den andra.",
            )
        )

    def _refuse(self, event: Event, rule: str, message: str, remedy: str) -> _Unreadable:
        place = self.source.place(*self._at(event.start_mark))
        return _Unreadable(place.error(rule, message, remedy))


def place_of(source: Source, root: Node, keys: Sequence[str | int], at_key: bool = False) -> Place:
    """The place of a value (or of its key); the nearest known ancestor where the way ends early."""
    node, key_node = root, None
    for key in keys:
        if isinstance(node.value, dict) and isinstance(key, str) and key in node.value:
            key_node = (node.keys or {}).get(key)
            node = node.value[key]
        elif isinstance(node.value, list) and isinstance(key, int) and key < len(node.value):
            node, key_node = node.value[key], None
        else:
            break
    if key_node is not None and (at_key or node.value == "" or not isinstance(node.value, str)):
        node = key_node
    if node is root:
        return source.place(1, 1, 3)
    single = node.line == node.end_line
    return source.place(node.line, node.column, max(1, node.end_column - node.column) if single else 1)
