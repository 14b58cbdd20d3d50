"""Who is named, and what only looks like somebody's name."""

from __future__ import annotations

import pytest

from tests.guard.granska import WRONG
from tests.guard.hits import hits


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Skicka svaret till kommunhuset, Torget 2, 123 45 Provköping.", []),
        ("Skicka svaret till byns hus, Norrby 2, 123 45 Provköping.", []),
        ("Skicka svaret till mormor, Norrby 2, 123 45 Provköping.", ["Norrby 2"]),
        ("Besöksadress: Torget 2, 123 45 Provköping.", []),
        ("Sökanden bor i Provköpings kommun, Skissgatan 2.", ["Skissgatan 2"]),
        ("Hon bor i ett radhus, Skissgatan 2.", ["Skissgatan 2"]),
        ("Bostadsrätten, Skissgatan 2, 123 45 Provköping.", ["Skissgatan 2"]),
        ("Makan Provos Skissos vårdas på sjukhus.", ["Provos Skissos"]),
        ("Sökande Provos Skissos nekas bygglov.", ["Provos Skissos"]),
        ("Ansökan från Provköpings Kyrkliga om bygglov.", []),
        ("Sökande: Provbyggarna. Bygglov beviljas.", []),
        ("Sökande: Exempelsson. Bygglov beviljas.", ["Exempelsson"]),
        ("Anna Exempelsson yrkar avslag på ansökan om bygglov.", []),
        ("Klaganden Anna Exempelsson yrkar att beslutet om bygglov ändras.", ["Anna Exempelsson"]),
        ("Anna Exempelsson undrar över avslag på ansökan om bygglov.", ["Anna Exempelsson"]),
        ("Bygglov för Anna Exempelsson Bygg AB beviljas.", []),
        ("Rektor Anna Exempelsson svarar om uppsägning av lokalavtalet.", []),
        ("Rektor Anna Exempelsson svarar om uppsägning av en lärare.", ["Anna Exempelsson"]),
        ("Skyddad adress gäller för barnet.", ["Skyddad adress gäller"]),
        ("Rutiner: skyddad adress gäller inte beslut.", []),
        (f"Rapport {WRONG}: AV-850709-{WRONG}, 2026-850709-{WRONG} och 850709-{WRONG}_slutlig.", []),
        (f"Avtal nr 850709-{WRONG} gäller.", []),
        (f"Barnet, _850709-{WRONG}_, är placerat.", [f"850709-{WRONG}"]),
        (f"Klient nr 850709-{WRONG} gäller.", [f"850709-{WRONG}"]),
    ],
)
def test_places_companies_and_series_are_nobody(text: str, told: list[str]) -> None:
    assert [shown for _, shown in hits(text)] == told


def test_offices_may_stand_in_the_next_cell_and_have_a_hyphen() -> None:
    assert hits("| Anna Lind | HR-strateg |") == []
    assert hits("Anna Lind, HR-strateg") == []
    assert hits("Sekreteraren, Anna Lind, antecknar.") == []
    assert hits("Föraren, Anna Lind, antecknar.") == [("namn-på-enskild", "Anna Lind")]
    assert hits("Ansvarig handläggare är Anna Lind.") == []
    assert hits("Enhetschef\nAnna Lind") == hits("Underskrift av enhetschef\n\nAnna Lind") == []
    assert hits("Enhetschef\n\n\nAnna Lind") == [("namn-på-enskild", "Anna Lind")]
    assert hits("Lönesättning av enhetschef Anna Lind, 52 000 kronor") == [("personalbeslut", "Anna Lind")]
    assert hits("Enhetschef Anna Lind redovisar löner, 52 000 kronor") == []
    assert hits("Enhetschef talade\nAnna Lind") == [("namn-på-enskild", "Anna Lind")]
    assert hits("Släpet tillhör enligt polisen Anna Lind.") == [("namn-på-enskild", "Anna Lind")]
    assert hits("Assistenten Provos Skissos sägs upp.") == [("namn-vid-omsorg", "Provos Skissos")]
    assert hits("| Anna Lind | hemtjänst | HR-strateg |") == [("namn-vid-omsorg", "Anna Lind")]
    assert hits("| Anna Lind | tolk | hemtjänst |") == [("namn-vid-omsorg", "Anna Lind")]


def test_neither_companies_nor_what_is_named_after_somebody_are_told_of() -> None:
    assert hits("Klagande: Provby Samfällighetsförening") == []
    assert hits("Stiftelsen Emil och Hulda Provmans fond") == []
    assert hits("Anbud lämnades av Svea Provgrus.") == []
    assert hits("Byggherre: HSB Bostadsrättsförening Provby") == []
    assert hits("Sökande: AB Provbyhus") == hits("Klagande: Provby Byalag") == []
    assert hits("Arbetet görs av Mark & Plantering Provby AB.") == []
    assert hits("Äldreboendet Solrosen har hemtjänst.") == []
    assert hits("Vid Anna Linds lekpark byts sanden.") == []
    assert hits("Anna Linds uteplats byggs om.") != []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Hemtjänst till B. Alm", ["B. Alm"]),
        ("| B. Alm | hemtjänst | bifall |", ["B. Alm"]),
        ("K-G Ek, hemtjänst", ["K-G Ek"]),
        ("(A.M.) har rätt till ledsagning.", ["A.M."]),
        ("Förslag från (M) om ledsagning", []),
        ("LSS-boende, IFO och vård", []),
        ("Lind, Eva, hemtjänst", ["Lind, Eva"]),
        ("Lind, Eva\tbifall", ["Lind, Eva"]),
        ("Lind Eva, hemtjänst", ["Lind Eva"]),
        ("Lagfaren ägare Nilsson Olof, 1/2", ["Nilsson Olof"]),
        ("Provby Eva, hemtjänst", []),
        ("Ledsagning åt bröderna Ek", ["Ek"]),
        ("Ansökan från Tobijas Fjell om bygglov", ["Tobijas Fjell"]),
        ("Ansökan från Annas Konditori om bygglov", []),
    ],
)
def test_a_name_is_met_as_lists_and_letters_write_it(text: str, told: list[str]) -> None:
    assert [shown for _, shown in hits(text)] == told


