"""A published site where it is shown: in a folder, or at an address as anybody meets it."""

from __future__ import annotations

import re
from collections.abc import Collection
from contextlib import suppress
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException, HTTPMessage, HTTPResponse, HTTPSConnection
from pathlib import Path
from socket import SHUT_RDWR
from threading import Event, Timer
from time import monotonic
from typing import IO, Protocol
from urllib.error import HTTPError
from urllib.parse import quote, urlsplit
from urllib.request import HTTPHandler, HTTPRedirectHandler, HTTPSHandler, Request, build_opener

from build_scripts.kept.listing import found, strange
from build_scripts.project import WrongUse

SECONDS = 30
"""How long a server may be silent."""

MOST_SECONDS = 300
"""How long it may take to send one file, and what is said before it, however evenly either drips."""

LARGEST = 200_000_000
"""Bytes of one file: more than any site has."""

_AT_A_TIME = 1 << 16

_PLAIN = {"Accept-Encoding": "identity", "Cache-Control": "no-cache"}
ENCODINGS = {".gz": "gzip", ".br": "br"}
"""Ending of a compressed copy → the encoding in which a server sends it instead of its file."""

_GONE = (404, 410)
_ERROR_PAGE = re.compile(r"4\d\d\.html")


class Site(Protocol):
    """What can be asked of a site wherever it is."""

    def content(self, name: str) -> bytes | None:
        """A file's bytes; None where there is none, or a link to one that lies elsewhere."""

    def names(self) -> Collection[str] | None:
        """All its files, with links and pipes, and its empty folders (`name/`); None where nobody can list them."""


@dataclass(frozen=True)
class SiteInFolder:
    """A site in a folder."""

    folder: Path

    def content(self, name: str) -> bytes | None:
        """A file's bytes; None where there is none."""
        file = self.folder / name
        return file.read_bytes() if file.is_file() and not file.is_symlink() else None

    def names(self) -> Collection[str]:
        """All that lies there."""
        return {*(name for name, _ in found(self.folder.resolve())), *strange(self.folder.resolve())}


@dataclass(frozen=True)
class SiteAtAddress:
    """A site behind a web server; raises `WrongUse` where that does not answer as one should."""

    address: str

    def content(self, name: str) -> bytes | None:
        """What the server gives; a page is asked for as its readers do, without the name of its file."""
        return self._sent(*_uncompressed(name))

    def _sent(self, name: str, encoding: str) -> bytes | None:
        """What is sent to who takes this encoding; None where there is nothing in it."""
        whole = self.address.rstrip("/") + "/" + quote(name.removesuffix("index.html") if _is_index(name) else name)
        try:
            asked = Request(whole, headers=_PLAIN | {"Accept-Encoding": encoding})  # noqa: S310 (site_at lets nothing but http through)
            with _answer(asked) as answer:
                # A server may show its error page for every address that is none, its own included.
                if answer.status in _GONE and not _ERROR_PAGE.fullmatch(name):
                    return None
                content = _whole(answer, whole)
                if answer.headers.get("Content-Encoding", "identity") != encoding:
                    return None
                return content
        except TooSlowError:
            raise WrongUse(
                f"{whole} kom inte hela vägen på {MOST_SECONDS} sekunder. Pröva igen, eller från en annan plats."
            ) from None
        except (OSError, HTTPException, ValueError) as error:
            raise WrongUse(f"{whole} svarar inte som en webbplats: {getattr(error, 'reason', error)}.") from None

    def names(self) -> None:
        """Nobody can list what a server has."""
        return


class TooSlowError(Exception):
    """A server sends, but not all that it should in the time that it has."""


class _TimedConnection(HTTPConnection):
    """A connection that is ended where what comes before a file takes too long: who drips it is never silent."""

    def getresponse(self) -> HTTPResponse:
        """The answer up to its file. Raises `TooSlowError`."""
        ended, connected = Event(), self.sock

        def end() -> None:
            ended.set()
            with suppress(OSError):
                connected.shutdown(SHUT_RDWR)

        timer = Timer(MOST_SECONDS, end)
        timer.daemon = True
        timer.start()
        try:
            answer = super().getresponse()
        except (OSError, HTTPException):
            if ended.is_set():
                raise TooSlowError from None
            raise
        finally:
            timer.cancel()
        if ended.is_set():
            # What had come looks like a whole answer.
            answer.close()
            raise TooSlowError
        return answer


