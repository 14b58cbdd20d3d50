"""A delegation order's page ("delegationsordning"): its points, who may decide, and the decisions taken under each."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, partial

from macros import addresses
from macros.facts.day import Day
from macros.pages import record_page
from macros.pages.inputs import Inputs
from macros.pages.page import Page, Promise
from macros.pages.record_page import Found
from macros.record.archive import Body, DelegationList
from macros.record.delegation import DelegationOrderHeader, Point
from macros.record.schema import Document
from macros.texts.alphabet import alphabetical

KIND = "Delegationsordning"


@dataclass(frozen=True)
class UnderPoint:
    """A point with the lists that hold decisions under it, newest first, and how many each holds."""

    point: Point
    anchor: str
    lists: tuple[tuple[DelegationList, int], ...]


@dataclass(frozen=True)
class OrderInTime:
    """An order with its points, from the day it holds until the next one does."""

    document: Document[DelegationOrderHeader]
    until: dt.date | None
    points: tuple[UnderPoint, ...]


def pages(facts: Day, _: Inputs) -> Iterator[Promise]:
    """A page for each body that has an order: the latest first."""
    for body in facts.archive.bodies:
        if body.orders:
            yield Promise(addresses.delegation_order(body.id), KIND, partial(_page, facts, body))


@cache
def anchor(order: str, point: str) -> str:
    """A point's place on the page; `order` tells the orders of several times apart."""
    return f"punkt-{addresses.slug(f'{order} {point}')}"


def point_address(body: Body, date: dt.date, point: str) -> str | None:
    """Where the point that a decision of that day names is described; None when the order of the day lacks it."""
    order = body.order_on(date)
    if order is None or all(found.id != point for found in order.header.points):
        return None
    return f"{addresses.delegation_order(body.id)}#{anchor(_name(order), point)}"


def _name(order: Document[DelegationOrderHeader]) -> str:
    return order.header.since.isoformat() if order.header.since else "okand-dag"


def _page(facts: Day, body: Body) -> Page:
    parts = _parts(body)
    return record_page.page(
        facts,
        "order.html",
        addresses.delegation_order(body.id),
        "Delegationsordning",
        f"Vilka beslut som får fattas åt {body.name}, av vem, och vilka som har fattats.",
        [record_page.START, record_page.body_link(body)],
        KIND,
        found=Found(KIND, (facts.name(body),), parts[0].document.header.since),
        body=body,
        parts=parts,
        counted=f"{addresses.delegation_lists(body.id)}#antal"
        if any(found.header.decisions for found in body.lists)
        else None,
        texts=[record_page.text_of(part.document, addresses.delegation_order(body.id)) for part in parts],
    )


def _parts(body: Body) -> list[OrderInTime]:
    """The orders with the latest first."""
    used: dict[tuple[str, str], list[tuple[DelegationList, int]]] = defaultdict(list)
    for found in body.lists:
        for place, count in Counter(_places(body, found)).items():
            used[place].append((found, count))
    following = (*body.orders[1:], None)
    return [
        OrderInTime(
            order,
            after.header.since if after else None,
            tuple(
                UnderPoint(point, anchor(_name(order), point.id), tuple(reversed(used[order.path, point.id])))
                for point in sorted(order.header.points, key=lambda point: alphabetical(point.id))
            ),
        )
        for order, after in reversed(tuple(zip(body.orders, following, strict=True)))
    ]


def _places(body: Body, found: DelegationList) -> Iterator[tuple[str, str]]:
    """(order's path, point) of each decision that names a point."""
    for row in found.header.decisions:
        order = body.order_on(row.date.date)
        if order is not None and row.point is not None:
            yield order.path, row.point
