"""A synthetic record in the project's own format: deterministic, Swedish words, realistic sizes.

`python -m tests.bench.generate --meetings 220 --seed 1 --ut DIR` gives one board over twenty years, about 5 000 pages. Each
further 220 meetings are another board; ten boards share a municipality unless another number is asked for.
"""

from __future__ import annotations

import argparse
import datetime as dt
import random
from dataclasses import dataclass, field
from pathlib import Path

from tests.bench import words

FIRST_YEAR = 2006
MEETING_WEEKS = (3, 7, 11, 15, 17, 25, 35, 38, 41, 45, 49)
"""ISO weeks whose Thursdays the boards meet on; none of these Thursdays is a holiday in the years generated."""

ITEMS = 11
MEETINGS_OF_A_BODY = 20 * len(MEETING_WEEKS)
BODIES_OF_A_MUNICIPALITY = 10
STEPS = (
    ("deadline_handlingar", "Sista dag att lämna handlingar", 17, "12:00", "deadline", "före"),
    ("beredning", "Beredning", 10, "13:00-15:00", "möte", "efter"),
    ("utskick", "Kallelse och handlingar skickas", 7, "15:00", "utskick", "före"),
)


@dataclass
class MadeMatter:
    """A matter that comes back: its number, title and where it was last treated."""

    number: str
    title: str
    last: str


@dataclass
class MadeBoard:
    """One board while its record is written."""

    id: str
    folder: Path
    random: random.Random
    series: str
    open: list[MadeMatter] = field(default_factory=list)
    numbers: int = 0
    reported: set[str] = field(default_factory=set)

    def sentence(self) -> str:
        """One plain sentence."""
        pick = self.random.choice
        return f"{pick(words.NOUNS).capitalize()} {pick(words.VERBS)} {pick(words.NOUNS)} {pick(words.ENDINGS)}."

    def paragraph(self) -> str:
        """Three to eight sentences."""
        return " ".join(self.sentence() for _ in range(self.random.randint(3, 8)))

    def table(self) -> str:
        """A table of amounts."""
        rows = ["| Mnkr | Utfall | Budget | Avvikelse |", "|---|---:|---:|---:|"]
        for _ in range(self.random.randint(3, 9)):
            a, b = self.random.randint(10, 900), self.random.randint(10, 900)
            rows.append(f"| {self.random.choice(words.NOUNS).capitalize()} | {a} | {b} | {b - a} |")
        return "\n".join(rows)

    def report(self) -> str:
        """A report of 2 to 15 kilobytes, most of them short, with headings, lists and tables."""
        wanted = int(2000 + 13000 * self.random.random() ** 3)
        parts: list[str] = []
        while sum(map(len, parts)) < wanted:
            parts += [f"## {self.random.choice(words.HEADINGS)}", self.paragraph(), self.paragraph()]
            if self.random.random() < 0.3:
                parts.append("\n".join(f"- {self.sentence()}" for _ in range(self.random.randint(3, 6))))
            if self.random.random() < 0.3:
                parts.append(self.table())
        return "\n\n".join(parts)

    def matter(self, year: int) -> tuple[MadeMatter, str]:
        """A matter for the agenda: an open one that returns, with its reference, or a new one."""
        if self.open and self.random.random() < 0.4:
            matter = self.open.pop(self.random.randrange(len(self.open)))
            return matter, f"fortsätter: {matter.last}\n"
        self.numbers += 1
        subject, aspect = self.random.choice(words.SUBJECTS), self.random.choice(words.ASPECTS)
        return MadeMatter(f"{self.series}/{year}:{self.numbers}", f"{subject}, {aspect} {year}", ""), ""


def write(file: Path, header: str, body: str = "") -> None:
    """One file of the record."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(f"---\n{header}---\n{body}\n", encoding="utf-8")


def thursdays(year: int) -> list[dt.date]:
    """The year's meeting days."""
    return [dt.date.fromisocalendar(year, week, 4) for week in MEETING_WEEKS]


