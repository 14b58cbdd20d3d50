"""How a value is written on one line, so that it can also stand within brackets."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from build_scripts.desk.writing import Tree, scalar
from macros.record import header as headers
from macros.record.source import Source


def flow(tree: Tree) -> str:
    """A value on one line, as it can stand within brackets."""
    if isinstance(tree, list):
        return "[" + ", ".join(map(flow, tree)) + "]"
    if isinstance(tree, dict):
        return "{" + ", ".join(f"{flow(key)}: {flow(value)}" for key, value in tree.items()) + "}"
    for written in (tree, scalar(tree)):
        if written and "\n" not in written and reads_in_brackets(written, tree):
            return written
    return json.dumps(tree, ensure_ascii=False)


def reads_in_brackets(written: str, text: str) -> bool:
    """Whether it reads as the text within brackets and braces."""
    header = f"k: [{written}, {{{written}: {written}}}]\n"
    root, findings = headers.parse(Source("", f"---\n{header}---\n", header))
    return root is not None and not findings and root.plain() == {"k": [text, {text: text}]}


def indented(indent: str, lines: Iterable[str]) -> Iterator[str]:
    """Lines that far in; an empty one stays empty."""
    return (indent + line if line else "" for line in lines)
