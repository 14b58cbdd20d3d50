"""Each line of the program that changes a file, made to fail once during a release (`make fuzz`: each time that it does so)."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.site import failing
from tests.site.projects import ROOT


@pytest.mark.slow
def test_whatever_fails_the_site_is_whole_and_the_next_release_is_as_if_nothing_had_happened() -> None:
    """In a process of its own: each release is tried in a child of it, and a child of the tests' own would have their threads."""
    tried = subprocess.run(
        [sys.executable, "-m", failing.__name__, "--få"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert (tried.returncode, tried.stderr) == (0, ""), tried.stdout
    first, *_, last = tried.stdout.splitlines()
    failures = int(last.split()[0])
    assert failures >= 20
    assert first.startswith(f"Prövar 1 av {failures}: ENOSPC: ")
