"""Rules of delegated decisions: their points, their lists and when these come in, who decided, and what was urgent."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Collection, Iterator

from macros import addresses
from macros.checks.explanations import explain_delay
from macros.checks.given import Given, Rule, folder_of
from macros.checks.names import near
from macros.checks.twice import twice
from macros.dates.reporting import explanation, last_day
from macros.dates.written import weekday_date
from macros.finding import Finding
from macros.record import layout
from macros.record.archive import Body, DelegationList
from macros.record.delegation import DelegationOrderHeader, ListedDecision
from macros.record.loose_dates import EXACT_MONTH
from macros.record.schema import Document
from macros.record.values import Month, did_you_mean


def order_holds_together(given: Given) -> Iterator[Finding]:
    """An order ("delegationsordning") names each point ("punkt") once, and its file is named by its first day ("gäller_från")."""
    for body in given.archive.bodies:
        for order in body.orders:
            points = ((("punkter", n, "punkt"), point.id) for n, point in enumerate(order.header.points))
            yield from twice(
                order, "punkt-dubbel", points, "Punkten ", "behåll den rad som gäller och ta bort den andra."
            )
            stem, since = order.path.rpartition("/")[2].removesuffix(".md"), order.header.since
            if since is not None and stem != since.isoformat():
                yield order.error(
                    "ordning-filnamn",
                    ("gäller_från",),
                    f"Filen heter {stem}.md men ordningen gäller från {since}.",
                    f"byt namn på filen till {since}.md, eller rätta gäller_från.",
                )


def point_exists(given: Given) -> Iterator[Finding]:
    """A row's point ("punkt") is in the order that was in force on the row's day; without such an order it is not judged.

    An order without a first day is in force until a dated one takes over. Source: the body's delegation order.
    """
    for body in given.archive.bodies:
        if not body.orders or given.is_unread(f"{body.document.folder}/{layout.DELEGATION_ORDER.folder}"):
            continue
        points = [(order, frozenset(point.id for point in order.header.points)) for order in body.orders]
        for found in body.lists:
            for n, row in enumerate(found.header.decisions):
                order, ids = _in_force(points, row.date.date)
                if row.point is not None and order is not None and row.point not in ids:
                    meant = did_you_mean(row.point, sorted(ids))
                    yield found.document.error(
                        "okänd-punkt",
                        ("beslut", n, "punkt"),
                        f"{order.path.rpartition('/')[2]} har ingen punkt {row.point}, och den gällde {row.date.date}.",
                        f"Menade du {meant}?"
                        if meant
                        else "rätta punkten, eller lägg till den i delegationsordningen.",
                    )


_Order = Document[DelegationOrderHeader]


def _in_force(orders: list[tuple[_Order, frozenset[str]]], day: dt.date) -> tuple[_Order | None, frozenset[str]]:
    for order, ids in reversed(orders):
        if (order.header.since or dt.date.min) <= day:
            return order, ids
    return None, frozenset()


def _month_of_name(found: DelegationList) -> Month | None:
    """The month that the file's name begins with: where the header has another, what would be right by the name waits."""
    written = re.match(f"{EXACT_MONTH.pattern}-", found.slug)
    return Month(int(found.slug[:4]), int(written[1])) if written else None


def rows_of_the_month(given: Given) -> Iterator[Finding]:
    """A list's rows are of its month ("månad"); rows of other months are told once for the list."""
    for found in given.lists:
        rows = [row.date.date for row in found.header.decisions]
        other = [n for n, day in enumerate(rows) if day not in found.header.month]
        named = _month_of_name(found)
        if other and not (named and all(rows[n] in named for n in other)):
            count = len(found.header.decisions)
            yield found.document.warning(
                "annan-månad",
                ("beslut", other[0], "datum"),
                f"{len(other)} av {count} beslut gäller {'en annan månad' if len(other) == 1 else 'andra månader'} "
                f"än {found.header.month}.",
                "rätta datumen, eller flytta besluten till rätt månads lista.",
            )


def plain_dates(given: Given) -> Iterator[Finding]:
    """Dates of a list's rows ("datum") are written ÅÅÅÅ-MM-DD; another common form is read, and told once for the list."""
    for found in given.lists:
        rewritten = [n for n, row in enumerate(found.header.decisions) if row.date.normalised]
        if rewritten:
            date = found.header.decisions[rewritten[0]].date
            yield found.document.warning(
                "datum-omskrivet",
                ("beslut", rewritten[0], "datum"),
                f"{len(rewritten)} av {len(found.header.decisions)} datum är {_written(len(rewritten))} på annat sätt "
                f'än ÅÅÅÅ-MM-DD; "{date.written}" läses som {date.date}.',
                f"skriv {date.date}" + _likewise(len(rewritten)),
            )


