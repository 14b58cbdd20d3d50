"""Nobody else gets in: other hosts' names, other origins, other cookies, and what is too large or breaks the program."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import httpx
import pytest

from build_scripts.editor.app import application
from build_scripts.editor.editor import Editor
from build_scripts.editor.pages import today
from build_scripts.editor.security import LARGEST_POST, Gate
from tests.editor.projects import HOST, ITEM, PORT, TODAY, DeskClient, project, visitor, waited_for


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return project(tmp_path_factory.mktemp("projekt"))


@pytest.fixture
def gate(root: Path) -> Gate:
    return application(Editor(root, lambda: TODAY), PORT)


def test_only_the_start_address_lets_in(gate: Gate) -> None:
    stranger = DeskClient(gate)
    assert stranger.get("/").status_code == 403
    assert stranger.get("/assets/base.css").status_code == 403
    assert stranger.get("/?nyckel=fel").status_code == 403
    answer = stranger.ask("GET", gate.start_address, follow=False)
    assert (answer.status_code, answer.headers["location"]) == (303, "/")
    cookie = answer.headers["set-cookie"]
    assert cookie.startswith(f"klubbat-{PORT}=")
    assert {"HttpOnly", "SameSite=strict", "Path=/"} <= set(cookie.split("; "))
    assert gate.key not in cookie
    assert stranger.get("/").status_code == 200


def test_the_key_is_new_each_time(root: Path, gate: Gate) -> None:
    other = application(Editor(root, lambda: TODAY), PORT)
    assert (other.key, other.session) != (gate.key, gate.session)
    assert len(gate.key) >= 32


STRANGERS: dict[str, tuple[str, dict[str, str]]] = {
    "a page elsewhere": ("POST", {"origin": "https://elak.example.se"}),
    "no origin": ("POST", {}),
    "a hidden origin": ("POST", {"origin": "null"}),
    "another port": ("POST", {"origin": "http://127.0.0.1:8124"}),
    "the name localhost": ("POST", {"origin": f"http://localhost:{PORT}"}),
    "a name pointed here": ("GET", {"host": f"elak.example.se:{PORT}"}),
    "a name pointed here, posting": ("POST", {"host": "elak.example.se", "origin": "http://elak.example.se"}),
    "a cookie of another time": ("GET", {"cookie": f"klubbat-{PORT}=gammal"}),
    "deleting from elsewhere": ("DELETE", {"origin": "https://elak.example.se"}),
}


@pytest.mark.parametrize(("method", "headers"), STRANGERS.values(), ids=STRANGERS)
def test_questions_of_strangers_are_refused(method: str, headers: dict[str, str], root: Path) -> None:
    client = visitor(root).client
    if "cookie" in headers:
        client.cookies = httpx.Cookies()
    before = (root / ITEM).read_bytes()
    data: dict[str, Any] = {"data": {"gor": ["spara"], "digest": ["x"]}} if method == "POST" else {}
    answer = client.ask(method, f"/redigera?fil={ITEM}", headers=headers, **data)
    assert answer.status_code == 403
    assert "Cykelplan" not in answer.text
    assert (root / ITEM).read_bytes() == before


def test_every_answer_carries_the_policy(root: Path) -> None:
    client = visitor(root).client
    for address in ("/", f"/redigera?fil={ITEM}", "/assets/base.css", "/finns-inte"):
        headers = client.get(address).headers
        policy = headers["content-security-policy"]
        assert "default-src 'none'" in policy
        assert "frame-ancestors 'none'" in policy
        assert "unsafe" not in policy
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["referrer-policy"] == "same-origin"


@pytest.mark.parametrize(
    ("path", "kept"),
    [
        ("/", "no-store"),
        ("/filer", "no-store"),
        ("/assets/base.css", "no-cache"),
        ("/redigerare/redigerare.css", "no-cache"),
        ("/assets/fonts/source-sans-3-latin-wght-normal.woff2", "private, max-age=86400"),
        ("/assets/fonts/okant.woff2", "no-store"),
    ],
)
def test_pages_are_never_kept_and_the_typeface_is(path: str, kept: str, root: Path) -> None:
    assert visitor(root).client.get(path).headers["cache-control"] == kept


def test_a_form_has_its_limits(root: Path) -> None:
    client = visitor(root).client
    address = f"/redigera?fil={ITEM}"
    large = client.post(address, {"text": ["x" * (LARGEST_POST + 1)]}, origin=HOST)
    assert (large.status_code, "för stort för ett formulär" in large.text) == (413, True)
    many = client.post(address, {"a": ["x"] * 20_001}, origin=HOST)
    assert (many.status_code, "Formuläret kunde inte läsas." in many.text) == (400, True)


def test_a_form_that_is_cut_off_saves_nothing_and_is_no_fault(
    gate: Gate, root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = (root / ITEM).read_bytes()
    parts: list[dict[str, Any]] = [
        {"type": "http.request", "body": b"gor=spara&digest=", "more_body": True},
        {"type": "http.disconnect"},
    ]
    headers = {
        "host": f"127.0.0.1:{PORT}",
        "origin": HOST,
        "cookie": f"{gate.cookie}={gate.session}",
        "content-type": "application/x-www-form-urlencoded",
        "content-length": "4000",
    }
    scope = {
        "type": "http",
        "method": "POST",
        "path": "/redigera",
        "query_string": f"fil={ITEM}".encode(),
        "headers": [(name.encode(), value.encode()) for name, value in headers.items()],
    }

    async def receive() -> dict[str, Any]:
        return parts.pop(0)

    sent: list[Any] = []

    async def send(message: Any) -> None:
        sent.append(message)

    waited_for(gate(scope, receive, send))
    assert parts == []
    assert [message["status"] for message in sent if "status" in message] == [400]
    assert capsys.readouterr().err == ""
    assert (root / ITEM).read_bytes() == before


def test_files_outside_the_assets_are_not_served(root: Path) -> None:
    client = visitor(root).client
    for address in ("/assets/..%2f..%2fREADME.md", "/assets/%2e%2e/base.html", "/redigerare/../app.py", "/assets/"):
        assert client.get(address).status_code == 404


def test_a_fault_of_the_program_shows_no_trace(
    root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(editor: Editor, *shown: str) -> None:
        raise RuntimeError("inre hemlighet")

    client = visitor(root).client
    monkeypatch.setattr(today, "show", broken)
    answer = client.get("/")
    assert answer.status_code == 500
    assert "Ett fel i programmet hindrade svaret." in answer.text
    assert "hemlighet" not in answer.text
    assert "inre hemlighet" in capsys.readouterr().err


def test_what_is_written_is_never_markup(root: Path) -> None:
    page = (
        visitor(root).edit().press("kontrollera", h__rubrik='"><script>alert(1)</script>', text="</textarea><script>")
    )
    assert "<script>" not in page.html.replace('<script src="/redigerare/redigerare.js" defer>', "")


ODD = {
    "an id that is no number": {"h.bilagor[]": ["<b>", "9" * 5000, "-1", "999999"], "h.bilagor.<b>.titel": ["x"]},
    "rows upside down": {"h.bilagor[]": ["1", "0", "0"]},
    "bytes that are no text": {"h.rubrik": ["\ud800".encode("utf-8", "surrogatepass").decode("latin-1"), "\x00"]},
    "a button that is none": {"gor": ["radera allt"]},
    "a row of nothing": {"gor": ["rad- h.finns.inte.3"]},
    "nothing": {},
}


@pytest.mark.parametrize("data", ODD.values(), ids=ODD)
def test_a_form_that_no_page_of_ours_sends_breaks_nothing(data: dict[str, list[str]], root: Path) -> None:
    before = (root / ITEM).read_bytes()
    user = visitor(root)
    base = user.edit().value("grund")
    for address in (f"/redigera?fil={ITEM}", f"/forhandsvisning?fil={ITEM}", f"/text?fil={ITEM}"):
        answer = user.client.post(address, {"grund": [base], "gor": ["spara"], **data}, origin=HOST)
        assert answer.status_code in (200, 422), answer.text
    assert (root / ITEM).read_bytes() == before
