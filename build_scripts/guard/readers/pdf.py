"""PDF: the text of every page, of earlier versions too, notes, form fields, outline and metadata.

Signatures, locks and scanned pages are told.
"""

from __future__ import annotations

import io
import logging
import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import replace
from itertools import islice
from typing import cast

from pypdf import PageObject, PdfReader
from pypdf.generic import ArrayObject, DictionaryObject, EncodedStreamObject, StreamObject, TextStringObject

from build_scripts.foreign import MOST_PAGES, TookTooLong, in_time, time_for
from build_scripts.guard.readers.extracted import (
    BROKEN,
    EMBEDDED,
    LOCKED,
    PROGRAM,
    PROPERTIES,
    Extracted,
    Piece,
    unreadable,
)
from build_scripts.guard.readers.images import read_image
from macros.dates.written import listing

_SIGNATURE = re.compile(rb"/ByteRange\s*\[\s*\d+\s+\d+")
"""A signature says which bytes it covers, and stands plain in the file: its place must be known before the rest is packed."""

_END = re.compile(rb"%%EOF\s")
_MOST_VERSIONS = 20
"""Earlier versions of a file that are read; a file with more of them cannot be judged."""

_FIRST = 1024
"""Bytes among which a file must say that it is PDF."""

_AUTHORS = ("/Author", "/LastModifiedBy")
_DIGITS = 10
_LONG_NUMBER = re.compile(r"\d{6}")
_LETTERS = re.compile(r"[^\W\d_]{2,}")


def read_pdf(content: bytes) -> Extracted:
    """Everything that can be read of a PDF file. Never raises."""
    # pypdf warns of every oddity that it mends; what it cannot mend it raises.
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    if not content[:_FIRST].lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"%PDF"):
        # What stands before may be a file of another kind, which some program shows.
        return unreadable(BROKEN)
    if _SIGNATURE.search(content):
        return Extracted(faults=(("signerad-bilaga", "en underskrift i filen"),))
    try:
        with in_time(time_for(0)):
            reader = _opened(content)
            pages = len(reader.pages) if reader else 0
        if reader is None:
            return unreadable(LOCKED)
        if pages > MOST_PAGES:
            return unreadable(f"den har fler än {MOST_PAGES} sidor")
        ends = [found.end() for found in _END.finditer(content, 0, content.rstrip().rfind(b"%%EOF"))]
        if len(ends) > _MOST_VERSIONS:
            return unreadable("den har för många tidigare versioner")
        with in_time(time_for(pages)):
            read = _read(reader)
            shown = {piece.text for piece in read.pieces}
            earlier = [piece for piece in _earlier(content, ends) if piece.text not in shown]
        return replace(read, pieces=(*read.pieces, *earlier))
    except TookTooLong:
        return unreadable("den tar för lång tid att läsa")
    except Exception:
        # Hostile or broken files end in any of Python's errors; whichever it is, nobody can vouch for the file.
        return unreadable(BROKEN)


def _opened(content: bytes) -> PdfReader | None:
    """The file, opened as any reader opens it; None where that asks for a password.

    One that only its owner may print or copy opens without: the whole world can read it, and so must the guard.
    """
    reader = PdfReader(io.BytesIO(content))
    return None if reader.is_encrypted and not reader.decrypt("") else reader


def _read(reader: PdfReader) -> Extracted:
    held = list(_held(reader))
    entries = [part for part in held if isinstance(part, DictionaryObject)]
    if any("/EF" in part for part in entries):
        return unreadable(EMBEDDED)
    if any(_is_action(part) for part in entries):
        return unreadable(PROGRAM)
    pieces: list[Piece] = []
    silent: list[int] = []
    spoken = 0
    for number, page in enumerate(reader.pages, 1):
        text = page.extract_text()
        if _LETTERS.search(text):
            spoken += 1
        elif _has_content(page):
            silent.append(number)
        pieces.append(Piece(f"sida {number}", text))
        if _LONG_NUMBER.search(text):
            pieces += (Piece(f"sida {number}", line) for line in _lines_with_numbers(page) if line not in text)
        pieces += (Piece(f"sida {number}, anteckning", note) for note in _notes(page))
    metadata = {key: str(value) for key, value in (reader.metadata or {}).items()}
    pieces += (Piece(PROPERTIES, value) for value in (*metadata.values(), *_xmp(reader)))
    pieces += (Piece("ett formulärfält", text) for text in _of_form(reader))
    pieces += (Piece("bokmärken", title) for title in _titles(reader.outline))
    known = {piece.text for piece in pieces}
    pieces += (Piece("en uppgift i filen", text) for text in dict.fromkeys(_said(held)) if text not in known)
    faults = (*_silence(silent, spoken), *_places(entries))
    return Extracted(tuple(pieces), faults, any(metadata.get(key, "").strip() for key in _AUTHORS))


def _lines_with_numbers(page: PageObject) -> Iterator[str]:
    """As they are seen: a page may draw a number's end before its beginning, or what stands elsewhere between."""
    # Where pypdf cannot tell where things stand, the page has been read in the order in which it draws them.
    with suppress(Exception):
        for line in page.extract_text(extraction_mode="layout").splitlines():
            if sum(sign.isdecimal() for sign in line) >= _DIGITS:
                yield re.sub(" {2,}", "\t", line.strip())


