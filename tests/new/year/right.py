"""What is right after each scene of the year.

The last days of appeal are counted by hand, three weeks from the posting (KL 13:5), moved by lag (1930:173) 2 §:

    Friday 2027-01-29 + 21 days = Friday 2027-02-19, a working day
    Thursday 2027-04-15 + 21 days = Thursday 2027-05-06, Kristi himmelsfärdsdag -> Friday 2027-05-07
    Friday 2027-04-23 + 21 days = Friday 2027-05-14; nothing of that notice can be appealed
    Friday 2027-06-04 + 21 days = Friday 2027-06-25, midsommarafton, then a weekend -> Monday 2027-06-28
    Friday 2027-12-03 + 21 days = Friday 2027-12-24, julafton, then a weekend -> Monday 2027-12-27
"""

from __future__ import annotations

from dataclasses import dataclass

from tests.new.year.january import LIST
from tests.new.year.january import MEETING as IN_JANUARY
from tests.new.year.town import BODY


@dataclass(frozen=True)
class Right:
    """What is right after a scene: the next meeting on the start page, what can be appealed until when, the notices that
    are up, what is late by `klubbat läge`, and the findings. Without a next meeting the site was not built that day.
    """

    coming: str | None = None
    appeals: tuple[str, ...] = ()
    notices: tuple[str, ...] = ()
    late: tuple[str, ...] = ()
    findings: tuple[str, ...] = ()


JANUARY = "torsdag 21 januari 2027"
APRIL = "torsdag 15 april 2027"
MAY = "torsdag 20 maj 2027"
JUNE = "onsdag 2 juni 2027"
NOVEMBER = "torsdag 18 november 2027"
NEXT = "torsdag 20 januari 2028"

IN_FEBRUARY = ("§§ 4–5: fredag 19 februari",)
AFTER_ASCENSION = ("§ 9: fredag 7 maj",)
AFTER_MIDSUMMER = ("§ 14: måndag 28 juni",)
AFTER_CHRISTMAS = ("§§ 18–19: måndag 27 december",)
FIRST = ("Protokoll 21 januari 2027, §§ 1–5",)
SPEED = "Protokoll 15 april 2027, § 9"
REST = "Protokoll 15 april 2027, §§ 6–8, 10"
THIRD = ("Protokoll 2 juni 2027, §§ 11–14",)
FOURTH = ("Protokoll 18 november 2027, §§ 15–19",)


_MONTHS = ("januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september", "oktober", "november")


def _owed(until: str) -> tuple[str, ...]:
    """What both units owe up to a month: the one sent its list of December, the other of February, and then none."""
    last = _MONTHS.index(until)
    said = []
    for unit, first in (("Gatuenheten", 0), ("Parkenheten", 2)):
        months = _MONTHS[first : last + 1]
        listed = f"{months[0]}–{until}" if len(months) > 2 else " och ".join(months)
        said += [f"Delegationsbeslut för {listed} 2027 från {unit} har inte kommit in"] if months else []
    return tuple(said)


