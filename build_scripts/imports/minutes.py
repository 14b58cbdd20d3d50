"""Old minutes ("protokoll") as they arrive: paragraphs, decisions, attendance and days where they are found, the rest as text."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any

from build_scripts.imports.acts import ACTS, acts_of
from build_scripts.imports.attendance import APPROVERS, DECIDING, attendance_of
from build_scripts.imports.blocks import Block, BlockKind, Run
from build_scripts.imports.headings import MINUTES
from build_scripts.imports.incoming import Incoming
from build_scripts.imports.letterhead import first_date
from build_scripts.imports.markdown import written
from build_scripts.imports.offices import Ask, Naming
from build_scripts.imports.people import Handling, hidden, named_in, receivers
from build_scripts.imports.printed_paragraphs import DECIDES, PARAGRAPH, PrintedParagraph, gaps, parted
from build_scripts.imports.printed_titles import alike
from build_scripts.imports.received import NotImported
from build_scripts.imports.report_parts import proposals
from build_scripts.imports.secrecy import stopped
from build_scripts.imports.sections import rows_of
from build_scripts.imports.telling import Account, without_place
from build_scripts.new.minutes import NOT_DECIDED
from build_scripts.new.new_files import CHECK_AND_GUARD, NewFile, NewFiles, NewValue, header_of
from build_scripts.new.writing import Remarks, file_text
from build_scripts.project import WrongUse
from macros.checks.unfilled import FILL_IN
from macros.dates.written import counted
from macros.record import layout
from macros.record.archive import AgendaItem, Meeting
from macros.record.minutes import Appeal, MinutesHeader, Outcome
from macros.record.summons import MeetingState

_IN_HEAD = re.compile(r"\b(?:sammanträdes)?protokoll\b", re.IGNORECASE)
"""What pages of minutes say at their top, beside the municipality and the page's number."""

_LEFT_OUT = "Paragrafen finns inte i det importerade protokollet"
_APPROVED = re.compile(r"\bjuster(?:at|ad|ing|ings?dag|ingsdatum)\w*\b.*", re.IGNORECASE)
_POSTED = re.compile(r"(?:.*\banslag\w*\b.*(?:upp|anslå|anslag)\w*|anslaget|uppsatt)\b.*", re.IGNORECASE)
_TAKEN_DOWN = re.compile(r".*\b(?:ned|(?:tas|tagits) ner)\w*\b.*", re.IGNORECASE)
_OUTCOMES = (
    (Outcome.REFERRED_BACK, re.compile(r"\båterremit", re.IGNORECASE)),
    (Outcome.TABLED, re.compile(r"\bbordlägg|\bbordlagt", re.IGNORECASE)),
    (Outcome.WITHDRAWN, re.compile(r"\bärendet utgår\b", re.IGNORECASE)),
)
_OPENING = re.compile(r"^(?:(?:nämnden|styrelsen|utskottet) )?(?:beslutar |beslutade )?(?:att )?", re.IGNORECASE)
_FORM = re.compile(r"^(\w+?)(?:ar|er|a|r)\b")
"""What a decision begins with: who decides, and the form of what is done."""

_DENIED = re.compile(r"\binte\b|\bavslå(?:r|s)?\b|\byrkande", re.IGNORECASE)
"""What turns a sentence with such words into another decision."""


def is_minutes(text: Incoming) -> bool:
    """Whether a document is minutes: it has paragraphs, and says so at its top or says who decided and who approves them."""
    heads = [line for head in text.heads for block in head for line in block.lines]
    lines = [line for block in text.blocks[:8] for line in block.lines]
    numbered = sum(bool(PARAGRAPH.fullmatch(line)) for block in text.blocks for line in block.lines[:1])
    front = [line for block in text.blocks for one in block.lines[:1] for line in one.split("\t")[:1]]
    says_who = all(any(map(shape.fullmatch, front)) for shape in (DECIDING, APPROVERS))
    return numbered > 0 and (any(map(MINUTES.fullmatch, lines)) or any(map(_IN_HEAD.search, heads)) or says_who)


def imported_minutes(text: Incoming, meeting: Meeting, series: Sequence[str], handling: Handling, ask: Ask) -> NewFiles:
    """The minutes' file, not approved here before somebody has read it; raises NotImported where it cannot be one."""
    if meeting.minutes is not None:
        raise WrongUse(f"{meeting.minutes.path} finns redan och skrivs aldrig över.")
    told, naming = Account(), Naming(handling, ask)
    front, paragraphs = parted(text.blocks, series)
    attendance, approvers = attendance_of([line for block in front for line in block.lines])
    if not attendance.get("ledamöter"):
        raise NotImported(
            "protokollet säger inte under Beslutande eller Närvarande vilka ledamöter som var med, med parti inom parentes. "
            "Gör filen med klubbat ny protokoll."
        )
    kinds = ("ledamöter", "tjänstgörande_ersättare", "ersättare")
    present = {one["namn"] for kind in kinds for one in attendance.get(kind, ())}
    rows = [_row(one, meeting, told, naming, present) for one in paragraphs]
    told.look_at += gaps(paragraphs)
    rows = _with_left_out(rows, meeting, told)
    first, last = paragraphs[0].number, paragraphs[-1].number
    everywhere = f"{first}-{last}"
    for one in (one for kind in kinds for one in attendance.get(kind, ())):
        if one.get("paragrafer") == everywhere:
            del one["paragrafer"]
    members = [one["namn"] for one in attendance["ledamöter"]]
    says_chair = bool(attendance["ordförande"])
    chair = attendance["ordförande"] = attendance["ordförande"] or members[0]
    others = [name for name in approvers if name != chair] or [name for name in members if name != chair][:1]
    keys = {
        "närvarande": attendance,
        "paragrafer": rows,
        "justeringar": [{"paragrafer": everywhere if last > first else str(first), "justerare": others}],
    }
    days = dict(_days([line for block in (*front, *paragraphs[-1].text) for line in rows_of(block)]))
    body = naming.in_text(written(block for one in paragraphs if one.text for block in _text(one)))
    made = file_text(
        header_of(MinutesHeader, keys), body, _remarks(days, says_chair, any(name != chair for name in approvers), rows)
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
            CHECK_AND_GUARD,
        ),
    )


