"""Papers as PDF: what other programs read in them is what the pages tell, in the same order, and they keep what they claim."""

from __future__ import annotations

import datetime as dt
import json
import os
import re
import subprocess
import sys
from functools import cache, partial
from html import unescape
from itertools import pairwise
from pathlib import Path
from urllib.parse import urljoin

import pikepdf
import pytest

from build_scripts.exports.pdf.article import Node, content
from build_scripts.exports.pdf.documents import files
from build_scripts.exports.pdf.typesetting import Manuscript, paper
from build_scripts.report import BuildFailed
from macros import addresses
from macros.facts.day import Day
from macros.pages.build import promises
from macros.pages.charts import MISSING, Number, chart, drawn
from macros.record.archive import Archive
from macros.record.reading import read
from macros.texts.prose import prose
from tests.exports.pdf_files import ReadPdf, words_of
from tests.site.projects import ROOT

pytestmark = pytest.mark.slow
"""Builds whole sites, or makes every page of the shipped record."""

SITE = "https://arkiv.example.se/"
TODAY = dt.date(2026, 3, 20)
SHIPPED_DAY = dt.date(2026, 11, 29)
AT = "exempelnamnden/2026-10-22"
BODY = "Exempelnämnden, Exempelköpings kommun"


def made(archive: Archive, root: Path, today: dt.date = TODAY) -> dict[str, bytes]:
    """All papers of a record, by name."""
    facts = Day(archive.without_drafts, today)
    return {name: one.content() for name, one in files(facts, promises(facts), root, SITE).items()}


@cache
def shipped() -> tuple[Day, dict[str, str]]:
    """The shipped record, and the articles of its pages by address."""
    facts = Day(read(ROOT)[0].without_drafts, SHIPPED_DAY)
    return facts, {one.address: one.make().html for one in promises(facts) if one.inputs is not None}


@cache
def of_page(address: str) -> ReadPdf:
    """The paper of a page of the shipped record."""
    facts, _ = shipped()
    return ReadPdf(files(facts, promises(facts), ROOT, SITE)[addresses.as_pdf(address)].content())


def set_in_type(*articles: list[Node]) -> ReadPdf:
    """A paper of these articles."""
    return ReadPdf(paper(Manuscript("Prov", "Provnämnden", TODAY, "Provnämnden, Provköping", SITE, articles)))


def of_prose(markdown: str) -> ReadPdf:
    """A report set in type."""
    return set_in_type(content(f"<h1>Rubrik</h1>{prose(markdown)}", partial(urljoin, SITE)))


PAGES = (
    f"{AT}/",
    f"{AT}/protokoll/",
    f"{AT}/protokoll/47/",
    "exempelnamnden/2026-02-19/protokoll/6/",
    "exempelnamnden/2026-06-11/",
    "exempelnamnden/2026-11-26/",
)


@pytest.mark.parametrize("address", PAGES)
def test_a_paper_says_what_its_page_says_in_the_same_order(address: str) -> None:
    found = of_page(address)
    assert found.text(BODY) == words_of(shipped()[1][address])
    for numbers in found.drawn.values():
        assert numbers == list(range(len(numbers))), "a reader by ear meets it in another order than the eye"


@pytest.mark.parametrize("address", [*PAGES, "exempelnamnden/sammantradesordning/2027/"])
def test_a_paper_keeps_the_standards_and_says_so(address: str) -> None:
    found = of_page(address)
    assert found.claims == {"UA-1", "A-2A"}
    root = found.file.Root
    assert str(root.Lang) == "sv-SE"
    assert root.MarkInfo.Marked
    assert root.ViewerPreferences.DisplayDocTitle
    assert str(found.file.docinfo["/Title"]).endswith(("Exempelnämnden", "2026"))
    assert all(font.FontDescriptor.get("/FontFile3") or font.FontDescriptor.get("/FontFile2") for font in _fonts(found))
    assert found.tags[0] == "Document"
    assert found.tags.count("H1") == 1


def _fonts(found: ReadPdf) -> list[pikepdf.Object]:
    """Every typeface of the file."""
    whole = (font for page in found.file.pages for font in page.Resources.get("/Font", {}).values())
    return [one for font in whole for one in (font.DescendantFonts if "/DescendantFonts" in font else [font])]


