"""Lists of elected representatives as registers, home pages and Word give them, and what they change from a day on."""

from __future__ import annotations

import datetime as dt
import io
from pathlib import Path

import pytest
from openpyxl import Workbook

from build_scripts.__main__ import main
from build_scripts.editor.tasks.term import read_list
from build_scripts.imports.elected import ElectedList, ListedPerson, elected
from build_scripts.imports.elected_term import Begins, term
from build_scripts.imports.elected_words import names_body, party_of, role_of
from build_scripts.new.body import TO_FILL_IN
from build_scripts.project import WrongUse
from macros.record.members import Person, Role
from macros.record.reading import read
from tests.site.projects import tiny, write

CALLED = frozenset(("provnämnden", "prn"))
FIRST = dt.date(2027, 1, 1)


def people(*rows: tuple[str, ...]) -> list[tuple[str, str, Role, int | None]]:
    return [(one.name, one.party, one.role, one.rank) for one in elected(rows, CALLED, FIRST).people]


WANTED = [
    ("Alma Ek", "S", Role.CHAIR, None),
    ("Bo Al", "M", Role.SECOND_VICE_CHAIR, None),
    ("Cia von Rönn", "Provpartiet", Role.MEMBER, None),
    ("Dan Asp", "S", Role.SUBSTITUTE, 1),
    ("Eva-Lena Gran", "M", Role.SUBSTITUTE, 1),
    ("Figge Tall", "S", Role.SUBSTITUTE, 2),
]


@pytest.mark.parametrize(
    "rows",
    [
        pytest.param(
            (
                ("Provnämnden",),
                ("Namn", "Parti", "Uppdrag", "Personnummer"),
                ("Alma Ek", "Socialdemokraterna", "Ordförande", "191212121212"),
                ("Bo Al", "M", "2:e vice ordförande", ""),
                ("Cia von Rönn", "Provpartiet", "Ledamot", ""),
                ("Dan Asp", "S", "Ersättare", ""),
                ("Eva-Lena Gran", "Moderaterna (M)", "Ersättare", ""),
                ("Figge Tall", "S", "Ersättare", ""),
            ),
            id="en tabell",
        ),
        pytest.param(
            (
                ("Efternamn", "Förnamn", "Organ", "Befattning", "Partibeteckning"),
                ("Ek", "Alma", "Provnämnden", "Ledamot", "S"),
                ("Ek", "Alma", "PRN", "Ordförande", "S"),
                ("Al", "Bo", "Provnämnden", "Andre vice ordförande", "M"),
                ("von Rönn", "Cia", "Provnämnden", "Ordinarie ledamot", "Provpartiet"),
                ("Asp", "Dan", "Provnämnden", "Suppleant", "S"),
                ("Gran", "Eva-Lena", "Provnämnden", "Ersättare", "M"),
                ("Tall", "Figge", "Provnämnden", "Ersättare", "S"),
                ("Bok", "Hans", "Andra nämnden", "Ordförande", "M"),
            ),
            id="ett register över alla organ",
        ),
        pytest.param(
            (
                ("Ordförande: Alma Ek (S)",),
                ("Andre vice ordförande Bo Al (M)",),
                ("Ledamöter",),
                ("Alma Ek (S)",),
                ("Cia von Rönn (Provpartiet)",),
                ("Ersättare:",),
                ("Dan Asp (S)",),
                ("Eva-Lena Gran (M)",),
                ("Figge Tall (S)",),
            ),
            id="rader av text",
        ),
        pytest.param(
            (
                ("Alma Ek (S), ordförande",),
                ("2 v ordf", "Bo Al (M)"),
                ("Cia von Rönn (Provpartiet)", "ledamot"),
                ("Dan Asp (S)", "ersättare"),
                ("Eva-Lena Gran (M)", "ersättare"),
                ("Figge Tall (S)", "ersättare"),
            ),
            id="namn med parti i celler",
        ),
        pytest.param(
            (
                ("Namn", "Uppdrag"),
                ("Ek, Alma (S)*", "Ordförande"),
                ("Al, Bo (M)", "Andra vice ordförande"),
                ("von Rönn, Cia (Provpartiet)", "Ledamot"),
                ("Asp, Dan (S)", "Ersättare"),
                ("Gran, Eva-Lena (M)", "Ersättare"),
                ("Tall, Figge (S)", "Ersättare"),
            ),
            id="efternamnet först, partiet i namnet",
        ),
        pytest.param(
            (
                ("Till Provnämnden väljs 2027-2030",),
                ("Ledamöter", "Ersättare"),
                ("Alma Ek (S), ordförande", "Dan Asp (S)"),
                ("Bo Al (M), 2:e vice ordförande", "Eva-Lena Gran (M)"),
                ("Cia von Rönn (Provpartiet)", "Figge Tall (S)"),
            ),
            id="sida vid sida",
        ),
        pytest.param(
            (
                ("Kommunfullmäktige beslutar",),
                ("Ledamöter", "", "Ersättare", ""),
                ("Ordförande Alma Ek", "S", "Dan Asp", "S"),
                ("Andre vice ordförande Bo Al", "M", "Eva-Lena Gran", "M"),
                ("Cia von Rönn", "(Provpartiet)", "Figge Tall", "S"),
            ),
            id="fyra kolumner",
        ),
        pytest.param(
            (
                ("Ledamöter i Provnämnden 2027-2030",),
                ("1. Alma Ek (Socialdemokraterna) – ordförande",),
                ("2. Bo Al, M, andre vice ordförande",),
                ("3. Cia von Rönn (Provpartiet) ledamot",),
                ("Ersättare i Provnämnden",),
                ("1. Asp, Dan (S)",),
                ("2. Gran, Eva-Lena (M) ¹",),
                ("Ersättare 3 Figge Tall, Socialdemokraterna",),
            ),
            id="numrerade rader",
        ),
        pytest.param(
            (
                ("Ledamöter",),
                ("Namn", "Parti"),
                ("Alma Ek, ordförande", "S"),
                ("Bo Al, 2:e v. ordf.", "M"),
                ("Cia von Rönn", "Provpartiet"),
                ("Ersättare",),
                ("Namn", "Parti"),
                ("Dan Asp", "S"),
                ("Eva-Lena Gran", "M"),
                ("Figge Tall", "S"),
            ),
            id="två tabeller under rubriker",
        ),
        pytest.param(
            (
                ("Förnamn", "Efternamn", "Parti", "Befattning", "Fr.o.m.", "T.o.m."),
                ("Hans", "Bok", "S", "Ordförande", "2023-01-01", "2026-12-31"),
                ("Alma", "Ek", "S", "Ordf", "2027-01-01", "2030-12-31"),
                ("Bo", "Al", "M", "2 v ordf", "2027-01-01", "2030-12-31"),
                ("Cia", "von Rönn", "Provpartiet", "Led", "2027-01-01", "2030-12-31"),
                ("Dan", "Asp", "S", "Ers", "2027-01-01", "2030-12-31"),
                ("Eva-Lena", "Gran", "M", "Ers", "2027-01-01", "2030-12-31"),
                ("Figge", "Tall", "S", "Ers", "2027-01-01", "2030-12-31"),
            ),
            id="ett register med dagar",
        ),
    ],
)
def test_a_list_is_read_in_every_shape(rows: tuple[tuple[str, ...], ...]) -> None:
    assert sorted(people(*rows)) == sorted(WANTED)


