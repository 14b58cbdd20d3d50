"""Footnotes of a table: numbered sentences under it, so that its cells hold what they are headed by and nothing else."""

from __future__ import annotations

from markupsafe import Markup


class Footnotes:
    """The notes of one table in the order in which they are first met; what is said twice has one number."""

    def __init__(self, id: str) -> None:
        self.id = id
        self.texts: list[str | Markup] = []

    def number(self, text: str | Markup) -> int:
        """The number of the note, from 1."""
        if text not in self.texts:
            self.texts.append(text)
        return self.texts.index(text) + 1
