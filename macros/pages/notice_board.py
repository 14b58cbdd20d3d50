"""The notice board ("anslagstavla"): what is up, what has been up, a page for each notice, and what other sites are given."""

from __future__ import annotations

import datetime as dt
import json
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import groupby
from typing import Any

from macros import addresses
from macros.facts.appeals import still_open
from macros.facts.clauses import Way
from macros.facts.day import Day
from macros.facts.notices import Posted
from macros.facts.paragraphs import Decided
from macros.pages import record_page, states, subscriptions, wording
from macros.pages.inputs import Inputs
from macros.pages.page import Page, Promise
from macros.pages.paragraphs import WHY_IMPOSSIBLE, naming
from macros.pages.record_page import Found, Link
from macros.pages.subscriptions import printed_of
from macros.pages.templating import render, root_from
from macros.pages.wording import paragraph_range, paragraphs_in_text
from macros.record.archive import Body
from macros.record.body import AppealTo
from macros.texts.alphabet import alphabetical

KIND = "Anslag"
BOARD = Link("Anslagstavla", addresses.NOTICE_BOARD)


@dataclass(frozen=True)
class NoticeLine:
    """A notice in a list, with the paragraphs under it that can still be appealed."""

    notice: Posted
    title: str
    open: Sequence[Decided] = ()


@dataclass(frozen=True)
class Board:
    """The board of a municipality: which of its bodies have the official one here, where the others have it."""

    municipality: str
    lines: tuple[NoticeLine, ...]
    official: bool
    elsewhere: str | None
    announcements: str | None


@dataclass(frozen=True)
class Kinds:
    """The paragraphs of a notice by how they can be appealed, as ranges; empty where there are none.

    `none` are those that cannot be appealed, each range with why.
    """

    review: str
    administrative: str
    none: tuple[tuple[str, str], ...]
    prepares: str
    unclear: str
    withheld: str


def pages(facts: Day, inputs: Inputs) -> Iterator[Promise]:
    """The board, its archive, and a page for each notice, whether it is up or not: its address stays."""
    yield Promise(addresses.NOTICE_BOARD, KIND, partial(_board, facts))
    yield Promise(addresses.NOTICE_ARCHIVE, KIND, partial(_archive, facts))
    for notice in facts.notices.all:
        yield Promise(notice.address, KIND, partial(_page, facts, notice), (inputs.notice(notice),))


def title_of(notice: Posted) -> str:
    """What a notice announces: "Protokoll 22 oktober 2026, §§ 42–47"; of a joint board, also on whose board."""
    if notice.delegated is not None:
        return notice.delegated.header.title
    assert notice.meeting is not None
    assert notice.approval is not None
    where = f", {notice.municipality}" if notice.elsewhere else ""
    return f"Protokoll {wording.plain_dates(notice.meeting.days)}, {paragraph_range(notice.approval.paragraphs)}{where}"


def _board(facts: Day) -> Page:
    by_place: dict[str, list[Posted]] = defaultdict(list)
    for notice in facts.notices.up:
        by_place[notice.municipality].append(notice)
    bodies: dict[str, list[Body]] = defaultdict(list)
    for body in facts.archive.bodies:
        if body.header.notice_board is not None or facts.notices.has_any(body):
            bodies[body.header.municipality].append(body)
    names = sorted({*by_place, *bodies}, key=alphabetical)
    return record_page.page(
        facts,
        "notice_board.html",
        addresses.NOTICE_BOARD,
        "Anslagstavla",
        "Justerade protokoll och andra anslag som är uppe, med sista dag att överklaga.",
        [record_page.START],
        KIND,
        found=record_page.found_list(facts),
        dated=True,
        alternates=subscriptions.NOTICES,
        boards=[_of_municipality(facts, name, by_place[name], bodies[name]) for name in names],
        down=bool(facts.notices.down),
    )


def _of_municipality(facts: Day, name: str, notices: list[Posted], bodies: list[Body]) -> Board:
    official = bool(bodies) and all(body.header.notice_board and body.header.notice_board.official for body in bodies)
    elsewhere = next((found for body in bodies if (found := official_address(body))), None)
    announcements = next((found for body in bodies if (found := announced_at(body))), None)
    lines = tuple(
        NoticeLine(notice, title_of(notice), still_open(facts.minutes.announced_by(notice), facts.today))
        for notice in notices
    )
    return Board(name, lines, official, elsewhere, announcements)


def official_address(body: Body) -> str | None:
    """Where the official board is, when it is not here."""
    board = body.header.notice_board
    return board.address if board is not None and not board.official else None


def announced_at(body: Body) -> str | None:
    """Where the municipality tells what this board is not for, such as plans and building permits."""
    board = body.header.notice_board
    return (board.announcements or official_address(body)) if board else None


def _archive(facts: Day) -> Page:
    lines = [NoticeLine(notice, title_of(notice)) for notice in facts.notices.down]
    years = [(year, list(found)) for year, found in groupby(lines, lambda line: line.notice.posted.year)]
    return record_page.page(
        facts,
        "notice_archive.html",
        addresses.NOTICE_ARCHIVE,
        "Nedtagna anslag",
        "Anslag som har varit uppe, med dagarna då de sattes upp och togs ned.",
        [record_page.START, BOARD],
        KIND,
        found=record_page.found_list(facts),
        dated=True,
        crumb="Arkiv",
        years=years,
    )


