"""Who is called in for whom ("ersättare"): the body's order, two of one name, those taken, and what the body has not said."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from build_scripts.__main__ import main
from tests.dates.examples import day
from tests.pages.records import BODY

DAY = str(day("Thursday 2027-03-18"))


def person(name: str, party: str, role: str, rank: int | None = None, last: str = "", word: str = "") -> str:
    lines = [
        f"  - namn: {name}",
        *([f"    särskiljs: {word}"] if word else []),
        f'    parti: "{party}"',
        "    uppdrag:",
    ]
    lines += [f"      - roll: {role}", "        från: 2023-01-01", *([f"        till: {last}"] if last else [])]
    return "\n".join([*lines, *([f"        ordning: {rank}"] if rank else [])]) + "\n"


MEMBERS = "".join(
    (
        person("Ada Alm", "AL", "ordförande"),
        person("Bo Alm", "AL", "ledamot"),
        person("Cia Björk", "BJ", "ledamot", word="Norra"),
        person("Cia Björk", "BJ", "ledamot", word="Södra"),
        person("Dan Ek", "EK", "ledamot"),
        person("Eva Gran", "GR", "ledamot"),
        person("Fia Vild", "-", "ledamot"),
        person("Gun Avgången", "AL", "ledamot", last="2027-03-17"),
        person("Åke Alm", "AL", "ersättare", 2),
        person("Örn Alm", "AL", "ersättare", 1),
        person("Ulf Alm", "AL", "ersättare", 3, last="2027-03-17"),
        person("Ida Björk", "BJ", "ersättare"),
        person("Siv Gran", "GR", "ersättare", 1),
        person("Tor Gran", "GR", "ersättare"),
        person("Pia Vild", "-", "ersättare", 1),
    )
)
ORDER = "inkallelseordning:\n  AL: [AL, BJ]\n  EK: [EK, GR]\n"


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A board of five parties; the order is said for two of them."""
    home = tmp_path / "meetings/parknamnden"
    home.mkdir(parents=True)
    (home / "organ.md").write_text(BODY, encoding="utf-8")
    (home / "ledamoter.md").write_text(f"---\nförtroendevalda:\n{MEMBERS}{ORDER}---\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return home


def asked(capsys: pytest.CaptureFixture[str], *absent: str, on: str = DAY) -> tuple[int, list[dict[str, object]]]:
    options = [part for name in absent for part in ("--frånvarande", name)]
    code = main(["ersättare", "parknamnden", on, "--format", "json", *options])
    return code, json.loads(capsys.readouterr().out)


def called(capsys: pytest.CaptureFixture[str], *absent: str) -> tuple[int, list[object]]:
    code, found = asked(capsys, *absent)
    return code, [one["ersättare"] for one in found]


@pytest.mark.parametrize(
    ("absent", "code", "names"),
    [
        (["Ada Alm"], 0, ["Örn Alm"]),
        (["Ada Alm", "Bo Alm"], 0, ["Örn Alm", "Åke Alm"]),
        (["Bo Alm", "Ada Alm", "Bo Alm"], 0, ["Örn Alm", "Åke Alm"]),
        # An absent substitute is passed, also when named last.
        (["Ada Alm", "Örn Alm"], 0, ["Åke Alm", None]),
        # The own party has nobody left: the next one's only substitute needs no number.
        (["Örn Alm", "Åke Alm", "Ada Alm"], 0, [None, None, "Ida Björk"]),
        (["Ada Alm", "Bo Alm", "Cia Björk (Södra)"], 0, ["Örn Alm", "Åke Alm", "Ida Björk"]),
        # Both of the name: one substitute, and for the party no order is said.
        (["Cia Björk (Södra)", "Cia Björk (Norra)"], 1, ["Ida Björk", None]),
        (["Örn Alm", "Åke Alm", "Ida Björk", "Ada Alm"], 1, [None, None, None, None]),
        (["Eva Gran"], 1, [None]),
        (["Eva Gran", "Tor Gran"], 0, ["Siv Gran", None]),
        (["Dan Ek"], 1, [None]),
        (["Dan Ek", "Siv Gran"], 0, ["Tor Gran", None]),
        (["Fia Vild"], 1, [None]),
        (["Gun Avgången"], 1, [None]),
    ],
)
def test_who_is_next(
    root: Path, absent: list[str], code: int, names: list[str | None], capsys: pytest.CaptureFixture[str]
) -> None:
    assert called(capsys, *absent) == (code, names)


@pytest.mark.parametrize(
    ("absent", "answer"),
    [
        ("Ada Alm", "Kalla in Örn Alm (AL)."),
        (
            "Eva Gran",
            "Ordningen mellan Siv Gran (GR) och Tor Gran (GR) är inte bestämd i ledamoter.md. "
            "Skriv ordning: på deras uppdrag, olika för var och en.",
        ),
        (
            "Fia Vild",
            "Ledamoten har inget parti, och ledamoter.md säger inte vilket parti som står på tur. "
            "Skriv partierna under inkallelseordning:.",
        ),
        ("Gun Avgången", "Inget uppdrag i nämnden den dagen: uppdraget tog slut 2027-03-17. Ingen kallas in."),
        ("Örn Alm", "Ingen kallas in för en ersättare, som inte heller själv kallas in."),
    ],
)
def test_the_answer_in_words(root: Path, absent: str, answer: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert [one["svar"] for one in asked(capsys, absent)[1]] == [answer]


def test_who_left_the_day_before_was_there_until_then(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    names = ("Gun Avgången", "Örn Alm", "Åke Alm")
    assert asked(capsys, *names, on="2027-03-17")[1][0]["ersättare"] == "Ulf Alm"


def test_a_party_without_any_left(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert asked(capsys, "Cia Björk (Norra)", "Ida Björk")[1][0]["svar"] == (
        "BJ har ingen ersättare kvar, och ledamoter.md säger inte vilket parti som står på tur. "
        "Skriv partierna under inkallelseordning:."
    )
    absent = ("Ada Alm", "Örn Alm", "Åke Alm", "Ida Björk")
    assert (
        asked(capsys, *absent)[1][0]["svar"] == "Ingen ersättare är kvar i AL och BJ, som är hela inkallelseordningen."
    )


TEXT = """\
Parknämnden, torsdag 18 mars 2027

Ada Alm (AL), ordförande
  Kalla in Ida Björk (BJ).
    Före i ordningen: Örn Alm (AL), som inte kan komma.
    Före i ordningen: Åke Alm (AL), som tjänstgör för någon annan.

Bo Alm (AL), ledamot
  Åke Alm (AL) tjänstgör redan, enligt protokollet.

Cia Björk (Norra) (BJ), ledamot
  Står bland de närvarande i protokollet. Ingen kallas in.

Örn Alm (AL), ersättare
  Ingen kallas in för en ersättare, som inte heller själv kallas in.
"""


MINUTES = """\
---
närvarande:
  ordförande: Dan Ek
  ledamöter:
    - namn: Dan Ek
    - namn: Cia Björk (Norra)
  tjänstgörande_ersättare:
    - namn: Åke Alm
      för: Bo Alm
paragrafer:
  - nummer: 1
    punkt: Val av justerare
    utfall: beslutat
    beslut: [Fia Vild väljs.]
justeringar:
  - paragrafer: 1
    justerare: [Fia Vild]
---
"""


def _minutes(root: Path, text: str) -> None:
    (root / DAY).mkdir()
    (root / DAY / "kallelse.md").write_text(f"---\ndatum: {DAY}\nläge: genomfört\n---\n", encoding="utf-8")
    (root / DAY / "protokoll.md").write_text(text, encoding="utf-8")


def test_minutes_that_cannot_be_read_are_told_and_not_passed_over(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _minutes(root, MINUTES.partition("justeringar")[0] + "---\n")
    assert main(["ersättare", "parknamnden", DAY, "--frånvarande", "Ada Alm"]) == 2
    assert (
        "klubbat ersättare: filen kan inte läsas.\nmeetings/parknamnden/2027-03-18/protokoll.md"
        in capsys.readouterr().err
    )


def test_those_in_the_minutes_and_the_whole_text(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _minutes(root, MINUTES)
    names = ("Ada Alm", "Bo Alm", "Cia Björk (Norra)", "Örn Alm")
    code = main(["ersattare", "parknamnden", DAY, *(part for name in names for part in ("--franvarande", name))])
    assert (code, capsys.readouterr().out) == (0, TEXT)


@pytest.mark.parametrize(
    ("name", "on", "told"),
    [
        ("Ada Allm", DAY, "Ada Allm står inte i ledamoter.md. Menade du Ada Alm?"),
        (
            "Cia Björk",
            DAY,
            'Cia Björk kan vara "Cia Björk (Norra)" eller "Cia Björk (Södra)". Skriv vem det är, med ordet inom parentes.',
        ),
        ("Ada Alm", "18/3 2027", 'DAG: "18/3 2027" är inget datum av formen ÅÅÅÅ-MM-DD. Menade du 2027-03-18?'),
    ],
)
def test_a_name_or_day_that_is_not_clear_is_refused(
    root: Path, name: str, on: str, told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["ersättare", "parknamnden", on, "--frånvarande", name]) == 2
    assert capsys.readouterr().err == f"klubbat ersättare: {told}\n"


def test_a_body_whose_members_are_not_known_is_told(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (root / "ledamoter.md").unlink()
    assert main(["ersättare", "parknamnden", DAY, "--frånvarande", "Ada Alm"]) == 2
    told = "parknamnden har ingen ledamoter.md. Skriv in ledamöter och ersättare där först."
    assert capsys.readouterr().err == f"klubbat ersättare: {told}\n"
