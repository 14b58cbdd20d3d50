"""The help's page of usual mistakes: each message on it is what the program says, taken from the cases of the rules.

To write the messages anew after a wording has changed: `SKRIV_SVAR=1 .venv/bin/pytest tests/docs/test_mistakes.py`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import chain

from tests.checks.case import CASES, EXPECTED
from tests.docs.samples import HELP

PAGE = HELP / "vanliga-fel.md"
BLOCK = re.compile(r"^```fel\n(.*?)^```$", re.MULTILINE | re.DOTALL)

MISTAKES = (
    "datum-form/ord",
    "klockslag-form/punkt",
    "diarienummer-form/bindestreck",
    "kolon-i-värde/två-kolon",
    "citat-oavslutat/öppet",
    "tabb/indrag",
    "fel-slag/text-i-stället-för-lista",
    "okänd-nyckel/felstavad",
    "dubbel-nyckel/rubrik",
    "rubrikdel-oavslutad/utan-slut",
    "teckenkodning/latin-1",
    "radslut/crlf",
    "mapp-datum/annat-datum",
    "fel-veckodag/planerad-fredag",
    "avvikelse-helgdag/lördag",
    "bilaga-saknas/felstavad",
    "bilaga-namn/blanksteg-och-å",
    "justerare/inte-där",
    "paragraf-följd/hoppar",
)
"""The cases in the order of the page. Its last message, of a personal number, is the guard's and has no case."""


def messages(of_guard: str) -> Iterator[str]:
    """What the page must show, in order."""
    yield from ((CASES / name / EXPECTED).read_text(encoding="utf-8") for name in MISTAKES)
    yield of_guard


def shown(page: str) -> list[str]:
    """The messages on the page, in order."""
    return BLOCK.findall(page)


def written(page: str, told: Iterable[str]) -> str:
    """The page with these messages."""
    parts = BLOCK.split(page)
    fenced = (f"```fel\n{message}```" for message in told)
    return "".join(chain.from_iterable(zip(parts[::2], chain(fenced, ("",)), strict=True)))