RIGHT: dict[str, Right] = {
    "begins": Right(
        f"{JANUARY}: Kallelsen kommer senast torsdag 14 januari",
        findings=(
            f"meetings/{BODY}/ledamoter.md:2:3: varning[fyll-i]: Här är något kvar att skriva.\n"
            "  2 | # FYLL I: nämndens förtroendevalda, en för var och en.\n    |   ^^^^^^^\n"
            "  Gör så här: skriv nämndens förtroendevalda, en för var och en, och ta bort FYLL I.",
            f"meetings/{BODY}/organ.md:13:3: varning[fyll-i]: Här är något kvar att skriva.\n"
            "  13 | # FYLL I: det som nämnden har av kontakt, registrator, överklagande, anmälan av delegation och enheter.\n"
            "     |   ^^^^^^^\n"
            "  Gör så här: skriv det som nämnden har av kontakt, registrator, överklagande, anmälan av delegation och enheter, "
            "och ta bort FYLL I.",
        ),
    ),
    "fills_in": Right(),
    "collects": Right(
        f"{JANUARY}: Kallelsen kommer senast torsdag 14 januari",
        findings=(
            f"meetings/{LIST}:7:12: varning[annan-månad]: 1 av 2 beslut gäller en annan månad än 2026-12.\n"
            "  7 |   - datum: 2016-07-04\n    |            ^^^^^^^^^^\n"
            "  Gör så här: rätta datumen, eller flytta besluten till rätt månads lista.",
        ),
    ),
    "mends": Right(),
    "calls": Right(f"{JANUARY}: Föredragningslista, 4 ärenden"),
    "minutes": Right(f"{APRIL}: Kallelsen kommer senast torsdag 8 april"),
    "posts_too_early": Right(
        f"{APRIL}: Kallelsen kommer senast torsdag 8 april",
        findings=(
            f"meetings/{IN_JANUARY}/protokoll.md:43:19: fel[anslaget-dag]: "
            "Anslaget 2027-01-27, före dagen då det blev justerat, 2027-01-28.\n"
            "  43 |       - anslaget: 2027-01-27\n     |                   ^^^^^^^^^^\n"
            "  Gör så här: skriv dagen då anslaget sattes upp.",
        ),
    ),
    "posts": Right(f"{APRIL}: Kallelsen kommer senast torsdag 8 april", IN_FEBRUARY, FIRST),
    "last_day": Right(f"{APRIL}: Kallelsen kommer senast torsdag 8 april", IN_FEBRUARY, FIRST, _owed("januari")),
    "takes_down": Right(f"{APRIL}: Kallelsen kommer senast torsdag 8 april", late=_owed("januari")),
    "opens": Right(late=_owed("januari")),
    "calls_again": Right(f"{APRIL}: Föredragningslista, 3 ärenden", late=_owed("mars")),
    "masks": Right(f"{APRIL}: Föredragningslista, 4 ärenden", late=_owed("mars")),
    "approves_at_once": Right(f"{APRIL}: Genomfört", AFTER_ASCENSION, (SPEED,), _owed("mars")),
    "posts_the_rest": Right(
        f"{MAY}: Kallelsen kommer senast torsdag 13 maj", AFTER_ASCENSION, (REST, SPEED), _owed("mars")
    ),
    "after_ascension": Right(
        f"{MAY}: Kallelsen kommer senast torsdag 13 maj", AFTER_ASCENSION, (REST, SPEED), _owed("april")
    ),
    "comes_down": Right(
        f"{MAY}: Kallelsen är inte publicerad än", late=(*_owed("april"), "Sammanträdet 20 maj 2027 har ingen kallelse")
    ),
    "moves": Right(f"{JUNE}: Kallelsen kommer senast onsdag 26 maj Flyttat", late=_owed("april")),
    "calls_to_june": Right(f"{JUNE}: Föredragningslista, 3 ärenden Flyttat", late=_owed("april")),
    "posts_before_midsummer": Right(
        f"{NOVEMBER}: Kallelsen kommer senast torsdag 11 november", AFTER_MIDSUMMER, THIRD, _owed("april")
    ),
    "after_midsummer": Right(
        f"{NOVEMBER}: Kallelsen kommer senast torsdag 11 november", AFTER_MIDSUMMER, THIRD, _owed("maj")
    ),
    "proposes": Right(f"{NOVEMBER}: Kallelsen kommer senast torsdag 11 november", late=_owed("september")),
    "calls_in_november": Right(late=_owed("oktober")),
    "adds_late": Right(f"{NOVEMBER}: Föredragningslista, 4 ärenden", late=_owed("oktober")),
    "writes": Right(f"{NEXT}: Kallelsen kommer senast torsdag 13 januari", late=_owed("oktober")),
    "posts_before_christmas": Right(
        f"{NEXT}: Kallelsen kommer senast torsdag 13 januari", AFTER_CHRISTMAS, FOURTH, _owed("oktober")
    ),
    "after_christmas": Right(
        f"{NEXT}: Kallelsen kommer senast torsdag 13 januari", AFTER_CHRISTMAS, FOURTH, _owed("november")
    ),
    "begins_again": Right(f"{NEXT}: Kallelsen kommer senast torsdag 13 januari", late=_owed("november")),
}


def _minutes(folder: str) -> str:
    return f"pahittsnamnden/{folder}/protokoll/"


@dataclass(frozen=True)
class RightPage:
    """What a page says, in this order, and what it does not say, after a scene."""

    scene: str
    address: str
    says: tuple[str, ...]
    hides: tuple[str, ...] = ()


