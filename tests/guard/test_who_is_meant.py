"""Who is named, and what only looks like somebody's name."""

from __future__ import annotations

import pytest

from macros.guard.names import GIVEN
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
        ("Fem elever har dyslexi, bland dem Noel.", ["Noel"]),
        ('Rapporten "Leva med demens" av Provköpings Demenscentrum', []),
        ('Rapporten "Leva med demens" av Svenskt Demenscentrum', []),
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
        ("Hemtjänst till Jean-Pierre", ["Jean-Pierre"]),
        ("Anna-Karins mamma är orolig.", ["Anna-Karins"]),
        ("Skolan har inte utrett Noels dyslexi.", ["Noels"]),
        ("Sankt Lars sjukhus avvecklas.", []),
        ("Bygglov till *Noel* beviljas.", ["Noel"]),
        ("**Noel** har hemtjänst.", ["Noel"]),
        ("**Sökande:** Provos Skissos. Bygglov beviljas.", ["Provos Skissos"]),
        ("- Noel: hemtjänst, bifall", ["Noel"]),
        ("1. Noel – har adhd", ["Noel"]),
        ("Elever med stöd i skolan:\n- Noel: eget rum\n- Alma: läxhjälp", ["Noel", "Alma"]),
        ("Skolskjuts: Noel (taxi), Alma (buss)", ["Noel", "Alma"]),
        ("Skolskjuts: Noel, Alma och Ester", ["Noel", "Alma", "Ester"]),
        ("| Noel A | hemtjänst |", ["Noel A"]),
        ("Noels mående har blivit bättre.", ["Noels"]),
        ("Noels tid på behandlingshemmet", ["Noels"]),
        ("Noels kyrka har god omsorg.", []),
        ("Hans diagnos är ny.", []),
        ("Dansbandet Noels spelar på äldreboendet.", []),
        ("Igår kom Noel till skolan.", ["Noel"]),
        ("Vi hittade Noel på golvet.", ["Noel"]),
        ("Att bevilja Noel hemtjänst", ["Noel"]),
        ("Sin son Noel kan han inte hämta.", ["Noel"]),
        ("Skolan använder Noel.", []),
        ("Teatern spelar Noel på äldreboendet.", []),
        ("Noel slog en kamrat och stängs av.", ["Noel"]),
        ("Inga barn har adhd.", []),
        ("I huset finns Noel, född 2016.", ["Noel"]),
        ("Nämnden utser en företrädare för Noel.", ["Noel"]),
        ("Provos och Skissa Skissos har sökt.", []),
        ("Noel och Skissa Skissos har sökt.", ["Noel och Skissa Skissos"]),
        ("- Linnea: 40 platser", []),
        ("Skolskjuts beviljas inte Noel.", ["Noel"]),
        ("Hon heter Noel och har hemtjänst.", ["Noel"]),
        ("Förskolan Noel har elever med skolskjuts.", []),
        ("Båten heter Noel.", []),
        ("Ägaren föreläggs att riva muren, P. Skissos", ["P. Skissos"]),
        ("Föreläggande enligt alternativ 2, B. Vägen byggs.", []),
    ],
)
def test_a_given_name_alone_is_met_whole_and_as_lists_and_sentences_have_it(text: str, told: list[str]) -> None:
    assert [shown for _, shown in hits(text)] == told


@pytest.mark.parametrize(
    "text",
    [
        "Noel är ett journalsystem.",
        "Noel är systemet som hemtjänsten använder.",
        "Avtal med Noel om drift",
        "Avtal med Noel om drift och support",
        "Upphandling av Noel beslutas.",
        "Noel ska ersättas. Avtalet om systemet löper ut.",
        "Noel är i drift.",
        "Begäran om att programmet Noel köps in",
        "Licenserna för Noel omfattar hemtjänsten.",
        "Hemtjänsten använder Noel, en app för planering.",
        "Noel är namnet på förskolan.",
    ],
)
def test_a_given_name_alone_may_be_a_systems(text: str) -> None:
    assert hits(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Avtal med Noel om växelvis boende",
        "Noel är orolig. Hon har skrivit om det i systemet.",
        "Noel har hemtjänst. Det står i journalsystemet.",
        "Elin Noel är ett journalsystem.",
    ],
)
def test_a_person_is_told_of_though_a_system_is_written_about(text: str) -> None:
    assert len(hits(text)) == 1


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


