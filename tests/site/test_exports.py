"""What is written for machines."""

import datetime as dt
import json
import re
from pathlib import Path

import pytest

from build_scripts.exports.exported_file import Files
from build_scripts.exports.files import NUMBERS, normalised, numbers, robots, sitemaps
from build_scripts.exports.plain import as_block
from macros.facts.day import Day
from macros.record.reading import read
from tests.site.projects import ROOT, TODAY, tiny, write


def texts(files: Files) -> dict[str, str]:
    return {name: file.content().decode() for name, file in files.items()}


def by_file(root: Path) -> dict[str, dict[str, str]]:
    """The numbers that each file tells of the record in `root`."""
    facts = Day(read(root)[0], dt.date.fromisoformat(TODAY))
    return {name: json.loads(numbers(facts, digit)) for digit, name in NUMBERS.items()}


@pytest.mark.parametrize(
    ("site_url", "whole", "path"),
    [
        ("https://arkiv.example.se/", "https://arkiv.example.se/", "/"),
        ("https://arkiv.example.se", "https://arkiv.example.se/", "/"),
        ("https://example.se/arkiv", "https://example.se/arkiv/", "/arkiv/"),
    ],
)
def test_the_sitemap_has_whole_addresses_and_no_invented_days(site_url: str, whole: str, path: str) -> None:
    assert texts(sitemaps(["b&c/å/", ""], site_url))["sitemap.xml"] == (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
        f"  <url><loc>{whole}</loc></url>\n"
        f"  <url><loc>{whole}b%26c/%C3%A5/</loc></url>\n"
        "</urlset>\n"
    )
    assert robots(site_url) == f"User-agent: *\nDisallow: {path}pagefind/\n\nSitemap: {whole}sitemap.xml\n"


def test_more_addresses_than_one_sitemap_may_hold_are_divided() -> None:
    files = texts(sitemaps(["a/", "b/", "c/"], "https://a.example.se/", most=2))
    assert list(files) == ["sitemap.xml", "sitemap-1.xml", "sitemap-2.xml"]
    assert re.findall("<loc>(.*)</loc>", "".join(files.values())) == [
        *("https://a.example.se/sitemap-1.xml", "https://a.example.se/sitemap-2.xml"),
        *("https://a.example.se/a/", "https://a.example.se/b/", "https://a.example.se/c/"),
    ]
    assert "<sitemapindex" in files["sitemap.xml"]


@pytest.mark.parametrize(
    ("number", "expected"),
    [("AVUX/2017:43", "avux/2017:43"), ("KS15/221 - 001", "ks15/221-001"), (" ÄLN 1/2 ", "äln1/2")],
)
def test_a_number_is_looked_up_in_small_letters_without_spaces(number: str, expected: str) -> None:
    assert normalised(number) == expected


def test_every_number_of_the_shipped_record_leads_to_its_case() -> None:
    found = by_file(ROOT)
    assert found["sok/diarienummer/3.json"]["avux/2017:43"] == "arenden/avux-2017-43/"
    assert found["sok/diarienummer/9.json"]["stk-2020-1509"] == "arenden/malmo-ks-stk-2020-1509/"
    for name, single in found.items():
        assert list(single) == sorted(single)
        assert {re.sub(r"\D", "", number)[-1] for number in single} <= {name[-6]}


def single(root: Path) -> dict[str, str]:
    """All numbers that are told, whatever file they are in."""
    return {number: place for told in by_file(root).values() for number, place in told.items()}


def test_a_number_of_two_municipalities_is_left_to_the_search_engine(tmp_path: Path) -> None:
    root = tiny(tmp_path)
    for file in ("organ.md", "2026-11-26/kallelse.md", "2026-11-26/01-cykelplan.md"):
        content = (root / "meetings/prov" / file).read_text("utf-8").replace("Provköpings", "Annorstads")
        write(root, f"meetings/annan/{file}", content)
    assert single(root) == {}
    assert single(tiny(tmp_path / "ensam")) == {"pro/2026:7": "arenden/prov-pro-2026-7/"}


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>a</p>\n\n  <p>b\n   c</p>\n", "<p>a</p>\n<p>b\nc</p>"),
        ("<pre><code>a\n\n    b</code></pre>\n\n<p>c</p>", "<pre><code>a&#10;&#10;    b</code></pre>\n<p>c</p>"),
        ("<p>{{ x }}</p>", "<p>&#123;&#123; x &#125;&#125;</p>"),
    ],
)
def test_a_block_of_html_that_no_engine_changes(html: str, expected: str) -> None:
    assert as_block(html) == expected
