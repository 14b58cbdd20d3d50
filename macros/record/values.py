"""The values a header may hold: each is read from the text as written, strictly, and says in Swedish what to write instead."""

from __future__ import annotations

import datetime as dt
import difflib
import enum
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Annotated, Any, Self

from pydantic import BeforeValidator, GetCoreSchemaHandler, GetJsonSchemaHandler, WithJsonSchema
from pydantic_core import CoreSchema, PydanticCustomError
from pydantic_core.core_schema import no_info_before_validator_function

from macros.record.loose_dates import (
    EXACT_DATE,
    EXACT_MONTH,
    date_remedy,
    exact_date,
    meant_month,
    meant_number,
    no_date,
    no_month,
)


def wrong(rule: str, message: str, remedy: str) -> PydanticCustomError:
    """A fault in a value: rule id, what is wrong, what to do. The schema turns it into a finding with its place."""
    return PydanticCustomError(rule, "{message}", {"message": message, "remedy": remedy})


def did_you_mean(written: str, known: Iterable[str]) -> str | None:
    """The known word closest to what was written, if any is close; case, `_`, `-` and å ä ö are forgiven."""
    plain = {_plain(word): word for word in known}
    close = difflib.get_close_matches(_plain(written), plain, n=1, cutoff=0.7)
    return plain[close[0]] if close else None


def _plain(word: str) -> str:
    return word.lower().translate(str.maketrans("åäö-_ ", "aao___"))


def _text(value: object) -> str:
    if isinstance(value, dict) and len(value) == 1 and isinstance(rest := next(iter(value.values())), str) and rest:
        written = re.sub(r'([\\"])', r"\\\1", f"{next(iter(value))}: {rest}")
        raise wrong(
            "kolon-i-värde",
            "Ett kolon mitt i texten gör att den läses som en nyckel med ett värde.",
            f'sätt citattecken om hela texten: "{shorten(written)}"',
        )
    if not isinstance(value, str):
        raise wrong(
            "fel-slag",
            "Här ska en text stå, inte en lista.",
            "skriv värdet på samma rad, efter kolon och blanksteg.",
        )
    if not value.strip():
        raise wrong("tomt-värde", "Nyckeln saknar värde.", "skriv ett värde efter kolon, eller ta bort raden.")
    return value


def line(value: object) -> str:
    """A text on one line, without spaces around it; raises the schema's fault for anything else."""
    text = _text(value)
    if "\n" in text.strip():
        raise wrong("flera-rader", "Värdet går över flera rader.", "skriv värdet på en rad.")
    return text.strip()


def read_date(value: object) -> dt.date:
    """A date of exactly the form ÅÅÅÅ-MM-DD that the calendar has; raises the schema's fault for anything else."""
    written = line(value)
    if date := exact_date(written):
        return date
    raise wrong(
        "datum-finns-inte" if EXACT_DATE.fullmatch(written) else "datum-form",
        no_date(shorten(written)),
        date_remedy(written),
    )


def _time(value: object) -> dt.time:
    written = line(value)
    found = re.fullmatch(r"(\d{2}):(\d{2})", written, re.ASCII)
    if found and int(found[1]) < 24 and int(found[2]) < 60:
        return dt.time(int(found[1]), int(found[2]))
    raise wrong("klockslag-form", f'"{shorten(written)}" är inget klockslag av formen TT:MM.', _time_remedy(written))


def _time_remedy(written: str) -> str:
    meant = _meant_time(written)
    return f"skriv {meant}." if meant else "skriv timmar och minuter med kolon, till exempel 18:30."


def _meant_time(written: str) -> str | None:
    """The time of day that is meant by `18.00`, `kl 18` or `1800`, as TT:MM."""
    found = re.fullmatch(r"(?:kl\.?\s*)?(\d{1,2})(?:[.:]?(\d{2}))?", written.strip().lower(), re.ASCII)
    if found and int(found[1]) < 24 and int(found[2] or 0) < 60:
        return f"{int(found[1]):02}:{int(found[2] or 0):02}"
    return None


