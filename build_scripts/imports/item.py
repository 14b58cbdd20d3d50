"""An item ("ärende") from a report in Word ("tjänsteskrivelse"): its header, its text, what is told of both, and its place."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from build_scripts.imports.blocks import Block, BlockKind, ListRow, Run
from build_scripts.imports.headings import recognised, unfolded
from build_scripts.imports.incoming import Incoming
from build_scripts.imports.letterhead import case_numbers, fields, first_date
from build_scripts.imports.markdown import merged, written
from build_scripts.imports.offices import Ask, Naming
from build_scripts.imports.parts import Report, parted, proposals
from build_scripts.imports.people import Handling, names_in, receivers
from build_scripts.imports.telling import Account, leave_aside, without_place
from build_scripts.new.draft import header_of
from build_scripts.new.item import free_name, refuse_more_items, short_slug, taken_names
from build_scripts.new.writing import file_text
from build_scripts.project import WrongUse
from macros.facts.items import next_number
from macros.finding import as_text, has_errors
from macros.guard.hit import mask
from macros.guard.kinds import Severity
from macros.guard.official import Official
from macros.guard.recognise import recognise
from macros.record import layout
from macros.record.archive import Meeting
from macros.record.item import ItemHeader, Publication, WithheldReason
from macros.record.numbers import ItemNumber
from macros.record.parsing import parse

_KINDS = (
    (r"svar på (?:\S+ )?motion|motionssvar", "motionssvar"),
    (r"motion\b", "motion"),
    (r"(?:svar på )?medborgarförslag", "medborgarförslag"),
    (r"(?:svar på )?remiss|yttrande över|remissvar", "remissvar"),
    (r"(?:anmälan|redovisning) av delegationsbeslut|delegationsbeslut", "delegation"),
    (r"anmälningsärenden?", "anmälan"),
    (r"info(?:rmation)?\b", "information"),
    (r"uppföljning", "uppföljning"),
    (r"val av", "val"),
)

_A_LIST = (
    "Är dokumentet en enhets lista: ta bort filen och gör listan med klubbat ny delegationslista "
    "(med --inga-beslut om inga fattades)."
)
UNREAD = (
    "Importerat ur Word och inte läst. Till dess visas inget av ärendet på webbplatsen.",
    "Läs hela filen, ändra publiceras till ja, och ta bort raden skäl: oläst och de här raderna.",
)

HIGHEST = 999


@dataclass(frozen=True)
class Imported:
    """An item that is not written yet: its title and the file's text, what is told, and the names that are told masked."""

    title: str
    text: str
    told: Account
    names: frozenset[str]


def imported(word: Incoming, series: Sequence[str], handling: Handling, ask: Ask, fallback: str) -> Imported:
    """The item of a document. `series` are the body's own numbers; `fallback` is the title where the document has none."""
    told = Account()
    parts = parted(recognised(unfolded(word.blocks)))
    head = [*parts.front, *(block for part in (*word.heads, *word.boxes) for block in part)]
    named = Naming(handling, ask)
    title = parts.title or fallback
    told.read("rubrik", title, parts.title_by or "filens namn, för ingen rubrik hittades")
    _number(head, series, told)
    if title.isupper():
        told.look_at.append("Rubriken är skriven med stora bokstäver. Skriv den som vanlig text.")
    kind = next((kind for shape, kind in _KINDS if re.match(shape, title, re.IGNORECASE)), None)
    told.read("slag", kind or "beslut", "efter rubriken" if kind else "det vanliga; ändra om det är något annat")
    if kind == "delegation":
        told.look_at.append(_A_LIST)
    _proposal(parts, told)
    if officer := named.officer(head, parts.signatures):
        told.read("handläggare", officer)
    _date(head, told)
    _sent_to(parts, named, told)
    body = named.in_text(written([*parts.text, *_notes(word, parts.text)]))
    keys = {
        key: [*map(named.in_text, value)] if isinstance(value, list) else named.in_text(value)
        for key, value in told.keys.items()
    }
    told.look_at += named.told
    leave_aside(word, parts, told)
    _tables(parts.text, told)
    if not body:
        told.look_at.append("Filen har ingen brödtext. Läs vad som inte kom med.")
    keys |= {"publiceras": Publication.NO.value, "skäl": WithheldReason.UNREAD.value}
    text = file_text(header_of(ItemHeader, keys), body, {"publiceras": UNREAD})
    told.leave_out("Fick ingen plats", without_place(word.passages, text, told))
    told.look_at += _stopped(text, handling.official)
    named.names.update(name for line in told.lines for name in names_in(line, handling.official.names))
    return Imported(str(keys["rubrik"]), text, told, frozenset(named.names))


def _stopped(text: str, official: Official) -> list[str]:
    """What the guard of personal data stops in the file, masked."""
    hits = (hit for hit in recognise(text, official) if hit.kind.severity is Severity.STOP)
    found = (hit.kind.message.format(found=mask(text[hit.start : hit.end], hit.kind_id)) for hit in hits)
    return [f"Filen kan inte publiceras så här: {sentence} Ta bort det." for sentence in dict.fromkeys(found)]


