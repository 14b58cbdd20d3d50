"""Files made to stop a program: each is told within two seconds and 512 MB, and none kills the process.

In a process of its own with a limit on memory: the C library under PyYAML crashes the process on deep nesting when it composes.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.site.projects import PATIENCE

ROOT = Path(__file__).parents[2]
SECONDS = 2.0

EXPECTED: dict[str, list[str]] = {
    "hakparenteser": ["för-djupt"],
    "en miljon hakparenteser": ["för-stor-rubrikdel"],
    "klamrar": ["för-djupt"],
    "streck": ["för-djupt"],
    "frågetecken": ["nyckel-form"],
    "aliasbomb": ["alias-form"],
    "tusen alias": ["för-många-alias"],
    "tio megabyte i en rad": [],
    "tio megabyte i en rubrik": ["för-stor-rubrikdel"],
    "tio megabyte noll": ["osynligt-tecken", "rubrikdel-saknas"],
    "tio megabyte latin-1": ["teckenkodning"],
    "tio megabyte radslut": ["radslut"],
    "tio megabyte bindestreck": ["rubrikdel-tom"],
    "tio megabyte NFD": ["delade-tecken"],
    "sjutton megabyte": ["för-stor-fil"],
    "stor rubrikdel": ["för-stor-rubrikdel"],
    "tjugotusen nycklar": ["okänd-nyckel"],
    "tjugotusen dubbla nycklar": ["dubbel-nyckel"],
    "långt citat": ["citat-oavslutat"],
    "många kommentarer": ["dubbel-nyckel"],
}


@pytest.mark.slow
def test_a_hostile_file_is_told_in_time() -> None:
    command = [sys.executable, "-m", "tests.reading.hostile"]
    done = subprocess.run(
        command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=PATIENCE * len(EXPECTED)
    )
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    assert {answer["name"]: answer["rules"] for answer in answers} == EXPECTED, done.stderr[-2000:]
    assert {answer["name"]: answer["seconds"] for answer in answers if answer["seconds"] >= SECONDS} == {}
