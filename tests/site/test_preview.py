"""`klubbat visa` stays up whatever is written, and shows what is wrong above the last good pages."""

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from build_scripts.__main__ import main
from tests.site.nginx import free_port
from tests.site.projects import PATIENCE, TODAY, preview_command, tiny, write

pytestmark = pytest.mark.slow

ITEM = "meetings/prov/2026-11-26/01-cykelplan.md"
ADDRESS = "prov/2026-11-26/cykelplan/"


class ServedPreview:
    """A running preview of a project."""

    def __init__(self, root: Path, port: int) -> None:
        self.root = root
        self.url = f"http://127.0.0.1:{port}/"

    def get(self, address: str) -> str:
        try:
            with urllib.request.urlopen(self.url + address, timeout=PATIENCE) as answer:
                return str(answer.read().decode("utf-8"))
        except urllib.error.HTTPError as error:
            with error:
                return error.read().decode("utf-8")

    def asked_as(self, host: str) -> tuple[int, str]:
        """The status and the answer to a question for the start page under this name."""
        asked = urllib.request.Request(self.url, headers={"Host": host})
        try:
            with urllib.request.urlopen(asked, timeout=PATIENCE) as answer:
                return answer.status, answer.read().decode("utf-8")
        except urllib.error.HTTPError as error:
            with error:
                return error.code, error.read().decode("utf-8")

    def wait_for(self, address: str, fits: Callable[[str], bool]) -> str:
        """The page as soon as it fits; the last one that came when it never does."""
        page, end = "", time.monotonic() + PATIENCE
        while time.monotonic() < end:
            try:
                page = self.get(address)
            except (urllib.error.URLError, ConnectionError):
                page = ""
            if page and fits(page):
                return page
            time.sleep(0.2)
        return page

    def change(self, old: str, new: str) -> None:
        write(self.root, ITEM, (self.root / ITEM).read_text("utf-8").replace(old, new))


def _heed_interrupts() -> None:
    """Where the tests run in the background a shell has them, and whatever they start, ignore interrupts."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


@pytest.fixture
def serve(tmp_path: Path) -> Iterator[Callable[[dict[str, str]], ServedPreview]]:
    running: list[subprocess.Popen[bytes]] = []

    def start(files: dict[str, str]) -> ServedPreview:
        root, port = tiny(tmp_path, files), free_port()
        command = preview_command(root, TODAY, port)
        none = subprocess.DEVNULL
        running.append(subprocess.Popen(command, stdout=none, stderr=none, preexec_fn=_heed_interrupts))
        return ServedPreview(root, port)

    yield start
    for process in running:
        process.send_signal(signal.SIGINT)
        try:
            assert process.wait(PATIENCE) == 0
        finally:
            process.kill()


def test_the_preview_follows_the_files_and_survives_faults(serve: Callable[[dict[str, str]], ServedPreview]) -> None:
    served = serve({})
    page = served.wait_for(ADDRESS, lambda page: "Nämnden antar planen." in page)
    assert "Nämnden antar planen." in page
    assert 'class="forhandsvisning"' not in page
    assert f'<link rel="canonical" href="{served.url}{ADDRESS}">' in page
    assert '<script src="/assets/forhandsvisning.js?' in page
    assert "<script>" not in page
    assert "location.reload()" in served.get("assets/forhandsvisning.js")
    # The search index comes after the first page.
    index = "pagefind/pagefind-entry.json"
    assert '"languages"' in served.wait_for(index, lambda answer: '"languages"' in answer)

    own = served.url.removeprefix("http://").rstrip("/")
    port = own.partition(":")[2]
    assert {served.asked_as(host)[0] for host in (own, f"localhost:{port}")} == {200}
    refusal = (403, f"Sidan finns bara på {served.url}.\n")
    assert {
        served.asked_as(host) for host in (f"ond.example.com:{port}", "127.0.0.1", f"127.0.0.1:{port}.example.com")
    } == {refusal}

    served.change("PRO/2026:7", "PRO-2026/7")
    page = served.wait_for(ADDRESS, lambda page: 'class="forhandsvisning"' in page)
    assert "<summary>1 fel: sidorna är det senaste bygget som gick bra</summary>" in page
    rule = '<a href="/hjalp/regler/diarienummer-form/">diarienummer-form</a>'
    assert f"01-cykelplan.md:3:15: fel[{rule}]: &#34;PRO-2026/7&#34;" in page
    assert "Nämnden antar planen." in page
    assert ".forhandsvisning" in served.get("assets/forhandsvisning.css")

    served.change("PRO-2026/7", "PRO/2026:7")
    served.change("Nämnden antar planen.", "Nämnden avslår planen.")
    page = served.wait_for(
        ADDRESS, lambda page: "Nämnden avslår planen." in page and 'class="forhandsvisning"' not in page
    )
    assert "Nämnden avslår planen." in page
    assert 'class="forhandsvisning"' not in page
    assert "Sidan finns inte" in served.get("borta/")


def test_a_preview_that_begins_with_faults_says_so_and_recovers(
    serve: Callable[[dict[str, str]], ServedPreview],
) -> None:
    served = serve({"content/index.md": "# Start\n\n[Borta](borta.md)\n"})
    page = served.wait_for("", lambda page: 'class="forhandsvisning"' in page)
    assert "<title>Inget byggt än</title>" in page
    assert "<summary>Bygget misslyckades</summary>" in page
    assert "borta.md" in page
    write(served.root, "content/index.md", "# Start\n\nNu går det.\n")
    assert "Nu går det." in served.wait_for("", lambda page: "Nu går det." in page)


def test_what_only_the_finished_pages_tell_is_told_above_them(serve: Callable[[dict[str, str]], ServedPreview]) -> None:
    served = serve({"content/sok.md": "---\ntitle: Sök\n---\n\n# Sök\n\nHon heter 19121212-1212.\n"})
    assert "Hon heter" in served.wait_for("sok/", lambda page: "Hon heter" in page)
    page = served.wait_for("sok/", lambda page: 'class="forhandsvisning"' in page)
    assert "<summary>1 fel: sidorna är de senaste, men så kan de inte publiceras</summary>" in page
    assert ">personnummer</a>]: " in page
    assert "Hon heter" in page
    write(served.root, "content/sok.md", "---\ntitle: Sök\n---\n\n# Sök\n\nHon är borta.\n")
    page = served.wait_for("sok/", lambda page: "Hon är borta." in page)
    assert 'class="forhandsvisning"' not in page


@pytest.mark.parametrize("port", ["åtta", "0", "65536", "-1"])
def test_a_port_that_is_none(tmp_path: Path, capsys: pytest.CaptureFixture[str], port: str) -> None:
    assert main(["visa", "--katalog", str(tmp_path), f"--port={port}"]) == 2
    assert capsys.readouterr().err == f'klubbat visa: "{port}" är ingen port; ange ett tal från 1 till 65535.\n'


def test_a_port_that_is_taken(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        command = [
            sys.executable,
            "-m",
            "build_scripts",
            "visa",
            "--katalog",
            str(tiny(tmp_path)),
            "--port",
            port,
            "--idag",
            TODAY,
        ]
        done = subprocess.run(
            command, capture_output=True, text=True, check=False, env=os.environ | {"PYTHONUTF8": "1"}
        )
    assert done.returncode == 2
    assert done.stderr == f"klubbat visa: porten {port} är upptagen; ange en annan med --port.\n"
