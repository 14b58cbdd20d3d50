"""What the page of a year's schedule says first."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.pages.html import Fragment
from tests.pages.records import BODY, built


@pytest.mark.parametrize(
    ("days", "said"),
    [
        (("2026-03-12", "2026-04-16"), "2 sammanträden på torsdagar i Ekstads kommun."),
        (("2026-03-12", "2026-04-15"), "2 sammanträden i Ekstads kommun."),
        (("2026-03-12",), "1 sammanträde i Ekstads kommun."),
    ],
)
def test_the_weekday_is_told_where_all_meetings_have_it(tmp_path: Path, days: tuple[str, ...], said: str) -> None:
    rows = "".join(f"  - datum: {one}\n" for one in days)
    files = {
        "parknamnden/organ.md": BODY,
        "parknamnden/sammantradesordning/2026.md": f"---\når: 2026\nläge: beslutad\nsammanträden:\n{rows}---\n",
    }
    page = built(tmp_path, files)["parknamnden/sammantradesordning/2026/"]
    assert said in [line.replace("\N{NO-BREAK SPACE}", " ") for line in Fragment(page.html).lines]
