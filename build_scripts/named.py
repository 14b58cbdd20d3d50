"""What a command names: a body, a meeting and a year's schedule in the archive, or a sentence that says what there is."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from typing import Any

from build_scripts.project import WrongUse
from macros.dates.written import listing
from macros.finding import Finding, Level, as_text
from macros.record import layout
from macros.record.archive import Archive, Body, Meeting
from macros.record.loose_dates import meant_date
from macros.record.schedule import ScheduleHeader
from macros.record.values import did_you_mean

_BODY = "organets id, till exempel avux"


def add_body(parser: argparse.ArgumentParser) -> None:
    """The argument that names a body."""
    parser.add_argument("body", metavar="ORGAN", help=_BODY)


def add_body_option(parser: argparse.ArgumentParser, **settings: Any) -> None:
    """The option that names a body."""
    parser.add_argument("--organ", dest="body", metavar="ORGAN", help=_BODY, **settings)


def add_day(parser: argparse.ArgumentParser) -> None:
    """The argument that names one of its meetings."""
    parser.add_argument("day", metavar="DAG", help="sammanträdets dag eller mapp, till exempel 2018-03-15")


def body(archive: Archive, name: str, findings: Sequence[Finding]) -> Body:
    """The body with this id, however its letters are cased."""
    wanted = name.strip().lower()
    found = archive.body(wanted)
    if found is not None:
        return found
    known = list(archive.body_by_id)
    refuse_unread(findings, f"/{wanted}/")
    if not known:
        raise WrongUse("det finns inga organ här. Stå i projektets mapp, eller ange den med --katalog.")
    meant = did_you_mean(wanted, known)
    hint = f" Menade du {meant}?" if meant else ""
    raise WrongUse(f'organet "{name}" finns inte.{hint} Organ som finns: {listing(known)}.')


def meeting(body: Body, written: str, findings: Sequence[Finding]) -> Meeting:
    """The body's meeting in this folder, else the one that is held on this day."""
    found = body.meeting_by_id.get(written) or next(
        (one for one in body.meetings if one.date.isoformat() == written), None
    )
    if found is not None:
        return found
    refuse_unread(findings, f"/{body.id}/{written}/")
    known = list(body.meeting_by_id)
    if not known:
        raise WrongUse(f"{body.id} har inga sammanträden. Gör ett med klubbat ny sammanträde {body.id} ÅÅÅÅ-MM-DD.")
    days = (str(meant_date(written, id[:7])) for id in reversed(known))
    meant = next((day for day in days if day in known), None) or did_you_mean(written, known)
    hint = f"Menade du {meant}?" if meant else f"Senast är {known[-1]}."
    raise WrongUse(f'{body.id} har inget sammanträde "{written}". {hint}')


def schedule(body: Body, year: int, findings: Sequence[Finding]) -> ScheduleHeader:
    """The body's schedule for the year."""
    found = body.schedule(year)
    if found is not None:
        return found.header
    refuse_unread(findings, f"/{layout.SCHEDULE.at(body.id, str(year))}")
    years = [str(known.header.year) for known in body.schedules]
    exists = f"År som finns: {listing(years)}." if years else "Organet har ingen sammanträdesordning."
    raise WrongUse(f"{body.id} har ingen sammanträdesordning för {year}. {exists}")


def refuse_unread(findings: Sequence[Finding], part: str) -> None:
    """Says what is wrong in the file that was meant, when it is there and could not be read."""
    faults = [found for found in findings if found.level is Level.ERROR and part in f"/{found.place.path}"]
    if faults:
        raise WrongUse("filen kan inte läsas.\n" + "\n".join(as_text(fault) for fault in faults))
