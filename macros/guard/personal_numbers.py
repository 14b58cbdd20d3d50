"""Personal numbers ("personnummer", "samordningsnummer") in every form in which people write them.

A personnummer is a date, a birth number and a check digit, with a plus sign from the year one turns 100; a
samordningsnummer has 60 added to its day. Source: FOL 18 §; lag (2022:1697) 2:4.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from personnummer import personnummer

from macros.guard.digits import spelt_out
from macros.guard.hit import Hit, Recognised
from macros.guard.typography import CELL, DASH, GAP, PLUS, SPACE
from macros.record.loose_dates import MONTHS

_DATE = rf"(\d\d)[ {DASH}./]?(\d\d)[ {DASH}./]?(\d\d)"
_BETWEEN = rf"({GAP}(?:[{DASH}{PLUS}{CELL}](?: ?[{DASH}{PLUS}{CELL}]){{0,4}}{GAP})?)"
_LAST = rf"(\d\d\d{GAP}\d|\d\d{GAP}\d\d)"
_NUMBER = re.compile(rf"(?<![\d])(?:([1１][689６８９]|[2２][0０])({GAP}))?{_DATE}{_BETWEEN}{_LAST}(?!\d)")
"""Century, gap, year, month, day, what stands between, birth number with check digit. `\\d` is a digit of any script."""

_SIGNS = f"[{DASH}{PLUS}{SPACE}{CELL}\\r>]{{0,36}}+"
_RUN = re.compile(rf"\d(?<!\d\d)(?:{_SIGNS}(?:\n(?!\n){_SIGNS}){{0,2}}+\d){{9,}}+")
"""Ten digits or more with nothing but signs and no blank line between."""

# Century 16 stands before organisation numbers in files for machines, and so before a sole trader's personal number.
_IBAN = re.compile(r"\bSE\d\d(?:\s?\d{4}){5}\b")
_HASH = re.compile(
    r"(?<![0-9A-Za-z])(?=[0-9a-f]*[a-f])[0-9a-f]{16,}|[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}"
)
_VAT = re.compile(r"SE(?<!\wSE) ?(\d{6}-?\d{4})01\b")
"""A registration number for value added tax holds the organisation number, and a sole trader's so the personal number."""

_UNIT = rf"[{SPACE}]?(?:kr|kronor|tkr|mkr|mnkr|m2|m²|:-|,-|%|st|besök)(?!\w)"
_COUNTED = re.compile(_UNIT)
"""What makes the digits before it an amount."""

_BOX = rf"[{SPACE}{CELL}\n]{{1,4}}"
_BOXED = re.compile(rf"\d(?<!\w\d)(?:{_BOX}\d){{5,7}}(?:(?:{_BOX})?[{DASH}{PLUS}])?(?:{_BOX}\d){{4}}(?!\w|{_BOX}\d)")
"""A digit in each box of a form or cell of a table, as its text is read out of a file."""

_THOUSANDS = re.compile(
    rf"\d(?<![\d.,'{SPACE}]\d)(?:\d\d(?=.\d{{3}}.\d{{3}}.\d{{3}}(?!.?\d)))?([{SPACE}.,'])\d{{3}}(?:\1\d{{3}}){{2,3}}(?!.?\d|{_UNIT})"
)
"""The digits as a calculating sheet parts those of an amount: `8 507 099 805`."""

_NAMED = re.compile(
    r"(?:person(?:nummer|numret|nr)|pers\.?[ -]?nr|\bp\.?[ -]?nr)(?: är| \([^()\n]{1,12}\))?\W{0,3}$",
    re.IGNORECASE,
)
_OTHER_NUMBER = re.compile(
    r"(?:serie|artikel|order|faktura|löp|ärende|diarie|inventarie)(?:nummer|nr|n:r)\W{0,3}$|\bdnr\W{0,3}$",
    re.IGNORECASE,
)
_SERIES = re.compile(
    r"\b(?:avtal|faktura|följesedel|order|projekt|protokoll|rapport|serie)s?(?: ?(?:nummer|nr|n:r))?\W{1,3}$",
    re.IGNORECASE,
)
"""Words for what has numbers of its own, which often begin with a day."""

_IN_FILE_NAME = re.compile(r"[\w()-]{0,60}\.[a-zA-Z]{3,4}\b")
_PERIOD = re.compile(rf"(\d{{6}}) ?[{DASH}] ?(\d{{6}})(?!\d)")

_JOINED_BEFORE = re.compile(r"[^\W_][-_]$")
_JOINED_AFTER = re.compile(r"[-_]?[^\W_]")
"""Letters or digits that are one with a number as a program's or a series' own are (`AV-250114-0031`)."""

