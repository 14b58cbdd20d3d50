"""Chromium for tests: found on the machine, never downloaded."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any
from urllib.parse import urlsplit

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Browser, Page, expect, sync_playwright

from tests.site.projects import PATIENCE

NAMES = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
"""The first costs half of the others: it draws no window of its own around a page."""
OPTIONS = ("--no-sandbox", "--disable-gpu", "--disable-background-networking")


def chromium() -> str:
    """The path of the browser."""
    found = next((path for name in NAMES if (path := shutil.which(name))), None)
    assert found, "Testerna öppnar sidorna i Chromium, som inte finns här: kör make setup-browser."
    return found


@contextmanager
def started() -> Iterator[Browser]:
    """A running browser."""
    expect.set_options(timeout=PATIENCE * 1000)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=list(OPTIONS))
        try:
            yield browser
        finally:
            browser.close()


def window(browser: Browser, **options: Any) -> Page:
    """A window with a context of its own, of Playwright's options, that waits as long as a busy machine needs."""
    context = browser.new_context(**options)
    context.set_default_timeout(PATIENCE * 1000)
    return context.new_page()


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Says nothing: the tests judge what is asked for."""

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """The site's own page for what is missing."""
        content = (Path(self.directory) / "404.html").read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)


class _Server(ThreadingHTTPServer):
    request_queue_size = 128
    """A search asks for many small files at once; who has no room in the queue is turned away."""

    def handle_error(self, request: object, client_address: object) -> None:
        """A browser that goes on to another page closes its connections: nothing to tell."""


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The folder on a port of this machine; gives the address, with a slash at the end."""
    server = _Server(("127.0.0.1", 0), partial(_Quiet, directory=str(folder)))
    thread = Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}/"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


RULES_OF_COLOUR = ("color-contrast", "link-in-text-block")
"""The rules of axe that may find something else in another theme."""

_VIOLATIONS = """async (rules) => {
  const found = await axe.run({ resultTypes: ["violations"], ...(rules.length ? { runOnly: rules } : {}) });
  return found.violations.flatMap((one) => one.nodes.map((node) => `${one.id}: ${node.html}`));
}"""


class Watched:
    """A page with what it asked for outside its host and what it complained of."""

    def __init__(self, page: Page, root: str) -> None:
        self.page = page
        self.faults: list[str] = []
        host = urlsplit(root).netloc
        page.on("request", lambda request: self._requested(request.url, host))
        page.on("console", lambda said: self._said(said.type, said.text))
        page.on("pageerror", lambda error: self.faults.append(f"error: {error}"))

    def violations(self, *rules: str) -> list[str]:
        """What axe finds, of every level, by these of its rules or by all.

        Its own styles are stopped by the site's policy, which is no fault of the page.
        """
        before = list(self.faults)
        if not self.page.evaluate("'axe' in window"):
            self.page.evaluate(AXE_SCRIPT)
        found: list[str] = self.page.evaluate(_VIOLATIONS, list(rules))
        self.faults[:] = before
        return found

    def _requested(self, url: str, host: str) -> None:
        parts = urlsplit(url)
        if parts.scheme not in ("data", "blob") and parts.netloc != host:
            self.faults.append(f"another host: {url}")

    def _said(self, kind: str, text: str) -> None:
        if kind in ("error", "warning"):
            self.faults.append(f"{kind}: {text}")
