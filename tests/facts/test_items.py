"""A reference to an item means the same to the checks, the pages and the cases; so does a receiver."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from macros.checks import check
from macros.facts.day import Day
from macros.facts.items import ItemName
from macros.pages.build import pages
from macros.record.item import body_named
from tests.pages.html import Fragment
from tests.pages.records import BODY, MEETING, SMALL, TODAY, record

MATTER = "---\nrubrik: Skrivelse om bänkar\ndiarienummer: PN/2026:1\nslag: promemoria\n---\nBänkarna är sexton.\n"


def _continuing(reference: str) -> dict[str, str]:
    item = f"---\nrubrik: Nya bänkar\ndiarienummer: PN/2026:2\nfortsätter: {reference}\n---\nText.\n"
    return {
        "parknamnden/organ.md": BODY,
        "parknamnden/2026-03-12/kallelse.md": MEETING,
        "parknamnden/2026-03-12/01-nya-bankar.md": item,
        "parknamnden/arenden/skrivelse.md": MATTER,
    }


def test_an_item_may_continue_a_matter_without_a_meeting(tmp_path: Path) -> None:
    archive = record(tmp_path, _continuing("arenden/skrivelse"))
    assert [found.rule for found in check(Day(archive, TODAY))] == []
    made = {page.address: page for page in pages(archive, TODAY)}
    assert "../../../parknamnden/arenden/skrivelse/" in Fragment(made["parknamnden/2026-03-12/nya-bankar/"].html).links
    assert "../../../parknamnden/2026-03-12/nya-bankar/" in Fragment(made["parknamnden/arenden/skrivelse/"].html).links
    related = Day(archive, TODAY).related["arenden/parknamnden-pn-2026-2/"]
    assert [case.number for case in related] == ["PN/2026:1"]


@pytest.mark.parametrize(
    ("reference", "message", "remedy"),
    [
        ("arenden/skrivelsen", 'Mappen arenden har inget ärende "skrivelsen".', "Menade du skrivelse?"),
        (
            "arende/skrivelse",
            'Organet har inget sammanträde med mappen "arende".',
            "Menade du arenden?",
        ),
        (
            "2026-03-12/nya-bankar",
            "Ärendet fortsätter från sig självt.",
            "peka på det tidigare ärendet, eller ta bort fortsätter.",
        ),
        (
            "skrivelse",
            '"skrivelse" saknar mapp eller ärende.',
            "skriv sammanträdets mapp/ärendets filnamn utan nummer och .md, till exempel 2017-09-14/delar-2; "
            "för ett ärende utan känt sammanträde arenden/filnamnet utan .md.",
        ),
    ],
)
def test_a_reference_that_leads_nowhere_is_told_with_what_can_be_written(
    tmp_path: Path, reference: str, message: str, remedy: str
) -> None:
    archive = record(tmp_path, _continuing(reference))
    assert [(found.message, found.remedy) for found in check(Day(archive, TODAY))] == [(message, remedy)]


@pytest.mark.parametrize(
    ("written", "means"),
    [
        ("organ:fullmaktige", "Fullmäktige"),
        ("organ: fullmaktige", "Fullmäktige"),
        ("organ:finns-inte", "organ:finns-inte"),
        ("Gatuenheten", "Gatuenheten"),
    ],
)
def test_a_receiver_is_a_body_or_the_words_as_written(tmp_path: Path, written: str, means: str) -> None:
    found = Day(record(tmp_path, SMALL), TODAY).items.receiver(written)
    assert (found if isinstance(found, str) else found.name) == means


def test_only_the_mark_names_a_body() -> None:
    assert [body_named(text) for text in ("organ:ks", "Organ:ks", "ks", "till organ:ks")] == ["ks", None, None, None]


ATTACHED = "---\nrubrik: Handlingar\nbilagor:\n{rows}---\n"
SHOWN = "  - titel: {title}\n    fil: {file}\n"
WITHDRAWN = "  - fil: {file}\n    publiceras: nej\n    skäl: upphovsrätt\n    tillbakadragen: 2026-03-01\n"


def test_files_of_matters_and_of_meetings_are_published_or_withdrawn_each_by_its_own_row(tmp_path: Path) -> None:
    without_file = WITHDRAWN.replace("fil: {file}\n    publiceras", "publiceras")
    rows = [
        without_file,
        WITHDRAWN.format(file="a.pdf"),
        SHOWN.format(title="B", file="b.pdf"),
        WITHDRAWN.format(file="c.pdf"),
    ]
    files = {
        "parknamnden/organ.md": BODY,
        "parknamnden/arenden/handlingar.md": ATTACHED.format(rows=SHOWN.format(title="D", file="d.pdf")),
        "parknamnden/arenden/bilagor/c.pdf": "ingen visar den",
        "parknamnden/arenden/bilagor/d.pdf": "d",
        "parknamnden/2026-03-12/kallelse.md": MEETING,
        "parknamnden/2026-03-12/01-handlingar.md": ATTACHED.format(rows="".join(rows)),
        "parknamnden/2026-03-12/02-fler.md": ATTACHED.format(rows=SHOWN.format(title="E", file="e.pdf")),
        "parknamnden/2026-03-12/bilagor/b.pdf": "b",
        "parknamnden/2026-03-12/bilagor/e.pdf": "e",
    }
    items = Day(record(tmp_path, files), TODAY).items
    folder = "parknamnden/2026-03-12/bilagor"
    published = [address for address, _ in items.published_files(())]
    assert published == ["parknamnden/arenden/bilagor/d.pdf", f"{folder}/b.pdf", f"{folder}/e.pdf"]
    assert list(items.withdrawn_files()) == [f"{folder}/a.pdf", f"{folder}/c.pdf"]


ROWS = """\
---
enhet: Parkenheten
månad: 2026-02
beslut:
  - datum: 2026-02-03
    beslut: Fällning av en alm
    skäl: personuppgifter
    tillbakadragen: 2026-03-02
    bilagor:
      - titel: Karta
        fil: karta.pdf