_MONTHS = tuple(month[:3] for month in MONTHS)
_DAY = rf"(?<!\d)(?:(\d\d)?{_DATE}|(\d{{1,2}}) ({'|'.join(_MONTHS)})[a-z]*\.? ((?:19|20)\d\d))(?!\d)"
_FOUR = r"\bsista\b[^\d\n]{0,20}(\d{4})(?!\d)"
_LAST_FOUR = re.compile(rf"{_DAY}\D{{0,40}}?{_FOUR}")
_LAST_FOUR_FIRST = re.compile(rf"{_FOUR}\D{{0,40}}?{_DAY}")
"""Date and the rest with words between: `560404, de fyra sista 1234`, `sista siffror 1234, född 4 april 1956`."""

_PARTING = re.compile(rf"[{SPACE}{CELL}\n]")
_BROKEN = re.compile(rf"(?<=\d)\r?\n[{SPACE}>]{{0,12}}(?=\d)")
"""Where a narrow column breaks a number between two of its digits."""

_REST_OF_DAY = re.compile(r"-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?!\d)")
_CENTURIES = ("19", "20", "18")


def personal_numbers(text: str, runs: Iterable[tuple[int, int]]) -> Recognised:
    """Numbers that are, or look like, somebody's personal number; `runs` are those of the text's digits (`runs_of_digits`).

    Stop: date and check digit are right and a separator, a century or a space tells that it is one. Review: ten bare digits
    that pass, or the two parts on two lines or in two cells with nothing or another sign between; digits that are spelt out;
    the right shape with a wrong check digit; ten digits after the word; and one that the word before it, or a file's name, says
    is something else.
    Organisation numbers have a month of 20 or more and are never met; a sole trader's is a personal number.
    """
    if "sista" in text:
        yield from _parted_by_words(text)
    for start, end, digits in spelt_out(text):
        number = _NUMBER.fullmatch(digits)
        if number and _kind(number) in ("personnummer", "personnummer-siffror"):
            yield Hit(start, end, "personnummer-siffror", _digits(number))
    for run in (run for start, end in runs for run in _RUN.finditer(text, start, end)):
        yield from _in_other_forms(text, *run.span())
        digits, numbers = _shaped(run[0])
        hits = list(_in_text(text, run.start(), numbers)) if numbers else []
        yield from hits
        if not hits and len(digits) in (10, 12) and _told(_NAMED, text, run.start()):
            yield Hit(*run.span(), "personnummer-kontrollsiffra", digits[-10:])


def _parted_by_words(text: str) -> Recognised:
    for found in (*_LAST_FOUR.finditer(text), *_LAST_FOUR_FIRST.finditer(text)):
        four, *day = (found[8], *found.groups()[:7]) if found.re is _LAST_FOUR else found.groups()
        century, *ymd, date, month, year = (part or "" for part in day)
        six = "".join(ymd) or f"{year[2:]}{_MONTHS.index(month) + 1:02}{date:0>2}"
        number = _NUMBER.fullmatch(f"{century or year[:2]}{six}-{four}")
        if number and _kind(number) == "personnummer":
            yield Hit(*found.span(), "personnummer", _digits(number))


def _in_other_forms(text: str, start: int, end: int) -> Recognised:
    """Numbers for value added tax, digits in boxes or in threes, and broken ones: runs too, with what stands before and after."""
    before = max(0, start - 3)
    vat = _VAT.finditer(text, before, end + 1) if "SE" in text[before:start] else ()
    yield from (Hit(*one.span(), "personnummer", number) for one, number in _whole(vat, 1))
    for shape in (_BOXED, _THOUSANDS):
        parted = shape.finditer(text, start, end + 4)
        yield from (Hit(*one.span(), "personnummer-siffror", number) for one, number in _whole(parted, 0))
    run = text[start:end]
    if broken := [found.span() for found in _BROKEN.finditer(run)]:
        kept = [n for n in range(len(run)) if not any(first <= n < last for first, last in broken)]
        for found, kind in _shaped("".join(run[n] for n in kept))[1]:
            if kind == "personnummer" and _is_dashed(found):
                yield Hit(start + kept[found.start()], start + kept[found.end() - 1] + 1, kind, _digits(found))


def _whole(found: Iterable[re.Match[str]], group: int) -> Iterator[tuple[re.Match[str], str]]:
    """Those whose group is a number and right, with its ten digits; signs between do not count."""
    for one in found:
        number = _NUMBER.fullmatch(_PARTING.sub("", one[group]))
        if number and _kind(number) in ("personnummer", "personnummer-siffror"):
            yield one, _digits(number)


@lru_cache(maxsize=1 << 13)
def _shaped(run: str) -> tuple[str, tuple[tuple[re.Match[str], str], ...]]:
    """A run's digits, and what in it has a number's shape, with its kind: most runs are days and ids, which pages repeat."""
    shaped = []
    start = 0
    while found := _NUMBER.search(run, start):
        # From the next digit and not after the whole: "12 850709-9805" begins with two digits that are no part of it.
        start = found.start() + 1
        if kind := _kind(found):
            shaped.append((found, kind))
    return re.sub(r"\D", "", run), tuple(shaped)


