"""The first meeting: a record from nothing, a call, minutes, a notice that goes up, ends and is taken down."""

from __future__ import annotations

from tests.new.year.scene import Act
from tests.new.year.town import BODY, Town

JANUARY = Act()

MEETING = f"{BODY}/2027-01-21"
LIST = f"{MEETING}/delegationsbeslut/2026-12-gatuenheten.md"

_BODY = """\
kontakt:
  e-post: pahittsnamnden@pahittkoping.example.se
registrator:
  e-post: registrator@pahittkoping.example.se
överklagande:
  domstol: Förvaltningsrätten i Påhittköping
förvaring: Kansliet i Påhittköpings kommunhus
anmälan_av_delegation:
  dag: 5
  vid_helgdag: efter
enheter:
  - Gatuenheten
  - Parkenheten
påhittat: ja
---
Nämnden är påhittad för att spela upp ett år.
"""

_PEOPLE = (
    ("Asta Påhittsson", "ordförande"),
    ("Birk Påhittsson", "förste vice ordförande"),
    ("Cajsa Påhittsson", "ledamot"),
    ("Dag Påhittsson", "ledamot"),
    ("Embla Påhittsson", "ledamot"),
    ("Frej Påhittsson", "ersättare"),
)
_MEMBERS = "".join(
    f"  - namn: {name}\n    parti: PP\n    uppdrag:\n      - roll: {role}\n        från: 2027-01-01\n"
    for name, role in _PEOPLE
)

_PASTED = """\
Datum\tPunkt\tBeslut\tDiarienr\tDelegat
160704\tA1\tGrävningstillstånd, Påhittsgatan\tPN/2026:31\tEnhetschef
2026-12-11\tA1\tGrävningstillstånd, Hittepåvägen\t2026: 32\tEnhetschef
"""


@JANUARY.scene("Monday 2026-11-30", "En kommun som inte har något arkiv börjar från en tom mapp.")
def begins(town: Town) -> None:
    town.klubbat(
        "init", str(town.root), "--kommun", "Påhittköpings kommun", "--nämnd", "Påhittsnämnden", "--förkortning", "PN",
        "--id", BODY, "--diarieserie", "PN/ÅÅÅÅ:N", "--sammanträdesdag", "torsdag", "--tid", "18:00",
        "--plats", "Påhittköpings kommunhus",
    )  # fmt: skip
    town.build()


@JANUARY.scene(
    "Tuesday 2026-12-01", "Sekreteraren fyller i nämnden och dess ledamöter, och kortar året till fyra dagar."
)
def fills_in(town: Town) -> None:
    organ = (town.root / f"meetings/{BODY}/organ.md").read_text("utf-8")
    town.save(f"{BODY}/organ.md", organ.partition("# FYLL I")[0] + _BODY)
    town.save(f"{BODY}/ledamoter.md", f"---\nförtroendevalda:\n{_MEMBERS}---\n")
    gone = ("02-18", "03-18", "06-17", "08-19", "09-16", "10-21", "12-16")
    year = f"{BODY}/sammantradesordning/2027.md"
    town.change(year, *((f"  - datum: 2027-{day}\n", "") for day in gone))
    town.change(year, ("läge: föreslagen", "läge: beslutad"), ("elva torsdagar", "fyra torsdagar"))


@JANUARY.scene("Thursday 2027-01-07", "Handlingarna ska vara inne. Två ärenden och Gatuenhetens lista läggs in.")
def collects(town: Town) -> None:
    town.item(MEETING, "Cykelparkering vid Påhittstorget", "PN/2027:3", "Nämnden bygger cykelparkeringen.")
    town.append(f"{MEETING}/03-cykelparkering-vid-pahittstorget.md", "Torget får 40 platser.\n")
    town.item(MEETING, "Lekplatsen i Hittepåparken", "PN/2027:4", "Nämnden rustar lekplatsen.")
    town.klubbat(
        "ny", "delegationslista", BODY, "2027-01-21", "--enhet", "gatuenheten", "--månad", "2026-12",
        "--inkommen", "2027-01-05", "--från", "-", pasted=_PASTED,
    )  # fmt: skip
    town.build()


@JANUARY.scene("Tuesday 2027-01-12", "Enhetens år var fel: 2016 ska vara 2026. Texterna som fattades skrivs.")
def mends(town: Town) -> None:
    town.change(LIST, ("2016-07-04", "2026-12-04"))
    town.append(f"{MEETING}/04-lekplatsen-i-hittepaparken.md", "Gungorna byts.\n")
    for name, number in (("01-anmalningsarenden", 1), ("02-anmalan-av-delegationsbeslut", 2)):
        town.change(f"{MEETING}/{name}.md", ("# diarienummer: PN/2027:N", f"diarienummer: PN/2027:{number}"))
        town.append(f"{MEETING}/{name}.md", "Handlingarna finns i diariet.\n")


@JANUARY.scene("Thursday 2027-01-14", "Kallelsen skickas.")
def calls(town: Town) -> None:
    town.called(MEETING)
    town.build()


@JANUARY.scene("Friday 2027-01-22", "Dagen efter sammanträdet: protokollet görs, och den som inte kom tas bort.")
def minutes(town: Town) -> None:
    town.klubbat("ny", "protokoll", BODY, "2027-01-21", "--justerare", "Birk Påhittsson")
    town.change(f"{MEETING}/protokoll.md", ("    - namn: Embla Påhittsson\n", ""))
    town.build()


@JANUARY.scene(
    "Thursday 2027-01-28", "Protokollet justeras. Sekreteraren skriver fel dag för anslaget; bygget stoppas."
)
def posts_too_early(town: Town) -> None:
    town.approved(MEETING, "Birk Påhittsson")
    town.posted(MEETING, "2027-01-27")
    town.build(code=1)


@JANUARY.scene("Friday 2027-01-29", "Anslaget sätts upp, och det som ges ut skrivs upp.")
def posts(town: Town) -> None:
    town.change(f"{MEETING}/protokoll.md", ("anslaget: 2027-01-27", "anslaget: 2027-01-29"))
    town.build()
    town.klubbat("utgivet", "--skriv")


@JANUARY.scene("Friday 2027-02-19", "Sista dagen att överklaga.")
def last_day(town: Town) -> None:
    town.build()


@JANUARY.scene(
    "Monday 2027-02-22", "Anslaget är borta från anslagstavlan; sekreteraren skriver vilken dag det togs ned."
)
def takes_down(town: Town) -> None:
    town.build()
    town.change(
        f"{MEETING}/protokoll.md", ("anslaget: 2027-01-29\n", "anslaget: 2027-01-29\n        nedtaget: 2027-02-22\n")
    )
