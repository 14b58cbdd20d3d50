"""The editor as a web application: which address shows what. Everything stands behind the gate of `security`."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from build_scripts.editor.desk_words import desk_sentence
from build_scripts.editor.editor import Editor
from build_scripts.editor.form.posting import Form, asked, read
from build_scripts.editor.frame import Framed, choose, frame
from build_scripts.editor.header.spans import NotEditable
from build_scripts.editor.pages import (
    assignments,
    day,
    doing,
    editing,
    file_text,
    files,
    findings,
    making,
    meeting,
    meetings,
    preview,
    reviewing,
    sending,
    site_texts,
    today,
)
from build_scripts.editor.security import FAULT, Gate
from build_scripts.editor.stored import Unknown
from build_scripts.editor.templating import (
    ASSIGNMENTS,
    CHOOSE,
    DAY,
    DISCARD,
    DO,
    EDIT,
    FILES,
    FINDINGS,
    HISTORY,
    LETTER,
    LETTERS,
    MEETING,
    MEETINGS,
    NEW,
    PACKET,
    PACKET_PAGE,
    PICTURE,
    PREVIEW,
    PROSE,
    REVIEW,
    SEND,
    SITE_TEXT,
    SPLIT,
    START,
    TEXT,
    refusal,
)
from build_scripts.project import WrongUse

_STATIC = Path(__file__).parent / "static"


def _later(module: str, page: str) -> Callable[..., Response]:
    """A page whose libraries are loaded when somebody first asks for it: they take longer than all the rest."""

    def answer(*given: object) -> Response:
        found: Response = getattr(import_module(f"build_scripts.editor.pages.{module}"), page)(*given)
        return found

    return answer


UPLOADS = (PACKET, *(f"{DO}/{what}" for what in ("bilaga", "ersatt-bilaga")))
"""The addresses that files may be sent to."""


def _get(address: str, answer: Callable[[Form], Response]) -> Route:
    async def endpoint(request: Request) -> Response:
        return await run_in_threadpool(answer, asked(request))

    return Route(address, endpoint, methods=["GET"])


def _place(address: str, editor: Editor, answer: Callable[[Form, str], Response]) -> Route:
    """A place of the desk: it shows the body that its address names, else the one that is chosen in the header."""

    async def endpoint(request: Request) -> Response:
        of = asked(request)
        chosen = of.text("organ") or await run_in_threadpool(lambda: frame(editor, request).chosen_id)
        return await run_in_threadpool(answer, of, chosen)

    return Route(address, endpoint, methods=["GET"])


def _post(address: str, answer: Callable[[Form, Form], Response]) -> Route:
    async def endpoint(request: Request) -> Response:
        return await run_in_threadpool(answer, asked(request), await read(request))

    return Route(address, endpoint, methods=["POST"])


def application(editor: Editor, port: int) -> Gate:
    """The application behind its gate; `start_address` of the gate lets in the one who started it."""
    routes = [
        _place(START, editor, lambda of, body_id: today.show(editor, body_id)),
        _place(MEETINGS, editor, lambda of, body_id: meetings.show(editor, body_id, of.text("ar"))),
        _get(MEETING, lambda of: meeting.show(editor, of)),
        _place(FILES, editor, lambda of, body_id: files.show(editor, body_id, of.text("ar"))),
        _post(CHOOSE, lambda of, form: choose(editor, form)),
        _get(FINDINGS, lambda of: findings.show(editor)),
        _get(EDIT, lambda of: editing.show(editor, of)),
        _post(EDIT, lambda of, form: editing.act(editor, of.path, form)),
        _post(DISCARD, lambda of, form: editing.discard(editor, of.path)),
        _post(PREVIEW, lambda of, form: preview.show(editor, of.path, form)),
        _post(PROSE, lambda of, form: preview.prose_of(form)),
        _get(TEXT, lambda of: file_text.show(editor, of.path, bool(of.text("utkast")))),
        _post(TEXT, lambda of, form: file_text.act(editor, of.path, form)),
        _get(HISTORY, lambda of: file_text.history(editor, of.path)),
        _get(DAY, lambda of: day.show(of)),
        _get(SEND, lambda of: sending.ask(editor)),
        _post(SEND, lambda of, form: sending.act(editor, form)),
        _get(f"{NEW}/{{vad}}", lambda of: making.ask(editor, of, of)),
        _post(f"{NEW}/{{vad}}", lambda of, form: making.create(editor, of, form)),
        _get(f"{DO}/{{vad}}", lambda of: doing.ask(editor, of, Form({}, {}))),
        _post(f"{DO}/{{vad}}", lambda of, form: doing.act(editor, of, form)),
        _get(REVIEW, lambda of: reviewing.show(editor, of)),
        _post(REVIEW, lambda of, form: reviewing.act(editor, of, form)),
        _get(PICTURE, lambda of: reviewing.image(editor, of)),
        _get(LETTERS, lambda of: _later("letters", "show")(editor, of)),
        _get(f"{LETTER}/{{namn}}", lambda of: _later("letters", "take")(editor, of)),
        _get(SITE_TEXT, lambda of: site_texts.show(editor, of)),
        _post(SITE_TEXT, lambda of, form: site_texts.act(editor, of, form)),
        _get(ASSIGNMENTS, lambda of: assignments.show(editor, of)),
        _get(PACKET, lambda of: _later("packet", "ask")(editor, of)),
        _post(PACKET, lambda of, form: _later("packet", "receive")(editor, of, form)),
        _get(SPLIT, lambda of: _later("packet", "split")(editor, of, Form({}, {}))),
        _post(SPLIT, lambda of, form: _later("packet", "act")(editor, of, form)),
        _get(PACKET_PAGE, lambda of: _later("packet", "image")(editor, of)),
        Mount("/assets", StaticFiles(directory=editor.assets)),
        Mount("/redigerare", StaticFiles(directory=_STATIC)),
    ]
    handlers: dict[Any, Callable[[Request, Exception], Response]] = {
        Unknown: lambda request, error: refusal(404, "Filen finns inte i arkivet, eller kan inte redigeras här."),
        WrongUse: lambda request, error: refusal(400, desk_sentence(str(error))),
        NotEditable: lambda request, error: refusal(422, f"Inget är sparat. {error}"),
        HTTPException: _http,
        # Whoever asked is gone in the middle of the form: nothing is saved, and no fault is told.
        ClientDisconnect: lambda request, error: refusal(400, _SENTENCES[400]),
        500: lambda request, error: refusal(500, FAULT),
    }
    app = Framed(Starlette(routes=routes, exception_handlers=handlers), editor)
    return Gate(app, port, refusal, UPLOADS)


_SENTENCES = {
    400: "Formuläret kunde inte läsas.",
    404: "Sidan finns inte i redigeraren.",
    413: "Det som skickades är för stort för ett formulär.",
    405: "Sidan kan inte öppnas på det sättet.",
}


def _http(request: Request, error: Exception) -> Response:
    status = error.status_code if isinstance(error, HTTPException) else 500
    return refusal(status, _SENTENCES.get(status, "Det gick inte."))
