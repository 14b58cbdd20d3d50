"""What is due on a day, family by family, and how it is told."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import pytest

from build_scripts.__main__ import main
from build_scripts.commands.lage import Situation, as_json, as_markdown, as_text
from macros.planning.due import due
from macros.planning.task import DueKind
from tests.dates.examples import day
from tests.new.records import HOME, archive, shipped, sound

ORGAN = """\
---
namn: Testnämnden
kommun: Provköpings kommun
slag: {kind}
anmälan_av_delegation:
  dag: 2
  tid: 12:00
  vid_helgdag: efter
enheter:
  - Skolskjuts
  - Måltider
{more}---
"""


def organ(kind: str = "nämnd", more: str = "") -> str:
    return ORGAN.format(kind=kind, more=more)


def told(root: Path, today: dt.date, kind: DueKind) -> list[tuple[str, str]]:
    return [(one.date.isoformat(), one.what) for one in due(archive(root), today) if one.kind is kind]


def test_the_steps_that_are_left_and_the_meetings(tmp_path: Path) -> None:
    today = day("Wednesday 2026-03-04")
    root = sound(tmp_path)
    assert told(root, today, DueKind.STEP) == [
        ("2026-03-04", "Deadline för handlingar (sammanträdet 12 mars 2026)"),
        ("2026-03-09", "Beredning (sammanträdet 12 mars 2026)"),
        ("2026-09-02", "Deadline för handlingar (sammanträdet 10 september 2026)"),
        ("2026-09-07", "Beredning (sammanträdet 10 september 2026)"),
    ]
    assert told(root, today, DueKind.MEETING) == [("2026-03-12", "Sammanträde"), ("2026-09-10", "Sammanträde")]


def test_a_cancelled_meeting_has_no_steps(tmp_path: Path) -> None:
    call = "---\ndatum: 2026-03-12\nläge: inställt\nskäl: Inga ärenden.\n---\n"
    root = sound(tmp_path, {"2026-03-12/kallelse.md": call})
    assert told(root, day("Wednesday 2026-03-04"), DueKind.MEETING) == [("2026-09-10", "Sammanträde")]


def test_an_imported_item_waits_to_be_read(tmp_path: Path) -> None:
    draft = "---\nrubrik: Nya bänkar\nslag: beslut\npubliceras: nej\nskäl: oläst\n---\nBänkarna är slitna.\n"
    root = sound(tmp_path, {"2026-03-12/09-bankar.md": draft})
    assert (
        "2026-03-12",
        "Ärende 9, Nya bänkar, är importerat men inte läst (sammanträdet 12 mars 2026)",
    ) in told(root, day("Wednesday 2026-03-04"), DueKind.DOCUMENT)


def test_calls_items_and_folders_that_are_missing(tmp_path: Path) -> None:
    files = {
        "organ.md": organ(more="kallelse_senast: 7\n"),
        "2026-03-12/kallelse.md": "---\ndatum: 2026-03-12\nläge: planerat\n---\n",
        "2026-03-12/02-skolskjuts.md": "---\nrubrik: Skolskjuts\nslag: beslut\n---\n",
        "2026-03-12/03-maskat-arende.md": "---\npubliceras: maskat\nskäl: sekretess\n---\n",
    }
    root = sound(tmp_path, files)
    assert told(root, day("Monday 2026-03-09"), DueKind.DOCUMENT) == [
        ("2026-03-05", "Ärende 1, Cykelplan, saknar förslag till beslut (sammanträdet 12 mars 2026)"),
        ("2026-03-05", "Ärende 2, Skolskjuts, saknar text och förslag till beslut (sammanträdet 12 mars 2026)"),
        ("2026-03-05", "Kallelsen till 12 mars 2026 saknar brev"),
        ("2026-03-05", "Kallelsen till 12 mars 2026 skulle ha skickats"),
        ("2026-09-03", "Sammanträdet 10 september 2026 har ingen kallelse"),
    ]


def test_a_call_without_items_says_so(tmp_path: Path) -> None:
    call = "---\ndatum: 2026-09-10\nläge: kallat\n---\n"
    root = sound(tmp_path, {"2026-09-10/kallelse.md": call})
    found = told(root, day("Monday 2026-09-07"), DueKind.DOCUMENT)
    assert found == [("2026-09-10", "Kallelsen till 10 september 2026 saknar brev och ärenden")]


@pytest.mark.parametrize(
    ("today", "expected"),
    [
        pytest.param("Friday 2026-02-27", [], id="Friday before the month's end, its list is here already"),
        pytest.param(
            "Tuesday 2026-03-31",
            [("2026-04-02", "Delegationsbeslut för mars 2026 från Skolskjuts ska komma in")],
            id="two days before the last day",
        ),
        pytest.param(
            "Tuesday 2026-04-07",
            [
                ("2026-04-02", "Delegationsbeslut för mars 2026 från Skolskjuts har inte kommit in"),
                ("2026-05-04", "Delegationsbeslut för april 2026 från Skolskjuts ska komma in"),
            ],
            id="Tuesday after Easter, April's day is a Saturday and moves to Monday",
        ),
    ],
)
def test_lists_of_the_units_that_send_them(tmp_path: Path, today: str, expected: list[tuple[str, str]]) -> None:
    root = sound(tmp_path, {"organ.md": organ()})
    assert told(root, day(today), DueKind.DELEGATION_LIST) == expected


def test_lists_that_a_unit_owes_are_one_line_and_lead_to_the_next_meeting(tmp_path: Path) -> None:
    root = sound(tmp_path, {"organ.md": organ()})
    found = [one for one in due(archive(root), day("Friday 2027-02-05")) if one.kind is DueKind.DELEGATION_LIST]
    assert [(one.date.isoformat(), one.what, one.remedy) for one in found] == [
        (
            "2026-04-02",
            "Delegationsbeslut för mars 2026–januari 2027 från Skolskjuts har inte kommit in",
            "",
        ),
        ("2027-03-02", "Delegationsbeslut för februari 2027 från Skolskjuts ska komma in", ""),
    ]
    found = [one for one in due(archive(root), day("Tuesday 2026-03-10")) if one.kind is DueKind.DELEGATION_LIST]
    assert [one.remedy for one in found] == [
        'klubbat ny delegationslista testnamnden 2026-03-12 --enhet "Skolskjuts" --månad 2026-03'
    ]


def test_the_steps_after_a_meeting_are_over_when_its_minutes_are_approved(tmp_path: Path) -> None:
    year = (sound(tmp_path / "a") / HOME / "sammantradesordning/2026.md").read_text("utf-8")
    step = "  - id: justering\n    namn: Justering\n    dagar_efter: 10\n    slag: möte\n    vid_helgdag: efter\n"
    later = year.replace("sammanträden:\n", f"{step}sammanträden:\n  - datum: 2026-02-05\n")
    minutes = (tmp_path / "a" / HOME / "2026-02-05/protokoll.md").read_text("utf-8")
    waits = minutes.replace("    justerat: 2026-02-12\n    anslag:\n      - anslaget: 2026-02-13\n", "")
    assert later != year
    assert waits != minutes
    today = day("Friday 2026-02-13")
    for name, text, expected in (("b", minutes, []), ("c", waits, ["Justering (sammanträdet 5 februari 2026)"])):
        root = sound(tmp_path / name, {"sammantradesordning/2026.md": later, "2026-02-05/protokoll.md": text})
        told_now = [what for _, what in told(root, today, DueKind.STEP)]
        assert [what for what in told_now if what.endswith("(sammanträdet 5 februari 2026)")] == expected


def test_minutes_to_write_to_approve_and_to_post(tmp_path: Path) -> None:
    minutes = (sound(tmp_path / "a") / HOME / "2026-02-05/protokoll.md").read_text("utf-8")
    open_minutes = minutes.replace("    justerat: 2026-02-12\n    anslag:\n      - anslaget: 2026-02-13\n", "")
    approved = minutes.replace("    anslag:\n      - anslaget: 2026-02-13\n", "")
    assert open_minutes != approved != minutes
    today = day("Friday 2026-03-13")
    write = ("2026-03-26", "Protokollet från 12 mars 2026 ska skrivas och justeras")
    cases = (
        ("b", minutes, DueKind.MINUTES, [write]),
        ("c", open_minutes, DueKind.MINUTES, [("2026-02-19", "§§ 4–8 från 5 februari 2026 ska justeras"), write]),
        (
            "d",
            approved,
            DueKind.NOTICE,
            [
                (
                    "2026-02-14",
                    "§§ 4–8 från 5 februari 2026 ska anslås (enligt söndagsregeln senast 16 februari 2026)",
                )
            ],
        ),
    )
    for name, text, kind, expected in cases:
        root = sound(tmp_path / name, {"2026-02-05/protokoll.md": text})
        assert told(root, today, kind) == expected


def test_a_notice_that_is_up_ends_with_the_last_day_of_appeal(tmp_path: Path) -> None:
    root = sound(tmp_path)
    told_now = told(root, day("Friday 2026-02-27"), DueKind.NOTICE)
    what = "Sista dag att överklaga §§ 4–8 från 5 februari 2026; anslaget tas ned tidigast 7 mars 2026"
    assert told_now == [("2026-03-06", what)]
    assert told(root, day("Saturday 2026-03-07"), DueKind.NOTICE) == []


def test_assignments_that_are_not_reported(tmp_path: Path) -> None:
    root = sound(tmp_path)
    what = "Uppdraget i § 6 från 5 februari 2026 ska redovisas av Förvaltningschefen: Räkna på kostnaden."
    assert told(root, day("Friday 2026-02-27"), DueKind.ASSIGNMENT) == [("2026-03-31", what)]


def test_nothing_is_awaited_of_a_body_that_is_no_longer_followed(tmp_path: Path) -> None:
    root = shipped(tmp_path, "avux")
    assert due(archive(root), day("Thursday 2017-09-07")) == ()


TEXT = """\
Läget onsdag 8 april 2026

