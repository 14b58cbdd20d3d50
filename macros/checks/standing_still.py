"""The rule of what stands still: an approved paragraph says for ever what it said when it was released, and so does its base."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from macros import addresses
from macros.checks.given import Given, Rule, restoring
from macros.facts.frozen import Frozen
from macros.facts.frozen_beside import NAMES, NOTICE, OWN_TEXT, PARTIES, TEXTS, WORDS
from macros.finding import Finding, Place
from macros.record.archive import Body
from macros.record.elected_names import names_in
from macros.record.ledgers import ReleasedRow


@dataclass(frozen=True)
class Held:
    """A line of the ledger, by the parts of its key: of minutes, of a paragraph, or of a notice of delegated decisions."""

    row: ReleasedRow

    @cached_property
    def _parts(self) -> list[str]:
        return self.row.key.split("/")

    @property
    def file_address(self) -> str:
        """The address that the file was released with."""
        body, meeting, *rest = self._parts
        return addresses.delegated_notice(body, *rest) if self.is_of_delegated else addresses.minutes(body, meeting)

    @property
    def notice_address(self) -> str:
        """The address of the notice whose day it is; empty for all else."""
        body, meeting, *rest = self._parts
        if self.is_of_delegated:
            return self.file_address
        number = rest[0].removeprefix(f"{NOTICE}-") if rest and rest[0].startswith(f"{NOTICE}-") else ""
        return f"{addresses.NOTICE_BOARD}{body}-{meeting}-{number}/" if number else ""

    @property
    def number(self) -> str | None:
        """The paragraph's number; None for what is of none."""
        number = self._parts[2] if len(self._parts) > 2 else ""
        return number if number.isdecimal() else None

    @property
    def is_of_delegated(self) -> bool:
        """Whether it is a notice of delegated decisions."""
        return self._parts[1] == NOTICE

    @property
    def stands_beside(self) -> str:
        """The key of the paragraph, or of the minutes, that it is a part of; its own where it is one of these."""
        beside = 3 if self.number else 2
        return self.row.key if self.notice_address else "/".join(self._parts[:beside])

    @property
    def is_whole(self) -> bool:
        """Whether it is the minutes as a whole."""
        return len(self._parts) == 2

    @property
    def is_of_others(self) -> bool:
        """Whether it is what other files say of the day: parties and names, which have rules of their own."""
        return self._parts[2:] in ([PARTIES], [NAMES])

    @property
    def part(self) -> str:
        """What of the paragraph it is; empty for what was approved itself."""
        return "/".join(self._parts[3:]) if self.number else ""

    @property
    def correction(self) -> str:
        """Which correction of its paragraph it is; empty for anything else."""
        return self.part.removeprefix("rättelse-") if self.part.startswith("rättelse-") else ""

    @property
    def named(self) -> str:
        """What it is, as it is told."""
        if self.number:
            part = {TEXTS: "handlingarna till "}.get(
                self.part, f"rättelse {self.correction} i " if self.correction else ""
            )
            return f"{part}§ {self.number}"
        if self.notice_address:
            return "anslaget" if self.is_of_delegated else "dagen då anslaget sattes upp"
        return _OF_MINUTES.get("/".join(self._parts[2:]), "närvaron eller justeringarna")


_OF_MINUTES = {OWN_TEXT: "protokollets text"}


def approved_paragraph_stands_still(given: Given) -> Iterator[Finding]:
    """What an approved and released paragraph ("§") says stands still, and so do what it rests on and the minutes as a whole.

    That is the texts of its items, their documents and lists that were reported, and the day the notice was posted. Free are a
    remark ("anmärkning"), later papers ("tillkom_datum"), where an assignment was reported, and a correction ("rättelser")
    beside what was approved. All else is told of as a change ("ändringar"), with day and reason.
    Source: KL 5:65-67, 5:69, 6:35, 8:12.
    """
    by_file: dict[str, list[Held]] = defaultdict(list)
    for row in given.archive.released.paragraphs.latest.values():
        held = Held(row)
        by_file[given.released_from(held.file_address)].append(held)
    for path, rows in by_file.items():
        if path in given.release.files and not given.is_in_doubt(path):
            yield from _judged(path, [one for one in rows if not given.is_up(one.notice_address)], given)


