"""`sok/diarienummer/*.json`: where each case number leads, asked before the search engine is.

Ten files, by the number's last digit: a search for "AVUX/2017:43" or the bare "2017:43" reads the same one of them, so that a
large archive's readers fetch a tenth of the numbers.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterator

from macros.facts.cases import AllCases
from macros.record.archive import Archive

_LAST_DIGIT = re.compile(r"([0-9])[^0-9]*$")
NUMBERS = {digit: f"sok/diarienummer/{digit}.json" for digit in "0123456789"}
"""By the last digit: the file of the numbers."""


def normalised(number: str) -> str:
    """A case number as it is looked up: small letters, no spaces. The search page's script does the same."""
    return "".join(number.lower().split())


def numbers(archive: Archive) -> Iterator[tuple[str, str]]:
    """Name and content of each file, JSON: normalised number → the case's address from the site's root.

    A number that cases of several municipalities have is left to the search engine, which shows them all.
    """
    found: defaultdict[str, set[str]] = defaultdict(set)
    for case in AllCases(archive).all:
        for number in (case.number, *case.further):
            found[normalised(number)].add(case.address)
    files: dict[str, dict[str, str]] = {name: {} for name in NUMBERS.values()}
    for number, places in sorted(found.items()):
        if len(places) == 1 and (digit := _LAST_DIGIT.search(number)):
            files[NUMBERS[digit[1]]][number] = next(iter(places))
    for name, single in files.items():
        yield name, json.dumps(single, ensure_ascii=False, indent=0) + "\n"
