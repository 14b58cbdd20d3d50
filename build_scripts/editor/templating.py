"""The editor's own pages: their addresses, and templates that escape every value and stop at a name that is missing."""

from __future__ import annotations

from collections.abc import Sequence
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from jinja2 import Environment, PackageLoader, StrictUndefined
from starlette.responses import HTMLResponse, RedirectResponse

from build_scripts.editor.desk_words import in_desk_words
from build_scripts.editor.form.windows import Conflict
from macros.dates import written
from macros.finding import Finding
from macros.record.home import RECORD
from macros.record.layout import is_meeting_id

START = "/"
EDIT = "/redigera"
TEXT = "/text"
PREVIEW = "/forhandsvisning"
PROSE = "/visa-text"
HISTORY = "/historik"
DISCARD = "/kasta-utkast"
NEW = "/nytt"
SEND = "/skicka"
MEETING = "/sammantrade"
MEETINGS = "/sammantraden"
FILES = "/filer"
FINDINGS = "/fynd"
DAY = "/dag"
DO = "/gor"
REVIEW = "/granska"
LETTERS = "/brev"
LETTER = "/brev/fil"
PACKET = "/paket"
SPLIT = "/paket/delning"
PACKET_PAGE = "/paket/sida"
ASSIGNMENTS = "/uppdrag"
SITE_TEXT = "/sidtext"
CHOOSE = "/organ"
PICTURE = "/granska/sida"

PLACES = {START: "I dag", MEETINGS: "Sammanträden", FILES: "Alla filer"}
"""The desk's three places, and what they are called."""

IN_HEADER: ContextVar[object] = ContextVar("IN_HEADER", default=None)
"""What the header of the page that is being answered says besides the places; nothing outside the application."""

_environment = Environment(
    loader=PackageLoader("build_scripts.editor"),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
    auto_reload=False,
)


def at(address: str, path: str, **more: str) -> str:
    """A page about the file at this path."""
    return f"{address}?{urlencode({'fil': path, **more})}"


def place_of(path: str) -> str:
    """The desk's place that the page of a file belongs to."""
    parts = path.split("/")
    return MEETINGS if parts[0] == RECORD and len(parts) > 3 and is_meeting_id(parts[2]) else FILES


def meeting_at(body_id: str, meeting_id: str) -> str:
    """The page of a meeting."""
    return f"{MEETING}?{urlencode({'organ': body_id, 'id': meeting_id})}"


def new_at(what: str, body_id: str, **known: str) -> str:
    """The page that makes something for a body, with what is known already: the meeting, and answers."""
    return f"{NEW}/{what}?{urlencode({'organ': body_id, **known})}"


def task_at(what: str, body_id: str, meeting_id: str = "", item: str = "", **known: str) -> str:
    """The page of a task, with what it is done with and what is known already."""
    named = {"organ": body_id, "sammantrade": meeting_id, "arende": item}
    return f"{DO}/{what}?{urlencode({name: value for name, value in named.items() if value} | known)}"


def review_at(body_id: str, meeting_id: str, path: str = "") -> str:
    """The page where a meeting's attachments are read, or one of them."""
    return f"{REVIEW}?{urlencode({'organ': body_id, 'sammantrade': meeting_id} | ({'fil': path} if path else {}))}"


def packet_at(body_id: str, meeting: str, packet: str) -> str:
    """The page with a packet's split."""
    return f"{SPLIT}?{urlencode({'organ': body_id, 'sammantrade': meeting, 'paket': packet})}"


def picture_at(body_id: str, meeting_id: str, path: str, number: int) -> str:
    """The picture of a page of an attachment."""
    return f"{PICTURE}?{urlencode({'organ': body_id, 'sammantrade': meeting_id, 'fil': path, 'sida': number})}"


def saved_at(path: str, how: str, **more: str) -> RedirectResponse:
    """The way to the saved file, which tells `how` it was saved."""
    return RedirectResponse(at(EDIT, path, sparat=how, **more), 303)


_environment.filters["desk"] = in_desk_words
_environment.globals |= {
    "PLACES": PLACES,
    "in_header": IN_HEADER.get,
    "at": at,
    "capital": written.capital,
    "date": written.date,
    "day_sign": written.day_sign,
    "meeting_at": meeting_at,
    "month": written.month,
    "month_sign": written.month_sign,
    "new_at": new_at,
    "place_of": place_of,
    "review_at": review_at,
    "task_at": task_at,
    "weekday_date": written.weekday_date,
    "weekday_sign": written.weekday_sign,
}


@dataclass
class PageNotes:
    """What a page says besides the form itself.

    `kind` is fel, bra or lugn. `listed` are sentences that lead to a field by its name. `differs` shows the saved text
    beside the form's; `draft` says that there is one; `may_stand`
    that what the guard asks about may be let stand; `focus` is where the writer goes on. `said` is what git
    answered, word by word, for whoever helps the writer.
    """

    here: Sequence[Finding] = ()
    elsewhere: Sequence[Finding] = ()
    heading: str = ""
    lines: Sequence[str] = ()
    kind: str = "lugn"
    status: int = 200
    listed: Sequence[tuple[str, str]] = ()
    conflicts: Sequence[Conflict] = ()
    differs: bool = False
    draft: bool = False
    may_stand: bool = False
    focus: str = ""
    said: str = ""


def page(template: str, status: int = 200, **values: Any) -> HTMLResponse:
    """A page of the editor."""
    return HTMLResponse(_environment.get_template(template).render(values), status)


def answer(
    heading: str,
    sentence: str,
    status: int = 200,
    lines: Sequence[str] = (),
    links: Sequence[tuple[str, str]] = (),
    text: str = "",
) -> HTMLResponse:
    """A page that only says something; `links` are words and addresses, and `text` is shown as it is written."""
    return page("besked.html", status, heading=heading, sentence=sentence, lines=lines, links=links, text=text)


def refusal(status: int, sentence: str) -> HTMLResponse:
    """A page that says why something is not done."""
    return answer("Det gick inte", sentence, status)
