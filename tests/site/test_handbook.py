"""The handbook's long pages in parts: what becomes a page, what is said of it in the list, and what is wrong in it."""

import datetime as dt
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from build_scripts.content import ContentPage, content_pages, finished, handbook_pages
from build_scripts.mkdocs_adapter.long_words import SOFT_HYPHEN
from macros import addresses
from macros.facts.day import Day
from macros.finding import Finding
from macros.record.archive import Archive
from macros.record.layout import KINDS
from tests.checks.rule_ids import rule_ids
from tests.site.browser import window
from tests.site.projects import write

FACTS = Day(Archive(), dt.date(2026, 11, 22))

RULES = """\
---
title: Regler
delas: rubriker
---

# Regler

Så läser du dem.

## för-sent

**Fel.** Dagen har *gått*, se [planen](../om.md#dagar). Den är bestämd.

Gör så här: vänta inte, se [kalendern](../../kalender/#dagar).

    ## ingen rubrik

## ändrat

**Varning.** Tiden är {{ lagtid("överklaga") }}.
"""


def read(root: Path, text: str) -> tuple[ContentPage, list[Finding]]:
    """The page with the text, beside one other page."""
    write(root, "content/om.md", "# Om\n")
    write(root, "content/hjalp/regler.md", text)
    pages, findings = content_pages(root, FACTS)
    return pages["hjalp/regler.md"], findings


def test_every_heading_becomes_a_page_and_a_row_of_the_list(tmp_path: Path) -> None:
    page, findings = read(tmp_path, RULES)
    assert findings == []
    assert [(part.heading, part.address) for part in page.parts] == [
        ("för-sent", "hjalp/regler/for-sent/"),
        ("ändrat", "hjalp/regler/andrat/"),
    ]
    assert "## för-sent" not in page.body
    listed = finished(page, page.body)
    assert (
        '<li id="for-sent"><a href="../../hjalp/regler/for-sent/">för-sent</a> '
        '<strong>Fel.</strong> Dagen har <em>gått</em>, se <a href="../../om/#dagar">planen</a>.</li>'
    ) in listed
    assert (
        '<li id="andrat"><a href="../../hjalp/regler/andrat/">ändrat</a> <strong>Varning.</strong> Tiden är tre'
        in listed
    )
    first = next(handbook_pages(FACTS, {"hjalp/regler.md": page})).make()
    assert (first.title, first.description) == ("för-sent – Regler", "Fel. Dagen har gått, se planen.")
    assert '<a href="../../../om/#dagar">planen</a>' in first.html
    assert '<a href="../../../kalender/#dagar">kalendern</a>' in first.html
    assert "<code>## ingen rubrik\n</code>" in first.html


@pytest.mark.parametrize(
    ("old", "new", "place", "rule"),
    [
        ("../om.md#dagar", "borta.md", "content/hjalp/regler.md:12:40", "trasig-länk"),
        ("delas: rubriker", "delas: regler", "content/hjalp/regler.md:3:8", "okänt-värde"),
        ('"överklaga"', '"klaga"', "content/hjalp/regler.md:20:23", "makro-värde"),
        ("{{ lagtid", "{{ 2 * lagtid", "content/hjalp/regler.md:20:23", "makro-form"),
    ],
)
def test_what_is_wrong_in_a_part_is_told_where_it_stands(
    tmp_path: Path, old: str, new: str, place: str, rule: str
) -> None:
    _, findings = read(tmp_path, RULES.replace(old, new))
    assert [(str(found.place), found.rule) for found in findings] == [(place, rule)]


def test_every_rule_and_every_kind_of_file_has_a_page_and_its_old_place_leads_there(built: Path) -> None:
    rules = (built / "hjalp/regler/index.html").read_text("utf-8")
    for rule in rule_ids():
        assert f'<li id="{addresses.slug(rule)}"><a href="../../{addresses.rule(rule)}">{rule}</a>' in rules
        assert (built / addresses.rule(rule) / "index.html").is_file(), rule
    kinds = (built / "hjalp/nycklar/index.html").read_text("utf-8")
    for kind in KINDS:
        place = addresses.slug(kind.name)
        assert f'<li id="{place}"><a href="../../hjalp/nycklar/{place}/">' in kinds
        assert (built / f"hjalp/nycklar/{place}/index.html").is_file(), kind.name


def test_the_handbook_is_reached_from_every_foot_and_readers_find_it_last(built: Path) -> None:
    for page in ("index.html", "avux/index.html", "hjalp/regler/anslag-saknas/index.html"):
        foot = (built / page).read_text("utf-8").replace(SOFT_HYPHEN, "").partition("<footer")[2]
        assert 'hjalp/handbok/">För nämndsekreterare</a>' in foot, page
    kinds = {name: (built / f"hjalp/{name}index.html").read_text("utf-8") for name in ("", "webbplatsen/", "kalla/")}
    assert [name for name, html in kinds.items() if 'data-slag="Handbok"' in html] == ["kalla/"]


def test_the_list_of_rules_is_narrowed_by_what_is_typed(browser: Browser, root: str) -> None:
    page = window(browser)
    page.goto(f"{root}hjalp/regler/#anslag-saknas")
    rows = page.locator(".k-avsnitt > li")
    expect(rows).to_have_count(len(rule_ids()))
    page.get_by_role("searchbox", name="Sök i listan").fill("anslag kommun")
    expect(page.get_by_role("status")).to_have_text(
        f"Visar {rows.and_(page.locator(':visible')).count()} av {len(rule_ids())} rader."
    )
    page.get_by_role("link", name="anslag-kommun").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("anslag-kommun")
    page.close()
