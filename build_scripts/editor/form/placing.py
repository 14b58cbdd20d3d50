"""From the place of a finding in the text to the field of the form that it is about."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable

from build_scripts.editor.header.spans import NotEditable, Text
from macros.finding import Finding
from macros.record.header import Node
from macros.record.schema import Keys
from macros.record.source import Source
from macros.record.splitting import split

BODY_KEYS: Keys = ("", "")
"""The keys that stand for the text below the header; no header can hold them."""

_MISSING = re.compile(r"Nyckeln (\S+) saknas")


def by_keys(text: str, findings: Iterable[Finding]) -> dict[Keys, list[Finding]]:
    """The findings by the keys of the value that each is about; `()` for the file as a whole."""
    source = split(Source("", text))[0]
    try:
        values, maps = _places(Text.of(text).root)
    except NotEditable:
        return {(): list(findings)}
    found: dict[Keys, list[Finding]] = defaultdict(list)
    for finding in findings:
        found[_keys(finding, source, values, maps)].append(finding)
    return found


_Places = dict[tuple[int, int], Keys]


def _keys(finding: Finding, source: Source, values: _Places, maps: _Places) -> Keys:
    place = finding.place
    if place.line >= source.body_line:
        return BODY_KEYS
    if missing := _MISSING.match(finding.message):
        return (*maps.get((place.line, place.column), ()), missing[1])
    # What stands behind a value, such as a remark, is told at the value.
    before = [at for at in values if at[0] == place.line and at[1] <= place.column]
    return values[max(before)] if before and place.line > 1 else ()


def _places(root: Node) -> tuple[_Places, _Places]:
    values: _Places = {}
    maps: _Places = {}
    waiting: list[tuple[Node, Keys]] = [(root, ())]
    while waiting:
        node, keys = waiting.pop()
        if keys:
            values[node.line, node.column] = keys
        if isinstance(node.value, dict):
            maps.setdefault((node.line, node.column), keys)
            for key, value in node.value.items():
                at = (node.keys or {})[key]
                values.setdefault((at.line, at.column), (*keys, key))
                if isinstance(value.value, dict):
                    maps[at.line, at.column] = (*keys, key)
                waiting.append((value, (*keys, key)))
        elif isinstance(node.value, list):
            waiting += [(row, (*keys, n)) for n, row in enumerate(node.value)]
    return values, maps
