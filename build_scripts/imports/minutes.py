"""Old minutes ("protokoll") as they arrive: paragraphs, decisions, attendance and days where they are found, the rest as text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise, zip_longest
from typing import Any

from build_scripts.imports.agenda import only_number
from build_scripts.imports.attendance import attendance_of
from build_scripts.imports.blocks import Block, BlockKind, Run
from build_scripts.imports.headings import SENT_TO
from build_scripts.imports.incoming import Incoming
from build_scripts.imports.letterhead import first_date, without_number
from build_scripts.imports.markdown import written
from build_scripts.imports.offices import Ask, Naming
from build_scripts.imports.parts import proposals
from build_scripts.imports.people import Handling, hidden, named_in, receivers
from build_scripts.imports.received import NotImported
from build_scripts.imports.secrecy import stopped
from build_scripts.imports.telling import Account, without_place
from build_scripts.imports.titles import alike
from build_scripts.new.draft import NewFile, NewFiles, NewValue, header_of
from build_scripts.new.minutes import NOT_DECIDED
from build_scripts.new.writing import Remarks, file_text
from build_scripts.project import WrongUse
from macros.record import layout
from macros.record.archive import AgendaItem, Meeting
from macros.record.minutes import Appeal, MinutesHeader, Outcome
from macros.record.summons import MeetingState

_TITLE = re.compile(r"(?:sammanträdes)?protokoll\b.*", re.IGNORECASE)
_PARAGRAPH = re.compile(r"§\s*(?P<number>\d{1,4})\.?(?:\s+(?P<title>\S.*))?")
_LEFT_OUT = "Paragrafen finns inte i det importerade protokollet"
_LONGEST_GAP = 9
"""Numbers that minutes may leave out in a row: a higher one names something else, such as a law's paragraph."""

_LINES = (BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.TITLE)
_DECISION = re.compile(r"(?:\S+(?: \S+){0,3}s\s+)?beslut(?: i .{3,40}?)?:?", re.IGNORECASE)
_DECIDES = re.compile(r"(?:\S+ ){1,4}(?:beslutar|beslutade)(?: att)?:?", re.IGNORECASE)
"""What stands over a decision, and opens each of its sentences that begins with "att"."""

_APPROVED = re.compile(r"\bjuster(?:at|ad|ing|ings?dag|ingsdatum)\w*\b.*", re.IGNORECASE)
_POSTED = re.compile(r"(?:.*\banslag\w*\b.*(?:upp|anslå|anslag)|anslaget|uppsatt)\b.*", re.IGNORECASE)
_TAKEN_DOWN = re.compile(r".*\b(?:tas ned|nedtag|ned(?:tas)?)\w*\b.*", re.IGNORECASE)
_OUTCOMES = (
    (Outcome.REFERRED_BACK, re.compile(r"\båterremit", re.IGNORECASE)),
    (Outcome.TABLED, re.compile(r"\bbordlägg|\bbordlagt", re.IGNORECASE)),
    (Outcome.WITHDRAWN, re.compile(r"\bärendet utgår\b", re.IGNORECASE)),
)
_DENIED = re.compile(r"\binte\b|\bavslå(?:r|s)?\b|\byrkande", re.IGNORECASE)
"""What turns a sentence with such words into another decision."""


@dataclass
class _Read:
    """A paragraph as it stands: its number and title, its decision, who gets it, and every other block."""

    number: int
    title: str
    case_number: str | None = None
    decision: list[Block] = field(default_factory=list)
    sent_to: list[Block] = field(default_factory=list)
    text: list[Block] = field(default_factory=list)


def is_minutes(text: Incoming) -> bool:
    """Whether a document is minutes: it says so at its top, and has paragraphs."""
    lines = [
        line for block in (*(one for head in text.heads for one in head), *text.blocks[:8]) for line in block.lines
    ]
    numbered = sum(bool(_PARAGRAPH.fullmatch(line)) for block in text.blocks for line in block.lines[:1])
    return numbered > 0 and any(map(_TITLE.fullmatch, lines))


