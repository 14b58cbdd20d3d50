"""The shipped record's site, built once for all tests of a run."""

import fcntl
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from build_scripts.__main__ import main
from tests.site.browser import served, started
from tests.site.projects import EPOCH, ROOT


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


@pytest.fixture(scope="module")
def root(built: Path) -> Iterator[str]:
    """The address that the shipped record's site is served at."""
    with served(built) as address:
        yield address


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Chromium."""
    with started() as running:
        yield running
