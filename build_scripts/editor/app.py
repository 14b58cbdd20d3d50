"""The editor as a web application: which address shows what. Everything stands behind the gate of `security`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from build_scripts.editor.documents import Unknown, normal
from build_scripts.editor.editor import Editor
from build_scripts.editor.form.posting import Form, read
from build_scripts.editor.header.spans import NotEditable
from build_scripts.editor.pages import editing, making, preview, start, whole
from build_scripts.editor.security import FAULT, TOO_LARGE, Gate, TooLarge
from build_scripts.editor.templating import DISCARD, EDIT, HISTORY, NEW, PREVIEW, START, TEXT, refusal
from build_scripts.project import WrongUse

_STATIC = Path(__file__).parent / "static"


@dataclass(frozen=True)
class Query:
    """What an address asks for: its parameters, letters joined."""

    values: Mapping[str, str]

    def get(self, name: str) -> str:
        """A parameter; empty where it is not given."""
        return normal(self.values.get(name, ""))

    @property
    def path(self) -> str:
        """The file that the page is about."""
        return self.get("fil")

    @property
    def new(self) -> tuple[str, str, str]:
        """What is to be made, for which body, and for which of its meetings."""
        return self.get("vad"), self.get("organ"), self.get("sammantrade")


def _query(request: Request) -> Query:
    return Query({**request.query_params, **request.path_params})


def _get(address: str, answer: Callable[[Query], Response]) -> Route:
    async def endpoint(request: Request) -> Response:
        return await run_in_threadpool(answer, _query(request))

    return Route(address, endpoint, methods=["GET"])


def _post(address: str, answer: Callable[[Query, Form], Response]) -> Route:
    async def endpoint(request: Request) -> Response:
        return await run_in_threadpool(answer, _query(request), await read(request))

    return Route(address, endpoint, methods=["POST"])


def application(editor: Editor, port: int) -> Gate:
    """The application behind its gate; `start_address` of the gate lets in the one who started it."""
    routes = [
        _get(START, lambda asked: start.show(editor, asked.get("organ"), asked.get("ar"))),
        _get(
            EDIT,
            lambda asked: editing.show(
                editor, asked.path, bool(asked.get("utkast")), asked.get("sparat"), asked.get("annat")
            ),
        ),
        _post(EDIT, lambda asked, form: editing.act(editor, asked.path, form)),
        _post(DISCARD, lambda asked, form: editing.discard(editor, asked.path)),
        _post(PREVIEW, lambda asked, form: preview.show(editor, asked.path, form)),
        _get(TEXT, lambda asked: whole.show(editor, asked.path, bool(asked.get("utkast")))),
        _post(TEXT, lambda asked, form: whole.act(editor, asked.path, form)),
        _get(HISTORY, lambda asked: whole.history(editor, asked.path)),
        _get(f"{NEW}/{{vad}}", lambda asked: making.ask(editor, *asked.new, Form({}, {}))),
        _post(f"{NEW}/{{vad}}", lambda asked, form: making.create(editor, *asked.new, form)),
        Mount("/assets", StaticFiles(directory=editor.assets)),
        Mount("/redigerare", StaticFiles(directory=_STATIC)),
    ]
    handlers: dict[Any, Callable[[Request, Exception], Response]] = {
        Unknown: lambda request, error: refusal(404, "Filen finns inte i arkivet, eller kan inte redigeras här."),
        WrongUse: lambda request, error: refusal(400, str(error)),
        NotEditable: lambda request, error: refusal(422, f"Inget är sparat. {error}"),
        TooLarge: lambda request, error: refusal(413, TOO_LARGE),
        HTTPException: _http,
        500: lambda request, error: refusal(500, FAULT),
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
