"""Single persons in prose: a name or initials near words of care, diagnosis or dismissal, or in a personnel decision."""

from __future__ import annotations

import re
from collections.abc import Iterator

from macros.guard.hit import Hit, Recognised, block
from macros.guard.official import Official
from macros.words import words

GIVEN = frozenset(
    words(
        """
        Abbas Abdi Abdullah Abdullahi Ada Adam Adrian Agnes Agneta Ahmad Ahmed Aisha Albert Albin Aleksandra
        Alexander Alexandra Alf Alfred Ali Alice Alicia Alina Allan Alma Alva Alvin Amalia Amanda Amina Amir
        Anders Andrea Andreas André Anette Angelica Anita Ann Anna Annelie Annette Annica Annika Anton Arne Aron
        Arvid Asta Astrid August Axel Barbro Bashir Beatrice Bengt Benjamin Berit Bertil Birgit Birgitta Björn
        Bo Boel Bosse Britt Britta Börje Carin Carina Carl Carolin Carolina Caroline Cecilia Charlie Charlotta
        Charlotte Christer Christian Christina Christoffer Claes Clara Conny Cornelia Dagmar Dan Daniel Daniella
        David Denise Diana Doris Ebba Eddie Edith Edvard Edvin Elena Eleonor Eli Elias Elif Elin Elina Elisabet
        Elisabeth Elise Ella Ellen Elliot Elma Elsa Elsie Elvira Emanuel Emelie Emil Emilia Emily Emma Enya Eric
        Erik Erika Erland Ester Esther Eva Evelina Fadi Fatima Fatuma Felicia Felix Filip Filippa Folke Frank
        Frans Fredrik Freja Frida Fritz Gabriel Gabriella Georg Gerd Gertrud Ghazal Greta Gun Gunborg Gunhild
        Gunilla Gunnar Gunnel Gustaf Gustav Göran Gösta Habiba Hamza Hanna Hannah Hannes Hans Harald Harriet
        Harry Hasan Hassan Hedda Hedvig Helen Helena Helene Helge Henning Henrik Henry Herbert Hilda Hilma
        Holger Hugo Hussein Håkan Ibrahim Ida Idil Iman Inez Inga Ingegerd Ingela Inger Ingmar Ingrid Ingvar
        Irene Iris Isa Isabella Isabelle Isak Ivan Ivar Jack Jacob Jakob Jan Jana Jane Janne Jasmine Jennie
        Jennifer Jenny Jens Jerker Jesper Jessica Jimmy Joakim Joel Johan Johanna Johannes John Johnny Jonas
        Jonathan Jonna Josef Josefin Josefina Josefine Julia Julian Jörgen Kaj Kalle Karim Karin Karl Karolina
        Katarina Kenneth Kent Kerstin Kevin Khadija Khalid Kim Kjell Klara Klas Knut Konrad Krister Kristian
        Kristin Kristina Kristoffer Kurt Lars Lasse Lea Leif Leila Leja Lena Lennart Leo Leon Leona Liam Lilian
        Lilly Lina Linda Linn Linnea Linnéa Linus Lisa Lisbeth Liv Loke Lotta Louise Lova Love Lovisa Lucas
        Ludvig Lukas Lykke Madeleine Magdalena Magnus Mahmoud Maj Maja Majken Malin Malte Malva Marcus Margareta
        Margaretha Margit Maria Mariam Marianne Marie Marina Marita Markus Marta Martin Mary Maryam Matilda Mats
        Mattias Max Maximilian Mehmet Melissa Melker Melvin Michael Mikael Mila Milo Milton Mira Miriam Moa
        Mohamed Mohammad Mohammed Mona Monica Monika Muhammad Mustafa Märta Måns Nadia Natalie Nathalie Nellie
        Nelly Niclas Nicole Niklas Nils Nina Noah Noel Noor Nora Nour Nova Novalie Ola Olga Oliver Olivia Olle
        Olof Olov Omar Osama Oscar Oskar Osman Otto Ove Owe Patricia Patrick Patrik Paul Paula Paulina Pauline
        Per Pernilla Peter Petra Petter Philip Pia Pontus Rachel Ragnar Ragnhild Rainer Ralf Rami Rana Rania
        Rasmus Rebecca Rebecka Reza Richard Rickard Rikard Robert Robin Roger Roland Rolf Ronja Ronny Rose Roya
        Rune Rut Ruth Saga Said Salma Salman Sam Samir Samira Samuel Sander Sandra Sanna Sara Sarah Sebastian
        Selma Siegfried Sigge Sigrid Sigvard Simon Simone Siri Sixten Sofia Sofie Sol Solveig Sonja Stefan
        Stella Sten Stig Stina Sture Sune Susanna Susanne Svante Svea Sven Sverker Sylvia Tage Tanja Tariq
        Teodor Terese Theo Theodor Therese Thomas Thor Tilda Tilde Tim Tindra Tobias Tom Tomas Tommy Tor
        Torbjörn Tore Torsten Tove Tuva Tyra Ulf Ulla Ulrica Ulrik Ulrika Uno Urban Ursula Vanessa Vera Veronica
        Victor Victoria Vidar Viggo Viktor Viktoria Vilgot Vilhelm Ville Vilma Vincent Viola Viveca Walter
        Wilhelm William Wilma Wilmer Yasmin Yasmine Ylva Yngve Yonas Yusuf Yvonne Zahra Zainab Zara Zeinab Zoe
        Åke Åsa Örjan Östen
        """
    )
)
"""Given names that many have. A name that is not here is still met by its family name or by the word before it."""

