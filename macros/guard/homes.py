"""Home addresses: a street with its number that somebody is said to live at, or with a postal code."""

from __future__ import annotations

import re
from collections.abc import Iterator

from macros.guard.hit import Hit, Recognised
from macros.guard.official import Official, street_key
from macros.guard.people import ends_with_person
from macros.guard.typography import SPACE
from macros.words import words

_ENDINGS = words(
    """
    gatan gata vägen väg gränden gränd stigen stig torget torg allén allé backen slingan ringen leden kroken
    plan plats promenaden esplanaden stranden kajen svängen brinken gården bågen
    """
)
_NUMBERED = re.compile(rf"[a-zåäö][{SPACE}]\d")
_NAME = re.compile(rf"(?:\b[A-ZÅÄÖÉ][\wéü]*[ -])?\b[A-ZÅÄÖÉ][\wéü]*(?:s (?:{'|'.join(_ENDINGS)}))?$")
_NUMBER = re.compile(
    rf"[{SPACE}]\d{{1,3}}(?:[{SPACE}]?[A-Ha-h](?!\w))?(?!\d|[.,:]\d|[{SPACE}]?(?:%|kr|mnkr|mkr|tkr|procent|"
    r"januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december)\b)"
)
_BEFORE = re.compile(
    r"\b(?:bor|bodde|boende|bosatt\w*|folkbokför\w+|skriven|hemadress\w*|bostadsadress\w*|adress|flytta[rt]? (?:till|från)|"
    r"hemma (?:på|hos)|bostad\w*|lägenhet\w*|c/o)\b[^.!?\n|]{0,70}$",
    re.IGNORECASE,
)
_AFTER = re.compile(
    rf"^(?:[{SPACE}]?,?[{SPACE}]?(?:lgh|läg\.?|lägenhet|vån\.?|bv|\d[{SPACE}]?tr)\b|"
    rf"\s?[,|;]?\s{{0,3}}(?:SE-)?\d{{3}}[{SPACE}]?\d\d[{SPACE}]+[A-ZÅÄÖ])"
)
_CARE_OF = re.compile(rf"\b[cC]/[oO][{SPACE}]+[A-ZÅÄÖ]\w+(?:[{SPACE}][A-ZÅÄÖ]\w+)?")
_POSTAL = re.compile(rf"\d{{3}}[{SPACE}]?\d\d[{SPACE}]+[A-ZÅÄÖ]")
_RURAL = re.compile(rf"\b([A-ZÅÄÖ][a-zåäöéü]+[{SPACE}]\d{{1,4}}),?[{SPACE}](?:SE-)?$")
_BOX = re.compile(r"(?:Box|Fack|Postfack|Rum|Sal|Plan|Hus)\b")


def homes(text: str, official: Official) -> Recognised:
    """Streets with a number where somebody is said to live, with a flat, a postal code or a person's name beside it.

    A street alone is a place that boards write about (`parkeringen vid Kvarngatan 4`) and is nobody's home.
    """
    for start, end in _streets(text):
        key = street_key(text[start:end])
        if key in official.streets or any(key.endswith(f" {street}") for street in official.streets):
            continue
        before, after = text[max(0, start - 90) : start], text[end : end + 40]
        bare = before.rstrip()
        is_after_name = bare.endswith(",") and ends_with_person(bare[:-1])
        if is_after_name or _BEFORE.search(before) or _AFTER.match(after):
            yield Hit(start, end, "hemadress", key)
    if "c/o" in text or "C/O" in text:
        for found in _CARE_OF.finditer(text):
            yield Hit(found.start(), found.end(), "hemadress", street_key(found.group()))
    for found in _POSTAL.finditer(text):
        yield from _rural(text, found.start(), official)


def _streets(text: str) -> Iterator[tuple[int, int]]:
    """Every street with its number. The number is found first: far fewer words end before one than begin with a capital."""
    for found in _NUMBERED.finditer(text):
        end = found.start() + 1
        if not text.endswith(_ENDINGS, max(0, end - 12), end):
            continue
        number = _NUMBER.match(text, end)
        name = _NAME.search(text[max(0, end - 45) : end])
        if number and name:
            yield end - len(name.group()), number.end()


def _rural(text: str, postal_code: int, official: Official) -> Iterator[Hit]:
    """A place with a number and no street before a postal code, as in the country: `Norrgården 12, 123 45 Byn`."""
    found = _RURAL.search(text[max(0, postal_code - 40) : postal_code])
    if found is None or _BOX.match(found[1]) or found[1].split()[0].endswith(_ENDINGS):
        return
    key = street_key(found[1])
    if key not in official.streets:
        start = postal_code - len(found.group())
        yield Hit(start, start + len(found[1]), "hemadress", key)
