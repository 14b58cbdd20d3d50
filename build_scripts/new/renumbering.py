"""Other numbers on an agenda, and other places of paragraphs: who gets which. Nothing is written here."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from build_scripts.new.writing import written
from build_scripts.project import WrongUse
from macros.facts.day import Day
from macros.facts.minutes import Minuted
from macros.facts.paragraphs import ParagraphName
from macros.record import layout
from macros.record.archive import AgendaItem, Meeting
from macros.record.minutes import MinutesHeader
from macros.record.numbers import ItemNumber, paragraph_list
from macros.record.schema import Keys


def renamed_items(meeting: Meeting, minuted: Minuted | None, slug: str, to: ItemNumber) -> dict[str, str]:
    """Old name of a file → its new name, when the item gets the number `to` and those after it move up or down.

    An item with sub-items takes them along. Raises WrongUse where there is no such item or place, or where something of the
    minutes is approved: the agenda that it rests on stands.
    """
    if minuted is not None and minuted.is_public:
        raise WrongUse("protokollet är justerat, helt eller delvis. Föredragningslistan numreras då inte om.")
    numbers = {item.slug: item.number for item in meeting.items if item.number}
    if len(set(numbers.values())) < len(numbers):
        raise WrongUse("två ärenden har samma nummer. Kör klubbat kontrollera och rätta det först.")
    if slug not in numbers:
        raise WrongUse(f'sammanträdet har inget ärende "{slug}". Ärendena är {", ".join(numbers)}.')
    after = _moved(numbers, slug, to)
    return {
        _file(item, numbers[item.slug]): _file(item, after[item.slug])
        for item in meeting.items
        if after.get(item.slug) != numbers.get(item.slug)
    }


def closed_up(meeting: Meeting, slug: str) -> dict[str, str]:
    """Old name of a file → its new name, when the item is gone and those after it move up: none where its number is not free.

    Raises WrongUse where other items stand under it.
    """
    numbers = {item.slug: item.number for item in meeting.items if item.number}
    own = numbers[slug]
    others = {name: number for name, number in numbers.items() if name != slug}
    if own in others.values():
        return {}
    if not own.is_part and any(one.main == own.main for one in others.values()):
        raise WrongUse(f"ärende {own} har underpunkter. Ta bort eller flytta dem först.")
    after = {name: _closed(one, own) for name, one in others.items()}
    return {
        _file(item, numbers[item.slug]): _file(item, after[item.slug])
        for item in meeting.items
        if item.slug in after and after[item.slug] != numbers[item.slug]
    }


def _file(item: AgendaItem, number: ItemNumber) -> str:
    return f"{layout.item_stem(number, item.slug)}.md"


def _moved(numbers: Mapping[str, ItemNumber], slug: str, to: ItemNumber) -> dict[str, ItemNumber]:
    """First the item is taken out, then it is put in: each time those behind it move by one."""
    own = numbers[slug]
    along = {name for name, one in numbers.items() if one.main == own.main and not own.is_part}
    if len(along) > 1 and to.is_part:
        raise WrongUse(f"ärende {own} har underpunkter och kan inte själv bli en. Flytta dem först.")
    left = {name: _closed(one, own) for name, one in numbers.items() if name not in along | {slug}}
    if to.is_part and not any(one.main == to.main for one in left.values()):
        raise WrongUse(f"det finns inget ärende {to.main} som {to} kan stå under.")
    last = max((one.main for one in left.values()), default=0)
    if to.main > last + 1:
        raise WrongUse(f"numret {to} är för högt: listan slutar med {last + 1}.")
    put = {name: _opened(one, to) for name, one in left.items()}
    return put | {name: replace(numbers[name], main=to.main) for name in along} | {slug: to}


def _closed(one: ItemNumber, gone: ItemNumber) -> ItemNumber:
    if not gone.is_part:
        return replace(one, main=one.main - 1) if one.main > gone.main else one
    if one.main != gone.main or one <= gone or bool(one.letter) != bool(gone.letter):
        return one
    return replace(one, letter=chr(ord(one.letter) - 1)) if one.letter else replace(one, part=one.part - 1)


def _opened(one: ItemNumber, new: ItemNumber) -> ItemNumber:
    if not new.is_part:
        return replace(one, main=one.main + 1) if one.main >= new.main else one
    if one.main != new.main or one < new or not one.is_part or bool(one.letter) != bool(new.letter):
        return one
    if one.letter == "z" or one.part == 99:
        raise WrongUse(f"ärende {new.main} har inte plats för fler underpunkter.")
    return replace(one, letter=chr(ord(one.letter) + 1)) if one.letter else replace(one, part=one.part + 1)


@dataclass(frozen=True)
class MovedParagraph:
    """The paragraphs' old rows in their new order, and the new number of each old one that changes."""

    order: tuple[int, ...]
    numbers: Mapping[int, int]


