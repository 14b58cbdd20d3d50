"""The record with two of everything, and the board that has them."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.record.archive import Archive, Body
from tests.facts.two import TWO
from tests.pages.records import record


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    return record(tmp_path, TWO)


@pytest.fixture
def body(archive: Archive) -> Body:
    return archive.body_by_id["gatan"]
