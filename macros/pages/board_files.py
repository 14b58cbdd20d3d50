"""What the notice board gives other sites: `anslag.json`, and a page of its own to put into a frame or include."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator
from typing import Any

from macros import addresses
from macros.facts.day import Day
from macros.facts.notices import Posted
from macros.pages.notice_board import title_of
from macros.pages.templating import render

DATA = "anslag.json"
FRAGMENT = f"{addresses.NOTICE_BOARD}fragment.html"


def notice_files(facts: Day, site_url: str) -> Iterator[tuple[str, str]]:
    """(address, text) of the files; their links are whole, since they are read on other sites."""
    root = f"{site_url.rstrip('/')}/"
    board = root + addresses.NOTICE_BOARD
    rows = [(_told(notice, root), notice) for notice in facts.notices.up]
    data = {"dag": facts.today.isoformat(), "anslagstavla": board, "anslag": [told for told, _ in rows]}
    yield DATA, json.dumps(data, ensure_ascii=False, indent=1) + "\n"
    yield FRAGMENT, f"{render('notice_fragment.html', rows=rows, board=board, today=facts.today)}\n"


def _told(notice: Posted, root: str) -> dict[str, Any]:
    """A notice that is up, with Swedish keys; dates are ÅÅÅÅ-MM-DD, and null where there is nothing to say."""
    reviewable = notice.is_reviewable
    return {
        "adress": root + notice.address,
        "rubrik": title_of(notice),
        "organ": notice.body.name,
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
