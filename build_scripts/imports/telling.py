"""What is told of an import, and the proof that nothing was lost: each word of the document is in the file or here."""

from __future__ import annotations

import textwrap
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from build_scripts.imports.word import words_in

WIDTH = 100


@dataclass
class Told:
    """`read_as`: key, value and where it was found. `left_out`: what it is, and its texts. `look_at`: sentences."""

    read_as: list[tuple[str, str, str]] = field(default_factory=list)
    left_out: list[tuple[str, tuple[str, ...]]] = field(default_factory=list)
    look_at: list[str] = field(default_factory=list)

    def leave_out(self, what: str, texts: Iterable[str]) -> None:
        """Something that is not in the file, whole; nothing where there is no text."""
        kept = tuple(text for text in texts if text.strip())
        if kept:
            self.left_out.append((what, kept))

    @property
    def lines(self) -> list[str]:
        """Everything as lines, not masked."""
        return [
            *(f"{key} {value} {by}" for key, value, by in self.read_as),
            *(line for what, texts in self.left_out for line in (what, *texts)),
            *self.look_at,
        ]

    def printed(self, shown: Callable[[str], str]) -> Iterator[str]:
        """Everything as it is read, line by line. `shown` masks a text, before it is broken into lines."""
        if self.read_as:
            yield "  Lästes som"
            for key, value, by in self.read_as:
                yield from wrapped(shown(f"{key}: {value}" + (f" ({by})" if by else "")), "    ", "      ")
        if self.left_out:
            yield "  Kom inte med i filen"
            for what, texts in self.left_out:
                yield f"    {what}:"
                for text in texts:
                    yield from wrapped(shown(text), "      | ", "      | ")
        if self.look_at:
            yield "  Att se efter"
            for sentence in self.look_at:
                yield from wrapped(shown(sentence), "    - ", "      ")


def wrapped(text: str, first: str, then: str) -> list[str]:
    """The text in lines of at most `WIDTH` signs; no word is broken."""
    return textwrap.wrap(
        " ".join(text.split()),
        WIDTH,
        initial_indent=first,
        subsequent_indent=then,
        break_long_words=False,
        break_on_hyphens=False,
    )


def without_place(passages: Sequence[str], file: str, told: Told) -> list[str]:
    """The document's passages with words that are neither in the file nor told, as often as they stand in the document.

    Passages that stand there whole have their place first, then those whose words do: else the "av" of one lost
    sentence would make every sentence with an "av" look lost.
    """
    there = words_in("\n".join([file, *told.lines]))
    free, text = Counter(there), f" {' '.join(there)} "
    left = sorted(passages, key=len, reverse=True)
    for needs_order in (True, False):
        lost = []
        for passage in left:
            words = words_in(passage)
            if Counter(words) - free or (needs_order and f" {' '.join(words)} " not in text):
                lost.append(passage)
            else:
                free.subtract(words)
        left = lost
    return [passage for passage in dict.fromkeys(passages) if passage in left]
