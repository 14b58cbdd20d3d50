"""nginx for tests, with the shipped settings: only names, ports, paths and certificate are this machine's."""

from __future__ import annotations

import datetime as dt
import os
import shutil
import signal
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from tests.site.projects import PATIENCE, ROOT

SETTINGS = ROOT / "docs/drift"
HOST = "arkiv.example.se"
_MODULES = "/etc/nginx/modules-enabled/*.conf"


def nginx() -> str:
    """The path of the server."""
    found = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin")
    assert found, "Testerna kör webbservern nginx, som inte finns här: kör make setup-browser."
    return found


def free_port() -> int:
    """A port of this machine that nothing listens to."""
    with socket.socket() as asked:
        asked.bind(("127.0.0.1", 0))
        return int(asked.getsockname()[1])


def _certificate(folder: Path) -> None:
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, HOST)])
    begins = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)
    made = (
        x509.CertificateBuilder(name, name, key.public_key(), 1, begins, begins + dt.timedelta(days=36500))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(HOST)]), critical=False)
        .sign(key, hashes.SHA256())
    )
    (folder / "fullchain.pem").write_bytes(made.public_bytes(serialization.Encoding.PEM))
    private = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    (folder / "privkey.pem").write_bytes(private)


def _fitted(settings: str, site: Path, folder: Path, plain: int, secure: int) -> str:
    """The shipped settings on this machine: each change must find its place."""
    changes = {
        "    listen 80;\n    listen [::]:80;\n": f"    listen 127.0.0.1:{plain};\n",
        "    listen 443 ssl http2;\n    listen [::]:443 ssl http2;\n": f"    listen 127.0.0.1:{secure} ssl http2;\n",
        "/etc/letsencrypt/live/arkiv.example.se/": f"{folder}/",
        "root /srv/klubbat/site;": f"root {site};",
    }
    for old, new in changes.items():
        assert old in settings
        settings = settings.replace(old, new)
    return settings


@contextmanager
def running(site: Path, folder: Path, workers: int = 1, more: str = "") -> Iterator[tuple[int, int]]:
    """nginx serving the site: its ports without and with TLS. `folder` holds its files; `more` is said beside them."""
    plain, secure = free_port(), free_port()
    _certificate(folder)
    fitted = _fitted((SETTINGS / "nginx-site.conf").read_text("utf-8"), site, folder, plain, secure)
    # Where the tests run as root the server's own user may not look into their folders.
    user = "user root;" if os.geteuid() == 0 else ""
    (folder / "nginx.conf").write_text(
        f"""\
{user} daemon off; pid {folder}/pid; error_log {folder}/fel.log warn; worker_processes {workers};
include {_MODULES};
events {{ worker_connections 1024; }}
http {{
    include /etc/nginx/mime.types;
    sendfile on; tcp_nopush on; access_log off;
    client_body_temp_path {folder}/b; proxy_temp_path {folder}/p; fastcgi_temp_path {folder}/f;
    uwsgi_temp_path {folder}/u; scgi_temp_path {folder}/s;
{(SETTINGS / "nginx-http.conf").read_text("utf-8")}
{fitted}
{more}
}}
""",
        encoding="utf-8",
    )
    server = subprocess.Popen([nginx(), "-e", str(folder / "fel.log"), "-c", str(folder / "nginx.conf")])
    try:
        _wait(secure, server)
        yield plain, secure
    finally:
        server.send_signal(signal.SIGTERM)
        server.wait(PATIENCE)


def _wait(port: int, server: subprocess.Popen[bytes]) -> None:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        assert server.poll() is None, "nginx gick inte igång."
        with socket.socket() as asked:
            if not asked.connect_ex(("127.0.0.1", port)):
                return
        time.sleep(0.05)
    raise AssertionError("nginx svarar inte.")
