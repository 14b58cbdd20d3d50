"""A packet of few pages, imported into a tiny project."""

from __future__ import annotations

from pathlib import Path

from build_scripts.__main__ import main
from tests.imports.paper import pages
from tests.site.projects import TODAY, tiny

CALL = """\
Kallelse
Provnämnden kallas till sammanträde
Tid: 26 november 2026 kl. 18.30
Plats: Rådhuset
Upprop
1. Budget (PRO/2026:7)
2. Svar på motion om
lekplatser
3 Sammanträdesordning 2027
Välkomna!"""

LISTED = (("Beslutsdatum", "Punkt", "Beslut", "Delegat"), ("2026-10-14", "E4", "Beslut om resa", "Enhetschef"))


def packet(*more: tuple[str, tuple[tuple[str, ...], ...]]) -> bytes:
    """A call, the report of its first matter, and more pages."""
    return pages((CALL, ()), ("TJÄNSTESKRIVELSE\nBudget\nFörslag till beslut\nAnta budgeten.", ()), *more)


def run(
    tmp_path: Path, content: bytes, *options: str, day: str = "2026-12-10", files: dict[str, str] | None = None
) -> tuple[int, Path]:
    """The exit code, and the body's folder, of a packet that is imported to the meeting of the day."""
    root = tiny(tmp_path / "projekt", files)
    file = tmp_path / ("p.pdf" if content.startswith(b"%PDF") else "p.docx")
    file.write_bytes(content)
    line = ["importera", str(file), "--organ", "prov", "--sammanträde", day, "--idag", TODAY]
    return main([*line, "--katalog", str(root), *options]), root / "meetings/prov"
