"""What a command names: a body and a year's schedule in the archive, or a sentence that says what there is."""

from __future__ import annotations

from collections.abc import Sequence

from build_scripts.project import WrongUse
from macros.dates.written import listing
from macros.finding import Finding, Level, as_text
from macros.record.archive import Archive, Body
from macros.record.schedule import ScheduleHeader
from macros.record.values import did_you_mean


def body(archive: Archive, name: str, findings: Sequence[Finding]) -> Body:
    """The body with this id, however its letters are cased."""
    wanted = name.strip().lower()
    found = archive.body(wanted)
    if found is not None:
        return found
    known = list(archive.body_by_id)
    _refuse_unread(findings, f"/{wanted}/")
    if not known:
        raise WrongUse("det finns inga organ här. Stå i projektets mapp, eller ange den med --katalog.")
    meant = did_you_mean(wanted, known)
    hint = f" Menade du {meant}?" if meant else ""
    raise WrongUse(f'organet "{name}" finns inte.{hint} Organ som finns: {listing(known)}.')


def schedule(body: Body, year: int, findings: Sequence[Finding]) -> ScheduleHeader:
    """The body's schedule for the year."""
    found = body.schedule(year)
    if found is not None:
        return found.header
    _refuse_unread(findings, f"/{body.id}/sammantradesordning/{year}")
    years = [str(known.header.year) for known in body.schedules]
    exists = f"År som finns: {listing(years)}." if years else "Organet har ingen sammanträdesordning."
    raise WrongUse(f"{body.id} har ingen sammanträdesordning för {year}. {exists}")


def _refuse_unread(findings: Sequence[Finding], part: str) -> None:
    """Says what is wrong in the file that was meant, when it is there and could not be read."""
    faults = [found for found in findings if found.level is Level.ERROR and part in f"/{found.place.path}"]
    if faults:
        raise WrongUse("filen kan inte läsas.\n" + "\n".join(as_text(fault) for fault in faults))
