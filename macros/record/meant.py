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
QUOTED_BY_WORD = re.compile(rf"[{_WORDS_OWN}‘’]([^\n\"{_WORDS_OWN}]+)[\"{_WORDS_OWN}’]")

ALONE_BY_WORD = re.compile(rf"[{_WORDS_OWN}] *([^\n{_WORDS_OWN}\"]+)|([^\n{_WORDS_OWN}\"]+?) *[{_WORDS_OWN}]")
"""A value with a quote of Word's first or last and no other."""


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


_KEYED = r"(\s*(?:- +)*(?:[^\W\d][\w-]*: +)?)"
_HALF = re.compile(rf"{_KEYED}(['\"])(.*)\s*")


def requoted(line: str) -> str | None:
    """The line with quotes of one kind about a value that holds more of those that it begins with; else None.

    `'Barn's skolväg'` lacks no quote; `"Ny" skola` begins with a word that is to be seen within quotes.
    """
    found = _HALF.fullmatch(line.rstrip())
    if found is None:
        return None
    lead, quote, rest = found.groups()
    second = rest.find(quote)
    if second < 0 or second == len(rest) - 1:
        return None
    opens_again = second == 0 or rest[second - 1] == " "
    is_apostrophe = rest[second + 1].isalpha()
    is_about_all = rest.endswith(quote) and (opens_again or is_apostrophe)
    value = rest[:-1] if is_about_all else f"{quote}{rest}"
    return f"{lead}{in_quotes(value) if quote == chr(39) else in_single_quotes(value)}"


def in_single_quotes(value: str) -> str:
    """A text within single quotes, its own doubled."""
    doubled = value.replace("'", "''")
    return f"'{doubled}'"


_SIGN = re.compile(rf"{_KEYED}([@`%*&!|>].*|\? .*)")


def signed(line: str) -> str | None:
    """The line with quotes about a value that begins with a sign of a meaning of its own; else None."""
    found = _SIGN.fullmatch(line.rstrip())
    return f"{found[1]}{in_quotes(found[2])}" if found else None


_BRACKETED = re.compile(rf"{_KEYED}([\[{{].*[\]}}])\s*")


def bracketed(line: str) -> str | None:
    """The line with quotes about a value within brackets, which would be a list; else None."""
    found = _BRACKETED.fullmatch(line)
    return f"{found[1]}{in_quotes(found[2])}" if found else None
