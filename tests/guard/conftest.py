"""What the tests of `klubbat granska` look through."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.checks.case import SOUND
from tests.guard import documents as made
from tests.guard.granska import PLAN


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A sound record with one attachment, which nobody has reviewed."""
    shutil.copytree(SOUND, tmp_path, dirs_exist_ok=True)
    (tmp_path / PLAN).write_bytes(made.pdf(("Plan",)))
    return tmp_path
