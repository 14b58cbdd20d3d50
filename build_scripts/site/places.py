"""A published site where it is shown: in a folder, or at an address as anybody meets it."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from http.client import HTTPException
from pathlib import Path
from typing import Protocol
from urllib.error import HTTPError
from urllib.parse import quote
from urllib.request import Request, urlopen

from build_scripts.kept.listing import found
from build_scripts.project import WrongUse

SECONDS = 30
"""How long a server may be silent."""

_PLAIN = {"Accept-Encoding": "identity", "Cache-Control": "no-cache"}
ENCODINGS = {".gz": "gzip", ".br": "br"}
"""Ending of a compressed copy → the encoding in which a server sends it instead of its file."""

_GONE = (404, 410)
_ERROR_PAGE = re.compile(r"4\d\d\.html")


class Site(Protocol):
    """What can be asked of a site wherever it is."""

    def content(self, name: str) -> bytes | None:
        """A file's bytes; None where there is none."""

    def names(self) -> Collection[str] | None:
        """All its files; None where nobody can list them."""


@dataclass(frozen=True)
class SiteInFolder:
    """A site in a folder."""

    folder: Path

    def content(self, name: str) -> bytes | None:
        """A file's bytes; None where there is none."""
        file = self.folder / name
        return file.read_bytes() if file.is_file() else None

    def names(self) -> Collection[str]:
        """All its files."""
        return [name for name, _ in found(self.folder.resolve())]


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
            with urlopen(asked, timeout=SECONDS) as answer:  # noqa: S310 (the same)
                content: bytes = answer.read()
                if answer.headers.get("Content-Encoding", "identity") != encoding:
                    return None
                return content
        except HTTPError as error:
            if error.code not in _GONE:
                raise WrongUse(f"{whole} svarar med felet {error.code}.") from None
            # A server may show its error page for every address that is none, its own included.
            return error.read() if _ERROR_PAGE.fullmatch(name) else None
        except (OSError, HTTPException, ValueError) as error:
            raise WrongUse(f"{whole} svarar inte som en webbplats: {getattr(error, 'reason', error)}.") from None

    def names(self) -> None:
        """Nobody can list what a server has."""
        return


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
