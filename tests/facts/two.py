"""A record with two of everything that a record most often has one of: boards, days, approvals, votes, notices, numbers."""

from __future__ import annotations

ROADS = """---
namn: Gatunämnden
kommun: Ekby kommun
slag: gemensam nämnd
medlemskommuner: [Ekby kommun, Alby kommun]
diarieserie:
  - GN/ÅÅÅÅ:N
tid: 18:00
plats: Salen
förvaring: Kansliet
---
"""

OTHER_ROADS = "---\nnamn: Gatunämnden\nkommun: Alby kommun\nslag: nämnd\ndiarieserie:\n  - GN/ÅÅÅÅ:N\n---\n"

EXECUTIVE = "---\nnamn: Kommunstyrelsen\nkommun: Ekby kommun\nslag: styrelse\ndiarieserie:\n  - KS/ÅÅÅÅ:N\n---\n"

SCHEDULE = """---
år: 2026
läge: {state}
steg:
  - id: handlingar
    namn: Handlingar
    dagar_före: 9
    slag: deadline
    vid_helgdag: behåll
  - id: gruppmöte
    namn: Gruppmöte
    dagar_före: 0
    slag: möte
    vid_helgdag: behåll
  - id: justering
    namn: Justering
    dagar_efter: 7
    slag: möte
    vid_helgdag: behåll
sammanträden:
  - datum: 2026-02-12
  - datum: 2026-04-16
  - datum: 2026-05-21
---
"""

MEMBERS = """---
förtroendevalda:
  - namn: Anna Ek
    parti: S
    uppdrag:
      - roll: ordförande
        från: 2023-01-01
  - namn: Bo Al
    parti: M
    uppdrag:
      - roll: ledamot
        från: 2023-01-01
  - namn: Bo Ål
    parti: M
    uppdrag:
      - roll: ledamot
        från: 2026-02-20
  - namn: Dan Alm
    parti: S
    uppdrag:
      - roll: ersättare
        från: 2023-01-01
        ordning: 1
  - namn: Eva Ask
    parti: M
    uppdrag:
      - roll: ersättare
        från: 2023-01-01
        ordning: 1
  - namn: Åsa By
    parti: M
    uppdrag:
      - roll: ersättare
        från: 2023-01-01
        ordning: 2
---
"""


def call(date: str, state: str = "genomfört", more: str = "") -> str:
    """A meeting's `kallelse.md`."""
    return f"---\ndatum: {date}\nläge: {state}\n{more}---\n"


ROAD = """---
rubrik: Gång- och cykelväg
diarienummer: GN/2026:1
förslag_till_beslut:
  - Nämnden bygger vägen.
andra_diarienummer:
  - organ: ekby-ks
    nummer: KS/2026:10
  - organ: ekby-ks
    nummer: KS/2026:11
beslutsgång:
  - organ: gatan
    datum: 2026-02-12
  - organ: ekby-ks
    datum: 2026-03-10
  - organ: ekby-ks
    datum: 2026-05-12
bilagor:
  - titel: Ritning
    fil: ritning.pdf
  - titel: Karta
    fil: karta.pdf
---
"""

ROAD_AGAIN = """---
rubrik: Gång- och cykelväg, slutligt
diarienummer: GN/2026:1
fortsätter: 2026-02-12/vag
slag: beslut
bilagor:
  - titel: Ritning
    fil: ritning.pdf
  - titel: Kalkyl
    fil: kalkyl.pdf
---
Hör ihop med GN/2026:2 och GN/2026:3.
"""

MINUTES = """---
närvarande:
  ordförande: Anna Ek
  ledamöter:
    - namn: Anna Ek
    - namn: Bo Al
    - namn: Gun Ros
      till_och_med_paragraf: 1
  tjänstgörande_ersättare:
    - namn: Eva Ask
      för: Gun Ros
      från_paragraf: 2
    - namn: Åsa By
      för: Bo Ek
  ersättare:
    - namn: Ada Ros
    - namn: Dan Alm
paragrafer:
  - nummer: 1
    ärende: vag
    utfall: enligt förslag
    votering:
      - ja_betyder: Bygga.
        nej_betyder: Vänta.
        ja: [Anna Ek, Gun Ros]
        nej: [Bo Al]
        antal_ja: 2
        antal_nej: 1
        utfall: ja
      - ja_betyder: I år.
        nej_betyder: Nästa år.
        ja: [Anna Ek, Bo Al]
        avstår: [Gun Ros]
        antal_ja: 2
        antal_nej: 0
        antal_avstår: 1
        utfall: ja
    reservationer:
      - av: [Bo Al]
        text: Vänta.
      - av: [Gun Ros, Bo Al]
        text: Nästa år.
    uppdrag:
      - vad: Räkna på vägen.
        till: Gatuchefen
        redovisas: 2026-05-20
      - vad: Rita vägen.
        till: Gatuchefen
      - vad: Mät vägen.
        till: Gatuchefen
        redovisas: 2026-03-31
      - vad: Fråga de boende.
        till: Gatuchefen
        redovisas: 2026-03-01
        redovisat_i: 2026-02-12-extra/5
  - nummer: 2
    ärende: bro
    utfall: beslutat
    beslut:
      - Bron byggs.
    uppdrag:
      - vad: Måla bron.
        till: Gatuchefen
        redovisas: 2026-04-01
  - nummer: 3
    rubrik: Val
    utfall: beslutat
    beslut:
      - Bo Al väljs.
    överklagande: kan inte överklagas
  - nummer: 4
    rubrik: Anmälan
    utfall: noteras
justeringar:
  - paragrafer: 1, 3
    justerare: [Bo Al]
    justerat: 2026-02-13
    anslag:
      - kommun: Ekby kommun
        anslaget: 2026-02-16
      - kommun: Alby kommun
        anslaget: 2026-02-17
  - paragrafer: 2
    justerare: [Bo Al]
    justerat: 2026-02-20
    anslag:
      - kommun: Ekby kommun
        anslaget: 2026-02-24
      - kommun: Alby kommun
        anslaget: 2026-02-23
  - paragrafer: 4
    justerare: [Bo Al]
---
"""

