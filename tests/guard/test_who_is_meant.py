"""Who is named, and what only looks like somebody's name."""

from __future__ import annotations

import pytest

from macros.guard.official import Official
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


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Vården av Noel avslutas.", ["Noel"]),
        ("Ersättning till Ann-Britt för uppdrag som familjehem", ["Ann-Britt"]),
        ("Noel har rätt till ledsagning.", ["Noel"]),
        ("Någon och Noel har skolskjuts.", ["Noel"]),
        ("| Noel | skolskjuts | bifall |", ["Noel"]),
        ("Elev: Noel, årskurs 6", ["Noel"]),
        ("Noels mamma har begärt skolskjuts.", ["Noels"]),
        ("Samverkan mellan Elin-projektet och vården", []),
        ("Bygglov för Linnea 3 och Åsa 4:21", []),
        ("Färdtjänsten är billigare från Maj till August än till Nora.", []),
        ("Sol har god verkan vid demens.", []),
        ("Vi såg att Noel spelade fotboll.", ["Noel"]),
        ("Tränaren Noel fick ett bord för Någon Annan.", ["Noel"]),
        ("Vården leds av Noel, enhetschef", []),
        ("| Dag | Tid |", []),
        ("| Jan | Feb | Mar |", []),
        ("| Status | Klara | 12 |", []),
        ("Klara är nu alla ärenden.", []),
        ("| Noel | 3 |", ["Noel"]),
    ],
)
def test_a_given_name_alone_is_somebody_where_the_words_tell_of_her(text: str, told: list[str]) -> None:
    assert [shown for _, shown in hits(text)] == told


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


def test_an_elected_name_in_the_order_of_registers_is_nobody_private() -> None:
    official = Official(names=frozenset(("eva lind",)))
    assert hits("Lind, Eva: jäv i ärendet om färdtjänst", official) == []
    assert hits("Lind Eva\tnärvarande", official) == []
    assert hits("Lind, Maja: jäv i ärendet om färdtjänst", official) == [("namn-vid-omsorg", "Lind, Maja")]


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
