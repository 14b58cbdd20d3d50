"""The recognisers at their edges: where a hit begins and ends, which of two it is, and what is nobody's."""

from __future__ import annotations

import pytest

from macros.guard.kinds import Severity
from macros.guard.official import Official
from macros.guard.typography import plain
from tests.guard.granska import LAST, NUMBER, WRONG
from tests.guard.hits import hits
from tests.guard.labelled import check_digit


def _four(nine: str) -> str:
    return f"{nine[6:]}{check_digit(nine)}"


def test_what_stops_wins_over_a_longer_thing_to_look_at() -> None:
    """An address with a number in it begins earlier and is longer, but anybody could approve it."""
    assert hits(f"a.{NUMBER}@bolaget.example.com") == [("personnummer", NUMBER)]
    assert hits(f"Bor på Provgatan 4, anna.{NUMBER}@bolaget.example.com") == [
        ("hemadress", "Provgatan 4"),
        ("personnummer", NUMBER),
    ]


def test_hits_are_told_in_order_however_many_stand_on_the_same_signs() -> None:
    mail = f"a.{NUMBER}@bolaget.example.com"
    assert hits(f"{mail} och {NUMBER}") == [("personnummer", NUMBER)] * 2
    assert hits(f"Bor på Provgatan 4.{mail}") == [("hemadress", "Provgatan 4"), ("personnummer", NUMBER)]


def test_of_two_that_stop_the_longer_is_told() -> None:
    assert hits("Nås på 070-1740605@gmail.com.") == [("privat-e-post", "070-1740605@gmail.com")]


def test_asked_only_for_what_stops_nothing_else_is_told() -> None:
    text = f"Bor på Provgatan 4, {NUMBER.replace('-', '')}, x@bolaget.example.com, {NUMBER}."
    assert hits(text, least=Severity.STOP) == [("personnummer", NUMBER)]


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        (f"85 07 09\n{LAST}", ["personnummer"]),
        (f"1985-07-09\n{LAST}", ["personnummer"]),
        (f"850709\n{LAST}", ["personnummer-siffror"]),
        (f"19\n850709\n{LAST}", ["personnummer"]),
        (f"85-07-09-{WRONG}", []),
        (f"1985-07-09-{WRONG}", []),
        (f"850709-{WRONG}", ["personnummer-kontrollsiffra"]),
        (f"850709{WRONG}", []),
        (f"20850709-{WRONG}", ["personnummer-kontrollsiffra"]),
        (f"851309-{_four('851309980')}", []),
        (f"850032-{_four('850032980')}", []),
        (f"850760-{_four('850760980')}", []),
        (f"850761-{_four('850761980')}", ["personnummer"]),
        (f"850791-{_four('850791980')}", ["personnummer"]),
        (f"850792-{_four('850792980')}", []),
        (f"12 {NUMBER}", ["personnummer"]),
        (f"1412 {NUMBER}", ["personnummer"]),
        (f"{NUMBER}, {NUMBER}", ["personnummer", "personnummer"]),
        (f"Konto SE12 8507 0998 {LAST}", []),
        (f"850709\n\n{LAST}", ["personnummer-siffror"]),
        (f"850709-\n \n  {LAST}\n", ["personnummer-siffror"]),
        (f"2018-03-12\n\n{LAST}", []),
        (f"850709\n\n{LAST} besök", []),
    ],
)
def test_a_number_is_of_its_kind(text: str, kinds: list[str]) -> None:
    assert [kind for kind, _ in hits(text)] == kinds


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("201001042355", "personnummer-siffror"),
        ("201001092400", "personnummer"),
        ("201001072360", "personnummer"),
        ("201001051257", "personnummer"),
        ("201001061900", "personnummer-siffror"),
        ("201001031200", "personnummer-siffror"),
        ("191001031200", "personnummer"),
        ("191001032018", "personnummer-siffror"),
        ("20100103-1200", "personnummer"),
    ],
)
def test_a_day_with_a_clock_time_or_a_year_after_it_is_only_looked_at(text: str, kind: str) -> None:
    """All have the right check digit by chance: a time has an hour below 24 and minutes in fives below 60."""
    assert hits(text) == [(kind, text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Handläggaren Kim Exempelsson är sjukskriven.", [("namn-vid-omsorg", "Kim Exempelsson")]),
        ("Ledamoten Kim Exempelsson ser till att ingen är sjukskriven.", []),
        ("Ledamoten och Kim Exempelsson är sjukskrivna.", [("namn-vid-omsorg", "Kim Exempelsson")]),
        ("Kim Exempelsson (S) ser till att ingen är sjukskriven.", []),
        ("Kim Exempelssons väg vid äldreboendet", []),
        ("Stöd till A.B. i särskilt boende", [("namn-vid-omsorg", "A.B.")]),
        ("Stöd till x.A.B. i särskilt boende", []),
        ("Stöd till xA.B. i särskilt boende", []),
    ],
)
def test_who_is_elected_and_what_is_no_name_is_not_told_of(text: str, found: list[tuple[str, str]]) -> None:
    assert hits(text) == found


