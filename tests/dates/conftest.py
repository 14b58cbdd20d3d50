from pathlib import Path

import pytest

from tests.dates.examples import PROJECT_BODY, PROJECT_SCHEDULE


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project with one body and one schedule."""
    folder = tmp_path / "meetings" / "prov" / "sammantradesordning"
    folder.mkdir(parents=True)
    (folder.parent / "organ.md").write_text(PROJECT_BODY, encoding="utf-8")
    (folder / "2018.md").write_text(PROJECT_SCHEDULE, encoding="utf-8")
    return tmp_path
