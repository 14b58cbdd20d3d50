"""What the commands say, in the words of the desk: no option and no command is of use to whoever stands in a browser."""

from __future__ import annotations

import re

from macros.dates.written import capital

_WORDS = {
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
    r"Stå i projektets mapp, eller ange den med --katalog": "Gör Ny nämnd först",
}
"""What the commands call an option or a command, as a pattern, and what it is called in the forms."""


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
