"""The fourth meeting: next year's days, a late item with an attachment, a notice over Christmas, and the new year."""

from __future__ import annotations

from tests.new.year.scene import Act
from tests.new.year.town import BODY, Town

NOVEMBER = Act()

MEETING = f"{BODY}/2027-11-18"
NEXT_YEAR = f"{BODY}/sammantradesordning/2028.md"


@NOVEMBER.scene("Monday 2027-10-25", "Nästa års dagar föreslås och läggs fram som ett ärende i november.")
def proposes(town: Town) -> None:
    town.klubbat("ny", "sammanträde", BODY, "2027-11-18")
    town.klubbat("ny", "år", BODY, "2028")
    town.item(MEETING, "Sammanträdesdagar 2028", "PN/2027:15", "Nämnden antar sammanträdesordningen för 2028.")
    where = "föreslagen_i:\n  sammanträde: 2027-11-18\n  ärende: sammantradesdagar-2028\n"
    town.change(NEXT_YEAR, ("läge: föreslagen\n", f"läge: föreslagen\n{where}"))
    for name in ("01-anmalningsarenden", "02-anmalan-av-delegationsbeslut", "03-sammantradesdagar-2028"):
        town.append(f"{MEETING}/{name}.md", "Handlingarna finns i diariet.\n")
    town.build()


@NOVEMBER.scene("Thursday 2027-11-11", "Kallelsen skickas.")
def calls_in_november(town: Town) -> None:
    town.called(MEETING)


@NOVEMBER.scene("Tuesday 2027-11-16", "Ett ärende kommer efter kallelsen, med en offert som bilaga.")
def adds_late(town: Town) -> None:
    town.item(MEETING, "Nya lekredskap", "PN/2027:4", "Nämnden köper lekredskapen.")
    late = f"{MEETING}/04-nya-lekredskap.md"
    town.change(late, ("# Ta bort", "bilagor:\n  - titel: Offert\n    fil: offert.csv\n# Ta bort"))
    town.append(late, "Offerten gäller två gungor.\n")
    town.save(f"{MEETING}/bilagor/offert.csv", "vara;kronor\nGunga;4000\n")
    read = ("--godkänn", "--av", "Nämndsekreteraren", "--skäl", "Priser och inga namn.")
    town.klubbat("granska", f"meetings/{MEETING}/bilagor/offert.csv", *read)
    town.build()


@NOVEMBER.scene("Friday 2027-11-19", "Protokollet görs; ordningen för 2028 är beslutad.")
def writes(town: Town) -> None:
    town.klubbat("ny", "protokoll", BODY, "2027-11-18", "--justerare", "Embla Påhittsson")
    where = "beslutad_i:\n  sammanträde: 2027-11-18\n  ärende: sammantradesdagar-2028\n"
    town.change(NEXT_YEAR, ("läge: föreslagen\n", f"läge: beslutad\n{where}"))
    town.build()


@NOVEMBER.scene("Friday 2027-12-03", "Protokollet justerades i går, sista dagen, och anslås i dag.")
def posts_before_christmas(town: Town) -> None:
    town.approved(MEETING, "Embla Påhittsson", "2027-12-02")
    town.posted(MEETING, "2027-12-03", "2027-12-02")
    town.build()


@NOVEMBER.scene("Monday 2027-12-27", "Tre veckor gick ut på julafton; sista dagen att överklaga är i dag.")
def after_christmas(town: Town) -> None:
    town.build()


@NOVEMBER.scene("Tuesday 2027-12-28", "Året är slut, och det nya årets första sammanträde förbereds.")
def begins_again(town: Town) -> None:
    town.klubbat("ny", "sammanträde", BODY, "2028-01-20")
    town.build()
