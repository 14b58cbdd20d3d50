"""What the start page tells: which decisions can be appealed on the day."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from macros.facts.day import Day
from macros.pages.start import courts, latest_calls, open_to_appeal
from tests.pages.held import HELD
from tests.pages.html import Fragment
from tests.pages.records import BODY, TODAY, record


def test_the_start_page_lists_what_can_be_appealed_now(tmp_path: Path) -> None:
    archive = record(tmp_path, HELD)
    assert Fragment(open_to_appeal(Day(archive, TODAY))).lines == [
        "§ 2 Nya bänkar Parknämnden", "Sista dag att överklaga: fredag 6 mars 2026", "2 anslag är uppe på anslagstavlan",
    ]  # fmt: skip
    assert Fragment(open_to_appeal(Day(archive, dt.date(2026, 2, 24)))).lines == [
        "§ 2 Nya bänkar Parknämnden", "Sista dag att överklaga: fredag 6 mars 2026",
        "Anställningar i januari Parknämnden", "Sista dag att överklaga: tisdag 24 februari 2026",
        "2 anslag är uppe på anslagstavlan",
    ]  # fmt: skip
    assert Fragment(open_to_appeal(Day(archive, dt.date(2026, 3, 21)))).lines[0] == (
        "Inga beslut kunde överklagas den 21 mars 2026. De visas här från den dag då protokollet är anslaget, i tre veckor."
    )


def _meeting(day: str, header: str, items: int) -> dict[str, str]:
    numbers = range(1, items + 1)
    return {
        f"parknamnden/{day}/kallelse.md": f"---\ndatum: {day}\n{header}---\n",
        **{f"parknamnden/{day}/{n:02}-damm-{n}.md": f"---\nrubrik: Damm {n}\n---\n" for n in numbers},
    }


def test_the_latest_calls_are_of_meetings_that_are_called_or_held_the_one_called_last_first(tmp_path: Path) -> None:
    files = {
        "parknamnden/organ.md": BODY,
        **_meeting("2026-01-15", "läge: genomfört\nkallelsens_datum: 2026-01-08\n", 2),
        **_meeting("2026-02-12", "läge: genomfört\n", 1),
        **_meeting("2026-03-05", "läge: inställt\nskäl: Storm.\n", 1),
        **_meeting("2026-03-12", "läge: kallat\nkallelsens_datum: 2026-02-10\n", 3),
        **_meeting("2026-03-19", "läge: kallat\n", 0),
        **_meeting("2026-04-16", "läge: planerat\n", 1),
    }
    lines = Fragment(latest_calls(record(tmp_path, files))).lines
    assert [line.split(" Ekstads kommun · ")[0] for line in lines] == [
        "Parknämnden torsdag 12 februari 2026",
        "Parknämnden torsdag 12 mars 2026",
        "Parknämnden torsdag 15 januari 2026",
    ]


def _court(name: str, municipality: str, more: str = "") -> str:
    return f"---\nnamn: {name}\nkommun: {municipality}\nslag: nämnd\n{more}överklagande:\n  domstol: Förvaltningsrätten\n---\n"


def test_the_courts_are_in_order_of_municipality_and_body_and_those_of_invented_bodies_last(tmp_path: Path) -> None:
    files = {
        "a/organ.md": _court("Alnämnden", "Aby kommun", "påhittat: ja\n"),
        "b/organ.md": _court("Ödlenämnden", "Ekby kommun"),
        "c/organ.md": _court("Ärtnämnden", "Ekby kommun"),
        "d/organ.md": _court("Ålnämnden", "Ekby kommun"),
        "e/organ.md": _court("Gamla nämnden", "Ekby kommun", "historiskt: ja\n"),
        "f/organ.md": "---\nnamn: Björknämnden\nkommun: Ekby kommun\nslag: nämnd\n---\n",
        "g/organ.md": _court("Östra nämnden", "Cedby kommun"),
    }
    archive = record(tmp_path, files)
    assert [line.partition(":")[0] for line in Fragment(courts(archive)).lines[:-1]] == [
        "Östra nämnden", "Ålnämnden", "Ärtnämnden", "Ödlenämnden", "Alnämnden (påhittat exempel)",
    ]  # fmt: skip
    assert Fragment(courts(record(tmp_path / "ingen", {"f/organ.md": files["f/organ.md"]}))).lines == [
        "Arkivet har inte adressen till någon domstol. Fråga kommunen vilken förvaltningsrätt den hör till."
    ]
