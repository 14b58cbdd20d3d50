"""Personal numbers: none of five thousand is missed, none is printed whole, and numbers of other kinds are let through."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.guard.hit import mask, masked
from macros.guard.official import Official
from macros.guard.recognise import recognise
from tests.guard.generated import BETWEEN, numbers
from tests.guard.labelled import check_digit

NOBODY = Official()
TOLD = {"personnummer", "personnummer-siffror", "mobilnummer"}
"""Ten bare digits from 2007 can be a mobile number as well (`0702...`): that stops, and what is graver is told."""


def test_none_of_five_thousand_is_missed() -> None:
    missed = [text for text in numbers(5_000, seed=7) if not TOLD & {hit.kind_id for hit in recognise(text, NOBODY)}]
    assert missed == []


def test_a_separator_or_a_century_stops_at_once() -> None:
    """Only what could be another number is left to a person: ten bare digits, two lines, a clock time."""
    asked = [
        text
        for text in numbers(5_000, seed=8)
        if "personnummer-siffror" in {hit.kind_id for hit in recognise(text, NOBODY)}
        and any(sign in text for sign in "-–+−—‑")
    ]
    assert asked == []


def test_all_forms_are_generated() -> None:
    texts = "".join(numbers(2_000, seed=9))
    assert all(between in texts for between in BETWEEN)


def _organisation_number(group: int, rest: int) -> str:
    nine = f"{group}{rest:07}"
    return f"{nine[:6]}-{nine[6:]}{check_digit(nine)}"


@given(group=st.integers(20, 99), third=st.integers(2, 9), rest=st.integers(0, 999_999))
def test_no_organisation_number_is_told(group: int, third: int, rest: int) -> None:
    number = _organisation_number(group, third * 1_000_000 + rest)
    assert recognise(f"Organisationsnummer {number}.", NOBODY) == ()


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("850709-1234", "850709-****"),
        ("19850709-1234", "19850709-****"),
        ("198507091234", "19850709****"),
        ("８５０７０９－１２３４", "８５０７０９－****"),
        ("85 07 09 - 1234", "85 07 09 - ****"),
        ("850709\n1234", "850709\n****"),
    ],
)
def test_the_last_four_are_never_shown(written: str, shown: str) -> None:
    assert mask(written, "personnummer") == shown


@given(
    day=st.dates(dt.date(1900, 1, 1), dt.date(2025, 12, 31)),
    birth_number=st.integers(1, 999),
    between=st.sampled_from(BETWEEN),
)
def test_a_masked_line_holds_no_number(day: dt.date, birth_number: int, between: str) -> None:
    nine = f"{day:%y%m%d}{birth_number:03}"
    last = f"{nine[6:]}{check_digit(nine)}"
    text = f"Först {nine[:6]}{between}{last} och sedan {day.year // 100}{nine[:6]}-{last}."
    hits = recognise(text, NOBODY)
    shown = masked(text, hits)
    assert len(hits) == 2
    assert [shown[hit.end - 4 : hit.end] for hit in hits] == ["****", "****"]
    assert len(shown) == len(text)


@given(
    first=st.dates(dt.date(1990, 1, 1), dt.date(2029, 12, 31)),
    second=st.dates(dt.date(1990, 1, 1), dt.date(2029, 12, 31)),
)
def test_two_days_after_each_other_are_no_number(first: dt.date, second: dt.date) -> None:
    """Rows of a table that end and begin with a date: one pair in ten has the right check digit."""
    assert recognise(f"x,{first}\n{second},y {first} {second}", NOBODY) == ()


NINE = "850709980"
TEN = f"{NINE}{check_digit(NINE)}"
DAY, LAST = TEN[:6], TEN[6:]
RAISED = str.maketrans("0123456789-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻")


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        (f"{DAY}--{LAST}", ["personnummer"]),
        (f"{DAY}-{LAST[:2]} {LAST[2:]}", ["personnummer"]),
        (f"{DAY}-{LAST}".replace("0", "O"), ["personnummer"]),
        (f"{DAY}{LAST}".replace("0", "o"), ["personnummer-siffror"]),
        (f"{DAY}/{LAST}", ["personnummer-siffror"]),
        (f"{DAY}.{LAST}", ["personnummer-siffror"]),
        (f"| {DAY} | {LAST} |", ["personnummer-siffror"]),
        ("Personnummer: 1234567890", ["personnummer-kontrollsiffra"]),
        ("pnr 199913399999", ["personnummer-kontrollsiffra"]),
        ("pnr 199913399999\n\n2026-11-29", ["personnummer-kontrollsiffra"]),
        ("Telefon: 1234567890", []),
        (f"Serienummer {DAY}-{LAST}", ["personnummer-siffror"]),
        (f"dnr {DAY}-{LAST}", ["personnummer-siffror"]),
        (f"{DAY[:5]}\u202e{DAY[5:]}-{LAST}", ["personnummer"]),
        (f"{DAY}\u2043{LAST}", ["personnummer"]),
        (f"[{DAY}](https://example.se)-{LAST}", ["personnummer"]),
        (f"{DAY}-[{LAST}](https://example.se)", ["personnummer"]),
        (f"<b>{DAY}</b>-<i>{LAST}</i>", ["personnummer"]),
        (f"{DAY}[^1]-{LAST}", ["personnummer"]),
        (f"~~{DAY}~~-{LAST}", ["personnummer"]),
        (f"{DAY}-<br>{LAST}", ["personnummer"]),
        (f"&#56;{DAY[1:]}-{LAST}", ["personnummer"]),
        (f"{DAY}---{LAST}", ["personnummer"]),
        (f"{DAY[:4]}\n{DAY[4:]}-{LAST}", ["personnummer"]),
        (f"{DAY}-{LAST[:1]}\n{LAST[1:]}", ["personnummer"]),
        (f"{DAY}-{LAST}".replace("8", "B").replace("5", "S"), ["personnummer"]),
        (f"född 9 juli 1985 med de fyra sista {LAST}", ["personnummer"]),
        (f"De fyra sista {LAST}, född {DAY}", ["personnummer"]),
        (f"| {DAY}- | {LAST} |", ["personnummer-siffror"]),
        (f"{DAY} ({LAST})", ["personnummer-siffror"]),
        (f'"{DAY}","{LAST}"', ["personnummer-siffror"]),
        ("| " + " | ".join(TEN) + " |", ["personnummer-siffror"]),
        ("\u00a0".join(TEN), ["personnummer-siffror"]),
        (f"{TEN[0]} {TEN[1:4]} {TEN[4:7]} {TEN[7:]}", ["personnummer-siffror"]),
        (f"{TEN[0]} {TEN[1:4]} {TEN[4:7]} {TEN[7:]} kr", []),
        (f"{DAY}-{LAST}".translate(RAISED), ["personnummer"]),
        (f"{DAY}\N{SUBSCRIPT MINUS}{LAST}", ["personnummer"]),
        ("".join(f"{sign}\ufe0f\u20e3" for sign in TEN), ["personnummer-siffror"]),
        ("åttiofem noll sju noll nio streck nittioåtta noll fem", ["personnummer-siffror"]),
        ("Nitton åttiofem, noll sju noll nio, nio åtta noll fem.", ["personnummer-siffror"]),
        ("85 noll sju 09 - nittioåtta noll fem", ["personnummer-siffror"]),
        ("åttiofem noll sju noll nio nittioåtta noll sex", []),
        ("Klasserna fem, sex, sju, åtta, nio, tio och elva", []),
        (f"{' '.join(TEN)} har hämtats", ["personnummer-siffror"]),
        (f"Personnumret är {TEN[:9]}{(int(TEN[9]) + 1) % 10}", ["personnummer-kontrollsiffra"]),
        ("Perioden 190810-200915", []),
        (f"Löpnummer {DAY}-{LAST[:3]}{(int(LAST[3]) + 1) % 10}", []),
        ("Solo OOll-lOOl och 10l", []),
    ],
)
def test_what_a_tired_hand_or_a_scanner_writes(text: str, kinds: list[str]) -> None:
    assert [hit.kind_id for hit in recognise(text, NOBODY)] == kinds


@given(day=st.dates(dt.date(2010, 1, 1), dt.date(2029, 12, 31)), clock=st.times())
def test_a_file_named_by_day_and_clock_is_looked_at_and_never_stopped(day: dt.date, clock: dt.time) -> None:
    hits = recognise(f"[Listan]({day:%y%m%d}-{clock:%H%M}-lista.pdf)", NOBODY)
    assert {hit.kind_id for hit in hits} <= {"personnummer-siffror", "personnummer-kontrollsiffra"}


def test_the_words_around_a_number_count_wherever_it_is_met() -> None:
    """What a run of digits looks like is kept; what stands around it is not."""
    told = [recognise(text, NOBODY) for text in ("850709-9805", "fakturanummer 850709-9805", "den 850709-9805")]
    assert [hit.kind_id for (hit,) in told] == ["personnummer", "personnummer-siffror", "personnummer"]
    spans = [(hit.start, hit.end) for (hit,) in told]
    assert spans == [(0, 11), (14, 25), (4, 15)]


_COUNT = f"132{check_digit('180312132')}"


@pytest.mark.parametrize(
    "written", ["| 2018-03-12 | {} |", "2018-03-12;{}", "den 2018-03-12 {} kr", "20180312, {} besök"]
)
def test_a_day_with_a_number_after_it_is_looked_at_and_never_stopped(written: str) -> None:
    """One count or amount in ten ends with the check digit of the day before it: nobody could publish such a table."""
    assert [hit.kind_id for hit in recognise(written.format(_COUNT), NOBODY)] == ["personnummer-siffror"]


def test_what_nobody_sees_hides_nothing() -> None:
    """Also in names and addresses; the places are those of the text as it was written."""
    text = "Skriv till an\u00adna@gm\u200bail.com"
    (hit,) = recognise(text, NOBODY)
    assert (hit.kind_id, text[hit.start : hit.end]) == ("privat-e-post", "an\u00adna@gm\u200bail.com")


_LAST = f"980{check_digit('121212980')}"


@pytest.mark.parametrize("sign", ["/", ".", "|", ":", ";", ",", "·", "~", "=", " ; ", "\t"])
def test_a_number_in_two_cells_is_looked_at_whatever_parts_them(sign: str) -> None:
    assert [hit.kind_id for hit in recognise(f"121212{sign}{_LAST}", NOBODY)] == ["personnummer-siffror"]


@pytest.mark.parametrize("sign", ["--", "- -", " - ", "–", "−−", "-\n"])
def test_a_number_with_dashes_stops_however_many(sign: str) -> None:
    assert [hit.kind_id for hit in recognise(f"121212{sign}{_LAST}", NOBODY)] == ["personnummer"]


@pytest.mark.parametrize("boxes", [f"121212{_LAST}", f"121212-{_LAST}", f"20121212{_LAST}"])
def test_a_number_with_a_digit_in_each_box_of_a_form_is_looked_at(boxes: str) -> None:
    assert [hit.kind_id for hit in recognise(f"Namn  {' '.join(boxes)}  Datum", NOBODY)] == ["personnummer-siffror"]


def test_a_row_of_figures_is_no_number() -> None:
    assert recognise("Betyg 1 2 1 2 1 2 9 8 0 5 4 3", NOBODY) == ()