def plain_serial_numbers(given: Given) -> Iterator[Finding]:
    """A unit's own numbers ("löpnummer") are written without spaces; spaces are taken out, and told once for the list."""
    for found in given.lists:
        numbers = [
            (n, row.serial_number) for n, row in enumerate(found.header.decisions) if row.serial_number is not None
        ]
        rewritten = [(n, number) for n, number in numbers if number.normalised]
        if rewritten:
            n, number = rewritten[0]
            yield found.document.warning(
                "löpnummer-omskrivet",
                ("beslut", n, "löpnummer"),
                f"{len(rewritten)} av {len(numbers)} löpnummer är {_written(len(rewritten))} med blanksteg; "
                f'"{number.written}" läses som {number.number}.',
                f"skriv {number.number}" + _likewise(len(rewritten)),
            )


def _written(rows: int) -> str:
    return "skrivet" if rows == 1 else "skrivna"


def _likewise(rows: int) -> str:
    return ", och de andra på samma sätt." if rows > 1 else "."


def list_in_time(given: Given) -> Iterator[Finding]:
    """A list comes in ("inkommen") on the last day of the body's rule ("anmälan_av_delegation") at the latest.

    Not judged where the day is unknown, the body has no rule, or it is "historiskt". Source: KL 6:40.
    """
    for body in given.archive.bodies:
        rule = body.header.reporting
        if rule is None or body.header.historical:
            continue
        for found in body.lists:
            due = last_day(rule, found.header.unit, found.header.month)
            named = last_day(rule, found.header.unit, _month_of_name(found) or found.header.month)
            if due.late(found.header.received) and named.late(found.header.received):
                yield found.document.warning(
                    "sen-lista",
                    ("inkommen",),
                    f"Listan kom in {found.header.received}, efter sista dagen {due.date}.",
                    explain_delay(explanation(due)),
                )


def unit_is_one_of_the_bodys(given: Given) -> Iterator[Finding]:
    """A list's unit ("enhet") is called as among the body's units ("enheter"): one that is nearly one of them is misspelt."""
    for body in given.archive.bodies:
        for found in body.lists:
            units = body.header.units
            right = near(found.header.unit, units) if found.header.unit not in units else None
            if right is not None:
                yield found.document.warning(
                    "okänd-enhet",
                    ("enhet",),
                    f"Organet har ingen enhet som heter {found.header.unit}.",
                    f"Menade du {right}? Är det en annan enhet: lägg till den under enheter i organ.md.",
                )


def list_named_by_month(given: Given) -> Iterator[Finding]:
    """A list's file name begins with its month ("månad"): its address tells which month it is."""
    for found in given.lists:
        if not found.slug.startswith(f"{found.header.month}-"):
            yield found.document.error(
                "listnamn",
                ("månad",),
                f"Filen heter {found.slug}.md men månaden är {found.header.month}.",
                f"rätta månaden, eller låt filens namn börja med {found.header.month}-.",
            )


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


def decision_has_its_page(given: Given) -> Iterator[Finding]:
    """A decision with text, conditions, attachments or recipients has a page ("sida"): an address of its own in the list."""
    for found in given.lists:
        taken: set[str] = set()
        for n, row in enumerate(found.header.decisions):
            fault, right = _page_fault(row, taken)
            if fault:
                key = "sida" if row.page else "beslut"
                yield found.document.error("beslutssida", ("beslut", n, key), fault, f"skriv sida: {right}")
            taken.add(row.page or "")


def _page_fault(row: ListedDecision, taken: Collection[str]) -> tuple[str, str]:
    """What is wrong with the row's page, and what would be right; empty where nothing is."""
    proposed = addresses.slug(" ".join(row.decision.split()[:6])) or "beslut"
    if row.page is None:
        says = row.text or row.conditions or row.attachments or row.recipients
        return "Beslutet har text, villkor, bilagor eller mottagare men ingen sida." if says else "", proposed
    if not layout.is_slug(row.page):
        return f'"{row.page}" kan inte bli en adress.', addresses.slug(row.page) or proposed
    return f"Listan har redan en sida {row.page}." if row.page in taken else "", f"{row.page}-2"


RULES: tuple[Rule, ...] = (
    decision_has_its_page,
    order_holds_together,
    point_exists,
    rows_of_the_month,
    plain_dates,
    plain_serial_numbers,
    list_in_time,
    unit_is_one_of_the_bodys,
    list_named_by_month,
    delegate_may_decide,
    urgent_is_reported_next,
)
