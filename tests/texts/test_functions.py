"""The functions that texts may call: what they give on a small record, and what they answer to what they cannot use."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from macros.facts.day import Day
from macros.finding import Place
from macros.pages.functions import FUNCTIONS, Context, letter, run
from macros.record.archive import Archive
from macros.record.reading import read
from macros.texts.calls import Call, CallFault, Literal

TODAY = dt.date(2026, 11, 22)
STEP = "id: anmäl_förhinder\n    namn: Anmäl förhinder\n    slag: deadline\n    tid: 12:00"
FILES = {
    "n/organ.md": "namn: Nämnden\nkommun: Aby kommun\nslag: nämnd\n",
    "n/sammantradesordning/2027.md": f"år: 2027\nläge: beslutad\nsteg:\n  - {STEP}\n    dagar_före: 8\n    vid_helgdag: före\n"
    "sammanträden:\n  - datum: 2027-01-14\n",
    "n/2026-12-10/kallelse.md": "datum: 2026-12-10\ntid: 18:00\nplats: Salen\nläge: inställt\nskäl: Få ärenden.\n",
    "n/2027-01-14/kallelse.md": "datum: 2027-01-14\ntid: 18:00\nplats: Salen <i>\nläge: kallat\n",
}
LETTER = 'Anmäl dig [här](/n/) senast {{ tidsfrist("anmäl_förhinder") }}.\n'


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    """A board with one cancelled meeting and one whose step meets trettondagen (Wednesday 2027-01-06)."""
    for path, header in FILES.items():
        file = tmp_path / "meetings" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(f"---\n{header}---\n{LETTER if '2027-01-14' in path else ''}", encoding="utf-8")
    archive, findings = read(tmp_path)
    assert findings == []
    return archive


def call(archive: Archive, name: str, *arguments: Literal, in_letter: bool = False) -> str:
    meeting = archive.meetings[-1] if in_letter else None
    return str(run(Context(Day(archive, TODAY), "", meeting), Call(name, arguments, Place("x.md", 1, 1))))


def test_a_step_is_counted_for_the_letters_meeting_past_the_holiday(archive: Archive) -> None:
    assert call(archive, "tidsfrist", "anmäl_förhinder", in_letter=True) == "tisdag 5 januari 2027 kl. 12.00"


def test_the_next_meeting_passes_over_a_cancelled_one(archive: Archive) -> None:
    assert call(archive, "nästa_sammanträde", "n") == "torsdag 14 januari 2027 kl. 18.00, Salen <i>"


def test_a_letter_is_prose_with_links_from_its_page_and_its_values_escaped(archive: Archive) -> None:
    html, findings = letter(Day(archive, TODAY), archive.meetings[-1])
    assert findings == []
    assert html.strip() == '<p>Anmäl dig <a href="../../n/">här</a> senast tisdag 5 januari 2027 kl. 12.00.</p>'


@pytest.mark.parametrize(
    ("name", "arguments", "in_letter", "message", "remedy"),
    [
        ("tidfrist", ("x",), True, "Funktionen tidfrist finns inte.", "Menade du tidsfrist?"),
        (
            "tidsfrist",
            ("anmäl_förhindr",),
            True,
            'Sammanträdesordningen 2027 har inget steg "anmäl_förhindr".',
            "Menade du anmäl_förhinder?",
        ),
        (
            "tidsfrist",
            (8,),
            True,
            "tidsfrist har fel värden inom parentesen.",
            'skriv till exempel {{ tidsfrist("anmäl_förhinder") }}.',
        ),
        (
            "tidsfrist",
            ("x",),
            False,
            "tidsfrist kan bara användas i en kallelse.",
            "skriv datumet, eller använd sammanträdesplan.",
        ),
        (
            "helgdagar",
            (2027,),
            True,
            "helgdagar kan inte användas i en kallelse.",
            "i kallelser kan du skriva tidsfrist och nästa_sammanträde.",
        ),
        ("helgdagar", (99999,), False, "Helgdagar räknas ut för 1990-2100, inte 99999.", "skriv ett år däremellan."),
        (
            "sammanträdesplan",
            ("n", 2026),
            False,
            "Nämnden har ingen sammanträdesordning för 2026.",
            "ordningar finns för 2027.",
        ),
        ("lagtid", ("överklagar",), False, 'Lagen har ingen tid för "överklagar" här.', "Menade du överklaga?"),
        (
            "lag",
            ("8 kap. 12 §",),
            False,
            '"8 kap. 12 §" är ingen hänvisning till lagen.',
            "skriv till exempel KL 8:12 eller FL 44 §.",
        ),
        (
            "lag",
            ("custom",),
            False,
            '"custom" är ingen hänvisning till lagen.',
            "skriv till exempel KL 8:12 eller FL 44 §.",
        ),
        (
            "diagram",
            ("Mål",),
            True,
            "diagram kan bara stå ovanför en tabell i ett ärende eller en handling.",
            "visa bara tabellen här.",
        ),
        ("nästa_sammanträde", ("m",), False, 'Inget organ har id "m".', "skriv något av n."),
    ],
)
def test_what_cannot_be_used_is_told(
    archive: Archive, name: str, arguments: tuple[Literal, ...], in_letter: bool, message: str, remedy: str
) -> None:
    with pytest.raises(CallFault) as refused:
        call(archive, name, *arguments, in_letter=in_letter)
    assert (refused.value.message, refused.value.remedy) == (message, remedy)


def test_the_law_is_linked_statute_by_statute(archive: Archive) -> None:
    assert call(archive, "lag", "KL 8:12, 13:5; FL 44 §") == (
        '<a href="https://rkrattsbaser.gov.se/sfst?bet=2017:725">8 kap. 12 § och 13 kap. 5 § kommunallagen (2017:725)</a> och '
        '<a href="https://rkrattsbaser.gov.se/sfst?bet=2017:900">44 § förvaltningslagen (2017:900)</a>'
    )


def test_the_table_of_statutes_says_when_each_was_read(archive: Archive) -> None:
    rows = call(archive, "lagar").split("<tr>")
    assert [row for row in rows if "kommunallagen (2017:725)" in row and '<time datetime="2025-05-26">' in row]
    assert [row for row in rows if "tryckfrihetsförordningen (1949:105)" in row and "inte läst än" in row]


@pytest.mark.parametrize("function", FUNCTIONS, ids=[function.name for function in FUNCTIONS])
def test_every_function_gives_something_readable(function: object, archive: Archive) -> None:
    examples: dict[str, tuple[Literal, ...]] = {
        "tidsfrist": ("anmäl_förhinder",),
        "nästa_sammanträde": ("n",),
        "sammanträdesplan": ("n", 2027),
        "helgdagar": (2027,),
        "lagtid": ("överklaga",),
        "lag": ("KL 8:12",),
    }
    name = getattr(function, "name", "")
    value = call(archive, name, *examples.get(name, ()), in_letter=name == "tidsfrist")
    assert value.strip()
    assert "{{" not in value or name == "makroreferens"
