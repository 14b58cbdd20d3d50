"""The last time that somebody published from here: where to, when, and what stopped it, for whoever asks what waits.

It is told of a folder that has been published to before: what is tried for the first time is watched by whoever tries it. The
file is no part of the record and may vanish at any time; then nothing is said.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass
from pathlib import Path

from build_scripts.git import GitFailed
from build_scripts.project import WrongUse
from build_scripts.report import BuildFailed, Refused, unusable
from build_scripts.site.chain import HEAD
from build_scripts.site.release import store_of
from build_scripts.site.shown_site import shown_site
from macros.dates.written import clock, weekday_date
from macros.finding import Level
from macros.record.moments import STOCKHOLM

FILE = ".cache/klubbat/publicering.json"
"""From the project's root."""

_BEGUN = "den blev aldrig klar, eller pågår"


@dataclass(frozen=True)
class Attempt:
    """One attempt: the folder, the moment as the log has it, and what stopped it; empty when nothing did."""

    target: str
    time: str
    stopped: str


@contextmanager
def attempted(root: Path, target: Path, time: str) -> Iterator[None]:
    """While the block runs, and after it was killed, the attempt is one that never ended; else what came of it is kept."""
    place = str(target.absolute())
    is_known = (store_of(target) / HEAD).is_file()
    if is_known:
        _keep(root, Attempt(place, time, _BEGUN))
    try:
        yield
    except BaseException as error:
        if is_known:
            _keep(root, Attempt(place, time, _why(error, target)))
        raise
    _keep(root, Attempt(place, time, ""))


def _why(error: BaseException, target: Path) -> str:
    """What stopped it, in a sentence without its end."""
    match error:
        case Refused():
            first, *others = [one for one in error.findings if one.level is Level.ERROR] or error.findings
            more = f" och {len(others)} fel till" if others else ""
            told = f"{first.place}: {first.message.rstrip('.')}{more}"
        case OSError():
            told = unusable(error, target)
        case BuildFailed() | WrongUse() | GitFailed():
            told = str(error)
        case KeyboardInterrupt():
            told = "någon avbröt den"
        case _:
            told = "programmet gjorde fel"
    return " ".join(told.split()).rstrip(".")


def _keep(root: Path, attempt: Attempt) -> None:
    with suppress(OSError):
        (root / FILE).parent.mkdir(parents=True, exist_ok=True)
        (root / FILE).write_text(json.dumps(asdict(attempt), ensure_ascii=False), encoding="utf-8")


def _last(root: Path) -> Attempt | None:
    """What is kept, or None where the file is not there or not whole."""
    try:
        found = Attempt(**json.loads((root / FILE).read_text("utf-8")))
        is_whole = all(isinstance(value, str) for value in asdict(found).values())
        return found if is_whole and dt.datetime.fromisoformat(found.time).tzinfo else None
    except (OSError, ValueError, TypeError):
        return None


def failed_night(root: Path, today: dt.date) -> str | None:
    """What to say where the last attempt failed, or where what is shown has become too old since; None where all is well."""
    last = _last(root)
    if last is None or not (store_of(Path(last.target)) / HEAD).is_file():
        return None
    if last.stopped:
        moment = dt.datetime.fromisoformat(last.time).astimezone(STOCKHOLM)
        return (
            f"Publiceringen till {last.target} {weekday_date(moment.date())} {clock(moment.time())} misslyckades: "
            f"{last.stopped}. Kör klubbat publicera --till {last.target}."
        )
    try:
        site = shown_site(root, last.target, today)
    except (Refused, WrongUse):
        return f"{last.target} är inte som det publicerades. Kör klubbat bevisa {last.target}."
    return f"{last.target} visar en gammal anslagstavla. {site.next_build}" if site.is_late else None