def test_names_numbers_and_streets_that_are_far_from_each_other_are_nobodys() -> None:
    far = "Ett ord till. " * 20
    anna, number = ("namn-på-enskild", "Anna Lind"), ("telefon-vid-namn", "08-465 004 12")
    assert hits(f"Anna Lind bor kvar. {far} Ring 08-465 004 12 till Storgatan 3.") == [anna]
    assert hits(f"{far} Ring Anna Lind, 08-465 004 12. {far} Storgatan 3.") == [anna, number]
    assert hits("Ring Enhetschef Anna Lind, 08-465 004 12.") == []
    assert hits("Ring 08-465 004 12, Anna Lind.") == [number, anna]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        (f"8507\u200b09-{LAST} x", f"8507\u200b09-{LAST}"),
        (f"8\u200b\u00ad50709-{LAST}", f"8\u200b\u00ad50709-{LAST}"),
        (f"850709&ndash;{LAST} x&amp;y", f"850709&ndash;{LAST}"),
        (f"**850709**-{LAST[0]}\\{LAST[1:]}_", f"850709**-{LAST[0]}\\{LAST[1:]}"),
        (f"x 1&nbsp;&nbsp;2 ja: 850709-\u2060{LAST}\u200b.", f"850709-\u2060{LAST}"),
    ],
)
def test_what_hides_in_a_number_is_seen_through_and_the_place_is_right(text: str, shown: str) -> None:
    assert hits(text) == [("personnummer", shown)]


def test_a_text_with_nothing_hidden_keeps_its_places() -> None:
    assert plain(f"a_b & {NUMBER}") == (f"a_b & {NUMBER}", None)


