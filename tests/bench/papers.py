"""What the papers (PDF) of a synthetic record cost: `python -m tests.bench.papers --meetings 49`, about 1 000 pages of the site.

A build without them, then the same site with them, then one more with a word mended. CPU seconds of making the papers, and of all
that the build then does besides, the guard's reading of them included.
"""

from __future__ import annotations

import argparse
import tempfile
from dataclasses import replace
from pathlib import Path

import pypdfium2

from build_scripts.project import today
from build_scripts.site.unchanged import BuildOrder
from tests.bench import phases, projects


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--meetings", type=int, default=49)
    meetings = parser.parse_args().meetings
    with tempfile.TemporaryDirectory(prefix="klubbat-papper-") as name:
        folder = Path(name)
        root = projects.project(folder / "project", meetings)
        order = BuildOrder(root, today(projects.DAY), folder / "ut/site", searchable=False, printable=False)
        plain = _total(order)
        with_papers = _measured(replace(order, printable=True))
        projects.mend_typo(root, 0)
        mended = _measured(replace(order, printable=True))
        files = [*(folder / "ut/site/pdf").rglob("*.pdf")]
        pages = sum(len(pypdfium2.PdfDocument(file)) for file in files)
        made, guarded = with_papers["Gör PDF-filer"], with_papers["Granskar det färdiga"]
        size = sum(file.stat().st_size for file in files) / 1e6
        print(f"{len(files)} filer, {pages} sidor, {size:.0f} MB; bygget utan dem {plain:.2f} CPU-s")
        print(f"göra dem {made:.2f} CPU-s ({100 * made / pages:.2f} per 100 sidor), granska {guarded:.2f}")
        print(f"ett rättat ord: göra {mended['Gör PDF-filer']:.2f}, granska {mended['Granskar det färdiga']:.2f}")


def _total(order: BuildOrder) -> float:
    measured = _measured(order)
    return sum(seconds for part, seconds in measured.items() if part not in ("skrivna", "sidor"))


def _measured(order: BuildOrder) -> dict[str, float]:
    phases.begun.clear()
    return phases.measured(order)


if __name__ == "__main__":
    main()
