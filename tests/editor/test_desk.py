"""The desk: what is due with one button each, a meeting with the state of its papers, the year, and what is found."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from build_scripts.editor.pages import today
from tests.editor.projects import ITEM, SUMMONS, DeskPage, Visitor, git, project, visitor

DRAFT = """\
---
rubrik: Nya bänkar
slag: beslut
publiceras: nej
skäl: oläst
---
Bänkarna är slitna.
"""
MEETING = "/sammantrade?organ=prov&id=2026-11-26"
FOLDER = "meetings/prov/2026-11-26"


def rows(html: str) -> list[str]:
    """The items of the agenda, each as its words, without what can be done with it."""
    told = re.sub(r'<div class="r-punkt__gora">.*?</div>', "", html, flags=re.DOTALL)
    return [
        " ".join(re.sub(r"<[^>]+>", " ", row).split()) for row in re.findall(r'<li class="r-punkt.*?</li>', told, re.S)
    ]


def buttons(html: str) -> dict[str, str]:
    """What each button of what is due says with what it is about → where it leads."""
    found = re.findall(r'<a class="[^"]*r-gora__knapp" href="([^"]+)">([^<]+)<span[^>]*>: ([^<]+)', html)
    return {f"{words}: {what}": address.replace("&amp;", "&") for address, words, what in found}


def test_what_is_due_has_its_days_left_and_one_button(root: Path, user: Visitor) -> None:
    page = user.open("/")
    assert "Söndag 22 november 2026" in page.text
    plan = "/redigera?fil=meetings%2Fprov%2Fsammantradesordning%2F2026.md"
    assert buttons(page.html) == {
        "Öppna sammanträdet: Sammanträde": "/sammantrade?organ=prov&id=2026-11-26",
        "Gör kallelsen: Sammanträdet 17 december 2026 har ingen kallelse": "/nytt/sammantrade?organ=prov&datum=2026-12-17",
        "Öppna årets ordning: Utskick (sammanträdet 17 december 2026)": plan,
        "Öppna årets ordning: Sammanträde": plan,
    }
    assert "om 4 dagar" in page.text
    (root / SUMMONS).write_text("---\ndatum: 2026-11-26\nläge: planerat\n---\n", encoding="utf-8")
    page = user.open("/")
    sent = buttons(page.html)["Öppna kallelsen: Kallelsen till 26 november 2026 skulle ha skickats"]
    assert sent == f"/redigera?fil={SUMMONS.replace('/', '%2F')}&falt=h.l%C3%A4ge"
    assert "3 dagar sen" in page.text


def test_the_button_fills_in_what_is_known(user: Visitor) -> None:
    page = user.open("/nytt/sammantrade?organ=prov&datum=2026-12-17")
    assert page.value("datum") == "2026-12-17"


def test_the_next_meeting_tells_how_far_its_papers_have_come(root: Path, user: Visitor) -> None:
    (root / FOLDER / "bilagor/karta.csv").write_text("väg;längd\nSödra;5\n", encoding="utf-8")
    (root / FOLDER / "03-bankar.md").write_text(DRAFT, encoding="utf-8")
    (root / FOLDER / "04-buller.md").write_text("---\nrubrik: Buller\nslag: beslut\n---\n", encoding="utf-8")
    (root / FOLDER / "05-maskat-arende.md").write_text(
        "---\npubliceras: maskat\nskäl: sekretess\n---\n", encoding="utf-8"
    )
    (root / FOLDER / "06-struket.md").write_text(
        "---\nrubrik: Struket\nslag: information\nutgår:\n  datum: 2026-11-20\n---\nText.\n", encoding="utf-8"
    )
    told = rows(user.open(MEETING).html)
    assert told[0].startswith("1 Cykelplan PRO/2026:7 · beslut · 1 handling Varning: Det som står efter #")
    assert told[0].endswith(" Inte granskad")
    assert any(
        row.startswith("3 Nya bänkar beslut · importerat, ingen har läst det Varning: ") and row.endswith(" Utkast")
        for row in told
    )
    assert "4 Buller beslut Saknar text och förslag till beslut" in told
    assert any(row.startswith("5 ") and row.endswith("Visas inte") for row in told)
    assert any(row.startswith("6 Struket") and row.endswith("Utgår") for row in told)
    assert rows(user.open("/").html) == told


def test_what_is_found_in_an_item_stands_at_the_item(root: Path, user: Visitor) -> None:
    file = root / ITEM
    file.write_text(file.read_text("utf-8").replace("PRO/2026:7", "PRO-2026/7"), encoding="utf-8")
    assert 'Fel: "PRO-2026/7" har inte formen' in rows(user.open(MEETING).html)[0].replace("&#34;", '"')
    start = user.open("/")
    assert "1 fel" in start.text
    assert "1. Cykelplan, 26 november 2026 : " in start.text
    found = user.open("/fynd")
    assert "har inte formen PRO/ÅÅÅÅ:N. Gör så här: skriv PRO/2026:7." in found.text


def test_beside_the_agenda_stand_the_days_that_are_counted(user: Visitor) -> None:
    page = user.open(MEETING)
    assert "Utskick torsdag 19 november 2026" in page.text
    assert 'href="/nytt/arende?organ=prov&amp;sammantrade=2026-11-26"' in page.html


def test_a_cancelled_meeting_offers_nothing_to_make_but_tells_why(root: Path, user: Visitor) -> None:
    (root / SUMMONS).write_text(
        "---\ndatum: 2026-11-26\nläge: inställt\nskäl: För få ärenden.\n---\n", encoding="utf-8"
    )
    page = user.open(MEETING)
    assert "Sammanträdet är inställt: För få ärenden." in page.text
    assert "/nytt/" not in page.html
    assert "Utskick" not in page.text


def test_a_held_meeting_offers_minutes_and_no_new_items(root: Path, user: Visitor) -> None:
    (root / SUMMONS).write_text("---\ndatum: 2026-11-12\nläge: genomfört\n---\n", encoding="utf-8")
    page = user.open(MEETING)
    assert "/nytt/protokoll?" in page.html
    assert "/nytt/arende?" not in page.html


def test_the_year_is_a_picture_with_a_table(user: Visitor) -> None:
    page = user.open("/")
    assert page.html.count("<circle") == 2
    assert '<line class="r-ar__i-dag" x1="89.04%"' in page.html
    assert "Torsdag" not in re.findall(r"<tbody>.*?</tbody>", page.html, re.S)[0]
    table = " ".join(re.sub(r"<[^>]+>", " ", page.html[page.html.index("<tbody>") :]).split())
    assert table.startswith("torsdag 26 november Kallat Utskick torsdag 19 november torsdag 17 december Planerat")


def header(html: str) -> str:
    """The words of a page's header behind its places."""
    found = re.search(r'<div class="r-topp__lage">(.*?)</div>', html, re.S)
    return " ".join(re.sub(r"<[^>]+>", " ", found[1]).split()) if found else ""