OWN = Official(
    numbers=frozenset(("0701740605",)),
    streets=frozenset(("provgatan 4",)),
    mailboxes=frozenset(("namnden@gmail.com",)),
    domains=frozenset(("prov.example.se",)),
)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("namnden@gmail.com", []),
        ("Namnden@Gmail.com", []),
        ("namnd@gmail.com", [("privat-e-post", "namnd@gmail.com")]),
        ("a@prov.example.se", []),
        ("a@drift.prov.example.se", []),
        ("a@ejprov.example.se", [("okänd-e-post", "a@ejprov.example.se")]),
        ("a@example.se", [("okänd-e-post", "a@example.se")]),
        ("a@gmail.no", [("privat-e-post", "a@gmail.no")]),
        ("a@notgmail.example.com", [("okänd-e-post", "a@notgmail.example.com")]),
        ("a@ｇｍａｉｌ.com", [("privat-e-post", "a@ｇｍａｉｌ.com")]),
        ("a＠gmail.com", [("privat-e-post", "a＠gmail.com")]),
        ("anna (at) gmail [punkt] com", [("privat-e-post", "anna (at) gmail [punkt] com")]),
        ("anna[snabel-a]gmail(dot)com", [("privat-e-post", "anna[snabel-a]gmail(dot)com")]),
        ("anna (SNABELA) gmail.com", [("privat-e-post", "anna (SNABELA) gmail.com")]),
        ("anna  (at) gmail.com", []),
        ("anna @gmail.com", []),
        ("(at) gmail.com", []),
        ("à 5 kr@12.30", []),
        ("a@gmail", []),
        ("a@gmail.c", []),
        ("a@b.example.com@gmail.com", [("okänd-e-post", "a@b.example.com")]),
        ("a@gmail.com,b@gmail.com", [("privat-e-post", "a@gmail.com"), ("privat-e-post", "b@gmail.com")]),
        ("070-174 06 05", []),
        ("+46 70-174 06 05", []),
        ("070-174 06 06", [("mobilnummer", "070-174 06 06")]),
        ("(070) 174 06 06", [("mobilnummer", "(070) 174 06 06")]),
        ("0046(0)701740606", [("mobilnummer", "0046(0)701740606")]),
        ("070-174 06 067", []),
        ("1070-174 06 06", []),
        ("12:070-174 06 06", []),
        ("071-174 06 06", []),
        ("08-530 610 00", []),
        ("x, c/o Prov Exempel", [("hemadress", "c/o Prov Exempel")]),
        ("x, C/O Prov Exempel", [("hemadress", "C/O Prov Exempel")]),
        ("Bor på Provgatan 4", []),
        ("Bor på Norra Provgatan 4", []),
        ("Bor på Provgatan 5", [("hemadress", "Provgatan 5")]),
        ("Bor på Provgatan 4 B", [("hemadress", "Provgatan 4 B")]),
        ("Möte på Provgatan 5", []),
        ("Bor på Provgatan. Provgatan 5", []),
        ("Bor på Exempels torg 5", [("hemadress", "Exempels torg 5")]),
        ("Bor på provgatan 5", []),
        ("Bor på Provgatan 5 juni", []),
        ("Bor på Provgatan 5,5", []),
        ("Provgatan 5, lgh 1101", [("hemadress", "Provgatan 5")]),
        ("Provgatan 5 2 tr", [("hemadress", "Provgatan 5")]),
        ("Provgatan 5, 123 45 Byn", [("hemadress", "Provgatan 5")]),
        ("Provgatan 5, 123 45", []),
        ("Anna Provberg, Provgatan 5", [("namn-på-enskild", "Anna Provberg"), ("hemadress", "Provgatan 5")]),
        ("Provberg Provgatan 5", []),
        ("Lekplatsen, Provgatan 5", []),
        ("Norrgården 12, 123 45 Byn", [("hemadress", "Norrgården 12")]),
        ("Norrby 12, 123 45 Byn", [("hemadress", "Norrby 12")]),
        ("Norrby 12, SE-123 45 Byn", [("hemadress", "Norrby 12")]),
        ("Box 12, 123 45 Byn", []),
        ("Norrby 12 123 45 byn", []),
    ],
)
def test_what_is_the_bodys_own_and_what_is_somebodys(text: str, found: list[tuple[str, str]]) -> None:
    assert hits(text, OWN) == found


