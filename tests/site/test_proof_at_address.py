"""A published site is proved at its address, whatever the server there answers."""

from __future__ import annotations

import gzip
from contextlib import suppress
from functools import partial
from http.server import BaseHTTPRequestHandler, SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from time import monotonic, sleep

import pytest

from build_scripts.__main__ import main
from build_scripts.project import WrongUse
from build_scripts.site import places
from build_scripts.site.chain import Chain
from build_scripts.site.places import SiteAtAddress
from build_scripts.site.proof import proof
from tests.site.browser import served
from tests.site.projects import write
from tests.site.tampering import made, published


def test_a_site_behind_a_server_proves_itself_and_its_error_page_too(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _, kept = made(tmp_path, 3)
    with served(kept[-1]) as address:
        assert main(["bevisa", address]) == 0
        told = capsys.readouterr().out
        assert told.startswith("Allt stämmer: 40\u00a0filer är som loggen säger.")
        head = told.rsplit("Huvud: ", 1)[1].strip()
        (kept[-1] / "sida-4/index.html").unlink()
        (kept[-1] / "404.html").write_text("Sidan finns inte.", encoding="utf-8")
        assert main(["bevisa", address, "--huvud", head, "--format", "json"]) == 1
        assert '"fil": "sida-4/index.html"' in capsys.readouterr().out
    assert main(["bevisa", address]) == 2
    assert " svarar inte som en webbplats: " in capsys.readouterr().err


class Compressing(SimpleHTTPRequestHandler):
    """Sends the gzip copy to who takes it, no other, and none by its own address: as nginx without a module for brotli."""

    def log_message(self, format: str, *args: object) -> None:
        """Says nothing."""

    def do_GET(self) -> None:
        name = self.path.lstrip("/") + ("index.html" if self.path.endswith("/") else "")
        is_compressed = self.headers["Accept-Encoding"] == "gzip"
        file = Path(self.directory) / f"{name}{'.gz' if is_compressed else ''}"
        is_there = file.is_file() and not name.endswith((".gz", ".br"))
        self.send_response(200 if is_there else 404)
        if is_compressed:
            self.send_header("Content-Encoding", "gzip")
        self.end_headers()
        self.wfile.write(file.read_bytes() if is_there else b"")


def test_compressed_copies_are_proved_where_they_are_sent_and_missed_where_they_are_not(tmp_path: Path) -> None:
    site = tmp_path / "site"
    for name in ("index.html", "sida/index.html"):
        for ending in ("", ".gz", ".br"):
            write(site, f"{name}{ending}", f"{name} som {ending}")
    published(site, Chain(), 0)
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Compressing, directory=str(site))) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        shown = SiteAtAddress(f"http://127.0.0.1:{server.server_port}")
        assert proof(shown)[1] == []
        (site / "sida/index.html.gz").write_bytes(b"annat")
        assert [finding.place.path for finding in proof(shown)[1]] == ["sida/index.html.gz"]
        server.shutdown()


class Hostile(BaseHTTPRequestHandler):
    """A server that answers each first part of a path in its own bad way."""

    def do_GET(self) -> None:
        getattr(self, self.path.split("/")[1])()

    def _begin(self, *headers: tuple[str, str]) -> None:
        self.send_response(200)
        for name, value in headers:
            self.send_header(name, value)
        self.end_headers()

    def _on(self, address: str) -> None:
        self.send_response(302)
        self.send_header("Location", address)
        self.end_headers()

    def endless(self) -> None:
        self._begin()
        with suppress(OSError):
            while True:
                self.wfile.write(b"x" * 10_000)

    def dripping(self) -> None:
        self._begin(("Content-Length", "100000"))
        with suppress(OSError):
            while True:
                self.wfile.write(b"x")
                sleep(0.05)

    def dripping_status(self) -> None:
        self._drip(b"HTTP/1.1 200 " + b"x" * 1_000)

    def dripping_headers(self) -> None:
        self._drip(b"HTTP/1.1 200 OK\r\n" + b"X-N: x\r\n" * 1_000)

    def _drip(self, sent: bytes) -> None:
        with suppress(OSError):
            for sign in sent:
                self.wfile.write(bytes((sign,)))
                sleep(0.05)

    def cut(self) -> None:
        self._begin(("Content-Length", "100000"))
        self.wfile.write(b"x")

    def cut_error_page(self) -> None:
        self.send_response(404)
        self.send_header("Transfer-Encoding", "chunked")
        self.end_headers()
        self.wfile.write(b"5\r\nabc")

    def on_without_end(self) -> None:
        if self.path.endswith("/till"):
            return self._begin()
        self._on(f"{self.path}/till")
        return self.endless()

    def packed(self) -> None:
        self._begin(("Content-Encoding", "gzip"))
        self.wfile.write(gzip.compress(bytes(1_000_000)))

    def headers_without_end(self) -> None:
        self._begin(*[(f"X-{n}", "x" * 1_000) for n in range(200)])

    def header_of_a_line(self) -> None:
        self._begin(("X-En", "x" * 100_000))

    def to_a_file(self) -> None:
        self._on("file:///etc/passwd")

    def to_another(self) -> None:
        self._on("http://exempel.example/\x1b]0;x/bevis/logg.tsv")

    def round(self) -> None:
        self._on(self.path)

    def no_text(self) -> None:
        self._begin()
        self.wfile.write(b"\xff\xfe\x00\x1b[2J\n" * 1_000)

    def busy(self) -> None:
        self.send_error(503)

    def log_message(self, *_: object) -> None:
        """Says nothing."""


@pytest.mark.parametrize(
    ("way", "code", "told"),
    [
        ("endless", 2, "är större än 1 MB"),
        ("dripping", 2, "kom inte hela vägen på 1 sekunder"),
        ("dripping_status", 2, "kom inte hela vägen på 1 sekunder"),
        ("dripping_headers", 2, "kom inte hela vägen på 1 sekunder"),
        ("cut", 2, "bröts av innan filen var hel"),
        ("packed", 1, "har ingen logg"),
        ("headers_without_end", 2, "svarar inte som en webbplats: "),
        ("header_of_a_line", 2, "svarar inte som en webbplats: "),
        ("to_a_file", 2, "svarar med felet 302"),
        ("to_another", 2, "skickar vidare till http://exempel.example/"),
        ("round", 2, "svarar med felet 302"),
        ("on_without_end", 1, "Loggens första rad är ändrad"),
        ("no_text", 1, "Loggens första rad är ändrad"),
        ("busy", 2, "svarar med felet 503"),
    ],
)
def test_a_server_that_answers_badly_is_told_of_in_time(
    way: str, code: int, told: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(places, "LARGEST", 1_000_000)
    monkeypatch.setattr(places, "MOST_SECONDS", 1)
    with ThreadingHTTPServer(("127.0.0.1", 0), Hostile) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        begun = monotonic()
        assert main(["bevisa", f"http://127.0.0.1:{server.server_port}/{way}"]) == code
        assert monotonic() - begun < 20
        server.shutdown()
    out, err = capsys.readouterr()
    assert told in out + err
    assert "\x1b" not in out + err


def test_an_error_page_that_is_cut_off_is_told_as_any_file_that_is() -> None:
    with ThreadingHTTPServer(("127.0.0.1", 0), Hostile) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        with pytest.raises(WrongUse, match="svarar inte som en webbplats"):
            SiteAtAddress(f"http://127.0.0.1:{server.server_port}/cut_error_page").content("404.html")
        server.shutdown()
