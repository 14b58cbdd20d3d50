"""`sok/diarienummer.json`: where each case number leads, asked before the search engine is."""

from __future__ import annotations

import json
from collections import defaultdict

from macros.record.archive import Archive
from macros.record.cases import Cases

NUMBERS = "sok/diarienummer.json"


def normalised(number: str) -> str:
    """A case number as it is looked up: small letters, no spaces. The search page's script does the same."""
    return "".join(number.lower().split())


def numbers(archive: Archive) -> str:
    """JSON: normalised number → the case's address from the site's root.

    A number that cases of several municipalities have is left to the search engine, which shows them all.
    """
    found: defaultdict[str, set[str]] = defaultdict(set)
    for case in Cases(archive).all:
        for number in (case.number, *case.further):
            found[normalised(number)].add(case.address)
    single = {number: next(iter(places)) for number, places in sorted(found.items()) if len(places) == 1}
    return json.dumps(single, ensure_ascii=False, indent=0) + "\n"
