"""The agenda as it is: sub-items, headings, what was struck, a matter in two paragraphs and two matters in one."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from macros.facts.case_state import CaseState
from macros.facts.day import Day
from macros.pages.build import pages
from macros.pages.page import Page
from macros.record.reading import read
from tests.pages.html import Fragment
from tests.pages.records import BODY, built, record

DAY = "parknamnden/2026-03-12"
LATER = "parknamnden/2026-04-16"
TODAY = dt.date(2026, 3, 3)
CALL = "---\ndatum: {}\nläge: {}\n---\n"


def _item(title: str, number: int, keys: str = "") -> str:
    return f"---\nrubrik: {title}\ndiarienummer: PN/2026:{number}\nförslag_till_beslut:\n  - Nämnden antar {title}.\n{keys}---\n"


AGENDA = {
    "parknamnden/organ.md": BODY,
    f"{DAY}/kallelse.md": CALL.format("2026-03-12", "kallat"),
    f"{DAY}/08-lekplatser.md": _item("lekplatser", 5),
    f"{DAY}/07b-bankar.md": _item("bänkar", 3),
    f"{DAY}/07-trad.md": _item("träd", 1, "avsnitt: Beslutsärenden\n"),
    f"{DAY}/07a-buskar.md": _item("buskar", 2),
    f"{DAY}/07.1-rosor.md": _item("rosor", 4, "avsnitt: Beslutsärenden\n"),
    f"{DAY}/09-dammar.md": _item(
        "dammar",
        6,
        "avsnitt: Informationsärenden\nutgår:\n  datum: 2026-03-02\n  skäl: Kostnaden räknas om.\n  till: 2026-04-16\n",
    ),
    f"{LATER}/kallelse.md": CALL.format("2026-04-16", "planerat"),
    f"{LATER}/01-dammar.md": _item("dammar", 6, "fortsätter: 2026-03-12/dammar\n"),
}


def _lines(page: Page) -> list[str]:
    return Fragment(page.html).lines


def _after(page: Page, first: str, last: str) -> list[str]:
    lines = _lines(page)
    at = lines.index(first)
    return lines[at + 1 : lines.index(last, at)]


def test_sub_items_stand_in_order_under_their_headings_and_have_addresses_without_numbers(tmp_path: Path) -> None:
    pages = built(tmp_path, AGENDA, TODAY)
    kind = "Beslutsärende · PN/2026:"
    assert _after(pages[f"{DAY}/"], "Föredragningslista", "Följ") == [
        "Beslutsärenden",
        *["7", "träd", "Förslag: Nämnden antar träd.", f"{kind}1"],
        *["7.1", "rosor", "Förslag: Nämnden antar rosor.", f"{kind}4"],
        *["7a", "buskar", "Förslag: Nämnden antar buskar.", f"{kind}2"],
        *["7b", "bänkar", "Förslag: Nämnden antar bänkar.", f"{kind}3"],
        *["8", "lekplatser", "Förslag: Nämnden antar lekplatser.", f"{kind}5"],
        "Informationsärenden",
        *["9", "dammar"],
        "Togs bort från föredragningslistan 2 mars 2026: Kostnaden räknas om. "
        "Tas upp på sammanträdet 16 april 2026, punkt 1.",
        *[f"{kind}6", "Utgår"],
    ]
    page = pages[f"{DAY}/buskar/"]
    assert "Punkt 7a på listan till sammanträdet torsdag 12 mars 2026" in _lines(page)
    assert _lines(page)[-1] == "Föregående: 7.1. rosor Nästa: 7b. bänkar"


def test_what_was_struck_leads_to_where_it_is_taken_up_and_back_and_is_counted_nowhere(tmp_path: Path) -> None:
    pages = built(tmp_path, AGENDA, TODAY)
    page = pages[f"{DAY}/dammar/"]
    told = next(line for line in _lines(page) if line.startswith("Ärendet utgår."))
    assert told == (
        "Ärendet utgår. Togs bort från föredragningslistan 2 mars 2026: Kostnaden räknas om. "
        "Det tas upp på sammanträdet 16 april 2026, punkt 1."
    )
    assert 'data-titel="Utgår: dammar"' in page.html
    assert 'parknamnden/2026-04-16/dammar/"' in page.html
    assert 'parknamnden/2026-03-12/dammar/"' in pages[f"{LATER}/dammar/"].html
    assert "5 ärenden" in " ".join(_lines(pages["parknamnden/2026/"]))


def test_a_case_whose_last_item_was_struck_is_open_only_when_it_is_moved(tmp_path: Path) -> None:
    alone = {**AGENDA, f"{DAY}/09-dammar.md": _item("dammar", 6, "utgår:\n  datum: 2026-03-02\n")}
    del alone[f"{LATER}/01-dammar.md"]
    moved = {**AGENDA}
    del moved[f"{LATER}/01-dammar.md"]
    for files, state in ((alone, CaseState.WITHDRAWN), (moved, CaseState.OPEN), (AGENDA, CaseState.OPEN)):
        facts = Day(record(tmp_path / state.name / str(len(files)), files), TODAY)
        case = facts.cases.of("parknamnden", "PN/2026:6")
        assert case is not None
        assert facts.status(case).state is state


MINUTES = """---
närvarande:
  ordförande: Alma Ek
  ledamöter:
    - namn: Alma Ek
