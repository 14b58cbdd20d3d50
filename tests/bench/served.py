"""A web server that counts what it sends: scripts, pages and JSON packed, and nothing twice that is unchanged, as any does."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from urllib.parse import unquote, urlsplit

COMPRESSED = (".js", ".json", ".html", ".css", "/")


class Counting(SimpleHTTPRequestHandler):
    """Sends the files of a folder."""

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
        changed = self.date_time_string(int(file.stat().st_mtime))
        if self.headers["If-Modified-Since"] == changed:
            self.send_response(304)
            self.end_headers()
            return
        content = file.read_bytes()
        self.send_response(200)
        self.send_header("Last-Modified", changed)
        self.send_header("Content-Type", self.guess_type(str(file)))
        if path.endswith(COMPRESSED):
            content = gzip.compress(content, 6)
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        assert isinstance(self.server, Server)
        self.server.sent.append((path, len(content)))
        self.wfile.write(content)


class Server(ThreadingHTTPServer):
    """`sent`: the path and size of everything that was sent."""

    def __init__(self, folder: Path) -> None:
        super().__init__(("127.0.0.1", 0), partial(Counting, directory=str(folder)))
        self.sent: list[tuple[str, int]] = []

    def handle_error(self, request: object, client_address: object) -> None:
        """A browser that goes on closes its connections."""


@contextmanager
def serving(folder: Path) -> Iterator[tuple[Server, str]]:
    """The folder on a port of this machine; gives the server and its address."""
    server = Server(folder)
    thread = Thread(target=server.serve_forever)
    thread.start()
    try:
        yield server, f"http://127.0.0.1:{server.server_address[1]}/"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
