"""What looks like a person's name and is a place's, an institution's or a company's."""

from __future__ import annotations

import re

from macros.guard.names import GIVEN

_NO_PERSON = re.compile(
    r"(?:Allmänna|Europeiska|Fria|Gamla|Kungliga|Lilla|Mellersta|Nedre|Nordiska|Norra|Nya|Röda|Sankt|Stora|Svenska|Södra|Västra|Yttre|"
    r"Östra|Övre|Bageri|Bar|Brf|Café|Firma|Hotell|Kafé|Pizzeria|Restaurang|Rum|Sal|Villa|\w+(?<![aeiou])s)[ \u00a0]|"
    r"\w*(?:akademi|boende|bolag|bostad|bostäder|byggnad|byrå|center|centrum|domstol|fastigheter|fond|fullmäktige|församling|förbund|förening|"
    r"förvaltning|gatan|grupp|gymnasi|gård|hem|hus|institut|kassa|klubb|kommitté|kommun|kontor|kyrka|myndighet|nämnd|omsorg|parti|"
    r"region|råd|sällskap|samfällighet|sjukhus|skola|stad|stat|stift|styrelse|stiftelse|teater|utskott|verk|vägen)"
    r"(?:en|ens|et|ets|n|ns|s|t|ts)?\b",
    re.IGNORECASE,
)
"""Words that make capitalised words the name of a place, an authority or a company."""

_INSTITUTION = re.compile(
    r"[ \u00a0]\w*(?:akademi|bolag|byalag|center|centrum|domstol|församling|förbund|förening|förvaltning|klubb|kommitté|kommun|"
    r"institut|myndighet|samfällighet|sällskap|stiftelse|universitet)(?:en|ens|et|ets|n|ns|s)?\b",
    re.IGNORECASE,
)
"""A later word that makes the whole an institution's name, and that no family name ends as."""

_OF_SOMEBODY = re.compile(r"(\w+a)s[ \u00a0]")
"""A given name in the genitive, as in `Annas Konditori`; other words that end so are given names themselves (`Tobijas`)."""

_NAMED_AFTER = re.compile(
    r"-\w|s?[ \u00a0](?:\w*(?:allé|bibliotek|esplanad|gata|gränd|gymnasium|kiosk|konditori|lekpark|"
    r"museum|restaurang|sjukhus|skola|stipendi|torg)|backe|bro|fond|"
    r"församling|hovrätt|kaj|kommun|kyrka|lekplats|minne|minnesfond|park|plats|stig|stiftelse|terrass|väg)"
    r"(?:e[nt]|et|n|um)?s?\b|"
    r"(?:[ \u00a0](?:&|i|[A-ZÅÄÖ][\w-]*)){0,4}[ \u00a0](?:AB|HB|KB)\b"
)
"""What follows a name that is a place's, an institution's or a company's: `August Palms torg`, `Lars Kagg-skolan`."""

_AFTER_WHOM = re.compile(
    r"(?:[ \u00a0](?:Care|Consulting|Data|Group|International|Media|Nordic|Scandinavia|Service|Software|Solutions|Sverige|Sweden|"
    r"Systems?)|biblioteket|dagen|fonden|gatan|gymnasiet|hallen|museet|parken|priset|skolan|stipendiet|torget|vägen)s?$"
)
"""What a name's last word ends with where it is no person's: `Vilhelm Mobergsgymnasiet`."""

_PLACE_BEFORE = re.compile(
    r"\b(?:fartyg(?:et)?|färjan|hotell(?:et)?|kv\.?|kvarter(?:et)?|lokalen|salen|stadsdelen|skolan)[ \u00a0]$",
    re.IGNORECASE,
)
"""What stands before a name that is a block's, a ship's or a room's: `kvarteret Gustav Vasa`. A school's whole name is none."""


_PLACES_BEFORE = re.compile(
    r"(?:avdelning|boend|bost|båt|enhet|fastighet|grupp|gård|kvarter|lokal|process|rum|sal|skol|system)\w*[ \u00a0]"
    r"(?:[A-ZÅÄÖ][\w-]+(?:, | och ))*\Z"
)
"""Several places or things, before each of their names: `äldreboendena Kristina och Vega`."""


def is_named_after(text: str, start: int, end: int) -> bool:
    """Whether something is named after the person whose name stands there, by its last word or what is beside it."""
    return bool(
        _NAMED_AFTER.match(text, end)
        or _AFTER_WHOM.search(text, start, end)
        or _PLACE_BEFORE.search(text, max(0, start - 20), start)
        or (" " not in text[start:end] and _PLACES_BEFORE.search(text, max(0, start - 90), start))
    )


def is_before_institution(text: str, end: int) -> bool:
    """Whether what ends there is the beginning of an institution's name: `HSB Bostadsrättsförening`."""
    return _INSTITUTION.match(text, end) is not None


def is_no_person(name: str) -> bool:
    """Whether it is the name of a place, an authority or a company, or begins with somebody's in the genitive."""
    owner = _OF_SOMEBODY.match(name)
    is_institution = _NO_PERSON.match(name) or _INSTITUTION.search(name)
    return is_institution is not None or (owner is not None and owner[1] in GIVEN)
