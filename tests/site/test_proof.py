"""A published site proves what it is: any tampering is found, by the program and by anybody's `sha256sum`."""

from __future__ import annotations

import gzip
import shutil
import subprocess
from contextlib import suppress
from functools import partial
from http.server import BaseHTTPRequestHandler, SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from time import monotonic, process_time, sleep

import pytest

from build_scripts.__main__ import main
from build_scripts.kept.listing import content_digest
from build_scripts.project import WrongUse
from build_scripts.site import places
from build_scripts.site.chain import FILES, LOG, BrokenChain, Chain, Row, RowKind, files_text, read_chain
from build_scripts.site.places import SiteAtAddress, SiteInFolder
from build_scripts.site.proof import proof
from tests.site.browser import served
from tests.site.projects import write
from tests.site.tampering import EDITS, VERSION, made, published, tried


def test_every_random_edit_is_found(tmp_path: Path) -> None:
    """1 000 of them: `python -m tests.site.tampering`."""
    counts = tried(tmp_path, 10 * len(EDITS), seed=16)
    assert all(tried_here >= 9 for tried_here, _ in counts.values())
    assert {name: found for name, (_, found) in counts.items()} == {name: made for name, (made, _) in counts.items()}


def test_every_release_that_somebody_kept_proves_itself(tmp_path: Path) -> None:
    site, kept = made(tmp_path)
    heads = []
    for copy in kept:
        chain, faults = proof(SiteInFolder(copy))
        assert chain is not None
        assert faults == []
        heads.append(chain.head)
    assert [proof(SiteInFolder(site), head)[1] for head in heads] == [[]] * len(heads)
    assert [len(proof(SiteInFolder(kept[0]), head)[1]) for head in heads[1:]] == [1] * (len(heads) - 1)


def test_anybody_can_check_the_files_and_the_rows(tmp_path: Path) -> None:
    """As the page about the site says, without this program."""
    site, _ = made(tmp_path, 3)
    checked = ["sha256sum", "--check", "--quiet", "--strict", FILES]
    assert subprocess.run(checked, cwd=site, check=False).returncode == 0
    rows = [line.split("\t") for line in (site / LOG).read_text("utf-8").splitlines()[1:]]
    listed = subprocess.run(["sha256sum", FILES], cwd=site, check=True, capture_output=True, text=True).stdout
    assert listed.split()[0] == rows[-1][4]
    for row, after in zip(rows, [*rows[1:], None], strict=True):
        told = "\t".join(row[:6]).encode()
        assert subprocess.run(["sha256sum"], input=told, check=True, capture_output=True).stdout[:64].decode() == row[6]
        assert after is None or after[5] == row[6]
    (site / "sida-1/index.html").write_bytes(b"annat")
    assert subprocess.run(checked, cwd=site, check=False, capture_output=True).returncode == 1


@pytest.mark.parametrize(
    ("old", "new", "line", "what"),
    [
        ("nummer", "nr", 1, "Loggens första rad är ändrad."),
        ("\t2026-11-01T02:20:00Z\t", "\ti går\t", 2, "Raden har inte den form som en rad i loggen har."),
        ("\t2026-11-01T02:20:00Z\t", "\t2026-11-31T02:20:00Z\t", 2, "Raden har inte den form som en rad i loggen har."),
        ("\t2026-11-01T02:20:00Z\t", "\t0000-11-01T02:20:00Z\t", 2, "Raden har inte den form som en rad i loggen har."),
        ("1\t2026", f"{'9' * 5000}\t2026", 2, "Raden har inte den form som en rad i loggen har."),
        ("\tutgivning\t", "\tannat\t", 2, "Raden har ett okänt slag: annat."),
        ("T02:20:00Z", "T03:20:00Z", 2, "Raden är ändrad: dess eget avtryck är "),
        ("\n", "\r\n", 1, "Loggens första rad är ändrad."),
    ],
)
def test_a_row_that_is_not_as_it_was_written_is_named(old: str, new: str, line: int, what: str) -> None:
    text = Chain().with_row("2026-11-01T02:20:00Z", RowKind.RELEASE, VERSION, "a" * 64).as_bytes()
    with pytest.raises(BrokenChain) as broken:
        read_chain(text.replace(old.encode(), new.encode()))
    assert broken.value.line == line
    assert broken.value.what.startswith(what)