def imported_minutes(text: Incoming, meeting: Meeting, series: Sequence[str], handling: Handling, ask: Ask) -> NewFiles:
    """The minutes' file, not approved here before somebody has read it; raises NotImported where it cannot be one."""
    if meeting.minutes is not None:
        raise WrongUse(f"{meeting.minutes.path} finns redan och skrivs aldrig över.")
    told, naming = Account(), Naming(handling, ask)
    front, paragraphs = _parted(text.blocks, series)
    attendance, approvers = attendance_of([line for block in front for line in block.lines])
    if not attendance.get("ledamöter"):
        raise NotImported(
            "protokollet säger inte under Beslutande eller Närvarande vilka ledamöter som var med, med parti inom parentes. "
            "Gör filen med klubbat ny protokoll."
        )
    rows = [_row(one, meeting, told, naming) for one in paragraphs]
    told.look_at += _gaps(paragraphs)
    rows = _with_left_out(rows, meeting, told)
    first, last = paragraphs[0].number, paragraphs[-1].number
    members = [one["namn"] for one in attendance["ledamöter"]]
    says_chair = bool(attendance["ordförande"])
    chair = attendance["ordförande"] = attendance["ordförande"] or members[0]
    others = [name for name in approvers if name != chair] or [name for name in members if name != chair][:1]
    keys = {
        "närvarande": attendance,
        "paragrafer": rows,
        "justeringar": [{"paragrafer": f"{first}-{last}" if last > first else str(first), "justerare": others}],
    }
    days = dict(_days([line for block in (*front, *paragraphs[-1].text) for line in block.lines]))
    body = naming.in_text(written(block for one in paragraphs if one.text for block in _text(one)))
    made = file_text(
        header_of(MinutesHeader, keys), body, _remarks(days, says_chair, any(name != chair for name in approvers))
    )
    passages = [*text.passages, *(line for part in (*text.heads, *text.feet) for block in part for line in block.lines)]
    told.leave_out("Fick ingen plats", without_place(passages, made, told))
    told.look_at += (*naming.told, *stopped(made, handling.official))
    naming.names.update(name for line in told.lines for name in named_in(line, naming.elected))

    def shown(line: str) -> str:
        return hidden(line, naming.names, handling.official)

    held = meeting.header.state is MeetingState.HELD
    path = layout.MINUTES.at(meeting.document.folder)
    return NewFiles(
        files=(NewFile(path, made),),
        values=() if held else (NewValue(meeting.document, ("läge",), MeetingState.HELD.value),),
        told=tuple(told.printed(shown)),
        then=(
            f"Läs {path} bredvid protokollet: utfall, beslut, överklagande, närvarande, och texten under varje paragraf.",
            "Skriv justerat: med dagen när du har läst allt. Till dess visas inget av det på webbplatsen.",
            "Kontrollera med klubbat kontrollera, och leta efter personuppgifter med klubbat granska.",
        ),
    )


def _parted(blocks: Iterable[Block], series: Sequence[str]) -> tuple[list[Block], list[_Read]]:
    """What stands before the first paragraph, and the paragraphs; raises NotImported where there is none."""
    front: list[Block] = []
    paragraphs: list[_Read] = []
    part: list[Block] = front
    met: list[Block] = []
    for block in (one for several in blocks for one in _each(several)):
        lines = block.lines
        found = _PARAGRAPH.fullmatch(lines[0]) if lines and block.kind in _LINES else None
        if found and _begins_anew(int(found["number"]), block, paragraphs):
            front, paragraphs = met.copy(), []
        met.append(block)
        if found and _follows(int(found["number"]), block, paragraphs):
            title, number = without_number(" ".join([found["title"] or "", *lines[1:]]).strip(), series)
            paragraphs.append(_Read(int(found["number"]), title, number))
            part = paragraphs[-1].text
        elif not paragraphs:
            front.append(block)
        else:
            part = _sorted(block, paragraphs[-1], part, series)
    if not paragraphs:
        raise NotImported('ingen rad börjar med "§" och ett nummer, så paragraferna går inte att se.')
    return front, paragraphs


