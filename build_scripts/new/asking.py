"""Asks at a terminal for what a command was not given; elsewhere says which option to give."""

from __future__ import annotations

import re
import sys
import unicodedata
from collections.abc import Sequence

from build_scripts.project import WrongUse
from macros.record.loose_dates import EXACT_MONTH, meant_month, no_month
from macros.record.values import did_you_mean


def at_terminal() -> bool:
    """Whether somebody sits there who can answer."""
    return sys.stdin.isatty() and sys.stdout.isatty()


def given(value: str | None, question: str, option: str, default: str | None = None) -> str:
    """The value as given, else as answered; an empty answer takes the default, and without one it is asked again."""
    answer = value
    if answer is None:
        if not at_terminal():
            if default is not None:
                return default
            raise WrongUse(f"{question} saknas. Ange {option}.")
        shown = f" [{default}]" if default else ""
        answer = _answer(f"{question}{shown}: ") or default
        while not answer:
            answer = _answer(f"{question}: ")
    answer = " ".join(unicodedata.normalize("NFC", answer).split())
    if not answer:
        raise WrongUse(f"{option} är tomt. Skriv ett värde efter {option}.")
    return answer


def _answer(prompt: str) -> str:
    try:
        return input(prompt).strip()
    except EOFError:
        raise WrongUse("avbrutet innan allt var besvarat. Inget skrevs.") from None


def one_of(written: str, words: Sequence[str], option: str) -> str:
    """The word among those that can be given, or the sentence that says which there are."""
    if written in words:
        return written
    meant = did_you_mean(written, words)
    hint = f"Menade du {meant}?" if meant else f"Välj något av {', '.join(words)}."
    raise WrongUse(f'{option}: "{written}" går inte att använda. {hint}')


def year(written: str, option: str) -> int:
    """A year of four digits that a schedule can be of."""
    if re.fullmatch(r"(19|20|21)\d\d", written, re.ASCII):
        return int(written)
    raise WrongUse(f'{option}: "{written}" är inget år; skriv fyra siffror, till exempel 2019.')


def number(written: str, numbers: range, otherwise: str) -> int:
    """A whole number among these; `otherwise` says what a text that is none of them should be."""
    if written.isascii() and written.isdigit() and int(written) in numbers:
        return int(written)
    raise WrongUse(f'"{written}" {otherwise}')


def port(written: str, lowest: int) -> int:
    """The number of a port; 0, where it may be given, lets the machine choose a free one."""
    return number(written, range(lowest, 65536), "är ingen port; ange ett tal från 1 till 65535.")


def month(written: str, option: str) -> str:
    """A month of the form ÅÅÅÅ-MM, given with the option."""
    if EXACT_MONTH.fullmatch(written):
        return written
    meant = meant_month(written)
    hint = f"Menade du {meant}?" if meant else "Skriv år och månad, till exempel 2026-03."
    raise WrongUse(f"{option}: {no_month(written)} {hint}")
