"""Tasks of a body: a new one, and elected representatives who come and go."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from build_scripts.editor.answers import Asked, Unanswered
from build_scripts.editor.form.file_as_form import opened
from build_scripts.editor.header.changes import HeaderChange, Put, Take
from build_scripts.editor.stored import stored
from build_scripts.editor.tasks.edits import added, edited
from build_scripts.editor.tasks.task import RecordChange, Task, TaskInput, change_of
from build_scripts.editor.templating import START
from build_scripts.new import asking
from build_scripts.new.body import id_of, new_body
from build_scripts.new.new_files import contents_of
from build_scripts.new.writing import Tree
from build_scripts.project import WrongUse
from macros.dates.written import date, listing
from macros.facts.frozen_beside import NAMES
from macros.record.body import BodyKind, Weekday
from macros.record.members import Mandate, Person, Role

_KINDS, _DAYS = (tuple(word.value for word in words) for words in (BodyKind, Weekday))


def _body_questions(given: TaskInput) -> Sequence[Asked]:
    known = next((body.header.municipality for body in given.archive.bodies), "")
    return (
        Asked("kommun", "Kommun", "Till exempel Exempelköpings kommun.", required=True, value=known),
        Asked("namn_organ", "Nämndens namn", "Hela namnet.", required=True),
        Asked("kort", "Förkortning", "Till exempel AVUX; får saknas."),
        Asked(
            "id",
            "I adresserna",
            "Små bokstäver och bindestreck; görs annars av förkortningen eller namnet. Ändras aldrig.",
        ),
        Asked("slag", "Slag", words=_KINDS, value=BodyKind.BOARD.value, required=True),
        Asked("serie", "Diarienummer", "Formen, till exempel AVUX/ÅÅÅÅ:N; får saknas."),
        Asked("veckodag", "Sammanträdesdag", words=_DAYS, required=True),
        Asked("tid", "Klockslag", "Till exempel 18.00.", required=True),
        Asked("plats", "Plats"),
        Asked("ar", "Första året", "Året som planeras.", required=True, value=str(given.today.year + 1)),
    )


def _body(given: TaskInput) -> RecordChange:
    name, short = given.text("namn_organ"), given.text("kort")
    body_id = given.text("id") or id_of(short or name)
    keys = {
        "namn": name,
        "förkortning": short or None,
        "kommun": given.text("kommun"),
        "slag": given.text("slag"),
        "diarieserie": [given.text("serie")] if given.text("serie") else None,
        "sammanträdesdag": given.text("veckodag"),
        "tid": given.form.clock("tid"),
        "plats": given.text("plats") or None,
    }
    year = given.read("ar", lambda written: asking.year(written, "Första året"))
    try:
        draft = new_body(given.archive, body_id, keys, year, after=given.today)
    except WrongUse as wrong:
        raise Unanswered((("id", str(wrong).removeprefix("--id: ")),)) from None
    told = ("Öppna organet och fyll i det som saknas; rätta dagarna i sammanträdesordningen.",)
    return change_of(contents_of(given.root, draft), f"Ny nämnd: {body_id}", f"{START}?organ={body_id}", told)


def _members(given: TaskInput) -> tuple[str, list[Person]]:
    return given.members.path, list(given.members.header.persons)


def _join_questions(given: TaskInput) -> Sequence[Asked]:
    parties = sorted({person.party for person in _members(given)[1]})
    return (
        Asked("namn_ny", "Namn", "Förnamn och efternamn.", required=True),
        Asked("parti", "Parti", f"Förkortningen{', till exempel ' + parties[0] if parties else ''}.", required=True),
        Asked("roll", "Uppdrag", words=tuple(role.value for role in Role), required=True),
        Asked("fran", "Första dagen", required=True, day=True),
        Asked("ordning", "Ordning", "Ersättarens plats inom partiet, från 1; bara för ersättare."),
    )


def _join(given: TaskInput) -> RecordChange:
    path, people = _members(given)
    mandate: dict[str, Tree] = {"roll": given.text("roll"), "från": given.day("fran").isoformat()}
    mandate |= {"ordning": given.text("ordning")} if given.text("ordning") else {}
    name, party = given.text("namn_ny"), given.text("parti")
    row = _row_of(people, name, party)
    if row is not None:
        changes: list[HeaderChange] = [Put(("förtroendevalda", row, "uppdrag"), [*_rows(given, path, row), mandate])]
    else:
        changes = added(given.root, path, "förtroendevalda", [{"namn": name, "parti": party, "uppdrag": [mandate]}])
    return _of_members(given, path, "Ny förtroendevald", changes)


def _row_of(people: Sequence[Person], name: str, party: str) -> int | None:
    """Whose mandate it is; None for somebody new. Raises `Unanswered` where name and party do not say who it is."""
    namesakes = [(n, person) for n, person in enumerate(people) if person.name == name]
    own = [n for n, person in namesakes if person.party == party]
    if len(own) == 1 or not namesakes:
        return own[0] if own else None
    if own:
        raise Unanswered(
            (("namn_ny", f"{len(own)} heter {name} ({party}). Öppna ledamotsfilen och lägg till uppdraget där."),)
        )
    parties = listing(sorted({person.party for _, person in namesakes}))
    said = (
        f"{name} finns redan med partiet {parties}. Öppna ledamotsfilen och ändra där, om det inte var fel parti här."
    )
    raise Unanswered((("parti", said),))


def _rows(given: TaskInput, path: str, row: int) -> list[Tree]:
    """The mandates of a person as they are written."""
    tree = opened(stored(given.root, path)).tree
    rows: list[Tree] = tree["förtroendevalda"][row]["uppdrag"]
    return rows


def _of_members(given: TaskInput, path: str, what: str, changes: Sequence[HeaderChange]) -> RecordChange:
    body = given.body
    contents = {path: edited(given.root, path, *changes)}
    return change_of(contents, f"{what}: {body.id}", f"{START}?organ={body.id}", ("Ledamöterna är ändrade.",))


def _going_on(given: TaskInput) -> list[tuple[str, int, int, Person, Mandate]]:
    """Every mandate without a last day: its word in the form, the person's row, its own, and both."""
    return [
        (f"{row}-{n}-{person.name}", row, n, person, mandate)
        for row, person in enumerate(_members(given)[1])
        for n, mandate in enumerate(person.mandates)
        if mandate.last is None
    ]