def test_what_is_nobody_is_told_without_numbers() -> None:
    found = elected(
        [
            ("Namn", "Parti", "Uppdrag", "Organ"),
            ("Vakant plats", "S", "Ledamot", "Provnämnden"),
            ("191212121212", "S", "Ledamot", "Provnämnden"),
            ("Alma Ek", "S", "", "Provnämnden"),
            ("Bo Al", "M", "Ordförande", "Provnämnden"),
            ("Bo Al", "M", "Ersättare", "Provnämnden"),
            ("Cia Rönn", "M", "Ledamot", "Andra nämnden"),
        ],
        CALLED,
        FIRST,
    )
    assert [one.name for one in found.people] == ["Bo Al"]
    assert found.unread == [
        'Rad 2 ("Vakant plats") är vakant.',
        "Rad 3 är ingen förtroendevald.",
        'Rad 4 ("Alma Ek") har inget uppdrag som känns igen.',
        'Rad 6 ("Bo Al") står två gånger, som ordförande och som ersättare.',
    ]
    assert found.passed == ["1\u00a0rad gäller Andra nämnden"]


HEADS = ("Namn", "Parti", "Uppdrag", "Från", "Till", "Status", "Ordning")


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        pytest.param((HEADS, ("Alma Ek", "S", "Insynsplats")), "har inget uppdrag som känns igen.", id="insynsplats"),
        pytest.param(
            (("Ersättare",), ("Insynsplats",), ("Alma Ek (KD)",)), "har inget uppdrag som känns igen.", id="ny rubrik"
        ),
        pytest.param((("Ersättare",), ("Alma Ek (KD), insyn",)), "har ord som inte känns igen.", id="ord efter"),
        pytest.param(
            (HEADS, ("Alma Ek (Norra)", "S", "Ledamot")), "har ord som inte känns igen.", id="särskiljande ord"
        ),
        pytest.param(
            (("Ersättare (i turordning)",), ("Alma Ek (S)",)), "har inget uppdrag som känns igen.", id="okänd parentes"
        ),
        pytest.param((("Ledamöter",), ("Kommunalråd Alma Ek (S)",)), "är ingen förtroendevald.", id="titel"),
        pytest.param((HEADS, ("Alma Ek", "", "Ledamot")), "har inget parti.", id="tom cell för partiet"),
        pytest.param((HEADS, ("Ek Anna", "S", "Ledamot")), "namnen har efternamnet först", id="efternamnet först"),
        pytest.param((HEADS, ("ALMA EK", "S", "Ledamot")), "är ingen förtroendevald.", id="versaler"),
        pytest.param(
            (HEADS, ("Alma Ek", "S", "Ledamot", "1/6 2028")),
            "börjar 2028-06-01, efter listans dag.",
            id="börjar senare",
        ),
        pytest.param(
            (HEADS, ("Alma Ek", "S", "Ledamot t.o.m. 2027-05-31")),
            "har dagar som inte känns igen.",
            id="dag i uppdraget",
        ),
        pytest.param((HEADS, ("Alma Ek", "S", "Ledamot", "hösten")), "har dagar som inte känns igen.", id="ingen dag"),
        pytest.param((HEADS, ("Alma Ek", "S", "Ledamot", "", "2026-12-31")), "slutade före 2027-01-01", id="slutade"),
        pytest.param(
            (("Namn", "Parti", "Uppdrag", "Period"), ("Alma Ek", "S", "Ledamot", "2023–2026")),
            "slutade före 2027-01-01",
            id="en gången period",
        ),
        pytest.param(
            (HEADS, ("Alma Ek", "S", "Ledamot", "", "", "Avslutat")), "slutade före 2027-01-01", id="avslutat"
        ),
        pytest.param(
            (HEADS, ("Alma Ek", "S", "Ledamot i arbetsutskottet")), "gäller Ledamot i arbetsutskottet", id="au"
        ),
        pytest.param(
            (("Andra nämnden",), ("Ledamöter",), ("Alma Ek (S)",)),
            "gäller Andra nämnden",
            id="rubrik för ett annat organ",
        ),
        pytest.param(
            (("Namn", "Parti", "Uppdrag", "Organ"), ("Alma Ek", "S", "Ledamot", "Provnämndens presidium")),
            "gäller Provnämndens presidium",
            id="presidiet",
        ),
        pytest.param((("Ledamöter", "Ersättare"), ("Till ordförande väljs Alma Ek (S)",)), "är ingen", id="en mening"),
        pytest.param(
            (("Provnämndens arbetsutskott",), HEADS, ("Alma Ek", "S", "Ledamot")), "arbetsutskott", id="utskott"
        ),
    ],
)
def test_what_is_nothing_of_the_body_on_the_day_is_told_and_not_read(
    rows: tuple[tuple[str, ...], ...], told: str
) -> None:
    found = elected(rows, CALLED, FIRST)
    assert found.people == []
    assert told in (*found.unread, *found.passed)[-1]


