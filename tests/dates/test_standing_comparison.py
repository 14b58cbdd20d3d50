from typing import Any

import pytest

from macros.dates.comparison import compare_standing
from macros.dates.plan import comparison_text
from macros.dates.plan_rows import Judgement, PlanRow
from macros.dates.printed_plan import PrintedStanding, read_printed
from macros.record.schedule import ScheduleHeader
from tests.dates.examples import PRINTED, avux_2018, schedule

Told = tuple[str, str | None, str | None, str, str | None]


def compared(of: ScheduleHeader, text: str) -> tuple[PlanRow, ...]:
    printed, faults = read_printed(text, of)
    assert faults == ()
    assert isinstance(printed, PrintedStanding)
    return compare_standing(of, printed)


def told(rows: tuple[PlanRow, ...]) -> list[Told]:
    return [
        (
            row.step,
            str(row.date) if row.date else None,
            str(row.printed) if row.printed else None,
            str(row.judgement),
            row.reason,
        )
        for row in rows
        if row.judgement is not Judgement.AGREES
    ]


def wrong(printed: str, reason: str, date: str | None = None) -> Told:
    return ("ksb", date, printed, "fel veckodag", reason)


def test_the_printed_standing_meetings_of_2018_whole() -> None:
    rows = compared(avux_2018(), (PRINTED / "avux-2018-standing.tsv").read_text(encoding="utf-8"))
    april, may, june = (f"dagarna är måndagarna i {month} 2018" for month in ("april", "maj", "juni"))
    assert told(rows) == [
        ("förvaltningsberedning", "2018-01-01", None, "på helgdag", "nyårsdagen"),
        ("förvaltningsberedning", "2018-04-02", None, "på helgdag", "annandag påsk"),
        ("förvaltningsberedning", "2018-12-24", None, "på helgdag", "julafton"),
        ("förvaltningsberedning", "2018-12-31", None, "på helgdag", "nyårsafton"),
        ("fb", "2018-06-06", "2018-06-06", "på helgdag", "nationaldagen"),
        wrong("2018-03-02", f"fredag; {april}"),
        wrong("2018-03-09", f"fredag; {april}"),
        wrong("2018-03-16", f"fredag; {april}"),
        wrong("2018-03-23", f"fredag; {april}"),
        wrong("2018-03-30", f"fredag; dagen är också långfredagen; {april}"),
        wrong("2018-04-07", f"lördag; {may}"),
        wrong("2018-04-14", f"lördag; {may}"),
        wrong("2018-04-21", f"lördag; {may}"),
        wrong("2018-04-28", f"lördag; {may}"),
        wrong("2018-05-04", f"fredag; {june}"),
        wrong("2018-05-11", f"fredag; {june}"),
        wrong("2018-05-18", f"fredag; {june}"),
        wrong("2018-05-25", f"fredag; {june}"),
        wrong("2018-10-04", "torsdag; måndag 1 oktober 2018 saknas", "2018-10-01"),
    ]
    assert len([row for row in rows if row.printed]) == 89
    assert len([row for row in rows if row.differs]) == 15


def mondays(**keys: Any) -> ScheduleHeader:
    return schedule(standing=({"id": "ksb", "namn": "KSB", "veckodag": "måndag", "månader": ["4", "11"], **keys},))


NOVEMBER = "2018-11\t5, 12, 19, 26\n"


@pytest.mark.parametrize(
    ("april", "found"),
    [
        ("9, 16, 23, 30", []),  # 2 April is annandag påsk: leaving it out is no mistake
        ("2, 9, 16, 23, 30", [("ksb", "2018-04-02", "2018-04-02", "på helgdag", "annandag påsk")]),
        ("9, 23, 30", [("ksb", "2018-04-16", None, "saknas i planen", None)]),
        ("", [("ksb", f"2018-04-{day:02}", None, "saknas i planen", None) for day in (9, 16, 23, 30)]),
        (
            "9, 17, 23",
            [
                wrong("2018-04-17", "tisdag; måndag 16 april 2018 saknas", "2018-04-16"),
                ("ksb", "2018-04-30", None, "saknas i planen", None),
            ],
        ),
        ("9, 16, 18, 23, 30", [wrong("2018-04-18", "onsdag")]),
        ("5, 12", [wrong(f"2018-04-{day:02}", "torsdag; dagarna är måndagarna i mars 2018") for day in (5, 12)]),
        (
            "7",  # one day is no pattern
            [
                wrong("2018-04-07", "lördag; måndag 9 april 2018 saknas", "2018-04-09"),
                *(("ksb", f"2018-04-{day:02}", None, "saknas i planen", None) for day in (16, 23, 30)),
            ],
        ),
    ],
    ids=str,
)
def test_one_printed_month_is_judged(april: str, found: list[Told]) -> None:
    assert told(compared(mondays(), f"month\tksb_mandagar\n2018-04\t{april}\n{NOVEMBER}")) == found


def test_days_in_a_pause_or_in_another_month_deviate() -> None:
    of = mondays(undantag=[{"från": "2018-04-10", "till": "2018-04-16", "skäl": "Semester"}])
    rows = compared(of, f"month\tksb_mandagar\n2018-04\t9, 16, 23, 30\n2018-10\t1\n{NOVEMBER}")
    assert told(rows) == [
        ("ksb", None, "2018-04-16", "avviker från regeln", "uppehåll: Semester"),
        ("ksb", None, "2018-10-01", "avviker från regeln", "mötet hålls inte i oktober"),
    ]


def test_december_looks_at_january_of_the_next_year() -> None:
    of = schedule(standing=({"id": "ksb", "namn": "KSB", "veckodag": "måndag", "månader": ["12"]},))
    assert told(compared(of, "month\tksb_mandagar\n2018-12\t7, 14, 21, 28\n")) == [
        wrong(f"2018-12-{day:02}", "fredag; dagarna är måndagarna i januari 2019") for day in (7, 14, 21, 28)
    ]


def test_the_comparison_of_standing_meetings_as_a_text() -> None:
    of = schedule(
        meetings=("2018-04-12",),
        standing=(
            {"id": "ksb", "namn": "Beredning", "veckodag": "måndag", "månader": ["4"]},
            {"id": "fb", "namn": "Avstämning", "veckodag": "onsdag", "månader": ["4"]},
        ),
    )
    text = "month\tksb_mandagar\n2018-04\t2, 9, 17, 30\n2018-05\t7\n"
    assert comparison_text(of, compared(of, text), "tryckt.tsv").splitlines() == [
        "Jämförelse med tryckt.tsv",
        "  6 datum jämförda",
        "    stämmer: 2",
        "    på helgdag: 1",
        "    avviker från regeln: 1",
        "    fel veckodag: 1",
        "    saknas i planen: 1",
        "  utan kolumn i filen: Avstämning",
        "",
        "Skillnader",
        "  måndag 2 april: Beredning",
        "    på helgdag: annandag påsk",
        "  tisdag 17 april: Beredning",
        "    fel veckodag: tisdag; måndag 16 april 2018 saknas",
        "  måndag 23 april: Beredning",
        "    saknas i planen",
        "  måndag 7 maj: Beredning",
        "    avviker från regeln: mötet hålls inte i maj",
        "",
        "4 skillnader mot regeln.",
    ]
