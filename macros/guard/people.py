"""Single persons in prose: a name or initials near words of care, diagnosis or dismissal, or in a personnel decision."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from macros.guard.context import block
from macros.guard.hit import Hit, Recognised
from macros.guard.names import FAMILY_ENDINGS, GIVEN
from macros.guard.official import Official
from macros.guard.words import words

_WORD = r"[A-ZÅÄÖÉÜ][a-zåäöéüćčšžøæ]+"
_NAME = re.compile(
    rf"({_WORD}(?:-{_WORD})?)((?:[ \u00a0]\n?(?:{_WORD}|[A-ZÅÄÖ]\.|al|de|von|af)(?:-{_WORD})?){{1,3}})(?!\w)"
)
_INITIALS = re.compile(r"(?:[A-ZÅÄÖ]\.[ \u00a0]?){2,3}(?!\w)")
_ROLES = frozenset(
    words(
        """
        anmälaren anställde barnet boende brukaren dottern eleven enskilde fadern flickan fru fröken herr
        hyresgästen klagande klaganden klienten läraren makan makarna maken familjen syskonen mamman
        medarbetaren modern pappan patienten pojken sonen sökanden vårdnadshavaren
        """
    )
)
"""Words for a single person that a name or initials may follow."""

_WHO = re.compile(
    rf"[a-zåäö]([ \u00a0]+)({_WORD}(?:[ \u00a0]{_WORD}){{0,2}}|"
    r"[A-ZÅÄÖ]{1,3}\b\.?|(?:[A-ZÅÄÖ]\.[ \u00a0]?){1,3})(?!\w)"
)
_APPLICANT = re.compile(
    rf"(?:nsökan|verklagande|nmälan|lagomål|egäran|krivelse|ärende) (?:från|av|för|om|rörande) ({_WORD} {_WORD})(?!\w)"
)
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

CARE = words(
    """
    adhd aids alkoholist alkoholmissbruk anhörigbidrag anorexi asperger autism avhysning avlid avsked avskedad
    avskedande avstäng bipolär bistånd boendestöd brottsmisstänk cancer demens depression diabetes diagnos
    disciplin dyslexi elevhälsa epilepsi familjehem försörjningsstöd funktionshinder funktionsnedsättning
    färdtjänst god_man hemtjänst hemlös hiv hvb intellektuell kontaktfamilj kontaktperson kränk lss lvm lvu
    läkarintyg missbruk mobbning narkotika omhänderta omplacering omsorg omvårdnad orosanmäl personlig_assistans
    placerad placeras placering psykisk psykiatri psykos rehabilitering sjukdom sjukpenning sjukskriv skada
    skilsmässa skoldaghem självmord skuldsanering skyddsplacering socialbidrag stroke särskilt_boende
    särskilt_stöd särskola umgänge uppsagd uppsäg utvecklingsstörning vräk vård vårdas vårdnad våld ätstörning
    äldreboende överviktig
    """
)
"""Beginnings of words of care, diagnosis and dismissal."""

PERSONNEL = words(
    """
    anställ arbetsbefri avgångsvederlag entledig förordna förordnande lön löne lönesättning lönetillägg pension
    rekryter semester tillsvidareanställ timanställ tjänstledig uppdragstillägg vikariat vikarie visstidsanställ
    provanställ
    """
)
"""Beginnings of words of decisions about staff."""

_WINDOW = 120
"""Characters on each side of a name that are near it; a blank line or the end of a list row ends them sooner."""


@dataclass(frozen=True)
class _Subject:
    kind_id: str
    words: re.Pattern[str]


def _pattern(stems: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(stems)})", re.IGNORECASE)


SUBJECTS = (_Subject("namn-vid-omsorg", _pattern(CARE)), _Subject("personalbeslut", _pattern(PERSONNEL)))


def people(text: str, official: Official) -> Recognised:
    """Names and initials, not those of the elected, with a word near that tells of care, illness, dismissal or employment."""
    for start, end in _persons(text, official):
        near = _near(text, start, end)
        subject = next((subject for subject in SUBJECTS if subject.words.search(near)), None)
        if subject is not None:
            yield Hit(start, end, subject.kind_id, " ".join(text[start:end].split()).lower())


def _near(text: str, start: int, end: int) -> str:
    """What stands around, without the name itself: Vård can be a family name's beginning."""
    first, last = block(text, start, end)
    return f"{text[max(first, start - _WINDOW) : start]} | {text[end : min(last, end + _WINDOW)]}"


def _persons(text: str, official: Official) -> Iterator[tuple[int, int]]:
    taken = 0
    for found in sorted(_candidates(text), key=lambda span: (span[0], -span[1])):
        start, end = found
        if start < taken:
            continue
        taken = end
        if not _NAMED_AFTER.match(text, end) and not _is_elected(text, start, end, official):
            yield start, end


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
    for found in _INITIALS.finditer(text):
        before = text[found.start() - 1 : found.start()]
        if not before.isalnum() and before != ".":
            yield found.start(), found.start() + len(found.group().rstrip())


def _person_in(found: re.Match[str]) -> tuple[int, int] | None:
    """The part of a row of capitalised words that is a person's name: from a given name on, or before a family name."""
    parts = list(re.finditer(r"\S+", found.group()))
    for word in parts[:-1]:
        if set(word.group().split("-")) & GIVEN:
            return found.start() + word.start(), found.end()
    last = parts[-1].group()
    if last.endswith(FAMILY_ENDINGS) and len(last) > 5:
        return found.start() + parts[-2].start(), found.end()
    return None


def _is_elected(text: str, start: int, end: int, official: Official) -> bool:
    name = " ".join(text[start:end].split()).lower()
    return bool(
        any(name.startswith(known) or name.endswith(known) for known in official.names)
        or _PARTY.match(text, end)
        or _ELECTED.search(text, max(0, start - 40), start)
    )


def ends_with_person(text: str) -> bool:
    """Whether the text ends with somebody's name."""
    return any(found.end() == len(text) and _person_in(found) for found in _NAME.finditer(text))
