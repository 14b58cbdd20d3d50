"""Sections of a report that become keys, and their neighbours that stay text."""

from __future__ import annotations

import pytest

from build_scripts.imports.blocks import Block, BlockKind, Run, whole
from build_scripts.imports.headings import PROPOSAL
from build_scripts.imports.letterhead import without_number
from build_scripts.imports.lists import UNIT
from build_scripts.imports.people import Employee, signature
from build_scripts.imports.report_parts import parted
from build_scripts.imports.sections import listed_titles, read_attachments, read_movers, read_route
from build_scripts.imports.telling import Account


def _blocks(text: str) -> list[Block]:
    """Blocks of lines; one with # is a heading."""
    return [
        Block(BlockKind.HEADING, (Run(line[2:]),), 1)
        if line.startswith("# ")
        else Block(BlockKind.PARAGRAPH, (Run(line),))
        for line in text.split("\n")
    ]


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("# Bilagor\n1. Karta\nBilaga 2: Budget", ["Karta", "Budget"]),
        ("# Bilaga\nPlan 2027\n# Ekonomi\nIngen kostnad.", ["Plan 2027"]),
        ("# Bilagor\nKartan är inritad i planen.", None),
        ("# Bilagor\nKarta\nKarin Lindqvist förvaltningschef", ["Karta"]),
        ("# Bilagor\nKarin Lindqvist\nutredare", None),
        ("# Bilagor", None),
        ("# Bakgrund\n1. Karta", None),
    ],
)
def test_a_list_of_attachments(text: str, titles: list[str] | None) -> None:
    told = Account()
    left = read_attachments(_blocks(text), told)
    assert told.keys.get("bilagor") == (None if titles is None else [{"titel": title} for title in titles])
    assert (len(left) < len(_blocks(text))) == (titles is not None)


@pytest.mark.parametrize(
    ("text", "route"),
    [
        (
            "# Beslutsplanering\nNämnden, 2027-01-14\nKS\t8 februari 2027\n# Ekonomi",
            [{"organ": "n", "datum": "2027-01-14"}, {"organ": "ks", "datum": "2027-02-08"}],
        ),
        ("# Ärendets gång\nKS", [{"organ": "ks"}]),
        ("# Beslutsplanering\nKS 2027-02-08\nRegionfullmäktige 2027-03-01", None),
    ],
)
def test_a_route_of_bodies_in_the_record(text: str, route: list[dict[str, str]] | None) -> None:
    told = Account()
    left = read_route(_blocks(text), {"nämnden": "n", "ks": "ks"}, told)
    assert told.keys.get("beslutsgång") == route
    assert (len(left) < len(_blocks(text))) == (route is not None)


@pytest.mark.parametrize(
    ("title", "movers"),
    [
        ("Svar på motion väckt av Anna Ek (S)", ["Anna Ek (S)"]),
        ("Svar på motion, väckt av Anna Ek (S) och Bo af Berg (MP), om bad", ["Anna Ek (S)", "Bo af Berg (MP)"]),
        ("Svar på motion väckt av partierna", None),
        ("Motion av Anna Ek (S)", None),
    ],
)
def test_movers(title: str, movers: list[str] | None) -> None:
    told = Account()
    read_movers(title, told)
    assert told.keys.get("motionärer") == movers


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Anmälningsärenden (AVUX/2017:1)", ("Anmälningsärenden", "AVUX/2017:1")),
        ("Budget, dnr AVUX 2017/43", ("Budget", "AVUX/2017:43")),
        ("Budget 2017", ("Budget 2017", None)),
        ("AVUX/2017:1", ("AVUX/2017:1", None)),
    ],
)
def test_a_number_behind_a_title(title: str, expected: tuple[str, str | None]) -> None:
    assert without_number(title, ["AVUX/ÅÅÅÅ:N"]) == expected


@pytest.mark.parametrize(
    ("line", "is_proposal"),
    [
        ("Förvaltningens förslag till beslut", True),
        ("Nämnden föreslås besluta", True),
        ("Kommunstyrelsens arbetsutskotts förslag", True),
        ("Medborgarnas förslag", False),
        ("Kommunstyrelsen föreslås fatta följande beslut:", True),
        ("Nämnden föreslås besluta om taxan på nästa möte", False),
    ],
)
def test_what_heads_a_proposal(line: str, is_proposal: bool) -> None:
    assert (PROPOSAL.fullmatch(line) is not None) is is_proposal


