"""`klubbat bygg --från-disk`: the search's files as scripts, in the releases that are built with it and in no others."""

from pathlib import Path

import pytest

from build_scripts.__main__ import main
from tests.site.projects import TODAY, contents, tiny

pytestmark = pytest.mark.slow
"""Builds whole sites, or makes every page of the shipped record."""


@pytest.mark.parametrize("option", ["--från-disk", "--fran-disk"])
def test_the_scripts_come_and_go_with_the_option(tmp_path: Path, option: str) -> None:
    root = tiny(tmp_path)
    command = ["bygg", "--katalog", str(root), "--idag", TODAY, "--tyst"]
    assert main([*command, option]) == 0
    site = contents((root / "site").resolve())
    scripts = {name for name in site if name.startswith("sok/disk/")}
    assert scripts == {f"sok/disk/{name}.js" for name in site if name.startswith(("pagefind/", "sok/diarienummer/"))}
    assert main(command) == 0
    assert contents((root / "site").resolve()) == {
        name: content for name, content in site.items() if name not in scripts
    }
