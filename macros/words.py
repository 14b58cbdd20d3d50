"""A list of words that is written as a text."""

from __future__ import annotations


def words(text: str) -> tuple[str, ...]:
    """The words in order; `_` stands for a space inside one."""
    return tuple(word.replace("_", " ") for word in text.split())
