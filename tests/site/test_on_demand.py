"""What is kept between saves gives the same bytes as a build from nothing, whatever was saved in between."""

from __future__ import annotations

import datetime as dt
import tempfile
import time
import unicodedata
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from queue import Queue

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from build_scripts.editor.editor import Editor
from build_scripts.exports import search
from build_scripts.report import BuildFailed, Refused
from build_scripts.site.build_behind import BuildBehind
from build_scripts.site.building import release
from build_scripts.site.on_demand import OnDemand
from build_scripts.site.release import store_of
from build_scripts.site.unchanged import BuildOrder
from tests.site.projects import PATIENCE
from tests.site.test_incremental import BODY, CHANGES, ITEM, MEETING, Project, whole

pytestmark = pytest.mark.slow

EXAMPLES = (settings.default or settings()).max_examples // 20
"""Of series: five, and a hundred with `make fuzz`."""

URL = "http://127.0.0.1:8000/"


def _broken(project: Project) -> None:
    project.replace(ITEM, "PRO/2026:7", "PRO-2026/7")


def _unreadable(project: Project) -> None:
    """A file that is no text, and whole again."""
    file = project.root / ITEM
    content = file.read_bytes()
    file.write_bytes(content.removeprefix(b"\xff") if content.startswith(b"\xff") else b"\xff" + content)


def _no_body(project: Project) -> None:
    """The body's own file is gone, and back."""
    file, away = project.root / BODY / "organ.md", project.root / ".organ.md"
    if file.exists():
        file.rename(away)
    else:
        away.rename(file)


def _decomposed(project: Project) -> None:
    """An item whose file name and text have letters in two parts, as a Mac writes them."""
    text = "---\nrubrik: Ängens åar\nslag: beslut\n---\n\nÖar.\n"
    name = f"{MEETING}/03-ang.md"
    project.toggle(name, unicodedata.normalize("NFD", text))


def _decomposed_name(project: Project) -> None:
    project.toggle(f"{MEETING}/bilagor/{unicodedata.normalize('NFD', 'ö.csv')}", "a;b\n")


SAVES: dict[str, Callable[[Project], object]] = {
    **{name: change for name, change in CHANGES.items() if name != "the site's address"},
    "a broken item": _broken,
    "an item that is no text": _unreadable,
    "the body's own file": _no_body,
    "an item in parted letters": _decomposed,
    "an attachment with a name in parted letters": _decomposed_name,
    "a broken header": lambda project: project.replace(f"{MEETING}/kallelse.md", "läge: kallat", "läge kallat"),
    "a conflict": lambda project: project.replace(ITEM, "Planen har", "<<<<<<< HEAD\nPlanen har"),
    "a link that leads nowhere": lambda project: project.replace("content/sok.md", "# Sök", "# Sök\n\n[Bort](bort.md)"),
}
"""One for each kind of save, those that break the record too. A second time each is undone."""


def _files_of(on_demand: OnDemand) -> dict[str, bytes | None] | type[Exception]:
    try:
        site = on_demand.site()
    except (Refused, BuildFailed) as refused:
        return type(refused)
    return {name: site.content(name) for name in site.names() if not name.startswith("pdf/")}


def _from_nothing(project: Project, folder: Path) -> dict[str, bytes] | type[Exception]:
    day = dt.date.fromisoformat(project.day)
    with tempfile.TemporaryDirectory(dir=folder) as name:
        target = Path(name) / "site"
        order = BuildOrder(project.root, day, target, False, False, URL, reviewed=False)
        try:
            release(order)
        except (Refused, BuildFailed) as refused:
            return type(refused)
        shown = target.resolve()
        return {file.relative_to(shown).as_posix(): file.read_bytes() for file in shown.rglob("*") if file.is_file()}


@settings(
    max_examples=EXAMPLES,
    deadline=None,
    suppress_health_check=list(HealthCheck),
)
@given(series=st.lists(st.lists(st.sampled_from([*SAVES]), min_size=1, max_size=3), min_size=2, max_size=5))
def test_any_saves_in_any_order_show_what_a_build_from_nothing_gives(series: list[list[str]]) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        project = whole(folder)
        on_demand = OnDemand(project.root, lambda: dt.date.fromisoformat(project.day), URL, folder / "finns inte")
        editor = Editor(project.root, lambda: dt.date.fromisoformat(project.day))
        for saves in series:
            for save in saves:
                # Words cannot be changed in a file that an earlier save took away or broke.
                with suppress(FileNotFoundError, UnicodeDecodeError):
                    SAVES[save](project)
            assert _files_of(on_demand) == _from_nothing(project, folder)
            assert editor.saved() == Editor(project.root, editor.today).saved()


def test_the_papers_and_the_search_index_are_the_builds(tmp_path: Path) -> None:
    project, target = whole(tmp_path), tmp_path / "ut/site"
    on_demand = OnDemand(project.root, lambda: dt.date(2026, 11, 22), URL, target)
    assert on_demand.site().content(search.DIRECTORY) is None
    release(BuildOrder(project.root, dt.date(2026, 11, 22), target, site_url=URL))
    site = on_demand.site()
    shown = target.resolve()
    files = {file.relative_to(shown).as_posix(): file.read_bytes() for file in shown.rglob("*") if file.is_file()}
    assert any(name.startswith("pdf/") for name in files)
    assert {name: site.content(name) for name in files} == files
    assert site.content("finns/inte.html") is None
    assert site.content(f"{search.FOLDER}/inte.json") is None


def test_the_build_behind_is_ended_by_the_next_save_and_tells_how_it_went(tmp_path: Path) -> None:
    project, target, told = whole(tmp_path), tmp_path / "ut/site", Queue[object]()
    behind = BuildBehind(lambda: BuildOrder(project.root, dt.date(2026, 11, 22), target, site_url=URL), quiet=0)
    # While its process still starts.
    behind.begin(told.put)
    time.sleep(0.2)
    behind.stop()
    assert not store_of(target).exists()
    behind.begin(told.put)
    _wait_for(store_of(target).is_dir)
    behind.stop()
    assert told.empty()
    assert not target.exists()
    behind.begin(told.put)
    assert told.get(timeout=PATIENCE) is None
    assert (target / search.DIRECTORY).is_file()
    _broken(project)
    behind.begin(told.put)
    refused = told.get(timeout=PATIENCE)
    assert isinstance(refused, Refused)
    assert "diarienummer-form" in {finding.rule for finding in refused.findings}
    behind.stop()


def test_nothing_is_built_while_saves_follow_each_other(tmp_path: Path) -> None:
    asked: list[object] = []

    def order() -> BuildOrder:
        asked.append(None)
        return BuildOrder(tmp_path, dt.date(2026, 11, 22), tmp_path / "site")

    behind = BuildBehind(order, quiet=PATIENCE)
    for _ in range(3):
        behind.begin(asked.append)
    behind.stop()
    assert not asked


def _wait_for(fits: Callable[[], bool]) -> None:
    end = time.monotonic() + PATIENCE
    while not fits() and time.monotonic() < end:
        time.sleep(0.02)
