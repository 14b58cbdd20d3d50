"""The finished site: what stops is found through the markup of every kind of file, and no file is judged twice."""

from __future__ import annotations

import gzip
import json
from collections.abc import Set
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from build_scripts.guard import release
from build_scripts.guard.readers.web_files import extract_web_file
from build_scripts.kept import listing
from build_scripts.kept.memory import Memory
from macros.guard.kinds import Severity
from macros.guard.official import Official
from macros.guard.recognise import recognise
from tests.guard import documents as made
from tests.guard.granska import LAST

NOBODY = Official()
NUMBER = f"850709-{LAST}"
WIDE = str.maketrans("0123456789@", "０１２３４５６７８９＠")
PAGES = {
    "on two lines": f"<p>850709-\n      {LAST}</p>",
    "in entities": f"<p>850709&#8211;{LAST.replace('9', '&#57;')}</p>",
    "in entities of entities": f"<p>850709&amp;ndash;{LAST}</p>",
    "beside another cell": f"<td>{NUMBER}</td><td>2017-09-14</td>",
    "in a description": f'<meta name="description" content="Elev {NUMBER}">',
    "in single quotes": f"<a title='{NUMBER}'>x</a>",
    "in an address": f"<a href='/sok/?q=850709%2D{LAST}'>x</a>",
    "in data": f'<script type="application/ld+json">{{"@id":"{NUMBER}"}}</script>',
    "in data with a tag": f'<script type="application/ld+json">{{"name":"850709<wbr>-{LAST}"}}</script>',
    "in an address in data": f'<script type="application/ld+json">{{"@id":"/?q=850709%2D{LAST}"}}</script>',
    "after a per cent sign in data": f'<script type="application/ld+json">{{"name":"100 %{NUMBER}"}}</script>',
    "in data with a sign as an escape": f'<script type="application/ld+json">{{"name":"850709\\u002d{LAST}"}}</script>',
    "in what says that it is data": f'<SCRIPT TYPE="application/json" id="{NUMBER}">{{}}</SCRIPT>',
    "in a comment": f"<p>Beslut</p><!-- Elev {NUMBER} -->",
    "mail": "<p>anna&#64;<span>gmail</span>.com</p>",
    "mail, spelt": "<p>anna (at) <b>hotmail</b>[punkt]se</p>",
    "a mark": "<p>SKYDDAD <b>IDENTITET</b></p>",
    "a mark in brackets": "<p>Elev A (sekretess<i>markering</i>)</p>",
    "a mark in a table": "<dl>\n<dt>Kvarskrivning:</dt>\n<dd>ja</dd>",
    "a mark in a value": '<meta content="Kvarskrivning: ja">',
}
"""Pages that stop, by where on them it stands."""


def _rules(name: str, content: bytes, known: Set[str] = frozenset()) -> set[str]:
    texts = (piece.text for piece in extract_web_file(name, content, known).pieces)
    return {hit.kind_id for text in texts for hit in recognise(text, NOBODY, contextual=False, least=Severity.STOP)}


@pytest.mark.parametrize("where", PAGES)
def test_what_stops_is_found_wherever_on_a_page_it_stands(where: str) -> None:
    assert len(_rules("sida/index.html", PAGES[where].encode())) == 1


PARTS = (
    "Beslut",
    "2017-09-14",
    "850709",
    f"-{LAST}",
    NUMBER,
    f"850709%2D{LAST}",
    "070-1740605",
    "anna@gmail.com",
    "Kvarskrivning:",
    "ja",
    "Sekretess",
    "<",
    '"',
)
PLACES = (
    "<p>{}</p>\n",
    "<td>{}</td>",
    "<b>{}</b>",
    "{}\n",
    '<p title="{}">',
    "<p title='{}'>",
    '<script type="application/ld+json">{{"name":"{}"}}</script>',
    "<!-- {} -->",
)
SHORT_PAGES = st.lists(st.builds(str.format, st.sampled_from(PLACES), st.sampled_from(PARTS)), max_size=4).map("".join)


@given(pages=st.lists(SHORT_PAGES, min_size=2, max_size=5))
@example(pages=['<p title="ja">', '<p title="Kvarskrivning:"><p title="ja">'])
@example(pages=["<p title='x'>", "<p title='x'>850709<p title='x'>"])
def test_what_stood_on_another_page_hides_nothing(pages: list[str]) -> None:
    """A value in which nothing was found is not looked at again, whatever stands beside it on the next page."""
    clean: set[str] = set()
    for page in map(str.encode, pages):
        whole = _rules("a.html", page)
        assert _rules("a.html", page, clean) == whole
        if not whole:
            clean |= extract_web_file("a.html", page).values


HIDING = st.sampled_from(
    ("<b>", "</b>", "<span class='a 1'>", "</a>", "<wbr>", "<b></b><i>", "&shy;", "&#8203;", "\u200b", "\ufeff")
)


