"""The sound record, for a test to change."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.checks.case import SOUND


@pytest.fixture
def record(tmp_path: Path) -> Path:
    """The sound record, copied."""
    shutil.copytree(SOUND, tmp_path, dirs_exist_ok=True)
    return tmp_path
