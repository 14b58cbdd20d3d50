"""A published site proves what it is: any tampering is found, by the program and by anybody's `sha256sum`."""

from __future__ import annotations

import shutil
import subprocess
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest

from build_scripts.__main__ import main
from build_scripts.site.chain import FILES, LOG, BrokenChain, Chain, RowKind, read_chain
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