def _page(facts: Day, notice: Posted) -> Page:
    body, title = notice.body, title_of(notice)
    board, decided = body.header.notice_board, facts.minutes.announced_by(notice)
    kinds = kinds_of(decided)
    return record_page.page(
        facts,
        "notice.html",
        notice.address,
        title,
        f"Anslag för {notice.body_name}, uppe till och med {wording.plain_day(notice.last_day.date)}.",
        [record_page.START, BOARD],
        KIND,
        dated=facts.matters_to(notice.document),
        on=notice.posted,
        title=f"Anslag: {title} – {facts.name(body, notice.posted)}",
        found=Found(
            KIND,
            record_page.found_under(facts, body, notice.posted),
            notice.posted,
            matter=notice.meeting.address if notice.meeting else None,
        ),
        body=body,
        printed=printed_of(notice.address, "Anslaget"),
        notice=notice,
        state=states.notice_state(notice, facts.today),
        up=notice.is_up(facts.today),
        past=facts.today > notice.last_day.date,
        coming=notice.posted > facts.today,
        official=board is not None and board.official,
        elsewhere=official_address(body),
        removed_early=notice.removed_early,
        decided=decided,
        corrections={one.number: facts.minutes.corrected(one) for one in decided},
        part=next((one.part for one in decided if one.is_approved), None),
        named=naming(facts, body, notice.meeting.date if notice.meeting else notice.posted, root_from(notice.address)),
        reviewable=notice.is_reviewable,
        can_be_appealed=notice.is_reviewable or bool(kinds.administrative),
        kinds=kinds,
        court=court_of(body),
        numbers=paragraph_range(notice.approval.paragraphs) if notice.approval else "",
        minutes=Link("Protokollet", addresses.minutes(body.id, notice.meeting.id)) if notice.meeting else None,
        text=record_page.text_of(notice.delegated.document, notice.address, title) if notice.delegated else "",
    )


def court_of(body: Body) -> AppealTo | None:
    """The court that an appeal is sent to, if the record knows it."""
    return body.header.appeal_to


def kinds_of(decided: Sequence[Decided]) -> Kinds:
    """The paragraphs by kind of appeal; how one that is not shown can be appealed is not told either."""
    numbers: dict[Way | None, list[int]] = defaultdict(list)
    for one in decided:
        numbers[one.way if one.is_shown else None].append(one.number)
    said = {way: paragraphs_in_text(found) for way, found in numbers.items()}
    reasons: dict[str, list[int]] = defaultdict(list)
    for one in decided:
        if one.is_shown and one.way is Way.IMPOSSIBLE:
            reasons[WHY_IMPOSSIBLE[one.paragraph.outcome]].append(one.number)
    return Kinds(
        said.get(Way.REVIEW, ""),
        said.get(Way.ADMINISTRATIVE, ""),
        tuple((paragraphs_in_text(found), why) for why, found in reasons.items()),
        said.get(Way.PREPARES, ""),
        said.get(Way.UNCLEAR, ""),
        said.get(None, ""),
    )


DATA = "anslag.json"
FRAGMENT = f"{addresses.NOTICE_BOARD}fragment.html"


def board_data(facts: Day, site_url: str) -> str:
    """The text of `anslag.json`; its links are whole, since it is read on other sites."""
    root = f"{site_url.rstrip('/')}/"
    told = [_told(notice, root) for notice in facts.notices.up]
    data = {"dag": facts.today.isoformat(), "anslagstavla": root + addresses.NOTICE_BOARD, "anslag": told}
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def board_fragment(facts: Day, site_url: str) -> str:
    """The page for other sites, with whole links too."""
    root = f"{site_url.rstrip('/')}/"
    rows = [(_told(notice, root), notice) for notice in facts.notices.up]
    board = root + addresses.NOTICE_BOARD
    return f"{render('notice_fragment.html', rows=rows, board=board, today=facts.today)}\n"


def _told(notice: Posted, root: str) -> dict[str, Any]:
    """A notice that is up, with Swedish keys; dates are ÅÅÅÅ-MM-DD, and null where there is nothing to say."""
    reviewable = notice.is_reviewable
    return {
        "adress": root + notice.address,
        "rubrik": title_of(notice),
        "organ": notice.body_name,
        "kommun": notice.municipality,
        "sammanträde": _day(notice.meeting.date if notice.meeting else None),
        "paragrafer": list(notice.approval.paragraphs) if notice.approval else [],
        "justerat": _day(notice.approved),
        "anslaget": _day(notice.posted),
        "uppe_till_och_med": _day(notice.last_day.date),
        "sista_dag_för_överklagande": _day(notice.last_day.date if reviewable else None),
        "tas_ned_tidigast": _day(notice.earliest_removal),
        "laga_kraft_tidigast": _day(notice.earliest_laga_kraft if reviewable else None),
        "förvaras": notice.kept_at,
    }


def _day(day: dt.date | None) -> str | None:
    return day.isoformat() if day else None
