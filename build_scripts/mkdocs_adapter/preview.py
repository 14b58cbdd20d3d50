"""The preview: the site as it would be released, served on this machine and prepared anew when a file changes.

Nothing takes it down. A record with errors or a build that fails leaves the last good pages standing, with a bar above
them that says what is wrong; so does what the whole build finds, which is made behind what is shown.
"""

from __future__ import annotations

import errno
import posixpath
import re
import sys
import traceback
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, Protocol
from urllib.parse import quote

from markupsafe import Markup, escape
from mkdocs.livereload import LiveReloadServer

from build_scripts.project import CONTENT, SETTINGS, THEME, WrongUse
from build_scripts.report import BuildFailed, Refused, report
from macros import addresses
from macros.finding import Level, as_text
from macros.record.home import RECORD

HOST = "127.0.0.1"
WATCHED = (RECORD, CONTENT, THEME, SETTINGS)

_SCRIPT_PATH = "/assets/forhandsvisning.js"
_SCRIPT = b"""\
const [epoch, id] = new URL(document.currentScript.src).search.slice(1).split("-");
const poll = () =>
  fetch(`/livereload/${epoch}/${id}`)
    .then((answer) => answer.text())
    .then((newest) => (Number(newest) > Number(epoch) ? location.reload() : setTimeout(poll, 100)))
    .catch(() => setTimeout(poll, 3000));
poll();
"""
"""Reloads the page when there is a newer build. A file, because the site's policy lets no script stand in a page."""

_STYLES_PATH = "/assets/forhandsvisning.css"
_STYLES = b"""\
.forhandsvisning { background: #7a1f1f; color: #fff; padding: 0.75rem 1rem; font: 1rem/1.4 sans-serif; }
.forhandsvisning a { color: inherit; }
.forhandsvisning summary { cursor: pointer; font-weight: bold; }
.forhandsvisning pre { overflow-x: auto; max-height: 50vh; color: inherit; background: none; }
"""

_POLLED = "/livereload/"

_OWN: dict[str, tuple[str, bytes | None]] = {
    _SCRIPT_PATH: ("application/javascript", _SCRIPT),
    _STYLES_PATH: ("text/css; charset=utf-8", _STYLES),
}

_NOTHING_YET = """\
<!doctype html>
<html lang="sv"><head><meta charset="utf-8"><title>Inget byggt än</title></head><body></body></html>
"""


class Previewed(Protocol):
    """What is shown."""

    def content(self, name: str) -> bytes | None:
        """A file's bytes; None where there is none."""


class Behind(Protocol):
    """The whole build, which nobody waits for."""

    def begin(self, tell: Callable[[Exception | None], None]) -> None:
        """Begins soon; `tell` is called with how it went, unless it is stopped before."""

    def stop(self) -> None:
        """Stops what is under way; when this returns nothing more is told."""


