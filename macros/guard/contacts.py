"""How a person is reached: a private mail address or a mobile number stops, an unlisted mail domain is looked at.

So is a home address: a street with its number that somebody is said to live at, or with a postal code.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterable, Iterator

from macros.guard.hit import Hit, Recognised
from macros.guard.official import PRIVATE_DOMAINS, Official, street_key, telephone
from macros.guard.people import ends_with_person, is_private, named
from macros.guard.subjects import CLIENTS
from macros.guard.typography import DASH, SPACE
from macros.record.loose_dates import ANY_MONTH
from macros.words import words

_IN_LOCAL = r"\w.+%'-"
_AT = re.compile(
    rf"[@\uff20\[(](?:(?<=[{_IN_LOCAL}][@\uff20])|(?<=[{_IN_LOCAL}] [@\uff20])(?= \w)|(?:at|@|snabel-?a)[\])]\s?)",
    re.IGNORECASE,
)
_LONGEST = 64
_LOCAL = re.compile(rf"[\w+][{_IN_LOCAL}]{{0,{_LONGEST - 1}}}\Z")
_DOT = r"(?:\.|\s?[\[(](?:dot|punkt)[\])]\s?)"
_DOMAIN = re.compile(rf"[^\W_][\w-]{{0,62}}(?:{_DOT}[^\W_][\w-]{{0,62}}){{1,8}}", re.IGNORECASE)
_SPELT = re.compile(
    rf"(?<![{_IN_LOCAL}])([\w+][{_IN_LOCAL}]{{0,{_LONGEST - 1}}}) (?:at|snabel-?a) "
    r"([^\W_][\w-]{0,62}(?:(?:\.| (?:dot|punkt) )[^\W_][\w-]{1,62}){1,4})",
    re.IGNORECASE,
)
"""The signs spelt as words: `anna at gmail dot com`."""
_SIGN_IN_WORDS = re.compile(r" (?:at|snabel-?a) ", re.IGNORECASE)

_PRIVATE_FAMILIES = ("gmail.", "hotmail.", "outlook.", "live.", "yahoo.", "icloud.", "gmx.", "proton.")
"""Beginnings of domains that stand under many countries."""

_BETWEEN = rf"[{SPACE}{DASH}./]"
_MOBILE = re.compile(
    rf"[+\uff0b(0０](?<![\w.,/{DASH}].)(?<!\d:.)"
    rf"(?:(?:(?<=[+\uff0b])|(?<=[0０])[0０])[4４][6６]{_BETWEEN}?(?:\([0０]\){_BETWEEN}?|[0０])?|(?<=[0０])|(?<=\()[0０])"
    rf"[7７][02369０２３６９]\)?{_BETWEEN}{{0,3}}\d(?:{_BETWEEN}?\d){{6}}(?!\d|[{DASH}/:]\d)"
)
"""The Swedish mobile series 070, 072, 073, 076 and 079, with nine digits after the first nought, as in Post- och
telestyrelsen's numbering plan. The first sign stands first, and what goes before it after: so the text is passed over fast.
"""


def mail(text: str, official: Official) -> Recognised:
    """Mail addresses that are not the body's own; `anna (at) gmail.com` is one too.

    The sign is found first: far fewer signs than words stand in a text.
    """
    done = 0
    for sign in _AT.finditer(text):
        end, start = sign.span()
        if text[end - 1 : end].isspace():
            end -= 1
        if text[start : start + 1] == " " == text[end : end + 1]:
            start += 1
        local = _LOCAL.search(text[max(done, end - _LONGEST) : end])
        found = _DOMAIN.match(text, start)
        if local is None or found is None:
            continue
        done = found.end()
        domain = unicodedata.normalize("NFKC", re.sub(r"\s?[\[(]\w+[\])]\s?", ".", found.group())).lower()
        yield from _address((end - len(local.group()), done), local.group(), domain, official)
    for spelt in _SPELT.finditer(text) if _SIGN_IN_WORDS.search(text) else ():
        domain = re.sub(r" \w+ ", ".", spelt[2]).lower()
        if domain != spelt[2].lower() or _is_private(domain):
            yield from _address(spelt.span(), spelt[1], domain, official)


def _address(span: tuple[int, int], local: str, domain: str, official: Official) -> Recognised:
    address = f"{local.lower()}@{domain}"
    if address in official.mailboxes or official.knows_domain(domain):
        return
    if re.search(r"\.[^\W\d_]{2,}$", domain):
        yield Hit(*span, "privat-e-post" if _is_private(domain) else "okänd-e-post", address)


def _is_private(domain: str) -> bool:
    return domain in PRIVATE_DOMAINS or domain.startswith(_PRIVATE_FAMILIES)


def mobiles(text: str, official: Official, runs: Iterable[tuple[int, int]]) -> Recognised:
    """Mobile numbers ("mobilnummer") in the runs of a text's digits (`runs_of_digits`) that are not among the body's own."""
    for found in (found for start, end in runs for found in _MOBILE.finditer(text, max(0, start - 1), end)):
        number = telephone(found.group())
        if number not in official.numbers:
            yield Hit(found.start(), found.end(), "mobilnummer", number)


_ENDINGS = words(
    """
    gatan gata vägen väg gränden gränd stigen stig torget torg allén allé backen slingan ringen leden kroken
    plan plats promenaden esplanaden stranden kajen svängen brinken gården bågen
    """
)
_NUMBERED = re.compile(rf"[a-zåäö][{SPACE}]\d")
_NAME = re.compile(rf"(?:\b[A-ZÅÄÖÉ][\wéü]*[ -])?\b[A-ZÅÄÖÉ][\wéü]*(?:s (?:{'|'.join(_ENDINGS)}))?$")
_NUMBER = re.compile(
    rf"[{SPACE}]\d{{1,3}}(?:[{SPACE}]?[A-Ha-h](?!\w))?(?!\d|[.,:]\d|[{SPACE}]?(?:%|kr|mnkr|mkr|tkr|procent|{ANY_MONTH})\b)"
)
_LIVES = re.compile(
    r"\b(?:bor|bodde|boende|bosatt\w*|folkbokför\w+|skriv(?:en|na) (?:på|i)|hemmet|hem (?:på|till)|hemadress\w*|"
    r"bostadsadress\w*|flytta(?:r|t|de)? (?:till|från)|"
    r"hemma (?:på|hos)|larm från|dödsbo\w*|hembesök\w*|"
    r"(?:brukaren|eleven|familjen|huvudmannen|klienten|mamman|modern|pappan|patienten)s?|bostad\w*|lägenhet\w*|c/o)\b[^.!?\n|]{0,70}$",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"\badress\b[^.!?\n|]{0,70}$", re.IGNORECASE)
_AFTER = re.compile(
    rf"^(?:[{SPACE}]?,?[{SPACE}]?(?:lgh|läg\.?|lägenhet|nyckel|portkod|vån\.?|bv|\d[{SPACE}]?tr)\b|"
    rf"\s?[,|;]?\s{{0,3}}(?:SE-)?\d{{3}}[{SPACE}]?\d\d[{SPACE}]+[A-ZÅÄÖ])"
)
_LIVES_AFTER = re.compile(
    rf",? (?:dit|där) (?:\w+ )?(?:{'|'.join(CLIENTS)}|de|han|hon|"
    r"\w*(?:aren|brodern|dottern|fadern|föräldrarna|mamman|modern|pappan|sonen|systern)) "
    r"(?:bodde|bor|flytta\w*|är (?:bosatt|folkbokförd|skriven))\b"
)
_WORKPLACE = re.compile(
    r"(?:\w*(?:bibliotek|center|central|centrum|domstol|förening|förvaltning|hus|kommun|kontor|myndighet|nämnd|region|(?<!bostads)(?<!hyres)rätt|skola|"
    r"styrelse|verk)(?:en|ens|et|ets|n|s)?|AB|(?:besöks|leverans)adress)(?:[:,]?\s+\w*adress(?: är)?)?[:,]?\s+$",
    re.IGNORECASE,
)
"""Who or what has a street address that is nobody's home, unless somebody is said to live there."""

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
        is_addressed = (_ADDRESS.search(before) or _AFTER.match(after)) and not _WORKPLACE.search(before)
        if is_after_name or is_addressed or _LIVES.search(before) or _LIVES_AFTER.match(text, end):
            yield Hit(start, end, "hemadress", key)
    for found in _ESTATE.finditer(text):
        lives = _LIVES_ON.search(text, max(0, found.start() - 40), found.start())
        if lives and not _INSTITUTION.search(text, max(0, lives.start() - 40), lives.start()):
            yield Hit(*found.span(), "hemadress", street_key(found[0]))
    if "c/o" in text or "C/O" in text:
        for found in _CARE_OF.finditer(text):
            yield Hit(found.start(), found.end(), "hemadress", street_key(found.group()))
    for found in _POSTAL.finditer(text):
        yield from _rural(text, found.start(), official)


