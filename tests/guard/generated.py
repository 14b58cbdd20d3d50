"""Personal numbers made at the time of the test in every form in which they are written; none is stored anywhere."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Iterator

from tests.guard.labelled import check_digit

BETWEEN = ("-", "–", "+", " ", "", "\n", "-\n", "\n-", "–\n", " - ", " – ", "  ", "‑", "−", "—", "\u00a0", "\r\n")
AROUND = (
    "{}",
    "Sökanden {} har hörts.",
    "({})",
    "pnr:{};",
    "| {} |",
    "nr 14 {}, nr 15",
    "id={}&x=1",
    '"{}"',
    "Anna{}",
    "2017 {}.",
)
_WIDE = str.maketrans("0123456789-+", "０１２３４５６７８９－＋")


def numbers(many: int, seed: int) -> Iterator[str]:
    """Texts with one valid number each: both kinds, with and without century, every sign between, narrow and wide digits."""
    chance = random.Random(seed)
    first = dt.date(1885, 1, 1)
    for n in range(many):
        day = first + dt.timedelta(days=chance.randrange((dt.date(2026, 11, 22) - first).days))
        written_day = day.day + (60 if n % 2 else 0)
        nine = f"{day:%y%m}{written_day:02}{chance.randint(1, 999):03}"
        ten = f"{nine}{check_digit(nine)}"
        century = f"{day.year // 100}" if n // 2 % 2 else ""
        between = BETWEEN[n // 4 % len(BETWEEN)]
        number = f"{century}{ten[:6]}{between}{ten[6:]}"
        if n // (4 * len(BETWEEN)) % 3 == 0:
            number = number.translate(_WIDE)
        yield chance.choice(AROUND).format(number)
