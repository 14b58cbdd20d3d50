"""Projects to measure: a synthetic record with the site's own theme, its changes, and the same pages for other generators."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

from tests.bench.generate import BODIES_OF_A_MUNICIPALITY, generate
from tests.site.projects import ROOT, settings

DAY = "2026-11-22"
ADDRESS = "https://matning.example.se/"
STOCK = f"""\
site_name: Mätningen
site_url: {ADDRESS}
docs_dir: pages
theme: {{name: material, language: sv, font: false}}
nav: [index.md]
not_in_nav: "/*"
"""
"""MkDocs-Material as it comes, its search included; only the navigation is small."""

ITEMS_OF_A_NEW_AGENDA = 11


def project(folder: Path, meetings: int, sharing: int = BODIES_OF_A_MUNICIPALITY) -> Path:
    """A whole project with so many meetings; `sharing` is how many boards share a municipality."""
    generate(folder, meetings, seed=1, sharing=sharing)
    (folder / "mkdocs.yml").write_text(settings("Mätningen", ADDRESS), "utf-8")
    (folder / "content").mkdir()
    for name, title in (("index", "Start"), ("sok", "Sök"), ("sa-overklagar-du", "Så överklagar du")):
        (folder / "content" / f"{name}.md").write_text(f"---\ntitle: {title}\n---\n\n# {title}\n", "utf-8")
    return folder


def add_agenda(root: Path, number: int) -> None:
    """A coming meeting with eleven items in the first board."""
    folder = root / "meetings/namnd-001" / f"2026-12-{number + 1:02}"
    folder.mkdir()
    header = f"---\ndatum: {folder.name}\ntid: 18:00\nplats: Kommunhuset\nläge: kallat\n---\n\nVälkommen.\n"
    (folder / "kallelse.md").write_text(header, "utf-8")
    old = sorted(root.glob("meetings/namnd-001/20*/0*-*.md")) + sorted(root.glob("meetings/namnd-001/20*/1*-*.md"))
    for item in range(1, ITEMS_OF_A_NEW_AGENDA + 1):
        text = old[(number * 37 + item * 13) % len(old)].read_text("utf-8")
        text = "".join(line for line in text.splitlines(keepends=True) if not line.startswith("fortsätter:"))
        (folder / f"{item:02}-nytt-{item}.md").write_text(text, "utf-8")


def mend_typo(root: Path, number: int) -> None:
    """One word more in one report."""
    file = sorted(root.glob("meetings/namnd-001/20*/01-*.md"))[number]
    file.write_text(file.read_text("utf-8").rstrip() + "\n\nRättat.\n", "utf-8")


def for_others(root: Path, folder: Path) -> None:
    """The project's pages for other generators: reports as they were written, all else as HTML; with stock's settings."""
    command = [sys.executable, "-m", "build_scripts", "exportera", "--katalog", str(root), "--idag", DAY]
    command += ["--utan-pdf", "--ut", str(folder / "pages")]
    subprocess.run(command, check=True, capture_output=True, cwd=ROOT)
    _give_reports(root / "meetings", folder / "pages")
    (folder / "mkdocs.yml").write_text(STOCK, "utf-8")


_REPORT = re.compile(r'<section class="k-prosa">.*?</section>', re.DOTALL)


def _give_reports(record: Path, pages: Path) -> None:
    """Each report in the Markdown that it was written in, instead of our HTML of it: what others are to do, we do too."""
    for file in record.glob("*/20*/[0-9][0-9]-*.md"):
        page = pages / file.parent.relative_to(record) / file.stem.partition("-")[2] / "index.md"
        report = file.read_text("utf-8").split("\n---\n", 1)[1]
        text = _REPORT.sub("", page.read_text("utf-8"), count=1)
        page.write_text(f"{text}\n## Om ärendet\n\n{report}", "utf-8")
