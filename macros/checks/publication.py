"""Rules of what is left out ("publiceras"): git is public, so what is masked holds nothing to hide."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from macros.checks.given import Given, Rule
from macros.checks.withholding import masked_stem, may_be_meant_to_be_shown, withheld
from macros.facts.documents import attached
from macros.finding import Finding, Level, Place
from macros.record import layout
from macros.record.item import Publication
from macros.record.schema import Document, Keys, said_beside
from macros.record.syntax import comments

_OF_WITHHELD = frozenset(("publication", "reason", "legal_ground", "withdrawn", "arrival", "arrival_date"))
"""What may be said of anything that is not shown: that it is not, why, and when it came."""

_ITEM_MAY_STAND = _OF_WITHHELD | {"case_number", "collective", "kind", "document_date", "attachments", "struck"}
"""What an item that is not shown may hold; any other key is refused, so that a new one is."""

_ATTACHMENT_MAY_STAND = _OF_WITHHELD | {"file", "kind", "date"}
_PAPER_MAY_STAND = _OF_WITHHELD | {"kind", "date"}

_MOVE_OUT = "ta bort det ur filen och ur git; den som vill begär ut handlingen hos registratorn."


def masked_tells_nothing(given: Given) -> Iterator[Finding]:
    """An item that is masked ("maskat"), not shown ("nej") or withdrawn holds no title, no text, nothing that it is about.

    What may stand is that it is left out, why and when, its kind, its own day and number, the day it was struck ("utgår"),
    and attachments that say as little.
    """
    for item in withheld(given):
        if may_be_meant_to_be_shown(item):
            continue
        hidden = "är tillbakadraget" if item.header.withdrawn else f"har publiceras: {item.header.publication}"
        for key in said_beside(item.header, _ITEM_MAY_STAND):
            yield telling(item.document, (key,), f"Ärendet {hidden} men innehåller {key}.")
        if item.header.case_number is not None and not _has_series(given, item.body_id):
            yield telling(
                item.document,
                ("diarienummer",),
                f"Ärendet {hidden} men har ett diarienummer som inte kan jämföras med någon diarieserie.",
                "skriv diarieserie: i organ.md, eller ta bort diarienummer.",
            )
        yield from telling_text(item.document, f"Ärendet {hidden}")


def _has_series(given: Given, body_id: str) -> bool:
    """Whether a number of the body's municipality is held against a series: else any words could stand as one."""
    municipality = given.archive.body_by_id[body_id].header.municipality
    return any(one.header.diary_series for one in given.archive.bodies if one.header.municipality == municipality)


def telling(document: Document[Any], keys: Keys, message: str, remedy: str = _MOVE_OUT) -> Finding:
    """A key of what is not shown tells what it is about."""
    return Finding(document.key_place(*keys), Level.ERROR, "maskat-innehåll", message, remedy)


def telling_text(document: Document[Any], hidden: str) -> Iterator[Finding]:
    """What stands beside the keys of what is not shown tells what it is about: text, and comments, which git has too.

    `hidden` says what it is and that it is not shown ("Ärendet är tillbakadraget").
    """
    source = document.source
    for line, column, comment in comments(source.header):
        place = source.place(source.header_line + line, column + 1, len(comment))
        yield place.error("maskat-innehåll", f"{hidden} men innehåller en kommentar.", _MOVE_OUT)
    if document.body.strip():
        line = source.body_line + len(source.body[: len(source.body) - len(source.body.lstrip())].split("\n")) - 1
        place = source.place(line, 1, len(source.lines[line - 1]))
        yield place.error("maskat-innehåll", f"{hidden} men innehåller text.", _MOVE_OUT)