def _judged(path: str, rows: list[Held], given: Given) -> Iterator[Finding]:
    """What has changed of one meeting's minutes, each kind of change told once."""
    now = given.release.frozen
    gone = [one for one in rows if one.row.key not in now and not _went_along(one, given)]
    there = [(one, now[one.row.key]) for one in rows if one.row.key in now]
    untold = [one for one, held in there if held.edition < one.row.edition and not one.is_of_others]
    changed = [one for one, held in there if held.edition == one.row.edition and held.digest != one.row.digest]
    changed = [one for one in changed if not one.is_of_others]
    if approved := [one for one in gone if not one.part]:
        yield Place(path).error(
            "paragraf-borttagen",
            f"Justerat och utgivet sedan {_since(approved)}, men inte längre justerat här: {_named(approved)}.",
            f"ta tillbaka det och dess justering: {restoring(given, path)}.",
        )
    elif gone:
        yield Place(path).error(
            "paragraf-borttagen",
            f"Utgivet sedan {_since(gone)}, men står inte längre kvar: {_named(gone)}.",
            f"ta tillbaka den ({restoring(given, path)}); gäller den inte längre, lägg till en ny rättelse efter den.",
        )
    if untold:
        yield Place(path).error(
            "paragraf-ändrad",
            f"Utgivna ändringar står inte längre under ändringar: {_named(untold)} ({untold[0].row.change}).",
            f"skriv tillbaka dem: {restoring(given, path)}.",
        )
    if not changed:
        yield from _told_in_vain(there)
    else:
        first = now[changed[0].row.key]
        yield first.document.error(
            "paragraf-ändrad",
            first.keys,
            f"{_approved(changed)} {first.approved} och utgivet, men säger nu något annat: {_named(changed)}.",
            _ways_on(changed, first, given),
        )


def _told_in_vain(there: list[tuple[Held, Frozen]]) -> Iterator[Finding]:
    """A change is told of what says something else than before: else the reader is told of what nobody did."""
    same, told = defaultdict[str, bool](lambda: True), list[Held]()
    for one, held in there:
        same[one.stands_beside] &= held.digest == one.row.digest
        if held.edition > one.row.edition and (one.is_whole or one.part == WORDS):
            told.append(one)
    documents = [held.document for _, held in there]
    vain = [one for one in told if same[one.stands_beside] and (one.number or all(same.values()))]
    if vain:
        yield documents[0].error(
            "ändring-oförändrad",
            ("ändringar",),
            f"En ändring sägs av det som är detsamma som när det gavs ut: {_named(vain)}.",
            "ta bort det ur ändringen, eller hela ändringen; är något annat rättat, rätta det i filen också.",
        )


def _approved(rows: list[Held]) -> str:
    """What was done on the day that it stands still from."""
    return "Protokollfört" if rows[0].is_of_delegated else "Justerat"


def _since(rows: list[Held]) -> str:
    return str(min(one.row.day for one in rows))


def _went_along(one: Held, given: Given) -> bool:
    """Whether what it stands beside is gone, or was withdrawn since and has no correction any more."""
    held = given.release.frozen.get(one.stands_beside)
    return one.stands_beside != one.row.key and (held is None or (bool(one.correction) and held.is_withdrawn))


def _named(rows: list[Held]) -> str:
    """What has changed, the minutes as a whole first; the texts of a paragraph only where its words have not."""
    numbers = {one.number for one in rows if one.part in ("", WORDS)}
    told = (one for one in rows if one.part != TEXTS or one.number not in numbers)
    return ", ".join(dict.fromkeys(one.named for one in sorted(told, key=lambda one: one.number is not None)))