PAGES = (
    RightPage(
        "calls",
        f"{IN_JANUARY}/",
        (
            "Kallat",
            "Cykelparkering vid Påhittstorget",
            "Förslag: Nämnden bygger cykelparkeringen.",
            "Beslutsärende · PN/2027:3",
            "Sista dag att lämna handlingar: torsdag 7 januari 2027 kl. 12.00",
            "torsdag 14 januari 2027",
            "Anmäls till: Nämndsekreteraren, senast tisdag 19 januari 2027 kl. 12.00",
            "Gatuenheten, december 2026 2 beslut",
        ),
        ("Enligt förslaget",),
    ),
    RightPage(
        "minutes",
        _minutes("2027-01-21"),
        ("§ 4 Cykelparkering vid Påhittstorget", "Inte än. Ska justeras senast torsdag 4 februari 2027."),
        ("Nämnden bygger cykelparkeringen.", "Enligt förslaget", "Närvarande"),
    ),
    RightPage(
        "posts",
        f"{IN_JANUARY}/cykelparkering-vid-pahittstorget/",
        (
            "Påhittsnämnden 21 januari 2027, § 4 i protokollet",
            "Nämnden bygger cykelparkeringen.",
            "Enligt förslaget",
            "Sista dag att överklaga är fredag 19 februari 2027. Laga kraft tidigast lördag 20 februari 2027. "
            "Så överklagar du",
        ),
    ),
    RightPage("posts", _minutes("2027-01-21"), ("Närvarande", "Dag Påhittsson (PP)"), ("Embla Påhittsson (PP)",)),
    RightPage("takes_down", "anslagstavla/arkiv/", (*FIRST, "29 januari 2027", "19 februari 2027")),
    RightPage(
        "masks",
        "pahittsnamnden/2027-04-15/",
        (
            *["Hastigheten på Hittepåvägen", "Beslutsärende · PN/2027:9"],
            "Ärendet visas inte",
            "Uppgifterna kan omfattas av sekretess. "
            "Begär ut det som får lämnas ut: Påhittsnämnden, sammanträdet 15 april 2027, punkt 4 på listan.",
        ),
    ),
    RightPage(
        "approves_at_once",
        _minutes("2027-04-15"),
        (
            "§ 8 Delegationsbeslut",
            "Beslutet visas när paragrafen är justerad.",
            "§ 9 Hastigheten på Hittepåvägen",
            "Nämnden sänker hastigheten till 30 km/h.",
        ),
        ("Nämnden godkänner redovisningen av delegationsbeslut.",),
    ),
    RightPage("posts_the_rest", _minutes("2027-04-15"), ("Nämnden godkänner redovisningen av delegationsbeslut.",)),
    RightPage(
        "moves",
        "pahittsnamnden/2027-05-20/",
        (
            "Sammanträdet är flyttat från torsdag 20 maj 2027 till onsdag 2 juni 2027. Skäl: Förhinder. "
            "Det bestämdes 17 maj 2027.",
            "Kallelse och handlingar skickas: onsdag 26 maj 2027",
            "Anmäls till: Nämndsekreteraren, senast måndag 31 maj 2027 kl. 12.00",
        ),
    ),
    RightPage(
        "moves",
        "kalender/2027-05/",
        ("PN, kl. 18.00 Flyttat till onsdag 2 juni 2027",),
        ("Inga sammanträden i maj 2027.",),
    ),
    RightPage(
        "adds_late",
        "pahittsnamnden/2027-11-18/",
        (
            "Nya lekredskap",
            "Beslutsärende · PN/2027:4 · 1 handling: Nya lekredskap",
            "Tillkom 16 november",
        ),
    ),
    RightPage(
        "begins_again",
        "pahittsnamnden/sammantradesordning/2028/",
        (
            "Beslutad i Sammanträdesdagar 2028, 18 november 2027",
            "torsdag 20 januari",
            "onsdag 5 januari not 1",
            "Flyttad: torsdag 6 januari är trettondedag jul.",
        ),
    ),
    RightPage(
        "begins_again",
        "arenden/pahittsnamnden-pn-2027-3/",
        ("§ 4 Enligt förslaget", "Nämnden bygger cykelparkeringen.", "§ 14 Enligt förslaget"),
    ),
)
