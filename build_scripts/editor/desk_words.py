"""What the commands and the rules say, in the words of the desk: no option, file or key is of use in a browser."""

from __future__ import annotations

import re
from collections.abc import Callable

from build_scripts.editor.form.fields import label
from macros.dates.written import capital

_HOME = r"(?:meetings/\S+?/)?"
"""The folders before a file's name, where they are told."""

_WORDS: dict[str, str | Callable[[re.Match[str]], str]] = {
    r"lägg till --slag extra": "välj extra under Slag",
    r"lägg till --inga-beslut": "lämna tabellen tom",
    r"med klubbat ny ärende": "med Nytt ärende på sammanträdets sida",
    r"ange --ordförande NAMN och --justerare NAMN": "fyll i båda namnen här",
    r"--ordförande": "Ordförande",
    r"--justerare": "Justerare",
    r'Säg vilket med --rätta "\d+ bilaga 1"': "Lägg in det med Ny handling i ett ärende",
    r'Säg det med --rätta "\d+ lista ENHET"': "Gör den med Ny delegationslista",
    r"Säg den med --månad ÅÅÅÅ-MM": "Gör den med Ny delegationslista",
    r"Numrera om med klubbat flytta \S+ --till N först": "Ge det ett annat nummer på sammanträdets sida först",
    r"med klubbat ny handling \S+ \S+ [\w-]+": "med Ny handling i ett ärende",
    r"Kör klubbat kontrollera": "Öppna Kontroll",
    r"med klubbat ny sammanträde \S+ ÅÅÅÅ-MM-DD": "med Nytt sammanträde",
    r"Får det stå kvar: klubbat granska \S*/bilagor/\S+ --godkänn.*": "Är den läst: välj Läs och godkänn på sammanträdets sida.",
    r"Får det stå kvar: klubbat granska .*": "Får det stå kvar: öppna filen i formuläret och spara, så frågas du om det.",
    r"Nyckeln (\S+) saknas(?: \(.*\))?\.": lambda found: f"{label(found[1])} måste fyllas i.",
    r"lägg till en rad \S+: med sitt värde\.": "fyll i fältet.",
    r"meetings/\S+/\d\d(?:[a-z]|\.\d+)?-[^/\s]+\.md": "ärendet",
    rf"i {_HOME}ledamoter\.md": "bland ledamöterna",
    rf"{_HOME}\bledamoter\.md": "ledamöternas fil",
    rf"i {_HOME}organ\.md": "i organets uppgifter",
    rf"i {_HOME}kallelse\.md": "i kallelsen",
    rf"{_HOME}\bprotokoll\.md": "protokollet",
    rf"{_HOME}\bsammantradesordning/(\d{{4}})\.md": r"\1 års sammanträdesordning",
    r"(?<![\w./@\"])[a-zåäö]+(?:_[a-zåäö]+)+(?![\w./@\"])": lambda found: found[0].replace("_", " "),
    r"Stå i projektets mapp, eller ange den med --katalog": "Gör Ny nämnd först",
}
"""What the commands and the rules call an option, a file or a key, as a pattern, and what it is called in the forms."""


def in_desk_words(sentence: str) -> str:
    """The sentence with its remedy as it is followed on the desk."""
    for pattern, words in _WORDS.items():
        sentence = re.sub(pattern, words, sentence)
    return sentence


_FILE = re.compile(r"\S+[./]\S")


def desk_sentence(said: str) -> str:
    """What a command says as a sentence of its own: it begins with a capital, but where a file's name is its first word."""
    sentence = in_desk_words(said)
    return sentence if _FILE.match(sentence) else capital(sentence)