class Preview(LiveReloadServer):
    """MkDocs' server with a site of our own, and a bar on every page while something is wrong.

    `prepare` gives the site as the project is now, and raises as `building.release` does.
    """

    def __init__(self, prepare: Callable[[], Previewed], behind: Behind, port: int) -> None:
        super().__init__(self.rebuild, HOST, port, "", polling_interval=0.1)
        self.build_delay = 0.05
        self.hosts = tuple(f"{host}:{port}" for host in (HOST, "localhost"))
        self.prepare = prepare
        self.behind = behind
        self.site: Previewed | None = None
        self.bar = ""
        self.error_handler = self._instead_of_missing

    def rebuild(self) -> None:
        """Prepares what is shown, or tells why not in the terminal and the bar. Never raises: the server would wait for ever."""
        self.behind.stop()
        try:
            self.site = self.prepare()
        except Exception as failed:
            self._tell(failed, "sidorna är det senaste bygget som gick bra")
        else:
            self.bar = ""
            print("Byggt: sidorna visar det senaste.", flush=True)
            self.behind.begin(self._finished)

    def _tell(self, failed: Exception, shown: str) -> None:
        """In the terminal and in the bar; `shown` says what the pages below it are."""
        if isinstance(failed, Refused):
            report(failed.findings, failed.files, out=sys.stderr)
            errors = [as_text(finding) for finding in failed.findings if finding.level is Level.ERROR]
            self.bar = _bar(f"{len(errors)} fel: {shown}", "\n\n".join(errors))
        elif isinstance(failed, (BuildFailed, WrongUse)):
            print(failed, file=sys.stderr)
            self.bar = _bar("Bygget misslyckades", str(failed))
        else:
            # Whatever fails in one build is told above the last good pages; the next save builds again.
            traceback.print_exception(failed)
            self.bar = _bar("Bygget misslyckades av ett fel i programmet", repr(failed))

    def _finished(self, failed: Exception | None) -> None:
        """What the whole build found is told above the pages, which are loaded again for it."""
        if failed is None:
            return
        self._tell(failed, "sidorna är de senaste, men så kan de inte publiceras")
        with self._epoch_cond:
            # A rebuild that has begun meanwhile loads them anyway.
            if self._visible_epoch == self._wanted_epoch:
                self._visible_epoch = self._wanted_epoch = self._visible_epoch + 1
                self._epoch_cond.notify_all()

    def run(self, root: Path) -> None:
        """Serves what is built, and watches the project in `root` until it is interrupted."""
        for name in WATCHED:
            if (root / name).exists():
                self.watch(str(root / name))
        server: Any = self
        try:
            server.serve()
        except KeyboardInterrupt:
            pass
        except OSError as error:
            if error.errno != errno.EADDRINUSE:
                raise
            raise WrongUse(f"porten {self.server_address[1]} är upptagen; ange en annan med --port.") from None
        finally:
            self.behind.stop()
            self.shutdown()

    def _serve_request(self, environ: dict[str, Any], start_response: Callable[..., object]) -> Iterable[bytes] | None:
        if environ.get("HTTP_HOST") not in self.hosts:
            # A page on the web may have pointed a name of its own at this machine, to read what is not published yet.
            refusal = f"Sidan finns bara på http://{HOST}:{self.server_address[1]}/.\n".encode()
            start_response(
                "403 Forbidden",
                [("Content-Type", "text/plain; charset=utf-8"), ("Content-Length", str(len(refusal)))],
            )
            return [refusal]
        path = environ["PATH_INFO"].encode("latin-1").decode("utf-8", "ignore")
        if path.startswith(_POLLED):
            answer: Iterable[bytes] | None = super()._serve_request(environ, start_response)
            return answer
        kind, content = _OWN.get(path) or self._shown(path)
        if content is None:
            if self._shown(f"{path}/")[1] is None:
                return None
            start_response("302 Found", [("Location", f"{quote(path)}/")])
            return []
        start_response("200 OK", [("Content-Type", kind), ("Content-Length", str(len(content)))])
        return [content]

    def _shown(self, path: str) -> tuple[str, bytes | None]:
        """The kind and the content of a file of the site, as soon as a rebuild that is under way is done."""
        with self._epoch_cond:
            self._epoch_cond.wait_for(lambda: self._visible_epoch == self._wanted_epoch)
            epoch, site = self._visible_epoch, self.site
        name = posixpath.normpath(addresses.file_at(path)).lstrip("/")
        content = site.content(name) if site else None
        if content is not None and name.endswith(".html"):
            content = self._inject_js_into_html(content, epoch)
        server: Any = self
        return server._guess_type(name), content

    def _inject_js_into_html(self, content: bytes, epoch: int) -> bytes:
        script = f'<script src="{_SCRIPT_PATH}?{epoch}-{id(content)}"></script>'
        styles = f'<link rel="stylesheet" href="{_STYLES_PATH}">' if self.bar else ""
        head, found, body = content.partition(b"<body")
        attributes, _, rest = body.partition(b">")
        if not found:
            return content
        head = head.replace(b"</head>", f"{styles}{script}</head>".encode(), 1)
        return b"".join((head, found, attributes, b">", self.bar.encode(), rest))

    def _instead_of_missing(self, code: int) -> bytes:
        page = (self.site and self.site.content("404.html")) or _NOTHING_YET.encode()
        return self._inject_js_into_html(page, self._visible_epoch)


_RULE = re.compile(r"(?<=: fel\[)[\w-]+(?=\]: )")


def _bar(heading: str, text: str) -> str:
    """The bar; the rules that are named in it lead to their pages, which the last good site has."""
    bar = Markup('<details class="forhandsvisning" role="alert" open><summary>{}</summary><pre>{}</pre></details>')
    return str(bar.format(heading, Markup(_RULE.sub(_led_to_rule, escape(text)))))


def _led_to_rule(rule: re.Match[str]) -> str:
    return Markup('<a href="/{}">{}</a>').format(addresses.rule(rule[0]), rule[0])
