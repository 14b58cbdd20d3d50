"""What pages tell of cases: their course, year and latest decision, what is open, related ones, and what a browser compares."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

from macros.facts.day import Day
from macros.pages.followed import changes
from tests.pages.held import HELD
from tests.pages.html import Fragment
from tests.pages.records import SMALL, TODAY, built, record

BENCHES, DOGS = "arenden/parknamnden-pn-2026-3/", "arenden/parknamnden-pn-2026-4/"


def test_the_case_tells_its_year_and_what_was_decided(tmp_path: Path) -> None:
    lines = Fragment(built(tmp_path, HELD)[DOGS].html).lines
    assert lines[lines.index("Bör avgöras") + 1] == (
        "Inom ett år enligt 6 kap. 34 § kommunallagen (2017:725), senast fredag 12 februari 2027: "
        "medborgarförslaget väcktes 12 februari 2026"
    )
    assert lines[: lines.index("Om ärendet")][-3:] == [
        *["§ 4 Återremitterat", "Ärendet återremitteras."],
        "Beslutet kan inte överklagas.",
    ]


def test_the_latest_of_several_decisions_stands_above_the_course_of_events(tmp_path: Path) -> None:
    name = "parknamnden/2026-02-12/03-hundrastgard.md"
    pages = built(tmp_path, {**HELD, name: HELD[name].replace("PN/2026:4", "PN/2026:3")})
    lines = Fragment(pages[BENCHES].html).lines
    first = lines.index("Senaste beslutet")
    assert lines[first + 1 : first + 4] == [
        "Ärendet återremitteras.",
        "§ 4, Parknämnden 12 februari 2026 Återremitterat",
        "Beslutet kan inte överklagas.",
    ]


OPEN = "Sista dag att överklaga är fredag 6 mars 2026. Laga kraft tidigast lördag 7 mars 2026. Så överklagar du"
OVER = "Tiden för överklagande gick ut fredag 6 mars 2026. Beslutet kunde få laga kraft tidigast lördag 7 mars 2026."


def test_the_case_says_until_when_each_decision_can_be_appealed_and_of_the_latest_that_the_time_is_over(
    tmp_path: Path,
) -> None:
    name = "parknamnden/2026-02-12/03-hundrastgard.md"
    two = {**HELD, name: HELD[name].replace("PN/2026:4", "PN/2026:3")}
    for day, alone, among in ((6, [OPEN], [OPEN]), (7, [OVER], [])):
        for files, told in ((HELD, alone), (two, among)):
            lines = Fragment(built(tmp_path, files, dt.date(2026, 3, day))[BENCHES].html).lines
            assert [line for line in lines if "fredag 6 mars" in line] == told


def test_what_is_proposed_stands_at_the_meeting_to_come(tmp_path: Path) -> None:
    proposed = "Förslag: Nämnden antar planen. (och 1 punkt till)"
    for day, told in ((12, 0), (11, 1)):
        lines = Fragment(built(tmp_path, SMALL, TODAY.replace(day=day))["arenden/parknamnden-pn-2026-7/"].html).lines
        assert lines.count(proposed) == told


def test_one_decision_stands_in_the_course_of_events_only(tmp_path: Path) -> None:
    assert "Senaste beslutet" not in Fragment(built(tmp_path, HELD)[BENCHES].html).lines


def test_a_body_lists_open_cases_and_late_assignments(tmp_path: Path) -> None:
    lines = Fragment(built(tmp_path, HELD)["parknamnden/"].html).lines
    assert lines[lines.index("Öppna ärenden") + 1] == (
        "Medborgarförslag om hundrastgård PN/2026:4 · Senaste händelse 12 februari 2026 "
        "· Bör avgöras senast 12 februari 2027"
    )
    assert lines[lines.index("Uppdrag som inte är redovisade") + 1] == (
        "Redovisa vad bänkarna kostade. Till: Parkchefen. Redovisas senast lördag 28 februari 2026. "
        "Försenat: dagen har passerat utan redovisning. Beslutat i § 2, 12 februari 2026."
    )


def test_open_cases_that_come_up_next_stand_first_and_beyond_ten_they_are_folded(tmp_path: Path) -> None:
    call = "---\ndatum: {}\nläge: {}\n---\n"
    files = {
        **HELD,
        "parknamnden/2026-02-26/kallelse.md": call.format("2026-02-26", "genomfört"),
        "parknamnden/2026-03-26/kallelse.md": call.format("2026-03-26", "planerat"),
        **{
            f"parknamnden/{day}/{n}-gata-{n}.md": f"---\nrubrik: Gata {n}\ndiarienummer: PN/2026:{n}\n---\n"
            for day, numbers in (("2026-02-26", range(20, 31)), ("2026-03-26", (31,)))
            for n in numbers
        },
    }
    lines = Fragment(built(tmp_path, files)["parknamnden/"].html).lines
    told = lines[lines.index("Öppna ärenden") + 1 :]
    assert told[0] == "Gata 31 PN/2026:31 · Tas upp 26 mars 2026"
    assert told[1] == "Gata 20 PN/2026:20 · Senaste händelse 26 februari 2026"
    assert told[10] == "3 öppna ärenden till"


def test_cases_that_name_each_other_are_related_both_ways(tmp_path: Path) -> None:
    item = HELD["parknamnden/2026-02-12/03-hundrastgard.md"] + "\nJämför med PN/2026:3, som gäller bänkar.\n"
    pages = built(tmp_path, {**HELD, "parknamnden/2026-02-12/03-hundrastgard.md": item})
    assert "PN/2026:3: Nya bänkar" in Fragment(pages[DOGS].html).lines
    assert "PN/2026:4: Medborgarförslag om hundrastgård" in Fragment(pages[BENCHES].html).lines


def test_what_a_browser_compares_with_grows_by_a_decision(tmp_path: Path) -> None:
    archive = record(tmp_path, HELD)
    before, after = (json.loads(changes(Day(archive, day)))["ärenden"][DOGS] for day in (dt.date(2026, 2, 25), TODAY))
    item = ["a:parknamnden/2026-02-12/hundrastgard/", "2026-02-12", "Parknämnden: Medborgarförslag om hundrastgård",
            "parknamnden/2026-02-12/hundrastgard/"]  # fmt: skip
    assert before == {"nummer": "PN/2026:4", "rubrik": "Medborgarförslag om hundrastgård", "händelser": [item]}
    place = "parknamnden/2026-02-12/protokoll/#p4"
    assert after["händelser"] == [item, [f"p:{place}:ater", "2026-02-12", "§ 4: Återremitterat", place]]


def test_a_case_gathers_items_decisions_and_stops_in_time_order(tmp_path: Path) -> None:
    assert Fragment(built(tmp_path, SMALL)["arenden/parknamnden-pn-2026-7/"].html).lines[3:] == [
        "PN/2026:7",
        "Ärende PN/2026:7, Ekstads kommun",
        "Plan för träd",
        "Öppet",
        "Läget den 2 mars 2026",
        "Ärendets gång",
        "2026",
        "tisdag 10 februari 2026 · Delegationsbeslut, Parknämnden · Parkchef Fällning av en alm",
        "Sammanträde torsdag 12 mars 2026 · Parknämnden · Beslutsärende Plan för träd",
        "Förslag: Nämnden antar planen. (och 1 punkt till)",
        "3 bilagor",
        "Trädplan (PDF, 2 kB)",
        "Karta (inte publicerad på webben – begär ut den: Karta)",
        "Rättad karta (inte publicerad på webben – begär ut den: Rättad karta) Tillkom vid sammanträdet. Ersätter ”Karta”.",
        "måndag 27 april 2026 · Ska behandlas enligt beslutsgången Fullmäktige",
        "Om ärendet",
        "Diarienummer",
        "PN/2026:7",
        "Organ",
        "Parknämnden, Fullmäktige",
        "Följ ärendet",
        "Ärendets dagar Prenumerera: Ärendets dagar Kalenderfil: Ärendets dagar",
        "Nytt i ärendet Flöde: Nytt i ärendet",
        "Så prenumererar du i Outlook, Google Kalender och på telefonen",
    ]


def test_a_collective_number_is_no_course_of_events(tmp_path: Path) -> None:
    item = "---\nrubrik: Listor\ndiarienummer: PN/2026:2\nsamlingsnummer: ja\n---\n"
    pages = built(tmp_path, {**SMALL, "parknamnden/2026-03-12/03-listor.md": item})
    lines = Fragment(pages["arenden/parknamnden-pn-2026-2/"].html).lines
    assert "Ärendets gång" not in lines
    assert (
        lines[lines.index("Handlingar under numret") + 1]
        == "Numret samlar olika handlingar. De hör inte ihop som ett ärende."
    )


def test_a_further_number_leads_to_the_case(tmp_path: Path) -> None:
    item = (
        "---\nrubrik: Bänkar\ndiarienummer: PN/2026:8\n"
        "andra_diarienummer:\n  - organ: fullmaktige\n    nummer: KF/2026:3\n---\n"
    )
    pages = built(tmp_path, {**SMALL, "parknamnden/2026-03-12/03-bankar.md": item})
    further = Fragment(pages["arenden/fullmaktige-kf-2026-3/"].html)
    assert "Numren gäller samma ärende. Allt om det finns på ett ställe: PN/2026:8, Bänkar" in further.lines
    assert "../../arenden/parknamnden-pn-2026-8/" in further.links
