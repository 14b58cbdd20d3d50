"""Projects for tests: the shipped one, and a tiny one that a test may break."""

from __future__ import annotations

import hashlib
import sys
from pathlib import Path

from macros.guard.hit import digest_of_bytes

ROOT = Path(__file__).parents[2]
TODAY = "2026-11-22"
PATIENCE = 120
"""Seconds that nothing takes however busy the machine is: what takes longer will never be done."""

EPOCH = "1795345200"
"""Noon in Stockholm on `TODAY`, a Sunday."""


def settings(name: str, address: str) -> str:
    """The settings of a site with the project's own theme and three hand-written pages."""
    return f"""\
site_name: {name}
site_url: {address}
docs_dir: content
strict: true
theme: {{name: material, custom_dir: {ROOT / "site_overrides"}, language: sv, font: false, favicon: assets/images/favicon.svg}}
nav: [index.md, sok.md, sa-overklagar-du.md]
plugins: []
hooks: [{ROOT / "build_scripts/site/hook.py"}]
extra:
  meny: [{{namn: Start, adress: ""}}]
  sidfot: []
  listor: []
  sidfotstext: Ett prov.
"""


def reviewed(**attachments: str) -> str:
    """A `granskning.yml` that says of CSV files, by the name before the ending, that somebody has read this content."""
    rows = "".join(
        f"  - fil: {name}.csv\n    slag: inkommen-bilaga\n    plats: hela filen\n"
        f"    kontrollsumma: {digest_of_bytes(content.encode())}\n    av: Anna Test\n    datum: 2026-11-20\n"
        "    skäl: Inga personuppgifter.\n"
        for name, content in attachments.items()
    )
    return f"granskat:\n{rows}"


SCHEDULE = """\
---
år: 2026
läge: beslutad
steg:
  - id: utskick
    namn: Utskick
    dagar_före: 7
    slag: utskick
    vid_helgdag: före
sammanträden:
  - datum: 2026-11-26
---
"""

_FILES = {
    "mkdocs.yml": settings("Provet", "https://prov.example.se/arkiv/"),
    "content/index.md": '---\ntitle: Start\n---\n\n# Välkommen\n\n{{ nästa_sammanträde("prov") }}\n\n{{ helgdagar(2026) }}\n',
    "content/sok.md": "---\ntitle: Sök\n---\n\n# Sök\n",
    "content/sa-overklagar-du.md": "---\ntitle: Så överklagar du\n---\n\n# Så överklagar du\n",
    "meetings/prov/organ.md": """\
---
namn: Provnämnden
kommun: Provköpings kommun
slag: nämnd
diarieserie:
  - PRO/ÅÅÅÅ:N
sammanträdesdag: torsdag
---
""",
    "meetings/prov/sammantradesordning/2026.md": SCHEDULE,
    "meetings/prov/2026-11-26/kallelse.md": """\
---
datum: 2026-11-26
tid: "18:00"
plats: Provsalen
läge: kallat
---

Välkommen.
""",
    "meetings/prov/2026-11-26/01-cykelplan.md": """\
---
rubrik: Cykelplan
diarienummer: PRO/2026:7
förslag_till_beslut:
  - Nämnden antar planen.
bilagor:
  - titel: Karta
    fil: karta.csv
---

Planen har {{ två }} delar.
""",
    "meetings/prov/2026-11-26/bilagor/karta.csv": "väg;längd\nNorra;4\n",
    "meetings/prov/2026-11-26/bilagor/granskning.yml": reviewed(karta="väg;längd\nNorra;4\n"),
}


def tiny(folder: Path, files: dict[str, str] | None = None) -> Path:
    """A whole project with one body, one meeting and one item; `files` are added or take the place of its own."""
    for name, content in (_FILES | (files or {})).items():
        write(folder, name, content)
    return folder


def write(root: Path, name: str, content: str) -> None:
    """One file of the project."""
    file = root / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(content, encoding="utf-8")


def contents(folder: Path, ending: str = "") -> dict[str, str]:
    """Every file below the folder whose name ends so: its path there and the digest of its bytes."""
    return {
        file.relative_to(folder).as_posix(): hashlib.sha256(file.read_bytes()).hexdigest()
        for file in sorted(folder.rglob("*"))
        if file.is_file() and file.name.endswith(ending)
    }


def preview_command(root: Path, today: str, port: int) -> list[str]:
    """The words that start `klubbat visa` as a program of its own, on a day (ÅÅÅÅ-MM-DD)."""
    program = [sys.executable, "-m", "build_scripts", "visa"]
    return [*program, "--katalog", str(root), "--idag", today, "--port", str(port)]