def test_two_rows_alike_may_be_two_persons_and_are_told() -> None:
    found = elected((HEADS, *[("Alma Ek", "S", "Ledamot")] * 2), CALLED, FIRST)
    assert (len(found.people), found.unread) == (1, ['Rad 3 ("Alma Ek") står två gånger, som ledamot och som ledamot.'])


def test_a_mandate_that_ends_before_the_others_is_read_and_its_day_told() -> None:
    ends = ("2030-12-31", "2028-05-31")
    found = elected(
        (HEADS, *((name, "S", "Ledamot", "", end) for name, end in zip(NAMES, ends, strict=True))), CALLED, FIRST
    )
    assert [one.name for one in found.people] == NAMES
    assert found.unread == ['Rad 3 ("Bo Al") slutar 2028-05-31. Skriv det som till.']


NAMES = ["Alma Ek", "Bo Al"]


@pytest.mark.parametrize(
    "rows",
    [
        (HEADS, ("Bo Al", "S", "Ersättare", "", "", "", "4"), ("Alma Ek", "S", "Ersättare", "", "", "", "2")),
        (HEADS, ("Bo Al", "S", "Ersättare 2"), ("Alma Ek", "S", "1:e ersättare")),
    ],
    ids=["en kolumn", "i uppdraget"],
)
def test_substitutes_come_in_the_order_that_the_list_says(rows: tuple[tuple[str, ...], ...]) -> None:
    found = elected(rows, CALLED, FIRST)
    assert {one.name: one.rank for one in found.people} == {"Alma Ek": 1, "Bo Al": 2}
    assert found.is_ranked


