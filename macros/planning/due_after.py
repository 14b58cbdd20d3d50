"""What is due after a meeting: its minutes, their approval and notice, and what was to be reported back."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from macros.dates.after_meeting import LastDay, latest_approval, latest_notice
from macros.dates.written import date, listing
from macros.facts.notices import Posted, notices
from macros.planning.task import Due, DueKind, Source
from macros.record.archive import Archive, Body, Meeting
from macros.record.body import BodyKind
from macros.record.minutes import Approval


def minutes(body: Body, today: dt.date) -> Iterator[Due]:
    """A meeting that was held has minutes, and each of their approvals ("justering") is made in time.

    Source: KL 5:69 through 6:35.
    """
    for meeting in body.meetings:
        if meeting.date > today or meeting.is_cancelled:
            continue
        last = latest_approval(meeting.date)
        if meeting.minutes is None:
            what = f"Protokollet från {date(meeting.date)} ska skrivas och justeras"
            remedy = f"klubbat ny protokoll {body.id} {meeting.id}"
            yield _own(last, body, DueKind.MINUTES, what, meeting.document.path, remedy)
            continue
        for approval in meeting.minutes.header.approvals:
            if approval.approved is None:
                what = f"{_paragraphs(approval)} från {date(meeting.date)} ska justeras"
                remedy = "skriv justerat: med dagen i protokoll.md"
                yield _own(last, body, DueKind.MINUTES, what, meeting.minutes.path, remedy)


def postings(body: Body, today: dt.date) -> Iterator[Due]:
    """What is approved is posted ("anslås") the second day after; a joint board's on every municipality's board.

    Source: KL 8:12 and 9:32.
    """
    for meeting in body.meetings:
        for approval in meeting.minutes.header.approvals if meeting.minutes else ():
            missing = _boards_without(body, approval)
            if approval.approved is not None and missing:
                where = "" if missing == [body.header.municipality] else f" i {listing(missing)}"
                what = f"{_paragraphs(approval)} från {date(meeting.date)} ska anslås{where}"
                remedy = "skriv anslag: med anslaget: och dagen i protokoll.md"
                yield _own(latest_notice(approval.approved), body, DueKind.NOTICE, what, _path(meeting), remedy)


def _boards_without(body: Body, approval: Approval) -> list[str]:
    """The municipalities on whose boards the approval is not posted yet."""
    if body.header.kind is not BodyKind.JOINT_BOARD or not body.header.member_municipalities:
        return [] if approval.postings else [body.header.municipality]
    posted = {posting.municipality for posting in approval.postings}
    return [one for one in body.header.member_municipalities if one not in posted]


def _paragraphs(approval: Approval) -> str:
    return f"{'§§' if len(list(approval.paragraphs)) > 1 else '§'} {approval.paragraphs}"


def _path(meeting: Meeting) -> str:
    return meeting.minutes.path if meeting.minutes else meeting.document.path


def _own(last: LastDay, body: Body, kind: DueKind, what: str, path: str, remedy: str) -> Due:
    """The municipality's own days: the strict one counts, and where the Sunday rule may give another it is told."""
    later = f" (enligt söndagsregeln senast {date(last.by_sunday_rule)})" if last.by_sunday_rule else ""
    return Due(last.strict, body, kind, what + later, path, remedy=remedy)


def ending_notices(body: Body, today: dt.date) -> Iterator[Due]:
    """A notice that is up comes down after the last day of appeal.

    Source: KL 8:12, 13:5.
    """
    for notice in notices(Archive((body,))):
        if notice.is_up(today):
            yield Due(
                notice.last_day.date,
                body,
                DueKind.NOTICE,
                f"Sista dag att överklaga {_about(notice)}; anslaget tas ned tidigast {date(notice.earliest_removal)}",
                notice.document.path,
            )


def _about(notice: Posted) -> str:
    if notice.approval is not None and notice.meeting is not None:
        return f"{_paragraphs(notice.approval)} från {date(notice.meeting.date)}"
    return notice.delegated.header.title if notice.delegated else "beslutet"


def assignments(body: Body, today: dt.date) -> Iterator[Due]:
    """Every assignment ("uppdrag") with a day is reported by then."""
    for meeting in body.meetings:
        for paragraph in meeting.minutes.header.paragraphs if meeting.minutes else ():
            for given in paragraph.assignments:
                if given.due is not None and given.reported_in is None:
                    explained = meeting.minutes.header.explanations if meeting.minutes else {}
                    yield Due(
                        given.due,
                        body,
                        DueKind.ASSIGNMENT,
                        f"Uppdraget i § {paragraph.number} från {date(meeting.date)} ska redovisas av {given.to}: "
                        f"{given.what}",
                        _path(meeting),
                        note=explained.get("uppdrag-försenat", "") if given.due < today else "",
                    )


SOURCES: tuple[Source, ...] = (minutes, postings, ending_notices, assignments)