def masked_attachments_tell_nothing(given: Given) -> Iterator[Finding]:
    """An attachment that is masked or withdrawn, or of an item that is not shown, has no title ("titel") and no file ("fil").

    One that was withdrawn names its file, which is gone: so it is known which released address is missed by nobody.
    """
    unsaid = {item.document.path for item in withheld(given) if may_be_meant_to_be_shown(item)}
    for found in attached(given.archive):
        if found.is_shown or found.document.path in unsaid:
            continue
        document, attachment = found.document, found.attachment
        if not found.is_open or found.is_withdrawn or attachment.publication is Publication.MASKED:
            hidden = "tillbakadragen" if found.is_withdrawn else "maskad"
            for key in said_beside(attachment, _ATTACHMENT_MAY_STAND):
                yield telling(document, (*found.keys, key), f"Bilagan är {hidden} men innehåller {key}.")
        if attachment.file is not None and not found.is_withdrawn:
            yield document.key_place(*found.keys, "fil").error(
                "bilaga-i-git",
                "Bilagan ska inte visas, men filen ligger i git som alla kan läsa.",
                "ta bort filen ur mappen bilagor och ur git, och ta bort raden fil. Har bilagan varit publicerad: "
                "behåll raden fil och skriv tillbakadragen: ÅÅÅÅ-MM-DD.",
            )


def withdrawn_paper_tells_nothing(given: Given) -> Iterator[Finding]:
    """A document with a text of its own that was withdrawn, or of an item that is not shown, holds nothing but that.

    Beside an item that is not shown it must itself be withdrawn: what was never published is no file.
    """
    for item in given.archive.items:
        for paper in item.papers:
            if paper.header.withdrawn is not None:
                for key in said_beside(paper.header, _PAPER_MAY_STAND):
                    yield telling(paper.document, (key,), f"Handlingen är tillbakadragen men innehåller {key}.")
                yield from telling_text(paper.document, "Handlingen är tillbakadragen")
            elif not item.is_public and not may_be_meant_to_be_shown(item):
                yield Place(paper.document.path).error(
                    "maskat-innehåll",
                    "Ärendet visas inte, men en handling i det har en egen fil.",
                    "ta bort filen ur mappen och ur git. Har handlingen varit publicerad: skriv skäl och "
                    "tillbakadragen: ÅÅÅÅ-MM-DD, och ta bort allt annat.",
                )


def draft_is_read(given: Given) -> Iterator[Finding]:
    """An item that nobody has read ("publiceras: nej", "skäl: oläst") is not on the site until somebody has."""
    for item in given.drafts:
        yield item.document.warning(
            "oläst",
            ("publiceras",),
            "Ärendet är inte läst, och visas inte på webbplatsen.",
            "läs igenom hela filen, ändra publiceras till ja och ta bort raden skäl: oläst.",
        )


def masked_file_name(given: Given) -> Iterator[Finding]:
    """The file of a masked item has a name that tells nothing, such as `05-maskat-arende.md`: it becomes an address.

    An item that was withdrawn keeps its name: the address is known already.
    """
    for item in withheld(given):
        if may_be_meant_to_be_shown(item):
            continue
        if item.header.withdrawn is None and not layout.tells_nothing(item.slug):
            stem = masked_stem(item)
            yield Finding(
                Place(item.document.path),
                Level.ERROR,
                "maskat-filnamn",
                "Filens namn blir en adress som säger vad ärendet gäller.",
                f"byt namn till {stem}.md (nästa till {stem}-2.md). Har ärendet varit "
                "publicerat och ska dras tillbaka: behåll filnamnet och skriv tillbakadragen: ÅÅÅÅ-MM-DD.",
            )


def shown_has_title(given: Given) -> Iterator[Finding]:
    """An item that is shown has a title ("rubrik"), and so has an attachment and any other document ("titel")."""
    for item in given.archive.items:
        if item.is_public and item.header.title is None:
            yield item.document.error(
                "rubrik-saknas",
                ("rubrik",),
                "Ärendet har ingen rubrik.",
                "lägg till rubrik: med vad ärendet heter på listan.",
            )
        for paper in item.papers:
            if paper.header.title is None and paper.header.is_shown:
                yield paper.document.error(
                    "rubrik-saknas", (), "Handlingen har ingen titel.", "lägg till titel: så som läsaren ska se den."
                )
    for found in attached(given.archive):
        if found.attachment.title is None and found.is_shown:
            keys = (*found.keys, "fil") if found.attachment.file else found.keys
            yield found.document.error(
                "rubrik-saknas", keys, "Bilagan har ingen titel.", "lägg till titel: så som läsaren ska se den."
            )


RULES: tuple[Rule, ...] = (
    draft_is_read,
    masked_tells_nothing,
    masked_attachments_tell_nothing,
    withdrawn_paper_tells_nothing,
    masked_file_name,
    shown_has_title,
)
