"""No rule slips in: every rule id of the code is on the rules page and has cases, and every rule that is written is asked."""

from __future__ import annotations

import inspect
import pkgutil
import re
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from types import ModuleType

import pytest

from macros import checks
from macros.checks import FAMILIES
from macros.checks.attachments import LARGE, MEGABYTE, TOO_LARGE
from macros.checks.given import Rule
from macros.checks.outcomes import MONTHS_TO_COME_BACK
from macros.checks.unlikely_days import FARTHEST, OLDEST
from macros.dates.written import in_words
from macros.record.header import DEEPEST, MOST_ALIASES, MOST_NODES
from macros.record.parsing import LARGEST_HEADER
from tests.checks.case import CASES, EXPECTED, SOUND
from tests.checks.rule_ids import FROM_TABLES, made, rule_ids
from tests.modules import ROOT

pytestmark = pytest.mark.xdist_group("rules")
"""In one worker: the code is read for its rules once."""

PAGE = (ROOT / "content/hjalp/regler.md").read_text(encoding="utf-8")
HEADINGS = re.findall(r"^## (.+)$", PAGE, re.MULTILINE)
SECTIONS = dict(zip(HEADINGS, PAGE.split("\n## ")[1:], strict=True))
MODULES = [import_module(f"macros.checks.{found.name}") for found in pkgutil.iter_modules(checks.__path__)]


def _rules(module: ModuleType) -> Iterator[tuple[str, Rule]]:
    for name, function in inspect.getmembers(module, inspect.isfunction):
        signature = inspect.signature(function)
        if (
            function.__module__ == module.__name__
            and not name.startswith("_")
            and list(signature.parameters) == ["given"]
            and signature.return_annotation == "Iterator[Finding]"
        ):
            yield name, function


def test_every_rule_enters_the_code_as_a_literal() -> None:
    unclear = [call for call in made() if not call.rules and call.handed_on is None]
    assert {(call.path, call.function) for call in unclear} == set(FROM_TABLES)


def test_the_rules_page_has_every_rule_and_no_other() -> None:
    assert rule_ids() - set(HEADINGS) == set()
    assert set(HEADINGS) - rule_ids() == set()


def test_the_rules_page_is_in_swedish_order() -> None:
    order = "-abcdefghijklmnopqrstuvwxyzåäö"
    assert sorted(HEADINGS, key=lambda rule: [order.index(sign) for sign in rule]) == HEADINGS
    assert len(set(HEADINGS)) == len(HEADINGS)


def test_each_rule_says_its_level_and_what_to_do() -> None:
    lacking = [
        rule
        for rule, section in SECTIONS.items()
        if not re.search(r"^\*\*(Fel|Varning)\.\*\* [A-ZÅÄÖ]", section, re.MULTILINE) or "\nGör så här: " not in section
    ]
    assert lacking == []


LIMITS = {
    "bilaga-stor": (f"över {LARGE // MEGABYTE} MB", f"över {TOO_LARGE // MEGABYTE} MB"),
    "datum-långt-ifrån": (f"mer än {in_words(FARTHEST)} år", f"{in_words(OLDEST)} år bakåt"),
    "för-djupt": (f"fler än {DEEPEST} nivåer",),
    "för-många-alias": (f"fler än {MOST_ALIASES} gånger",),
    "för-många-värden": (f"fler än {MOST_NODES // 1000} 000 värden",),
    "för-stor-rubrikdel": (f"större än {LARGEST_HEADER // 1024} kB",),
    "inte-återupptaget": (f"mer än {in_words(MONTHS_TO_COME_BACK)} månader",),
}


def test_the_rules_page_tells_the_limits_that_the_rules_hold() -> None:
    assert [(rule, said) for rule, limits in LIMITS.items() for said in limits if said not in SECTIONS[rule]] == []


def test_every_rule_of_the_record_has_a_folder_of_cases() -> None:
    of_the_record = {rule for call in made() if call.path.startswith("macros/") for rule in call.rules}
    of_the_record |= frozenset[str]().union(
        *(ids for (path, _), ids in FROM_TABLES.items() if path.startswith("macros/"))
    )
    folders = {folder.name for folder in CASES.iterdir() if folder.is_dir() and folder != SOUND}
    assert of_the_record - folders == set()
    assert folders - of_the_record == set()


def _levels(folder: Path) -> set[str]:
    """The levels that the cases of a rule print it with."""
    printed = "".join(case.read_text(encoding="utf-8") for case in folder.glob(f"*/{EXPECTED}"))
    return set(re.findall(rf"(fel|varning)\[{folder.name}\]", printed))


def test_the_rules_page_and_the_cases_say_the_same_level() -> None:
    said = {
        rule: {level.lower() for level in re.findall(r"\*\*(Fel|Varning)\.\*\*", section)}
        for rule, section in SECTIONS.items()
        if (CASES / rule).is_dir()
    }
    assert said == {rule: _levels(CASES / rule) for rule in said}


def test_every_rule_that_is_written_is_asked() -> None:
    for module in MODULES:
        written = {rule for _, rule in _rules(module)}
        assert written == set(getattr(module, "RULES", ())), module.__name__
        assert not written or module.RULES in FAMILIES, module.__name__


def test_a_rules_docstring_is_the_rule() -> None:
    first = {
        f"{module.__name__}.{name}": (inspect.getdoc(rule) or "").split("\n")[0]
        for module in MODULES
        for name, rule in _rules(module)
    }
    assert {name: line for name, line in first.items() if not re.fullmatch(r"[A-Z`\"{].*[.:]", line)} == {}
