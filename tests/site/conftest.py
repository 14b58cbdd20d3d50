"""Where the shipped record's site is served, and a server that publishes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route

from tests.site.browser import served, window
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


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    """A window where the words wait for their typeface: on a busy machine it comes too late to be used at all."""
    yield from _waited_for(browser)


@pytest.fixture
def own_page(browser: Browser) -> Iterator[Page]:
    """Such a window for one test, which changes more than the page that is shown."""
    yield from _waited_for(browser)


def _waited_for(browser: Browser) -> Iterator[Page]:
    page = window(browser, locale="sv-SE")
    page.route("**/*.css*", _waiting)
    yield page
    page.context.close()


def _waiting(route: Route) -> None:
    sheet = route.fetch()
    route.fulfill(response=sheet, body=re.sub(r"font-display:\s*optional", "font-display: block", sheet.text()))
