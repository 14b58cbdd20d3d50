"""What a document holds besides its running text: shown whole in the report, for the secretary to judge."""

from __future__ import annotations

from build_scripts.imports.blocks import Block, BlockKind, grid_of
from build_scripts.imports.parts import Parts
from build_scripts.imports.telling import Told
from build_scripts.imports.word import Word


def leave_aside(word: Word, parts: Parts, told: Told) -> None:
    """Tells everything that is not in the item's file."""
    told.leave_out("Brevhuvud", (line for block in parts.front for line in _rows(block)))
    told.leave_out("Rubriker som blev nycklar", parts.labels)
    told.leave_out("Underskrifter", parts.signed)
    for what, several in (("Sidhuvud", word.heads), ("Sidfot", word.feet), ("Textruta", word.boxes)):
        for part in several:
            told.leave_out(what, (line for block in part for line in _rows(block)))
    aside = word.aside
    told.leave_out("Kommentarer", word.comments)
    told.leave_out("Noter utan hänvisning i texten", word.loose_notes)
    told.leave_out("Dold text", aside.hidden)
    told.leave_out("Fält i mallen som ingen har fyllt i", aside.unfilled)
    told.leave_out("Innehållsförteckning", aside.contents)
    told.leave_out("Texter i diagram", word.charts)
    told.leave_out("Länkar som inte börjar med https", aside.addresses)
    told.leave_out("Bilder", (text or "en bild utan beskrivning" for text in aside.pictures))
    if aside.pictures:
        told.look_at.append("Bilder följer inte med. Lägg dem som bilaga om de behövs, och säg i texten vad de visar.")
    if word.embedded:
        told.look_at.append("Dokumentet har inbäddade filer, till exempel ett kalkylblad. De följer inte med.")
    if aside.other_texts:
        told.look_at.append("Dokumentet hämtar text ur en annan fil. Öppna det i Word, spara det, och importera igen.")
    if aside.tables_in_tables:
        told.look_at.append(
            "En tabell ligger i en annan tabells cell. Dess text står i cellen, utan rader och kolumner."
        )


def _rows(block: Block) -> list[str]:
    """The lines of a block; of a table a line for each row."""
    if block.kind is not BlockKind.TABLE:
        return block.lines
    return [" | ".join(" ".join(cell) for cell in row if cell) for row in grid_of(block.markup)]
