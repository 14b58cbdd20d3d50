"""An item ("ärende") from a report ("tjänsteskrivelse"): its header, its text, and what is told of both."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from build_scripts.imports.blocks import Block, BlockKind, ListRow, Run
from build_scripts.imports.headings import recognised, unfolded
from build_scripts.imports.incoming import Incoming
from build_scripts.imports.letterhead import case_numbers, fields, first_date, without_number
from build_scripts.imports.markdown import merged, written
from build_scripts.imports.offices import Ask, Naming
from build_scripts.imports.people import Handling, names_in, receivers
from build_scripts.imports.report_parts import Report, parted, proposals
from build_scripts.imports.secrecy import stopped
from build_scripts.imports.sections import read_attachments, read_movers, read_route
from build_scripts.imports.telling import Account, leave_aside, without_place
from build_scripts.new.list import series_of
from build_scripts.new.new_files import header_of
from build_scripts.new.writing import file_text, markdown
from macros.dates.written import capital
from macros.guard.official import Official
from macros.record.archive import Archive, Body
from macros.record.described import DocumentKind
from macros.record.item import ItemHeader, Publication, WithheldReason
from macros.record.paper import PaperHeader

_KINDS = (
    (r"svar på (?:\S+ )?motion|motionssvar|motion\b.*\bsvar$", "motionssvar"),
    (r"motion\b", "motion"),
    (r"(?:svar på )?medborgarförslag", "medborgarförslag"),
    (r"(?:svar på )?remiss|yttrande över|remissvar", "remissvar"),
    (r"(?:anmälan|redovisning) av delegationsbeslut|delegationsbeslut", "delegation"),
    (r"anmälningsärenden?", "anmälan"),
    (r"(?:muntlig )?info(?:rmation(?:särenden?)?)?\b", "information"),
    (r"\w*uppföljning", "uppföljning"),
    (r"val av", "val"),
)

_A_LIST = (
    "Är dokumentet en enhets lista: ta bort filen och gör listan med klubbat ny delegationslista "
    "(med --inga-beslut om inga fattades)."
)
UNREAD = (
    "Importerat och inte läst. Till dess visas inget av ärendet på webbplatsen.",
    "Läs hela filen, ändra publiceras till ja, och ta bort raden skäl: oläst och de här raderna.",
)


@dataclass(frozen=True)
class Diary:
    """How the body's numbers are written ("diarieserie"), and the ids of the bodies that a matter may pass, by their names."""

    series: Sequence[str] = ()
    bodies: Mapping[str, str] = field(default_factory=dict)


def diary_of(archive: Archive, body: Body) -> Diary:
    """The diary of a body: its own series, and the bodies of its municipality."""
    alike = [one for one in archive.bodies if one.header.municipality == body.header.municipality]
    names = [(name, one.id) for one in alike for name in (*one.header.names, one.header.short_name) if name]
    return Diary(series_of(archive, body), {name.casefold(): id for name, id in names})


