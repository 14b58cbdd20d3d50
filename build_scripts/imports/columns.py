"""The columns of an agenda's row: its number, its title, its case number, and what stands beside them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from build_scripts.imports.blocks import whole
from build_scripts.imports.letterhead import case_numbers, label, without_number
from build_scripts.imports.printed_titles import without_leaders

ROW = re.compile(r"(?:§\s*)?(?P<number>(?!0+(?!\d))\d{1,3}(?:[a-z]|\.[1-9]\d?)?)[.)]?\s+(?P<title>\S.{2,})")
LONGEST_POINT = 80


def uncentred(lines: Sequence[str], series: Sequence[str]) -> Iterator[str]:
    """The lines, with a title beside its number where that is set in the middle between the title's two lines."""
    around = [*lines, "", ""]
    n = 0
    while n < len(lines):
        above, middle, below = around[n : n + 3]
        number, *beside = middle.split("\t")
        is_alone = all("\t" not in line and not ROW.fullmatch(line) for line in (above, below))
        has_title = any(re.search(r"[^\W\d_]{3}", cell) and not only_number(cell, series) for cell in beside)
        if beside and not has_title and re.fullmatch(r"\d{1,3}[.)]?", number) and above and below and is_alone:
            yield "\t".join((number, whole((above, below)), *beside))
            n += 3
        else:
            yield above
            n += 1


def columns_of(cells: Sequence[str], series: Sequence[str]) -> tuple[str, str | None, list[str]]:
    """A row's title and case number, and what stands in other columns, such as who presents it and when, or another number."""
    cells, pages = zip(*map(without_leaders, cells), strict=True)
    numbers = [number for cell in cells if (number := only_number(cell, series))]
    texts = [cell for cell in cells if not only_number(cell, series)]
    title, *beside = sorted(texts, key=lambda cell: re.search(r"[^\W\d_]{3}", cell) is None) or cells[:1]
    title, in_title = without_number(title, series)
    chosen = in_title or next(iter(numbers), None)
    return title, chosen, [*beside, *filter(None, pages), *(number for number in numbers if number != chosen)]


def only_number(line: str, series: Sequence[str]) -> str | None:
    """The case number of a line that says nothing else."""
    labelled = label(line)
    line = labelled[1] if labelled and labelled[0] == "diarienummer" else line
    found = case_numbers([line], series) if series and len(line) <= LONGEST_POINT else []
    return found[0][0] if found and re.fullmatch(r"(?:dnr:?\s*)?\S+(?: [\d/:-]+)?", line, re.IGNORECASE) else None
