"""How a person is reached: a private mail address or a mobile number stops, a mail domain that nobody has listed is looked at."""

from __future__ import annotations

import re
import unicodedata

from macros.guard.hit import Hit, Recognised
from macros.guard.official import PRIVATE_DOMAINS, Official, telephone
from macros.guard.typography import DASH, SPACE

_IN_LOCAL = r"\w.+%'-"
_AT = re.compile(rf"[@\uff20\[(](?:(?<=[{_IN_LOCAL}][@\uff20])|(?:at|@|snabel-?a)[\])]\s?)", re.IGNORECASE)
_LONGEST = 64
_LOCAL = re.compile(rf"[\w+][{_IN_LOCAL}]{{0,{_LONGEST - 1}}}\Z")
_DOT = r"(?:\.|\s?[\[(](?:dot|punkt)[\])]\s?)"
_DOMAIN = re.compile(rf"[^\W_][\w-]{{0,62}}(?:{_DOT}[^\W_][\w-]{{0,62}}){{1,8}}", re.IGNORECASE)
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
        end = sign.start()
        if text[end - 1 : end].isspace():
            end -= 1
        local = _LOCAL.search(text[max(done, end - _LONGEST) : end])
        found = _DOMAIN.match(text, sign.end())
        if local is None or found is None:
            continue
        done = found.end()
        domain = unicodedata.normalize("NFKC", re.sub(r"\s?[\[(]\w+[\])]\s?", ".", found.group())).lower()
        address = f"{local.group().lower()}@{domain}"
        if address in official.mailboxes or official.knows_domain(domain):
            continue
        if not re.search(r"\.[^\W\d_]{2,}$", domain):
            continue
        private = domain in PRIVATE_DOMAINS or domain.startswith(_PRIVATE_FAMILIES)
        yield Hit(end - len(local.group()), done, "privat-e-post" if private else "okänd-e-post", address)


def mobiles(text: str, official: Official) -> Recognised:
    """Mobile numbers ("mobilnummer") that are not among the body's own."""
    for found in _MOBILE.finditer(text):
        number = telephone(found.group())
        if number not in official.numbers:
            yield Hit(found.start(), found.end(), "mobilnummer", number)