---
"""


def test_a_file_goes_with_the_row_of_a_list_that_was_withdrawn_and_is_told_only_where_it_was_released(
    tmp_path: Path,
) -> None:
    address = "parknamnden/2026-03-12/bilagor/karta.pdf"
    files = {
        "parknamnden/organ.md": BODY,
        "parknamnden/2026-03-12/kallelse.md": MEETING,
        "parknamnden/2026-03-12/delegationsbeslut/2026-02-parkenheten.md": ROWS,
    }
    facts = Day(record(tmp_path / "a", files), TODAY)
    assert (facts.items.withdrawn_files(), facts.withdrawn_files) == ({address: dt.date(2026, 3, 2)}, {})
    ledger = f"adress\tutgåva\tutgiven\tavtryck\tfil\tändring\n{address}\t1\t2026-02-05\t1:{'0' * 64}\t\t\n"
    files["utgivet/adresser.tsv"] = ledger
    assert Day(record(tmp_path / "b", files), TODAY).withdrawn_files == {address: dt.date(2026, 3, 2)}


NOT_SHOWN = "publiceras: nej\nskäl: sekretess\n"


def test_an_item_that_is_not_published_leads_from_no_other(tmp_path: Path) -> None:
    files = _continuing("arenden/skrivelse")
    path = "parknamnden/2026-03-12/01-nya-bankar.md"
    for more, leads in (("", True), (NOT_SHOWN, False)):
        changed = {**files, path: files[path].replace("fortsätter:", f"{more}fortsätter:")}
        archive = record(tmp_path, changed)
        matter = next(item for item in archive.items if item.slug == "skrivelse")
        assert (Day(archive, TODAY).items.continued_by(matter) is not None) is leads


@pytest.mark.parametrize(
    ("matters", "listed"),
    [
        ([NOT_SHOWN, NOT_SHOWN], False),
        ([NOT_SHOWN, f"{NOT_SHOWN}tillbakadragen: 2026-03-01\n"], True),
        ([NOT_SHOWN, "rubrik: Skrivelse\n"], True),
    ],
    ids=["inget visas", "ett är tillbakadraget", "ett visas"],
)
def test_a_body_has_a_list_of_items_while_one_may_be_told_of(tmp_path: Path, matters: list[str], listed: bool) -> None:
    files = {f"parknamnden/arenden/maskat-arende-{n}.md": f"---\n{text}---\n" for n, text in enumerate(matters, 2)}
    archive = record(tmp_path, {"parknamnden/organ.md": BODY, **files})
    assert Day(archive, TODAY).has_list_of_cases(archive.bodies[0]) is listed


@pytest.mark.parametrize("written", ["/skrivelse", "arenden/", "skrivelse", ""])
def test_half_a_reference_names_nothing(written: str) -> None:
    assert ItemName.read(written) is None
