"""One case of a rule: a folder `tests/cases/<rule>/<case>/` laid over the sound record `tests/cases/grund/`.

The folder holds only the files that differ, or `byt.txt` with small changes (see `edits.py`), and `vantat.txt`, the
findings exactly as they are printed. What git cannot hold (a link, a pipe, a file of seventeen megabytes) is made by
`PREPARED`. To write `vantat.txt` anew after a wording has changed: `SKRIV_VANTAT=1 .venv/bin/pytest tests/checks/test_cases.py`,
and read the difference.
"""

from __future__ import annotations

import datetime as dt
import errno
import os
import shutil
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest
from _pytest.mark import ParameterSet

from build_scripts.site.ledgers import write
from macros.checks.attachments import LARGE, TOO_LARGE
from macros.facts.day import Day
from macros.facts.released import ReleaseState
from macros.finding import as_text
from macros.judging import judge
from macros.record.parsing import LARGEST_HEADER
from macros.record.reading import read
from macros.record.source import LARGEST_FILE
from macros.remembered import with_memory
from macros.words import words
from tests.checks.edits import EDITS, apply

CASES = Path(__file__).parents[1] / "cases"
SOUND = CASES / "grund"
EXPECTED = "vantat.txt"
TODAY = dt.date(2026, 3, 1)
NOTHING = "Inget att anmärka.\n"

HOME = "meetings/testnamnden"
ITEM = Path("meetings/testnamnden/2026-03-12/02-skolskjuts.md")
_ROW = "  - Nämnden beslutar.\n"

Patch = pytest.MonkeyPatch


def _not_utf8(root: Path, patch: Patch) -> None:
    (root / ITEM.parent / os.fsdecode("03-åkning.md".encode("latin-1"))).write_text("---\nrubrik: Budget\n---\n")


def _link(root: Path, patch: Patch) -> None:
    (root / ITEM.with_name("03-budget.md")).symlink_to(ITEM.name)


def _pipe(root: Path, patch: Patch) -> None:
    os.mkfifo(root / ITEM.with_name("03-budget.md"))


def _of_windows(root: Path, patch: Patch) -> None:
    for name in ("Thumbs.db", "~$kolskjuts.docx"):
        (root / ITEM).with_name(name).write_bytes(b"x")


def _no_record(root: Path, patch: Patch) -> None:
    shutil.rmtree(root / "meetings")


def _huge(root: Path, patch: Patch) -> None:
    (root / ITEM).write_bytes(b"a" * (LARGEST_FILE + 1))


def _refused(root: Path, patch: Patch) -> None:
    """Taking the right to read away does not stop root, who runs many test machines: the refusal is played."""
    read_bytes = Path.read_bytes

    def refuse(file: Path) -> bytes:
        if file == root / ITEM:
            raise PermissionError(errno.EACCES, "Permission denied")
        return read_bytes(file)

    patch.setattr(Path, "read_bytes", refuse)


def _header(rows: int) -> Callable[[Path, Patch], None]:
    def write(root: Path, patch: Patch) -> None:
        text = f"---\nrubrik: Skolskjuts\nförslag_till_beslut:\n{_ROW * rows}---\n"
        (root / ITEM).write_text(text, encoding="utf-8")

    return write


def _flow(values: int) -> Callable[[Path, Patch], None]:
    def write(root: Path, patch: Patch) -> None:
        (root / ITEM).write_text(f"---\nrubrik: Skolskjuts\nmotionärer: [{'a,' * values}]\n---\n", encoding="utf-8")

    return write


def _empty_record(root: Path, patch: Patch) -> None:
    _no_record(root, patch)
    (root / "meetings").mkdir()


def _without(path: str) -> Callable[[Path, Patch], None]:
    """The record without a file or a folder."""

    def remove(root: Path, patch: Patch) -> None:
        gone = root / HOME / path
        if gone.is_dir():
            shutil.rmtree(gone)
        else:
            gone.unlink()

    return remove


def _renamed(path: str, name: str) -> Callable[[Path, Patch], None]:
    def rename(root: Path, patch: Patch) -> None:
        (root / HOME / path).rename((root / HOME / path).with_name(name))

    return rename


def _renumbered(root: Path, patch: Patch) -> None:
    _renamed("2026-03-12/01-cykelplan.md", "03-cykelplan.md")(root, patch)
    _renamed("2026-03-12/02-skolskjuts.md", "01-skolskjuts.md")(root, patch)
    _renamed("2026-03-12/03-cykelplan.md", "02-cykelplan.md")(root, patch)


def _attachment(size: int) -> Callable[[Path, Patch], None]:
    """The item of the case with an attachment of this many bytes."""

    def write(root: Path, patch: Patch) -> None:
        file = root / ITEM.parent / "bilagor/plan.pdf"
        file.parent.mkdir(exist_ok=True)
        with file.open("wb") as made:
            made.truncate(size)

    return write


