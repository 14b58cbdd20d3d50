"""Delegated decisions counted: the table, the picture beside it and the file say the same."""

from __future__ import annotations

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


def test_a_bar_is_as_high_as_its_share_of_the_highest_and_stands_on_the_ground(tmp_path: Path) -> None:
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
    bars = {unit.unit: [bar for bar in unit.bars if bar.count] for unit in found[0].units}
    assert {unit: [(bar.month, bar.count, bar.height) for bar in of] for unit, of in bars.items()} == {
        "Badet": [("feb", 2, 27.0)],
        "Åkern": [("jan", 4, 54.0), ("feb", 1, 13.5)],
    }
    assert {round(bar.y + bar.height, 1) for bar in bars["Åkern"]} == {found[0].units[1].top + 94}
    for unit in found[0].units:
        assert all(unit.top < bar.y and bar.y + bar.height <= found[0].height for bar in unit.bars)
        assert all(before.x + before.width <= after.x for before, after in zip(unit.bars, unit.bars[1:], strict=False))
    assert found[0].said == (
        "Diagram över antal beslut per enhet och månad 2026. Badet 2, Åkern 5. Siffrorna står i tabellen."
    )


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
    said = "Diagram över antal beslut per enhet och månad 2026. Åkerenheten 2. Siffrorna står i tabellen."
    assert f'role="img" aria-label="{said}"' in page.html
    assert page.html.count("<rect") == 1
    assert {body.id: decisions.table(body) for body in record(tmp_path, HELD).bodies if body.lists} == {
        "parknamnden": "datum,enhet,månad,punkt,beslut,diarienummer,löpnummer,delegat,brådskande,"
        "anmält_på_sammanträde\r\n"
        "2026-02-10,Åkerenheten,2026-02,A1,Fällning av en alm,PN/2026:7,,Parkchef,nej,2026-02-12\r\n"
        "2026-02-11,Åkerenheten,2026-02,,Inköp av spadar,,3:2026,,nej,2026-02-12\r\n"
    }
