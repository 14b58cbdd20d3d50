"""The page of one file: its form with everything that is told about it, and what is computed beside its fields."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from difflib import SequenceMatcher
from itertools import chain, zip_longest

from pydantic import ValidationError
from starlette.responses import Response

from build_scripts.editor.editor import Editor
from build_scripts.editor.form.beside_fields import View, told_at
from build_scripts.editor.form.fields import label
from build_scripts.editor.form.file_as_form import Opened
from build_scripts.editor.form.known import KnownValues
from build_scripts.editor.form.placing import standing_open, triples
from build_scripts.editor.form.remedies import Remedy, remedy
from build_scripts.editor.form.state import ROOT, FormState, by_name, day_in, to_tree, with_shapes
from build_scripts.editor.form.windows import choice_of, way_to
from build_scripts.editor.pages.choices import Choices, phrases
from build_scripts.editor.pages.minutes_form import MinutesForm, minutes_form
from build_scripts.editor.pages.saved_state import saved_state
from build_scripts.editor.pages.titles import naming
from build_scripts.editor.saving import asks_author
from build_scripts.editor.tasks.removing import is_removable
from build_scripts.editor.templating import EDIT, PREVIEW, PageNotes, at, meeting_at, page
from macros.dates.deadlines import deadlines
from macros.dates.written import date, hours, weekday_date
from macros.finding import Finding
from macros.record import layout
from macros.record.archive import Archive
from macros.record.minutes import Outcome
from macros.record.parsing import split
from macros.record.schedule import PlannedMeeting, ScheduleHeader
from macros.record.source import Source

_TITLES = ("rubrik", "namn", "enhet", "datum", "år", "gäller_från")
"""Keys whose value tells a file from others of its kind."""

_BODIES = {"kallelse": "Brevet", "ärende": "Tjänsteskrivelsen", "handling": "Handlingens text"}
"""What the text below the header is, by kind of file."""

_WITH_PHRASES = (layout.ITEM, layout.PAPER, layout.MINUTES, layout.SUMMONS)
"""The kinds of files in which standard phrases are offered."""

_DAY_OF_MEETING = re.compile(rf"{ROOT}\.sammanträden\.[^.]+\.datum")

AROUND = 2
"""Lines around a difference that are shown."""


def file_form(
    editor: Editor, file: Opened, state: FormState, body: str, told: PageNotes, text: str | None = None, part: str = ""
) -> Response:
    """The form of the file; `text` is what would be saved, where the findings have their places.

    Of minutes only the `part` is shown that holds the field of this name, or where the writer goes on.
    """
    minutes = minutes_form(editor, file, state, told.focus or part)
    findings = told_at(file.fields, state, text, told.here) if text is not None else []
    conflicts = [
        (choice_of(one.name), one, way_to(file.fields, one.name), compared(one.saved.strip("\n"), one.mine.strip("\n")))
        for one in told.conflicts
    ]
    return page(
        "redigera.html",
        told.status,
        path=file.stored.path,
        removable=is_removable(file.stored.path),
        kind=file.stored.kind,
        name=_heading(file),
        home=_home(file.stored.path, editor.saved().archive),
        saved_state=saved_state(editor.root, file.stored.path),
        base=file.source.text,
        fields=minutes.fields if minutes else triples(file.fields, state, ROOT),
        minutes=minutes,
        label=label,
        view=_view(editor, file, state, text, findings, told.focus, minutes),
        body=body,
        body_label=_BODIES.get(file.stored.kind.name, "Text"),
        told=told,
        conflicts=conflicts,
        compared=compared(file.source.text, text) if told.differs and text is not None else [],
        ask_author=asks_author(editor.root),
        phrases=phrases(editor.saved().archive, file.stored.path) if file.stored.kind in _WITH_PHRASES else (),
        edit=at(EDIT, file.stored.path),
        preview=at(PREVIEW, file.stored.path),
        **naming(editor),
    )


def _view(
    editor: Editor,
    file: Opened,
    state: FormState,
    text: str | None,
    findings: Sequence[tuple[Finding, str]],
    focus: str,
    minutes: MinutesForm | None,
) -> View:
    kind = file.stored.kind.name
    known = Choices(editor, file.stored.path, kind).of
    view = View(
        findings,
        remedies(file, state, text, findings),
        beside(editor, file, state),
        focus,
        kind,
        _of_those_present(known, minutes.present) if minutes and minutes.present else known,
        ballots=minutes.ballots if minutes else {},
    )
    fields = minutes.fields if minutes else triples(file.fields, state, ROOT)
    root = minutes.part.id if minutes and minutes.part.row else ROOT
    return replace(view, standing_open=standing_open(kind, fields, root))


def _of_those_present(
    known: Callable[[str], KnownValues | None], present: KnownValues
) -> Callable[[str], KnownValues | None]:
    """In a paragraph persons are picked from those who took part in it."""

    def of(name: str) -> KnownValues | None:
        return present if name.rpartition(".")[2] in _ACTING else known(name)

    return of


_ACTING = ("av", "deltar_inte", "utslagsröst")
"""Keys of a paragraph under which those who took part are named."""


def _home(path: str, archive: Archive) -> tuple[str, str] | None:
    """The meeting that the file belongs to: what it is called, and its page."""
    parts = path.split("/")
    meeting = archive.meeting(parts[1], parts[2]) if len(parts) > 3 else None
    return (f"Sammanträdet {date(meeting.date)}", meeting_at(meeting.body_id, meeting.id)) if meeting else None


def remedies(
    file: Opened, state: FormState, text: str | None, findings: Sequence[tuple[Finding, str]]
) -> dict[Finding, Remedy]:
    """The button of each finding whose remedy is known."""
    if not findings:
        return {}
    fields = {name: (shape, value) for name, shape, value in with_shapes(file.fields, state)}
    body_line = split(Source("", text or ""))[0].body_line
    told = ((finding, remedy(finding, name, fields, body_line)) for finding, name in findings)
    return {finding: found for finding, found in told if found}


def _heading(file: Opened) -> str:
    kind = label(file.stored.kind.name)
    values = dict(by_name(file.fields, file.state))
    title = next((value for key in _TITLES if (value := values.get(f"{ROOT}.{key}"))), "")
    day = day_in(title)
    title = date(day) if day else title
    return f"{kind}: {title}" if title else kind


def beside(editor: Editor, file: Opened, state: FormState) -> Mapping[str, list[str]]:
    """Lines by the name of the field that they stand beside, as the form is now."""
    match file.stored.kind.name:
        case "kallelse":
            return {f"{ROOT}.datum": _of_meeting(editor, file, state)}
        case "sammanträdesordning":
            return dict(_of_schedule(file, state))
        case "protokoll":
            return dict(_of_minutes(editor, file, state))
    return {}


def _of_meeting(editor: Editor, file: Opened, state: FormState) -> list[str]:
    day = day_in(dict(by_name(file.fields, state))[f"{ROOT}.datum"])
    if day is None:
        return []
    body = editor.saved().archive.body(file.stored.path.split("/")[1])
    schedule = body.schedule(day.year) if body else None
    if schedule is None:
        return [f"Det finns ingen sammanträdesordning för {day.year}, så inga tidsfrister räknas."]
    return _steps(schedule.header, day)


def _of_minutes(editor: Editor, file: Opened, state: FormState) -> Iterator[tuple[str, list[str]]]:
    """What a paragraph decides that takes the proposal of its items."""
    _, body_id, meeting_id, *_ = file.stored.path.split("/")
    meeting = editor.saved().archive.meeting(body_id, meeting_id)
    proposals = {item.slug: item.header.proposals for item in meeting.items} if meeting else {}
    values = dict(by_name(file.fields, state))
    for name, written in values.items():
        if name.endswith(".utfall") and written == Outcome.AS_PROPOSED:
            slugs = values.get(f"{name.rpartition('.')[0]}.ärende", "").split("\n")
            yield name, [f"Beslutet blir: {text}" for slug in slugs for text in proposals.get(slug, ())]


def _of_schedule(file: Opened, state: FormState) -> Iterator[tuple[str, list[str]]]:
    try:
        header = ScheduleHeader.model_validate(to_tree(file.fields, state))
    except ValidationError:
        # What is wrong is told where it stands, when the form is checked.
        return
    for name, written in by_name(file.fields, state):
        day = day_in(written) if _DAY_OF_MEETING.fullmatch(name) else None
        planned = header.planned(day) if day else None
        if planned:
            yield name, _steps(header, planned)


def _steps(schedule: ScheduleHeader, meeting: dt.date | PlannedMeeting) -> list[str]:
    return [
        f"{found.step.name}: {weekday_date(found.date)}"
        + (f" {hours(found.step.hours)}" if found.step.hours else "")
        + (f" ({found.reason})" if found.reason else "")
        for found in deadlines(schedule, meeting)
    ]


def compared(one: str, other: str) -> list[tuple[str, str, bool]]:
    """The lines that differ, with a few around them: as they are in each version, and whether those are not the same."""
    lines, others = one.split("\n"), other.split("\n")
    groups = SequenceMatcher(None, lines, others, autojunk=False).get_grouped_opcodes(AROUND)
    return [
        (left, right, tag != "equal")
        for tag, a, b, c, d in chain.from_iterable(groups)
        for left, right in zip_longest(lines[a:b], others[c:d], fillvalue="")
    ]
