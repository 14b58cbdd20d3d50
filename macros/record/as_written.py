"""Values of lists made by others: read in whatever common form they came, with that form kept beside."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from typing import Annotated

from pydantic import BeforeValidator

from macros.record.loose_dates import loose_date
from macros.record.values import line, read_date, text_schema


@dataclass(frozen=True)
class WrittenDate:
    """A date of a list made by others, in whatever common form it came; `written` keeps that form."""

    date: dt.date
    written: str

    @property
    def normalised(self) -> bool:
        """Whether it was written otherwise than ÅÅÅÅ-MM-DD."""
        return self.written != self.date.isoformat()


def _written_date(value: object) -> WrittenDate:
    written = line(value)
    date = loose_date(written)
    return WrittenDate(date if date is not None else read_date(written), written)


@dataclass(frozen=True)
class SerialNumber:
    """A unit's own number ("löpnummer") without stray spaces; `written` keeps how it came. Never a case number."""

    number: str
    written: str

    @property
    def normalised(self) -> bool:
        """Whether spaces were taken out."""
        return self.written != self.number


def _serial_number(value: object) -> SerialNumber:
    written = line(value)
    return SerialNumber(re.sub(r"\s+", "", written), written)


ListDate = Annotated[WrittenDate, BeforeValidator(_written_date), text_schema(title="datum, helst ÅÅÅÅ-MM-DD")]
Serial = Annotated[SerialNumber, BeforeValidator(_serial_number), text_schema(title="löpnummer")]