def _each(block: Block) -> Iterator[Block]:
    """The block, parted where several of its lines are paragraphs of their own, as in a table of contents."""
    starts = [n for n, line in enumerate(block.lines) if _PARAGRAPH.fullmatch(line)]
    if len(starts) < 2 or starts[0] or block.kind not in _LINES:
        yield block
        return
    for first, after in pairwise([*starts, len(block.lines)]):
        yield replace(block, words=(Run("\n".join(block.lines[first:after]), bold=block.is_bold),))


def _begins_anew(number: int, block: Block, paragraphs: Sequence[_Read]) -> bool:
    """Whether the paragraphs so far were a table of contents: the first comes again as a heading, and none has a decision."""
    is_first = len(paragraphs) > 1 and number == paragraphs[0].number
    return is_first and _heads(block) and not any(one.decision for one in paragraphs)


def _follows(number: int, block: Block, paragraphs: Sequence[_Read]) -> bool:
    """Whether a paragraph begins: the next number, or as a heading a later one, for a secret paragraph may be left out."""
    after = number - paragraphs[-1].number if paragraphs else 1
    return not paragraphs or after == 1 or (_heads(block) and 1 < after <= _LONGEST_GAP + 1)


def _heads(block: Block) -> bool:
    return block.kind in (BlockKind.HEADING, BlockKind.TITLE) or block.is_bold


def _gaps(paragraphs: Sequence[_Read]) -> Iterator[str]:
    """Numbers that are left out, and lines with a number of their own that did not begin a paragraph."""
    for one, after in zip_longest(paragraphs, paragraphs[1:]):
        for block in (*one.decision, *one.sent_to, *one.text):
            if found := _PARAGRAPH.match(block.text):
                yield f"§ {one.number} har en rad som börjar med § {found['number']}. Är det en egen paragraf: gör den till en."
        if after and after.number != one.number + 1:
            yield f"§ {one.number} följs av § {after.number}."


def _sorted(block: Block, one: _Read, part: list[Block], series: Sequence[str]) -> list[Block]:
    """Puts a block where it belongs in its paragraph; gives what the next one goes on."""
    text = block.text
    if not one.title and not one.decision and not one.text:
        one.title = text
    elif one.case_number is None and (number := only_number(text, series)):
        one.case_number = number
        one.text.append(block)
    elif _DECISION.fullmatch(text):
        return one.decision
    elif _DECIDES.fullmatch(text):
        one.decision.append(Block(BlockKind.PARAGRAPH, block.words))
        return one.decision
    elif SENT_TO.fullmatch(text):
        return one.sent_to
    elif _heads(block):
        one.text.append(replace(block, kind=BlockKind.HEADING, level=2))
        return one.text
    else:
        part.append(block)
    return part


def _row(one: _Read, meeting: Meeting, told: Account, naming: Naming) -> dict[str, Any]:
    """The paragraph's keys: what it is about, what became of it, and its decision where that is not as proposed."""
    about, item = _about(one, meeting, naming)
    sentences = naming.in_value([said for said in proposals(one.decision)[0] if not _DECIDES.fullmatch(said)])
    outcome = _outcome(sentences)
    if outcome is None and item and sentences and [*item.header.proposals] == sentences:
        outcome, sentences = Outcome.AS_PROPOSED, []
    outcome = outcome or (Outcome.DECIDED if sentences else Outcome.NOTED)
    shown, persons = receivers(one.sent_to)
    naming.met(persons)
    told.read_as.append((f"§ {one.number}", one.title, f"{outcome.value}, {len(sentences)} satser"))
    told.leave_out(f"Personer som får § {one.number}", (person.name for person in persons))
    is_noted = item is not None and item.header.kind in NOT_DECIDED
    return {
        "nummer": str(one.number),
        **about,
        "utfall": outcome.value,
        **({"beslut": sentences} if sentences else {}),
        **({"överklagande": Appeal.NONE.value} if is_noted else {}),
        **({"expedieras_till": naming.in_value(shown)} if shown else {}),
    }


