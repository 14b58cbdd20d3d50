"""The final list: order, explanations, and one fault giving one finding."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.checks import check
from macros.facts.day import Day
from macros.finding import Finding, Level, Place
from macros.judging import judge
from macros.record.reading import read
from tests.checks.case import SOUND, TODAY

MEETING = Path("meetings/testnamnden/2026-03-12")
BROKEN = "---\nrubrik: [\n---\n"


def _rules(root: Path) -> list[tuple[str, str]]:
    archive, known = read(root)
    return [
        (found.place.path.rpartition("/")[2], found.rule)
        for found in judge(archive, known, Day(archive.without_drafts, TODAY))
    ]


def test_the_sound_record_has_nothing_to_find(record: Path) -> None:
    assert _rules(record) == []


@pytest.mark.parametrize(
    "broken",
    [
        "2026-03-12/01-cykelplan.md",
        "2026-03-12/kallelse.md",
        "2026-03-12/delegationsbeslut/2026-02-skolskjuts.md",
        "sammantradesordning/2026.md",
        "delegationsordning/2026-01-01.md",
        "organ.md",
    ],
)
def test_a_file_that_cannot_be_read_is_told_once(record: Path, broken: str) -> None:
    later = record / "meetings/testnamnden/2026-09-10"
    later.mkdir()
    (later / "kallelse.md").write_text("---\ndatum: 2026-09-10\nläge: kallat\n---\n", encoding="utf-8")
    item = "---\nrubrik: Igen\nfortsätter: 2026-03-12/cykelplan\nexpedieras_till:\n  - organ:testnamnden\n---\n"
    text = "Se [planen](/testnamnden/2026-03-12/cykelplan/).\n"
    (later / "01-igen.md").write_text(item + text, encoding="utf-8")
    (record / "meetings/testnamnden" / broken).write_text(BROKEN, encoding="utf-8")
    assert _rules(record) == [(broken.rpartition("/")[2], "indrag")]


def test_readings_own_warnings_are_explained_too(record: Path) -> None:
    item = record / MEETING / "02-skolskjuts.md"
    text = "---\r\nrubrik: Skolskjuts\r\nförklaringar:\r\n  radslut: Filen kommer ur ett annat system.\r\n---\r\n"
    item.write_bytes(text.encode())
    archive, known = read(record)
    (found,) = judge(archive, known, Day(archive.without_drafts, TODAY))
    assert (found.rule, found.explanation) == ("radslut", "Filen kommer ur ett annat system.")


def test_findings_stand_in_order_of_place() -> None:
    archive, _ = read(SOUND)
    known = [Finding(Place("meetings/b.md", 1, 1), Level.WARNING, "radslut", "b", "b"),
             Finding(Place("meetings/a.md", 2, 1), Level.ERROR, "tabb", "a", "a")]  # fmt: skip
    assert [found.place.path for found in judge(archive, known, Day(archive.without_drafts, TODAY))] == [
        "meetings/a.md",
        "meetings/b.md",
    ]


def test_check_alone_knows_nothing_of_explanations(record: Path) -> None:
    path = record / MEETING / "delegationsbeslut/2026-02-skolskjuts.md"
    text = path.read_text(encoding="utf-8").replace("datum: 2026-02-10", "datum: 260210")
    path.write_text(text.replace("beslut:\n", "förklaringar:\n  datum-omskrivet: Så.\nbeslut:\n", 1), encoding="utf-8")
    archive, known = read(record)
    assert [found.explanation for found in check(Day(archive, TODAY))] == [""]
    assert [found.explanation for found in judge(archive, known, Day(archive.without_drafts, TODAY))] == ["Så."]