Försenat

Torsdag 26 mars, för 13 dagar sedan
  Testnämnden: Protokollet från 12 mars 2026 ska skrivas och justeras
    → klubbat ny protokoll testnamnden 2026-03-12

Tisdag 31 mars, för 8 dagar sedan
  Testnämnden: Uppdraget i § 6 från 5 februari 2026 ska redovisas av
    Förvaltningschefen: Räkna på kostnaden.

Torsdag 2 april, för 6 dagar sedan
  Testnämnden kl. 12.00: Delegationsbeslut för mars 2026 från Skolskjuts har
    inte kommit in

De närmaste 30 dagarna

Måndag 4 maj, om 26 dagar
  Testnämnden kl. 12.00: Delegationsbeslut för april 2026 från Skolskjuts ska
    komma in

Därefter: Deadline för handlingar (sammanträdet 10 september 2026), Testnämnden,
onsdag 2 september 2026 (om 147 dagar).
"""


def test_the_situation_as_text(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = sound(tmp_path, {"organ.md": organ()})
    for word in ("läge", "lage"):
        assert main([word, "--katalog", str(root), "--idag", "2026-04-08"]) == 0
        assert capsys.readouterr().out == TEXT


@pytest.mark.parametrize(
    ("today", "horizon", "expected"),
    [
        (
            "Sunday 2026-05-10",
            30,
            "Läget söndag 10 maj 2026\n\nInget väntar de närmaste 30 dagarna. Därefter: Deadline för handlingar\n"
            "(sammanträdet 10 september 2026), Testnämnden, onsdag 2 september 2026 (om 115\ndagar).\n",
        ),
        ("Sunday 2028-05-14", 0, "Läget söndag 14 maj 2028\n\nInget väntar i dag. Inget mer finns inplanerat.\n"),
        (
            "Sunday 2028-05-14",
            1,
            "Läget söndag 14 maj 2028\n\nInget väntar till i morgon. Inget mer finns inplanerat.\n",
        ),
    ],
)
def test_when_nothing_waits_it_says_what_is_next(today: str, horizon: int, expected: str, tmp_path: Path) -> None:
    now = day(today)
    all_of_it = [
        one for one in due(archive(sound(tmp_path)), now) if one.date >= now and one.kind is not DueKind.DOCUMENT
    ]
    assert as_text(Situation(all_of_it, now, horizon)) == expected


def test_the_situation_as_a_list_to_tick_off_and_as_json(tmp_path: Path) -> None:
    now = day("Tuesday 2026-03-24")
    situation = Situation(due(archive(sound(tmp_path)), now), now, 3)
    assert as_markdown(situation) == (
        "## Läget tisdag 24 mars 2026\n\n"
        "- [ ] torsdag 26 mars 2026 (om 2 dagar) – Testnämnden: "
        "Protokollet från 12 mars 2026 ska skrivas och justeras\n"
        "  - `klubbat ny protokoll testnamnden 2026-03-12`\n\n"
        "Därefter: Uppdraget i § 6 från 5 februari 2026 ska redovisas av Förvaltningschefen: Räkna på kostnaden, "
        "Testnämnden, tisdag 31 mars 2026 (om 7 dagar).\n"
    )
    assert json.loads(as_json(situation))[0] == {
        "datum": "2026-03-26",
        "tid": None,
        "organ": "testnamnden",
        "slag": "protokoll",
        "vad": "Protokollet från 12 mars 2026 ska skrivas och justeras",
        "dagar_kvar": 2,
        "försenat": False,
        "fil": f"{HOME}/2026-03-12/kallelse.md",
        "åtgärd": "klubbat ny protokoll testnamnden 2026-03-12",
        "förklaring": None,
    }


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--organ", "avux"], "avux följs inte längre (historiskt: ja i organ.md), så inget väntar där."),
        (["--organ", "avx"], 'organet "avx" finns inte. Menade du avux? Organ som finns: avux.'),
        (["--dagar", "många"], '"många" är inget antal dagar; skriv ett tal från 0 till 4000.'),
    ],
)
def test_wrong_use_is_told(words: list[str], said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["läge", "--katalog", str(shipped(tmp_path, "avux")), *words]) == 2
    assert capsys.readouterr().err == f"klubbat läge: {said}\n"
