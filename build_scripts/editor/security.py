"""Keeps everybody else out: only this machine, only who was given the start address, only our own pages.

A page on the web can make a browser ask 127.0.0.1, also under a name of its own that it has pointed here. Therefore the
`Host` is held against our own address on every question, the `Origin` on everything that changes something, and nothing
is answered without a cookie that other sites' questions do not carry.
"""

from __future__ import annotations

import secrets
import sys
import traceback
from collections.abc import Callable, Collection
from http.cookies import CookieError, SimpleCookie
from urllib.parse import parse_qs

from starlette.datastructures import Headers
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request
from starlette.responses import RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

HOST = "127.0.0.1"
KEY = "nyckel"
LARGEST_POST = 4 * 1024 * 1024
"""Bytes of a form."""

LARGEST_UPLOAD = 100 * 1024 * 1024
"""Bytes of a form with files, where files may be sent."""

HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
        "connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    # Not "no-referrer": browsers then send `Origin: null` with our own forms.
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Frame-Options": "DENY",
}


FAULT = "Ett fel i programmet hindrade svaret. Inget är sparat; felet står i terminalen."


class Gate:
    """Stands before the application; `refusal` makes the page that says no, from a status and a sentence.

    `uploads` are the addresses that files may be sent to.
    """

    def __init__(
        self, app: ASGIApp, port: int, refusal: Callable[[int, str], Response], uploads: Collection[str] = ()
    ) -> None:
        self.app = app
        self.uploads = frozenset(uploads)
        self.host = f"{HOST}:{port}"
        self.origin = f"http://{self.host}"
        self.cookie = f"klubbat-{port}"
        self.refusal = refusal
        self.key = secrets.token_urlsafe(32)
        self.session = secrets.token_urlsafe(32)

    @property
    def start_address(self) -> str:
        """The address that lets the one who started the program in."""
        return f"{self.origin}/?{KEY}={self.key}"

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answers, or lets the application answer."""
        if scope["type"] != "http":
            if scope["type"] == "lifespan":
                await self.app(scope, receive, send)
            return
        began = False

        async def sending(message: Message) -> None:
            nonlocal began
            if message["type"] == "http.response.start":
                began = True
                told = HEADERS | {"Cache-Control": _kept(scope["path"], message["status"])}
                own = [(name.lower().encode(), value.encode()) for name, value in told.items()]
                message = {**message, "headers": [*message.get("headers", ()), *own]}
            await send(message)

        try:
            answer = self._judged(scope)
            if answer is not None:
                await answer(scope, receive, sending)
            else:
                most = LARGEST_UPLOAD if scope["path"] in self.uploads else LARGEST_POST
                await self.app(scope, _limited(receive, most), sending)
        except ClientDisconnect:
            # Whoever asked is gone in the middle of the form: there is nobody to answer, and nothing is saved.
            return
        except Exception:
            # Whatever fails in one request is told to the one who asked; the forms go on.
            traceback.print_exc(file=sys.stderr)
            if not began:
                await self.refusal(500, FAULT)(scope, receive, sending)

    def _judged(self, scope: Scope) -> Response | None:
        """The answer to what may not pass, or to the start address; None lets it pass."""
        headers = Headers(scope=scope)
        if headers.getlist("host") != [self.host]:
            return self.refusal(403, f"Sidan finns bara på {self.origin}/.")
        if scope["method"] not in ("GET", "HEAD") and headers.getlist("origin") != [self.origin]:
            return self.refusal(403, "Formuläret skickades inte från en av redigerarens egna sidor. Inget är ändrat.")
        given = parse_qs(scope["query_string"].decode("latin-1")).get(KEY, [""])[0]
        if scope["method"] == "GET" and scope["path"] == "/" and given:
            if not secrets.compare_digest(given.encode(), self.key.encode()):
                return self.refusal(403, "Nyckeln i adressen gäller inte. Använd adressen som står i terminalen.")
            answer = RedirectResponse("/", 303)
            answer.set_cookie(self.cookie, self.session, httponly=True, samesite="strict", path="/")
            return answer
        if not secrets.compare_digest(self._shown(Request(scope)).encode(), self.session.encode()):
            return self.refusal(403, "Öppna adressen som står i terminalen, med sin nyckel.")
        return None

    def _shown(self, request: Request) -> str:
        try:
            return SimpleCookie(request.headers.get("cookie", ""))[self.cookie].value
        except (CookieError, KeyError):
            return ""


def _kept(path: str, status: int) -> str:
    """How long the browser may keep an answer: pages never, for they hold what is not public, and files until they are others.

    The typeface a day: one that comes a tenth of a second late is not shown, and each page had letters of its own.
    """
    if status >= 400 or not path.startswith(("/assets/", "/redigerare/")):
        return "no-store"
    return "private, max-age=86400" if path.startswith("/assets/fonts/") else "no-cache"


def _limited(receive: Receive, most: int) -> Receive:
    """Counts what is sent, whatever its headers say of its length; raises when it is more than a form can hold."""
    got = 0

    async def receiving() -> Message:
        nonlocal got
        message = await receive()
        got += len(message.get("body", b""))
        if got > most:
            raise HTTPException(413)
        return message

    return receiving