def test_a_place_before_a_postal_code_can_be_the_bodys_own() -> None:
    assert hits("Norrby 12, 123 45 Byn", Official(streets=frozenset(("norrby 12",)))) == []
    assert hits("Norra Provgatan 4, 123 45 Byn", Official(streets=frozenset(("norra provgatan 4",)))) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Skriv till anna at gmail dot com.", [("privat-e-post", "anna at gmail dot com")]),
        ("Skriv till anna snabel-a gmail punkt com.", [("privat-e-post", "anna snabel-a gmail punkt com")]),
        ("Skriv till anna at gmail.com.", [("privat-e-post", "anna at gmail.com")]),
        ("Skriv till anna at prov punkt example.", [("okänd-e-post", "anna at prov punkt example")]),
        ("Look at prov.example", []),
        ("Ring hem 0980-319 270 efter klockan 17.", [("telefon-vid-namn", "0980-319 270")]),
        ("Bostad tel. 0980-319 270", [("telefon-vid-namn", "0980-319 270")]),
        ("Växel: 0980-319 270", []),
        ("Hämtas vid Provgatan 5 där mormodern bor.", [("hemadress", "Provgatan 5")]),
        ("Vid Provgatan 5 där bussen vänder", []),
        ("Sökanden bor på gården Provmyra 1:4.", [("hemadress", "Provmyra 1:4")]),
        ("Sökanden bor på Provmyra 1:4.", [("hemadress", "Provmyra 1:4")]),
        ("Bostadshus på Provmyra 1:4", []),
        ("Kommunen bor på Provmyra 1:4.", []),
        ("Huset på Provgatan 5 där de bor", [("hemadress", "Provgatan 5")]),
        ("Adress: skyddad", [("lever-skyddat", "Adress: skyddad")]),
        ("Obs! Skyddad adress, skicka inga brev", [("lever-skyddat", "Obs! Skyddad adress")]),
        ("Rutin för skyddad adress", []),
        ("Rutiner för sekretess, skyddad adress", []),
        ("- Skyddad adress", []),
        ("Adress: hemlig", [("lever-skyddat", "Adress: hemlig")]),
        ("Tel: hemligt", [("lever-skyddat", "Tel: hemligt")]),
        ("Telefon: skyddad sedan 2024", [("lever-skyddat", "Telefon: skyddad")]),
        ("Telefon: skyddad linje", []),
        ("Barn som bor på skyddat boende har rätt till skola.", []),
        ("Eleven, som bor på skyddat boende, byter skola.", [("lever-skyddat", "bor på skyddat boende")]),
        ("Skyddad adress", [("lever-skyddat", "Skyddad adress")]),
        ("| 14 | hemlig adress | bifall |", [("lever-skyddat", "| hemlig adress ")]),
        ("Elev Provby, skyddad adress", [("lever-skyddat", "Provby, skyddad adress")]),
        ("Sekretessbelagt ärende", [("sekretess-i-text", "Sekretessbelagt ärende")]),
        ("Stycket är struket av sekretesskäl.", [("sekretess-i-text", "av sekretesskäl")]),
        ("Bilagan saknas på grund av sekretess.", [("sekretess-i-text", "på grund av sekretess")]),
        ("Nämnden ska med hänsyn till sekretess utforma rutiner.", []),
        ("Namnen är med hänsyn till sekretess strukna.", [("sekretess-i-text", "med hänsyn till sekretess")]),
        ("Att något utelämnas på grund av sekretess ska anges.", []),
        (f"Barn: l985O7O9-{LAST}", [("personnummer", f"l985O7O9-{LAST}")]),
        (f"Bil85O7O9-{LAST}", []),
        ("Avtal om avslut träffas med rektor Eva Lind.", [("personalbeslut", "Eva Lind")]),
        ("Rektor Eva Lind slutar sin tjänst i juni.", [("personalbeslut", "Eva Lind")]),
        ("Rehabiliteringsutredning för rektor Eva Lind", [("namn-vid-omsorg", "Eva Lind")]),
        ("Rektor Eva Lind redovisar rehabilitering och avtal.", []),
    ],
)
def test_ways_to_somebody_and_marks_in_plain_words(text: str, found: list[tuple[str, str]]) -> None:
    assert hits(text) == found


def test_boxes_after_other_figures_in_one_row_are_met() -> None:
    boxes = " ".join(f"{NUMBER[:6]}{LAST}")
    assert hits(f"Blad 12: {boxes}", least=Severity.REVIEW) == [("personnummer-siffror", boxes)]


def test_somebody_who_lives_protected_is_told_of_and_a_rule_for_all_such_is_not() -> None:
    assert [kind for kind, _ in hits("Mamman har skyddade uppgifter.")] == ["lever-skyddat"]
    assert [kind for kind, _ in hits("Hon bor på hemlig adress.")] == ["lever-skyddat"]
    assert hits("Rutinen gäller elever som har skyddade uppgifter, och elever som bor på kvinnojour.") == []
