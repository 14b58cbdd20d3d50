"""`klubbat bygg` and plain `mkdocs build`: the same pages, and with errors no change at all."""

import datetime as dt
import os
import re
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path

import pytest

from build_scripts.__main__ import main
from tests.site.projects import EPOCH, ROOT, TODAY, contents, tiny, write

pytestmark = pytest.mark.slow
"""Builds whole sites, or makes every page of the shipped record."""

DAY = dt.date.fromisoformat(TODAY)
ITEM = "meetings/prov/2026-11-26/01-cykelplan.md"


def build(root: Path, *options: str) -> int:
    return main(["bygg", "--katalog", str(root), "--idag", TODAY, *options])


def mkdocs(root: Path, *options: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--config-file", str(root / "mkdocs.yml"), *options]
    return subprocess.run(
        command,
        capture_output=True,
        text=True,
        check=False,
        env=os.environ | {"SOURCE_DATE_EPOCH": EPOCH, "PYTHONUTF8": "1"},
    )


def test_a_build_says_what_it_made(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = tiny(tmp_path)
    assert build(root) == 0
    told = capsys.readouterr()
    pages = len(list((root / "site").rglob("index.html")))
    files = len(
        [
            *(root / "site/kalender").rglob("*.ics"),
            *(root / "site/feed").rglob("*.xml"),
            *(root / "site/data").glob("*.[cj]*"),
            root / "site/oparl/v1.1/system/system.json",
            *(papers := [*(root / "site/pdf").rglob("*.pdf")]),
        ]
    )
    assert told.err == (
        f"Läser arkivet ...\nKontrollerar ...\nGör sidor ({pages - 3}) ...\nGör PDF-filer ({len(papers)}) ...\n"
        "Bygger sökindexet ...\nGranskar det färdiga ...\n"
    )
    assert told.out.replace("\N{NO-BREAK SPACE}", " ") == (
        f"{pages} sidor och 1 bilaga i {root / 'site'}.\n"
        "2 varningar; klubbat kontrollera visar dem.\n"
        f"{pages + 1 + files} nya adresser: klubbat skicka för in i listan över utgivet.\n"
    )
    assert (root / "site/prov/2026-11-26/bilagor/karta.csv").read_text("utf-8") == "väg;längd\nNorra;4\n"
    assert (root / "site/pagefind/pagefind.js").is_file()


def test_the_search_index_can_be_left_out(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = tiny(tmp_path)
    assert build(root, "--utan-sok", "--tyst", "--ut", str(tmp_path / "ut")) == 0
    assert capsys.readouterr().err == ""
    assert not (tmp_path / "ut" / "pagefind").exists()
    assert not (root / "site").exists()


def test_the_papers_can_be_left_out_and_are_made_again_only_when_anything_has_changed(tmp_path: Path) -> None:
    root = tiny(tmp_path)
    assert build(root, "--utan-sok", "--utan-pdf") == 0
    assert not (root / "site/pdf").exists()
    assert build(root, "--utan-sok") == 0
    assert sorted(papers_in(root / "site")) == [
        "prov-2026-11-26-handlingar.pdf",
        "prov-2026-11-26.pdf",
        "prov-sammantradesordning-2026.pdf",
    ]
    made = papers_in(root / "site")
    write(root, ITEM, (root / ITEM).read_text("utf-8") + "\nOch ett.\n")
    assert build(root, "--utan-sok") == 0
    changed = {name for name, content in papers_in(root / "site").items() if made[name] != content}
    assert changed == {"prov-2026-11-26-handlingar.pdf"}


def papers_in(site: Path) -> dict[str, bytes]:
    """The papers of a site, by name."""
    return {file.name: file.read_bytes() for file in (site / "pdf").rglob("*.pdf")}


def test_wrong_use(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = tiny(tmp_path / "projekt")
    (tmp_path / "brev.txt").write_text("x")
    assert build(root, "--ut", str(tmp_path)) == 2
    assert capsys.readouterr().err == (
        f"klubbat bygg: {tmp_path} innehåller annat än en webbplats från Klubbat och skrivs inte över; ange en annan mapp.\n"
    )
    for given, told in (
        ("igår", '"igår" är inget datum av formen ÅÅÅÅ-MM-DD.'),
        ("20261128", '"20261128" är inget datum av formen ÅÅÅÅ-MM-DD. Menade du 2026-11-28?'),
        ("2026-11-31", "2026-11-31 finns inte i kalendern."),
    ):
        assert main(["bygg", "--katalog", str(root), "--idag", given]) == 2
        assert capsys.readouterr().err == f"klubbat bygg: {told}\n"


def test_mkdocs_alone_gives_the_same_pages(tmp_path: Path, built: Path) -> None:
    done = mkdocs(ROOT, "--strict", "--site-dir", str(tmp_path / "site"))
    assert (done.returncode, done.stdout) == (0, "")
    assert contents(tmp_path / "site") == contents(built)
    assert len(contents(built, ".html")) > 200
    assert not (built / "sitemap.xml.gz").exists()


def test_mkdocs_alone_refuses_while_there_are_errors(tmp_path: Path) -> None:
    root = tiny(tmp_path)
    assert mkdocs(root).returncode == 0
    before = contents(root / "site")
    assert "prov/2026-11-26/cykelplan/index.html" in before
    write(root, ITEM, (root / ITEM).read_text("utf-8").replace("PRO/2026:7", "PRO-2026/7"))
    done = mkdocs(root)
    assert done.returncode == 1
    assert 'fel[diarienummer-form]: "PRO-2026/7"' in done.stderr
    assert "Arkivet har fel, så inget byggdes. Den gamla webbplatsen är orörd." in done.stdout + done.stderr
    assert contents(root / "site") == before


def test_bygg_takes_over_a_folder_that_mkdocs_made(tmp_path: Path) -> None:
    root = tiny(tmp_path)
    mkdocs(root)
    made = contents(root / "site")
    assert build(root) == 0
    assert (root / "site").is_symlink()
    assert contents(root / "site") == made == contents(root / ".site" / "0001")


@pytest.mark.parametrize("variables", [{"LC_ALL": "C", "TZ": "Pacific/Auckland", "PYTHONHASHSEED": "1"}])
def test_the_same_day_gives_the_same_bytes_on_any_machine(
    tmp_path: Path, built: Path, variables: dict[str, str]
) -> None:
    command = [
        sys.executable,
        "-m",
        "build_scripts",
        "bygg",
        "--katalog",
        str(ROOT),
        "--idag",
        TODAY,
        "--ut",
        str(tmp_path / "site"),
    ]
    environment = {key: value for key, value in os.environ.items() if key not in ("SOURCE_DATE_EPOCH", "PYTHONUTF8")}
    subprocess.run(command, check=True, capture_output=True, env=environment | variables, cwd=tmp_path)
    assert contents(tmp_path / "site") == contents(built)


class TextOfPage(HTMLParser):
    """The title and the scripts of a page as a browser reads them."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.title = ""
        self.alerts = 0
        self._within = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._within = tag

    def handle_endtag(self, tag: str) -> None:
        self._within = ""

    def handle_data(self, data: str) -> None:
        if self._within == "title":
            self.title += data
        if self._within == "script" and "alert" in data and "ld+json" not in data:
            self.alerts += 1


def test_a_hostile_title_stays_text_on_every_page(tmp_path: Path) -> None:
    hostile = "</title><script>alert(1)</script> &amp; {{ 7 * 7 }}"
    root = tiny(tmp_path, {"content/sok.md": f'---\ntitle: "{hostile.split(" {{")[0]}"\n---\n\n# A\n'})
    item = (root / ITEM).read_text("utf-8").replace("rubrik: Cykelplan", f"rubrik: '{hostile}'")
    write(root, ITEM, item)
    organ = (root / "meetings/prov/organ.md").read_text("utf-8").replace("namn: Provnämnden", f"namn: '{hostile}'")
    write(root, "meetings/prov/organ.md", organ)
    assert build(root) == 0
    pages = {file: file.read_text("utf-8") for file in (root / "site").rglob("*.html")}
    assert not [file for file, page in pages.items() if "<script>alert" in page]
    assert not [file for file, page in pages.items() if page.partition("</head>")[0].count("<title>") != 1]
    assert not [file for file, page in pages.items() if len(re.findall("<title[ >]", page)) != page.count("</title>")]
    titles = {file.relative_to(root / "site").as_posix(): TextOfPage(page).title for file, page in pages.items()}
    assert titles["prov/2026-11-26/cykelplan/index.html"].startswith(hostile)
    assert titles["prov/index.html"].startswith(hostile)
    assert titles["sok/index.html"].startswith("</title><script>alert(1)</script> &amp;")


NOTHING_TO_DO = """
import sys
from build_scripts.__main__ import main
main(sys.argv[1:])
print("pydantic" in sys.modules, file=sys.stderr)
"""


def test_a_build_that_has_nothing_to_do_loads_no_models(tmp_path: Path) -> None:
    words = ("bygg", "--katalog", str(tiny(tmp_path)), "--idag", TODAY, "--tyst", "--utan-pdf", "--utan-sok")
    command = (sys.executable, "-c", NOTHING_TO_DO, *words)
    told = [subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT).stderr for _ in range(2)]
    assert told == ["True\n", "False\n"]