def test_it_is_told_what_is_wrong_and_what_to_do(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    site, _ = made(tmp_path, 3)
    shutil.move(site / "sida-2/index.html", site / "sida-2/flyttad.html")
    assert main(["bevisa", str(site)]) == 1
    todo = (
        "  Gör så här: publicera igen, och ta reda på vem som har ändrat på servern; versionen i git som ska visas står i "
        "loggen."
    )
    assert capsys.readouterr().out == (
        f"sida-2/flyttad.html: fel[bevis]: Filen har lagts till: den står inte i listan.\n{todo}\n\n"
        f"sida-2/index.html: fel[bevis]: Filen saknas.\n{todo}\n\n2 fel i 40 filer.\n"
    )


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


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("finns-inte",), "finns-inte är ingen mapp och ingen adress som börjar med https://."),
        ((".", "--huvud", "abc"), "--huvud är 64 tecken, 0-9 och a-f, som klubbat publicera skrev ut dem."),
        (("https://",), "https:/bevis/logg.tsv svarar inte som en webbplats: "),
        (("http://[::1",), "http://[::1/bevis/logg.tsv svarar inte som en webbplats: "),
        (("http://exempel .se",), "http://exempel .se/bevis/logg.tsv svarar inte som en webbplats: "),
    ],
)
def test_wrong_use_is_told(words: tuple[str, ...], message: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["bevisa", *words]) == 2
    assert message in capsys.readouterr().err


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


def test_a_long_log_is_read_in_the_time_that_its_length_takes(tmp_path: Path) -> None:
    chain = Chain()
    rows = []
    for number in range(1, 20_001):
        rows.append(Row(number, "2026-11-30T03:00:00Z", RowKind.RELEASE, "a" * 40, "b" * 64, chain.head))
        chain = Chain((rows[-1],))
    begun = process_time()
    assert read_chain(Chain(tuple(rows)).as_bytes()).head == chain.head
    assert process_time() - begun < 5


@pytest.mark.parametrize("name", ["../annat.html", "/annat.html", "a/./b.html", "a//b.html", "sida\x1b]0;x\x07.html"])
def test_a_list_names_files_of_the_site_only(name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It may be anybody's: what it names is looked up, and printed."""
    site, outside = tmp_path / "site", b"outside"
    write(site, "bevis/filer.txt", "")
    (tmp_path / "annat.html").write_bytes(outside)
    files = files_text({name: content_digest(outside)})
    (site / FILES).write_bytes(files)
    (site / LOG).write_bytes(
        Chain().with_row("2026-11-30T03:00:00Z", RowKind.RELEASE, VERSION, content_digest(files)).as_bytes()
    )
    assert main(["bevisa", str(site)]) == 1
    out = capsys.readouterr().out
    assert "Listan över filer har rader som Klubbat inte skriver" in out
    assert "\x1b" not in out


def test_a_log_whose_rows_are_numbered_otherwise_is_told() -> None:
    """Whoever writes all of it anew can make every digest right."""
    log = Chain((Row(2, "2026-11-30T03:00:00Z", RowKind.RELEASE, VERSION, "b" * 64, Chain().head),))
    with pytest.raises(BrokenChain, match="Raden följer inte på den före"):
        read_chain(log.as_bytes())


def test_what_a_log_says_is_never_written_to_a_terminal_as_it_stands() -> None:
    row = str(Row(1, "2026-11-30T03:00:00Z", RowKind.RELEASE, VERSION, "b" * 64, Chain().head))
    content = Chain().as_bytes() + f"{row[:-64]}\x1b[2J\n".encode()
    with pytest.raises(BrokenChain, match="Raden har inte den form"):
        read_chain(content)
