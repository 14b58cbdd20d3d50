"""Small records for the tests of pages, read by the real reader."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from macros.pages.build import pages
from macros.pages.page import Page
from macros.record.archive import Archive
from macros.record.reading import read

TODAY = dt.date(2026, 3, 2)

BODY = """---
namn: Parknämnden
kommun: Ekstads kommun
slag: nämnd
diarieserie:
  - PN/ÅÅÅÅ:N
sammanträdesdag: torsdag
tid: 18:00
plats: Rådhuset
kallelse_senast: 7
registrator:
  e-post: registrator@ekstad.example.se
  postadress: Registrator, Ekstads kommun
anmälan_av_delegation:
  dag: 2
  vid_helgdag: efter
---
"""

SCHEDULE = """---
år: 2026
läge: beslutad
steg:
  - id: handlingar
    namn: Sista dag för handlingar
    dagar_före: 10
    tid: 12:00
    slag: deadline
    vid_helgdag: efter
  - id: utskick
    namn: Kallelsen skickas
    dagar_före: 7
    slag: utskick
    vid_helgdag: före
stående:
  - id: beredning
    namn: Beredning
    veckodag: måndag
    tid: 09:00-10:00
sammanträden:
  - datum: 2026-03-12
  - datum: 2026-04-16
    avvikelser:
      utskick:
        datum: 2026-04-08
        skäl: Tryckeriet är stängt.
  - datum: 2026-05-21
---
"""

MEETING = """---
datum: 2026-03-12
tid: 18:30
plats: Rådhuset, sal 2
läge: kallat
kallelsens_datum: 2026-03-05
inledande_punkter:
  - namn: Upprop
---
Välkommen till sammanträdet.
"""

ITEM = """---
rubrik: Plan för träd
diarienummer: PN/2026:7
förslag_till_beslut:
  - Nämnden antar planen.
  - Planen börjar gälla den 1 maj 2026.
förslagsställare: Ordföranden
bilagor:
  - titel: Trädplan
    fil: tradplan.pdf
  - titel: Karta
  - titel: Rättad karta
    ersätter: Karta
    tillkom: vid sammanträdet
expedieras_till:
  - organ:fullmaktige
  - Gatuenheten
beslutsgång:
  - organ: parknamnden
    datum: 2026-03-12
  - organ: fullmaktige
    datum: 2026-04-27
---
# Bakgrund

Träden är många.

| År | Träd |
|---|---|
| 2025 | 1 200 |
| 2026 | 1 350 |
"""

MASKED = """---
diarienummer: PN/2026:9
slag: anmälan
publiceras: maskat
skäl: sekretess
lagrum: 26 kap. 1 § OSL
---
"""

LIST = """---
enhet: Åkerenheten
månad: 2026-02
inkommen: 2026-03-02
beslut:
  - datum: 2026-02-10
    punkt: A1
    beslut: Fällning av en alm
    diarienummer: PN/2026:7
    delegat: Parkchef
  - datum: 260211
    beslut: Inköp av spadar
    löpnummer: "3: 2026"
---
"""

ORDER = """---
gäller_från: 2026-01-01
punkter:
  - punkt: A10
    text: Köpa verktyg
  - punkt: A2
  - punkt: A1
    text: Fälla träd
    delegat: Parkchef
    anmäls: ja
---
"""

ASSEMBLY = """---
namn: Fullmäktige
kommun: Ekstads kommun
slag: fullmäktige
---
"""

SMALL = {
    "parknamnden/organ.md": BODY,
    "parknamnden/sammantradesordning/2026.md": SCHEDULE,
    "parknamnden/delegationsordning/2026-01-01.md": ORDER,
    "parknamnden/2026-03-12/kallelse.md": MEETING,
    "parknamnden/2026-03-12/01-plan-for-trad.md": ITEM,
    "parknamnden/2026-03-12/02-anmalan.md": MASKED,
    "parknamnden/2026-03-12/delegationsbeslut/2026-02-akerenheten.md": LIST,
    "parknamnden/2026-03-12/bilagor/tradplan.pdf": "%PDF" * 400,
    "parknamnden/arenden/skrivelse.md": "---\nrubrik: Skrivelse om bänkar\nslag: promemoria\n---\nBänkarna är sexton.\n",
    "fullmaktige/organ.md": ASSEMBLY,
}
"""A board with a schedule, a called meeting, an order, a list and a matter without a meeting; and an empty assembly."""


def record(root: Path, files: dict[str, str]) -> Archive:
    """The archive of these files below `meetings/`; they must be readable."""
    for name, text in files.items():
        path = root / "meetings" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    archive, findings = read(root)
    assert not findings, findings
    return archive


def built(root: Path, files: dict[str, str], today: dt.date = TODAY) -> dict[str, Page]:
    """The pages of these files, by address."""
    return {page.address: page for page in pages(record(root, files), today)}
