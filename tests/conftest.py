"""What holds for every test: how properties are tried, that places are asked for by keys that exist, and which tests are slow.

The same examples at every run of `make test`; new ones, and many, with `make fuzz`. `make test-quick` leaves out those that
open a browser, build whole sites or read files of megabytes, told by the fixtures that they ask for or by the mark `slow`, and
those that `tests/slow.txt` names.
"""

from __future__ import annotations

import fcntl
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from playwright.sync_api import Browser

from build_scripts.__main__ import main
from tests import slowness
from tests.key_paths import hold_key_paths
from tests.site.browser import started
from tests.site.projects import EPOCH, ROOT

settings.register_profile("prov", derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("fuzz", max_examples=2000, deadline=None, suppress_health_check=list(HealthCheck))
settings.load_profile("prov")


@pytest.fixture(scope="session", autouse=True)
def _key_paths() -> Iterator[None]:
    """Whatever test runs: a place that is asked of a document is one that its model has."""
    with pytest.MonkeyPatch.context() as patched:
        hold_key_paths(patched)
        yield


@pytest.fixture(scope="session")
def shared_folder(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """A folder that all workers of this run share."""
    base = tmp_path_factory.getbasetemp()
    return base if worker_id == "master" else base.parent


@pytest.fixture(scope="session")
def built(shared_folder: Path) -> Path:
    """The shipped record's site as of `TODAY`, made by `klubbat bygg`: the first worker builds, the others wait."""
    target = shared_folder / "arkivet" / "site"
    target.parent.mkdir(exist_ok=True)
    with pytest.MonkeyPatch.context() as patch, (shared_folder / "arkivet.lås").open("w") as lock:
        patch.setenv("SOURCE_DATE_EPOCH", EPOCH)
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not target.exists():
            assert main(["bygg", "--katalog", str(ROOT), "--ut", str(target)]) == 0
    return target


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """Chromium, started once in each worker: every start costs two seconds."""
    with started() as running:
        yield running


@pytest.fixture(scope="module")
def browser(chromium: Browser) -> Iterator[Browser]:
    """Chromium, without the windows of other modules."""
    yield chromium
    for context in chromium.contexts:
        context.close()


SLOW = {"chromium", "built"}
"""Fixtures: Chromium, and the shipped record's site."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    names = slowness.known()
    for item in items:
        if isinstance(item, pytest.Function) and (SLOW & set(item.fixturenames) or slowness.name_of(item) in names):
            item.add_marker(pytest.mark.slow)


def pytest_configure(config: pytest.Config) -> None:
    if slowness.IS_WRITTEN:
        config.pluginmanager.register(slowness.Watch())
