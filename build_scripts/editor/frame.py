"""What stands in the header of every page: whose work is shown, and how many changes wait to be sent."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from starlette.datastructures import QueryParams
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

from build_scripts.editor.editor import Editor
from build_scripts.editor.form.posting import Form
from build_scripts.editor.pages.outgoing import waiting
from build_scripts.editor.stored import Unknown
from build_scripts.editor.templating import IN_HEADER, PLACES
from build_scripts.git import GitFailed
from build_scripts.site.sending import can_be_sent
from macros.record.archive import Body
from macros.record.home import RECORD

COOKIE = "klubbat-organ"
A_YEAR = 365 * 24 * 3600


@dataclass(frozen=True)
class DeskHeader:
    """The header of a page, worked out when the page is shown.

    `named` is the id of the body that the page's address names, `remembered` of the one that was chosen before; empty for none.
    """

    editor: Editor
    named: str
    remembered: str

    @cached_property
    def followed(self) -> list[Body]:
        """The bodies whose work goes on."""
        return followed(self.editor)

    @property
    def chosen(self) -> Body | None:
        """The body whose work is shown; None for that of all, as where the chosen one is no longer there or followed."""
        if self.named:
            return self.editor.saved().archive.body(self.named)
        return next((body for body in self.followed if body.id == self.remembered), None)

    @property
    def chosen_id(self) -> str:
        """Its id; empty for all."""
        return self.chosen.id if self.chosen else ""

    @cached_property
    def can_send(self) -> bool:
        """Whether there is somewhere to send to."""
        return can_be_sent(self.editor.root)

    @cached_property
    def waiting(self) -> int | None:
        """How many changed files everybody would get; None where that cannot be told."""
        try:
            paths = waiting(self.editor.root)
        except GitFailed:
            # Why git does not answer is told by the page that asks it for more.
            return None
        return None if paths is None else len(paths)


class Framed:
    """Gives every page of the application its header."""

    def __init__(self, app: ASGIApp, editor: Editor) -> None:
        self.app = app
        self.editor = editor

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answers within the header that the question asks for."""
        before = IN_HEADER.set(frame(self.editor, Request(scope)))
        try:
            await self.app(scope, receive, send)
        finally:
            IN_HEADER.reset(before)


def followed(editor: Editor) -> list[Body]:
    """The bodies whose work goes on."""
    return [body for body in editor.saved().archive.bodies if not body.header.historical]


def frame(editor: Editor, request: Request) -> DeskHeader:
    """The header of the page that is asked for."""
    return DeskHeader(editor, _named(request.query_params), request.cookies.get(COOKIE, ""))


def _named(asked: QueryParams) -> str:
    """The id of the body whose things a page is about: it is said (`organ`), or the page is about one of its files (`fil`)."""
    below = asked.get("fil", "").split("/")
    return asked.get("organ", "") or (below[1] if below[0] == RECORD and len(below) > 2 else "")


def choose(editor: Editor, form: Form) -> Response:
    """Shows the work of one body from now on, or of all, in the place that the writer stood in."""
    body_id, place = form.text("organ"), form.text("plats")
    if place not in PLACES or body_id not in ("", *(body.id for body in followed(editor))):
        raise Unknown(body_id)
    answer = RedirectResponse(place, 303)
    answer.set_cookie(COOKIE, body_id, max_age=A_YEAR, httponly=True, samesite="strict", path="/")
    return answer
