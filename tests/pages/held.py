"""A board that has met: minutes with votes, dissent, disqualification and a secret item, notices, and its representatives."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from tests.pages.html import Fragment
from tests.pages.records import BODY, LIST, ORDER, TODAY, built

BOARD = BODY.removesuffix("---\n") + (
    "överklagande:\n  domstol: Förvaltningsrätten i Ekstad\n  adress: Box 1, Ekstad\n"
    "anslagstavla:\n  officiell: nej\n  adress: https://ekstad.example.se/anslag\nförvaring: Kansliet\n---\n"
)

MEMBERS = """---
förtroendevalda:
  - namn: Alma Ek
    parti: S
    uppdrag:
      - roll: ordförande
        från: 2023-01-01
  - namn: Bo Al
    parti: M
    uppdrag:
      - roll: ledamot
        från: 2023-01-01
  - namn: Cia Rönn
    parti: S
    uppdrag:
      - roll: ersättare
        från: 2023-01-01
        till: 2025-12-31
        ordning: 1
      - roll: ledamot
        från: 2026-01-01
  - namn: Dan Lind
    parti: M
    uppdrag:
      - roll: ledamot
        från: 2023-01-01
  - namn: Eva Lönn
    parti: S
    uppdrag:
      - roll: ersättare
        från: 2026-01-01
        ordning: 1
  - namn: Fia Asp
    parti: M
    uppdrag:
      - roll: ledamot
        från: 2023-01-01
        till: 2025-12-31
---
"""

CALL = """---
datum: 2026-02-12
tid: 18:00
plats: Rådhuset
läge: genomfört
inledande_punkter:
  - namn: Val av justerare
    får_paragraf: ja
---
"""

BENCHES = """---
rubrik: Nya bänkar
diarienummer: PN/2026:3
förslag_till_beslut:
  - Nämnden köper tio bänkar.
  - Bänkarna står klara i maj.
expedieras_till:
  - organ:fullmaktige
  - Gatuenheten
---
Bänkarna är slitna.
"""

SECRET = "---\npubliceras: maskat\nskäl: sekretess\nslag: beslut\n---\n"

PROPOSAL = """---
rubrik: Medborgarförslag om hundrastgård
diarienummer: PN/2026:4
slag: medborgarförslag
förslag_till_beslut:
  - Medborgarförslaget avslås.
---
Hunden behöver springa.
"""

MINUTES = """---
närvarande:
  ordförande: Alma Ek
  ledamöter:
    - namn: Alma Ek
    - namn: Bo Al
    - namn: Cia Rönn
      på_distans: ja
    - namn: Dan Lind
      till_och_med_paragraf: 2
  tjänstgörande_ersättare:
    - namn: Eva Lönn
      för: Cia Rönn
      från_paragraf: 4
      till_och_med_paragraf: 4
  övriga:
    - Parkchef
paragrafer:
  - nummer: 1
    punkt: Val av justerare
    utfall: noteras
    beslut:
      - Bo Al justerar.
    överklagande: kan inte överklagas
  - nummer: 2
    ärende: nya-bankar
    utfall: ändrat
    beslut:
      - Nämnden köper åtta bänkar.
      - Bänkarna står klara i maj.
    yrkanden:
      - av: [Alma Ek]
        yrkande: Åtta bänkar.
      - av: [Bo Al]
        yrkande: Bifall till förslaget.
    propositionsordning: Förslagen ställs mot varandra.
    votering:
      - ja_betyder: Åtta bänkar.
        nej_betyder: Tio bänkar.
        ja: [Alma Ek, Cia Rönn]
        nej: [Bo Al, Dan Lind]
        antal_ja: 2
        antal_nej: 2
        utfall: ja
        utslagsröst: Alma Ek
    reservationer:
      - av: [Bo Al, Dan Lind]
        text: Tio behövs.
    uppdrag:
      - vad: Redovisa vad bänkarna kostade.
        till: Parkchefen
        redovisas: 2026-02-28
  - nummer: 3
    ärende: hemligt
    utfall: visas inte
  - nummer: 4
    ärende: hundrastgard
    utfall: återremiss
    beslut:
      - Ärendet återremitteras.
    jäv:
      - namn: Cia Rönn
    särskilda_yttranden:
      - av: [Eva Lönn]
        text: Det brådskar.
    anteckningar:
      - av: [Bo Al]
        text: Kartan saknas.
    överklagande: kan inte överklagas
  - nummer: 5
    rubrik: Val av vice ordförande
    utfall: beslutat
    beslut:
      - Nämnden väljer Bo Al.
    sluten_omröstning:
      gäller: Val av vice ordförande.
      röster:
        Bo Al: 2
        Cia Rönn: 2
      blanka: 1
      utfall: Bo Al
      lottning: ja
    överklagande: förvaltningsbesvär
justeringar:
  - paragrafer: 2
    omedelbar: ja
    justerare: [Bo Al]
    justerat: 2026-02-12
    anslag:
      - anslaget: 2026-02-13
  - paragrafer: 1, 3-5
    justerare: [Bo Al]
    justerat: 2026-02-26
    förvaras: Arkivet
    anslag:
      - anslaget: 2026-02-27
---
Mötet slutade klockan 20.
"""

NOTICE = """---
rubrik: Anställningar i januari
protokollfört: 2026-02-02
anslaget: 2026-02-03
nedtaget: 2026-02-25
beslut:
  - datum: 2026-01-20
    punkt: A1
    beslut: Anställning av en trädgårdsmästare
    delegat: Parkchef
---
Namnen publiceras inte.
"""

HELD = {
    "parknamnden/organ.md": BOARD,
    "parknamnden/ledamoter.md": MEMBERS,
    "parknamnden/anslag/2026-01-anstallningar.md": NOTICE,
    "parknamnden/delegationsordning/2026-01-01.md": ORDER,
    "parknamnden/2026-02-12/kallelse.md": CALL,
    "parknamnden/2026-02-12/01-nya-bankar.md": BENCHES,
    "parknamnden/2026-02-12/02-hemligt.md": SECRET,
    "parknamnden/2026-02-12/03-hundrastgard.md": PROPOSAL,
    "parknamnden/2026-02-12/protokoll.md": MINUTES,
    "parknamnden/2026-02-12/delegationsbeslut/2026-02-akerenheten.md": LIST,
    "fullmaktige/organ.md": "---\nnamn: Fullmäktige\nkommun: Ekstads kommun\nslag: fullmäktige\n---\n",
}
"""Friday 6 March and Friday 20 March 2026 are the last days of the two notices; the third's was Tuesday 24 February."""

PROTOCOL = "parknamnden/2026-02-12/protokoll/"


def lines_of(root: Path, address: str, files: dict[str, str] = HELD, today: dt.date = TODAY) -> list[str]:
    """What the page says."""
    return Fragment(built(root, files, today)[address].html).lines


def after(lines: list[str], heading: str, until: str = "") -> list[str]:
    """What stands under the heading, or only until another."""
    rest = lines[lines.index(heading) + 1 :]
    return rest[: rest.index(until)] if until else rest
