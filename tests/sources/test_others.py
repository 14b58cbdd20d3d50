"""What the papers of September 2017 and of Huddinge, Ekerö and Malmö say stands on their own pages, figure by figure.

`others.tsv` is the list: every number, day, amount and contradiction of those papers, in the words or the table's row in which
its page must tell it. Not published, and so not in the list: names and addresses of employees, and everything of the matter about
one person (item 4), of which the page shows only that it is masked and why.
"""

from __future__ import annotations

import csv
import datetime as dt
import re
from pathlib import Path

import pytest

from macros.facts.day import Day
from macros.pages.build import promises
from macros.record.archive import Archive
from macros.record.reading import read
from tests.pages.html import Fragment

ROOT = Path(__file__).parents[2]
LISTED = Path(__file__).with_name("others.tsv")
TODAY = dt.date(2026, 11, 28)


def listed() -> dict[str, list[str]]:
    """What each page must tell, by the page's address."""
    told: dict[str, list[str]] = {}
    with LISTED.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            told.setdefault(row["page"], []).append(row["told"])
    return told


@pytest.fixture(scope="module")
def archive() -> Archive:
    found, _ = read(ROOT)
    return found


@pytest.fixture(scope="module")
def texts(archive: Archive) -> dict[str, str]:
    """The text of each listed page, blocks and cells divided by ` | `."""
    wanted = listed()
    made = (promise.make() for promise in promises(Day(archive, TODAY)) if promise.address in wanted)
    return {page.address: " | ".join(Fragment(page.html).lines) for page in made}


@pytest.mark.parametrize("address", listed())
def test_a_page_tells_all_that_its_papers_say(texts: dict[str, str], address: str) -> None:
    assert [told for told in listed()[address] if not _stands(told, texts[address])] == []


def _stands(told: str, text: str) -> bool:
    """Whether the words stand in the text as they are: no figure is the end or the beginning of a longer one."""
    return re.search(rf"(?<![\w,]){re.escape(told)}(?!\w|,\d)", text) is not None


def test_the_list_is_not_cut_short() -> None:
    rows = [told for page in listed().values() for told in page]
    assert (len(listed()), len(rows) > 280, len(set(rows)) > 270) == (18, True, True)


@pytest.mark.parametrize(
    ("figure", "text", "stands"),
    [
        ("1 500", "omkring 1 500 tkr", True),
        ("1 500", "omkring 11 500 tkr", False),
        ("4 921 tkr", "4 921 tkr.", True),
        ("5,7", "15,7 procent", False),
        ("E4 | 36:2017", "E4 | 36:20171", False),
        ("drygt 13", "drygt 13,5", False),
        ("mars | 3", "mars | 3, 10", True),
    ],
)
def test_a_figure_within_another_does_not_stand(figure: str, text: str, stands: bool) -> None:
    assert _stands(figure, text) is stands


def test_of_the_masked_matter_nothing_stands_but_that_it_is_masked_and_why(archive: Archive) -> None:
    item = next(one for one in archive.items if one.address == "avux/2017-09-14/anmalningsarenden/")
    (attachment,) = item.header.attachments
    said = attachment.model_dump(exclude_defaults=True)
    assert {key: str(value) for key, value in said.items()} == {"publiceras": "maskat", "skäl": "sekretess"}
    assert (item.header.document_date, item.header.author, item.header.recipients) == (None, None, ())
    assert re.findall(r"\d|yttrande|tillsyn|myndighet", item.document.body) == []


def test_nobody_is_given_a_title_that_no_paper_has(archive: Archive) -> None:
    lists = {found.slug: found.header.decisions for body in archive.bodies for found in body.lists if body.id == "avux"}
    assert {slug: [row.delegate for row in rows] for slug, rows in lists.items()} == {
        "2017-08-jobbcenter": [*["Förvaltningschef"] * 5, None, None, *["Förvaltningschef"] * 2],
        "2017-08-xenter": [
            *[None, *["Vikarierande verksamhetschef"] * 3, *[None] * 7],
            *["Verksamhetschef", None, None, "Verksamhetschef", None],
        ],
        "2017-09-namndordforande": ["Nämndens ordförande"],
    }
