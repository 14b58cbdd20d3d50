"""Rules of why something is left out ("skäl", "lagrum"): whoever hides something says why, and nothing else says so."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from typing import Any

from macros.checks.given import Given, Rule
from macros.facts.documents import attached
from macros.finding import Finding
from macros.law import running
from macros.record import layout
from macros.record.archive import AgendaItem
from macros.record.item import MASKING, Explained, Publication, Publishable, Withdrawable, WithheldReason
from macros.record.minutes import Paragraph
from macros.record.paper import PaperHeader
from macros.record.schema import Document, Keys

REASONS = f"{', '.join(MASKING[:-1])} eller {MASKING[-1]}"
"""The reasons as a remedy lists them."""


def withheld(given: Given) -> Iterator[AgendaItem]:
    """The items that are not shown."""
    return (item for item in given.archive.items if not item.is_public)


def may_be_meant_to_be_shown(item: AgendaItem) -> bool:
    """Whether an item has "publiceras: nej" without a reason, and a title or text: whoever hides something says why.

    It is told once, with what the lack of a reason may mean; what follows from it is told when there is one.
    """
    header = item.header
    is_unsaid = header.publication is Publication.NO and header.reason is None and header.withdrawn is None
    return is_unsaid and (header.title is not None or bool(item.document.body.strip()))


def masked_stem(item: AgendaItem) -> str:
    """What the file of an item that is not shown is to be called, without its ending."""
    return layout.MASKED if item.number is None else layout.item_stem(item.number, layout.MASKED)


def _unsaid(item: AgendaItem) -> Finding:
    return item.document.error(
        "skäl-saknas",
        ("publiceras",),
        "Ärendet har publiceras: nej men inget skäl, och säger vad det gäller.",
        "är det klart att visas, ta bort raden publiceras. Är det importerat och ingen har läst det: lägg till skäl: oläst. Ska "
        f"det aldrig visas: lägg till skäl: {REASONS}, ta bort allt som säger vad det gäller ur filen och ur git, och byt namn "
        f"till {masked_stem(item)}.md.",
    )


def withholding_has_reason(given: Given) -> Iterator[Finding]:
    """What is left out says why ("skäl"), what is shown does not; "lagrum" stands only with secrecy ("sekretess").

    Not being read yet ("oläst") is the reason of a whole item that is not shown at all, and of nothing else.
    """
    unsaid = {item.document.path: _unsaid(item) for item in withheld(given) if may_be_meant_to_be_shown(item)}
    for document, what, keys in _withholdings(given):
        if isinstance(what, Publishable):
            name = f"§ {what.number}" if isinstance(what, Paragraph) else "Bilagan" if keys else "Ärendet"
            if document.path in unsaid and not keys:
                yield unsaid[document.path]
                continue
            yield from _reasons(document, what, keys, name, _HIDES, what.publication)
        elif isinstance(what, Withdrawable):
            name = "Beslutet" if keys else "Handlingen" if isinstance(what, PaperHeader) else "Listan"
            yield from _reasons(document, what, keys, name, _WITHDRAWS, what.withdrawn)


def _withholdings(given: Given) -> Iterator[tuple[Document[Any], Explained, Keys]]:
    """Every item, attachment, document with a text of its own, list and paragraph, with its file and where it stands in it."""
    for item in given.archive.items:
        yield item.document, item.header, ()
        yield from ((paper.document, paper.header, ()) for paper in item.papers)
    yield from ((found.document, found.attachment, found.keys) for found in attached(given.archive))
    for body in given.archive.bodies:
        for found in body.lists:
            yield found.document, found.header, ()
            rows = enumerate(found.header.decisions)
            yield from ((found.document, row, ("beslut", n)) for n, row in rows if row.withdrawn or row.reason)
    for minuted in given.facts.minutes:
        yield from ((minuted.document, paragraph, keys) for keys, paragraph in minuted.paragraphs)


_HIDES = ("publiceras", "publiceras: maskat eller nej")
_WITHDRAWS = ("tillbakadragen", "tillbakadragen: med dagen den drogs tillbaka")
"""The key that says that something is not shown, and how to write it."""


def _reasons(
    document: Document[Any],
    what: Explained,
    keys: Keys,
    name: str,
    key: tuple[str, str],
    value: Publication | dt.date | None,
) -> Iterator[Finding]:
    shown, unread = value in (Publication.YES, None), what.reason is WithheldReason.UNREAD
    if not shown and what.reason is None:
        yield document.error(
            "skäl-saknas",
            (*keys, key[0]),
            f"{name} har {key[0]}: {value} men inget skäl.",
            f"lägg till skäl: {REASONS}.",
        )
    if shown and what.reason is not None:
        yield document.error(
            "skäl-onödigt",
            (*keys, "skäl"),
            f"{name} har ett skäl att inte visas men visas ändå.",
            "ta bort raden skäl: oläst, eller skriv publiceras: nej till dess att du har läst."
            if unread
            else f"lägg till {key[1]}, eller ta bort skäl.",
        )
    if unread and not shown:
        yield document.error(
            "oläst-plats",
            (*keys, "skäl"),
            "Oläst är bara ett skäl för ett helt ärende med publiceras: nej.",
            f"skriv ett annat skäl: {REASONS}. Är ärendet oläst: skriv publiceras: nej för hela, utan tillbakadragen.",
        )
    if what.legal_ground is not None and what.reason is not WithheldReason.SECRECY:
        yield document.error(
            "lagrum-utan-sekretess",
            (*keys, "lagrum"),
            "Lagrum står bara när skälet är sekretess.",
            "skriv skäl: sekretess, eller ta bort lagrum.",
        )


_STATUTE = r"(?:OSL|OSF|offentlighets- och sekretess(?:lagen(?: \(2009:400\))?|förordningen(?: \(2009:641\))?))"
_SECTION = (
    r"\d+(?: ?[a-z])? kap\. \d+(?: ?[a-z])?(?:[–-]\d+)?(?: och \d+(?: ?[a-z])?)? §§?"
    r"(?: (?:första|andra|tredje|fjärde) stycket| \d st\.?)?(?:,? (?:punkt(?:en)?|p\.) ?\d+)?"
)
_GROUND = re.compile(
    rf"(?:{_STATUTE} )?{_SECTION}(?:(?:,| och| samt| jämförd med) {_SECTION})*(?: {_STATUTE})?", re.IGNORECASE
)
"""A reference to the law on secrecy, whole: any other word could say what is kept secret."""

_EXAMPLE = running("OSL 26:1")


def legal_ground_is_a_ground(given: Given) -> Iterator[Finding]:
    """The section of law ("lagrum") of what is not shown is a reference to the law on secrecy and holds no other words.

    A limit to the right to see a document is a section of that law. Source: TF 2:2.
    """
    for document, what, keys in _withholdings(given):
        if what.legal_ground is None or what.reason is not WithheldReason.SECRECY:
            continue
        if not _GROUND.fullmatch(what.legal_ground) or not re.search(_STATUTE, what.legal_ground, re.IGNORECASE):
            yield document.error(
                "lagrum-form",
                (*keys, "lagrum"),
                "Lagrummet är ingen hänvisning till offentlighets- och sekretesslagen.",
                f"skriv bara lagrummet, till exempel {_EXAMPLE}.",
            )


RULES: tuple[Rule, ...] = (withholding_has_reason, legal_ground_is_a_ground)
