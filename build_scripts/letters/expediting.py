"""The letters that send decisions to those who are to have them ("expediering"): a receiver's extracts in one paper.

A private person's letter has neither name nor address: both stand in the diary, and whoever sends it writes them. A body of the
archive gets it where it is written to, if the table of addresses says nothing else.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from build_scripts.exports.exported_file import canonical
from build_scripts.exports.pdf import documents
from build_scripts.letters.draft import Draft
from build_scripts.letters.recipients import Recipients
from macros.addresses import slug
from macros.facts.day import Day
from macros.facts.expediting import Sending, of_minutes
from macros.facts.minutes import Minuted
from macros.pages import wording
from macros.pages.page import Promise
from macros.pages.request import recipient
from macros.record.archive import Body


@dataclass(frozen=True)
class Shipment:
    """What one receiver is to have of minutes, in their order; `number` is the receiver's among those of the minutes."""

    number: int
    sendings: tuple[Sending, ...]

    @property
    def to(self) -> Body | str:
        """The receiver."""
        return self.sendings[0].to

    @property
    def name(self) -> str:
        """The receiver in words."""
        return self.sendings[0].name

    @property
    def left(self) -> tuple[Sending, ...]:
        """What has not been sent."""
        return tuple(one for one in self.sendings if one.sent is None)

    @property
    def file_name(self) -> str:
        """What its files are called, told apart from those of other receivers."""
        return f"expediering-{self.number}-{slug(self.name)}"


def shipments(facts: Day, minuted: Minuted) -> list[Shipment]:
    """Each receiver of the minutes' decisions."""
    found: dict[str, list[Sending]] = defaultdict(list)
    for one in of_minutes(facts, minuted):
        found[one.receiver].append(one)
    return [Shipment(number, tuple(sendings)) for number, sendings in enumerate(found.values(), 1)]


def letters(
    minuted: Minuted,
    chosen: Iterable[Shipment],
    site_url: str,
    recipients: Recipients,
    pages: Mapping[str, Promise] | None,
) -> Iterator[Draft]:
    """A letter to each receiver that anything is left to send; with extracts, where `pages` are given to make them of."""
    for shipment in chosen:
        if shipment.left:
            yield _letter(minuted, shipment, site_url, recipients, pages)


def _letter(
    minuted: Minuted,
    shipment: Shipment,
    site_url: str,
    recipients: Recipients,
    pages: Mapping[str, Promise] | None,
) -> Draft:
    body, decided = minuted.body, [one.decided for one in shipment.left]
    numbers = wording.paragraph_range([one.number for one in decided])
    title = f"Protokollsutdrag {numbers}, {minuted.body_name} {wording.plain_dates(minuted.meeting.days)}"
    attached = None
    if pages is not None:
        made = [pages[one.address].make() for one in decided]
        paper = documents.extracts(body, minuted.date, title, made, minuted.address, site_url)
        attached = (f"{shipment.file_name}.pdf", paper)
    theirs = recipient(shipment.to, None).email if isinstance(shipment.to, Body) else None
    hidden = recipients.of(body.id, (shipment.name,)) or ((theirs,) if theirs else ())
    text = "\n".join(_text(minuted, shipment, site_url))
    return Draft(f"{shipment.file_name}.eml", title, text, recipient(body, None).email, hidden, attached)


def _text(minuted: Minuted, shipment: Shipment, site_url: str) -> Iterator[str]:
    yield f"{minuted.body_name}, {minuted.body.header.municipality}"
    yield f"Beslut {wording.plain_days(minuted.meeting.days)}"
    for one in shipment.left:
        yield from ("", f"§ {one.decided.number} {wording.paragraph_title(one.decided)}")
        yield from (f"- {text}" for text in one.decided.texts)
        yield canonical(one.decided.address, site_url)
