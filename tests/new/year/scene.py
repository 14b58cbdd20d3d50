"""A scene: what somebody does on a day, and what is told of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass

from tests.dates.examples import day
from tests.new.year.town import Town


@dataclass(frozen=True)
class Scene:
    """The day with its weekday ("Monday 2026-11-30"), what happens in Swedish, and what is done."""

    on: str
    told: str
    act: Callable[[Town], None]

    @property
    def name(self) -> str:
        """What the scene is called: the name of what is done."""
        return self.act.__name__

    @property
    def day(self) -> dt.date:
        """The day it is played on."""
        return day(self.on)


class Act(list[Scene]):
    """The scenes of one meeting, in order."""

    def scene(self, on: str, told: str) -> Callable[[Callable[[Town], None]], Callable[[Town], None]]:
        """Adds the function as a scene of the day."""

        def add(act: Callable[[Town], None]) -> Callable[[Town], None]:
            self.append(Scene(on, told, act))
            return act

        return add
