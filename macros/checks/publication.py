"""Rules of what is left out ("publiceras"): git is public, so what is masked holds nothing to hide, and says why."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from macros.checks.given import Given, Rule
from macros.finding import Finding, Level, Place
from macros.record.archive import AgendaItem
from macros.record.item import Publication, WithheldReason, Withholding
from macros.record.schema import Document, Keys

_SILENT_NAME = re.compile(r"maskat-arende(-\d+)?")

_TELLING = (
    ("rubrik", "title"),
    ("förslag_till_beslut", "proposals"),
    ("motionärer", "movers"),
    ("fortsätter", "continues"),
    ("förslagsställare", "proposed_by"),
    ("handläggare", "officer"),
    ("föredragande", "presenter"),
    ("beslutsgång", "route"),
    ("expedieras_till", "sent_to"),
    ("anmärkning", "note"),
)
"""(key, field) of what would tell what a masked item is about."""

_MOVE_OUT = "ta bort det ur filen och ur git; den som vill begär ut handlingen hos registratorn."


def masked_tells_nothing(given: Given) -> Iterator[Finding]:
    """An item that is masked ("maskat") or not shown ("nej") holds no title, proposal, mover or text."""
    for item in _withheld(given):
        for key, field in _TELLING:
            if getattr(item.header, field):
                yield _at_key(
                    item.document, (key,), f"Ärendet har publiceras: {item.header.publication} men innehåller {key}."
                )
        if item.document.body.strip():
            source = item.document.source
            line = source.body_line + len(source.body[: len(source.body) - len(source.body.lstrip())].split("\n")) - 1
            yield Finding(
                source.place(line, 1, len(source.lines[line - 1])),
                Level.ERROR,
                "maskat-innehåll",
                f"Ärendet har publiceras: {item.header.publication} men innehåller text.",
                _MOVE_OUT,
            )


def masked_attachments_tell_nothing(given: Given) -> Iterator[Finding]:
    """An attachment that is masked, or of an item that is not shown, has neither title ("titel") nor file ("fil")."""
    for item in given.archive.items:
        for n, attachment in enumerate(item.header.attachments):
            if item.is_public and attachment.publication is Publication.YES:
                continue
            telling = not item.is_public or attachment.publication is Publication.MASKED
            keys: Keys = ("bilagor", n)
            if attachment.title is not None and telling:
                yield _at_key(item.document, (*keys, "titel"), "Bilagan är maskad men har en titel.")
            if attachment.replaces is not None and telling:
                yield _at_key(item.document, (*keys, "ersätter"), "Bilagan är maskad men säger vad den ersätter.")
            if attachment.file is not None:
                yield Finding(
                    item.document.key_place(*keys, "fil"),
                    Level.ERROR,
                    "bilaga-i-git",
                    "Bilagan ska inte visas, men filen ligger i git som alla kan läsa.",
                    "ta bort filen ur mappen bilagor och ur git, och ta bort raden fil.",
                )


def _at_key(document: Document[Any], keys: Keys, message: str) -> Finding:
    return Finding(document.key_place(*keys), Level.ERROR, "maskat-innehåll", message, _MOVE_OUT)


def _withheld(given: Given) -> Iterator[AgendaItem]:
    return (item for item in given.archive.items if not item.is_public)


def masked_file_name(given: Given) -> Iterator[Finding]:
    """The file of a masked item has a name that tells nothing, such as `05-maskat-arende.md`: it becomes an address."""
    for item in _withheld(given):
        if not _SILENT_NAME.fullmatch(item.slug):
            number = f"{item.number:02}-" if item.number is not None else ""
            yield Finding(
                Place(item.document.path),
                Level.ERROR,
                "maskat-filnamn",
                "Filens namn blir en adress som säger vad ärendet gäller.",
                f"byt namn till {number}maskat-arende.md (nästa till {number}maskat-arende-2.md).",
            )


def withholding_has_reason(given: Given) -> Iterator[Finding]:
    """What is left out says why ("skäl"), what is shown does not, and "lagrum" stands only with secrecy ("sekretess")."""
    for item in given.archive.items:
        yield from _reasons(item.document, item.header, (), "Ärendet")
        for n, attachment in enumerate(item.header.attachments):
            yield from _reasons(item.document, attachment, ("bilagor", n), "Bilagan")


def _reasons(document: Document[Any], what: Withholding, keys: Keys, name: str) -> Iterator[Finding]:
    shown = what.publication is Publication.YES
    if not shown and what.reason is None:
        yield document.error(
            "skäl-saknas",
            (*keys, "publiceras"),
            f"{name} har publiceras: {what.publication} men inget skäl.",
            "lägg till skäl: sekretess, personuppgifter eller upphovsrätt.",
        )
    if shown and what.reason is not None:
        yield document.error(
            "skäl-onödigt",
            (*keys, "skäl"),
            f"{name} har ett skäl att inte visas men visas ändå.",
            "lägg till publiceras: maskat eller nej, eller ta bort skäl.",
        )
    if what.legal_ground is not None and what.reason is not WithheldReason.SECRECY:
        yield document.error(
            "lagrum-utan-sekretess",
            (*keys, "lagrum"),
            "Lagrum står bara när skälet är sekretess.",
            "skriv skäl: sekretess, eller ta bort lagrum.",
        )


def shown_has_title(given: Given) -> Iterator[Finding]:
    """An item that is shown has a title ("rubrik"), and so has an attachment ("titel")."""
    for item in given.archive.items:
        if not item.is_public:
            continue
        if item.header.title is None:
            yield item.document.error(
                "rubrik-saknas", ("rubrik",), "Ärendet har ingen rubrik.", "lägg till rubrik: med ärendemeningen."
            )
        for n, attachment in enumerate(item.header.attachments):
            if attachment.title is None and attachment.publication is Publication.YES:
                keys = ("bilagor", n, "fil") if attachment.file else ("bilagor", n)
                yield item.document.error(
                    "rubrik-saknas", keys, "Bilagan har ingen titel.", "lägg till titel: så som läsaren ska se den."
                )


RULES: tuple[Rule, ...] = (
    masked_tells_nothing,
    masked_attachments_tell_nothing,
    masked_file_name,
    withholding_has_reason,
    shown_has_title,
)
