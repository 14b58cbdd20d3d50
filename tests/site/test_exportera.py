"""The exported pages can be built by another engine, with nothing lost."""

import html
import re
import subprocess
import sys
from pathlib import Path

import pytest

from build_scripts.__main__ import main
from build_scripts.exports.files import NUMBERS
from build_scripts.mkdocs_adapter.long_words import SOFT_HYPHEN
from tests.site.projects import ROOT, TODAY, contents, tiny

_SETTINGS = """\
site_name: En annan motor
strict: true
theme: {name: null, custom_dir: mall}
markdown_extensions: [admonition, attr_list, def_list, tables, toc]
validation: {anchors: warn, unrecognized_links: info}
"""
_TEMPLATE = "<!doctype html><title>{{ page.title }}</title><main>{{ page.content }}</main>"
_TAGS = re.compile(r"<[^>]+>")
_ARTICLE = re.compile(r"<article[^>]*>(.*)</article>", re.DOTALL)
_MAIN = re.compile(r"<main>(.*)</main>", re.DOTALL)


def words(page: str, part: re.Pattern[str]) -> list[str]:
    """The words that a reader sees in that part of a page, without what may part long ones."""
    found = part.search(page)
    assert found
    return html.unescape(_TAGS.sub(" ", found[1])).replace(SOFT_HYPHEN, "").split()


def test_another_engine_builds_every_address_with_the_same_words(tmp_path: Path, built: Path) -> None:
    assert main(["exportera", "--katalog", str(ROOT), "--idag", TODAY, "--ut", str(tmp_path / "docs")]) == 0
    (tmp_path / "properdocs.yml").write_text(_SETTINGS, encoding="utf-8")
    (tmp_path / "mall").mkdir()
    (tmp_path / "mall" / "main.html").write_text(_TEMPLATE, encoding="utf-8")
    command = [sys.executable, "-m", "properdocs", "build", "--quiet"]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")

    ours = {name for name in contents(built) if not name.startswith(("assets/", "pagefind/"))}
    theirs = set(contents(tmp_path / "site"))
    machines = {
        "404.html",
        "410.html",
        "robots.txt",
        *NUMBERS.values(),
        "sitemap.xml",
        "anslag.json",
        "anslagstavla/fragment.html",
    }
    assert ours - theirs <= machines
    assert len(theirs) > 200
    pages = sorted(
        name for name in ours & theirs if name.startswith(("avux/", "malmo-", "arenden/")) and name.endswith(".html")
    )
    assert len(pages) > 60
    for name in pages:
        page = (tmp_path / "site" / name).read_text("utf-8")
        assert words(page, _MAIN) == words((built / name).read_text("utf-8"), _ARTICLE), name


def test_braces_in_the_record_are_no_template_for_anybody(tmp_path: Path) -> None:
    root = tiny(tmp_path / "projekt")
    assert main(["exportera", "--katalog", str(root), "--idag", TODAY, "--ut", str(tmp_path / "ut")]) == 0
    item = (tmp_path / "ut/prov/2026-11-26/cykelplan/index.md").read_text("utf-8")
    assert item.startswith('---\ntitle: "Cykelplan')
    assert "<p>Planen har &#123;&#123; två &#125;&#125; delar.</p>" in item
    assert "\n\n" not in item.split("---\n\n", 1)[1]
    start = (tmp_path / "ut/index.md").read_text("utf-8")
    assert start.startswith('---\ntitle: "Start"\n---\n\n\n# Välkommen\n\ntorsdag 26 november 2026')
    assert (tmp_path / "ut/prov/2026-11-26/bilagor/karta.csv").read_text("utf-8") == "väg;längd\nNorra;4\n"


def test_nothing_is_written_over(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = tiny(tmp_path)
    assert main(["exportera", "--katalog", str(root), "--ut", str(root)]) == 2
    assert capsys.readouterr().err == f"klubbat exportera: {root} är inte tom; ange en ny eller tom mapp.\n"


def test_a_record_with_errors_is_not_exported(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = tiny(tmp_path / "projekt", {"meetings/prov/organ.md": "---\nnamn: Prov\n---\n"})
    assert main(["exportera", "--katalog", str(root), "--ut", str(tmp_path / "ut")]) == 1
    assert "meetings/prov/organ.md" in capsys.readouterr().err
    assert not (tmp_path / "ut").exists()
