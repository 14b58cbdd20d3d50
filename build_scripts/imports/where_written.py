"""Where what is imported is written: free numbers and names on a meeting's agenda, or beside an item of the same matter."""

from __future__ import annotations

from pathlib import Path

from build_scripts.imports.item import ReadReport
from build_scripts.imports.printed_titles import alike
from build_scripts.new.item import free_name, refuse_closed, short_slug, taken_names
from build_scripts.project import WrongUse
from macros.facts.items import next_number
from macros.finding import as_text, has_errors
from macros.record import layout
from macros.record.archive import Meeting
from macros.record.item import ItemHeader
from macros.record.numbers import ItemNumber
from macros.record.paper import PaperHeader
from macros.record.parsing import parse
from macros.record.schema import Header

HIGHEST = 999


class Places:
    """Free numbers and names of one meeting; what is given out is taken."""

    def __init__(self, root: Path, meeting: Meeting, first: int | None = None) -> None:
        refuse_closed(meeting)
        self.root = root
        self.home = meeting.document.folder
        self.numbers = {item.number: item.document.path for item in meeting.items if item.number is not None}
        self.names = set(taken_names(meeting))
        self.matters = {
            item.slug: (item.header.case_number, item.title)
            for item in meeting.items
            if item.is_draft and not item.header.collective
        }
        self.number = next_number(meeting) if first is None else ItemNumber(first)
        if not 1 <= self.number.main <= HIGHEST:
            raise WrongUse(f"--nummer {self.number}: ange ett nummer från 1 till {HIGHEST}.")

    def same(self, found: ReadReport) -> str | None:
        """The name of the item that a report is about: with its case number, else with its title where not both have one.

        Only one that nobody has read yet: a document beside a public item would be shown unread.
        """
        number = found.keys.get("diarienummer")
        for name, (other, title) in self.matters.items():
            if number == other if number and other else alike(found.title, title):
                return name
        return None

    def write(self, found: ReadReport, text: str) -> str:
        """Writes an item's file and returns its path from the project's root."""
        number, title = self.number, found.title
        if number in self.numbers:
            raise WrongUse(f"nummer {number} är upptaget av {self.numbers[number]}. Ange ett annat med --nummer.")
        name = free_name(short_slug(title) or f"arende-{number}", self.names)
        path = layout.ITEM.at(self.home, layout.item_stem(number, name))
        self._put(path, text, ItemHeader)
        self.numbers[number] = path
        self.names.add(name)
        self.matters[name] = found.keys.get("diarienummer"), title
        self.number = ItemNumber(number.main + 1)
        return path

    def write_paper(self, item: str, name: str, text: str) -> str:
        """Writes a document of the item with this name and returns its path from the project's root."""
        folder = f"{self.home}/{layout.PAPERS}/{item}"
        taken = [path.stem for path in (self.root / folder).glob("*.md")]
        path = f"{folder}/{free_name(name, taken)}.md"
        (self.root / folder).mkdir(parents=True, exist_ok=True)
        self._put(path, text, PaperHeader)
        return path

    def _put(self, path: str, text: str, model: type[Header]) -> None:
        content = text.encode("utf-8")
        document, findings = parse(model, path, content)
        if document is None or has_errors(findings):
            raise WrongUse("\n".join(["inget skrevs, för filen skulle få fel.", *map(as_text, findings)]))
        try:
            with (self.root / path).open("xb") as file:
                file.write(content)
        except FileExistsError:
            raise WrongUse(f"{path} finns redan och skrivs aldrig över. Flytta undan filen först.") from None
        except OSError as error:
            raise WrongUse(f"{path} kan inte skrivas: systemfel {error.errno}.") from None
