"""Rules of sending decisions to those who are to have them ("expediering"): to whom, and when."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from macros.checks.given import Given, Rule
from macros.checks.names import near, person_in
from macros.facts.expediting import PRIVATE, receivers
from macros.finding import Finding
from macros.record.schema import Document, Keys

_NAMED_AFTER = re.compile(r"\w*(?:stiftelse|fond|förening|bolag|firma|byrå)\w* ", re.IGNORECASE)


def sent_when_approved(given: Given) -> Iterator[Finding]:
    """A decision is sent ("expedierat") when its paragraph is approved, and noted when it has been done."""
    for found in given.facts.minutes:
        for one in found.decided:
            approval = one.part.approval if one.part else None
            for n, sent in enumerate(one.paragraph.expedited):
                keys = (*one.keys, "expedierat", n, "datum")
                if sent.date > given.today:
                    yield found.document.error(
                        "expediering-dag",
                        keys,
                        f"§ {one.number} ska enligt raden skickas {sent.date}, som inte har varit än.",
                        "rätta datum till dagen då beslutet skickades, eller ta bort raden tills det är gjort.",
                    )
                elif approval is None or approval.approved is None or sent.date < approval.approved:
                    when = f"justerades {approval.approved}" if approval and approval.approved else "är inte justerad"
                    yield found.document.error(
                        "expediering-dag",
                        keys,
                        f"§ {one.number} skickades enligt raden {sent.date} men {when}.",
                        "rätta datum. Skickades beslutet i förväg: ta bort raden, och skicka utdraget när det är justerat.",
                    )


def sent_to_a_receiver(given: Given) -> Iterator[Finding]:
    """One to whom a decision was sent ("expedierat") is called as where it says who is to have it ("expedieras_till").

    Who was no receiver of it may have been sent it too; a slip would leave the one who was meant waiting.
    """
    for found in given.facts.minutes:
        for one in found.decided:
            known = receivers(one)
            for n, sent in enumerate(one.paragraph.expedited):
                meant = near(sent.to, known) if sent.to not in known else None
                if meant is not None:
                    yield found.document.error(
                        "expediering-mottagare",
                        (*one.keys, "expedierat", n, "till"),
                        f'"{sent.to}" står inte under expedieras_till.',
                        f"Menade du {meant}?",
                    )


def no_receiver_is_named(given: Given) -> Iterator[Finding]:
    """A private person among the receivers ("expedieras_till", "till") is never named.

    The elected may be, and what is called after somebody ("Stiftelsen Karin Lindqvist").
    """
    known = [body.members.header for body in given.archive.bodies if body.members]
    elected = {label for members in known for person in members.persons for label in person.labels}
    for document, keys, written in _receivers(given):
        person = person_in(written)
        if person and not _NAMED_AFTER.match(person) and not any(person.endswith(name) for name in elected):
            yield document.error(
                "expediering-namn",
                keys,
                f'"{person}" ser ut som namnet på en privatperson.',
                f"skriv {PRIVATE}, eller befattningen; vem det är står i diariet.",
            )


def _receivers(given: Given) -> Iterator[tuple[Document[Any], Keys, str]]:
    for item in given.archive.items:
        yield from ((item.document, ("expedieras_till", n), to) for n, to in enumerate(item.header.sent_to))
    for found in given.facts.minutes:
        for keys, paragraph in found.paragraphs:
            yield from ((found.document, (*keys, "expedieras_till", n), to) for n, to in enumerate(paragraph.sent_to))
            for n, one in enumerate(paragraph.expedited):
                yield found.document, (*keys, "expedierat", n, "till"), one.to


RULES: tuple[Rule, ...] = (sent_when_approved, sent_to_a_receiver, no_receiver_is_named)
