"""`klubbat granska --webbplats`: whatever way it takes into a finished site it is found, but what was reviewed may stand."""

from __future__ import annotations

import gzip
import json
import shutil
from pathlib import Path

import pytest

from tests.guard import documents as made
from tests.guard.granska import ADDRESS, ITEM, LAST, MEETING, NUMBER, PLAN, REVIEW, Capture, guard, write
from tests.guard.labelled import check_digit


def _site(project: Path) -> Path:
    site = project / "site"
    (site / "sida").mkdir(parents=True)
    return site


FRAGMENT = gzip.compress(b"pagefind_dcd" + json.dumps({"content": f"Elev {NUMBER} hos oss"}).encode())
LEAKS = {
    "sida/index.html": f"<p>Elev <b>850709</b>&#8211;{LAST} hos oss</p>".encode(),
    "sida/titel.html": f'<meta name="description" content="Elev {NUMBER}">'.encode(),
    "sida/data.html": f'<script type="application/ld+json">{{"a":"{NUMBER}"}}</script>'.encode(),
    "sida/lank.html": f'<a href="/sok/?q=850709%2B{LAST}">x</a>'.encode(),
    "data.json": json.dumps({"a": [{"b": f"850709\u2013{LAST}"}]}).encode(),
    "tal.json": json.dumps({"a": int(f"19850709{LAST}")}).encode(),
    "kalender.ics": f"SUMMARY:Elev 850709-{LAST[:2]}\r\n {LAST[2:]}\r\n".encode(),
    "flode.xml": f"<feed><title>{NUMBER}</title></feed>".encode(),
    "tabell.csv": f"a;{NUMBER}".encode(),
    "robots.txt": NUMBER.encode(),
    f"sida/{NUMBER}.txt": b"x",
    "pagefind/fragment/sv_1.pf_fragment": FRAGMENT,
    "utdrag.pdf": made.pdf((f"Elev {NUMBER}",)),
}


@pytest.mark.parametrize("name", LEAKS)
def test_whatever_way_it_takes_it_is_found_in_the_site(name: str, project: Path, capsys: Capture) -> None:
    guard(project, PLAN, "--godkänn", *REVIEW)
    file = _site(project) / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(LEAKS[name])
    capsys.readouterr()
    assert guard(project, "--webbplats", str(project / "site")) == 1
    out = capsys.readouterr().out
    assert "fel[personnummer]: Stopp: 850709" in out.replace("19850709", "850709")
    assert LAST not in out


def test_all_that_stands_in_a_file_is_told_and_how_many_files_have_it(project: Path, capsys: Capture) -> None:
    guard(project, PLAN, "--godkänn", *REVIEW)
    site = _site(project)
    other = f"640823-323{check_digit('640823323')}"
    (site / "index.html").write_text(f"<p>{NUMBER} och {other}</p>", encoding="utf-8")
    (site / "sida/index.html").write_text(f"<p>{other}</p>", encoding="utf-8")
    capsys.readouterr()
    assert guard(project, "--webbplats", str(site)) == 1
    out = capsys.readouterr().out
    assert [line.partition("Stopp: ")[2] for line in out.splitlines() if "fel[" in line] == [
        "640823-**** är ett personnummer eller samordningsnummer. I 2 filer.",
        "850709-**** är ett personnummer eller samordningsnummer.",
    ]


def test_what_was_reviewed_in_the_source_may_stand_on_every_page(project: Path, capsys: Capture) -> None:
    guard(project, PLAN, "--godkänn", *REVIEW)
    write(project, ITEM, ADDRESS)
    site = _site(project)
    for name in ("index.html", "sida/index.html"):
        (site / name).write_text(f"<p>{ADDRESS}</p>", encoding="utf-8")
    shutil.copy(project / PLAN, site / "plan.pdf")
    assert guard(project, ITEM, "--godkänn", *REVIEW) == 0
    assert guard(project, "--webbplats", str(site)) == 0
    write(project, ITEM, "Inget.")
    (project / MEETING / "granskning.yml").unlink()
    capsys.readouterr()
    assert guard(project, "--webbplats", str(site)) == 1
    assert "kan vara någons hemadress. I 2 filer.\n  Gör så här: rätta källan" in capsys.readouterr().out


def test_scripts_and_the_themes_files_are_not_read(project: Path) -> None:
    guard(project, PLAN, "--godkänn", *REVIEW)
    site = _site(project)
    (site / "a.js").write_text(f'x="{NUMBER}"', encoding="utf-8")
    (site / "index.html").write_text(f"<script>{NUMBER}</script><p>Hej</p>", encoding="utf-8")
    assert guard(project, "--webbplats", str(site)) == 0
