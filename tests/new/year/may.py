"""The third meeting: one that moves to another month after the first papers are written."""

from __future__ import annotations

from tests.new.year.scene import Act
from tests.new.year.town import BODY, Town

MAY = Act()

MEETING = f"{BODY}/2027-05-20"


@MAY.scene("Monday 2027-05-17", "Majmötet flyttas till juni: tre ledamöter har förhinder. Mappen behåller sitt namn.")
def moves(town: Town) -> None:
    town.klubbat("ny", "sammanträde", BODY, "2027-05-20")
    move = "flyttningar:\n  - från: 2027-05-20\n    till: 2027-06-02\n    skäl: Förhinder\n    beslutat: 2027-05-17\n"
    town.change(f"{MEETING}/kallelse.md", ("datum: 2027-05-20\n", f"datum: 2027-06-02\n{move}"))
    town.item(MEETING, "Cykelparkeringen blir dyrare", "PN/2027:3", "Nämnden skjuter till 40 000 kronor.")
    town.change(
        f"{MEETING}/03-cykelparkeringen-blir-dyrare.md",
        ("slag: beslut\n", "slag: beslut\nfortsätter: 2027-01-21/cykelparkering-vid-pahittstorget\n"),
    )
    for name in ("01-anmalningsarenden", "02-anmalan-av-delegationsbeslut", "03-cykelparkeringen-blir-dyrare"):
        town.append(f"{MEETING}/{name}.md", "Handlingarna finns i diariet.\n")
    town.build()


@MAY.scene("Wednesday 2027-05-26", "Kallelsen skickas, sju dagar före den nya dagen.")
def calls_to_june(town: Town) -> None:
    town.called(MEETING)
    town.build()


@MAY.scene("Friday 2027-06-04", "Protokollet justerades dagen efter sammanträdet och anslås i dag.")
def posts_before_midsummer(town: Town) -> None:
    town.klubbat("ny", "protokoll", BODY, "2027-05-20", "--justerare", "Dag Påhittsson")
    town.approved(MEETING, "Dag Påhittsson", "2027-06-03")
    town.posted(MEETING, "2027-06-04", "2027-06-03")
    town.build()


@MAY.scene("Monday 2027-06-28", "Tre veckor gick ut på midsommarafton; sista dagen att överklaga är i dag.")
def after_midsummer(town: Town) -> None:
    town.build()