def generate(root: Path, meetings: int, seed: int, sharing: int = BODIES_OF_A_MUNICIPALITY) -> None:
    """Writes `meetings` meetings below `root/meetings`; with none, a board that has never met.

    `sharing` is how many boards share a municipality.
    """
    for number, first in enumerate(range(0, max(meetings, 1), MEETINGS_OF_A_BODY)):
        board(root, number, number // sharing + 1, min(meetings - first, MEETINGS_OF_A_BODY), seed)


def board(root: Path, number: int, municipality: int, meetings: int, seed: int) -> None:
    """One board's record."""
    made = MadeBoard(
        f"namnd-{number + 1:03}",
        root / "meetings" / f"namnd-{number + 1:03}",
        random.Random(f"{seed}/{number}"),
        f"PN{number + 1:03}",
    )
    write(
        made.folder / "organ.md",
        f"namn: Nämnd {number + 1}\nkommun: Provkommun {municipality}\nslag: nämnd\ndiarieserie: [{made.series}/ÅÅÅÅ:N]\n"
        "sammanträdesdag: torsdag\ntid: 18:00\nplats: Kommunhuset\npåhittat: ja\n",
        "Påhittad nämnd för mätning.",
    )
    days = [day for year in range(FIRST_YEAR, FIRST_YEAR + 20) for day in thursdays(year)][:meetings]
    for year in sorted({day.year for day in days}):
        schedule(made, year, [day for day in days if day.year == year])
    for day in days:
        meeting(made, day)


def schedule(made: MadeBoard, year: int, days: list[dt.date]) -> None:
    """A year's schedule with three steps."""
    steps = "".join(
        f"  - id: {id}\n    namn: {name}\n    dagar_före: {before}\n    tid: {hours}\n    slag: {kind}\n"
        f"    vid_helgdag: {holiday}\n"
        for id, name, before, hours, kind, holiday in STEPS
    )
    dates = "".join(f"  - datum: {day}\n" for day in days)
    write(
        made.folder / "sammantradesordning" / f"{year}.md",
        f"år: {year}\nläge: beslutad\nsteg:\n{steps}sammanträden:\n{dates}",
    )


def meeting(made: MadeBoard, day: dt.date) -> None:
    """A meeting with its items and, every second month, two delegation lists."""
    folder = made.folder / day.isoformat()
    write(
        folder / "kallelse.md",
        f"datum: {day}\ntid: 18:00\nplats: Kommunhuset\nläge: genomfört\n",
        'Välkommen. Handlingarna skickades {{ tidsfrist("utskick") }}.',
    )
    coming: list[MadeMatter] = []
    for number in range(1, ITEMS + 1):
        matter, continues = made.matter(day.year)
        slug = f"arende-{number}"
        proposals = "".join(f"  - {made.sentence()}\n" for _ in range(made.random.randint(1, 3)))
        write(
            folder / f"{number:02}-{slug}.md",
            f"rubrik: {matter.title}\ndiarienummer: {matter.number}\nslag: beslut\n{continues}förslag_till_beslut:\n{proposals}"
            "expedieras_till:\n  - Kommunstyrelsen\n",
            made.report(),
        )
        if made.random.random() < 0.5:
            coming.append(MadeMatter(matter.number, matter.title, f"{day}/{slug}"))
    made.open += coming
    month = f"{day:%Y-%m}"
    if day.month % 2 and month not in made.reported:
        made.reported.add(month)
        for unit in words.UNITS[:2]:
            delegation_list(made, folder, unit, day)


def delegation_list(made: MadeBoard, folder: Path, unit: str, day: dt.date) -> None:
    """A list of ten to sixty decisions of the month before."""
    month = (day.replace(day=1) - dt.timedelta(days=1)).replace(day=1)
    rows = "".join(
        f"  - datum: {month + dt.timedelta(days=made.random.randrange(28))}\n    punkt: A{made.random.randint(1, 9)}\n"
        f"    beslut: {made.random.choice(words.DECISIONS)}\n    löpnummer: {n}-{month:%Y%m}\n    delegat: Enhetschef\n"
        for n in range(1, made.random.randint(10, 60))
    )
    write(
        folder / "delegationsbeslut" / f"{month:%Y-%m}-{unit.lower()}.md",
        f"enhet: {unit}\nmånad: {month:%Y-%m}\nbeslut:\n{rows}",
    )


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--meetings", type=int, required=True)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--ut", type=Path, required=True)
    arguments = parser.parse_args()
    generate(arguments.ut, arguments.meetings, arguments.seed)


if __name__ == "__main__":
    main()
