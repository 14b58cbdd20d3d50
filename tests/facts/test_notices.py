"""Notices: how long one stays up, and what it says."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path

import pytest

from macros.facts.notices import Posted, notices
from macros.record.reading import read
from tests.checks.case import SOUND
from tests.pages.held import HELD, MINUTES, NOTICE
from tests.pages.records import record

ADDRESS = "anslagstavla/testnamnden-2026-02-05-4/"


def test_a_notice_stays_up_from_its_day_to_the_last_day_of_appeal() -> None:
    archive, findings = read(SOUND)
    assert findings == []
    found = {notice.address: notice for notice in notices(archive)}[ADDRESS]
    days = [dt.date(2026, 2, 12) + dt.timedelta(days=apart) for apart in range(30)]
    up = [day for day in days if found.is_up(day)]
    assert (up[0], up[-1], len(up)) == (dt.date(2026, 2, 13), dt.date(2026, 3, 6), 22)
    assert found.earliest_removal == found.earliest_laga_kraft == dt.date(2026, 3, 7)
    assert re.fullmatch("1:[0-9a-f]{64}", found.digest)


MINUTES_PATH = "parknamnden/2026-02-12/protokoll.md"
NOTICE_PATH = "parknamnden/anslag/2026-01-anstallningar.md"


def _notices(root: Path, changed: dict[str, str]) -> list[Posted]:
    """The notices of paragraph 2, of the other paragraphs, and of the delegated decisions."""
    found = list(notices(record(root, {**HELD, **changed})))
    assert [[one.number for one in notice.paragraphs] for notice in found] == [[2], [1, 3, 4, 5], []]
    return found


SAID = [
    (MINUTES_PATH, MINUTES, "ärende: nya-bankar", "ärende: andra-bankar", 0),
    (MINUTES_PATH, MINUTES, "rubrik: Val av vice ordförande", "rubrik: Val av ledamot", 1),
    (MINUTES_PATH, MINUTES, "punkt: Val av justerare", "punkt: Val av protokollsjusterare", 1),
    (MINUTES_PATH, MINUTES, "anslaget: 2026-02-13", "anslaget: 2026-02-14", 0),
    (MINUTES_PATH, MINUTES, "justerat: 2026-02-12", "justerat: 2026-02-13", 0),
    (MINUTES_PATH, MINUTES, "förvaras: Arkivet", "förvaras: Stadsarkivet", 1),
    (NOTICE_PATH, NOTICE, "rubrik: Anställningar i januari", "rubrik: Anställningar", 2),
    (NOTICE_PATH, NOTICE, "Namnen publiceras inte.", "Namnen lämnas ut på begäran.", 2),
    (NOTICE_PATH, NOTICE, "datum: 2026-01-20", "datum: 2026-01-21", 2),
    (NOTICE_PATH, NOTICE, "en trädgårdsmästare", "två trädgårdsmästare", 2),
    (NOTICE_PATH, NOTICE, "delegat: Parkchef\n", "delegat: Parkchef\n  - datum: 2026-01-21\n    beslut: Avsked\n", 2),
    (NOTICE_PATH, NOTICE, "protokollfört: 2026-02-02", "protokollfört: 2026-02-01", 2),
    (NOTICE_PATH, NOTICE, "anslaget: 2026-02-03", "anslaget: 2026-02-04", 2),
]


@pytest.mark.parametrize(
    ("path", "text", "old", "new", "which"), SAID, ids=[f"{case[2]} blir {case[3]}" for case in SAID]
)
def test_the_digest_tells_that_this_notice_says_something_else_and_no_other(
    tmp_path: Path, path: str, text: str, old: str, new: str, which: int
) -> None:
    assert text.count(old) == 1
    before = [notice.digest for notice in _notices(tmp_path / "before", {})]
    after = [notice.digest for notice in _notices(tmp_path / "after", {path: text.replace(old, new)})]
    assert [n for n, digest in enumerate(before) if after[n] != digest] == [which]
    assert len(set(after)) == len(after)


def test_a_notice_has_its_own_place_and_municipality_or_the_bodys(tmp_path: Path) -> None:
    found = _notices(tmp_path, {})
    assert [notice.kept_at for notice in found] == ["Kansliet", "Arkivet", "Kansliet"]
    assert {notice.municipality for notice in found} == {"Ekstads kommun"}


def test_what_a_notice_does_not_say_leaves_its_digest(tmp_path: Path) -> None:
    """How a paragraph is appealed, or when a notice was taken down, is not among what was announced."""
    before = [notice.digest for notice in _notices(tmp_path / "before", {})]
    text = MINUTES.replace("Nämnden väljer Bo Al.", "Nämnden väljer Cia Rönn.")
    after = _notices(
        tmp_path / "after", {MINUTES_PATH: text, NOTICE_PATH: NOTICE.replace("nedtaget: 2026-02-25\n", "")}
    )
    assert [notice.digest for notice in after] == before


def test_a_notice_can_be_reviewed_while_one_of_its_paragraphs_can(tmp_path: Path) -> None:
    """Only paragraph 3, which is withheld, can be of the second notice; of the first nothing can when paragraph 2 cannot."""
    assert [notice.is_reviewable for notice in _notices(tmp_path / "before", {})] == [True, True, True]
    text = MINUTES.replace("    uppdrag:\n", "    överklagande: kan inte överklagas\n    uppdrag:\n")
    text = text.replace("utfall: visas inte\n", "utfall: visas inte\n    överklagande: kan inte överklagas\n")
    after = _notices(tmp_path / "after", {MINUTES_PATH: text})
    assert [notice.is_reviewable for notice in after] == [False, False, True]
