"""An item's page: the proposal first, then the path and the report; beside them facts, attachments and whom to ask."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.pages.html import Fragment
from tests.pages.records import BODY, SMALL, TODAY, built


def test_the_whole_page(tmp_path: Path) -> None:
    page = built(tmp_path, SMALL)["parknamnden/2026-03-12/plan-for-trad/"]
    assert page.title == "Plan för träd, 12\N{NO-BREAK SPACE}mars 2026 – Parknämnden"
    assert (
        page.description
        == "Beslutsärende i Parknämnden. Sammanträde 12\N{NO-BREAK SPACE}mars 2026. Diarienummer PN/2026:7."
    )
    assert Fragment(page.html).lines == [
        "Start",
        "Parknämnden",
        "2026",
        "Sammanträde 12 mars 2026",
        "Plan för träd",
        "Parknämnden, Ekstads kommun",
        "Plan för träd",
        "Punkt 1 på listan till sammanträdet torsdag 12 mars 2026",
        "Begär ut det som inte visas",
        "Läget den 2 mars 2026",
        "Förslag till beslut",
        "Nämnden antar planen.",
        "Planen börjar gälla den 1 maj 2026.",
        "Ärendets väg",
        "Parknämnden 12 mars 2026 Det här sammanträdet",
        "Fullmäktige 27 april 2026 Väntar",
        "Om ärendet",
        "Bakgrund",
        "Träden är många.",
        "Tabell 1: Bakgrund",
        "År",
        "Träd",
        "2025",
        "1 200",
        "2026",
        "1 350",
        "Om punkten",
        "Diarienummer",
        "PN/2026:7, allt i ärendet",
        "Slag",
        "Beslutsärende",
        "Förslagsställare",
        "Ordföranden",
        "Beslutet skickas till",
        "Fullmäktige, Gatuenheten",
        "Hänvisa så här: Parknämnden, Ekstads kommun, sammanträde 12 mars 2026, punkt 1, dnr PN/2026:7.",
        "Länk till punkten",
        "Bilagor",
        "Trädplan (PDF, 2 kB)",
        "Karta (inte publicerad på webben – begär ut den: Karta)",
        "Rättad karta (inte publicerad på webben – begär ut den: Rättad karta) Tillkom vid sammanträdet. Ersätter ”Karta”.",
        "Begär ut handlingen",
        "Skriv till registrator@ekstad.example.se och ange diarienumret PN/2026:7.",
        "Skriv också vad handlingen heter: Karta eller Rättad karta.",
        "Postadress: Registrator, Ekstads kommun.",
        "Du behöver inte säga vem du är eller vad du ska ha handlingen till. "
        "Kan något i den vara hemligt prövas det innan den lämnas ut, och bara för det får du frågas.",
        "Nästa: 2. Ärendet visas inte",
    ]


LINKS = [
    ("ärendet", "../../../arenden/parknamnden-pn-2026-7/"),
    ("bilagan", "../../../parknamnden/2026-03-12/bilagor/tradplan.pdf"),
    ("mottagaren", "../../../fullmaktige/"),
    ("begäran", "mailto:registrator@ekstad.example.se?subject=Beg%C3%A4ran%20om%20handling%3A%20PN%2F2026%3A7"),
    ("nästa", "../../../parknamnden/2026-03-12/anmalan/"),
]


@pytest.mark.parametrize("link", [case[1] for case in LINKS], ids=[case[0] for case in LINKS])
def test_links(tmp_path: Path, link: str) -> None:
    assert link in Fragment(built(tmp_path, SMALL)["parknamnden/2026-03-12/plan-for-trad/"].html).links


def test_what_is_not_known_is_said_to_be_unknown(tmp_path: Path) -> None:
    lines = Fragment(built(tmp_path, SMALL)["parknamnden/arenden/skrivelse/"].html).lines
    facts = ["Diarienummer", "Inte angivet", "Sammanträde", "Inte känt", "Slag", "Promemoria"]
    assert lines[lines.index("Diarienummer") :][:6] == facts
    assert "Skriv till registrator@ekstad.example.se och ange rubriken ”Skrivelse om bänkar”." in lines


def test_a_decision_without_a_proposal_says_so(tmp_path: Path) -> None:
    pages = built(tmp_path, {**SMALL, "parknamnden/2026-03-12/03-bankar.md": "---\nrubrik: Bänkar\n---\n"})
    assert (
        "Arkivet har inget förslag till beslut i ärendet."
        in Fragment(pages["parknamnden/2026-03-12/bankar/"].html).lines
    )


MISSING = [
    ("sammanträdesdagen", 12, "", None),
    (
        "protokollet är på väg",
        13,
        "",
        "Beslutet är inte publicerat än. Protokollet ska justeras senast torsdag 26 mars 2026.",
    ),
    ("äldre arkiv", 13, "historiskt: ja\n---\n", "Protokollet finns inte i arkivet"),
]


@pytest.mark.parametrize(("day", "body", "said"), [case[1:] for case in MISSING], ids=[case[0] for case in MISSING])
def test_after_the_meeting_a_missing_decision_is_told(tmp_path: Path, day: int, body: str, said: str | None) -> None:
    files = {**SMALL, "parknamnden/organ.md": BODY.removesuffix("---\n" if body else "") + body}
    pages = built(tmp_path, files, TODAY.replace(day=day))
    item, case = (
        Fragment(pages[address].html).lines
        for address in ("parknamnden/2026-03-12/plan-for-trad/", "arenden/parknamnden-pn-2026-7/")
    )
    told = [line for line in item if line.startswith(("Beslutet är inte", "Protokollet finns"))]
    assert told == ([said] if said else [])
    assert [line for line in case if line.startswith("Beslutet är inte")] == [line for line in told if line[0] == "B"]


def test_until_the_meeting_the_item_and_its_case_mark_the_day_for_whoever_reads_later(tmp_path: Path) -> None:
    mark = 'data-till="2026-03-12" data-efter="Dagen har passerat"'
    for day in (12, 13):
        pages = built(tmp_path, SMALL, TODAY.replace(day=day))
        assert (mark in pages["parknamnden/2026-03-12/plan-for-trad/"].html) is (day == 12)
    assert mark in built(tmp_path, SMALL)["arenden/parknamnden-pn-2026-7/"].html


def test_a_matter_that_comes_back_leads_both_ways(tmp_path: Path) -> None:
    files = {
        "parknamnden/2026-04-16/kallelse.md": "---\ndatum: 2026-04-16\nläge: planerat\n---\n",
        "parknamnden/2026-04-16/02-trad-igen.md": "---\nrubrik: Träd igen\nfortsätter: 2026-03-12/plan-for-trad\n---\n",
    }
    pages = built(tmp_path, {**SMALL, **files})
    first, again = "parknamnden/2026-03-12/plan-for-trad/", "parknamnden/2026-04-16/trad-igen/"
    for page, other, label, told in (
        (again, first, "Fortsätter från", "Plan för träd, sammanträdet 12 mars 2026"),
        (first, again, "Fortsätter i", "Träd igen, sammanträdet 16 april 2026"),
    ):
        fragment = Fragment(pages[page].html)
        assert fragment.lines[fragment.lines.index(label) + 1] == told
        assert f"../../../{other}" in fragment.links


def test_the_search_engine_gets_kind_year_day_bodies_and_the_bare_number(tmp_path: Path) -> None:
    html = built(tmp_path, SMALL)["parknamnden/2026-03-12/plan-for-trad/"].html
    marks = (
        'slag="Handling"',
        'ar="2026"',
        'datum="2026-03-12"',
        'organ="Parknämnden"',
        'organ="Fullmäktige"',
        'nummer="2026:7"',
    )
    assert [mark for mark in marks if f"data-{mark}" not in html] == []


def test_a_report_that_begins_with_its_title_shows_it_once(tmp_path: Path) -> None:
    item = SMALL["parknamnden/2026-03-12/01-plan-for-trad.md"].replace("# Bakgrund", "# Plan för träd\n\n## Bakgrund")
    files = {**SMALL, "parknamnden/2026-03-12/01-plan-for-trad.md": item}
    headings = Fragment(built(tmp_path, files)["parknamnden/2026-03-12/plan-for-trad/"].html).headings
    assert [level for level, text in headings if text == "Plan för träd"] == [1]
    assert (3, "Bakgrund") in headings


def _path(tmp_path: Path, plan: str, earlier: str = "") -> list[str]:
    """The path on an item that was up a month before the plan, in the same case, and says no path itself."""
    files = {
        **SMALL,
        "parknamnden/2026-02-12/kallelse.md": "---\ndatum: 2026-02-12\nläge: genomfört\n---\n",
        "parknamnden/2026-02-12/01-samrad.md": f"---\nrubrik: Samråd\ndiarienummer: PN/2026:7\n{earlier}---\n",
        "parknamnden/2026-03-12/01-plan-for-trad.md": plan,
    }
    lines = Fragment(built(tmp_path, files)["parknamnden/2026-02-12/samrad/"].html).lines
    begins = lines.index("Ärendets väg") + 1 if "Ärendets väg" in lines else len(lines)
    return [line for line in lines[begins : begins + 3] if "2026" in line]


PLAN = SMALL["parknamnden/2026-03-12/01-plan-for-trad.md"]
WAY = "beslutsgång:\n  - organ: parknamnden\n    datum: 2026-03-12\n  - organ: fullmaktige\n    datum: 2026-04-27\n"


def test_an_item_that_says_no_path_has_that_of_its_case(tmp_path: Path) -> None:
    assert _path(tmp_path, PLAN) == [
        "Parknämnden 12 februari 2026 Det här sammanträdet",
        "Parknämnden 12 mars 2026 Sammanträde 12 mars 2026",
        "Fullmäktige 27 april 2026 Väntar",
    ]


@pytest.mark.parametrize(
    ("old", "new", "earlier"),
    [
        (WAY, "", ""),
        ("diarienummer: PN/2026:7", "diarienummer: PN/2026:70", ""),
        ("rubrik: Plan", "publiceras: maskat\nskäl: sekretess\nrubrik: Plan", ""),
        ("rubrik: Plan", "utgår:\n  datum: 2026-03-02\nrubrik: Plan", ""),
        (WAY, WAY, "samlingsnummer: ja\n"),
        (WAY, WAY, "utgår:\n  datum: 2026-02-02\n"),
    ],
    ids=["one body", "another case", "not shown", "struck", "collective", "itself struck"],
)
def test_an_item_whose_case_is_known_in_one_body_has_no_path(tmp_path: Path, old: str, new: str, earlier: str) -> None:
    assert old in PLAN
    assert _path(tmp_path, PLAN.replace(old, new), earlier) == []


def test_a_meeting_that_was_not_held_is_no_stop_of_a_case(tmp_path: Path) -> None:
    """The earlier meeting was cancelled; a stop of a day that has passed, in a body whose meetings are known, had no meeting."""
    files = {
        **SMALL,
        "parknamnden/2026-02-12/kallelse.md": "---\ndatum: 2026-02-12\nläge: inställt\n---\n",
        "parknamnden/2026-02-12/01-samrad.md": "---\nrubrik: Samråd\ndiarienummer: PN/2026:7\n"
        "beslutsgång:\n  - organ: parknamnden\n    datum: 2026-02-19\n  - organ: fullmaktige\n---\n",
        "parknamnden/2026-03-12/01-plan-for-trad.md": PLAN.replace(WAY, ""),
    }
    lines = Fragment(built(tmp_path, files)["parknamnden/2026-03-12/plan-for-trad/"].html).lines
    begins = lines.index("Ärendets väg")
    assert lines[begins + 1 : begins + 3] == [
        "Parknämnden 12 mars 2026 Det här sammanträdet",
        "Fullmäktige Dagen är inte känd Väntar",
    ]


def test_who_raised_a_matter_and_proposes_it_is_told_once(tmp_path: Path) -> None:
    for proposer, told in (("Bo Al (M)", ["Väckt av"]), ("Förvaltningen", ["Förslagsställare", "Väckt av"])):
        item = f"---\nrubrik: Bänkar\nslag: initiativ\nmotionärer: [Bo Al (M)]\nförslagsställare: {proposer}\n---\n"
        pages = built(tmp_path, {**SMALL, "parknamnden/2026-03-12/03-bankar.md": item})
        lines = Fragment(pages["parknamnden/2026-03-12/bankar/"].html).lines
        assert [line for line in lines if line in ("Förslagsställare", "Väckt av")] == told
