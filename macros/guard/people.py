"""Single persons in prose: a name or initials near words of care, diagnosis or dismissal, or in a personnel decision."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from macros.guard.hit import Hit, Recognised, block
from macros.guard.names import FAMILY, FAMILY_ENDINGS, GIVEN
from macros.guard.offices import has_office
from macros.guard.official import Official
from macros.guard.subjects import SUBJECTS, SUBJECTS_OF_OFFICERS
from macros.words import words

_WORD = r"[A-ZÅÄÖÉÜ][a-zåäöéüćčšžøæ]+"
_HYPHEN = r"-(?:\n[ \t>]*)?"
"""A double name may be broken at its hyphen."""

_NAME = re.compile(
    rf"({_WORD}(?:{_HYPHEN}{_WORD})?)((?:[ \u00a0]\n?(?:{_WORD}|[A-ZÅÄÖ]\.|al|de|von|af)(?:{_HYPHEN}{_WORD})?){{1,3}})(?!\w)"
)
_OFFICES = words("AB AD AU DO EG EU FN HD HR IT JK JO KD KF KS MP SD UK US VD VU")
_DONE_BY_PEOPLE = words("ansöker begär behöver beviljas bor lider mår vårdas önskar")
_INITIALS = re.compile(
    r"(?:(?:[A-ZÅÄÖ]\.[ \u00a0]?){2,3}|[A-ZÅÄÖ]\.[ \u00a0]?[A-ZÅÄÖ]|[A-ZÅÄÖ][ \u00a0][A-ZÅÄÖ]|"
    rf"(?!(?:{'|'.join(_OFFICES)})\b)(?:[A-ZÅÄÖ]{{1,2}}:s|[A-ZÅÄÖ]{{2}}(?=[ \u00a0](?:{'|'.join(_DONE_BY_PEOPLE)})\b)))(?!\w)"
)
"""`J.L.`, `J. L`, `J.L`, `J L`, `JL:s`, `J:s`; two bare letters, as firms have too, where they do what only people do."""

_ROLES = frozenset(
    words(
        """
        anhörig anmälare anmälaren anställde barnet boende brukaren byggherre dottern eleven enskilde fadern
        fastighetsägare flickan fru fröken förälder granne herr huvudman hyresgästen klagande klaganden klienten läraren
        makan makarna maken familjen syskonen mamman medarbetaren modern pappan patienten pojken sonen sökande sökanden
        vårdnadshavare vårdnadshavaren ägare
        """
    )
)
"""Words for a single person that a name or initials may follow, also as a label before a colon."""

_WHO = re.compile(
    rf"[a-zåäö](:?[ \u00a0]+)({_WORD}(?:[ \u00a0]{_WORD}){{0,2}}|"
    r"[A-ZÅÄÖ]{1,3}\b\.?|(?:[A-ZÅÄÖ]\.[ \u00a0]?){1,3})(?!\w)"
)
_APPLICANT = re.compile(
    rf"(?:nsökan|verklagande|nmälan|lagomål|egäran|krivelse|ärende) (?:från|av|för|om|rörande) ({_WORD} {_WORD})(?!\w)"
)
_TURNED = re.compile(rf"({_WORD}(?:-{_WORD})?, ({_WORD})(?:-{_WORD})?)(?=[:;|]|$)", re.MULTILINE)
"""The family name first, as registers have it."""

_AGED = re.compile(rf"({_WORD}),? \d{{1,2}} år\b")
_NAMED_AFTER = re.compile(
    r"-\w|s?[ \u00a0](?:torg|gata|väg|park|plats|församling|minne|stiftelse|skola|förskola|gymnasium|"
    r"kyrka|lekplats|fond|museum|sjukhus|bro)"
)
"""What follows a name that is a place's or an institution's: `August Palms torg`, `Lars Kagg-skolan`."""

_LAST_WORD = re.compile(r"\w+$")
_PARTY = re.compile(r"[ \u00a0]?\([A-ZÅÄÖ][A-Za-zÅÄÖåäö]{0,3}\)")
_ELECTED = re.compile(
    r"(?:ordförande\w*|ledamot\w*|ersättare\w*|kommunalråd\w*|oppositionsråd\w*|gruppledare\w*|yrkar|motion(?:en)? (?:av|från))"
    r"[ \u00a0]$",
    re.IGNORECASE,
)

_LONGEST_INITIALS = 4

_WINDOW = 120
"""Characters on each side of a name that are near it; a blank line or the end of a list row ends them sooner."""


_ALL_SUBJECTS = (*SUBJECTS.values(), *SUBJECTS_OF_OFFICERS.values())


def people(text: str, official: Official) -> Recognised:
    """Names and initials, not those of the elected, with a word near that tells of care, illness, dismissal or employment."""
    told = sorted(found.start() for subject in _ALL_SUBJECTS for found in subject.finditer(text))
    for start, end in named(text) if told else ():
        # Most names of a long text stand by no such word: that is seen first, and fast.
        n = bisect_left(told, start - _WINDOW)
        if n == len(told) or told[n] > end + _WINDOW or not _is_unelected(text, start, end, official):
            continue
        near = _near(text, start, end)
        subjects = SUBJECTS_OF_OFFICERS if has_office(text, start, end) else SUBJECTS
        kind_id = next((kind_id for kind_id, subject in subjects.items() if subject.search(near)), None)
        if kind_id is not None:
            yield Hit(start, end, kind_id, " ".join(text[start:end].split()).lower())


def is_private(text: str, start: int, end: int, official: Official) -> bool:
    """Whether somebody is named there who is neither elected nor named with an office."""
    return _is_unelected(text, start, end, official) and not has_office(text, start, end)


def _near(text: str, start: int, end: int) -> str:
    """What stands around, without the name itself: Vård can be a family name's beginning."""
    first, last = block(text, start, end)
    return f"{text[max(first, start - _WINDOW) : start]} | {text[end : min(last, end + _WINDOW)]}"


