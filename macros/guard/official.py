"""What a body may be named and reached by ("officiella uppgifter"): its own numbers, addresses, mail domains and its elected."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields
from functools import reduce

from macros.record.archive import Body
from macros.words import words

PRIVATE_DOMAINS = frozenset(
    words(
        """
        aol.com bahnhof.se bredband.net bredband2.com comhem.se fastmail.com glocalnet.net gmail.com gmx.com
        gmx.de gmx.net gmx.se googlemail.com hey.com home.se hotmail.co.uk hotmail.com hotmail.se hushmail.com
        icloud.com live.com live.se mac.com mail.com mailbox.org me.com msn.com outlook.com outlook.se ownit.nu
        passagen.se pm.me proton.me protonmail.com rocketmail.com spray.se swipnet.se tele2.se telia.com
        tutanota.com yahoo.co.uk yahoo.com yahoo.se yandex.com ymail.com
        """
    )
)
"""Where people, not authorities, have their mail."""

_STREET = re.compile(r"[^\W\d_][^\W\d_. -]*(?:[ -][^\W\d_]+)*\.? \d{1,4}(?: ?[A-Za-z])?\b")


@dataclass(frozen=True)
class Official:
    """What is no private person's: telephone numbers (digits from 0), streets with number, mailboxes, domains and names.

    `delegates` is what its delegation orders call those who may decide, in small letters.
    """

    numbers: frozenset[str] = frozenset()
    streets: frozenset[str] = frozenset()
    mailboxes: frozenset[str] = frozenset()
    domains: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()
    delegates: frozenset[str] = frozenset()

    @property
    def told(self) -> tuple[str, ...]:
        """All of it in order, for whoever remembers what was judged with it."""
        return tuple("\n".join(sorted(getattr(self, field.name))) for field in fields(self))

    def __or__(self, other: Official) -> Official:
        """What is official to either."""
        return Official(
            self.numbers | other.numbers,
            self.streets | other.streets,
            self.mailboxes | other.mailboxes,
            self.domains | other.domains,
            self.names | other.names,
            self.delegates | other.delegates,
        )

    def knows_domain(self, domain: str) -> bool:
        """Whether it is one of the domains or below one."""
        return any(domain == own or domain.endswith(f".{own}") for own in self.domains)


def telephone(written: str) -> str:
    """A Swedish number as digits from 0: `+46 (0)70-174 06 05` and `070-174 06 05` are one."""
    digits = "".join(str(int(sign)) for sign in written if sign.isdecimal())
    for lead in ("0046", "46"):
        if digits.startswith(lead) and (written.lstrip().startswith(("+", "00")) or lead == "0046"):
            return "0" + digits.removeprefix(lead).lstrip("0")
    return digits


def streets(written: str) -> Iterator[str]:
    """Every street with its number in a written address, in small letters."""
    return (street_key(found.group()) for found in _STREET.finditer(written))


def street_key(written: str) -> str:
    """A street with its number in one form."""
    return re.sub(r"\s+", " ", written).strip().lower()


def official_of(body: Body) -> Official:
    """A body's own: what `organ.md` says under kontakt, registrator, överklagande and officiella_uppgifter, and its elected."""
    header = body.header
    contacts = [contact for contact in (header.contact, header.registrar) if contact is not None]
    own = header.official
    mail = [contact.email for contact in contacts if contact.email]
    written = [place for one in contacts for place in (one.postal_address, one.visiting_address) if place]
    if header.appeal_to is not None:
        mail += [header.appeal_to.email] if header.appeal_to.email else []
        written += [header.appeal_to.address] if header.appeal_to.address else []
    numbers = [contact.telephone for contact in contacts if contact.telephone]
    domains = {address.rpartition("@")[2].lower() for address in mail} - PRIVATE_DOMAINS
    if own is not None:
        numbers += own.telephones
        written += own.addresses
        mail += own.mailboxes
        domains |= {domain.lower().removeprefix("@") for domain in own.domains}
    return Official(
        frozenset(map(telephone, numbers)),
        frozenset(street for place in written for street in streets(place)),
        frozenset(address.lower() for address in mail),
        frozenset(domains),
        frozenset(name.lower() for name in _elected(body)),
        frozenset(point.delegate.lower() for order in body.orders for point in order.header.points if point.delegate),
    )


def _elected(body: Body) -> Iterator[str]:
    """Everybody whom the record names as elected: in the list of members, at meetings, as movers."""
    if body.members is not None:
        yield from (label for person in body.members.header.persons for label in person.labels)
    for meeting in body.meetings:
        if meeting.header.chair:
            yield meeting.header.chair
        if meeting.minutes is not None:
            attendance = meeting.minutes.header.attendance
            yield attendance.chair
            yield from (one.name for _, one in attendance.everyone)
    for item in body.items:
        yield from item.header.movers


def of_all(bodies: Iterable[Body]) -> Official:
    """What is official to any of the bodies: for pages where texts of several stand side by side."""
    return reduce(Official.__or__, map(official_of, bodies), Official())
