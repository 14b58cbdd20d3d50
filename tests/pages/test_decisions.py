"""Delegated decisions counted: the table, the picture beside it and the file say the same."""

from __future__ import annotations

import csv
import re
from pathlib import Path

from macros.pages import decisions
from macros.pages.decisions import years_of
from tests.pages.held import HELD
from tests.pages.html import Fragment
from tests.pages.records import SMALL, built, record

LISTS = "parknamnden/2026-03-12/delegationsbeslut"


def _list(unit: str, month: str, points: list[str]) -> str:
    rows = "".join(
        f"  - datum: {month}-10\n    beslut: Inköp\n" + (f"    punkt: {point}\n" if point else "") for point in points
    )
    return f"---\nenhet: {unit}\nmånad: {month}\nbeslut:\n{rows}---\n"


def test_a_bar_is_as_long_as_its_share_of_the_longest(tmp_path: Path) -> None:
    files = {
        "parknamnden/organ.md": SMALL["parknamnden/organ.md"],
        "parknamnden/2026-03-12/kallelse.md": SMALL["parknamnden/2026-03-12/kallelse.md"],
        f"{LISTS}/2025-12-akern.md": _list("Åkern", "2025-12", ["A1", "A1", "A1", "A1", "A1"]),
        f"{LISTS}/2026-01-akern.md": _list("Åkern", "2026-01", ["A2", "A10", "A1", ""]),
        f"{LISTS}/2026-02-akern.md": _list("Åkern", "2026-02", ["A1"]),
        f"{LISTS}/2026-02-badet.md": _list("Badet", "2026-02", ["A1", "A1"]),
    }
    body = record(tmp_path, files).body_by_id["parknamnden"]
    found = years_of(body)
    assert [(year.year, year.total) for year in found] == [(2026, 7), (2025, 5)]
    rows = [(row.unit, row.point, row.months[:3], row.total) for row in found[0].rows]
    assert rows == [
        ("Badet", "A1", (0, 2, 0), 2),
        ("Åkern", "A1", (1, 1, 0), 2),
        ("Åkern", "A2", (1, 0, 0), 1),
        ("Åkern", "A10", (1, 0, 0), 1),
        ("Åkern", "Utan punkt", (1, 0, 0), 1),
    ]
    assert found[0].months[:3] == (4, 3, 0)
    lines = Fragment(found[0].picture).lines
    assert lines == [
        "Antal beslut 2026 per enhet och månad",
        "Badet", "januari", "0", "februari", "2",
        "Åkern", "januari", "4", "februari", "1",
        "Staplar för varje månad som har beslut. Hela året: Badet 2, Åkern 5. Alla tal står i tabellen närmast efter.",
    ]  # fmt: skip
    assert re.findall(r'<rect x="([\d.]+)%" width="([\d.]+)%"', found[0].picture) == [
        ("0.0", "0.0"),
        ("0.0", "50.0"),
        ("0.0", "100.0"),
        ("0.0", "25.0"),
    ]


def test_no_cell_of_the_file_is_a_formula(tmp_path: Path) -> None:
    """What a unit wrote in its list is opened in a spreadsheet by whoever fetches the body's decisions."""
    files = {
        "parknamnden/organ.md": SMALL["parknamnden/organ.md"],
        "parknamnden/2026-03-12/kallelse.md": SMALL["parknamnden/2026-03-12/kallelse.md"],
        f"{LISTS}/2026-02-badet.md": _list("Badet", "2026-02", ["A1"]).replace("Inköp", '"=HYPERLINK(1)"'),
    }
    body = record(tmp_path, files).body_by_id["parknamnden"]
    (row,) = csv.DictReader(decisions.table(body).splitlines())
    assert (row["datum"], row["beslut"]) == ("2026-02-10", "'=HYPERLINK(1)")


def test_decisions_are_counted_by_unit_point_and_month_with_a_picture_and_a_file(tmp_path: Path) -> None:
    page = built(tmp_path, HELD)["parknamnden/delegationsbeslut/"]
    lines = Fragment(page.html).lines
    table = lines[lines.index("Antal beslut 2026, efter listornas månad") + 1 :]
    months = ["jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec"]
    rest = ["–"] * 10
    assert table == [
        "Enhet", "Punkt", *months, "Summa",
        "Åkerenheten", "A1", "–", "1", *rest, "1",
        "Åkerenheten", "Utan punkt", "–", "1", *rest, "1",
        "Summa", "–", "2", *rest, "2",
    ]  # fmt: skip
    assert 'role="img" aria-labelledby="diagram-2026" aria-describedby="diagram-2026-sagt"' in page.html
    assert page.html.count("<rect") == 1
    assert {body.id: decisions.table(body) for body in record(tmp_path, HELD).bodies if body.lists} == {
        "parknamnden": "datum,enhet,månad,punkt,beslut,diarienummer,löpnummer,delegat,brådskande,"
        "anmält_på_sammanträde\r\n"
        "2026-02-10,Åkerenheten,2026-02,A1,Fällning av en alm,PN/2026:7,,Parkchef,nej,2026-02-12\r\n"
        "2026-02-11,Åkerenheten,2026-02,,Inköp av spadar,,3:2026,,nej,2026-02-12\r\n"
    }