@dataclass(frozen=True)
class Hours:
    """A time of day, or a span when `end` is known; a span that ends before it begins goes past midnight."""

    start: dt.time
    end: dt.time | None = None

    @property
    def pass_midnight(self) -> bool:
        """Whether the span ends on the day after."""
        return self.end is not None and self.end < self.start


def _hours(value: object, past_midnight: bool = False) -> Hours:
    written = line(value)
    start, dash, end = re.sub("[–—−]| till ", "-", written).partition("-")
    meant = [_meant_time(start), _meant_time(end)]
    if dash and None not in meant and meant != re.split(r"\s*[–-]\s*", written):
        told = f'"{shorten(written)}" är ingen tid av formen TT:MM-TT:MM.'
        raise wrong("klockslag-form", told, f"skriv {'-'.join(filter(None, meant))}.")
    hours = Hours(_time(start.strip() or written), _time(end.strip() or written) if dash else None)
    if hours.end == hours.start or (hours.pass_midnight and not past_midnight):
        raise wrong(
            "klockslag-ordning",
            f"{written} slutar innan det börjar.",
            "skriv starttid-sluttid, till exempel 16:00-17:30.",
        )
    return hours


def _long_hours(value: object) -> Hours:
    return _hours(value, past_midnight=True)


@dataclass(frozen=True, order=True)
class Month:
    """A month of a year."""

    year: int
    month: int

    def __str__(self) -> str:
        return f"{self.year:04}-{self.month:02}"

    @property
    def next(self) -> Month:
        """The month after."""
        return Month(self.year + self.month // 12, self.month % 12 + 1)

    def __contains__(self, date: dt.date) -> bool:
        return (date.year, date.month) == (self.year, self.month)


def _month(value: object) -> Month:
    written = line(value)
    if EXACT_MONTH.fullmatch(written) and int(written[:4]):
        return Month(int(written[:4]), int(written[5:]))
    raise wrong(
        "månad-form",
        no_month(shorten(written)),
        f"skriv {meant}." if (meant := meant_month(written)) else "skriv år och månad, till exempel 2026-03.",
    )


def whole(lowest: int, highest: int) -> Callable[[object], int]:
    """A validator for whole numbers within bounds, written with digits only."""

    def read(value: object) -> int:
        written = line(value)
        if re.fullmatch(r"-?(0|[1-9]\d{0,8})", written, re.ASCII) and lowest <= int(written) <= highest:
            return int(written)
        meant = meant_number(written)
        raise wrong(
            "heltal-form",
            f'"{shorten(written)}" är inget heltal mellan {lowest} och {highest}.',
            f"skriv {meant}." if meant in range(lowest, highest + 1) else "skriv talet med bara siffror.",
        )

    return read


def _yes_no(value: object) -> bool:
    written = line(value)
    if written in ("ja", "nej"):
        return written == "ja"
    meant = {"yes": "ja", "true": "ja", "x": "ja", "ja": "ja", "no": "nej", "false": "nej", "nej": "nej"}.get(
        written.lower()
    )
    raise wrong(
        "okänt-värde",
        f'"{shorten(written)}" är varken ja eller nej.',
        f"skriv {meant}." if meant else "skriv ja eller nej.",
    )


class Several:
    """Marks a list that may be written as its only value, without a list."""

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Reads one value as the list of it."""
        return no_info_before_validator_function(
            lambda value: value if isinstance(value, list | tuple) else [value], handler(source)
        )

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        """A list, or a text; `items` says what the rows are."""
        return {**handler(schema), "type": ["array", "string"]}


_SHORTEST_BEGINNING = 3


def _begun(written: str, words: Sequence[str]) -> str | None:
    """The one word that a shortened one (`ordf.`) begins."""
    beginning = written.rstrip(".").lower()
    begun = [word for word in words if len(beginning) >= _SHORTEST_BEGINNING and word.startswith(beginning)]
    return begun[0] if len(begun) == 1 else None


class Word(enum.StrEnum):
    """One of a few Swedish words."""

    @classmethod
    def read(cls, value: object, otherwise: str = "") -> Self:
        """The member that is written exactly so; else what was probably meant, and what to do where no word is true."""
        written = line(value)
        try:
            return cls(written)
        except ValueError:
            words = [member.value for member in cls]
            meant = _begun(written, words) or did_you_mean(written, words)
            remedy = (
                f"Menade du {meant}? Möjliga värden: {', '.join(words)}."
                if meant
                else f"skriv något av {', '.join(words)}{otherwise and f'; {otherwise}'}."
            )
            raise wrong("okänt-värde", f'"{shorten(written)}" är inget av de ord som kan stå här.', remedy) from None

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return no_info_before_validator_function(cls.read, handler(source))


class WhenHoliday(Word):
    """What happens to a date that is no working day ("vid_helgdag"): the working day before, after, or nothing."""

    BEFORE = "före"
    AFTER = "efter"
    KEEP = "behåll"


def shorten(written: str) -> str:
    """What was written, cut so that a message stays one line."""
    return written if len(written) <= 60 else written[:57] + "..."


def text_schema(**keys: str) -> WithJsonSchema:
    """The JSON Schema of a text of a certain form."""
    return WithJsonSchema({"type": "string", **keys})


LINE_FORM, DAY_FORM, TIME_FORM = "text på en rad", "datum, ÅÅÅÅ-MM-DD", "klockslag, TT:MM"
"""How a line, a day and a time are written, in words: in the schemas, in the help and in the tables of open data."""


def number_schema(title: str, lowest: int, highest: int) -> WithJsonSchema:
    """The JSON Schema of a whole number within bounds."""
    return WithJsonSchema({"title": title, "type": "integer", "minimum": lowest, "maximum": highest})


_TIME = r"([01]\d|2[0-3]):[0-5]\d"

Line = Annotated[str, BeforeValidator(line), text_schema(title=LINE_FORM)]
Text = Annotated[str, BeforeValidator(_text), text_schema(title="text")]
Date = Annotated[dt.date, BeforeValidator(read_date), text_schema(title=DAY_FORM, pattern=f"^{EXACT_DATE.pattern}$")]
Time = Annotated[dt.time, BeforeValidator(_time), text_schema(title=TIME_FORM, pattern=f"^{_TIME}$")]
_HOURS = text_schema(title=f"{TIME_FORM} eller TT:MM-TT:MM", pattern=f"^{_TIME}(-{_TIME})?$")
TimeSpan = Annotated[Hours, BeforeValidator(_hours), _HOURS]
MeetingHours = Annotated[Hours, BeforeValidator(_long_hours), _HOURS]
"""When a meeting begins, and when it ends where that is said: 18:00-00:40 goes past midnight."""
YearMonth = Annotated[
    Month, BeforeValidator(_month), text_schema(title="månad, ÅÅÅÅ-MM", pattern=f"^{EXACT_MONTH.pattern}$")
]
Year = Annotated[int, BeforeValidator(whole(1900, 2199)), number_schema("årtal", 1900, 2199)]
Days = Annotated[int, BeforeValidator(whole(0, 400)), number_schema("antal dagar", 0, 400)]
PageCount = Annotated[int, BeforeValidator(whole(1, 9999)), number_schema("antal sidor", 1, 9999)]
DayOfMonth = Annotated[int, BeforeValidator(whole(1, 31)), number_schema("dag i månaden", 1, 31)]
MonthNumber = Annotated[int, BeforeValidator(whole(1, 12)), number_schema("månadens nummer", 1, 12)]
YesNo = Annotated[bool, BeforeValidator(_yes_no), WithJsonSchema({"title": "ja eller nej", "enum": ["ja", "nej"]})]