@pytest.mark.parametrize(
    "row", ['expedieras_till: ["{}"]', "expedieras_till: ['{}', KS]", '  - "{}"', "expedieras_till: [{}]"]
)
def test_a_name_in_the_order_of_registers_is_met_within_quotes_and_brackets(row: str) -> None:
    name = "Provsson, Anna"
    assert hits(row.format(name)) == [("namn-på-enskild", name)]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Anders Linds stig asfalteras.", []),
        ("Anders Linds torget", []),
        ("Kvarteret Anders Lind 4 planläggs.", []),
        ("Elev vid Östraskolan Anna Lind stängs av från undervisningen.", ["Anna Lind"]),
        ("Elever på Östraskolan Anna Lind och Per Lind har adhd.", ["Anna Lind", "Per Lind"]),
        ("I Festsalen Anna Lind beviljas bistånd.", ["Anna Lind"]),
        ("Kv. Anders Lind planläggs.", []),
        ("Vilhelm Provbergsgymnasiet redovisar betygen.", []),
        ("Kören sjunger Eva Linds visor.", []),
        ("Revisorerna Anna Lind och Per Lind deltar.", []),
        ("Revisorerna Anna Lind, Per Lind och Kim Lind deltar.", []),
        ("Handläggarna Anna Lind och Per Lind deltar.", []),
        ("Revisorerna hörde Anna Lind.", ["Anna Lind"]),
        ("Revisorerna talade länge och Anna Lind svarade.", ["Anna Lind"]),
        ("Anders Linds bror vårdas på sjukhus.", ["Anders Linds"]),
        ("Anders Lind vägrar ta emot hjälp.", ["Anders Lind"]),
        ("Anders Lind parkerar på gården.", ["Anders Lind"]),
    ],
)
def test_only_a_whole_word_makes_a_name_a_places(text: str, told: list[str]) -> None:
    assert [shown for _, shown in hits(text)] == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("E. Lind får hemtjänst.", ["E. Lind"]),
        ("A. Skog ska avverkas utan bygglov.", []),
        ("Läraren Eva Lundell visar elevernas teckningar.", []),
        ("Läraren Eva Lundell är sjukskriven.", ["Eva Lundell"]),
        ("Varning till läraren Eva Lundell", ["Eva Lundell"]),
        ("Vid mötet var pappa till Qwelos med.", ["Qwelos"]),
        ("Vi ser att Qwelos mormor hämtar.", ["Qwelos"]),
        ("Elev: Qwelos Skissos, klass 4", ["Qwelos Skissos"]),
        ("Grannen på Provgatan, Qwelos Skissos, har svarat.", ["Qwelos Skissos"]),
        ("Undertecknad, Qwelos Skissos, överklagar.", ["Qwelos Skissos"]),
        ("Ledsagning 12 timmar, Qwelos Skissos", ["Qwelos Skissos"]),
        ("Ledsagning 12 timmar, Norra Exempelby", []),
        ("En våldsutsatt kvinna (Qwelos S.) har hört av sig.", ["Qwelos S."]),
        ("Vi såg Qwelos Provqvist i hallen.", ["Qwelos Provqvist"]),
        ("Kör: Noel, Eva, Qwelos", ["Noel"]),
        ("Hon drog upp Noel ur bassängen.", ["Noel"]),
        ("Hr. Qwelos vill inte flytta.", ["Qwelos"]),
        ("Hej, jag heter Qwelos och söker jobb.", ["Qwelos"]),
        ("I hallen låg Noel på golvet.", ["Noel"]),
        ("Samtal: Noel upplever skolan som stor.", ["Noel"]),
        ("Skyddsombudet Eva Qwelos har ordet.", []),
        ("| Boende | Platser |\n|---|---:|\n| Sofia | 36 |", []),
        ("Jobbcoacherna Eva Qwelos och Noel Qwelos visar siffror.", []),
        ("Regionrådet Eva Qwelos deltar.", []),
        ("Anställningsavtal med kurator Eva Qwelos löper ut.", ["Eva Qwelos"]),
        ("Banken har tillsyn över Noels ekonomi.", ["Noels"]),
        ("Uppringare: Noel, granne till den sjuke", ["Noel"]),
        ("Vittnet Noel såg bilen.", ["Noel"]),
        ("| Station | Tid |\n|---|---:|\n| Elin | 9,4 |", []),
        ("SÖKANDE: EVA QWELOS", ["EVA QWELOS"]),
        ("PER CAPITA OCH SUMMA", []),
        ("| Elev | Skola |\n|---|---|\n| Qwelos Skissos | Lindängen |", ["Qwelos Skissos"]),
        ("| Skola | Elever |\n|---|---:|\n| Sofia | 212 |", []),
        ("| Elev | Antal |\n|---|---:|\n| Sofia | 212 |", ["Sofia"]),
    ],
)
def test_where_only_people_are_named_the_name_need_not_be_known(text: str, told: list[str]) -> None:
    assert [shown for _, shown in hits(text)] == told
