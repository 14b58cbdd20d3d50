"""When a given name alone is somebody, and which words are given names."""

from __future__ import annotations

import pytest

from macros.guard.names import GIVEN
from tests.guard.hits import hits


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
