"""AllCases: one number through meetings and bodies, never a unit's own serial number."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.facts.cases import AllCases
from macros.record.reading import read


@pytest.fixture
def record(tmp_path: Path) -> Path:
    """Two bodies of one municipality and one of another, with the same number in both municipalities."""
    for body, municipality in (("ks", "Aby kommun"), ("kf", "Aby kommun"), ("annan", "Beby kommun")):
        series = "diarieserie: [KS/ÅÅÅÅ:N]\n" if body != "kf" else "diarieserie: [KF/ÅÅÅÅ:N]\n"
        write(tmp_path, f"{body}/organ.md", f"namn: {body}\nkommun: {municipality}\nslag: styrelse\n{series}")
    return tmp_path


def write(root: Path, path: str, header: str) -> None:
    file = root / "meetings" / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(f"---\n{header}---\n", encoding="utf-8")


def meeting(root: Path, body: str, day: str) -> None:
    write(root, f"{body}/{day}/kallelse.md", f"datum: {day}\nläge: kallat\n")


def cases(root: Path) -> AllCases:
    archive, findings = read(root)
    assert findings == []
    return AllCases(archive)


def test_items_of_one_number_are_one_case_in_time_order(record: Path) -> None:
    meeting(record, "ks", "2026-03-12")
    meeting(record, "ks", "2026-02-12")
    write(record, "ks/2026-03-12/01-beslut.md", "rubrik: Cykelplan, beslut\ndiarienummer: KS/2026:1\n")
    write(record, "ks/2026-02-12/01-start.md", "rubrik: Cykelplan\ndiarienummer: KS/2026:1\n")
    (case,) = cases(record).all
    assert [item.title for item in case.items] == ["Cykelplan", "Cykelplan, beslut"]
    assert (case.address, case.title) == ("arenden/ks-2026-1/", "Cykelplan")


def test_an_extra_meeting_of_the_same_day_comes_after_the_meeting_that_is_named_by_the_day(record: Path) -> None:
    meeting(record, "ks", "2026-03-12")
    write(record, "ks/2026-03-12-extra/kallelse.md", "datum: 2026-03-12\nläge: kallat\nslag: extra\n")
    write(record, "ks/2026-03-12/01-cykelplan.md", "rubrik: Cykelplan\ndiarienummer: KS/2026:1\n")
    write(record, "ks/2026-03-12-extra/01-beslut.md", "rubrik: Cykelplan, beslut\ndiarienummer: KS/2026:1\n")
    (case,) = cases(record).all
    assert [item.meeting_id for item in case.items] == ["2026-03-12", "2026-03-12-extra"]
    assert case.title == "Cykelplan"


def test_an_extra_meeting_of_the_same_day_comes_before_a_meeting_that_begins_later(record: Path) -> None:
    write(record, "ks/2026-03-12/kallelse.md", "datum: 2026-03-12\ntid: 18:00\nläge: kallat\n")
    write(record, "ks/2026-03-12-extra/kallelse.md", "datum: 2026-03-12\ntid: 08:00\nläge: kallat\nslag: extra\n")
    write(record, "ks/2026-03-12/01-beslut.md", "rubrik: Cykelplan, beslut\ndiarienummer: KS/2026:1\n")
    write(record, "ks/2026-03-12-extra/01-cykelplan.md", "rubrik: Cykelplan\ndiarienummer: KS/2026:1\n")
    (case,) = cases(record).all
    assert [item.meeting_id for item in case.items] == ["2026-03-12-extra", "2026-03-12"]


def test_the_same_number_in_two_municipalities_is_two_cases(record: Path) -> None:
    for body in ("ks", "annan"):
        meeting(record, body, "2026-02-12")
        write(record, f"{body}/2026-02-12/01-start.md", "rubrik: Cykelplan\ndiarienummer: KS/2026:1\n")
    found = cases(record)
    assert [case.address for case in found.all] == ["arenden/annan-ks-2026-1/", "arenden/ks-2026-1/"]
    assert found.of("annan", "KS/2026:1") is not found.of("ks", "KS/2026:1")


def test_numbers_of_several_bodies_are_joined_and_the_further_one_leads_to_the_first(record: Path) -> None:
    meeting(record, "ks", "2026-02-12")
    meeting(record, "kf", "2026-03-12")
    write(record, "ks/2026-02-12/01-start.md", "rubrik: Cykelplan\ndiarienummer: KS/2026:1\n")
    write(
        record,
        "kf/2026-03-12/01-beslut.md",
        "rubrik: Cykelplan\ndiarienummer: KF/2026:9\nandra_diarienummer:\n  - organ: ks\n    nummer: KS/2026:1\n",
    )
    found = cases(record)
    (case,) = found.all
    assert (case.number, case.further, len(case.items)) == ("KS/2026:1", ("KF/2026:9",), 2)
    assert found.of("kf", "KF/2026:9") is found.of("ks", "KS/2026:1") is case


def test_a_stop_of_a_route_gives_way_to_the_bodys_own_item_of_that_day(record: Path) -> None:
    meeting(record, "ks", "2026-02-12")
    meeting(record, "kf", "2026-03-12")
    route = "beslutsgång:\n  - organ: ks\n    datum: 2026-02-12\n  - organ: kf\n    datum: 2026-03-12\n"
    write(record, "ks/2026-02-12/01-start.md", f"rubrik: Cykelplan\ndiarienummer: KS/2026:1\n{route}")
    write(record, "kf/2026-03-12/01-beslut.md", f"rubrik: Cykelplan\ndiarienummer: KS/2026:1\n{route}")
    (case,) = cases(record).all
    assert [(event.body_id, event.stop) for event in case.events] == [("ks", None), ("kf", None)]


def test_the_bodys_own_stop_without_a_day_is_its_meeting(record: Path) -> None:
    meeting(record, "ks", "2026-02-12")
    stops = "beslutsgång:\n  - organ: ks\n  - organ: kf\n    datum: 2026-03-12\n  - organ: ks\n"
    write(record, "ks/2026-02-12/01-start.md", f"rubrik: Cykelplan\ndiarienummer: KS/2026:1\n{stops}")
    (case,) = cases(record).all
    assert [(event.body_id, str(event.date), event.stop is not None) for event in case.events] == [
        ("ks", "2026-02-12", False),
        ("kf", "2026-03-12", True),
        ("ks", "None", True),
    ]
    assert [str(stop.date) for stop in case.items[0].route] == ["2026-02-12", "2026-03-12", "None"]


def test_a_serial_number_never_makes_or_joins_a_case(record: Path) -> None:
    meeting(record, "ks", "2026-02-12")
    write(record, "ks/2026-02-12/01-start.md", "rubrik: Cykelplan\ndiarienummer: KS/2026:1\n")
    row = "  - datum: 2026-01-15\n    beslut: Resa\n"
    write(
        record,
        "ks/2026-02-12/delegationsbeslut/2026-01-enheten.md",
        f"enhet: Enheten\nmånad: 2026-01\nbeslut:\n{row}    löpnummer: KS/2026:1\n{row}    diarienummer: KS/2026:1\n",
    )
    (case,) = cases(record).all
    assert [event.decision is not None for event in case.events] == [True, False]


def test_what_is_not_published_is_no_part_of_a_case_and_what_is_masked_keeps_its_place(record: Path) -> None:
    meeting(record, "ks", "2026-02-12")
    write(record, "ks/2026-02-12/01-utkast.md", "rubrik: Utkast\ndiarienummer: KS/2026:1\npubliceras: nej\n")
    write(record, "ks/2026-02-12/02-maskat-arende.md", "diarienummer: KS/2026:2\npubliceras: maskat\nskäl: sekretess\n")
    (case,) = cases(record).all
    assert (case.number, case.title) == ("KS/2026:2", "Ärendet visas inte")


def test_a_number_of_another_municipality_joins_nothing(record: Path) -> None:
    meeting(record, "ks", "2026-02-12")
    meeting(record, "annan", "2026-02-12")
    write(record, "annan/2026-02-12/01-vag.md", "rubrik: Vägen\ndiarienummer: KS/2026:5\n")
    other = "andra_diarienummer:\n  - organ: annan\n    nummer: KS/2026:5\n"
    write(record, "ks/2026-02-12/01-vag.md", f"rubrik: Vägen\ndiarienummer: KS/2026:1\n{other}")
    assert [(case.municipality, case.number, case.further) for case in cases(record).all] == [
        ("Beby kommun", "KS/2026:5", ()),
        ("Aby kommun", "KS/2026:1", ()),
    ]


def test_a_matter_without_a_day_stands_where_its_route_begins_or_last(record: Path) -> None:
    for number, day in enumerate(("2026-01-15", "2026-03-12"), 1):
        meeting(record, "ks", day)
        write(record, f"ks/{day}/01-del-{number}.md", "rubrik: Del\ndiarienummer: KS/2026:1\n")
    route = "beslutsgång:\n  - organ: kf\n    datum: 2026-02-12\n  - organ: kf\n    datum: 2026-04-12\n"
    write(record, "ks/arenden/vag.md", f"rubrik: Vägen\ndiarienummer: KS/2026:1\n{route}")
    write(record, "ks/arenden/annat.md", "rubrik: Annat\ndiarienummer: KS/2026:1\n")
    (case,) = cases(record).all
    assert [f"stop {event.date}" if event.stop else event.item and event.item.slug for event in case.events] == [
        "del-1", "vag", "stop 2026-02-12", "del-2", "stop 2026-04-12", "annat",
    ]  # fmt: skip


MASKED = "publiceras: maskat\nskäl: sekretess\n"
TITLES = [
    ("den första som visas", (MASKED, "rubrik: Andra\n", "rubrik: Tredje\n"), "Andra"),
    ("ärendemeningen leder", ("rubrik: Första\n", "rubrik: Andra\närendemening: Hela\n", "rubrik: Tredje\n"), "Hela"),
    ("den första av två", ("rubrik: A\n", "rubrik: B\närendemening: Ett\n", "rubrik: C\närendemening: Två\n"), "Ett"),
    ("aldrig ett maskats", (f"{MASKED}ärendemening: Dold\n", MASKED, "rubrik: Tredje\n"), "Tredje"),
    ("alla maskade", (MASKED, MASKED, MASKED), "Ärendet visas inte"),
]


@pytest.mark.parametrize(("headers", "title"), [case[1:] for case in TITLES], ids=[case[0] for case in TITLES])
def test_a_case_is_called_by_its_own_title_else_by_its_first_item_that_is_shown(
    record: Path, headers: tuple[str, ...], title: str
) -> None:
    for day, header in zip(("2026-01-15", "2026-02-12", "2026-03-12"), headers, strict=True):
        meeting(record, "ks", day)
        write(record, f"ks/{day}/01-maskat-arende.md", f"diarienummer: KS/2026:1\n{header}")
    (case,) = cases(record).all
    assert (case.title, len(case.items)) == (title, 3)


def test_a_stop_stays_beside_a_delegated_decision_of_its_day_and_last_without_a_day(record: Path) -> None:
    meeting(record, "ks", "2026-02-12")
    meeting(record, "kf", "2026-01-15")
    stops = "beslutsgång:\n  - organ: ks\n  - organ: ks\n    datum: 2026-02-03\n"
    write(record, "kf/2026-01-15/01-vag.md", f"rubrik: Vägen\ndiarienummer: KS/2026:1\n{stops}")
    write(
        record,
        "ks/2026-02-12/delegationsbeslut/2026-02-enheten.md",
        "enhet: Enheten\nmånad: 2026-02\nbeslut:\n  - datum: 2026-02-03\n    beslut: Inköp\n    diarienummer: KS/2026:1\n",
    )
    write(record, "ks/2026-02-12/01-vag.md", "rubrik: Vägen igen\ndiarienummer: KS/2026:1\n")
    (case,) = cases(record).all
    assert [(str(event.date), event.stop is not None, event.decision is not None) for event in case.events] == [
        ("2026-01-15", False, False),
        ("2026-02-03", False, True),
        ("2026-02-03", True, False),
        ("2026-02-12", False, False),
        ("None", True, False),
    ]


def test_a_number_stands_in_the_diary_that_has_its_series_else_where_the_case_begins(record: Path) -> None:
    write(
        record, "kf/organ.md", "namn: kf\nkommun: Aby kommun\nslag: styrelse\ndiarieserie: [KF/ÅÅÅÅ:N, FULL/ÅÅÅÅ:N]\n"
    )
    meeting(record, "ks", "2026-02-12")
    for n, number in enumerate(("KF/2026:3", "FULL/2026:4", "KS/2026:5", "REG/2026:6"), 1):
        write(record, f"ks/2026-02-12/0{n}-del-{n}.md", f"rubrik: Del\ndiarienummer: {number}\n")
    assert {case.number: case.diary_body_id for case in cases(record).all} == {
        "KF/2026:3": "kf",
        "FULL/2026:4": "kf",
        "KS/2026:5": "ks",
        "REG/2026:6": "ks",
    }


def test_one_of_two_joined_numbers_that_is_collective_makes_the_case_so(record: Path) -> None:
    meeting(record, "ks", "2026-02-12")
    meeting(record, "kf", "2026-03-12")
    write(record, "ks/2026-02-12/01-vag.md", "rubrik: Vägen\ndiarienummer: KS/2026:1\n")
    other = "andra_diarienummer:\n  - organ: ks\n    nummer: KS/2026:1\n"
    write(record, "kf/2026-03-12/01-vag.md", f"rubrik: Vägen\ndiarienummer: KF/2026:9\nsamlingsnummer: ja\n{other}")
    (case,) = cases(record).all
    assert (case.further, case.collective) == (("KF/2026:9",), True)


def test_a_matter_stands_at_the_day_of_its_document(record: Path) -> None:
    meeting(record, "ks", "2026-02-12")
    write(record, "ks/2026-02-12/01-vag.md", "rubrik: Vägen\ndiarienummer: KS/2026:1\n")
    write(record, "ks/arenden/brev.md", "rubrik: Brev\ndiarienummer: KS/2026:1\nhandlingens_datum: 2026-01-20\n")
    (case,) = cases(record).all
    assert [str(event.date) for event in case.events] == ["2026-01-20", "2026-02-12"]
