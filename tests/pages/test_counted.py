"""The archive in numbers: what is counted, and what is left out."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from macros.facts.day import Day
from macros.pages.counted import TimeOfKind, meetings_per_year, times_of_cases
from tests.pages.html import Fragment
from tests.pages.records import BODY, TODAY, built, record

CALL = "---\ndatum: {day}\nläge: {state}\n---\n"
FILES = {
    "parknamnden/organ.md": BODY,
    **{
        f"parknamnden/{day}/kallelse.md": CALL.format(day=day, state=state)
        for day, state in (
            ("2025-01-09", "genomfört"),
            ("2025-02-13", "genomfört"),
            ("2025-03-13", "inställt\nskäl: Få ärenden."),
            ("2026-01-15", "kallat"),
            ("2026-03-12", "kallat"),
        )
    },
}


def _item(number: int, kind: str = "") -> str:
    return f"---\nrubrik: Ärende {number}\ndiarienummer: PN/2025:{number}\n{kind}---\n"


MATTERS = {
    **FILES,
    "parknamnden/2025-01-09/01-ett.md": _item(1, "slag: motion\n"),
    "parknamnden/2025-02-13/01-ett.md": _item(1, "slag: beslut\n"),
    "parknamnden/2025-01-09/02-tva.md": _item(2, "slag: motion\n"),
    "parknamnden/2026-01-15/02-tva.md": _item(2, "slag: motion\n"),
    "parknamnden/2025-01-09/03-tre.md": _item(3),
    "parknamnden/2025-02-13/03-tre.md": _item(3),
    "parknamnden/2025-01-09/04-fyra.md": _item(4, "slag: beslut\n"),
    "parknamnden/2026-01-15/05-fem.md": _item(5, "slag: beslut\n"),
    "parknamnden/2026-03-12/05-fem.md": _item(5, "slag: beslut\n"),
}


def test_meetings_are_counted_by_year_without_those_cancelled_or_to_come(tmp_path: Path) -> None:
    found = meetings_per_year(Day(record(tmp_path, FILES), TODAY))
    assert (found.years, [(body.name, counts) for body, counts in found.rows]) == (
        (2025, 2026),
        [("Parknämnden", (2, 1))],
    )
    lines = Fragment(built(tmp_path / "sidor", FILES)["kalender/"].html).lines
    assert lines[lines.index("Organ") :][:6] == ["Organ", "2025", "2026", "Parknämnden", "2", "1"]


def test_the_time_of_a_case_is_from_its_first_step_to_its_latest(tmp_path: Path) -> None:
    found = times_of_cases(Day(record(tmp_path, MATTERS), TODAY))
    assert found.rows == (TimeOfKind("Beslutsärende", 1, 35, 35, 35), TimeOfKind("Motion", 2, 35, 35, 371))
    later = times_of_cases(Day(record(tmp_path / "senare", MATTERS), dt.date(2026, 3, 12)))
    assert later.rows[0] == TimeOfKind("Beslutsärende", 2, 35, 35, 56)
    lines = Fragment(built(tmp_path / "sidor", MATTERS)["arenden/"].html).lines
    table = lines[lines.index("Slag") :]
    assert table[:10] == ["Slag", "Ärenden", "Kortast", "Mitterst", "Längst", "Beslutsärende", "1", "35", "35", "35"]
