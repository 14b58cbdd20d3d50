"""Names that somebody or a body had until a day ("tidigare_namn"): what is told of a day keeps the name of the day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from pydantic import Field

from macros.record.schema import Model
from macros.record.values import Date, Line


class FormerName(Model):
    """A name that was borne until a day."""

    name: Line = Field(alias="namn", description="Namnet så som det var.")
    last: Date = Field(alias="till", description="Sista dagen med namnet.")


def named_on(day: dt.date, name: str, former: Iterable[FormerName]) -> str:
    """The name on the day of what is now called `name`: that of the first former name that had not ended."""
    borne = [one for one in former if day <= one.last]
    return min(borne, key=lambda one: one.last).name if borne else name
