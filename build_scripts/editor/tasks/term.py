"""A list of elected representatives that holds from a day: what it changes of `ledamoter.md`, and the desk's task for it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from pathlib import Path

from build_scripts.editor.answers import Asked, Unanswered
from build_scripts.editor.desk_words import desk_sentence
from build_scripts.editor.header.changes import HeaderChange, Insert, Put
from build_scripts.editor.tasks.edits import added, edited
from build_scripts.editor.tasks.task import RecordChange, Task, TaskInput, change_of
from build_scripts.editor.templating import START
from build_scripts.imports.elected import ElectedList, elected
from build_scripts.imports.elected_term import Begins, NewTerm, term
from build_scripts.imports.elected_words import names_body
from build_scripts.imports.received import NotImported
from build_scripts.imports.table_files import KINDS, table_file
from build_scripts.new.body import TO_FILL_IN
from build_scripts.new.writing import Tree
from build_scripts.project import WrongUse
from macros.dates.written import date, listing
from macros.record.archive import Body
from macros.record.members import MembersHeader, Person
from macros.record.schema import Document

_PEOPLE = "förtroendevalda"


def read_list(body: Body, content: bytes, name: str, first: dt.date) -> ElectedList:
    """The list of the body in a file as it holds on the day; raises `WrongUse` where it cannot be read, or names nobody.

    "Kommunstyrelsen i Exempelköping" is called Kommunstyrelsen too.
    """
    names = (*body.header.names, body.header.short_name, body.id)
    called = {one for full in names if full for one in (full, full.partition(" i ")[0])}
    try:
        file = table_file(content, name, lambda sheet: names_body(sheet, called) is True)
    except NotImported as why:
        raise WrongUse(f"{name}: {why}") from None
    if names_body(file.sheet, called) is False:
        raise WrongUse(f"{name} har inget blad för {body.name}: det första heter {file.sheet}.")
    found = elected(file.rows, called, first)
    if not found.people:
        others = f" ({', '.join(found.passed)})" if found.passed else ""
        raise WrongUse(
            f"{name} har inga förtroendevalda i {body.name} som känns igen{others}. Den ska ha kolumnerna Namn, Parti och "
            "Uppdrag, eller rader som Ordförande: Namn (P)."
        )
    if file.unread:
        found.passed.append(f"bara bladet {file.sheet} lästes; det finns också {listing(file.unread)}")
    return found


def with_term(
    root: Path, members: Document[MembersHeader], listed: ElectedList, first: dt.date
) -> tuple[bytes, tuple[str, ...], tuple[str, ...]]:
    """The file as the list makes it from the day on, what that means, and what did not come along."""
    people = members.header.persons
    made = term(people, listed, first)
    changes = [*_ended(made, first), *_begun(root, members.path, people, made, first)]
    if not changes:
        unread = " ".join(("", *listed.unread, *made.unclear))
        raise WrongUse(f"listan ändrar inget: alla som lästes har samma uppdrag {date(first)} redan.{unread}")
    content = edited(root, members.path, *changes)
    if members.source.text == TO_FILL_IN:
        content = b"".join(line for line in content.splitlines(keepends=True) if not line.startswith(b"#"))
    told = (*_told(people, made), *listed.passed, *_told_of_order(listed))
    return content, told, (*listed.unread, *made.unclear)


def _told_of_order(listed: ElectedList) -> Iterator[str]:
    """That the order of substitutes is the list's own, where two of a party have one and no number says it."""
    if not listed.is_ranked and any((one.rank or 0) > 1 for one in listed.people):
        yield "ersättarnas ordning: som de står i listan; jämför med fullmäktiges beslut"


def _ended(made: NewTerm, first: dt.date) -> list[HeaderChange]:
    last = (first - dt.timedelta(days=1)).isoformat()
    return [Put((_PEOPLE, row, "uppdrag", n, "till"), last) for row, n in made.ends]


def _begun(root: Path, path: str, people: Sequence[Person], made: NewTerm, first: dt.date) -> Iterator[HeaderChange]:
    new: list[Tree] = []
    for begins in made.begins:
        if begins.row is None:
            one = begins.elected
            new.append({"namn": one.name, "parti": one.party, "uppdrag": [_mandate(begins, first)]})
        else:
            person = people[begins.row]
            own = "" if person.party == begins.elected.party else begins.elected.party
            yield Insert((_PEOPLE, begins.row, "uppdrag", len(person.mandates)), _mandate(begins, first, own))
    if new:
        yield from added(root, path, _PEOPLE, new)


def _mandate(begins: Begins, first: dt.date, party: str = "") -> Tree:
    one = begins.elected
    mandate: dict[str, Tree] = {"roll": one.role.value, "från": first.isoformat()}
    mandate |= {"parti": party} if party else {}
    return mandate | ({"ordning": str(one.rank)} if one.rank else {})


def _told(people: Sequence[Person], made: NewTerm) -> Iterator[str]:
    for begins in made.begins:
        one = begins.elected
        yield f"börjar: {one.name} ({one.party}), {one.role.value}{f' {one.rank}' if one.rank else ''}"
    for row, n in made.ends:
        yield f"slutar: {people[row].name} ({people[row].party}), {people[row].mandates[n].role.value}"
    if made.goes_on:
        yield f"oförändrade: {made.goes_on}"


def _questions(given: TaskInput) -> Sequence[Asked]:
    return (
        Asked(
            "lista",
            "Listan",
            f"Hela nämndens, till exempel ur registret: {', '.join(KINDS)}.",
            required=True,
            file=True,
        ),
        Asked("fran", "Första dagen", "De som inte står i listan slutar dagen före.", required=True, day=True),
    )


def _task(given: TaskInput) -> RecordChange:
    sent = given.form.files["lista"][0]
    try:
        listed = read_list(given.body, sent.content, sent.name, given.day("fran"))
        content, told, left_out = with_term(given.root, given.members, listed, given.day("fran"))
    except WrongUse as wrong:
        raise Unanswered((("lista", desk_sentence(str(wrong))),)) from None
    then = f"{START}?organ={given.body.id}"
    return change_of({given.members.path: content}, f"Nya ledamöter: {given.body.id}", then, (*told, *left_out))


TERM_TASKS = {
    "ny-period": Task(
        "Nya ledamöter ur en lista",
        "Läser hela nämndens lista, till exempel inför en ny mandatperiod: nya får sitt uppdrag, de som inte står där en sista "
        "dag. Bara namn, parti och uppdrag tas ur filen.",
        _questions,
        _task,
    )
}
