"""A project in git, and a browser that has been let in to its forms."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.editor.projects import Visitor, project, visitor


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return project(tmp_path)


@pytest.fixture
def user(root: Path) -> Visitor:
    return visitor(root)