def test_an_elected_name_in_the_order_of_registers_is_nobody_private() -> None:
    official = Official(names=frozenset(("eva lind",)))
    assert hits("Lind, Eva: jäv i ärendet om färdtjänst", official) == []
    assert hits("Lind Eva\tnärvarande", official) == []
    assert hits("Lind, Maja: jäv i ärendet om färdtjänst", official) == [("namn-vid-omsorg", "Lind, Maja")]


def test_a_name_that_only_begins_or_ends_as_an_elected_ones_is_somebody_elses() -> None:
    official = Official(names=frozenset(("anna lind",)))
    for text in ("Ledamoten Anna Lind deltar.", "Anna Linds motion bifalls.", "Linds, Annas, motion bifalls."):
        assert hits(text, official) == []
    for name in ("Anna Lindberg", "Johanna Lind", "Anna Lind-Berg", "Anna Lind Berg"):
        assert [shown for _, shown in hits(f"{name} söker bistånd.", official)] == [name]


@pytest.mark.parametrize(
    "text", ["| Lind | Maja | {} |", "| Maja | Lind | {} |", "| Maja Lind | {} |", "| Maja Lind | {}\n"]
)
def test_a_party_in_the_next_cell_makes_a_name_an_elected_ones(text: str) -> None:
    assert hits(text.format("S")) == hits(text.format("KD")) == []
    assert len(hits(text.format("ja"))) == 1


def test_the_elected_are_known_by_two_cells_and_by_an_initial() -> None:
    official = Official(names=frozenset(("eva lundell",)))
    for text in ("| Lundell | Eva | ja |", "| Eva | Lundell | ja |", "| E. Lundell | ja |", "E. Lundell lämnar mötet."):
        assert hits(text, official) == []
    for text in ("| Lundell | Maja | ja |", "| M. Lundell | ja |", "| Eva | ja |", "E. Lundell får hemtjänst."):
        assert len(hits(text, official)) == 1


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
    "name", ["Mouhamad Exempelos", "Behrooz Exempelos", "Khristina Exempelos", "Władek-Bogusław Exempelos"]
)
def test_a_given_name_is_known_however_it_is_spelt(name: str) -> None:
    assert [shown for _, shown in hits(f"Vi tackar {name}.")] == [name]


@pytest.mark.parametrize(
    "place", ["Norra Exempelby", "Lilla Napoli", "Summa Intäkter", "Enhet Norr", "Barnet Igen", "Ungern Idag"]
)
def test_what_sounds_as_a_given_name_and_is_another_word_is_nobody(place: str) -> None:
    assert hits(f"Vi ser {place}.") == []


def test_the_register_holds_names_only() -> None:
    """Countries, months and days are found in texts far oftener than whoever is called so."""
    words = (
        "Sverige",
        "Jordan",
        "Kenya",
        "Mars",
        "April",
        "Juni",
        "Fredag",
        "Raden",
        "Talen",
        "Barnet",
        "Kalmar",
        "Stockholm",
    )
    assert GIVEN.isdisjoint(words)
    assert all(name.isalpha() and name[0].isupper() for name in GIVEN)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Färdtjänst för Eva Lundell beviljas.", ["Eva Lundell"]),
        ("Eva Lundell (S) beviljas hemtjänst.", ["Eva Lundell"]),
        ("Eva Lundell är sjukskriven till maj.", ["Eva Lundell"]),
        ("Eva Lundells dotter har placerats i familjehem.", ["Eva Lundells"]),
        ("Eva Lundell (S) frågar om hemtjänsten.", []),
        ("Svar på fråga om färdtjänst till Eva Lundell (S)", []),
        ("Eva Lundell yrkar att den som har demens får hemtjänst.", []),
    ],
)
def test_one_of_the_elected_is_asked_about_where_the_care_is_her_own(text: str, told: list[str]) -> None:
    assert [shown for _, shown in hits(text, Official(names=frozenset(("eva lundell",))))] == told


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
