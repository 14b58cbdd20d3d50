"""Other numbers on an agenda, and other places of paragraphs: who gets which. Nothing is written here."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from build_scripts.project import WrongUse
from macros.facts.minutes import Minuted
from macros.record import layout
from macros.record.archive import AgendaItem, Meeting
from macros.record.numbers import ItemNumber, paragraph_list


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


def moved_paragraph(minuted: Minuted, number: int, to: int, referring: Sequence[str]) -> MovedParagraph:
    """A paragraph in another's place, those between moved by one; `referring` are other files that name one of them.

    Raises WrongUse where an approved paragraph would change, where one of them stands in another approval, where somebody
    came or went between them, or where another file names one.
    """
    numbers = list(minuted.numbers)
    for one in (number, to):
        if one not in numbers:
            raise WrongUse(f"protokollet har ingen § {one}; det har {paragraph_list(numbers)}.")
    low, high = sorted((number, to))
    between = range(low, high + 1)
    told = paragraph_list(between)
    if not minuted.runs_on:
        raise WrongUse("paragraferna har inte nummer i följd. Kör klubbat kontrollera och rätta det först.")
    moved = [one for one in minuted.decided if one.number in between]
    if approved := [one.number for one in moved if one.is_approved]:
        raise WrongUse(f"{paragraph_list(approved)} är justerat och byter aldrig nummer.")
    if len({id(one.part) for one in moved}) > 1:
        raise WrongUse(f"{told} hör till olika justeringar. Rätta paragrafer: under justeringar först.")
    attendance = minuted.header.attendance
    for who in (*attendance.members, *attendance.serving, *attendance.substitutes):
        if (who.arrived or 0) in between[1:] or (who.left or 0) in between[:-1]:
            raise WrongUse(f"{who.name} kom eller gick mellan {told}. Rätta närvarande först.")
    if referring:
        raise WrongUse(f"{', '.join(referring)} nämner någon av {told}. Ändra redovisat_i där först.")
    old = [n for n in numbers if n != number]
    old.insert(numbers.index(to), number)
    rows = tuple(numbers.index(n) for n in old)
    return MovedParagraph(rows, {was: now for was, now in zip(old, numbers, strict=True) if was != now})
