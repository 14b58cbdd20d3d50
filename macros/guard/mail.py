"""E-mail addresses: a private one stops, one of a domain that nobody has listed is looked at."""

from __future__ import annotations

import re
import unicodedata

from macros.guard.hit import Hit, Recognised
from macros.guard.official import PRIVATE_DOMAINS, Official

_AT = r"(?:[@\uff20]|\s?[\[(](?:at|@|snabel-?a)[\])]\s?)"
_DOT = r"(?:\.|\s?[\[(](?:dot|punkt)[\])]\s?)"
_ADDRESS = re.compile(
    rf"([\w+][\w.+%'-]{{0,63}})(?:{_AT})([^\W_][\w-]{{0,62}}(?:{_DOT}[^\W_][\w-]{{0,62}}){{1,8}})", re.IGNORECASE
)
_PRIVATE_FAMILIES = ("gmail.", "hotmail.", "outlook.", "live.", "yahoo.", "icloud.", "gmx.", "proton.")
"""Beginnings of domains that stand under many countries."""


def mail(text: str, official: Official) -> Recognised:
    """Mail addresses that are not the body's own; `anna (at) gmail.com` is one too."""
    for found in _ADDRESS.finditer(text):
        domain = unicodedata.normalize("NFKC", re.sub(r"\s?[\[(]\w+[\])]\s?", ".", found[2])).lower()
        address = f"{found[1].lower()}@{domain}"
        if address in official.mailboxes or official.knows_domain(domain):
            continue
        if domain.isdecimal() or not re.search(r"\.[^\W\d_]{2,}$", domain):
            continue
        private = domain in PRIVATE_DOMAINS or domain.startswith(_PRIVATE_FAMILIES)
        yield Hit(found.start(), found.end(), "privat-e-post" if private else "okänd-e-post", address)