@dataclass(frozen=True)
class ReadReport:
    """A report as it was read and not yet written: header keys, text, what is told, and the names that are told masked."""

    keys: dict[str, Any]
    body: str
    told: Account
    names: set[str]
    passages: tuple[str, ...]

    @property
    def title(self) -> str:
        """The item's title."""
        return str(self.keys["rubrik"])

    def as_item(self, official: Official, more: Mapping[str, Any] | None = None) -> str:
        """The text of an item's file that nobody has read yet."""
        keys = {**self.keys, **(more or {}), "publiceras": Publication.NO.value, "skäl": WithheldReason.UNREAD.value}
        if str(keys["rubrik"]).isupper():
            self.told.look_at.append("Rubriken är skriven med stora bokstäver. Skriv den som vanlig text.")
        text = file_text(header_of(ItemHeader, keys), self.body, {"publiceras": UNREAD})
        self.close(text, official)
        return text

    def as_paper(self, title: str, kind: DocumentKind | None, official: Official) -> str:
        """The text of a file beside an item's, a document of it: what it proposes, and the rest of its text."""
        keys = {"titel": title, "slag": kind and kind.value, "datum": self.keys.get("handlingens_datum")}
        proposals = "\n".join(f"- {markdown(one)}" for one in self.keys.get("förslag_till_beslut", ()))
        body = f"## Förslag till beslut\n\n{proposals}\n\n{self.body}" if proposals else self.body
        text = file_text(header_of(PaperHeader, keys), body)
        self.told.only("rubrik", "handlingens_datum", "förslag_till_beslut")
        self.close(text, official)
        return text

    def close(self, text: str, official: Official) -> None:
        """Tells what the written file lacks, and what may not stand in it."""
        self.told.leave_out("Fick ingen plats", without_place(self.passages, text, self.told))
        self.told.look_at += stopped(text, official)
        self.names.update(name for line in self.told.lines for name in names_in(line, official.names))


def read_report(text: Incoming, diary: Diary, handling: Handling, ask: Ask, fallback: str) -> ReadReport:
    """The report of a document. `fallback` is the title where the document has none."""
    told = Account()
    parts = parted(recognised(unfolded(text.blocks)))
    head = [*parts.front, *(block for part in (*text.heads, *text.boxes) for block in part)]
    named = Naming(handling, ask)
    title, number = without_number(parts.title or fallback, diary.series)
    told.read("rubrik", title, parts.title_by or "filens namn, för ingen rubrik hittades")
    _number(head, number, diary.series, told)
    kind = kind_of_title(title)
    told.read("slag", kind or "beslut", "efter rubriken" if kind else "det vanliga; ändra om det är något annat")
    if kind == "delegation":
        told.look_at.append(_A_LIST)
    _proposal(parts, told)
    read_movers(title, told)
    if officer := named.officer(head, parts.signatures):
        told.read("handläggare", officer)
    _date(head, told)
    _sent_to(parts, named, told)
    kept = read_route(read_attachments(parts.text, told), diary.bodies, told)
    body = named.in_text(written([*kept, *_notes(text, kept)]))
    keys = named.in_value(told.keys)
    told.look_at += named.told
    leave_aside(text, parts, told)
    _tables(kept, told)
    if not body:
        told.look_at.append("Filen har ingen brödtext. Läs vad som inte kom med.")
    return ReadReport(keys, body, told, named.names, text.passages)


def kind_of_title(title: str) -> str | None:
    """What kind of matter a title is of, where it tells."""
    return next((kind for shape, kind in _KINDS if re.match(shape, title, re.IGNORECASE)), None)


def _number(head: Sequence[Block], in_title: str | None, series: Sequence[str], told: Account) -> None:
    """The case number: after its word in the letterhead, else any number of the series in it, else that behind the title."""
    labelled = [line for key, lines in fields(head) if key == "diarienummer" for line in lines]
    texts = [*labelled, *(line for block in head for line in block.lines)]
    found = case_numbers(texts, series) if series else [(line, line) for line in labelled[:1]]
    if found:
        told.read("diarienummer", found[0][0], _as_written(*found[0]))
        told.look_at += (
            f'Brevhuvudet har också numret "{other}". Hör det till ärendet: skriv det under andra_diarienummer.'
            for _, other in found[1:]
        )
    elif in_title:
        told.read("diarienummer", in_title, "ur rubriken")
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
    lead = f"{capital(parts.proposed_where)}: " if parts.proposed_where else ""
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


def _notes(document: Incoming, text: Sequence[Block]) -> list[Block]:
    """The notes of the text as a numbered list under a heading of their own."""
    level = min((block.level for block in text if block.kind is BlockKind.HEADING), default=1)
    rows = tuple(ListRow(n, 0, (Run(note or "(tom not)"),)) for n, note in enumerate(document.notes, 1))
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
