"""A header's line as it was meant, where that can be told: with a blank behind its colon, or with quotes about its value."""

from __future__ import annotations

import re

TIGHT = re.compile(r"((?: |- )*)([^\W\d][\w-]*):((?!//)\S.*)")
"""A key with its value close behind the colon: to the parser one word. `https://` is none."""


def parted(line: str) -> str | None:
    """The line with a blank after its first colon, where that is what it lacks; else None."""
    tight = TIGHT.fullmatch(line)
    if tight is None:
        return None
    parted = f"{tight[1]}{tight[2]}: {tight[3]}"
    return quoted(parted) or parted


_PLAIN_VALUE_WITH_COLON = re.compile(r"(\s*(?:- +)*[^\s\-#'\"\[{][^:]*: +)([^\s'\"\[{|>&*!%@`].*(?:: .*|:))\s*")


_WORDS_OWN = "”“„»«"
QUOTED_BY_WORD = re.compile(rf"[{_WORDS_OWN}]([^\n\"{_WORDS_OWN}]+)[\"{_WORDS_OWN}]")


def quoted(line: str) -> str | None:
    """The line with quotes about its value, where a colon in the value is what lacks them; else None."""
    found = _PLAIN_VALUE_WITH_COLON.fullmatch(line)
    if found is None:
        return None
    value = found[2].rstrip()
    by_word = QUOTED_BY_WORD.fullmatch(value)
    return f"{found[1]}{in_quotes(by_word[1] if by_word else value)}"


def in_quotes(value: str) -> str:
    """A text within plain quotes, its own escaped."""
    escaped = re.sub(r'([\\"])', r"\\\1", value)
    return f'"{escaped}"'


_OPENED = re.compile(rf"(\s*(?:- +)*(?:[^\s\"][^:\"]*: +)?)\"([^\"]*)[{_WORDS_OWN}]\s*")


def closed(line: str) -> str | None:
    """The line with the plain quote that ends its value in the place of Word's own; else None."""
    found = _OPENED.fullmatch(line)
    return f'{found[1]}"{found[2]}"' if found else None
