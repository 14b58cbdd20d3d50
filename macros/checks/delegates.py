"""Rules of delegated decisions: who decided, and that urgent ones are reported at once."""

from __future__ import annotations

from collections.abc import Iterator

from macros.checks.given import Given, Rule, folder_of
from macros.dates.written import weekday_date
from macros.finding import Finding
from macros.record.archive import Body


def delegate_may_decide(given: Given) -> Iterator[Finding]:
    """A row's delegate ("delegat") is the one whom the order in force names for its point, where both are known.

    "Enhetschef" and "Enhetschef, Fritidsenheten" agree: one says more than the other.
    Source: the body's delegation order.
    """
    for body in given.archive.bodies:
        for found in body.lists:
            for n, row in enumerate(found.header.decisions):
                order = body.order_on(row.date.date)
                point = next((one for one in order.header.points if one.id == row.point), None) if order else None
                if point is None or point.delegate is None or row.delegate is None:
                    continue
                if not _agree(point.delegate, row.delegate):
                    yield found.document.warning(
                        "fel-delegat",
                        ("beslut", n, "delegat"),
                        f"{row.delegate} beslutade enligt {point.id}, som {point.delegate} får besluta om.",
                        "rätta delegat eller punkt; annars förklara varför under förklaringar.",
                    )


def _agree(one: str, other: str) -> bool:
    shorter, longer = sorted((one.casefold(), other.casefold()), key=len)
    return longer == shorter or longer.startswith(f"{shorter},")


def urgent_is_reported_next(given: Given) -> Iterator[Finding]:
    """An urgent decision ("brådskande") is reported at the next meeting after it, without exception.

    Cancelled meetings do not count; extra ones do. Source: KL 6:39-40.
    """
    for body in given.archive.bodies:
        if given.is_unread(folder_of(body.document.path)):
            continue
        yield from _late(body)


def _late(body: Body) -> Iterator[Finding]:
    held = [meeting for meeting in body.meetings if not meeting.is_cancelled]
    for found in body.lists:
        reported = body.meeting_by_id[found.meeting_id].date
        for n, row in enumerate(found.header.decisions):
            if not row.urgent:
                continue
            due = next((meeting for meeting in held if meeting.date > row.date.date), None)
            if due is not None and due.date < reported:
                yield found.document.error(
                    "brådskande-anmälan",
                    ("beslut", n, "brådskande"),
                    f"Det brådskande beslutet {row.date.date} anmäldes {reported}, "
                    f"men nästa sammanträde var {due.date} (KL 6:40).",
                    f"flytta beslutet till en lista i mappen {due.id}, om det anmäldes {weekday_date(due.date)}; "
                    "anmäldes det inte då är det ett fel som nämnden behöver få veta.",
                )


RULES: tuple[Rule, ...] = (delegate_may_decide, urgent_is_reported_next)
