"""What is over is told in the past tense: no address to send an appeal to, no asking to report absence, no time that runs."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path

import pytest

from tests.pages.held import CALL, HELD, MINUTES
from tests.pages.html import Fragment
from tests.pages.records import built

FIRST = "anslagstavla/parknamnden-2026-02-12-2/"
MEETING = "parknamnden/2026-02-12/"
PROTOCOL = f"{MEETING}protokoll/"
LAST, AFTER = dt.date(2026, 3, 6), dt.date(2026, 3, 7)
"""The last day of appeal of § 2, a Friday, and the day after."""

ABOUT_SECOND = [MEETING + "nya-bankar/", f"{PROTOCOL}2/", PROTOCOL, FIRST]


def _pages(root: Path, today: dt.date, call: str = CALL) -> dict[str, list[str]]:
    pages = built(root, {**HELD, f"{MEETING}kallelse.md": call}, today)
    return {address: Fragment(page.html).lines for address, page in pages.items()}


@pytest.mark.parametrize("address", ABOUT_SECOND)
def test_on_the_last_day_pages_tell_how_to_appeal_and_the_day_after_that_the_time_is_over(
    tmp_path: Path, address: str
) -> None:
    told = {today: " ".join(_pages(tmp_path / str(today), today)[address]) for today in (LAST, AFTER)}
    assert "Sista dag att överklaga" in told[LAST]
    assert "Tiden för överklagande gick ut fredag 6 mars 2026" in told[AFTER]
    # The other notice of the minutes is still up.
    own = told[AFTER].replace(
        "Sista dag att överklaga är fredag 20 mars 2026. Laga kraft tidigast lördag 21 mars 2026.", ""
    )
    assert "Sista dag att överklaga" not in own


def test_how_to_appeal_leads_to_the_notice_of_the_decision_which_names_the_court(tmp_path: Path) -> None:
    pages = built(tmp_path, HELD, LAST)
    for address in (MEETING + "nya-bankar/", f"{PROTOCOL}2/", PROTOCOL, "arenden/parknamnden-pn-2026-3/"):
        assert re.search(rf'href="(?:\.\./)+{FIRST}">Så överklagar du<', pages[address].html), address
    assert 'sa-overklagar-du/">Så överklagar du<' in pages[f"{PROTOCOL}5/"].html


def test_a_past_notice_says_how_it_could_be_appealed_and_no_address(tmp_path: Path) -> None:
    past, before = (_pages(tmp_path / str(today), today)[FIRST] for today in (AFTER, LAST))
    assert past[past.index("Överklagande") + 1 : past.index("Om anslaget")] == [
        "Beslut i § 2 kunde överklagas av den som är medlem av kommunen (laglighetsprövning). Överklagandet skulle ha kommit in "
        "till domstolen senast fredag 6 mars 2026. Ett överklagande som hade kommit in till kommunen i tid räknades också.",
        "Beslutet blev anslaget fredag 13 februari 2026. Tiden för överklagande är tre veckor, "
        "alltså till och med fredag 6 mars 2026 enligt 13 kap. 5 § kommunallagen (2017:725).",
    ]
    assert {"Fick tas ned tidigast", "Kunde få laga kraft tidigast", "Skulle sitta uppe till och med"} <= set(past)
    assert "Förvaltningsrätten" in " ".join(before)
    assert [line for line in past if "Förvaltningsrätten" in line or "ska ha kommit in" in line] == []


def test_a_past_notice_tells_nobody_to_appeal_in_any_other_way_either(tmp_path: Path) -> None:
    last, after = dt.date(2026, 3, 20), dt.date(2026, 3, 21)
    up, down = (
        " ".join(_pages(tmp_path / str(day), day)["anslagstavla/parknamnden-2026-02-12-1/"]) for day in (last, after)
    )
    for now, then in (
        ("Beslut i § 5 överklagas genom", "Beslut i § 5 kunde överklagas genom"),
        ("Överklagandet ska ha kommit in inom tre veckor", "Överklagandet skulle ha kommit in inom tre veckor"),
    ):
        assert (now in up, then in up, now in down, then in down) == (True, False, False, True)


def test_minutes_of_a_past_decision_have_no_link_to_how_to_appeal(tmp_path: Path) -> None:
    line = (
        "Tiden för överklagande gick ut fredag 6 mars 2026. Beslutet kunde få laga kraft tidigast lördag 7 mars 2026."
    )
    pages = _pages(tmp_path, AFTER)
    for address in (f"{PROTOCOL}2/", MEETING + "nya-bankar/"):
        assert line in pages[address], address


WAITING, OVER = 'k-lage--lagakraft">Laga kraft tidigast', 'k-lage--passerat">Tiden att överklaga är ute'


@pytest.mark.parametrize(
    ("today", "mark"), [(dt.date(2026, 3, 20), WAITING), (dt.date(2026, 3, 21), OVER), (dt.date(2026, 9, 1), OVER)]
)
def test_the_hourglass_stands_only_while_the_time_runs(tmp_path: Path, today: dt.date, mark: str) -> None:
    html = built(tmp_path, HELD, today)[PROTOCOL].html
    assert [found for found in (WAITING, OVER) if found in html] == [mark]


CALLED = CALL.replace("läge: genomfört", "läge: kallat").replace(
    "inledande_punkter:",
    "offentligt: ja\nordförande: Parknämndens ordförande\njustering:\n  tid: 09:00\n  plats: Kansliet\n"
    "anmäl_förhinder:\n  till: Kansliet\ninledande_punkter:",
)
FACTS = [
    ("före", dt.date(2026, 2, 11), [
        "Ordförande", "Alma Ek (S)", "Allmänheten", "Öppet för allmänheten", "Förhinder", "Anmäls till: Kansliet",
        "Protokollet ska justeras", "Senast torsdag 26 februari 2026",
        "Justeringens tid och plats", "Kl. 09.00, Kansliet"]),
    ("på dagen", dt.date(2026, 2, 12), [
        "Ordförande", "Alma Ek (S)", "Allmänheten", "Öppet för allmänheten", "Förhinder", "Anmäls till: Kansliet",
        "Protokollet ska justeras", "Senast torsdag 26 februari 2026",
        "Justeringens tid och plats", "Kl. 09.00, Kansliet"]),
    ("dagen efter", dt.date(2026, 2, 13), [
        "Ordförande", "Alma Ek (S)", "Allmänheten", "Sammanträdet var öppet för allmänheten",
        "Protokollet ska justeras", "Senast torsdag 26 februari 2026",
        "Justeringens tid och plats", "Kl. 09.00, Kansliet"]),
    ("när allt är justerat", dt.date(2026, 2, 26), [
        "Ordförande", "Alma Ek (S)", "Allmänheten", "Sammanträdet var öppet för allmänheten"]),
]  # fmt: skip


@pytest.mark.parametrize(("today", "facts"), [case[1:] for case in FACTS], ids=[case[0] for case in FACTS])
def test_a_meeting_that_is_over_asks_nobody_to_come_or_to_stay_away(
    tmp_path: Path, today: dt.date, facts: list[str]
) -> None:
    lines = _pages(tmp_path, today, CALLED)[MEETING]
    assert lines[lines.index("Om sammanträdet") + 1 : lines.index("Delegationslistor")] == facts


NEVER_APPROVED = MINUTES.replace("    justerat: 2026-02-26\n", "")
LATEST = dt.date(2026, 2, 26)
"""The last day of approval of the meeting of 12 February."""


@pytest.mark.parametrize(
    ("today", "minutes", "must"), [(LATEST, "Ska", "ska"), (LATEST + dt.timedelta(days=1), "Skulle", "skulle")]
)
def test_minutes_that_nobody_approved_should_have_been(tmp_path: Path, today: dt.date, minutes: str, must: str) -> None:
    pages = built(tmp_path, {**HELD, f"{MEETING}kallelse.md": CALLED, f"{PROTOCOL[:-1]}.md": NEVER_APPROVED}, today)
    assert f"Inte än. {minutes} justeras senast torsdag 26 februari 2026." in Fragment(pages[PROTOCOL].html).lines
    assert f"Protokollet {must} justeras" in Fragment(pages[MEETING].html).lines


@pytest.mark.parametrize(("today", "must"), [(LATEST, "ska"), (LATEST + dt.timedelta(days=1), "skulle")])
def test_minutes_that_are_not_there_should_have_been_approved(tmp_path: Path, today: dt.date, must: str) -> None:
    pages = built(tmp_path, {name: text for name, text in HELD.items() if not name.endswith("protokoll.md")}, today)
    line = f"Protokollet är inte publicerat än. Det {must} justeras senast torsdag 26 februari 2026."
    assert line in Fragment(pages[MEETING].html).lines


def test_a_cancelled_meeting_is_neither_open_nor_prepared(tmp_path: Path) -> None:
    for today in (dt.date(2026, 2, 11), dt.date(2026, 2, 13)):
        lines = _pages(tmp_path / str(today), today, CALLED.replace("läge: kallat", "läge: inställt"))[MEETING]
        assert [line for line in lines if "för allmänheten" in line or "Anmäls till" in line or "förbere" in line] == []


def test_what_a_meeting_is_while_it_is_ahead_is_marked_for_whoever_reads_it_later(tmp_path: Path) -> None:
    html = {
        today: built(tmp_path / str(today), {**HELD, f"{MEETING}kallelse.md": CALLED}, today)[MEETING].html
        for today in TOLD
    }
    mark = 'data-till="2026-02-12" data-efter="Dagen har passerat"'
    assert [mark in html[today] for today in TOLD] == [True, True, False]


def test_the_last_day_of_appeal_is_marked_wherever_it_stands_for_whoever_reads_it_later(tmp_path: Path) -> None:
    pages = built(tmp_path, HELD, dt.date(2026, 3, 6))
    mark = 'data-till="2026-03-06" data-efter="Tiden gick ut 6\N{NO-BREAK SPACE}mars 2026"'
    for address, start in ((MEETING, f"<p {mark}>§\N{NO-BREAK SPACE}2: "), (FIRST, f"<p {mark}>Beslut i §")):
        assert start in pages[address].html


def test_the_day_of_an_assignment_is_marked_until_it_is_done_for_whoever_reads_it_later(tmp_path: Path) -> None:
    html = built(tmp_path, HELD, dt.date(2026, 2, 27))[f"{PROTOCOL}2/"].html
    assert '<span data-till="2026-02-28" data-efter="Dagen har passerat">Redovisas senast' in html


TOLD = (dt.date(2026, 2, 11), dt.date(2026, 2, 12), dt.date(2026, 2, 13))
"""The day before the meeting, its own, and the day after."""

CHAIRS = [
    ("namnet", "Bo Al", "Bo Al (M)"),
    ("någon som inte är förtroendevald här", "Ada Okänd (L)", "Ada Okänd (L)"),
    ("en titel utan känd person", "Parknämndens ordförande", None),
]


@pytest.mark.parametrize(("chair", "said"), [case[1:] for case in CHAIRS], ids=[case[0] for case in CHAIRS])
def test_the_chair_is_a_name_and_never_a_title_that_explains_itself(
    tmp_path: Path, chair: str, said: str | None
) -> None:
    call = CALLED.replace("ordförande: Parknämndens ordförande", f"ordförande: {chair}")
    members = HELD["parknamnden/ledamoter.md"].replace("roll: ordförande", "roll: ledamot")
    files = {**HELD, f"{MEETING}kallelse.md": call, "parknamnden/ledamoter.md": members}
    lines = Fragment(built(tmp_path, files, AFTER)[MEETING].html).lines
    assert (lines[lines.index("Ordförande") + 1] if "Ordförande" in lines else None) == said


def test_the_agenda_leads_to_the_paragraph_of_a_matter_that_is_not_shown(tmp_path: Path) -> None:
    fragment = Fragment(built(tmp_path, HELD, AFTER)[MEETING].html)
    assert f"../../{PROTOCOL}#p3" in fragment.links


IMPOSSIBLE = [
    ("beslutat", "Protokollet anger det. Ett beslut som bara förbereder eller verkställer ett annat kan inte överklagas, enligt "
     "13 kap. 2 § kommunallagen (2017:725)."),
    ("bordlagt", "Ärendet är inte avgjort: beslutet hör till beredningen och kan inte överklagas, enligt "
     "13 kap. 2 § kommunallagen (2017:725)."),
    ("utgår", "Ärendet utgick, och inget avgjordes."),
]  # fmt: skip


@pytest.mark.parametrize(("outcome", "why"), IMPOSSIBLE, ids=[case[0] for case in IMPOSSIBLE])
def test_a_decision_that_cannot_be_appealed_says_why(tmp_path: Path, outcome: str, why: str) -> None:
    minutes = MINUTES.replace("utfall: återremiss", f"utfall: {outcome}")
    pages = built(tmp_path, {**HELD, f"{MEETING}protokoll.md": minutes}, LAST)
    for address in (f"{PROTOCOL}4/", PROTOCOL, MEETING + "hundrastgard/"):
        lines = Fragment(pages[address].html).lines
        assert why in lines, address
    assert f"§ 4 kan inte överklagas. {why}" in Fragment(pages["anslagstavla/parknamnden-2026-02-12-1/"].html).lines


VOTES = """    votering:
      - ja_betyder: Åtta bänkar.
        nej_betyder: Nio bänkar.
        kontraproposition: ja
        ja: [Alma Ek, Bo Al, Dan Lind]
        nej: [Cia Rönn]
        antal_ja: 3
        antal_nej: 1
        utfall: ja
      - ja_betyder: Tio bänkar.
        nej_betyder: Åtta bänkar.
        ja: [Alma Ek]
        nej: [Cia Rönn, Dan Lind]
        avstår: [Bo Al]
        antal_ja: 1
        antal_nej: 2
        antal_avstår: 1
        utfall: nej