def _leave_questions(given: TaskInput) -> Sequence[Asked]:
    known = _going_on(given)
    shown = tuple(f"{person.name} ({person.party}), {mandate.role.value}" for _, _, _, person, mandate in known)
    return (
        Asked("vem", "Uppdrag som slutar", words=tuple(one[0] for one in known), shown=shown, required=True),
        Asked("till", "Sista dagen", required=True, day=True),
    )


def _leave(given: TaskInput) -> RecordChange:
    path, _ = _members(given)
    _, row, n, _, _ = next(one for one in _going_on(given) if one[0] == given.text("vem"))
    put = Put(("förtroendevalda", row, "uppdrag", n, "till"), given.day("till").isoformat())
    return _of_members(given, path, "Avgår", [put])


def _name_questions(given: TaskInput) -> Sequence[Asked]:
    return (
        Asked("namn_organ", "Nytt namn", f"Nu heter det {given.body.name}.", required=True),
        Asked("kort", "Förkortning", "Får lämnas tom.", value=given.body.header.short_name or ""),
        Asked("fran", "Första dagen med namnet", required=True, day=True),
    )


def _why_not_from(given: TaskInput, first: dt.date) -> str:
    """Why the body cannot have another name from the day on: it is to come, or the name now was borne or approved then."""
    name = given.body.name
    if first > given.today:
        return f"Gör bytet {date(first)}: till dess heter det {name} på alla sidor."
    began = max((former.last for former in given.body.header.former_names), default=dt.date.min) + dt.timedelta(days=1)
    if first <= began:
        return f"Det heter {name} sedan {date(began)}. Välj en senare dag, eller rätta namnet i nämndens egen fil."
    released = given.archive.released.paragraphs.latest
    days = [one.date for one in given.body.meetings if f"{given.body.id}/{one.id}/{NAMES}" in released]
    return (
        f"Protokollet {date(max(days))} är justerat och utgivet med namnet {name}. Välj en dag efter det."
        if days and first <= max(days)
        else ""
    )


def _rename(given: TaskInput) -> RecordChange:
    document, first = given.body.document, given.day("fran")
    name, short = given.text("namn_organ"), given.text("kort")
    if name == document.header.name:
        raise Unanswered((("namn_organ", "Det heter så redan."),))
    if why := _why_not_from(given, first):
        raise Unanswered((("fran", why),))
    former: Tree = {"namn": document.header.name, "till": (first - dt.timedelta(days=1)).isoformat()}
    changes = [Put(("namn",), name), *added(given.root, document.path, "tidigare_namn", [former])]
    if short != (document.header.short_name or ""):
        changes.append(Put(("förkortning",), short) if short else Take(("förkortning",)))
    contents = {document.path: edited(given.root, document.path, *changes)}
    told = (f"Det som hör till dagar före {date(first)} behåller namnet som nämnden hade då.",)
    return change_of(contents, f"Nytt namn: {given.body.id}", f"{START}?organ={given.body.id}", told)


BODY_TASKS = {
    "namnd": Task(
        "Ny nämnd",
        "Gör nämndens fil, en fil för ledamöterna, årets sammanträdesordning och det första sammanträdet.",
        _body_questions,
        _body,
    ),
    "tilltrader": Task(
        "Någon tillträder",
        "En ny förtroendevald, eller ett nytt uppdrag för en som redan står bland ledamöterna.",
        _join_questions,
        _join,
    ),
    "avgar": Task(
        "Någon avgår",
        "Uppdraget får en sista dag. Personen står kvar: det som hände före den dagen ändras inte.",
        _leave_questions,
        _leave,
    ),
    "byter-namn": Task(
        "Nämnden byter namn",
        "Mappen, adresserna och diarieserien är desamma. Kallelser, protokoll och beslut från tiden före behåller namnet.",
        _name_questions,
        _rename,
    ),
}