_LANDLINE = re.compile(
    rf"0(?<![\w.,/{DASH}+:].)[1-9]\d{{0,2}}[{SPACE}]?[{DASH}/][{SPACE}]?\d{{2,4}}(?:[{SPACE}{DASH}]?\d{{2,3}}){{1,3}}(?!\d|[{DASH}/:.,]\d)"
)
"""An area code of two to four digits with a dash after it, as telephone numbers are written in Swedish."""

_AT_HOME = re.compile(
    r"\b(?:bost\.?|bostad(?:en)?|hem|hemma|hemnummer|hemtel(?:efon)?|privat)[:,]?[ \u00a0](?:tel(?:efon|\.)?:?[ \u00a0])?$",
    re.IGNORECASE,
)
"""Words right before a number that make it a home's."""

_ESTATE = re.compile(r"[A-ZÅÄÖ][a-zåäöé]+ \d{1,3}:\d{1,3}(?!\d)")
_LIVES_ON = re.compile(
    r"\b(?:bodde|bor|bosatt\w*|folkbokför\w+|skriv(?:en|na)) (?:på|i) (?:(?:fastigheten|gården|torpet) )?$",
    re.IGNORECASE,
)
"""An estate that somebody is said to live on."""

_INSTITUTION = re.compile(
    r"(?:bolag|bygd|enhet|företag|förening|förskola|förvaltning|församling|klubb|kommun|kyrka|museum|museet|myndighet|nämnd|region|"
    r"skola|verksamhet)(?:en|et|n)?[ \u00a0]$",
    re.IGNORECASE,
)
"""What does not live anywhere, though it is said to."""

