"""The shipped settings for nginx and systemd, in the real programs."""

from __future__ import annotations

import datetime as dt
import gzip
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import brotli
import httpx
import pytest

from build_scripts.__main__ import parser
from build_scripts.site.building import release
from build_scripts.site.unchanged import BuildOrder
from tests.site.nginx import HOST, SETTINGS, running
from tests.site.projects import PATIENCE, TODAY, settings, tiny, write

pytestmark = pytest.mark.slow
"""Builds a site and starts a server."""

ITEM = "meetings/prov/2026-11-26/01-cykelplan.md"
ADDRESS = "/prov/2026-11-26/cykelplan/"
ATTACHMENT = "/prov/2026-11-26/bilagor/karta.csv"
GONE = "/prov/2026-11-26/bilagor/ritning.pdf"
_POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy" content="([^"]+)">')


class ServedSite:
    """A project whose site is served, and who asks for it as a browser does."""

    def __init__(self, root: Path, port: int) -> None:
        self.root = root
        self.client = httpx.Client(
            base_url=f"https://127.0.0.1:{port}", headers={"Host": HOST}, verify=False, timeout=PATIENCE
        )

    def get(self, address: str, encoding: str = "identity", **headers: str) -> httpx.Response:
        return self.client.get(address, headers={"Accept-Encoding": encoding, **headers})


def build(root: Path) -> None:
    """Shows the site as `klubbat publicera` makes it."""
    release(BuildOrder(root, dt.date.fromisoformat(TODAY), root / "site", printable=False, compressed=True))


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ServedSite]:
    search = "---\ntitle: Sök\ntemplate: sok.html\n---\n\n# Sök\n"
    files = {"mkdocs.yml": settings("Provet", f"https://{HOST}/"), "content/sok.md": search}
    root = tiny(tmp_path_factory.mktemp("projekt"), files)
    text = (root / ITEM).read_text("utf-8")
    row = "  - fil: ritning.pdf\n    publiceras: nej\n    skäl: upphovsrätt\n    tillbakadragen: 2026-11-21\n"
    write(root, ITEM, text.replace("    fil: karta.csv\n", f"    fil: karta.csv\n{row}"))
    write(
        root,
        "meetings/utgivet/adresser.tsv",
        f"adress\tutgåva\tutgiven\tavtryck\tfil\tändring\n{GONE[1:]}\t1\t2026-11-20\t\t\t\n",
    )
    build(root)
    with running(root / "site", tmp_path_factory.mktemp("nginx")) as (plain, secure):
        moved = httpx.get(f"http://127.0.0.1:{plain}{ADDRESS}", headers={"Host": HOST}, timeout=PATIENCE)
        assert (moved.status_code, moved.headers["location"]) == (301, f"https://{HOST}{ADDRESS}")
        site = ServedSite(root, secure)
        with site.client:
            yield site


@pytest.mark.parametrize("address", ["/", ADDRESS, "/sok/", "/finns-inte/", GONE])
def test_the_policy_of_a_page_is_its_header_too(site: ServedSite, address: str) -> None:
    answer = site.get(address)
    said = _POLICY.search(answer.text)
    assert said
    assert answer.headers["content-security-policy"] == f"{said[1]}; frame-ancestors 'none'"


@pytest.mark.parametrize(
    "address", ["/", ADDRESS, ATTACHMENT, "/finns-inte", GONE, "/assets/klubbat.css", "/kalender/"]
)
def test_every_answer_has_every_header(site: ServedSite, address: str) -> None:
    headers = site.get(address).headers
    assert headers["strict-transport-security"] == "max-age=31536000"
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["x-frame-options"] == "DENY"
    assert headers["referrer-policy"] == "same-origin"
    assert headers["cross-origin-opener-policy"] == "same-origin"
    assert "geolocation=()" in headers["permissions-policy"]
    assert headers["cache-control"] == "no-cache"
    assert "frame-ancestors 'none'" in headers["content-security-policy"]
    assert headers["server"] == "nginx"


def test_compressed_copies_are_sent_and_are_the_page(site: ServedSite) -> None:
    page = site.get(ADDRESS)
    assert "content-encoding" not in page.headers
    for encoding, unpack in (("br", brotli.decompress), ("gzip", gzip.decompress)):
        with site.client.stream("GET", ADDRESS, headers={"Accept-Encoding": encoding}) as answer:
            sent = b"".join(answer.iter_raw())
        assert answer.headers["content-encoding"] == encoding
        assert answer.headers["vary"] == "Accept-Encoding"
        assert len(sent) < len(page.content) / 2
        assert unpack(sent) == page.content
    assert site.get(ADDRESS, "gzip, deflate, br").headers["content-encoding"] == "br"
    assert site.get(f"{ADDRESS}index.html.br").status_code == 404


def test_what_came_from_others_can_do_nothing_in_the_sites_name(site: ServedSite) -> None:
    answer = site.get(ATTACHMENT)
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    assert answer.headers["content-security-policy"].startswith("sandbox; default-src 'none'; ")


@pytest.mark.parametrize(
    ("address", "kind"),
    [
        (ADDRESS, "text/html"),
        ("/assets/klubbat.js", "application/javascript"),
        ("/feed/allt.xml", "text/xml"),
        ("/kalender/prov/sammantraden.ics", "text/calendar"),
        ("/data/beslut.csv", "text/csv"),
    ],
)
def test_types_and_letters_are_told(site: ServedSite, address: str, kind: str) -> None:
    answer = site.get(address)
    assert (answer.status_code, answer.headers["content-type"]) == (200, f"{kind}; charset=utf-8")


@pytest.mark.parametrize(
    ("address", "shared"),
    [
        ("/oparl/v1.1/system/system.json", "*"),
        ("/oparl/v1.1/finns-inte.json", "*"),
        ("/data/beslut.csv", "*"),
        ("/data/changes.json", "*"),
        ("/feed/allt.xml", "*"),
        ("/kalender/prov/sammantraden.ics", "*"),
        ("/anslag.json", "*"),
        ("/kalender/", None),
        ("/", None),
        (ADDRESS, None),
        (ATTACHMENT, None),
        ("/sok/", None),
    ],
)
def test_open_data_may_be_read_by_others_pages_and_nothing_else(
    site: ServedSite, address: str, shared: str | None
) -> None:
    assert site.get(address).headers.get("access-control-allow-origin") == shared


def test_the_page_of_notices_may_stand_in_a_frame_of_the_municipalitys_own_site(site: ServedSite) -> None:
    answer = site.get("/anslagstavla/fragment.html")
    said = _POLICY.search(answer.text)
    assert said
    assert answer.headers["content-security-policy"] == f"{said[1]}; frame-ancestors https:"
    assert "x-frame-options" not in answer.headers


def test_missing_and_withdrawn_are_told_in_swedish(site: ServedSite) -> None:
    for address in ("/finns-inte", "/prov/2026-11-26/bilagor/", "/prov/2026-11-26/bilagor/annan.pdf", "/.site/"):
        missing = site.get(address)
        assert (missing.status_code, "<h1>Sidan finns inte</h1>" in missing.text) == (404, True)
    gone = site.get(GONE)
    assert (gone.status_code, "<h1>Handlingen är tillbakadragen</h1>" in gone.text) == (410, True)
    assert site.get(ADDRESS.rstrip("/")).headers["location"] == ADDRESS


def test_a_reader_who_asks_again_gets_the_new_release_at_once(site: ServedSite) -> None:
    first = site.get(ADDRESS)
    tag = first.headers["etag"]
    assert site.get(ADDRESS, **{"If-None-Match": tag}).status_code == 304
    text = (site.root / ITEM).read_text("utf-8")
    write(site.root, ITEM, text.replace("antar planen", "avslår planen"))
    build(site.root)
    again = site.get(ADDRESS, **{"If-None-Match": tag})
    assert (again.status_code, "avslår planen" in again.text) == (200, True)
    write(site.root, ITEM, text)
    build(site.root)
    assert "antar planen" in site.get(ADDRESS, **{"If-None-Match": again.headers["etag"]}).text


def text_of(name: str) -> str:
    return (SETTINGS / name).read_text("utf-8")


def test_systemd_takes_the_nightly_build(tmp_path: Path) -> None:
    for name in ("klubbat-natt.service", "klubbat-natt.timer", "klubbat-larm@.service"):
        (tmp_path / name).write_text(
            text_of(name).replace("/srv/klubbat/arkiv/.venv/bin/klubbat", "/bin/true"), "utf-8"
        )
    verify = shutil.which("systemd-analyze")
    assert verify, "Testerna prövar inställningarna med systemd-analyze, som inte finns här: kör make setup-browser."
    units = [str(tmp_path / "klubbat-natt.service"), str(tmp_path / "klubbat-natt.timer")]
    command = re.search(r"^ExecStart=\S*/klubbat (.*)$", text_of("klubbat-natt.service"), re.MULTILINE)
    assert command
    assert parser(["publicera"]).parse_args(command[1].split()).target == Path("/srv/klubbat/site")
    done = subprocess.run([verify, "verify", *units], capture_output=True, text=True, check=False)
    assert [line for line in done.stderr.splitlines() if str(tmp_path) in line or "klubbat" in line] == []
    when = re.search(r"^OnCalendar=(.*)$", text_of("klubbat-natt.timer"), re.MULTILINE)
    assert when
    assert subprocess.run([verify, "calendar", when[1]], capture_output=True, check=False).returncode == 0
