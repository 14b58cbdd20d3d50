"""`klubbat ny delegationslista`: a unit's table as it was sent, from a file or pasted."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest

from tests.new.records import HOME, TODAY, ny, sound

Out = pytest.CaptureFixture[str]


TABLE = """\
Beslutsdatum;Delegationspunkt;Beslut;Diarienummer;Delegat;Namn
260203;A1;Skolskjuts beviljas;2026: 15;Handläggare;X
2026-02-04;A1;Skolskjuts avslås;TN/2026:9;Handläggare;X
i februari;A1;Skolskjuts;2026:16;Handläggare;X
"""

LIST = """\
---
enhet: Måltider
månad: 2026-02
inkommen: 2026-03-01
# Delegat är en befattning, aldrig ett namn.
beslut:
  - datum: 2026-02-03
    punkt: A1
    beslut: Skolskjuts beviljas
    löpnummer: 2026:15
    delegat: Handläggare
  - datum: 2026-02-04
    punkt: A1
    beslut: Skolskjuts avslås
    diarienummer: TN/2026:9
    delegat: Handläggare
---
"""


def test_a_list_from_a_file_with_a_row_that_cannot_be_read(tmp_path: Path, capsys: Out) -> None:
    root = sound(tmp_path / "arkiv")
    file = tmp_path / "lista.csv"
    file.write_bytes(TABLE.encode("cp1252"))
    words = ["delegationslista", "testnamnden", "2026-03-12", "--enhet", "Måltider", "--månad", "2026-02"]
    assert ny(root, *words, "--från", str(file), "--inkommen", TODAY) == 1
    assert (root / HOME / "2026-03-12/delegationsbeslut/2026-02-maltider.md").read_text("utf-8") == LIST
    assert capsys.readouterr().out == (
        "Skapade\n"
        f"  {HOME}/2026-03-12/delegationsbeslut/2026-02-maltider.md\n"
        "\n"
        "Att veta\n"
        "  - 2 beslut från Måltider för februari 2026.\n"
        '  - Rad 2: datumet "260203" är skrivet 2026-02-03.\n'
        '  - Rad 2: löpnumret "2026: 15" är skrivet 2026:15.\n'
        "  - Kolumner som inte känns igen och inte är med: Namn.\n"
        "\n"
        "Kom inte med\n"
        '  - Rad 4: "i februari | A1 | Skolskjuts | 2026:16 | Handläggare | X" ("i\n'
        '    februari" är inget datum).\n'
        "\n"
        "Gör så här nu\n"
        f"  1. Läs {HOME}/2026-03-12/delegationsbeslut/2026-02-maltider.md\n"
        "     rad för rad: inga namn på anställda eller enskilda får stå kvar.\n"
        "  2. Kontrollera med klubbat kontrollera.\n"
    )


class Piped:
    """What a pipe gives."""

    def __init__(self, content: bytes) -> None:
        self.buffer = io.BytesIO(content)

    def isatty(self) -> bool:
        return False


def test_a_pasted_list_and_one_without_decisions(tmp_path: Path, capsys: Out, monkeypatch: pytest.MonkeyPatch) -> None:
    root = sound(tmp_path)
    words = ["delegationslista", "testnamnden", "2026-03-12", "--enhet", "Måltider"]
    monkeypatch.setattr(sys, "stdin", Piped("datum\tbeslut\n2026-01-10\tKött köps\n".encode()))
    assert ny(root, *words, "--manad", "2026-01", "--fran", "-") == 0
    text = (root / HOME / "2026-03-12/delegationsbeslut/2026-01-maltider.md").read_text("utf-8")
    assert "# inkommen: ÅÅÅÅ-MM-DD  <- dagen då listan kom; ta bort tecknet i början.\n" in text
    assert "  - datum: 2026-01-10\n    beslut: Kött köps\n" in text
    assert ny(root, *words, "--månad", "2026-02", "--inga-beslut") == 0
    assert (
        (root / HOME / "2026-03-12/delegationsbeslut/2026-02-maltider.md")
        .read_text("utf-8")
        .endswith("beslut: []\n---\n")
    )
    assert "Listan säger att inga beslut fattades." in capsys.readouterr().out


def test_a_unit_is_the_same_however_it_is_cased(tmp_path: Path) -> None:
    root = sound(tmp_path)
    words = ["--enhet", "SKOLSKJUTS", "--månad", "2026-01", "--inga-beslut"]
    assert ny(root, "delegationslista", "testnamnden", "2026-03-12", *words) == 0
    file = root / HOME / "2026-03-12/delegationsbeslut/2026-01-skolskjuts.md"
    assert file.read_text("utf-8").startswith("---\nenhet: Skolskjuts\n")