def test_every_header_counts_what_is_not_sent_and_leads_to_sending(root: Path, user: Visitor) -> None:
    assert header(user.open("/").html) == "Provnämnden"
    place = root.parent / "plats.git"
    git(root, "init", "--quiet", "--bare", str(place))
    git(root, "remote", "add", "origin", str(place))
    assert header(user.open("/").html) == "Provnämnden Skicka"
    git(root, "push", "--quiet", "origin", "main")
    assert header(user.open("/").html) == "Provnämnden Allt är skickat"
    saved = user.edit().press("spara", h__diarienummer="PRO/2026:8")
    assert header(saved.html) == "Provnämnden 1 ändring: Skicka"
    (root / FOLDER / "09-buller.md").write_text("---\nrubrik: Buller\nslag: information\n---\nB.\n", encoding="utf-8")
    # Reviewers' notes and what is released are written by the program, and are no changes of hers.
    (root / FOLDER / "bilagor/granskning.yml").write_text("karta.csv:\n", encoding="utf-8")
    for place_of_desk in ("/", MEETING, "/filer", "/finns-inte"):
        page = user.open(place_of_desk)
        assert (header(page.html), 'href="/skicka"' in page.html) == ("Provnämnden 2 ändringar: Skicka", True)
    # What a page counts by the name that the header counts by is the page's own.
    assert "Karta (1 Cykelplan)" in user.open("/granska?organ=prov&sammantrade=2026-11-26").text
    sending = user.open("/skicka")
    assert sending.html.count(": visas på webbplatsen</li>") == 2


_BODY = """\
---
namn: {}
förkortning: {}
slag: {}
kommun: Provköpings kommun
{}---
"""
OTHER = {
    "meetings/prova/organ.md": _BODY.format("Provautskottet", "PRA", "utskott", ""),
    "meetings/gamla/organ.md": _BODY.format("Gamla nämnden", "GAM", "nämnd", "historiskt: ja\n"),
}


def chosen(user: Visitor, body_id: str, place: str = "/") -> DeskPage:
    """The page after a press on a body in the header."""
    return user.send("/organ", [("plats", place), ("organ", body_id)])


