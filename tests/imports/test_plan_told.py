"""Yearly plans: what cannot be placed, or is not certain, is told or asked for and never guessed."""

from __future__ import annotations

from pathlib import Path

import pytest

from build_scripts.loading import load
from tests.imports.plans import LINES, imported, planned

TOLD = """\
Sammanträden 2027
Organ\tDag\tTid\tJan\tFeb\tMaj
KF\tTisdag\t18\t26\t30\t4, 25, kl. 9
KS*\t\tefter lunch\t6, 16\t9-10, x7, 4/3\t11(R), 11
Rådet\t\t\t5\t6\t
\t\t\t7\t\t
PN AU\t\t\t-\t\t
* Preliminärt
"""


def test_what_cannot_be_placed_is_told_and_never_guessed(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert imported(root, "plan.tsv", TOLD) == 1
    assert planned(root, "ek-kf", 2027) == ["1-26 18:00", "5-4 18:00", "5-25 09:00"]
    assert planned(root, "ek-ks", 2027) == ["1-16", "2-9", "5-11 R"]
    said = " ".join(capsys.readouterr().out.split())
    for sentence in (
        "- KF: Kl. 09.00 är skrivet bara för tisdag 25 maj 2027: planen säger inte om det också gäller dagen före i samma ruta.",
        "- KF: 30 i februari 2027 finns inte.",
        '- "Tisdag" för KF står i kolumnen "Dag" och är inte med.',
        "- KS: Namnet är märkt *: Preliminärt.",
        "- KS: Lördag 16 januari 2027 är med, men är lördag.",
        '- KS: Tiden "efter lunch" är inget klockslag och är inte med.',
        "- KS: Onsdag 6 januari 2027 är trettondedag jul, och är inte med.",
        "- KS: 9–10 är inlagt som ett sammanträde tisdag 9 och onsdag 10 februari 2027.",
        '- KS: "x7" i februari går inte att läsa som en dag.',
        "- KS: 4/3 i februari 2027 finns inte.",
        "- KS: Tisdag 11 maj 2027 står två gånger; den andra är inte med.",
        '- Rådet: inget organ här heter så; säg vilket det är med --heter "Rådet=ORGAN", eller gör det med klubbat init.',
        '- "7" står på en rad utan organ.',
        "- PN AU: ingen dag kunde placeras.",
    ):
        assert sentence in said


def test_a_line_with_too_few_parts_is_told(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert imported(root, "2027.txt", LINES + "KFN 8.00 12 14 15\nLokal: Stora salen\n") == 1
    said = " ".join(capsys.readouterr().out.split())
    assert 'Raden "KFN 8.00 12 14 15" har inte en del för varje kolumn och kan inte delas upp.' in said
    assert 'Utanför tabellen står "Lokal: Stora salen".' in said


SEVERAL_DAYS = "2027\tJan\tFeb\tMars\tMaj\nKS\t19-20, 20\t8–9\t13-15, 30-2\t12-13\n"


def test_days_in_a_row_are_one_meeting_and_only_where_all_are_working_days(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert imported(root, "plan.tsv", SEVERAL_DAYS.replace("12-13", "5-6")) == 1
    archive, findings = load(root)
    assert findings == []
    found = archive.body_by_id["ek-ks"].schedule(2027)
    assert found is not None
    assert [[str(day) for day in one.days] for one in found.header.meetings] == [
        ["2027-01-19", "2027-01-20"],
        ["2027-02-08", "2027-02-09"],
    ]
    said = " ".join(capsys.readouterr().out.split())
    for sentence in (
        "KS → ek-ks: 2 dagar tisdag 19 januari och onsdag 20 januari måndag 8 februari och tisdag 9 februari",
        "- KS: 19–20 är inlagt som ett sammanträde tisdag 19 och onsdag 20 januari 2027.",
        "- KS: Onsdag 20 januari 2027 står två gånger; den andra är inte med.",
        "- KS: 13–15: lördag 13 mars 2027 är lördag, och är inte med.",
        "- KS: 30–2 i mars 2027 finns inte.",
        "- KS: 5–6: torsdag 6 maj 2027 är Kristi himmelsfärdsdag, och är inte med.",
    ):
        assert sentence in said


def _on(root: Path, **weekdays: str) -> None:
    for id, weekday in weekdays.items():
        organ = root / f"meetings/ek-{id}/organ.md"
        text = organ.read_text(encoding="utf-8").replace("---\nnamn", f"---\nsammanträdesdag: {weekday}\nnamn", 1)
        organ.write_text(text, encoding="utf-8")


def test_a_year_that_only_can_be_is_derived_from_the_bodies_weekdays_and_told(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """25 January 2027 is a Monday, and a Sunday in 2026: the name says when the plan was decided."""
    _on(root, kf="måndag", ks="måndag")
    assert imported(root, "plan-2026.txt", LINES) == 0
    assert planned(root, "ek-ks", 2027)[0] == "1-18"
    assert (
        "Planen säger inget år. Med 2026, som står i filens namn, hamnar 13 av dagarna på dagar som inte är arbetsdagar, först "
        "söndag 25 januari 2026. Året är 2027: bara då hamnar alla på arbetsdagar och organen på sina sammanträdesdagar "
        "(KF måndag och KS måndag)."
    ) in " ".join(capsys.readouterr().out.split())


def test_a_saturday_now_and_then_does_not_make_the_name_wrong(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _on(root, kf="måndag", ks="måndag")
    assert imported(root, "plan-2027.txt", LINES.replace("KF 18:00 25", "KF 18:00 23")) == 0
    said = " ".join(capsys.readouterr().out.split())
    assert "Året 2027 är hämtat ur filens namn; planen säger inget år." in said
    assert "- KF: Lördag 23 januari 2027 är med, men är lördag." in said


@pytest.mark.parametrize(
    "weekdays", [{"kf": "tisdag"}, {"pn": "torsdag", "kf": "onsdag"}, {"kf": "[måndag, tisdag, onsdag]"}]
)
def test_weekdays_that_say_nothing_or_another_thing_settle_no_year(
    root: Path, weekdays: dict[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    _on(root, **weekdays)
    assert imported(root, "plan-2026.txt", LINES) == 2
    assert "Året saknas. Ange --år." in capsys.readouterr().err


@pytest.mark.parametrize(
    ("name", "options", "told"),
    [
        ("plan.txt", (), "Året står varken i planen eller i filens namn. Året saknas. Ange --år."),
        # 25 January 2027 is a Monday, and a Sunday in 2026.
        (
            "plan-2026.txt",
            (),
            "Planen säger inget år. Med 2026, som står i filens namn, hamnar 13 av dagarna på dagar som inte är arbetsdagar, "
            "först söndag 25 januari 2026. Med 2027 hamnar alla på arbetsdagar. Året saknas. Ange --år.",
        ),
        ("2027.txt", ("--heter", "BUN=ek-ks"), 'planen har inget organ "BUN". Den har KF, KS och PN AU.'),
        ("2027.txt", ("--heter", "KF=ek-kff"), 'organet "ek-kff" finns inte. Menade du ek-kf?'),
        ("2027.txt", ("--heter", "KF"), '--heter skrivs "NAMN=ORGAN", till exempel "KF=exempel-kf".'),
        ("2027.odt", (), "en tabell läses ur .xlsx, .docx, .pdf, .csv, .tsv, .txt, .md. Spara den i någon av dem."),
    ],
)
def test_what_is_not_certain_is_asked_for(
    root: Path, name: str, options: tuple[str, ...], told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert imported(root, name, LINES, *options) == 2
    assert told in capsys.readouterr().err
    assert not list(root.glob("meetings/*/sammantradesordning"))


def test_a_year_that_is_given_settles_it_but_not_against_the_plan(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert imported(root, "plan-2026.txt", LINES, "--år", "2027") == 0
    assert planned(root, "ek-ks", 2027)[0] == "1-18"
    assert imported(root, "plan.tsv", "2027\tKF\tKS\nJanuari\t\t20\n", "--ar", "2028") == 2
    assert "--år: planen säger 2027, inte 2028." in capsys.readouterr().err


def test_a_file_that_is_no_plan_is_told(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert imported(root, "lista.csv", "Datum;Beslut\n2027-01-02;Resa\n") == 2
    assert "lista.csv är ingen årsplan som känns igen." in capsys.readouterr().err


def test_one_body_a_mapped_name_and_a_year_that_exists(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    without_it = LINES.partition("PN AU")[0]
    assert imported(root, "2027.txt", without_it, "--organ", "ek-pn", "--heter", "KS=ek-pn") == 0
    assert planned(root, "ek-pn", 2027)[-1] == "6-28 08:00"
    said = capsys.readouterr().out
    assert "KF i planen är inte ek-pn och är inte med." in said
    assert not (root / "meetings/ek-ks/sammantradesordning").exists()
    before = (root / "meetings/ek-pn/sammantradesordning/2027.md").read_bytes()
    assert imported(root, "2027.txt", LINES) == 1
    said = " ".join(capsys.readouterr().out.split())
    assert "PN AU: meetings/ek-pn/sammantradesordning/2027.md finns redan och skrivs aldrig över." in said
    assert (root / "meetings/ek-pn/sammantradesordning/2027.md").read_bytes() == before
    assert imported(root, "2027.txt", LINES, "--organ", "ek-kf") == 2


def test_a_name_of_two_bodies_is_asked_about(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    organ = root / "meetings/ek-pn/organ.md"
    organ.write_text(organ.read_text(encoding="utf-8").replace("PN AU", "ks"), encoding="utf-8")
    assert imported(root, "2027.txt", LINES) == 1
    said = " ".join(capsys.readouterr().out.split())
    assert 'KS: kan vara ek-ks eller ek-pn; säg vilket med --heter "KS=ek-ks".' in said
