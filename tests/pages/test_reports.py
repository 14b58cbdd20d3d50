"""Pictures of a report's tables: bars by the table's own numbers, the table beneath, and its file."""

from __future__ import annotations

import re
from pathlib import Path

from build_scripts.exports.files import linked
from macros.facts.day import Day
from tests.pages.html import Fragment
from tests.pages.records import SMALL, TODAY, built, record

ITEM = "parknamnden/2026-03-12/09-uppfoljning.md"
TABLE = (
    "## Hela året\n\n| Mnkr | Budget | Utfall |\n|---|---|---|\n| Intäkter <&> | 10 | 5 |\n| Kostnader | -30 | Helår |\n"
    "| Summa | -1 000 | |\n| =Netto | | −20,0 |\n"
)
CALL = '{{ diagram("Budget", "Utfall") }}\n\n| Mnkr'
FILES = {
    **SMALL,
    ITEM: f"---\nrubrik: Uppföljning\nslag: information\n---\n{TABLE.replace('| Mnkr', CALL)}\nSlut.\n",
}
ADDRESS = "parknamnden/2026-03-12/uppfoljning/"


def test_bars_begin_at_one_line_and_are_as_long_as_their_numbers(tmp_path: Path) -> None:
    page = built(tmp_path, FILES)[ADDRESS].html
    figure = page[page.index("<figure") : page.index("</figure>")]
    assert Fragment(f"{figure}</figure>").faults == []
    assert Fragment(figure).lines == [
        "Diagram 1: Hela året: Budget och Utfall",
        "Intäkter <&>", "Budget", "10", "Utfall", "5",
        "Kostnader", "Budget", "-30", "Utfall", "Helår",
        "=Netto", "Budget", "uppgift saknas", "Utfall", "−20,0",
        "Staplar för varje rad i tabellen närmast efter, utom summan. Alla tal står i tabellen.",
    ]  # fmt: skip
    bars = re.findall(r'stapel--(\d).*?x="([\d.]+)%" width="([\d.]+)%".*?x1="([\d.]+)%"', figure)
    assert bars == [
        ("1", "75.0", "25.0", "75.0"),
        ("2", "75.0", "12.5", "75.0"),
        ("1", "0.0", "75.0", "75.0"),
        ("2", "25.0", "50.0", "75.0"),
    ]
    assert "style=" not in figure


def test_the_table_stands_beneath_as_it_does_without_the_picture(tmp_path: Path) -> None:
    with_picture = built(tmp_path / "a", FILES)[ADDRESS].html
    without = built(tmp_path / "b", {**FILES, ITEM: FILES[ITEM].replace(CALL, "| Mnkr")})[ADDRESS].html
    start, end = with_picture.index("<figure"), with_picture.index("</figure>") + len("</figure>")
    rest = re.sub(r'<p class="k-tabell__fil .*?</p>', "", with_picture[:start] + with_picture[end:])
    assert rest.split() == without.split()
    assert with_picture[end:].lstrip().startswith('<div class="k-tabell"')


def test_a_table_that_is_a_picture_leads_to_its_file_which_holds_its_numbers_and_no_formula(tmp_path: Path) -> None:
    page = Fragment(built(tmp_path / "a", FILES)[ADDRESS].html)
    assert [link for link in page.links if link.endswith(".csv")] == ["tabell-1.csv"]
    assert "Tabellen som CSV: Tabell 1: Hela året" in page.lines
    assert _files(tmp_path / "b", FILES) == {
        f"{ADDRESS}tabell-1.csv": (
            "\ufeffMnkr;Budget;Utfall\r\nIntäkter <&>;10;5\r\nKostnader;-30;Helår\r\nSumma;-1000;\r\n'=Netto;;-20,0\r\n"
        )
    }


PAPER = "parknamnden/2026-03-12/handlingar/uppfoljning/tabeller.md"


def test_each_table_of_a_document_of_its_own_leads_to_its_file(tmp_path: Path) -> None:
    text = f"{TABLE}\n| A | B |\n|---|---|\n| ett<br>två[^1] | *2* |\n\n[^1]: En not.\n"
    files = {**FILES, ITEM: FILES[ITEM].replace(CALL, "| Mnkr"), PAPER: f"---\ntitel: Tabeller\n---\n{text}"}
    page = Fragment(built(tmp_path / "a", files)[f"{ADDRESS}tabeller/"].html)
    assert [link for link in page.links if link.endswith(".csv")] == ["tabell-1.csv", "tabell-2.csv"]
    made = _files(tmp_path / "b", files)
    assert [*made] == [f"{ADDRESS}tabeller/tabell-1.csv", f"{ADDRESS}tabeller/tabell-2.csv"]
    assert made[f"{ADDRESS}tabeller/tabell-2.csv"] == "\ufeffA;B\r\nett två;2\r\n"


def _files(folder: Path, files: dict[str, str]) -> dict[str, str | bytes]:
    found = linked(Day(record(folder, files), TODAY), "https://prov.example.se/")
    return {name: file.make() for name, file in found.items() if "tabell-" in name}


def test_a_withheld_report_gives_no_file(tmp_path: Path) -> None:
    masked = "---\npubliceras: maskat\nskäl: personuppgifter\n---\n"
    assert _files(tmp_path, {**FILES, ITEM: masked}) == {}
