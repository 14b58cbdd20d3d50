"""A standing meeting's printed days beside its rule: shown where they differ, marked, and explained in numbered notes."""

from __future__ import annotations

import re
from pathlib import Path

from macros.dates.plan import plan_text
from macros.facts.day import Day
from macros.finding import Place
from macros.pages.build import pages
from macros.pages.functions import Context, run
from macros.record.archive import Archive
from macros.texts.calls import Call
from tests.dates.examples import day
from tests.pages.html import Fragment
from tests.pages.records import BODY, record

TODAY = day("Thursday 2026-01-15")

# Mondays of 2026: 2, 9, 16, 23 and 30 March; 6 (annandag påsk), 13, 20 and 27 April; 4, 11, 18 and 25 May.
SCHEDULE = """\
---
år: 2026
läge: beslutad
steg:
  - id: utskick
    namn: Kallelsen skickas
    dagar_före: 7
    slag: utskick
    vid_helgdag: före
stående:
  - id: beredning
    namn: Beredning
    veckodag: måndag
    månader: [3, 4, 5]
    tryckta_dagar: [{beredning}]
  - id: samråd
    namn: Samråd
    veckodag: tisdag
    månader: [9]
    tryckta_dagar: [2026-09-01, 2026-09-08, 2026-09-15, 2026-09-22, 2026-09-29]
  - id: råd
    namn: Råd
    veckodag: onsdag
    månader: [9]
sammanträden:
  - datum: 2026-05-21
    anmärkning: Heldag
  - datum: 2026-06-11
    anmärkning: Heldag
---
"""
PRINTED = (
    *("2026-03-02", "2026-03-09", "2026-03-16", "2026-03-23", "2026-03-30"),
    *("2026-04-06", "2026-04-14", "2026-04-20", "2026-04-27"),
    *("2026-05-04", "2026-05-11", "2026-05-18", "2026-06-01"),
)
ADDRESS = "parknamnden/sammantradesordning/2026/"


def _archive(root: Path, printed: tuple[str, ...] = PRINTED) -> Archive:
    text = SCHEDULE.replace("{beredning}", ", ".join(printed))
    return record(root, {"parknamnden/organ.md": BODY, "parknamnden/sammantradesordning/2026.md": text})


def _html(archive: Archive) -> str:
    return next(page.html for page in pages(archive, TODAY) if page.address == ADDRESS)


def test_only_months_that_differ_are_shown_with_both_and_their_notes(tmp_path: Path) -> None:
    lines = Fragment(_html(_archive(tmp_path))).lines
    first = lines.index("Beredning: där den tryckta planen skiljer sig från regeln")
    assert lines[first + 1 : lines.index("Alla dagar för Beredning 2026")] == [
        *("Månad", "I den tryckta planen", "Enligt regeln"),
        *("April", "6 not 1, 14 not 2, 20, 27", "6, 13, 20, 27"),
        *("Maj", "4, 11, 18", "4, 11, 18, 25 not 3"),
        *("Juni", "1 not 4", "inga"),
        "På helgdag: annandag påsk.",
        "Fel veckodag: tisdag; måndag 13 april 2026 saknas.",
        "Saknas i planen.",
        "Avviker från regeln: mötet hålls inte i juni.",
    ]


def test_printed_days_that_agree_are_said_to_and_none_are_not_spoken_of(tmp_path: Path) -> None:
    lines = Fragment(_html(_archive(tmp_path))).lines
    assert lines[lines.index("Samråd") + 1 :][:3] == [
        "Varje tisdag i september.",
        "Dagarna i den tryckta planen stämmer med regeln.",
        "Alla dagar för Samråd 2026",
    ]
    assert lines[lines.index("Råd") + 1 :][:2] == ["Varje onsdag i september.", "Alla dagar för Råd 2026"]


def test_every_mark_leads_to_its_note_and_one_note_serves_two_days(tmp_path: Path) -> None:
    html = _html(_archive(tmp_path))
    leads = re.findall(r'href="#([^"]*-not-\d+)"', html)
    assert leads == [
        *("parknamnden-2026-not-1", "parknamnden-2026-not-2", "parknamnden-2026-not-1"),
        *("beredning-not-1", "beredning-not-2", "beredning-not-3", "beredning-not-4"),
    ]
    notes = re.findall(r'<li id="([^"]*-not-\d+)"[^>]*>(.*?)</li>', html)
    assert [id for id, _ in notes] == list(dict.fromkeys(leads))
    assert [text for _, text in notes[:1]] == ["Heldag"]


def test_a_plan_in_a_text_has_its_notes_too(tmp_path: Path) -> None:
    call = Call("sammanträdesplan", ("parknamnden", 2026), Place("x.md", 1, 1))
    html = str(run(Context(Day(_archive(tmp_path), TODAY), ""), call))
    assert html.count('id="parknamnden-2026-not-1"') == 1
    assert html.count('href="#parknamnden-2026-not-1"') == 2


def test_the_plan_in_a_terminal_tells_each_difference(tmp_path: Path) -> None:
    text = plan_text(_archive(tmp_path).bodies[0].schedules[0].header, "PN")
    assert text.partition("Stående möten\n")[2] == (
        "  Beredning: måndagar, 13 gånger\n"
        "    på helgdag: måndag 6 april (annandag påsk)\n"
        "    tryckt plan, måndag 6 april: på helgdag (annandag påsk)\n"
        "    tryckt plan, tisdag 14 april: fel veckodag (tisdag; måndag 13 april 2026\n"
        "      saknas)\n"
        "    tryckt plan, måndag 25 maj: saknas i planen\n"
        "    tryckt plan, måndag 1 juni: avviker från regeln (mötet hålls inte i juni)\n"
        "  Samråd: tisdagar, 5 gånger\n"
        "  Råd: onsdagar, 5 gånger"
    )
