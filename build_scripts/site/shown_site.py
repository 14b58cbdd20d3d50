"""What a published site shows and since when, how far behind main it is, and when it must be built again."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import dataclass
from pathlib import Path

from build_scripts import git
from build_scripts.loading import load
from build_scripts.project import WrongUse
from build_scripts.published import main_of
from build_scripts.report import Refused
from build_scripts.site.chain import BrokenChain, Row, RowKind
from build_scripts.site.places import site_at
from build_scripts.site.proof import about, chain_of
from macros.dates.written import clock, weekday_date, wrapped
from macros.facts.day import Day
from macros.facts.notices import NoticeChange
from macros.pages.wording import number_of


@dataclass(frozen=True)
class ShownSite:
    """The site at `place`: the row of what is shown, how many versions of main are newer (None where git does not know), and the
    next change of the notice board after it was built."""

    place: str
    row: Row
    newer: int | None
    due: NoticeChange | None
    today: dt.date

    @property
    def is_late(self) -> bool:
        """Whether the notice board that is shown is no longer true."""
        return self.due is not None and self.due.day <= self.today

    def as_text(self) -> str:
        """In a terminal."""
        back = ", backad från en nyare" if self.row.kind is RowKind.BACK else ""
        lines = [
            f"{self.place} visar version {self.row.version[:12]}{back}, publicerad {weekday_date(self.row.moment.date())}"
            f" {clock(self.row.moment.time())}.",
            *([self._behind()] if self.newer is None or self.newer else []),
            self.next_build,
        ]
        return "\n".join(line for said in lines for line in wrapped(said)) + "\n"

    def _behind(self) -> str:
        if self.newer is None:
            return "Hur långt efter main den är går inte att säga: git har inte den versionen här."
        return f"Main har {number_of(self.newer, 'nyare version', 'nyare versioner')} som inte visas."

    @property
    def next_build(self) -> str:
        """When it must be built again, or should have been."""
        if self.due is None:
            return "Inget anslag kommer upp eller tas ned framöver, så den behöver inte byggas om för anslagstavlans skull."
        day, what = weekday_date(self.due.day), "ska upp" if self.due.comes_up else "ska ned"
        if self.is_late:
            return f"Den är för gammal sedan {day}: anslaget /{self.due.notice.address} {what}. Kör klubbat publicera."
        return f"Den måste byggas om {day}: anslaget /{self.due.notice.address} {what}."

    def as_json(self) -> str:
        """For programs."""
        told = {
            "plats": self.place,
            "version": self.row.version,
            "slag": self.row.kind.value,
            "publicerad": self.row.time,
            "nyare_versioner": self.newer,
            "byggs_om": self.due.day.isoformat() if self.due else None,
            "anslag": self.due.notice.address if self.due else None,
            "för_gammal": self.is_late,
        }
        return json.dumps(told, ensure_ascii=False, indent=2) + "\n"


def shown_site(root: Path, place: str, today: dt.date) -> ShownSite:
    """What is shown at an address or in a folder, beside the project. Raises `WrongUse` or `Refused`."""
    try:
        chain = chain_of(site_at(place))
    except BrokenChain as broken:
        raise Refused([about(broken)], 1) from None
    if chain is None or chain.shown is None:
        raise WrongUse(f"{place} har ingen logg: webbplatsen är inte publicerad med klubbat publicera.")
    row = chain.shown
    newer = git.asked(root, "rev-list", "--count", "--first-parent", f"{row.version}..{main_of(root)}")
    archive, _ = load(root)
    due = Day(archive.without_drafts, today).notices.next_change(row.moment.date())
    return ShownSite(place, row, None if newer is None else int(newer), due, today)