def _silence(silent: list[int], spoken: int) -> tuple[tuple[str, str], ...]:
    """The fault of a file with pages that no program can read: a file with none that it can is a scan."""
    if not spoken:
        return (("inskannad-bilaga", "filen"),)
    return (("sidor-utan-text", f"Sida {listing([str(number) for number in silent])}"),) if silent else ()


def _earlier(content: bytes, ends: list[int]) -> Iterator[Piece]:
    """The pages as they were: who saves by adding to a file takes nothing out of it, and anybody can cut the addition off."""
    for end in ends:
        # An end may also be that of a file's first pages, or of a table for old programs: that is no version.
        with suppress(Exception):
            version = _opened(content[:end])
            for page in version.pages if version else ():
                yield Piece("en tidigare version av filen", page.extract_text())


_ACTIONS = frozenset(("/JavaScript", "/Launch", "/ImportData"))


def _held(reader: PdfReader) -> Iterator[object]:
    """Every dictionary and text in any of the file's objects, also those that no page leads to."""
    numbers = {number for generation in reader.xref.values() for number in generation} | reader.xref_objStm.keys()
    for number in numbers:
        left = [_object(reader, number)]
        while left:
            part = left.pop()
            if isinstance(part, DictionaryObject):
                left += part.values()
            elif isinstance(part, ArrayObject):
                left += part
            if isinstance(part, DictionaryObject | TextStringObject):
                yield part


def _object(reader: PdfReader, number: int) -> object:
    # A table may list an object that is not there.
    with suppress(Exception):
        return reader.get_object(number)
    return None


def _said(held: Iterable[object]) -> Iterator[str]:
    """The texts among them, wherever in the file: descriptions of pictures, choices of lists, names of layers, data of pages."""
    for part in held:
        if isinstance(part, TextStringObject):
            yield str(part)
        elif isinstance(part, StreamObject) and part.get("/Type") == "/Metadata":
            yield _without_tags(part)


def _without_tags(stream: StreamObject) -> str:
    return re.sub(r"<[^>]*>", "\n", stream.get_data().decode("utf-8", "replace"))


def _of_form(reader: PdfReader) -> Iterator[str]:
    """What a form holds: its fields' values, and all of one that is made of XML."""
    yield from (str(field.value) for field in (reader.get_fields() or {}).values() if field.value)
    form = reader.root_object.get("/AcroForm", DictionaryObject()).get_object()
    xfa = form.get("/XFA", ArrayObject()).get_object()
    parts = [part.get_object() for part in (xfa if isinstance(xfa, ArrayObject) else [xfa])]
    yield "".join(_without_tags(part) for part in parts if isinstance(part, StreamObject))


def _places(entries: Iterable[DictionaryObject]) -> Iterator[tuple[str, str]]:
    """The fault of a photo that says where it was taken: it lies in the page as it came from the camera."""
    photos = (part for part in entries if isinstance(part, StreamObject) and part.get("/Filter") == "/DCTDecode")
    found = (fault for photo in photos for fault in read_image(photo.get_data()).faults)
    yield from islice((fault for fault in found if fault[0] == "bildposition"), 1)


def _is_action(part: DictionaryObject) -> bool:
    return part.get("/S") in _ACTIONS or "/JS" in part or part.get("/Subtype") == "/RichMedia"


def _has_content(page: PageObject) -> bool:
    """Whether anything at all is drawn: an empty back page is no scan."""
    contents = page.get_contents()
    return contents is not None and bool(re.search(rb"\b(?:Do|BI|Tj|TJ|f\*?|S)\b", contents.get_data()))


def _annotations(page: PageObject) -> Iterator[DictionaryObject]:
    notes = (reference.get_object() for reference in page.annotations or ())
    return (note for note in notes if isinstance(note, DictionaryObject))


def _notes(page: PageObject) -> Iterator[str]:
    for note in _annotations(page):
        for key in ("/Contents", "/T", "/Subj"):
            if isinstance(note.get(key), str):
                yield str(note[key])
        shown = note.get("/AP", DictionaryObject()).get_object().get("/N", DictionaryObject()).get_object()
        if isinstance(shown, StreamObject):
            yield page.extract_xform_text(cast("EncodedStreamObject", shown))
        action = note.get("/A")
        target = action.get_object() if action is not None else None
        if isinstance(target, DictionaryObject) and "/URI" in target:
            yield str(target["/URI"])


def _xmp(reader: PdfReader) -> Iterator[str]:
    stream = reader.root_object.get("/Metadata")
    found = stream.get_object() if stream is not None else None
    if isinstance(found, StreamObject):
        yield _without_tags(found)


def _titles(outline: object) -> Iterator[str]:
    for entry in outline if isinstance(outline, list) else ():
        if isinstance(entry, list):
            yield from _titles(entry)
        elif isinstance(entry, DictionaryObject) and "/Title" in entry:
            yield str(entry["/Title"])