def _outcome(sentences: Iterable[str]) -> Outcome | None:
    """What the sentences say became of the matter, other than that it was decided; nothing that they deny."""
    said = [sentence for sentence in sentences if not _DENIED.search(sentence)]
    return next((outcome for outcome, shape in _OUTCOMES if any(map(shape.search, said))), None)


def _with_left_out(rows: Sequence[dict[str, Any]], meeting: Meeting, told: Account) -> list[dict[str, Any]]:
    """The rows, and one for each number that the minutes leave out: of a matter that is not shown, or with nothing said of it."""
    numbers = [int(row["nummer"]) for row in rows]
    left_out = [number for number in range(numbers[0], numbers[-1]) if number not in numbers]
    about = {row.get("ärende") for row in rows}
    masked = [one.slug for one in meeting.agenda if not one.is_public and not one.is_draft and one.slug not in about]
    made = []
    for n, number in enumerate(left_out):
        row = {"nummer": str(number)}
        if len(masked) == len(left_out):
            made.append(row | {"ärende": masked[n], "utfall": Outcome.WITHHELD.value})
            told.look_at.append(f"§ {number} står som ärendet {masked[n]}, som inte visas. Kontrollera numret.")
        else:
            made.append(row | {"rubrik": _LEFT_OUT, "utfall": Outcome.NOTED.value})
            told.look_at.append(
                f"§ {number} står utan innehåll. Ska den inte visas: skriv rubrik: Visas inte, utfall: visas inte, "
                "publiceras: maskat och skäl."
            )
    return sorted((*rows, *made), key=lambda row: int(row["nummer"]))


def _about(one: _Read, meeting: Meeting, naming: Naming) -> tuple[dict[str, str], AgendaItem | None]:
    """The item or point that has the paragraph's number or title as it is printed; else the title, with offices for names."""
    items = [item for item in meeting.items if one.case_number and item.header.case_number == one.case_number]
    items += [item for item in meeting.items if alike(item.title, one.title)]
    if items:
        return {"ärende": items[0].slug}, items[0]
    point = next((point.name for point in meeting.header.points if alike(point.name, one.title)), None)
    return ({"punkt": point} if point else {"rubrik": naming.in_text(one.title) or f"Paragraf {one.number}"}), None


def _days(lines: Iterable[str]) -> Iterator[tuple[str, str]]:
    """The days of approval and of the notice, by key."""
    for line in (part for whole in lines for part in re.split(r"(?=\b(?:Juster|Ansl|Datum|Uppsatt|Ned))", whole)):
        day = first_date([line], whole_only=True)
        shapes = (("nedtaget", _TAKEN_DOWN), ("anslaget", _POSTED), ("justerat", _APPROVED))
        key = next((key for key, shape in shapes if shape.fullmatch(line)), None)
        if day and key:
            yield key, day[0].isoformat()


def _remarks(days: dict[str, str], says_chair: bool, has_approvers: bool) -> Remarks:
    """What a person has to say: who led and who approved where the minutes do not, and the days."""
    read = ", ".join(f"{key}: {day}" for key, day in days.items())
    chair = (
        "Protokollet säger inte vem som var ordförande. Skriv den som var det; den första ledamoten står här så länge.",
    )
    return {
        "närvarande": () if says_chair else chair,
        "justeringar": (
            *(() if has_approvers else ("Protokollet säger inte vem som justerade. Skriv den som gjorde det.",)),
            f"Ur protokollet: {read or 'ingen dag'}. Skriv justerat: och anslag: när allt är läst; till dess visas inget.",
        ),
    }


def _text(one: _Read) -> Iterator[Block]:
    """Every other word of the paragraph, below its number."""
    yield Block(BlockKind.HEADING, (Run(f"§ {one.number} {one.title}"),), 1)
    yield from one.text
