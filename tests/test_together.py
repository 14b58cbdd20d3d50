"""How the tests are spread over the workers, and which are left out where it has to be quick."""

from __future__ import annotations

import pytest

from tests.slowness import LIST, ROOT


@pytest.mark.xdist_group("together")
def test_the_tests_of_a_group_run_in_one_worker(request: pytest.FixtureRequest, worker_id: str) -> None:
    """What they share, a browser or a whole year played, is made once. pytest 9.2 spreads them, and says nothing of it.

    See github.com/pytest-dev/pytest-xdist/issues/1386.
    """
    assert worker_id == "master" or request.node.nodeid.endswith("@together"), "make setup-dev"


def test_what_is_left_out_of_the_quick_ones_is_there() -> None:
    names = [name.split("::") for name in LIST.read_text("utf-8").split()]
    texts = {file: (ROOT / file).read_text("utf-8") for file, _ in names}
    assert [f"{file}::{name}" for file, name in names if f"def {name}(" not in texts[file]] == []
