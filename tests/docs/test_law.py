"""The law at the line: every source in the code stands in the table of statutes, and the rules page shows the same."""

from __future__ import annotations

import ast
import re
from functools import cache
from pathlib import Path

import pytest

from macros.law import OTHER_SOURCES, STATUTES, cite, in_one_form, running
from tests.checks.rule_ids import made
from tests.modules import ROOT, SOURCES, nodes_of

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("rules")]
"""Takes seconds, and is left to the whole run; where the code is read for its rules too."""

Section = tuple[str, str, str]

RULES_PAGE = (ROOT / "content/hjalp/regler.md").read_text("utf-8")
RULES = dict(section.split("\n", 1) for section in RULES_PAGE.split("\n## ")[1:])
TEMPLATES = sorted((ROOT / "macros/pages/templates").glob("*.html"))
CONTENT = sorted((ROOT / "content").rglob("*.md"))

SHORT = re.compile(r"\b(?:KL|FL|TF|OSL|FOL) \d[\d:, §-]*[\d§]")
"""A reference as the code and its messages write it."""
BY_HAND = re.compile(r"\d+ kap\. \d|§§? \w+(?:lagen|förordningen)|(?:lag|lagen) \d{4}:\d+")
"""A reference in words, as only `macros.law` makes it."""


@cache
def texts(path: Path) -> list[str]:
    """Every string that is written in a module: docstrings, messages, and the fixed pieces of filled ones."""
    return [node.value for node in nodes_of(path) if isinstance(node, ast.Constant) and isinstance(node.value, str)]


def sources(docstring: str) -> list[str]:
    """What follows `Source:` in a docstring, up to its full stop."""
    written = " ".join(docstring.split())
    found = re.findall(r"Source: (.*?)\.(?= |$)", written)
    assert len(found) == written.count("Source:"), written
    return found


def all_sources() -> list[tuple[Path, str]]:
    """Every source of the code, with its module."""
    return [(path, source) for path in SOURCES for text in texts(path) if "Source:" in text for source in sources(text)]


def sections(references: str) -> frozenset[Section]:
    return frozenset((cited.statute.short, *section) for cited in cite(references) for section in cited.sections)


@pytest.mark.parametrize(
    ("references", "expected"),
    [
        ("KL 13:5", "13 kap. 5 § kommunallagen (2017:725)"),
        ("KL 6:28-32", "6 kap. 28–32 §§ kommunallagen (2017:725)"),
        ("KL 5:54, 5:56", "5 kap. 54 och 56 §§ kommunallagen (2017:725)"),
        ("KL 6:40, 7:8, 8:10", "6 kap. 40 §, 7 kap. 8 § och 8 kap. 10 § kommunallagen (2017:725)"),
        ("lag (1930:173) 1-2 §§", "1–2 §§ lagen (1930:173) om beräkning av lagstadgad tid"),
        ("OSL 39:2 a", "39 kap. 2 a § offentlighets- och sekretesslagen (2009:400)"),
        (
            "KL 8:12; custom; FL 44 §; KL 13:5",
            "8 kap. 12 § och 13 kap. 5 § kommunallagen (2017:725) och 44 § förvaltningslagen (2017:900)",
        ),
    ],
)
def test_a_reference_in_running_text(references: str, expected: str) -> None:
    assert running(references) == expected


@pytest.mark.parametrize(
    "references",
    [
        "",
        "5:69",
        "XL 5:69",
        "KL",
        "KL 5",
        "KL 5 §",
        "KL 5:69 §",
        "KL 5:69 (why)",
        "KL 5:69,",
        "KL 5:69; XL 4:2",
        "FL 44",
        "FL 4:44",
        "FL 44-45 §",
        "FL 44 §§",
        "lag (1930:173)",
        "lag (2030:1) 2 §",
        "the law",
        "KL 5:69 through 6:35",
        "Custom",
    ],
)
def test_what_is_no_reference_is_refused(references: str) -> None:
    with pytest.raises(ValueError, match=r"reference to a known statute|is not written as"):
        cite(references)


def test_a_statute_is_linked_by_its_number() -> None:
    assert STATUTES["KL"].link == "https://rkrattsbaser.gov.se/sfst?bet=2017:725"
    assert [statute.name for statute in STATUTES.values() if not re.fullmatch(r"\d{4}:\d+", statute.number)] == []


def test_every_source_stands_in_the_table() -> None:
    assert len(all_sources()) > 60
    for path, source in all_sources():
        try:
            cite(source)
        except ValueError as wrong:
            pytest.fail(f"{path.relative_to(ROOT)}: {wrong}")