@pytest.mark.parametrize(
    ("written", "own"),
    [
        ("Ledamöter i Provnämnden 2027–2030", True),
        ("Provnämndens ledamöter", True),
        ("PRN", True),
        ("Provnämndens arbetsutskott", False),
        ("PRN arbetsutskott", False),
        ("Kommunstyrelsen", False),
        ("Ledamöter", None),
        ("Approvnämndens", False),
    ],
)
def test_a_heading_names_the_body_or_another(written: str, own: bool | None) -> None:
    assert names_body(written, CALLED) is own


@pytest.mark.parametrize(
    ("written", "role"),
    [
        ("Ordförande", Role.CHAIR),
        ("ordf.", Role.CHAIR),
        ("1:e vice ordförande", Role.FIRST_VICE_CHAIR),
        ("1:a v. ordf", Role.FIRST_VICE_CHAIR),
        ("Första vice ordförande", Role.FIRST_VICE_CHAIR),
        ("Vice ordförande", Role.FIRST_VICE_CHAIR),
        ("2:e vice ordförande", Role.SECOND_VICE_CHAIR),
        ("II vice ordförande", Role.SECOND_VICE_CHAIR),
        ("Ledamot", Role.MEMBER),
        ("Ordinarie", Role.MEMBER),
        ("Ersättare 3", Role.SUBSTITUTE),
        ("Sekreterare", None),
    ],
)
def test_mandates_are_known_as_they_are_written(written: str, role: Role | None) -> None:
    assert role_of(written) == role


@pytest.mark.parametrize(
    ("written", "party"),
    [
        ("Miljöpartiet de gröna", "MP"),
        ("(KD)", "KD"),
        ("Liberalerna (L)", "L"),
        ("(s)", "S"),
        ("Byns väl", "Byns väl"),
        ("Partilös", "-"),
        ("", "-"),
    ],
)
def test_parties_are_abbreviated_as_minutes_have_them(written: str, party: str) -> None:
    assert party_of(written) == party


def known(name: str, party: str, role: Role, **keys: object) -> Person:
    mandate = {"roll": role.value, "från": "2023-01-01"} | keys
    return Person.model_validate({"namn": name, "parti": party, "uppdrag": [mandate]})


def test_who_has_the_same_mandate_goes_on_and_others_have_a_last_day() -> None:
    before = [
        known("Alma Ek", "S", Role.CHAIR),
        known("Bo Al", "M", Role.MEMBER),
        known("Cia Rönn", "S", Role.SUBSTITUTE, ordning="2"),
        known("Dan Asp", "S", Role.MEMBER, till="2024-12-31"),
    ]
    listed = [
        ListedPerson("Alma Ek", "S", Role.CHAIR),
        ListedPerson("Bo Al", "M", Role.FIRST_VICE_CHAIR),
        ListedPerson("Cia Rönn", "S", Role.SUBSTITUTE, 1),
        ListedPerson("Eva Gran", "S", Role.MEMBER),
    ]
    made = term(before, ElectedList(listed), FIRST)
    assert made.ends == ((1, 0), (2, 0))
    assert made.begins == (Begins(1, listed[1]), Begins(2, listed[2]), Begins(None, listed[3]))
    assert (made.goes_on, made.unclear) == (1, ())


def test_of_two_with_one_name_nobody_is_guessed() -> None:
    before = [known("Alma Ek", "S", Role.CHAIR, parti="S") for _ in range(2)]
    made = term(before, ElectedList([ListedPerson("Alma Ek", "S", Role.MEMBER)]), FIRST)
    assert (made.ends, made.begins) == ((), ())
    assert made.unclear == ("Alma Ek: 2 heter så i ledamoter.md. Skriv in uppdraget där.",)


def test_whoever_is_named_in_a_row_that_was_not_read_has_no_last_day() -> None:
    listed = elected((HEADS, ("Bo Al", "M", "Ledamot"), ("EK, ALMA", "S", "Ordförande")), CALLED, FIRST)
    made = term([known("Alma Ek", "S", Role.CHAIR)], listed, FIRST)
    assert made.ends == ()
    assert made.unclear == ("Alma Ek står på en rad som inte lästes: uppdraget är kvar som det var.",)


