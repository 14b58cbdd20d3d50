"""The year's scenes in order, played one after the other."""

from __future__ import annotations

from collections.abc import Iterator

from tests.new.year.april import APRIL
from tests.new.year.january import JANUARY
from tests.new.year.may import MAY
from tests.new.year.november import NOVEMBER
from tests.new.year.scene import Scene
from tests.new.year.town import Town

SCENES: tuple[Scene, ...] = (*JANUARY, *APRIL, *MAY, *NOVEMBER)


def played(town: Town) -> Iterator[Scene]:
    """Plays each scene in the town, sends what it gave, and stops after it to be looked at."""
    for scene in SCENES:
        town.today = scene.day
        town.says(f"\n== {scene.day}: {scene.told}\n")
        scene.act(town)
        if scene is not SCENES[0]:
            # What the board is and how it is reached is written before anything is sent.
            town.send()
        yield scene
