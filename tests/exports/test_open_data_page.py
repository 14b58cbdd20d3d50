"""The examples of the page of open data are run as they stand there, against the files of the site."""

from __future__ import annotations

import datetime as dt
import html
import re
import subprocess
import sys
from pathlib import Path

from build_scripts.exports.files import linked
from macros.facts.day import Day
from macros.pages.build import pages
from tests.pages.held import HELD
from tests.pages.records import record
from tests.site.browser import served

TODAY = dt.date(2026, 3, 20)
_EXAMPLE = re.compile(r'<h3>([^<]*)</h3>\n<pre[^>]*><code class="language-python">(.*?)</code></pre>', re.DOTALL)
_SITE = "https://arkiv.example.se/"

PRINTED = {
    "Besluten ur tabellen": [
        "2026-02-26 parknamnden 1 Val av justerare",
        "2026-02-12 parknamnden 2 Nya bänkar",
        "2026-02-26 parknamnden 4 Medborgarförslag om hundrastgård",
        "2026-02-26 parknamnden 5 Val av vice ordförande",
    ],
    "Sammanträdena ur OParl": ["2026-02-12 Sammanträde 12 februari 2026, Parknämnden 5 punkter"],
    "Hur partierna röstade": [
        "2026-02-12 § 2 Nya bänkar",
        "  M no 2",
        "  S yes 2",
        "2026-02-12 § 5 Val av vice ordförande",
    ],
}


def test_the_page_has_these_examples_and_each_prints_what_the_record_holds(tmp_path: Path) -> None:
    archive = record(tmp_path / "arkiv", HELD)
    page = next(one for one in pages(archive, TODAY) if one.address == "data/")
    examples = {title: html.unescape(code) for title, code in _EXAMPLE.findall(page.html)}
    assert set(examples) == set(PRINTED)
    site = tmp_path / "site"
    with served(site) as address:
        for name, one in linked(Day(archive, TODAY), address).items():
            (site / name).parent.mkdir(parents=True, exist_ok=True)
            (site / name).write_bytes(one.content())
        for title, code in examples.items():
            assert code.count(_SITE) == 1
            example = code.replace(_SITE, address)
            done = subprocess.run(
                [sys.executable, "-X", "utf8", "-c", example],
                capture_output=True,
                text=True,
                encoding="utf-8",
                check=False,
            )
            assert (done.returncode, done.stderr) == (0, "")
            assert done.stdout.splitlines() == PRINTED[title]
