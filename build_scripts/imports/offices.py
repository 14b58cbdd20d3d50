"""Offices ("befattningar") in place of names: given, remembered or asked for, and put wherever an import names somebody.

What is remembered is no part of the record and never in git; it may vanish or be damaged at any time, and then is begun anew.
"""

from __future__ import annotations

import hashlib
import json
import secrets
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from build_scripts.imports.blocks import Block
from build_scripts.imports.letterhead import cells_of, fields
from build_scripts.imports.people import Employee, Handling, is_name, is_office, names_in, person_of, replaced
from macros.dates.written import counted

HOME = ".cache/klubbat/befattningar"
"""From the project's root; a file for each body."""

_HOW = (
    "Namn på anställda blir befattningar. Skriv befattningen för varje namn som står nedan.\n"
    "Bara Enter tar det som står inom hakar; finns inga hakar hoppas namnet över."
)

Ask = Callable[[str, str | None], str | None]
"""Asks for the office of a person: the name, the office that the document gives, and the answer; None for no answer."""


class Remembered:
    """The offices of a body's employees. Nothing here ever stops an import."""

    def __init__(self, root: Path, body_id: str) -> None:
        self._file = root / HOME / f"{body_id}.json"
        found = _read(self._file)
        self._salt: str = found["salt"] if found else secrets.token_hex(16)
        self._offices: dict[str, str] = found["befattningar"] if found else {}

    def office(self, name: str) -> str | None:
        """The office that was said for this name."""
        return self._offices.get(self._digest(name))

    def keep(self, name: str, office: str) -> None:
        """Remembers an office, in place of an earlier one."""
        self._offices[self._digest(name)] = office
        with suppress(OSError):
            self._file.parent.mkdir(parents=True, exist_ok=True)
            content = {"salt": self._salt, "befattningar": self._offices}
            self._file.write_text(json.dumps(content, ensure_ascii=False, indent=1), encoding="utf-8")

    def _digest(self, name: str) -> str:
        plain = " ".join(unicodedata.normalize("NFC", name).casefold().split())
        return hashlib.blake2b(plain.encode(), key=self._salt.encode(), digest_size=16).hexdigest()


def _read(file: Path) -> dict[str, Any] | None:
    """What was remembered, or None where the file is not there or not whole."""
    try:
        found = json.loads(file.read_text(encoding="utf-8"))
        sound = isinstance(found["befattningar"], dict) and 0 < len(found["salt"]) <= hashlib.blake2b.MAX_KEY_SIZE
        return found if sound and all(isinstance(one, str) for one in found["befattningar"].values()) else None
    except (OSError, ValueError, TypeError, KeyError):
        return None


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


def nobody(name: str, office: str | None) -> str | None:
    """Nobody is there to answer."""
    return None


class Naming:
    """The names of one document. `names` are all that were met, to be masked when told; `told` says what became of them."""

    def __init__(self, handling: Handling, ask: Ask) -> None:
        self.offices = dict(handling.offices)
        self.keep = handling.keep
        self.elected = handling.official.names
        self.ask = ask
        self.told: list[str] = []
        self.names: set[str] = set(handling.offices)
        self._known: dict[str, str | None] = {}
        self._left: set[str] = set()

    def met(self, persons: Iterable[Employee]) -> None:
        """Persons whom the document names apart from its text."""
        for person in persons:
            self.names.add(person.name)
            self._known[person.name] = self._known.get(person.name) or person.office

    def office(self, name: str) -> str | None:
        """The office that somebody gives the person, now or before."""
        self.names.add(name)
        office = self.offices.get(name) or self.ask(name, self._known.get(name))
        if office:
            self.offices[name] = office
        return office

    def officer(self, head: Sequence[Block], signatures: Sequence[Employee]) -> str | None:
        """The officer's office: of the one whom the letterhead calls so, or names at all, else of the last who signed."""
        self.met(signatures)
        for lines in (lines for key, lines in fields(head) if key == "handläggare"):
            names = (Employee(line) for line in lines if is_name(line, with_office=True))
            if person := person_of(lines) or next(names, None):
                self.met([person])
                return self._officer(person.name)
            if office := next(filter(is_office, lines), None):
                return office
        if person := next(self._named(head, signatures), None):
            self.met([person])
            return self._officer(person.name)
        return self._officer(signatures[-1].name) if signatures else None

    def _named(self, head: Sequence[Block], signatures: Sequence[Employee]) -> Iterator[Employee]:
        """The employees whom a letterhead names and whom it is not to: first those who signed."""
        yield from (one for one in signatures if any(one.name in line for block in head for line in block.lines))
        receivers = [line for key, lines in fields(head) if key == "mottagare" for line in lines]
        for cell in cells_of(head):
            person = person_of([cell])
            if person and person.name.lower() not in self.elected and cell not in receivers:
                yield person

    def _officer(self, name: str) -> str | None:
        office = self.office(name) or self._known.get(name)
        if office is None:
            self.told.append(
                f"{name} nämns som handläggare utan befattning. Skriv befattningen under handläggare, "
                'eller importera med --roll "Namn=befattning".'
            )
        return office

    def nameless(self, names: Iterable[str]) -> list[str]:
        """Those of the names that nobody gives an office, and that are not to be kept; each is told of once."""
        left = [name for name in dict.fromkeys(names) if not self.office(name) and not self.keep]
        new = [name for name in left if name not in self._left]
        self._left.update(new)
        return new

    def in_text(self, text: str) -> str:
        """The text with offices in place of the names that somebody has given one; the other names are told."""
        for name in self.nameless([*names_in(text, self.elected), *(name for name in self._known if name in text)]):
            office = self._known.get(name)
            self.told.append(
                f"{name} nämns i texten och står kvar där. "
                + (
                    f"Dokumentet ger befattningen {office}: skriv den i stället."
                    if office
                    else "Är det en anställd eller en enskild: skriv befattningen i stället."
                )
            )
        text, counts = replaced(text, self.offices)
        for name, count in counts.items():
            times = counted(count, "ställe", "ställen")
            self.told.append(f"{name} är skrivet {self.offices[name]} på {times}.")
        return text

    def in_value(self, value: Any) -> Any:
        """A header's value with offices in place of names, wherever a text stands in it."""
        if isinstance(value, str):
            return self.in_text(value)
        if isinstance(value, list):
            return [self.in_value(one) for one in value]
        return {key: self.in_value(one) for key, one in value.items()}