paragrafer:
  - nummer: 1
    ärende: trad
    utfall: beslutat
    beslut:
      - Nämnden antar träden.
  - nummer: 2
    ärende: trad
    utfall: {}
    beslut:
      - Nämnden tar ut en avgift.
  - nummer: 3
    ärende: [buskar, bankar]
    utfall: enligt förslag
  - nummer: 4
    ärende: lekplatser
    utfall: visas inte
    publiceras: maskat
    skäl: personuppgifter
  - nummer: 5
    ärende: rosor
    utfall: bordlagt
    beslut:
      - Ärendet bordläggs.
justeringar:
  - paragrafer: 1-5
    justerare: [Alma Ek]
    justerat: 2026-03-13
---
"""
HELD = {**AGENDA, f"{DAY}/kallelse.md": CALL.format("2026-03-12", "genomfört")}


def test_a_matter_in_two_paragraphs_shows_both_and_a_paragraph_of_two_matters_is_on_both_pages(tmp_path: Path) -> None:
    pages = built(tmp_path, {**HELD, f"{DAY}/protokoll.md": MINUTES.format("beslutat")}, dt.date(2026, 3, 16))
    trad = _lines(pages[f"{DAY}/trad/"])
    assert [line for line in trad if line.startswith(("Beslut i", "Nämnden"))] == [
        "Beslut i § 1",
        "Nämnden antar träden.",
        "Beslut i § 2",
        "Nämnden tar ut en avgift.",
        "Nämnden antar träd.",
    ]
    assert _after(pages[f"{DAY}/bankar/"], "Beslut", "Diarienummer")[:5] == [
        "Parknämnden 12 mars 2026, § 3 i protokollet",
        "Nämnden antar buskar.",
        "Nämnden antar bänkar.",
        "Enligt förslaget",
        "Paragrafen gäller också buskar.",
    ]
    case = [line for line in _lines(pages["arenden/parknamnden-pn-2026-1/"]) if line.startswith("§")]
    assert case == ["§ 1 Beslutat", "§ 2 Beslutat"]
    minutes = _lines(pages[f"{DAY}/protokoll/"])
    assert "§ 3 buskar; bänkar" in minutes
    assert "§ 4 lekplatser" in minutes
    hidden = "Beslutet visas inte: handlingen innehåller personuppgifter."
    assert hidden in minutes
    assert _after(pages[f"{DAY}/lekplatser/"], "Beslut", "Diarienummer")[:2] == [
        "Parknämnden 12 mars 2026, § 4 i protokollet",
        hidden,
    ]


def test_who_was_there_for_a_part_is_told_at_that_paragraph_of_the_matter_alone(tmp_path: Path) -> None:
    minutes = MINUTES.format("beslutat").replace(
        "    - namn: Alma Ek\n", "    - Bo Al\n    - namn: Alma Ek\n      paragrafer: 1, del av 2\n"
    )
    pages = built(tmp_path, {**HELD, f"{DAY}/protokoll.md": minutes}, dt.date(2026, 3, 16))
    first, second, third = (_lines(pages[f"{DAY}/protokoll/{n}/"]) for n in (1, 2, 3))
    assert [page[page.index("Beslutande") + 1] for page in (first, second, third)] == [
        "Bo Al och Alma Ek",
        "Bo Al",
        "Bo Al",
    ]
    part = [
        line.replace("\N{NO-BREAK SPACE}", " ")
        for page in (first, second, third)
        for line in page
        if "en del av §" in line
    ]
    assert part == ["Alma Ek, § 1 och en del av § 2."]


def test_a_case_is_decided_only_when_all_of_its_paragraphs_are(tmp_path: Path) -> None:
    for outcome, state in (("beslutat", CaseState.DECIDED), ("bordlagt", CaseState.OPEN)):
        files = {**HELD, f"{DAY}/protokoll.md": MINUTES.format(outcome)}
        facts = Day(record(tmp_path / outcome, files), dt.date(2026, 3, 16))
        case = facts.cases.of("parknamnden", "PN/2026:1")
        assert case is not None
        assert facts.status(case).state is state
        item = case.items[0]
        assert [one.number for one in facts.minutes.of_item(item)] == [1, 2]


def test_the_agenda_itself_leads_to_where_a_struck_item_is_taken_up(tmp_path: Path) -> None:
    agenda = built(tmp_path, AGENDA, TODAY)[f"{DAY}/"].html.partition("Föredragningslista")[2]
    assert 'href="../../parknamnden/2026-04-16/dammar/"' in agenda


def test_a_public_heading_whose_decision_is_not_shown_says_so_on_the_agenda_and_among_the_paragraphs() -> None:
    archive, _ = read(Path(__file__).parents[2])
    made = {page.address: page for page in pages(archive, dt.date(2026, 11, 29))}
    meeting = "exempel-ks/2026-11-10/"
    lines = _lines(made[meeting])
    at = lines.index("Anstånd med återbetalning")
    assert lines[at + 1 : at + 3] == ["§ 147 Beslutet visas inte", "Beslutsärende · KSE/2026:115"]
    assert "§ 147 Anstånd med återbetalning Visas inte" in _lines(made[f"{meeting}protokoll/"])
