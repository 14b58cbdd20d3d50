"""The letters about a meeting: the call ("kallelse"), and that its minutes are approved ("justerat").

They say what the meeting's page says, and lead to it: what is withheld there is in no letter.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from build_scripts.exports.exported_file import ExportedFile, canonical
from build_scripts.letters.draft import LARGEST_ATTACHED, Draft
from build_scripts.letters.recipients import CALLED, Recipients
from macros import addresses
from macros.dates.written import capital
from macros.facts.day import Day
from macros.facts.meetings import absence_due
from macros.facts.minutes import Minuted
from macros.pages import wording
from macros.pages.request import recipient
from macros.record.archive import AgendaItem, Body, Meeting

Papers = Mapping[str, ExportedFile]
"""The papers that may be attached, by address."""


def letters(facts: Day, meeting: Meeting, site_url: str, recipients: Recipients, papers: Papers) -> Iterator[Draft]:
    """The letters that it is time for: the call while the meeting is ahead, and of minutes as far as they are approved."""
    body = facts.archive.body_by_id[meeting.body_id]
    contact = recipient(body, None).email
    hidden = recipients.of(body.id, CALLED)
    if facts.today <= meeting.last_day and (meeting.items or meeting.is_cancelled):
        name = addresses.packet(meeting.address)
        attached = None if meeting.is_cancelled else _attached(name, papers)
        text = "\n".join(_call(facts, body, meeting, site_url, attached is not None))
        yield Draft("kallelse.eml", _subject(body, meeting), text, contact, hidden, attached)
    minuted = facts.minutes.of_meeting(meeting)
    if minuted is not None and minuted.is_public:
        attached = _attached(addresses.as_pdf(minuted.address), papers)
        text = "\n".join(_minutes(body, minuted, site_url))
        subject = f"Justerat protokoll: {minuted.body_name} {wording.plain_dates(meeting.days)}"
        yield Draft("protokoll.eml", subject, text, contact, hidden, attached)


def _attached(name: str, papers: Papers) -> tuple[str, bytes] | None:
    """The paper's name at home and its bytes; None where it is too large for a letter, or not there."""
    content = papers[name].content() if name in papers else b""
    return (name.rpartition("/")[2], content) if 0 < len(content) <= LARGEST_ATTACHED else None


def _subject(body: Body, meeting: Meeting) -> str:
    what = "Inställt" if meeting.is_cancelled else "Kallelse"
    return f"{what}: {body.name_on(meeting.date)} {wording.plain_days(meeting.days)}"


def _call(facts: Day, body: Body, meeting: Meeting, site_url: str, is_attached: bool) -> Iterator[str]:
    header = meeting.header
    yield f"{body.name_on(meeting.date)}, {body.header.municipality}"
    yield f"{wording.meeting_kind(meeting)} {wording.plain_days(meeting.days)}"
    if meeting.is_cancelled:
        yield from ("", wording.cancelled(header), "", canonical(meeting.address, site_url))
        return
    hours = capital(wording.hours(header.hours)) if header.hours else "Klockslaget är inte känt"
    yield f"{hours}, {header.venue or 'platsen är inte känd'}"
    yield from ("", "Föredragningslista")
    for item in meeting.items:
        yield from _row(item)
    if header.absence:
        last = absence_due(body, meeting)
        until = f", senast {wording.plain_day(last.date)}" if last else ""
        yield from ("", f"Förhinder anmäls till: {header.absence.to}{until}.")
    documents = (
        "Alla handlingar är bifogade i en fil. De finns också här:" if is_attached else "Alla handlingar i en fil:"
    )
    yield from ("", documents)
    yield canonical(addresses.packet(meeting.address), site_url)
    yield from ("", "Sammanträdets sida, där det som tillkommer läggs till:", canonical(meeting.address, site_url))
    yield from ("", "Prenumerera på sammanträdena i din kalender:")
    yield canonical(addresses.meetings_calendar(body.id), site_url)
    yield from ("", "Få veta när något nytt finns, i en nyhetsläsare:")
    yield canonical(addresses.body_feed(body.id), site_url)


def _row(item: AgendaItem) -> Iterator[str]:
    """An item as it stands on the agenda: nothing more of one that is not shown."""
    struck = " (utgår)" if item.header.struck else ""
    yield f"{item.number}. {item.title}{struck}"
    if item.is_public and item.header.case_number:
        yield f"   {wording.ITEM_KINDS[item.header.kind]}, {item.header.case_number}"


def _minutes(body: Body, minuted: Minuted, site_url: str) -> Iterator[str]:
    yield f"{minuted.body_name}, {body.header.municipality}"
    yield f"Protokoll {wording.plain_days(minuted.meeting.days)}"
    yield ""
    for part in minuted.parts:
        numbers = wording.paragraph_range(part.approval.paragraphs)
        if part.approved is None:
            yield f"{numbers}: inte justerat än."
            continue
        posted = "".join(f" Anslaget {wording.plain_day(notice.posted)}." for notice in part.notices)
        yield f"{numbers}: justerat {wording.plain_day(part.approved)}.{posted}"
    yield from ("", "Protokollet:", canonical(minuted.address, site_url))