def _row(
    one: PrintedParagraph, meeting: Meeting, told: Account, naming: Naming, present: Collection[str]
) -> dict[str, Any]:
    """The paragraph's keys: what it is about, what became of it, its decision where that is not as proposed, and what was
    done; what became keys is no longer among its text."""
    about, item = _about(one, meeting, naming)
    sentences = naming.in_value([said for said in proposals(one.decision)[0] if not DECIDES.fullmatch(said)])
    outcome = _outcome(sentences)
    if outcome is None and item and sentences and _said(item.header.proposals) == _said(sentences):
        outcome, sentences = Outcome.AS_PROPOSED, []
    decided = Outcome.CHANGED if item and item.header.proposals else Outcome.DECIDED
    outcome = outcome or (decided if sentences else Outcome.NOTED)
    shown, persons = receivers(one.sent_to)
    naming.met(persons)
    told.read_as.append((f"§ {one.number}", one.title, f"{outcome.value}, {counted(len(sentences), 'sats', 'satser')}"))
    told.leave_out(f"Personer som får § {one.number}", (person.name for person in persons))
    acts = acts_of(one.text, present)
    one.text = acts.kept
    told.leave_out(f"Det som blev nycklar i § {one.number}", acts.read)
    told.look_at += (
        f"§ {one.number}: {heading} kunde inte läsas säkert och står kvar som text. Skriv in det under sin nyckel."
        for heading in acts.unread
    )
    is_noted = item is not None and item.header.kind in NOT_DECIDED
    return {
        "nummer": str(one.number),
        **about,
        "utfall": outcome.value,
        **({"beslut": sentences} if sentences else {}),
        **naming.in_value({key: acts.keys[key] for key in ACTS if acts.keys.get(key)}),
        **({"överklagande": Appeal.NONE.value} if is_noted else {}),
        **({"expedieras_till": naming.in_value(shown)} if shown else {}),
    }


def _said(sentences: Iterable[str]) -> list[str]:
    """What the sentences say, without what a list of clauses has others of: "att anta planen," is "Nämnden antar planen."."""
    bare = (_OPENING.sub("", sentence.rstrip(" .,;")) for sentence in sentences)
    return [_FORM.sub(r"\1", said[:1].lower() + said[1:]) for said in bare]


def _outcome(sentences: Iterable[str]) -> Outcome | None:
    """What the sentences say became of the matter, other than that it was decided; nothing that they deny."""
    said = [sentence for sentence in sentences if not _DENIED.search(sentence)]
    return next((outcome for outcome, shape in _OUTCOMES if any(map(shape.search, said))), None)


def _with_left_out(rows: Sequence[dict[str, Any]], meeting: Meeting, told: Account) -> list[dict[str, Any]]:
    """The rows, and one for each number that the minutes leave out: of a matter that is not shown, or with nothing said of it."""
    numbers = [int(row["nummer"]) for row in rows]
    left_out = [number for number in range(numbers[0], numbers[-1]) if number not in numbers]
    about = {row.get("ärende") for row in rows}
    masked = [one.slug for one in meeting.agenda if one.is_withheld and one.slug not in about]
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


def _about(one: PrintedParagraph, meeting: Meeting, naming: Naming) -> tuple[dict[str, str], AgendaItem | None]:
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


def _remarks(days: dict[str, str], says_chair: bool, has_approvers: bool, rows: Sequence[Mapping[str, Any]]) -> Remarks:
    """What a person has to say: who led and who approved where the minutes do not, paragraphs that they lack, and the days."""
    read = ", ".join(f"{key}: {day}" for key, day in days.items())
    chair = f"{FILL_IN} vem som var ordförande, som protokollet inte säger; den första ledamoten står här så länge."
    approver = f"{FILL_IN} vem som justerade, som protokollet inte säger; en av ledamöterna står här så länge."
    lacking = [row["nummer"] for row in rows if row.get("rubrik") == _LEFT_OUT]
    lacks = (
        f"{FILL_IN} vad {'§' if len(lacking) == 1 else '§§'} {', '.join(lacking)} gäller, som protokollet hoppar över."
    )
    return {
        "närvarande": () if says_chair else (chair,),
        "paragrafer": (lacks,) if lacking else (),
        "justeringar": (
            *(() if has_approvers else (approver,)),
            f"Ur protokollet: {read or 'ingen dag'}. Skriv justerat: och anslag: när allt är läst; till dess visas inget.",
        ),
    }


def _text(one: PrintedParagraph) -> Iterator[Block]:
    """Every other word of the paragraph, below its number."""
    yield Block(BlockKind.HEADING, (Run(f"§ {one.number} {one.title}"),), 1)
    yield from one.text