@pytest.mark.parametrize("written", ["Alma Karin Ek", "Alma Ek Rönn", "Alma-Karin Ek", "Alma Eek"])
def test_nearly_the_name_of_one_who_would_end_is_told_and_not_guessed(written: str) -> None:
    made = term([known("Alma Ek", "S", Role.CHAIR)], ElectedList([ListedPerson(written, "S", Role.CHAIR)]), FIRST)
    assert (made.ends, made.begins) == ((), ())
    assert made.unclear[0].startswith(f"{written} (S) i listan liknar Alma Ek i ledamoter.md")


def test_names_of_one_pattern_are_two_persons() -> None:
    listed = ElectedList([ListedPerson("Anna Larsson", "S", Role.CHAIR)])
    made = term([known("Anna Persson", "S", Role.CHAIR)], listed, FIRST)
    assert (made.ends, made.begins, made.unclear) == (((0, 0),), (Begins(None, listed.people[0]),), ())


def test_two_of_a_name_in_the_list_are_not_one_who_changed_party() -> None:
    listed = ElectedList([ListedPerson("Alma Ek", party, Role.MEMBER) for party in ("S", "M")])
    made = term([known("Alma Ek", "S", Role.MEMBER)], listed, FIRST)
    assert (made.ends, made.begins, made.goes_on) == ((), (), 1)
    assert made.unclear == ("Alma Ek (M): två i listan heter så. Skriv in dem i ledamoter.md, med särskiljs.",)


def test_a_mandate_that_begins_later_is_left_and_told() -> None:
    later = known("Alma Ek", "S", Role.CHAIR, från="2027-02-01")
    made = term([later], ElectedList([ListedPerson("Bo Al", "M", Role.CHAIR)]), FIRST)
    assert made.ends == ()
    assert made.unclear == (
        "Alma Ek har ett uppdrag från 2027-02-01 som inte står i listan. Ta bort det om det är fel.",
    )


def test_the_bodys_own_sheet_is_read_and_the_others_told(tmp_path: Path) -> None:
    book, content = Workbook(), io.BytesIO()
    for title, name in (("Andra nämnden", "Cia Rönn"), ("Provnämnden", "Alma Ek")):
        sheet = book.create_sheet(title)
        for row in (("Namn", "Parti", "Uppdrag"), (name, "S", "Ordförande")):
            sheet.append(row)
    book.save(content)
    body = read(tiny(tmp_path))[0].body_by_id["prov"]
    found = read_list(body, content.getvalue(), "valda.xlsx", FIRST)
    assert ([one.name for one in found.people], found.passed) == (
        ["Alma Ek"],
        ["bara bladet Provnämnden lästes; det finns också Andra nämnden"],
    )
    del book["Provnämnden"]
    book.save(only := io.BytesIO())
    with pytest.raises(WrongUse, match="har inget blad för Provnämnden: det första heter Andra nämnden"):
        read_list(body, only.getvalue(), "valda.xlsx", FIRST)


def test_the_command_changes_the_file_and_tells_who_comes_and_goes(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root, path = tiny(tmp_path), "meetings/prov/ledamoter.md"
    write(root, path, TO_FILL_IN)
    write(root, "valda.txt", "Ordförande: Alma Ek (S)\nErsättare\nBo Al (M)\n")
    line = ["ledamöter", str(tmp_path / "valda.txt"), "--organ", "prov", "--katalog", str(root), "--idag", "2026-11-28"]
    assert main([*line, "--från", "2027-01-01"]) == 0
    assert "ledamoter.md: börjar: Alma Ek (S), ordförande" in capsys.readouterr().out
    assert (root / path).read_text("utf-8") == (
        "---\nförtroendevalda:\n"
        "  - namn: Alma Ek\n    parti: S\n    uppdrag:\n      - roll: ordförande\n        från: 2027-01-01\n"
        "  - namn: Bo Al\n    parti: M\n    uppdrag:\n      - roll: ersättare\n        från: 2027-01-01\n        ordning: 1\n"
        "---\n"
    )
    assert main([*line, "--från", "2027-01-01"]) == 2
    assert "listan ändrar inget" in capsys.readouterr().err
    assert main([*line, "--från", "1/1 2027"]) == 2
    assert "Menade du 2027-01-01?" in capsys.readouterr().err
