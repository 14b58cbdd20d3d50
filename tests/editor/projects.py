"""A project in git for the editor's tests, and a client that has been let in."""

from __future__ import annotations

import asyncio
import datetime as dt
import re
import subprocess
from collections.abc import Coroutine
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from html import unescape
from pathlib import Path
from typing import Any, TypeVar

import httpx

from build_scripts.editor.app import application
from build_scripts.editor.editor import Editor
from build_scripts.editor.security import Gate
from tests.site.projects import SCHEDULE, tiny

Answer = TypeVar("Answer")
PORT = 8123
HOST = f"http://127.0.0.1:{PORT}"
TODAY = dt.date(2026, 11, 22)
ITEM = "meetings/prov/2026-11-26/01-cykelplan.md"
SUMMONS = "meetings/prov/2026-11-26/kallelse.md"

_SCHEDULE = SCHEDULE.removesuffix("---\n") + "  - datum: 2026-12-17\n---\n"
_ITEM = """\
---
# Ärendets nummer kommer från registratorn.
rubrik:   'Cykelplan'   # kort
diarienummer: PRO/2026:7

förslag_till_beslut: [Nämnden antar planen.]
bilagor:
  # Den enda.
  - titel: "Karta"
    fil: karta.csv
---

Planen har {{ två }} delar.
"""


def git(root: Path, *words: str) -> str:
    """Runs git in the project."""
    return subprocess.run(["git", "-C", str(root), *words], check=True, capture_output=True, text=True).stdout


def project(folder: Path, known: bool = True, files: dict[str, str] | None = None) -> Path:
    """A tiny project with these files, committed; `known` says whether git knows who works here."""
    root = tiny(folder, {"meetings/prov/sammantradesordning/2026.md": _SCHEDULE, ITEM: _ITEM} | (files or {}))
    git(root, "init", "--quiet", "--initial-branch=main")
    git(root, "add", "--all")
    first = ["-c", "user.name=Första Personen", "-c", "user.email=forsta@example.se"]
    git(root, *first, "commit", "--quiet", "--message=Börja")
    if known:
        git(root, "config", "user.name", "Nora Nämndsekreterare")
        git(root, "config", "user.email", "nora@example.se")
    return root


_aside = ThreadPoolExecutor(1)


def waited_for(what: Coroutine[Any, Any, Answer]) -> Answer:
    """Runs what waits, in another thread: in this one Playwright's loop goes on once a browser is open."""
    return _aside.submit(asyncio.run, what).result()


class DeskClient:
    """Asks the application without a socket, with the cookies of a browser."""

    def __init__(self, gate: Gate) -> None:
        self.gate = gate
        self.cookies = httpx.Cookies()

    def get(self, address: str, **headers: str) -> httpx.Response:
        """Follows a link, and where it leads on to."""
        return self.ask("GET", address, headers=headers)

    def post(self, address: str, data: dict[str, list[str]], **headers: str) -> httpx.Response:
        """Sends a form."""
        return self.ask("POST", address, data=data, headers=headers)

    def ask(self, method: str, address: str, follow: bool = True, **more: Any) -> httpx.Response:
        """One question with its answer."""

        async def asking() -> httpx.Response:
            transport = httpx.ASGITransport(self.gate)
            async with httpx.AsyncClient(
                transport=transport, base_url=HOST, cookies=self.cookies, follow_redirects=follow
            ) as client:
                answer = await client.request(method, address, **more)
                self.cookies.update(client.cookies)
                return answer

        return waited_for(asking())


@dataclass
class DeskPage:
    """A page of the editor as a browser without scripts sees it: its fields, and how they are sent."""

    client: DeskClient
    answer: httpx.Response
    fields: list[tuple[str, str]] = field(default_factory=list)

    @property
    def html(self) -> str:
        """The page's source."""
        return self.answer.text

    @property
    def text(self) -> str:
        """The page's words."""
        return " ".join(unescape(re.sub(r"<[^>]+>", " ", self.html)).split())

    def value(self, name: str) -> str:
        """What a field holds."""
        return next(value for known, value in self.fields if known == name)

    def names(self) -> list[str]:
        """The fields' names."""
        return [name for name, _ in self.fields]

    def press(self, button: str, path: str = ITEM, to: str = "/redigera", **values: str) -> DeskPage:
        """Sends the form with other values in some fields (`__` for a stop in their names)."""
        new = {name.replace("__", "."): value for name, value in values.items()}
        sent = [(name, new.pop(name, value)) for name, value in self.fields] + list(new.items())
        return Visitor(self.client).send(f"{to}?fil={path}", [*sent, ("gor", button)])


_FIELD = re.compile(
    r'<input type="(?:text|hidden|date)"[^>]*? name="(?P<input>[^"]+)"[^>]*?value="(?P<value>[^"]*)"'
    r'|<input type="text"[^>]*? name="(?P<empty>[^"]+)"'
    r'|<input type="(?:checkbox|radio)"[^>]*? name="(?P<box>[^"]+)" value="(?P<ticked>[^"]*)" checked'
    r'|<textarea[^>]*?name="(?P<area>[^"]+)"[^>]*>\n(?P<text>.*?)</textarea>'
    r'|<select[^>]*?name="(?P<select>[^"]+)"[^>]*>(?P<options>.*?)</select>',
    re.DOTALL,
)


def _fields(html: str) -> list[tuple[str, str]]:
    found = []
    for match in _FIELD.finditer(html):
        name = match["input"] or match["empty"] or match["box"] or match["area"] or match["select"]
        chosen = re.search(r'<option(?: value="([^"]*)")? selected>(.*?)</option>', match["options"] or "")
        picked = (chosen[2] if chosen[1] is None else chosen[1]) if chosen else ""
        found.append((unescape(name), unescape(match["value"] or match["ticked"] or match["text"] or picked)))
    return found


class Visitor:
    """A browser that has been let in."""

    def __init__(self, client: DeskClient) -> None:
        self.client = client

    def open(self, address: str) -> DeskPage:
        """Follows a link."""
        answer = self.client.get(address)
        return DeskPage(self.client, answer, _fields(answer.text))

    def edit(self, path: str = ITEM) -> DeskPage:
        """Opens a file as a form."""
        return self.open(f"/redigera?fil={path}")

    def send(self, address: str, fields: list[tuple[str, str]]) -> DeskPage:
        """Sends a form as a browser does."""
        # A browser writes line ends as CRLF.
        data: dict[str, list[str]] = {}
        for name, value in fields:
            data.setdefault(name, []).append(value.replace("\n", "\r\n"))
        answer = self.client.post(address, data=data, origin=HOST)
        return DeskPage(self.client, answer, _fields(answer.text))


def visitor(root: Path) -> Visitor:
    """A browser that has opened the start address of an editor of the project."""
    gate = application(Editor(root, lambda: TODAY), PORT)
    client = DeskClient(gate)
    assert client.get(gate.start_address).status_code == 200
    return Visitor(client)


def changed_lines(before: str, after: str) -> tuple[list[str], list[str]]:
    """The lines that went away and those that came."""
    old, new = before.split("\n"), after.split("\n")
    return [line for line in old if line not in new], [line for line in new if line not in old]


def do_task(user: Visitor, what: str, where: str, **answers: str) -> DeskPage:
    """Sends the form of a task."""
    return user.send(f"/gor/{what}?{where}", list(answers.items()))
