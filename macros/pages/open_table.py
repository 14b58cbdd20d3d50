"""What a table of open data is: its columns, what their cells are, and what gives its rows."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import Enum

from macros import addresses
from macros.facts.day import Day
from macros.record.values import DAY_FORM, TIME_FORM

Cell = str | int | dt.date | dt.time | None
Row = tuple[Cell, ...]


class ColumnKind(Enum):
    """What the cells of a column are, by its Swedish word; an address is from the site's root until it is written whole."""

    TEXT = "text"
    NUMBER = "heltal"
    DATE = DAY_FORM
    TIME = TIME_FORM
    ADDRESS = "webbadress"


@dataclass(frozen=True)
class Column:
    """A column: its name, what its cells are, and what they mean."""

    name: str
    kind: ColumnKind
    meaning: str


@dataclass(frozen=True)
class OpenTable:
    """A table: its name, what it holds, its columns and what gives its rows of a record on a day."""

    name: str
    title: str
    holds: str
    columns: tuple[Column, ...]
    rows: Callable[[Day], Iterator[Row]]

    @property
    def address(self) -> str:
        """The table's file."""
        return addresses.open_table(self.name)


TEXT, NUMBER, DATE, TIME, ADDRESS = ColumnKind
