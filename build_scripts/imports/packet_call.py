"""The call of a packet as the meeting's file: day, hour, place and points in the header, the rest of it as the letter."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import Any

from build_scripts.imports.agenda import CALL, Agenda
from build_scripts.imports.blocks import whole
from build_scripts.imports.offices import Ask, Naming
from build_scripts.imports.people import Handling, named_in
from build_scripts.new.meeting import REMARKS
from build_scripts.new.new_files import NewFile, header_of
from build_scripts.new.writing import file_text, markdown
from build_scripts.project import WrongUse
from macros.record import layout
from macros.record.archive import Body, Meeting
from macros.record.parsing import parse
from macros.record.summons import MeetingState, SummonsHeader

_LONG_LINE = 50
"""Signs of a line that was broken because it was full."""


def call_file(
    body: Body, day: dt.date, agenda: Agenda, attachments: Sequence[dict[str, Any]], handling: Handling, ask: Ask
) -> tuple[NewFile, list[str]]:
    """The call's file, and the lines of the call that are not in it: headings, and what names somebody without an office."""
    keys = {
        "datum": day.isoformat(),
        "tid": agenda.time or (f"{body.header.time:%H:%M}" if body.header.time else None),
        "plats": agenda.venue or body.header.venue,
        "läge": MeetingState.PLANNED.value,
        "inledande_punkter": [{"namn": point} for point in agenda.points] or None,
        "bilagor": list(attachments) or None,
    }
    naming = Naming(handling, ask)
    letter, left_out = [], []
    for line in sentences(agenda.rest):
        text = naming.in_text(line)
        names = [name for name in named_in(text, naming.elected) if naming.nameless([name])]
        if names or any(map(CALL.fullmatch, (line, *line.split("\t")))):
            left_out.append(line)
        else:
            letter.append(markdown(text))
    path = layout.SUMMONS.at(f"{body.document.folder}/{day}")
    return NewFile(path, file_text(header_of(SummonsHeader, keys), "\n\n".join(letter), REMARKS)), left_out


def sentences(lines: Iterable[str]) -> list[str]:
    """The lines, with a long one and what goes on below it as one."""
    kept: list[str] = []
    for line in lines:
        is_open = kept and len(kept[-1]) >= _LONG_LINE and not kept[-1].endswith((".", ":", "?", "!"))
        if is_open and line[:1].islower():
            kept[-1] = whole((kept[-1], line))
        else:
            kept.append(line)
    return kept


def meeting_of(body: Body, file: NewFile) -> Meeting:
    """The meeting that a call's file will be."""
    document, findings = parse(SummonsHeader, file.path, file.text.encode())
    if document is None:
        raise WrongUse(findings[0].message)
    return Meeting(document, body.id, document.folder.rpartition("/")[2])
