"""Names of people in Sweden: the given and family names that many have, by which a name is told from other capitalised words."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from pathlib import Path

from macros.words import words

WORD = r"[A-ZÀ-ÖØ-ÞĆČĐİŁŚŞŠȘȚŻŽ][a-zß-öø-ÿāăąćčďđēęěğģīıķļłńņňőřśşšťūůűźżžșț]+"
"""A capitalised word, as part of a pattern."""

_FOLDER = Path(__file__).parent

GIVEN = frozenset(
    name
    for line in (_FOLDER / "given_names.txt").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
    for name in line.split()
)
"""Given names that many have. A name that is not here is still met by its family name or by what stands around it."""

_SPELT_ALIKE = str.maketrans(
    "áàâãăčćçďđéèêëěęėğíìîïıłľñńňóòôõøřśšşșťţțúùûůüýźžżoyjqcwz",
    "aaaaakkkddeeeeeeegiiiiillnnnuuuuursssstttuuuuuisssuiikkvs",
)
_SILENT = re.compile(r"(?<=[^s\n])h|(.)(?=\1)")
_BUILT = re.compile(r"^Abd[eiou]l?|(?:britt|eddine?|frid|gerd|hild|porn|s[lł]a[vw]|uddin|ullah)$|[^A-Za-zÅÄÖåäöÉéÜüàè]")
_LONG = 5
"""Letters of a name that is told by its sound: shorter ones sound as ordinary words do."""


def has_given(word: str) -> bool:
    """Whether it, or a part of a double one, is known as a given name."""
    return not GIVEN.isdisjoint(word.split("-"))


@lru_cache(maxsize=4096)
def sounds_given(word: str) -> bool:
    """Whether it, or a part of a double one, sounds as a given name does, however it is spelt, or is built as one.

    Mouhamed, Alexandr, Kristiina; Abdelghafour, Hizbullah, Solhild; any with a letter that no Swedish word has.
    """
    return any(
        len(part) >= _LONG and (_sound(part) in _sounds() or _BUILT.search(part) is not None)
        for part in word.split("-")
    )


@cache
def _sounds() -> frozenset[str]:
    return frozenset(_sound("\n".join(name for name in GIVEN if len(name) >= _LONG)).split("\n"))


def _sound(names: str) -> str:
    """The names, each on a line of its own, as they may sound."""
    spelt = names.lower().replace("ph", "f").replace("th", "t").replace("ou", "u").replace("oo", "u").replace("ee", "i")
    return _SILENT.sub("", spelt.translate(_SPELT_ALIKE))


FAMILY = frozenset(
    words(
        """
        Abdulle Ahlin Ahlm Ahmadi Ahmadzai Andrae Andrén Arnell Aspelin Asplund Axelman Axén Backlund Backman Bergh
        Bergholm Berglund Bergman Bergmark Bergsten Bergstrand Bergvall Björck Björklund Björkman Björnfot Blixt Bodén
        Bodin Bohlin Bohman Bolin Boman Brandt Brinkman Brodin Brolin Broman Brunell Bruun Burman Bylund Bäckman Carlson
        Cederholm Cederlund Celik Chen Dahlén Dahlin Dalman Delin Demir Edholm Edin Edlund Edman Edvall Ehrling Ekelund
        Ekermann Ekholm Eklund Eklöf Ekman Ekroth Ekstrand Eldh Elfving Elgh Engblom Englund Engman Engvall Ericson
        Fagerlund Flink Flodin Forsell Forslind Forslund Forsman Forssell Forssén Franzén Fredholm Frid Friman Frödin
        Gashi Gidlöf Grahn Granat Granath Grandin Granlund Grönlund Haddad Hagelin Haglind Haglund Hagman Halldin Hallin
        Hallman Hammarlund Hedin Hedlund Hedman Hellman Hjelm Hjorth Holmlund Holst Hosseini Hultin Hultman Hyltén
        Hägglund Höglund Issa Jafari Janzon Johnson Juhlin Järvinen Kahn Karimi Karlman Khalil Khan Kjellin Kjellman
        Korhonen Kovacevic Kowalczyk Kowalski Krantz Krook Källman Laakso Landin Lantz Leander Lehtonen Levin Lidén
        Lidman Lindau Lindblad Lindblom Lindborg Lindell Lindelöf Lindén Linder Lindfors Lindh Lindholm Lindmark
        Lindroth Lindskog Lindvall Lindwall Linnér Liu Lundblad Lundbäck Lundell Lundh Lundholm Lundin Lundmark Lundvall
        Magnell Malmros Malmsten Marklund Melander Melin Mohammadi Mohamud Molin Morén Mäkinen Möller Nasser Nguyen
        Nieminen Nordell Nordh Nordin Nordlander Nordlund Nordvall Norén Norlin Norling Nyblom Nybom Nyholm Nylander
        Nylén Nylund Nyman Näslund Näsman Odén Olander Palmér Paulin Pehrson Petrovic Petterson Pihl Raab Rahimi Rehn
        Rezaei Rosander Rosell Rosén Roslund Roth Rydell Rydén Rydholm Rydin Rönn Sahlin Sandelin Sandell Sandin
        Sandvall Schmidt Schröder Schultz Selander Selin Sernhede Sidén Silfver Singh Sjöblom Sjödin Sjöholm Sjölander
        Sjölin Sjölund Sjöstrand Sjöö Skogh Skoglund Skogman Skoog Stenlund Stenmark Strandell Strandh Strandman
        Strandvall Strid Stridh Strömbäck Ståhl Stålhammar Stålhandske Sundelin Sundell Sundh Sundholm Sundin Sundman
        Svahn Sveder Svedin Svedlund Söderblom Söderbäck Söderholm Söderlund Söderman Tegnér Thelin Thorell Thorén
        Thorsell Thulin Thyr Tillman Torell Tran Törnblom Törnroos Uddin Uhlin Ulander Vallin Vesterlund Vestin Vidén
        Viklund Virtanen Wadman Wahlin Wallander Walldén Wallén Wallenius Wallin Wallman Wang Warsame Weman Westerling
        Westerlund Westin Westling Westlund Westman Wiborg Wickman Widell Widén Widlund Wijk Wiklund Wikman Wikner Wirén
        Wramner Yildiz Yilmaz Zetterlund Zhang Åberg Ågren Åhlander Åhlin Åhlund Åhman Åhs Åkerblom Åkerlund Åkerman
        Ålander Åman Åslund Öberg Ödman Öhlin Öhlund Öhman Öhrn Öman Österlind Österlund Österman Östlin Östling Östlund
        Östman
        """
    )
)
"""Family names that many have and that are no ordinary words."""

FAMILY_WORDS = frozenset(
    words(
        """
        Alm Ask Berg Björk Blad Blom Bäck Dahl Ek Falk Fors Frisk Gran Hall Hammar Hed Holm Häll Kvist Lilja Lind
        Ljung Lund Löf Modig Nord Palm Rask Rosen Ros Skog Stark Strand Ström Svan Svärd Söder Vik Wall
        """
    )
)
"""Ordinary words that are family names where a given name follows."""

FAMILY_ENDINGS = words(
    "sson sdotter sen berg ström qvist kvist gren quist dahl stedt ovic evic ović ević wski ovski enko oglu zadeh zada "
    "akis auskas czyk dottir escu nejad poulos pour ullah wicz"
)
"""Ends of family names that places and companies seldom have."""
