"""Rows of a form: moved, put in and taken away without scripts, and what is found in one."""

from __future__ import annotations

import re
from pathlib import Path

from tests.editor.projects import ITEM, SUMMONS, Visitor, changed_lines

ROWS = """\
---
datum: 2026-11-26
läge: planerat
inledande_punkter:
  # först
  - namn: Upprop
  # sedan
  - namn: 'Val'   # av justerare

  - namn: Dagordning
---
"""


MOVED = """\
---
datum: 2026-11-26
läge: planerat
inledande_punkter:
  - namn: Ny
  # sedan
  - namn: 'Val'   # av justerare
  # först
  - namn: Upprop

  - namn: Dagordning
---
"""


def test_rows_are_moved_without_scripts(root: Path, user: Visitor) -> None:
    path = SUMMONS
    (root / path).write_text(ROWS, encoding="utf-8")
    page = user.edit(path).press("ned h.inledande_punkter.0", path)
    page = page.press("rad+ h.inledande_punkter", path)
    page = page.press("upp h.inledande_punkter.n3", path, **{"h.inledande_punkter.n3.namn": "Ny"})
    assert '<button class="k-knapp k-knapp--lugn" name="gor" value="upp h.inledande_punkter.n2" autofocus>' in page.html
    page = page.press("upp h.inledande_punkter.n2", path).press("upp h.inledande_punkter.n1", path)
    assert 'value="ned h.inledande_punkter.n0" autofocus>' in page.html
    assert 'value="upp h.inledande_punkter.n0"' not in page.html
    assert "Sparat, och infört" in page.press("spara", path).text
    assert (root / path).read_text("utf-8") == MOVED


def test_rows_come_and_go_without_scripts(root: Path, user: Visitor) -> None:
    before = (root / ITEM).read_text("utf-8")
    page = user.edit().press("rad+ h.bilagor")
    page = page.press("rad+ h.förslag_till_beslut", **{"h.bilagor.n1.titel": "Budget"})
    page = page.press("spara", **{"h.förslag_till_beslut.n1": "Planen gäller till 2030: därefter inte."})
    assert page.answer.status_code == 200
    assert changed_lines(before, (root / ITEM).read_text("utf-8")) == (
        ["förslag_till_beslut: [Nämnden antar planen.]"],
        [
            'förslag_till_beslut: [Nämnden antar planen., "Planen gäller till 2030: därefter inte."]',
            "  - titel: Budget",
        ],
    )
    page = user.edit().press("rad- h.bilagor.1").press("spara")
    assert "Budget" not in (root / ITEM).read_text("utf-8")
    assert "# Den enda." in (root / ITEM).read_text("utf-8")


def test_a_finding_in_a_row_stands_in_the_row(user: Visitor) -> None:
    page = user.edit().press("rad+ h.andra_diarienummer")
    page = page.press("kontrollera", **{"h.andra_diarienummer.n0.organ": "prov"})
    row = page.html[page.html.index('<label for="h.andra_diarienummer.n0.nummer">') :].split("</div>")[0]
    assert "Nummer måste fyllas i." in row
    ids = re.findall(r' id="([^"]+)"', page.html)
    assert len(ids) == len(set(ids))
    assert set(re.findall(r'href="#([^"]+)"', page.html)) <= set(ids)
    assert {one for found in re.findall(r'aria-describedby="([^"]+)"', page.html) for one in found.split()} <= set(ids)
