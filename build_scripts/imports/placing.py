"""Where an imported item is put: the next number of the meeting, a name made from the title, never over anything."""

from __future__ import annotations

from pathlib import Path

from build_scripts.desk.new_item import short_slug
from build_scripts.project import WrongUse
from macros import addresses
from macros.dates.written import weekday_date
from macros.finding import as_text, has_errors
from macros.planning.numbering import next_item
from macros.record.archive import Meeting
from macros.record.item import ItemHeader
from macros.record.parsing import parse

HIGHEST = 999


class Places:
    """Free numbers and names of one meeting; what is given out is taken."""

    def __init__(self, root: Path, meeting: Meeting, first: int | None = None) -> None:
        if meeting.is_cancelled:
            raise WrongUse(f"sammanträdet {weekday_date(meeting.date)} är inställt.")
        if meeting.minutes is not None:
            raise WrongUse(
                f"sammanträdet {meeting.id} har redan ett protokoll. Ett ärende till måste få en paragraf där."
            )
        self.root = root
        self.home = meeting.document.path.rpartition("/")[0]
        self.numbers = {item.number: item.document.path for item in meeting.items if item.number is not None}
        self.names = {item.slug for item in meeting.items} | addresses.RESERVED_ITEM_SLUGS
        self.number = next_item(meeting) if first is None else first
        if not 1 <= self.number <= HIGHEST:
            raise WrongUse(f"--nummer {self.number}: ange ett nummer från 1 till {HIGHEST}.")

    def write(self, title: str, text: str) -> str:
        """Writes an item's file and returns its path from the project's root."""
        number = self.number
        if number in self.numbers:
            raise WrongUse(f"nummer {number} är upptaget av {self.numbers[number]}. Ange ett annat med --nummer.")
        slug = short_slug(title) or f"arende-{number}"
        name = next(
            one for one in (slug, *(f"{slug}-{n}" for n in range(2, len(self.names) + 3))) if one not in self.names
        )
        path = f"{self.home}/{number:02}-{name}.md"
        content = text.encode("utf-8")
        document, findings = parse(ItemHeader, path, content)
        if document is None or has_errors(findings):
            raise WrongUse("\n".join(["inget skrevs, för filen skulle få fel.", *map(as_text, findings)]))
        try:
            with (self.root / path).open("xb") as file:
                file.write(content)
        except FileExistsError:
            raise WrongUse(f"{path} finns redan och skrivs aldrig över. Flytta undan filen först.") from None
        except OSError as error:
            raise WrongUse(f"{path} kan inte skrivas: systemfel {error.errno}.") from None
        self.numbers[number] = path
        self.names.add(name)
        self.number = number + 1
        return path