EXTRA_MINUTES = """---
närvarande:
  ordförande: Anna Ek
  ledamöter:
    - namn: Anna Ek
    - namn: Eva Ask
paragrafer:
  - nummer: 5
    rubrik: De boendes svar
    utfall: noteras
  - nummer: 6
    ärende: bro-igen
    utfall: återremiss
    beslut:
      - Ärendet återremitteras.
    uppdrag:
      - vad: Fråga byn.
        till: Gatuchefen
justeringar:
  - paragrafer: 5-6
    justerare: [Eva Ask]
    justerat: 2026-03-02
    anslag:
      - kommun: Ekby kommun
        anslaget: 2026-03-03
      - kommun: Alby kommun
        anslaget: 2026-03-03
---
"""


def bridge(title: str, number: str = "GN/2026:2", more: str = "") -> str:
    """An item about the bridge."""
    return f"---\nrubrik: {title}\ndiarienummer: {number}\n{more}---\n"


DAY, EXTRA, COMING = "gatan/2026-02-12", "gatan/2026-02-12-extra", "gatan/2026-04-16"
LIST = (
    "---\nenhet: {unit}\nmånad: 2026-0{month}\nbeslut:\n  - datum: 2026-0{month}-03\n    beslut: {decision}\n"
    "    diarienummer: GN/2026:4\n---\n"
)

TWO = {
    "gatan/organ.md": ROADS,
    "gatan/ledamoter.md": MEMBERS,
    "gatan/sammantradesordning/2026.md": SCHEDULE.format(state="föreslagen"),
    "gatan/2025-12-11/kallelse.md": call("2025-12-11"),
    f"{DAY}/kallelse.md": call("2026-02-12", more="plats: Torget\ntid: 17:00\n"),
    f"{DAY}/01-vag.md": ROAD,
    f"{DAY}/02-bro.md": bridge("Bro"),
    f"{DAY}/bilagor/ritning.pdf": "ritning",
    f"{DAY}/bilagor/karta.pdf": "karta",
    f"{DAY}/protokoll.md": MINUTES,
    f"{DAY}/delegationsbeslut/2026-01-torget.md": LIST.format(unit="Torget", month=1, decision="Inköp av salt"),
    f"{DAY}/delegationsbeslut/2026-02-backen.md": LIST.format(unit="Backen", month=2, decision="Inköp av sand"),
    f"{DAY}/delegationsbeslut/2026-01-backen.md": LIST.format(unit="Backen", month=1, decision="Inköp av grus"),
    f"{EXTRA}/kallelse.md": call("2026-02-12", more="slag: extra\n"),
    f"{EXTRA}/01-bro-igen.md": bridge("Bro igen", more="fortsätter: 2026-02-12/bro\n"),
    f"{EXTRA}/protokoll.md": EXTRA_MINUTES,
    f"{COMING}/kallelse.md": call("2026-04-16", "kallat"),
    f"{COMING}/01-vag-igen.md": ROAD_AGAIN,
    f"{COMING}/02-skyltar.md": bridge("Skyltar", "GN/2026:3"),
    f"{COMING}/bilagor/ritning.pdf": "ny ritning",
    f"{COMING}/bilagor/kalkyl.pdf": "kalkyl",
    "gatan/2026-06-11/kallelse.md": call("2026-06-11", "inställt", "skäl: Inga ärenden.\n"),
    "sodra/organ.md": OTHER_ROADS,
    "sodra/2026-05-21/kallelse.md": call("2026-05-21", "planerat"),
    "sodra/2026-05-21/01-annan-bro.md": bridge("Annan bro", "GN/2026:2"),
    "sodra/2026-05-21/02-annan-vag.md": bridge("Annan väg", "GN/2026:1"),
    "ekby-ks/organ.md": EXECUTIVE,
    "ekby-ks/2026-03-10/kallelse.md": call("2026-03-10"),
    "ekby-ks/2026-03-10/01-yttrande.md": bridge("Yttrande om vägen", "KS/2026:10"),
}
