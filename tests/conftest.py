"""What holds for every test: how properties are tried, that places are asked for by keys that exist, and which tests are slow.

The same examples at every run of `make test`; new ones, and many, with `make fuzz`. `make test-quick` leaves out those that
open a browser, build whole sites or read files of megabytes, told by the fixtures that they ask for or by the mark `slow`.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, settings

from tests.key_paths import hold_key_paths

settings.register_profile("prov", derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("fuzz", max_examples=2000, deadline=None, suppress_health_check=list(HealthCheck))
settings.load_profile("prov")


@pytest.fixture(scope="session", autouse=True)
def _key_paths() -> Iterator[None]:
    """Whatever test runs: a place that is asked of a document is one that its model has."""
    with pytest.MonkeyPatch.context() as patched:
        hold_key_paths(patched)
        yield


SLOW = {"browser", "built"}
"""Fixtures: Chromium, and the shipped record's site."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if isinstance(item, pytest.Function) and SLOW & set(item.fixturenames):
            item.add_marker(pytest.mark.slow)
