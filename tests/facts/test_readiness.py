"""How far an item's papers have come, in every state that the desk shows."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.facts.readiness import Readiness, readiness
from macros.pages.states import readiness_state
from tests.pages.records import SMALL, record

PROPOSED = "rubrik: Broar\nförslag_till_beslut: [Nämnden antar planen.]\n"
STRUCK = "utgår:\n  datum: 2026-03-06\n"
UNREAD = "publiceras: nej\nskäl: oläst\n"


@pytest.mark.parametrize(
    ("header", "text", "is_reviewed", "state", "said"),
    [
        (PROPOSED, "Text.", True, Readiness.READY, "Klar"),
        (PROPOSED, "Text.", False, Readiness.UNREVIEWED, "Inte granskad"),
        (PROPOSED, "", False, Readiness.LACKING, "Saknar text"),
        ("rubrik: Broar\n", "", True, Readiness.LACKING, "Saknar text och förslag till beslut"),
        ("rubrik: Broar\nslag: information\n", "Text.", True, Readiness.READY, "Klar"),
        (PROPOSED + UNREAD, "", False, Readiness.DRAFT, "Utkast"),
        ("publiceras: maskat\nskäl: sekretess\n", "", False, Readiness.WITHHELD, "Visas inte"),
        (PROPOSED + STRUCK, "", False, Readiness.STRUCK, "Utgår"),
        (PROPOSED + UNREAD + STRUCK, "", False, Readiness.STRUCK, "Utgår"),
    ],
)
def test_how_far_the_papers_have_come(
    header: str, text: str, is_reviewed: bool, state: Readiness, said: str, tmp_path: Path
) -> None:
    archive = record(tmp_path, {**SMALL, "parknamnden/2026-03-12/03-broar.md": f"---\n{header}---\n{text}\n"})
    item = next(one for one in archive.items if one.slug == "broar")
    assert readiness(item, is_reviewed) is state
    assert readiness_state(item, is_reviewed).word == said