def moved_paragraph(facts: Day, minuted: Minuted, number: int, to: int) -> MovedParagraph:
    """A paragraph in another's place, those between moved by one.

    Raises WrongUse where there is no such paragraph, or where something else rests on the order of those between.
    """
    numbers = list(minuted.numbers)
    for one in (number, to):
        if one not in numbers:
            raise WrongUse(f"protokollet har ingen § {one}; det har {paragraph_list(numbers)}.")
    if not minuted.runs_on:
        raise WrongUse("paragraferna har inte nummer i följd. Kör klubbat kontrollera och rätta det först.")
    _refuse_what_rests_on(facts, minuted, range(min(number, to), max(number, to) + 1))
    old = [n for n in numbers if n != number]
    old.insert(numbers.index(to), number)
    rows = tuple(numbers.index(n) for n in old)
    return MovedParagraph(rows, {was: now for was, now in zip(old, numbers, strict=True) if was != now})


def _refuse_what_rests_on(facts: Day, minuted: Minuted, between: range) -> None:
    """What is approved stands; who came or went, and a break, between two paragraphs, is known of no other order."""
    told = paragraph_list(between)
    moved = [one for one in minuted.decided if one.number in between]
    if approved := [one.number for one in moved if one.is_approved]:
        raise WrongUse(f"{paragraph_list(approved)} är justerat och byter aldrig nummer.")
    if len({id(one.part) for one in moved}) > 1:
        raise WrongUse(f"{told} hör till olika justeringar. Rätta paragrafer: under justeringar först.")
    for _, who in minuted.header.attendance.everyone:
        if (who.arrived or 0) in between[1:] or (who.left or 0) in between[:-1]:
            raise WrongUse(f"{who.name} kom eller gick mellan {told}. Rätta närvarande först.")
    for one in minuted.header.adjournments:
        if one.after in between[:-1]:
            raise WrongUse(f"sammanträdet ajournerades efter § {one.after}, mellan {told}. Rätta ajourneringar först.")
    if files := sorted({*_reported(facts, minuted, between), *_linking(facts, minuted, between)}):
        raise WrongUse(f"{', '.join(files)} nämner någon av {told}. Rätta det där först.")


def _reported(facts: Day, minuted: Minuted, between: range) -> Iterator[str]:
    """The minutes of other meetings with an assignment that was reported ("redovisat_i") in one of the paragraphs."""
    names = {f"{minuted.meeting.id}/{n}" for n in between}
    for other in facts.minutes:
        if other.body is minuted.body and other.meeting is not minuted.meeting:
            assignments = (one for _, paragraph in other.paragraphs for one in paragraph.assignments)
            if any(one.reported_in in names for one in assignments):
                yield other.document.path


def _linking(facts: Day, minuted: Minuted, between: range) -> Iterator[str]:
    """The files with a text that links to one of the paragraphs."""
    link = re.compile(rf"{re.escape(minuted.address)}(?:#p)?(?:{'|'.join(map(str, between))})\b")
    return (document.path for document in facts.archive.documents() if link.search(document.body))


def following(minutes: MinutesHeader, folder: str, moved: MovedParagraph) -> Iterator[tuple[Keys, str]]:
    """What follows a moved paragraph within its own minutes: its number, and all that names it; by keys in the new order."""
    numbers = moved.numbers
    for keys, one in minutes.attendance.everyone:
        if one.paragraphs is not None and not numbers.keys().isdisjoint(one.paragraphs):
            yield ("närvarande", *keys, "paragrafer"), written(one.paragraphs.renumbered(numbers))
    for n, official in enumerate(minutes.attendance.others):
        if official.paragraphs is not None and not numbers.keys().isdisjoint(official.paragraphs):
            yield ("närvarande", "övriga", n, "paragrafer"), written(official.paragraphs.renumbered(numbers))
    for n, pause in enumerate(minutes.adjournments):
        if pause.during is not None and pause.during in numbers:
            yield ("ajourneringar", n, "under_paragraf"), str(numbers[pause.during])
    for n, paragraph in enumerate(minutes.paragraphs[row] for row in moved.order):
        if paragraph.number in numbers:
            yield ("paragrafer", n, "nummer"), str(numbers[paragraph.number])
        for m, assignment in enumerate(paragraph.assignments):
            name = ParagraphName.read(assignment.reported_in or "")
            if name is not None and name.folder == folder and name.number in numbers:
                yield ("paragrafer", n, "uppdrag", m, "redovisat_i"), f"{folder}/{numbers[name.number]}"
