"""Reviews (`granskning.yml`): one asks once, answers for what it read, and lets no stop through."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.facts.day import Day
from macros.finding import has_errors
from macros.judging import judge as judge_record
from macros.record.reading import read
from tests.checks.case import TODAY
from tests.guard import documents as made
from tests.guard.granska import ADDRESS, ITEM, MEETING, NUMBER, PLAN, REVIEW, Capture, guard, rules, write


def test_an_attachment_asks_once_and_a_review_answers(project: Path, capsys: Capture) -> None:
    assert guard(project) == 1
    assert capsys.readouterr().out.startswith(
        f"{PLAN}: fel[inkommen-bilaga]: Granska: Ingen har granskat bilagan.\n"
        "  Gör så här: läs hela bilagan: namn, adresser, hälsa och underskrifter hos enskilda. Får det stå kvar: "
        f'klubbat granska {PLAN} --godkänn --av "Ditt namn" --skäl "Varför".\n\n1 fel i '
    )
    assert guard(project, PLAN, "--godkänn", *REVIEW) == 0
    assert capsys.readouterr().err == f"Granskningen är införd i {MEETING}/bilagor/granskning.yml.\n"
    written = (project / MEETING / "bilagor/granskning.yml").read_text(encoding="utf-8")
    assert written.startswith("granskat:\n  - fil: plan.pdf\n    slag: inkommen-bilaga\n    plats: hela filen\n")
    assert written.endswith(
        "    av: Kim Exempel\n    datum: 2026-03-02\n    skäl: Genomläst; bara skolans uppgifter.\n"
    )
    assert guard(project) == 0


def test_the_record_and_its_checks_take_no_notice_of_the_notes(project: Path) -> None:
    guard(project, PLAN, "--godkänn", *REVIEW)
    archive, findings = read(project)
    assert not has_errors(judge_record(archive, findings, Day(archive.without_drafts, TODAY)))


def test_a_changed_attachment_asks_again_and_the_old_note_is_told(project: Path, capsys: Capture) -> None:
    guard(project, PLAN, "--godkänn", *REVIEW)
    (project / PLAN).write_bytes(made.pdf(("En annan plan",)))
    assert rules(project, capsys) == [
        (f"{MEETING}/bilagor/granskning.yml", "granskning-inaktuell"),
        (PLAN, "inkommen-bilaga"),
    ]


def test_a_changed_sentence_asks_again_but_a_moved_one_does_not(project: Path, capsys: Capture) -> None:
    guard(project, PLAN, "--godkänn", *REVIEW)
    write(project, ITEM, ADDRESS)
    assert rules(project, capsys) == [(ITEM, "hemadress")]
    assert guard(project, ITEM, "--godkann", *REVIEW) == 0
    write(project, ITEM, f"En ny inledning.\n\n{ADDRESS.replace(' är ', chr(10) + 'är ')}\n\nOch ett slut.")
    assert rules(project, capsys) == []
    write(project, ITEM, ADDRESS.replace("Samråd", "Husrannsakan"))
    assert [rule for _, rule in rules(project, capsys)] == ["hemadress", "granskning-inaktuell"]


def test_a_note_cannot_let_a_stop_through(project: Path, capsys: Capture) -> None:
    write(project, ITEM, f"Nummer {NUMBER}.")
    assert guard(project, ITEM, "--godkänn", *REVIEW) == 1
    row = "fil: 02-skolskjuts.md\n    slag: personnummer\n    plats: rad 4\n    kontrollsumma: abc"
    notes = f"granskat:\n  - {row}\n    av: Kim Exempel\n    datum: 2026-03-02\n    skäl: Bara ett prov.\n"
    (project / MEETING / "granskning.yml").write_text(notes, encoding="utf-8")
    capsys.readouterr()
    assert guard(project, MEETING) == 1
    out = capsys.readouterr().out
    assert f"{MEETING}/granskning.yml:3:11: varning[granskning-inaktuell]: personnummer kan ingen godkänna.\n" in out
    assert f"{ITEM}:4:8: fel[personnummer]" in out


@pytest.mark.parametrize(
    ("notes", "said"),
    [
        (
            "granskat:\n  - fil: plan.pdf\n    slagg: x\n",
            "granskning.yml:3:5: fel[okänd-nyckel]: Nyckeln slagg finns inte.",
        ),
        ("granskat:\n\t- fil: plan.pdf\n", "granskning.yml:2:1: fel[tabb]: Raden är indragen med en tabb."),
        ("godkänt: ja\n", "granskning.yml:1:1: fel[okänd-nyckel]: Nyckeln godkänt finns inte."),
    ],
)
def test_a_note_that_cannot_be_read_is_told_with_its_place(
    notes: str, said: str, project: Path, capsys: Capture
) -> None:
    (project / MEETING / "bilagor/granskning.yml").write_text(notes, encoding="utf-8")
    assert guard(project) == 1
    assert said in capsys.readouterr().out
    assert guard(project, PLAN, "--godkänn", *REVIEW) == 2
    assert (project / MEETING / "bilagor/granskning.yml").read_text(encoding="utf-8") == notes


def test_a_note_in_another_coding_is_told_and_never_written_over(project: Path, capsys: Capture) -> None:
    notes = "granskat:\n  - fil: plan.pdf\n    skäl: läst\n".encode("cp1252")
    file = project / MEETING / "bilagor/granskning.yml"
    file.write_bytes(notes)
    assert rules(project, capsys) == [
        (f"{MEETING}/bilagor/granskning.yml", "teckenkodning"),
        (PLAN, "inkommen-bilaga"),
    ]
    assert guard(project, PLAN, "--godkänn", *REVIEW) == 2
    assert capsys.readouterr().err.startswith(
        f"klubbat granska: {MEETING}/bilagor/granskning.yml går inte att lägga till i; rätta filen först"
    )
    assert file.read_bytes() == notes


def test_an_empty_note_says_nothing_and_may_be_written_in(project: Path) -> None:
    (project / MEETING / "bilagor/granskning.yml").write_text("\n", encoding="utf-8")
    assert guard(project, PLAN, "--godkänn", *REVIEW) == 0
    assert guard(project) == 0


def test_a_note_that_answers_nothing_is_told_where_its_file_is_looked_at(project: Path, capsys: Capture) -> None:
    guard(project, PLAN, "--godkänn", *REVIEW)
    rows = [("02-skolskjuts.md", "hemadress"), ("02-skolskjuts.md", "hemadres"), ("01-cykelplan.md", "annat")]
    notes = "".join(
        f"  - fil: {file}\n    slag: {kind}\n    plats: rad 4\n    kontrollsumma: abc\n"
        "    av: Kim Exempel\n    datum: 2026-03-02\n    skäl: Bara ett prov.\n"
        for file, kind in rows
    )
    (project / MEETING / "granskning.yml").write_text(f"granskat:\n{notes}", encoding="utf-8")
    capsys.readouterr()
    told = {
        "hemadress": "Det som granskades i 02-skolskjuts.md (rad 4) finns inte kvar så som det stod.",
        "hemadres": '"hemadres" är ingen regel som granskas.',
        "annat": '"annat" är ingen regel som granskas.',
    }
    for path, expected in (
        (ITEM, {"hemadress", "hemadres", "annat"}),
        (f"{MEETING}/kallelse.md", {"hemadres", "annat"}),
    ):
        assert guard(project, path) == 0
        out = capsys.readouterr().out
        assert {kind for kind, said in told.items() if said in out} == expected
        assert "Menade du hemadress?" in out
        assert out.count("granskning-inaktuell") == len(expected)