@given(
    written=st.sampled_from((NUMBER, f"19{NUMBER}", f"19850709{LAST}", "070-1740605", "+46701740605")),
    hiding=st.dictionaries(st.integers(1, 12), HIDING, max_size=4),
    wide=st.booleans(),
)
def test_nothing_inside_a_number_hides_it(written: str, hiding: dict[int, str], wide: bool) -> None:
    signs = written.translate(WIDE) if wide else written
    text = "".join(hiding.get(n, "") + sign for n, sign in enumerate(signs))
    assert _rules("a.html", f"<p>Elev {text}</p>".encode()) == _rules("a.txt", written.encode()) != set()


def test_a_text_in_other_coding_is_judged() -> None:
    assert _rules("a.csv", f"elev;nummer\nE;{NUMBER}\n".encode("utf-16")) == {"personnummer"}


def test_a_damaged_part_of_the_index_is_judged_as_it_stands() -> None:
    packed = gzip.compress(b"pagefind_dcd" + json.dumps({"content": f"Elev {NUMBER}"}).encode())
    assert _rules("a.pf_fragment", packed) == {"personnummer"}
    assert _rules("a.pf_fragment", f"Elev {NUMBER}".encode()) == {"personnummer"}
    assert _rules("a.pf_fragment", packed[:20]) == set()


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A small site without anything that stops; one page asks for a review, which is asked for elsewhere."""
    folder = tmp_path / "site"
    for name, content in {
        "index.html": b"<p>Hej</p>",
        "sida/index.html": "<p>Samråd hölls hos den som är bosatt på Provgatan 4.</p>".encode(),
        "data.json": b"{}",
        "a.js": f'x="{NUMBER}"'.encode(),
        "bilagor/plan.pdf": made.pdf(("Plan",)),
    }.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)
    return folder


def _contents(site: Path) -> dict[str, str]:
    return {name: listing.content_digest((site / name).read_bytes()) for name, _ in listing.found(site)}


def _judged(
    site: Path, contents: dict[str, str] | None = None, official: Official = NOBODY
) -> list[tuple[str, str, str]]:
    memory = Memory(site.parent / "minne.sqlite", lambda: b"program")
    found = release.stops(site, contents or _contents(site), official, memory)
    memory.save()
    memory.close()
    return [(finding.place.path, finding.rule, finding.message) for finding in found]


def test_a_release_without_anything_that_stops_is_let_through(site: Path) -> None:
    assert _judged(site) == []


def test_what_stops_is_told_once_however_many_files_have_it(site: Path) -> None:
    for name in ("index.html", "sida/index.html"):
        (site / name).write_text(f"<p>Elev <b>850709</b>&#8211;{LAST}</p>", encoding="utf-8")
    (site / "bilagor/plan.pdf").write_bytes(made.pdf(("",)))
    told = [
        ("bilagor/plan.pdf", "inskannad-bilaga", "Stopp: Bilagan är inskannad: filen har ingen text som kan läsas."),
        (
            "index.html",
            "personnummer",
            "Stopp: 850709–**** är ett personnummer eller samordningsnummer. I 2 filer.",
        ),
    ]
    assert _judged(site) == told
    assert _judged(site) == told


@pytest.mark.parametrize(
    ("ending", "shape"), [("html", '<p title="Hej">Hej</p><p title="{}">Hej</p>'), ("json", '["Hej",{{"{}":"Hej"}}]')]
)
def test_a_value_of_a_tag_or_of_data_is_counted_in_every_file_that_has_it(site: Path, ending: str, shape: str) -> None:
    for name, value in (("1", "Hej"), ("2", NUMBER), ("3", NUMBER), ("4", "Hej")):
        (site / f"{name}.{ending}").write_text(shape.format(value), encoding="utf-8")
    message = "Stopp: 850709-**** är ett personnummer eller samordningsnummer. I 2 filer."
    assert _judged(site) == [(f"2.{ending}", "personnummer", message)]


def test_a_file_that_was_judged_is_not_even_read(site: Path) -> None:
    _judged(site)
    before = _contents(site)
    for name in before:
        (site / name).unlink()
    (site / "index.html").write_text("<p>Hej igen</p>", encoding="utf-8")
    assert _judged(site, before | _contents(site)) == []


def test_what_was_judged_under_another_name_is_judged_again(site: Path) -> None:
    (site / "data.json").write_text(f"<p>850709-<b\n>{LAST}</b></p>", encoding="utf-8")
    assert _judged(site) == []
    (site / "data.json").rename(site / "data.html")
    assert [rule for _, rule, _ in _judged(site)] == ["personnummer"]


def test_a_refused_release_leaves_what_was_known(site: Path) -> None:
    _judged(site)
    before = _contents(site)
    (site / "index.html").write_text(NUMBER, encoding="utf-8")
    now = _contents(site)
    assert len(_judged(site, now)) == 1
    (site / "sida/index.html").unlink()
    assert len(_judged(site, before | now)) == 1


def test_other_official_details_judge_everything_anew(site: Path) -> None:
    (site / "index.html").write_text("<p>Ring 070-174 06 99.</p>", encoding="utf-8")
    assert _judged(site, official=Official(numbers=frozenset(("0701740699",)))) == []
    assert [rule for _, rule, _ in _judged(site)] == ["mobilnummer"]
