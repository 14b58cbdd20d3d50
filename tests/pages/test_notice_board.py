"""The notice board: what is up on which day, what a notice says, and the files that other sites embed."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import pytest

from macros.facts.day import Day
from macros.pages.notice_board import board_data, board_fragment
from tests.pages.held import BOARD, HELD, MINUTES
from tests.pages.html import Fragment
from tests.pages.records import TODAY, built, record

URL = "https://arkiv.example.se/under"
SECOND, FIRST = "anslagstavla/parknamnden-2026-02-12-1/", "anslagstavla/parknamnden-2026-02-12-2/"
OWN = "anslagstavla/parknamnden-2026-01-anstallningar/"

DAYS = [
    ("måndag 2 februari 2026, före allt", dt.date(2026, 2, 2), [], 0),
    ("tisdag 3 februari, anslaget", dt.date(2026, 2, 3), [OWN], 0),
    ("fredag 13 februari", dt.date(2026, 2, 13), [FIRST, OWN], 0),
    ("tisdag 24 februari, sista dagen", dt.date(2026, 2, 24), [FIRST, OWN], 0),
    ("onsdag 25 februari, dagen efter", dt.date(2026, 2, 25), [FIRST], 1),
    ("fredag 27 februari", dt.date(2026, 2, 27), [SECOND, FIRST], 1),
    ("fredag 6 mars, sista dagen", dt.date(2026, 3, 6), [SECOND, FIRST], 1),
    ("lördag 7 mars, dagen efter", dt.date(2026, 3, 7), [SECOND], 2),
    ("lördag 21 mars", dt.date(2026, 3, 21), [], 3),
]


@pytest.mark.parametrize(("today", "up", "down"), [case[1:] for case in DAYS], ids=[case[0] for case in DAYS])
def test_notices_go_up_and_leave_by_themselves(tmp_path: Path, today: dt.date, up: list[str], down: int) -> None:
    pages = built(tmp_path, HELD, today)
    shown = [link.removeprefix("../") for link in Fragment(pages["anslagstavla/"].html).links]
    assert [link for link in shown if link.startswith("anslagstavla/park")] == up
    taken = [link for link in Fragment(pages["anslagstavla/arkiv/"].html).links if "anslagstavla/park" in link]
    assert len(taken) == down
    assert {FIRST, SECOND, OWN} <= set(pages)


def test_the_board_names_what_can_be_appealed_and_leads_to_it(tmp_path: Path) -> None:
    for day, told in ((6, ["§ 2 Nya bänkar"]), (7, [])):
        fragment = Fragment(built(tmp_path, HELD, dt.date(2026, 3, day))["anslagstavla/"].html)
        assert [line for line in fragment.lines if line.startswith("§ ")] == told
        assert ("../parknamnden/2026-02-12/protokoll/#p2" in fragment.links) is bool(told)


def test_a_notice_says_what_how_long_where_and_how_to_appeal(tmp_path: Path) -> None:
    lines = Fragment(built(tmp_path, HELD)[SECOND].html).lines
    assert lines[lines.index("Parknämnden, Ekstads kommun") + 1 :] == [
        "Protokoll 12 februari 2026, §§ 1, 3–5",
        "Sista dag att överklaga: fredag 20 mars 2026",
        "Uppe till och med 20 mars 2026",
        "Läget den 2 mars 2026",
        "Anslaget som PDF",
        "Den här webbplatsen är inte Ekstads kommuns officiella anslagstavla. Den finns på https://ekstad.example.se/anslag. "
        "Dagarna här är räknade från den dag då anslaget sattes upp där.",
        "Paragrafer", "§ 1 Val av justerare", "§ 3 Sekretess",
        "§ 4 Medborgarförslag om hundrastgård", "§ 5 Val av vice ordförande",
        "Hela protokollet 12 februari 2026",
        "Så överklagar du",
        "Beslut i § 5 överklagas genom förvaltningsbesvär. Överklagandet ska ha kommit in inom tre veckor från den dag då "
        "den som överklagar fick del av beslutet, enligt 44 § förvaltningslagen (2017:900). Den dagen är olika för var och en.",
        "§ 1 kan inte överklagas. Uppgifterna noterades, och inget avgjordes som en domstol kan pröva.",
        "§ 4 kan inte överklagas. Ärendet är inte avgjort: beslutet hör till beredningen och kan inte överklagas, enligt "
        "13 kap. 2 § kommunallagen (2017:725).",
        "§ 3 visas inte här. Den som ett sådant beslut gäller får veta hur det överklagas tillsammans med beslutet.",
        "Beslutet blev anslaget fredag 27 februari 2026. Tiden för överklagande är tre veckor, "
        "alltså till och med fredag 20 mars 2026 enligt 13 kap. 5 § kommunallagen (2017:725).",
        "Mer om att överklaga",
        "Om anslaget",
        "Organ", "Parknämnden, Ekstads kommun",
        "Sammanträde", "torsdag 12 februari 2026",
        "Paragrafer", "§§ 1, 3–5",
        "Justerat", "torsdag 26 februari 2026 av Alma Ek (S), ordförande, Bo Al (M)",
        "Anslaget", "fredag 27 februari 2026",
        "Uppe till och med", "fredag 20 mars 2026",
        "Tas ned tidigast", "lördag 21 mars 2026",
        "Laga kraft tidigast", "lördag 21 mars 2026",
        "Protokollet förvaras", "Arkivet",
    ]  # fmt: skip


def test_judicial_review_names_the_court_and_what_counts(tmp_path: Path) -> None:
    lines = Fragment(built(tmp_path, HELD)[FIRST].html).lines
    start = lines.index("Så överklagar du") + 1
    assert lines[start : start + 2] == [
        "Beslut i § 2 kan överklagas av den som är medlem av kommunen (laglighetsprövning). Överklagandet ska ha kommit in till "
        "domstolen senast fredag 6 mars 2026. Ett överklagande som har kommit in till kommunen i tid räknas också.",
        "Skicka överklagandet till Förvaltningsrätten i Ekstad, Box 1, Ekstad. "
        "Skriv vilket beslut du överklagar och varför du anser att det inte är lagligt.",
    ]


def test_a_notice_of_delegated_decisions_has_its_rows(tmp_path: Path) -> None:
    lines = Fragment(built(tmp_path, HELD)[OWN].html).lines
    assert lines[5:7] == ["Tiden för överklagande gick ut tisdag 24 februari 2026", "Nedtaget"]
    assert "Beslut på delegation som inte anmäls till organet, 8 kap. 10 § kommunallagen (2017:725)" in lines
    assert lines[lines.index("Togs ned") + 1] == "onsdag 25 februari 2026"
    assert "Anställning av en trädgårdsmästare" in lines
    assert "Namnen publiceras inte." in lines


def test_the_archive_tells_no_day_for_what_could_not_be_appealed_together(tmp_path: Path) -> None:
    minutes = MINUTES.replace("utfall: visas inte\n", "utfall: visas inte\n    överklagande: kan inte överklagas\n")
    files = {**HELD, "parknamnden/2026-02-12/protokoll.md": minutes}
    lines = Fragment(built(tmp_path, files, dt.date(2026, 4, 1))["anslagstavla/arkiv/"].html).lines
    titles = ("Protokoll 12 februari 2026, § 2", "Protokoll 12 februari 2026, §§ 1, 3–5")
    assert [lines[lines.index(title) + 3] for title in titles] == ["6 mars 2026", "Ingen sådan tid"]


def test_a_notice_that_is_not_up_yet_tells_only_when(tmp_path: Path) -> None:
    lines = Fragment(built(tmp_path, HELD, dt.date(2026, 2, 2))[OWN].html).lines
    assert "Sätts upp 3 februari 2026" in lines
    assert "Anställning av en trädgårdsmästare" not in lines


OTHERS = [
    ("på den officiella", "officiell: nej\n  adress: https://ekstad.example.se/anslag", "De finns på https://ekstad.example.se/anslag."),
    ("på en egen sida", "officiell: ja\n  kungörelser: https://ekstad.example.se/kungorelser",
     "De finns på https://ekstad.example.se/kungorelser."),
    ("okänt var", "officiell: ja", "Fråga kommunen var de finns: arkivet har ingen adress till dem."),
]  # fmt: skip


@pytest.mark.parametrize(("board", "where"), [case[1:] for case in OTHERS], ids=[case[0] for case in OTHERS])
def test_what_the_board_is_not_for_is_named_with_where_it_is(tmp_path: Path, board: str, where: str) -> None:
    body = BOARD.replace("officiell: nej\n  adress: https://ekstad.example.se/anslag", board)
    lines = Fragment(built(tmp_path, {**HELD, "parknamnden/organ.md": body})["anslagstavla/"].html).lines
    told = "Kungörelser och underrättelser, till exempel om detaljplaner och bygglov, sätts inte upp här."
    assert f"{told} {where}" in lines


BOARDS = [
    ("officiell", "officiell: ja",
     "Det här är Ekstads kommuns officiella anslagstavla enligt 8 kap. 8–9 §§ kommunallagen (2017:725)."),
    ("adress okänd", "officiell: nej",
     "Den här webbplatsen är inte Ekstads kommuns officiella anslagstavla. Arkivet har ingen adress till den; fråga kommunen. "
     "Dagarna här är räknade från den dag då anslaget sattes upp där."),
]  # fmt: skip


@pytest.mark.parametrize(("board", "said"), [case[1:] for case in BOARDS], ids=[case[0] for case in BOARDS])
def test_the_board_says_whether_it_is_the_official_one(tmp_path: Path, board: str, said: str) -> None:
    organ = BOARD.replace("officiell: nej\n  adress: https://ekstad.example.se/anslag", board)
    pages = built(tmp_path, {**HELD, "parknamnden/organ.md": organ})
    assert said in Fragment(pages["anslagstavla/"].html).lines
    assert said in Fragment(pages[FIRST].html).lines


def test_a_notice_of_nothing_that_can_be_reviewed_has_no_last_day(tmp_path: Path) -> None:
    text = MINUTES.replace("    uppdrag:\n", "    överklagande: kan inte överklagas\n    uppdrag:\n")
    files = {**HELD, "parknamnden/2026-02-12/protokoll.md": text}
    pages = built(tmp_path, files)
    lines = Fragment(pages[FIRST].html).lines
    assert "Inget i anslaget kan överklagas genom laglighetsprövning" in lines
    assert "Laga kraft tidigast" not in lines
    assert "Uppe till och med: fredag 6 mars 2026" in Fragment(pages["anslagstavla/"].html).lines
    data = json.loads(board_data(Day(record(tmp_path, files), TODAY), URL))
    assert [row["sista_dag_för_överklagande"] for row in data["anslag"]] == ["2026-03-20", None]


def test_a_joint_board_is_posted_in_each_municipality_and_counts_from_the_last(tmp_path: Path) -> None:
    organ = BOARD.replace("slag: nämnd\n", "slag: gemensam nämnd\nmedlemskommuner: [Ekstads kommun, Alby kommun]\n")
    days = (("Ekstads kommun", "2026-02-13"), ("Alby kommun", "2026-02-16"))
    posted = "".join(f"      - kommun: {name}\n        anslaget: {day}\n" for name, day in days)
    text = MINUTES.replace("      - anslaget: 2026-02-13\n", posted)
    files = {**HELD, "parknamnden/organ.md": organ, "parknamnden/2026-02-12/protokoll.md": text}
    pages = built(tmp_path, files)
    for place in ("ekstads-kommun", "alby-kommun"):
        assert (
            "Sista dag att överklaga: måndag 9 mars 2026" in Fragment(pages[f"{FIRST.rstrip('/')}-{place}/"].html).lines
        )
    lines = Fragment(pages["parknamnden/2026-02-12/protokoll/"].html).lines
    assert "Anslaget i Alby kommun" in lines
    assert any(line.startswith("Beslutet blev sist anslaget måndag 16 februari 2026.") for line in lines)


def test_the_files_hold_what_is_up_with_whole_addresses(tmp_path: Path) -> None:
    facts = Day(record(tmp_path, HELD), TODAY)
    data = json.loads(board_data(facts, URL))
    assert (data["dag"], data["anslagstavla"]) == ("2026-03-02", f"{URL}/anslagstavla/")
    assert data["anslag"][1] == {
        "adress": f"{URL}/{FIRST}",
        "rubrik": "Protokoll 12\N{NO-BREAK SPACE}februari 2026, §\N{NO-BREAK SPACE}2",
        "organ": "Parknämnden",
        "kommun": "Ekstads kommun",
        "sammanträde": "2026-02-12",
        "paragrafer": [2],
        "justerat": "2026-02-12",
        "anslaget": "2026-02-13",
        "uppe_till_och_med": "2026-03-06",
        "sista_dag_för_överklagande": "2026-03-06",
        "tas_ned_tidigast": "2026-03-07",
        "laga_kraft_tidigast": "2026-03-07",
        "förvaras": "Kansliet",
    }
    fragment = board_fragment(facts, URL)
    assert fragment.endswith("</html>\n")
    assert all(link.startswith(URL) for link in Fragment(fragment.removeprefix("<!doctype html>")).links)
    assert "Anslaget 13 februari 2026, sista dag att överklaga fredag 6 mars 2026" in Fragment(fragment).lines


def test_an_empty_board_says_when_something_comes(tmp_path: Path) -> None:
    organ = {"parknamnden/organ.md": HELD["parknamnden/organ.md"]}
    said = (
        "Inga anslag var uppe den 2 mars 2026. "
        "Ett anslag kommer hit när ett protokoll är justerat, senast andra dagen efter justeringen."
    )
    assert said in Fragment(built(tmp_path, organ)["anslagstavla/"].html).lines
    assert "<p>Inga anslag var uppe den <time" in board_fragment(Day(record(tmp_path, organ), TODAY), URL)
