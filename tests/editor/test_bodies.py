"""What is done on the desk with a board and its members: a new one, who comes and goes, a whole list, another name."""

from __future__ import annotations

import shutil
from pathlib import Path

from tests.editor.projects import HOST, DeskPage, Visitor, do_task, git, project, visitor
from tests.site.projects import write

MEMBERS = """\
---
förtroendevalda:
  - namn: Vera Provsson
    parti: PR
    uppdrag:
      - roll: ordförande
        från: 2023-01-01
---
"""


def test_the_first_board_is_made_in_the_browser(tmp_path: Path) -> None:
    root = project(tmp_path)
    shutil.rmtree(root / "meetings")
    git(root, "commit", "--quiet", "--all", "--message=Tomt")
    user = visitor(root)
    assert 'href="/gor/namnd"' in user.open("/").html
    answers = {"kommun": "Provköpings kommun", "namn_organ": "Skolnämnden", "kort": "SKN", "slag": "nämnd"}
    assert "Sammanträdesdag måste fyllas i." in do_task(user, "namnd", "", **answers).text
    answers |= {"veckodag": "torsdag", "tid": "18:00", "ar": "2027"}
    made = do_task(user, "namnd", "", **answers)
    assert "Ny nämnd: klart" in made.text
    assert (root / "meetings/skn/organ.md").is_file()
    assert git(root, "status", "--short") == ""
    assert "redan" in do_task(user, "namnd", "", **answers).text


def test_a_mandate_is_given_to_nobody_else_of_the_same_name(tmp_path: Path) -> None:
    path = "meetings/prov/ledamoter.md"
    root = project(tmp_path, files={path: MEMBERS})
    user = visitor(root)
    comes = {"namn_ny": "Vera Provsson", "roll": "ledamot", "fran": "2026-12-01"}
    page = do_task(user, "tilltrader", "organ=prov", **comes, parti="S")
    assert "Vera Provsson finns redan med partiet PR. Öppna ledamotsfilen" in page.text
    assert 'href="#parti"' in page.html
    assert (root / path).read_text("utf-8") == MEMBERS
    twice = MEMBERS.removesuffix("---\n") + MEMBERS.partition("förtroendevalda:\n")[2]
    write(root, path, twice)
    assert "2 heter Vera Provsson (PR)." in do_task(user, "tilltrader", "organ=prov", **comes, parti="PR").text
    assert (root / path).read_text("utf-8") == twice


def test_members_come_and_go(tmp_path: Path) -> None:
    root = project(tmp_path, files={"meetings/prov/ledamoter.md": MEMBERS})
    user = visitor(root)
    page = do_task(
        user, "tilltrader", "organ=prov", namn_ny="Nils Nysson", parti="PR", roll="ledamot", fran="2026-12-01"
    )
    assert page.answer.status_code == 200, page.text
    do_task(user, "tilltrader", "organ=prov", namn_ny="Vera Provsson", parti="PR", roll="ledamot", fran="2026-12-01")
    leaving = user.open("/gor/avgar?organ=prov")
    assert "Vera Provsson (PR), ordförande" in leaving.text
    moved = do_task(user, "avgar", "organ=prov", vem="1-0-Vera Provsson", till="2026-11-30")
    assert "välj något av Vera Provsson (PR), ordförande, " in moved.text
    do_task(user, "avgar", "organ=prov", vem="0-0-Vera Provsson", till="2026-11-30")
    assert (root / "meetings/prov/ledamoter.md").read_text("utf-8") == MEMBERS.removesuffix("---\n") + (
        "        till: 2026-11-30\n      - roll: ledamot\n        från: 2026-12-01\n"
        "  - namn: Nils Nysson\n    parti: PR\n    uppdrag:\n      - roll: ledamot\n        från: 2026-12-01\n---\n"
    )
    assert git(root, "status", "--short") == ""


