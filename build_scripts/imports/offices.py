"""Which office ("befattning") a named employee has: by the options, by what was answered before, by whoever sits there."""

from __future__ import annotations

from collections.abc import Mapping

from build_scripts.imports.people import is_name
from build_scripts.imports.remembered import Remembered

_HOW = (
    "Namn på anställda blir befattningar. Skriv befattningen för varje namn som står nedan.\n"
    "Bara Enter tar det som står inom hakar; finns inga hakar hoppas namnet över."
)


class Offices:
    """The answers of one run. Each name is asked for once, and only when `asks`; what is answered is remembered."""

    def __init__(self, given: Mapping[str, str], remembered: Remembered, asks: bool) -> None:
        self.remembered = remembered
        self.asks = asks
        self.passed_over: set[str] = set()
        self.explained = False
        for name, office in given.items():
            remembered.keep(name, office)

    def __call__(self, name: str, office: str | None) -> str | None:
        """The person's office; `office` is the one that the document gives. None where nobody can tell."""
        known = self.remembered.office(name)
        if known is not None or not self.asks or name in self.passed_over:
            return known
        answer = self._answer(name, office)
        if answer is None:
            self.passed_over.add(name)
        else:
            self.remembered.keep(name, answer)
        return answer

    def _answer(self, name: str, office: str | None) -> str | None:
        if not self.explained:
            print(_HOW)
            self.explained = True
        hint = f" [{office}]" if office else ""
        try:
            while is_name(answer := " ".join(input(f"{name}: vilken befattning?{hint} ").split())):
                print(f"{answer} ser ut som ett namn. Skriv en befattning, till exempel enhetschef.")
        except EOFError:
            return None
        return answer or office