def _in_text(text: str, run: int, numbers: Iterable[tuple[re.Match[str], str]]) -> Recognised:
    """Those of a run's numbers that are none of another kind by what stands around them; the run begins at `run`."""
    done = 0
    for found, kind in numbers:
        start, end = run + found.start(), run + found.end()
        if start < done or _is_two_days(text, start, found) or _part_of_other(text, start, end):
            continue
        if kind == "personnummer-kontrollsiffra" and (
            _is_joined(text, start, end) or _told(_SERIES, text, start) or _told(_OTHER_NUMBER, text, start)
        ):
            continue
        if kind == "personnummer" and _is_called_other(text, start, found):
            kind = "personnummer-siffror"
        yield Hit(start, end, kind, _digits(found))
        done = end


def _told(word: re.Pattern[str], text: str, start: int) -> bool:
    """Whether the text before `start` ends with the word."""
    return word.search(text, max(0, start - 24), start) is not None


def _is_called_other(text: str, start: int, found: re.Match[str]) -> bool:
    """Whether the words say that it is a number of another kind, or a file's name has a day and a clock time (`250115-1230`)."""
    digits = _digits(found)
    is_clock = int(digits[6:8]) < 24 and int(digits[8:10]) < 60
    in_name = is_clock and _IN_FILE_NAME.match(text, start + len(found[0])) is not None
    return in_name or _told(_OTHER_NUMBER, text, start) or _is_amount(text, start, found)


def _is_amount(text: str, start: int, found: re.Match[str]) -> bool:
    """Whether a unit follows what no dash joins to a day: `2018-03-12 1324 kr`."""
    return not _is_dashed(found) and _COUNTED.match(text, start + len(found[0])) is not None


def _is_joined(text: str, start: int, end: int) -> bool:
    """Whether the digits are a part of a longer name or number."""
    return (
        _JOINED_BEFORE.search(text, max(0, start - 2), start) is not None or _JOINED_AFTER.match(text, end) is not None
    )


def _is_two_days(text: str, start: int, found: re.Match[str]) -> bool:
    """Whether it is parts of two days: rows that begin and end with a date, and periods (`190810-200915`)."""
    period = _PERIOD.match(text, start)
    if period and all(_is_day(day) for day in period.groups()):
        return True
    return found[7][:2] in ("19", "20") and _REST_OF_DAY.match(text, start + len(found[0])) is not None


def _is_day(six: str) -> bool:
    return 1 <= int(six[2:4]) <= 12 and 1 <= int(six[4:]) <= 31


def _part_of_other(text: str, start: int, end: int) -> bool:
    """Whether the digits are part of an account number or of a program's own hash or id."""
    return any(
        other.start() <= start and end <= other.end()
        for shape in (_IBAN, _HASH)
        for other in shape.finditer(text, max(0, start - 128), end + 128)
    )


def _digits(found: re.Match[str]) -> str:
    """The ten digits, as ASCII."""
    return "".join(str(int(sign)) for sign in "".join(found.group(3, 4, 5, 7)) if sign.isdecimal())


def _kind(found: re.Match[str]) -> str | None:
    digits = _digits(found)
    century = "".join(str(int(sign)) for sign in found[1] or "")
    month, day = int(digits[2:4]), int(digits[4:6])
    if not (1 <= month <= 12 and (1 <= day <= 31 or 61 <= day <= 91)):
        return None
    dashed = _is_dashed(found)
    if any(personnummer.valid(before + digits) for before in ((century,) if century in _CENTURIES else _CENTURIES)):
        between = found[6]
        # One clock time in ten has the right check digit by chance: `protokoll-201709141830.pdf` is looked at, not stopped.
        told = bool(century) and (between or not _is_time(digits, century))
        spaced = between and not between.strip() and not {"\n", "\t"} & set(between)
        is_told = dashed or ((told or spaced or _is_parted(found)) and not _may_be_a_day(found))
        return "personnummer" if is_told else "personnummer-siffror"
    if _is_time(digits, century) or _is_parted(found) or not (dashed or century):
        return None
    return "personnummer-kontrollsiffra"


def _is_dashed(found: re.Match[str]) -> bool:
    """Whether a dash or plus, and nothing else, stands between date and birth number."""
    return re.fullmatch(rf"[\s>]*(?:[{DASH}{PLUS}][\s>]*)+", found[6]) is not None


def _may_be_a_day(found: re.Match[str]) -> bool:
    """Whether it is a day of this century with a number after it: an amount, or a table's next cell (`2018-03-12 | 1324`)."""
    parted = re.search(f"[{DASH}./]", found.string[found.start(3) : found.end(5)]) or found[6].strip()
    return bool(found[1]) and int(found[1]) == 20 and bool(parted)


def _is_parted(found: re.Match[str]) -> bool:
    """Whether something stands inside the date (`85 07 09`, `1985-07-09`)."""
    return found.end(5) - found.start(3) > 6


def _is_time(digits: str, century: str) -> bool:
    """A day with a clock time or a year after it (`20170914-1800`, `201709141830`, `170914-2018`)."""
    hour, minute = int(digits[6:8]), int(digits[8:10])
    return (century == "20" and hour < 24 and minute < 60 and minute % 5 == 0) or digits[6:8] in ("19", "20")
