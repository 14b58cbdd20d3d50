"""Old minutes of an invented board, and the import of them."""

from __future__ import annotations

from pathlib import Path

from build_scripts.__main__ import main
from tests.imports.packets.setting import set_lines
from tests.site.projects import TODAY, tiny

MEMBERS = """\
---
förtroendevalda:
  - namn: Alma Rönn
    parti: S
    uppdrag:
      - roll: ordförande
        från: 2023-01-01
  - namn: Bo Ekman
    parti: M
    uppdrag:
      - roll: ledamot
        från: 2023-01-01
  - namn: Cia Lind
    parti: V
    uppdrag:
      - roll: ledamot
        från: 2023-01-01
  - namn: Dan Asp
    parti: S
    uppdrag:
      - roll: ersättare
        från: 2023-01-01
---
"""


CALL = """\
---
datum: 2026-11-19
tid: "18:00"
plats: Provsalen
läge: kallat
inledande_punkter:
  - namn: Val av justerare
    får_paragraf: ja
---
"""


ITEM = (
    "---\nrubrik: Cykelplan\ndiarienummer: PRO/2026:7\nförslag_till_beslut:\n  - Nämnden antar planen.\n---\n\nText.\n"
)


LATER = "---\nrubrik: Simhallens öppettider\ndiarienummer: PRO/2026:8\nförslag_till_beslut:\n  - Nämnden antar tiderna.\n---\n"


MASKED = "---\npubliceras: maskat\nskäl: personuppgifter\n---\n"


MINUTES = """\
# Sammanträdesprotokoll
Provnämnden 2026-11-19
## Beslutande
Alma Rönn (S), ordförande
Bo Ekman (M)
Dan Asp (S), tjänstgörande för Cia Lind
## Övriga närvarande
Karin Lindqvist, förvaltningschef
## Utses att justera
Bo Ekman (M)
Justerat den 26 november 2026
Anslaget sätts upp 2026-11-27
Anslaget tas ned 2026-12-19
## § 41 Val av justerare
### Nämndens beslut
Bo Ekman justerar protokollet.
## § 42 Cykelplan (PRO/2026:7)
### Beslut
Nämnden antar planen.
### Yrkanden
Bo Ekman (M) yrkar bifall.
### Beslutet skickas till
Gatuenheten
## § 43 Simhallens öppettider
### Beslut
1. Ärendet återremitteras.
2. Förvaltningen räknar om kostnaden.
### Sammanfattning
Tiderna är från 2019.
## § 44 Information om budgeten
Förvaltningschefen berättar om läget."""


def imported(tmp_path: Path, text: str, *options: str, **files: str) -> tuple[int, Path]:
    home = "meetings/prov/2026-11-19"
    given = {"meetings/prov/ledamoter.md": MEMBERS, f"{home}/kallelse.md": CALL}
    given |= {f"{home}/01-cykelplan.md": ITEM, f"{home}/02-simhallen.md": LATER}
    tmp_path.mkdir(exist_ok=True)
    root = tiny(tmp_path / "projekt", {**given, **files})
    (tmp_path / "protokoll.pdf").write_bytes(set_lines(text))
    line = ["importera", str(tmp_path / "protokoll.pdf"), "--organ", "prov", "--sammanträde", "2026-11-19"]
    return main([*line, "--idag", TODAY, "--katalog", str(root), *options]), root
