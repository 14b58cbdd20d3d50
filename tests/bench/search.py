"""What a search costs the reader, in Chromium over loopback: bytes until the first result, and time from key press to result.

`python -m tests.bench.search --meetings 220` generates a record, builds its site, indexes it and searches; `--sajt DIR` measures
a site that is there. Scripts and JSON are sent compressed, as any web server does; the index's own files are compressed already.
"""

from __future__ import annotations

import argparse
import gzip
import resource
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from urllib.parse import quote, unquote, urlsplit

from playwright.sync_api import Browser, Page

from build_scripts.__main__ import main as klubbat
from build_scripts.exports import search
from tests.bench.generate import generate
from tests.site.browser import started

ROOT = Path(__file__).parents[2]
TODAY = "2026-11-22"
QUERIES = (
    "skolskjuts",
    "skjuts",
    "simhall",
    "budgeten",
    "overklagande",
    "2006:43",
    "förvaltningen",
    "klimatanpassning",
)
COMPRESSED = (".js", ".json", ".html", ".css", "/")

_PRESS = """async (text) => {
  const field = document.getElementById("sok-q");
  const list = document.getElementById("sok-traffar");
  // What the search before this one still fetches is no answer to this one.
  await new Promise((done) => setTimeout(done, 700));
  list.replaceChildren();
  const start = performance.now();
  field.value = text;
  field.dispatchEvent(new Event("input", { bubbles: true }));
  while (!list.children.length) {
    if (performance.now() - start > 20000) throw new Error(`${text}: inget svar`);
    await new Promise(requestAnimationFrame);
  }
  return performance.now() - start;
}"""


class _Counting(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Says nothing."""

    def do_GET(self) -> None:
        """The file, compressed where that helps; its name and size are noted."""
        path = unquote(urlsplit(self.path).path)
        file = Path(self.translate_path(self.path))
        file = file / "index.html" if file.is_dir() else file
        if not file.is_file():
            self.send_error(404)
            return
        content = file.read_bytes()
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(file)))
        if path.endswith(COMPRESSED):
            content = gzip.compress(content, 6)
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        assert isinstance(self.server, _Server)
        self.server.sent.append((path, len(content)))
        self.wfile.write(content)


class _Server(ThreadingHTTPServer):
    def __init__(self, folder: Path) -> None:
        super().__init__(("127.0.0.1", 0), partial(_Counting, directory=str(folder)))
        self.sent: list[tuple[str, int]] = []

    def handle_error(self, request: object, client_address: object) -> None:
        """A browser that goes on closes its connections."""


@contextmanager
def _serving(folder: Path) -> Iterator[tuple[_Server, str]]:
    server = _Server(folder)
    thread = Thread(target=server.serve_forever)
    thread.start()
    try:
        yield server, f"http://127.0.0.1:{server.server_address[1]}/"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def _first_result(browser: Browser, server: _Server, root: str, text: str) -> tuple[int, int, float]:
    """Bytes of the search alone, bytes with the page, and seconds, from an empty cache to the first result."""
    context = browser.new_context(locale="sv-SE")
    page = context.new_page()
    server.sent.clear()
    begun = time.perf_counter()
    page.goto(f"{root}sok/?q={quote(text)}", wait_until="commit")
    page.wait_for_selector("#sok-traffar li", timeout=60_000)
    seconds = time.perf_counter() - begun
    sent = list(server.sent)
    context.close()
    own = sum(size for path, size in sent if path.startswith("/pagefind/") or path == "/sok/diarienummer.json")
    return own, sum(size for _, size in sent), seconds


def _presses(page: Page, texts: tuple[str, ...]) -> list[float]:
    return [float(page.evaluate(_PRESS, text)) for text in texts]


def _indexed(site: Path) -> None:
    shutil.rmtree(site / search.FOLDER, ignore_errors=True)
    before, begun = _cpu(), time.perf_counter()
    search.index(site)
    wall = time.perf_counter() - begun
    memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1000
    pages = sum(1 for _ in site.rglob("*.pf_fragment"))
    size = sum(file.stat().st_size for file in (site / search.FOLDER).rglob("*") if file.is_file())
    print(
        f"Index: {pages} sidor, {_cpu() - before:.1f} CPU-s, {wall:.1f} s, högst {memory:.0f} MB minne, {size / 1e6:.1f} MB filer"
    )


def _cpu() -> float:
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(one.ru_utime + one.ru_stime for one in used)


def _built(folder: Path, meetings: int) -> Path:
    """A project in the folder with a synthetic record, built without its index."""
    for name in ("mkdocs.yml", "content", "site_overrides"):
        source = ROOT / name
        shutil.copytree(source, folder / name) if source.is_dir() else shutil.copy(source, folder)
    settings = folder / "mkdocs.yml"
    settings.write_text(
        settings.read_text("utf-8").replace("build_scripts/site/hook.py", str(ROOT / "build_scripts/site/hook.py"))
    )
    for body in ("exempelnamnden", "exempel-ks"):
        shutil.copytree(ROOT / "meetings" / body, folder / "meetings" / body)
    generate(folder, meetings, seed=1)
    if klubbat(["bygg", "--katalog", str(folder), "--utan-sok", "--tyst", "--idag", TODAY]):
        sys.exit("Provarkivet kunde inte byggas.")
    return (folder / "site").resolve()


def measure(site: Path) -> None:
    """Prints what every query costs."""
    with _serving(site) as (server, root), started() as browser:
        print(
            "| sökning | byte för sökningen | byte med sidan | sidan öppnas till träff, s | tangent till träff, ny ms | igen ms |"
        )
        print("|---|---:|---:|---:|---:|---:|")
        context = browser.new_context(locale="sv-SE")
        page = context.new_page()
        page.goto(f"{root}sok/?q=protokoll")
        page.wait_for_selector("#sok-traffar li", timeout=60_000)
        fresh, again = _presses(page, QUERIES), _presses(page, QUERIES)
        context.close()
        costs = [_first_result(browser, server, root, text) for text in QUERIES]
        for text, (own, whole, seconds), one, two in zip(QUERIES, costs, fresh, again, strict=True):
            print(f"| {text} | {own / 1000:.0f} kB | {whole / 1000:.0f} kB | {seconds:.2f} | {one:.0f} | {two:.0f} |")
        alone = statistics.median(own for own, _, _ in costs) / 1000
        opened = statistics.median(seconds for _, _, seconds in costs)
        print(
            f"| median | {alone:.0f} kB | | {opened:.2f} | {statistics.median(fresh):.0f} | {statistics.median(again):.0f} |"
        )


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--meetings", type=int, default=220)
    parser.add_argument("--sajt", type=Path, help="en färdig webbplats i stället för ett nytt provarkiv")
    parser.add_argument("--utan-index", action="store_true", help="indexet finns redan")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        site = arguments.sajt.resolve() if arguments.sajt else _built(Path(folder), arguments.meetings)
        if not arguments.utan_index:
            _indexed(site)
        measure(site)


if __name__ == "__main__":
    main()
