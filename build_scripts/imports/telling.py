"""What is told of an import, and the proof that nothing was lost: each word of the document is in the file or here."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from build_scripts.imports.blocks import Block, BlockKind, grid_of
from build_scripts.imports.incoming import Incoming
from build_scripts.imports.report_parts import Report
from build_scripts.imports.word_text import AsideKind
from build_scripts.new.new_files import CHECK_AND_GUARD
from macros.dates.written import wrapped
from macros.record.archive import Meeting
from macros.record.summons import MeetingState

WIDTH = 100

_LATE = (
    "Kallelsen har gått ut: kom handlingen efter den, skriv tillkom: kompletterande utskick och tillkom_datum i filen."
)

_REMARKS = {
    AsideKind.PICTURE: "Bilder följer inte med. Lägg dem som bilaga om de behövs, och säg i texten vad de visar.",
    AsideKind.EMBEDDED: "Dokumentet har inbäddade filer, till exempel ett kalkylblad. De följer inte med.",
    AsideKind.OTHER_FILE: "Dokumentet hämtar text ur en annan fil. Öppna det i Word, spara det, och importera igen.",
    AsideKind.INNER_TABLE: "En tabell ligger i en annan tabells cell. Dess text står i cellen, utan rader och kolumner.",
}

_WORD = re.compile(r"[^\W_]+")


@dataclass
class Account:
    """`read_as`: key, value and where it was found. `left_out`: what it is, and its texts. `look_at`: sentences.

    `keys` are those of the header that the item's file begins with.
    """

    keys: dict[str, Any] = field(default_factory=dict)
    read_as: list[tuple[str, str, str]] = field(default_factory=list)
    left_out: list[tuple[str, tuple[str, ...]]] = field(default_factory=list)
    look_at: list[str] = field(default_factory=list)

    def read(self, key: str, value: str | list[str], by: str = "") -> None:
        """A key of the header, and where its value was found."""
        self.keys[key] = value
        self.read_as.append((key, value if isinstance(value, str) else "; ".join(value), by))

    def leave_out(self, what: str, texts: Iterable[str]) -> None:
        """Something that is not in the file, whole; nothing where there is no text."""
        kept = tuple(text for text in texts if text.strip())
        if kept:
            self.left_out.append((what, kept))

    def only(self, *keys: str) -> None:
        """What was read of other keys is in no file, and told so."""
        names = {key: key.split(" ")[0] for key, _, _ in self.read_as}
        self.leave_out(
            "Blev ingen nyckel", (f"{key}: {value}" for key, value, _ in self.read_as if names[key] not in keys)
        )
        self.read_as = [row for row in self.read_as if names[row[0]] in keys]

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
                yield from wrapped(
                    " ".join(shown(f"{key}: {value}" + (f" ({by})" if by else "")).split()), "    ", "      ", WIDTH
                )
        if self.left_out:
            yield "  Kom inte med i filen"
            for what, texts in self.left_out:
                yield f"    {what}:"
                for text in texts:
                    yield from wrapped(shown(text), "      | ", "      | ", WIDTH)
        if self.look_at:
            yield "  Att se efter"
            for sentence in self.look_at:
                yield from wrapped(shown(sentence), "    - ", "      ", WIDTH)


def without_place(passages: Sequence[str], file: str, told: Account) -> list[str]:
    """The document's passages with words that are neither in the file nor told, as often as they stand in the document.

    Passages that stand there whole have their place first, then those whose words do: else the "av" of one lost
    sentence would make every sentence with an "av" look lost.
    """
    there = _words("\n".join([file, *told.lines]))
    free, text = Counter(there), f" {' '.join(there)} "
    left = sorted(passages, key=len, reverse=True)
    for needs_order in (True, False):
        lost = []
        for passage in left:
            words = _words(passage)
            if Counter(words) - free or (needs_order and f" {' '.join(words)} " not in text):
                lost.append(passage)
            else:
                free.subtract(words)
        left = lost
    return [passage for passage in dict.fromkeys(passages) if passage in left]


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())


def leave_aside(word: Incoming, parts: Report, told: Account) -> None:
    """Tells everything that is not in the item's file."""
    told.leave_out("Brevhuvud", (line for block in parts.front for line in _rows(block)))
    told.leave_out("Rubriker som blev nycklar", parts.labels)
    told.leave_out("Underskrifter", parts.signed)
    for what, several in (("Sidhuvud", word.heads), ("Sidfot", word.feet), ("Textruta", word.boxes)):
        for part in several:
            told.leave_out(what, (line for block in part for line in _rows(block)))
    for kind, texts in word.aside.items():
        told.leave_out(kind.value, texts)
    told.look_at += (sentence for kind, sentence in _REMARKS.items() if word.aside[kind])


def _rows(block: Block) -> list[str]:
    """The lines of a block; of a table a line for each row."""
    if block.kind is not BlockKind.TABLE:
        return block.lines
    return [" | ".join(" ".join(cell) for cell in row if cell) for row in grid_of(block.rows)]


def next_steps(meeting: Meeting) -> Iterator[str]:
    """The steps as numbered lines, for items that were made for this meeting."""
    steps = (
        "Läs varje ny fil från början till slut, och det som inte kom med ovan. Lägg in det som saknas.",
        *((_LATE,) if meeting.header.state is not MeetingState.PLANNED else ()),
        "När du har läst en fil: ändra publiceras till ja och ta bort raden skäl: oläst. Tills dess visas ärendet inte på "
        "webbplatsen. Lägg inte filen i git förrän den är läst: det som står i git kan andra läsa.",
        CHECK_AND_GUARD,
        "Originalen är inte kopierade. Spara dem där ni har era handlingar, inte i arkivet.",
    )
    yield "Gör så här nu"
    yield from (line for n, step in enumerate(steps, 1) for line in wrapped(step, f"  {n}. ", "     ", WIDTH))
