"""`klubbat plan`: the year's plan of a body, and a printed plan held against it."""

from __future__ import annotations

import argparse
import csv
import io
import json
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from build_scripts import named
from build_scripts.loading import load
from build_scripts.new import asking
from build_scripts.project import WrongUse
from macros.dates.comparison import compare_plan, compare_standing
from macros.dates.plan import comparison_text, plan_text
from macros.dates.plan_rows import KEYS, PlanRow, plan_rows
from macros.dates.printed_plan import PrintedPlan, PrintedStanding, read_printed
from macros.record.schedule import ScheduleHeader
from macros.texts.formulas import neutral

HELP = "Räknar fram årets alla datum för ett organ och jämför dem med en tryckt plan."


def arguments(parser: argparse.ArgumentParser) -> None:
    """The body, the year, how to print and what to compare with."""
    named.add_body(parser)
    parser.add_argument("year", metavar="ÅR", help="sammanträdesordningens år, till exempel 2018")
    parser.add_argument(
        "--format", choices=("text", *_TABLES), default="text", help="hur planen skrivs ut (annars text)"
    )
    parser.add_argument(
        "--jämför",
        dest="compare",
        type=Path,
        metavar="FIL.tsv",
        help="en tryckt plan med en kolumn per steg (eller stående möte), som hålls mot regeln",
    )


def run(arguments: argparse.Namespace) -> int:
    """Prints the plan, or with --jämför the comparison: 0 when all agrees, 1 when something differs."""
    archive, findings = load(arguments.katalog)
    body = named.body(archive, arguments.body, findings)
    schedule = named.schedule(body, asking.year(arguments.year, "ÅR"), findings)
    printed = _printed(arguments.compare, schedule) if arguments.compare else None
    rows = plan_rows(schedule) if printed is None else _compare(schedule, printed)
    if arguments.format == "text":
        print(plan_text(schedule, body.header.short_name or body.name))
        if printed is not None:
            print(f"\n{comparison_text(schedule, rows, arguments.compare.name)}")
    else:
        print(_TABLES[arguments.format](rows), end="")
    return int(any(row.differs for row in rows))


def _compare(schedule: ScheduleHeader, printed: PrintedPlan | PrintedStanding) -> tuple[PlanRow, ...]:
    if isinstance(printed, PrintedPlan):
        return compare_plan(schedule, printed)
    return compare_standing(schedule, printed)


def _printed(path: Path, schedule: ScheduleHeader) -> PrintedPlan | PrintedStanding:
    printed, faults = read_printed(_text(path), schedule)
    if printed is None:
        told = [f"{path}:{fault.line}: {fault.message}\n  Gör så här: {fault.remedy}" for fault in faults]
        raise WrongUse("den tryckta planen kan inte läsas.\n" + "\n".join(told))
    return printed


def _text(path: Path) -> str:
    content = path.read_bytes()
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        raise WrongUse(
            f"den tryckta planen kan inte läsas.\n{path}:{line}: Filen är inte skriven i UTF-8.\n"
            "  Gör så här: spara den på nytt med teckenkodningen UTF-8."
        ) from None


def _json(rows: Iterable[PlanRow]) -> str:
    return json.dumps([row.record() for row in rows], ensure_ascii=False, indent=2) + "\n"


def _csv(rows: Iterable[PlanRow]) -> str:
    text = io.StringIO()
    writer = csv.DictWriter(text, KEYS, lineterminator="\n")
    writer.writeheader()
    writer.writerows({key: neutral(cell or "") for key, cell in row.record().items()} for row in rows)
    return text.getvalue()


def _markdown(rows: Iterable[PlanRow]) -> str:
    lines = [_markdown_row([key.capitalize() for key in KEYS]), _markdown_row(["---"] * len(KEYS))]
    lines += [_markdown_row([value or "" for value in row.record().values()]) for row in rows]
    return "".join(f"{line}\n" for line in lines)


def _markdown_row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(_markdown_cell(cell) for cell in cells)} |"


def _markdown_cell(text: str) -> str:
    return "".join(f"\\{sign}" if sign in "\\|*_`[]<>&#" else sign for sign in text)


_TABLES: dict[str, Callable[[Iterable[PlanRow]], str]] = {"json": _json, "csv": _csv, "md": _markdown}