def named(text: str) -> Iterator[tuple[int, int]]:
    """Where somebody may be named: the longest of what begins at a place."""
    taken = 0
    for found in sorted(_candidates(text), key=lambda span: (span[0], -span[1])):
        start, end = found
        if start < taken:
            continue
        taken = end
        yield start, end


def _is_unelected(text: str, start: int, end: int, official: Official) -> bool:
    """Whether no place is named after her there, and she is nobody elected."""
    is_place = end - start > _LONGEST_INITIALS and _NAMED_AFTER.match(text, end)
    return not is_place and not is_elected(text, start, end, official)


def _candidates(text: str) -> Iterator[tuple[int, int]]:
    """The patterns begin with the capital itself, which is found fast; that no word goes on before it is looked at afterwards."""
    for found in _NAME.finditer(text):
        if not text[found.start() - 1 : found.start()].isalnum() and (span := _person_in(found)):
            yield span
    for found in _WHO.finditer(text):
        role = _LAST_WORD.search(text[max(0, found.start() - 16) : found.start() + 1])
        if role and role.group().lower() in _ROLES:
            yield found.span(2)
    for shape in (_APPLICANT, _AGED):
        yield from (found.span(1) for found in shape.finditer(text))
    yield from (found.span(1) for found in _TURNED.finditer(text) if found[2] in GIVEN)
    for found in _INITIALS.finditer(text):
        before = text[found.start() - 1 : found.start()]
        if not before.isalnum() and before not in (".", "("):
            yield found.start(), found.start() + len(found.group().rstrip())


def _person_in(found: re.Match[str]) -> tuple[int, int] | None:
    """The part of a row of capitalised words that is a person's name: from a given name on, or before a family name."""
    parts = list(re.finditer(r"\S+", found.group()))
    for word in parts[:-1]:
        if set(word.group().split("-")) & GIVEN:
            return found.start() + word.start(), found.end()
    last = parts[-1].group().removesuffix("s")
    if last in FAMILY or (last.endswith(FAMILY_ENDINGS) and len(last) > 5):
        return found.start() + parts[-2].start(), found.end()
    return None


def is_elected(text: str, start: int, end: int, official: Official) -> bool:
    """Whether the name there is an elected representative's, by the record, her party or the office before it."""
    name = " ".join(text[start:end].split()).lower()
    return bool(
        any(name.startswith(known) or name.endswith(known) for known in official.names)
        or _PARTY.match(text, end)
        or _ELECTED.search(text, max(0, start - 40), start)
    )


def persons_in(text: str) -> Iterator[tuple[int, int]]:
    """Where people are named whose given or family name is known to be one, and after whom no place is named there."""
    for found in _NAME.finditer(text):
        if (span := _person_in(found)) and not _NAMED_AFTER.match(text, span[1]):
            yield span


def ends_with_person(text: str) -> bool:
    """Whether the text ends with somebody's name."""
    return any(end == len(text) for _, end in persons_in(text))
