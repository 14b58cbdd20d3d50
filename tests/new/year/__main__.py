"""Tells the year in Swedish while it is played into a new folder."""

from __future__ import annotations

import sys
from pathlib import Path

from tests.new.year.play import played
from tests.new.year.town import Town

for _ in played(Town(Path(sys.argv[1]), says=print)):
    pass