"""
WHICH = "Rösten gällde vilket förslag som skulle ställas mot huvudförslaget."
CAST = [
    ("alma-ek", [("§ 2 Nya bänkar, votering 1", "Ja", f"{WHICH} Åtta bänkar.", "Vann"),
                 ("§ 2 Nya bänkar, votering 2", "Ja", "Tio bänkar.", "Förlorade")]),
    ("bo-al", [("§ 2 Nya bänkar, votering 1", "Ja", f"{WHICH} Åtta bänkar.", "Vann"),
               ("§ 2 Nya bänkar, votering 2", "Avstod", "Tog inte ställning mellan ja (Tio bänkar) och nej (Åtta bänkar).",
                "Nej-sidan vann")]),
    ("cia-ronn", [("§ 2 Nya bänkar, votering 1", "Nej", f"{WHICH} Nio bänkar.", "Förlorade"),
                  ("§ 2 Nya bänkar, votering 2", "Nej", "Åtta bänkar.", "Vann")]),
]  # fmt: skip


@pytest.mark.parametrize(("name", "votes"), CAST, ids=[case[0] for case in CAST])
def test_each_vote_says_which_it_is_what_it_meant_and_who_won(
    tmp_path: Path, name: str, votes: list[tuple[str, ...]]
) -> None:
    start, end = MINUTES.index("    votering:\n"), MINUTES.index("    reservationer:\n")
    minutes = MINUTES[:start] + VOTES + MINUTES[end:]
    page = built(tmp_path, {**HELD, f"{MEETING}protokoll.md": minutes}, AFTER)[f"parknamnden/ledamoter/{name}/"]
    lines = Fragment(page.html).lines
    rows = lines[lines.index("Utfall") + 1 : lines.index("Reservationer")]
    told = [(title, cast, meant, won) for title, _, cast, meant, won in zip(*[iter(rows)] * 5, strict=True)]
    assert sorted(told) == votes