class _TimedSecureConnection(_TimedConnection, HTTPSConnection):
    """The same over TLS."""


class _TimedHandler(HTTPHandler):
    def http_open(self, req: Request) -> HTTPResponse:
        """The answer to a request. Raises `TooSlowError`."""
        return self.do_open(_TimedConnection, req)


class _TimedSecureHandler(HTTPSHandler):
    def https_open(self, req: Request) -> HTTPResponse:
        """The answer to a request. Raises `TooSlowError`."""
        return self.do_open(_TimedSecureConnection, req)


class _SameHost(HTTPRedirectHandler):
    """A server may send its reader on within itself, also from http to https; nobody else answers for the site."""

    def redirect_request(
        self, req: Request, fp: IO[bytes], code: int, msg: str, headers: HTTPMessage, newurl: str
    ) -> Request | None:
        """The request to the other address. Raises `WrongUse`."""
        other = urlsplit(newurl)
        if other.scheme not in ("http", "https") or other.hostname != urlsplit(req.full_url).hostname:
            raise WrongUse(
                f"{req.full_url} skickar vidare till {ascii(newurl)[1:-1]}, en annan plats. Är webbplatsen där: pröva den."
            )
        # What is sent with it may have no end, and is else read.
        fp.close()
        return super().redirect_request(req, fp, code, msg, headers, newurl)


_OPENER = build_opener(_TimedHandler, _TimedSecureHandler, _SameHost)


def _answer(asked: Request) -> HTTPResponse | HTTPError:
    """What is sent, and the error that says that nothing is there. Raises `WrongUse` for other errors."""
    try:
        answer: HTTPResponse = _OPENER.open(asked, timeout=SECONDS)
    except HTTPError as error:
        if error.code not in _GONE:
            raise WrongUse(f"{asked.full_url} svarar med felet {error.code}.") from None
        return error
    return answer


def _whole(answer: HTTPResponse | HTTPError, address: str) -> bytes:
    """All that is sent, within bounds: a server that is not ours may send anything, and never end."""
    latest = monotonic() + MOST_SECONDS
    parts: list[bytes] = []
    size = 0
    # What has come, and not all that is asked for: one byte at a time would else keep within the bound of silence for ever.
    while part := answer.read1(_AT_A_TIME):
        parts.append(part)
        size += len(part)
        if size > LARGEST:
            raise WrongUse(f"{address} är större än {LARGEST // 1_000_000} MB: det är ingen fil som Klubbat har gjort.")
        if monotonic() > latest:
            raise TooSlowError
    if getattr(answer, "length", None):
        raise WrongUse(f"{address} bröts av innan filen var hel. Pröva igen.")
    return b"".join(parts)


def _uncompressed(name: str) -> tuple[str, str]:
    """The file that a compressed copy is of, and the encoding in which a server sends the copy instead of it."""
    for ending, encoding in ENCODINGS.items():
        if name.endswith(ending):
            return name.removesuffix(ending), encoding
    return name, "identity"


def is_copy(name: str, listed: Collection[str]) -> bool:
    """Whether it is the compressed copy of another file."""
    plain, _ = _uncompressed(name)
    return plain != name and plain in listed


def _is_index(name: str) -> bool:
    return name == "index.html" or name.endswith("/index.html")


def site_at(written: str) -> Site:
    """The site that is meant by an address (http, https) or a folder. Raises `WrongUse`."""
    if re.match("https?://", written, re.IGNORECASE):
        return SiteAtAddress(written)
    if not Path(written).is_dir():
        raise WrongUse(f"{written} är ingen mapp och ingen adress som börjar med https://.")
    return SiteInFolder(Path(written))