def test_headings_are_bookmarks_and_no_level_is_left_out() -> None:
    found = of_page(f"{AT}/protokoll/")
    headings = re.findall(r"<h[1-6][^>]*>(.*?)</h[1-6]>", shipped()[1][f"{AT}/protokoll/"], re.DOTALL)
    assert found.bookmarks == [
        unescape(re.sub(r"<[^>]*>", "", one)).strip() for one in headings if "historik" not in one
    ]
    levels = [int(tag[1]) for tag in found.tags if re.fullmatch("H[1-6]", tag)]
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_a_table_that_goes_on_has_its_head_on_every_page() -> None:
    rows = "".join(f"| Post {number} | {number} |\n" for number in range(120))
    found = of_prose(f"| Benämning | Belopp |\n|---|---:|\n{rows}")
    assert len(found.pages) > 2
    assert all("Benämning" in page for page in found.pages)
    assert found.tags.count("THead") == 1
    assert found.tags.count("TH") == 2
    assert found.tags.count("TR") == 121


@pytest.mark.parametrize("address", [f"{AT}/protokoll/47/", "exempelnamnden/sammantradesordning/2027/"])
def test_the_head_of_a_row_is_told_as_one(address: str) -> None:
    found, html = of_page(address), shipped()[1][address]
    shown = html.partition("</table>")[0] if "sammantradesordning" in address else html
    rows = [list(element.K) for kind, element in found.elements() if kind == "TR"]
    told = [[_scope(cell) for cell in cells] for cells in rows]
    heads = [scopes for scopes in told if "/Row" in scopes]
    assert len(heads) == shown.count('scope="row"') > 5
    assert all(scopes[0] == "/Row" and set(scopes[1:]) == {""} for scopes in heads)
    assert found.file.check_pdf_syntax() == []


def test_every_shipped_paper_is_whole_and_keeps_what_it_claims() -> None:
    packets = {addresses.packet(meeting.address) for meeting in shipped()[0].archive.meetings}
    facts = shipped()[0]
    papers = {name: one for name, one in files(facts, promises(facts), ROOT, SITE).items() if name not in packets}
    assert len(papers) > 90
    for name, one in papers.items():
        found = ReadPdf(one.content())
        assert (found.claims, found.file.check_pdf_syntax()) == ({"UA-1", "A-2A"}, []), name


def _scope(cell: pikepdf.Object) -> str:
    """Of what a cell is the head: "/Row", "/Column", or nothing."""
    scopes = [str(one.Scope) for one in cell.get("/A", []) if "/Scope" in one]
    assert bool(scopes) == (cell.S == "/TH")
    return scopes[0] if scopes else ""


def test_a_paper_is_only_added_to_where_a_row_has_a_head() -> None:
    rows = [[{"head": head, "right": False, "c": [name]} for name, head in (("Ask", "row"), ("", ""))]]
    table: Node = {"k": "table", "columns": 2, "caption": [], "head": [], "rows": rows}
    found = set_in_type([{"k": "h", "level": 1, "id": None, "c": ["Träd"]}, {"k": "quote", "c": [table]}])
    (cells,) = (list(element.K) for kind, element in found.elements() if kind == "TR")
    assert [_scope(cell) for cell in cells] == ["/Row", ""]
    assert found.content.count(b"%%EOF") == 2
    assert of_prose("Inget här.").content.count(b"%%EOF") == 1


HOSTILE = r"""
Pris #eval("1+1") $x^2$ @ref \pagebreak() #set text(red) `#kod` 100 % _nej *men ~ // inte / * bort */ --- "ord" 'x' ...
= ingen rubrik
"""


def test_a_text_is_set_as_it_is_written() -> None:
    found = " ".join("".join(of_prose(HOSTILE).pages).split())
    for sign in (
        '#eval("1+1")',
        "$x^2$",
        "@ref",
        r"\pagebreak()",
        "#set text(red)",
        "#kod",
        "_nej *men ~",
        "// inte / * bort */",
    ):
        assert sign in found
    for sign in ("---", "\"ord\" 'x'", "...", "= ingen rubrik"):
        assert sign in found


def test_markdown_becomes_elements_of_the_paper() -> None:
    found = of_prose(
        "## Del\n\nEn *kursiv* och **fet** [länk](https://example.se/a) med not[^1] och igen[^1].\n\n"
        "- ett\n- två\n\n3. tre\n4. fyra\n\n> citat\n\n```\nkod  här\n```\n\n~~struket~~\n\n[^1]: Notens text.\n"
    )
    for tag in ("H2", "Em", "Strong", "Link", "L", "LI", "BlockQuote", "Note"):
        assert tag in found.tags, tag
    text = " ".join(found.pages[0].split())
    assert "3. tre" in text
    assert "kod här" in text
    assert text.count("Notens text.") == 1
    links = [note.A.URI for note in found.file.pages[0].Annots if "/A" in note and "/URI" in note.A]
    assert [str(link) for link in links] == ["https://example.se/a"]


