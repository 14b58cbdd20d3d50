"""Where the shipped record's site is served, and a server that publishes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.site.browser import served
from tests.site.clones import Clone, made_place
from tests.site.publishing_server import PublishingServer


@pytest.fixture(scope="module")
def root(built: Path) -> Iterator[str]:
    """The address that the shipped record's site is served at."""
    with served(built) as address:
        yield address


@pytest.fixture
def server(tmp_path: Path) -> PublishingServer:
    """A server whose clone has all that was sent."""
    made_place(tmp_path)
    anna = Clone(tmp_path, "anna")
    assert anna.skicka() == 0
    return PublishingServer(tmp_path)
