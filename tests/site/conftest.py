"""Where the shipped record's site is served."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.site.browser import served


@pytest.fixture(scope="module")
def root(built: Path) -> Iterator[str]:
    """The address that the shipped record's site is served at."""
    with served(built) as address:
        yield address