def test_a_sign_that_the_typeface_lacks_is_told_by_its_number() -> None:
    found = of_prose("Glad \U0001f600 och 漢.\u2067 Nästa\u00a0ord.")
    assert "Glad (U+1F600) och (U+6F22). Nästa ord." in found.pages[0].replace("\u00a0", " ")


def test_every_sign_that_is_said_to_be_in_the_typefaces_is() -> None:
    from build_scripts.exports.pdf.typesetting import _written

    every = "".join(chr(sign) for sign in sorted(_written()))
    strong: Node = {"k": "strong", "c": [every]}
    slanted: Node = {"k": "em", "c": [every]}
    found = set_in_type([{"k": "h", "level": 1, "id": None, "c": ["Alla"]}, {"k": "p", "c": [every, strong, slanted]}])
    assert found.claims == {"UA-1", "A-2A"}


def test_what_cannot_be_set_is_told_and_is_no_crash() -> None:
    with pytest.raises(BuildFailed, match="En PDF kunde inte göras"):
        set_in_type([{"k": "okänt", "c": []}])


_MAKE = """
import datetime, hashlib, json, pathlib, sys
from macros.facts.day import Day
from macros.pages.build import promises
from macros.record.reading import read
from build_scripts.exports.pdf.documents import files
root = pathlib.Path(sys.argv[1])
facts = Day(read(root)[0].without_drafts, datetime.date(2026, 11, 29))
made = files(facts, promises(facts), root, "https://arkiv.example.se/")
print(json.dumps({name: hashlib.sha256(made[name].content()).hexdigest() for name in sys.argv[2:]}))
"""


def test_the_bytes_do_not_depend_on_where_and_when_they_are_made(tmp_path: Path) -> None:
    names = [addresses.as_pdf(f"{AT}/protokoll/"), addresses.packet("exempelnamnden/2026-11-26/")]
    told = []
    for zone, seed, language in (("UTC", "1", "C.UTF-8"), ("Pacific/Kiritimati", "7", "sv_SE.UTF-8")):
        told.append(
            subprocess.run(
                [sys.executable, "-c", _MAKE, str(ROOT), *names],
                capture_output=True,
                text=True,
                check=True,
                cwd=tmp_path,
                env={**os.environ, "TZ": zone, "PYTHONHASHSEED": seed, "LC_ALL": language, "PYTHONPATH": str(ROOT)},
            ).stdout
        )
    assert json.loads(told[0]) == json.loads(told[1])


def test_a_years_plan_stands_on_one_page_however_long() -> None:
    for address in ("avux/sammantradesordning/2018/", "exempelnamnden/sammantradesordning/2027/"):
        found = of_page(address)
        assert len(found.pages) == 1
        box = found.file.pages[0].MediaBox
        assert box[2] > box[3]
        assert "Table" in found.tags
        assert {"jan", "jun", "dec"} <= set(found.pages[0].split()), "the wheel is drawn"
        assert "Figure" not in found.tags, "the table says the same"


def test_pages_lead_to_their_papers() -> None:
    facts, _ = shipped()
    pages = {one.address: one.make() for one in promises(facts) if one.address in PAGES}
    for address, page in pages.items():
        name = addresses.as_pdf(address)
        root = "../" * address.count("/")
        assert '<link rel="alternate" type="application/pdf"' in page.head
        assert f'href="{root}{name}"' in page.html
        assert f'href="{root}{name}"' in page.head


def test_no_two_papers_have_the_same_name_at_home() -> None:
    facts, _ = shipped()
    names = [name.rpartition("/")[2] for name in files(facts, promises(facts), ROOT, SITE)]
    assert len(names) == len(set(names))


def test_a_picture_of_numbers_is_drawn_and_told_in_words() -> None:
    groups = [
        ("Skola", [Number("Budget", 100.0, "100"), Number("Utfall", -20.0, "−20", 2)]),
        ("Vård", [Number("Budget", None, MISSING)]),
    ]
    html = drawn(chart("d", "Budget och utfall", "Budget 100, utfall minus 20.", groups))
    found = set_in_type(content(f"<h1>Rubrik</h1>{html}", partial(urljoin, SITE)))
    text = " ".join(found.pages[0].split())
    assert "Budget och utfall Skola Budget 100 Utfall −20 Vård Budget uppgift saknas" in text
    (figure,) = (element for kind, element in found.elements() if kind == "Figure")
    assert str(figure.Alt) == "Budget 100, utfall minus 20."
    assert found.claims == {"UA-1", "A-2A"}
