"""Schedules, delegation lists, orders, bodies, the calendar and the start page's lists."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from macros.pages.order import point_address
from tests.pages.held import MEMBERS, lines_of
from tests.pages.html import Fragment
from tests.pages.records import BODY, LIST, SMALL, TODAY, built, record


def _lines(root: Path, address: str, files: dict[str, str] = SMALL, today: dt.date = TODAY) -> list[str]:
    return lines_of(root, address, files, today)


def test_the_plan_marks_moved_and_set_dates_and_gives_their_reasons_under_the_table(tmp_path: Path) -> None:
    lines = _lines(tmp_path, "parknamnden/sammantradesordning/2026/")
    table = lines[lines.index("Sammanträden 2026 med alla steg") : lines.index("Prenumerera")]
    assert table == [
        "Sammanträden 2026 med alla steg",
        "Sammanträde",
        "Sista dag för handlingar kl. 12.00",
        "Kallelsen skickas",
        "torsdag 12 mars",
        "måndag 2 mars",
        "torsdag 5 mars",
        "torsdag 16 april",
        "tisdag 7 april not 1",
        "onsdag 8 april not 2",
        "torsdag 21 maj",
        "måndag 11 maj",
        "onsdag 13 maj not 3",
        "Flyttad: måndag 6 april är annandag påsk.",
        "Avviker: Tryckeriet är stängt. Enligt regeln torsdag 9 april.",
        "Flyttad: torsdag 14 maj är Kristi himmelsfärdsdag.",
    ]


def test_the_plan_tells_how_days_are_counted_and_where_standing_meetings_meet_holidays(tmp_path: Path) -> None:
    lines = _lines(tmp_path, "parknamnden/sammantradesordning/2026/")
    rules = lines[lines.index("Så räknas dagarna") + 1 :]
    assert rules[:4] == [
        "Sista dag för handlingar",
        "10 dagar före sammanträdet. Är dagen ingen arbetsdag gäller närmaste arbetsdag efter.",
        "Kallelsen skickas",
        "7 dagar före sammanträdet. Är dagen ingen arbetsdag gäller närmaste arbetsdag före.",
    ]
    assert lines[lines.index("Stående möten") :][:5] == [
        "Stående möten",
        "Beredning",
        "Varje måndag, kl. 09.00–10.00.",
        "På en helgdag eller afton:",
        "måndag 6 april, annandag påsk",
    ]


def test_a_delegation_list_is_a_table_with_its_days_and_numbers_in_one_form(tmp_path: Path) -> None:
    page = built(tmp_path, SMALL)["parknamnden/delegationsbeslut/2026-02-akerenheten/"]
    lines = Fragment(page.html).lines
    assert lines[lines.index("Anmäls vid") :] == [
        "Anmäls vid",
        "sammanträdet 12 mars 2026",
        "Inkom",
        "måndag 2 mars 2026",
        "Skulle lämnas in senast",
        "måndag 2 mars 2026",
        "2 beslut, Åkerenheten, februari 2026",
        "Datum",
        "Beslut",
        "Punkt",
        "Diarienummer",
        "Löpnummer",
        "Beslutat av",
        "10 februari 2026",
        "Fällning av en alm",
        "A1",
        "PN/2026:7",
        "Parkchef",
        "11 februari 2026",
        "Inköp av spadar",
        "3:2026",
        "Så överklagas beslut på delegation",
        "Löpnumret är enhetens eget och inget diarienummer.",
        "Enheten har skrivit några datum eller nummer i en annan form. De står här i en enda form.",
    ]
    assert '<td data-rubrik="Datum" data-varde="2026-02-11">' in page.html
    assert "filtrer" not in page.html


def test_a_list_too_long_to_see_at_once_has_a_field_to_filter_it_by(tmp_path: Path) -> None:
    row = "  - datum: 2026-02-10\n    beslut: Fällning av en alm\n"
    for more, is_filtered in ((5, False), (6, True)):
        files = {
            **SMALL,
            "parknamnden/2026-03-12/delegationsbeslut/2026-02-akerenheten.md": LIST.replace(
                "beslut:\n", "beslut:\n" + row * more, 1
            ),
        }
        html = built(tmp_path / str(more), files)["parknamnden/delegationsbeslut/2026-02-akerenheten/"].html
        assert ('data-filtrerbar="Filtrera besluten"' in html, '<div class="k-filtrera">' in html) == (is_filtered,) * 2


RECEIPTS = [("inkommen: 2026-03-03\n", "tisdag 3 mars 2026, efter sista dagen"), ("", "Dagen är inte känd")]


def test_a_late_list_is_told_and_an_unknown_day_is_not_judged(tmp_path: Path) -> None:
    for number, (header, said) in enumerate(RECEIPTS):
        text = LIST.replace("inkommen: 2026-03-02\n", header)
        files = {**SMALL, "parknamnden/2026-03-12/delegationsbeslut/2026-02-akerenheten.md": text}
        lines = _lines(tmp_path / str(number), "parknamnden/delegationsbeslut/2026-02-akerenheten/", files)
        assert lines[lines.index("Inkom") + 1] == said


def test_a_list_without_decisions_says_what_that_means(tmp_path: Path) -> None:
    empty = "---\nenhet: Örtagården\nmånad: 2026-02\n---\n"
    files = {**SMALL, "parknamnden/2026-03-12/delegationsbeslut/2026-02-ortagarden.md": empty}
    assert _lines(tmp_path, "parknamnden/delegationsbeslut/2026-02-ortagarden/", files)[-1] == (
        "Enheten har anmält att inga beslut fattades under månaden."
    )


def test_units_stand_in_swedish_order(tmp_path: Path) -> None:
    units = ["Östra skogen", "Ängen", "Zoo", "Åkerenheten"]
    folder = "parknamnden/2026-03-12/delegationsbeslut"
    lists = {f"{folder}/lista{n}.md": f"---\nenhet: {unit}\nmånad: 2026-02\n---\n" for n, unit in enumerate(units)}
    pages = built(tmp_path, {**SMALL, **lists})
    headings = [text for level, text in Fragment(pages["parknamnden/delegationsbeslut/"].html).headings if level == 3]
    assert headings[:4] == ["Zoo", "Åkerenheten", "Ängen", "Östra skogen"]
    meeting = Fragment(pages["parknamnden/2026-03-12/"].html).lines
    assert [line.partition(",")[0] for line in meeting[meeting.index("Delegationslistor") + 1 :][:5]] == [
        "Zoo",
        "Åkerenheten",
        "Åkerenheten",
        "Ängen",
        "Östra skogen",
    ]


def test_the_lists_of_a_year_stand_by_month_and_unit(tmp_path: Path) -> None:
    lists = {
        f"parknamnden/{day}/delegationsbeslut/{month}-{unit.lower()}.md": f"---\nenhet: {unit}\nmånad: {month}\n---\n"
        for day, month, unit in (
            ("2026-03-12", "2026-02", "Zoo"),
            ("2026-05-07", "2026-01", "Djur"),
            ("2026-05-07", "2026-02", "Bad"),
        )
    }
    second = {"parknamnden/2026-05-07/kallelse.md": "---\ndatum: 2026-05-07\nläge: planerat\n---\n"}
    lines = _lines(tmp_path, "parknamnden/2026/", {**SMALL, **second, **lists})
    told = lines[lines.index("Delegationslistor") + 1 :][:4]
    assert [line.partition(" 2026")[0] for line in told] == [
        *["Djur, januari", "Bad, februari", "Zoo, februari", "Åkerenheten, februari"]
    ]


def test_an_order_lists_its_points_in_order_with_the_decisions_under_each(tmp_path: Path) -> None:
    lines = _lines(tmp_path, "parknamnden/delegationsordning/")
    assert lines[lines.index("Gäller från 1 januari 2026") + 1 :] == [
        "A1: Fälla träd",
        "Får besluta",
        "Parkchef",
        "Anmäls till nämnden",
        "Ja",
        "Beslut",
        "1 beslut",
        "Åkerenheten, februari 2026 (1 beslut)",
        "A2",
        "Text",
        "Inte känd",
        "Får besluta",
        "Inte angivet",
        "Beslut",
        "Inga i arkivet",
        "A10: Köpa verktyg",
        "Får besluta",
        "Inte angivet",
        "Beslut",
        "Inga i arkivet",
    ]


def test_many_lists_under_a_point_are_folded(tmp_path: Path) -> None:
    for more, opening in ((2, "<details open>\n<summary>3 beslut"), (3, "<details>\n<summary>4 beslut")):
        lists = {
            f"parknamnden/2026-03-12/delegationsbeslut/2026-02-enhet-{n}.md": f"---\nenhet: Enhet {n}\nmånad: 2026-02\nbeslut:\n"
            "  - datum: 2026-02-10\n    punkt: A1\n    beslut: Fällning av en alm\n---\n"
            for n in range(more)
        }
        page = built(tmp_path / str(more), {**SMALL, **lists})["parknamnden/delegationsordning/"]
        assert opening in page.html.replace("\N{NO-BREAK SPACE}", " ")


def test_a_point_that_the_order_of_the_day_lacks_leads_nowhere(tmp_path: Path) -> None:
    body = record(tmp_path, SMALL).body_by_id["parknamnden"]
    assert point_address(body, dt.date(2026, 1, 1), "A1") == "parknamnden/delegationsordning/#punkt-2026-01-01-a1"
    assert point_address(body, dt.date(2026, 1, 1), "A3") is None
    assert point_address(body, dt.date(2025, 12, 31), "A1") is None


def test_items_without_a_number_are_listed_the_latest_first(tmp_path: Path) -> None:
    item = "---\nrubrik: {}\nslag: information\n---\n"
    files = {
        **SMALL,
        "parknamnden/2026-03-12/03-lekplatser.md": item.format("Lekplatser"),
        "parknamnden/2026-02-12/kallelse.md": "---\ndatum: 2026-02-12\nläge: genomfört\n---\n",
        "parknamnden/2026-02-12/01-gungor.md": item.format("Gungor"),
        "parknamnden/2026-04-16/kallelse.md": "---\ndatum: 2026-04-16\nläge: planerat\n---\n",
        "parknamnden/2026-04-16/01-rutschbanor.md": item.format("Rutschbanor"),
    }
    lines = _lines(tmp_path, "parknamnden/arenden/", files)
    assert lines[lines.index("Utan diarienummer") + 1 :] == [
        "Rutschbanor 16 april 2026",
        "Lekplatser 12 mars 2026",
        "Gungor 12 februari 2026",
        "Skrivelse om bänkar Dagen är inte känd",
    ]


def test_a_body_says_first_when_it_meets_next(tmp_path: Path) -> None:
    lines = _lines(tmp_path, "parknamnden/")
    assert lines[lines.index("Kommande sammanträden") :][:6] == [
        "Kommande sammanträden",
        "Torsdag 12 mars 2026 Kl. 18.30, Rådhuset, sal 2 Kallat",
        "Torsdag 16 april 2026 Kl. 18.00, Rådhuset Planerat",
        "Torsdag 21 maj 2026 Kl. 18.00, Rådhuset Planerat",
        "Få sammanträdena i din kalender",
        "Öppna ärenden",
    ]


def test_a_body_names_whose_the_matters_of_others_are_and_foretells_nothing(tmp_path: Path) -> None:
    for today in (TODAY, dt.date(2026, 4, 28)):
        lines = _lines(tmp_path / str(today), "fullmaktige/", today=today)
        assert lines[lines.index("Ärenden från andra organ") + 1] == "Plan för träd Parknämnden · PN/2026:7"


def test_a_body_lists_what_it_last_held_also_where_no_call_was_published(tmp_path: Path) -> None:
    held = {
        f"parknamnden/2026-0{month}-12/kallelse.md": f"---\ndatum: 2026-0{month}-12\nläge: {state}\n---\n"
        for month, state in ((1, "planerat"), (2, "genomfört"), (4, "planerat"))
    }
    lines = _lines(tmp_path, "parknamnden/", {**SMALL, **held})
    assert [line.partition(" 2026")[0] for line in lines[lines.index("Senaste sammanträden") + 1 :][:2]] == [
        "Torsdag 12 februari",
        "Måndag 12 januari",
    ]
    assert "Söndag 12 april" not in " ".join(lines[lines.index("Senaste sammanträden") :][:3])


def test_the_search_is_told_which_bodies_are_historical(tmp_path: Path) -> None:
    files = {**SMALL, "fullmaktige/organ.md": BODY.replace("Parknämnden", "Fullmäktige")}
    files["parknamnden/organ.md"] = BODY.replace("slag: nämnd\n", "slag: nämnd\nhistoriskt: ja\n")
    pages = built(tmp_path, files)
    told = {page for page in pages if ' data-historiskt="ja"' in pages[page].html}
    assert told == {"parknamnden/"}


def test_a_historical_body_has_nothing_coming(tmp_path: Path) -> None:
    files = {**SMALL, "parknamnden/organ.md": BODY.replace("slag: nämnd\n", "slag: nämnd\nhistoriskt: ja\n")}
    pages = built(tmp_path, files)
    assert "Kommande sammanträden" not in Fragment(pages["parknamnden/"].html).lines
    own = [page for page in pages.values() if page.address.startswith("parknamnden/")]
    assert [page.address for page in own if "Äldre arkiv: fylls inte på." not in page.html] == []
    assert "Inga sammanträden är planerade." in pages["kalender/"].html


def test_an_invented_body_is_marked_on_each_of_its_pages(tmp_path: Path) -> None:
    files = {**SMALL, "parknamnden/organ.md": BODY.replace("slag: nämnd\n", "slag: nämnd\npåhittat: ja\n")}
    pages = built(tmp_path, files)
    own = [page for page in pages.values() if page.address.startswith(("parknamnden/", "arenden/parknamnden-"))]
    assert [page.address for page in own if "Påhittat exempel" not in page.html] == []


def test_a_planned_day_without_call_a_moved_meeting_and_its_old_day_take_one_line_each(tmp_path: Path) -> None:
    moved = (
        "---\ndatum: 2026-04-23\nläge: planerat\n"
        "flyttningar:\n  - från: 2026-04-16\n    till: 2026-04-23\n    skäl: Val\n---\n"
    )
    lines = _lines(tmp_path, "parknamnden/2026/", {**SMALL, "parknamnden/2026-04-16/kallelse.md": moved})
    assert [line for line in lines if line.startswith("Torsdag")] == [
        "Torsdag 12 mars 2026 2 ärenden Kallat",
        "Torsdag 16 april 2026 Den dag som gällde förut Flyttat till torsdag 23 april 2026",
        "Torsdag 23 april 2026 Kallelsen är inte publicerad än Planerat Flyttat",
        "Torsdag 21 maj 2026 Kallelsen är inte publicerad än Planerat",
    ]


def test_the_calendar_leads_to_meetings_and_shows_holidays(tmp_path: Path) -> None:
    pages = built(tmp_path, SMALL)
    assert [address for address in pages if address.startswith("kalender/")] == [
        "kalender/",
        *(f"kalender/2026-{month:02}/" for month in range(1, 13)),
    ]
    assert "Inga sammanträden i juni 2026." in Fragment(pages["kalender/2026-06/"].html).lines
    april = Fragment(pages["kalender/2026-04/"].html).lines
    assert "6 Annandag påsk" in april
    assert april[april.index("16") :][:2] == ["16", "Parknämnden, kl. 18.00 Planerat"]


def test_the_elected_are_reached_body_by_body(tmp_path: Path) -> None:
    files = {**SMALL, "parknamnden/ledamoter.md": MEMBERS}
    assert _lines(tmp_path, "fortroendevalda/", files)[2:] == [
        "Förtroendevalda",
        "Läget den 2 mars 2026",
        "Parknämnden Ekstads kommun",
        "Ordförande: Alma Ek (S)",
    ]


def test_two_bodies_of_one_name_are_told_apart(tmp_path: Path) -> None:
    files = {**SMALL, "annan/organ.md": BODY.replace("Ekstads kommun", "Almby kommun")}
    pages = built(tmp_path, files)
    assert pages["annan/"].title == "Parknämnden, Almby kommun"
    assert pages["parknamnden/"].title == "Parknämnden, Ekstads kommun"
    assert 'data-organ="Parknämnden, Ekstads kommun"' in pages["parknamnden/2026-03-12/"].html


def test_two_meetings_of_a_day_are_told_apart_in_order_of_time(tmp_path: Path) -> None:
    extra = "---\ndatum: 2026-03-12\ntid: 08:00\nslag: extra\nläge: kallat\n---\n"
    files = {**SMALL, "parknamnden/2026-03-12-extra/kallelse.md": extra}
    for address in ("parknamnden/2026/", "parknamnden/"):
        told = [line for line in _lines(tmp_path / address, address, files) if line.startswith("Torsdag 12 mars 2026")]
        assert len(told) == 2, address
        assert told[0].startswith("Torsdag 12 mars 2026, extra sammanträde "), address
        assert "extra" not in told[1], address