def _number(head: Sequence[Block], series: Sequence[str], told: Account) -> None:
    """The case number: what stands after its word in the letterhead, else any number of the series in it."""
    labelled = [line for key, lines in fields(head) if key == "diarienummer" for line in lines]
    texts = [*labelled, *(line for block in head for line in block.lines)]
    found = case_numbers(texts, series) if series else [(line, line) for line in labelled[:1]]
    if found:
        told.read("diarienummer", found[0][0], _as_written(*found[0]))
        told.look_at += (
            f'Brevhuvudet har också numret "{other}". Hör det till ärendet: skriv det under andra_diarienummer.'
            for _, other in found[1:]
        )
    elif labelled:
        shapes = " eller ".join(series)
        told.look_at.append(
            f'Diarienumret "{labelled[0]}" har inte formen {shapes} och är utelämnat. Skriv in det rätta.'
        )
    else:
        told.look_at.append("Dokumentet har inget diarienummer i brevhuvudet. Skriv in det när det finns i diariet.")


def _as_written(value: str, written: str) -> str:
    return "" if value == written else f'skrivet "{written}" i dokumentet'


def _proposal(parts: Report, told: Account) -> None:
    lead = f"{parts.proposed_where[0].upper()}{parts.proposed_where[1:]}: " if parts.proposed_where else ""
    sentences, marks = proposals(parts.proposal, lead)
    if not sentences:
        told.look_at.append(
            "Inget förslag till beslut hittades. Står det i texten: flytta det till förslag_till_beslut."
        )
        return
    told.keys["förslag_till_beslut"] = sentences
    told.read_as += ((f"förslag_till_beslut {n}", sentence, "") for n, sentence in enumerate(sentences, 1))
    told.leave_out("Tecken och bindeord vid förslagen, som listans ordning ersätter", [" ".join(marks)])
    if parts.proposed_by:
        told.read("förslagsställare", parts.proposed_by, "ur rubriken över förslaget")


def _date(head: Sequence[Block], told: Account) -> None:
    labelled = first_date(line for key, lines in fields(head) if key == "handlingens_datum" for line in lines)
    found = labelled or first_date((line for block in head for line in block.lines), whole_only=True)
    if found is None:
        told.look_at.append("Dokumentet har inget datum i brevhuvudet. Skriv in handlingens_datum.")
        return
    date = found[0].isoformat()
    told.read("handlingens_datum", date, _as_written(date, found[1]))


def _sent_to(parts: Report, named: Naming, told: Account) -> None:
    shown, persons = receivers(parts.sent_to)
    named.met(persons)
    if shown:
        told.read("expedieras_till", shown)
    told.leave_out("Personer bland dem som får beslutet", (person.name for person in persons))


def _notes(word: Incoming, text: Sequence[Block]) -> list[Block]:
    """The notes of the text as a numbered list under a heading of their own."""
    level = min((block.level for block in text if block.kind is BlockKind.HEADING), default=1)
    rows = tuple(ListRow(n, 0, (Run(note or "(tom not)"),)) for n, note in enumerate(word.notes, 1))
    return [Block(BlockKind.HEADING, (Run("Noter"),), level), Block(BlockKind.LIST, entries=rows)] if rows else []


def _tables(blocks: Sequence[Block], told: Account) -> None:
    tables = [block for block in blocks if block.kind is BlockKind.TABLE]
    for n, table in enumerate(tables, 1):
        count = merged(table.rows)
        if count:
            cells = "1 sammanslagen cell" if count == 1 else f"{count} sammanslagna celler"
            told.look_at.append(
                f"Tabell {n} har {cells}. Texten står i den första rutan och de andra är tomma: fyll i dem."
            )


class Places:
    """Free numbers and names of one meeting; what is given out is taken."""

    def __init__(self, root: Path, meeting: Meeting, first: int | None = None) -> None:
        refuse_more_items(meeting)
        self.root = root
        self.home = meeting.document.folder
        self.numbers = {item.number: item.document.path for item in meeting.items if item.number is not None}
        self.names = set(taken_names(meeting))
        self.number = next_number(meeting) if first is None else ItemNumber(first)
        if not 1 <= self.number.main <= HIGHEST:
            raise WrongUse(f"--nummer {self.number}: ange ett nummer från 1 till {HIGHEST}.")

    def write(self, title: str, text: str) -> str:
        """Writes an item's file and returns its path from the project's root."""
        number = self.number
        if number in self.numbers:
            raise WrongUse(f"nummer {number} är upptaget av {self.numbers[number]}. Ange ett annat med --nummer.")
        name = free_name(short_slug(title) or f"arende-{number}", self.names)
        path = layout.ITEM.at(self.home, layout.item_stem(number, name))
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
        self.number = ItemNumber(number.main + 1)
        return path
