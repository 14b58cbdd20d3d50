"""Minutes as forms: a part at a time, attendance and votes as tables of members, and nothing changed that was not touched."""

from __future__ import annotations

from pathlib import Path

import pytest

from build_scripts.editor.form.grids import gathered
from build_scripts.editor.form.minutes_parts import ATTENDANCE
from build_scripts.editor.form.posting import Form
from tests.editor.projects import DeskPage, Visitor, changed_lines, git, project, visitor

PATH = "meetings/prov/2026-11-05/protokoll.md"
MEMBERS = """\
---
förtroendevalda:
  - namn: Vera Provsson
    parti: PR
    uppdrag: [{roll: ordförande, från: 2023-01-01}]
  - namn: Åsa Provberg
    parti: PR
    uppdrag: [{roll: ledamot, från: 2023-01-01}]
  - namn: Bo Provlund
    parti: SJ
    uppdrag: [{roll: ledamot, från: 2023-01-01}]
  - namn: Cia Provdal
    parti: SJ
    uppdrag: [{roll: ersättare, från: 2023-01-01, ordning: 1}]
---
"""
CALL = "---\ndatum: 2026-11-05\nläge: genomfört\n---\nBrev.\n"
SCHOOL = "---\nrubrik: Skolskjuts\nslag: beslut\nförslag_till_beslut: [Nämnden antar reglerna.]\n---\nText.\n"
MINUTES = """\
---
närvarande:
  ordförande: Vera Provsson
  ledamöter:
    # Alla kom i tid.
    - Vera Provsson
    - Åsa Provberg
    - Bo Provlund
paragrafer:
  - nummer: 1
    rubrik: Val av justerare   # Åsa
    utfall: beslutat
    beslut: [Nämnden väljer Åsa Provberg.]
  - nummer: 2
    ärende: skolskjuts
    utfall: enligt förslag
    votering:
      - ja_betyder: Bifall.
        nej_betyder: Avslag.
        ja: [Vera Provsson, Åsa Provberg]
        nej: [Bo Provlund]
        antal_ja: 2
        antal_nej: 1
        utfall: ja
justeringar:
  - paragrafer: 1-2
    justerare: Åsa Provberg
---
"""
FILES = {
    "meetings/prov/ledamoter.md": MEMBERS,
    "meetings/prov/2026-11-05/kallelse.md": CALL,
    "meetings/prov/2026-11-05/01-skolskjuts.md": SCHOOL,
    PATH: MINUTES,
}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A project with a meeting that was held, and its minutes."""
    return project(tmp_path, files=FILES)


@pytest.fixture
def user(root: Path) -> Visitor:
    """A browser that has been let in."""
    return visitor(root)


def part(user: Visitor, name: str) -> DeskPage:
    """A part of the minutes."""
    return user.open(f"/redigera?fil={PATH}&del=h.{name}")


def seat(page: DeskPage, name: str) -> str:
    """The name of a person's row in the table of attendance."""
    return next(field[:-5] for field, value in page.fields if field.startswith("plats.") and value == name)


def test_one_paragraph_is_shown_and_the_others_are_carried(root: Path, user: Visitor) -> None:
    page = part(user, "paragrafer.1")
    assert "§ 1 Val av justerare § 2 Skolskjuts Justering och anslag Övrigt" in page.text
    assert 'id="h.paragrafer.1.nummer"' in page.html
    assert 'id="h.paragrafer.0.nummer"' not in page.html
    assert "Beslutet blir: Nämnden antar reglerna." in page.text
    page = page.press(
        "spara", PATH, **{"h.paragrafer.1.utfall": "ändrat", "h.paragrafer.1.propositionsordning": "Bifall mot avslag."}
    )
    assert page.answer.status_code == 422
    assert (root / PATH).read_text("utf-8") == MINUTES


def test_what_is_written_in_a_part_stays_when_another_is_shown(root: Path, user: Visitor) -> None:
    page = part(user, "paragrafer.0").press("del h.justeringar", PATH, **{"h.paragrafer.0.rubrik": "Val av två"})
    assert 'id="h.justeringar.0.justerat"' in page.html
    page = page.press("spara", PATH, **{"h.justeringar.0.justerat": "2026-11-10"})
    assert "Sparat, och infört i historiken." in page.text
    assert 'name="del" value="h.justeringar"' in page.html
    assert changed_lines(MINUTES, (root / PATH).read_text("utf-8")) == (
        ["    rubrik: Val av justerare   # Åsa"],
        ["    rubrik: Val av två   # Åsa", "    justerat: 2026-11-10"],
    )


def test_an_error_in_another_part_is_reached_through_the_form(user: Visitor) -> None:
    page = part(user, "närvarande").press("kontrollera", PATH, **{"h.paragrafer.1.nummer": "3"})
    way = '<button class="r-lankknapp" form="formular" name="gor" value="del h.paragrafer.1.nummer">'
    assert way in page.html
    page = page.press("del h.paragrafer.1.nummer", PATH)
    assert 'id="h.paragrafer.1.nummer" name="h.paragrafer.1.nummer" value="3"' in page.html


def test_a_new_paragraph_is_shown_and_stays_shown_when_it_is_saved(root: Path, user: Visitor) -> None:
    page = part(user, "närvarande").press("rad+ h.paragrafer", PATH)
    assert "Ny paragraf" in page.text
    new = {"nummer": "3", "rubrik": "Avslutning", "utfall": "noteras"}
    filled = {f"h.paragrafer.n2.{key}": value for key, value in new.items()}
    page = page.press("spara", PATH, **filled, **{"h.justeringar.0.paragrafer": "1-3"})
    assert "Sparat, och infört i historiken." in page.text
    assert 'name="del" value="h.paragrafer.2"' in page.html
    assert "  - nummer: 3\n    rubrik: Avslutning\n    utfall: noteras\n" in (root / PATH).read_text("utf-8")


