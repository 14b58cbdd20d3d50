"""Names in an import: gathered wherever they stand, made offices where somebody has said which, and told masked."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from build_scripts.imports.blocks import Block
from build_scripts.imports.letterhead import fields
from build_scripts.imports.people import Handling, Person, is_name, is_office, names_in, person_of
from build_scripts.imports.telling import Told

Ask = Callable[[str, str | None], str | None]
"""Asks for the office of a person: the name, the office that the document gives, and the answer; None for no answer."""


def nobody(name: str, office: str | None) -> str | None:
    """Nobody is there to answer."""
    return None


class Named:
    """The names of one document. `names` are all that were met, to be masked when told."""

    def __init__(self, handling: Handling, ask: Ask, told: Told) -> None:
        self.offices = dict(handling.offices)
        self.handling = handling
        self.ask = ask
        self.told = told
        self.names: set[str] = set(handling.offices)
        self._known: dict[str, str | None] = {}

    def met(self, persons: Iterable[Person]) -> None:
        """Persons whom the document names apart from its text."""
        for person in persons:
            self.names.add(person.name)
            self._known[person.name] = self._known.get(person.name) or person.office

    def officer(self, head: Sequence[Block], signatures: Sequence[Person]) -> str | None:
        """The officer's office: of the one whom the letterhead names, else of the last who signed."""
        self.met(signatures)
        of_head = [one.lines for one in fields(head) if one.key == "handläggare"]
        for lines in of_head:
            person = person_of(lines) or next((Person(line) for line in lines if is_name(line, with_office=True)), None)
            if person is not None:
                self.met([person])
                return self._office(person.name)
            office = next((line for line in lines if is_office(line)), None)
            if office is not None:
                return office
        return self._office(signatures[-1].name) if signatures else None

    def _office(self, name: str) -> str | None:
        office = self.offices.get(name) or self._asked(name) or self._known.get(name)
        if office is None:
            self.told.look_at.append(
                f"{name} nämns som handläggare utan befattning. Skriv befattningen under handläggare, "
                'eller importera med --roll "Namn=befattning".'
            )
        return office

    def _asked(self, name: str) -> str | None:
        office = self.ask(name, self._known.get(name))
        if office:
            self.offices[name] = office
        return office

    def in_texts(self, texts: Sequence[str]) -> list[str]:
        """The texts with offices in place of the names that somebody has given one; the other names are told."""
        elected = self.handling.official.names
        found = [name for text in texts for name in names_in(text, elected)]
        found += [name for name in self._known if any(name in text for text in texts)]
        for name in dict.fromkeys(found):
            self.names.add(name)
            if name in self.offices or self.handling.keep or self._asked(name):
                continue
            office = self._known.get(name)
            self.told.look_at.append(
                f"{name} nämns i texten och står kvar där. "
                + (
                    f"Dokumentet ger befattningen {office}: skriv den i stället."
                    if office
                    else "Är det en anställd eller en enskild: skriv befattningen i stället."
                )
            )
        replaced = Handling(self.offices)
        made: list[str] = []
        for text in texts:
            text, counts = replaced.replaced(text)
            made.append(text)
            for name, count in counts.items():
                times = "1 ställe" if count == 1 else f"{count} ställen"
                self.told.look_at.append(f"{name} är skrivet {self.offices[name]} på {times}.")
        return made

    def in_keys(self, keys: dict[str, Any]) -> dict[str, Any]:
        """The same for the texts of a header's keys."""
        plain = [key for key in ("rubrik", "förslagsställare") if key in keys]
        rows = [(key, n) for key in ("förslag_till_beslut", "expedieras_till") for n in range(len(keys.get(key, ())))]
        texts = self.in_texts([*(keys[key] for key in plain), *(keys[key][n] for key, n in rows)])
        made = {key: list(value) if isinstance(value, list | tuple) else value for key, value in keys.items()}
        made |= dict(zip(plain, texts, strict=False))
        for (row_key, n), text in zip(rows, texts[len(plain) :], strict=True):
            made[row_key][n] = text
        return made