def test_the_table_has_no_source_that_nothing_names() -> None:
    named = ", ".join(source for _, source in all_sources())
    written = [found for path in SOURCES for text in texts(path) for found in SHORT.findall(text)]
    assert {cited.statute.short for one in [named, *written] for cited in cite(one)} == set(STATUTES)
    assert {word for word in OTHER_SOURCES if word in named} == OTHER_SOURCES


def test_every_short_reference_of_the_code_can_be_read() -> None:
    found = [reference for path in SOURCES for text in texts(path) for reference in SHORT.findall(text)]
    assert "KL 8:12, 13:5" in found
    for reference in found:
        assert cite(reference), reference


def prose_of(page: Path) -> str:
    """A hand-written page without its samples and calls."""
    return re.sub(r"^```.*?^```$|^    [^\n]*$|\{\{.*?\}\}", "", page.read_text("utf-8"), flags=re.MULTILINE | re.DOTALL)


def test_no_text_writes_the_law_by_hand() -> None:
    written = [
        *((path, text) for path in SOURCES if path.name != "law.py" for text in texts(path)),
        *((path, path.read_text("utf-8")) for path in TEMPLATES),
        *((path, prose_of(path)) for path in CONTENT),
    ]
    assert [(str(path), found[0]) for path, text in written if (found := BY_HAND.search(text))] == []
    assert [(str(path), found[0]) for path in CONTENT if (found := SHORT.search(prose_of(path)))] == []


@cache
def functions(path: str) -> tuple[ast.FunctionDef, ...]:
    return tuple(node for node in nodes_of(ROOT / path) if isinstance(node, ast.FunctionDef))


@cache
def sources_of(path: str, name: str) -> frozenset[Section]:
    """The law that a function carries out; of a private one that says none, what the functions that call it carry out."""
    own = [source for one in functions(path) if one.name == name for source in sources(ast.get_docstring(one) or "")]
    if own or not name.startswith("_"):
        return frozenset[Section]().union(*map(sections, own))
    callers = {
        one.name
        for one in functions(path)
        for call in ast.walk(one)
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id == name and one.name != name
    }
    return frozenset[Section]().union(*(sources_of(path, caller) for caller in callers))


def test_the_rules_page_links_the_law_that_the_code_names() -> None:
    named, shown = dict.fromkeys(RULES, frozenset[Section]()), dict.fromkeys(RULES, frozenset[Section]())
    for call in made():
        for rule in call.rules:
            named[rule] |= sources_of(call.path, call.function)
    for rule, text in RULES.items():
        links = re.findall(r'^\*Källa: \{\{ lag\("(.+)"\) \}\}\.\*$', text, re.MULTILINE)
        assert text.count("Källa") == len(links) <= 1, rule
        shown[rule] = shown[rule].union(*map(sections, links))
    assert sum(map(bool, named.values())) > 40
    assert {rule: law for rule, law in named.items() if law != shown[rule]} == {}


@pytest.mark.parametrize(
    ("english", "swedish", "rule"),
    [
        ("quorum", "beslutför", "beslutför"),
        ("disqualified", "jäv", "jäv-deltog"),
        ("call in time", "kallelse i tid", None),
    ],
)
def test_the_law_is_found_under_its_words(english: str, swedish: str, rule: str | None) -> None:
    where = {
        str(path.relative_to(ROOT))
        for path in SOURCES
        for text in texts(path)
        if english in text.lower() and f'"{swedish}"' in text and "Source:" in text
    }
    assert where
    assert rule is None or where & {call.path for call in made() if rule in call.rules}


SECRECY = "26 kap. 1 § offentlighets- och sekretesslagen (2009:400)"
WRITTEN = [
    ("26 kap. 1 § OSL", SECRECY),
    ("OSL 26:1", SECRECY),
    ("26 kap 1§ offentlighets- och sekretesslagen", SECRECY),
    (SECRECY, SECRECY),
    ("OSL 21 kap. 1-3 §§", "21 kap. 1–3 §§ offentlighets- och sekretesslagen (2009:400)"),
    ("44 § FL", "44 § förvaltningslagen (2017:900)"),
    ("6 kap. 5 § kommunallagen (1991:900)", "6 kap. 5 § kommunallagen (1991:900)"),
    ("2 § lagen (1993:387) om stöd", "2 § lagen (1993:387) om stöd"),
    ("26:1", "26:1"),
]


@pytest.mark.parametrize(("written", "said"), WRITTEN, ids=[case[0] for case in WRITTEN])
def test_a_reference_of_the_record_stands_in_one_form(written: str, said: str) -> None:
    assert in_one_form(written) == said
