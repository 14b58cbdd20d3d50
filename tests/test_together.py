"""How the tests are spread over the workers."""

from __future__ import annotations

import pytest


@pytest.mark.xdist_group("together")
def test_the_tests_of_a_group_run_in_one_worker(request: pytest.FixtureRequest, worker_id: str) -> None:
    """What they share, a browser or a whole year played, is made once. pytest 9.2 spreads them, and says nothing of it.

    See github.com/pytest-dev/pytest-xdist/issues/1386.
    """
    assert worker_id == "master" or request.node.nodeid.endswith("@together"), "make setup-dev"
