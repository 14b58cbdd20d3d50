"""The editor as a web application: which address shows what. Everything stands behind the gate of `security`."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from build_scripts.editor import addresses, drafts, editing, making, start, whole
from build_scripts.editor.documents import Unknown, normal, stored
from build_scripts.editor.editor import Editor
from build_scripts.editor.posting import Form, read
from build_scripts.editor.security import Gate, TooLarge
from build_scripts.editor.spans import NotEditable
from build_scripts.editor.templating import refusal
from build_scripts.project import WrongUse

_EMPTY = Form({}, {})
_STATIC = Path(__file__).parent / "static"


def application(editor: Editor, port: int) -> Gate:
    """The application behind its gate; `start_address` of the gate lets in the one who started it."""

    def route(address: str, methods: list[str], answer: Callable[[Request, Form], Response]) -> Route:
        async def endpoint(request: Request) -> Response:
            form = await read(request) if request.method == "POST" else _EMPTY
            return await run_in_threadpool(answer, request, form)

        return Route(address, endpoint, methods=methods)

    def path(request: Request) -> str:
        return normal(request.query_params.get("fil", ""))

    def given(request: Request, name: str) -> str:
        return normal(request.query_params.get(name, ""))

    def discard(request: Request, form: Form) -> Response:
        now = stored(editor.root, path(request))
        with editor.lock:
            drafts.drop(editor.root, now.path)
        return RedirectResponse(addresses.at(addresses.EDIT, now.path, sparat="kastat"), 303)

    def new(request: Request, form: Form, act: Callable[..., Response]) -> Response:
        return act(editor, request.path_params["vad"], given(request, "organ"), given(request, "sammantrade"), form)

    routes = [
        route("/", ["GET"], lambda request, form: start.show(editor)),
        route(
            addresses.EDIT,
            ["GET"],
            lambda request, form: editing.show(
                editor, path(request), bool(given(request, "utkast")), given(request, "sparat")
            ),
        ),
        route(addresses.EDIT, ["POST"], lambda request, form: editing.act(editor, path(request), form)),
        route(addresses.PREVIEW, ["POST"], lambda request, form: editing.preview(editor, path(request), form)),
        route(
            addresses.TEXT,
            ["GET"],
            lambda request, form: whole.show(editor, path(request), bool(given(request, "utkast"))),
        ),
        route(addresses.TEXT, ["POST"], lambda request, form: whole.act(editor, path(request), form)),
        route(addresses.HISTORY, ["GET"], lambda request, form: start.history(editor, path(request))),
        route(addresses.DISCARD, ["POST"], discard),
        route(f"{addresses.NEW}/{{vad}}", ["GET"], lambda request, form: new(request, form, making.ask)),
        route(f"{addresses.NEW}/{{vad}}", ["POST"], lambda request, form: new(request, form, making.create)),
        Mount("/assets", StaticFiles(directory=editor.assets)),
        Mount("/redigerare", StaticFiles(directory=_STATIC)),
    ]
    handlers: dict[Any, Callable[[Request, Exception], Response]] = {
        Unknown: lambda request, error: refusal(404, "Filen finns inte i arkivet, eller kan inte redigeras här."),
        WrongUse: lambda request, error: refusal(400, str(error)),
        NotEditable: lambda request, error: refusal(422, f"Inget är sparat. {error}"),
        TooLarge: lambda request, error: refusal(413, "Det som skickades är för stort för ett formulär."),
        HTTPException: _http,
        500: lambda request, error: refusal(
            500, "Ett fel i programmet hindrade svaret. Inget är sparat; felet står i terminalen."
        ),
    }
    return Gate(Starlette(routes=routes, exception_handlers=handlers), port, refusal)


_SENTENCES = {
    400: "Formuläret kunde inte läsas.",
    404: "Sidan finns inte i redigeraren.",
    405: "Sidan kan inte öppnas på det sättet.",
}


def _http(request: Request, error: Exception) -> Response:
    status = error.status_code if isinstance(error, HTTPException) else 500
    return refusal(status, _SENTENCES.get(status, "Det gick inte."))
