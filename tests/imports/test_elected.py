"""Lists of elected representatives as registers, home pages and Word give them, and what they change from a day on."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from build_scripts.__main__ import main
from build_scripts.imports.elected import ListedPerson, elected, party_of, role_of
from build_scripts.imports.elected_term import Begins, term
from build_scripts.new.body import TO_FILL_IN
from macros.record.members import Person, Role
from tests.site.projects import tiny, write

CALLED = frozenset(("provnämnden", "prn"))
FIRST = dt.date(2027, 1, 1)


def people(*rows: tuple[str, ...]) -> list[tuple[str, str, Role, int | None]]:
    return [(one.name, one.party, one.role, one.rank) for one in elected(rows, CALLED).people]


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
                ("Ek, Alma (S)", "Ordförande"),
                ("Al, Bo (M)", "Andra vice ordförande"),
                ("von Rönn, Cia (Provpartiet)", "Ledamot"),
                ("Asp, Dan (S)", "Ersättare"),
                ("Gran, Eva-Lena (M)", "Ersättare"),
                ("Tall, Figge (S)", "Ersättare"),
            ),
            id="efternamnet först, partiet i namnet",
        ),
    ],
)
def test_a_list_is_read_in_every_shape(rows: tuple[tuple[str, ...], ...]) -> None:
    assert people(*rows) == WANTED


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
    )
    assert [one.name for one in found.people] == ["Bo Al"]
    assert found.unread == [
        'Rad 2 ("Vakant plats") är ingen förtroendevald.',
        "Rad 3 är ingen förtroendevald.",
        'Rad 4 ("Alma Ek") har inget uppdrag i listan.',
        'Rad 6 ("Bo Al") står två gånger, som ordförande och som ersättare.',
        "1\u00a0rad gäller Andra nämnden.",
    ]


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
    made = term(before, listed, FIRST)
    assert made.ends == ((1, 0), (2, 0))
    assert made.begins == (Begins(1, listed[1]), Begins(2, listed[2]), Begins(None, listed[3]))
    assert (made.goes_on, made.unclear) == (1, ())


def test_of_two_with_one_name_nobody_is_guessed() -> None:
    before = [known("Alma Ek", "S", Role.CHAIR, parti="S") for _ in range(2)]
    made = term(before, [ListedPerson("Alma Ek", "S", Role.MEMBER)], FIRST)
    assert (made.ends, made.begins) == ((), ())
    assert made.unclear == ("Alma Ek: 2 heter så i ledamoter.md. Skriv in uppdraget där.",)


def test_a_mandate_that_begins_later_is_left_and_told() -> None:
    later = known("Alma Ek", "S", Role.CHAIR, från="2027-02-01")
    made = term([later], [ListedPerson("Bo Al", "M", Role.CHAIR)], FIRST)
    assert made.ends == ()
    assert made.unclear == (
        "Alma Ek har ett uppdrag från 2027-02-01 som inte står i listan. Ta bort det om det är fel.",
    )


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
