"""The second meeting: a paragraph that is approved and posted at once, a matter that is not shown, a unit without decisions."""

from __future__ import annotations

from tests.new.year.scene import Act
from tests.new.year.town import BODY, Town

APRIL = Act()

MEETING = f"{BODY}/2027-04-15"

_TOGETHER = "  - paragrafer: 6-10\n    justerare: Cajsa Påhittsson\n"
_APART = "  - paragrafer: {}\n{}    justerare: Cajsa Påhittsson\n    förvaras: Kansliet i Påhittköpings kommunhus\n"


@APRIL.scene("Monday 2027-03-01", "Aprilmötet förbereds. Parkenheten har inte fattat några beslut.")
def opens(town: Town) -> None:
    town.klubbat("ny", "sammanträde", BODY, "2027-04-15")
    town.item(MEETING, "Hastigheten på Hittepåvägen", "PN/2027:9", "Nämnden sänker hastigheten till 30 km/h.")
    for name in ("01-anmalningsarenden", "02-anmalan-av-delegationsbeslut", "03-hastigheten-pa-hittepavagen"):
        town.append(f"{MEETING}/{name}.md", "Handlingarna finns i diariet.\n")
    town.klubbat(
        "ny", "delegationslista", BODY, "2027-04-15", "--enhet", "Parkenheten", "--månad", "2027-02",
        "--inkommen", "2027-03-01", "--inga-beslut",
    )  # fmt: skip


@APRIL.scene("Thursday 2027-04-08", "Kallelsen skickas.")
def calls_again(town: Town) -> None:
    town.called(MEETING)
    town.build()


@APRIL.scene("Friday 2027-04-09", "Ett ärende som omfattas av sekretess läggs till efter kallelsen.")
def masks(town: Town) -> None:
    town.klubbat("ny", "ärende", BODY, "2027-04-15", "--maskat", "sekretess")
    town.build()


@APRIL.scene("Thursday 2027-04-15", "Hastigheten justeras omedelbart och anslås samma kväll.")
def approves_at_once(town: Town) -> None:
    town.klubbat("ny", "protokoll", BODY, "2027-04-15", "--justerare", "Cajsa Påhittsson")
    kept = "    förvaras: Kansliet i Påhittköpings kommunhus\n"
    at_once = _APART.format("9", "    omedelbar: ja\n")
    done = f"    justerat: 2027-04-15\n    anslag:\n      - anslaget: 2027-04-15\n{kept}"
    town.change(
        f"{MEETING}/protokoll.md", (_TOGETHER + kept, _APART.format("6-8, 10", "") + at_once.replace(kept, done))
    )
    town.build()


@APRIL.scene("Friday 2027-04-23", "Resten justerades i går och anslås i dag.")
def posts_the_rest(town: Town) -> None:
    kept = "    förvaras: Kansliet i Påhittköpings kommunhus\n"
    done = f"    justerat: 2027-04-22\n    anslag:\n      - anslaget: 2027-04-23\n{kept}"
    rest = _APART.format("6-8, 10", "")
    town.change(f"{MEETING}/protokoll.md", (rest, rest.replace(kept, done)))
    town.build()


@APRIL.scene("Friday 2027-05-07", "Kristi himmelsfärdsdag var i går, så i dag är sista dagen för hastigheten.")
def after_ascension(town: Town) -> None:
    town.build()


@APRIL.scene("Saturday 2027-05-15", "Båda anslagen har suttit ut sin tid.")
def comes_down(town: Town) -> None:
    town.build()
