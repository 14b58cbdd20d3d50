"""Who decided and who approves: a proposal to another body has no last day of appeal, and the one who led approves."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from macros.checks import check
from macros.facts.day import Day
from tests.pages.html import Fragment
from tests.pages.records import built, record

TODAY = dt.date(2026, 1, 28)
BOARD = "---\nnamn: Kommunstyrelsen\nkommun: Ekstads kommun\nslag: styrelse\nförvaring: Kansliet\n---\n"
ASSEMBLY = "---\nnamn: Kommunfullmäktige\nkommun: Ekstads kommun\nslag: fullmäktige\n---\n"
CALL = "---\ndatum: 2026-01-15\nläge: genomfört\n---\n"
APPROVED = "  - paragrafer: 1-2\n    justerare: [Cia Tre]\n    justerat: 2026-01-20\n    anslag:\n      - anslaget: 2026-01-21\n"
ROUTE = "beslutsgång:\n  - organ: ks\n  - organ: kf\n"


def _files(proposal: str, more: str = "", paragraph: str = "", approvals: str = "") -> dict[str, str]:
    """A board's minutes of two paragraphs: the first as proposed, the second led by the vice chair."""
    return {
        "ks/organ.md": BOARD,
        "kf/organ.md": ASSEMBLY,
        "ks/2026-01-15/kallelse.md": CALL,
        "ks/2026-01-15/01-taxa.md": f"---\nrubrik: Taxa\nförslag_till_beslut:\n  - {proposal}\n{more}---\nText.\n",
        "ks/2026-01-15/02-plan.md": "---\nrubrik: Plan\nslag: information\n---\nText.\n",
        "ks/2026-01-15/protokoll.md": "---\nnärvarande:\n  ordförande: Ada Ett\n  ledamöter:\n    - namn: Ada Ett\n"
        "    - namn: Bo Två\n    - namn: Cia Tre\nparagrafer:\n  - nummer: 1\n    ärende: taxa\n    utfall: enligt förslag\n"
        f"{paragraph}  - nummer: 2\n    ärende: plan\n    ordförande: Bo Två\n    utfall: beslutat\n    beslut: [Planen antas.]\n"
        "    jäv:\n      - namn: Ada Ett\njusteringar:\n" + (approvals or APPROVED) + "---\n",
    }


def _doubts(root: Path, files: dict[str, str]) -> list[str]:
    return [found.message for found in check(Day(record(root, files), TODAY)) if found.rule == "beslut-eller-förslag"]


def _lines(root: Path, files: dict[str, str], address: str) -> list[str]:
    return Fragment(built(root, files, TODAY)[f"{address}/"].html).lines


LAST = "Sista dag att överklaga är onsdag 11 februari 2026."


@pytest.mark.parametrize(
    ("proposal", "more", "paragraph", "said", "doubts"),
    [
        ("Kommunstyrelsen antar taxan.", "", "", LAST, []),
        ("Kommunfullmäktige antar taxan.", ROUTE, "", "Beslutet kan inte överklagas.", []),
        ("Kommunfullmäktige antar taxan.", "", "", "Beslutet kan inte överklagas.", []),
        (
            "Kommunfullmäktige antar taxan. Kommunstyrelsen uppdrar åt förvaltningen att informera om den.",
            ROUTE,
            "",
            LAST,
            [],
        ),
        (
            "Taxan antas.",
            ROUTE,
            "",
            LAST,
            ["§ 1 är skriven som ett eget beslut, men ärendet går vidare till Kommunfullmäktige enligt beslutsgången."],
        ),
        ("Taxan antas.", ROUTE, "    överklagande: laglighetsprövning\n", LAST, []),
        (
            "Taxan överlämnas till kommunfullmäktige.",
            "",
            "",
            "Protokollet säger inte hur beslutet kan överklagas.",
            ["§ 1 kan läsas både som ett eget beslut och som ett förslag till kommunfullmäktige."],
        ),
        (
            "Taxan överlämnas till kommunfullmäktige.",
            "",
            "    överklagande: kan inte överklagas\n",
            "Beslutet kan inte överklagas.",
            [],
        ),
    ],
)
def test_what_only_proposes_has_no_last_day(
    tmp_path: Path, proposal: str, more: str, paragraph: str, said: str, doubts: list[str]
) -> None:
    files = _files(proposal, more, paragraph)
    for address in ("ks/2026-01-15/taxa", "ks/2026-01-15/protokoll/1"):
        lines = _lines(tmp_path, files, address)
        told = ("Sista dag att överklaga", "Beslutet kan inte", "Protokollet säger inte hur", "Tiden för överklagande")
        # A link may follow the sentence on its line.
        assert [
            line.removesuffix(" Så överklagar du").split(" Laga kraft")[0] for line in lines if line.startswith(told)
        ] == [said]
    assert _doubts(tmp_path, files) == doubts


def test_the_notice_parts_what_can_be_appealed_from_what_prepares(tmp_path: Path) -> None:
    lines = _lines(tmp_path, _files("Kommunfullmäktige antar taxan."), "anslagstavla/ks-2026-01-15-1")
    assert any(line.startswith("Beslut i § 2 kan överklagas") for line in lines)
    assert (
        "§ 1 kan inte överklagas: där förbereds bara ett annat organs beslut, enligt "
        "13 kap. 2 § kommunallagen (2017:725)." in lines
    )


@pytest.mark.parametrize(
    "approvals",
    [
        "",
        "  - paragrafer: 1\n    justerare: [Cia Tre]\n    justerat: 2026-01-20\n    anslag:\n      - anslaget: 2026-01-21\n"
        "  - paragrafer: 2\n    ordförande: Bo Två\n    justerare: [Cia Tre]\n    justerat: 2026-01-20\n"
        "    anslag:\n      - anslaget: 2026-01-21\n",
    ],
    ids=["en justering", "två justeringar"],
)
def test_the_one_who_led_approves_in_minutes_extract_and_notice(tmp_path: Path, approvals: str) -> None:
    files = _files("Kommunstyrelsen antar taxan.", approvals=approvals)
    assert [found.rule for found in check(Day(record(tmp_path, files), TODAY)) if "juster" in found.rule] == []
    extract = _lines(tmp_path, files, "ks/2026-01-15/protokoll/2")
    assert extract[extract.index("Justerare") + 1] == "Bo Två, ordförande, Cia Tre"
    minutes = " ".join(_lines(tmp_path, files, "ks/2026-01-15/protokoll"))
    notice = " ".join(_lines(tmp_path, files, f"anslagstavla/ks-2026-01-15-{2 if approvals else 1}"))
    said = "Bo Två, ordförande, Cia Tre" if approvals else "Ada Ett, ordförande § 1, Bo Två, ordförande § 2, Cia Tre"
    assert f"Justerare {said}" in minutes
    assert f"av {said}" in notice


def test_an_approval_says_who_led_where_the_paragraph_does_not(tmp_path: Path) -> None:
    files = _files(
        "Kommunstyrelsen antar taxan.",
        approvals="  - paragrafer: 1-2\n    ordförande: Bo Två\n    justerare: [Cia Tre]\n    justerat: 2026-01-20\n",
    )
    decided = next(iter(Day(record(tmp_path, files), TODAY).minutes)).decided
    assert [one.presiding for one in decided] == ["Bo Två", "Bo Två"]