def test_a_whole_board_comes_of_a_list(tmp_path: Path) -> None:
    path = "meetings/prov/ledamoter.md"
    root = project(tmp_path, files={path: MEMBERS})
    user = visitor(root)
    assert "Nya ledamöter ur en lista" in user.open("/filer").text
    asked = user.open("/gor/ny-period?organ=prov").html
    assert '<a href="/filer" aria-current="true">Alla filer</a>' in asked
    assert asked.count('href="/filer"') == 2
    rows = "Namn;Parti;Uppdrag;Personnummer\nBo Al;Moderaterna;Ordförande;191212121212\nVakant;S;Ledamot;\n"
    page = _given_list(user, "valda.csv", rows)
    assert "börjar: Bo Al (M), ordförande" in page.text
    assert "slutar: Vera Provsson (PR), ordförande" in page.text
    assert 'Rad 3 ("Vakant") är vakant.' in page.text
    assert (root / path).read_text("utf-8") == MEMBERS.removesuffix("---\n") + (
        "        till: 2026-12-31\n"
        "  - namn: Bo Al\n    parti: M\n    uppdrag:\n      - roll: ordförande\n        från: 2027-01-01\n---\n"
    )
    assert git(root, "status", "--short") == ""
    assert "Listan ändrar inget" in _given_list(user, "valda.csv", rows).text
    assert "har inga förtroendevalda" in _given_list(user, "valda.csv", "Ett;Två\n1;2\n").text
    assert "en tabell läses ur" in _given_list(user, "valda.odt", rows).text


def _given_list(user: Visitor, name: str, rows: str) -> DeskPage:
    answer = user.client.ask(
        "POST",
        "/gor/ny-period?organ=prov",
        data={"fran": "2027-01-01"},
        files=[("lista", (name, rows.encode(), "text/csv"))],
        headers={"origin": HOST},
    )
    return DeskPage(user.client, answer)


def test_no_day_is_taken_on_which_minutes_were_approved_with_the_name(tmp_path: Path) -> None:
    root = project(tmp_path)
    meeting = next(one.name for one in sorted((root / "meetings/prov").iterdir()) if one.name.startswith("20"))
    head = "paragraf\tutgåva\tutgiven\tavtryck\tjusterat\tändring\n"
    write(
        root,
        "meetings/utgivet/paragrafer.tsv",
        f"{head}prov/{meeting}/organ\t1\t2026-03-20\t1:{'0' * 64}\t2026-03-19\t\n",
    )
    page = do_task(visitor(root), "byter-namn", "organ=prov", namn_organ="Skolnämnden", fran="2026-11-01")
    assert "är justerat och utgivet med namnet" in page.text
    assert "Välj en dag efter det." in page.text


def test_a_board_gets_another_name_from_a_day_on(tmp_path: Path) -> None:
    path = "meetings/prov/organ.md"
    root = project(tmp_path)
    before = (root / path).read_text("utf-8").replace("kommun:", "förkortning: PRV\nkommun:")
    write(root, path, before)
    user = visitor(root)
    assert "Nämnden byter namn" in user.open("/filer").text
    old = user.open("/gor/byter-namn?organ=prov").text.partition("Nu heter det ")[2].partition(".")[0]
    later = do_task(user, "byter-namn", "organ=prov", namn_organ="Skolnämnden", fran="2027-01-01")
    assert f"till dess heter det {old} på alla sidor." in later.text
    assert "Det heter så redan." in do_task(user, "byter-namn", "organ=prov", namn_organ=old, fran="2026-11-01").text
    assert (root / path).read_text("utf-8") == before
    page = do_task(user, "byter-namn", "organ=prov", namn_organ="Skolnämnden", fran="2026-11-01")
    assert "behåller namnet som nämnden hade då." in page.text
    after = (root / path).read_text("utf-8")
    assert f"namn: Skolnämnden\ntidigare_namn:\n  - namn: {old}\n    till: 2026-10-31\n" in after
    assert "förkortning" not in after
    again = do_task(user, "byter-namn", "organ=prov", namn_organ="Bildningsnämnden", fran="2026-11-01")
    assert "Det heter Skolnämnden sedan 1 november 2026. Välj en senare dag" in again.text
    assert (root / path).read_text("utf-8") == after
    assert git(root, "status", "--short") == ""