_NEAREST = 60
"""Characters between a name and a number or a street that is hers."""

_OTHER_THOUGHT = re.compile(r"[.!?;]\s+[A-ZÅÄÖ]|[|]|\n\s*\n")


def reached(text: str, official: Official) -> Recognised:
    """A landline or a street with its number, near somebody who is neither elected nor named with an office.

    Such a number may be a home's as well as a workplace's: only the name beside it makes it worth looking at.
    """
    found = [
        (span.start(), span.end(), "telefon-vid-namn", telephone(span.group())) for span in _LANDLINE.finditer(text)
    ]
    found += [(start, end, "hemadress", street_key(text[start:end])) for start, end in _streets(text)]
    names = list(named(text)) if found else []
    known = official.numbers | official.streets
    for start, end, kind_id, key in found:
        is_at_home = kind_id == "telefon-vid-namn" and _AT_HOME.search(text, max(0, start - 30), start)
        if key in known:
            continue
        if is_at_home or any(
            _are_near(text, name, (start, end)) and is_private(text, *name, official)
            for name in _around(names, start, end)
        ):
            yield Hit(start, end, kind_id, key)


def _around(names: list[tuple[int, int]], start: int, end: int) -> Iterator[tuple[int, int]]:
    """The names near a place, of all that a text has in order: they may be any number."""
    for n in range(bisect_left(names, (start - 2 * _NEAREST, 0)), len(names)):
        if names[n][0] > end + _NEAREST:
            return
        yield names[n]


def _are_near(text: str, person: tuple[int, int], other: tuple[int, int]) -> bool:
    first, last = sorted((person, other))
    gap = text[first[1] : last[0]]
    return first[1] <= last[0] and len(gap) <= _NEAREST and not _OTHER_THOUGHT.search(gap)


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
    start = postal_code - len(found.group())
    if key not in official.streets and not _WORKPLACE.search(text[max(0, start - 90) : start]):
        yield Hit(start, start + len(found[1]), "hemadress", key)
