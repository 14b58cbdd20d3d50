"""The engine's scripts beside an index."""

from pathlib import Path

import pytest

from build_scripts.exports.search_engine import leave_what_is_used
from build_scripts.exports.search_files import UnknownIndex
from tests.site.projects import contents, write

NAMES = (
    "pagefind-entry.json",
    "pagefind.sv_1.pf_meta",
    "wasm.sv.pagefind",
    "wasm.unknown.pagefind",
    "pagefind-ui.css",
    "index/a",
)
SCRIPT = "async search(t,o2={}){await Promise.all(this.instances.map((i2)=>i2.search(t,o2)));}"
TAUGHT = (
    "async search(t,o2={}){await Promise.all(this.instances.filter((one)=>one.primary||!o2.only||o2.only.includes(one.basePath))"
    ".map((i2)=>i2.search(t,o2)));}"
)


@pytest.fixture
def index(tmp_path: Path) -> Path:
    for name in NAMES:
        write(tmp_path, name, "")
    for name in ("pagefind.js", "pagefind-worker.js"):
        write(tmp_path, name, SCRIPT)
    return tmp_path


def test_the_root_keeps_its_engine_which_can_search_some_parts(index: Path) -> None:
    leave_what_is_used(index, is_root=True)
    assert set(contents(index)) == {*NAMES[:3], "index/a", "pagefind.js", "pagefind-worker.js"}
    assert (index / "pagefind.js").read_text("utf-8") == (index / "pagefind-worker.js").read_text("utf-8") == TAUGHT


def test_a_part_has_no_engine(index: Path) -> None:
    leave_what_is_used(index, is_root=False)
    assert set(contents(index)) == {*NAMES[:2], "index/a"}


@pytest.mark.parametrize("script", ["", SCRIPT * 2])
def test_a_script_of_another_form_is_told(index: Path, script: str) -> None:
    write(index, "pagefind-worker.js", script)
    with pytest.raises(UnknownIndex, match=r"pagefind-worker\.js söker på [02] ställen"):
        leave_what_is_used(index, is_root=True)
