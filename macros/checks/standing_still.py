"""The rule of what stands still: what an approved paragraph said when it was released, it says for ever."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from macros import addresses
from macros.checks.given import Given, Rule, restoring
from macros.facts.frozen import Frozen
from macros.finding import Finding, Place
from macros.record.ledgers import ReleasedRow


def approved_paragraph_stands_still(given: Given) -> Iterator[Finding]:
    """What an approved and released paragraph ("§") says stands still, and so do approved minutes as a whole.

    Free are a remark ("anmärkning"), later papers ("tillkom_datum"), where an assignment was reported, and a correction
    ("rättelser") beside what was approved. All else is told of as a change ("ändringar"), with day and reason.
    Source: KL 5:65-67, 5:69, 6:35.
    """
    by_minutes: dict[str, list[ReleasedRow]] = defaultdict(list)
    for row in given.archive.released.paragraphs.latest.values():
        by_minutes[given.released_from(addresses.minutes(*row.key.split("/")[:2]))].append(row)
    for path, rows in by_minutes.items():
        if path in given.release.files and not given.is_in_doubt(path):
            yield from _judged(path, rows, given)


def _judged(path: str, rows: list[ReleasedRow], given: Given) -> Iterator[Finding]:
    """What has changed of one meeting's minutes, each kind of change told once."""
    now = given.release.frozen
    gone = [row for row in rows if row.key not in now and not _went_with_its_paragraph(row, given)]
    untold = [row for row in rows if row.key in now and now[row.key].edition < row.edition]
    changed = [row for row in rows if row.key in now and now[row.key].edition == row.edition]
    changed = [row for row in changed if now[row.key].digest != row.digest]
    if approved := [row for row in gone if not _correction(row)]:
        yield Place(path).error(
            "paragraf-borttagen",
            f"Justerat och utgivet sedan {min(row.day for row in approved)}, men inte längre justerat här: {_named(approved)}.",
            f"ta tillbaka det och dess justering: {restoring(given, path)}.",
        )
    elif gone:
        yield Place(path).error(
            "paragraf-borttagen",
            f"Utgivet sedan {min(row.day for row in gone)}, men står inte längre kvar: {_named(gone)}.",
            f"ta tillbaka den ({restoring(given, path)}); gäller den inte längre, lägg till en ny rättelse efter den.",
        )
    if untold:
        yield Place(path).error(
            "paragraf-ändrad",
            f"Utgivna ändringar står inte längre under ändringar: {_named(untold)} ({untold[0].change}).",
            f"skriv tillbaka dem: {restoring(given, path)}.",
        )
    if changed:
        first = now[changed[0].key]
        yield first.document.error(
            "paragraf-ändrad",
            first.keys,
            f"Justerat {first.approved} och utgivet, men säger nu något annat: {_named(changed)}.",
            _ways_on(changed, first, given),
        )


def _number(row: ReleasedRow) -> str | None:
    """The paragraph's number; None for minutes as a whole."""
    return next(iter(row.key.split("/")[2:]), None)


def _correction(row: ReleasedRow) -> str:
    """Which correction of its paragraph it is; empty for what was approved itself."""
    return "/".join(row.key.split("/")[3:]).removeprefix("rättelse-")


def _went_with_its_paragraph(row: ReleasedRow, given: Given) -> bool:
    """Whether it is a correction of a paragraph that was withdrawn since: that tells nothing any more."""
    paragraph = given.release.frozen.get(row.key.rpartition("/")[0])
    return bool(_correction(row)) and paragraph is not None and paragraph.is_withdrawn


def _named(rows: list[ReleasedRow]) -> str:
    """The paragraphs, and the minutes as a whole where what they all rest on has changed, as they are named."""
    whole = [] if all(map(_number, rows)) else ["närvaron eller justeringarna"]
    named = (f"{_of_correction(row)}§ {number}" for row in rows if (number := _number(row)))
    return ", ".join([*whole, *named])


def _of_correction(row: ReleasedRow) -> str:
    return f"rättelse {_correction(row)} i " if _correction(row) else ""


def _ways_on(rows: list[ReleasedRow], first: Frozen, given: Given) -> str:
    """What may be done about a change of what was approved."""
    numbers = ", ".join(dict.fromkeys(number for row in rows if (number := _number(row))))
    where = f"paragrafer: {numbers}, " if all(map(_number, rows)) else ""
    return (
        f"ta tillbaka ändringen ({restoring(given, first.document.folder)}). Sa webbplatsen något annat än det justerade "
        f"protokollet: skriv under ändringar datum, ändring: rättad återgivning, {where}och skäl. Har nämnden senare "
        "beslutat eller antecknat något: skriv det under paragrafens rättelser. Får det inte visas: skriv ändring: "
        "tillbakadragen. En handling som har kommit till senare behöver tillkom_datum."
    )


RULES: tuple[Rule, ...] = (approved_paragraph_stands_still,)