PREPARED: dict[str, Callable[[Path, Patch], None]] = {
    "arkivet-saknas/ingen-mapp": _no_record,
    "arkivet-saknas/tom-mapp": _empty_record,
    "filnamn/latin-1": _not_utf8,
    "länk-i-arkivet/till-en-fil": _link,
    "okänd-fil/namngivet-rör": _pipe,
    "okänd-fil/utan-fel-windows-egna-filer": _of_windows,
    "oläslig-fil/utan-rätt": _refused,
    "för-stor-fil/sjutton-megabyte": _huge,
    "för-stor-rubrikdel/trehundra-kilobyte": _header(LARGEST_HEADER // len(_ROW) + 1),
    "för-många-värden/sextiotusen": _flow(60_000),
    "för-många-värden/utan-fel-tusen": _flow(1_000),
    "bilaga-stor/elva-megabyte": _attachment(LARGE + 1024**2),
    "bilaga-stor/trettioen-megabyte": _attachment(TOO_LARGE + 1024**2),
    "bilaga-stor/utan-fel-tio-megabyte": _attachment(LARGE),
    "adress-försvunnen/borttaget-ärende": _without("2026-03-12/02-skolskjuts.md"),
    "adress-försvunnen/borttaget-ärende-med-bilaga": _without("2026-03-12/01-cykelplan.md"),
    "adress-försvunnen/borttagen-bilaga": _without("2026-03-12/bilagor/plan.pdf"),
    "adress-försvunnen/borttaget-sammanträde": _without("2026-03-12"),
    "adress-försvunnen/omdöpt-ärende": _renamed("2026-03-12/02-skolskjuts.md", "02-skolskjutsar.md"),
    "adress-försvunnen/omdöpt-mapp": _renamed("2026-03-12", "2026-03-13"),
    "adress-försvunnen/utan-fel-omnumrerat": _renumbered,
    "adress-försvunnen/borttaget-protokoll": _without("2026-02-05/protokoll.md"),
}
"""Cases that code finishes: git holds no pipes, names that are no text or files that it ignores, and needs no large ones."""


def names() -> list[str]:
    """Every case as "rule/case"."""
    return sorted(
        f"{rule.name}/{case.name}"
        for rule in CASES.iterdir()
        if rule.is_dir() and rule != SOUND
        for case in rule.iterdir()
    )


GOOD = "utan-fel"
"""What the name of a case begins with that is close to the fault but has none, or one that the file explains."""


FIRST = frozenset({name.partition("/")[0]: name for name in reversed(names()) if GOOD not in name}.values())
"""The first case of each rule."""


def quick_first(cases: Iterable[str]) -> list[ParameterSet]:
    """The cases as parameters of a test, those that are not the first of their rule left out by `make test-quick`."""
    return [pytest.param(name, marks=() if name in FIRST else pytest.mark.slow) for name in cases]


OF_RELEASED = frozenset(
    words(
        """
        adress-försvunnen anslag-borttaget anslag-utgivning/utan-fel-redan-utgivet anslag-ändrat bilaga-ändrad
        organnamn-ändrat paragraf-borttagen paragraf-ändrad parti-ändrat ändring-oförändrad
        """
    )
)
"""Rules, or single cases of one, that judge a record that has been released as it was sound."""


def release(root: Path) -> None:
    """Writes the ledgers of everything that the record in `root` gives on the day."""
    archive, _ = read(root)
    write(root, archive, ReleaseState(Day(archive, TODAY)).fresh({}))


RELEASED_EDITS = "utgivet.txt"
"""Changes as in `byt.txt` that were made before the record was released."""


def lay_out(name: str, root: Path, patch: Patch) -> None:
    """The case's record, in `root`."""
    shutil.copytree(SOUND, root, dirs_exist_ok=True)
    if (CASES / name / RELEASED_EDITS).exists():
        apply(CASES / name / RELEASED_EDITS, root)
    if not OF_RELEASED.isdisjoint((name, name.partition("/")[0])):
        release(root)
    shutil.copytree(
        CASES / name, root, dirs_exist_ok=True, ignore=shutil.ignore_patterns(EXPECTED, EDITS, RELEASED_EDITS)
    )
    if (CASES / name / EDITS).exists():
        apply(CASES / name / EDITS, root)
    if name in PREPARED:
        PREPARED[name](root, patch)


_BARE = {
    "organ.md": "---\nnamn: Aldrig nämnden\nkommun: Provköpings kommun\nslag: nämnd\npåhittat: ja\n---\n",
    "2026-01-08/kallelse.md": "---\ndatum: 2026-01-08\nläge: inställt\nslag: extra\nskäl: Inga ärenden.\n---\n",
}
"""A board of which nothing is known but a meeting that was never held: rules that pass it over go on to the next."""


def put_a_board_before(root: Path) -> None:
    """A bare and a sound board of the same municipality, first of all: a rule must judge more than the first it comes to."""
    if not (root / "meetings").exists():
        return
    for name, text in _BARE.items():
        file = root / "meetings/aldrig" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    first = root / "meetings/forsta"
    shutil.copytree(SOUND / "meetings/testnamnden", first)
    for file in first.rglob("*.md"):
        text = file.read_text(encoding="utf-8").replace("Testnämnden", "Första nämnden")
        file.write_text(text.replace("TN/", "FN/"), encoding="utf-8")


class _Texts(dict[tuple[str, tuple[str, ...]], str]):
    """What was made of texts: nearly all files of a case are as in every other."""

    def known(self, kind: str, made_from: tuple[str, ...]) -> str | None:
        return self.get((kind, made_from))

    def keep(self, kind: str, made_from: tuple[str, ...], made: str) -> None:
        self[kind, made_from] = made


_TEXTS = _Texts()


def findings(root: Path) -> str:
    """All findings of the record in `root`, as they are printed."""
    with with_memory(_TEXTS):
        archive, known = read(root)
        found = judge(archive, known, Day(archive.without_drafts, TODAY))
    return "\n\n".join(map(as_text, found)) + "\n" if found else NOTHING
