"""What looks like a person's name and is a place's, an institution's or a company's."""

from __future__ import annotations

import re

from macros.guard.names import GIVEN

_NO_PERSON = re.compile(
    r"(?:Allmänna|Europeiska|Fria|Gamla|Kungliga|Lilla|Mellersta|Nedre|Nordiska|Norra|Nya|Röda|Sankt|Stora|Svenska|Södra|Västra|Yttre|"
    r"Östra|Övre|\w+(?<![aeiou])s)[ \u00a0]|"
    r"\w*(?:akademi|bolag|bostäder|byggnad|byrå|center|centrum|domstol|fastigheter|fond|fullmäktige|församling|förbund|förening|"
    r"förvaltning|gatan|grupp|gymnasi|gård|hem|hus|institut|kassa|klubb|kommitté|kommun|kontor|kyrka|myndighet|nämnd|omsorg|parti|"
    r"region|råd|sällskap|samfällighet|sjukhus|skola|stad|stat|stift|styrelse|stiftelse|teater|utskott|verk|vägen)(?:en|ens|et|ets|n|ns|s)?\b",
    re.IGNORECASE,
)
"""Words that make capitalised words the name of a place, an authority or a company."""

_OF_SOMEBODY = re.compile(r"(\w+a)s[ \u00a0]")
"""A given name in the genitive, as in `Annas Konditori`; other words that end so are given names themselves (`Tobijas`)."""

_NAMED_AFTER = re.compile(
    r"-\w|s?[ \u00a0](?:allé|backe|bibliotek|bro|esplanad|fond|församling|förskola|gata|gränd|gymnasium|kaj|kommun|kyrka|"
    r"lekplats|minne|minnesfond|museum|park|plats|sjukhus|skola|stig|stiftelse|stipendium|terrass|torg|väg)(?:e[nt]|n)?s?\b|"
    r"(?:[ \u00a0](?:&|i|[A-ZÅÄÖ][\w-]*)){0,4}[ \u00a0](?:AB|HB|KB)\b"
)
"""What follows a name that is a place's, an institution's or a company's: `August Palms torg`, `Lars Kagg-skolan`."""

_AFTER_WHOM = re.compile(
    r"(?:biblioteket|dagen|fonden|gatan|gymnasiet|hallen|museet|parken|priset|skolan|stipendiet|torget|vägen)s?$"
)
"""What a name's last word ends with where it is no person's: `Vilhelm Mobergsgymnasiet`."""

_PLACE_BEFORE = re.compile(
    r"\b(?:fartyg(?:et)?|färjan|hotell(?:et)?|kv\.?|kvarter(?:et)?|lokalen|salen|stadsdelen|skolan)[ \u00a0]$",
    re.IGNORECASE,
)
"""What stands before a name that is a block's, a ship's or a room's: `kvarteret Gustav Vasa`. A school's whole name is none."""


def is_named_after(text: str, start: int, end: int) -> bool:
    """Whether something is named after the person whose name stands there, by its last word or what is beside it."""
    return bool(
        _NAMED_AFTER.match(text, end)
        or _AFTER_WHOM.search(text, start, end)
        or _PLACE_BEFORE.search(text, max(0, start - 20), start)
    )


def is_no_person(name: str) -> bool:
    """Whether it is the name of a place, an authority or a company, or begins with somebody's in the genitive."""
    owner = _OF_SOMEBODY.match(name)
    return _NO_PERSON.match(name) is not None or (owner is not None and owner[1] in GIVEN)