def test_a_report_that_lists_itself_lists_no_attachment() -> None:
    lines = ["Beslutsunderlag", "• Tjänsteskrivelse daterad 2026-10-29", "• Karta", "• Tjänsteskrivelser i urval"]
    assert list(listed_titles(lines)) == ["Karta", "Tjänsteskrivelser i urval"]


def test_a_list_of_titles_ends_at_names_beside_each_other() -> None:
    lines = ["Beslutsunderlag", "Ansökan om godkännande", "Lena Kvist\tAnders Roos", "Förvaltningschef\tEnhetschef"]
    assert list(listed_titles(lines)) == ["Ansökan om godkännande"]


def test_who_signs_below_an_office_in_capitals_takes_it_along() -> None:
    lines = ("SAMHÄLLSBYGGNADSFÖRVALTNINGEN", "Olle Berg", "Förvaltningschef")
    blocks = [Block(BlockKind.PARAGRAPH, (Run(line),)) for line in lines]
    assert signature(blocks) == ((Employee("Olle Berg", "Förvaltningschef"),), 3)
    assert signature(blocks[:1]) is None


def test_a_listed_title_may_take_two_lines() -> None:
    assert list(
        listed_titles(["Bilagor", "- Yttrande över förslaget", "till lag", "- Karta över", "Parken", "Text."])
    ) == [
        "Yttrande över förslaget till lag",
        "Karta över Parken",
    ]


@pytest.mark.parametrize(
    ("line", "unit"),
    [
        ("Förteckning över delegationsbeslut fattade av Parkenheten", "Parkenheten"),
        ("Delegationsbeslut för perioden 1 till 31 oktober", None),
        ("Enhet: Förskolor och skolor Period: oktober 2026", "Förskolor och skolor"),
        ("Enhet/verksamhet: Hemtjänst norr", "Hemtjänst norr"),
        ("Anmälan av delegationsbeslut Enhet/verksamhet: Hemtjänst norr Månad: oktober 2026", "Hemtjänst norr"),
        ("Delegationsbeslut Bad och idrott november 2026", "Bad och idrott"),
        ("Delegationsbeslut november 2026", None),
        ("Delegationsbeslut och annat", None),
        ("Delegationsbeslut Månad: november", None),
    ],
)
def test_how_a_list_names_its_unit(line: str, unit: str | None) -> None:
    found = UNIT.match(line)
    assert (found and found["unit"]) == unit


def test_decision_heads_a_proposal_only_where_nothing_else_does() -> None:
    found = parted(_blocks("# Budget\n# Beslut\nNämnden antar budgeten.\n______"))
    assert [block.text for block in found.proposal] == ["Nämnden antar budgeten."]
    found = parted(_blocks("# Budget\n# Förslag till beslut\nAnta.\n# Beslut\nI fjol sades nej."))
    assert [block.text for block in found.proposal] == ["Anta."]
    assert [block.text for block in found.text] == ["Beslut", "I fjol sades nej."]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (("Besluts-", "datum"), "Beslutsdatum"),
        (("in-", "och utflyttning"), "in- och utflyttning"),
        (("AVUX/", "2017:55"), "AVUX/2017:55"),
        (("IT-", "system"), "IT-system"),
        (("och/", "eller"), "och/ eller"),
    ],
)
def test_broken_at_the_end_of_a_line(lines: tuple[str, str], expected: str) -> None:
    assert whole(lines) == expected


@pytest.mark.parametrize(
    ("lines", "signed", "left"),
    [
        (
            "Karin Lindqvist\tOlle Berg\nUtredare\tKommundirektör",
            [("Karin Lindqvist", "Utredare"), ("Olle Berg", "Kommundirektör")],
            "",
        ),
        ("Karin Lindqvist\tOlle Berg", [("Karin Lindqvist", None), ("Olle Berg", None)], ""),
        (
            "Karin Lindqvist\tOlle Berg\nBygglov\tGator",
            [("Karin Lindqvist", None), ("Olle Berg", None)],
            "Bygglov Gator",
        ),
        ("Norra skolan\tStora torget", [], "Norra skolan Stora torget"),
    ],
)
def test_who_signs_beside_each_other_receives_nothing(
    lines: str, signed: list[tuple[str, str | None]], left: str
) -> None:
    report = parted(_blocks(f"# Budget\n# Beslutet skickas till\nEkonomiavdelningen\n{lines}"))
    assert [(one.name, one.office) for one in report.signatures] == signed
    assert [block.text for block in report.sent_to] == ["Ekonomiavdelningen", *filter(None, [left])]