def _ways_on(rows: list[Held], first: Frozen, given: Given) -> str:
    """What may be done about a change of what was approved."""
    back = f"ta tillbaka ändringen ({restoring(given, first.document.folder)})."
    if rows[0].is_of_delegated:
        return f"{back} Ett fel i ett anslag rättas med ett nytt anslag."
    numbers = ", ".join(dict.fromkeys(one.number for one in rows if one.number))
    where = f"paragrafer: {numbers}, " if all(one.number for one in rows) else ""
    return (
        f"{back} Sa webbplatsen något annat än det justerade protokollet: skriv under ändringar datum, ändring: rättad "
        f"återgivning, {where}och skäl. Har nämnden senare beslutat eller antecknat något: skriv det under paragrafens "
        "rättelser. Får det inte visas: skriv ändring: tillbakadragen. En handling som har kommit till senare behöver "
        "tillkom_datum."
    )


def party_stands_still(given: Given) -> Iterator[Finding]:
    """The party of somebody who was at a meeting is, in its approved minutes, what it was on the day.

    Who joins another has it from a day on ("uppdrag", "parti").
    """
    for body, changed in _changed_beside(PARTIES, given):
        found, members = [meeting for meeting in changed if _all_are_known(body, meeting)], body.members
        if found and members is not None:
            yield members.error(
                "parti-ändrat",
                (),
                f"Någon som var med {_first(found)} har ett annat parti här än när det justerade protokollet gavs ut.",
                f"ta tillbaka ändringen ({restoring(given, members.path)}). Har någon bytt parti: skriv parti: under ett nytt "
                "uppdrag med från:. Var partiet fel redan då: säg det i protokollet, under ändringar, med datum, ändring: "
                "rättad återgivning och skäl.",
            )


def body_keeps_its_name(given: Given) -> Iterator[Finding]:
    """The body and its municipality are called, in approved minutes, what they were on the day.

    A body that has changed its name has the former one until a day ("tidigare_namn").
    """
    for body, found in _changed_beside(NAMES, given):
        yield body.document.error(
            "organnamn-ändrat",
            (),
            f"Det justerade protokollet {_first(found)} gavs ut med ett annat namn på organet eller kommunen.",
            f"ta tillbaka ändringen ({restoring(given, body.document.path)}). Har organet bytt namn: skriv det gamla under "
            "tidigare_namn, med till: och sista dagen. Var namnet fel redan då: säg det i protokollet, under ändringar, med "
            "datum, ändring: rättad återgivning och skäl.",
        )


def _changed_beside(part: str, given: Given) -> Iterator[tuple[Body, list[str]]]:
    """Each body with its meetings whose minutes are as they were released, while this that stands beside them is not."""
    now, latest = given.release.frozen, given.archive.released.paragraphs.latest
    meetings: dict[str, list[str]] = defaultdict(list)
    for row in latest.values():
        held, above = now.get(row.key), row.key.removesuffix(f"/{part}")
        if above == row.key or held is None or held.edition != row.edition or held.digest == row.digest:
            continue
        if above in latest and above in now and latest[above].digest == now[above].digest:
            body, _, meeting = above.partition("/")
            meetings[body].append(meeting)
    return ((given.archive.body_by_id[body], found) for body, found in meetings.items())


def _first(meetings: list[str]) -> str:
    """The first of the meetings, and how many more there are."""
    return min(meetings) + (f" och {len(meetings) - 1} till" if len(meetings) > 1 else "")


def _all_are_known(body: Body, meeting_id: str) -> bool:
    """Whether everybody who was at the meeting stands among the elected: else that is told, and their parties follow."""
    meeting, members = body.meeting_by_id[meeting_id], body.members
    if meeting.minutes is None or members is None:
        return False
    names = names_in(meeting.minutes.header.attendance)
    return all(members.header.person(name, meeting.date) is not None for _, name in names)


RULES: tuple[Rule, ...] = (approved_paragraph_stands_still, party_stands_still, body_keeps_its_name)