def test_a_board_that_is_chosen_in_the_header_is_shown_in_every_place_until_another_is(tmp_path: Path) -> None:
    user = visitor(project(tmp_path, files=OTHER))
    # An answer, which belongs to no place, has the choice too.
    for start in (user.open("/"), user.open("/finns-inte"), user.open("/redigera?fil=x")):
        assert header(start.html) == "Visar: Alla organ Alla organ Provnämnden Provautskottet"
    assert "Gamla nämnden" in user.open("/sammantraden").text
    meetings = chosen(user, "prova", "/sammantraden")
    assert (meetings.answer.url.path, header(meetings.html)) == (
        "/sammantraden",
        "Visar: Provautskottet Alla organ Provnämnden Provautskottet",
    )
    headings = re.compile(r'<h2 id="organ-[^"]+">([^<,]+)')
    for place in ("/sammantraden", "/filer"):
        assert headings.findall(user.open(place).html) == ["Provautskottet"]
    assert buttons(user.open("/").html) == {}
    # A place that leads to a body of its own shows that one, and changes nothing of the choice.
    assert headings.findall(user.open("/sammantraden?organ=prov").html) == ["Provnämnden"]
    assert header(user.open("/").html).startswith("Visar: Provautskottet")
    # Also one that is no longer followed and cannot be chosen.
    for place in ("/sammantraden", "/filer"):
        assert header(user.open(f"{place}?organ=gamla").html).startswith("Visar: Gamla nämnden")
    # So does every page about something of a body's own.
    for place in (
        "/sammantrade?organ=prov&id=2026-11-26",
        "/redigera?fil=meetings/prov/organ.md",
        "/text?fil=meetings/prov/organ.md",
    ):
        assert header(user.open(place).html).startswith("Visar: Provnämnden")
    assert buttons(chosen(user, "").html)
    for place in ("/filer", "/redigera?fil=meetings/organ.md"):
        assert header(user.open(place).html).startswith("Visar: Alla organ")


def test_a_choice_of_a_board_that_is_gone_shows_all(tmp_path: Path) -> None:
    root = project(tmp_path, files=OTHER)
    user = visitor(root)
    chosen(user, "prova")
    git(root, "rm", "-r", "--quiet", "meetings/prova")
    assert header(user.open("/").html) == "Provnämnden"
    assert header(user.open("/filer?organ=gamla").html) == "Gamla nämnden"
    assert buttons(user.open("/").html)
    for body_id, place in (("prova", "/"), ("gamla", "/"), ("prov", "https://example.se/"), ("prov", "/skicka")):
        assert chosen(user, body_id, place).answer.status_code == 404


def test_meetings_of_a_year_are_listed_with_their_states(user: Visitor) -> None:
    page = user.open("/sammantraden")
    assert 'href="/sammantrade?organ=prov&amp;id=2026-11-26"' in page.html
    assert 'href="/nytt/sammantrade?organ=prov&amp;datum=2026-12-17"' in page.html


def test_a_record_without_bodies_tells_how_to_begin(tmp_path: Path) -> None:
    root = project(tmp_path)
    git(root, "rm", "-r", "--quiet", "meetings/prov")
    (root / "meetings").mkdir(exist_ok=True)
    assert "Det finns inga organ i arkivet än." in visitor(root).open("/").text


def here(page: DeskPage) -> str:
    """The place of the desk that a page says it belongs to."""
    found = re.search(r'<a href="([^"]+)" aria-current', page.html)
    return found[1] if found else ""


def test_a_page_belongs_to_the_place_that_its_file_lies_in(user: Visitor) -> None:
    meeting = "meetings/prov/2026-11-26"
    for place in (
        f"/redigera?fil={meeting}/kallelse.md",
        f"/text?fil={meeting}/kallelse.md",
        f"/historik?fil={meeting}/kallelse.md",
        "/nytt/sammantrade?organ=prov",
        "/nytt/arende?organ=prov&sammantrade=2026-11-26",
    ):
        assert here(user.open(place)) == "/sammantraden"
    for place in ("/redigera?fil=meetings/prov/organ.md", "/nytt/ledamoter?organ=prov"):
        assert here(user.open(place)) == "/filer"


def test_what_is_made_for_a_meeting_names_its_day_and_one_that_is_not_there_is_not_found(user: Visitor) -> None:
    assert (
        "Provnämnden, sammanträdet 26 november 2026" in user.open("/nytt/arende?organ=prov&sammantrade=2026-11-26").text
    )
    assert user.open("/nytt/arende?organ=prov&sammantrade=2026-11-27").answer.status_code == 404


def test_a_board_without_meetings_says_so(tmp_path: Path) -> None:
    text = visitor(project(tmp_path, files=OTHER)).open("/sammantraden").text
    assert text.count("Inga sammanträden är inlagda.") == len(OTHER)


def test_where_nothing_is_due_soon_the_first_thing_after_is_told(
    user: Visitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(today, "HORIZON", 1)
    page = user.open("/")
    assert "Att göra om 4 dagar Sammanträde Torsdag 26 november" in page.text
    assert "17 december 2026 har ingen kallelse" not in page.text
