"""The labelled texts (`facit.tsv`): prose as boards write it, with what a reader should be told of."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from macros.guard.official import Official
from macros.guard.recognise import recognise

FILE = Path(__file__).parent / "facit.tsv"

OFFICIAL = Official(
    numbers=frozenset(("0853061000", "0701740699")),
    streets=frozenset(("munkhättevägen 45",)),
    mailboxes=frozenset(("arbetsmarknad.vuxenutbildning@botkyrka.se",)),
    domains=frozenset(("exempelkoping.example.se",)),
    names=frozenset(
        (
            "signe exempelsson",
            "maja påhittsdotter",
            "nils provberg",
            "otto skissman",
            "elsa platshållare",
            "marcus ekman",
        )
    ),
)
"""What is official where the texts stand."""


@dataclass(frozen=True)
class LabelledLine:
    """A text, the line it stands on, and the kinds that it should be told of."""

    line: int
    kinds: frozenset[str]
    text: str

    @property
    def found(self) -> frozenset[str]:
        """The kinds that the guard tells."""
        return frozenset(hit.kind_id for hit in recognise(self.text, OFFICIAL))


def check_digit(nine: str) -> int:
    """The check digit of nine digits: every other one doubled, from the first.

    Source: lag (1990:1536) om folkbokföringsdatabas and Skatteverket SKV 704, the modulus-10 method.
    """
    total = sum(sum(divmod(int(sign) * (2 - n % 2), 10)) for n, sign in enumerate(nine))
    return -total % 10


UNSEEN = tuple(
    FILE.with_name(f"{name}.tsv")
    for name in (
        "osedda",
        "nya",
        *(f"{n}-2026-11-30" for n in ("osedda", "andra", "tredje", "fjarde", "orord", "sjatte", "sjunde")),
        *(
            f"{n}-2026-12-01"
            for n in (
                "nionde",
                "tionde",
                "elfte",
                "tolfte",
                "trettonde",
                "fjortonde",
                "femtonde",
                "sextonde",
                "sjuttonde",
                "artonde",
                "nittonde",
                "tjugonde",
                "tjugoforsta",
                "tjugoandra",
                "tjugotredje",
                "tjugofjarde",
            )
        ),
    )
)
"""Texts that were written before the recognisers were adjusted to any of them."""

UNTOUCHED = FILE.with_name("attonde-2026-11-30.tsv")
"""Texts that the recognisers have never been adjusted to."""


def rows(file: Path = FILE) -> Iterator[LabelledLine]:
    """All rows, with their check digits put in."""
    for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
        if line and not line.startswith("#"):
            kinds, _, text = line.partition("\t")
            wanted = frozenset(kinds.split(",")) - {"-"}
            yield LabelledLine(number, wanted, _with_check_digits(text.replace("⏎", "\n").replace("⇥", "\t")))


def _with_check_digits(text: str) -> str:
    made = ""
    for sign in text:
        if sign not in "¤¬":
            made += sign
            continue
        shown = made.replace("&ndash;", "").replace("&#45;", "")
        digits = [str(unicodedata.digit(one)) for one in shown if one.isdigit()]
        digit = (check_digit("".join(digits[-9:])) + (sign == "¬")) % 10
        made += chr(ord("０") + digit) if made[-1] in "０１２３４５６７８９" else str(digit)
    return made


@dataclass(frozen=True)
class Measured:
    """How many texts should be told of, are told of, and both."""

    wanted: int
    told: int
    both: int
    texts: int

    @property
    def recall(self) -> float:
        """The share of what should be told that is."""
        return self.both / self.wanted

    @property
    def precision(self) -> float:
        """The share of what is told that should be."""
        return self.both / self.told


def precision_of(kind_id: str) -> float:
    """The share of the texts told of as of this kind that should be, over all labelled texts."""
    told = [row for file in (FILE, *UNSEEN) for row in rows(file) if kind_id in row.found]
    return sum(kind_id in row.kinds for row in told) / len(told)


def measure(file: Path = FILE) -> Measured:
    """Recall and precision at both levels together, text by text."""
    judged = [(bool(row.kinds), bool(row.found)) for row in rows(file)]
    return Measured(
        sum(wanted for wanted, _ in judged),
        sum(told for _, told in judged),
        sum(wanted and told for wanted, told in judged),
        len(judged),
    )
