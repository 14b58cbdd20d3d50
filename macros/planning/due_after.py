"""What is due after a meeting: its minutes, their approval and notice, sending what was decided, and reporting back."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from macros.dates.after_meeting import LastDay, latest_approval
from macros.dates.written import date, listing
from macros.facts.assignments import AssignmentState
from macros.facts.day import Day
from macros.facts.expediting import waiting
from macros.facts.notices import Posted, boards_without
from macros.planning.task import Due, DueKind, Making
from macros.record.archive import Body
from macros.record.minutes import Approval
from macros.record.numbers import paragraph_list


def minutes(facts: Day, body: Body) -> Iterator[Due]:
    """A meeting that was held has minutes, and each of their approvals ("justering") is made in time.

    Source: KL 5:69, 6:35.
    """
    for meeting in body.meetings:
        minuted = facts.minutes.of_meeting(meeting)
        if facts.minutes.are_awaited(body, meeting):
            what = f"Protokollet från {date(meeting.date)} ska skrivas och justeras"
            last = latest_approval(meeting.last_day)
            makes = Making("protokoll", meeting.id)
            yield Due(
                last.strict,
                body,
                DueKind.MINUTES,
                what + last.by_sunday_rule_too(date),
                meeting.document.path,
                makes=makes,
            )
            continue
        for part in minuted.parts if minuted else ():
            if minuted and part.approved is None:
                what = f"{_paragraphs(part.approval)} från {date(meeting.date)} ska justeras"
                advice = "skriv justerat: med dagen i protokoll.md"
                yield _approving(part.latest, body, DueKind.MINUTES, what, minuted.document.path, advice)


def postings(facts: Day, body: Body) -> Iterator[Due]:
    """What is approved is posted ("anslås") the second day after; a joint board's on every municipality's board.

    Source: KL 8:12, 9:32.
    """
    for meeting in body.meetings:
        minuted = facts.minutes.of_meeting(meeting)
        for part in minuted.parts if minuted else ():
            missing = boards_without(body, part.approval)
            if minuted and part.latest_notice is not None and missing:
                where = "" if missing == [body.header.municipality] else f" i {listing(missing)}"
                what = f"{_paragraphs(part.approval)} från {date(meeting.date)} ska anslås{where}"
                advice = "skriv anslag: med anslaget: och dagen i protokoll.md"
                yield _approving(part.latest_notice, body, DueKind.NOTICE, what, minuted.document.path, advice)


def _paragraphs(approval: Approval) -> str:
    return f"{'§§' if len(list(approval.paragraphs)) > 1 else '§'} {approval.paragraphs}"


def _approving(last: LastDay, body: Body, kind: DueKind, what: str, path: str, advice: str) -> Due:
    """What is written at an approval of the minutes ("justeringar")."""
    return Due(last.strict, body, kind, what + last.by_sunday_rule_too(date), path, advice=advice, key="justeringar")


def expediting(facts: Day, body: Body) -> Iterator[Due]:
    """A decision is sent to those who are to have it ("expedieras") as soon as it is approved; a meeting's are told as one."""
    for meeting, found in groupby(waiting(facts, body), key=lambda one: one.decided.meeting):
        sendings = list(found)
        names = listing(list({one.receiver: one.name for one in sendings}.values()))
        numbers = paragraph_list({one.decided.number for one in sendings})
        approved = min(one.decided.part.approved for one in sendings if one.decided.part and one.decided.part.approved)
        yield Due(
            approved,
            body,
            DueKind.EXPEDITING,
            f"{numbers} från {date(meeting.date)} ska skickas till {names}",
            meeting.minutes.path if meeting.minutes else meeting.document.path,
            advice=f"klubbat expediera {body.id} {meeting.id}",
        )


def ending_notices(facts: Day, body: Body) -> Iterator[Due]:
    """A notice that is up comes down after the last day of appeal.

    Source: KL 8:12, 13:5.
    """
    for notice in facts.notices.up:
        if notice.body is body:
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


def assignments(facts: Day, body: Body) -> Iterator[Due]:
    """Every assignment ("uppdrag") with a day is reported by then."""
    for one in facts.assignments.of_body(body):
        if one.assignment.due is None or not one.is_waiting:
            continue
        document = one.decided.meeting.minutes
        assert document is not None
        late = one.state is AssignmentState.LATE
        yield Due(
            one.assignment.due,
            body,
            DueKind.ASSIGNMENT,
            f"Uppdraget i § {one.decided.number} från {date(one.decided.meeting.date)} ska redovisas av "
            f"{one.assignment.to}: {one.assignment.what}",
            document.path,
            note=document.header.explanations.get("uppdrag-försenat", "") if late else "",
        )