def test_attendance_is_a_table_of_members_with_the_substitutes_in_order(root: Path, user: Visitor) -> None:
    page = part(user, "närvarande")
    assert "Cia Provdal (SJ), ersättare 1 Inte med" in page.text
    bo, cia = seat(page, "Bo Provlund"), seat(page, "Cia Provdal")
    serving = {f"{cia}.hur": "tjänstgörande_ersättare", f"{cia}.för": "Bo Provlund", f"{cia}.från_paragraf": "2"}
    page = page.press("kontrollera", PATH, **serving, **{f"{bo}.till_och_med_paragraf": "1"})
    page = page.press("spara", PATH, **{"h.paragrafer.1.votering.0.nej": "Cia Provdal"})
    assert "Sparat, och infört i historiken." in page.text, page.text
    text = (root / PATH).read_text("utf-8")
    assert "    # Alla kom i tid.\n    - Vera Provsson\n    - Åsa Provberg\n" in text
    assert "    - namn: Bo Provlund\n      till_och_med_paragraf: 1\n" in text
    assert (
        "  tjänstgörande_ersättare:\n    - namn: Cia Provdal\n      från_paragraf: 2\n      för: Bo Provlund\n" in text
    )


def test_a_vote_is_a_table_that_is_summed_once(root: Path, user: Visitor) -> None:
    page = part(user, "paragrafer.1")
    assert "Ja 2 · Nej 1 · Avstår 0" in page.text
    row = next(name[:-5] for name, value in page.fields if name.startswith("röst.") and value == "Åsa Provberg")
    page = page.press("kontrollera", PATH, **{f"{row}.sida": "nej"})
    assert "Ja 1 · Nej 2 · Avstår 0" in page.text
    assert page.value("h.paragrafer.1.votering.0.utfall") == "nej"
    assert page.value("h.paragrafer.1.votering.0.antal_nej") == "2"
    page = page.press("kontrollera", PATH, **{f"{row}.sida": "deltar_inte"})
    assert ("h.paragrafer.1.deltar_inte|", "Åsa Provberg") in page.fields


def test_dissents_are_picked_from_those_who_took_part(user: Visitor) -> None:
    page = part(user, "paragrafer.1").press("rad+ h.paragrafer.1.reservationer", PATH)
    assert page.html.count('name="h.paragrafer.1.reservationer.n0.av|"') == 3
    assert 'name="h.paragrafer.1.reservationer.n0.av|" value="Cia Provdal"' not in page.html


def ballot(page: DeskPage, name: str) -> str:
    """The name of a person's row in the table of a vote."""
    return next(field[:-5] for field, value in page.fields if field.startswith("röst.") and value == name)


def test_dissents_are_a_column_beside_the_votes(root: Path, user: Visitor) -> None:
    page = part(user, "paragrafer.1")
    bo, asa = ballot(page, "Bo Provlund"), ballot(page, "Åsa Provberg")
    page = page.press("spara", PATH, **{f"{bo}.reserverar": "ja"})
    assert "Sparat, och infört i historiken." in page.text, page.text
    came = changed_lines(MINUTES, (root / PATH).read_text("utf-8"))
    assert came == ([], ["    reservationer:", "      - av:", "          - Bo Provlund"])
    assert page.value(f"{bo}.reserverade") == "ja"
    page = page.press(
        "kontrollera", PATH, **{f"{asa}.reserverar": "ja", "h.paragrafer.1.reservationer.0.text": "Skäl."}
    )
    dissenting = [value for name, value in page.fields if name == "h.paragrafer.1.reservationer.0.av|"]
    assert sorted(dissenting) == ["Bo Provlund", "Åsa Provberg"]
    page.fields = [(name, value) for name, value in page.fields if not name.endswith((".reserverar", ".av|"))]
    page = page.press("spara", PATH, **{"h.paragrafer.1.reservationer.0.text": ""})
    assert "Sparat, och infört i historiken." in page.text, page.text
    assert (root / PATH).read_text("utf-8") == MINUTES


def test_who_is_next_in_turn_stands_beside_an_absent_member(user: Visitor) -> None:
    page = part(user, "närvarande")
    assert "I tur" not in page.text
    bo, cia = seat(page, "Bo Provlund"), seat(page, "Cia Provdal")
    page.fields = [(name, value) for name, value in page.fields if name != f"{bo}.hur"]
    page = page.press("kontrollera", PATH)
    assert "Bo Provlund (SJ) I tur: Cia Provdal (SJ)" in page.text
    page = page.press("kontrollera", PATH, **{f"{cia}.hur": "tjänstgörande_ersättare", f"{cia}.för": "Bo Provlund"})
    assert "I tur" not in page.text


def test_the_desk_leads_to_the_approval(root: Path, user: Visitor) -> None:
    page = user.open("/")
    assert "falt=h.justeringar" in page.html
    assert git(root, "status", "--short") == ""
    page = user.open(f"/redigera?fil={PATH}&falt=h.justeringar")
    assert 'name="del" value="h.justeringar"' in page.html


def test_a_place_that_is_no_number_stands_last() -> None:
    seats = {"plats.0.namn": "A", "plats.0.hur": "ledamöter", "plats.0.lista": "ledamöter", "plats.0.rad": "²"}
    votes = {"röst.v.0.namn": "A", "röst.v.0.sida": "ja", "röst.v.0.förut": "ja", "röst.v.0.nummer": "²"}
    found = gathered(Form({**seats, **votes}, {"plats": ["0"], "röst.v": ["0"]}))
    assert (found.rows[f"{ATTENDANCE}.ledamöter"], found.written("v.ja")) == (["²"], "A")
