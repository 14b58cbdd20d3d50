"""`granskning.yml`: what a named person has looked at and let stand ("granskat"), beside the files that it is about."""

from __future__ import annotations

from pydantic import Field

from macros.finding import Finding
from macros.record import header as headers
from macros.record import source as sources
from macros.record.layout import REVIEW_NOTES as FILE
from macros.record.layout import Kind
from macros.record.parsing import conflict_finding
from macros.record.schema import Document, Header, Model, build
from macros.record.source import Source
from macros.record.values import Date, Line


class Reviewed(Model):
    """One thing that was looked at."""

    file: Line = Field(alias="fil", description="Filens namn, i samma mapp.")
    kind: Line = Field(alias="slag", description="Regeln som frågade, till exempel inkommen-bilaga.")
    where: Line = Field(alias="plats", description="Var i filen, till exempel rad 14 eller hela filen.")
    digest: Line = Field(alias="kontrollsumma", description="Räknas ut av programmet; en ändrad text frågar igen.")
    by: Line = Field(alias="av", description="Namnet på den som har granskat.")
    date: Date = Field(alias="datum", description="Dagen för granskningen.")
    reason: Line = Field(alias="skäl", description="Varför uppgiften får stå kvar.")


class NotesHeader(Header):
    """Everything that a `granskning.yml` holds."""

    reviewed: tuple[Reviewed, ...] = Field(alias="granskat", description="Det som har granskats, en rad per uppgift.")


Notes = Document[NotesHeader]

KIND = Kind(
    "granskning",
    f"<mapp>/{FILE}",
    "Vad en namngiven person har granskat och låtit stå, i samma mapp som filerna.",
    NotesHeader,
)
"""The kind of file, for editors: unlike the others it is YAML to its end."""


def read_notes(path: str, content: bytes) -> tuple[Notes | None, list[Finding]]:
    """The notes of a file, or None with findings; the whole file is what a record file's header is."""
    source, findings = sources.decode(path, content)
    if source is None:
        return None, findings
    if conflict := conflict_finding(source):
        return None, [conflict]
    whole = Source(path, source.text, header=source.text, header_line=1)
    root, more = headers.parse(whole)
    if root is None:
        return None, [*findings, *more]
    document, faults = build(NotesHeader, whole, root)
    return document, [*findings, *more, *faults]


__all__ = ["FILE", "KIND", "Notes", "NotesHeader", "Reviewed", "read_notes"]
