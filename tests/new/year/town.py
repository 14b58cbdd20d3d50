"""A municipality to play in: its folder, the day it is, and everything that a secretary does and sees there."""

from __future__ import annotations

import datetime as dt
import io
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from dataclasses import dataclass, field
from pathlib import Path

from build_scripts import git
from build_scripts.__main__ import main
from build_scripts.mkdocs_adapter.long_words import SOFT_HYPHEN
from macros.finding import as_text
from macros.planning.due import due
from tests.new import records
from tests.pages.html import Fragment

BODY = "pahittsnamnden"


def _nobody_listens(line: str) -> None:
    """Says nothing."""


@dataclass
class Town:
    """The project in `root`; `says` is told every command with its answer and every saved file."""

    root: Path
    says: Callable[[str], None] = _nobody_listens
    today: dt.date = field(default=dt.date.min)

    def klubbat(self, *words: str, pasted: str = "", code: int = 0) -> str:
        """Runs a command in the town's folder on the day it is; what it printed, refusals too."""
        self.says(f"$ klubbat {' '.join(word if word.isalnum() else repr(word) for word in words)}")
        place = [] if words[0] == "init" else ["--katalog", str(self.root)]
        with _printed(pasted) as out:
            ended = main([*words, *place, "--idag", self.today.isoformat()])
        self.says(out.getvalue())
        assert ended == code, out.getvalue()
        return out.getvalue()

    def build(self, code: int = 0) -> str:
        """Builds the site as it is looked at: without its search index and its papers."""
        return self.klubbat("bygg", "--tyst", "--utan-sök", "--utan-pdf", code=code)

    def send(self) -> None:
        """Sends what the day gave to everybody; what has errors is refused.

        Before the first time there is made a place to send to; the repository is there since `klubbat init`.
        """
        place = self.root.with_suffix(".git")
        if not place.exists():
            git.run(self.root.parent, "init", "--quiet", "--bare", "--initial-branch=main", str(place))
            git.run(self.root, "config", "user.name", "Nämndsekreteraren")
            git.run(self.root, "config", "user.email", "sekreterare@example.se")
            git.run(self.root, "remote", "add", "origin", str(place))
        self.klubbat("skicka", code=1 if any(": fel[" in one for one in self.findings) else 0)

    def item(self, meeting: str, title: str, number: str, proposal: str) -> None:
        """Adds an item to the meeting's agenda."""
        words = ("--diarienummer", number, "--förslag", proposal)
        self.klubbat("ny", "ärende", BODY, meeting.rpartition("/")[2], title, *words)

    def called(self, meeting: str) -> None:
        """Says in the call that it was sent today."""
        self.change(f"{meeting}/kallelse.md", ("läge: planerat", f"läge: kallat\nkallelsens_datum: {self.today}"))

    def approved(self, meeting: str, approver: str, day: str | None = None) -> None:
        """Says in the minutes that this approver's approval was made on the day, else today."""
        line = f"    justerare: {approver}\n"
        kept = "    förvaras: Kansliet i Påhittköpings kommunhus\n"
        self.change(f"{meeting}/protokoll.md", (line + kept, f"{line}    justerat: {day or self.today}\n{kept}"))

    def posted(self, meeting: str, day: str, approved: str | None = None) -> None:
        """Says in the minutes that what was approved on a day, else today, was posted on the day."""
        line = f"    justerat: {approved or self.today}\n"
        self.change(f"{meeting}/protokoll.md", (line, f"{line}    anslag:\n      - anslaget: {day}\n"))

    def save(self, name: str, text: str) -> None:
        """Writes a file of the record."""
        self.says(f"(sparar {name})")
        path = self.root / "meetings" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def change(self, name: str, *edits: tuple[str, str]) -> None:
        """Replaces in a file of the record what stands in it exactly once."""
        text = (self.root / "meetings" / name).read_text("utf-8")
        for old, new in edits:
            assert text.count(old) == 1, f"{name}: {old!r} stands {text.count(old)} times in\n{text}"
            text = text.replace(old, new)
        self.save(name, text)

    def append(self, name: str, text: str) -> None:
        """Writes on at the end of a file of the record."""
        self.save(name, (self.root / "meetings" / name).read_text("utf-8") + text)

    def page(self, address: str) -> list[str]:
        """The lines that a reader of the shown site meets at the address, without what may part long words."""
        html = (self.root / "site" / address / "index.html").read_text("utf-8").replace(SOFT_HYPHEN, "")
        return Fragment(f"<div{html.partition('<article')[2].partition('</article>')[0]}</div>").lines

    def has_page(self, address: str) -> bool:
        """Whether the shown site has the address."""
        return (self.root / "site" / address / "index.html").is_file()

    @property
    def findings(self) -> list[str]:
        """Everything that the checks say of the record."""
        return [as_text(one) for one in records.findings(self.root, self.today)]

    @property
    def due(self) -> list[tuple[str, str]]:
        """What waits: the day and what, in order."""
        return [(one.date.isoformat(), one.what) for one in due(records.archive(self.root), self.today)]


@contextmanager
def _printed(pasted: str) -> Iterator[io.StringIO]:
    """Gathers what is printed, with a text piped in."""
    out, keyboard = io.StringIO(), sys.stdin
    sys.stdin = io.TextIOWrapper(io.BytesIO(pasted.encode()))
    try:
        with redirect_stdout(out), redirect_stderr(out):
            yield out
    finally:
        sys.stdin = keyboard
