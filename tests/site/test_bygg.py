"""`klubbat bygg` and plain `mkdocs build`: the same pages, and with errors no change at all."""

import datetime as dt
import os
import re
import shutil
import subprocess
import sys
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from build_scripts.__main__ import main
from build_scripts.site import building
from build_scripts.site.prepared import Prepared, prepare
from build_scripts.site.unchanged import BuildOrder
from macros.pages.page import Promise
from tests.site.projects import EPOCH, ROOT, TODAY, contents, tiny, write

pytestmark = pytest.mark.slow
"""Builds whole sites, or makes every page of the shipped record."""

DAY = dt.date.fromisoformat(TODAY)
ITEM = "meetings/prov/2026-11-26/01-cykelplan.md"


def build(root: Path, *options: str) -> int:
    return main(["bygg", "--katalog", str(root), "--idag", TODAY, *options])


def after_progress(told: str) -> str:
    """What was told after the lines of how far the build had come."""
    return "".join(line for line in told.splitlines(keepends=True) if not line.endswith(" ...\n"))


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
        f"{pages + 1 + files} adresser är nya: klubbat skicka för in dem i listan över utgivet.\n"
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


def test_errors_leave_the_old_site_untouched(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = tiny(tmp_path)
    build(root)
    before = contents(root / "site"), (root / "site").readlink()
    write(root, ITEM, (root / ITEM).read_text("utf-8").replace("PRO/2026:7", "PRO-2026/7"))
    capsys.readouterr()
    assert build(root) == 1
    told = capsys.readouterr().err
    assert 'meetings/prov/2026-11-26/01-cykelplan.md:3:15: fel[diarienummer-form]: "PRO-2026/7"' in told
    assert told.endswith(f"1 fel och 2 varningar i 5 filer.\nInget byttes: {root / 'site'} är som förut.\n")
    assert (contents(root / "site"), (root / "site").readlink()) == before


def test_every_kind_of_failure_leaves_the_old_site_untouched(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = tiny(tmp_path)
    build(root)
    before = contents(root / "site")
    front = (root / "content/index.md").read_text("utf-8")
    cases = {
        f"{front}\n[Borta](borta.md)\n": (
            "Bygget misslyckades:\n"
            "content/index.md:11:9: fel[trasig-länk]: Länken borta.md leder till något som inte finns.\n"
        ),
        f"{front}\n[Borta](borta/)\n": "index.html: fel[utgåva]: Länken borta/ leder ingenstans: borta/index.html finns inte.\n",
        f"{front}\n{{{{ okänd() }}}}\n": "fel[makro-värde]: Funktionen okänd finns inte.\n",
        f"{front}\n{{% if x %}}\n": "fel[makro-form]: {% kan inte användas i texter.\n",
        front.replace("title: Start", "title: Start\ntitle: Två"): "content/index.md:3:1: fel[",
    }
    for content, message in cases.items():
        write(root, "content/index.md", content)
        capsys.readouterr()
        assert build(root) == 1, content
        assert message in capsys.readouterr().err
        assert contents(root / "site") == before, content
    write(root, "content/index.md", front)
    write(root, "content/prov.md", "# Prov\n")
    capsys.readouterr()
    assert build(root) == 1
    assert "content/prov.md: fel[adress-upptagen]: Adressen /prov/ tillhör redan en sida som kommer ur arkivet." in (
        capsys.readouterr().err
    )


@pytest.mark.parametrize("inputs", [("samma",), None], ids=["remembered by its inputs", "always made"])
def test_a_dead_link_on_a_page_of_the_record_is_never_shown(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], inputs: tuple[str, ...] | None
) -> None:
    root = tiny(tmp_path)
    assert build(root, "--utan-sok") == 0
    before = contents(root / "site")

    def with_dead_link(*given: Any, **named: Any) -> Prepared:
        prepared = prepare(*given, **named)
        (page,) = (page for page in prepared.pages if page.address == "prov/2026-11-26/cykelplan/")
        dead = Promise(page.address, page.kind, lambda: replace(page.make(), html='<a href="../borta/">A</a>'), inputs)
        return replace(prepared, pages=tuple(dead if one is page else one for one in prepared.pages))

    monkeypatch.setattr(building, "prepare", with_dead_link)
    write(root, ITEM, (root / ITEM).read_text("utf-8").replace("Planen", "Hela planen"))
    told = "cykelplan/index.html: fel[utgåva]: Länken ../borta/ leder ingenstans: prov/2026-11-26/borta/index.html finns inte."
    for _ in ("made", "kept"):
        capsys.readouterr()
        assert build(root, "--utan-sok") == 1
        assert told in capsys.readouterr().err
        assert contents(root / "site") == before


def _with_last_in_frame(folder: Path, html: str) -> Path:
    """A project with a theme of its own, whose frame has the HTML last."""
    root = tiny(folder)
    shutil.copytree(ROOT / "site_overrides", root / "site_overrides")
    frame = (root / "site_overrides/base.html").read_text("utf-8")
    write(root, "site_overrides/base.html", frame.replace("</body>", f"{html}</body>"))
    settings = (root / "mkdocs.yml").read_text("utf-8")
    write(root, "mkdocs.yml", settings.replace(str(ROOT / "site_overrides"), "site_overrides"))
    return root


def test_a_theme_whose_frame_leads_nowhere_is_never_shown(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = _with_last_in_frame(tmp_path, '<a href="/arkiv/borta/">A</a>')
    assert build(root, "--utan-sok") == 1
    told = capsys.readouterr().err
    for name in ("index.html", "prov/index.html", "prov/2026-11-26/cykelplan/index.html"):
        assert f"\n{name}: fel[utgåva]: Länken /arkiv/borta/ leder ingenstans: borta/index.html finns inte.\n" in told


def test_a_theme_whose_frame_holds_a_persons_number_is_never_shown(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = _with_last_in_frame(tmp_path, "<p>850709-9805</p>")
    assert build(root, "--utan-sok") == 1
    assert (
        ": fel[personnummer]: Stopp: 850709-**** är ett personnummer eller samordningsnummer."
        in capsys.readouterr().err
    )
    assert not (root / "site").exists()


@pytest.mark.parametrize(
    ("files", "message"),
    [
        ({"mkdocs.yml": "site_name: [\n"}, "Bygget misslyckades:\n"),
        ({"mkdocs.yml": "site_name: A\nsite_url: [a]\n"}, "Bygget misslyckades:\n"),
        ({"content/index.md": "---\ntemplate: borta.html\n---\n\n# A\n"}, "Bygget misslyckades:\n"),
    ],
    ids=["settings that do not parse", "settings that are wrong", "a template that is not there"],
)
def test_wrong_settings_are_told_without_a_traceback(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], files: dict[str, str], message: str
) -> None:
    root = tiny(tmp_path, files)
    assert build(root) == 1
    told = after_progress(capsys.readouterr().err)
    assert told.startswith(message)
    assert "Traceback" not in told
    assert told.endswith(f"Inget byttes: {root / 'site'} är som förut.\n")


def test_wrong_use(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = tiny(tmp_path / "projekt")
    (tmp_path / "brev.txt").write_text("x")
    assert build(root, "--ut", str(tmp_path)) == 2
    assert capsys.readouterr().err == (
        f"klubbat bygg: {tmp_path} innehåller något annat än en webbplats och skrivs inte över; ange en annan mapp.\n"
    )
    assert main(["bygg", "--katalog", str(root), "--idag", "igår"]) == 2
    assert capsys.readouterr().err == 'klubbat bygg: "igår" är inget datum av formen ÅÅÅÅ-MM-DD.\n'


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


class Reading(HTMLParser):
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
    titles = {file.relative_to(root / "site").as_posix(): Reading(page).title for file, page in pages.items()}
    assert titles["prov/2026-11-26/cykelplan/index.html"].startswith(hostile)
    assert titles["prov/index.html"].startswith(hostile)
    assert titles["sok/index.html"].startswith("</title><script>alert(1)</script> &amp;")


def test_a_build_shows_no_attachment_that_nobody_has_read(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """As the hook before a commit; a preview on one's own machine does."""
    root = tiny(tmp_path)
    build = ["bygg", "--katalog", str(root), "--idag", TODAY, "--utan-sok", "--utan-pdf", "--tyst"]
    assert main(build) == 0
    for name, changed in {"karta.csv": "väg;längd\nNorra;5\n", "granskning.yml": "granskat: []\n"}.items():
        file = root / "meetings/prov/2026-11-26/bilagor" / name
        before = file.read_text("utf-8")
        file.write_text(changed, encoding="utf-8")
        capsys.readouterr()
        assert main(build) == 1
        told = capsys.readouterr().err
        assert "meetings/prov/2026-11-26/bilagor/karta.csv: fel[inkommen-bilaga]" in told
        assert told.endswith(f"Inget byttes: {root / 'site'} är som förut.\n")
        file.write_text(before, encoding="utf-8")
    assert main(build) == 0
    (root / "meetings/prov/2026-11-26/bilagor/karta.csv").write_text("väg;längd\nNorra;5\n", encoding="utf-8")
    building.release(BuildOrder(root, DAY, tmp_path / "eget/site", searchable=False, printable=False, reviewed=False))
    assert (tmp_path / "eget/site/prov/2026-11-26/bilagor/karta.csv").is_file()