FAMILY_ENDINGS = words("sson sdotter sen berg ström qvist kvist gren")
"""Ends of family names that places and companies seldom have."""

_WORD = r"[A-ZÅÄÖÉÜ][a-zåäöéüćčšžøæ]+"
_NAME = re.compile(
    rf"({_WORD}(?:-{_WORD})?)((?:[ \u00a0]\n?(?:{_WORD}|[A-ZÅÄÖ]\.|al|de|von|af)(?:-{_WORD})?){{1,3}})(?!\w)"
)
_OFFICES = words("AB AD AU DO EG EU FN HD HR IT JK JO KD KF KS MP SD UK US VD VU")
_DONE_BY_PEOPLE = words("ansöker begär behöver beviljas bor lider mår vårdas önskar")
_INITIALS = re.compile(
    r"(?:(?:[A-ZÅÄÖ]\.[ \u00a0]?){2,3}|[A-ZÅÄÖ]\.[ \u00a0]?[A-ZÅÄÖ]|[A-ZÅÄÖ][ \u00a0][A-ZÅÄÖ]|"
    rf"(?!(?:{'|'.join(_OFFICES)})\b)(?:[A-ZÅÄÖ]{{1,2}}:s|[A-ZÅÄÖ]{{2}}(?=[ \u00a0](?:{'|'.join(_DONE_BY_PEOPLE)})\b)))(?!\w)"
)
"""`J.L.`, `J. L`, `J.L`, `J L`, `JL:s`, `J:s`; two bare letters, as firms have too, where they do what only people do."""

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
    anställ arbetsbefri avgångsvederlag entledig förordna förordnande lön(?!sam) pension
    rekryter semester tillsvidareanställ timanställ tjänstledig uppdragstillägg vikariat vikarie visstidsanställ
    provanställ
    """
)
"""Beginnings of words of decisions about staff."""

PERMITS = words(
    """
    bygglov eldstad fastighetsägare grann(?:e|en|ar|arna|es|ens)\\b kontrollansvarig lovbefri marklov rivningslov startbesked
    strandskydd sökande tillbyggnad ägare_till
    """
)
"""Beginnings of words of permits and of those whom one concerns: applicant, owner, neighbour, who answers for the control."""

_LONGEST_INITIALS = 4

_WINDOW = 120
"""Characters on each side of a name that are near it; a blank line or the end of a list row ends them sooner."""


def _pattern(stems: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(stems)})", re.IGNORECASE)


_SUBJECTS = {
    "namn-vid-omsorg": _pattern(CARE),
    "personalbeslut": _pattern(PERSONNEL),
    "namn-i-lov": _pattern(PERMITS),
}


def people(text: str, official: Official) -> Recognised:
    """Names and initials, not those of the elected, with a word near that tells of care, illness, dismissal or employment."""
    for start, end in _persons(text, official):
        near = _near(text, start, end)
        kind_id = next((kind_id for kind_id, told in _SUBJECTS.items() if told.search(near)), None)
        if kind_id is not None:
            yield Hit(start, end, kind_id, " ".join(text[start:end].split()).lower())


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
        is_place = end - start > _LONGEST_INITIALS and _NAMED_AFTER.match(text, end)
        if not is_place and not _is_elected(text, start, end, official):
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
        if not before.isalnum() and before not in (".", "("):
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
