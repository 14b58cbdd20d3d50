"""What the cases of single rules cannot show: kinds of bodies, what is not judged, and reports that hold together."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.checks.case import EXPECTED, NOTHING, SOUND, findings, lay_out, names

MINUTES = "meetings/testnamnden/2026-02-05/protokoll.md"
MEMBERS = "meetings/testnamnden/ledamoter.md"


def test_without_members_nothing_is_held_against_them(record: Path) -> None:
    (record / MEMBERS).unlink()
    changed = (record / MINUTES).read_text(encoding="utf-8").replace("Gustav Hed", "Urban Öberg")
    (record / MINUTES).write_text(changed, encoding="utf-8")
    assert findings(record) == NOTHING


def test_members_that_cannot_be_read_are_told_once(record: Path) -> None:
    text = (record / MEMBERS).read_text(encoding="utf-8").replace("roll: ordförande", "roll: ordforande")
    (record / MEMBERS).write_text(text, encoding="utf-8")
    assert [line for line in findings(record).splitlines() if line.startswith("meetings")] == [
        'meetings/testnamnden/ledamoter.md:6:15: fel[okänt-värde]: "ordforande" är inget av de ord som kan stå här.'
    ]


def test_minutes_that_cannot_be_read_are_told_once(record: Path) -> None:
    text = (record / MINUTES).read_text(encoding="utf-8").replace("  - nummer: 5", "  - nummer: fem")
    (record / MINUTES).write_text(text, encoding="utf-8")
    assert [line for line in findings(record).splitlines() if line.startswith("meetings")] == [
        f'{MINUTES}:24:13: fel[heltal-form]: "fem" är inget heltal mellan 1 och 9999.'
    ]


@pytest.mark.parametrize("kind", ["nämnd", "styrelse", "utskott", "fullmäktige"])
def test_the_sound_record_is_sound_for_every_kind_of_body(kind: str, record: Path) -> None:
    """No rule of fullmäktige alone (announcement, KL 5:13-15 and 5:52; minority, 5:50) is asked of anybody here."""
    body = record / "meetings/testnamnden/organ.md"
    body.write_text(body.read_text(encoding="utf-8").replace("slag: nämnd", f"slag: {kind}"), encoding="utf-8")
    summons = record / "meetings/testnamnden/2026-02-05/kallelse.md"
    called = summons.read_text(encoding="utf-8").replace("slag: extra", "slag: extra\nkallelsens_datum: 2026-02-03")
    summons.write_text(called, encoding="utf-8")
    assert findings(record) == NOTHING


def test_every_case_of_minutes_changes_something(tmp_path: Path) -> None:
    changed = [name for name in names() if (SOUND.parent / name / "byt.txt").exists()]
    assert len(changed) > 100
    for name in changed[:: len(changed) // 10]:
        root = tmp_path / name
        with pytest.MonkeyPatch.context() as patch:
            lay_out(name, root, patch)
        files = {path.relative_to(root): path.read_bytes() for path in root.rglob("*") if path.is_file()}
        assert Path(EXPECTED) not in files
        assert files != {path.relative_to(SOUND): path.read_bytes() for path in SOUND.rglob("*") if path.is_file()}
